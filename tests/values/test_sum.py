"""Totals and their parts."""

from __future__ import annotations

import pytest

from factcheck.model import Verdict
from factcheck.numbers import Number
from factcheck.values.sum import Sum
from factcheck.values.thing import Thing

PEOPLE, MEN, HOUSES = Thing("person"), Thing("man", kin=("person",)), Thing("house")


def of(things: list[Thing | None], *figures: str) -> Sum | None:
    return Sum.of([Number.read(figure) for figure in figures], things)


@pytest.mark.parametrize("text", ["12 = 7 + 5", "45 = 20 + 20 + 4"])
def test_canonical_text_reads_back(text: str) -> None:
    assert str(Sum.read(text)) == text


@pytest.mark.parametrize(
    ("text", "flaw"),
    [("12 = 7 + 5", ""), ("12 = 7 + 4", "7 and 4 make 11, not 12"), ("9 = 4 + 3 + 1", "4, 3 and 1 make 8, not 9")],
)
def test_parts_that_do_not_add_up_are_a_flaw(text: str, flaw: str) -> None:
    assert Sum.read(text).flaw == flaw


@pytest.mark.parametrize(
    "figures", [("12", "7"), ("~12", "7", "4"), ("12", ">=7", "4"), ("12", "13", "2"), ("40", "2", "1")]
)
def test_figures_that_are_no_partition_make_no_sum(figures: tuple[str, ...]) -> None:
    assert of([None] * len(figures), *figures) is None


def test_parts_count_what_the_total_counts() -> None:
    assert of([PEOPLE, MEN, None], "12", "7", "4")
    assert of([None, MEN, None], "12", "7", "4")
    assert of([HOUSES, HOUSES, None], "12", "7", "4")
    assert of([PEOPLE, HOUSES, None], "12", "7", "4") is None
    assert of([None, HOUSES, None], "12", "7", "4") is None


def test_sums_never_contradict_one_another() -> None:
    assert Sum.read("12 = 7 + 5").compare(Sum.read("12 = 8 + 4")).verdict is Verdict.COMPATIBLE
    assert Sum.read("12 = 7 + 5").compare(Sum.read("12 = 7 + 5")).verdict is Verdict.SAME
