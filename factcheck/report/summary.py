"""The figures every format shows: how much was read, and how the conflicts stand against the baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from factcheck.findings import Finding, Report, Severity, Skipped, State
from factcheck.report.states import speaks

_SOON = 30  # days before a decision runs out in which every run tells of it
RANKS: Mapping[Severity, int] = {severity: rank for rank, severity in enumerate(Severity)}
"""How weighty a severity is; a higher rank is worse."""


class Summary(NamedTuple):
    """Counts of a report. `conflicts` is the sum of `new`, `changed`, `expired`, `known`, `accepted` and `notes`.

    `suppressed` counts claims and conflicts that somebody did not wish to hear of.
    """

    sources: int
    stories: int
    claims: int
    conflicts: int
    new: int
    changed: int
    expired: int
    known: int
    accepted: int
    resolved: int
    not_checked: int
    suppressed: int
    updates: int
    agreements: int
    notes: int


def is_note(finding: Finding) -> bool:
    """Whether a conflict is only worth a line under the notes: it is in no baseline and fails no gate."""
    return finding.severity is Severity.NOTE


def summarise(report: Report) -> Summary:
    """The counts of `report`."""
    states = [finding.state for finding in report.conflicts if not is_note(finding)]
    return Summary(
        sources=len(report.sources),
        stories=report.stories,
        claims=len(report.claims),
        conflicts=len(report.conflicts),
        new=states.count(State.NEW),
        changed=states.count(State.CHANGED),
        expired=states.count(State.EXPIRED),
        known=states.count(State.KNOWN),
        accepted=states.count(State.ACCEPTED),
        resolved=len(report.resolved),
        not_checked=len(report.unchecked),
        suppressed=sum(item.claims + len(item.conflicts) for item in report.suppressed),
        updates=len(report.updates),
        agreements=len(report.agreements),
        notes=len(report.conflicts) - len(states),
    )


def gate_line(report: Report) -> str:
    """What `check` says on every run: what is new, and what it is silent about."""
    counts = summarise(report)
    loud = f"{counts.new} new, {counts.changed} changed" + _some(counts.expired, "expired")
    expiring = f", {soon}" if (soon := _expiring(report)) else ""
    silent = f"{counts.known} known" + _some(counts.accepted, "accepted") + expiring
    rest = (counts.resolved, "resolved"), (counts.not_checked, "not checked"), (counts.suppressed, "suppressed")
    return f"{loud}; {silent}" + "".join(_some(number, word) for number, word in rest)


def _some(number: int, word: str) -> str:
    return f", {number} {word}" if number else ""


def _expiring(report: Report) -> str:
    """`1 expires in 6 days`: the decisions that run out next; "" where none does soon."""
    days = [left for left in _days_left(report) if left <= _SOON]
    if not days:
        return ""
    number = days.count(min(days))
    verb = "expires" if number == 1 else "expire"
    when = {0: "today", 1: "tomorrow"}.get(min(days), f"in {min(days)} days")
    return f"{number} {verb} {when}"


def _days_left(report: Report) -> Iterator[int]:
    for finding in report.conflicts:
        expires: date | None = finding.decision.expires if finding.decision else None
        if expires and report.today and finding.state in (State.KNOWN, State.ACCEPTED):
            yield (expires - report.today).days


def at_least(report: Report, severity: Severity) -> Report:
    """`report` without the conflicts below `severity`."""
    return report._replace(conflicts=tuple(item for item in report.conflicts if _reaches(item, severity)))


def fails(report: Report, level: Severity) -> bool:
    """Whether the gate fails: because of one of the conflicts of `report`."""
    return any(fails_gate(finding, level) for finding in report.conflicts)


def fails_gate(finding: Finding, level: Severity) -> bool:
    """Whether a conflict fails the gate: it is of severity `level` or above, and nobody knew of it or of an answer."""
    return speaks(finding) and _reaches(finding, level)


def _reaches(finding: Finding, level: Severity) -> bool:
    return RANKS[finding.severity] >= RANKS[level]


def unread(skipped: Iterable[Skipped]) -> list[tuple[str, str]]:
    """The files that should have been read and could not be; other types of files in a folder are only listed."""
    return [(item.path, item.reason) for item in skipped if item.reason != "unsupported-type"]


def counted(number: int, noun: str) -> str:
    """`1 story`, `5 stories`: a count with its English noun."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeiou" else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
