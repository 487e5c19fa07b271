"""Joins a measure with the same in another unit in brackets: `39 feet (12 meters)`, `12m-wide (40ft)`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import Mention, Token
from factcheck.values.measure import Measure


def join_converted(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with each such pair as one measure, brackets included."""
    result: list[Mention] = []
    for mention in mentions:
        joined = _joined(tokens, result[-1], mention) if result else None
        if joined:
            result[-1] = joined
        else:
            result.append(mention)
    return result


def _joined(tokens: Sequence[Token], one: Mention, two: Mention) -> Mention | None:
    if not (isinstance(one.value, Measure) and isinstance(two.value, Measure) and _bracketed(tokens, one, two)):
        return None
    if one.value.also or one.value.unit == two.value.unit or one.value.dimension != two.value.dimension:
        return None
    return one._replace(last=two.last + 1, value=replace(one.value, also=two.value))


def _bracketed(tokens: Sequence[Token], one: Mention, two: Mention) -> bool:
    closed = two.last < len(tokens) and tokens[two.last].text == ")"
    return closed and two.first == one.last + 1 and tokens[one.last].text == "("
