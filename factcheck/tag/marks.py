"""Figures that count nothing or are no digits: ordinals, scores, and `no injuries` for zero."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Mention, Token
from factcheck.numbers import Number
from factcheck.tag.figurewords import FigureWords
from factcheck.values.count import Count
from factcheck.values.score import Score

_MOST_DIGITS = 6
_HIGHEST_SCORE = 199
_GOALS = 9  # up to which "2-1" is a score without a word for one; no range starts at zero ("0-16")
_SCORE_REACH = 6  # tokens around a score in which such a word may stand
_DASHES = "-‐‑–"


def ordinal_at(tokens: Sequence[Token], i: int, words: FigureWords) -> Mention | None:
    """`4th`, `ke-4`, `third`, `keempat`, `twenty-first`."""
    return _ordinal_digits(tokens, i, words) or _prefixed_ordinal(tokens, i, words) or _ordinal_word(tokens, i, words)


def _ordinal_digits(tokens: Sequence[Token], i: int, words: FigureWords) -> Mention | None:
    suffix = i + 1 < len(tokens) and tokens[i + 1].lower in words.sets["ordinal_suffixes"]
    if not suffix or not _is_small(tokens[i]) or tokens[i].end != tokens[i + 1].start:
        return None
    return Mention("ordinal", i, i + 2, int(tokens[i].text))


def _is_small(token: Token) -> bool:
    return token.text.isdecimal() and len(token.text) <= _MOST_DIGITS


def _prefixed_ordinal(tokens: Sequence[Token], i: int, words: FigureWords) -> Mention | None:
    if tokens[i].lower not in words.sets["ordinal_prefixes"]:
        return None
    at = i + 2 if i + 1 < len(tokens) and tokens[i + 1].text in _DASHES else i + 1
    if at >= len(tokens) or not _is_small(tokens[at]) or tokens[at - 1].end != tokens[at].start:
        return None
    return Mention("ordinal", i, at + 1, int(tokens[at].text))


def _ordinal_word(tokens: Sequence[Token], i: int, words: FigureWords) -> Mention | None:
    """In lower case: "Third Army" is a name, "the third victim" is not."""
    tens = words.numbers.values.get(tokens[i].lower)
    if tens is not None and i + 2 < len(tokens) and tokens[i + 1].text in _DASHES:
        unit = words.ordinal_units.get(tokens[i + 2].lower)
        return Mention("ordinal", i, i + 3, int(tens) + unit) if unit else None
    value = words.ordinals.get(tokens[i].lower)
    if value is None or (i and tokens[i].text[0].isupper()) or (i and tokens[i - 1].text in _DASHES):
        return None
    named = i + 1 < len(tokens) and tokens[i + 1].text[0].isupper()
    return None if named else Mention("ordinal", i, i + 1, value)


def score_at(tokens: Sequence[Token], i: int, words: FigureWords) -> Mention | None:
    """`2-1`: two small figures in one, with a word for a contest near or the higher one first."""
    if i + 2 >= len(tokens) or tokens[i + 1].text not in _DASHES:
        return None
    one, two = tokens[i], tokens[i + 2]
    glued = one.end == tokens[i + 1].start and tokens[i + 1].end == two.start
    if not glued or not (_is_small(one) and _is_small(two)):
        return None
    first, second = int(one.text), int(two.text)
    near = tokens[max(0, i - _SCORE_REACH) : i + 3 + _SCORE_REACH]
    cued = any(token.lower in words.sets["scores"] for token in near) or _listed(tokens, i)
    plain = _GOALS >= first > second or first == 0
    return Mention("score", i, i + 3, Score(first, second)) if first <= _HIGHEST_SCORE and (cued or plain) else None


def _listed(tokens: Sequence[Token], i: int) -> bool:
    """Whether another score stands right before: "21-18, 19-21, 21-16"."""
    at = i - 1 if i and tokens[i - 1].text == "," else i
    return at >= 3 and tokens[at - 2].text in _DASHES and _is_small(tokens[at - 1]) and _is_small(tokens[at - 3])


def zero_at(tokens: Sequence[Token], i: int, words: FigureWords) -> Mention | None:
    """`no injuries`, `tidak ada korban`: none of what such words count; the noun stays outside."""
    found = words.zero.at(tokens, i)
    if not found or found.last >= len(tokens) or not found.value.at(tokens, found.last):
        return None
    return Mention("number", i, found.last, Count(Number.of(0)))
