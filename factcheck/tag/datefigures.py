"""Reads the figures of dates: days, years, and dates written in figures alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.lexicon import Lexicon
from factcheck.model import Token
from factcheck.numbers import read_number
from factcheck.tag.datewords import DateWords, Role
from factcheck.values.calendar import is_day
from factcheck.values.date import Date

# Years that news speaks of without saying "year"; wider where a cue makes it plain.
_PLAIN_YEARS = range(1900, 2051)
_CUED_YEARS = range(1000, 2200)
# Years in two figures: up to here they are of this century.
_LATEST_SHORT_YEAR = 39
# Tokens between "number" and the year of a law.
_LONGEST_LAW = 8
CURRENCY_SIGNS = frozenset("$€£¥#")
# A year that may be any, so that 29 February passes.
_LEAP_YEAR = 2000


class Text(NamedTuple):
    """A tokenised sentence with its lower-case words and the language's index."""

    tokens: Sequence[Token]
    words: Sequence[str]
    vocabulary: DateWords
    lexicon: Lexicon

    def word(self, i: int) -> str:
        """The word at `i`, empty outside of the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def kind(self, i: int) -> str:
        """The kind of the token at `i`, empty outside of the sentence."""
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else ""

    def glued(self, i: int) -> bool:
        """Whether no space stands between the tokens `i - 1` and `i`."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def capital(self, i: int) -> bool:
        """Whether the token at `i` is a word with a capital."""
        return self.kind(i) == "w" and self.tokens[i].text[0].isupper()


Read = tuple[Date, int]


def day_number(text: Text, i: int) -> tuple[int, int] | None:
    """A day of the month at `i`: `18`, `18th`, `eighteenth`; with the index after it."""
    word = text.word(i)
    if text.kind(i) == "n":
        if text.kind(i - 1) == "p" and text.glued(i) and text.word(i - 1) in CURRENCY_SIGNS:
            return None
        if len(word) > 2 or not word.isdecimal() or not 1 <= int(word) <= 31:
            return None
        marked = text.glued(i + 1) and text.word(i + 1) in text.vocabulary.ordinal_marks
        return int(word), i + 1 + marked
    for entry in text.vocabulary.leads.at(text.words, i):
        if entry.role is Role.ORDINAL:
            return entry.value, i + len(entry.words)
    return None


def year_number(text: Text, i: int) -> int | None:
    """A year in four figures at `i`, where something else makes it plain that it is one."""
    word = text.word(i)
    if len(word) != 4 or not word.isdecimal() or int(word) not in _CUED_YEARS or text.word(i + 1) == "%":
        return None
    return int(word)


def short_year(text: Text, i: int) -> int | None:
    """A year in two figures, as in `April of 87`."""
    word = text.word(i)
    return full_year(int(word)) if len(word) == 2 and word.isdecimal() else None


def full_year(short: int) -> int:
    """The year that two figures stand for."""
    return short + (2000 if short <= _LATEST_SHORT_YEAR else 1900)


def cued_year(text: Text, i: int) -> int | None:
    """A year in four figures that the word before it makes a year: `in 2014`, `by 2030`, `the 2014 election`."""
    year, before = year_number(text, i), text.word(i - 1)
    if year is None or is_law_year(text, i):
        return None
    if before in text.vocabulary.year_before:
        return year if year in _PLAIN_YEARS or may_follow_year(text, i + 1) else None
    if before not in text.vocabulary.year_before_weak or year not in _PLAIN_YEARS or _names_a_thing(text, i + 1):
        return None
    article = before in text.vocabulary.articles
    return year if may_follow_year(text, i + 1) or (article and year % 100 != 0) else None


def _names_a_thing(text: Text, i: int) -> bool:
    """Whether the number before `i` is part of a name: `the 2006 Jeep`, `asteroid 2014 RC`."""
    return text.capital(i) and (text.word(i - 2) in text.vocabulary.articles or text.tokens[i].text.isupper())


def spoken_year(text: Text, i: int) -> tuple[int, int] | None:
    """A year in words after a month: `two thousand and fifteen`, `nineteen ninety six`."""
    found = exact_number(text, i) if text.kind(i) == "w" else None
    if found is None:
        return None
    year, after = found
    rest = exact_number(text, after) if year in (18, 19, 20) and text.kind(after) == "w" else None
    if rest and rest[0] < 100:
        year, after = year * 100 + rest[0], rest[1]
    return (year, after) if year in _PLAIN_YEARS else None


