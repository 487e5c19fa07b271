"""What a team has decided about findings before any of them is known: how much a kind weighs, what not to hear of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fnmatch import fnmatchcase

from factcheck.decisions import Suppression
from factcheck.findings import Confidence, Finding, Report, Severity
from factcheck.pipeline import finding_order


def weighed(report: Report, severities: Mapping[str, Severity]) -> Report:
    """`report` with the severity of conflicts by their kind. What is a note for its weakness stays one."""
    conflicts = (
        finding._replace(severity=severities.get(finding.kind, finding.severity))
        if not (finding.severity is Severity.NOTE and finding.confidence is Confidence.LOW)
        else finding
        for finding in report.conflicts
    )
    return report._replace(conflicts=tuple(sorted(conflicts, key=finding_order)))


def without_suppressed(report: Report) -> Report:
    """`report` without the conflicts that its suppressions name by question or id, each counted once."""
    takes = [item for item in report.suppressed if item.id or item.question]
    first = [next((item for item in takes if _takes_out(item, finding)), None) for finding in report.conflicts]
    out: dict[Suppression, list[str]] = {}
    for finding, item in zip(report.conflicts, first, strict=True):
        if item:
            out.setdefault(item, []).append(finding.id)
    return report._replace(
        conflicts=tuple(f for f, item in zip(report.conflicts, first, strict=True) if item is None),
        suppressed=tuple(item._replace(conflicts=tuple(out.get(item, ()))) for item in report.suppressed),
    )


def unused(report: Report, judged: Callable[[str], bool], complete: bool) -> Sequence[Suppression]:
    """The suppressions that kept nothing out although their kind was looked for and their articles were there.

    `complete` says that folders were searched in full, so that an article which is not in the report is gone.
    """
    return [
        item
        for item in report.suppressed
        if not item.claims and not item.conflicts and judged(item.kind) and (complete or _has_source(item, report))
    ]


def _has_source(item: Suppression, report: Report) -> bool:
    if item.span:
        return True  # it stands in an article that was read
    return bool(item.source) and any(fnmatchcase(source.id, item.source) for source in report.sources)


def _takes_out(item: Suppression, finding: Finding) -> bool:
    if item.kind not in ("", finding.kind) or item.id not in ("", finding.id):
        return False
    if item.question and not _same_words(finding.question, item.question):
        return False
    sources = {claim.evidence.source for answer in finding.answers for claim in answer.claims}
    return not item.source or any(fnmatchcase(source, item.source) for source in sources)


def _same_words(question: str, pattern: str) -> bool:
    """`*` stands for anything, and case does not matter; the question mark at the end is one."""
    return question.casefold() == pattern.casefold() or fnmatchcase(question.casefold(), pattern.casefold())
