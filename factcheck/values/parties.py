"""Who a sentence names beside an event: people, governments, bodies. Two tellings of one event share some of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from factcheck.model import Comparison, Relation, compatible, different, same, unknown
from factcheck.values.country import Country
from factcheck.values.person import Person
from factcheck.values.place import Place

Party = Person | Country | Place


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties in the order of their canonical texts. An overlap is enough to speak of one event."""

    parties: tuple[Party, ...]

    @classmethod
    def of(cls, parties: Iterable[Party]) -> Self:
        return cls(tuple(sorted({str(party): party for party in parties}.values(), key=str)))

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        names = [name.strip() for name in text.split(";") if name.strip()]
        return cls.of(Country(name) if _is_code(name) else Person.read(name, language) for name in names)

    def __str__(self) -> str:
        return "; ".join(map(str, self.parties))

    def show(self) -> str:
        return ", ".join(party.show() for party in self.parties)

    def to_json(self) -> Any:
        return [str(party) for party in self.parties]

    def compare(self, other: Parties) -> Comparison:
        """People beside towns, or a town beside the country around it, tell nothing either way."""
        if self == other:
            return same()
        shared = {min(str(a), str(b)) for a in self.parties for b in other.parties if _one_party(a, b)}
        if shared:
            return compatible(Relation.PRECISION, f"both name {', '.join(sorted(shared))}")
        if {type(party) for party in self.parties}.isdisjoint(type(party) for party in other.parties):
            return unknown(f"{self.show()} and {other.show()} may be of one event")
        return different(f"{self.show()} and {other.show()} have nobody in common")


def _one_party(one: Party, other: Party) -> bool:
    if type(one) is not type(other):
        return False
    compared: Comparison = one.compare(other)  # type: ignore[arg-type]
    return compared.telling and not compared.different


def _is_code(name: str) -> bool:
    return len(name) == 2 and name.isupper()
