"""Finds what stands in quotation marks, over sentence ends: sentences are cut inside quotes, a quote is one thing.

A quote ends with its paragraph at the latest. Straight marks open or close by the blank beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.model import TaggedSentence, Token

_CLOSERS = {"“": "”“\"", "„": "“”\"", "«": "»", "»": "«", "\"": "\"”", "‘": "’", "'": "'", "`": "`'"}
_MARKS = frozenset("".join([*_CLOSERS, *_CLOSERS.values()]))
_SINGLE = frozenset("‘'`")


class QuotedPart(NamedTuple):
    """Tokens `first` to `last` (half open, without the marks) of sentence `sentence`."""

    sentence: int
    first: int
    last: int


class _Open(NamedTuple):
    mark: str
    sentence: int
    token: int


def quotes_of(tagged: Sequence[TaggedSentence]) -> list[tuple[QuotedPart, ...]]:
    """The quotes of an article in order, each in parts by sentence."""
    found: list[tuple[QuotedPart, ...]] = []
    first = 0
    for index in range(1, len(tagged) + 1):
        if index == len(tagged) or _apart(tagged[index - 1], tagged[index]):
            found += _of_paragraph(tagged, first, index)
            first = index
    return found


def _apart(one: TaggedSentence, two: TaggedSentence) -> bool:
    return one.sentence.paragraph != two.sentence.paragraph or one.sentence.part is not two.sentence.part


def _of_paragraph(tagged: Sequence[TaggedSentence], first: int, last: int) -> Iterator[tuple[QuotedPart, ...]]:
    opened: _Open | None = None
    for sentence in range(first, last):
        tokens = tagged[sentence].tokens
        for at, token in [(at, token) for at, token in enumerate(tokens) if token.text in _MARKS]:
            if opened and token.text in _CLOSERS[opened.mark] and _closes(tokens, at, opened):
                yield _parts(tagged, opened, sentence, at)
                opened = None
            elif not opened and token.text in _CLOSERS and _opens(tokens, at):
                opened = _Open(token.text, sentence, at + 1)
    if opened and opened.mark not in _SINGLE and opened.sentence == first and opened.token == 1:
        yield _parts(tagged, opened, last - 1, len(tagged[last - 1].tokens))


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark opens: a straight or single one has a blank or bracket before it and none after."""
    if tokens[at].text in "“„«":
        return True
    glued_after = at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end
    return glued_after and (not _glued(tokens, at) or tokens[at - 1].kind == "p")


def _closes(tokens: Sequence[Token], at: int, opened: _Open) -> bool:
    """A mark right after a word closes, unless a letter is glued to it, as an apostrophe has it."""
    if opened.mark not in _SINGLE:
        return True
    after = at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end and tokens[at + 1].kind != "p"
    return (_glued(tokens, at) or at == 0) and not after


def _glued(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].end == tokens[at].start


def _parts(tagged: Sequence[TaggedSentence], opened: _Open, sentence: int, at: int) -> tuple[QuotedPart, ...]:
    parts = []
    for index in range(opened.sentence, sentence + 1):
        first = opened.token if index == opened.sentence else 0
        last = at if index == sentence else len(tagged[index].tokens)
        if first < last:
            parts.append(QuotedPart(index, first, last))
    return tuple(parts)
