"""Pairs of names from another project's benchmark; measured where the evaluation data are at hand."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from factcheck.values.person import Person, similarity

SPECS = Path(os.environ.get("FACTCHECK_SPECS") or Path(__file__).parents[2] / "shared/eval/specs")
FILE = SPECS / "names_nomenklatura_bench.jsonl"
# The threshold with the best F1 of `similarity` on these pairs; fixed, so that a change for the worse shows.
THRESHOLD = 0.86

pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="no evaluation data")


def pairs() -> Iterator[tuple[str, str, bool]]:
    for line in FILE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["schema"] == "Person":
            yield row["name_a"], row["name_b"], row["same"]


def scores(decided: Iterable[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (said, true)."""
    outcomes = list(decided)
    right = sum(said and true for said, true in outcomes)
    precision = right / sum(said for said, _ in outcomes)
    recall = right / sum(true for _, true in outcomes)
    return precision, recall, 2 * precision * recall / (precision + recall)


def test_similarity_reaches_its_f1(capsys: pytest.CaptureFixture[str]) -> None:
    precision, recall, f1 = scores((similarity(a, b) >= THRESHOLD, same) for a, b, same in pairs())
    with capsys.disabled():
        print(f"\nnames, similarity: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    assert f1 >= 0.80


def test_compare_reaches_its_f1_at_higher_precision(capsys: pytest.CaptureFixture[str]) -> None:
    """`compare` asks for evidence word by word instead of a threshold, and so is stricter than `similarity`."""
    said = ((not Person.read(a).compare(Person.read(b)).different, same) for a, b, same in pairs())
    precision, recall, f1 = scores(said)
    with capsys.disabled():
        print(f"\nnames, compare: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    assert precision >= 0.88
    assert f1 >= 0.80
