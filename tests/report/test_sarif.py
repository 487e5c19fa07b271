"""SARIF."""

from __future__ import annotations

import gzip
import json
import random
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft4Validator

from factcheck.decisions import Decision, Status
from factcheck.findings import Finding, Report, Severity, State
from factcheck.report import View, render
from factcheck.report.sarif import MOST_BYTES, MOST_LOCATIONS, MOST_RESULTS
from factcheck.rulepack.types import Kind
from tests.factory import make_answer, make_claim, make_finding, make_report
from tests.report.hostile import HOSTILE, of_every_state, told
from tests.report.standards import SARIF, needs

KINDS = {
    "delegation-member": Kind(
        "delegation-member", "Who was {office}[ of {country}]?", {}, severity=Severity.WARNING, about="Who travels."
    )
}
VIEW = View(path_of=lambda article: f"corpus/{article}", kinds=lambda: KINDS)


def run_of(report: Report, view: View = VIEW) -> dict[str, Any]:
    log = json.loads(render(report, "sarif", view))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)


def results(*findings: Finding) -> list[dict[str, Any]]:
    return list(run_of(make_report(*findings))["results"])


def notifications(report: Report) -> list[tuple[str, str]]:
    (invocation,) = run_of(report)["invocations"]
    assert invocation["executionSuccessful"] is True
    return [(item["level"], item["message"]["text"]) for item in invocation["toolExecutionNotifications"]]


def test_a_result_stands_at_the_newcomer_and_links_the_other_answer() -> None:
    (result,) = results(make_finding())
    assert result["ruleId"] == "delegation-member" and result["level"] == "warning"
    assert result["message"]["text"] == (
        "Who was defence minister in Ada Brandt's delegation to Norway? "
        "Here Ines Falk; elsewhere [Ole Krag](1) in corpus/a.txt:3. "
        "lists differ: the lists name different people; both may be true (fc-aaaa000001)"
    )
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "corpus/c.txt", "uriBaseId": "%SRCROOT%"},
                "region": {
                    "startLine": 3, "startColumn": 15, "endLine": 3, "endColumn": 24, "charOffset": 14, "charLength": 9,
                },
            }
        }
    ]  # fmt: skip
    related = result["relatedLocations"]
    assert [(place["id"], place["physicalLocation"]["artifactLocation"]["uri"]) for place in related] == [
        (1, "corpus/a.txt"), (2, "corpus/b.txt"),
    ]  # fmt: skip
    assert list(result["partialFingerprints"]) == ["factcheckAnswer/v1"]
    assert result["properties"]["conflict"] == "fc-aaaa000001"
    assert result["properties"]["rules"] == ["delegation-member/en/flew"]


def test_places_are_counted_in_code_points() -> None:
    assert run_of(make_report())["columnKind"] == "unicodeCodePoints"
    claim = make_claim("a.txt", "Krag", "🐕🐕 Krag flew.")
    (result,) = results(make_finding((make_answer("Krag", claims=(claim,)),)))
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"], region["charOffset"]) == (4, 8, 3)


def test_a_rule_explains_its_kind() -> None:
    (rule,) = run_of(make_report(make_finding()))["tool"]["driver"]["rules"]
    assert rule["id"] == "delegation-member" and rule["name"] == "DelegationMember"
    assert rule["shortDescription"]["text"] == "Sources disagree: Who was … of …?"
    assert rule["help"]["text"].startswith("Who travels. Articles about one story give different answers")
    assert rule["defaultConfiguration"] == {"level": "warning"}


