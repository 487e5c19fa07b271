"""How two dates compare: as runs of days where both are bound, field by field where one is still symbolic."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Comparison, Relation, compatible, different, same, unknown
from factcheck.values import datetext
from factcheck.values.calendar import WEEKDAYS, Interval, hours_adjoin, parts_meet

if TYPE_CHECKING:
    from factcheck.values.date import Date

# A leap year, in which two dates without any year are laid side by side.
_SOME_LEAP_YEAR = 2000


def compare_dates(self: Date, other: Date) -> Comparison:
    """The verdict on two dates, the same whichever comes first."""
    if self == other:
        return same()
    one, two = sorted(_with_common_years(self, other), key=_order)
    x, y = one.interval, two.interval
    if x is None or y is None:
        return _compare_symbolic(one, two, x, y)
    if x == y:
        return _compare_parts(one, two)
    if not x.meets(y):
        return different(_apart(one, two))
    return _compare_overlap(one, two, x, y)


def _order(value: Date) -> tuple[int, str]:
    days = value.interval
    return (days.first.toordinal() if days else 0, str(value))


def _with_common_years(one: Date, other: Date) -> tuple[Date, Date]:
    """Both with a year, where months are all that is known of one: the other's, or a leap year for both."""
    if one.year is None and other.year is None and one.month and other.month and one.offset is other.offset is None:
        return _in_year(one, _SOME_LEAP_YEAR), _in_year(other, _SOME_LEAP_YEAR)
    return _borrow_year(one, other), _borrow_year(other, one)


def _borrow_year(value: Date, other: Date) -> Date:
    if value.year is not None or value.month is None or other.year is None or value.offset is not None:
        return value
    return _in_year(value, other.year)


def _in_year(value: Date, year: int) -> Date:
    end = value.end
    if end is not None and end.year is None and end.month is not None:
        wraps = value.month is not None and end.month < value.month
        end = replace(end, year=year + wraps)
    return replace(value, year=year, end=end)


def _pair(one: Date, other: Date) -> str:
    """`18 June and 19 June 2024`, with the years only where they are known and differ."""
    neither = _SOME_LEAP_YEAR == one.year == other.year and one.full and other.full
    once = one.full and other.full and one.year == other.year
    first = datetext.show(one, weekday=False, year=not once)
    return f"{first} and {datetext.show(other, weekday=False, year=not neither)}"


def _apart(one: Date, other: Date) -> str:
    words = f"{_pair(one, other)} are not the same {'day' if one.full and other.full else 'time'}"
    x, y = one.interval, other.interval
    adjacent = x and y and one.part and other.part and (y.first - x.last).days == 1
    if adjacent and one.part and other.part and hours_adjoin(one.part, other.part):
        return f"{words}, but the hours adjoin: time zones may explain it"
    return words


def _compare_parts(one: Date, other: Date) -> Comparison:
    """Two dates of the same days: what remains is the part of the day and how exact they are."""
    if one.part is other.part:
        return same("the same" if one.about == other.about else "the same date, one of them given loosely")
    if one.part is None or other.part is None:
        part = one.part or other.part
        return compatible(
            Relation.PRECISION, f"one adds the part of the day: {datetext.part_words(part)}" if part else ""
        )
    words = f"{datetext.part_words(one.part)} and {datetext.part_words(other.part)}"
    if parts_meet(one.part, other.part):
        return compatible(Relation.WORDING, f"{words} can be the same hours")
    return different(f"{words} of the same day")


def _compare_overlap(one: Date, other: Date, x: Interval, y: Interval) -> Comparison:
    if x.within(y) or y.within(x):
        inner, outer = (one, other) if x.within(y) else (other, one)
        return compatible(Relation.PRECISION, f"{inner.show()} lies within {outer.show()}")
    if one.loose or other.loose:
        return compatible(Relation.PRECISION, f"{one.show()} and {other.show()} overlap")
    return different(f"{_pair(one, other)} overlap, but are not the same days")


def _compare_symbolic(one: Date, other: Date, x: Interval | None, y: Interval | None) -> Comparison:
    for name in ("year", "month", "day"):
        a, b = getattr(one, name), getattr(other, name)
        if a is not None and b is not None and a != b and not (one.end or other.end or one.unit or other.unit):
            return different(f"{_pair(one, other)} are not the same {name}")
    return _compare_weekdays(one, other, x, y)


def _weekdays(value: Date, days: Interval | None) -> frozenset[int]:
    if days is not None:
        return frozenset((days.first.weekday() + i) % 7 for i in range(min((days.last - days.first).days + 1, 7)))
    plain = value.weekday is not None and value.end is None
    return frozenset((value.weekday,)) if plain and value.weekday is not None else frozenset(range(7))


def _compare_weekdays(one: Date, other: Date, x: Interval | None, y: Interval | None) -> Comparison:
    mine, theirs = _weekdays(one, x), _weekdays(other, y)
    if not mine & theirs:
        return different(f"{one.show()} and {other.show()} are not the same day of the week")
    if len(mine) == len(theirs) == 1:
        parts = _compare_parts(one, other)
        fits = f"both are a {WEEKDAYS[min(mine)]}"
        return parts if parts.different else compatible(Relation.PRECISION, fits)
    return unknown(f"it can't be told whether {one.show()} is {other.show()}")
