"""Words that somebody is quoted with, and whether two articles quote the same ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from factcheck.model import Comparison, Relation, compatible, different, same
from factcheck.tables.spelling import words_of

_THAT = "that: "
_CONTENT = 4  # letters from which a word counts as content: a rule of thumb that holds in every language
_COPY = 80  # percent of words that two copies of one quote share; editors correct and shorten
_RETOLD = 60  # percent of the shorter of two tellings, where one is not in quotation marks
_LEAST = 4  # content words that a part of a quote shares with it; fewer may be chance
_SURE = 5  # content words from which one quote inside a longer one is surely the same
_SHOWN = 80  # characters of a quote in a question


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody says. `text` is how to show it; identity rests on `words`, the folded content words in order.

    `indirect`: the article gives it in its own words, which others may also say; only one speaker's are one question.
    """

    text: str = field(compare=False)
    words: tuple[str, ...]
    indirect: bool = False

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """What `text` says, without quotation marks. The canonical text of a retold one begins with "that:"."""
        told = text.removeprefix(_THAT)
        words = tuple(word for word in words_of(told) if len(word) >= _CONTENT)
        return cls(" ".join(told.split()), words, told != text)

    def __str__(self) -> str:
        return (_THAT if self.indirect else "") + " ".join(self.words)

    def show(self) -> str:
        text = self.text.strip(" ,.;:")
        return f"“{text}”" if len(text) <= _SHOWN else f"“{text[:_SHOWN].rsplit(' ', 1)[0]} ...”"

    def to_json(self) -> str:
        return self.text

    def compare(self, other: Quote) -> Comparison:
        """Copies of one quote are the same; a short part of another fits; two languages have no words in common."""
        if self.indirect or other.indirect:
            return self._retold(other)
        mine, theirs = set(self.words), set(other.words)
        shared = len(mine & theirs)
        if mine == theirs or 100 * shared >= _COPY * max(len(mine), len(theirs)):
            return same("the same words")
        if shared < _LEAST or 100 * shared < _COPY * min(len(mine), len(theirs)):
            return different("other words")
        if shared >= _SURE:
            return same("one quotes more of the same words")
        return compatible(Relation.PRECISION, "one quotes more of the words")

    def _retold(self, other: Quote) -> Comparison:
        """Words that an article retells are the same statement where half of the shorter telling is in the other."""
        mine, theirs = set(self.words), set(other.words)
        shared = len(mine & theirs)
        if mine == theirs and self.indirect == other.indirect:
            return same("the same words")
        if shared < _LEAST or 100 * shared < _RETOLD * min(len(mine), len(theirs)):
            return different("other words")
        return compatible(Relation.WORDING, "one retells the words of the other")
