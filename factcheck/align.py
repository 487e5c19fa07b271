"""Brings together the claims that answer one question, whoever gives the answer and in whatever language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from factcheck.blocks import pairs
from factcheck.fields import FIELD_TYPES
from factcheck.fit import Fit, Link
from factcheck.model import Claim
from factcheck.overlap import Overlap
from factcheck.question import Question
from factcheck.rulepack.types import Kind
from factcheck.together import Together
from factcheck.values.office import Holders


def align(
    claims: Sequence[Claim], kinds: Mapping[str, Kind], holders: Callable[[str], Holders]
) -> tuple[Question, ...]:
    """The questions of one story, in the order of their kinds and keys. `holders` says how many hold an office."""
    questions: list[Question] = []
    overlap = Overlap(claims)
    for name, kind in sorted(kinds.items()):
        own = sorted((claim for claim in claims if claim.kind == name), key=claim_order)
        questions += _questions(own, kind, Fit(kind, overlap, holders, Together(own, kind)))
    return tuple(questions)


def claim_order(claim: Claim) -> tuple[Any, ...]:
    """Claims with fuller keys first, then by their texts, so that names and order of files do not matter."""
    texts = tuple(f"{name}={value}" for name, value in sorted(claim.fields.items()))
    return (-len(claim.fields), texts, claim.evidence.sentence, claim.evidence.source, claim.evidence.start)


def _questions(claims: Sequence[Claim], kind: Kind, fit: Fit) -> Iterator[Question]:
    """Claims linked by agreement or dispute, however indirectly, are one question; the disputes are kept with it."""
    heads = _distinct(claims)
    compared = pairs(claims, sorted(set(heads)), kind)
    links = {pair: link for pair in compared if (link := fit(*(claims[i] for i in pair))) is not Link.NONE}
    root = list(heads)
    for one, other in sorted(links):
        first, second = sorted((_root(root, one), _root(root, other)))
        root[second] = first
    disputed: dict[int, list[tuple[int, int]]] = {}
    for pair, link in links.items():
        if link is Link.DISPUTE:
            disputed.setdefault(pair[0], []).append(pair)
    groups: dict[int, list[int]] = {}
    for index in range(len(claims)):
        groups.setdefault(_root(root, index), []).append(index)
    for members in _merged(list(groups.values()), claims, kind, links):
        place = {index: at for at, index in enumerate(members)}
        inside = (pair for index in members for pair in disputed.get(index, ()))
        disputes = frozenset((place[one], place[other]) for one, other in inside)
        own = tuple(claims[index] for index in members)
        yield Question(kind, question_key(own, kind), own, disputes)


def _merged(
    groups: list[list[int]], claims: Sequence[Claim], kind: Kind, links: Mapping[tuple[int, int], Link]
) -> list[list[int]]:
    """Disputed groups of one key as one question: a conflict is known by its key."""
    disputed = {index for pair, link in links.items() if link is Link.DISPUTE for index in pair}
    by_key: dict[str, list[int]] = {}
    result = []
    for members in groups:
        key = "\n".join(f"{n}={v}" for n, v in question_key([claims[i] for i in members], kind).items())
        if disputed.isdisjoint(members):
            result.append(members)
        elif key in by_key:
            by_key[key] += members
        else:
            by_key[key] = members
            result.append(members)
    return [sorted(members) for members in result]


def _root(root: list[int], index: int) -> int:
    while root[index] != index:
        root[index] = root[root[index]]
        index = root[index]
    return index


def _distinct(claims: Sequence[Claim]) -> list[int]:
    """For each claim the first one that says the same in the same words: only those are compared with others."""
    first: dict[tuple[Any, ...], int] = {}
    return [
        first.setdefault((claim.evidence.source, claim_order(claim)[1], claim.context, claim.modality), index)
        for index, claim in enumerate(claims)
    ]


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
