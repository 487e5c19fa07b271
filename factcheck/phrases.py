"""Looks up words and phrases in tokenised text: one dictionary step per token, the longest phrase wins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from factcheck.model import Token
from factcheck.tokens import tokens_of

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A phrase at tokens `first` to `last` (half open) with what it stands for."""

    first: int
    last: int
    value: T


class PhraseIndex(Generic[T]):
    """Phrases with what they stand for; of a phrase given twice, the first counts.

    `firsts` are the words that phrases begin with, with how many words they have, most first; `lasts` those that they
    end with: what is neither need not be looked up. A phrase may end in `*`: any ending of its one word, which is in
    neither. Made of strings and small tuples alone, since indexes are stored with the rules they come from and loaded
    at every start.
    """

    __slots__ = ("_stems", "_values", "firsts", "lasts")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._values: dict[str, T] = {}
        self.firsts: dict[str, tuple[int, ...]] = {}
        self._stems: list[tuple[str, T]] = []
        self.lasts: set[str] = set()
        for phrase, value in phrases:
            self._add(phrase, value)

    def _add(self, phrase: str, value: T) -> None:
        words = words_of(phrase.removesuffix("*"))
        if not words:
            return
        if phrase.endswith("*") and len(words) == 1:
            self._stems.append((words[0], value))
            return
        self._values.setdefault(" ".join(words), value)
        self.lasts.add(words[-1])
        lengths = self.firsts.get(words[0], ())
        if len(words) not in lengths:
            self.firsts[words[0]] = tuple(sorted((*lengths, len(words)), reverse=True))

    def at(self, tokens: Sequence[Token], index: int) -> Found[T] | None:
        """The longest phrase that starts at a token."""
        word = tokens[index].lower
        lengths = self.firsts.get(word)
        if lengths is None:
            return self._stem_at(word, index) if self._stems else None
        for length in lengths:
            last = index + length
            phrase = word if length == 1 else " ".join([token.lower for token in tokens[index:last]])
            if phrase in self._values and last <= len(tokens):
                return Found(index, last, self._values[phrase])
        return self._stem_at(word, index) if self._stems else None

    def _stem_at(self, word: str, index: int) -> Found[T] | None:
        return next((Found(index, index + 1, value) for stem, value in self._stems if word.startswith(stem)), None)

    def before(self, tokens: Sequence[Token], last: int, reach: int = 4) -> Found[T] | None:
        """The phrase of at most `reach` words that ends right before a token, if no longer one begins where it does."""
        if last < 1 or tokens[last - 1].lower not in self.lasts:
            return None
        for first in range(max(0, last - reach), last):
            found = self.at(tokens, first)
            if found and found.last == last:
                return found
        return None

    def find(self, tokens: Sequence[Token], start: int = 0, end: int | None = None) -> list[Found[T]]:
        """All phrases that lie in a stretch of tokens, left to right, not overlapping."""
        stretch = tokens if start == 0 and end is None else tokens[start:end]
        # Most stretches hold none: whether one can begin is asked of all words at once, in a loop that calls nothing.
        lengths, every = self.firsts, bool(self._stems)
        begins = [i for i, token in enumerate(stretch, start) if token.lower in lengths or every]
        found: list[Found[T]] = []
        done, stop = start, start + len(stretch)
        for i in begins:
            phrase = self.at(tokens, i) if i >= done else None
            if phrase and phrase.last <= stop:
                found.append(phrase)
                done = phrase.last
        return found


def words_of(phrase: str) -> Sequence[str]:
    """The lower-case words of a phrase, cut as text is; most phrases are letters and blanks, which is quick to see."""
    words = phrase.lower().split()
    return words if all(map(str.isalpha, words)) else [token.lower for token in tokens_of(phrase)]
