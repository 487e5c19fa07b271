"""What a court imposes or a prosecutor asks for: a term, a sum of money, life or death."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from factcheck.model import Comparison, Relation, Verdict, compatible, different, same
from factcheck.values.duration import Duration, TimeUnit
from factcheck.values.money import Money


class Extreme(StrEnum):
    """Penalties that are no figure."""

    LIFE = "life"
    LIFE_WITHOUT_PAROLE = "life-without-parole"
    DEATH = "death"


@dataclass(frozen=True, slots=True)
class Penalty:
    """One penalty: exactly what was written, a length of time, a sum, or one of the extremes."""

    what: Duration | Money | Extreme

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Reads the canonical text ("3 year", "5000 USD", "life"). Raises ValueError on anything else."""
        if text in set(Extreme):
            return cls(Extreme(text))
        unit = text.rpartition(" ")[2]
        return cls(Duration.read(text) if unit in set(TimeUnit) else Money.read(text))

    def __str__(self) -> str:
        return str(self.what)

    def show(self) -> str:
        return self.what.value.replace("-", " ") if isinstance(self.what, Extreme) else self.what.show()

    def to_json(self) -> Any:
        return self.what.value if isinstance(self.what, Extreme) else self.what.to_json()

    def compare(self, other: Penalty) -> Comparison:
        """Like with like; a fraction of a year may be left off, and "life" leaves open whether there is parole."""
        mine, theirs = self.what, other.what
        if isinstance(mine, Duration) and isinstance(theirs, Duration):
            return _compare_terms(mine, theirs)
        if isinstance(mine, Money) and isinstance(theirs, Money):
            return mine.compare(theirs)
        if mine == theirs:
            return same()
        if Extreme.DEATH not in (mine, theirs) and isinstance(mine, Extreme) and isinstance(theirs, Extreme):
            return compatible(Relation.PRECISION, "one says more exactly what life means")
        return different(" is not ".join(sorted((self.show(), other.show()))))


def _compare_terms(one: Duration, other: Duration) -> Comparison:
    compared = one.compare(other)
    exact = one.number.exact and other.number.exact
    if exact and one.unit is not other.unit and compared.verdict is not Verdict.SAME:
        return different(" is not ".join(sorted((one.show(), other.show()))))  # terms are given to the month
    if compared.verdict is Verdict.DIFFERENT and exact:
        small, large = sorted((one.number.figure, other.number.figure))
        if small == int(small) == int(large):
            return compatible(Relation.PRECISION, "a fraction of it is left off")
    return compared
