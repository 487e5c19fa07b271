"""Brings together the claims that answer one question: same kind, keys that fit, and sentences about the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from factcheck.model import Claim, Verdict
from factcheck.rulepack.types import Kind, Need

# Claims that give the same answer to keys that fit are one question from this overlap of their sentences on, in
# percent: joining them can hide nothing and raise no alarm.
_SAME_ANSWER_OVERLAP = 20


@dataclass(frozen=True, slots=True)
class Question:
    """A question with every claim that answers it. `overlap` gives the shared content of two of its claims in percent."""

    kind: Kind
    key: Mapping[str, Any]
    claims: tuple[Claim, ...]
    overlap: Overlap


class Overlap:
    """How much two sentences of a story share, weighted by how rare their words are in the story's claims."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        contexts = {claim.evidence.sentence: claim.context for claim in claims}
        self._counts = Counter(word for words in contexts.values() for word in words)
        self._total = len(contexts)

    def __call__(self, one: Claim, other: Claim) -> int:
        """From 0 to 100, of the shorter sentence's weight."""
        least = min(self._weight(one.context), self._weight(other.context))
        return round(100 * self._weight(one.context & other.context) / least) if least else 0

    def _weight(self, words: frozenset[str]) -> float:
        return sum(log(1 + self._total / self._counts[word]) for word in sorted(words))


def align(claims: Sequence[Claim], kinds: Mapping[str, Kind]) -> tuple[Question, ...]:
    """The questions of one story, in the order of their kinds and keys."""
    questions: list[Question] = []
    overlap = Overlap(claims)
    for name, kind in sorted(kinds.items()):
        own = sorted((claim for claim in claims if claim.kind == name), key=claim_order)
        for group in _groups(own, kind, overlap):
            questions.append(Question(kind, question_key(group, kind), tuple(group), overlap))
    return tuple(questions)


def claim_order(claim: Claim) -> tuple[Any, ...]:
    """Claims with fuller keys first, then by their texts, so that names and order of files do not matter."""
    texts = tuple(f"{name}={value}" for name, value in sorted(claim.fields.items()))
    return (-len(claim.fields), texts, claim.evidence.sentence, claim.evidence.source, claim.evidence.start)


def _groups(claims: Sequence[Claim], kind: Kind, overlap: Overlap) -> list[list[Claim]]:
    """Each claim joins the first group all of whose members it fits."""
    groups: list[list[Claim]] = []
    for claim in claims:
        fitting = (group for group in groups if all(_fits(claim, member, kind, overlap) for member in group))
        group = next(fitting, None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    return groups


def _fits(one: Claim, other: Claim, kind: Kind, overlap: Overlap) -> bool:
    keys = keys_fit(kind, one.fields, other.fields)
    if keys is Verdict.DIFFERENT:
        return False
    agree = values_agree(kind, one, other)
    if keys is Verdict.COMPATIBLE and not agree and _loose(kind, one, other):
        return False
    wanted = min(kind.overlap, _SAME_ANSWER_OVERLAP) if agree else kind.overlap
    return not wanted or overlap(one, other) >= wanted


def keys_fit(kind: Kind, one: Mapping[str, Any], other: Mapping[str, Any]) -> Verdict:
    """Whether two keys can ask the same question: the weakest of what their fields say."""
    verdict = Verdict.SAME
    for name in kind.key_fields():
        mine, theirs = one.get(name), other.get(name)
        if mine is None or theirs is None:
            verdict = verdict if mine is theirs else Verdict.COMPATIBLE
            continue
        compared = mine.compare(theirs).verdict if type(mine) is type(theirs) else Verdict.DIFFERENT
        if compared is Verdict.DIFFERENT:
            return compared
        verdict = compared if compared is Verdict.COMPATIBLE else verdict
    return verdict


def _loose(kind: Kind, one: Claim, other: Claim) -> bool:
    """Whether a required key field only fits, rather than being the same: too little to set answers against each other."""
    required = (name for name in kind.key_fields() if kind.fields[name].need is not Need.OPTIONAL)
    return any(one.fields[n].compare(other.fields[n]).verdict is not Verdict.SAME for n in required)


def values_agree(kind: Kind, one: Claim, other: Claim) -> bool:
    """Whether two claims give answers that can both be true."""
    return all(
        not one.fields[name].compare(other.fields[name]).different
        for name in kind.value_fields()
        if name in one.fields and name in other.fields
    )


def question_key(claims: Sequence[Claim], kind: Kind) -> dict[str, Any]:
    """The key that most claims give, field by field, so that no single article decides the question's identity."""
    key = {}
    for name in kind.key_fields():
        values = [claim.fields[name] for claim in claims if name in claim.fields]
        if values:
            counts = Counter(map(str, values))
            key[name] = min(values, key=lambda value: (-counts[str(value)], str(value)))
    return key
