"""GitLab's code quality report."""

from __future__ import annotations

import json
from typing import Any

from factcheck.decisions import Decision, Status
from factcheck.findings import Finding, Severity, State
from factcheck.report import View, render
from tests.factory import make_answer, make_finding, make_report
from tests.report.hostile import of_every_state


def issues(*findings: Finding, view: View | None = None) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = json.loads(render(make_report(*findings), "gitlab", view or View()))
    return data


def test_an_issue_has_the_documented_fields() -> None:
    (issue,) = issues(make_finding(), view=View(path_of=lambda article: f"corpus/{article}"))
    assert len(issue.pop("fingerprint")) == 32
    assert issue == {
        "description": "Who was defence minister in Ada Brandt's delegation to Norway? Ines Falk; elsewhere Ole Krag "
        "in corpus/a.txt:3 (lists differ: the lists name different people; both may be true) [fc-aaaa000001, new]",
        "check_name": "delegation-member",
        "severity": "major",
        "location": {"path": "corpus/c.txt", "lines": {"begin": 3, "end": 3}},
    }


def test_every_conflict_is_listed_and_accepted_ones_are_for_information() -> None:
    found = issues(*of_every_state())
    accepted = "accepted: the ministry counts twice"
    states = [issue["description"].rpartition(", ")[2].rstrip("]") for issue in found]
    assert states == ["changed", "changed", accepted, "new", accepted, "known"]
    assert {issue["severity"] for issue in found} <= {"info", "minor", "major", "critical", "blocker"}
    grave = make_finding(state=State.ACCEPTED, severity=Severity.ERROR, decision=Decision(Status.ACCEPTED, "so"))
    assert issues(grave)[0]["severity"] == "info"
    graded = [issues(make_finding(severity=severity))[0]["severity"] for severity in Severity]
    assert graded == ["info", "major", "critical"]


def test_fingerprints_are_unique_and_survive_a_rename() -> None:
    many = [make_finding([make_answer(f"{n}", "a.txt") for n in range(4)], id=f"fc-{n}") for n in range(20)]
    fingerprints = [issue["fingerprint"] for issue in issues(*many, *many)]
    assert len(fingerprints) == len(set(fingerprints)) == 120
    renamed = View(path_of=lambda article: f"renamed/{article}")
    assert fingerprints == [issue["fingerprint"] for issue in issues(*many, *many, view=renamed)]


def test_nothing_in_conflict_is_an_empty_list() -> None:
    assert render(make_report(resolved=(make_finding(state=State.RESOLVED),)), "gitlab", View()) == "[]\n"
