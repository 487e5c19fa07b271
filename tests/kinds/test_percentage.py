"""Shares: invented articles in, findings out."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.pipeline import check


@pytest.mark.parametrize(
    ("second", "conflicts"),
    [
        ("The count showed that 72 percent of the voters of Bergen stayed at home on Sunday.", 1),
        ("The count showed that more than 60 percent of the voters of Bergen stayed at home on Sunday.", 0),
        ("The mayor said that 72 percent of the roads were closed by snow.", 0),
    ],
)
def test_only_like_sentences_are_compared(tmp_path: Path, second: str, conflicts: int) -> None:
    first = "The count showed that 62 percent of the voters of Bergen stayed at home on Sunday."
    for number, text in enumerate((first, second)):
        (tmp_path / f"{number}.txt").write_text(f"Bergen votes\n\n{text}\n", encoding="utf-8")
    assert len(check([tmp_path], select=["percentage"], one_story=True).conflicts) == conflicts


def test_an_agreement_does_not_list_every_pair_of_its_answers(tmp_path: Path) -> None:
    for number, share in enumerate(("62", "about 62", "more than 60", "nearly 63", "62.1")):
        text = f"The count showed that {share} percent of the voters of Bergen stayed at home on Sunday."
        (tmp_path / f"{number}.txt").write_text(f"Bergen votes\n\n{text}\n", encoding="utf-8")
    reason = check([tmp_path], select=["percentage"], one_story=True).agreements[0].reason
    assert len(reason.split("; ")) == 4
    assert reason.endswith(" more of this sort")


def test_the_reason_is_about_the_answers_as_they_are_shown(tmp_path: Path) -> None:
    for number, share in enumerate(("62", "62", "up to 62", "72")):
        text = f"The count showed that {share} percent of the voters of Bergen stayed at home on Sunday."
        (tmp_path / f"{number}.txt").write_text(f"Bergen votes\n\n{text}\n", encoding="utf-8")
    conflict = check([tmp_path], select=["percentage"], one_story=True).conflicts[0]
    assert [answer.text for answer in conflict.answers] == ["62%", "72%"]
    assert conflict.reason.startswith("62% is not 72%")
