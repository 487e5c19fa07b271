"""Tells figures that count something from labels, years, street numbers and parts of names."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Token
from factcheck.numbers.terms import HYPHENS
from factcheck.tag.figures import Figure
from factcheck.tag.figurewords import FigureWords

_YEARS = range(1700, 2100)
_LONGEST_PLAIN = 9  # digits without separators; longer ones are identifiers
_STREET_WORDS = 4  # words of a street's name looked at
_AROUND = 20  # tokens on each side that tell a headline
_HEADLINE = 0.6  # share of capitalised words from which capitals say nothing


def is_counted(tokens: Sequence[Token], figure: Figure, words: FigureWords) -> bool:
    """Whether a bare figure without a hedge is a number of something, as far as its neighbours tell."""
    first, last = figure.first, figure.last
    if _is_label(tokens, first, last, words) or _is_joined(tokens, first, last):
        return False
    if tokens[first].kind == "n" and last == first + 1 and not _is_plain_figure(tokens, first, words):
        return False
    if tokens[first].lower in words.sets["ones"] and last == first + 1 and not _counts_one(tokens, first, words):
        return False
    return not _in_name(tokens, first, last, words)


def _lower(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _last_word(token: Token) -> str:
    """The last word of a token that a scraper may have run together ("huruf ajunctoPasal")."""
    for i in range(len(token.text) - 1, 0, -1):
        if token.text[i].isupper() and token.text[i - 1].islower():
            return token.lower[i:]
    return token.lower


def _is_label(tokens: Sequence[Token], first: int, last: int, words: FigureWords) -> bool:
    """`Article 5`, `page 3`, `2200 block`, `81 Lantern Drive`, `5 p.m.`, `1.` at the start of a line."""
    before, after = _last_word(tokens[first - 1]) if first else "", _lower(tokens, last)
    if before in words.sets["labels"] or after in words.sets["label_after"] or _is_clock(tokens, last, words):
        return True
    if first == 0 and last == 1 and after in (".", ")") and tokens[0].kind == "n":
        return True
    return _is_address(tokens, last, words)


def _is_clock(tokens: Sequence[Token], last: int, words: FigureWords) -> bool:
    return last < len(tokens) and words.clock.at(tokens, last) is not None


def _is_address(tokens: Sequence[Token], last: int, words: FigureWords) -> bool:
    for token in tokens[last : last + _STREET_WORDS]:
        if not token.text[0].isupper() and token.kind != "n":
            return False
        if token.lower in words.sets["street_words"]:
            return True
    return False


def _is_joined(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Glued into an address of the web, a file name, or a compound ("12-member")."""
    if first and tokens[first - 1].end == tokens[first].start and _sticks(tokens, first, last):
        return True
    if last + 1 >= len(tokens) or tokens[last - 1].end != tokens[last].start:
        return False
    sign, glued = tokens[last].text, tokens[last].end == tokens[last + 1].start
    return sign == "_" or (glued and (sign in HYPHENS or sign == "/") and tokens[last + 1].kind == "w")


def _sticks(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Glued to what stands before: to a sign of a web address, or to a word with no noun after ("Channel7 reports")."""
    before = tokens[first - 1]
    if before.kind == "p":
        inner = before.text in HYPHENS + "." and first > 1 and tokens[first - 2].end == before.start
        return inner or before.text in "/_=@#&"
    return not (last < len(tokens) and tokens[last].kind == "w" and tokens[last].text.islower())


def _is_plain_figure(tokens: Sequence[Token], at: int, words: FigureWords) -> bool:
    """No year, no identifier, no point of a list ("(2)")."""
    text = tokens[at].text
    if text.isdecimal():
        if (text[0] == "0" and len(text) > 1) or len(text) > _LONGEST_PLAIN:
            return False
        if len(text) == 4 and int(text) in _YEARS:
            return _lower(tokens, at + 1) in words.sets["people"]
    return not (_lower(tokens, at - 1) == "(" and _lower(tokens, at + 1) == ")" and len(text) == 1)


def _counts_one(tokens: Sequence[Token], first: int, words: FigureWords) -> bool:
    """`one man was killed`, and not `one of them`, `that one`, `satu-satunya`."""
    after = tokens[first + 1] if first + 1 < len(tokens) else None
    if after is None or after.kind != "w" or after.lower in words.sets["ones_not_before"]:
        return False
    return _lower(tokens, first - 1) not in words.sets["ones_not_after"]


def _in_name(tokens: Sequence[Token], first: int, last: int, words: FigureWords) -> bool:
    """After a capitalised word, unless a noun follows: "Fox 8", "gate Alpha 2 and". Headlines capitalise everything."""
    before = tokens[first - 1] if first else None
    if before is None or before.kind != "w":
        return False
    if tokens[first].kind != "n":
        near = tokens[max(0, first - _AROUND) : last + _AROUND]
        return tokens[first].text[0].isupper() and not _is_headline(near)
    if not before.text[0].isupper() or last > first + 1:
        return False
    after = tokens[last] if last < len(tokens) else None
    if after is None or after.kind != "w" or after.lower in words.sets["not_counted"]:
        return before.lower not in words.sets["number_verbs"]
    return after.text[0].isupper() and not _is_headline(tokens[max(0, first - _AROUND) : last + _AROUND])


def _is_headline(tokens: Sequence[Token]) -> bool:
    named = [token.text[0].isupper() for token in tokens if token.kind == "w"]
    return sum(named) >= _HEADLINE * len(named)
