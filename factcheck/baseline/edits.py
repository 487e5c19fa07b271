"""What people do to a baseline: begin one, decide about conflicts, drop what is resolved. Nothing else changes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.baseline.file import Entry, KnownAnswer
from factcheck.canonical import canonical_texts
from factcheck.decisions import Decision
from factcheck.errors import BaselineError
from factcheck.findings import Answer, Finding, Report, Severity, State


def entries_of(report: Report, least: Severity = Severity.WARNING) -> tuple[Entry, ...]:
    """The conflicts of `report` from the severity `least` on as entries without a decision, each question once."""
    ranks = list(Severity)
    known: dict[str, Entry] = {}
    for finding in report.conflicts:
        if ranks.index(finding.severity) >= ranks.index(least):
            known[finding.id] = _with_answers(known.get(finding.id) or _entry(finding), finding.answers)
    return tuple(known[id] for id in sorted(known))


def accept(
    entries: Sequence[Entry], report: Report | None, ids: Iterable[str], decision: Decision
) -> tuple[Entry, ...]:
    """`entries` with a decision about the conflicts named by `ids`: of the baseline, or of `report`.

    What `report`, marked against these entries, tells of a conflict beyond its entry (a new answer) is accepted with
    it. Raises `BaselineError`, naming all of them, for ids that are in neither.
    """
    known = {entry.id: entry for entry in entries}
    found: dict[str, list[Finding]] = {}
    for finding in report.conflicts if report else ():
        found.setdefault(finding.id, []).append(finding)
    wanted = sorted(set(ids))
    if unknown := [id for id in wanted if id not in known and id not in found]:
        raise BaselineError("\n".join(_unknown(id, {*known, *found}) for id in unknown))
    for id in wanted:
        conflicts = found.get(id, [])
        entry = known.get(id) or _entry(conflicts[0])
        for finding in conflicts:
            entry = _with_answers(entry, (answer for answer in finding.answers if answer.state is State.NEW))
        known[id] = replace(entry, status=decision.status, reason=decision.reason, expires=decision.expires)
    return tuple(known[id] for id in sorted(known))


def prune(entries: Sequence[Entry], report: Report) -> tuple[Entry, ...]:
    """`entries` without those that `report`, marked against them, says are resolved."""
    resolved = {finding.id for finding in report.resolved}
    return tuple(entry for entry in entries if entry.id not in resolved)


def _unknown(id: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(id, sorted(known), 1)
    hint = f"did you mean {close[0]}?" if close else "`factcheck report` shows the ids of conflicts"
    return f"{id}: no such conflict in the baseline, nor in articles given as PATH; {hint}"


def _entry(finding: Finding) -> Entry:
    return Entry(finding.id, finding.kind, finding.question, canonical_texts(finding.key), ())


def _with_answers(entry: Entry, answers: Iterable[Answer]) -> Entry:
    """An entry with further answers; those it knows stay as they are."""
    known = {answer.id: answer for answer in map(_known_answer, answers)}
    known |= {answer.id: answer for answer in entry.answers}
    return replace(entry, answers=tuple(known[id] for id in sorted(known)))


def _known_answer(answer: Answer) -> KnownAnswer:
    source = min((claim.evidence.source for claim in answer.claims), default="")
    return KnownAnswer(answer.id, answer.text, canonical_texts(answer.value), source)
