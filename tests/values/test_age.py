"""Ages: figures, units, and birthdays between two articles."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Anchor, Verdict
from factcheck.values.age import Age
from factcheck.values.duration import Duration


@pytest.mark.parametrize("text", ["34", "~40", "17..27", "7 month", "10 day"])
def test_canonical_text_reads_back(text: str) -> None:
    assert str(Age.read(text)) == text


@pytest.mark.parametrize("text", ["", "old", "34 moons"])
def test_anything_else_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a|is not a"):
        Age.read(text)


@pytest.mark.parametrize(
    ("length", "age"),
    [("34 year", "34"), ("7 month", "7 month"), ("123 year", None), ("2 decade", None), ("3 hour", None)],
)
def test_only_lengths_that_people_reach_are_ages(length: str, age: str | None) -> None:
    found = Age.of(Duration.read(length))
    assert (str(found) if found else None) == age


@pytest.mark.parametrize(
    ("one", "on", "other", "then", "verdict"),
    [
        ("34", "2031-05-01", "34", "2031-05-02", Verdict.SAME),
        ("34", "2031-05-01", "35", "2031-05-01", Verdict.DIFFERENT),
        ("34", "2031-05-01", "35", "2031-05-06", Verdict.DIFFERENT),
        ("34", "2031-05-01", "35", "2031-09-06", Verdict.COMPATIBLE),
        ("35", "2031-05-01", "34", "2031-09-06", Verdict.DIFFERENT),
        ("34", "2031-05-01", "36", "2032-09-06", Verdict.COMPATIBLE),
        ("34", "2031-05-01", "36", "2031-09-06", Verdict.DIFFERENT),
        ("18 month", "2031-05-01", "1", "2031-05-01", Verdict.COMPATIBLE),
        ("9 month", "2031-05-01", "1", "2031-05-01", Verdict.DIFFERENT),
        ("9 month", "2031-05-01", "1", "2031-10-01", Verdict.COMPATIBLE),
    ],
)
def test_birthdays_between_articles(one: str, on: str, other: str, then: str, verdict: Verdict) -> None:
    first = Age.read(one).bound(Anchor(date.fromisoformat(on), "given"))
    second = Age.read(other).bound(Anchor(date.fromisoformat(then), "given"))
    assert first.compare(second).verdict is verdict
    assert second.compare(first) == first.compare(second)


def test_without_dates_ages_are_plain_figures() -> None:
    assert Age.read("34").compare(Age.read("35")).verdict is Verdict.DIFFERENT
    assert Age.read("34").compare(Age.read("34")).verdict is Verdict.SAME
