"""A total and the parts that an article says it is made of: "12 people died: seven men and five women"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from factcheck.model import Comparison, same, unknown
from factcheck.numbers import Number
from factcheck.values.thing import Thing

_FEWEST = 2  # parts
# A slip in a sum is a small one. Parts that miss the total by more than this share of it are rather no partition.
_SLIP = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Sum:
    """A total with all of its parts, as exact figures of one unit. Its `flaw` says that they do not add up."""

    total: Number
    parts: tuple[Number, ...]

    @classmethod
    def of(cls, figures: Sequence[Number], things: Sequence[Thing | None]) -> Self | None:
        """The total, which comes first, and its parts; None where they can be no partition of it.

        `things` are what each figure counts, None where that is not said.
        """
        total, *parts = figures
        if len(parts) < _FEWEST or not all(figure.exact for figure in figures) or not _one_unit(*things):
            return None
        off = abs(total.figure - sum(part.figure for part in parts))
        near = off <= max(Decimal(1), total.figure * _SLIP)
        return cls(total, tuple(parts)) if near and all(0 < part.figure < total.figure for part in parts) else None

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Reads the canonical text ("12 = 7 + 5"). Raises ValueError on anything else."""
        total, _, parts = text.partition("=")
        return cls(Number.read(total), tuple(Number.read(part) for part in parts.split("+")))

    def __str__(self) -> str:
        return f"{self.total} = {' + '.join(map(str, self.parts))}"

    @property
    def flaw(self) -> str:
        """Why the parts do not belong to the total; empty where they add up."""
        come_to = Number.of(sum(part.figure for part in self.parts))
        *first, last = (part.show() for part in self.parts)
        told = f"{', '.join(first)} and {last} make {come_to.show()}, not {self.total.show()}"
        return "" if come_to == self.total else told

    def show(self) -> str:
        *first, last = (part.show() for part in self.parts)
        return f"{self.total.show()}: {', '.join(first)} and {last}"

    def to_json(self) -> Any:
        return {"total": self.total.to_json(), "parts": [part.to_json() for part in self.parts]}

    def compare(self, other: Sum) -> Comparison:
        """One total is divided in many ways, so that two sums never contradict one another."""
        return same() if self == other else unknown("two ways to divide a total, or two totals")


def _one_unit(total: Thing | None, *parts: Thing | None) -> bool:
    """Whether parts count what the total does; of a total that does not say what it counts, parts may be people."""
    return all(part is None or (part.human if total is None else _fits(total, part)) for part in parts)


def _fits(total: Thing, part: Thing) -> bool:
    return total.head == part.head or (total.human and part.human)
