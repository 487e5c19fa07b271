"""The baseline: conflicts that are known, so that the gate fails on new ones only.

An entry keeps a conflict's question and answers as canonical texts. Later runs find it by comparing those, never by its
hash alone, and keep its id: a renamed file, a reworded sentence or a better spelling does not make it new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.baseline_file import Entry, KnownAnswer, Texts, read_entries, write_entries
from factcheck.canonical import canonical_texts
from factcheck.errors import BaselineError
from factcheck.model import Answer, Confidence, Finding, Relation, Report, Severity, State

Comparer = Callable[[str, Texts, Texts], bool]
"""Whether two keys, or two answers, of the kind named first mean the same. Both are canonical texts by field."""


def equal_texts(kind: str, one: Texts, other: Texts) -> bool:
    """The strictest comparer: the same canonical texts."""
    return one == other


class Matching(NamedTuple):
    """How entries are matched: by comparers of keys and of answers. `judged` says whether a kind took part in the run;
    `complete`, that folders were searched in full, so that a source which is not in the report is gone.
    """

    keys: Comparer = equal_texts
    answers: Comparer = equal_texts
    judged: Callable[[str], bool] = lambda kind: True
    complete: bool = False


EXACT = Matching()


def create(report: Report, path: Path) -> int:
    """Writes the conflicts of `report` (those of severity note aside) to the new file `path`; returns how many.

    Raises `BaselineError` where `path` exists, since a rewrite would silently absorb what is new, or can't be written.
    """
    if path.exists():
        raise BaselineError(f"{path}: exists; a baseline is never overwritten. Delete it first to start afresh")
    entries = sorted(map(_entry, _baselined(report)), key=lambda entry: entry.id)
    write_entries(path, entries)
    return len(entries)


def load(path: Path) -> tuple[Entry, ...]:
    """The entries of a baseline file. Raises `BaselineError` with file, line, column and what to do."""
    if not path.is_file():
        raise BaselineError(f"{path}: no such baseline; `factcheck baseline create` writes one")
    return read_entries(path)


def apply(report: Report, entries: Sequence[Entry], matching: Matching = EXACT) -> Report:
    """`report` with conflicts and answers marked new, changed or known, and with what is no conflict any more."""
    pairs, unclear = _matched(report.conflicts, entries, matching)
    conflicts = tuple(
        _marked(finding, pairs.get(number), unclear.get(number, ()), matching)
        for number, finding in enumerate(report.conflicts)
    )
    taken = {entry.id for entry in pairs.values()} | {entry.id for some in unclear.values() for entry in some}
    left = [entry for entry in entries if entry.id not in taken]
    resolved = tuple(_resolved(entry, report, matching) for entry in left if _took_part(entry, report, matching))
    return report._replace(conflicts=conflicts, resolved=resolved)


def _baselined(report: Report) -> Iterator[Finding]:
    return (finding for finding in report.conflicts if finding.severity is not Severity.NOTE)


def _entry(finding: Finding) -> Entry:
    answers = sorted(map(_known_answer, finding.answers), key=lambda answer: (answer.id, answer.text))
    return Entry(finding.id, finding.kind, finding.question, canonical_texts(finding.key), tuple(answers))


def _known_answer(answer: Answer) -> KnownAnswer:
    source = min((claim.evidence.source for claim in answer.claims), default="")
    return KnownAnswer(answer.id, answer.text, canonical_texts(answer.value), source)


# Matching ------------------------------------------------------------------------------------------------------------


def _matched(
    findings: Sequence[Finding], entries: Sequence[Entry], matching: Matching
) -> tuple[dict[int, Entry], dict[int, list[Entry]]]:
    """Findings by number with their entry, and those without a single one: several entries, or several findings, fit.

    The best fits are settled first; what is ambiguous at its best fit stays undecided.
    """
    fits = [
        (fit, number, entry)
        for number, finding in enumerate(findings)
        for fit, entry in _fitting(finding, entries, matching)
    ]
    pairs: dict[int, Entry] = {}
    unclear: dict[int, list[Entry]] = {}
    for level in sorted({fit for fit, _, _ in fits}, reverse=True):
        settled = {entry.id for some in (pairs.values(), *unclear.values()) for entry in some}
        open_fits = [
            (number, entry)
            for fit, number, entry in fits
            if fit == level and number not in pairs and number not in unclear and entry.id not in settled
        ]
        for number, entry in open_fits:
            rivals = [pair for pair in open_fits if pair[0] == number or pair[1].id == entry.id]
            if len(rivals) == 1:
                pairs[number] = entry
            else:
                unclear.setdefault(number, []).append(entry)
    return pairs, unclear


def _fitting(finding: Finding, entries: Sequence[Entry], matching: Matching) -> list[tuple[tuple[bool, bool], Entry]]:
    """The entries of the question that `finding` answers, each with how well it fits (same key, a common answer)."""
    key = canonical_texts(finding.key)
    of_kind = [entry for entry in entries if entry.kind == finding.kind]
    same = [entry for entry in of_kind if entry.key == key]
    near = same or [entry for entry in of_kind if matching.keys(entry.kind, entry.key, key)]
    shares = [any(_known_as(answer, entry, matching) for answer in finding.answers) for entry in near]
    return [((bool(same), common), entry) for entry, common in zip(near, shares, strict=True)]


def _known_as(answer: Answer, entry: Entry, matching: Matching) -> KnownAnswer | None:
    """The entry's answer that `answer` repeats: the one of the same id, else one that means the same."""
    for known in entry.answers:
        if known.id == answer.id:
            return known
    value = canonical_texts(answer.value)
    return next((known for known in entry.answers if matching.answers(entry.kind, known.value, value)), None)