def test_rules_are_those_of_the_results_also_without_an_explanation() -> None:
    findings = (make_finding(kind="toll", severity=Severity.NOTE), make_finding(kind="toll", severity=Severity.ERROR))
    (rule,) = run_of(make_report(*findings))["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "Sources disagree: toll"
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert run_of(make_report())["tool"]["driver"]["rules"] == []


def test_each_state_has_its_place_in_the_baseline() -> None:
    found = [(item["properties"]["state"], item["baselineState"]) for item in results(*of_every_state())]
    assert sorted(set(found)) == [
        ("accepted", "unchanged"), ("changed", "new"), ("changed", "unchanged"), ("expired", "updated"),
        ("known", "unchanged"), ("new", "new"),
    ]  # fmt: skip


def test_what_is_accepted_is_suppressed_with_its_reason() -> None:
    finding = make_finding(state=State.ACCEPTED, decision=Decision(Status.ACCEPTED, "the ministry counts twice"))
    (result,) = results(finding)
    justification = "accepted: the ministry counts twice"
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": justification}]
    assert "suppressions" not in results(finding._replace(state=State.EXPIRED))[0]


def test_what_has_no_place_is_a_notification() -> None:
    gone = make_finding((make_answer("x"),), id="fc-gone", state=State.RESOLVED, reason="a.txt is gone")
    left = gone._replace(id="fc-left", state=State.NOT_CHECKED, reason="b.txt [took] no part")
    skipped = [("e.txt", "binary"), ("p.jpg", "unsupported-type")]
    report = make_report(resolved=(gone,), unchecked=(left,), skipped=skipped)
    question = "Who was defence minister in Ada Brandt's delegation to Norway?"
    assert run_of(report)["results"] == []
    assert notifications(report) == [
        ("warning", "e.txt is not read: binary"),
        ("note", f"resolved: {question} a.txt is gone (fc-gone)"),
        ("note", f"not checked: {question} b.txt \\[took\\] no part (fc-left)"),
    ]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b.txt", "a%20b.txt"), ("a:b.txt", "a%3Ab.txt"), ("é/東.txt", "%C3%A9/%E6%9D%B1.txt"),
        ("50%.txt", "50%25.txt"),
        ("a?b#c.txt", "a%3Fb%23c.txt"), ("\udcff.txt", "%FF.txt"), ("a\\b.txt", "a%5Cb.txt"), ("a\nb.txt", "a%0Ab.txt"),
    ],
)  # fmt: skip
def test_uris_are_relative_and_encoded(path: str, uri: str) -> None:
    run = run_of(make_report(make_finding((make_answer("x", "a.txt"),))), View(path_of=lambda article: path))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_one_result_names_as_many_places_as_github_shows() -> None:
    finding = make_finding([make_answer(f"answer {n}", f"{n}.txt", f"{n}b.txt") for n in range(150)])
    result = results(finding)[0]
    assert len(result["locations"]) + len(result["relatedLocations"]) == MOST_LOCATIONS
    linked = [place["id"] for place in result["relatedLocations"]]
    assert all(f"]({number}) in" in result["message"]["text"] for number in linked)
    assert f"and {149 - len(linked)} more" in result["message"]["text"]


def test_thirty_thousand_conflicts_stay_within_the_limits_of_code_scanning() -> None:
    known, new = make_finding(state=State.KNOWN, severity=Severity.ERROR), make_finding(severity=Severity.NOTE)
    report = make_report(*(known._replace(id=f"fc-{n}") for n in range(30_000)), new)._replace(claims=())
    text = render(report, "sarif", VIEW)
    run = json.loads(text)["runs"][0]
    assert len(run["results"]) == MOST_RESULTS == 25_000
    assert run["results"][0]["baselineState"] == "new"  # what is known is left out first
    assert len(run["tool"]["driver"]["rules"]) == 1
    assert len(gzip.compress(text.encode())) <= MOST_BYTES
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert [note["message"]["text"] for note in notes] == [
        "5001 results left out: a file holds 25,000 results in 10,000,000 bytes at most; the JSON report holds all"
    ]


def test_texts_that_pack_badly_leave_results_out_rather_than_break_the_limit() -> None:
    chance = random.Random(5)

    def noise() -> str:
        return "".join(chr(chance.randrange(0x4E00, 0x9FFF)) for _ in range(300))

    findings = [make_finding((make_answer(noise(), "a.txt"), make_answer(noise(), "b.txt"))) for _ in range(9_000)]
    text = render(make_report(*findings), "sarif", VIEW)
    packed = len(gzip.compress(text.encode()))
    assert 0.8 * MOST_BYTES < packed <= MOST_BYTES
    run = json.loads(text)["runs"][0]
    left_out = 9_000 - len(run["results"])
    assert 0 < left_out < 8_000
    assert f"{left_out} results left out" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


@cache
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SARIF.read_text(encoding="utf-8")), format_checker=Draft4Validator.FORMAT_CHECKER)


@needs(SARIF)
@pytest.mark.parametrize("text", ["", *HOSTILE])
def test_it_is_what_the_schema_wants(text: str) -> None:
    report = told(text) if text else make_report(*of_every_state(), resolved=(make_finding(state=State.RESOLVED),))
    for made in (report, make_report()):
        assert [error.message for error in validator().iter_errors(json.loads(render(made, "sarif", VIEW)))] == []
