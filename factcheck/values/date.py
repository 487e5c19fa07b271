"""Dates as newspapers write them: symbolic until they are bound to the day that an article counts from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Self

from factcheck.model import Anchor, Comparison
from factcheck.values import datetext
from factcheck.values.calendar import (
    WEEKDAYS,
    DayPart,
    Direction,
    Interval,
    Section,
    Unit,
    add_days,
    add_months,
    days_between,
    is_day,
    month_days,
    week_days,
    weekend_days,
    year_days,
)
from factcheck.values.datecompare import compare_dates

_ENUMS = (("part", DayPart), ("section", Section), ("unit", Unit), ("direction", Direction))
_QUARTERS = (Section.Q1, Section.Q2, Section.Q3, Section.Q4)
# How far "around 12 June", "around June" and "around 2000" may reach on both sides, in days.
_ABOUT_DAYS = {"day": 3, "month": 31, "year": 366}
_WORDS: dict[str, tuple[str, object]] = {
    **{member.value: (name, member) for name, kind in _ENUMS for member in kind},
    **{name.lower(): ("weekday", number) for number, name in enumerate(WEEKDAYS)},
    "about": ("about", True),
}


_LOOK_AHEAD = 45  # days: what is announced without a plan word ("the fair of 22 June") is near


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written, of any precision; use it for every question whose answer is a day, month or year.

    `weekday` counts from Monday = 0. `unit` with `offset` counts from the article's own day (`yesterday` is day -1,
    `last month` month -1); `unit` alone is the week or weekend that holds the day. `end` makes it a range.
    `base` is the date that `offset` counts from instead (`two days before 5 June`); an empty one is a day that the text
    spoke of before (`two days later`). `about` marks a date that is given loosely.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: DayPart | None = None
    section: Section | None = None
    unit: Unit | None = None
    offset: int | None = None
    direction: Direction | None = None
    about: bool = False
    end: Date | None = None
    base: Date | None = None

    @property
    def full(self) -> bool:
        """Whether year, month and day are all there."""
        return self.year is not None and self.month is not None and self.day is not None

    @property
    def precision(self) -> str:
        """`day`, `week`, `weekend`, `month`, `year`, `range`, or a section of one (`early 2017` is a `range`)."""
        if self.end is not None or self.section is not None:
            return "range"
        if self.unit is not None:
            return self.unit.value
        return "day" if self.day is not None else "month" if self.month is not None else "year"

    @property
    def interval(self) -> Interval | None:
        """The days that the date may be, or None as long as it is symbolic."""
        own = self._own_days()
        if own is None or self.end is None:
            return own.widened(_ABOUT_DAYS.get(self.precision, 0)) if own and self.about else own
        last = self.end.interval
        return Interval(own.first, last.last) if last and last.last >= own.first else None

    def _own_days(self) -> Interval | None:
        if self.year is None or self.offset is not None or not 1 <= self.year <= 9999:
            return None
        if self.month is None:
            return year_days(self.year, self.section) if self.day is None else None
        if self.day is None:
            return month_days(self.year, self.month, self.section)
        return self._day_or_week(self.year, self.month, self.day)

    def _day_or_week(self, year: int, month: int, day: int) -> Interval | None:
        if not is_day(year, month, day):
            return None
        only = month_days(year, month, None).first.replace(day=day)
        if self.unit is Unit.WEEK:
            return week_days(only, self.section)
        return weekend_days(only) if self.unit is Unit.WEEKEND else Interval(only, only)

    @property
    def loose(self) -> bool:
        """Whether the days are not meant exactly: a week, month or year, a section of one, or `about`."""
        own = self.about or self.section is not None or (self.precision != "day" and self.end is None)
        return own or (self.end is not None and self.end.loose)

    def compare(self, other: Date) -> Comparison:
        """Same days are the same, one run of days inside another is compatible, runs apart are different.

        What stays symbolic is compared field by field: two weekdays, a weekday and the date it should fall on.
        """
        return compare_dates(self, other)

    def show(self) -> str:
        """English words for a reader: `Wednesday 19 June 2024, morning`."""
        return datetext.show(self)

    def to_json(self) -> dict[str, Any]:
        """Plain data: `date` (ISO) or `first` and `last`, with `precision` and `part` where they say more."""
        return datetext.plain_data(self)

    def __str__(self) -> str:
        return datetext.canonical(self)

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """The date in canonical text: `2024-06-19 morning`, `XXXX-06-12`, `Tuesday night`, `week-1`, `2024 / 2025`.

        Raises ValueError for anything else; dates in running text are found by `factcheck.tag.dates`.
        """
        first, slash, last = text.partition(" / ")
        plain, counted, base = first.partition(" from ")
        fields: dict[str, Any] = {}
        for item in plain.split():
            fields.update(_read_item(item))
        if not fields:
            raise ValueError(f"not a date: {text!r}")
        if counted:
            fields["base"] = cls() if base == "then" else cls.read(base, language)
        return cls(**fields, end=cls.read(last, language) if slash else None)


def weekday_mismatch(value: Date) -> str | None:
    """Why the written weekday does not fit the written full date, or None where it fits or one of them is missing."""
    days = replace(value, end=None, about=False).interval if value.full else None
    if value.weekday is None or value.unit is not None or days is None or days.first.weekday() == value.weekday:
        return None
    shown = datetext.show(replace(value, weekday=None, part=None, end=None, about=False), weekday=False)
    return f"{shown} is a {WEEKDAYS[days.first.weekday()]}, not a {WEEKDAYS[value.weekday]}"


def _read_item(item: str) -> dict[str, Any]:
    """The fields that one word of canonical text sets."""
    word = item.lower()
    if word in _WORDS:
        key, value = _WORDS[word]
        return {key: value}
    return _read_offset(word) if word[0].isalpha() and word[0] != "x" else _read_iso(word)


def _read_offset(word: str) -> dict[str, Any]:
    at = max(word.find("+"), word.find("-"))
    return {"unit": Unit(word[:at]), "offset": int(word[at:])}


def _read_iso(word: str) -> dict[str, Any]:
    names = ("year", "month", "day")
    pieces = word.split("-")
    if len(pieces) > len(names) or not all(piece.isdecimal() or not piece.strip("x") for piece in pieces):
        raise ValueError(f"not a date: {word!r}")
    fields = {name: int(piece) for name, piece in zip(names, pieces, strict=False) if piece.strip("x")}
    if fields.get("month", 1) not in range(1, 13) or fields.get("day", 1) not in range(1, 32):
        raise ValueError(f"not a date: {word!r}")
    return dict(fields)


def bind(
    value: Date, anchor: Anchor, planned: bool = False, weekdays: Mapping[int, date] = MappingProxyType({})
) -> Date:
    """The date on the calendar, counted from the article's anchor; symbolic still where the anchor has no day.

    A weekday is the anchor's own day or else the nearest past one; the nearest coming one where `planned` or the words
    say so (right for 15 of 16 weekdays of measured news). A month or a day of the year without year is its nearest
    occurrence. `weekdays` overrides single weekdays with the day the article itself gives for them. An anchor that
    may be off by some days is a window: weekdays are then the nearest ones, and "yesterday" a range.
    """
    if value.end is not None:
        return _bind_range(value, value.end, anchor, planned, weekdays)
    if value.base is not None:
        return _bind_from_base(value, value.base, anchor, planned, weekdays)
    if value.year is not None:
        return _tidy(value)
    day = anchor.date
    if day is None:
        return value
    if value.unit is not None and value.offset is not None:
        return _bind_relative(_coming_weekend(value) if planned else value, value.unit, value.offset, day, anchor.days)
    future = planned if value.direction is None else value.direction is Direction.FUTURE
    if value.month is not None:
        return _bind_month(value, value.month, day, future)
    if value.day is not None:
        return _bind_day_of_month(value, value.day, day, future)
    if value.weekday is None:
        return value
    own = weekdays.get(value.weekday) if value.direction is None else None
    return _on(value, own or _weekday_near(value.weekday, value.direction, day, future, anchor.days))


def _coming_weekend(value: Date) -> Date:
    """`the weekend` of a plan is the one to come."""
    coming = value.unit is Unit.WEEKEND and value.offset == 0
    return replace(value, direction=Direction.FUTURE) if coming else value


def _tidy(value: Date) -> Date:
    """Without a weekday that the full date implies, and without hints that are used up."""
    fits = value.full and weekday_mismatch(value) is None
    return replace(value, weekday=None if fits else value.weekday, direction=None)


def _on(value: Date, day: date, last: date | None = None, about: bool = False) -> Date:
    """`value` on a given day, or from that day to `last`."""
    end = Date(last.year, last.month, last.day, part=value.part) if last and last != day else None
    return Date(day.year, day.month, day.day, part=value.part, about=value.about or about, end=end)


def _weekday_near(weekday: int, direction: Direction | None, day: date, future: bool, days: int) -> date:
    ahead = (weekday - day.weekday()) % 7
    if direction is None and (days > 0 or ahead == 0):
        return add_days(day, ahead if ahead <= 3 else ahead - 7)
    if direction is Direction.THIS:
        return add_days(day, weekday - day.weekday())
    if future:
        return add_days(day, ahead or 7)
    return add_days(day, ahead - 7)


def _bind_relative(value: Date, unit: Unit, offset: int, day: date, window: int) -> Date:
    if unit is Unit.DAY:
        return _on_window(value, add_days(day, offset), window)
    if unit is Unit.WEEK or unit is Unit.WEEKEND:
        return _bind_week(value, unit, add_days(day, 7 * offset), day)
    if unit is Unit.QUARTER:
        year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + offset, 4)
        return Date(max(year, 1), section=_QUARTERS[quarter])
    if unit is Unit.DECADE:
        return Date(max(day.year + 10 * offset - 5, 1), section=Section.DECADE)
    if unit is Unit.YEAR:
        bound = replace(value, year=max(day.year + offset, 1), unit=None, offset=None)
        return _within(_tidy(bound), value.direction, day)
    year, month = add_months(day.year, day.month, offset)
    return _within(
        replace(value, year=max(year, 1), month=month, unit=None, offset=None, direction=None), value.direction, day
    )


def _on_window(value: Date, day: date, window: int) -> Date:
    return _on(value, add_days(day, -window), add_days(day, window), about=window > 0)


def _bind_week(value: Date, unit: Unit, inside: date, day: date) -> Date:
    monday = add_days(inside, -inside.weekday())
    if value.weekday is not None:
        return _on(value, add_days(monday, value.weekday))
    if unit is Unit.WEEKEND and day.weekday() < 5 and value.offset == 0 and value.direction is not Direction.FUTURE:
        monday = add_days(monday, -7)
    first = add_days(monday, 5) if unit is Unit.WEEKEND else monday
    bound = Date(first.year, first.month, first.day, unit=unit, section=value.section, part=value.part)
    return _within(bound, value.direction, day)


def _within(bound: Date, direction: Direction | None, day: date) -> Date:
    """`earlier this month` ends on the article's day, `later this month` starts there."""
    days = bound.interval
    if direction in (None, Direction.THIS) or days is None or not days.first <= day <= days.last:
        return bound
    first, last = (days.first, day) if direction is Direction.PAST else (day, days.last)
    return _on(bound, first, last, about=True)


