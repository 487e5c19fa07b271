"""The table for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from factcheck.findings import State
from factcheck.model import Relation
from factcheck.report import View, render
from factcheck.report.csv import COLUMNS
from tests.factory import make_answer, make_finding, make_report


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def test_the_table_as_written() -> None:
    report = make_report(make_finding((make_answer('Ole "O" Krag', "a,b.txt"),)))
    head, row, end = render(report, "csv", View(path_of=lambda article: f"in/{article}")).split("\r\n")
    assert head == ",".join(COLUMNS)
    assert row == (
        "conflict,fc-aaaa000001,new,warning,medium,lists-differ,delegation-member,"
        "Who was defence minister in Ada Brandt's delegation to Norway?,"
        "the lists name different people; both may be true,"
        'id-ole-"o"-krag,"Ole ""O"" Krag",new,1,"in/a,b.txt",3,15,"Ole ""O"" Krag",'
        '"The minister, Ole ""O"" Krag, flew to Oslo.",happened,,,delegation-member/en/flew'
    ).replace('id-ole-"o"-krag', '"id-ole-""o""-krag"')
    assert end == ""


def test_a_row_for_each_claim_and_one_for_an_answer_nobody_gives_now() -> None:
    gone = make_finding((make_answer("Ole Krag"),), state=State.RESOLVED)
    update = make_finding(relation=Relation.REVISED)
    found = rows(render(make_report(make_finding(), updates=(update,), resolved=(gone,)), "csv", View()))
    assert [(row["finding"], row["answer"], row["path"]) for row in found] == [
        ("conflict", "Ole Krag", "a.txt"), ("conflict", "Ole Krag", "b.txt"), ("conflict", "Ines Falk", "c.txt"),
        ("update", "Ole Krag", "a.txt"), ("update", "Ole Krag", "b.txt"), ("update", "Ines Falk", "c.txt"),
        ("resolved", "Ole Krag", ""),
    ]  # fmt: skip


def test_of_a_changed_conflict_the_newcomer_is_new() -> None:
    answers = (make_answer("x", "a.txt", state=State.KNOWN), make_answer("y", "b.txt"))
    found = rows(render(make_report(make_finding(answers, state=State.CHANGED)), "csv", View()))
    assert [(row["state"], row["answer_state"]) for row in found] == [("changed", "known"), ("changed", "new")]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("+49", "'+49"), ("-5 °C", "'-5 °C"), ("@sum", "'@sum"), ("\t=1", "'=1"), ("\r\n=1", "'=1"),
        ("＝1", "'＝1"), ("1-2", "1-2"), ("a=b", "a=b"), ("it's", "it's"), ("two\nlines", "two lines"),
        ("\x00", "\\x00"),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    report = make_report(make_finding((make_answer(text, "a.txt"),)))
    assert rows(render(report, "csv", View()))[0]["answer"] == cell
