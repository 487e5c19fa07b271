"""How long: a figure in a unit of time. Ages and prison terms are durations too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self

from factcheck.model import Comparison, Verdict, compatible, different, same
from factcheck.numbers import Number, compare_numbers


class TimeUnit(StrEnum):
    """Units of time; the keys of `durations` in a language's `numbers.yaml`."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


# Exact within each group. Between them only the mean Gregorian month (365.2425 days / 12) can serve.
_SECONDS = {TimeUnit.SECOND: 1, TimeUnit.MINUTE: 60, TimeUnit.HOUR: 3600, TimeUnit.DAY: 86400, TimeUnit.WEEK: 604800}
_MONTHS = {TimeUnit.MONTH: 1, TimeUnit.YEAR: 12, TimeUnit.DECADE: 120, TimeUnit.CENTURY: 1200}
_SECONDS_A_MONTH = Decimal(2629746)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as it was written: two decades stay two decades, and are compared as twenty years."""

    number: Number
    unit: TimeUnit

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Reads the canonical text ("24 year"). Raises ValueError on anything else."""
        figure, _, unit = text.strip().rpartition(" ")
        return cls(Number.read(figure), TimeUnit(unit))

    def __str__(self) -> str:
        return f"{self.number} {self.unit.value}"

    def show(self) -> str:
        return self.number.show(after=f" {_name(self.unit, self.number)}")

    def to_json(self) -> Any:
        return {self.unit.value: self.number.to_json()}

    def plus(self, other: Duration) -> Duration | None:
        """`two years` and `six months` as thirty months; None where the second is no remainder of the first."""
        for group in (_SECONDS, _MONTHS):
            if self.unit in group and other.unit in group and self.number.exact and other.number.exact:
                ratio, rest = divmod(group[self.unit], group[other.unit])
                fits = not rest and other.number.figure < ratio
                return Duration(_sum(self.number, ratio, other.number), other.unit) if fits else None
        return None

    def compare(self, other: Duration) -> Comparison:
        """Converted to a common unit; the coarser one sets the rounding, so 24 years are "two decades"."""
        if self.unit is other.unit:
            return compare_numbers(self.number, other.number, show=lambda number: replace(self, number=number).show())
        one, two = sorted((self, other), key=str)
        found = compare_numbers(*_in_one_unit(one, two))
        if found.verdict is Verdict.SAME:
            return same(f"{one.show()} is {two.show()}")
        if found.verdict is Verdict.COMPATIBLE:
            return compatible(found.relation, f"{one.show()} and {two.show()} agree as far as the coarser unit says")
        return different(f"{one.show()} is not {two.show()}")


def _sum(large: Number, ratio: int, small: Number) -> Number:
    return Number.of(large.figure * ratio + small.figure, small.step)


def _in_one_unit(a: Duration, b: Duration) -> tuple[Number, Number]:
    if a.unit in _MONTHS and b.unit in _MONTHS:
        return a.number.times(Decimal(_MONTHS[a.unit])), b.number.times(Decimal(_MONTHS[b.unit]))
    return a.number.times(_in_seconds(a.unit)), b.number.times(_in_seconds(b.unit))


def _in_seconds(unit: TimeUnit) -> Decimal:
    return Decimal(_SECONDS[unit]) if unit in _SECONDS else _MONTHS[unit] * _SECONDS_A_MONTH


def _name(unit: TimeUnit, number: Number) -> str:
    if number.low == number.high == 1:
        return unit.value
    return "centuries" if unit is TimeUnit.CENTURY else f"{unit.value}s"