def _marked(finding: Finding, entry: Entry | None, unclear: Sequence[Entry], matching: Matching) -> Finding:
    if entry is None:
        hint = f"fits no single entry of the baseline: {', '.join(sorted(known.id for known in unclear))}"
        why = (*finding.why, hint) if unclear else finding.why
        answers = tuple(answer._replace(state=State.NEW) for answer in finding.answers)
        return finding._replace(state=State.NEW, answers=answers, why=why)
    answers = tuple(_marked_answer(answer, _known_as(answer, entry, matching)) for answer in finding.answers)
    changed = any(answer.state is State.NEW for answer in answers)
    return finding._replace(id=entry.id, state=State.CHANGED if changed else State.KNOWN, answers=answers)


def _marked_answer(answer: Answer, known: KnownAnswer | None) -> Answer:
    return answer._replace(state=State.NEW) if known is None else answer._replace(id=known.id, state=State.KNOWN)


# What is no conflict any more -----------------------------------------------------------------------------------------


def _took_part(entry: Entry, report: Report, matching: Matching) -> bool:
    """Whether this run can say anything about an entry: its kind was looked for and its sources were there.

    A source that is gone from a folder took part as long as another of the entry's did; an unreadable one never did.
    """
    wanted = {answer.source for answer in entry.answers}
    read = {source.id for source in report.sources}
    unread = {skipped.path for skipped in report.skipped}
    if not matching.judged(entry.kind) or wanted & unread:
        return False
    return bool(wanted & read) if matching.complete else wanted <= read


def _resolved(entry: Entry, report: Report, matching: Matching) -> Finding:
    now = _now(entry, (*report.agreements, *report.updates), matching)
    return Finding(
        id=entry.id,
        kind=entry.kind,
        question=entry.question,
        key=entry.key,
        relation=now.relation if now else Relation.AGREE,
        severity=Severity.NOTE,
        confidence=Confidence.HIGH,
        reason=_cause(entry, now, report),
        answers=tuple(Answer(known.id, known.text, known.value, (), state=State.RESOLVED) for known in entry.answers),
        state=State.RESOLVED,
    )


def _now(entry: Entry, findings: Iterable[Finding], matching: Matching) -> Finding | None:
    """The finding, no conflict, that answers the entry's question in this run."""
    return next((finding for finding in findings if _fitting(finding, (entry,), matching)), None)


def _cause(entry: Entry, now: Finding | None, report: Report) -> str:
    gone = sorted({answer.source for answer in entry.answers} - {source.id for source in report.sources})
    if gone:
        return f"{', '.join(gone)} is gone" if len(gone) == 1 else f"{', '.join(gone)} are gone"
    if now is None:
        return "no two articles answer it any more"
    return "the texts now agree" if now in report.agreements else f"the texts now tell an update: {now.reason}"
