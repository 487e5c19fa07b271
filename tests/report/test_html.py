"""The page as a file: what it holds, what it escapes, how large it gets. A browser looks in `test_html_browser`."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from factcheck.findings import Report, Severity, State
from factcheck.model import Anchor, Modality, Relation
from factcheck.numbers import Number
from factcheck.report import View, render
from factcheck.report.html.page import SEVERITIES, STATES
from factcheck.values.count import Count
from factcheck.values.date import Date
from tests.corpus import SEEDS, factcheck
from tests.factory import make_answer, make_claim, make_finding, make_report, make_source
from tests.hostile import hostile_report
from tests.large import large_report

MEGABYTES = 1_000_000
VOID = {"meta", "link", "br", "input", "line", "rect", "circle", "text"}


def page(report: Report, **view: object) -> str:
    return render(report, "html", View(**view))  # type: ignore[arg-type]


class Reader(HTMLParser):
    """Every element with its attributes, and all text outside of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), (tag, attrs)
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def everything() -> Report:
    """A report with a finding of every sort."""
    return large_report(60, 60)


def test_the_policy_names_the_only_script_and_the_only_style() -> None:
    html = page(make_report(make_finding()))
    policy = next(at["content"] for tag, at in Reader(html).elements if tag == "meta" and "http-equiv" in at)
    for tag in ("style", "script"):
        (inline,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'" in (policy or "")
    assert (policy or "").startswith("default-src 'none'; ")


def test_no_style_attribute_no_handler_and_no_way_out() -> None:
    for tag, attributes in Reader(page(everything())).elements:
        assert not [name for name in attributes if name == "style" or name.startswith("on")], tag
        assert "src" not in attributes, tag
        assert (attributes.get("href") or "#")[0] == "#" or attributes["href"] == "data:,", tag


@pytest.mark.parametrize(
    "url",
    ["https://x.test/a?b=1&c='2'", "HTTP://x.test/ü", "javascript:alert(1)", "https://x.test/ onclick=x", "data:,x",
     " https://x.test", "https://x.test/\n", "java\tscript:x", "//x.test", "https://" + "x" * 3000],
)  # fmt: skip
def test_a_source_is_linked_where_it_has_a_web_address_and_named_where_not(url: str) -> None:
    html = page(make_report()._replace(sources=(make_source("a.txt", url=url, outlet="<Port & Sea>"),)))
    links = [at for tag, at in Reader(html).elements if tag == "a" and not (at["href"] or "").startswith("#")]
    web = url[:4].lower() == "http" and len(url.split()) == 1 and url == url.strip() and len(url) < 2000
    assert links == ([{"href": url, "rel": "noreferrer"}] if web else [])
    assert "<Port & Sea>" in Reader(html).text and url[:10].strip().split()[0] in Reader(html).text


def test_addresses_on_the_page_are_there_once() -> None:
    elements = Reader(page(everything())).elements
    ids = [at["id"] for _, at in elements if "id" in at]
    assert len(ids) == len(set(ids))
    links = {(at["href"] or "")[1:] for tag, at in elements if tag == "a"}
    assert {link for link in links if "=" not in link} <= set(ids)


def test_one_question_in_two_stories_has_two_addresses() -> None:
    html = page(make_report(make_finding(), make_finding(story=2)))
    assert re.findall(r'<details class="card \w+" id="([^"]+)"', html) == ["fc-aaaa000001", "fc-aaaa000001-2"]


def test_the_words_stand_in_their_sentence_with_the_sentences_beside_it() -> None:
    html = page(make_report(make_finding()), around=lambda evidence: ("It rained.", "It cleared up."))
    beside = '<span class="beside">'
    quoted = (
        f"{beside}It rained.</span> The minister, <mark>Ole Krag</mark>, flew to Oslo. {beside}It cleared up.</span>"
    )
    assert f'<blockquote lang="en" dir="auto">{quoted}</blockquote>' in html


def test_all_that_is_known_of_a_finding_is_told() -> None:
    answer = make_answer("Ole Krag", "a.txt", "b.txt", voices=1, origins=("the palace",), variants=("Ole Kragg",))
    claim = make_claim("c.txt", "Ines Falk", modality=Modality.PLANNED)._replace(attribution="the mayor", as_of="noon")
    finding = make_finding((answer, make_answer("Ines Falk", "c.txt", claims=(claim,))))
    text = Reader(page(make_report(finding))).text
    for words in (
        "2 sources, 1 voice; origin: the palace",
        "also told as Ole Kragg",
        "1 source, planned",
        "told as planned according to the mayor as of noon rule delegation-member/en/flew",
        "lists differ : the lists name different people; both may be true",
        "Why together same leader and place",
        "Confidence medium both lists are open",
        "Silent d.txt",
    ):
        assert words in text


def test_a_date_that_was_counted_tells_from_which_day() -> None:
    day = Date(2031, 5, 6)
    counted, written = (
        make_claim(source, words)._replace(fields={"date": day})
        for source, words in (("a.txt", "on Tuesday"), ("b.txt", "on 6 May 2031"))
    )
    answer = make_answer("Tuesday 6 May 2031", "a.txt", "b.txt", value={"date": day}, claims=(counted, written))
    report = make_report(make_finding((answer,)))
    borrowed = Anchor(date(2031, 5, 8), "other articles of the story", 3)
    text = Reader(page(report._replace(sources=tuple(s._replace(anchor=borrowed) for s in report.sources)))).text
    assert text.count("counted from Thursday") == 1
    assert "counted from Thursday 8 May 2031, give or take 3 days (other articles of the story)" in text


def test_new_findings_come_first_and_stand_open() -> None:
    states = (State.KNOWN, State.CHANGED, State.NEW)
    findings = [make_finding(id=f"fc-{state}", question=f"{state}?", state=state) for state in states]
    html = page(make_report(*findings))
    cards = re.findall(r'<details class="card \w+" id="fc-(\w+)".*?( open)?>\n', html)
    assert cards == [("new", " open"), ("changed", " open"), ("known", "")]


def test_every_state_and_severity_has_its_place_and_meaning() -> None:
    assert set(STATES) == set(State)
    assert set(SEVERITIES) == set(Severity)


def test_only_the_newcomer_of_a_changed_conflict_is_marked() -> None:
    answers = (make_answer("Ole Krag", "a.txt", state=State.KNOWN), make_answer("Ines Falk", "c.txt"))
    html = page(make_report(make_finding(answers, state=State.CHANGED)))
    assert re.findall(r"<h4>.*?<bdi>(.*?)</bdi>(.*)</h4>", html) == [
        ("Ole Krag", ""), ("Ines Falk", ' <span class="tag is-new">new</span>')
    ]  # fmt: skip


def test_silence_is_a_cell_and_a_word() -> None:
    (row,) = re.findall(r"<tr data-card=.*?</tr>", page(make_report(make_finding())), re.DOTALL)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row)
    assert [re.sub("<[^>]+>", "", cell) for cell in cells] == ["A Ole Krag", "A Ole Krag", "B Ines Falk", "–silent"]


