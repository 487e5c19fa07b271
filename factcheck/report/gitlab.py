"""GitLab's code quality report: a list of places with the fields that its documentation names.

GitLab compares the reports of two branches by fingerprint alone and shows what came and what went. So everything that
is in conflict now is listed, whatever its state; a conflict that is no more shows as fixed because it is absent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.findings import Report, Severity, State
from factcheck.report import View
from factcheck.report.places import Telling, places_of, shown, tellings
from factcheck.report.plain import dumps
from factcheck.report.states import decided
from factcheck.report.visible import one_line

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info",
}  # fmt: skip

_MOST_OTHERS = 10  # answers that one description names


def render(report: Report, view: View) -> str:
    """The report as JSON with a newline at its end; `[]` where nothing is in conflict."""
    return dumps([_issue(telling, view) for telling in tellings(report)], indent=2) + "\n"


def _issue(telling: Telling, view: View) -> dict[str, Any]:
    finding, place = telling.finding, places_of(telling.answer, view.path_of)[0]
    return {
        "description": _description(telling, view),
        "check_name": finding.kind,
        "fingerprint": telling.fingerprint,
        "severity": SEVERITIES[Severity.NOTE if finding.state is State.ACCEPTED else finding.severity],
        "location": {"path": one_line(place.path), "lines": {"begin": place.line, "end": place.end_line}},
    }


def _description(telling: Telling, view: View) -> str:
    finding, others = telling.finding, telling.others
    said = [f"{shown(other)} in {places_of(other, view.path_of)[0]}" for other in others[:_MOST_OTHERS]]
    if more := len(others) - len(said):
        said.append(f"and {more} more")
    elsewhere = f"; elsewhere {', '.join(said)}" if said else ""
    state = decided(finding) or finding.state.value
    answer = f"{one_line(finding.question)} {shown(telling.answer)}{elsewhere}"
    return f"{answer} ({telling.verdict}) [{finding.id}, {state}]"
