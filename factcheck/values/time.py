"""Times of day as newspapers write them, with the zone where it is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from factcheck.model import Comparison, Relation, compatible, different, same, unknown

_DAY = 24 * 60 * 60
_CANONICAL = re.compile(
    r"(?:(?P<near>[a-z-]+) )?(?P<hour>\d\d)(?::(?P<minute>\d\d))?(?::(?P<second>\d\d))?(?P<half>\?)?"
    r"(?: (?P<zone>[A-Za-z]+))?(?:\((?P<shift>[+-]\d+)\))?"
)

# Seconds before and after the written time that it may stand for: rounding to the minute, to the quarter of an hour
# and to the hour, as reporters do it.
_MINUTE, _QUARTER, _HOUR = 60, 15 * 60, 60 * 60


class Near(StrEnum):
    """How exact a time is said to be."""

    ABOUT = "about"
    BEFORE = "before"
    SHORTLY_BEFORE = "shortly-before"
    AFTER = "after"
    SHORTLY_AFTER = "shortly-after"


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time as written; use it for the hour of an event.

    `zone` is the zone's name (`WIB`, `GMT`, `local`) and `shift` its minutes east of Greenwich, where that is known.
    `either_half` marks "2:45" without a.m. or p.m. `end` makes it a stretch of time.
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    shift: int | None = None
    near: Near | None = None
    either_half: bool = False
    end: TimeOfDay | None = None

    @property
    def seconds(self) -> int:
        """Seconds since midnight, on the clock that the text speaks of."""
        return self.hour * 3600 + (self.minute or 0) * 60 + (self.second or 0)

    @property
    def span(self) -> tuple[int, int]:
        """First and last second that the words may mean; below 0 or above 24 hours it is another day."""
        early, late = self._rounding()
        if self.end is None:
            return self.seconds - early, self.seconds + late
        last = self.end.span[1]
        return self.seconds - early, last if last >= self.seconds else last + _DAY

    def _rounding(self) -> tuple[int, int]:
        if self.near in (Near.BEFORE, Near.SHORTLY_BEFORE):
            return (self.seconds if self.near is Near.BEFORE else _HOUR), 0
        if self.near in (Near.AFTER, Near.SHORTLY_AFTER):
            return 0, (_DAY - self.seconds if self.near is Near.AFTER else _HOUR)
        if self.second is not None:
            exact = 0
        elif self.minute is not None:
            exact = _MINUTE - 1
        else:
            exact = _HOUR // 2
        return (max(exact, _HOUR if self.minute is None else _QUARTER),) * 2 if self.near else (exact, exact)

    def compare(self, other: TimeOfDay) -> Comparison:
        """The same minute is the same; times within each other's rounding are compatible; zones are converted."""
        if self == other:
            return same()
        one, two = sorted((self, other), key=str)
        if (one.shift is None) != (two.shift is None) and one.zone and two.zone:
            return unknown(f"{_pair(one, two)} are of two zones that can't be converted")
        if _clock_equal(one, two):
            return same("the same moment")
        if _spans_meet(one, two):
            return compatible(Relation.PRECISION, f"{_pair(one, two)} can be the same moment")
        return different(_apart(one, two))

    def show(self) -> str:
        """English words for a reader: `about 15:24 WIB`."""
        clock = ":".join(f"{n:02d}" for n in (self.hour, self.minute or 0, self.second) if n is not None)
        words = " ".join(filter(None, (self.near and self.near.replace("-", " "), clock, _zone_words(self.zone))))
        return f"{words} to {self.end.show()}" if self.end else words

    def to_json(self) -> dict[str, Any]:
        """Plain data for the report; the time on its own clock, beside its zone."""
        data: dict[str, Any] = {"time": _clock(self)}
        if self.zone:
            data["zone"] = self.zone
        if self.near:
            data["near"] = self.near.value
        if self.end:
            data["until"] = self.end.to_json()
        return data

    def __str__(self) -> str:
        half = "?" if self.either_half else ""
        shift = "" if self.shift is None else f"({self.shift:+d})"
        zone = f" {self.zone}" if self.zone else ""
        text = f"{f'{self.near} ' if self.near else ''}{_clock(self)}{half}{zone}{shift}"
        return f"{text} / {self.end}" if self.end else text

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """The time in canonical text: `15:24`, `15:24:49 WIB(+420)`, `about 22`. Raises ValueError otherwise."""
        first, slash, last = text.partition(" / ")
        found = _CANONICAL.fullmatch(first)
        if found is None or int(found["hour"]) > 24:
            raise ValueError(f"not a time of day: {text!r}")
        return cls(
            hour=int(found["hour"]),
            minute=_number(found["minute"]),
            second=_number(found["second"]),
            zone=found["zone"],
            shift=_number(found["shift"]),
            near=Near(found["near"]) if found["near"] else None,
            either_half=bool(found["half"]),
            end=cls.read(last, language) if slash else None,
        )


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def _clock(value: TimeOfDay) -> str:
    return ":".join(f"{n:02d}" for n in (value.hour, value.minute, value.second) if n is not None)


def _zone_words(zone: str | None) -> str | None:
    return "local time" if zone == "local" else zone


def _pair(one: TimeOfDay, two: TimeOfDay) -> str:
    return f"{one.show()} and {two.show()}"


def _shifts(one: TimeOfDay, two: TimeOfDay) -> int:
    """Seconds to add to the first clock to read it on the second one."""
    if one.shift is None or two.shift is None:
        return 0
    return (two.shift - one.shift) * 60


def _period(one: TimeOfDay, two: TimeOfDay) -> int:
    return _DAY // 2 if one.either_half or two.either_half else _DAY


def _clock_equal(one: TimeOfDay, two: TimeOfDay) -> bool:
    exact = (one.minute is None, one.second is None) == (two.minute is None, two.second is None)
    return (
        _plain(one)
        and _plain(two)
        and exact
        and (one.seconds + _shifts(one, two) - two.seconds) % _period(one, two) == 0
    )


def _plain(value: TimeOfDay) -> bool:
    return value.near is None and value.end is None


def _to_the_minute(value: TimeOfDay) -> bool:
    return _plain(value) and value.minute is not None and value.second is None


def _spans_meet(one: TimeOfDay, two: TimeOfDay) -> bool:
    if _to_the_minute(one) and _to_the_minute(two):
        return False
    (a, b), (c, d) = one.span, two.span
    shift, period = _shifts(one, two), _period(one, two)
    return any(a + shift + turn <= d and c <= b + shift + turn for turn in range(-2 * _DAY, 2 * _DAY + 1, period))


def _apart(one: TimeOfDay, two: TimeOfDay) -> str:
    words = f"{_pair(one, two)} are not the same time"
    whole_hours = (one.seconds - two.seconds) % 3600 == 0 and one.minute is not None
    if whole_hours and (one.shift is None or two.shift is None):
        return f"{words}, but whole hours apart: time zones may explain it"
    return words
