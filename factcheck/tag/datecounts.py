"""Reads dates that are counted: `two days ago`, `24 tahun lalu`, `3 days before Christmas`, `the next two weeks`."""

from __future__ import annotations

from factcheck.model import Mention
from factcheck.tag.datefigures import Text, exact_number
from factcheck.tag.datejoin import read_date
from factcheck.values.calendar import Unit
from factcheck.values.date import Date

_LONGEST_COUNT = 4
# Units short enough for "in two weeks" to be an appointment rather than a span of history.
_NEAR_UNITS = frozenset((Unit.DAY, Unit.WEEK, Unit.MONTH))


def read_counted(text: Text, i: int, type_: str) -> Mention | None:
    """The counted date whose unit stands at `i`, with its number before it."""
    vocabulary, unit = text.vocabulary, text.vocabulary.units[text.words[i]]
    for phrases, base in ((vocabulary.unit_shifts, None), (vocabulary.unit_later, Date())):
        shift = phrases.value(text.words, i + 1)
        count = _count_before(text, i) if shift else None
        if shift and count:
            return Mention(type_, count[1], shift[1], Date(unit=unit, offset=shift[0] * count[0], base=base))
    found = _counted_from(text, i, unit) or _coming(text, i, unit) or _planned_in(text, i, unit)
    return Mention(type_, *found) if found else None


def _counted_from(text: Text, i: int, unit: Unit) -> tuple[int, int, Date] | None:
    shift = text.vocabulary.unit_bases.value(text.words, i + 1)
    base = read_date(text, shift[1]) if shift else None
    count = _count_before(text, i) if base else None
    if shift is None or base is None or count is None or base[0].end is not None:
        return None
    return count[1], base[1], Date(unit=unit, offset=shift[0] * count[0], base=base[0])


def _coming(text: Text, i: int, unit: Unit) -> tuple[int, int, Date] | None:
    """`the next two days`, `two coming days`: from the article's day on."""
    coming = text.vocabulary.coming
    at = i - 1 if text.word(i - 1) in coming else i
    count = _count_before(text, at)
    if count is None or (at == i and text.word(count[1] - 1) not in coming):
        return None
    value = Date(unit=Unit.DAY, offset=0, end=Date(unit=unit, offset=count[0]))
    return count[1] - (at == i), i + 1, value


def _planned_in(text: Text, i: int, unit: Unit) -> tuple[int, int, Date] | None:
    """`will rule in two weeks`: after a word of planning, and only for near units; else it is a duration."""
    count = _count_before(text, i) if unit in _NEAR_UNITS else None
    if count is None or text.word(count[1] - 1) not in text.vocabulary.counts_in:
        return None
    planned = any(word in text.vocabulary.plan_words for word in text.words[: count[1]])
    return (count[1] - 1, i + 1, Date(unit=unit, offset=count[0])) if planned else None


def _count_before(text: Text, i: int) -> tuple[int, int] | None:
    """The whole number that ends right before `i`, and where it starts."""
    if text.word(i - 1) in text.vocabulary.one:
        return 1, i - 1
    for start in range(max(0, i - _LONGEST_COUNT), i):
        found = exact_number(text, start)
        if found and found[1] == i:
            return (found[0], start) if found[0] < 1000 else None
    return None
