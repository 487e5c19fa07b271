"""Penalties: terms, sums, life and death."""

from __future__ import annotations

import pytest

from factcheck.model import Verdict
from factcheck.values.penalty import Penalty


@pytest.mark.parametrize("text", ["3 year", "<=20 year", "5000 USD", "life", "life-without-parole", "death"])
def test_canonical_text_reads_back(text: str) -> None:
    assert str(Penalty.read(text)) == text


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("3 year", "36 month", Verdict.SAME),
        ("3 year", "4 year", Verdict.DIFFERENT),
        ("172.5 year", "172 year", Verdict.COMPATIBLE),
        ("172.5 year", "171 year", Verdict.DIFFERENT),
        (">=7 year", "7 year", Verdict.COMPATIBLE),
        ("life", "life-without-parole", Verdict.COMPATIBLE),
        ("life", "death", Verdict.DIFFERENT),
        ("life", "20 year", Verdict.DIFFERENT),
        ("5000 USD", "5000 USD", Verdict.SAME),
        ("5000 USD", "6000 USD", Verdict.DIFFERENT),
        ("5000 USD", "5 year", Verdict.DIFFERENT),
    ],
)
def test_like_is_compared_with_like(one: str, other: str, verdict: Verdict) -> None:
    assert Penalty.read(one).compare(Penalty.read(other)).verdict is verdict
    assert Penalty.read(one).compare(Penalty.read(other)) == Penalty.read(other).compare(Penalty.read(one))
