"""Finds times of day: `pukul 15.24 WIB`, `around 10 p.m.`, `1818 GMT`, `about midnight`."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from factcheck.tag.datefigures import Text
from factcheck.values.time import TimeOfDay


class _Clock(NamedTuple):
    """A reading of the clock, what followed it, and whether that makes it plain that it is a time."""

    value: TimeOfDay
    after: int
    certain: bool


def read_time(text: Text, i: int) -> tuple[TimeOfDay, int] | None:
    """The time of day at `i` with the index after it; hedges before it (`around`) belong to it."""
    near = text.vocabulary.clock.near.value(text.words, i)
    at = near[1] if near else i
    found = _named(text, at) or _clock_time(text, at)
    if found is None or near is None:
        return found
    return replace(found[0], near=near[0]), found[1]


def _named(text: Text, i: int) -> tuple[TimeOfDay, int] | None:
    found: tuple[TimeOfDay, int] | None = text.vocabulary.clock.named.value(text.words, i)
    if found is None:
        return None
    zone, shift, after = _zone(text, found[1])
    return replace(found[0], zone=zone, shift=shift), after


def _clock_time(text: Text, i: int) -> tuple[TimeOfDay, int] | None:
    noun = text.word(i) in text.vocabulary.clock.nouns
    first = _clock(text, i + noun)
    if first is None:
        return None
    both = _clock_range(text, i, first, noun)
    if both:
        return both
    sure = noun or first.certain or (":" in text.word(i) and text.word(i - 1) in text.vocabulary.clock.before)
    if not sure:
        return None
    return first.value, first.after


def _clock_range(text: Text, i: int, first: _Clock, noun: bool) -> tuple[TimeOfDay, int] | None:
    """`00.00 hingga 23.59 WIB`, `2-3 p.m.`: the second reading says half of day and zone for both."""
    links = text.vocabulary.range_openers.get(text.word(i - 1), text.vocabulary.range_links)
    link = links.value(text.words, first.after)
    at = link[1] if link else 0
    second = _clock(text, at + (text.word(at) in text.vocabulary.clock.nouns)) if link else None
    if second is None or not (second.certain or noun):
        return None
    start, end = first.value, second.value
    if not first.certain and not noun and start.hour <= 12 <= end.hour and start.hour + 12 <= end.hour:
        start = replace(start, hour=start.hour + 12)
    start = replace(start, zone=start.zone or end.zone, shift=end.shift if start.zone is None else start.shift)
    return replace(start, either_half=False, end=end), second.after


def _clock(text: Text, i: int) -> _Clock | None:
    numbers = _figures(text, i)
    if numbers is None:
        return None
    hour, minute, second = numbers
    half, after = _half_of_day(text, i + 1, hour)
    zone, shift, after = _zone(text, after)
    plain = half is None and not text.vocabulary.clock.nouns and not text.word(i).startswith("0") and 1 <= hour <= 12
    value = TimeOfDay(hour if half is None else half, minute, second, zone, shift, either_half=plain)
    return _Clock(value, after, half is not None or zone is not None)


def _figures(text: Text, i: int) -> tuple[int, int | None, int | None] | None:
    """Hour, minute and second of `10`, `15.24`, `15:24:49` or, before a zone, `1818`."""
    word = text.word(i)
    if text.kind(i) != "n":
        return None
    pieces = word.replace(".", ":").split(":")
    if len(pieces) == 1 and len(word) == 4 and _zone(text, i + 1)[0]:
        pieces = [word[:2], word[2:]]
    if not all(piece.isdecimal() for piece in pieces) or len(pieces) > 3 or any(len(p) != 2 for p in pieces[1:]):
        return None
    if len(pieces[0]) > 2:
        return None
    numbers = [int(piece) for piece in pieces]
    if numbers[0] > 24 or any(number > 59 for number in numbers[1:]):
        return None
    minute, second, *_ = [*numbers[1:], None, None]
    return numbers[0], minute, second


def _half_of_day(text: Text, i: int, hour: int) -> tuple[int | None, int]:
    """The hour of 24, where `a.m.`, `p.m.` or a part of the day follows; and the index after it."""
    mark = text.vocabulary.clock.halves.value(text.words, i)
    if mark is None:
        link = text.vocabulary.clock.half_links.value(text.words, i)
        mark = text.vocabulary.clock.half_words.value(text.words, link[1] if link else i)
        if mark is None or (link is None and not text.vocabulary.clock.nouns):
            return None, i
    return _hour_of_day(hour, mark[0]), mark[1]


def _hour_of_day(hour: int, half: str) -> int:
    if half == "am":
        return 0 if hour == 12 else hour
    if half == "pm":
        return hour + 12 if 3 <= hour < 12 or hour in (1, 2) else hour
    if half == "noon":
        return hour + 12 if hour <= 6 else hour
    return hour


def _zone(text: Text, i: int) -> tuple[str | None, int | None, int]:
    """Name and shift of the zone at `i`, and the index after it."""
    local = text.vocabulary.clock.local.value(text.words, i)
    if local:
        return "local", None, local[1]
    word = text.word(i)
    if word in text.vocabulary.clock.zones and text.tokens[i].text[0].isupper():
        return word.upper(), text.vocabulary.clock.zones[word], i + 1
    return None, None, i
