"""The report for readers: layout, what is left out, and text from strangers."""

from __future__ import annotations

import pytest

from factcheck.findings import Report, Severity, State
from factcheck.model import Anchor, Modality, Relation
from factcheck.report import View, render
from tests.factory import make_answer, make_claim, make_finding, make_report, make_source


def shown(report: Report, **view: object) -> str:
    return render(report, "text", View(**view))  # type: ignore[arg-type]


def test_the_whole_layout() -> None:
    planned = make_answer("Ines Falk", "c.txt", claims=(make_claim("c.txt", "Ines Falk", modality=Modality.PLANNED),))
    known = make_answer("Ole Krag", "a.txt", "b.txt", voices=1, origins=("the palace",))
    assert shown(make_report(make_finding((known, planned)))) == (
        "4 sources, 1 story, 3 claims\n"
        "\n"
        " NEW  warning  Who was defence minister in Ada Brandt's delegation to Norway?   fc-aaaa000001\n"
        "   lists differ: the lists name different people; both may be true\n"
        "   Ole Krag    2 sources, 1 voice; origin: the palace\n"
        '      a.txt:3   "The minister, [Ole Krag], flew to Oslo."\n'
        '      b.txt:3   "The minister, [Ole Krag], flew to Oslo."\n'
        "   Ines Falk   1 source, planned\n"
        '      c.txt:3   "The minister, [Ines Falk], flew to Oslo."\n'
        "   why     same leader and place\n"
        "   weaker  medium confidence: both lists are open\n"
        "   silent  d.txt\n"
        "\n"
        "1 conflict: 1 new, 0 changed; 0 known; 0 updates, 0 agreements\n"
    )


def test_no_conflict_is_one_line() -> None:
    assert shown(make_report()).splitlines()[1:] == [
        "",
        "no conflicts: 0 new, 0 changed; 0 known; 0 updates, 0 agreements",
    ]


def test_no_conflict_is_claimed_where_nothing_was_read() -> None:
    last = shown(make_report(sources=())).splitlines()[-1]
    assert last == "nothing was read: 0 new, 0 changed; 0 known; 0 updates, 0 agreements"


def test_colour_adds_nothing_but_colour() -> None:
    import re

    report = make_report(make_finding())
    colored = shown(report, color=True)
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == shown(report)


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[red]Krag[/red]", "[[red]Krag[/red]]"),
        (":dog: Krag", "[:dog: Krag]"),
        ("Krag\x1b[31m", "[Krag\\x1b[31m]"),
        ("Krag\u202etxt", "[Krag\\u202etxt]"),
        ("Krag\x9b31m", "[Krag\\x9b31m]"),
        ("Ole\n Krag", "[Ole Krag]"),
        ("Krag\\", "[Krag\\]"),
        ("Krag\udcff", "[Krag\\udcff]"),
    ],
)
def test_text_from_strangers_is_shown_not_obeyed(words: str, expected: str, color: bool) -> None:
    text = shown(make_report(make_finding((make_answer(words, "a.txt"),))), color=color)
    assert expected in text.replace("\x1b[1m", "").replace("\x1b[0m", "")


def test_escapes_in_names_questions_and_reasons_are_shown_too() -> None:
    finding = make_finding((make_answer("Krag", "\x1b]0;a.txt"),), question="Who\x1b[2J?", reason="\u202ereason")
    text = shown(make_report(finding, skipped=[("\x07.txt", "binary")]), verbose=True)
    assert not set(text) & {"\x1b", "\x07", "\u202e"}
    assert "\\x1b]0;a.txt:3" in text


def test_long_quotes_are_cut_around_the_disputed_words() -> None:
    sentence = f"{'far before ' * 30}and there Ole Krag stood {'long after ' * 30}end."
    claim = make_claim("a.txt", "Ole Krag", sentence)
    text = shown(make_report(make_finding((make_answer("Ole Krag", "a.txt", claims=(claim,)),))), width=80)
    (line,) = [line for line in text.splitlines() if "a.txt:3" in line]
    assert len(line) <= 80
    assert '"... ' in line
    assert ' ..."' in line
    assert "there [Ole Krag] stood" in line


def test_ids_values_and_disputed_words_are_never_cut() -> None:
    words = "the very long name " * 12 + "Krag"
    finding = make_finding((make_answer(words, "folder/" * 12 + "a.txt"),), question="Who " * 40 + "?")
    text = shown(make_report(finding), width=40)
    for whole in (f"[{words}]", "folder/" * 12 + "a.txt:3", ("Who " * 40 + "?").strip(), "fc-aaaa000001"):
        assert whole in text


