"""Clock times of events: invented articles in, findings out."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.findings import Report
from factcheck.model import Relation
from factcheck.pipeline import check


def report(folder: Path, *texts: str) -> Report:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"Bergen news {number}\n\n{text}\n", encoding="utf-8")
    return check([folder], select=["event-time"], one_story=True)


def relation(folder: Path, *texts: str) -> Relation:
    told = report(folder, *texts)
    (only,) = told.conflicts + told.updates + told.agreements
    return only.relation


SHOOTING = "The shooting in a park in Bergen took place {} Sunday, police said."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("around 10 p.m.", "shortly before 10 p.m.", Relation.PRECISION),
        ("at 3:34 p.m.", "around 3:30 p.m.", Relation.PRECISION),
        ("at 10 p.m.", "at 10 p.m.", Relation.AGREE),
        ("about 11:05 p.m.", "just after midnight", Relation.CANNOT_BOTH),
        ("at 2:10 a.m.", "at 5:40 a.m.", Relation.CANNOT_BOTH),
    ],
)
def test_times_of_one_event(tmp_path: Path, one: str, other: str, expected: Relation) -> None:
    assert relation(tmp_path, SHOOTING.format(one), SHOOTING.format(other)) is expected


def test_seconds_and_minutes(tmp_path: Path) -> None:
    quake = "Gempa di Bergen terjadi pada Rabu (18/6/2031), pukul {} WIB."
    assert relation(tmp_path, quake.format("15.24"), quake.format("15:24:49")) is Relation.PRECISION


def test_the_call_is_another_question(tmp_path: Path) -> None:
    other = "Police in Bergen were called to a shooting in a park at 11:20 p.m. Sunday."
    told = report(tmp_path, SHOOTING.format("at 10:05 p.m."), other)
    assert not told.conflicts


def test_without_an_event_word_the_main_event_is_meant(tmp_path: Path) -> None:
    text = SHOOTING.format("at 10 p.m.") + " It happened at 10 p.m., Ada Brandt said."
    assert {str(claim.fields["event"]) for claim in report(tmp_path, text).claims} == {"shooting"}


@pytest.mark.parametrize(
    "text",
    [
        "Gempa di Bergen dirasakan di enam kota hingga pukul 17.45 WIB.",
        "The shooting had left three dead in Bergen as of 10 p.m.",
        "The shooting in Bergen happened late Saturday.",
        "Bakeries in Bergen are busy at 6 a.m.",
        "Police said at 6 a.m. that the shooting in Bergen was over.",
        "After the shooting in Bergen, mayor Ada Brandt at 6 a.m. said that schools were closed.",
    ],
)
def test_no_time_of_an_event(tmp_path: Path, text: str) -> None:
    assert not report(tmp_path, text).claims
