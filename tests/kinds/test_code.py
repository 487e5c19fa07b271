"""Identifiers: invented articles in, findings out."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.findings import Report
from factcheck.pipeline import check


def report(folder: Path, *texts: str) -> Report:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"{text}\n\n{number}\n", encoding="utf-8")
    return check([folder], select=["code"], one_story=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mobil biru itu bernomor polisi B 1234 XYZ, kata polisi pada hari itu.",
         "Polisi mencari mobil biru dengan pelat nomor B-1234-XYZ yang lari dari lokasi."),
        ("Flight QZ1517 to Lisbon was cancelled on Monday.", "The airline cancelled flight QZ 1517 to Lisbon."),
        ("Aturan itu dimuat dalam Perpres Nomor 49 Tahun 2031 yang diteken pada hari itu.",
         "Perpres No. 49/2031 memuat aturan itu dan telah diteken pada hari itu."),
    ],
)  # fmt: skip
def test_one_code_in_two_forms(tmp_path: Path, one: str, other: str) -> None:
    assert not report(tmp_path, one, other).conflicts


def test_a_slip_in_a_plate_is_a_conflict(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Polisi mencari mobil biru berpelat nomor B 1234 XYZ yang menerobos gerbang itu.",
        "Mobil biru berpelat nomor B 1243 XYZ itu menerobos gerbang dan dicari polisi.",
    )
    assert [finding.reason for finding in told.conflicts] == [
        "B1234XYZ is not B1243XYZ; two characters are transposed"
    ]


def test_other_cars_flights_and_laws_are_no_conflict(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "The van with the license plate KLM A47 hit the wall. Flight QZ1517 was cancelled. Resolution 2231 passed.",
        "The car with the license plate XPT B92 hit the wall. Flight QZ1518 was cancelled. Resolution 1718 passed.",
    )
    assert not told.conflicts
