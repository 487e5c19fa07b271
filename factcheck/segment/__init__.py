"""Article → Sentences: spans of its text, without the lines that are not the article.

`lines` finds lines, leaves out those that a known phrase gives away, and joins to blocks what a scraper broke apart;
`parts` tells from shape and place what a block is (title, dateline, caption, body) or that it is none of the article;
`sentences` cuts a block. Every step is linear in the length of the text, and none changes it.
"""

from __future__ import annotations

import re

from factcheck.lexicon import Lexicon
from factcheck.model import Article, Part, Sentence
from factcheck.segment.lines import blocks_of, invites
from factcheck.segment.parts import parts_of
from factcheck.segment.phrases import Phrases, fold, phrases_of
from factcheck.segment.sentences import spans_of

__all__ = ["headline", "segment"]

_TITLE = 300  # characters of a first sentence that may stand for a title
_WORDS = re.compile(r"[^\W_]")
_ASIDE = 120  # the longest sentence to the reader inside a paragraph; longer ones say something of their own


def segment(article: Article, lexicon: Lexicon | None) -> tuple[Sentence, ...]:
    """The sentences of an article in order, each with its part and the number of its paragraph.

    `lexicon` is that of the article's language: its `text` section says which lines are boilerplate and which words
    end in a period that ends no sentence. Without one only shapes are used. Boilerplate gives no sentence; all else
    is covered.
    """
    phrases = phrases_of(lexicon)
    blocks = blocks_of(article.text, phrases)
    return tuple(
        Sentence(start, end, part, paragraph)
        for paragraph, (first, last, part) in enumerate(parts_of(article.text, blocks, phrases))
        for start, end in spans_of(article.text, first, last, phrases)
        if _speaks(article.text[start:end], end - start == last - first, phrases)
    )


def _speaks(sentence: str, alone: bool, phrases: Phrases) -> bool:
    """Whether a sentence says something: it has words, and is no aside to the reader ("Click here to donate.")."""
    if not _WORDS.search(sentence):
        return False
    return alone or len(sentence) > _ASIDE or not invites(sentence, fold(sentence), phrases)


def headline(article: Article, sentences: tuple[Sentence, ...]) -> str:
    """The title of an article in one line: what its metadata states, else its first title, else its first sentence."""
    told = [sentence for sentence in sentences if sentence.part is not Part.DATELINE]
    if article.title or not told:
        return article.title
    first = next((sentence for sentence in told if sentence.part is Part.TITLE), told[0])
    last = first
    if first.part is Part.TITLE:
        last = [sentence for sentence in told if sentence.paragraph == first.paragraph][-1]
    return " ".join(article.text[first.start : min(last.end, first.start + _TITLE)].split())
