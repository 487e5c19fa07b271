"""Whether one answer is a later state of another: tolls rise, the missing are found, last month's price has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from typing import Any, NamedTuple

from factcheck.groups import Group, compare_answers
from factcheck.model import Aspect, Claim, Relation
from factcheck.question import Question
from factcheck.rulepack.types import Kind, Trend
from factcheck.values.asof import Stretch, days

# Content words that two sentences must have in common to be one sentence in two articles, and their share of all.
_FEWEST_COPIED, _COPIED = 4, 0.8
_FIGURES = frozenset(("count", "money", "percent"))  # types of answers that may have moved where weeks lie between
_LONG = 7  # days between two articles from which on such a figure may have moved
_MOST = 100  # claims of an answer that are held against those of another


class Order(NamedTuple):
    """`REVISED` or `ORDER_UNKNOWN`, and what says so."""

    relation: Relation
    why: str


_UNKNOWN = Order(Relation.ORDER_UNKNOWN, "which came first is not said")


def order_of(question: Question, one: Group, other: Group) -> Order | None:
    """How one answer may be a later state of the other; None for a contradiction.

    Words come first ("up from 12"), then the moments that the figures are told of, which are those of the articles
    unless the sentence names one. Counted to one hour, two figures contradict one another. Told at times apart, a
    figure must have moved the way such figures move. Told at one time, or at times unknown, one of a kind that moves by
    the hour may have done so, unless two articles tell it in the same words.
    """
    small, large = sorted((one, other), key=lambda group: _figure(question.kind, group))
    if _told_as_former(one, other) or _told_as_former(other, one):
        return Order(Relation.REVISED, "an article tells one as what it was before")
    if _counted_at_once(one, other):
        return None
    moves = question.kind.trend is not Trend.NONE or any(claim.as_of for claim in question.claims)
    return _moved(question, small, large) if moves else _changed(question, small, large)


def _moved(question: Question, small: Group, large: Group) -> Order | None:
    """The order of two states of what moves by the hour."""
    early, late = _told_at(small), _told_at(large)
    if _follows(early, late):
        return Order(Relation.REVISED, "the higher figure is the later one")
    if _follows(late, early):
        lower = _falls(question) or _takes_its_place(small)
        return Order(Relation.REVISED, "the lower figure is the later one") if lower else None
    if _same_words(small, large):
        return None
    if _takes_its_place(small) != _takes_its_place(large):
        return Order(Relation.REVISED, "one is told as what the figure has become")
    return _UNKNOWN if _falls(question) else Order(Relation.REVISED, "such a figure only grows")


def _changed(question: Question, small: Group, large: Group) -> Order | None:
    """The order of two figures that stay what they are for days, unless somebody changes them."""
    if _has_grown(question, small, large):
        return Order(Relation.REVISED, "the higher figure is the later one")
    if not _is_figure(question.kind):
        return None
    for early, late in ((small, large), (large, small)):
        if _takes_its_place(late) and _follows(_told_at(early), _told_at(late)):
            return Order(Relation.REVISED, "the later one is told as what the figure has become")
    return _UNKNOWN if _long_between(days_of(small), days_of(large)) else None


def state_order(question: Question, one: Group, other: Group) -> Order:
    """The order of two answers that are two states of a thing anyway: magnitudes, pleas, floors of a toll."""
    if question.kind.trend is Trend.UP:
        return order_of(question, one, other) or _UNKNOWN
    if _told_as_former(one, other) or _told_as_former(other, one):
        return Order(Relation.REVISED, "an article tells one as what it was before")
    if _takes_its_place(one) != _takes_its_place(other):
        return Order(Relation.REVISED, "one is told as what it has become")
    apart = _follows(_told_at(one), _told_at(other)) or _follows(_told_at(other), _told_at(one))
    return Order(Relation.REVISED, "one was told later than the other") if apart else _UNKNOWN


def in_time(kind: Kind, groups: Sequence[Group]) -> list[Group]:
    """The states of a thing by the day on which each was first told, those without one last; of a day, lower first."""

    def first_told(group: Group) -> date:
        return min((claim.said_on for claim in group.claims if claim.said_on), default=date.max)

    return sorted(groups, key=lambda group: (first_told(group), _figure(kind, group)))


def days_of(group: Group) -> list[date]:
    """The days on which the answer was given; empty where one of them is not known."""
    said = [claim.said_on for claim in group.claims if claim.said_on]
    return said if len(said) == len(group.claims) else []


def _told_at(group: Group) -> list[Stretch]:
    """The moment that each article tells the answer of; empty where one of them is not known."""
    told = [_moment(group, source) for source in sorted({claim.evidence.source for claim in group.claims})]
    known = [moment for moment in told if moment]
    return known if len(known) == len(told) else []


def _moment(group: Group, source: str) -> Stretch | None:
    """The moment that one article tells the answer of: the one it names, else its day."""
    own = [claim for claim in group.claims if claim.evidence.source == source]
    named = [moment for claim in own if (moment := _named(claim))]
    said = [days(claim.said_on, claim.said_on) for claim in own if claim.said_on]
    return next(iter(named + said), None)


def _named(claim: Claim) -> Stretch | None:
    return claim.as_of.stretch(claim.said_on) if claim.as_of else None


def _counted_at_once(one: Group, other: Group) -> bool:
    """Whether two sources count to the same hour of the same day."""
    return any(_same_hour(_named(a), _named(b)) for a, b in _between(one, other))


def _between(one: Group, other: Group) -> Iterator[tuple[Claim, Claim]]:
    """Claims of two answers that two sources make."""
    pairs = product(one.claims[:_MOST], other.claims[:_MOST])
    return ((a, b) for a, b in pairs if a.evidence.source != b.evidence.source)


def _same_hour(one: Stretch | None, other: Stretch | None) -> bool:
    if one is None or other is None or not (one.exact and other.exact):
        return False
    one = one.on_clock_of(other)
    return one.first <= other.last and other.first <= one.last


def _told_as_former(one: Group, other: Group) -> bool:
    """Whether an article that gives `other` tells `one` as what it was before."""
    present = {claim.evidence.source for claim in other.claims if claim.aspect is not Aspect.FORMER}
    return any(claim.aspect is Aspect.FORMER and claim.evidence.source in present for claim in one.claims)


def _takes_its_place(group: Group) -> bool:
    return any(claim.supersedes for claim in group.claims)


def _has_grown(question: Question, small: Group, large: Group) -> bool:
    """Whether all who give the higher count write on a later day than those who give the lower one.

    Witnesses, houses and cases come to light from day to day; what was mistaken for another figure is repeated.
    """
    if not _is_count(question.kind) or compare_answers(question.kind, small.value, large.value).close:
        return False
    early, late = _told_at(small), _told_at(large)
    if getattr(question.key.get("thing"), "anybody", False):
        return _follows(early, late)
    return bool(early and late) and max(told.last for told in early) < min(told.first for told in late)


def _falls(question: Question) -> bool:
    """Whether the figure may also go down: the missing are found."""
    kind = question.kind
    return kind.trend is not Trend.UP or any(str(value) in kind.falls for value in question.key.values())


def _follows(early: Sequence[Stretch], late: Sequence[Stretch]) -> bool:
    """Whether an answer was given later than another, on the whole: begun or ended later, neither before."""
    if not early or not late:
        return False
    shared = late[0]
    begun, ended = zip(*_bounds(early, late, shared), strict=True)
    return begun[0] <= begun[1] and ended[0] <= ended[1] and (begun[0], ended[0]) != (begun[1], ended[1])


def _bounds(early: Sequence[Stretch], late: Sequence[Stretch], clock: Stretch) -> Iterator[tuple[int, int]]:
    for told in (early, late):
        read = [stretch.on_clock_of(clock) for stretch in told]
        yield min(stretch.first for stretch in read), max(stretch.last for stretch in read)


def _long_between(early: Sequence[date], late: Sequence[date]) -> bool:
    if not early or not late:
        return False
    return max((min(late) - max(early)).days, (min(early) - max(late)).days) >= _LONG


def _same_words(one: Group, other: Group) -> bool:
    """Whether two sources give both answers in what is otherwise one sentence: a slip of one, not news of the hour."""
    return any(_copied(a.context, b.context) for a, b in _between(one, other))


def _copied(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= max(_FEWEST_COPIED, _COPIED * len(one | other))


def _is_count(kind: Kind) -> bool:
    return any(kind.fields[name].type == "count" for name in kind.value_fields())


def _is_figure(kind: Kind) -> bool:
    return not _FIGURES.isdisjoint(kind.fields[name].type for name in kind.value_fields())


def _figure(kind: Kind, group: Group) -> Any:
    number = getattr(group.value[kind.value_fields()[0]], "number", None)
    return number.figure if number else 0
