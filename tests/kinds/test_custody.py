"""Suspects, sought or caught: invented articles in, findings out."""

from __future__ import annotations

from pathlib import Path

from factcheck.findings import Report
from factcheck.model import Relation
from factcheck.pipeline import check


def report(folder: Path, *texts: str) -> Report:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"{text}\n", encoding="utf-8")
    return check([folder], select=["custody"], one_story=True)


def test_who_is_sought_is_caught_later(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Bank robbed in Bergen\n2031-05-06\n\nPolice are searching for Ada Brandt, 34, after the Bergen robbery.",
        "Arrest in Bergen\n2031-05-08\n\nAda Brandt, 34, was arrested on Thursday after the Bergen robbery.",
    )
    assert not told.conflicts
    assert [sorted(a.text for a in f.answers) for f in told.updates] == [["held or tried", "sought"]]
    assert told.updates[0].relation is Relation.REVISED


def test_who_is_caught_and_who_is_sought_are_two(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Bank robbed in Bergen\n\nAda Brandt is still at large after the Bergen robbery.",
        "Bank robbed in Bergen\n\nOle Krag was arrested after the Bergen robbery.",
    )
    assert not told.conflicts and not told.updates


def test_a_search_that_is_over_is_history(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Arrest in Bergen\n\nPolice had been searching for Ada Brandt since the Bergen robbery.",
        "Arrest in Bergen\n\nAda Brandt was arrested after the Bergen robbery.",
    )
    assert not told.conflicts and not told.updates


def test_indonesian_suspects(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Perampokan di Bergen\n\nEdda Brandt masih buron setelah perampokan bank di Bergen itu.",
        "Perampokan di Bergen\n\nEdda Brandt akhirnya ditangkap setelah perampokan bank di Bergen itu.",
    )
    assert not told.conflicts
    assert [sorted(a.text for a in f.answers) for f in told.updates] == [["held or tried", "sought"]]
