"""How old somebody is, and when: two ages a year apart can be one birth year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Self

from factcheck.model import Anchor, Comparison, Relation, compatible, different
from factcheck.numbers import Number, compare_numbers
from factcheck.values.duration import Duration, TimeUnit

# A birthday between two articles explains a year's difference only where there is time for one: within a month the odds
# are one in twelve, and a reader wants to be told.
_BIRTHDAY_DAYS = 30
_DAYS_A_YEAR = Decimal("365.2425")
_WHOLE_YEARS = {TimeUnit.DAY: Decimal(365), TimeUnit.WEEK: Decimal(52), TimeUnit.MONTH: Decimal(12)}
# Nobody has been older by good evidence than 122 (Guinness World Records).
_OLDEST = 122


@dataclass(frozen=True, slots=True)
class Age:
    """An age as written, in years unless `unit` says otherwise; `on` is the day of the article, once it is bound."""

    years: Number
    on: date | None = None
    unit: TimeUnit = TimeUnit.YEAR

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Reads the canonical text ("34", "7 month"). Raises ValueError on anything else."""
        figure, _, unit = text.strip().partition(" ")
        return cls(Number.read(figure), unit=TimeUnit(unit) if unit else TimeUnit.YEAR)

    @classmethod
    def of(cls, length: Duration) -> Age | None:
        """The age that a length of time says; None where nobody is that old."""
        fits = length.unit in (TimeUnit.YEAR, *_WHOLE_YEARS) and length.number.figure <= _OLDEST
        return cls(length.number, unit=length.unit) if fits else None

    def __str__(self) -> str:
        return str(self.years) if self.unit is TimeUnit.YEAR else f"{self.years} {self.unit.value}"

    def show(self) -> str:
        return self.years.show() if self.unit is TimeUnit.YEAR else Duration(self.years, self.unit).show()

    def to_json(self) -> Any:
        return self.years.to_json() if self.unit is TimeUnit.YEAR else {self.unit.value: self.years.to_json()}

    def bound(self, anchor: Anchor) -> Age:
        """The age with the day on which it was said."""
        return replace(self, on=anchor.date)

    def compare(self, other: Age) -> Comparison:
        """The same years agree; other years do too where the days between the articles explain the birthdays."""
        compared = self._compare_figures(other)
        if not compared.different or self.on is None or other.on is None:
            return compared
        older, younger = (self, other) if self.on >= other.on else (other, self)
        grown = older._completed() - younger._completed()
        days = abs((self.on - other.on).days)
        passed = days / _DAYS_A_YEAR
        if days >= _BIRTHDAY_DAYS and grown > 0 and abs(grown - passed) < 1:
            return compatible(Relation.PRECISION, f"{grown} years older, {passed:.1f} years later")
        return different(compared.reason)

    def _compare_figures(self, other: Age) -> Comparison:
        """In one unit; beside an age in years, one in months counts the years that are complete."""
        if self.unit is other.unit:
            return compare_numbers(self.years, other.years)
        one, two = sorted((self.show(), other.show()))
        if self._completed() == other._completed():
            return compatible(Relation.PRECISION, f"{one} and {two} are one age in two units")
        return different(f"{one} is not {two}")

    def _completed(self) -> Decimal:
        return self.years.figure // _WHOLE_YEARS.get(self.unit, Decimal(1))
