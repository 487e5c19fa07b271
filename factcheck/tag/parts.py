"""A sentence's tokens with hyphened figures taken apart: `two-day`, `12m-wide`, `six-year-old`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model import Token
from factcheck.numbers.terms import HYPHENS
from factcheck.tag.figurewords import FigureWords

_TAKEN = "\0"  # stands for a token of another mention: no word and no sign matches it


class Parts(NamedTuple):
    """Tokens to read figures from, and the token of the sentence that each belongs to."""

    tokens: list[Token]
    owner: Sequence[int]

    def after(self, last: int) -> int:
        """The index of the first part of token `last`."""
        return bisect_left(self.owner, last)


def split_hyphens(tokens: Sequence[Token], taken: bytearray, words: FigureWords) -> Parts:
    """Splits what starts with a number word, or with a unit after digits; blanks what is taken."""
    plain = list(tokens)
    if 1 in taken:
        plain = [Token(_TAKEN, _TAKEN, t.start, t.end, "p") if taken[i] else t for i, t in enumerate(tokens)]
    hyphened = {i for i, t in enumerate(plain) if t.kind == "w" and not t.text.isalpha() and _has_hyphen(t.text)}
    if not hyphened:
        return Parts(plain, range(len(plain)))
    parts: list[Token] = []
    owner: list[int] = []
    for i, token in enumerate(plain):
        after_digits = i > 0 and (plain[i - 1].kind == "n" or plain[i - 1].text in HYPHENS)
        pieces = _pieces(token) if i in hyphened and _is_figure(token, after_digits, words) else [token]
        parts += pieces
        owner += [i] * len(pieces)
    return Parts(parts, owner)


def _has_hyphen(text: str) -> bool:
    return any(hyphen in text for hyphen in HYPHENS)


def _is_figure(token: Token, after_digits: bool, words: FigureWords) -> bool:
    first = _pieces(token)[0].lower
    return first in words.numbers.vocabulary or (after_digits and first in words.unit_words)


def _pieces(token: Token) -> list[Token]:
    pieces: list[Token] = []
    start = 0
    for at, sign in enumerate(token.text):
        if sign in HYPHENS:
            pieces += [_piece(token, start, at, "w"), _piece(token, at, at + 1, "p")]
            start = at + 1
    return [*pieces, _piece(token, start, len(token.text), "w")]


def _piece(token: Token, start: int, end: int, kind: str) -> Token:
    text = token.text[start:end]
    return Token(text, text.lower(), token.start + start, token.start + end, kind)
