"""A moment in the past that is told by a date ("since 2000") or by a length of time ("first in 24 years")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Self

from factcheck.model import Anchor, Comparison, Relation, compatible, different, same
from factcheck.values.date import Date
from factcheck.values.duration import Duration, TimeUnit

# How far a rounded length of time may be off, in years, by the unit it is told in: "in 24 years" is meant to the year,
# "in two decades" is said of anything from fifteen to twenty-five.
_SLACK_YEARS = {TimeUnit.YEAR: 1, TimeUnit.DECADE: 5, TimeUnit.CENTURY: 50}
DAYS_A_YEAR = Decimal("365.2425")  # the mean Gregorian year
_UNIT_DAYS = {
    TimeUnit.SECOND: Decimal(1) / 86400, TimeUnit.MINUTE: Decimal(1) / 1440, TimeUnit.HOUR: Decimal(1) / 24,
    TimeUnit.DAY: Decimal(1), TimeUnit.WEEK: Decimal(7), TimeUnit.MONTH: DAYS_A_YEAR / 12, TimeUnit.YEAR: DAYS_A_YEAR,
    TimeUnit.DECADE: DAYS_A_YEAR * 10, TimeUnit.CENTURY: DAYS_A_YEAR * 100,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Since:
    """A past moment: a date, or the time that has gone by; `first` and `last` (inclusive) once it is bound.

    None in `first` is an open past ("more than two decades ago").
    """

    when: Date | None = None
    ago: Duration | None = None
    first: date | None = None
    last: date | None = None

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        if text.startswith("ago "):
            return cls(ago=Duration.read(text.removeprefix("ago "), language))
        return cls(when=Date.read(text, language))

    def __str__(self) -> str:
        """The bound days, so that "since 2000" and "last in 2000" are one answer; else the words."""
        if self.ago is not None:
            return f"ago {self.ago}"
        return str(self.when)

    def show(self) -> str:
        if self.ago is None:
            return self.when.show() if self.when else ""
        return f"{self.ago.show()} before" + (f" ({self._years()})" if self.last else "")

    def _years(self) -> str:
        last = self.last.year if self.last else ""
        if self.first is None:
            return f"{last} or earlier"
        return str(last) if self.first.year == last else f"{self.first.year} to {last}"

    def to_json(self) -> Any:
        bounds = {"first": self.first, "last": self.last}
        return {"text": str(self)} | {name: day.isoformat() for name, day in bounds.items() if day}

    def bound(self, anchor: Anchor, dated: Date | None) -> Since:
        """The days it may mean, counted from the article's own day; `dated` is the date, bound."""
        if dated is not None:
            span = dated.interval
            return replace(self, when=dated, first=span.first if span else None, last=span.last if span else None)
        if self.ago is None or anchor.date is None:
            return self
        first, last = _counted_back(anchor.date, self.ago)
        return replace(self, first=first, last=last)

    def compare(self, other: Since) -> Comparison:
        """Told in one way and the same: same. Days that overlap can both be true; days apart cannot."""
        if str(self) == str(other):
            return same()
        if self.last is None or other.last is None:
            return compatible(Relation.PRECISION, "one of the two cannot be dated")
        apart = (self.first and other.last < self.first) or (other.first and self.last < other.first)
        if apart:
            return different(" and ".join(sorted((self.show(), other.show()))) + " are different times")
        return compatible(Relation.PRECISION, f"{' and '.join(sorted((self.show(), other.show())))} fit")


def _counted_back(day: date, ago: Duration) -> tuple[date | None, date]:
    """The days a length of time before `day` may mean; a floor ("more than two decades") leaves the past open."""
    nearest = day - timedelta(days=days_of(ago))
    slack = timedelta(days=round(_SLACK_YEARS.get(ago.unit, 0) * DAYS_A_YEAR)) or timedelta(days=days_of(ago) // 10)
    if ago.number.high is None:
        return None, nearest
    return nearest - slack, nearest + slack


def days_of(ago: Duration) -> int:
    """The length in whole days, by its figure."""
    return int(ago.number.figure * _UNIT_DAYS[ago.unit])