def exact_number(text: Text, i: int) -> tuple[int, int] | None:
    """A whole number below ten thousand at `i`, in digits or words, and the index after it."""
    found = read_number(text.tokens, i, text.lexicon) if 0 <= i < len(text.tokens) else None
    if found is None or found[0].low is None or found[0].low != found[0].high:
        return None
    whole = int(found[0].low)
    return (whole, found[1]) if whole == found[0].low and 0 <= whole < 10_000 else None


def may_follow_year(text: Text, i: int) -> bool:
    counted = text.kind(i) == "w" and not text.capital(i)
    return not counted or text.word(i) in text.vocabulary.year_followers


def is_law_year(text: Text, i: int) -> bool:
    """Whether the year at `i` is in the name of a law: `Number 12 of 2014`, `Tahun 2014 Nomor 12`."""
    numbered = text.vocabulary.law_numbers
    if text.word(i + 1) in numbered:
        return True
    return text.kind(i - 2) == "n" and any(text.word(k) in numbered for k in range(i - _LONGEST_LAW, i - 2))


def bare_year(text: Text, i: int) -> int | None:
    """A year in four figures without a cue, for places where only a year can stand."""
    year = year_number(text, i)
    return year if year in _PLAIN_YEARS else None


def figure_date(text: Text, i: int, sure: bool) -> Read | None:
    """A date in figures: `20/06/2024`, `2024-06-19`, `19.6.2024`; `19/6` where `sure` or after a preposition."""
    word = text.word(i)
    for sign in "/.":
        pieces = word.split(sign)
        if len(pieces) == 3:
            return _triplet(text, pieces, i + 1, short_year=sign == "/")
        if len(pieces) == 2 and sign == "/":
            return _pair(text, pieces, i, sure)
    return _dashed(text, i)


def _dashed(text: Text, i: int) -> Read | None:
    if not (text.word(i + 1) == text.word(i + 3) and text.word(i + 1) in ("-", "/") and text.kind(i + 4) == "n"):
        return None
    if not all(text.glued(k) for k in range(i + 1, i + 5)):
        return None
    if text.kind(i + 2) == "n":
        return _triplet(text, [text.words[i], text.words[i + 2], text.words[i + 4]], i + 5, short_year=False)
    return _named_month(text, i)


def _named_month(text: Text, i: int) -> Read | None:
    """`2019-Aug-01`; `01-Aug-2019` is read with the days of a month."""
    year, day = year_number(text, i), day_number(text, i + 4)
    months = [entry.value for entry in text.vocabulary.leads.at(text.words, i + 2) if entry.role is Role.MONTH]
    if year is None or day is None or not months:
        return None
    return _ordered(year, [(months[0], day[0])], day[1])


def _triplet(text: Text, pieces: Sequence[str], after: int, short_year: bool) -> Read | None:
    if not all(piece.isdecimal() and len(piece) <= 4 for piece in pieces):
        return None
    first, second, third = (int(piece) for piece in pieces)
    if len(pieces[0]) == 4:
        return _ordered(first, ((second, third), (third, second)), after)
    if len(pieces[2]) == 4:
        return _ordered(third, _day_month(text, first, second), after)
    if not short_year or len(pieces[2]) != 2:
        return None
    return _ordered(full_year(third), _day_month(text, first, second), after)


def _day_month(text: Text, first: int, second: int) -> tuple[tuple[int, int], ...]:
    """Month and day in the order of the language, then in the other one."""
    orders = ((second, first), (first, second))
    return orders if text.vocabulary.day_first else orders[::-1]


def _ordered(year: int, orders: Sequence[tuple[int, int]], after: int) -> Read | None:
    for month, day in orders:
        if year in _CUED_YEARS and is_day(year, month, day):
            return Date(year, month, day), after
    return None


def _pair(text: Text, pieces: Sequence[str], i: int, sure: bool) -> Read | None:
    if not all(piece.isdecimal() for piece in pieces) or len(pieces[0]) > 2:
        return None
    first, second = int(pieces[0]), int(pieces[1])
    if len(pieces[1]) == 4:
        return (Date(second, first), i + 1) if 1 <= first <= 12 and second in _PLAIN_YEARS else None
    if not sure and text.word(i - 1) not in text.vocabulary.figure_before and not _starts_range(text, i):
        return None
    for month, day in _day_month(text, first, second):
        if is_day(_LEAP_YEAR, month, day):
            year = year_number(text, i + 2) if text.word(i + 1) == "," else None
            return Date(year, month, day), i + 1 if year is None else i + 3
    return None


def _starts_range(text: Text, i: int) -> bool:
    """`3/6-5/6`: two figures of that form with a dash between them."""
    return text.word(i + 1) in ("-", "–") and text.glued(i + 1) and text.glued(i + 2) and "/" in text.word(i + 2)
