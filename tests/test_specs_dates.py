"""English dates of another project's test cases; measured where the evaluation data are at hand."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.lexicon import Lexicon
from factcheck.rulepack import load_pack
from factcheck.tag.dates import DATE, find_dates
from factcheck.tokens import tokens_of

SPECS = Path(os.environ.get("FACTCHECK_SPECS") or Path(__file__).parents[2] / "shared/eval/specs")
FILE = SPECS / "dates_recognizers_en.jsonl"
KINDS = ("date", "daterange")
# Articles, prepositions and bounds before a date: the cases have them in the span of some dates and not of others.
LEADING = frozenset(
    ["the", "a", "since", "after", "before", "until", "on", "in", "from", "starting", "beginning", "as", "early",
     "than", "later", "or", "no", "more", "less"]
)  # fmt: skip

Span = tuple[int, int]

pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="no evaluation data")


def trimmed(text: str, first: int, last: int) -> Span:
    """The span without leading small words."""
    word, space, _ = text[first:last].partition(" ")
    return trimmed(text, first + len(word) + 1, last) if space and word.lower() in LEADING else (first, last)


def meets(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def spans(row: dict[str, Any], lexicon: Lexicon) -> tuple[set[Span], set[Span]]:
    """What is wanted, and what was found outside of annotations of other kinds (times, durations, sets)."""
    text, expected = row["text"], row["expected"] or []
    wanted = {trimmed(text, item["start"], item["end"]) for item in expected if item["type"] in KINDS}
    others = [(item["start"], item["end"]) for item in expected if item["type"] not in KINDS]
    tokens = tokens_of(text)
    mentions = find_dates(tokens, lexicon, bytearray(len(tokens)))
    dates = {trimmed(text, tokens[m.first].start, tokens[m.last - 1].end) for m in mentions if m.type == DATE}
    return wanted, {span for span in dates if not any(meets(span, other) for other in others)}


def rows() -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines())


def f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted)


def test_spans_of_english_dates(capsys: pytest.CaptureFixture[str]) -> None:
    lexicon = load_pack().lexicons["en"]
    pairs = [spans(row, lexicon) for row in rows()]
    found, wanted = sum(len(got) for _, got in pairs), sum(len(want) for want, _ in pairs)
    right = sum(len(want & got) for want, got in pairs)
    near = sum(sum(any(meets(a, b) for b in got) for a in want) for want, got in pairs)
    with capsys.disabled():
        print(
            f"\nEnglish dates: precision {right / found:.3f}, recall {right / wanted:.3f},"
            f" F1 {f1(right, found, wanted):.3f}; touched {near / wanted:.3f}"
        )
    assert f1(right, found, wanted) >= 0.80
