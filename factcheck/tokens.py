"""Cuts text into words, numbers and signs; every later step works on these tokens."""

from __future__ import annotations

import re

from factcheck.model import Token

# A number keeps inner separators (6.700, 20/06/2024, 15.24.49, 8,72) and never a trailing one. A word keeps inner
# apostrophes and hyphens (Menteri-menteri, O'Brien, Kim Jong-un). Letters glued to digits are tokens of their own
# ("442jemaah", "12m"), so that what a scraper ran together is still read.
_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’‘ʼ\-‐‑][^\W\d_]+)*|[^\w\s]|_")


def tokens_of(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`, with offsets into the whole text."""
    return tuple(
        Token(word := m.group(), word.lower(), m.start(), m.end(), _kind(word[0]))
        for m in _TOKEN.finditer(text, start, len(text) if end is None else end)
    )


def _kind(first: str) -> str:
    if first.isdecimal():
        return "n"
    return "w" if first.isalnum() else "p"
