"""Where on the map: one latitude or one longitude."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self

from factcheck.model import Comparison, Relation, different, unknown
from factcheck.numbers import Number, compare_numbers

# Degrees that a first estimate of a position may be off by: agencies move an epicentre by less as stations come in.
_REVISION = Decimal("0.5")


class Hemisphere(StrEnum):
    """The side of the equator or of Greenwich; the keys of `hemispheres` in a language's `numbers.yaml`."""

    NORTH = "N"
    SOUTH = "S"
    EAST = "E"
    WEST = "W"

    @property
    def axis(self) -> str:
        return "latitude" if self in (Hemisphere.NORTH, Hemisphere.SOUTH) else "longitude"


@dataclass(frozen=True, slots=True)
class Coordinates:
    """Degrees (decimal, never negative) on one side; a place on the map is two of them."""

    number: Number
    hemisphere: Hemisphere

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Reads the canonical text ("8.72 S"). Raises ValueError on anything else."""
        degrees, _, side = text.strip().rpartition(" ")
        return cls(Number.read(degrees), Hemisphere(side))

    def __str__(self) -> str:
        return f"{self.number} {self.hemisphere.value}"

    @property
    def axis(self) -> str:
        """`latitude` or `longitude`."""
        return self.hemisphere.axis

    def show(self) -> str:
        return self.number.show(after=f"° {self.hemisphere.value}")

    def to_json(self) -> Any:
        return {self.axis: self.number.to_json(), "hemisphere": self.hemisphere.value}

    def compare(self, other: Coordinates) -> Comparison:
        """As figures; a small difference may be a revision of the estimate, swapped digits are none."""
        if self.axis != other.axis:
            return unknown("a latitude beside a longitude: not compared")
        if self.hemisphere is not other.hemisphere:
            one, two = sorted((self, other), key=str)
            return different(f"{one.show()} and {two.show()} lie on opposite sides")
        found = compare_numbers(self.number, other.number, show=lambda number: replace(self, number=number).show())
        apart = abs(self.number.figure - other.number.figure)
        if not found.different or found.reason.endswith("?") or apart > _REVISION:
            return found
        return different(found.reason, Relation.ORDER_UNKNOWN)
