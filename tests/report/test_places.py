"""One result for each answer that another one contradicts, at the first place that gives it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from factcheck.findings import Answer, Finding, Severity, State
from factcheck.model import Claim
from factcheck.report.places import newcomers, place_of, places_of, tellings
from tests.factory import make_answer, make_claim, make_finding, make_report


def answers(states: str) -> tuple[Answer, ...]:
    """An answer for each letter: `k` known, `n` new."""
    return tuple(
        make_answer(f"{number}", f"{number}.txt", state=State.KNOWN if letter == "k" else State.NEW)
        for number, letter in enumerate(states)
    )


@pytest.mark.parametrize(
    ("state", "given", "told", "new"),
    [
        (State.NEW, "nn", "1", "1"),
        (State.NEW, "nnn", "12", "12"),
        (State.NEW, "n", "0", "0"),
        (State.CHANGED, "kkn", "12", "2"),
        (State.CHANGED, "nkk", "02", "0"),
        (State.CHANGED, "nkn", "02", "02"),
        (State.KNOWN, "kk", "1", ""),
        (State.ACCEPTED, "kkk", "12", ""),
        (State.EXPIRED, "kk", "1", "1"),
    ],
)
def test_all_answers_but_the_first_known_one_are_told(state: State, given: str, told: str, new: str) -> None:
    found = tellings(make_report(make_finding(answers(given), state=state)))
    assert "".join(item.answer.text for item in found) == told
    assert "".join(item.answer.text for item in newcomers(found)) == new
    for item in found:
        assert {item.answer.text, *(other.text for other in item.others)} == set(map(str, range(len(given))))


def test_an_answer_without_a_place_is_not_told() -> None:
    finding = make_finding((*answers("n"), make_answer("gone")))
    assert [item.answer.text for item in tellings(make_report(finding))] == ["0"]


def test_what_speaks_comes_first_then_what_weighs_most() -> None:
    def of(id: str, state: State, severity: Severity) -> Finding:
        return make_finding(id=id, state=state, severity=severity)

    report = make_report(
        of("a", State.KNOWN, Severity.ERROR),
        of("b", State.NEW, Severity.NOTE),
        of("c", State.NEW, Severity.ERROR),
        of("d", State.ACCEPTED, Severity.WARNING),
    )
    assert [item.finding.id for item in tellings(report)] == ["c", "b", "a", "d"]


def test_fingerprints_are_unique_and_rest_on_neither_path_nor_words() -> None:
    def fingerprints(*findings: Finding) -> list[str]:
        return [item.fingerprint for item in tellings(make_report(*findings))]

    finding = make_finding()
    moved = tuple(
        answer._replace(claims=(make_claim("moved.txt", answer.text, f"New {answer.text}", line=9),))
        for answer in finding.answers
    )
    assert fingerprints(finding) == fingerprints(finding._replace(answers=moved, reason="reworded"))
    twice = fingerprints(finding, finding)
    assert len(set(twice)) == 2
    assert twice[0] == fingerprints(finding)[0]
    assert fingerprints(finding) != fingerprints(finding._replace(id="fc-other"))


def claim(quote: str, line: int, column: int) -> Claim:
    made = make_claim(words=quote, sentence=f"So {quote}.")
    return made._replace(evidence=made.evidence._replace(line=line, column=column, start=100, end=100 + len(quote)))


@pytest.mark.parametrize(
    ("quote", "expected"),
    [("ten 🐕", (3, 5, 3, 10)), ("ten\ndogs", (3, 5, 4, 5)), ("ten\r\nold\r\n dogs", (3, 5, 5, 6)), ("", (3, 5, 3, 5))],
)
def test_a_place_ends_where_its_words_end(quote: str, expected: Sequence[int]) -> None:
    place = place_of(claim(quote, 3, 5), lambda article: f"in/{article}")
    assert place[1:5] == expected
    assert (place.path, place.end - place.start, str(place)) == ("in/a.txt", len(quote), "in/a.txt:3")


def test_each_source_has_one_place() -> None:
    answer = make_answer("x", claims=(make_claim("b.txt", line=2), make_claim("a.txt"), make_claim("b.txt", line=1)))
    assert list(map(str, places_of(answer, str))) == ["b.txt:2", "a.txt:3"]
