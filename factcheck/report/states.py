"""What the states of a finding mean to formats that have words of their own for them: one entry a state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.findings import Answer, Finding, State
from factcheck.report.visible import one_line


class Standing(NamedTuple):
    """`sarif` is SARIF's `baselineState` (3.27.24). `silent` says why a state asks for nobody's attention; a state
    without it speaks: it is annotated and can fail the gate.
    """

    sarif: str
    silent: str = ""


STANDINGS: Mapping[State, Standing] = {
    State.NEW: Standing("new"),
    State.CHANGED: Standing("updated"),
    State.KNOWN: Standing("unchanged", "known, in the baseline"),
    State.ACCEPTED: Standing("unchanged", "accepted"),
    State.EXPIRED: Standing("updated"),
    State.RESOLVED: Standing("absent", "resolved"),
    State.NOT_CHECKED: Standing("absent", "not checked"),
}


def speaks(finding: Finding) -> bool:
    """Whether a finding asks for attention: nobody knew of it, or of one of its answers, or not any more."""
    return not STANDINGS[finding.state].silent


def decided(finding: Finding) -> str:
    """What a team decided about a finding: `accepted until 2031-06-30: the ministry counts twice`; "" for nothing."""
    decision = finding.decision
    if decision is None or not (decision.reason or decision.expires):
        return ""
    until = f" until {decision.expires.isoformat()}" if decision.expires else ""
    return one_line(f"{decision.status.value}{until}: {decision.reason or 'no reason is given'}")


def silence(finding: Finding) -> str:
    """Why a finding asks for no attention; "" where it speaks."""
    silent = STANDINGS[finding.state].silent
    return decided(finding) or silent if finding.state is State.ACCEPTED else silent


def answer_state(finding: Finding, answer: Answer) -> State:
    """How an answer stands in its finding: in a changed one, the answers known before are known still."""
    return answer.state if finding.state is State.CHANGED else finding.state
