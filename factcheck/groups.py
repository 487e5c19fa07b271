"""Claims of one question by answer: those that can all be true together are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from factcheck.identity import canonical_text
from factcheck.model import Claim, Comparison, Relation, Verdict, different, same
from factcheck.numbers.number import Number, last_digit_unit
from factcheck.rulepack.types import Kind, Trend

# Answers that others are compared with: a question has a dozen, and one with thousands is no question of a reader's.
_MOST = 64


class Group(NamedTuple):
    """Claims whose answers can all be one answer, and the value that most of them give."""

    value: Mapping[str, Any]
    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...]


def answer_groups(claims: Sequence[Claim], kind: Kind) -> list[Group]:
    """Claims by answer: those whose values can all be true together, the most frequent value first."""
    by_value: dict[str, list[Claim]] = {}
    for claim in claims:
        by_value.setdefault(canonical_text(value_of(kind, claim)), []).append(claim)
    order = sorted(by_value, key=lambda text: (_vague(kind, by_value[text][0]), -len(_sources(by_value[text])), text))
    groups: list[list[str]] = []
    for text in order:
        value = value_of(kind, by_value[text][0])
        fitting = [
            g for g in groups[:_MOST] if all(_agree(kind, value, value_of(kind, by_value[t][0])) for t in g[:_MOST])
        ]
        if fitting:  # an answer as vague as "dozens" goes with the figure that the same articles give
            max(fitting, key=lambda group: _shared(by_value, group, text)).append(text)
        else:
            groups.append([text])
    return [_group(kind, [by_value[text] for text in group]) for group in groups]


def _group(kind: Kind, members: Sequence[Sequence[Claim]]) -> Group:
    values = [value_of(kind, claims[0]) for claims in members]
    compared = [compare_answers(kind, a, b) for a, b in combinations(values[:_MOST], 2)]
    return Group(values[0], tuple(claim for claims in members for claim in claims), tuple(compared))


def value_of(kind: Kind, claim: Claim) -> dict[str, Any]:
    """The fields of a claim that are its answer."""
    return {name: claim.fields[name] for name in kind.value_fields() if name in claim.fields}


def _shared(by_value: Mapping[str, Sequence[Claim]], group: Sequence[str], text: str) -> int:
    """How many articles give both an answer of a group and the answer `text`."""
    own = _sources(by_value[text])
    return len(own & _sources([claim for member in group for claim in by_value[member]]))


def _sources(claims: Sequence[Claim]) -> set[str]:
    return {claim.evidence.source for claim in claims}


def _vague(kind: Kind, claim: Claim) -> bool:
    """Whether an answer is no more than a range ("dozens"), which can be named by any figure within."""
    numbers = (getattr(claim.fields.get(name), "number", None) for name in kind.value_fields())
    return any(number and not number.open and number.low != number.high for number in numbers)


def _agree(kind: Kind, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return not compare_answers(kind, one, other).different


def compare_answers(kind: Kind, one: Mapping[str, Any], other: Mapping[str, Any]) -> Comparison:
    """The comparison of two answers that says most: the first difference, else the first that tells nothing, else the
    first that is not plainly the same.
    """
    names = [name for name in kind.value_fields() if name in one and name in other]
    compared = [_compared(kind, one[name], other[name]) for name in names]
    return min(compared, key=lambda c: (not c.different, c.telling, c.verdict is Verdict.SAME), default=same())


def _compared(kind: Kind, one: Any, other: Any) -> Comparison:
    """Two values; of a figure that only grows, "at least 37" and a far higher one are two states."""
    compared: Comparison = one.compare(other)
    if kind.trend is not Trend.UP or compared.different or not _outgrown(one.number, other.number):
        return compared
    first, second = sorted((one.show(), other.show()))
    return different(f"{first} and {second} are two states of a figure that grows", Relation.ORDER_UNKNOWN)


def _outgrown(one: Number, other: Number) -> bool:
    """Whether the lower figure is a floor that nobody names who knows the higher: for 43 that is 37, not 40."""
    low, high = sorted((one, other), key=lambda number: number.figure)
    if low.high is not None or high.low is None or high.about:
        return False
    return high.figure >= low.figure + last_digit_unit(low.figure)
