"""Counts."""

from __future__ import annotations

import pytest

from factcheck.values.count import Count


@pytest.mark.parametrize("text", ["6700", "~6700", ">=20", "2..3", "~<50"])
def test_canonical_text_reads_back(text: str) -> None:
    assert str(Count.read(text)) == text


def test_counts_compare_as_figures() -> None:
    assert Count.read("25").compare(Count.read("26")).different
    assert not Count.read("25").compare(Count.read(">=20")).different


def test_shown_and_in_json() -> None:
    assert Count.read("~6700").show() == "about 6,700"
    assert Count.read("6700").to_json() == 6700
