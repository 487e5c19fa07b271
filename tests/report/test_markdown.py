"""The table for pull requests and summaries of jobs."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from factcheck.decisions import Decision, Status
from factcheck.findings import Severity, State
from factcheck.model import Relation
from factcheck.report import View, render
from factcheck.report.markdown import LONGEST
from tests.factory import make_answer, make_finding, make_report
from tests.report.hostile import of_every_state

IN_CORPUS = View(path_of=lambda article: f"corpus/{article}")


def test_the_page_as_written() -> None:
    report = make_report(make_finding(), make_finding(id="fc-b", state=State.KNOWN))
    assert render(report, "markdown", IN_CORPUS) == (
        "## factcheck\n"
        "\n"
        "1 new, 0 changed; 1 known (4 sources, 1 story, 6 claims)\n"
        "\n"
        "| state | severity | question | answers | verdict |\n"
        "|---|---|---|---|---|\n"
        "| new | warning | Who was defence minister in Ada Brandt's delegation to Norway?<br>fc-aaaa000001 "
        "| **Ole Krag** (corpus/a.txt:3, corpus/b.txt:3)<br>**Ines Falk** (corpus/c.txt:3) "
        "| lists differ: the lists name different people; both may be true |\n"
        "\n"
        "<details><summary>1 known and accepted</summary>\n"
        "\n"
        "| state | severity | question | answers | verdict |\n"
        "|---|---|---|---|---|\n"
        "| known | warning | Who was defence minister in Ada Brandt's delegation to Norway?<br>fc-b "
        "| **Ole Krag** (corpus/a.txt:3, corpus/b.txt:3)<br>**Ines Falk** (corpus/c.txt:3) "
        "| lists differ: the lists name different people; both may be true |\n"
        "\n"
        "</details>\n"
    )


def sections(text: str) -> dict[str, list[str]]:
    """The conflicts under each title."""
    parts = re.split(r"<details><summary>(.*)</summary>", text)
    titled = zip(["", *parts[1::2]], parts[::2], strict=True)
    return {title: re.findall(r"<br>(fc-[\w-]+) \|", body) for title, body in titled}


def test_what_asks_for_attention_is_open_and_the_rest_folded() -> None:
    report = make_report(
        *of_every_state(),
        make_finding(id="fc-note", severity=Severity.NOTE),
        updates=(make_finding(id="fc-update", relation=Relation.REVISED),),
        agreements=(make_finding(id="fc-agree", relation=Relation.AGREE),),
        resolved=(make_finding(id="fc-gone", state=State.RESOLVED),),
        unchecked=(make_finding(id="fc-unchecked", state=State.NOT_CHECKED),),
    )
    told = {
        "": ["fc-new", "fc-changed", "fc-expired"],
        "1 too weak to fail": ["fc-note"],
        "2 known and accepted": ["fc-known", "fc-accepted"],
        "1 resolved": ["fc-gone"],
        "1 not checked": ["fc-unchecked"],
        "1 update": ["fc-update"],
    }
    assert sections(render(report, "markdown", View())) == told
    assert sections(render(report, "markdown", View(agreements=True))) == told | {"1 agreement": ["fc-agree"]}
    assert sections(render(report, "markdown", View(quiet=True))) == {"": told[""]}


def test_a_decision_stands_with_the_verdict() -> None:
    finding = make_finding(state=State.ACCEPTED, decision=Decision(Status.ACCEPTED, "counted | twice"))
    assert "both may be true (accepted: counted &#124; twice) |" in render(make_report(finding), "markdown", View())


def test_long_lists_are_cut_and_counted() -> None:
    finding = make_finding([make_answer(f"answer {n}", *(f"{m}.txt" for m in range(30))) for n in range(30)])
    text = render(make_report(finding), "markdown", View())
    assert text.count("**answer ") == 10 and text.count("9.txt:3, and 20 more)") == 10
    assert text.count("<br>and 20 more |") == 1


def test_a_page_fits_a_comment_and_says_what_is_left_out() -> None:
    new = [make_finding(id=f"fc-n{n}") for n in range(1_000)]
    known = [make_finding(id=f"fc-k{n}", state=State.KNOWN) for n in range(1_000)]
    text = render(make_report(*new, *known, updates=(make_finding(),) * 10), "markdown", View())
    assert LONGEST - 1_000 < len(text) <= LONGEST
    shown = text.count("| new |") + text.count("| known |")
    assert text.endswith(f"\n\n{2_010 - shown} rows left out for length; the JSON report holds everything.\n")
    page = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    assert sum(token.type == "tr_open" for token in page) == shown + 1


def test_one_row_that_is_too_long_does_not_break_the_page() -> None:
    text = render(make_report(make_finding(reason="|" * 60_000)), "markdown", View())
    assert text.splitlines()[-1] == "1 row left out for length; the JSON report holds everything."
    assert "|---|" not in text


def test_names_of_files_stay_readable() -> None:
    text = render(make_report(make_finding((make_answer("x", "a_b/001_c-d.txt"),))), "markdown", View())
    assert "(a_b/001_c-d.txt:3)" in text
