"""Charges: invented articles in, findings out. Charges are raised, lowered and brought late; none is a conflict."""

from __future__ import annotations

from pathlib import Path

from factcheck.findings import Finding, Report
from factcheck.model import Relation
from factcheck.pipeline import check


def report(folder: Path, *texts: str) -> Report:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"{text}\n", encoding="utf-8")
    return check([folder], select=["charge", "charged"], one_story=True)


def texts(finding: Finding) -> list[str]:
    return sorted(answer.text for answer in finding.answers)


def test_a_raised_charge_replaces_the_first(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Driver held in Bergen\n2031-05-06\n\nAda Brandt, 34, was charged with negligent homicide in the Bergen crash.",
        "Trial in Bergen\n2031-09-08\n\nAda Brandt, 34, is charged with manslaughter in the Bergen crash.",
    )
    assert not told.conflicts
    assert [(texts(f), f.relation) for f in told.updates] == [
        (["manslaughter", "negligent homicide"], Relation.REVISED)
    ]


def test_charges_beside_a_killing_are_no_other_answer(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Driver held in Bergen\n\nAda Brandt was charged with manslaughter and tampering with evidence in the crash.",
        "Driver held in Bergen\n\nAda Brandt was charged with possession of a firearm after the Bergen crash.",
    )
    assert not told.conflicts and not told.updates


def test_complicity_is_not_murder(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Trial in Bergen\n\nPolice have charged Ada Brandt, 34, with complicity to commit murder in the Bergen crash.",
        "Trial in Bergen\n\nAda Brandt was charged with manslaughter in the Bergen crash.",
    )
    assert not told.updates


def test_not_charged_at_first(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Crash in Bergen\n2031-05-06\n\nThe driver, Ada Brandt, has not been charged after the Bergen crash.",
        "Driver held in Bergen\n2031-05-08\n\nAda Brandt was arrested and charged with assault after the Bergen crash.",
    )
    assert not told.conflicts
    assert [(texts(f), f.relation) for f in told.updates] == [(["charged", "not charged"], Relation.REVISED)]


def test_from_witness_to_suspect(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Kecelakaan di Bergen\n\nEdda Brandt masih berstatus saksi dalam kasus kecelakaan itu, kata polisi.",
        "Kecelakaan di Bergen\n\nEdda Brandt resmi ditetapkan sebagai tersangka dalam kasus kecelakaan itu.",
    )
    assert not told.conflicts
    assert [texts(finding) for finding in told.updates] == [["charged", "not charged"]]
