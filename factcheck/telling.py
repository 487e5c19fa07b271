"""How much it tells that two articles give one answer: 37,412 is of one thing wherever it stands, 3 of anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.numbers import Number
from factcheck.values.date import Date
from factcheck.values.extent import Extent
from factcheck.values.measure import Measure
from factcheck.values.money import Money
from factcheck.values.time import TimeOfDay

PLAIN, ODD, RARE, UNIQUE = 1, 2, 3, 4
_LARGE = 1000  # figures from here on also tell by their size


def telling(one: Any, other: Any) -> int:
    """From 0 (another answer) over 1 (any figure) to 4 (no other thing of the story will have it by chance).

    A figure tells by its digits but for zeros at the end, and by its size where it is large; an hour by its minutes; a
    day no less than a figure of two digits. Hedges do not count.
    """
    if isinstance(one, TimeOfDay) and isinstance(other, TimeOfDay):
        return _of_times(one, other)
    if isinstance(one, Date) and isinstance(other, Date):
        return _of_dates(one, other)
    theirs = set(_figures(other))
    return max((weight for unit, figure, weight in _figures(one) if (unit, figure, weight) in theirs), default=0)


def _of_times(one: TimeOfDay, other: TimeOfDay) -> int:
    compared = one.compare(other)
    if compared.different or not one.minute or one.minute != other.minute:
        return 0
    return RARE if one.minute % 5 else ODD if one.minute % 30 else PLAIN


def _of_dates(one: Date, other: Date) -> int:
    same = (one.year, one.month, one.day) == (other.year, other.month, other.day)
    if not same or one.interval is None or one.end or other.end:
        return 0
    return RARE if one.month else ODD


def _figures(value: Any) -> Iterator[tuple[str, str, int]]:
    """The units and figures of a value, each with what it tells; figures as vague as "dozens" tell nothing."""
    size = value.size if isinstance(value, Extent) else value
    readings = (size, size.also) if isinstance(size, Measure) else (size,)
    for reading in readings:
        number = getattr(reading, "number", None)
        if isinstance(number, Number) and (number.open or number.low == number.high):
            unit = getattr(reading, "currency", "") or getattr(reading, "unit", "")
            yield unit, str(abs(number.figure.normalize())), _digits(number) + _by_size(reading, number)


def _digits(number: Number) -> int:
    return len(number.figure.normalize().as_tuple().digits)


def _by_size(reading: Any, number: Number) -> int:
    return int(isinstance(reading, Money) or abs(number.figure) >= _LARGE)
