"""No text of an article is more than text in any format."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from typing import Any
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from factcheck.findings import State
from factcheck.report import FORMATS, View, render
from factcheck.report.claims import render_jsonl, render_text
from factcheck.report.csv import COLUMNS
from factcheck.report.visible import one_line
from tests.factory import make_finding, make_report
from tests.report.hostile import HOSTILE, commands_in, told

EVERYTHING = View(verbose=True, agreements=True)
texts = pytest.mark.parametrize("text", HOSTILE)


@texts
# A page is no log: its style sheet alone has lines that begin with "::".
@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"html"}))
def test_the_runner_of_github_is_given_no_command_but_our_own(name: str, text: str) -> None:
    output = render(told(text), name, EVERYTHING)
    expected = ["warning"] if name == "github" else []
    assert commands_in(output) == expected
    assert "\udcff" not in output
    output.encode("utf-8")


@texts
@pytest.mark.parametrize("width", [20, 45, 100])
def test_a_line_may_break_before_any_word_without_starting_a_command(text: str, width: int) -> None:
    report = make_report(make_finding(reason=f"{text} " * 12, why=(f"a b {text}",) * 5))
    assert commands_in(render(report, "text", View(width=width, verbose=True))) == []


@texts
def test_lists_of_claims_give_no_command_either(text: str) -> None:
    claims = told(text).claims
    for form in (render_text, render_jsonl):
        assert commands_in(form(claims, {"delegation-member": ("person",)})) == []


@texts
def test_terminals_and_logs_are_not_steered(text: str) -> None:
    steering = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
    for name in ("text", "markdown", "csv", "github", "junit"):
        assert not steering.search(render(told(text), name, EVERYTHING))


@texts
def test_markdown_shows_the_text_and_nothing_else(text: str) -> None:
    page = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(render(told(text), "markdown", EVERYTHING))
    inline = [token for token in page if token.type == "inline"]
    found = [child for token in inline for child in token.children or ()]
    assert {child.type for child in found} <= {"text", "text_special", "strong_open", "strong_close", "html_inline"}
    assert {child.content for child in found if child.type == "html_inline"} <= {"<br>"}
    html = [token.content for token in page if token.type == "html_block"]
    assert all(re.fullmatch(r"<details><summary>1 [\w ]+</summary>\n|</details>\n", block) for block in html)
    for row in rows_of(page):
        assert len(row) == 5
    body = [row for row in rows_of(page) if row[0] != "state"]
    assert len(body) == 5
    for _, _, question, answers, verdict in body:
        assert question.startswith(one_line(text).strip())
        assert one_line(text).strip() in answers and one_line(text).strip() in verdict


def rows_of(page: Any) -> list[list[str]]:
    """The cells of all tables, as they are shown, without spaces of no width."""
    rows: list[list[str]] = []
    for token in page:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and token.level > 2:
            rows[-1].append("".join(child.content for child in token.children).replace("\u200b", ""))
    return rows


@texts
def test_markdown_mentions_nobody_and_links_nowhere(text: str) -> None:
    shown = re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), render(told(text), "markdown", EVERYTHING))
    assert not re.search(r"@\w|#\d|GH-\d|:dog:|://|www\.\w|!\d|~\w", shown)


@texts
def test_csv_rows_are_whole_and_hold_no_formula(text: str) -> None:
    rows = list(csv.reader(StringIO(render(told(text), "csv", View()), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert len(rows) == 1 + 3 * 2 + 2
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell[:1] in "=+-@\t\r＝＋－＠" and cell]
    assert {row[7] for row in rows[1:]} <= {one_line(text).strip(), f"'{one_line(text).strip()}"}


@texts
def test_junit_is_xml_that_holds_the_text(text: str) -> None:
    root = ElementTree.fromstring(render(told(text), "junit", View()))
    assert [suite.get("name") for suite in root] == ["articles", "delegation-member"]
    assert {case.get("name") for case in root[1].iter("testcase")} == {one_line(f"{text} (fc-aaaa000001)")}
    (failure,) = root.iter("failure")
    assert (failure.text or "").splitlines()[0] == one_line(f"{text}A")


@texts
@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
def test_json_formats_are_json(name: str, text: str) -> None:
    assert json.loads(render(told(text), name, View()))


@texts
def test_sarif_links_only_where_we_link(text: str) -> None:
    log = json.loads(render(told(text, State.NEW), "sarif", View()))
    (result,) = log["runs"][0]["results"]
    message = re.sub(r"\\[\\\[\]]", "", result["message"]["text"])
    assert re.findall(r"\[[^\[\]]*\]\((\d+)\)", message) == ["1"]
    assert message.count("[") == message.count("]") == 1
    assert re.fullmatch(r"(?:[^{}]|\{\{|\}\})*", message)
    for location in (*result["locations"], *result["relatedLocations"]):
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(?:[\w.~/-]|%[0-9A-F]{2})+", uri, re.ASCII)
