"""Results of contests: invented articles in, findings out."""

from __future__ import annotations

from pathlib import Path

from factcheck.findings import Report
from factcheck.pipeline import check


def report(folder: Path, *texts: str) -> Report:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"A match in the harbour town {number}\n\n{text}\n", encoding="utf-8")
    return check([folder], select=["score"], one_story=True)


def test_the_losing_side_tells_the_score_the_other_way_round(tmp_path: Path) -> None:
    told = report(tmp_path, "Norway beat Portugal 3-1 in Oslo.", "Portugal lost to Norway 1-3 in Oslo.")
    assert not told.conflicts


def test_two_results_of_one_match_are_a_conflict(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Norway beat Portugal 3-1 in the rainy final before a full stadium.",
        "Norway beat Portugal 3-2 in the rainy final before a full stadium.",
    )
    assert [sorted(answer.text for answer in finding.answers) for finding in told.conflicts] == [["3-1", "3-2"]]


def test_half_times_and_sets_are_no_results(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Norway led Portugal 1-0 at half-time in the rainy final.",
        "Norway beat Portugal 3-1 in the rainy final.",
    )
    assert not told.conflicts
