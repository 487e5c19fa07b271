"""Lengths of time."""

from __future__ import annotations

import pytest

from factcheck.model import Verdict
from factcheck.values.duration import Duration, TimeUnit


@pytest.mark.parametrize("unit", list(TimeUnit))
def test_canonical_text_reads_back(unit: TimeUnit) -> None:
    duration = Duration.read(f"~2..3 {unit.value}")
    assert Duration.read(str(duration)) == duration


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("24 year", "24 year", Verdict.SAME),
        ("2 year", "24 month", Verdict.SAME),
        ("2 day", "48 hour", Verdict.SAME),
        ("24 year", "2 decade", Verdict.COMPATIBLE),
        ("24 year", ">2 decade", Verdict.COMPATIBLE),
        ("100 day", "3 month", Verdict.COMPATIBLE),
        ("24 year", "3 decade", Verdict.DIFFERENT),
        ("11 year", "14 year", Verdict.DIFFERENT),
        ("2 day", "3 day", Verdict.DIFFERENT),
    ],
)
def test_units_are_converted(a: str, b: str, verdict: Verdict) -> None:
    one, two = Duration.read(a), Duration.read(b)
    assert one.compare(two).verdict is verdict
    assert one.compare(two) == two.compare(one)


def test_years_and_months_add_up() -> None:
    assert str(Duration.read("2 year").plus(Duration.read("6 month"))) == "30 month"
    assert Duration.read("2 year").plus(Duration.read("18 month")) is None
    assert Duration.read("2 year").plus(Duration.read("6 day")) is None


def test_shown_in_words() -> None:
    assert Duration.read(">2 decade").show() == "more than 2 decades"
    assert Duration.read("1 century").show() == "1 century"
    assert Duration.read("2 century").show() == "2 centuries"
    assert Duration.read("3 year").to_json() == {"year": 3}
