"""Sentences → typed mentions, found once: dates and times, numbers, money and measures, people, offices and places.

Each finder takes tokens that no earlier one has taken: dates first, so that a year is no count; names last, since they
need the whole article in view.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.lexicon import Lexicon
from factcheck.model import Article, Mention, Sentence, TaggedSentence, Token
from factcheck.tag.ages import AgeWords, age_words, mark_ages
from factcheck.tag.converted import join_converted
from factcheck.tag.dates import find_dates
from factcheck.tag.elsewhere import ElsewhereWords, count_elsewhere, elsewhere_words
from factcheck.tag.names import Draft, tag_names
from factcheck.tag.numbers import find_numbers
from factcheck.tag.quantities import ThingWords, join_quantities, thing_words
from factcheck.tag.unglue import glue_words, unglued
from factcheck.tokens import tokens_of

# Longer stretches without a sentence end are tables or damaged text; cut, so that no rule ever scans more at a time.
_MOST_TOKENS = 200


def tag(article: Article, sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[TaggedSentence, ...]:
    """The sentences of one article with their tokens and mentions."""
    tokens = unglued([tokens_of(article.text, one.start, one.end) for one in sentences], glue_words(lexicon))
    drafts = [draft for one, words in zip(sentences, tokens, strict=True) for draft in _drafts(one, words)]
    early = [_dates_and_numbers(draft, lexicon) for draft in drafts]
    named = tag_names(drafts, lexicon)
    words, ages, elsewhere = thing_words(lexicon), age_words(lexicon), elsewhere_words(lexicon)
    return tuple(
        TaggedSentence(draft.sentence, draft.tokens, tuple(_joined(draft.tokens, [*one, *two], ages, words, elsewhere)))
        for draft, one, two in zip(drafts, early, named, strict=True)
    )


def _joined(
    tokens: Sequence[Token], mentions: list[Mention], ages: AgeWords, things: ThingWords, elsewhere: ElsewhereWords
) -> list[Mention]:
    """In order, each figure with what it is a figure of: ages first, so that nothing is counted by them."""
    if not mentions:
        return mentions
    ordered = sorted(mentions, key=lambda mention: mention.first)
    joined = join_quantities(tokens, mark_ages(tokens, ordered, ages), things)
    return count_elsewhere(tokens, joined, elsewhere, things)


def _drafts(sentence: Sentence, tokens: tuple[Token, ...]) -> Iterator[Draft]:
    for first in range(0, len(tokens), _MOST_TOKENS):
        part = tokens[first : first + _MOST_TOKENS]
        span = sentence
        if len(tokens) > _MOST_TOKENS:
            span = Sentence(part[0].start, part[-1].end, sentence.part, sentence.paragraph)
        yield Draft(span, part, bytearray(len(part)))


def _dates_and_numbers(draft: Draft, lexicon: Lexicon) -> list[Mention]:
    found = find_dates(draft.tokens, lexicon, draft.taken)
    return found + join_converted(draft.tokens, find_numbers(draft.tokens, lexicon, draft.taken))
