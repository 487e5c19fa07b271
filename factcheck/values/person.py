"""A person's name, and whether two names can be one person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple, Self

from factcheck.model import Comparison, Relation, compatible, different, same
from factcheck.tables.spelling import glued, likeness, spelled_alike, words_of

# Forms of address and titles that newsrooms put before a name, English, Indonesian, German; none but rare given names.
_HONORIFICS = frozenset(
    words_of(
        "mr mrs ms miss mx sir dame dr prof professor rev reverend hon herr frau bapak pak ibu bu tuan nyonya nona mas"
        " mbak kak gus kh kiai kyai ustaz ustadz habib haji hajah hj drs dra ir drg ayatollah sheikh shaikh syekh pope"
        " paus pastor pendeta bishop uskup cardinal kardinal king queen prince princess pangeran gen general jenderal"
        " col colonel kolonel capt captain kapten sgt sergeant lt lieutenant officer judge hakim senator"
    )
)
_SUFFIXES = frozenset(words_of("jr sr junior senior ii iii iv"))
_PARTICLES = frozenset(
    words_of("al el ul bin bint binti ben ibn van von de del della der den di da dos das du la le ter ten y zu")
)
_PATRONYMIC = frozenset({"bin", "ben", "ibn", "bint", "binti"})
# "Brandt, Ada" is one name turned round; "Ada Brandt, S.H., M.H." carries degrees, which are short or dotted.
_DEGREE = re.compile(r"(?:\w{1,4}\.)+\w{0,4}|[A-Z]{2,3}|[A-Z][a-z]?[A-Z]\w{0,3}|\w{1,2}|Jr|Sr")
# Weights of `similarity`: best by F1 on the pairs of persons of OpenSanctions' name benchmark, and flat around there.
_LEFT_OVER = 0.1
_INITIAL = 0.9
_UNLIKE = 0.7
_CLOSE = 0.75  # from here on a reader would ask why two names are not one


@dataclass(frozen=True, slots=True)
class Person:
    """A person as an article names them. `name` is how to show it; identity rests on `tokens` alone.

    `tokens` are the folded lower-case words of the name, without honorifics.
    """

    name: str = field(compare=False)
    tokens: tuple[str, ...]

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """The person that `text` names: honorifics and degrees are dropped, "Brandt, Ada" is turned round."""
        name = _in_reading_order(" ".join(text.split()))
        return cls(name, _without_honorifics(words_of(name)))

    def compare(self, other: Person) -> Comparison:
        """Same name, a spelling, shorter or longer form of it (compatible), or another person's name (different)."""
        return _compared(*_ordered(self.tokens, other.tokens))

    def show(self) -> str:
        return self.name

    def to_json(self) -> str:
        return self.name

    def __str__(self) -> str:
        return " ".join(self.tokens)


def similarity(a: str, b: str) -> float:
    """How likely two names are one person's, 0 to 1: best pairs of words by Jaro-Winkler, long words counting more.

    For ranking and blocking, where a number is needed; `Person.compare` gives the verdict with its reason.
    """
    return _similarity(*_ordered(Person.read(a).tokens, Person.read(b).tokens))


class How(IntEnum):
    """How two words of two names stand for one another, the surest way first."""

    EQUAL = 0
    SPELLING = 1
    INITIAL = 2
    SHORT_FORM = 3


class Pair(NamedTuple):
    """Word `one` of a name and word `other` of another that stand for one another."""

    how: How
    one: int
    other: int


