"""Measures and their units."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Verdict
from factcheck.rulepack import load_pack
from factcheck.values.measure import UNITS, Measure

LEXICONS = load_pack().lexicons

FEW = settings(max_examples=60, derandomize=True, deadline=None)
MEASURES = st.builds(lambda n, unit: Measure.read(f"{n} {unit}"), st.integers(1, 10**6), st.sampled_from(sorted(UNITS)))


@FEW
@given(MEASURES)
def test_canonical_text_reads_back(measure: Measure) -> None:
    assert Measure.read(str(measure)) == measure


@FEW
@given(MEASURES, MEASURES)
def test_comparing_is_symmetric(a: Measure, b: Measure) -> None:
    assert a.compare(b) == b.compare(a)
    assert a.compare(a).verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("10 km", "10000 m", Verdict.SAME),
        ("1 mile", "1609.344 m", Verdict.SAME),
        ("212 fahrenheit", "100 celsius", Verdict.SAME),
        ("12 m", "39 foot", Verdict.COMPATIBLE),
        ("25000 mile", "40000 km", Verdict.COMPATIBLE),
        ("22000 mile", "40000 km", Verdict.COMPATIBLE),
        ("13 km", "10 km", Verdict.DIFFERENT),
        ("5 m", "19 foot", Verdict.DIFFERENT),
        ("4.8 magnitude", "4.9 magnitude", Verdict.DIFFERENT),
        ("5 m", "5 kg", Verdict.COMPATIBLE),
    ],
)
def test_units_are_converted_and_compared_as_exactly_as_the_coarser_says(a: str, b: str, verdict: Verdict) -> None:
    assert Measure.read(a).compare(Measure.read(b)).verdict is verdict


def test_the_reason_shows_the_conversion() -> None:
    reason = Measure.read("12 m").compare(Measure.read("60 foot")).reason
    assert reason == "60 ft is 18.3 m, not 12 m"


@pytest.mark.parametrize("text", ["10", "10 parsec", "far km"])
def test_what_is_no_canonical_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no such unit|not a number"):
        Measure.read(text)


def test_every_unit_of_the_word_lists_exists() -> None:
    named = {unit for lexicon in LEXICONS.values() for unit in lexicon.sections["numbers"]["units"]}
    assert named <= set(UNITS)


def test_a_magnitude_is_shown_before_its_figure() -> None:
    assert Measure.read("4.8 magnitude").show() == "magnitude 4.8"
    assert Measure.read("~7 kg").show() == "about 7 kg"
    assert Measure.read("7 kg").to_json() == {"number": 7, "unit": "kg"}