def test_repeats_in_one_article_are_counted_unless_verbose() -> None:
    claims = tuple(make_claim("a.txt", "Ole Krag", line=n) for n in (3, 5, 9))
    report = make_report(make_finding((make_answer("Ole Krag", "a.txt", claims=claims),)))
    assert "and 2 more in this article" in shown(report)
    assert "1 source\n" in shown(report)
    assert "a.txt:9" not in shown(report)
    assert "a.txt:9" in shown(report, verbose=True)


def test_known_conflicts_are_counted_not_repeated() -> None:
    report = make_report(make_finding(state=State.KNOWN), make_finding(id="fc-b", question="Another?"))
    assert "Norway?" not in shown(report)
    assert " NEW  warning  Another?" in shown(report)
    assert "2 conflicts: 1 new, 0 changed; 1 known" in shown(report)
    assert " KNOWN  warning  Who was" in shown(report, verbose=True)


def test_only_the_newcomer_of_a_changed_conflict_is_new() -> None:
    answers = (make_answer("Ole Krag", "a.txt", state=State.KNOWN), make_answer("Ines Falk", "c.txt"))
    text = shown(make_report(make_finding(answers, state=State.CHANGED)))
    assert " CHANGED  warning" in text
    assert "Ole Krag    1 source\n" in text
    assert "Ines Falk   1 source, new\n" in text


def test_lesser_findings_take_a_line_each() -> None:
    note = make_finding(severity=Severity.NOTE, question="A note?")
    update = make_finding(relation=Relation.REVISED, question="How many?", reason="39, later 42", id="fc-u")
    answer = make_answer("Ole Krag", "a.txt", variants=("Ole Kragg", "Ole Krag"))
    agreed = make_finding((answer,), relation=Relation.SPELLING, question="Who?", reason="one letter")
    report = make_report(note, updates=(update,), agreements=(agreed,))
    text = shown(report)
    assert "\nnotes\n   A note?   Ole Krag; Ines Falk   lists differ" in text
    assert "\nupdates\n   How many?   Ole Krag; Ines Falk   revised: 39, later 42   fc-u\n" in text
    assert "no conflicts: 0 new, 0 changed; 0 known; 1 note, 1 update, 1 agreement" in text
    assert "\nagreements\n" not in text
    line = "   Who?   Ole Krag (Ole Kragg)   differ in spelling: one letter"
    assert f"\nagreements\n{line}" in shown(report, agreements=True)


def test_verbose_shows_updates_and_agreements_like_conflicts() -> None:
    note, answer = Severity.NOTE, make_answer("Ole Krag", "a.txt")  # the weight that the pipeline gives both
    update = make_finding(severity=note, relation=Relation.REVISED, question="How many?", reason="39, 42", id="fc-u")
    agreed = make_finding((answer,), severity=note, relation=Relation.AGREE, question="Who?", id="fc-g")
    report = make_report(updates=(update,), agreements=(agreed,))
    text = shown(report, verbose=True, agreements=True)
    told = "   Ole Krag    2 sources\n" + '      a.txt:3   "The minister, [Ole Krag], flew to Oslo."\n'
    assert f"\n UPDATE  How many?   fc-u\n   revised: 39, 42\n{told}" in text
    assert "\n AGREEMENT  Who?   fc-g\n   agree: " in text
    assert " AGREEMENT" not in shown(report, verbose=True)


def test_verbose_lists_sources_with_their_anchors() -> None:
    report = make_report(skipped=[("photo.jpg", "unsupported-type")])._replace(
        sources=(
            make_source("a.txt"),
            make_source("long-name.txt", anchor=Anchor(make_source("a").anchor.date, "from the story", 3)),
            make_source("c.txt", anchor=Anchor(None, "nothing in the text says")),
        ),
    )
    lines = shown(report, verbose=True).splitlines()
    assert "   a.txt           en   2031-05-06   dateline" in lines
    assert "   long-name.txt   en   2031-05-06 ±3 days   from the story" in lines
    assert "   c.txt           en   no date   nothing in the text says" in lines
    assert "   photo.jpg       not read: unsupported-type" in lines


def test_quiet_leaves_conflicts_and_the_last_line() -> None:
    report = make_report(make_finding(), updates=(make_finding(relation=Relation.REVISED),))
    lines = shown(report, quiet=True).splitlines()
    assert lines[0].startswith(" NEW ")
    assert "updates" not in lines
    assert lines[-1].startswith("1 conflict: 1 new")


def test_resolved_conflicts_say_why() -> None:
    gone = make_finding(state=State.RESOLVED, relation=Relation.AGREE, reason="the texts now agree")
    text = shown(make_report(resolved=(gone,)))
    assert "\nresolved (`factcheck baseline prune` drops them)\n" in text
    assert "the texts now agree" in text
    assert "0 known, 1 resolved" in text
