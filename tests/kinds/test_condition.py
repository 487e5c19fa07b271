"""Conditions of the wounded, one who is named and all together: invented articles in, findings out."""

from __future__ import annotations

from pathlib import Path

from factcheck.findings import Report
from factcheck.model import Relation
from factcheck.pipeline import check


def report(folder: Path, *texts: str) -> Report:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"{text}\n", encoding="utf-8")
    return check([folder], select=["condition", "wounded-condition"], one_story=True)


def answers(told: Report) -> list[list[str]]:
    return [sorted(answer.text for answer in finding.answers) for finding in told.updates]


def test_a_condition_changes_over_days(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Crash in Bergen\n2031-05-06\n\nAda Brandt, 34, was in critical condition at Storstrand Hospital.",
        "Crash in Bergen\n2031-05-09\n\nAda Brandt, 34, is now in stable condition at Storstrand Hospital.",
    )
    assert not told.conflicts
    assert answers(told) == [["critical", "stable"]]
    assert told.updates[0].relation is Relation.REVISED


def test_two_people_have_two_conditions(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Crash in Bergen\n\nAda Brandt is in critical condition at Storstrand Hospital.",
        "Crash in Bergen\n\nOle Krag is in stable condition at Storstrand Hospital.",
    )
    assert not told.conflicts and not told.updates


def test_the_condition_of_the_wounded_becomes_known(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Crash in Bergen\n2031-05-06\n\nThree passengers were taken to a hospital, and their condition was unknown.",
        "Crash in Bergen\n2031-05-07\n\nThree passengers were taken to a hospital, and all of them are in stable"
        " condition.",
    )
    assert not told.conflicts
    assert answers(told) == [["stable", "unknown"]]


def test_parts_of_the_wounded_are_left_out(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Crash in Bergen\n\nThree passengers were taken to a Bergen hospital; one is in critical condition.",
        "Crash in Bergen\n\nThree passengers were taken to a Bergen hospital, where two are in stable condition.",
    )
    assert not told.conflicts and not told.updates


def test_indonesian_patients(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Kecelakaan di Bergen\n\nEdda Brandt masih dirawat dalam kondisi kritis di rumah sakit Bergen.",
        "Kecelakaan di Bergen\n\nEdda Brandt masih dirawat dalam kondisi stabil di rumah sakit Bergen.",
    )
    assert not told.conflicts
    assert answers(told) == [["critical", "stable"]]
