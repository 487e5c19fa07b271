"""JUnit XML (the schema of Ant): a suite for each kind of claim, a case for each question that is answered twice.

A case fails where the gate does; a conflict that the gate is silent about is skipped with the reason; agreements,
updates and what is resolved pass. An article that could not be read is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.findings import Finding, Report
from factcheck.report import View
from factcheck.report.places import place_of
from factcheck.report.states import decided, silence
from factcheck.report.summary import fails_gate, unread
from factcheck.report.visible import one_line
from factcheck.report.words import RELATION_WORDS

# The schema wants these. The same articles give the same bytes, so no clock and no machine are asked.
_MOMENT, _HOST, _SECONDS = "1970-01-01T00:00:00", "localhost", "0"


class _Case(NamedTuple):
    """A test case; `outcome` is `failure`, `skipped`, `error` or, where it passes, empty."""

    suite: str
    name: str
    outcome: str = ""
    message: str = ""
    type: str = ""
    text: str = ""


def render(report: Report, view: View) -> str:
    """The report as XML; a report without questions has no suites."""
    root = Element("testsuites")
    cases = sorted(_cases(report, view), key=lambda case: case.suite)
    for number, (name, members) in enumerate(groupby(cases, key=lambda case: case.suite)):
        _add_suite(root, number, name, list(members))
    indent(root)
    return f"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{tostring(root, encoding='unicode')}\n"


def _cases(report: Report, view: View) -> Iterator[_Case]:
    yield from (_Case("articles", one_line(path), "error", reason, "unread") for path, reason in unread(report.skipped))
    yield from (_conflict(finding, view) for finding in report.conflicts)
    yield from (_passed(finding) for finding in (*report.updates, *report.agreements, *report.resolved))
    yield from (_skipped(finding, f"not checked: {finding.reason}") for finding in report.unchecked)


def _name(finding: Finding) -> str:
    return one_line(f"{finding.question} ({finding.id})")


def _passed(finding: Finding) -> _Case:
    return _Case(finding.kind, _name(finding))


def _skipped(finding: Finding, why: str) -> _Case:
    return _Case(finding.kind, _name(finding), "skipped", one_line(why))


def _conflict(finding: Finding, view: View) -> _Case:
    if why := silence(finding):
        return _skipped(finding, why)
    if not fails_gate(finding, view.level):
        return _skipped(finding, f"{finding.severity.value}: below the level that fails")
    message = one_line(f"{RELATION_WORDS[finding.relation]}: {finding.reason}")
    lines = "\n".join(_told(finding, view))
    return _Case(finding.kind, _name(finding), "failure", message, finding.relation.value, lines)


def _told(finding: Finding, view: View) -> Iterator[str]:
    for answer in finding.answers:
        yield one_line(answer.text)
        for claim in answer.claims:
            yield f'  {place_of(claim, view.path_of)}: "{one_line(claim.evidence.sentence)}"'
    if decision := decided(finding):
        yield f"was {decision}"


def _add_suite(root: Element, number: int, name: str, cases: Iterable[_Case]) -> None:
    outcomes = [case.outcome for case in cases]
    counts = {
        "tests": len(outcomes),
        "failures": outcomes.count("failure"),
        "errors": outcomes.count("error"),
        "skipped": outcomes.count("skipped"),
    }
    fixed = {"timestamp": _MOMENT, "hostname": _HOST, "time": _SECONDS, "package": "factcheck", "id": str(number)}
    suite = SubElement(root, "testsuite", {"name": name} | {key: str(n) for key, n in counts.items()} | fixed)
    SubElement(suite, "properties")
    for case in cases:
        _add_case(suite, case)
    SubElement(suite, "system-out")
    SubElement(suite, "system-err")


def _add_case(suite: Element, case: _Case) -> None:
    element = SubElement(suite, "testcase", name=case.name, classname=f"factcheck.{case.suite}", time=_SECONDS)
    if case.outcome:
        told = SubElement(element, case.outcome, message=case.message)
        told.text = case.text or None
        if case.type:
            told.set("type", case.type)
