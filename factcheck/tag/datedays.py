"""Reads days of a month and the years around them: `18 June 2024`, `June 3-5`, `the 18th`, `2017 Q1`, `the 1990s`."""

from __future__ import annotations

from dataclasses import replace

from factcheck.tag.datefigures import (
    Read,
    Text,
    bare_year,
    day_number,
    may_follow_year,
    short_year,
    spoken_year,
    year_number,
)
from factcheck.tag.datewords import Role
from factcheck.values.calendar import Section, Unit, is_day
from factcheck.values.date import Date

_LEAP_YEAR = 2000


def the_day(text: Text, i: int) -> Read | None:
    """`on the 18th`: an ordinal with nothing counted after it."""
    found = day_number(text, i)
    before = i - 2 if text.word(i - 1) in text.vocabulary.articles else i - 1
    if found is None or found[1] == i + 1 or text.word(before) != "on":
        return None
    return (Date(day=found[0]), found[1]) if may_follow_year(text, found[1]) else None


def year_with_quarter(text: Text, i: int) -> Read | None:
    """`2017 Q1`, `2019-H2`."""
    year = bare_year(text, i)
    if year is None:
        return None
    for entry in text.vocabulary.leads.at(text.words, i + 1 + (text.word(i + 1) == "-")):
        if entry.role is Role.QUARTER:
            return Date(year, section=entry.value), i + 1 + (text.word(i + 1) == "-") + len(entry.words)
    return None


def lone_day(text: Text, i: int) -> Read | None:
    """The day of `Monday 21` or `Tuesday the eleventh`: marked as ordinal, or nothing counted after it."""
    found = day_number(text, i)
    if found is None:
        return None
    day, after = found
    counted = text.kind(after) == "w" and text.word(after) not in text.vocabulary.year_followers
    return None if counted or text.kind(after) == "n" else (Date(day=day), after)


def decade(text: Text, i: int) -> Read | None:
    """`1990s`, `1990-an`."""
    year = bare_year(text, i)
    if year is None or year % 10:
        return None
    at = i + 2 if text.word(i + 1) in ("-", "'") else i + 1
    marked = text.word(at) in text.vocabulary.decade_marks and all(text.glued(k) for k in range(i + 1, at + 1))
    return (Date(year, section=Section.DECADE), at + 1) if marked else None


def days_of_month(text: Text, i: int) -> Read | None:
    """`18 June 2024`, `18th of June`, `3-5 June`, `19 and 20 June`."""
    found = day_number(text, i)
    if found is None:
        return None
    day, after = found
    whole = of_month(text, after, day)
    if whole:
        return whole
    return two_days(text, day, after)


def two_days(text: Text, day: int, after: int) -> Read | None:
    link = text.vocabulary.range_links.value(text.words, after)
    listed = link is None and text.word(after) in text.vocabulary.list_links
    at = link[1] if link else after + 1
    second = day_number(text, at + (text.word(at) == "the")) if link or listed else None
    last = of_month(text, second[1], second[0]) if second else None
    if second is None or last is None or second[0] <= day:
        return None
    first = replace(last[0], day=day)
    if listed and second[0] > day + 1:
        return first, after
    return replace(first, end=last[0]), last[1]


def of_month(text: Text, i: int, day: int) -> Read | None:
    """The month and year after a day, with or without `of`, `-` or `/` between them; `15th day of next month`."""
    at = i + (text.word(i) in text.vocabulary.day_words)
    if text.word(at) in ("of", "-", "/", ".") or text.word(at) in text.vocabulary.joiners - {",", "in", "on", "at"}:
        at += 1
    for entry in text.vocabulary.leads.at(text.words, at):
        if entry.role is Role.MONTH:
            return with_year(text, at + 1, Date(month=entry.value, day=day))
        if entry.role is Role.FIXED and entry.value.unit is Unit.MONTH and at > i + 1:
            return replace(entry.value, day=day), at + len(entry.words)
    return None


def with_year(text: Text, i: int, value: Date) -> Read | None:
    """`value` with the direction or year that follows it; None where the calendar has no such day."""
    i += text.word(i) == "." and text.word(i - 1) in text.vocabulary.abbreviations and text.kind(i + 1) == "n"
    hint = text.vocabulary.hints_after.value(text.words, i)
    if hint:
        return replace(value, direction=hint[0]), hint[1]
    year, after = year_after(text, i, value.day is not None)
    spoken = spoken_year(text, i) if year is None else None
    if spoken:
        year, after = spoken
    if value.day and value.month and not is_day(year or _LEAP_YEAR, value.month, value.day):
        return None
    return replace(value, year=year), after


def year_after(text: Text, i: int, comma: bool) -> tuple[int | None, int]:
    at = i
    if text.word(at) == ",":
        at += not text.vocabulary.day_first and (comma or may_follow_year(text, at + 2))
    elif text.word(at) in ("of", "in", "-", "/", "'", "’") or text.word(at) in text.vocabulary.joiners:
        at += 1
    year = year_number(text, at)
    if year is None and text.word(at - 1) in ("of", "'", "’"):
        year = short_year(text, at)
    return (None, i) if year is None else (year, at + 1)


def month_first(text: Text, i: int, month: int) -> Read | None:
    """`June 18, 2024`, `June the 18th`, `June 3-5`; in day-first languages only with a year after it."""
    at = i + (text.word(i) == "the")
    found = day_number(text, at)
    if found is None or text.word(found[1]) in (":", "%"):
        return None
    day, after = found
    whole = with_year(text, after, Date(month=month, day=day))
    if whole is None or not text.vocabulary.day_first:
        return month_days(text, whole, day, after)
    year = year_number(text, after + 1) if text.word(after) == "," else None
    return None if year is None else (Date(year, month, day), after + 2)


def month_days(text: Text, whole: Read | None, day: int, after: int) -> Read | None:
    """`June 3-5, 2024`: the range, where another day follows; else the date as it is."""
    link = text.vocabulary.range_links.value(text.words, after)
    listed = link is None and text.word(after) in text.vocabulary.list_links - {","}
    at = link[1] if link else after + 1
    second = day_number(text, at + (text.word(at) == "the")) if link or listed else None
    if whole is None or second is None or second[0] <= day or whole[1] != after:
        return whole
    if text.word(second[1]) in text.vocabulary.leads:
        return whole
    if listed and (second[0] != day + 1 or not may_follow_year(text, second[1])):
        return whole
    last = with_year(text, second[1], replace(whole[0], day=second[0]))
    return (replace(last[0], day=day, end=last[0]), last[1]) if last else whole
