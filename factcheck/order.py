"""Whether one answer is a later state of another: tolls rise, the missing are found, last month's price has changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from factcheck.groups import Group
from factcheck.model import Relation
from factcheck.question import Question
from factcheck.rulepack.types import Kind, Trend

# Content words that two sentences must have in common to be one sentence in two articles, and their share of all.
_FEWEST_COPIED, _COPIED = 4, 0.8
_FIGURES = frozenset(("count", "money", "percent"))  # types of answers that may have moved where weeks lie between
_LONG = 7  # days between two articles from which on such a figure may have moved


def order_of(question: Question, one: Group, other: Group) -> Relation | None:
    """`REVISED` or `ORDER_UNKNOWN` where one answer may be a later state of the other; None for a contradiction.

    Told on days apart, a figure must have moved the way such figures move. Told on one day, or on days unknown, one of
    a kind that moves by the hour may have done so, unless two articles tell it in the same words.
    """
    kind = question.kind
    small, large = sorted((one, other), key=lambda group: _figure(kind, group))
    early, late = days_of(small), days_of(large)
    moves = kind.trend is not Trend.NONE or any(claim.as_of for claim in question.claims)
    if _follows(early, late) and (moves or _counts_anybody(question)):
        return Relation.REVISED
    if not moves:
        return Relation.ORDER_UNKNOWN if _is_figure(kind) and _long_between(early, late) else None
    if _follows(late, early):
        return Relation.REVISED if _falls(question) else None
    return None if _same_words(one, other) else Relation.ORDER_UNKNOWN


def told_apart(one: Group, other: Group) -> bool:
    """Whether one answer was given on later days than the other, on the whole."""
    return _follows(days_of(one), days_of(other)) or _follows(days_of(other), days_of(one))


def days_of(group: Group) -> list[date]:
    """The days on which the answer was given; empty where one of them is not known."""
    days = [claim.said_on for claim in group.claims if claim.said_on]
    return days if len(days) == len(group.claims) else []


def _counts_anybody(question: Question) -> bool:
    """Whether people are counted without saying which: more of them come to light from day to day."""
    return getattr(question.key.get("thing"), "anybody", False)


def _falls(question: Question) -> bool:
    """Whether the figure may also go down: the missing are found."""
    kind = question.kind
    return kind.trend is not Trend.UP or any(str(value) in kind.falls for value in question.key.values())


def _follows(early: Sequence[date], late: Sequence[date]) -> bool:
    """Whether an answer was given later than another, on the whole: begun or ended on a later day, neither before."""
    if not early or not late:
        return False
    return min(early) <= min(late) and max(early) <= max(late) and (min(early), max(early)) != (min(late), max(late))


def _long_between(early: Sequence[date], late: Sequence[date]) -> bool:
    if not early or not late:
        return False
    return max((min(late) - max(early)).days, (min(early) - max(late)).days) >= _LONG


def _same_words(one: Group, other: Group) -> bool:
    """Whether two sources give both answers in what is otherwise one sentence: a slip of one, not news of the hour."""
    pairs = ((a, b) for a in one.claims for b in other.claims if a.evidence.source != b.evidence.source)
    return any(_copied(a.context, b.context) for a, b in pairs)


def _copied(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= max(_FEWEST_COPIED, _COPIED * len(one | other))


def _is_figure(kind: Kind) -> bool:
    return not _FIGURES.isdisjoint(kind.fields[name].type for name in kind.value_fields())


def _figure(kind: Kind, group: Group) -> Any:
    number = getattr(group.value[kind.value_fields()[0]], "number", None)
    return number.figure if number else 0
