"""Every state means something to every format."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.decisions import Decision, Status
from factcheck.findings import Severity, State
from factcheck.report import View, render
from factcheck.report.states import STANDINGS, decided, silence, speaks
from factcheck.report.summary import fails
from tests.factory import make_finding, make_report
from tests.report.hostile import of_every_state

IN_CONFLICT = [state for state in State if state not in (State.RESOLVED, State.NOT_CHECKED)]


def test_no_state_is_left_out() -> None:
    assert set(STANDINGS) == set(State)
    assert {finding.state for finding in of_every_state()} == set(IN_CONFLICT)


@pytest.mark.parametrize("state", IN_CONFLICT)
def test_what_speaks_fails_the_gate_and_says_no_reason_to_be_silent(state: State) -> None:
    finding = make_finding(state=state)
    assert speaks(finding) is (state in (State.NEW, State.CHANGED, State.EXPIRED))
    assert speaks(finding) is not bool(silence(finding))
    assert fails(make_report(finding), Severity.WARNING) is speaks(finding)
    assert not fails(make_report(finding), Severity.ERROR)


def test_a_decision_is_told_with_its_day_and_reason() -> None:
    decision = Decision(Status.FALSE_POSITIVE, "two\nquakes", date(2031, 6, 30))
    finding = make_finding(state=State.ACCEPTED, decision=decision)
    assert decided(finding) == silence(finding) == "false-positive until 2031-06-30: two quakes"
    assert silence(finding._replace(decision=None)) == "accepted"
    assert decided(finding._replace(decision=Decision(Status.OPEN, ""))) == ""
    assert silence(finding._replace(state=State.KNOWN, decision=None)) == "known, in the baseline"


# GitHub's annotations are silent where the gate is; what is absent has no place at GitLab, which shows it as fixed.
SHOWN = [
    (name, state)
    for name in ("markdown", "csv", "sarif", "gitlab", "junit")
    for state in State
    if name != "gitlab" or state in IN_CONFLICT
]


@pytest.mark.parametrize(("name", "state"), SHOWN)
def test_every_format_shows_every_state(name: str, state: State) -> None:
    finding = make_finding(state=state, id="fc-seen")
    told = {State.RESOLVED: "resolved", State.NOT_CHECKED: "unchecked"}.get(state, "conflicts")
    report = make_report()._replace(**{told: (finding,)})
    output = render(report, name, View(verbose=True))
    assert "fc-seen" in output
    if name != "junit":
        assert state.value in output.lower() or STANDINGS[state].silent in output
