"""How many: a bare figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from factcheck.model import Comparison
from factcheck.numbers import Number, compare_numbers


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things or people; what is counted stands in the key of the claim."""

    number: Number

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Reads the canonical text ("6700", "~6700", ">=20", "2..3"). Raises ValueError on anything else."""
        return cls(Number.read(text))

    def __str__(self) -> str:
        return str(self.number)

    def show(self) -> str:
        return self.number.show()

    def to_json(self) -> Any:
        return self.number.to_json()

    def compare(self, other: Count) -> Comparison:
        return compare_numbers(self.number, other.number)
