"""How much the sentences of two claims have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from factcheck.model import Claim

# Names and concepts that sentences of two languages must share at least: one alone is in every other sentence.
FEWEST_NEUTRAL = 2


def one_language(one: Claim, other: Claim) -> bool:
    return one.rule.split("/")[1] == other.rule.split("/")[1]


def _neutral(context: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in context if word.startswith("="))


class Overlap:
    """How much two sentences of a story share, weighted by how rare their words are in the story's claims."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        contexts = {claim.evidence.sentence: claim.context for claim in claims}
        counts = Counter(word for words in contexts.values() for word in words)
        self._rarity = {word: log(1 + len(contexts) / count) for word, count in counts.items()}
        self._rarest = log(1 + len(contexts))
        self._weights: dict[frozenset[str], float] = {}

    def __call__(self, one: Claim, other: Claim, fewest: int = FEWEST_NEUTRAL) -> int:
        """From 0 to 100, of the shorter sentence's weight; between languages, of what needs no translation."""
        mine, theirs = one.context, other.context
        if not one_language(one, other):
            mine, theirs = _neutral(mine), _neutral(theirs)
            if len(mine & theirs) < fewest:
                return 0
        least = min(self._weight(mine), self._weight(theirs))
        return round(100 * self._weight(mine & theirs) / least) if least else 0

    def _weight(self, words: frozenset[str]) -> float:
        if words not in self._weights:
            self._weights[words] = sum(self._rarity.get(word, self._rarest) for word in sorted(words))
        return self._weights[words]
