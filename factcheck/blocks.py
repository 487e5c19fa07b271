"""Which claims are worth comparing: those of one story that may give one answer, or are asked of the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import combinations, product
from typing import Any, NamedTuple

from factcheck.model import Aspect, Claim
from factcheck.numbers.number import ONE
from factcheck.parties import NEAR
from factcheck.rulepack.types import Kind
from factcheck.values.date import Date
from factcheck.values.place import Place

_LONG = Decimal(10)  # smaller figures are rarely rounded
# Up to so many claims in a block each is compared with each; stories of ten articles have blocks of a dozen or two. In
# a larger one the first claims of its answers are compared with so many others, and all with those that stand next to
# them by what they say and by their sentences: time grows with the claims, whatever somebody has thousands of.
EACH_WITH_EACH = 200
_NEXT = 16


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
    found = (pair for block in blocks.values() for pair in _pairs_in(block, claims, kind))
    return sorted({(min(a, b), max(a, b)) for a, b in found})


def _pairs_in(block: _Block, claims: Sequence[Claim], kind: Kind) -> Iterator[tuple[int, int]]:
    if len(block.own) + len(block.within) <= EACH_WITH_EACH:
        yield from combinations(block.own, 2)
        yield from product(block.own, block.within)
        return
    every = sorted(block.own + block.within)
    first: dict[str, int] = {}
    for index in every:
        first.setdefault(_answer(claims[index], kind), index)
    yield from _neighbours(first.values(), EACH_WITH_EACH)
    yield from _neighbours(every, _NEXT)
    yield from _neighbours(sorted(every, key=lambda index: (claims[index].evidence.sentence, index)), _NEXT)


def _answer(claim: Claim, kind: Kind) -> str:
    return " ".join(str(claim.fields.get(name)) for name in kind.value_fields())


def _neighbours(ordered: Iterable[int], reach: int) -> Iterator[tuple[int, int]]:
    """Each with those that follow it, up to `reach` of them."""
    rest = list(ordered)
    return ((one, other) for at, one in enumerate(rest) for other in rest[at + 1 : at + 1 + reach])


def _texts(claim: Claim, kind: Kind) -> Iterator[tuple[str, str, bool]]:
    """The field, the text and whether the claim only lies within what the text says."""
    if claim.supersedes or claim.aspect is Aspect.FORMER:  # what a sentence tells a figure was, and has become
        yield claim.evidence.source, claim.evidence.sentence, False
    if claim.attribution:  # two parties that an article sets side by side
        for window in (0, 1):
            yield claim.evidence.source, str(claim.evidence.start // NEAR + window), False
    for name in kind.key_fields()[:1]:
        if name in claim.fields:
            yield name, str(claim.fields[name]), False
    for name in kind.value_fields():
        if name in claim.fields:
            value = claim.fields[name]
            yield from ((name, text, False) for text in _alike(value))
            if isinstance(value, Date) and value.year and value.month:
                yield name, f"{value.year}-{value.month}" if value.day else str(value.year), True


def _alike(value: Any) -> Iterator[str]:
    """The texts that answers share which can be one: digits in any order, the day without its hour, a name's start."""
    number = getattr(value, "number", None)
    if number is not None:
        yield from _of_figure(number.figure)
    elif isinstance(value, Date) and value.year and not value.end:
        yield "-".join(str(part) for part in (value.year, value.month, value.day) if part)
    else:
        yield value.tokens[0] if isinstance(value, Place) and value.tokens else str(value)


def _of_figure(figure: Decimal) -> Iterator[str]:
    """The digits of a figure in order of size, and for longer ones what it may be rounded to."""
    digits = figure.normalize().as_tuple().digits
    yield "".join(map(str, sorted(digits)))
    if abs(figure) >= _LONG:
        size = figure.adjusted() - 1
        yield from {f"{figure.scaleb(-size).quantize(ONE, way)}e{size}" for way in (ROUND_DOWN, ROUND_HALF_UP)}
