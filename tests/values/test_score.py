"""Results of contests."""

from __future__ import annotations

from factcheck.model import Verdict
from factcheck.values.score import Score


def test_a_score_reads_back_and_compares_either_way_round() -> None:
    score = Score.read("2-1")
    assert Score.read(str(score)) == score
    assert score.compare(Score(2, 1)).verdict is Verdict.SAME
    assert score.compare(Score(1, 2)).verdict is Verdict.COMPATIBLE
    assert score.compare(Score(3, 1)).different
    assert score.to_json() == [2, 1]
