"""A set of people, such as the two who met; who is named first does not matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from factcheck.model import Comparison, Relation, Verdict, compatible, different, same
from factcheck.values.person import Person


@dataclass(frozen=True, slots=True)
class People:
    """People in the order of their folded names."""

    people: tuple[Person, ...]

    @classmethod
    def of(cls, people: Iterable[Person]) -> Self:
        return cls(tuple(sorted({str(p): p for p in people}.values(), key=str)))

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        return cls.of(Person.read(name.strip(), language) for name in text.split(";"))

    def __str__(self) -> str:
        return "; ".join(map(str, self.people))

    def show(self) -> str:
        return " and ".join(person.show() for person in self.people)

    def to_json(self) -> Any:
        return [str(person) for person in self.people]

    def compare(self, other: People) -> Comparison:
        """Each person must find another one of the other set; spellings and shorter names count."""
        if len(self.people) != len(other.people):
            return different(f"{self.show()} are not {other.show()}")
        pairs = [min((a.compare(b) for b in other.people), key=_rank) for a in self.people]
        if all(pair.verdict is Verdict.SAME for pair in pairs):
            return same()
        if any(pair.different for pair in pairs):
            return different(f"{self.show()} are not {other.show()}")
        return compatible(Relation.SPELLING, "the same people, named differently")


def _rank(comparison: Comparison) -> int:
    return [Verdict.SAME, Verdict.COMPATIBLE, Verdict.DIFFERENT].index(comparison.verdict)
