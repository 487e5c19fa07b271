"""What an article is about, as evidence that compares across languages: names, days, figures, codes, events, things."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from math import log
from sys import intern
from typing import Any, NamedTuple

from factcheck.model import Anchor, Mention, Part, TaggedSentence
from factcheck.numbers import Number, plain
from factcheck.phrases import PhraseIndex
from factcheck.tables.spelling import words_of
from factcheck.values.date import Date, bind
from factcheck.values.holder import Holder
from factcheck.values.measure import Measure
from factcheck.values.person import Person
from factcheck.values.place import Place, PlaceKind

_LEAD_SENTENCES = 3  # after the title: where news says what it is about
_LEAD = 2  # how many times an occurrence there counts
_LONG_WORD = 4  # letters from which on a word can tell what an article is about

# How telling a shared feature is without a corpus to count it in: two names in a row, a code or a day more than a
# name alone, an office holder less than other people, a country hardly at all. Chosen on pairs of articles of one
# and of different events; half or double of any of them groups nearly the same.
_NAME = 2.0
_FULL_NAME = 3.0
_OFFICIAL = 0.6
_COUNTRY = 0.5
_CAPITAL = 1.0
_DAY = 1.5
_CODE = 2.0
_FIGURE = 1.5
_LONG_FIGURE = 2.0
_EVENT = 1.0
_THING = 0.3

_CAPITALISED = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_PARTICULARS = ("days", "people", "places", "measures")
_MENTIONED = frozenset(("person", "name", "holder", "place", "org"))
_FIGURES = frozenset(("number", "quantity", "money", "measure", "percent"))
_SHORT, _LARGE = 2, 1000  # digits of a figure that says little by itself; figures from here on say more
_EXACT = 4  # digits from which on a figure is hardly of two events
EXACT_FIGURE = "exact"  # how features of such figures begin


class Lead(NamedTuple):
    """What the title and the first sentences of an article name."""

    days: frozenset[date] = frozenset()
    people: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    measures: frozenset[tuple[str, str]] = frozenset()


_NOTHING: Mapping[str, float] = {}  # no proxy, which cannot be pickled


class Profile(NamedTuple):
    """What an article is about: how much each feature says of it.

    `names` holds names, days, figures and codes, `concepts` classes of events and things: both read alike in every
    language. `words` are the other words. `days` and `people` are all days and full names of people without an office.
    """

    source: str
    names: Mapping[str, float] = _NOTHING
    concepts: Mapping[str, float] = _NOTHING
    words: Mapping[str, float] = _NOTHING
    days: frozenset[date] = frozenset()
    people: frozenset[str] = frozenset()
    lead: Lead = Lead()


def concept_words(language: str, tables: Mapping[str, Mapping[str, Any]]) -> PhraseIndex[tuple[str, float]]:
    """The words of a language for the events and things that the tables of a rule pack name, by concept.

    Rows with a kind of their own (`other_kind`: visits, statements) are left out: news of any event has them.
    """
    return PhraseIndex(
        (word, (concept, weight))
        for table, weight in (("events", _EVENT), ("things", _THING))
        for concept, entry in tables.get(table, {}).items()
        if not entry.get("other_kind")
        for word in entry.get(language, ())
    )


def profile_of(
    source: str,
    tagged: Sequence[TaggedSentence],
    function: frozenset[str],
    concepts: PhraseIndex[tuple[str, float]] | None = None,
    anchor: Anchor | None = None,
) -> Profile:
    """The profile of a tagged article. `function` are words that say nothing by themselves.

    `concepts` (from `concept_words`) let articles of two languages share events and things; a certain `anchor` gives
    relative days their place on the calendar.
    """
    gathered = _Gathered(function, anchor if anchor and anchor.date and not anchor.days else None)
    lead = 0
    for sentence in tagged:
        told = sentence.sentence.part is not Part.DATELINE
        lead += told and sentence.sentence.part is not Part.TITLE
        gathered.add(sentence, in_lead=told and lead <= _LEAD_SENTENCES)
        gathered.add_concepts(sentence, concepts)
    return gathered.profile(source)


def plain_profile(source: str, text: str) -> Profile:
    """The profile of an article in a language without rules: its capitalised words alone."""
    counts = Counter(
        word
        for match in _CAPITALISED.finditer(text)
        if match.group()[0].isupper()
        for word in words_of(match.group())
        if len(word) >= _LONG_WORD
    )
    return Profile(source, {f"name {word}": _NAME * _often(count) for word, count in counts.items()})


def _often(count: float) -> float:
    return 1 + log(count)


def lean(profile: Profile) -> Profile:
    """The same profile with its texts and numbers shared with all others: those of all articles are held at once."""
    names, concepts, words = map(_shared, (profile.names, profile.concepts, profile.words))
    return profile._replace(names=names, concepts=concepts, words=words)


def _shared(features: Mapping[str, float]) -> Mapping[str, float]:
    return {intern(feature): _number(weight) for feature, weight in features.items()}


@lru_cache(maxsize=4096)
def _number(number: float) -> float:
    """One object for each number; few differ, since they come of counts."""
    return number


class _Gathered:
    """Collects the features of one article, sentence by sentence."""

    def __init__(self, function: frozenset[str], anchor: Anchor | None) -> None:
        self._function, self._anchor = function, anchor
        self._counts: dict[str, Counter[str]] = {"names": Counter(), "concepts": Counter(), "words": Counter()}
        self._weights: dict[str, float] = {}
        self._all: dict[str, set[Any]] = {name: set() for name in _PARTICULARS}
        self._lead: dict[str, set[Any]] = {name: set() for name in _PARTICULARS}

    def add(self, sentence: TaggedSentence, in_lead: bool) -> None:
        times = _LEAD if in_lead else 1
        covered: set[int] = set()
        for mention in sentence.mentions:
            covered.update(range(mention.first, mention.last))
            for feature, weight in self._features(sentence, mention):
                self._counts["names"][feature] += times
                self._weights[feature] = max(weight, self._weights.get(feature, 0.0))
            self._note(mention, in_lead)
        for i, token in enumerate(sentence.tokens):
            if token.kind == "w" and i not in covered and self._telling(token.lower):
                self._counts["words"][token.lower] += times

    def add_concepts(self, sentence: TaggedSentence, concepts: PhraseIndex[tuple[str, float]] | None) -> None:
        for found in concepts.find(sentence.tokens) if concepts else ():
            concept, weight = found.value
            self._counts["concepts"][concept] += 1
            self._weights[concept] = weight

    def profile(self, source: str) -> Profile:
        weighed = {
            part: {feature: self._weights.get(feature, 1.0) * _often(n) for feature, n in counts.items()}
            for part, counts in self._counts.items()
        }
        lead = Lead(**{name: frozenset(values) for name, values in self._lead.items()})
        days, people = frozenset(self._all["days"]), frozenset(self._all["people"])
        return Profile(source, weighed["names"], weighed["concepts"], weighed["words"], days, people, lead)

    def _telling(self, word: str) -> bool:
        return len(word) >= _LONG_WORD and word not in self._function

    def _features(self, sentence: TaggedSentence, mention: Mention) -> Iterable[tuple[str, float]]:
        value = mention.value
        if isinstance(value, Place) and value.kind is not PlaceKind.OTHER and value.country:
            return [(f"country {value.country}", _COUNTRY if value.kind is PlaceKind.COUNTRY else _CAPITAL)]
        if mention.type in _MENTIONED:
            share = _OFFICIAL if isinstance(value, Holder) and value.office else 1.0
            return _name_features(self._name_words(sentence, mention), share)
        if isinstance(value, Date):
            day = self._day(value)
            return [(f"day {day.isoformat()}", _DAY)] if day else []
        if mention.type == "code":
            return [(f"code {str(value).lower()}", _CODE)]
        return _figure_features(value) if mention.type in _FIGURES else []

    def _name_words(self, sentence: TaggedSentence, mention: Mention) -> list[str]:
        value = mention.value
        if isinstance(value, Holder):
            words: Iterable[str] = value.person.tokens
        else:
            tokens = sentence.tokens[mention.first : mention.last]
            words = (word for token in tokens if token.kind == "w" for word in words_of(token.text))
        return [word for word in words if len(word) > 1 and word not in self._function]

    def _note(self, mention: Mention, in_lead: bool) -> None:
        day = self._day(mention.value) if isinstance(mention.value, Date) else None
        for name, what in _particulars(mention, day):
            self._all[name].add(what)
            if in_lead:
                self._lead[name].add(what)

    def _day(self, value: Date) -> date | None:
        bound = value if value.full or self._anchor is None else bind(value, self._anchor)
        days = bound.interval if bound.full else None
        return days.first if days and days.first == days.last else None


def _name_features(words: Sequence[str], share: float) -> Iterator[tuple[str, float]]:
    yield from ((f"name {word}", _NAME * share) for word in words)
    yield from ((f"name {one} {two}", _FULL_NAME * share) for one, two in pairwise(words))


def _figure_features(value: Any) -> Iterator[tuple[str, float]]:
    """A figure without hedge, unit and thing, which another language words otherwise.

    Short ones are in news of any event, and count with what they are of.
    """
    number = getattr(value, "number", value)
    number = getattr(number, "number", number)
    if not isinstance(number, Number) or not number.figure:
        return
    digits = len(number.figure.normalize().as_tuple().digits)
    if digits >= _EXACT:
        yield f"{EXACT_FIGURE} {plain(number.figure)}", _LONG_FIGURE
    elif digits + (abs(number.figure) >= _LARGE) > _SHORT:
        yield f"figure {plain(number.figure)}", _LONG_FIGURE
    elif sum(map(str.isdigit, str(value))) > 1:
        yield f"figure {value}", _FIGURE


def _particulars(mention: Mention, day: date | None) -> Iterator[tuple[str, Any]]:
    """What tells one event from another of its sort."""
    value = mention.value
    if day:
        yield "days", day
    elif mention.type == "person" and isinstance(value, Person) and len(value.tokens) > 1:
        yield "people", str(value)
    elif isinstance(value, Place) and value.kind is PlaceKind.OTHER:
        yield from (("places", word) for word in value.tokens)
    elif isinstance(value, Measure):
        yield "measures", (value.dimension, str(value))
