"""Cuts text into words, numbers and signs; every later step works on these tokens."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.model import Token

# A number keeps inner separators (6.700, 20/06/2024, 15.24.49, 8,72) and never a trailing one. A word keeps inner
# apostrophes and hyphens (Menteri-menteri, O'Brien, Kim Jong-un). Letters glued to digits are tokens of their own
# ("442jemaah", "12m"), so that what a scraper ran together is still read.
_TOKEN = re.compile(r"(\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’‘ʼ\-‐‑][^\W\d_]+)*|[^\w\s]|_)")


_NEW = tuple.__new__  # a Token is made for every word of every article: its own constructor takes twice the time


def tokens_of(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`, with offsets into the whole text."""
    found = []
    pieces = _TOKEN.split(text[start:end])  # what lies between tokens, and tokens, by turns
    at = start
    for gap, word in zip(pieces[::2], pieces[1::2], strict=False):
        first = at + len(gap)
        at = first + len(word)
        lower, kind = _read(word)
        found.append(_NEW(Token, (word, lower, first, at, kind)))
    return tuple(found)


@lru_cache(maxsize=1 << 15)
def _read(word: str) -> tuple[str, str]:
    """A token in lower case, and its kind; kept, since articles use the same words."""
    first = word[0]
    return word.lower(), "n" if first.isdecimal() else "w" if first.isalnum() else "p"
