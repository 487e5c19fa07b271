"""Annotations on GitHub."""

from __future__ import annotations

import re

import pytest

from factcheck.findings import Severity, State
from factcheck.model import Evidence
from factcheck.report import View, render
from tests.factory import make_answer, make_claim, make_finding, make_report
from tests.report.hostile import of_every_state

IN_CORPUS = View(path_of=lambda article: f"corpus/{article}")


def test_an_annotation_stands_at_the_newcomer_and_names_the_other_answer() -> None:
    assert render(make_report(make_finding()), "github", IN_CORPUS) == (
        "::warning file=corpus/c.txt,line=3,endLine=3,col=15,endColumn=24,"
        "title=new%3A Who was defence minister in Ada Brandt's delegation to Norway? (fc-aaaa000001)::"
        "here: Ines Falk%0Acorpus/a.txt:3: Ole Krag%0A"
        "lists differ: the lists name different people; both may be true\n"
    )


def test_columns_are_left_out_where_the_words_span_lines() -> None:
    evidence = Evidence("c.txt", 4, 13, 2, 5, "Ines\nFalk", "Ines\nFalk flew")
    answers = (make_answer("Ole Krag", "a.txt"), make_answer("x", claims=(make_claim()._replace(evidence=evidence),)))
    line = render(make_report(make_finding(answers)), "github", View())
    assert line.startswith("::warning file=c.txt,line=2,endLine=3,title=")


def test_only_what_asks_for_attention_is_annotated() -> None:
    output = render(make_report(*of_every_state()), "github", View())
    assert re.findall(r"title=(\w+)%3A", output) == ["changed", "expired", "new"]
    assert output.count("fc-changed") == 1  # the answers that were known before are left alone
    assert "was accepted: the ministry counts twice" in output
    known = make_finding(state=State.KNOWN)
    assert render(make_report(known), "github", View()) == ""


@pytest.mark.parametrize(
    ("count", "shown", "more"), [(9, 9, 0), (10, 10, 0), (11, 9, 2), (3_000, 9, 2_991)]
)
def test_ten_of_a_level_at_most_and_the_last_counts_the_rest(count: int, shown: int, more: int) -> None:
    findings = [make_finding(id=f"fc-{n}", severity=severity) for severity in Severity for n in range(count)]
    lines = render(make_report(*findings), "github", View()).splitlines()
    for level in ("error", "warning", "notice"):
        of_level = [line for line in lines if line.startswith(f"::{level} ")]
        assert len([line for line in of_level if " file=" in line]) == shown
        assert [line for line in of_level if "title=factcheck::and" in line] == (
            [f"::{level} title=factcheck::and {more} more; the job's summary lists them"] if more else []
        )
        assert len(of_level) <= 10


def test_an_annotation_names_ten_other_answers_at_most() -> None:
    finding = make_finding([make_answer(f"answer {n}", f"{n}.txt") for n in range(40)])
    first = render(make_report(finding), "github", View()).splitlines()[0]
    assert first.count(".txt%3A3") + first.count(".txt:3") == 10
    assert "and 29 more" in first
