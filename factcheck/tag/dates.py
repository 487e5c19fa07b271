"""Finds the dates and times of a sentence, in any order and bracketing that newsrooms use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Token
from factcheck.tag.datecounts import read_counted
from factcheck.tag.datefigures import Read, Text, bare_year
from factcheck.tag.datejoin import read_date
from factcheck.tag.datewords import Phrases, date_words, words_of
from factcheck.tag.times import read_time
from factcheck.values.calendar import Unit
from factcheck.values.date import Date

DATE, TIME = "date", "time"


def find_dates(tokens: Sequence[Token], lexicon: Lexicon, taken: bytearray) -> list[Mention]:
    """Mentions of type `date` (a symbolic `Date`) and `time` (a `TimeOfDay`) in a sentence, marking their tokens.

    A weekday, its full date and a part of the day in any order are one mention. Durations (`24 hours`, `in 24 years`)
    are left to the finder of numbers.
    """
    text = Text(tokens, words_of(tokens), date_words(lexicon), lexicon)
    found: list[Mention] = []
    for i in _starts(text):
        mention = None if taken[i] else _mention_at(text, i, found)
        if mention and not any(taken[mention.first : mention.last]):
            found.append(mention)
            taken[mention.first : mention.last] = b"\1" * (mention.last - mention.first)
    return found


def _starts(text: Text) -> list[int]:
    """Where a date or time may start."""
    starters = text.vocabulary.starters
    return [
        i
        for i, (word, token) in enumerate(zip(text.words, text.tokens, strict=True))
        if word in starters or token.kind == "n" or (token.kind == "w" and "-" in word)
    ]


def _mention_at(text: Text, i: int, before: Sequence[Mention]) -> Mention | None:
    counted = read_counted(text, i, DATE) if text.words[i] in text.vocabulary.units else None
    if counted:
        return counted
    dated = _read_dated(text, i, listed=_continues_years(text, i, before))
    time = read_time(text, i)
    if dated and (time is None or dated[1] >= time[1]):
        return Mention(DATE, i, dated[1], dated[0])
    if time:
        return Mention(TIME, i, time[1], time[0])
    return None


def _continues_years(text: Text, i: int, before: Sequence[Mention]) -> bool:
    """Whether the number at `i` carries on a list of years: `1961, 2000 and 2001`."""
    if not before or text.kind(i) != "n" or before[-1].type != DATE or not _is_year(before[-1].value):
        return False
    return before[-1].last < i <= before[-1].last + 2 and all(
        word in text.vocabulary.list_links for word in text.words[before[-1].last : i]
    )


def _is_year(value: Date) -> bool:
    return value.year is not None and value.month is None and value.end is None


def _read_dated(text: Text, i: int, listed: bool) -> Read | None:
    """A date or a range of them; `listed` admits a year without a cue."""
    links = text.vocabulary.range_openers.get(text.words[i])
    if links:
        return _read_opened(text, i, links) or read_date(text, i, bare=listed)
    bare = _is_year_range(text, i)
    first = read_date(text, i, bare=bare)
    whole = _read_rest(text, first, text.vocabulary.range_links) if first else None
    return whole or (first if bare == listed else read_date(text, i, bare=listed))


def _read_opened(text: Text, i: int, links: Phrases) -> Read | None:
    """`between August and February`, `from 3 to 5 June`."""
    start = i + 1 + (text.word(i + 1) == "the")
    first = _now(text, start) or read_date(text, start, bare=True)
    if first is None or first[0].end is not None:
        return first
    return _read_rest(text, first, links, opened=True)


def _read_rest(text: Text, first: Read, links: Phrases, opened: bool = False) -> Read | None:
    """The range that a date begins: `Tuesday to Thursday`, `2014-2018`."""
    link = links.value(text.words, first[1]) if first[0].end is None else None
    second = _range_end(text, link[1], first[0]) if link else None
    value = _range(first[0], second[0], opened=opened) if second else None
    return (value, second[1]) if value and second else None


def _is_year_range(text: Text, i: int) -> bool:
    first = bare_year(text, i) if text.kind(i) == "n" else None
    if first is None or (text.word(i - 1) == "-" and text.glued(i)):
        return False
    link = text.vocabulary.range_links.value(text.words, i + 1)
    last = bare_year(text, link[1]) if link else None
    return last is not None and first < last


def _grain(value: Date) -> str:
    return "weekday" if value.weekday is not None and value.day is None else value.precision


def _range(first: Date, last: Date, opened: bool) -> Date | None:
    alike = _grain(first) == _grain(last) or (_is_year(first) and last.full)
    if last.end is not None or not (alike or opened):
        return None
    if first.year is None and last.year is not None and first.month and last.month:
        first = replace(first, year=last.year - (first.month > last.month))
    both = first.interval, last.interval
    if both[0] and both[1] and both[0].first >= both[1].last:
        return None
    return replace(first, end=last)


def _range_end(text: Text, i: int, first: Date) -> Read | None:
    bare = _is_year(first) or first.day is not None
    return _now(text, i) or read_date(text, i + (text.word(i) == "the"), bare=bare)


def _now(text: Text, i: int) -> Read | None:
    now = text.vocabulary.now.value(text.words, i)
    return (Date(unit=Unit.DAY, offset=0), now[1]) if now else None
