"""How big a thing is in one respect: a measure or a length of time, or half of what is asked (a radius)."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Self

from factcheck.model import Comparison, Relation, Verdict, compatible, different
from factcheck.values.duration import Duration, TimeUnit
from factcheck.values.measure import Measure

_TWICE = Decimal(2)


@dataclass(frozen=True, slots=True)
class Extent:
    """A measured value as the text gives it; use it where a radius and a diameter answer one question.

    `half`: a radius, compared as half of a diameter. `settling`: a reading that its source goes on to revise (the
    magnitude of an earthquake) or that grows by the day (how long a war has lasted): another one may be a later state.
    """

    size: Measure | Duration
    half: bool = False
    settling: bool = field(default=False, compare=False)

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Reads the canonical text ("10 km", "half 12 m", "13 hour"). Raises ValueError on anything else."""
        rest = text.strip().removeprefix("half ")
        unit = rest.rpartition(" ")[2]
        size = Duration.read(rest) if unit in set(TimeUnit) else Measure.read(rest)
        return cls(size, text.strip().startswith("half "))

    def __str__(self) -> str:
        return f"{'half ' if self.half else ''}{self.size}"

    def show(self) -> str:
        return f"{'a radius of ' if self.half else ''}{self.size.show()}"

    def to_json(self) -> Any:
        return {"half": True, "of": self.size.to_json()} if self.half else self.size.to_json()

    @property
    def flaw(self) -> str:
        """Why the value contradicts itself ("19 feet (5 meters)"); empty where it does not."""
        return self.size.flaw if isinstance(self.size, Measure) else ""

    def compare(self, other: Extent) -> Comparison:
        """As measures in one unit and of one thing; one figure said of both radius and diameter is told apart."""
        if isinstance(self.size, Measure) and isinstance(other.size, Measure):
            found = _of_measures(self.size, self.half, other.size, other.half)
        elif isinstance(self.size, Duration) and isinstance(other.size, Duration):
            found = self.size.compare(other.size)
        else:
            return compatible(Relation.WORDING, "a length of time beside another measure: not compared")
        return self._settled(found, other)

    def _settled(self, found: Comparison, other: Extent) -> Comparison:
        """A difference that a revision explains; swapped digits and slipped separators are no revision."""
        if not found.different or not (self.settling or other.settling) or found.reason.endswith("?"):
            return found
        return different(found.reason, Relation.ORDER_UNKNOWN)


def _of_measures(one: Measure, one_half: bool, two: Measure, two_half: bool) -> Comparison:
    if one_half == two_half:
        return one.compare(two)
    radius, diameter = (one, two) if one_half else (two, one)
    whole = radius.times(_TWICE)
    found = whole.compare(diameter)
    words = f"a radius of {radius.show()} is {whole.show()} across"
    if not found.different:
        return compatible(found.relation if found.verdict is Verdict.COMPATIBLE else Relation.WORDING, words)
    if not radius.compare(diameter).different:
        reason = f"{diameter.show()} as radius in one, as diameter in the other: {words}"
        return different(reason, Relation.ATTRIBUTE_MIXED)
    return different(f"{words}, not {diameter.show()}")
