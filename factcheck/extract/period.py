"""The time and the place that a figure is told of: a toll "in 2022", or "in Oslo", is no answer for today's storm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.extract.context import words_index
from factcheck.lexicon import Lexicon, derived
from factcheck.model import Mention, TaggedSentence
from factcheck.phrases import PhraseIndex
from factcheck.values.asof import AsOf
from factcheck.values.date import Date
from factcheck.values.place import Place

_FIGURES = frozenset(("number", "quantity", "money", "measure", "percent", "age"))
_OPENING = 3  # tokens of a sentence among which "at that time" looks back


class PeriodWords(NamedTuple):
    """The words that bind what is told to a time; see `rules/languages/<language>/words.yaml`."""

    then: PhraseIndex[str]
    so_far: PhraseIndex[str]


@derived
def period_words(lexicon: Lexicon) -> PeriodWords:
    """The period words of a language."""
    words = lexicon.sections.get("words", {})
    return PeriodWords(*(words_index(words, name) for name in ("then", "so-far")))


def period_of(tagged: TaggedSentence, first: int, last: int) -> Date | None:
    """The date that what tokens `first` to `last` claim belongs to.

    A date speaks for every figure behind it, up to the next date, and for the one figure right before it.
    """
    found = _nearest(tagged, _dates(tagged), first, last)
    return _value(found) if found else None


def site_of(tagged: TaggedSentence, first: int, last: int) -> Place | None:
    """The place that what tokens `first` to `last` claim belongs to, as a date does."""
    places = [m for m in tagged.mentions if m.type == "place" and isinstance(m.value, Place)]
    found = _nearest(tagged, places, first, last)
    return found.value if found else None


def so_far(tagged: TaggedSentence, words: PeriodWords) -> AsOf | None:
    """The words by which a sentence says that its figures are those of the moment: "so far", "in all"."""
    found = next(iter(words.so_far.find(tagged.tokens)), None)
    if found is None:
        return None
    return AsOf(words=" ".join(token.lower for token in tagged.tokens[found.first : found.last]))


def _nearest(tagged: TaggedSentence, framing: Sequence[Mention], first: int, last: int) -> Mention | None:
    if not framing:
        return None
    before = [m for m in framing if m.last <= first]
    after = next((m for m in framing if m.first >= last), None)
    if after is not None and any(m.type in _FIGURES and last <= m.first < after.first for m in tagged.mentions):
        after = None
    if before and (after is None or first - before[-1].last <= after.first - last):
        return before[-1]
    return after


def inherited_periods(tagged: Sequence[TaggedSentence], words: PeriodWords) -> Iterator[Date | None]:
    """For each sentence the date that goes on from the one before: in a paragraph, and where "at that time" says so."""
    latest: Date | None = None
    paragraph = -1
    for one in tagged:
        if one.sentence.paragraph != paragraph and not _looks_back(one, words):
            latest = None
        yield latest
        paragraph = one.sentence.paragraph
        own = [_value(mention) for mention in _dates(one)]
        latest = own[-1] if own else latest


def _looks_back(tagged: TaggedSentence, words: PeriodWords) -> bool:
    return any(words.then.at(tagged.tokens, i) for i in range(min(_OPENING, len(tagged.tokens))))


def _dates(tagged: TaggedSentence) -> list[Mention]:
    return [mention for mention in tagged.mentions if mention.type == "date" and isinstance(mention.value, Date)]


def _value(mention: Mention) -> Date:
    value: Date = mention.value
    return value
