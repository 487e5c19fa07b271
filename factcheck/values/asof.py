"""The moment up to which a figure was counted: "as of Monday evening", "hingga Kamis (3/2) pukul 18.00", "so far"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from factcheck.values.calendar import Interval, hours_of
from factcheck.values.date import Date
from factcheck.values.time import TimeOfDay

_HOUR, _DAY = 60, 24 * 60  # minutes
_EXACT = 2 * _HOUR  # a stretch no longer than this is a moment, not a day in whose course figures move


class Stretch(NamedTuple):
    """The minutes, from the first day of the calendar on, within which a moment lies; `shift` is its zone's."""

    first: int
    last: int
    shift: int | None = None

    @property
    def exact(self) -> bool:
        """Whether an hour is meant."""
        return self.last - self.first <= _EXACT

    def on_clock_of(self, other: Stretch) -> Stretch:
        """The same moment on the other's clock, where both zones are known; else clocks are taken to be one."""
        if self.shift is None or other.shift is None:
            return self
        moved = other.shift - self.shift
        return Stretch(self.first + moved, self.last + moved, other.shift)


def days(first: date, last: date) -> Stretch:
    """The whole of some days."""
    return Stretch(first.toordinal() * _DAY, (last.toordinal() + 1) * _DAY - 1)


@dataclass(frozen=True, slots=True)
class AsOf:
    """A day, an hour, or both; else the `words` that say no more than "by now"."""

    day: Date | None = None
    hour: TimeOfDay | None = None
    words: str = ""

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.day, self.hour, self.words) if part)

    def on(self, day: Date | None) -> AsOf:
        """The same with its day bound to the calendar."""
        return replace(self, day=day)

    def stretch(self, said_on: date | None) -> Stretch | None:
        """When that was; an hour without a day is of the day on which it was `said_on`."""
        interval = self.day.interval if self.day else said_on and Interval(said_on, said_on)
        if not interval or (self.day is None and self.hour is None):
            return None
        whole = days(interval.first, interval.last)
        if interval.first != interval.last:
            return whole
        if self.hour is not None:
            first, last = (seconds // 60 for seconds in self.hour.span)
            return Stretch(whole.first + first, whole.first + last, self.hour.shift)
        if self.day is not None and self.day.part is not None:
            first, last = hours_of(self.day.part)
            return Stretch(whole.first + first * _HOUR, whole.first + last * _HOUR)
        return whole
