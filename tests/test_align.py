"""Facts of two articles brought together: invented sentences in, what they agree or disagree about out."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Report, check
from tests.corpus import write

FIRST = "OSTRA, 6 May 2031 - "


def reported(tmp_path: Path, one: str, other: str) -> Report:
    texts = {"one.txt": f"{FIRST}{one}\n", "two.txt": f"{FIRST}{other}\n"}
    return check([write(tmp_path / "corpus", texts)], one_story=True, cache=False)


def agreed(report: Report, kind: str) -> list[str]:
    """The answers that both articles give."""
    return [finding.answers[0].text for finding in report.agreements if finding.kind == kind]


def disputed(report: Report, kind: str) -> list[set[str]]:
    found = (finding for finding in report.conflicts if finding.kind == kind and finding.severity != "note")
    return [{answer.text for answer in finding.answers} for finding in found]


def test_every_answer_that_several_sources_give_is_an_agreement(tmp_path: Path) -> None:
    one = "Fire destroyed 418 stalls in the market of Ostra. In 2011, fire destroyed 97 stalls in the market of Ostra."
    other = "The fire in Ostra destroyed 418 stalls of the market. In 2011 the fire destroyed 97 stalls in the market."
    assert sorted(agreed(reported(tmp_path, one, other), "count")) == ["418", "97"]


def test_answers_are_compared_whatever_hedge_they_carry(tmp_path: Path) -> None:
    one = "The villa on the lake of Ostra was bought for about 4.2 million pounds."
    report = reported(tmp_path, one, "The villa on the lake of Ostra went for 4.2 million pounds.")
    assert len(agreed(report, "money")) == 1


@pytest.mark.parametrize(("street", "conflicts"), [("Linden Lane", 1), ("Harbour Square", 0)])
def test_streets_that_differ_by_a_slip_are_compared_without_an_event(
    tmp_path: Path, street: str, conflicts: int
) -> None:
    one = "Ada Brandt, 44, of Linden Drive in Ostra, returned from a walk."
    other = f"The police spokesman confirmed the name of Ada Brandt, of {street}, the town clerk."
    assert len(disputed(reported(tmp_path, one, other), "location")) == conflicts