def test_lesser_sections_are_there_only_with_something_in_them() -> None:
    bare = page(make_report())
    assert "No conflict was found." in bare
    note = make_finding(severity=Severity.NOTE)
    gone = make_finding(state=State.RESOLVED, reason="the texts now agree")
    full = page(make_report(note, updates=(make_finding(),), resolved=(gone,), skipped=[("photo.jpg", "binary")]))
    for section in ("notes", "updates", "resolved", "skipped"):
        assert f'<h2 id="{section}"' in full
        assert f'<h2 id="{section}"' not in bare
    assert "photo.jpg</bdi>: binary" in full


def dated(words: str, day: Date, source: str) -> object:
    claim = make_claim(source, words)._replace(fields={"date": day})
    return make_answer(day.show(), source, value={"date": day}, claims=(claim,))


def test_disputed_dates_are_drawn_and_listed() -> None:
    answers = (dated("Tuesday", Date(2031, 5, 6), "a.txt"), dated("June", Date(2031, 6), "b.txt"))
    html = page(make_report(make_finding(answers)))  # type: ignore[arg-type]
    bars = [(int(at["x"] or 0), int(at["width"] or 0)) for tag, at in Reader(html).elements if tag == "rect"]
    (first, day), (second, month) = bars
    assert first + day < second and day < month
    rows = re.findall(r"<tr><td>([AB])</td><td><bdi>(.*?)</bdi></td><td>(.*?)</td><td><bdi>(.*?)</bdi></td></tr>", html)
    assert rows == [
        ("A", "Tuesday 6 May 2031", "2031-05-06", "a.txt"),
        ("B", "June 2031", "2031-06-01 to 2031-06-30", "b.txt"),
    ]