def _bind_month(value: Date, month: int, day: date, future: bool) -> Date:
    years = (day.year, day.year - 1, day.year + 1)
    candidates = [d for y in years if (d := _tidy(replace(value, year=y))).interval]
    fitting = [d for d in candidates if weekday_mismatch(d) is None] or candidates
    if not fitting:
        return value
    return min(fitting, key=_distance_from(day, future, value.day is not None and value.direction is None))


def _distance_from(day: date, future: bool, either: bool) -> Callable[[Date], int]:
    """How far a date is from `day`, with a penalty on the side the words do not ask for.

    A day of the year without any hint may be on either side: the past is preferred up to twice as far, and always to a
    day that is further ahead than news look without saying so.
    """

    def distance(value: Date) -> int:
        days = value.interval
        if days is None or days.first <= day <= days.last:
            return 0
        wrong_side = (days.first < day) if future else (days.first > day)
        away = min(days_between(days.first, day), days_between(days.last, day))
        return away * (2 if either and away <= _LOOK_AHEAD else 1000) if wrong_side else away

    return distance


def _bind_day_of_month(value: Date, number: int, day: date, future: bool) -> Date:
    months = (add_months(day.year, day.month, step) for step in (0, -1, 1, -2, 2))
    days = [d for y, m in months if (d := _tidy(replace(value, year=y, month=m))).interval]
    fitting = [d for d in days if weekday_mismatch(d) is None] or days
    return min(fitting, key=_distance_from(day, future, either=value.direction is None)) if fitting else value


def _bind_from_base(value: Date, base: Date, anchor: Anchor, planned: bool, weekdays: Mapping[int, date]) -> Date:
    days = bind(base, anchor, planned, weekdays).interval
    if days is None or days.first != days.last:
        return value
    return bind(replace(value, base=None), Anchor(days.first, anchor.basis), planned)


def _bind_range(value: Date, end: Date, anchor: Anchor, planned: bool, weekdays: Mapping[int, date]) -> Date:
    """Binds the last day first: the first is then its nearest occurrence before (for plans the other way round)."""
    start = replace(value, end=None)
    if planned and start.year is None:
        first = bind(start, anchor, planned)
        last = bind(replace(end, direction=end.direction or Direction.FUTURE), _anchor_at(first, anchor), planned)
    else:
        last = bind(end, anchor, planned, weekdays)
        first = bind(replace(start, direction=start.direction or Direction.PAST), _anchor_at(last, anchor))
    bound = replace(first, end=last)
    return bound if bound.interval else value


def _anchor_at(value: Date, anchor: Anchor) -> Anchor:
    days = value.interval
    return Anchor(days.last, anchor.basis) if days else anchor
