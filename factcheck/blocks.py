"""Which claims are worth comparing: those of one story that may give one answer, or are asked of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Any, NamedTuple

from factcheck.model import Aspect, Claim
from factcheck.rulepack.types import Kind
from factcheck.values.date import Date
from factcheck.values.place import Place


class _Block(NamedTuple):
    """Claims that have a text in common, and those whose answer lies within it (a day in a month)."""

    own: list[int]
    within: list[int]


def pairs(claims: Sequence[Claim], indices: Sequence[int], kind: Kind) -> list[tuple[int, int]]:
    """The pairs to compare, each with the smaller index first.

    Answers need only look alike, so that a hedge, a part of the day or two swapped digits keep no claims apart.
    """
    blocks: dict[tuple[str, str], _Block] = {}
    for index in indices:
        for name, text, within in _texts(claims[index], kind):
            block = blocks.setdefault((name, text), _Block([], []))
            (block.within if within else block.own).append(index)
    found = {pair for block in blocks.values() for pair in combinations(block.own, 2)}
    wider = ((min(a, b), max(a, b)) for block in blocks.values() for a, b in product(block.own, block.within))
    return sorted(found.union(wider))


def _texts(claim: Claim, kind: Kind) -> Iterator[tuple[str, str, bool]]:
    """The field, the text and whether the claim only lies within what the text says."""
    if claim.supersedes or claim.aspect is Aspect.FORMER:  # what a sentence tells a figure was, and has become
        yield claim.evidence.source, claim.evidence.sentence, False
    for name in kind.key_fields()[:1]:
        if name in claim.fields:
            yield name, str(claim.fields[name]), False
    for name in kind.value_fields():
        if name in claim.fields:
            value = claim.fields[name]
            yield name, _alike(value), False
            if isinstance(value, Date) and value.year and value.month:
                yield name, f"{value.year}-{value.month}" if value.day else str(value.year), True


def _alike(value: Any) -> str:
    """The text that answers share which can be one: digits in any order, the day without its hour, a name's start."""
    number = getattr(value, "number", None)
    if number is not None:
        return "".join(map(str, sorted(number.figure.normalize().as_tuple().digits)))
    if isinstance(value, Date) and value.year and not value.end:
        return "-".join(str(part) for part in (value.year, value.month, value.day) if part)
    return value.tokens[0] if isinstance(value, Place) and value.tokens else str(value)
