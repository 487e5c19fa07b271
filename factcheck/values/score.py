"""How a contest ended: the figures of the two sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from factcheck.model import Comparison, Relation, compatible, different, same


@dataclass(frozen=True, slots=True)
class Score:
    """Goals, points or sets in the order the article has them."""

    first: int
    second: int

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Reads the canonical text ("2-1"). Raises ValueError on anything else."""
        first, _, second = text.strip().partition("-")
        return cls(int(first), int(second))

    def __str__(self) -> str:
        return f"{self.first}-{self.second}"

    def show(self) -> str:
        return str(self)

    def to_json(self) -> Any:
        return [self.first, self.second]

    def compare(self, other: Score) -> Comparison:
        """The same figures the other way round are the same result told from the other side."""
        if self == other:
            return same("the same score")
        if (self.first, self.second) == (other.second, other.first):
            return compatible(Relation.WORDING, "the same score, with the sides the other way round")
        one, two = sorted((self.show(), other.show()))
        return different(f"{one} is not {two}")
