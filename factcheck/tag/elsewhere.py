"""Figures whose thing stands elsewhere than right behind them.

Indonesian names it before, with a mere classifier behind the figure ("pedagang yang terdampak sebanyak 611 orang"); a
part counts the same as its whole ("214 of 310 flights"); some words say it by themselves ("an attendance of 31,204").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from factcheck.lexicon import Lexicon, derived
from factcheck.model import Mention, Token
from factcheck.phrases import PhraseIndex
from factcheck.tag.quantities import ThingWords, counting, named, phrase_end, thing_of
from factcheck.values.thing import Quantity, Thing

_REACH = 7  # words before a cue in which the noun is looked for


class ElsewhereWords(NamedTuple):
    """The words around a figure that say where its thing is named, from a language's `things` section."""

    announcing: PhraseIndex[str]
    whole: PhraseIndex[str]
    told: PhraseIndex[str]
    within: frozenset[str]
    unnamed: frozenset[str]


@derived
def elsewhere_words(lexicon: Lexicon) -> ElsewhereWords:
    """The index of a language's words around figures."""
    data = lexicon.sections.get("things", {})
    announcing, whole = (PhraseIndex((p, name) for p in data.get(name, ())) for name in ("announcing", "whole"))
    told = PhraseIndex((p, concept) for concept, phrases in data.get("told_before", {}).items() for p in phrases)
    within, unnamed = (frozenset(data.get(name, ())) for name in ("within", "unnamed"))
    return ElsewhereWords(announcing, whole, told, within, unnamed)


def count_elsewhere(
    tokens: Sequence[Token], mentions: Sequence[Mention], words: ElsewhereWords, things: ThingWords
) -> list[Mention]:
    """The mentions, with figures that have no thing of their own made quantities of the thing named elsewhere."""
    result: list[Mention] = []
    for mention, after in zip_longest(mentions, mentions[1:]):
        thing = None
        if mention.type == "number":
            thing = _told(tokens, mention, words, things) or _of_whole(tokens, mention, after, words)
        elif mention.type == "quantity" and mention.value.thing.text.lower() in things.classifiers:
            thing = _announced(tokens, mention, mentions, words, things)
        result.append(counting(mention, thing) if thing else mention)
    return result


def _told(tokens: Sequence[Token], number: Mention, words: ElsewhereWords, things: ThingWords) -> Thing | None:
    cue = words.told.before(tokens, number.first)
    return named(cue.value, (), cue.value, things) if cue else None


def _of_whole(tokens: Sequence[Token], part: Mention, whole: Mention | None, words: ElsewhereWords) -> Thing | None:
    """`24 dari 27 orang`: two figures with nothing but the link between them."""
    if whole is None or whole.type != "quantity" or part.last >= len(tokens):
        return None
    link = words.whole.at(tokens, part.last)
    return _thing_counted(whole) if link and link.last == whole.first else None


def _thing_counted(mention: Mention) -> Thing:
    quantity: Quantity = mention.value
    return quantity.thing


def _announced(
    tokens: Sequence[Token], mention: Mention, mentions: Sequence[Mention], words: ElsewhereWords, things: ThingWords
) -> Thing | None:
    cue = words.announcing.before(tokens, mention.first)
    if cue is None:
        return None
    start = max([m.last for m in mentions if m.last <= cue.first], default=0)
    before = tokens[_clause_start(tokens, max(start, cue.first - _REACH), cue.first) : cue.first]
    known = [at for at in _nouns(before, things) if not _within(before, at, words)]
    if known:
        return thing_of(before, known[-1], things)
    return None if mention.value.thing.anybody else _unknown(before, words, things)


def _clause_start(tokens: Sequence[Token], first: int, last: int) -> int:
    return max([at + 1 for at in range(first, last) if tokens[at].kind == "p"], default=first)


def _nouns(tokens: Sequence[Token], things: ThingWords) -> Iterator[int]:
    """Where noun phrases begin whose head is a known thing."""
    at = 0
    while at < len(tokens):
        thing = thing_of(tokens, at, things)
        known = thing is not None and thing.head in things.known
        if known:
            yield at
        at = max(at + 1, phrase_end(tokens, at, {}, things)) if known else at + 1


def _unknown(before: Sequence[Token], words: ElsewhereWords, things: ThingWords) -> Thing | None:
    """The word right before the cue, where no known thing stands there: `ekstasi sebanyak 21 butir`."""
    at = len(before) - 1
    named = at >= 0 and before[at].text.islower() and before[at].lower not in words.unnamed
    return thing_of(before, at, things) if named and not _within(before, at, words) else None


def _within(tokens: Sequence[Token], at: int, words: ElsewhereWords) -> bool:
    """Whether a noun only says where, when or by whom: "di desa itu sebanyak"."""
    return at > 0 and tokens[at - 1].lower in words.within
