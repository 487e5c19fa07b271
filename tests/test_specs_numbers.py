"""Cases of other projects for single figures; measured where the evaluation data are at hand."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factcheck.model import Mention
from factcheck.numbers import Number, read_number
from factcheck.rulepack import load_pack
from factcheck.tag.numbers import find_numbers
from factcheck.tokens import tokens_of

LEXICONS = load_pack().lexicons

SPECS = Path(os.environ.get("FACTCHECK_SPECS") or Path(__file__).parents[2] / "shared/eval/specs")
CURRENCIES = {"Dollar": "USD", "Pound": "GBP"}
CLOSE = Decimal("0.001")  # shares such as a third are carried to four places

pytestmark = pytest.mark.skipif(not SPECS.is_dir(), reason="no evaluation data")


def rows(name: str) -> Iterator[dict[str, Any]]:
    for line in (SPECS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line, parse_float=Decimal)


def share_right(name: str, right: Callable[[dict[str, Any]], bool], capsys: pytest.CaptureFixture[str]) -> float:
    outcomes = [right(row) for row in rows(name)]
    share = sum(outcomes) / len(outcomes)
    with capsys.disabled():
        print(f"\n{name}: {sum(outcomes)} of {len(outcomes)}, {share:.3f}")
    return share


def whole(row: dict[str, Any]) -> Number | None:
    tokens = tokens_of(row["text"])
    found = read_number(tokens, 0, LEXICONS[row["language"]])
    return found[0] if found and found[1] == len(tokens) else None


def mentions(row: dict[str, Any], type: str) -> list[Mention]:
    tokens = tokens_of(row["text"])
    found = find_numbers(tokens, LEXICONS[row["language"]], bytearray(len(tokens)))
    return [mention for mention in found if mention.type == type]


def is_numeral(row: dict[str, Any], value: Any) -> bool:
    number = whole(row)
    return number is not None and number.exact and number.figure == Decimal(value)


def is_amount(row: dict[str, Any]) -> bool:
    expected, found = row["expected"], mentions(row, "money")
    if len(found) != 1 or found[0].value.currency != CURRENCIES.get(expected["unit"], expected["unit"]):
        return False
    number, value = found[0].value.number, expected["value"]
    bounds = {"between": lambda: tuple(value), "under": lambda: (None, value), "above": lambda: (value, None)}
    return bool((number.low, number.high) == bounds.get(expected["op"], lambda: (value, value))())


def are_figures(row: dict[str, Any], type: str) -> bool:
    expected = [Decimal(entry["value"]) for entry in row["expected"] if entry["value"] is not None]
    found = [mention.value.number.figure for mention in mentions(row, type)]
    return len(found) == len(expected) and all(
        abs(a - b) <= abs(b) * CLOSE for a, b in zip(found, expected, strict=True)
    )


def test_indonesian_numerals(capsys: pytest.CaptureFixture[str]) -> None:
    assert share_right("numeral_duckling_id", lambda row: is_numeral(row, row["expected"]["value"]), capsys) >= 0.92


def test_numbers_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert share_right("numberwords_num2words", lambda row: is_numeral(row, row["expected"]), capsys) >= 0.98


def test_indonesian_money(capsys: pytest.CaptureFixture[str]) -> None:
    assert share_right("amountofmoney_duckling_id", is_amount, capsys) >= 0.92


def test_indonesian_ordinals(capsys: pytest.CaptureFixture[str]) -> None:
    def right(row: dict[str, Any]) -> bool:
        return [mention.value for mention in mentions(row, "ordinal")] == [row["expected"]["value"]]

    assert share_right("ordinal_duckling_id", right, capsys) >= 0.92


def test_english_money(capsys: pytest.CaptureFixture[str]) -> None:
    """The set has amounts in change ("15 dollars 50") and coins of virtual currencies, which the finder leaves."""
    assert share_right("money_recognizers_en", lambda row: are_figures(row, "money"), capsys) >= 0.78


def test_english_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    """Half of this set is arithmetic ("2.5^-1", "1 over three"), below zero, or digits that count nothing."""
    assert share_right("numbers_recognizers_en", lambda row: are_figures(row, "number"), capsys) >= 0.38
