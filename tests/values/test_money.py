"""Money."""

from __future__ import annotations

import pytest

from factcheck.model import Verdict
from factcheck.numbers import Number
from factcheck.values.money import Money


@pytest.mark.parametrize("text", ["50000000000 USD", "~1.5 EUR", "1000..10000 IDR"])
def test_canonical_text_reads_back(text: str) -> None:
    assert str(Money.read(text)) == text


@pytest.mark.parametrize("text", ["50", "50 dollars", "USD 50"])
def test_what_is_no_canonical_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a number|no currency"):
        Money.read(text)


def test_one_amount_written_two_ways_is_the_same() -> None:
    short = Money(Number.of(281_200_000, 100_000), "IDR")
    assert short.compare(Money.read("281200000 IDR")).verdict is Verdict.SAME
    assert short.show() == "IDR 281.2 million"


def test_two_currencies_are_not_compared() -> None:
    found = Money.read("2 USD").compare(Money.read("30000 IDR"))
    assert found.verdict is Verdict.COMPATIBLE and "different currencies" in found.reason


def test_two_amounts_differ() -> None:
    assert Money.read("326000000 USD").compare(Money.read("360000000 USD")).different
    assert Money.read("5 USD").to_json() == {"amount": 5, "currency": "USD"}


def test_one_figure_in_two_currencies_is_a_slip_and_under_a_shared_sign_the_same() -> None:
    euros, dollars = Money.read("6200000 EUR"), Money.read("6200000 USD")
    assert euros.compare(dollars).close and dollars.compare(euros).close
    assert Money.read("110000000 IDR").compare(Money.read("110000 USD")).different
    assert not Money.read("30000 IDR").compare(Money.read("3 USD")).different
    shared = dollars.compare(Money.read("6200000 AUD"))
    assert shared.telling and shared.verdict is Verdict.COMPATIBLE
