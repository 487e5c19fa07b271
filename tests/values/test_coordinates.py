"""Latitudes and longitudes."""

from __future__ import annotations

import pytest

from factcheck.model import Verdict
from factcheck.values.coordinates import Coordinates


@pytest.mark.parametrize("text", ["8.72 S", "107.26 E", "~12 N"])
def test_canonical_text_reads_back(text: str) -> None:
    assert str(Coordinates.read(text)) == text


def test_transposed_digits_are_said_to_be_so() -> None:
    found = Coordinates.read("3.46 S").compare(Coordinates.read("3.64 S"))
    assert found.different and "digits transposed?" in found.reason


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("8.3 S", "8.32 S", Verdict.COMPATIBLE),
        ("8.3 S", "8.3 N", Verdict.DIFFERENT),
        ("8.3 S", "8.3 E", Verdict.COMPATIBLE),
    ],
)
def test_only_one_axis_is_compared(a: str, b: str, verdict: Verdict) -> None:
    assert Coordinates.read(a).compare(Coordinates.read(b)).verdict is verdict


def test_shown_and_in_json() -> None:
    assert Coordinates.read("8.72 S").show() == "8.72° S"
    assert Coordinates.read("8.72 S").to_json() == {"latitude": "8.72", "hemisphere": "S"}
