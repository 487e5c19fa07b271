"""Suppression near the text: what it is for, what is wrong with it, and that it is none of the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.findings import Report
from factcheck.model import Article
from factcheck.pipeline import check, list_claims
from factcheck.report.claims import render_jsonl
from factcheck.rulepack import load_pack
from factcheck.segment import segment
from factcheck.wishes import wishes_of
from tests.corpus import write

KINDS = ("count", "visit-date")
TEXT = """Ferry Week

<!-- factcheck: ignore count: our own tally -->
The port counted 42 ferries
and 17 tugs on Monday.

The port counted 43 ferries on Tuesday.
"""
FRONT = """---
title: Ferry Week
factcheck-ignore:
  count: our own tally
  visit-date: "so be it"
---
The port counted 42 ferries on Monday.
"""


def article(text: str, id: str = "a.md") -> Article:
    return Article(id, text, "en", "")


def suppressed(text: str) -> list[tuple[str, str, str, str]]:
    """Place, kind, reason and the text that each suppression is for."""
    found = wishes_of(article(text), KINDS, load_pack().lexicons)
    assert found.warnings == ()
    return [(s.place, s.kind, s.reason, text[slice(*(s.span or (0, 0)))]) for s in found.suppressions]


def warned(text: str) -> str:
    found = wishes_of(article(text), KINDS, load_pack().lexicons)
    assert found.suppressions == ()
    (warning,) = found.warnings
    return warning


def test_a_comment_is_for_the_next_paragraph() -> None:
    ((place, kind, reason, text),) = suppressed(TEXT)
    assert (place, kind, reason) == ("a.md:3", "count", "our own tally")
    assert text.endswith("The port counted 42 ferries\nand 17 tugs on Monday.")


def test_the_front_matter_is_for_the_article() -> None:
    one, other = suppressed(FRONT)
    assert one == ("a.md:4", "count", "our own tally", FRONT)
    assert other == ("a.md:5", "visit-date", "so be it", FRONT)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_any_line_ends(end: str) -> None:
    for text in (TEXT, FRONT):
        assert [wish[1:3] for wish in suppressed(text.replace("\n", end))] == [wish[1:3] for wish in suppressed(text)]


def test_several_comments_are_for_one_paragraph() -> None:
    stacked = TEXT.replace("-->\n", "-->\n<!-- factcheck: ignore visit-date: so be it -->\n\n")
    texts = [wish[3] for wish in suppressed(stacked)]
    assert len(texts) == 2 and all(text.endswith("tugs on Monday.") for text in texts)


@pytest.mark.parametrize(
    "line",
    [
        "Write <!-- factcheck: ignore count: x --> there.",
        "<!-- ignore count: x -->",
        "`<!-- factcheck: ignore count: x -->`",
        "factcheck: ignore count: x",
    ],
)
def test_a_comment_inside_a_line_is_text(line: str) -> None:
    assert suppressed(f"{line}\n\nThe port counted 42 ferries.\n") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<!-- factcheck: ignore count -->\nx\n", "a.md:1: nothing is suppressed: a kind and a reason are needed"),
        ("<!-- factcheck: ignore count: -->\nx\n", "a kind and a reason are needed"),
        ("<!-- factcheck: ignore -->\nx\n", "a kind and a reason are needed"),
        ("<!-- factcheck: off -->\nx\n", "write `<!-- factcheck: ignore KIND: REASON -->` on a line of its own"),
        ("\n<!-- factcheck: ignore cuont: x -->\nx\n", "a.md:2: nothing is suppressed: no such kind: cuont; did"),
        ("---\nfactcheck-ignore: count\n---\nx\n", "write `KIND: REASON` on indented lines below"),
        ("---\nfactcheck-ignore:\n  count:\n---\nx\n", "a.md:3: nothing is suppressed: a kind and a reason are needed"),
    ],
)
def test_what_is_wrong_holds_nothing_back_and_is_told(text: str, said: str) -> None:
    assert said in warned(text)


def test_a_comment_is_none_of_the_article() -> None:
    lexicon = load_pack().lexicons["en"]

    def sentences(text: str) -> list[str]:
        return [text[s.start : s.end] for s in segment(article(text), lexicon)]

    assert sentences(TEXT) == sentences(TEXT.replace("<!-- factcheck: ignore count: our own tally -->", ""))
    assert sentences("One is here.\n<!-- factcheck: what? -->\nTwo is there.\n") == ["One is here.", "Two is there."]


def test_spans_still_point_into_the_text(tmp_path: Path) -> None:
    report = check([write(tmp_path, {"a.md": TEXT})])
    (claim,) = [claim for claim in report.claims if claim.kind == "count"]
    evidence = claim.evidence
    assert TEXT[evidence.start : evidence.end] == evidence.quote == "43 ferries"
    assert evidence.line == 7


def used(report: Report) -> dict[str, int]:
    return {item.place: item.claims for item in report.suppressed}


def test_suppressions_are_counted_and_may_be_left_unheeded(tmp_path: Path) -> None:
    late = "<!-- factcheck: ignore count: nothing follows -->\n"
    write(tmp_path, {"a.md": TEXT + late, "b.md": FRONT})
    report = check([tmp_path])
    assert used(report) == {"a.md:3": 2, "a.md:8": 0, "b.md:4": 1, "b.md:5": 0}
    assert [claim.evidence.quote for claim in report.claims if claim.kind == "count"] == ["43 ferries"]
    heard = check([tmp_path], inline=False)
    assert heard.suppressed == () and len([claim for claim in heard.claims if claim.kind == "count"]) == 4


def test_a_wish_is_for_the_article_that_it_stands_in(tmp_path: Path) -> None:
    write(tmp_path, {"[a].md": TEXT, "a.md": TEXT.partition("-->\n")[2]})
    assert used(check([tmp_path])) == {"[a].md:3": 2}


def test_a_hostile_front_matter_takes_no_time() -> None:
    text = "---\nfactcheck-ignore:\n" + " " * 9_000 + "x:" + " " * 9_000 + "\n---\nx\n"
    assert "a kind and a reason are needed" in warned(text)


def suppressions_of(report: Report) -> list[tuple[str, int]]:
    return [(item.place, item.claims) for item in report.suppressed]


def test_what_is_kept_of_a_story_heeds_the_suppressions_of_each_run(tmp_path: Path) -> None:
    corpus, kept = write(tmp_path / "articles", {"a.md": TEXT, "b.md": TEXT.replace("<!--", "<!-- -->")}), tmp_path
    for inline in (True, False, True, False):
        fresh = check([corpus], cache=False, inline=inline)
        again = check([corpus], cache=kept, inline=inline)
        assert again == fresh and suppressions_of(again) == suppressions_of(fresh)
        assert bool(again.suppressed) is inline
        assert all(source.text for source in again.sources)


def test_the_list_of_claims_heeds_the_suppressions_of_an_article(tmp_path: Path) -> None:
    corpus = write(tmp_path / "articles", {"a.md": TEXT})

    def claims(inline: bool) -> str:
        _, texts = list_claims([corpus], render_jsonl, cache=tmp_path, inline=inline)
        return "".join(texts)

    ours, theirs = '"count": 42', '"count": 43'
    assert ours in claims(False) and ours not in claims(True) and theirs in claims(True)


def test_the_list_of_claims_warns_of_a_suppression_without_a_reason(tmp_path: Path) -> None:
    corpus = write(
        tmp_path / "articles", {"a.md": "<!-- factcheck: ignore count -->\n\nThe port counted 42 ferries.\n"}
    )
    loading, texts = list_claims([corpus], render_jsonl, cache=False)
    assert len([*texts]) == 1
    assert any("a reason" in warning for warning in loading.warnings)
