"""Looks up words and phrases in tokenised text: one dictionary step per token, the longest phrase wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from factcheck.model import Token
from factcheck.tag.tokens import tokens_of

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A phrase at tokens `first` to `last` (half open) with what it stands for."""

    first: int
    last: int
    value: T


class PhraseIndex(Generic[T]):
    """Phrases by their first word. A phrase may end in `*`: any ending of its last word."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._stems: list[tuple[str, T]] = []
        for phrase, value in phrases:
            self._add(phrase, value)
        for entries in self._exact.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def _add(self, phrase: str, value: T) -> None:
        words = tuple(token.lower for token in tokens_of(phrase.removesuffix("*")))
        if not words:
            return
        if phrase.endswith("*") and len(words) == 1:
            self._stems.append((words[0], value))
        else:
            self._exact.setdefault(words[0], []).append((words, value))

    def at(self, tokens: Sequence[Token], index: int) -> Found[T] | None:
        """The longest phrase that starts at a token."""
        for words, value in self._exact.get(tokens[index].lower, ()):
            end = index + len(words)
            if end <= len(tokens) and all(tokens[index + k].lower == word for k, word in enumerate(words)):
                return Found(index, end, value)
        for stem, value in self._stems:
            if tokens[index].lower.startswith(stem):
                return Found(index, index + 1, value)
        return None

    def find(self, tokens: Sequence[Token], start: int = 0, end: int | None = None) -> Iterator[Found[T]]:
        """All phrases that lie in a stretch of tokens, left to right, not overlapping."""
        index, stop = start, len(tokens) if end is None else end
        while index < stop:
            found = self.at(tokens, index)
            if found and found.last <= stop:
                yield found
                index = found.last
            else:
                index += 1
