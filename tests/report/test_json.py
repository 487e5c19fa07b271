"""The report for programs: order of fields, encoding, and that it says what its schema says."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factcheck.findings import Severity, State
from factcheck.model import Anchor, Relation
from factcheck.report import FORMATS, View, render
from tests.factory import make_answer, make_finding, make_report, make_source


def written(*conflicts: Any, **changes: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(make_report(*conflicts, **changes), "json", View()))
    return data


def test_fields_stand_in_the_published_order() -> None:
    data = written(make_finding())
    assert list(data) == [
        "schema_version", "tool", "summary", "sources", "conflicts", "updates", "agreements", "resolved",
        "not_checked", "suppressed", "draft", "skipped",
    ]  # fmt: skip
    assert data["schema_version"] == "1.0"
    assert list(data["tool"]) == ["name", "version", "rules"]
    finding = data["conflicts"][0]
    assert [name for name in finding if name not in ("story", "why", "weaker", "silent")] == [
        "id", "kind", "question", "key", "relation", "severity", "confidence", "state", "reason", "answers",
        "decision",
    ]  # fmt: skip
    claim = finding["answers"][0]["claims"][0]
    assert list(claim)[:11] == [
        "source", "start", "end", "line", "column", "quote", "sentence", "modality", "attribution", "as_of", "rule",
    ]  # fmt: skip


def test_keys_are_canonical_texts_and_values_their_json() -> None:
    finding = written(make_finding())["conflicts"][0]
    assert finding["key"] == {"leader": "ada brandt", "place": "no"}
    assert finding["answers"][0]["value"] == {"person": "ole krag"}


def test_where_a_source_was_found_is_told_where_it_is_known() -> None:
    known = make_source("a.txt", url="https://x.test/a", outlet="Port News")
    report = make_report()._replace(sources=(known, make_source("b.txt")))
    told = json.loads(render(report, "json", View()))["sources"]
    assert [(source["url"], source["outlet"]) for source in told] == [("https://x.test/a", "Port News"), (None, None)]


def test_notes_are_counted_apart() -> None:
    known, note = make_finding(state=State.KNOWN, id="fc-b"), make_finding(severity=Severity.NOTE, id="fc-c")
    summary = written(make_finding(), known, note)["summary"]
    assert {name: summary[name] for name in ("conflicts", "new", "changed", "known", "notes")} == {
        "conflicts": 3, "new": 1, "changed": 0, "known": 1, "notes": 1,
    }  # fmt: skip


def test_an_empty_run_is_still_a_report() -> None:
    data = written(sources=(), skipped=[("photo.jpg", "unsupported-type")])
    assert data["skipped"] == [{"path": "photo.jpg", "reason": "unsupported-type"}]
    assert data["conflicts"] == []
    assert data["summary"]["sources"] == 0


def test_text_is_utf8_as_it_is_and_never_half_a_pair() -> None:
    finding = make_finding((make_answer("Çağlar 東京 :dog: \x1b", "bad\udcff.txt"),))
    text = render(make_report(finding), "json", View())
    assert "Çağlar 東京 :dog: \\u001b" in text
    assert text.encode("utf-8").decode() == text
    assert json.loads(text)["conflicts"][0]["answers"][0]["claims"][0]["source"] == "bad\ufffd.txt"
    assert text.endswith("}\n")


def test_an_anchor_may_be_missing() -> None:
    report = make_report()
    report = type(report)(
        sources=(make_source("a.txt", anchor=Anchor(None, "nothing says"), published=None),),
        claims=(), conflicts=(), updates=(), agreements=(), stories=1, rules="sha256:00",
    )  # fmt: skip
    source = json.loads(render(report, "json", View()))["sources"][0]
    assert source["anchor"] == {"date": None, "basis": "nothing says", "days": 0}
    assert source["published"] is None


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_gives_the_same_bytes_twice_and_ends_the_line(name: str) -> None:
    report = make_report(make_finding(), updates=(make_finding(relation=Relation.REVISED),))
    assert render(report, name, View()) == render(report, name, View())
    assert render(report, name, View()).endswith("\n")
