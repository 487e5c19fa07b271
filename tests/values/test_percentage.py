"""Percentages."""

from __future__ import annotations

import pytest

from factcheck.model import Verdict
from factcheck.values.percentage import Percentage


@pytest.mark.parametrize("text", ["82 %", ">80 %", "5 pp"])
def test_canonical_text_reads_back(text: str) -> None:
    assert str(Percentage.read(text)) == text


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("82 %", "82 %", Verdict.SAME),
        ("82 %", "82.3 %", Verdict.COMPATIBLE),
        (">80 %", ">82 %", Verdict.COMPATIBLE),
        ("5 %", "5 pp", Verdict.COMPATIBLE),
        ("38 %", "83 %", Verdict.DIFFERENT),
    ],
)
def test_shares_compare_as_figures(a: str, b: str, verdict: Verdict) -> None:
    assert Percentage.read(a).compare(Percentage.read(b)).verdict is verdict


def test_shown_and_in_json() -> None:
    assert Percentage.read(">80 %").show() == "more than 80%"
    assert Percentage.read("5 pp").show() == "5 percentage points"
    assert Percentage.read("5 pp").to_json() == {"points": 5}
    with pytest.raises(ValueError, match="not a percentage"):
        Percentage.read("82")
