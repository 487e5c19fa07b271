"""The shape of a sentence: its words in lower case, each typed mention as one private-use character.

Rules are compiled over shapes (`pattern`), so that a slot costs one character and not a regular expression of its own.
Tokens are separated by one space; the shape starts and ends with one. It is kept as UTF-8 bytes, as RE2 wants it.
"""

from __future__ import annotations

from bisect import bisect_left
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
    """The shape of one tagged sentence."""
    parts, starts, units = [b""], [], []
    position = 1
    for unit, text in _units(tagged):
        data = text.encode()
        parts.append(data)
        starts.append(position)
        units.append(unit)
        position += len(data) + 1
    return Shape(b" ".join([*parts, b""]), tuple(starts), tuple(units), tagged)


def _units(tagged: TaggedSentence) -> list[tuple[Mention | int, str]]:
    """Tokens and mentions in order; apostrophes and quotes are folded, so that rules need one form only."""
    result: list[tuple[Mention | int, str]] = []
    index = 0
    for mention in tagged.mentions:
        result += [(i, _fold(tagged.tokens[i].lower)) for i in range(index, mention.first)]
        result.append((mention, SYMBOL[mention.type]))
        index = mention.last
    result += [(i, _fold(tagged.tokens[i].lower)) for i in range(index, len(tagged.tokens))]
    return result


_FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "‐": "-", "‑": "-"})


def _fold(word: str) -> str:
    return word.translate(_FOLD) if not word.isascii() else word
