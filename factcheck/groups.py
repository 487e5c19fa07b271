"""Claims of one question by answer: those that can all be true together are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from factcheck.identity import canonical_text
from factcheck.model import Claim, Comparison, Verdict
from factcheck.rulepack.types import Kind


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
    order = sorted(by_value, key=lambda text: (-len({c.evidence.source for c in by_value[text]}), text))
    groups: list[list[str]] = []
    for text in order:
        value = value_of(kind, by_value[text][0])
        fitting = (g for g in groups if all(_agree(value, value_of(kind, by_value[t][0])) for t in g))
        group = next(fitting, None)
        if group is None:
            groups.append([text])
        else:
            group.append(text)
    return [_group(kind, [by_value[text] for text in group]) for group in groups]


def _group(kind: Kind, members: Sequence[Sequence[Claim]]) -> Group:
    values = [value_of(kind, claims[0]) for claims in members]
    compared = [compare_values(a, b) for a, b in combinations(values, 2)]
    return Group(values[0], tuple(claim for claims in members for claim in claims), tuple(compared))


def value_of(kind: Kind, claim: Claim) -> dict[str, Any]:
    """The fields of a claim that are its answer."""
    return {name: claim.fields[name] for name in kind.value_fields() if name in claim.fields}


def _agree(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return not compare_values(one, other).different


def compare_values(one: Mapping[str, Any], other: Mapping[str, Any]) -> Comparison:
    """The comparison that says most: the first difference, else the first that is not plainly the same."""
    compared: list[Comparison] = [one[name].compare(other[name]) for name in one if name in other]
    ranked = sorted(compared, key=lambda c: (not c.different, c.verdict is Verdict.SAME))
    return ranked[0]
