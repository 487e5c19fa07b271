"""What is printed is what the shipped schemas say, and the schemas say enough to catch what is wrong."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

import factcheck
from factcheck.baseline.edits import accept, entries_of
from factcheck.baseline.file import dump_entries
from factcheck.cli import run
from factcheck.config import KEYS
from factcheck.decisions import Decision, Status, Suppression
from factcheck.findings import Draft, Severity, State
from factcheck.model import Relation
from factcheck.report import View, render
from factcheck.rulepack import Example, FieldSpec, Kind, Rule, shipped_folder
from factcheck.rulepack.types import RuleFile
from tests.factory import make_claim, make_finding, make_report

SCHEMAS = Path(factcheck.__file__).parent / "schemas"
NAMES = ("report", "baseline", "config", "rules")


def schema(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return data


def problems(name: str, data: Any) -> list[str]:
    validator = Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(data)]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_printed_and_valid(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", name]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == schema(name)
    Draft202012Validator.check_schema(printed)


def report_data() -> Any:
    report = make_report(
        make_finding(),
        make_finding(severity=Severity.NOTE, id="fc-n"),
        updates=(make_finding(relation=Relation.REVISED),),
        agreements=(make_finding(relation=Relation.SPELLING),),
        resolved=(make_finding(state=State.RESOLVED),),
        unchecked=(make_finding(state=State.NOT_CHECKED, decision=Decision(Status.ACCEPTED, "x", date(2031, 5, 6))),),
        suppressed=(Suppression("a.md:3", "ours", "count", "a.md", span=(0, 9), claims=2),),
        draft=Draft(("a.txt",), 1, 2, (make_claim(),)),
        skipped=[("photo.jpg", "unsupported-type")],
    )
    return json.loads(render(report, "json", View()))


def test_a_report_is_what_its_schema_says() -> None:
    assert problems("report", report_data()) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), "2.0"),
        (("summary", "new"), -1),
        (("sources", 0, "anchor", "date"), "June"),
        (("conflicts", 0, "relation"), "odd"),
        (("conflicts", 0, "key"), {"leader": 3}),
        (("conflicts", 0, "answers", 0, "claims", 0, "line"), 0),
        (("updates", 0, "state"), None),
    ],
)
def test_the_report_schema_catches_mistakes(path: tuple[Any, ...], value: object) -> None:
    data = report_data()
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert problems("report", data)


def test_a_baseline_is_what_its_schema_says() -> None:
    report = make_report(make_finding(), make_finding(id="fc-open"))
    decided = accept(entries_of(report), None, ["fc-aaaa000001"], Decision(Status.ACCEPTED, "both", date(2031, 5, 6)))
    data = yaml(dump_entries(decided))
    assert problems("baseline", data) == problems("baseline", yaml(dump_entries(()))) == []
    assert problems("baseline", {**data, "conflicts": [data["conflicts"][0] | {"extra": 1}]})
    assert problems("baseline", {**data, "conflicts": [data["conflicts"][0] | {"status": "known"}]})
    assert problems("baseline", {**data, "conflicts": [data["conflicts"][1] | {"status": "accepted"}]})


def yaml(text: str) -> Any:
    """Dates as text, as JSON has them."""
    return YAML(typ="safe", pure=True).load(re.sub(r"(?<=expires: )(.*)", r'"\1"', text))


def test_the_config_schema_has_the_keys_that_are_read() -> None:
    assert set(schema("config")["properties"]) == set(KEYS)


@pytest.mark.parametrize(
    ("name", "type", "derived"),
    [
        ("kind", Kind, set()),
        ("field", FieldSpec, set()),
        ("language", RuleFile, set()),
        ("rule", Rule, {"kind", "language"}),
        ("example", Example, set()),
    ],
)
def test_the_rules_schema_has_the_fields_that_are_read(name: str, type: Any, derived: set[str]) -> None:
    assert set(schema("rules")["$defs"][name]["properties"]) == {field.name for field in fields(type)} - derived


RULES = sorted(path for path in shipped_folder().glob("*/*.yaml") if path.parent.name != "languages")


@pytest.mark.parametrize("path", RULES, ids=lambda path: "/".join(path.parts[-2:]))
def test_the_shipped_rules_are_what_their_schema_says(path: Path) -> None:
    assert problems("rules", YAML(typ="safe", pure=True).load(path.read_bytes())) == []


@pytest.mark.parametrize(
    "data",
    [
        {"language": "en", "rules": [{"id": "a", "match": "x"}]},
        {"language": "en", "rules": [{"id": "a", "examples": []}]},
        {"language": "en", "rulez": []},
        {"kind": "k", "question": "q", "fields": {"a": {"type": "date", "role": "keys"}}},
        {"kind": "k", "question": "q"},
    ],
)
def test_the_rules_schema_catches_mistakes(data: object) -> None:
    assert problems("rules", data)
