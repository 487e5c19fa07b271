"""What a team has decided about findings: about one that is known, or not to hear of some at all."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """What a team has decided about a known conflict. `OPEN` is no decision yet."""

    OPEN = "open"
    ACCEPTED = "accepted"
    FALSE_POSITIVE = "false-positive"


class Decision(NamedTuple):
    """A team's decision, why it was taken, and the last day on which it holds (None: for good)."""

    status: Status
    reason: str
    expires: date | None = None


class Suppression(NamedTuple):
    """A wish not to hear of something, its reason, where it stands (`a.md:3`), and what it kept out of a report.

    Empty conditions hold for all; `source` is a pattern, or with a `span` the one article in which that is. With `id`
    or `question` it takes out conflicts, else the claims themselves.
    """

    place: str
    reason: str
    kind: str = ""
    source: str = ""
    question: str = ""
    id: str = ""
    span: tuple[int, int] | None = None
    claims: int = 0
    conflicts: tuple[str, ...] = ()
