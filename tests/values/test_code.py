"""Identifiers: what counts in them, and how two come to differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Verdict
from factcheck.values.code import Code, CodeKin


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("B 1234 XYZ", "B-1234-XYZ", Verdict.SAME),
        ("B 1234 XYZ", "B1234xyz", Verdict.SAME),
        ("49/2031", "49", Verdict.COMPATIBLE),
        ("6/1", "6/1/a", Verdict.COMPATIBLE),
        ("(555) 014-2288", "1-555-014-2288", Verdict.COMPATIBLE),
        ("555-014-TIPS", "555-014-8477", Verdict.COMPATIBLE),
        ("QZ1517", "QZ1518", Verdict.DIFFERENT),
        ("49/2031", "492031", Verdict.DIFFERENT),
    ],
)
def test_codes_compare_by_letters_and_digits(one: str, other: str, verdict: Verdict) -> None:
    a, b = Code.read(one), Code.read(other)
    assert a.compare(b).verdict is verdict
    assert b.compare(a) == a.compare(b)


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("B 1234 XYZ", "B 1235 XYZ", "one character differs"),
        ("B 1234 XYZ", "B 1243 XYZ", "two characters are transposed"),
        ("B 1234 XYZ", "D 9876 ABC", ""),
    ],
)
def test_a_slip_is_named(one: str, other: str, slip: str) -> None:
    reason = Code.read(one).compare(Code.read(other)).reason
    assert reason.endswith(slip) if slip else ";" not in reason


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("B1234XYZ", "B1235XYZ", Verdict.SAME),
        ("B1234XYZ", "D9876ABC", Verdict.DIFFERENT),
        ("QZ1517#", "QZ1518#", Verdict.DIFFERENT),
        ("QZ1517#", "QZ1571#", Verdict.SAME),
        ("49/2031#", "49#", Verdict.COMPATIBLE),
    ],
)
def test_only_codes_that_a_slip_explains_are_of_one_thing(one: str, other: str, verdict: Verdict) -> None:
    assert CodeKin.read(one).compare(CodeKin.read(other)).verdict is verdict


@given(st.text(alphabet="AbZ019/ -.", min_size=1, max_size=12))
def test_canonical_text_of_a_code_reads_back(text: str) -> None:
    for value in (Code.read(text), CodeKin(Code.read(text), serial=True)):
        assert type(value).read(str(value)) == value
        assert value.compare(value).verdict is Verdict.SAME