@pytest.mark.parametrize("years", [(1, 9999), (1900, 1901), (1500, 2031), (2031, 2032)])
def test_a_chart_spans_days_or_ages(years: tuple[int, int]) -> None:
    answers = tuple(dated("then", Date(year), source) for year, source in zip(years, ("a.txt", "b.txt"), strict=True))
    elements = Reader(page(make_report(make_finding(answers)))).elements  # type: ignore[arg-type]
    places = [int(at["x1"] or 0) for tag, at in elements if tag == "line"]
    assert 1 <= len(places) <= 7
    assert all(0 <= place <= 600 for place in places)


def with_figures(relation: Relation) -> Report:
    """A report on 39 on one day and 42 on a later one, an update or a conflict."""
    answers = []
    for figure, source in ((39, "a.txt"), (42, "b.txt")):
        value = Count(Number.of(figure))
        claim = make_claim(source, str(figure))._replace(fields={"count": value})
        answers.append(make_answer(str(figure), source, value={"count": value}, claims=(claim,)))
    finding = make_finding(answers, relation=relation)
    conflicts, updates = ((), (finding,)) if relation is Relation.REVISED else ((finding,), ())
    days = (("a.txt", date(2031, 5, 6)), ("b.txt", date(2031, 5, 8)))
    sources = tuple(make_source(id, anchor=Anchor(day, "dateline")) for id, day in days)
    return make_report(*conflicts, updates=updates, sources=())._replace(sources=sources)


def test_figures_that_move_are_drawn_over_the_days_of_the_articles() -> None:
    html = page(with_figures(Relation.REVISED))
    assert "How the figure moved" in html
    assert 'class="tag is-update"' in html and 'class="tag is-new"' not in html
    points = [at for tag, at in Reader(html).elements if tag == "circle"]
    (x, y), (later_x, later_y) = ((int(at["cx"] or 0), int(at["cy"] or 0)) for at in points)
    assert x < later_x and y > later_y


def test_figures_in_conflict_are_not_said_to_have_moved() -> None:
    html = page(with_figures(Relation.CANNOT_BOTH))
    assert "Which figures were given, and when" in html
    assert "How the figure moved" not in html


def test_what_articles_say_is_inert() -> None:
    html = page(hostile_report())
    reader = Reader(html)
    tags = {tag for tag, _ in reader.elements}
    assert [tag for tag, _ in reader.elements].count("script") == 1
    assert not tags & {"img", "iframe", "base", "object", "form", "b-evil"}
    assert not set(html) & set("\x00\x1b\u202e\u2066\u2028\ufeff\udcff")
    assert "<script>alert(1)</script>" in reader.text
    assert "\\u202egnp" in html


def test_a_title_of_a_megabyte_is_cut() -> None:
    assert len(page(hostile_report())) < MEGABYTES / 4


def test_the_same_articles_give_the_same_bytes_in_any_order() -> None:
    files = sorted(SEEDS.glob("*.txt"))
    one, other = (factcheck("report", *order, "-f", "html").stdout for order in (files, files[::-1]))
    assert one == other
    assert one.startswith(b"<!doctype html>") and one.endswith(b"</html>\n")
    assert str(SEEDS).encode() not in one


def test_a_story_is_named_where_there_are_several() -> None:
    assert "<dt>Story</dt>" not in page(make_report(make_finding()))
    assert "<dt>Story</dt><dd><bdi>1: Title of a.txt</bdi></dd>" in page(make_report(make_finding(), stories=2))


def test_five_thousand_articles_with_two_thousand_findings_stay_below_twenty_megabytes() -> None:
    beside = "Officials in the harbour town spoke to reporters for more than an hour after the meeting had ended. " * 3
    html = page(large_report(5000, 2000), around=lambda evidence: (beside, beside))
    assert len(html.encode()) < 20 * MEGABYTES
    before_templates = re.sub(r"<template>.*?</template>", "", html, flags=re.DOTALL)
    assert len(before_templates.encode()) < 4 * MEGABYTES  # what a browser draws at first


def test_copies_in_their_thousands_do_not_blow_up_the_page() -> None:
    sources = tuple(make_source(f"{number}.txt", voice="0.txt") for number in range(3000))
    finding = make_finding(
        (make_answer("Ole Krag", *(s.id for s in sources[:-1])), make_answer("Ines Falk", "2999.txt"))
    )
    report = make_report(finding, sources=())._replace(sources=sources)
    assert len(page(report).encode()) < 3 * MEGABYTES


def test_what_is_hidden_without_the_script_is_counted() -> None:
    html = page(large_report(200, 400, sources_of_story=5))
    hidden = re.findall(r"<noscript>(.*?)</noscript>", html)
    assert hidden and all(re.match(r"[\d,]+ more [a-z]+ in this file", words) for words in hidden)
