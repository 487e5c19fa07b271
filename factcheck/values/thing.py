"""What is counted: a head noun with its modifiers (`damaged homes`, `rumah rusak berat`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from factcheck.model import Comparison, Relation, compatible, different, same

_ANYBODY = {"person": "people", "victim": "victims"}  # concepts of `things.yaml`, and what a reader calls them


@dataclass(frozen=True, slots=True)
class Thing:
    """A counted thing. `head` is a concept of `things.yaml` or the folded noun; `modifiers` are folded words in order.

    `text` is the phrase as written, `name` what a reader calls it, in English; they take no part in comparing. `kin`
    are concepts of which it is a kind: passengers are people.
    """

    head: str
    modifiers: tuple[str, ...] = ()
    text: str = ""
    name: str = ""
    kin: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        head, *modifiers = text.split()
        return cls(head, tuple(modifiers), text, _ANYBODY.get(text, ""))

    def __str__(self) -> str:
        return " ".join((self.head, *sorted(self.modifiers)))

    @property
    def anybody(self) -> bool:
        """Whether people are counted without saying which."""
        return self.head in _ANYBODY and not self.modifiers

    @property
    def human(self) -> bool:
        """Whether people are counted, by whatever word."""
        return self.head in _ANYBODY or "person" in self.kin

    def covers(self, other: Thing) -> bool:
        """Whether this is a wider word for the other thing."""
        return not self.modifiers and (self.head in other.kin or (self.anybody and "person" in other.kin))

    def show(self) -> str:
        return self.name or self.text or str(self)

    def to_json(self) -> Any:
        return str(self)

    def compare(self, other: Thing) -> Comparison:
        """Different heads are different things; modifiers on one side only narrow; each side its own: another thing.

        People and victims are one thing. A wider word ("people") may stand for a narrower ("passengers"), or for more.
        """
        if self.anybody and other.anybody:
            return same()
        if self.head != other.head:
            if self.covers(other) or other.covers(self):
                return compatible(Relation.PRECISION, f"one word is wider: {self.show()}, {other.show()}")
            return different(f"{self.show()} are not {other.show()}")
        mine, theirs = set(self.modifiers), set(other.modifiers)
        if mine == theirs:
            return same()
        if mine <= theirs or theirs <= mine:
            return compatible(Relation.PRECISION, f"one says more exactly which: {self.show()}, {other.show()}")
        return different(f"{self.show()} may not be {other.show()}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the thing it counts; what a `{name:quantity}` slot holds."""

    number: Any
    thing: Thing
