"""The pure functions that every way of running shares: what an article says, what the articles of a story come to.

They depend on their arguments and the rules alone: so their results can be kept, and worked out in any process or on
any machine, in any order. What only new articles and new stories need is imported where it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from factcheck.cache import Kept, Reading, Told, reading_of, stored, stored_story, story_key
from factcheck.decisions import Suppression
from factcheck.model import Article, Claim
from factcheck.rulepack import RulePack
from factcheck.suppress import Silence

Shown = Callable[[Iterable[Claim], Mapping[str, Collection[str]]], str]
"""Makes the text of claims, given the names of the fields that answer by kind; a module's own function."""


class Story(NamedTuple):
    """The articles of one story, the kinds of claims that are asked for, and the suppressions that hold in it."""

    members: tuple[Kept, ...]
    kinds: tuple[str, ...]
    suppressions: tuple[Suppression, ...] = ()

    @property
    def key(self) -> bytes:
        """What tells it, and what is asked of it, from any other."""
        asked = (*self.kinds, *(repr(item) for item in self.suppressions))
        return story_key((member.article for member in self.members), asked)


class Listing(NamedTuple):
    """An article whose claims are to be listed: its reading if that is known, and what is asked for."""

    article: Article
    data: bytes | None
    kinds: tuple[str, ...]
    suppressions: tuple[Suppression, ...]
    keep: bool


class Listed(NamedTuple):
    """The claims of an article as text, and its reading as bytes if it is new and to be kept."""

    text: str
    data: bytes | None


def read_article(pack: RulePack, article: Article) -> Reading:
    """What an article says."""
    from factcheck.reader import read

    return read(article, pack)


def read_alone(pack: RulePack, article: Article) -> Reading:
    """What an article says by itself; quicker, where nothing is to be compared with other articles or kept."""
    from factcheck.reader import read_alone

    return read_alone(article, pack)


def read_to_bytes(pack: RulePack, article: Article) -> bytes:
    """What an article says, as bytes that can be kept."""
    return stored(read_article(pack, article))


def judge_story(pack: RulePack, story: Story) -> Told:
    """What a story comes to."""
    from factcheck.verdicts import story_told

    return story_told(pack, [member.reading() for member in story.members], story.kinds, Silence(story.suppressions))


def judge_to_bytes(pack: RulePack, story: Story) -> bytes:
    """What a story comes to, as bytes that can be kept."""
    return stored_story(judge_story(pack, story))


def list_article(pack: RulePack, asked: Listing, shown: Shown) -> Listed:
    """What an article says by itself, in the order of its text."""
    from factcheck.verdicts import claims_alone

    article, data, kinds, suppressions, keep = asked
    read = read_article if keep else read_alone
    reading = reading_of(article, data) if data else read(pack, article)
    claims = Silence(suppressions).kept([claim for claim in claims_alone(pack, reading) if claim.kind in kinds])
    text = shown(sorted(claims, key=claim_order), {name: pack.kinds[name].value_fields() for name in kinds})
    return Listed(text, stored(reading) if keep and data is None else None)


def claim_order(claim: Claim) -> tuple[str, int, str, str]:
    """The order in which claims are listed."""
    return claim.evidence.source, claim.evidence.start, claim.kind, claim.rule
