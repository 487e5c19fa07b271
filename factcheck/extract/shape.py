"""The shape of a sentence: its words in lower case, each typed mention as one private-use character.

Rules are compiled over shapes (`pattern`), so that a slot costs one character and not a regular expression of its own.
Tokens are separated by one space; the shape starts and ends with one. It is kept as UTF-8 bytes, as RE2 wants it.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from factcheck.model import Mention, TaggedSentence
from factcheck.rulepack.slots import SYMBOL


class Shape(NamedTuple):
    """The bytes to match, and which unit (token or mention) starts at which byte."""

    data: bytes
    starts: tuple[int, ...]
    units: tuple[Mention | int, ...]
    tagged: TaggedSentence

    def unit_at(self, offset: int) -> int:
        """Index of the first unit that starts at or after a byte offset."""
        return bisect_left(self.starts, offset)

    def tokens_of(self, unit: int) -> tuple[int, int]:
        """The sentence's tokens that a unit covers, half open."""
        what = self.units[unit]
        return (what, what + 1) if isinstance(what, int) else (what.first, what.last)


def shape_of(tagged: TaggedSentence) -> Shape:
    """The shape of one tagged sentence; apostrophes and quotes are folded, so that rules need one form only."""
    units: list[Mention | int] = []
    texts: list[str] = []
    index = 0
    words = [token.lower for token in tagged.tokens]
    for mention in tagged.mentions:
        units += [*range(index, mention.first), mention]
        texts += [*words[index : mention.first], SYMBOL[mention.type]]
        index = mention.last
    units += range(index, len(words))
    texts += words[index:]
    text = " ".join(["", *texts, ""])
    data = (text if text.isascii() else text.translate(_FOLD)).encode()
    # A unit begins behind each blank but the last one.
    starts = accumulate(len(part) + 1 for part in data.split(b" ")[:-2])
    return Shape(data, tuple(starts), tuple(units), tagged)


_FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "‐": "-", "‑": "-"})
