"""The number words of a language as an index, and its way to write digits."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from factcheck.lexicon import Lexicon, derived
from factcheck.numbers.number import ONE

FOUR_PLACES = Decimal("0.0001")  # as far as a third or a sixth is carried
_LONGEST_FIGURE = 24  # characters; what is longer counts nothing, and would cost time to calculate with


class NumberWords(NamedTuple):
    """The number words of a language, by what they do; see `rules/languages/<language>/numbers.yaml`."""

    decimal: str
    group: str
    values: Mapping[str, Decimal]
    teens: frozenset[str]
    times: Mapping[str, Decimal]
    glued: Mapping[str, Decimal]
    loose: frozenset[str]
    joiners: frozenset[str]
    points: frozenset[str]
    articles: frozenset[str]
    links: frozenset[str]
    minus: frozenset[str]
    fractions: Mapping[str, Decimal]
    denominators: Mapping[str, Decimal]
    vague: Mapping[tuple[str, ...], tuple[Decimal, Decimal]]
    longest_vague: int
    vocabulary: frozenset[str]
    starts: frozenset[str]


@derived
def number_words(lexicon: Lexicon) -> NumberWords:
    """The index of a language's number words, built once a lexicon."""
    data = lexicon.sections.get("numbers", {})

    def words(name: str) -> frozenset[str]:
        return frozenset(data.get(name, ()))

    def table(name: str) -> dict[str, Decimal]:
        return {word: ratio(str(value)) for word, value in data.get(name, {}).items()}

    vague = {tuple(key.split()): (Decimal(low), Decimal(high)) for key, (low, high) in data.get("vague", {}).items()}
    parts = [table(name) for name in ("values", "times", "fractions", "denominators")]
    sets = [words(name) for name in ("teens", "joiners", "points", "articles")]
    marks: Mapping[str, Any] = data.get("separators", {})
    return NumberWords(
        marks.get("decimal", "."), marks.get("group", ","), parts[0], sets[0], parts[1], table("glued"), words("loose"),
        sets[1], sets[2], sets[3], words("links"), words("minus"), parts[2], parts[3], vague,
        max(map(len, vague), default=0), frozenset().union(*parts, *sets),
        frozenset([marks.get("decimal", "."), *(key[0] for key in vague)]).union(*parts, *sets, words("minus")),
    )  # fmt: skip


def magnitude_sign(text: str, words: NumberWords) -> Decimal | None:
    """The factor of a magnitude sign beside digits: `100k`, `2.5bn`, `10 jt`. Case counts: `5m` is metres."""
    return words.glued.get(text) or words.glued.get(text.lower()) if len(text) > 1 else words.glued.get(text)


def read_figure(text: str, decimal: str, group: str) -> tuple[Decimal, Decimal] | None:
    """Digits with the separators of a language, and the unit they are rounded to.

    Where the marks can't be meant as the language has them ("8.27" in Indonesian, "1,200,000" likewise) they are read
    the other way round; a version or a time is no figure.
    """
    if len(text) > _LONGEST_FIGURE:
        return None
    if text.isdecimal():
        return Decimal(text), ONE
    if any(mark not in ".," for mark in text if not mark.isdecimal()):
        return None
    return _with_marks(text, decimal, group) or _with_marks(text, group, decimal)


def _with_marks(text: str, decimal: str, group: str) -> tuple[Decimal, Decimal] | None:
    whole, mark, rest = text.partition(decimal)
    if group in rest or decimal in rest or (mark and not rest):
        return None
    digits = _ungrouped(whole, group)
    if digits is None:
        return None
    return (Decimal(f"{digits}.{rest}"), ONE.scaleb(-len(rest))) if mark else (Decimal(digits), ONE)


def _ungrouped(text: str, group: str) -> str | None:
    head, *tail = text.split(group)
    if not head.isdecimal() or any(len(part) != 3 or not part.isdecimal() for part in tail):
        return None
    return head + "".join(tail) if not tail or (len(head) <= 3 and head[0] != "0") else None


def ratio(text: str) -> Decimal:
    over, _, under = text.partition("/")
    return (Decimal(over) / Decimal(under)).quantize(FOUR_PLACES) if under else Decimal(over)
