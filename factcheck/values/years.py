"""A set of years, such as those in which several documents were signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from factcheck.model import Comparison, Relation, compatible, different, same


@dataclass(frozen=True, slots=True)
class Years:
    """Years in order, each once. Use it where an answer is a list of years; a single date is a `Date`."""

    years: tuple[int, ...]

    @classmethod
    def of(cls, years: Iterable[int]) -> Self:
        return cls(tuple(sorted(set(years))))

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        return cls.of(int(word) for word in text.replace(",", " ").split())

    def __str__(self) -> str:
        return ",".join(map(str, self.years))

    def show(self) -> str:
        return ", ".join(map(str, self.years))

    def to_json(self) -> Any:
        return list(self.years)

    def compare(self, other: Years) -> Comparison:
        """The same set agrees; a list that is part of the other may just be shorter; otherwise they differ."""
        mine, theirs = set(self.years), set(other.years)
        if mine == theirs:
            return same()
        if mine < theirs or theirs < mine:
            extra = ", ".join(map(str, sorted(mine ^ theirs)))
            return compatible(Relation.INCLUSION, f"one list also has {extra}")
        return different(f"{_only(mine, theirs)} on one side, {_only(theirs, mine)} on the other")


def _only(mine: set[int], theirs: set[int]) -> str:
    return ", ".join(map(str, sorted(mine - theirs)))
