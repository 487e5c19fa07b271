"""Reads digits and number words: `281,2 juta`, `lima ratus ribu`, `two hundred and five`, `172 ½`, `dozens`."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from factcheck.lexicon import Lexicon
from factcheck.model import Token
from factcheck.numbers.number import ONE, Number
from factcheck.numbers.terms import HYPHENS, TENTH, Item, NumberSum
from factcheck.numbers.words import FOUR_PLACES, NumberWords, magnitude_sign, number_words, ratio, read_figure

_LONGEST = 40  # words of one number that are looked at; "998 billion ... and twelve" needs 30
_OPENING = "([\"'“‘"


def read_number(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> tuple[Number, int] | None:
    """The number that starts at token `i`, without hedges, and the index after it; None where there is none."""
    words = number_words(lexicon)
    token = tokens[i]
    if token.lower not in words.starts and (token.kind == "p" or token.text.isalpha()):
        return None  # what most words are: with neither digits nor hyphens, and no number words
    if _is_minus(tokens, i, words):
        below = read_number(tokens, i + 1, lexicon) if tokens[i + 1].lower not in words.minus else None
        return (below[0].negative(), below[1]) if below else None
    return _read_vague(tokens, i, words) or NumberSum(_items(tokens, i, words), words).read()


def _is_minus(tokens: Sequence[Token], i: int, words: NumberWords) -> bool:
    """The word, or a sign glued to what follows and to nothing before."""
    if i + 1 >= len(tokens) or tokens[i].lower not in words.minus:
        return False
    if tokens[i].kind == "w":
        return True
    glued_before = i > 0 and tokens[i - 1].end == tokens[i].start and tokens[i - 1].text not in _OPENING
    return tokens[i].end == tokens[i + 1].start and tokens[i + 1].kind != "w" and not glued_before


def _items(tokens: Sequence[Token], i: int, words: NumberWords) -> list[Item]:
    """The stretch of tokens from `i` that number words, figures, and what joins them, may take up."""
    items: list[Item] = []
    first = i
    while i < len(tokens) and len(items) < _LONGEST:
        token = tokens[i]
        figure = _figure(token, tokens[i - 1] if i > first else None, words)
        if token.text == words.decimal and i == first and (figure := _bare_decimal(tokens, i)):
            i += 1
        if figure and items and items[-1].value is not None and figure[0] >= 1:
            break  # digits after digits are another number
        if figure:
            items.append(Item("", *figure, i + 1))
        elif parts := _words_of(token, words, tokens[i - 1] if i > first else None):
            items += [Item(part, None, ONE, -1) for part in parts[:-1]]
            items.append(Item(parts[-1], None, ONE, i + 1))
        elif items and (token.text == "," or (token.text in HYPHENS and _tight(tokens, i))):
            items.append(Item(token.text, None, ONE, -1))
        else:
            break
        i += 1
    return items


def _figure(token: Token, before: Token | None, words: NumberWords) -> tuple[Decimal, Decimal] | None:
    if token.kind == "n":
        if "/" in token.text and (before is None or before.kind == "n"):
            return _written_fraction(token.text)
        return read_figure(token.text, words.decimal, words.group)
    if len(token.text) == 1 and not token.text.isascii() and unicodedata.category(token.text) == "No":
        return Decimal(str(unicodedata.numeric(token.text))).quantize(FOUR_PLACES), TENTH
    return None


def _bare_decimal(tokens: Sequence[Token], i: int) -> tuple[Decimal, Decimal] | None:
    """`.25` or `,77`: a decimal mark glued to digits and to nothing before."""
    if i + 1 >= len(tokens) or tokens[i].end != tokens[i + 1].start or not tokens[i + 1].text.isdecimal():
        return None
    if i and tokens[i - 1].end == tokens[i].start:
        return None
    digits = tokens[i + 1].text
    return Decimal(f"0.{digits}"), ONE.scaleb(-len(digits))


def _written_fraction(text: str) -> tuple[Decimal, Decimal] | None:
    over, _, under = text.partition("/")
    if not (over.isdecimal() and under.isdecimal()) or len(text) > 4 or not 0 < int(over) < int(under) <= 10:
        return None
    return ratio(text), TENTH


def _words_of(token: Token, words: NumberWords, before: Token | None) -> tuple[str, ...]:
    word = token.lower
    if word in words.vocabulary:
        return (word,)
    if token.kind != "w":
        return ()
    if before is not None and before.kind == "n" and (word in words.loose or before.end == token.start):
        return (token.text,) if magnitude_sign(token.text, words) else ()
    parts = word.replace("‑", "-").replace("‐", "-").split("-")
    return tuple(parts) if len(parts) > 1 and all(part in words.vocabulary for part in parts) else ()


def _tight(tokens: Sequence[Token], i: int) -> bool:
    """A sign glued to both neighbours."""
    return 0 < i < len(tokens) - 1 and tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def _read_vague(tokens: Sequence[Token], i: int, words: NumberWords) -> tuple[Number, int] | None:
    """`dozens`, `puluhan ribu`, `hundreds of thousands`, `several hundred`: a range, and said to be near."""
    for length in range(min(words.longest_vague, len(tokens) - i), 0, -1):
        bounds = words.vague.get(tuple(token.lower for token in tokens[i : i + length]))
        if bounds:
            return _vague_times(Number(*bounds, about=True), tokens, i + length, words)
    return None


def _vague_times(number: Number, tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[Number, int]:
    """Under the multiplying words that follow; two at most ("several hundred thousand")."""
    for _ in range(2):
        link = 1 if at < len(tokens) and tokens[at].lower in words.links else 0
        factor = words.times.get(tokens[at + link].lower) if at + link < len(tokens) else None
        if factor is None:
            break
        number, at = number.times(factor), at + link + 1
    return number, at
