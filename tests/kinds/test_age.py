"""Ages: invented articles in, findings out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.findings import Finding, Report
from factcheck.model import Relation
from factcheck.pipeline import check


def report(folder: Path, *texts: str, days: tuple[str, ...] = ()) -> Report:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"A crash in Bergen {number}\n\n{text}\n", encoding="utf-8")
    dates = {f"{number}.txt": date.fromisoformat(day) for number, day in enumerate(days)}
    return check([folder], select=["age"], one_story=True, dates=dates)


def persons(findings: tuple[Finding, ...]) -> list[str]:
    return sorted(str(finding.key["person"]).title() for finding in findings)


def test_one_age_in_many_forms(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Police named the driver as Ada Brandt, 34, of Bergen.",
        "Rescuers could not save 34-year-old Ada Brandt.",
        "Polisi menyebut korban bernama Ada Brandt (34) dan sedang menyelidiki kecelakaan itu.",
        "Korban tewas adalah Ada Brandt yang berusia 34 tahun, kata polisi pada hari itu.",
    )
    assert not told.conflicts
    assert [{claim.evidence.source for answer in f.answers for claim in answer.claims} for f in told.agreements] == [
        {"0.txt", "1.txt", "2.txt", "3.txt"}
    ]


def test_two_ages_of_one_person_are_a_conflict(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Killed were Ada Brandt, 34; Ole Krag, 29; and Ines Falk, 7.",
        "Killed were Ada Brandt, age 34, Ole Krag, age 39, and Ines Falk, age 7.",
    )
    assert persons(told.conflicts) == ["Ole Krag"]
    assert told.conflicts[0].relation is Relation.CANNOT_BOTH
    assert persons(told.agreements) == ["Ada Brandt", "Ines Falk"]


def test_a_birthday_between_articles_is_no_conflict(tmp_path: Path) -> None:
    texts = ("Police arrested Ole Krag, 20, on Monday.", "The trial of Ole Krag, 21, began on Monday.")
    told = report(tmp_path, *texts, days=("2031-02-03", "2031-11-05"))
    assert not told.conflicts
    told = report(tmp_path, *texts, days=("2031-02-03", "2031-02-05"))
    assert persons(told.conflicts) == ["Ole Krag"]


@pytest.mark.parametrize(
    "second",
    [
        "The car of Ada Brandt hit a 35-year-old man.",
        "Ada Brandt left with her 35-year-old sister.",
        "According to Ada Brandt, a 35-year-old man was arrested.",
        "Ada Brandt, 35 points, led the team.",
        "Ada Brandt, 33 at the time, moved to Bergen.",
        "Ole Krag met Ada Brandt. The 35-year-old was hurt.",
    ],
)
def test_other_figures_are_not_her_age(tmp_path: Path, second: str) -> None:
    assert not report(tmp_path, "Police named the driver as Ada Brandt, 34, of Bergen.", second).conflicts


def test_the_one_named_before_is_meant(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Police named the driver as Ada Brandt, 34, of Bergen.",
        "Ada Brandt, who drove the car, called the police. The 35-year-old was hurt in the crash.",
    )
    assert persons(told.conflicts) == ["Ada Brandt"]
    assert any("not named beside it" in weak for weak in told.conflicts[0].weaker)
