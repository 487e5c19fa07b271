"""How much it tells that two articles give one answer: 37,412 is of one thing wherever it stands, 3 of anything."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from factcheck.numbers import Number, compare_numbers
from factcheck.values.date import Date
from factcheck.values.extent import Extent
from factcheck.values.measure import Measure
from factcheck.values.money import Money
from factcheck.values.time import TimeOfDay

PLAIN, ODD, RARE, UNIQUE = 1, 2, 3, 4
_LARGE = 1000  # figures from here on also tell by their size
_NEAR = Decimal("0.1")  # how far, as a share, a rounding lies from its figure at most


def telling(one: Any, other: Any) -> int:
    """From 0 (another answer) over 1 (any figure) to 4 (no other thing of the story will have it by chance).

    A figure tells by its digits but for zeros at the end, and by its size where it is large; an hour by its minutes; a
    day no less than a figure of two digits. Hedges do not count, and of a figure and its rounding the rounding does.
    """
    if type(one) is not type(other):
        return 0
    if isinstance(one, TimeOfDay):
        return _of_times(one, other)
    if isinstance(one, Date):
        return _of_dates(one, other)
    alike = ((a, b) for unit, a in _figures(one) for other_unit, b in _figures(other) if unit == other_unit)
    return max((_of_figures(one, a, b) for a, b in alike), default=0)


def slip(one: Any, other: Any) -> int:
    """How much it tells that two answers differ by two digits that changed places, or by a letter: by their digits."""
    alike = [(a, b) for _, a in _figures(one) for _, b in _figures(other)]
    return max((min(_weight(one, a), _weight(one, b)) for a, b in alike), default=UNIQUE)


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


def _of_figures(value: Any, one: Number, other: Number) -> int:
    near = abs(one.figure - other.figure) <= _NEAR * max(abs(one.figure), abs(other.figure))
    if not near or compare_numbers(one, other).different:
        return 0
    return min(_weight(value, one), _weight(value, other))


def _weight(value: Any, number: Number) -> int:
    if not number.open and number.low != number.high:
        return 0 if number.about else _digits(number.low) + _digits(number.high)
    return _digits(number.figure) + int(isinstance(value, Money) or abs(number.figure) >= _LARGE)


def _digits(figure: Decimal | None) -> int:
    return len(figure.normalize().as_tuple().digits) if figure else 0


def _figures(value: Any) -> Iterator[tuple[str, Number]]:
    """The units and figures of a value."""
    size = value.size if isinstance(value, Extent) else value
    for reading in (size, size.also) if isinstance(size, Measure) else (size,):
        number = getattr(reading, "number", None)
        if isinstance(number, Number):
            yield getattr(reading, "currency", "") or getattr(reading, "unit", ""), number
