"""Gathers the pieces of one date over commas, brackets and small words, in whatever order they stand."""

from __future__ import annotations

from dataclasses import fields, replace

from factcheck.tag.datefigures import Read, Text
from factcheck.tag.dateparts import read_piece
from factcheck.values.calendar import DayPart, Unit
from factcheck.values.date import Date

_FIELDS = tuple(field.name for field in fields(Date))
_BRACKETS = frozenset("([")
_CLOSING = frozenset(")]")
_LONGEST_GAP = 3
_LOOSE_PARTS = frozenset((DayPart.EARLY, DayPart.LATE))


def read_date(text: Text, i: int, bare: bool = False) -> Read | None:
    """The date at `i`, gathered piece by piece over commas, brackets and small words; with the index after it."""
    found = read_piece(text, i, bare=bare)
    if found is None:
        return None
    value, after = found
    while more := _next_piece(text, value, after):
        value, after = more
    return (value, after) if _is_dated(value) else None


def _is_dated(value: Date) -> bool:
    """A part of the day, a season or a lone direction is no date."""
    return any(getattr(value, name) is not None for name in ("year", "month", "day", "weekday", "unit"))


def _next_piece(text: Text, value: Date, after: int) -> Read | None:
    if value.end is not None:
        return None
    at, bracket, comma = _over_gap(text, after)
    found = read_piece(text, at, have=value, sure=bracket or value.unit is Unit.WEEK)
    if found is None and at > after:
        at, bracket, comma = after, False, False
        found = read_piece(text, at, have=value, sure=value.unit is Unit.WEEK)
    if found is None or not _joins(value, found[0], comma and not bracket, at > after):
        return None
    merged = _merge(value, found[0])
    closes = text.word(found[1]) in _CLOSING and text.word(after - 1) not in _CLOSING
    return (merged, found[1] + (bracket and closes)) if merged else None


def _over_gap(text: Text, i: int) -> tuple[int, bool, bool]:
    """The index after commas, brackets and joining words, and whether a bracket or a comma was among them."""
    at, bracket, comma = i, False, False
    while at < i + _LONGEST_GAP:
        link = text.vocabulary.part_links.value(text.words, at)
        word = text.word(at)
        if link:
            at = link[1]
        elif word in text.vocabulary.joiners or word in _BRACKETS:
            bracket, comma = bracket or word in _BRACKETS, comma or word == ","
            at += 1
        else:
            break
    return at, bracket, comma


def _joins(value: Date, new: Date, comma: bool, gap: bool) -> bool:
    """Whether two pieces make one date, rather than two dates side by side."""
    if new.end is not None:
        return value.weekday is not None and value.month is None
    if _only_part(new):
        return not comma and (value.weekday is not None or value.day is not None or value.unit is Unit.DAY)
    if _only_part(value):
        return not comma and (new.weekday is not None or new.day is not None or (new.unit is Unit.DAY and not gap))
    if new.unit is not None:
        return not comma and _counts_from(value, new)
    if new.weekday is not None and new.day is None:
        return value.day is not None or (value.unit is Unit.WEEK and not comma)
    if new.day is not None:
        return value.weekday is not None and value.month is None and value.unit is None
    return value.month is not None and new.month is None and not comma


def _only_part(value: Date) -> bool:
    return value.part is not None and not _is_dated(value)


def _counts_from(value: Date, new: Date) -> bool:
    """`Tuesday of last week`, `June last year`."""
    if value.unit is not None or value.year is not None:
        return False
    if new.unit is Unit.WEEK:
        return value.weekday is not None and value.day is None
    return new.unit is Unit.YEAR and value.month is not None


def _merge(value: Date, new: Date) -> Date | None:
    """Both pieces in one date, or None where they contradict one another."""
    changes = {name: found for name in _FIELDS if _is_set(found := getattr(new, name))}
    for name, found in changes.items():
        own = getattr(value, name)
        if _is_set(own) and own != found and not (name == "part" and own in _LOOSE_PARTS):
            return None
    if value.part is DayPart.EARLY and new.part is DayPart.MORNING:
        changes.pop("part")
    return replace(value, **changes)


def _is_set(field: object) -> bool:
    return field is not None and field is not False
