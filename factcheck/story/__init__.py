"""Which articles tell one story, and which of them are one voice."""

from factcheck.story.grouping import group_stories
from factcheck.story.profile import Profile, concept_words, lean, plain_profile, profile_of
from factcheck.story.voice import Wording, count_voices, group_voices, one_voice, wording_of

__all__ = [
    "Profile",
    "Wording",
    "concept_words",
    "count_voices",
    "group_stories",
    "group_voices",
    "lean",
    "one_voice",
    "plain_profile",
    "profile_of",
    "wording_of",
]
