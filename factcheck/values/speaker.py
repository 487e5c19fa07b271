"""Who says something: a person, or a body or office where no person is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from factcheck.model import Comparison, Relation, compatible, different, same, unknown
from factcheck.values.person import Person

VIA = ", via "  # between an origin and who passed its words on
_BODY = "body: "


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person by name, or else the words for a body or an office ("police", "the ministry").

    `carried`: the sentence does not name the speaker, who is the last one named before; too little for a conflict.
    """

    person: Person | None
    body: str = ""
    carried: bool = False

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """The canonical text of `str`: "body: police" is no person."""
        if text.startswith(_BODY):
            return cls(None, text.removeprefix(_BODY).lower())
        return cls(Person.read(text, language))

    def __str__(self) -> str:
        return str(self.person) if self.person else _BODY + self.body

    def show(self) -> str:
        return self.person.show() if self.person else self.body

    def to_json(self) -> str:
        return self.show()

    def compare(self, other: Speaker) -> Comparison:
        """Two people by their names; a body or an office may be the person that the other names."""
        if not self.person or not other.person:
            if self.person == other.person and self.body == other.body:
                return same()
            one, two = sorted((self.show(), other.show()))
            return compatible(Relation.PRECISION, f"{one} and {two} may be one speaker")
        compared = self.person.compare(other.person)
        if compared.different and (self.carried or other.carried):
            return unknown("one article does not name the speaker beside the words")
        return compared if not compared.different else different(_names(self, other))


def _names(one: Speaker, other: Speaker) -> str:
    return " and ".join(sorted((one.show(), other.show()))) + " are given for the same words"
