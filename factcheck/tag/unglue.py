"""Cuts words that a scraper ran together: "PresidenAda Brandt", "wilayahKabupaten", "Norwegiapada".

Only where the article or the language knows the parts: "YouTube" and "McKrag" stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.lexicon import Lexicon, derived
from factcheck.model import Token
from factcheck.tag.gazetteer import name_words

_SEAM = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
_LEAST = 4  # letters of a word that may be one of two: shorter ones are syllables of trade names
_SHORTEST = 3  # letters of a word that the article must know by itself


class GlueWords(NamedTuple):
    """Words that a name may be run into, and words that may be run into a name."""

    endings: tuple[str, ...]
    openings: frozenset[str]


@derived
def glue_words(lexicon: Lexicon) -> GlueWords:
    """The words of a language that scrapers run together with names."""
    text, names = lexicon.sections.get("text", {}), name_words(lexicon)
    titles = (word for phrase in names.book.phrases(lexicon.language) for word in phrase.split())
    openings = frozenset(titles) | names.sets["common"] | names.sets["org_words"]
    return GlueWords(tuple(sorted(text.get("glued", ()))), frozenset(w for w in openings if len(w) >= _LEAST))


def unglued(sentences: Sequence[tuple[Token, ...]], words: GlueWords) -> list[tuple[Token, ...]]:
    """The tokens of an article's sentences, with those cut that are two words."""
    written = {token.text for tokens in sentences for token in tokens if len(token.text) >= _SHORTEST}
    # Each word is looked at once, however often it stands; most are small and need no look at all.
    large = (text for text in written if len(text) > _LEAST and not text.islower() and text.isalpha())
    cuts = {text: seams for text in large if (seams := list(_seams(text, words, written)))}
    return [_cut(tokens, cuts) for tokens in sentences] if cuts else list(sentences)


def _seams(text: str, words: GlueWords, written: set[str]) -> Iterator[int]:
    """Where one word ends and the next begins."""
    first = 0
    for match in _SEAM.finditer(text):
        left, right = text[first : match.start()], text[match.start() :]
        small = left.islower() and len(left) >= _LEAST
        if small or left.lower() in words.openings or (left in written and right in written):
            yield match.start()
            first = match.start()
    last = text[first:]
    if last[:1].isupper() and last.endswith(words.endings):
        ending = next((end for end in words.endings if last.endswith(end) and last[: -len(end)] in written), "")
        if ending:
            yield len(text) - len(ending)


def _cut(tokens: tuple[Token, ...], cuts: Mapping[str, Sequence[int]]) -> tuple[Token, ...]:
    if cuts.keys().isdisjoint([token.text for token in tokens]):
        return tokens
    return tuple(part for token in tokens for part in _parts(token, cuts.get(token.text, ())))


def _parts(token: Token, seams: Sequence[int]) -> Iterator[Token]:
    for first, last in zip([0, *seams], [*seams, len(token.text)], strict=True):
        text = token.text[first:last]
        yield Token(text, text.lower(), token.start + first, token.start + last, token.kind)
