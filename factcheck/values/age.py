"""How old somebody is, and when: two ages a year apart can be one birth year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from factcheck.model import Anchor, Comparison, Relation, compatible, different
from factcheck.numbers import Number, compare_numbers


@dataclass(frozen=True, slots=True)
class Age:
    """Years of age as written; `on` is the day of the article that says so, once it is bound."""

    years: Number
    on: date | None = None

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        return cls(Number.read(text))

    def __str__(self) -> str:
        return str(self.years)

    def show(self) -> str:
        return self.years.show()

    def to_json(self) -> Any:
        return self.years.to_json()

    def bound(self, anchor: Anchor) -> Age:
        """The age with the day on which it was said."""
        return replace(self, on=anchor.date)

    def compare(self, other: Age) -> Comparison:
        """The same years agree; other years do too where the days between the articles explain the birthdays."""
        compared = compare_numbers(self.years, other.years)
        if not compared.different or self.on is None or other.on is None:
            return compared
        older, younger = (self, other) if self.on >= other.on else (other, self)
        grown = older.years.figure - younger.years.figure
        passed = (older.on - younger.on).days / 365 if older.on and younger.on else 0
        if grown > 0 and grown - 1 < passed < grown + 1:
            return compatible(Relation.PRECISION, f"{grown} years older, {passed:.1f} years later")
        return different(compared.reason)
