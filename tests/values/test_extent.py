"""Measured values: units in brackets, radius and diameter, readings that are revised."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Relation, Verdict
from factcheck.values.extent import Extent
from factcheck.values.measure import Measure

FEW = settings(max_examples=40, derandomize=True, deadline=None)
UNITS = st.sampled_from(("m", "foot", "km", "hour", "day", "magnitude"))
EXTENTS = st.builds(
    lambda half, n, unit: Extent.read(f"{half}{n} {unit}"), st.sampled_from(("", "half ")), st.integers(1, 999), UNITS
)


@FEW
@given(EXTENTS, EXTENTS)
def test_canonical_text_reads_back_and_comparing_is_symmetric(a: Extent, b: Extent) -> None:
    assert Extent.read(str(a)) == a
    assert a.compare(b) == b.compare(a)
    assert a.compare(a).verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("39 foot (12 m)", "12 m", Relation.AGREE),
        ("39 foot (12 m)", "40 foot (12 m)", Relation.AGREE),
        ("39 foot", "40 foot", Relation.PRECISION),
        ("half 6 m", "12 m", Relation.WORDING),
        ("half 12 m", "12 m", Relation.ATTRIBUTE_MIXED),
        ("half 12 m", "15 m", Relation.CANNOT_BOTH),
        ("19 foot (5 m)", "16 foot", Relation.CANNOT_BOTH),
        ("5 hour", "5 m", Relation.WORDING),
    ],
)
def test_relations(a: str, b: str, relation: Relation) -> None:
    assert Extent.read(a).compare(Extent.read(b)).relation is relation


def test_a_settling_value_is_revised_unless_its_digits_are_swapped() -> None:
    first, later, swapped = (Extent(Measure.read(f"{n} magnitude"), settling=True) for n in ("4.8", "4.9", "8.4"))
    assert first.compare(later).relation is Relation.ORDER_UNKNOWN
    assert first.compare(swapped).relation is Relation.CANNOT_BOTH


@pytest.mark.parametrize(("text", "flawed"), [("19 foot (5 m)", True), ("40 foot (12 m)", False), ("5 m", False)])
def test_two_units_that_do_not_convert_into_one_another_are_a_flaw(text: str, flawed: bool) -> None:
    assert bool(Extent.read(text).flaw) is flawed


def test_shown_and_in_json() -> None:
    assert Extent.read("half 39 foot (12 m)").show() == "a radius of 39 ft (12 m)"
    assert Extent.read("13 hour").to_json() == {"hour": 13}
    assert Extent.read("half 6 m").to_json() == {"half": True, "of": {"number": 6, "unit": "m"}}
