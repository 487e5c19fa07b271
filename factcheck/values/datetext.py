"""How a date is written for a reader, for the report's data, and in canonical text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.values.calendar import MONTHS, WEEKDAYS, DayPart, Direction, Section, Unit

if TYPE_CHECKING:
    from factcheck.values.date import Date

_SECTION_WORDS = {
    Section.START: "early",
    Section.MID: "mid",
    Section.END: "late",
    Section.Q1: "first quarter of",
    Section.Q2: "second quarter of",
    Section.Q3: "third quarter of",
    Section.Q4: "fourth quarter of",
    Section.H1: "first half of",
    Section.H2: "second half of",
    Section.WEEK1: "first week of",
    Section.WEEK2: "second week of",
    Section.WEEK3: "third week of",
    Section.WEEK4: "last week of",
}
_PART_WORDS = {DayPart.BEFORE_DAWN: "before dawn", DayPart.EARLY: "early hours", DayPart.LATE: "late hours"}
_NEAR = {-1: "last", 0: "this", 1: "next"}
_NEAR_DAYS = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def canonical(value: Date) -> str:
    """The text that `Date.read` reads back; equal dates have equal texts."""
    items = [
        _iso(value),
        WEEKDAYS[value.weekday] if value.weekday is not None else "",
        value.part or "",
        value.section or "",
        _unit_item(value),
        value.direction or "",
        "about" if value.about else "",
    ]
    text = " ".join(item for item in items if item)
    if value.base:
        text += f" from {canonical(value.base) or 'then'}"
    return f"{text} / {canonical(value.end)}" if value.end else text


def _iso(value: Date) -> str:
    year = "XXXX" if value.year is None else f"{value.year:04d}"
    if value.day is not None:
        return f"{year}-{_two(value.month)}-{_two(value.day)}"
    if value.month is not None:
        return f"{year}-{_two(value.month)}"
    return "" if value.year is None else year


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02d}"


def _unit_item(value: Date) -> str:
    if value.unit is None:
        return ""
    return value.unit.value if value.offset is None else f"{value.unit}{value.offset:+d}"


def show(value: Date, weekday: bool = True, year: bool = True) -> str:
    """English words for a reader; without the weekday or the year where the sentence around has them already."""
    if value.end:
        return _show_range(replace(value, end=None), value.end, year)
    words = _show_plain(value, weekday, year)
    if value.part and words:
        words = f"{words}{', ' if value.month or value.year else ' '}{part_words(value.part)}"
    elif value.part:
        words = part_words(value.part)
    return f"about {words}" if value.about else words


def part_words(part: DayPart) -> str:
    """A part of the day in words."""
    return _PART_WORDS.get(part, part.value)


def _show_range(first: Date, last: Date, year: bool) -> str:
    if first.full and last.full and first.year == last.year:
        same_month = first.month == last.month
        start = str(first.day) if same_month else show(first, weekday=False, year=False)
        return f"{start} to {show(last, weekday=False, year=year)}"
    return f"{show(first, weekday=False)} to {show(last, weekday=False)}"


def _show_plain(value: Date, weekday: bool, year: bool) -> str:
    absolute = _show_absolute(value, year)
    if value.unit is not None and value.offset is None:
        return f"{value.unit} of {absolute}"
    relative = _show_relative(value)
    name = _weekday_name(value) if weekday or not absolute else ""
    if value.direction and not relative:
        head = {Direction.PAST: "last", Direction.FUTURE: "next", Direction.THIS: "this"}[value.direction]
        return " ".join(filter(None, (head, name, absolute)))
    joined = " ".join(filter(None, (name, absolute)))
    return f"{joined} of {relative}" if joined and relative else joined or relative


def _weekday_name(value: Date) -> str:
    if value.weekday is not None:
        return WEEKDAYS[value.weekday]
    days = value.interval if value.full else None
    return WEEKDAYS[days.first.weekday()] if days else ""


def _show_absolute(value: Date, year: bool) -> str:
    if value.section is Section.DECADE and value.year is not None:
        return f"the {value.year}s" if value.year % 10 == 0 else f"around {value.year + 5}"
    day = "" if value.day is None else str(value.day) if value.month else f"the {_ordinal(value.day)}"
    month = MONTHS[value.month - 1] if value.month else ""
    shown_year = str(value.year) if value.year is not None and (year or not month) else ""
    words = " ".join(filter(None, (day, month, shown_year)))
    return _with_section(words, value.section) if words else ""


def _ordinal(number: int) -> str:
    teen = number // 10 == 1
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _with_section(words: str, section: Section | None) -> str:
    if section is None:
        return words
    head = _SECTION_WORDS.get(section)
    return f"{head} {words}" if head else f"the {section} of {words}"


def _show_relative(value: Date) -> str:
    if value.unit is None or value.offset is None:
        return ""
    words = (
        _offset_words(value.unit, value.offset)
        if value.base is None
        else _from_base(value.unit, value.offset, value.base)
    )
    bare = value.month is None and value.day is None
    if value.direction and value.unit is not Unit.DAY:
        words = {Direction.PAST: "earlier ", Direction.FUTURE: "later "}.get(value.direction, "") + words
    return _with_section(words, value.section) if bare else words


def _from_base(unit: Unit, offset: int, base: Date) -> str:
    """`2 days before 5 June`, `2 days later`."""
    known = canonical(base)
    if offset == 0:
        return f"the {unit} of {show(base)}" if known else f"the same {unit}"
    count = _count_words(unit, abs(offset))
    if not known:
        return f"{count} {'later' if offset > 0 else 'earlier'}"
    return f"{count} {'after' if offset > 0 else 'before'} {show(base)}"


def _count_words(unit: Unit, count: int) -> str:
    name = "decade" if unit is Unit.DECADE else unit.value
    return f"{count} {name}{'' if count == 1 else 's'}"


def _offset_words(unit: Unit, offset: int) -> str:
    if unit is Unit.DAY and offset in _NEAR_DAYS:
        return _NEAR_DAYS[offset]
    name = "decade" if unit is Unit.DECADE else unit.value
    if offset in _NEAR and unit is not Unit.DAY:
        return f"{_NEAR[offset]} {name}"
    count = _count_words(unit, abs(offset))
    return f"{count} ago" if offset < 0 else f"in {count}"


def plain_data(value: Date) -> dict[str, Any]:
    """The date for the report's JSON: ISO text with its precision where it is known, else what the words say."""
    days = value.interval
    if days is None:
        return {"date": canonical(value), "precision": "symbolic"}
    data: dict[str, Any] = (
        {"date": _iso(value)} if _is_iso(value) else {"first": str(days.first), "last": str(days.last)}
    )
    if value.precision != "day":
        data["precision"] = value.precision
    if value.part:
        data["part"] = value.part.value
    if value.about:
        data["about"] = True
    return data


def _is_iso(value: Date) -> bool:
    return value.end is None and value.unit is None and value.section is None
