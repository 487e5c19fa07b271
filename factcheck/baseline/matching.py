"""How conflicts find their entries again: by comparing questions and answers, never by their hashes alone.

A renamed file, a reworded sentence or a better spelling thus does not make a known conflict new.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from factcheck.baseline.file import Entry, KnownAnswer, Texts
from factcheck.canonical import canonical_texts
from factcheck.findings import Answer, Finding

Comparer = Callable[[str, Texts, Texts], bool]
"""Whether two keys, or two answers, of the kind named first mean the same. Both are canonical texts by field."""


class Scope(Enum):
    """What it means that an article of an entry is not among those of a run."""

    FILES = auto()  # only some files were named: nothing
    FOLDER = auto()  # a folder was searched in full: it is gone, if another article of the entry is there
    CORPUS = auto()  # the entries were made from this very corpus: it is gone


def equal_texts(kind: str, one: Texts, other: Texts) -> bool:
    """The strictest comparer: the same canonical texts."""
    return one == other


class Matching(NamedTuple):
    """How entries are matched: by comparers of keys and of answers. `judged` says whether a kind took part in a run."""

    keys: Comparer = equal_texts
    answers: Comparer = equal_texts
    judged: Callable[[str], bool] = lambda kind: True
    scope: Scope = Scope.FILES


EXACT = Matching()


class Matches(NamedTuple):
    """Findings by number: with their entry, and those without a single one, because several fit equally well."""

    pairs: Mapping[int, Entry]
    unclear: Mapping[int, Sequence[Entry]]

    @property
    def taken(self) -> frozenset[str]:
        """The ids of the entries that some finding fits."""
        unclear = (entry for some in self.unclear.values() for entry in some)
        return frozenset(entry.id for entry in (*self.pairs.values(), *unclear))


class _Fit(NamedTuple):
    """A finding, by its number, that an entry fits, and how well: by key, by answer, by id; more is better."""

    level: tuple[bool, bool, bool]
    number: int
    entry: Entry


def match(findings: Sequence[Finding], entries: Sequence[Entry], matching: Matching) -> Matches:
    """The best fits are settled first; what is ambiguous at its best fit stays undecided."""
    fits = [fit for number, finding in enumerate(findings) for fit in _fits(number, finding, entries, matching)]
    pairs: dict[int, Entry] = {}
    unclear: dict[int, list[Entry]] = {}
    for level in sorted({fit.level for fit in fits}, reverse=True):
        taken = Matches(pairs, unclear).taken
        left = [f for f in fits if f.level == level and not (f.number in pairs or f.number in unclear)]
        left = [fit for fit in left if fit.entry.id not in taken]
        for fit in left:
            if any(_rivals(fit, other, findings) for other in left):
                unclear.setdefault(fit.number, []).append(fit.entry)
            else:
                pairs[fit.number] = fit.entry
    return Matches(pairs, unclear)


def _rivals(one: _Fit, other: _Fit, findings: Sequence[Finding]) -> bool:
    """Whether only one of two fits can be right. Two stories may ask one question: that is one entry for both."""
    if one.number == other.number:
        return one.entry.id != other.entry.id
    return one.entry.id == other.entry.id and findings[one.number].id != findings[other.number].id


def _fits(number: int, finding: Finding, entries: Sequence[Entry], matching: Matching) -> list[_Fit]:
    return [_Fit(level, number, entry) for level, entry in fitting(finding, entries, matching)]


def fitting(
    finding: Finding, entries: Sequence[Entry], matching: Matching
) -> list[tuple[tuple[bool, bool, bool], Entry]]:
    """The entries of the question that `finding` answers, each with whether key, an answer, and id are the same."""
    key = canonical_texts(finding.key)
    of_kind = [entry for entry in entries if entry.kind == finding.kind]
    same = [entry for entry in of_kind if entry.key == key]
    near = same or [entry for entry in of_kind if matching.keys(entry.kind, entry.key, key)]
    shares = [any(known_as(answer, entry, matching) for answer in finding.answers) for entry in near]
    return [
        ((bool(same), common, entry.id == finding.id), entry) for entry, common in zip(near, shares, strict=True)
    ]


def known_as(answer: Answer, entry: Entry, matching: Matching) -> KnownAnswer | None:
    """The entry's answer that `answer` repeats: the one of the same id, else one that means the same."""
    for known in entry.answers:
        if known.id == answer.id:
            return known
    value = canonical_texts(answer.value)
    return next((known for known in entry.answers if matching.answers(entry.kind, known.value, value)), None)
