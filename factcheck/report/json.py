"""The JSON report, for programs: everything a run found. `factcheck schema report` prints its schema."""

from __future__ import annotations

from typing import Any

from factcheck.findings import Report
from factcheck.report import View
from factcheck.report.plain import dumps, plain_draft, plain_finding, plain_source, plain_suppression
from factcheck.report.summary import summarise
from factcheck.version import VERSION

SCHEMA_VERSION = "1.0"  # fields may be added under the same number; a renamed or removed one raises the first part


def render(report: Report, view: View) -> str:
    """The whole report as JSON with a newline at its end, UTF-8 unescaped; `view` changes nothing."""
    return dumps(_document(report), indent=2) + "\n"


def _document(report: Report) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": VERSION, "rules": report.rules},
        "summary": summarise(report)._asdict(),
        "sources": [plain_source(source) for source in report.sources],
        "conflicts": [plain_finding(finding) for finding in report.conflicts],
        "updates": [plain_finding(finding) for finding in report.updates],
        "agreements": [plain_finding(finding) for finding in report.agreements],
        "resolved": [plain_finding(finding) for finding in report.resolved],
        "not_checked": [plain_finding(finding) for finding in report.unchecked],
        "suppressed": [plain_suppression(item) for item in report.suppressed],
        "draft": plain_draft(report.draft) if report.draft else None,
        "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in report.skipped],
    }
