"""The matrix of questions and sources, as data and as text."""

from __future__ import annotations

from factcheck.findings import Report, Severity
from factcheck.model import Modality, Relation
from factcheck.report import View, render
from factcheck.report.matrix import differing, matrices
from tests.factory import make_answer, make_claim, make_finding, make_report, make_source


def shown(report: Report, width: int = 100) -> list[str]:
    return render(report, "text", View(width=width, matrix=True)).splitlines()


def planned(*sources: str) -> Report:
    claims = tuple(make_claim(source, "Ines Falk", modality=Modality.PLANNED) for source in sources)
    answers = (make_answer("Ole Krag", "a.txt", "b.txt"), make_answer("Ines Falk", *sources, claims=claims))
    return make_report(make_finding(answers))


def test_the_whole_layout() -> None:
    assert shown(planned("c.txt")) == [
        "4 sources, 1 story, 3 claims",
        "",
        "   1  a.txt",
        "   2  b.txt",
        "   3  c.txt",
        "   4  d.txt",
        "   ·  silent",
        "",
        "   1 2 3 4",
        "   A A B ·   NEW  warning  Who was defence minister in Ada Brandt's delegation to Norway?",
        "             fc-aaaa000001",
        "             A  Ole Krag",
        "             B  Ines Falk, planned",
        "",
        "1 conflict: 1 new, 0 changed; 0 known; 0 updates, 0 agreements",
    ]


def test_a_source_that_gives_two_answers_has_both_letters() -> None:
    assert "   AB  A  B  ·   NEW" in "\n".join(shown(planned("a.txt", "c.txt")))


def test_sources_that_find_no_room_follow_below_with_the_questions_they_answer() -> None:
    names = [f"{number:02d}.txt" for number in range(30)]
    early = make_finding((make_answer("Ole Krag", "00.txt"), make_answer("Ines Falk", "01.txt")), question="Early?")
    late = make_finding((make_answer("Ole Krag", "28.txt"), make_answer("Ines Falk", "29.txt")), question="Late?")
    text = shown(make_report(early, late, sources=names), width=80)
    assert max(map(len, text)) <= 80
    first, later = (index for index, line in enumerate(text) if line.split()[:1] in (["1"], ["14"]) and "." not in line)
    assert [sum(word in line for line in text[first:later]) for word in ("Early?", "Late?")] == [1, 1]
    assert [sum(word in line for line in text[later:]) for word in ("Early?", "Late?")] == [0, 1]
    assert sum("A  Ole Krag" in line for line in text) == 2  # what letters mean is told once a question


def test_each_story_has_a_matrix_of_its_own_sources() -> None:
    other = make_finding((make_answer("Ole Krag", "x.txt"), make_answer("Ines Falk", "y.txt")), story=2)
    report = make_report(make_finding(), other, stories=2)
    report = report._replace(sources=(*report.sources, make_source("x.txt", story=2), make_source("y.txt", story=2)))
    one, two = matrices(differing(report), report.sources)
    assert [source.id for source in two.sources] == ["x.txt", "y.txt"]
    assert [len(said) for said in one.rows[0].cells(one.sources)] == [1, 1, 1, 0]
    assert {"story 1", "story 2"} <= set(shown(report))


def test_updates_are_in_it_and_notes_are_not() -> None:
    note = make_finding(severity=Severity.NOTE, question="A note?")
    update = make_finding(relation=Relation.REVISED, question="An update?")
    text = "\n".join(shown(make_report(note, updates=(update,))))
    assert "UPDATE  An update?" in text
    assert "A note?" not in text


def test_words_of_articles_are_shown_not_obeyed() -> None:
    finding = make_finding((make_answer("Krag\x1b[2J", "a.txt"), make_answer("Falk\u202e", "b\x07.txt")))
    text = "\n".join(shown(make_report(finding, sources=("a.txt", "b\x07.txt"))))
    assert not set(text) & {"\x1b", "\u202e", "\x07"}
    assert "Krag\\x1b[2J" in text


def test_nothing_to_show_is_said_in_the_last_line() -> None:
    assert shown(make_report())[-1].startswith("no conflicts")
