"""What a run comes to: findings with their answers, the sources, and the report of them all. All are frozen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from factcheck.decisions import Decision, Suppression
from factcheck.model import Anchor, Claim, Relation


class Severity(StrEnum):
    """Weight of a finding; the gate fails from `WARNING` up unless told otherwise."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Confidence(StrEnum):
    """How sure the alignment is; every reason that lowers it is listed with the finding."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class State(StrEnum):
    """A finding or an answer against the baseline. `NEW`, `CHANGED` and `EXPIRED` fail the gate.

    `RESOLVED` and `NOT_CHECKED` are entries of the baseline without a conflict: it is gone, or was not looked for.
    """

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    ACCEPTED = "accepted"
    EXPIRED = "expired"
    RESOLVED = "resolved"
    NOT_CHECKED = "not-checked"


class Source(NamedTuple):
    """An article as the report lists it.

    `text` is the article's own, for formats that show words in their place; those for programs leave it out. `url` and
    `outlet` are what its file says, whatever that is.
    """

    id: str
    title: str
    language: str
    published: str | None
    anchor: Anchor
    story: int
    voice: str
    sha256: str
    text: str = ""
    url: str = ""
    outlet: str = ""


class Answer(NamedTuple):
    """One answer to a question with every claim that gives it. `id` depends on the normalised value alone."""

    id: str
    text: str
    value: Mapping[str, Any]
    claims: tuple[Claim, ...]
    voices: int = 1
    origins: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    state: State = State.NEW


class Finding(NamedTuple):
    """A question with its answers and the verdict: a conflict, an update or an agreement by `relation`.

    `weaker` holds each reason that lowers the confidence, `silent` the sources of the story without an answer.
    """

    id: str
    kind: str
    question: str
    key: Mapping[str, Any]
    relation: Relation
    severity: Severity
    confidence: Confidence
    reason: str
    answers: tuple[Answer, ...]
    why: tuple[str, ...] = ()
    weaker: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    story: int = 1
    state: State = State.NEW
    decision: Decision | None = None


class Draft(NamedTuple):
    """How drafts stand against the sources: claims that a source supports, that differ, and that no source makes."""

    articles: tuple[str, ...]
    supported: int
    differing: int
    unsupported: tuple[Claim, ...]


class Skipped(NamedTuple):
    """A file that was not read, and why (`unsupported-type`, `binary`, `empty`, `encoding` ...)."""

    path: str
    reason: str


class Report(NamedTuple):
    """The result of one run, sorted: the same input gives the same report.

    `warnings` are for standard error: how an article was read where its encoding or metadata left a doubt. `resolved`
    and `unchecked` are entries of the baseline without a conflict; `today` is the day on which expiry was judged.
    """

    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Finding, ...]
    updates: tuple[Finding, ...]
    agreements: tuple[Finding, ...]
    stories: int
    rules: str
    skipped: tuple[Skipped, ...] = ()
    resolved: tuple[Finding, ...] = ()
    warnings: tuple[str, ...] = ()
    unchecked: tuple[Finding, ...] = ()
    suppressed: tuple[Suppression, ...] = ()
    draft: Draft | None = None
    today: date | None = None
