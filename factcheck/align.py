"""Brings together the claims that answer one question: same kind, keys that fit, and sentences about the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from factcheck.fields import FIELD_TYPES
from factcheck.model import Claim, Relation, Verdict
from factcheck.rulepack.types import Kind, Need
from factcheck.values.office import Holders

# Claims that give the same answer to keys that fit are one question from this overlap of their sentences on, in
# percent: joining them can hide nothing and raise no alarm.
_SAME_ANSWER_OVERLAP = 20
# Where one claim leaves out what the other's key says, their sentences must be this alike before their answers are set
# against each other.
_UNKNOWN_SCOPE_OVERLAP = 50


@dataclass(frozen=True, slots=True)
class Question:
    """A question with every claim that answers it."""

    kind: Kind
    key: Mapping[str, Any]
    claims: tuple[Claim, ...]


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


def align(
    claims: Sequence[Claim], kinds: Mapping[str, Kind], holders: Callable[[str], Holders]
) -> tuple[Question, ...]:
    """The questions of one story, in the order of their kinds and keys. `holders` says how many hold an office."""
    questions: list[Question] = []
    overlap = Overlap(claims)
    for name, kind in sorted(kinds.items()):
        own = sorted((claim for claim in claims if claim.kind == name), key=claim_order)
        fits = Fit(kind, overlap, holders)
        questions += [Question(kind, question_key(group, kind), tuple(group)) for group in _groups(own, fits)]
    return tuple(questions)


def claim_order(claim: Claim) -> tuple[Any, ...]:
    """Claims with fuller keys first, then by their texts, so that names and order of files do not matter."""
    texts = tuple(f"{name}={value}" for name, value in sorted(claim.fields.items()))
    return (-len(claim.fields), texts, claim.evidence.sentence, claim.evidence.source, claim.evidence.start)


def _groups(claims: Sequence[Claim], fits: Fit) -> list[list[Claim]]:
    """Each claim joins the first group all of whose members it fits."""
    groups: list[list[Claim]] = []
    for claim in claims:
        group = next((group for group in groups if all(fits(claim, member) for member in group)), None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    return groups


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether two claims of a kind answer one question; answers that differ need the stronger evidence."""

    kind: Kind
    overlap: Overlap
    holders: Callable[[str], Holders]

    def __call__(self, one: Claim, other: Claim) -> bool:
        keys = keys_fit(self.kind, one.fields, other.fields)
        if keys is Verdict.DIFFERENT:
            return False
        if values_agree(self.kind, one, other):
            return self._alike(one, other, min(self.kind.overlap, _SAME_ANSWER_OVERLAP))
        if _one_sentence(one, other) or self._shared_office(one):
            return False
        if keys is Verdict.SAME:
            return self._alike(one, other, self.kind.overlap)
        least = max(self.kind.overlap, _UNKNOWN_SCOPE_OVERLAP)
        return not _loose(self.kind, one, other) and self._alike(one, other, least)

    def _alike(self, one: Claim, other: Claim, least: int) -> bool:
        return not least or self.overlap(one, other) >= least

    def _shared_office(self, claim: Claim) -> bool:
        """Whether several people may hold the office, so that another name is no other answer."""
        office = claim.fields.get("office") if "office" in self.kind.key_fields() else None
        if office is None:
            return False
        holders = self.holders(office.id)
        return holders is Holders.MANY or (holders is Holders.FEW and self.kind.relation is not Relation.LISTS_DIFFER)


def _one_sentence(one: Claim, other: Claim) -> bool:
    """Whether one sentence gives both answers: it then speaks of two things, not of one in two ways."""
    return one.evidence.source == other.evidence.source and one.evidence.sentence == other.evidence.sentence


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
    """Whether a required key field only fits, rather than being the same: too little to tell a disagreement from."""
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


def texts_fit(kind: Kind, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether canonical texts of keys or answers can be the same, by the comparers that align claims.

    For a baseline, whose entries outlive the spellings and full names of the articles they were made from.
    """
    mine, theirs = (_parsed(kind, texts) for texts in (one, other))
    return all(not mine[name].compare(theirs[name]).different for name in mine if name in theirs)


def _parsed(kind: Kind, texts: Mapping[str, str]) -> dict[str, Any]:
    return {n: FIELD_TYPES[kind.fields[n].type].parse(text) for n, text in texts.items() if n in kind.fields}
