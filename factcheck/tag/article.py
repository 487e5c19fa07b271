"""Sentences → typed mentions, found once: dates and times, numbers, money and measures, people, offices and places.

Each finder takes tokens that no earlier one has taken: dates first, so that a year is no count; names last, since they
need the whole article in view.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.lexicon import Lexicon
from factcheck.model import Article, Mention, Sentence, TaggedSentence
from factcheck.tag.dates import find_dates
from factcheck.tag.names import Draft, tag_names
from factcheck.tag.numbers import find_numbers
from factcheck.tag.places import Gazetteer
from factcheck.tag.quantities import ThingTable, join_quantities, thing_words
from factcheck.tag.tokens import tokens_of

__all__ = ["Gazetteer", "ThingTable", "tag"]

# Longer stretches without a sentence end are tables or damaged text; cut, so that no rule ever scans more at a time.
_MOST_TOKENS = 300


def tag(
    article: Article, sentences: Sequence[Sentence], lexicon: Lexicon, gazetteer: Gazetteer, things: ThingTable
) -> tuple[TaggedSentence, ...]:
    """The sentences of one article with their tokens and mentions."""
    drafts = [draft for sentence in sentences for draft in _drafts(article, sentence)]
    early = [_dates_and_numbers(draft, lexicon) for draft in drafts]
    named = tag_names(drafts, lexicon, gazetteer)
    words = thing_words(lexicon, things)
    return tuple(
        TaggedSentence(draft.sentence, draft.tokens, tuple(join_quantities(draft.tokens, _in_order(one, two), words)))
        for draft, one, two in zip(drafts, early, named, strict=True)
    )


def _drafts(article: Article, sentence: Sentence) -> Iterator[Draft]:
    tokens = tokens_of(article.text, sentence.start, sentence.end)
    for first in range(0, len(tokens), _MOST_TOKENS):
        part = tokens[first : first + _MOST_TOKENS]
        span = sentence
        if len(tokens) > _MOST_TOKENS:
            span = Sentence(part[0].start, part[-1].end, sentence.part, sentence.paragraph)
        yield Draft(span, part, bytearray(len(part)))


def _dates_and_numbers(draft: Draft, lexicon: Lexicon) -> list[Mention]:
    found = find_dates(draft.tokens, lexicon, draft.taken)
    return found + find_numbers(draft.tokens, lexicon, draft.taken)


def _in_order(one: list[Mention], two: list[Mention]) -> list[Mention]:
    return sorted([*one, *two], key=lambda mention: mention.first)
