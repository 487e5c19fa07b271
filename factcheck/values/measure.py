"""How big, far, fast, hot, strong: a figure in a unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple, Self

from factcheck.model import Comparison, Relation, Verdict, compatible, different, same, unknown
from factcheck.numbers import Number, compare_numbers, group_digits
from factcheck.numbers.number import last_digit_unit


class Unit(NamedTuple):
    """A unit: its symbol, what it measures, and how it converts (`base = figure * factor + offset`)."""

    symbol: str
    dimension: str
    factor: Decimal
    offset: Decimal = Decimal(0)


def _unit(symbol: str, dimension: str, factor: str, offset: str = "0") -> Unit:
    return Unit(symbol, dimension, Decimal(factor), Decimal(offset))


# Exact definitions: international yard and pound (1959), SI brochure, US gallon and oil barrel, TNT by convention.
# "ton" is read as the tonne, since articles seldom say which one they mean.
UNITS: Mapping[str, Unit] = {
    "mm": _unit("mm", "length", "0.001"),
    "cm": _unit("cm", "length", "0.01"),
    "m": _unit("m", "length", "1"),
    "km": _unit("km", "length", "1000"),
    "inch": _unit("in", "length", "0.0254"),
    "foot": _unit("ft", "length", "0.3048"),
    "yard": _unit("yd", "length", "0.9144"),
    "mile": _unit("mi", "length", "1609.344"),
    "nautical-mile": _unit("nmi", "length", "1852"),
    "light-year": _unit("ly", "length", "9460730472580800"),
    "m2": _unit("m²", "area", "1"),
    "km2": _unit("km²", "area", "1000000"),
    "hectare": _unit("ha", "area", "10000"),
    "acre": _unit("acres", "area", "4046.8564224"),
    "foot2": _unit("sq ft", "area", "0.09290304"),
    "mile2": _unit("sq mi", "area", "2589988.110336"),
    "mg": _unit("mg", "mass", "0.000001"),
    "gram": _unit("g", "mass", "0.001"),
    "kg": _unit("kg", "mass", "1"),
    "quintal": _unit("q", "mass", "100"),
    "tonne": _unit("t", "mass", "1000"),
    "ounce": _unit("oz", "mass", "0.028349523125"),
    "pound": _unit("lb", "mass", "0.45359237"),
    "km/h": _unit("km/h", "speed", "1"),
    "m/s": _unit("m/s", "speed", "3.6"),
    "mph": _unit("mph", "speed", "1.609344"),
    "knot": _unit("kn", "speed", "1.852"),
    "kelvin": _unit("K", "temperature", "9"),
    "celsius": _unit("°C", "temperature", "9", "2458.35"),
    "fahrenheit": _unit("°F", "temperature", "5", "2298.35"),
    "magnitude": _unit("magnitude", "magnitude", "1"),
    "degree": _unit("°", "angle", "1"),
    "ml": _unit("ml", "volume", "0.001"),
    "litre": _unit("l", "volume", "1"),
    "kilolitre": _unit("kl", "volume", "1000"),
    "m3": _unit("m³", "volume", "1000"),
    "gallon": _unit("gal", "volume", "3.785411784"),
    "barrel": _unit("bbl", "volume", "158.987294928"),
    "joule": _unit("J", "energy", "1"),
    "kwh": _unit("kWh", "energy", "3600000"),
    "mwh": _unit("MWh", "energy", "3600000000"),
    "kilocalorie": _unit("kcal", "energy", "4184"),
    "kiloton": _unit("kt TNT", "energy", "4184000000000"),
    "megaton": _unit("Mt TNT", "energy", "4184000000000000"),
    "watt": _unit("W", "power", "1"),
    "kw": _unit("kW", "power", "1000"),
    "mw": _unit("MW", "power", "1000000"),
    "gw": _unit("GW", "power", "1000000000"),
    "horsepower": _unit("hp", "power", "745.69987158227022"),
    "kb": _unit("kB", "data", "1000"),
    "mb": _unit("MB", "data", "1000000"),
    "gb": _unit("GB", "data", "1000000000"),
    "tb": _unit("TB", "data", "1000000000000"),
    "mbps": _unit("Mbit/s", "data rate", "1"),
    "gbps": _unit("Gbit/s", "data rate", "1000"),
}


# The metric unit that a customary one is mostly converted from in news.
_METRIC = {"inch": "cm", "foot": "m", "yard": "m", "pound": "kg", "mile": "km"}
_LEAST_METRIC = 10  # below it a whole unit is too coarse to excuse a difference


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure and the id of its unit in `UNITS`. The magnitude of an earthquake has the unit `magnitude`.

    `also` is the same in another unit, where the text gives both ("39 feet (12 meters)").
    """

    number: Number
    unit: str
    also: Measure | None = None

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Reads the canonical text ("10 km", "39 foot (12 m)"). Raises ValueError on anything else."""
        first, bracket, second = text.strip().removesuffix(")").partition(" (")
        figure, _, unit = first.rpartition(" ")
        if unit not in UNITS:
            raise ValueError(f"no such unit: {unit!r}")
        return cls(Number.read(figure), unit, cls.read(second) if bracket else None)

    def __str__(self) -> str:
        return f"{self.number} {self.unit}" + (f" ({self.also})" if self.also else "")

    @property
    def dimension(self) -> str:
        """What is measured: length, area, mass, speed, temperature, magnitude ..."""
        return UNITS[self.unit].dimension

    @property
    def flaw(self) -> str:
        """Why the two figures of "19 feet (5 meters)" do not belong together; empty where they do."""
        found = _compare(replace(self, also=None), self.also) if self.also else None
        return found.reason if found and found.different else ""

    def times(self, factor: Decimal) -> Measure:
        """This measure so many times, in both of its units."""
        return Measure(self.number.times(factor), self.unit, self.also.times(factor) if self.also else None)

    def show(self) -> str:
        if self.unit == "magnitude":
            return self.number.show(before="magnitude ")
        also = f" ({self.also.show()})" if self.also else ""
        return self.number.show(after=f" {UNITS[self.unit].symbol}{also}")

    def to_json(self) -> Any:
        data = {"number": self.number.to_json(), "unit": self.unit}
        return data | ({"also": self.also.to_json()} if self.also else {})

    def compare(self, other: Measure) -> Comparison:
        """In the same unit as figures; else converted, and compared within the rounding of the coarser one.

        Where both give two units, those that agree best count: "39 feet (12 meters)" is "40 feet (12 meters)".
        """
        pairs = [(a, b) for a in self._readings() for b in other._readings()]
        alike = [_compare(a, b) for a, b in pairs if a.unit == b.unit]
        return min(alike, key=_agreement) if alike else _compare(*pairs[0])

    def _readings(self) -> tuple[Measure, ...]:
        """The figures to compare; of two that contradict one another the first."""
        first = replace(self, also=None)
        return (first, self.also) if self.also and not self.flaw else (first,)


def _agreement(comparison: Comparison) -> tuple[bool, bool, str]:
    return comparison.different, comparison.verdict is Verdict.COMPATIBLE, comparison.reason


def _compare(a: Measure, b: Measure) -> Comparison:
    """Two measures in one unit each."""
    if a.unit == b.unit:
        found = compare_numbers(a.number, b.number, show=lambda number: replace(a, number=number, also=None).show())
        return (_one_conversion(a, b) if found.different else None) or found
    one, two = sorted((a, b), key=str)
    if one.dimension != two.dimension:
        return unknown(f"{one.dimension} beside {two.dimension}: not compared")
    found = compare_numbers(_in_base(one), _in_base(two))
    words = f"{two.show()} is {_converted(two, one.unit)}"
    if found.verdict is Verdict.SAME:
        return same(words)
    if found.verdict is Verdict.COMPATIBLE:
        return compatible(Relation.PRECISION, f"{words}, {one.show()} as far as the coarser figure says")
    return different(f"{words}, not {one.show()}")


def _one_conversion(a: Measure, b: Measure) -> Comparison | None:
    """39 and 40 feet are both 12 metres, from which such figures are converted and then cut or rounded."""
    metric = _METRIC.get(a.unit)
    if metric is None or not (a.number.exact and b.number.exact):
        return None
    one, two = (round(side.number.figure * UNITS[a.unit].factor / UNITS[metric].factor) for side in (a, b))
    if one != two or one < _LEAST_METRIC:
        return None
    first, second = sorted((a.show(), b.show()))
    return compatible(Relation.PRECISION, f"{first} and {second} are both {one} {UNITS[metric].symbol}")


def _in_base(measure: Measure) -> Number:
    """In the base unit. Between units the zeros at the end count as rounding: 25,000 miles are 40,000 km."""
    unit = UNITS[measure.unit]
    step = max(measure.number.step, last_digit_unit(measure.number.figure))
    return replace(measure.number, step=step).times(unit.factor).plus(unit.offset)


def _converted(measure: Measure, to: str) -> str:
    """The figure in another unit, to three digits, for a reader."""
    base = measure.number.figure * UNITS[measure.unit].factor + UNITS[measure.unit].offset
    value = (base - UNITS[to].offset) / UNITS[to].factor
    digits = Decimal(1).scaleb(value.adjusted() - 2)
    return f"{group_digits(value.quantize(digits))} {UNITS[to].symbol}"
