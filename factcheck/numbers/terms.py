"""Adds up the words of one number.

A number is a falling sum of terms. A value word adds a term below the last one; a multiplying word (`ribu`, `million`)
multiplies all terms smaller than itself. What breaks that order starts another number.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.numbers.number import ONE, Hedge, Number, last_digit_unit
from factcheck.numbers.words import FOUR_PLACES, NumberWords, magnitude_sign

HYPHENS = "-‐‑"
TENTH = Decimal("0.1")  # the rounding unit of a spoken fraction: "half a million" says 0.5
_THOUSAND = Decimal(1000)
_DOZEN = Decimal(12)


class Item(NamedTuple):
    """A word or figure of a number. `end` is the token index after it, or -1 inside a hyphened token."""

    word: str
    value: Decimal | None
    step: Decimal
    end: int


class _Term(NamedTuple):
    value: Decimal
    scale: Decimal
    step: Decimal
    first: int


class NumberSum:
    """The terms read so far; `done` is how many items a valid number takes."""

    __slots__ = ("collective", "done", "end", "items", "terms", "words")

    def __init__(self, items: Sequence[Item], words: NumberWords) -> None:
        self.items, self.words = items, words
        self.terms: list[_Term] = []
        self.done, self.end, self.collective = 0, -1, False

    def read(self) -> tuple[Number, int] | None:
        at = 0
        while at < len(self.items) and (used := self._take(at)):
            at += used
            if self.items[at - 1].end >= 0:
                self.done, self.end = at, self.items[at - 1].end
        terms = self._valid_terms()
        if not terms:
            return None
        number = Number.of(sum((term.value for term in terms), Decimal(0)), min(term.step for term in terms))
        return number.hedged(Hedge.ABOUT) if self.collective else number, self.end

    def _valid_terms(self) -> list[_Term]:
        """Terms that end at a whole token; a number never stops inside one."""
        return self.terms if self.end >= 0 and self.done and self.items[self.done - 1].end == self.end else []

    def _take(self, at: int) -> int:
        """Takes in the item at `at`, perhaps with those after it; how many were used, 0 where the number ends."""
        item, words = self.items[at], self.words
        if item.value is not None:
            return self._add_figure(at, item)
        if item.word in words.joiners or item.word in "," + HYPHENS:
            return self._join(at)
        if item.word in words.articles:
            return self._article(at)
        if item.word in words.points:
            return self._decimals(at)
        if item.word in words.teens:
            return self._teen(at)
        factor = words.times.get(item.word) or magnitude_sign(item.word, words)
        if factor is not None:
            return self._multiply(at, factor)
        return self._fraction(at, item.word) or self._value(at, item.word)

    def _add_figure(self, at: int, item: Item) -> int:
        """Digits start a number, follow a magnitude word ("2 juta 300 ribu"), or are the fraction after digits."""
        assert item.value is not None
        if self.terms:
            fraction = item.value < 1 and self.terms[-1].scale == 1
            smaller = item.value < self.terms[-1].scale and self._factor_at(at + 1) is not None
            if not fraction and not smaller:
                return 0
        self.terms.append(_Term(item.value, ONE, item.step, at))
        return 1

    def _value(self, at: int, word: str) -> int:
        value = self.words.values.get(word)
        if value is None or (self.terms and (not value or self.terms[-1].scale <= value)):
            return 0
        scale = last_digit_unit(value) if value > 10 else ONE
        self.terms.append(_Term(value, scale, value if value >= _THOUSAND else ONE, at))
        return 1

    def _teen(self, at: int) -> int:
        if not self.terms or not 0 < self.terms[-1].value < 10 or self.terms[-1].scale != 1:
            return 0
        unit = self.terms.pop()
        self.terms.append(unit._replace(value=unit.value + 10))
        return 1

    def _multiply(self, at: int, factor: Decimal) -> int:
        kept = list(self.terms)
        popped: list[_Term] = []
        if kept and self.items[at - 1].value is not None:
            popped.append(kept.pop())
        while kept and kept[-1].value < factor:
            popped.append(kept.pop())
        if not popped:
            return 0
        value = sum((term.value for term in popped), Decimal(0)) * factor
        if kept and kept[-1].scale <= value:
            self._cut(popped[-1].first)
            return 0
        step = min(term.step for term in popped)
        self.collective |= factor == _DOZEN
        rounded = factor != _DOZEN and (factor >= _THOUSAND or step < ONE)
        self.terms = [*kept, _Term(value, factor, step * factor if rounded else ONE, popped[-1].first)]
        return 1

    def _cut(self, first: int) -> None:
        """Gives back the items from `first` on: they belong to the next number."""
        while first and self.items[first - 1].word in (*self.words.joiners, ",", *HYPHENS):
            first -= 1
        self.terms = [term for term in self.terms if term.first < first]
        self.done, self.end = first, self.items[first - 1].end

    def _join(self, at: int) -> int:
        """`and`, a comma or a hyphen counts only between terms that could not be two numbers."""
        item, after = self.items[at], self._word(at + 1)
        if not self.terms or not after:
            return 0
        if item.word == ",":
            far = any(self._factor_at(at + k) is not None for k in (2, 3, 4))
            return 1 if self.terms[-1].scale >= _THOUSAND and after in self.words.values and far else 0
        if item.word in HYPHENS:
            return 1 if after in self.words.vocabulary else 0
        later = self._word(at + 2)
        article = after in self.words.articles and (later in self.words.fractions or later in self.words.denominators)
        value = None if later in self.words.denominators else self.words.values.get(after)
        if article or after in self.words.fractions:
            return 2 if article else 1
        return 1 if value and self.terms[-1].scale > value and self.terms[-1].scale >= 100 else 0

    def _article(self, at: int) -> int:
        """`a` is one before a multiplier or a fraction ("a hundred", "a third"), and nothing by itself."""
        after = self._word(at + 1)
        if self.terms:
            return 1 if self.terms[-1].value < 1 and self._factor_at(at + 1) is not None else 0
        if after in self.words.times or after in self.words.denominators:
            self.terms.append(_Term(ONE, ONE, ONE, at))
            return 1
        return 1 if after in self.words.fractions else 0

    def _fraction(self, at: int, word: str) -> int:
        under = self.words.denominators.get(word)
        if under and self.terms and self.terms[-1].value < under and self._is_numerator(at):
            over = self.terms.pop()
            self.terms.append(over._replace(value=(over.value / under).quantize(FOUR_PLACES), step=TENTH))
            return 1
        value = self.words.fractions.get(word) or (under and self._after_article(at) and (1 / under))
        if not value or (self.terms and self.terms[-1].scale != 1) or (self.terms and self.terms[-1].value < 1):
            return 0
        self.terms.append(_Term(Decimal(value).quantize(FOUR_PLACES), ONE, TENTH, at))
        return 1

    def _is_numerator(self, at: int) -> bool:
        """One of "two thirds"; "twenty third" is an ordinal, "three and a third" an addition."""
        over = self.terms[-1]
        return over.value < 10 and not self._after_joiner(at) and over.value == over.value.to_integral_value()

    def _after_joiner(self, at: int) -> bool:
        return any(item.word in self.words.joiners for item in self.items[max(0, at - 2) : at])

    def _after_article(self, at: int) -> bool:
        return at > 0 and self.items[at - 1].word in self.words.articles

    def _decimals(self, at: int) -> int:
        """`four point eight`, `empat koma delapan`: digit words after the point."""
        digits = ""
        while (value := self.words.values.get(self._word(at + 1 + len(digits)))) is not None and value < 10:
            digits += str(int(value))
        if not self.terms or not digits or self.terms[-1].scale > 10**6:
            return 0
        step = ONE.scaleb(-len(digits))
        self.terms.append(_Term(Decimal(digits) * step, step, step, at))
        return 1 + len(digits)

    def _word(self, at: int) -> str:
        return self.items[at].word if at < len(self.items) else ""

    def _factor_at(self, at: int) -> Decimal | None:
        word = self._word(at)
        return self.words.times.get(word)
