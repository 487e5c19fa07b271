"""A table for spreadsheets: a row for each claim of each answer, as RFC 4180 has it, in UTF-8.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula; such a cell gets an apostrophe before it
(OWASP, "CSV Injection"), and so do the wide forms of these signs.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from factcheck.findings import Answer, Finding, Report
from factcheck.model import Claim
from factcheck.report import View
from factcheck.report.places import place_of
from factcheck.report.states import answer_state
from factcheck.report.visible import one_line

COLUMNS = (
    "finding", "id", "state", "severity", "confidence", "relation", "kind", "question", "reason", "answer_id", "answer",
    "answer_state", "voices", "path", "line", "column", "quote", "sentence", "modality", "attribution", "as_of", "rule",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render(report: Report, view: View) -> str:
    """A line of column names, then the rows; an answer of the baseline that no article gives now has one without place.

    Line ends are CRLF.
    """
    page = StringIO()
    table = csv.writer(page)
    table.writerow(COLUMNS)
    table.writerows([_cell(text) for text in row] for row in _rows(report, view))
    return page.getvalue()


def _rows(report: Report, view: View) -> Iterator[tuple[str, ...]]:
    buckets = {
        "conflict": report.conflicts,
        "update": report.updates,
        "agreement": report.agreements,
        "resolved": report.resolved,
        "not-checked": report.unchecked,
    }
    for name, findings in buckets.items():
        for finding in findings:
            for answer in finding.answers:
                start = (name, *_question(finding), *_answer(finding, answer))
                yield from ((*start, *_claim(claim, view)) for claim in answer.claims)
                if not answer.claims:
                    yield start + ("",) * (len(COLUMNS) - len(start))


def _question(finding: Finding) -> tuple[str, ...]:
    graded = (finding.state, finding.severity, finding.confidence, finding.relation)
    return (finding.id, *graded, finding.kind, finding.question, finding.reason)


def _answer(finding: Finding, answer: Answer) -> tuple[str, ...]:
    return answer.id, answer.text, answer_state(finding, answer), str(answer.voices)


def _claim(claim: Claim, view: View) -> tuple[str, ...]:
    place, evidence = place_of(claim, view.path_of), claim.evidence
    said = (claim.modality, claim.attribution or "", str(claim.as_of or ""), claim.rule)
    return place.path, str(place.line), str(place.column), evidence.quote, evidence.sentence, *said


def _cell(text: str) -> str:
    line = one_line(text).strip()
    return f"'{line}" if line.startswith(_FORMULA) else line
