"""Totals held against their parts, where one sentence gives all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import check
from factcheck.model import Relation
from tests.corpus import write

WRONG = [
    ("12 people died in the fire: seven men and four women.", "7 and 4 make 11, not 12"),
    ("The jury of 12 people comprises seven men and four women.", "7 and 4 make 11, not 12"),
    ("Of the 45 injured, 20 were treated in Ostra and the other 24 in Lunde.", "20 and 24 make 44, not 45"),
    ("The town lost 9 bridges: four old bridges, three new bridges and one bridge.", "4, 3 and 1 make 8, not 9"),
    ("Kebakaran itu menewaskan 12 orang, terdiri dari tujuh pria dan empat wanita.", "7 and 4 make 11, not 12"),
    ("Dari 45 korban luka, 20 orang dirawat di Ostra, sisanya 24 di Lunde.", "20 and 24 make 44, not 45"),
]
SILENT = [
    "12 people died in the fire: seven men and five women.",
    "12 people died in the fire, including seven men and four women.",
    "At least 12 people died in the fire: seven men and four women.",
    "12 people died in the fire: about seven men and four women.",
    "12 people died in the fire: seven men, four women and a child.",
    "12 people died in the fire: seven men and four women, and their children.",
    "12 people died in the fire: two families and nine women.",
    "45 people were hurt in the fire: three men and four women.",
    "Eleven of the 12 people on board died: seven men and four women.",
    "Of the 45 injured, 20 were treated in Ostra and 24 in Lunde.",
    "Of the 45 injured, 20, three of them children, were treated in Ostra and the other 25 in Lunde.",
    "Kebakaran itu menewaskan 12 orang, di antaranya tujuh pria dan empat wanita.",
    "Kebakaran itu menewaskan sekitar 12 orang, terdiri dari tujuh pria dan empat wanita.",
    "Kebakaran itu menewaskan 12 orang, yakni tujuh pria, empat wanita dan seorang anak.",
    "Dari 45 korban luka, 20 orang, termasuk tiga anak, dirawat di Ostra dan sisanya 25 orang di Lunde.",
]


def flaws(tmp_path: Path, *texts: str) -> list[str]:
    files = {f"{number}.txt": f"{text}\n" for number, text in enumerate(texts)}
    report = check([write(tmp_path / "corpus", files)], one_story=True, cache=False)
    return [finding.reason for finding in report.conflicts if finding.relation is Relation.SELF]


@pytest.mark.parametrize(("text", "reason"), WRONG)
def test_parts_that_do_not_add_up_are_told(tmp_path: Path, text: str, reason: str) -> None:
    assert flaws(tmp_path, text) == [reason]


@pytest.mark.parametrize("text", SILENT)
def test_parts_that_add_up_or_may_not_be_all_are_silent(tmp_path: Path, text: str) -> None:
    assert flaws(tmp_path, text) == []


def test_one_wrong_sum_in_two_articles_is_one_finding(tmp_path: Path) -> None:
    assert flaws(tmp_path, WRONG[0][0], f"Police gave figures. {WRONG[0][0]}") == [WRONG[0][1]]


def test_two_divisions_of_one_total_do_not_contradict_one_another(tmp_path: Path) -> None:
    other = "12 people died in the fire: eight drivers and four nurses."
    assert flaws(tmp_path, SILENT[0], other) == []
