"""Which share: a figure in percent, or a change in percentage points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Self

from factcheck.model import Comparison, unknown
from factcheck.numbers import Number, compare_numbers


@dataclass(frozen=True, slots=True)
class Percentage:
    """A share in percent; `points` where the figure is a difference between two shares."""

    number: Number
    points: bool = False

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Reads the canonical text ("82 %", "5 pp"). Raises ValueError on anything else."""
        figure, _, unit = text.strip().rpartition(" ")
        if unit not in ("%", "pp"):
            raise ValueError(f"not a percentage: {text!r}")
        return cls(Number.read(figure), unit == "pp")

    def __str__(self) -> str:
        return f"{self.number} {'pp' if self.points else '%'}"

    def show(self) -> str:
        return self.number.show(after=" percentage points" if self.points else "%")

    def to_json(self) -> Any:
        return {"points" if self.points else "percent": self.number.to_json()}

    def compare(self, other: Percentage) -> Comparison:
        if self.points != other.points:
            return unknown("percent beside percentage points: not compared")
        return compare_numbers(self.number, other.number, show=lambda number: replace(self, number=number).show())
