"""How big, far, fast, hot, strong: a figure in a unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple, Self

from factcheck.model import Comparison, Relation, Verdict, compatible, different, same
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


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure and the id of its unit in `UNITS`. The magnitude of an earthquake has the unit `magnitude`."""

    number: Number
    unit: str

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Reads the canonical text ("10 km"). Raises ValueError on anything else."""
        figure, _, unit = text.strip().rpartition(" ")
        if unit not in UNITS:
            raise ValueError(f"no such unit: {unit!r}")
        return cls(Number.read(figure), unit)

    def __str__(self) -> str:
        return f"{self.number} {self.unit}"

    @property
    def dimension(self) -> str:
        """What is measured: length, area, mass, speed, temperature, magnitude ..."""
        return UNITS[self.unit].dimension

    def show(self) -> str:
        if self.unit == "magnitude":
            return self.number.show(before="magnitude ")
        return self.number.show(after=f" {UNITS[self.unit].symbol}")

    def to_json(self) -> Any:
        return {"number": self.number.to_json(), "unit": self.unit}

    def compare(self, other: Measure) -> Comparison:
        """In the same unit as figures; else converted, and compared within the rounding of the coarser one."""
        if self.unit == other.unit:
            return compare_numbers(self.number, other.number)
        one, two = sorted((self, other), key=str)
        if one.dimension != two.dimension:
            return compatible(Relation.WORDING, f"{one.dimension} beside {two.dimension}: not compared")
        found = compare_numbers(_in_base(one), _in_base(two))
        words = f"{two.show()} is {_converted(two, one.unit)}"
        if found.verdict is Verdict.SAME:
            return same(words)
        if found.verdict is Verdict.COMPATIBLE:
            return compatible(Relation.PRECISION, f"{words}, {one.show()} as far as the coarser figure says")
        return different(f"{words}, not {one.show()}")


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
