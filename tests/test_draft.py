"""A draft against sources: what it says otherwise, what nobody else says, and nothing of what the sources dispute."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import run
from factcheck.pipeline import check
from tests.corpus import SEEDS, write
from tests.test_gate import PAIR

FINISHED, FAILED, ERROR, NOTHING_CHECKED = 0, 1, 2, 3
SAME = """OSLO, 3 April 2019 - Norwegian President Ada Brandt landed in Lisbon, Portugal, on Tuesday (2 April 2019).

She brought 4,200 crates of fish.
"""
OTHER = SAME.replace("Tuesday (2 April", "Monday (1 April")
ALONE = "OSLO, 3 April 2019 - The weather in Oslo was fine, and 4,200 crates of fish were sold.\n"

Draft = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Draft:
    """Checks a draft against two articles that disagree about a minister; returns code, report and messages."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "news", PAIR)

    def call(text: str, *arguments: str, name: str = "draft.md") -> tuple[int, Any, str]:
        write(tmp_path, {name: text})
        code = run(["check", name, "--sources", "news", "-f", "json", *arguments])
        captured = capsys.readouterr()
        return code, json.loads(captured.out) if captured.out else None, captured.err

    return call


def kinds(claims: list[dict[str, Any]]) -> set[str]:
    return {claim["kind"] for claim in claims}


def test_what_a_draft_says_differently_fails_and_nothing_else_is_reported(draft: Draft) -> None:
    code, report, _ = draft(OTHER)
    assert code == FAILED
    assert [finding["kind"] for finding in report["conflicts"]] == ["visit-date"]
    assert report["draft"]["articles"] == ["draft.md"]
    assert report["draft"]["differing"] == 1
    assert kinds(report["draft"]["unsupported"]) == {"count"}
    (claim,) = report["draft"]["unsupported"]
    assert OTHER[claim["start"] : claim["end"]] == claim["quote"]


def test_what_the_sources_dispute_among_themselves_is_not_the_draft_s_affair(draft: Draft) -> None:
    code, report, errors = draft(SAME)
    assert (code, report["conflicts"]) == (FINISHED, [])
    assert report["draft"]["supported"] >= 1 and report["draft"]["differing"] == 0
    assert errors == "factcheck: 0 new, 0 changed; 0 known\n"


def test_a_draft_that_takes_a_side_differs_from_the_other(draft: Draft) -> None:
    code, report, _ = draft(PAIR["a.md"])
    assert code == FAILED
    assert [finding["kind"] for finding in report["conflicts"]] == ["delegation-member"]


def test_a_draft_may_lie_among_its_sources(draft: Draft) -> None:
    code, report, _ = draft(OTHER, name="news/draft.md")
    assert code == FAILED
    assert report["draft"]["articles"] == ["draft.md"]
    assert [finding["kind"] for finding in report["conflicts"]] == ["visit-date"]


def test_a_draft_at_odds_with_the_calendar(draft: Draft) -> None:
    code, report, _ = draft(SAME.replace("Tuesday (2 April", "Monday (2 April"))
    assert code == FAILED
    assert "weekday-date" in {finding["kind"] for finding in report["conflicts"]}
    assert "weekday-date" not in kinds(report["draft"]["unsupported"])


def test_what_no_source_tells_is_no_failure(draft: Draft) -> None:
    code, report, _ = draft(ALONE)
    assert (code, report["conflicts"]) == (FINISHED, [])
    assert "count" in kinds(report["draft"]["unsupported"])


def test_a_baseline_and_report_work_as_ever(draft: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    id = draft(OTHER)[1]["conflicts"][0]["id"]
    assert run(["report", "draft.md", "--sources", "news"]) == FINISHED
    assert f"fc-{id[3:]}" in capsys.readouterr().out
    run(["baseline", "accept", id, "draft.md", "news", "--reason", "we know better"])
    assert draft(OTHER)[0] == FINISHED


def test_the_text_lists_what_is_unsupported(draft: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    supported = draft(OTHER)[1]["draft"]["supported"]
    run(["check", "draft.md", "--sources", "news"])
    out = capsys.readouterr().out
    assert f"\nclaims of the draft: {supported} supported by a source, 1 said otherwise, 1 unsupported\n" in out
    assert '   draft.md:3   count   "She brought [4,200 crates] of fish."\n' in out


@pytest.mark.parametrize(
    ("text", "arguments", "code", "said"),
    [
        ("\0", [], ERROR, "draft.md is not read: binary"),
        ("\0", ["--keep-going"], NOTHING_CHECKED, "nothing was checked: no readable draft"),
        (SAME, ["--sources", "nowhere"], ERROR, "nowhere"),
    ],
)
def test_nothing_to_hold_together(text: str, arguments: list[str], code: int, said: str, draft: Draft) -> None:
    found, _, errors = draft(text, *arguments)
    assert (found, said in errors) == (code, True)


def test_no_sources(draft: Draft, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft(SAME)
    (tmp_path / "none").mkdir()
    assert run(["check", "draft.md", "--sources", "none"]) == NOTHING_CHECKED
    assert "no source to hold the drafts against" in capsys.readouterr().err


def test_a_seed_as_the_draft_of_the_others() -> None:
    (name,) = [path.name for path in SEEDS.glob("004*")]
    report = check([SEEDS / name], sources=[SEEDS])
    assert report.draft and report.draft.articles == (name,)
    assert {finding.kind for finding in report.conflicts} == {"delegation-member", "visit-date"}
    assert report.draft.supported > 5


def test_a_row_of_a_table_can_be_a_draft(tmp_path: Path) -> None:
    rows = tmp_path / "drafts.jsonl"
    rows.write_text('{"id": "x", "text": "The port counted 42 ferries on Monday."}\n', encoding="utf-8")
    source = tmp_path / "source.txt"
    source.write_text("The port counted 42 ferries on Monday.\n", encoding="utf-8")
    report = check([rows], sources=[source], one_story=True, cache=False)
    assert report.draft is not None and report.draft.articles == ("drafts.jsonl#x",)
