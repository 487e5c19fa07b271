"""Coordinates: invented articles in, findings out."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.findings import Finding
from factcheck.model import Relation
from factcheck.pipeline import check

BULLETIN = "Titik koordinat gempa Bergen berada di {}, kata badan meteorologi."


def findings(folder: Path, *texts: str) -> dict[str, Finding]:
    """By axis."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"Gempa Bergen {number}\n\n{text}\n", encoding="utf-8")
    told = check([folder], select=["coordinates"], one_story=True)
    return {str(found.key["axis"]): found for found in told.conflicts + told.updates + told.agreements}


def test_ways_of_writing_are_one_answer(tmp_path: Path) -> None:
    one = BULLETIN.format("8,75 lintang selatan (LS) dan 107,25 bujur timur (BT)")
    found = findings(tmp_path, one, BULLETIN.format("8.75LS-107.25BT"), BULLETIN.format("8.75 LS – 107.25 BT"))
    assert {axis: f.relation for axis, f in found.items()} == {
        "latitude": Relation.AGREE,
        "longitude": Relation.AGREE,
    }


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ("3,64 LS", Relation.CANNOT_BOTH),
        ("3,52 LS", Relation.ORDER_UNKNOWN),
        ("3,5 LS", Relation.PRECISION),
        ("7,46 LS", Relation.CANNOT_BOTH),
        ("3,46 LU", Relation.CANNOT_BOTH),
    ],
)
def test_latitudes(tmp_path: Path, other: str, relation: Relation) -> None:
    found = findings(tmp_path, BULLETIN.format("3,46 LS"), BULLETIN.format(other))
    assert found["latitude"].relation is relation


def test_transposed_digits_are_said_to_be_so(tmp_path: Path) -> None:
    found = findings(tmp_path, BULLETIN.format("3,46 LS dan 107,25 BT"), BULLETIN.format("3,64 LS dan 107,25 BT"))
    assert "digits transposed?" in found["latitude"].reason
    assert found["longitude"].relation is Relation.AGREE


def test_languages_meet(tmp_path: Path) -> None:
    other = "The earthquake in Bergen struck at 8.75° S, 107.25° E, the agency said."
    assert findings(tmp_path, BULLETIN.format("8,75 LS dan 107,25 BT"), other)["longitude"].relation is Relation.AGREE
