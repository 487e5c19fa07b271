"""Parties that disagree: each is cited for an answer of its own."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Claim
from factcheck.overlap import Overlap

NEAR = 500  # characters within which an article sets two parties side by side
_LEAST_OVERLAP = 15  # percent, where no word says that both speak of one figure
_WORD = 4  # letters from which on a word two names share makes them one: "police" of "Ostra police", but not "the"


def opposed(one: Claim, other: Claim, overlap: Overlap) -> bool:
    """Whether one article cites two parties for two answers, the one against the other.

    Either the later sentence takes up the figure of the first ("the company says it was closer to 80"), or it sets
    itself against it ("but the mayor counted 20 shops") and speaks of the same.
    """
    if not side_by_side(one, other):
        return False
    first, later = sorted((one, other), key=lambda claim: claim.evidence.start)
    return later.resumes or ((first.contrasted or later.contrasted) and overlap(one, other) >= _LEAST_OVERLAP)


def side_by_side(one: Claim, other: Claim) -> bool:
    """Whether two claims of one article stand near one another and are those of two parties."""
    if one.evidence.source != other.evidence.source or not two_parties(one.attribution, other.attribution):
        return False
    return one.aspect is other.aspect and abs(one.evidence.start - other.evidence.start) <= NEAR


def two_parties(one: str | None, other: str | None) -> bool:
    """Whether two names are those of two parties: of one that is named more fully elsewhere, a word recurs."""
    return bool(one and other) and _words(one).isdisjoint(_words(other))


def sides(one: Sequence[Claim], other: Sequence[Claim]) -> tuple[str, str] | None:
    """Who gives the one answer and who the other, if each is given by parties of its own and by nobody else."""
    mine, theirs = ({claim.attribution for claim in claims} for claims in (one, other))
    apart = all(two_parties(a, b) for a in mine for b in theirs)
    return (_names(mine), _names(theirs)) if apart else None


def shared_origin(one: Sequence[Claim], other: Sequence[Claim]) -> str:
    """The party whom two articles cite for two answers, by its shorter name; "" if there is none."""
    pairs = ((a, b) for a in one for b in other if a.evidence.source != b.evidence.source)
    named = ((a.attribution, b.attribution) for a, b in pairs if a.attribution and b.attribution)
    shared = (min(a, b, key=lambda name: (len(name), name)) for a, b in named if _one_party(a, b))
    return min(shared, default="")


def _one_party(one: str, other: str) -> bool:
    """Whether one name holds all words of the other."""
    mine, theirs = _words(one), _words(other)
    return mine <= theirs or theirs <= mine


def _words(name: str | None) -> set[str]:
    return {word for word in (name or "").casefold().split() if len(word) >= _WORD} or {(name or "").casefold()}


def _names(parties: set[str | None]) -> str:
    return ", ".join(sorted(name for name in parties if name))
