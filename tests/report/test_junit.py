"""JUnit XML."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from factcheck.decisions import Decision, Status
from factcheck.findings import Severity, State
from factcheck.model import Relation
from factcheck.report import View, render
from tests.factory import make_finding, make_report
from tests.report.hostile import HOSTILE, of_every_state, told
from tests.report.standards import JUNIT, needs


def everything() -> str:
    report = make_report(
        *of_every_state(),
        make_finding(id="fc-note", severity=Severity.NOTE),
        make_finding(id="fc-count", kind="count", severity=Severity.ERROR),
        updates=(make_finding(id="fc-update", relation=Relation.REVISED),),
        agreements=(make_finding(id="fc-agree", relation=Relation.AGREE, kind="age"),),
        resolved=(make_finding(id="fc-gone", state=State.RESOLVED),),
        unchecked=(make_finding(id="fc-unchecked", state=State.NOT_CHECKED, reason="none of its articles took part"),),
        skipped=[("e.txt", "binary"), ("photo.jpg", "unsupported-type")],
    )
    return render(report, "junit", View())


def outcomes(text: str) -> dict[str, tuple[str, str | None]]:
    """What became of each case, by conflict, with its message."""
    found = {}
    for case in ElementTree.fromstring(text).iter("testcase"):
        child = next(iter(case), None)
        name = (case.get("name") or "").rpartition("(")[2].rstrip(")")
        found[name] = ("passed", None) if child is None else (child.tag, child.get("message"))
    return found


def test_each_question_is_a_case_that_fails_as_the_gate_does() -> None:
    differ = "different answers: the lists name different people; both may be true"
    assert outcomes(everything()) == {
        "fc-new": ("failure", differ),
        "fc-changed": ("failure", differ),
        "fc-known": ("skipped", "known, in the baseline"),
        "fc-accepted": ("skipped", "accepted: the ministry counts twice"),
        "fc-expired": ("failure", differ),
        "fc-note": ("skipped", "note: below the level that fails"),
        "fc-count": ("failure", "lists differ: the lists name different people; both may be true"),
        "fc-update": ("passed", None),
        "fc-agree": ("passed", None),
        "fc-gone": ("passed", None),
        "fc-unchecked": ("skipped", "not checked: none of its articles took part"),
        "e.txt": ("error", "binary"),
    }


def test_the_level_of_the_gate_decides_what_fails() -> None:
    def outcome(level: Severity) -> str:
        return outcomes(render(make_report(make_finding()), "junit", View(level=level)))["fc-aaaa000001"][0]

    assert [outcome(level) for level in Severity] == ["failure", "failure", "skipped"]


def test_a_suite_is_a_kind_and_counts_its_cases() -> None:
    root = ElementTree.fromstring(everything())
    assert [suite.get("name") for suite in root] == ["age", "articles", "count", "delegation-member"]
    assert [suite.get("id") for suite in root] == ["0", "1", "2", "3"]
    for suite in root:
        for tag, count in (("testcase", "tests"), ("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert len(list(suite.iter(tag))) == int(suite.get(count) or "x", 10)
    assert int(root[3].get("skipped") or 0) == 4


def test_a_failure_quotes_every_claim_and_what_was_decided() -> None:
    decision = Decision(Status.ACCEPTED, "so be it")
    finding = make_finding(state=State.EXPIRED, decision=decision)
    root = ElementTree.fromstring(render(make_report(finding), "junit", View(path_of=lambda article: f"in/{article}")))
    assert next(root.iter("failure")).text == (
        'Ole Krag\n  in/a.txt:3: "The minister, Ole Krag, flew to Oslo."\n'
        '  in/b.txt:3: "The minister, Ole Krag, flew to Oslo."\n'
        'Ines Falk\n  in/c.txt:3: "The minister, Ines Falk, flew to Oslo."\nwas accepted: so be it'
    )


@needs(JUNIT)
@pytest.mark.parametrize("text", ["", *HOSTILE])
def test_it_is_what_the_schema_wants(text: str) -> None:
    import xmlschema

    schema = xmlschema.XMLSchema(str(JUNIT))
    schema.validate(render(told(text), "junit", View()) if text else everything())
    schema.validate(render(make_report(), "junit", View()))
