"""Groups articles into stories: those that share the names, days and figures of one event, whatever their language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from heapq import heappop, heappush
from math import fsum, log, sqrt
from typing import NamedTuple

from factcheck.story.profile import EXACT_FIGURE, Lead, Profile

# Two groups of articles tell one story from this mean likeness of their pairs on. Measured on 334 articles of 74
# events: values from 0.11 to 0.13 group them nearly alike; without words, as between languages, 0.13 is best too.
_SAME_STORY = 0.13
# What words and concepts count beside names; an article in another language can share no words.
_WORDS = 0.5
_CONCEPTS = 0.08
# What one name alone can add: less than a story needs, since two articles about one person may tell of two events.
_ONE_NAME = 0.07
# A feature of more articles than this says the less the more they are; small folders have no background to judge by.
# It keeps a third: a story may have hundreds of articles itself.
_COMMON = 20
_MOST_DAMPED = 2.0
# What the names of two articles add up to at least before all else is compared. The most common ones, which together
# are less, are not even looked up: prefix filtering, which keeps time near linear.
_UNSEEN = 0.04
# Days this far apart are not one event told on two days; what the likeness loses by it, and by what else differs.
_DAYS_APART = 3
_OTHER_DAYS = 0.05
_OTHER_PLACES = 0.3
_OTHER_MEASURES = 0.6
_ENOUGH_FIGURES = 2  # exact figures that two articles share from which on other days and places tell nothing


class Parts(NamedTuple):
    """The names, concepts and words of a profile, each scaled to length one, common features counting less."""

    names: Mapping[str, float]
    concepts: Mapping[str, float]
    words: Mapping[str, float]


class Scaled(NamedTuple):
    """A profile, ready to be compared."""

    profile: Profile
    parts: Parts


def group_stories(profiles: Sequence[Profile]) -> dict[str, int]:
    """Story numbers by source, counted from 1 in the order of the profiles.

    Groups that are alike on average are joined, the most alike first: no chain of weak links makes a story. The order
    and the names of the articles change nothing but the numbers.
    """
    if not profiles:
        return {}
    ordered = sorted(profiles, key=_content)
    scaled = _scaled(ordered)
    links = {(i, j): likeness(scaled[i], scaled[j]) for i, j in _candidates(scaled)}
    group_of = {
        ordered[i].source: number for number, group in enumerate(_Groups(links, len(ordered)).joined()) for i in group
    }
    numbers: dict[int, int] = {}
    return {p.source: numbers.setdefault(group_of[p.source], len(numbers) + 1) for p in profiles}


def _content(profile: Profile) -> tuple[list[str], list[str]]:
    return sorted(profile.names), sorted(profile.words)


def likeness(one: Scaled, other: Scaled) -> float:
    """How much two articles share: 0 for nothing, less where they speak of different events."""
    names, concepts, words = (_shared(a, b) for a, b in zip(one.parts, other.parts, strict=True))
    shared = _without_bias(names) + _CONCEPTS * fsum(concepts.values()) + _WORDS * fsum(words.values())
    exact = sum(feature.startswith(EXACT_FIGURE) for feature in names)
    return shared - (contradiction(one.profile, other.profile) if exact < _ENOUGH_FIGURES else 0.0)


def contradiction(one: Profile, other: Profile) -> float:
    """What speaks against one story: other days, with other places or measures, and nobody in common.

    A follow-up months later names its people again, or the day of what it follows.
    """
    a, b = one.lead, other.lead
    if not a.days or not b.days or a.people & other.people or b.people & one.people:
        return 0.0
    if _near(a.days, other.days) or _near(b.days, one.days):
        return 0.0
    elsewhere = bool(a.places and b.places) and not a.places & b.places
    return _OTHER_DAYS + _OTHER_PLACES * elsewhere + _OTHER_MEASURES * _measured_otherwise(a, b)


def _near(some: Iterable[date], others: Iterable[date]) -> bool:
    return any(abs((day - other).days) <= _DAYS_APART for day in some for other in others)


def _measured_otherwise(one: Lead, other: Lead) -> bool:
    """Whether the leads measure the same and agree in nothing."""
    kinds = {kind for kind, _ in one.measures} & {kind for kind, _ in other.measures}
    return bool(kinds) and not one.measures & other.measures


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {feature: one[feature] * other[feature] for feature in one.keys() & other.keys()}


def _without_bias(shared: Mapping[str, float]) -> float:
    """The sum of what is shared, whatever is due to one name alone counting up to a limit."""
    most = max((_of_name(feature, shared) for feature in shared), default=0.0)
    return fsum(shared.values()) - max(0.0, most - _ONE_NAME)


def _of_name(feature: str, shared: Mapping[str, float]) -> float:
    """What a feature and, for a full name, the names in it add."""
    kind, *parts = feature.split()
    return shared[feature] + sum(shared.get(f"{kind} {part}", 0.0) for part in parts if len(parts) > 1)


def _scaled(profiles: Sequence[Profile]) -> list[Scaled]:
    names, concepts, words = (
        _unit_vectors(part) for part in zip(*((p.names, p.concepts, p.words) for p in profiles), strict=True)
    )
    return [Scaled(p, Parts(*parts)) for p, *parts in zip(profiles, names, concepts, words, strict=True)]


def _unit_vectors(vectors: Sequence[Mapping[str, float]]) -> list[Mapping[str, float]]:
    shares = Counter[str]()
    for vector in vectors:
        shares.update(vector.keys())
    return [_unit(vector, shares) for vector in vectors]


def _unit(weights: Mapping[str, float], shares: Mapping[str, int]) -> Mapping[str, float]:
    damped = {f: w if shares[f] <= _COMMON else w / _damping(shares[f]) for f, w in weights.items()}
    length = sqrt(sum(w * w for w in damped.values())) or 1.0
    return {f: w / length for f, w in damped.items()}


def _damping(share: int) -> float:
    return 1 + min(_MOST_DAMPED, log(share / _COMMON))


def _candidates(scaled: Sequence[Scaled]) -> list[tuple[int, int]]:
    """Pairs of articles whose telling names add up to something; all other pairs have hardly anything in common."""
    spread = Counter(feature for article in scaled for feature in article.parts.names)
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    pairs: list[tuple[int, int]] = []
    for i, article in enumerate(scaled):
        shared: defaultdict[int, float] = defaultdict(float)
        for feature in _telling(article.parts.names, spread):
            weight = article.parts.names[feature]
            for j, other in holders[feature]:
                shared[j] += weight * other
            holders[feature].append((i, weight))
        pairs += [(j, i) for j, likeness in shared.items() if likeness > _UNSEEN]
    return sorted(pairs)


def _telling(names: Mapping[str, float], spread: Mapping[str, int]) -> list[str]:
    """The features of an article without the most common ones, which together are too small to matter."""
    ordered = sorted(names, key=lambda feature: (-spread[feature], feature))
    length, first = 0.0, 0
    while first < len(ordered) and spread[ordered[first]] > _COMMON:
        length += names[ordered[first]] ** 2
        if length > _UNSEEN:
            break
        first += 1
    return ordered[first:]


class _Groups:
    """Agglomerative clustering by average linkage; pairs that are not among the links share nothing, and count zero."""

    def __init__(self, links: Mapping[tuple[int, int], float], count: int) -> None:
        self._members: dict[int, list[int]] = {i: [i] for i in range(count)}
        self._sums: dict[int, dict[int, float]] = {i: {} for i in range(count)}
        self._heap: list[tuple[float, int, int]] = []
        self._next = count
        for (i, j), value in links.items():
            self._link(i, j, value)

    def joined(self) -> list[list[int]]:
        """The groups after all joins, in the order of their first members."""
        while self._heap:
            _, i, j = heappop(self._heap)
            if i in self._members and j in self._members:
                self._join(i, j)
        return sorted(map(sorted, self._members.values()))

    def _link(self, i: int, j: int, total: float) -> None:
        self._sums[i][j] = self._sums[j][i] = total
        mean = total / (len(self._members[i]) * len(self._members[j]))
        if mean >= _SAME_STORY:
            heappush(self._heap, (-mean, i, j))

    def _join(self, i: int, j: int) -> None:
        new, self._next = self._next, self._next + 1
        self._members[new] = self._members.pop(i) + self._members.pop(j)
        one, other = self._sums.pop(i), self._sums.pop(j)
        self._sums[new] = {}
        for k in sorted({*one, *other} - {i, j}):
            self._sums[k].pop(i, None)
            self._sums[k].pop(j, None)
            self._link(k, new, one.get(k, 0.0) + other.get(k, 0.0))
