"""Reads one figure with its unit: money, percent, a length of time, a measure, coordinates, or a bare number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from factcheck.lexicon import Lexicon
from factcheck.model import Token, Value
from factcheck.numbers import Number, read_number
from factcheck.numbers.terms import HYPHENS
from factcheck.numbers.words import magnitude_sign
from factcheck.tag.figurewords import MAGNITUDE_SIGN, MOST_FILLERS, FigureWords
from factcheck.values.coordinates import Coordinates, Hemisphere
from factcheck.values.count import Count
from factcheck.values.duration import Duration
from factcheck.values.measure import Measure
from factcheck.values.money import Money
from factcheck.values.percentage import Percentage

_STRONGEST = 10  # no earthquake has reached magnitude 10
_WIDEST = 180  # degrees
_THOUSAND = Decimal(1000)
_PERCENT = Decimal(100)  # basis points in a percentage point


class FigureKind(Enum):
    """What a figure is; the value is the type of its mention."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DURATION = "duration"
    MEASURE = "measure"
    COORDINATES = "coordinates"


_BUILD: dict[FigureKind, Callable[[Number, Any], Value]] = {
    FigureKind.NUMBER: lambda number, _: Count(number),
    FigureKind.MONEY: Money,
    FigureKind.PERCENT: Percentage,
    FigureKind.DURATION: Duration,
    FigureKind.MEASURE: Measure,
    FigureKind.COORDINATES: Coordinates,
}


class Figure(NamedTuple):
    """A figure in tokens `first` to `last`, its kind, and the unit that goes with the kind."""

    first: int
    last: int
    number: Number
    kind: FigureKind = FigureKind.NUMBER
    unit: Any = None

    @property
    def value(self) -> Value:
        return _BUILD[self.kind](self.number, self.unit)


class _Unit(NamedTuple):
    kind: FigureKind
    unit: Any
    last: int
    factor: Decimal = Decimal(1)


def figure_at(tokens: Sequence[Token], i: int, words: FigureWords, lexicon: Lexicon) -> Figure | None:
    """The figure that starts at token `i` with its unit, without hedges; None where there is none."""
    if i >= len(tokens):
        return None
    return (
        _money_with_sign(tokens, i, words, lexicon)
        or _magnitude(tokens, i, words, lexicon)
        or _single_duration(tokens, i, words)
        or _with_unit(tokens, i, words, lexicon)
    )


def _with_unit(tokens: Sequence[Token], i: int, words: FigureWords, lexicon: Lexicon) -> Figure | None:
    read = read_number(tokens, i, lexicon)
    if read is None:
        return None
    number, end = read
    end = _repeated(tokens, end, number, lexicon)
    unit = _unit_after(tokens, end, number, words)
    if unit is None:
        return Figure(i, end, number)
    figure = Figure(i, unit.last, number.times(unit.factor) if unit.factor != 1 else number, unit.kind, unit.unit)
    return _longer_duration(tokens, figure, words, lexicon) if unit.kind is FigureKind.DURATION else figure


def with_later_unit(tokens: Sequence[Token], figure: Figure, at: int, words: FigureWords) -> Figure:
    """The figure with the unit that stands after the hedge behind it ("20-odd years", "100-an tahun"), if one does."""
    unit = _unit_after(tokens, at, figure.number, words) if figure.kind is FigureKind.NUMBER else None
    return figure._replace(last=unit.last, kind=unit.kind, unit=unit.unit) if unit else figure


def _repeated(tokens: Sequence[Token], end: int, number: Number, lexicon: Lexicon) -> int:
    """The index after "(dua)" in "2 (dua) bulan", as legal texts write; else `end`."""
    if end + 2 >= len(tokens) or tokens[end].text != "(" or tokens[end + 1].kind != "w":
        return end
    again = read_number(tokens, end + 1, lexicon)
    closed = again is not None and again[1] < len(tokens) and tokens[again[1]].text == ")"
    return again[1] + 1 if again and closed and again[0] == number else end


def _unit_after(tokens: Sequence[Token], end: int, number: Number, words: FigureWords) -> _Unit | None:
    start = end + _skipped(tokens, end, number, words)
    if start >= len(tokens):
        return None
    for read in (_percent, _currency, _hemisphere, _time_unit, _measure_unit):
        unit = read(tokens, start, number, words)
        if unit:
            return unit
    return None


def _skipped(tokens: Sequence[Token], end: int, number: Number, words: FigureWords) -> int:
    """Tokens between a figure and its unit: a glued hyphen ("24-hour"), or the article of "half an hour"."""
    if end + 1 >= len(tokens):
        return 0
    hyphen = tokens[end].text in HYPHENS and tokens[end].end == tokens[end + 1].start
    return 1 if hyphen or (number.figure < 1 and tokens[end].lower in words.numbers.articles) else 0


def _percent(tokens: Sequence[Token], at: int, number: Number, words: FigureWords) -> _Unit | None:
    found = words.percent.at(tokens, at)
    if found:
        return _Unit(FigureKind.PERCENT, found.value, found.last)
    basis = words.basis_points.at(tokens, at)
    return _Unit(FigureKind.PERCENT, True, basis.last, 1 / _PERCENT) if basis else None


def _currency(tokens: Sequence[Token], at: int, number: Number, words: FigureWords) -> _Unit | None:
    name = words.currency_names.at(tokens, at)
    if name and (not name.value.large or number.step >= _THOUSAND):
        return _Unit(FigureKind.MONEY, name.value.code, name.last, name.value.factor)
    sign = _currency_sign(tokens, at, words)
    glued = sign and sign[1] < len(tokens) and tokens[sign[1]].start == tokens[sign[1] - 1].end
    after = tokens[sign[1]].kind != "p" or tokens[sign[1]].text == "_" if sign and glued else False
    return _Unit(FigureKind.MONEY, *sign) if sign and not after else None


