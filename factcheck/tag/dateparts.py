"""Reads the pieces that dates are made of: a month with its day and year, a weekday, a relative word, a year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from factcheck.tag.datedays import (
    days_of_month,
    decade,
    lone_day,
    month_first,
    the_day,
    with_year,
    year_after,
    year_with_quarter,
)
from factcheck.tag.datefigures import (
    CURRENCY_SIGNS,
    Read,
    Text,
    bare_year,
    cued_year,
    day_number,
    exact_number,
    figure_date,
    is_law_year,
    may_follow_year,
    spoken_year,
    year_number,
)
from factcheck.tag.datewords import Role
from factcheck.values.calendar import DayPart, Direction, Section, Unit
from factcheck.values.date import Date


def read_piece(text: Text, i: int, have: Date | None = None, bare: bool = False, sure: bool = False) -> Read | None:
    """The piece of a date at `i`, given what stands before it.

    `bare` admits a year without a cue, `sure` words that are mostly something else (`may`, `Sun`).
    """
    if text.kind(i) == "n" and (number := _number(text, i, have, bare)):
        return number
    if "-" in text.word(i):
        hyphenated = _hyphenated(text, i)
        if hyphenated:
            return hyphenated
    for entry in text.vocabulary.leads.at(text.words, i):
        found = _READERS[entry.role](text, i, i + len(entry.words), entry.value, sure)
        if found:
            return found
    return lone_day(text, i) if _lacks_day(have) else None


def _lacks_day(have: Date | None) -> bool:
    return have is not None and have.weekday is not None and have.day is None and have.month is None


def _number(text: Text, i: int, have: Date | None, bare: bool) -> Read | None:
    weekday = have is not None and have.weekday is not None
    found = figure_date(text, i, sure=weekday or bare) or days_of_month(text, i) or decade(text, i)
    found = found or year_with_quarter(text, i)
    if found:
        return found
    if have is not None and have.day is None and have.year is None and (have.month or have.section):
        year = year_number(text, i)
    else:
        year = bare_year(text, i) if bare else cued_year(text, i)
    if year is not None:
        return Date(year), i + 1
    return lone_day(text, i) if _lacks_day(have) else the_day(text, i)


def _month(text: Text, i: int, j: int, month: int, sure: bool) -> Read | None:
    if not sure and not _plausible(text, i, j):
        return None
    at = j + (text.word(j) == "." and text.kind(j + 1) == "n" and text.words[i] in text.vocabulary.abbreviations)
    if text.word(at) in ("-", "/") and text.glued(at) and text.glued(at + 1):
        at += 1
    return month_first(text, at, month) or with_year(text, j, Date(month=month))


def _plausible(text: Text, i: int, j: int) -> bool:
    """Whether a word that is often something else is a date here: `may`, `Sun`, `June Carter`."""
    word, before = text.words[i], text.word(i - 1)
    if before in CURRENCY_SIGNS and text.glued(i):
        return False
    if word in text.vocabulary.weak:
        if not text.capital(i):
            return False
        follower = j + (text.word(j) in (".", ",", "/", "-"))
        dated = text.kind(follower) == "n" or (follower > j and text.word(follower) in text.vocabulary.leads)
        return dated or text.word(j) == "(" or (before in text.vocabulary.before_dates and not _names(text, j))
    return word not in text.vocabulary.name_like or before in text.vocabulary.before_dates or not _names(text, j)


def _names(text: Text, i: int) -> bool:
    """Whether a capitalised word that is no date word stands at `i`."""
    return text.capital(i) and text.word(i) not in text.vocabulary.leads


def _weekday(text: Text, i: int, j: int, weekday: int, sure: bool) -> Read | None:
    word = text.words[i]
    if not sure and not _plausible(text, i, j):
        return None
    if word in text.vocabulary.unit_or_weekday and not sure and (not text.capital(i) or _is_counted(text, i)):
        return None
    j += text.word(j) == "." and word in text.vocabulary.abbreviations and text.word(j + 1) in (",", "(")
    hint = text.vocabulary.hints_after.value(text.words, j)
    return (Date(weekday=weekday, direction=hint[0]), hint[1]) if hint else (Date(weekday=weekday), j)


def _fixed(text: Text, i: int, j: int, value: Date, sure: bool) -> Read | None:
    if text.words[i] in text.vocabulary.unit_or_weekday and i > 0 and text.capital(i):
        return None
    if text.words[i] in text.vocabulary.units and _is_counted(text, i):
        return None
    if value.unit is Unit.DAY and j == i + 1 and _in_name(text, i):
        return None
    year, after = year_after(text, j, comma=True) if value.month and value.day else (None, j)
    return (replace(value, year=year), after) if year else (value, j)


def _is_counted(text: Text, i: int) -> bool:
    """Whether a unit has a number before it: `7 hari ini`, `beberapa tahun lalu`."""
    before = exact_number(text, i - 1)
    return (before is not None and before[1] == i) or text.word(i - 1) in text.vocabulary.vague_counts


def _in_name(text: Text, i: int) -> bool:
    """Whether a word such as `today` is part of a title: a capital in mid-sentence, with another beside it."""
    return i > 0 and text.capital(i) and (text.capital(i - 1) or text.capital(i + 1))


def _part(text: Text, i: int, j: int, part: DayPart, sure: bool) -> Read | None:
    return Date(part=part), j


def _eve(text: Text, i: int, j: int, part: DayPart, sure: bool) -> Read | None:
    """`malam Minggu`: the night that ends on that day."""
    for entry in text.vocabulary.leads.at(text.words, j):
        if entry.role is Role.WEEKDAY and text.capital(j):
            return Date(weekday=(entry.value - 1) % 7, part=part), j + 1
    return None


def _section(text: Text, i: int, j: int, section: Section, sure: bool) -> Read | None:
    at = j + (text.word(j) in ("-", "the"))
    found = read_piece(text, at, Date(section=section), sure=True) or _current(text, at)
    if found is None:
        return None
    value, after = found
    part = text.vocabulary.section_parts.get(text.words[i])
    if part is DayPart.EARLY and value.part is DayPart.MORNING:
        value = replace(value, part=part)
    if value.weekday is not None or (value.unit is Unit.DAY and value.day is None):
        return (replace(value, part=value.part or part), after) if part else None
    if value.section is not None or value.day is not None or value.end is not None or value.unit is Unit.DAY:
        return None
    return (replace(value, section=section), after) if value.year or value.month or value.unit else None


def _current(text: Text, i: int) -> Read | None:
    """`the year` in `the end of the year`: the one of the article."""
    at = i + (text.word(i) == "the")
    unit = text.vocabulary.current_units.get(text.word(at))
    return (Date(unit=unit, offset=0), at + 1) if unit and may_follow_year(text, at + 1) else None


def _quarter(text: Text, i: int, j: int, section: Section, sure: bool) -> Read | None:
    year, after = year_after(text, j, comma=False)
    return (Date(year, section=section), after) if year else None


def _hint(text: Text, i: int, j: int, direction: Direction, sure: bool) -> Read | None:
    figures = figure_date(text, j, sure=True) if text.kind(j) == "n" else None
    if figures and figures[0].year is None:
        return replace(figures[0], direction=direction), figures[1]
    for entry in text.vocabulary.leads.at(text.words, j):
        found = None
        if entry.role in (Role.WEEKDAY, Role.MONTH) and (text.words[j] not in text.vocabulary.weak or text.capital(j)):
            found = _READERS[entry.role](text, j, j + 1, entry.value, True)
        if found and found[0].year is None:
            return replace(found[0], direction=direction), found[1]
        if entry.role is Role.SEASON:
            offset = {Direction.PAST: -1, Direction.FUTURE: 1, Direction.THIS: 0}[direction]
            return Date(section=entry.value, unit=Unit.YEAR, offset=offset), j + len(entry.words)
    return None


def _week_of(text: Text, i: int, j: int, _: object, sure: bool) -> Read | None:
    """`the week of June 3`."""
    found = read_piece(text, j)
    day = found[0].day is not None and found[0].month is not None and found[0].end is None if found else False
    return (replace(found[0], unit=Unit.WEEK), found[1]) if found and day else None


def _year_word(text: Text, i: int, j: int, _: object, sure: bool) -> Read | None:
    """`in nineteen ninety six`."""
    year = spoken_year(text, i) if text.word(i - 1) in text.vocabulary.year_before else None
    return (Date(year[0]), year[1]) if year else None


def _shade(text: Text, i: int, j: int, direction: Direction, sure: bool) -> Read | None:
    """`earlier this week`, `later this month`."""
    for entry in text.vocabulary.leads.at(text.words, j):
        if entry.role is Role.FIXED and entry.value.unit not in (None, Unit.DAY):
            return replace(entry.value, direction=direction), j + len(entry.words)
    current = _current(text, j) if text.word(j) == "the" else None
    return (replace(current[0], direction=direction), current[1]) if current else None


def _year_noun(text: Text, i: int, j: int, _: object, sure: bool) -> Read | None:
    """`tahun 2000`; the year of a numbered law is part of its name."""
    year = year_number(text, j)
    if year is None or is_law_year(text, j):
        return None
    return decade(text, j) or (Date(year), j + 1)


def _month_noun(text: Text, i: int, j: int, _: object, sure: bool) -> Read | None:
    found = read_piece(text, j, sure=True) if text.kind(j) == "w" else None
    return found if found and found[0].month is not None and found[0].day is None else None


def _weekday_noun(text: Text, i: int, j: int, _: object, sure: bool) -> Read | None:
    found = read_piece(text, j, sure=True) if text.kind(j) == "w" else None
    return found if found and found[0].weekday is not None else None


def _day_noun(text: Text, i: int, j: int, _: object, sure: bool) -> Read | None:
    """`tanggal 12`, `tanggal 12 Juni 2024`, `tanggal 12/6`."""
    found = figure_date(text, j, sure=True) or days_of_month(text, j)
    if found or text.kind(j) != "n":
        return found
    day = day_number(text, j)
    return (Date(day=day[0]), day[1]) if day else None


def _season(text: Text, i: int, j: int, section: Section, sure: bool) -> Read | None:
    year, after = year_after(text, j, comma=False)
    return (Date(year, section=section), after) if year else None


def _ordinal(text: Text, i: int, j: int, day: int, sure: bool) -> Read | None:
    return days_of_month(text, i)


def _hyphenated(text: Text, i: int) -> Read | None:
    """`mid-June 2015`, `Jan-Feb 2017`, `Senin-Jumat`: two date words in one token."""
    head, _, tail = text.words[i].partition("-")
    one, two = (_role_values(text, word) for word in (head, tail))
    if Role.SECTION in one and Role.MONTH in two:
        found = with_year(text, i + 1, Date(month=two[Role.MONTH]))
        return (replace(found[0], section=one[Role.SECTION]), found[1]) if found else None
    if Role.MONTH in one and Role.MONTH in two and text.capital(i):
        found = with_year(text, i + 1, Date(month=two[Role.MONTH]))
        return (replace(found[0], month=one[Role.MONTH], end=found[0]), found[1]) if found else None
    if Role.WEEKDAY in one and Role.WEEKDAY in two and text.capital(i):
        return Date(weekday=one[Role.WEEKDAY], end=Date(weekday=two[Role.WEEKDAY])), i + 1
    return None


def _role_values(text: Text, word: str) -> dict[Role, Any]:
    return {entry.role: entry.value for entry in text.vocabulary.leads.at([word], 0)}


_READERS: dict[Role, Callable[[Text, int, int, Any, bool], Read | None]] = {
    Role.FIXED: _fixed,
    Role.MONTH_NOUN: _month_noun,
    Role.YEAR_NOUN: _year_noun,
    Role.WEEKDAY_NOUN: _weekday_noun,
    Role.DAY_NOUN: _day_noun,
    Role.MONTH: _month,
    Role.WEEKDAY: _weekday,
    Role.EVE: _eve,
    Role.PART: _part,
    Role.SECTION: _section,
    Role.QUARTER: _quarter,
    Role.SEASON: _season,
    Role.HINT: _hint,
    Role.SHADE: _shade,
    Role.ORDINAL: _ordinal,
    Role.WEEK_OF: _week_of,
    Role.YEAR_WORD: _year_word,
}
