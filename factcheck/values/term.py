"""A word of a closed list: the state of a casualty, the attribute of a measure, the class of an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from factcheck.model import Comparison, different, same


@dataclass(frozen=True, slots=True)
class Term:
    """An identifier such as `dead`, `depth` or `quake`; two terms are the same or they are not."""

    id: str

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        return cls(text)

    def __str__(self) -> str:
        return self.id

    def show(self) -> str:
        return self.id.replace("-", " ")

    def to_json(self) -> Any:
        return self.id

    def compare(self, other: Term) -> Comparison:
        if self.id == other.id:
            return same()
        return different(f"{self.show()} is not {other.show()}")


@dataclass(frozen=True, slots=True)
class Weekday(Term):
    """`monday` to `sunday`, which a reader sees with their capitals."""

    def show(self) -> str:
        return self.id.capitalize()
