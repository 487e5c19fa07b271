"""What happened at a clock time: a class of event, or the call that reported it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from factcheck.model import Comparison, Relation, compatible, different, same

# The concept of calls for help and the response to them, in the table of moments.
_CALL = "call"


@dataclass(frozen=True, slots=True)
class Moment:
    """An identifier such as `quake` or `call`; use it where the time of a call comes close to that of its cause.

    Times of a call and of an event that agree support one another; where they differ, both may be true.
    """

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

    def compare(self, other: Moment) -> Comparison:
        if self.id == other.id:
            return same()
        if _CALL in (self.id, other.id):
            return compatible(Relation.WORDING, "the call comes soon after what it reports")
        return different(f"{self.show()} is not {other.show()}")
