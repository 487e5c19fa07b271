"""Annotations for GitHub Actions: workflow commands that show each new answer at its line.

A step shows ten annotations of each level and drops the rest without a word, so the tenth says how many more there are.
Whatever an article wrote is data of a command and can start none: no line end or `%` is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factcheck.findings import Report, Severity
from factcheck.report import View
from factcheck.report.places import Telling, newcomers, places_of, shown, tellings
from factcheck.report.states import decided
from factcheck.report.visible import one_line

LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
MOST = 10  # of a level and step

_MOST_OTHERS = 10  # answers that one annotation names
# What the runner's `ActionCommand` puts back.
_DATA, _PROPERTY = re.compile(r"[%\r\n]"), re.compile(r"[%\r\n:,]")


def render(report: Report, view: View) -> str:
    """One line an annotation for what is new, changed or expired; "" where nothing is."""
    told = newcomers(tellings(report))
    lines = [
        line
        for severity in LEVELS
        for line in _level(severity, [item for item in told if item.finding.severity is severity], view)
    ]
    return "".join(f"{line}\n" for line in lines)


def _level(severity: Severity, told: Sequence[Telling], view: View) -> Iterator[str]:
    shown_here = told if len(told) <= MOST else told[: MOST - 1]
    yield from (_annotation(telling, view) for telling in shown_here)
    if more := len(told) - len(shown_here):
        yield _command(severity, {"title": "factcheck"}, f"and {more} more; the job's summary lists them")


def _annotation(telling: Telling, view: View) -> str:
    finding, place = telling.finding, places_of(telling.answer, view.path_of)[0]
    properties = {"file": one_line(place.path), "line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:  # elsewhere columns are refused
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = f"{finding.state.value}: {one_line(finding.question)} ({finding.id})"
    return _command(finding.severity, properties, "\n".join(_message(telling, view)))


def _message(telling: Telling, view: View) -> Iterator[str]:
    yield f"here: {shown(telling.answer)}"
    for other in telling.others[:_MOST_OTHERS]:
        yield f"{places_of(other, view.path_of)[0]}: {shown(other)}"
    if more := len(telling.others[_MOST_OTHERS:]):
        yield f"and {more} more"
    yield telling.verdict
    if decision := decided(telling.finding):
        yield f"was {decision}"


def _command(severity: Severity, properties: Mapping[str, str], message: str) -> str:
    named = ",".join(f"{name}={_PROPERTY.sub(_escaped, value)}" for name, value in properties.items())
    return f"::{LEVELS[severity]} {named}::{_DATA.sub(_escaped, message)}"


def _escaped(match: re.Match[str]) -> str:
    return f"%{ord(match.group()):02X}"
