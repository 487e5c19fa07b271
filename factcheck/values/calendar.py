"""Calendar vocabulary and arithmetic below the date type: parts of a day, of a year, weeks, and runs of days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class DayPart(StrEnum):
    """A part of a day, as loosely as newsrooms use the words."""

    BEFORE_DAWN = "before-dawn"
    DAWN = "dawn"
    EARLY = "early"
    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    LATE = "late"
    MIDNIGHT = "midnight"


class Section(StrEnum):
    """A section of a year, month or week: `early 2017`, `mid-June`, `the summer of 2015`, `the 1990s`."""

    START = "start"
    MID = "mid"
    END = "end"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"
    Q1 = "q1"
    Q2 = "q2"
    Q3 = "q3"
    Q4 = "q4"
    H1 = "h1"
    H2 = "h2"
    WEEK1 = "week1"
    WEEK2 = "week2"
    WEEK3 = "week3"
    WEEK4 = "week4"
    DECADE = "decade"


class Unit(StrEnum):
    """The unit that a relative date counts in."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decades"


class Direction(StrEnum):
    """Which occurrence the words ask for: `last Tuesday`, `next Tuesday`, `this Tuesday`."""

    PAST = "past"
    FUTURE = "future"
    THIS = "this"


class Interval(NamedTuple):
    """A run of days, both ends included."""

    first: date
    last: date

    def within(self, other: Interval) -> bool:
        return other.first <= self.first and self.last <= other.last

    def meets(self, other: Interval) -> bool:
        return self.first <= other.last and other.first <= self.last

    def widened(self, days: int) -> Interval:
        return Interval(add_days(self.first, -days), add_days(self.last, days))


# Hours that a part of the day may mean, counted from 0:00 of that day; past 24 is the next day. Wide on purpose:
# two wordings only contradict one another where no hour is common to both.
_HOURS: dict[DayPart, tuple[tuple[int, int], ...]] = {
    DayPart.BEFORE_DAWN: ((0, 6),),
    DayPart.DAWN: ((3, 8),),
    DayPart.EARLY: ((0, 9),),
    DayPart.MORNING: ((2, 12),),
    DayPart.MIDDAY: ((10, 16),),
    DayPart.AFTERNOON: ((11, 19),),
    DayPart.EVENING: ((16, 24),),
    DayPart.NIGHT: ((17, 30),),
    DayPart.LATE: ((17, 26),),
    DayPart.MIDNIGHT: ((0, 2), (22, 26)),
}

# Months (year) that a section covers. `early` and `mid` overlap, so that loose wordings rarely contradict a month.
# Seasons are those of the northern hemisphere with a month to spare on both sides.
_YEAR_SECTIONS: dict[Section, tuple[int, int]] = {
    Section.START: (1, 6),
    Section.MID: (4, 9),
    Section.END: (7, 12),
    Section.SPRING: (2, 6),
    Section.SUMMER: (5, 9),
    Section.AUTUMN: (8, 12),
    Section.WINTER: (1, 12),
    Section.Q1: (1, 3),
    Section.Q2: (4, 6),
    Section.Q3: (7, 9),
    Section.Q4: (10, 12),
    Section.H1: (1, 6),
    Section.H2: (7, 12),
}

_MONTH_SECTIONS: dict[Section, tuple[int, int]] = {
    Section.START: (1, 15),
    Section.MID: (8, 23),
    Section.END: (15, 31),
    Section.WEEK1: (1, 8),
    Section.WEEK2: (7, 15),
    Section.WEEK3: (14, 22),
    Section.WEEK4: (21, 31),
}

# Days after Monday. A week reaches from the Sunday before to its own Sunday, since some weeks start on Sunday.
_WEEK_SECTIONS: dict[Section | None, tuple[int, int]] = {
    None: (-1, 6),
    Section.START: (-1, 2),
    Section.MID: (1, 4),
    Section.END: (3, 6),
}


def add_days(day: date, days: int) -> date:
    """`day` moved by days, held within the calendar that Python knows."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month, moved by months."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def months_of(year: int, first: int, last: int) -> Interval:
    """The days from the first of month `first` to the end of month `last`."""
    return Interval(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def year_days(year: int, section: Section | None) -> Interval:
    """The days of a year, or of a section of it."""
    if section is Section.DECADE:
        return Interval(date(year, 1, 1), date(min(year + 9, 9999), 12, 31))
    return months_of(year, *_YEAR_SECTIONS.get(section, (1, 12)) if section else (1, 12))


def month_days(year: int, month: int, section: Section | None) -> Interval:
    """The days of a month, or of a section of it."""
    whole = months_of(year, month, month)
    if section is None or section not in _MONTH_SECTIONS:
        return whole
    first, last = _MONTH_SECTIONS[section]
    return Interval(whole.first.replace(day=first), whole.last.replace(day=min(last, whole.last.day)))


def week_days(day: date, section: Section | None) -> Interval:
    """The days of the week that holds `day`, or of a section of it."""
    monday = add_days(day, -day.weekday())
    first, last = _WEEK_SECTIONS.get(section, _WEEK_SECTIONS[None])
    return Interval(add_days(monday, first), add_days(monday, last))


def weekend_days(day: date) -> Interval:
    """Saturday and Sunday of the week that holds `day`."""
    saturday = add_days(day, 5 - day.weekday())
    return Interval(saturday, add_days(saturday, 1))


def hours_of(part: DayPart) -> tuple[int, int]:
    """The first and the last hour that a part of the day may mean; past 24 is the next day."""
    return _HOURS[part][0][0], _HOURS[part][-1][1]


def parts_meet(one: DayPart, other: DayPart) -> bool:
    """Whether two parts of the same day have an hour in common."""
    return any(a < d and c < b for a, b in _HOURS[one] for c, d in _HOURS[other])


def hours_adjoin(one: DayPart, other: DayPart) -> bool:
    """Whether part `one` of a day runs into part `other` of the next day."""
    return _HOURS[one][-1][1] >= 24 and _HOURS[other][0][0] <= 3


def days_between(one: date, other: date) -> int:
    """How many days lie from one to the other, without sign."""
    return abs((one - other) // timedelta(days=1))
