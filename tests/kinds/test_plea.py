"""Pleas: invented articles in, findings out. A later plea replaces an earlier one."""

from __future__ import annotations

from pathlib import Path

from factcheck.findings import Report
from factcheck.model import Relation
from factcheck.pipeline import check


def report(folder: Path, *texts: str) -> Report:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"{text}\n", encoding="utf-8")
    return check([folder], select=["plea"], one_story=True)


def answers(told: Report) -> list[list[str]]:
    return [sorted(answer.text for answer in finding.answers) for finding in told.updates]


def test_a_later_plea_replaces_an_earlier_one(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Bakery fire trial opens in Bergen\n2031-05-06\n\nProsecutors named Ada Brandt, who has pleaded not guilty.",
        "Baker pleads guilty\n2031-09-08\n\nAda Brandt, 34, pleaded guilty on Monday to setting the bakery on fire.",
    )
    assert not told.conflicts
    assert answers(told) == [["guilty", "not guilty"]]
    assert told.updates[0].relation is Relation.REVISED


def test_pleas_of_one_day_are_in_unknown_order(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Sidang di Bergen\n\nEdda Brandt mengaku tidak bersalah atas kebakaran itu.",
        "Sidang di Bergen\n\nEdda Brandt mengaku bersalah atas kebakaran itu.",
    )
    assert not told.conflicts
    assert [finding.relation for finding in told.updates] == [Relation.ORDER_UNKNOWN]


def test_two_defendants_have_two_pleas(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Trial in Bergen\n\nAda Brandt pleaded guilty.",
        "Trial in Bergen\n\nOle Krag pleaded not guilty.",
    )
    assert not told.conflicts and not told.updates


def test_an_article_may_tell_how_a_plea_changed(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Baker pleads guilty\n\nIn the spring, Ada Brandt pleaded not guilty to setting the bakery on fire."
        " On Monday, Ada Brandt pleaded guilty to all counts in a packed courtroom.",
    )
    assert not told.conflicts