def _ordered(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The shorter name first, so that every comparison is symmetric."""
    return (one, other) if (len(one), one) <= (len(other), other) else (other, one)


@lru_cache(maxsize=65536)
def _compared(one: tuple[str, ...], other: tuple[str, ...]) -> Comparison:
    if one == other:
        return same()
    if "".join(one) == "".join(other):
        return compatible(Relation.SPELLING, "the same name, its words joined or apart")
    if _suffixes(one) and _suffixes(other) and _suffixes(one) != _suffixes(other):
        return different(
            f"{' '.join(_suffixes(one))} and {' '.join(_suffixes(other))} tell two people of one name apart"
        )
    return _compared_by_words(_core(one), _core(other), _similarity(one, other))


def _compared_by_words(one: Sequence[str], other: Sequence[str], score: float) -> Comparison:
    pairs = _paired(one, other)
    left = [one[i] for i in _rest(len(one), [p.one for p in pairs])]
    right = [other[i] for i in _rest(len(other), [p.other for p in pairs])]
    if left and right and not _one_word(left, right):
        return different(_unlike_names(bool(pairs), score))
    if not any(p.how <= How.SPELLING for p in pairs):
        return different(f"only initials or parts agree (similarity {score:.2g})")
    if left and right:
        return compatible(Relation.SPELLING, "the same name, its words joined or apart")
    return _form(one, other, pairs, bool(left or right), score)


def _unlike_names(partly: bool, score: float) -> str:
    """Why two names with a word left over on both sides are two; `partly` tells whether other words of them agree."""
    if score >= _CLOSE:
        return "the names are close, but not spellings of one name"
    return "only a part of the names agrees" if partly else "the names have no word in common"


def _form(one: Sequence[str], other: Sequence[str], pairs: Sequence[Pair], longer: bool, score: float) -> Comparison:
    """Why two names whose words all fit are compatible."""
    if _turned_round(one, other, pairs):
        if _PATRONYMIC & {*one, *other}:
            return different("the son's and the father's name change places")
        return compatible(Relation.WORDING, "the same words in another order")
    if longer:
        return compatible(Relation.WORDING, _shorter(min(len(one), len(other))))
    if any(p.how is How.SPELLING for p in pairs):
        return compatible(Relation.SPELLING, f"spelling variants (similarity {score:.2g})")
    if all(p.how is How.EQUAL for p in pairs):
        return compatible(Relation.WORDING, "the same name with and without particles or a suffix")
    return compatible(Relation.WORDING, "one gives an initial or a short form")


def _shorter(words: int) -> str:
    return "one name alone, part of the full name" if words == 1 else "a shorter form of the same name"


def _turned_round(one: Sequence[str], other: Sequence[str], pairs: Sequence[Pair]) -> bool:
    """Whether the words stand in another order; one name alone may be any part of a longer one."""
    order = [p.other for p in pairs if one[p.one] not in _PARTICLES]
    return order != sorted(order)


def _in_reading_order(name: str) -> str:
    before, comma, after = name.partition(",")
    if not comma:
        return name
    rest = after.strip()
    if not rest or all(_DEGREE.fullmatch(part.strip()) for part in rest.split(",")):
        return f"{before.strip()} {rest}" if words_of(rest)[:1] and set(words_of(rest)) <= _SUFFIXES else before.strip()
    return f"{rest} {before.strip()}"


def _without_honorifics(words: tuple[str, ...]) -> tuple[str, ...]:
    first = 0
    while first < len(words) - 1 and words[first] in _HONORIFICS:
        first += 1
    return words[first:]


def _suffixes(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(w for w in words[1:] if w in _SUFFIXES)


@lru_cache(maxsize=65536)
def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that identify: without suffixes and particles, unless nothing else is left."""
    keep = _PATRONYMIC if len(words) > 2 else frozenset()
    return tuple(w for w in words if w not in _SUFFIXES and (w not in _PARTICLES or w in keep)) or words


def _paired(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Words of both names that stand for one another, the surest pairs first, each word once."""
    grid = [(_stands_for(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other)]
    pairs: list[Pair] = []
    for how, i, j in sorted((how, i, j) for how, i, j in grid if how is not None):
        last = i == len(one) - 1 or j == len(other) - 1
        if not (how is How.SHORT_FORM and last) and all(p.one != i and p.other != j for p in pairs):
            pairs.append(Pair(how, i, j))
    return sorted(pairs, key=lambda pair: pair.one)


@lru_cache(maxsize=65536)
def _stands_for(one: str, other: str) -> How | None:
    """The surest way in which two words are one; the last word of a name has no short form, which the caller knows."""
    if one == other or {one, other} <= _PATRONYMIC:
        return How.EQUAL
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if spelled_alike(one, other) or glued(short, long):
        return How.SPELLING
    if not long.startswith(short):
        return None
    if len(short) == 1:
        return How.INITIAL
    return How.SHORT_FORM if 3 <= len(short) <= 4 and len(long) >= len(short) + 2 else None


def _rest(length: int, used: Sequence[int]) -> list[int]:
    return [i for i in range(length) if i not in used]


def _one_word(left: Sequence[str], right: Sequence[str]) -> bool:
    return len(left) != len(right) and spelled_alike("".join(left), "".join(right))


@lru_cache(maxsize=65536)
def _similarity(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if not one or not other:
        return float(one == other)
    if "".join(sorted(one)) == "".join(sorted(other)):
        return 1.0
    return _weighted(_core(one), _core(other))


def _weighted(one: Sequence[str], other: Sequence[str]) -> float:
    """Mean likeness of the best pairs of words, long words counting more; words left over count a tenth."""
    grid = [(_word_score(a, b), -abs(i - j), i, j) for i, a in enumerate(one) for j, b in enumerate(other)]
    paired: dict[int, int] = {}
    score = length = 0.0
    for likely, _, i, j in sorted(grid, reverse=True):
        if i not in paired and j not in paired.values():
            paired[i] = j
            length += (long := max(len(one[i]), len(other[j])))
            score += likely * long
    left = sum(len(word) for j, word in enumerate(other) if j not in paired.values())
    return score / (length + _LEFT_OVER * left)


def _word_score(one: str, other: str) -> float:
    if len(one) == 1 or len(other) == 1:
        return _INITIAL if one[0] == other[0] else 0.0
    alike = likeness(one, other)
    return alike if alike >= _UNLIKE else 0.0
