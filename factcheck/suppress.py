"""Keeps claims out of a run that somebody does not wish to hear of, and counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from factcheck.decisions import Suppression
from factcheck.model import Claim


class Wishes(NamedTuple):
    """The suppressions that articles hold, and what is wrong with those that therefore do not hold."""

    suppressions: tuple[Suppression, ...] = ()
    warnings: tuple[str, ...] = ()


class Silence:
    """Suppressions at work: what `kept` leaves out is counted for the first of them that is for it."""

    def __init__(self, suppressions: Sequence[Suppression]) -> None:
        self._all = tuple(suppressions)
        self._counts: Counter[int] = Counter()

    def kept(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims that no suppression is for."""
        kept = []
        for claim in claims:
            number = next((number for number, item in enumerate(self._all) if keeps_out(item, claim)), None)
            if number is None:
                kept.append(claim)
            else:
                self._counts[number] += 1
        return kept

    def suppressed(self) -> tuple[Suppression, ...]:
        """All suppressions, each with the number of claims that it has kept out."""
        return tuple(item._replace(claims=self._counts[number]) for number, item in enumerate(self._all))


def keeps_out(suppression: Suppression, claim: Claim) -> bool:
    """Whether a suppression is for claims (rather than for conflicts), and this is one of them."""
    if suppression.id or suppression.question or suppression.kind not in ("", claim.kind):
        return False
    evidence = claim.evidence
    if suppression.span is None:
        return fnmatchcase(evidence.source, suppression.source or "*")
    return evidence.source == suppression.source and suppression.span[0] <= evidence.start < suppression.span[1]
