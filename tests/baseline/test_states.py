"""How conflicts find their entries again, and what state they are in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from factcheck.baseline.edits import entries_of
from factcheck.baseline.file import Entry
from factcheck.baseline.matching import EXACT, Matching, Scope
from factcheck.baseline.states import apply, apply_since
from factcheck.decisions import Decision, Status, Suppression
from factcheck.findings import Finding, Report, State
from factcheck.model import Relation
from tests.factory import Name, make_answer, make_claim, make_finding, make_report

TODAY = date(2031, 5, 6)


def known(*conflicts: Finding, **decision: Any) -> tuple[Entry, ...]:
    return tuple(replace(entry, **decision) for entry in entries_of(make_report(*conflicts)))


def marked(
    report: Report, entries: tuple[Entry, ...], matching: Matching = EXACT, today: date = TODAY
) -> Report:
    return apply(report, entries, today, matching)


def by_first_letters(kind: str, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """A comparer for spellings."""
    return one.keys() == other.keys() and all(one[name][:5] == other[name][:5] for name in one)


SPELLINGS = Matching(keys=by_first_letters, answers=by_first_letters, scope=Scope.FOLDER)
FOLDER = Matching(scope=Scope.FOLDER)


def states(report: Report) -> list[tuple[str, list[str]]]:
    return [(c.state.value, [answer.state.value for answer in c.answers]) for c in report.conflicts]


# States


def test_what_is_in_the_baseline_is_known() -> None:
    report = marked(make_report(make_finding()), known(make_finding()), FOLDER)
    assert states(report) == [("known", ["known", "known"])]
    assert report.resolved == ()


def test_what_is_not_in_the_baseline_is_new() -> None:
    other = make_finding(id="fc-other", key={"leader": Name("Mia Lund")})
    report = marked(make_report(other), known(make_finding()))
    assert states(report) == [("new", ["new", "new"])]


def test_other_lines_files_and_sources_change_nothing() -> None:
    entries = known(make_finding())
    claims = (
        make_claim("renamed.txt", "Ole Krag", "Reworded, Ole Krag left.", line=53),
        make_claim("e.txt", "Ole Krag"),
    )
    answers = (make_answer("Ines Falk", "c.txt"), make_answer("Ole Krag", claims=claims))
    assert states(marked(make_report(make_finding(answers)), entries)) == [("known", ["known", "known"])]


def test_a_new_answer_makes_the_conflict_changed_and_only_itself_new() -> None:
    answers = (*make_finding().answers, make_answer("Mia Lund", "d.txt"))
    report = marked(make_report(make_finding(answers)), known(make_finding()))
    assert states(report) == [("changed", ["known", "known", "new"])]


def test_an_answer_that_is_gone_leaves_the_rest_known() -> None:
    three = (*make_finding().answers, make_answer("Mia Lund", "d.txt"))
    report = marked(make_report(make_finding()), known(make_finding(three)))
    assert states(report) == [("known", ["known", "known"])]


def test_better_spellings_keep_the_old_ids() -> None:
    entries = known(make_finding())
    answers = (make_answer("Ole Kragg", "a.txt"), make_answer("Ines Falck", "c.txt"))
    respelled = make_finding(answers, id="fc-new", key={"leader": Name("Ada Brand"), "place": Name("NO")})
    assert states(marked(make_report(respelled), entries)) == [("new", ["new", "new"])]
    (conflict,) = marked(make_report(respelled), entries, SPELLINGS).conflicts
    assert conflict.state is State.KNOWN
    assert conflict.id == "fc-aaaa000001"
    assert [answer.id for answer in conflict.answers] == ["id-ole-krag", "id-ines-falk"]


def test_two_entries_that_fit_equally_well_are_new_with_a_hint() -> None:
    one = make_finding(id="fc-1", key={"leader": Name("Ada Brandt")})
    two = make_finding(id="fc-2", key={"leader": Name("Ada Brandts")})
    found = make_finding(id="fc-3", key={"leader": Name("Ada Brand")})
    report = marked(make_report(found), known(one, two), SPELLINGS)
    assert states(report) == [("new", ["new", "new"])]
    assert report.conflicts[0].why[-1] == "fits no single entry of the baseline: fc-1, fc-2"
    assert report.resolved == ()


def test_the_same_key_wins_over_one_that_only_compares() -> None:
    one = make_finding(id="fc-1", key={"leader": Name("Ada Brandt")})
    two = make_finding(id="fc-2", key={"leader": Name("Ada Brandts")})
    report = marked(make_report(two._replace(id="fc-9"), one._replace(id="fc-8")), known(one, two), SPELLINGS)
    assert [(conflict.id, conflict.state) for conflict in report.conflicts] == [
        ("fc-2", State.KNOWN),
        ("fc-1", State.KNOWN),
    ]


def test_a_shared_answer_decides_between_keys_that_compare() -> None:
    one = make_finding(id="fc-1", key={"leader": Name("Ada Brandt")})
    others = (make_answer("Mia Lund", "a.txt"), make_answer("Per Holm", "b.txt"))
    two = make_finding(others, id="fc-2", key={"leader": Name("Ada Brandts")})
    found = make_finding(id="fc-3", key={"leader": Name("Ada Brand")})
    assert marked(make_report(found), known(one, two), SPELLINGS).conflicts[0].id == "fc-1"


def test_two_conflicts_that_fit_one_entry_are_both_new() -> None:
    entries = known(make_finding(key={"leader": Name("Ada Brandt")}))
    found = [make_finding(id=f"fc-{n}", key={"leader": Name(f"Ada Brand{n}")}) for n in (1, 2)]
    assert [state for state, _ in states(marked(make_report(*found), entries, SPELLINGS))] == ["new", "new"]


def test_another_kind_never_matches() -> None:
    report = marked(make_report(make_finding(kind="office-holder")), known(make_finding()), SPELLINGS)
    assert states(report) == [("new", ["new", "new"])]


# Resolved


def test_texts_that_agree_now_resolve_the_conflict() -> None:
    agreed = make_finding((make_answer("Ole Krag", "a.txt", "c.txt"),), relation=Relation.AGREE)
    (resolved,) = marked(make_report(agreements=(agreed,)), known(make_finding()), FOLDER).resolved
    assert (resolved.id, resolved.state, resolved.reason) == (
        "fc-aaaa000001", State.RESOLVED, "the texts now agree",
    )  # fmt: skip


def test_figures_that_moved_on_resolve_the_conflict() -> None:
    moved = make_finding(relation=Relation.REVISED, reason="39 arrested, later 42")
    (resolved,) = marked(make_report(updates=(moved,)), known(make_finding()), FOLDER).resolved
    assert (resolved.relation, resolved.reason) == (
        Relation.REVISED, "the texts now tell an update: 39 arrested, later 42",
    )  # fmt: skip


def still_told(*sources: str) -> Report:
    """No conflict any more, and claims of it in these articles."""
    return make_report()._replace(claims=tuple(make_claim(source, "Ole Krag") for source in sources))


GONE = make_report(sources=("a.txt", "b.txt"))
SUPPRESSED = make_report()._replace(suppressed=(Suppression("a.txt:3", "ours", "delegation-member", claims=1),))


@pytest.mark.parametrize(
    ("report", "cause"),
    [
        (make_report(), "no article answers it any more"),
        (GONE, "c.txt is gone; no article answers it any more"),
        (GONE._replace(claims=still_told("a.txt").claims), "c.txt is gone; only a.txt still answers it"),
        (still_told("b.txt"), "only b.txt still answers it"),
        (still_told("a.txt", "b.txt"), "the articles no longer speak of one thing"),
        (SUPPRESSED, "its claims may be suppressed: a.txt:3"),
    ],
)
def test_what_is_resolved_says_why(report: Report, cause: str) -> None:
    (resolved,) = marked(report, known(make_finding()), FOLDER).resolved
    assert (resolved.id, resolved.state, resolved.reason) == ("fc-aaaa000001", State.RESOLVED, cause)


NOT_CHECKED = {
    "only some files were given": (GONE, Matching(), "c.txt took no part"),
    "another folder": (make_report(sources=("other.txt",)), FOLDER, "none of its articles took part"),
    "a source could not be read": (
        make_report(sources=("a.txt",), skipped=[("c.txt", "unreadable")]), FOLDER, "c.txt could not be read",
    ),
    "the kind was left out": (
        make_report(), FOLDER._replace(judged=lambda kind: False),
        "claims of kind delegation-member were not looked for",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("report", "matching", "why"), NOT_CHECKED.values(), ids=NOT_CHECKED)
def test_what_took_no_part_is_not_judged(report: Report, matching: Matching, why: str) -> None:
    found = marked(report, known(make_finding()), matching)
    assert found.resolved == ()
    assert [(entry.id, entry.state, entry.reason) for entry in found.unchecked] == [
        ("fc-aaaa000001", State.NOT_CHECKED, why)
    ]


def test_of_a_revision_of_the_same_corpus_all_articles_took_part() -> None:
    found = marked(make_report(sources=("new.txt",)), known(make_finding()), Matching(scope=Scope.CORPUS))
    assert [entry.reason for entry in found.resolved] == ["a.txt, c.txt are gone; no article answers it any more"]


# Decisions

ACCEPTED = {"status": Status.ACCEPTED, "reason": "both are right"}
WRONG = {"status": Status.FALSE_POSITIVE, "reason": "two ships of one name"}
YESTERDAY, TOMORROW = date(2031, 5, 5), date(2031, 5, 7)
NEWCOMER = make_finding((*make_finding().answers, make_answer("Mia Lund", "d.txt")))


@pytest.mark.parametrize(
    ("decision", "finding", "state"),
    [
        ({}, make_finding(), State.KNOWN),
        (ACCEPTED, make_finding(), State.ACCEPTED),
        (WRONG, make_finding(), State.ACCEPTED),
        (ACCEPTED | {"expires": TOMORROW}, make_finding(), State.ACCEPTED),
        (ACCEPTED | {"expires": TODAY}, make_finding(), State.ACCEPTED),
        (ACCEPTED | {"expires": YESTERDAY}, make_finding(), State.EXPIRED),
        (WRONG | {"expires": YESTERDAY}, make_finding(), State.EXPIRED),
        ({"expires": YESTERDAY}, make_finding(), State.EXPIRED),
        (ACCEPTED, NEWCOMER, State.CHANGED),
        (ACCEPTED | {"expires": YESTERDAY}, NEWCOMER, State.CHANGED),
    ],
)
def test_a_decision_holds_until_it_expires_or_a_new_answer_comes(
    decision: dict[str, Any], finding: Finding, state: State
) -> None:
    (conflict,) = marked(make_report(finding), known(make_finding(), **decision)).conflicts
    assert conflict.state is state
    assert conflict.decision == Decision(
        decision.get("status", Status.OPEN), decision.get("reason", ""), decision.get("expires")
    )


# Several stories, and conflicts beside one of the same question


def test_one_question_in_two_stories_is_one_entry() -> None:
    others = (make_answer("Mia Lund", "x.txt"), make_answer("Per Holm", "y.txt"))
    both = make_finding(), make_finding(others, story=2)
    (entry,) = known(*both)
    assert len(entry.answers) == 4
    assert states(marked(make_report(*both), (entry,))) == [("known", ["known", "known"])] * 2


def test_two_conflicts_about_one_question_find_their_own_entries() -> None:
    both = make_finding(), make_finding(id="fc-aaaa000002", relation=Relation.SELF)
    found = marked(make_report(*both), known(*both), SPELLINGS)
    assert [(conflict.id, conflict.state) for conflict in found.conflicts] == [
        ("fc-aaaa000001", State.KNOWN),
        ("fc-aaaa000002", State.KNOWN),
    ]


# A revision beside the baseline

BEFORE = known(make_finding())
CORPUS = Matching(scope=Scope.CORPUS)


@pytest.mark.parametrize(
    ("baseline", "before", "now", "state"),
    [
        ((), (), make_finding(), State.NEW),
        ((), BEFORE, make_finding(), State.KNOWN),
        ((), BEFORE, NEWCOMER, State.CHANGED),
        (BEFORE, known(NEWCOMER), NEWCOMER, State.KNOWN),
        (known(make_finding(), **ACCEPTED), BEFORE, make_finding(), State.ACCEPTED),
        (known(make_finding(), **ACCEPTED), BEFORE, NEWCOMER, State.CHANGED),
        (known(make_finding(), **ACCEPTED, expires=YESTERDAY), BEFORE, make_finding(), State.EXPIRED),
    ],
)
def test_a_revision_adds_to_what_the_baseline_knows(
    baseline: tuple[Entry, ...], before: tuple[Entry, ...], now: Finding, state: State
) -> None:
    found = apply_since(marked(make_report(now), baseline), before, TODAY, CORPUS)
    assert [conflict.state for conflict in found.conflicts] == [state]
    assert found.resolved == found.unchecked == ()


def test_what_a_revision_knew_and_is_gone_is_resolved_once() -> None:
    calm = marked(make_report(), BEFORE, FOLDER)
    assert len(apply_since(calm, BEFORE, TODAY, CORPUS).resolved) == 1
    assert len(apply_since(make_report(), BEFORE, TODAY, CORPUS).resolved) == 1
