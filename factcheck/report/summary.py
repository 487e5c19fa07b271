"""The figures every format shows: how much was read, and how the conflicts stand against the baseline."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.model import Finding, Report, Severity, Skipped, State


class Summary(NamedTuple):
    """Counts of a report. `conflicts` is the sum of `new`, `changed`, `known` and `notes`."""

    sources: int
    stories: int
    claims: int
    conflicts: int
    new: int
    changed: int
    known: int
    resolved: int
    updates: int
    agreements: int
    notes: int

    @property
    def gate(self) -> str:
        """What `check` says on every run: what is new, and what it is silent about."""
        resolved = f", {self.resolved} resolved" if self.resolved else ""
        return f"{self.new} new, {self.changed} changed; {self.known} known{resolved}"


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
        known=states.count(State.KNOWN),
        resolved=len(report.resolved),
        updates=len(report.updates),
        agreements=len(report.agreements),
        notes=len(report.conflicts) - len(states),
    )


def at_least(report: Report, severity: Severity) -> Report:
    """`report` without the conflicts below `severity`."""
    return report._replace(conflicts=tuple(item for item in report.conflicts if _reaches(item, severity)))


def fails(report: Report, level: Severity) -> bool:
    """Whether the gate fails: a conflict of severity `level` or above is new, or has an answer that is."""
    return any(item.state in (State.NEW, State.CHANGED) and _reaches(item, level) for item in report.conflicts)


def _reaches(finding: Finding, level: Severity) -> bool:
    ranks = list(Severity)
    return ranks.index(finding.severity) >= ranks.index(level)


def unread(skipped: Iterable[Skipped]) -> list[tuple[str, str]]:
    """The files that should have been read and could not be; other types of files in a folder are only listed."""
    return [(item.path, item.reason) for item in skipped if item.reason != "unsupported-type"]


def counted(number: int, noun: str) -> str:
    """`1 story`, `5 stories`: a count with its English noun."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeiou" else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
