"""Groups articles into stories: which of them tell of one event, whatever their language, and which are one voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from factcheck.model import TaggedSentence

# Two articles tell one story from this cosine of their profiles on. Measured over pairs of articles of the same and of
# other events: see `tests/test_story.py` for the kind of pairs that it must tell apart.
_SAME_STORY = 0.30
_NAME_WEIGHT = 3.0
_NAMES = frozenset(("person", "holder", "name", "place", "org"))


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What an article is about: weights of names, places and content words, scaled to length one."""

    source: str
    weights: Mapping[str, float]


def profile_of(source: str, tagged: Sequence[TaggedSentence], function: frozenset[str]) -> Profile:
    """The profile of one article; names count more than words, repeated ones a little more than single ones."""
    counts: Counter[str] = Counter()
    for sentence in tagged:
        named = {i for m in sentence.mentions if m.type in _NAMES for i in range(m.first, m.last)}
        for i, token in enumerate(sentence.tokens):
            if token.kind == "w" and len(token.lower) > 3 and token.lower not in function:
                counts[token.lower] += 1
                if i in named:
                    counts[f"\0{token.lower}"] += 1
    weights = {word: (_NAME_WEIGHT if word[0] == "\0" else 1.0) * (1 + log(n)) for word, n in counts.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return Profile(source, {word: weight / length for word, weight in weights.items()})


def likeness(one: Profile, other: Profile) -> float:
    """Cosine of two profiles, from 0 to 1."""
    small, large = sorted((one.weights, other.weights), key=len)
    return sum(weight * large.get(word, 0.0) for word, weight in small.items())


def group_stories(profiles: Sequence[Profile]) -> dict[str, int]:
    """Story numbers by source, counted from 1 in the order of the sources; articles alike are linked."""
    parent = list(range(len(profiles)))

    def root(index: int) -> int:
        while parent[index] != index:
            index = parent[index]
        return index

    for i, one in enumerate(profiles):
        for j in range(i):
            if root(i) != root(j) and likeness(one, profiles[j]) >= _SAME_STORY:
                parent[max(root(i), root(j))] = min(root(i), root(j))
    numbers: dict[int, int] = {}
    return {profile.source: numbers.setdefault(root(i), len(numbers) + 1) for i, profile in enumerate(profiles)}


@lru_cache(maxsize=4096)
def _words_of(text: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalnum() else " " for c in text.casefold()).split())


# Sentences that share this much of their words are one text, copied or lightly edited.
_ONE_VOICE = 0.75


def one_voice(one: str, other: str) -> bool:
    """Whether two sentences are copies of one another, by the words they share."""
    mine, theirs = _words_of(one), _words_of(other)
    shared = len(mine & theirs)
    return bool(shared) and shared / min(len(mine), len(theirs)) >= _ONE_VOICE and min(len(mine), len(theirs)) >= 6
