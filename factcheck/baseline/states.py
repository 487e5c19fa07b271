"""A report against a baseline: what is new, changed, known, accepted or expired, and what is no conflict any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from factcheck.baseline.file import Entry, KnownAnswer
from factcheck.baseline.matching import EXACT, Matching, Scope, fitting, known_as, match
from factcheck.canonical import canonical_texts
from factcheck.decisions import Status
from factcheck.findings import Answer, Confidence, Finding, Report, Severity, State
from factcheck.model import Relation


def apply(report: Report, entries: Sequence[Entry], today: date, matching: Matching = EXACT) -> Report:
    """`report` with the state of every conflict and answer, and with the entries that are no conflict any more.

    `today` is the day on which the expiry of decisions is judged.
    """
    matches = match(report.conflicts, entries, matching)
    conflicts = tuple(
        _marked(finding, entry, today, matching)
        if (entry := matches.pairs.get(number))
        else _new(finding, matches.unclear.get(number, ()))
        for number, finding in enumerate(report.conflicts)
    )
    left = [entry for entry in entries if entry.id not in matches.taken]
    absent = {entry.id: _absence(entry, report, matching) for entry in left}
    return report._replace(
        conflicts=conflicts,
        resolved=tuple(_resolved(entry, report, matching) for entry in left if not absent[entry.id]),
        unchecked=tuple(_gone(entry, State.NOT_CHECKED, why) for entry in left if (why := absent[entry.id])),
        today=today,
    )


def apply_since(report: Report, before: Sequence[Entry], today: date, matching: Matching) -> Report:
    """`report`, which `apply` has marked, with what was in conflict `before` (a revision) as known too.

    What a team decided stands: an expired decision still fails. `before` holds the ids of the report's baseline.
    """
    fresh = report._replace(conflicts=tuple(filter(_is_fresh, report.conflicts)))
    since = apply(fresh, before, today, matching)
    marked = iter(since.conflicts)
    settled = {finding.id for finding in (*report.conflicts, *report.resolved, *report.unchecked)}
    return report._replace(
        conflicts=tuple(_later(item, next(marked)) if _is_fresh(item) else item for item in report.conflicts),
        resolved=(*report.resolved, *(item for item in since.resolved if item.id not in settled)),
        unchecked=(*report.unchecked, *(item for item in since.unchecked if item.id not in settled)),
    )


def _is_fresh(finding: Finding) -> bool:
    return finding.state in (State.NEW, State.CHANGED)


def _later(finding: Finding, since: Finding) -> Finding:
    """A conflict that the baseline does not settle, as it stands against the revision, if that knows it."""
    return finding if since.state is State.NEW else since._replace(decision=finding.decision)


def _new(finding: Finding, unclear: Sequence[Entry]) -> Finding:
    hint = f"fits no single entry of the baseline: {', '.join(sorted(known.id for known in unclear))}"
    answers = tuple(answer._replace(state=State.NEW) for answer in finding.answers)
    return finding._replace(state=State.NEW, answers=answers, why=(*finding.why, hint) if unclear else finding.why)


def _marked(finding: Finding, entry: Entry, today: date, matching: Matching) -> Finding:
    answers = tuple(_marked_answer(answer, known_as(answer, entry, matching)) for answer in finding.answers)
    changed = any(answer.state is State.NEW for answer in answers)
    state = State.CHANGED if changed else _state(entry, today)
    return finding._replace(id=entry.id, state=state, answers=answers, decision=entry.decision)


def _marked_answer(answer: Answer, known: KnownAnswer | None) -> Answer:
    return answer._replace(state=State.NEW) if known is None else answer._replace(id=known.id, state=State.KNOWN)


def _state(entry: Entry, today: date) -> State:
    if entry.expires and entry.expires < today:
        return State.EXPIRED
    return State.KNOWN if entry.status is Status.OPEN else State.ACCEPTED


# What is no conflict any more -----------------------------------------------------------------------------------------


def _absence(entry: Entry, report: Report, matching: Matching) -> str:
    """Why this run can say nothing about an entry; "" where it can.

    Its kind must have been looked for and its articles have been there. One that is gone from a folder took part as
    long as another of the entry's did; an unreadable one never did.
    """
    read = {source.id for source in report.sources}
    unread = entry.sources & {skipped.path for skipped in report.skipped}
    missing = entry.sources - read - unread
    if not matching.judged(entry.kind):
        return f"claims of kind {entry.kind} were not looked for"
    if unread:
        return f"{_listed(unread)} could not be read"
    if missing and matching.scope is Scope.FILES:
        return f"{_listed(missing)} took no part"
    if missing == entry.sources and matching.scope is Scope.FOLDER:
        return "none of its articles took part"
    return ""


def _resolved(entry: Entry, report: Report, matching: Matching) -> Finding:
    now = _now(entry, (*report.agreements, *report.updates), matching)
    return _gone(entry, State.RESOLVED, _cause(entry, now, report, matching), now.relation if now else Relation.AGREE)


def _gone(entry: Entry, state: State, reason: str, relation: Relation = Relation.AGREE) -> Finding:
    """The finding that stands for an entry without a conflict."""
    return Finding(
        id=entry.id,
        kind=entry.kind,
        question=entry.question,
        key=entry.key,
        relation=relation,
        severity=Severity.NOTE,
        confidence=Confidence.HIGH,
        reason=reason,
        answers=tuple(Answer(known.id, known.text, known.value, (), state=state) for known in entry.answers),
        state=state,
        decision=entry.decision,
    )


def _now(entry: Entry, findings: Iterable[Finding], matching: Matching) -> Finding | None:
    """The finding, no conflict, that answers the entry's question in this run, with an answer of the entry at best."""
    fits = [(level, finding) for finding in findings for level, _ in fitting(finding, (entry,), matching)]
    return max(fits, key=lambda fit: fit[0], default=(None, None))[1]


def _cause(entry: Entry, now: Finding | None, report: Report, matching: Matching) -> str:
    """Why a conflict is none any more, in words."""
    if now is not None:
        return "the texts now agree" if now in report.agreements else f"the texts now tell an update: {now.reason}"
    if silenced := [s.place for s in report.suppressed if s.claims and s.kind in ("", entry.kind)]:
        return f"its claims may be suppressed: {', '.join(silenced)}"
    gone = entry.sources - {source.id for source in report.sources}
    left = _sources_left(entry, report, matching)
    rest = {0: "no article answers it any more", 1: f"only {_listed(left)} still answers it"}
    said = rest.get(len(left), "the articles no longer speak of one thing")
    return f"{_listed(gone)} {'is' if len(gone) == 1 else 'are'} gone; {said}" if gone else said


def _sources_left(entry: Entry, report: Report, matching: Matching) -> set[str]:
    """The articles that still answer the question of an entry with one of its answers."""
    return {
        claim.evidence.source
        for claim in report.claims
        if claim.kind == entry.kind and _answers(entry, canonical_texts(claim.fields), matching)
    }


def _answers(entry: Entry, fields: dict[str, str], matching: Matching) -> bool:
    key = {name: text for name, text in fields.items() if name in entry.key}
    values = [{name: fields[name] for name in known.value if name in fields} for known in entry.answers]
    return bool(key) and matching.keys(entry.kind, {name: entry.key[name] for name in key}, key) and any(
        value and matching.answers(entry.kind, known.value, value)
        for known, value in zip(entry.answers, values, strict=True)
    )


def _listed(sources: Iterable[str]) -> str:
    return ", ".join(sorted(sources))
