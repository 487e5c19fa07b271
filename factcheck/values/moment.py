"""What happened at a clock time: a class of event, or the call that reported it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Comparison, Relation, compatible
from factcheck.values.term import Term

# The concept of calls for help and the response to them, in the table of moments.
_CALL = "call"


@dataclass(frozen=True, slots=True)
class Moment(Term):
    """An identifier such as `quake` or `call`; use it where the time of a call comes close to that of its cause.

    Times of a call and of an event that agree support one another; where they differ, both may be true.
    """

    def compare(self, other: Term) -> Comparison:
        if self.id != other.id and _CALL in (self.id, other.id):
            return compatible(Relation.WORDING, "the call comes soon after what it reports")
        return Term.compare(self, other)