def _currency_sign(tokens: Sequence[Token], at: int, words: FigureWords) -> tuple[str, int] | None:
    """A sign ("US$", written in one) or a code in capitals."""
    if at >= len(tokens):
        return None
    found = words.currency_signs.at(tokens, at)
    if found and all(tokens[k].end == tokens[k + 1].start for k in range(at, found.last - 1)):
        return found.value, found.last
    code = tokens[at].text
    return (code, at + 1) if code in words.sets["currency_codes"] else None


def _hemisphere(tokens: Sequence[Token], at: int, number: Number, words: FigureWords) -> _Unit | None:
    """Words, letters, or both ("lintang selatan (LS)"); the letters in brackets count even after misspelt words."""
    if number.figure > _WIDEST:
        return None
    found = _side(tokens, at, words)
    for bracket in range(found[1] if found else at, min(at + 3, len(tokens) - 2)):
        letters = _side(tokens, bracket + 1, words) if tokens[bracket].text == "(" else None
        if letters and letters[1] < len(tokens) and tokens[letters[1]].text == ")":
            return _Unit(FigureKind.COORDINATES, letters[0], letters[1] + 1)
    return _Unit(FigureKind.COORDINATES, *found) if found else None


def _side(tokens: Sequence[Token], at: int, words: FigureWords) -> tuple[Hemisphere, int] | None:
    found = words.hemispheres.at(tokens, at) if at < len(tokens) else None
    short = tokens[found.last - 1].text if found else ""
    return None if not found or (len(short) <= 2 and not short.isupper()) else (found.value, found.last)


def _time_unit(tokens: Sequence[Token], at: int, number: Number, words: FigureWords) -> _Unit | None:
    found = words.durations.at(tokens, at)
    longer = words.units.at(tokens, at)
    if not found or (longer and longer.last > found.last):
        return None
    return _Unit(FigureKind.DURATION, found.value, found.last)


def _measure_unit(tokens: Sequence[Token], at: int, number: Number, words: FigureWords) -> _Unit | None:
    found = words.units.at(tokens, at)
    if not found or (found.value == "magnitude" and number.figure > _STRONGEST):
        return None
    return _Unit(FigureKind.MEASURE, found.value, found.last)


def _money_with_sign(tokens: Sequence[Token], i: int, words: FigureWords, lexicon: Lexicon) -> Figure | None:
    sign = _currency_sign(tokens, i, words)
    read = read_number(tokens, sign[1], lexicon) if sign else None
    if sign is None or read is None:
        return None
    number, end = _money_magnitude(tokens, *read, words)
    name = words.currency_names.at(tokens, end) if end < len(tokens) else None
    if name and name.value.code == sign[0]:
        end = name.last
    return Figure(i, end, number, FigureKind.MONEY, sign[0])


def _money_magnitude(tokens: Sequence[Token], number: Number, end: int, words: FigureWords) -> tuple[Number, int]:
    """Signs such as M and T mean their own powers beside money ("Rp 1 M" is a billion)."""
    taken = words.money_signs.get(tokens[end - 1].text)
    if taken:
        usual = magnitude_sign(tokens[end - 1].text, words.numbers)
        return (number.times(taken / usual) if usual else number), end
    factor = words.money_signs.get(tokens[end].text) if end < len(tokens) else None
    return (number.times(factor), end + 1) if factor else (number, end)


def _magnitude(tokens: Sequence[Token], i: int, words: FigureWords, lexicon: Lexicon) -> Figure | None:
    """`magnitude 5.6`, `magnitudo (M) 4,8`, `M4.9`: the strength of an earthquake."""
    cue = tokens[i].lower in words.sets["magnitude_cues"]
    sign = tokens[i].text == MAGNITUDE_SIGN.upper()
    if not cue and not sign:
        return None
    at = i + 1
    while cue and at < min(len(tokens), i + MOST_FILLERS) and tokens[at].lower in words.sets["magnitude_fillers"]:
        at += 1
    read = read_number(tokens, at, lexicon) if at < len(tokens) else None
    if read is None or not 0 < read[0].figure < _STRONGEST or (sign and read[0].step >= 1):
        return None
    end = read[1]
    unit = words.units.at(tokens, end) if end < len(tokens) else None
    last = unit.last if unit and unit.value == "magnitude" else end
    return Figure(i, last, read[0], FigureKind.MEASURE, "magnitude")


def _single_duration(tokens: Sequence[Token], i: int, words: FigureWords) -> Figure | None:
    found = words.single_durations.at(tokens, i)
    return Figure(i, found.last, Number.of(1), FigureKind.DURATION, found.value) if found else None


def _longer_duration(tokens: Sequence[Token], figure: Figure, words: FigureWords, lexicon: Lexicon) -> Figure:
    """`two years and six months` in one."""
    at = figure.last
    if at < len(tokens) and tokens[at].lower in words.sets["duration_joiners"]:
        at += 1
    read = read_number(tokens, at, lexicon) if at < len(tokens) else None
    unit = _unit_after(tokens, read[1], read[0], words) if read else None
    if read is None or unit is None or unit.kind is not FigureKind.DURATION:
        return figure
    whole = Duration(figure.number, figure.unit).plus(Duration(read[0], unit.unit))
    return figure._replace(last=unit.last, number=whole.number, unit=whole.unit) if whole else figure
