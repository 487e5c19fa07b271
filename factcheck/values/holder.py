"""A person with the office they hold, as a sentence names both."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Comparison
from factcheck.values.office import Office
from factcheck.values.person import Person


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held which office: "Defence Minister Ole Krag". `office` is None where the sentence names only the person."""

    person: Person
    office: Office | None = None

    @classmethod
    def read(cls, text: str, language: str = "en") -> Holder:
        """The canonical text of `str`: the person, and the office after a semicolon."""
        person, mark, office = text.partition(";")
        return cls(Person.read(person, language), Office.read(office, language) if mark else None)

    def compare(self, other: Holder) -> Comparison:
        """By person alone: who the office belongs to is the question, and its wordings are compared with the key."""
        return self.person.compare(other.person)

    def show(self) -> str:
        return f"{self.person.show()}, {self.office.show()}" if self.office else self.person.show()

    def to_json(self) -> dict[str, object]:
        return {"person": self.person.to_json(), "office": self.office.to_json() if self.office else None}

    def __str__(self) -> str:
        return f"{self.person};{self.office}" if self.office else str(self.person)
