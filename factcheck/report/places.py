"""Findings as formats with one place a result tell them: a result for each answer that another one contradicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from factcheck.findings import Answer, Finding, Report, State
from factcheck.model import Claim
from factcheck.report.states import answer_state, speaks
from factcheck.report.summary import RANKS
from factcheck.report.visible import one_line
from factcheck.report.words import RELATION_WORDS

PathOf = Callable[[str], str]
"""Turns an article's id into its path below the repository."""

_LONGEST = 300  # code points of an answer in a message; a quoted speech may be one


class Place(NamedTuple):
    """Where words stand: a file by its path below the repository, lines and columns from 1, the end column after it."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int

    def __str__(self) -> str:
        return one_line(f"{self.path}:{self.line}")


class Telling(NamedTuple):
    """An answer that is told at its own place; `others` are those it contradicts, in the order of the report.

    `fingerprint` rests on question and answer, not on path or line, and is unique in a report.
    """

    finding: Finding
    answer: Answer
    others: tuple[Answer, ...]
    fingerprint: str

    @property
    def state(self) -> State:
        return answer_state(self.finding, self.answer)

    @property
    def verdict(self) -> str:
        """Why the answers are set against each other."""
        return one_line(f"{RELATION_WORDS[self.finding.relation]}: {self.finding.reason}")


def place_of(claim: Claim, path_of: PathOf) -> Place:
    """The place of a claim's words."""
    evidence = claim.evidence
    *before, last = evidence.quote.split("\n")
    column = (0 if before else evidence.column - 1) + len(last) + 1
    start, end = (evidence.line, evidence.column), (evidence.line + len(before), column)
    return Place(path_of(evidence.source), *start, *end, evidence.start, evidence.end)


def places_of(answer: Answer, path_of: PathOf) -> tuple[Place, ...]:
    """Where each source gives an answer first."""
    first: dict[str, Claim] = {}
    for claim in answer.claims:
        first.setdefault(claim.evidence.source, claim)
    return tuple(place_of(claim, path_of) for claim in first.values())


def tellings(report: Report) -> tuple[Telling, ...]:
    """What to tell of the conflicts of a report: first what speaks, within that the weightiest."""
    told: Counter[str] = Counter()
    found = [telling for finding in report.conflicts for telling in _told(finding, told)]
    return tuple(sorted(found, key=lambda telling: (not speaks(telling.finding), -RANKS[telling.finding.severity])))


def newcomers(told: Iterable[Telling]) -> tuple[Telling, ...]:
    """Those that ask for attention: of a changed conflict, only the answers that nobody gave before."""
    return tuple(telling for telling in told if speaks(telling.finding) and telling.state is not State.KNOWN)


def shown(answer: Answer) -> str:
    """An answer in one line; a very long one is cut."""
    text = one_line(answer.text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} ..."


def _told(finding: Finding, told: Counter[str]) -> Iterator[Telling]:
    answers = [answer for answer in finding.answers if answer.claims]
    for answer in _contradicting(finding, answers):
        same = f"{finding.id}\n{answer.id}"
        told[same] += 1
        fingerprint = sha256(f"{same}\n{told[same]}".encode()).hexdigest()[:32]
        yield Telling(finding, answer, tuple(other for other in answers if other is not answer), fingerprint)


def _contradicting(finding: Finding, answers: Sequence[Answer]) -> Sequence[Answer]:
    """All answers but the first known one, or but the first where none is known; an answer alone is told itself."""
    if len(answers) < 2:
        return answers
    known = next((answer for answer in answers if answer_state(finding, answer) is not State.NEW), answers[0])
    return [answer for answer in answers if answer is not known]
