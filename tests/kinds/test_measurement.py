"""Measures: invented articles in, findings out."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.findings import Finding, Report
from factcheck.model import Relation
from factcheck.pipeline import check

CRATER = "A blast near the harbour of Bergen on Sunday left a crater {}, officials in Bergen said."
QUAKE = "Gempa {} mengguncang Kabupaten Bergen pada Rabu (18/6/2031), kata badan meteorologi."


def report(folder: Path, *texts: str) -> Report:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"Bergen news {number}\n\n{text}\n", encoding="utf-8")
    return check([folder], select=["measurement"], one_story=True)


def finding(folder: Path, *texts: str) -> Finding:
    told = report(folder, *texts)
    (only,) = told.conflicts + told.updates + told.agreements
    return only


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("20m wide", "66 feet (20 meters) across", Relation.AGREE),
        ("66 feet across", "67 feet wide", Relation.PRECISION),
        ("20 meters across", "25 meters across", Relation.CANNOT_BOTH),
        ("with a radius of 20 meters (66 feet)", "66 feet across", Relation.ATTRIBUTE_MIXED),
        ("with a radius of 10 meters", "20 meters wide", Relation.WORDING),
        ("more than 5m deep", "16 feet deep", Relation.PRECISION),
        ("19 feet deep", "16 feet deep", Relation.CANNOT_BOTH),
    ],
)
def test_sizes_of_one_thing(tmp_path: Path, one: str, other: str, relation: Relation) -> None:
    assert finding(tmp_path, CRATER.format(one), CRATER.format(other)).relation is relation


def test_a_figure_for_both_radius_and_diameter_says_so(tmp_path: Path) -> None:
    found = finding(tmp_path, CRATER.format("with a radius of 20 meters"), CRATER.format("20 meters across"))
    assert "as radius in one, as diameter in the other" in found.reason


def test_attributes_are_questions_of_their_own(tmp_path: Path) -> None:
    told = report(tmp_path, CRATER.format("20 meters wide"), CRATER.format("5 meters deep"))
    assert not told.conflicts + told.updates + told.agreements


def test_things_are_questions_of_their_own(tmp_path: Path) -> None:
    other = "The asteroid that passed Bergen on Sunday is 20 meters across, officials in Bergen said."
    told = report(tmp_path, CRATER.format("20 meters across"), other)
    assert not told.conflicts + told.updates


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("magnitudo 4,8", "magnitudo (M) 4,9"),
        ("dengan kedalaman 10 km", "dengan kedalaman 13 kilometer"),
        ("yang berpusat 36 km barat daya Bergen", "yang berpusat 40 km barat daya Bergen"),
    ],
)
def test_readings_of_a_quake_are_revised(tmp_path: Path, one: str, other: str) -> None:
    found = finding(tmp_path, QUAKE.format(one), QUAKE.format(other))
    assert found.relation is Relation.ORDER_UNKNOWN
    assert found.reason.count("which came first is not said") == 1


def test_swapped_digits_are_no_revision(tmp_path: Path) -> None:
    found = finding(tmp_path, QUAKE.format("magnitudo 6,4"), QUAKE.format("magnitudo 4,6"))
    assert found.relation is Relation.CANNOT_BOTH
    assert "digits transposed?" in found.reason


def test_an_earlier_quake_is_another_question(tmp_path: Path) -> None:
    other = QUAKE.format("magnitudo 4,8") + "\n\nWarga berlarian ke luar rumah.\n\nSekolah diliburkan hari itu.\n\n"
    other += "Toko tutup lebih awal.\n\nGempa magnitudo 7,6 pernah mengguncang pulau lain pada 2009."
    told = report(tmp_path, QUAKE.format("magnitudo 4,8"), other)
    assert not told.conflicts + told.updates


def test_languages_meet(tmp_path: Path) -> None:
    other = "The earthquake of magnitude 4.8 shook Bergen, the agency said."
    assert finding(tmp_path, QUAKE.format("magnitudo 4,8"), other).relation is Relation.AGREE


def test_hours_between(tmp_path: Path) -> None:
    sentence = "The blast was separated by {} hours from the landing in Bergen."
    assert finding(tmp_path, sentence.format(12), sentence.format(13)).relation is Relation.CANNOT_BOTH


def test_how_long_something_goes_on_grows(tmp_path: Path) -> None:
    sentence = "The protest in Bergen has lasted {} days, officials said."
    assert finding(tmp_path, sentence.format("two"), sentence.format("four")).relation is Relation.ORDER_UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "The suspect carried a 9mm handgun through Bergen.",
        "A judge in Bergen jailed him for 13 years.",
        "Ada Brandt walked 10 km to Bergen.",
    ],
)
def test_no_measure_of_anything(tmp_path: Path, text: str) -> None:
    assert not report(tmp_path, text).claims
