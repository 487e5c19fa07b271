"""Finds ages among the figures of a sentence: `34-year-old`, `aged 34`, `Ada Brandt, 34,`, `(34)`, `berusia 34 tahun`.

An age is a figure of its own kind, so that nobody counts 34 things or measures 34 years by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.lexicon import Lexicon, derived
from factcheck.model import Mention, Token
from factcheck.numbers import Number
from factcheck.phrases import PhraseIndex
from factcheck.values.age import Age
from factcheck.values.duration import Duration, TimeUnit

_PEOPLE = frozenset(("person", "name", "holder"))
_AND = frozenset(("and", "dan", "&"))
_CUE_WORDS = 4  # words of the longest cue before a figure
_LINK_WORDS = 3  # and of the longest link between a name and its age


class AgeWords(NamedTuple):
    """The `ages` section of a language; see `rules/languages/<language>/ages.yaml`."""

    endings: tuple[str, ...]
    after: PhraseIndex[None]
    before: PhraseIndex[None]
    of: PhraseIndex[None]
    links: PhraseIndex[None]
    close: frozenset[str]


@derived
def age_words(lexicon: Lexicon) -> AgeWords:
    """The index of a language's words around ages, built once a lexicon."""
    data = lexicon.sections.get("ages", {})

    def index(name: str) -> PhraseIndex[None]:
        return PhraseIndex((phrase, None) for phrase in data.get(name, ()))

    return AgeWords(
        tuple(data.get("endings", ())),
        index("after"),
        index("before"),
        index("of"),
        index("links"),
        frozenset(data.get("close", ())),
    )


def mark_ages(tokens: Sequence[Token], mentions: Sequence[Mention], words: AgeWords) -> list[Mention]:
    """The mentions, in order, each figure that is an age turned into an `age` (value `Age`) with its cue words."""
    mentions = _apart(mentions)
    people = {mention.last: mention for mention in mentions if mention.type in _PEOPLE}
    covered = {i for mention in mentions for i in range(mention.first, mention.last)}
    marked = [_as_age(tokens, mention, people, words) or mention for mention in mentions]
    return sorted([*marked, *_in_brackets(tokens, people, covered)], key=lambda mention: mention.first)


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Cuts a holder short of a figure inside it ("Ole Krag, 34, a lawyer"), which then can be an age after the name."""
    figures = [mention.first for mention in mentions if mention.type in ("number", "duration")]
    if not figures:
        return list(mentions)
    result = []
    for mention in mentions:
        inside = [at for at in figures if mention.first < at < mention.last]
        result.append(mention._replace(last=inside[0] - 1) if mention.type == "holder" and inside else mention)
    return result


def _as_age(
    tokens: Sequence[Token], mention: Mention, people: Mapping[int, Mention], words: AgeWords
) -> Mention | None:
    length = _length(mention)
    age = Age.of(length) if length else None
    if age is None or _listed(tokens, mention):
        return None
    first = _cue_before(tokens, mention.first, words.before)
    last = _with_after(tokens, mention, words)
    said = first < mention.first or last > mention.last or _ends_old(tokens, mention, words)
    named = _linked(tokens, mention.first, people, words.links) or words.of.before(tokens, mention.first) is not None
    if said or (named and _closed(tokens, mention, words)):
        return Mention("age", first, last, age)
    return None


def _listed(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether another figure is joined to it ("aged 48 and 45"): whose age each is stands in the order of the names."""
    follows = tokens[mention.last : mention.last + 2]
    return len(follows) == 2 and follows[0].lower in _AND and follows[1].kind == "n"


def _length(mention: Mention) -> Duration | None:
    if mention.type == "duration":
        return mention.value if isinstance(mention.value, Duration) else None
    return Duration(mention.value.number, TimeUnit.YEAR) if mention.type == "number" else None


def _ends_old(tokens: Sequence[Token], mention: Mention, words: AgeWords) -> bool:
    last = tokens[mention.last - 1].lower
    return mention.type == "duration" and any(last.endswith(ending) for ending in words.endings)


def _with_after(tokens: Sequence[Token], mention: Mention, words: AgeWords) -> int:
    if mention.type != "duration" or mention.last >= len(tokens):
        return mention.last
    at = mention.last + (tokens[mention.last].text in "-‐‑" and mention.last + 1 < len(tokens))
    found = words.after.at(tokens, at)
    return found.last if found else mention.last


def _cue_before(tokens: Sequence[Token], first: int, cues: PhraseIndex[None]) -> int:
    """Where the cue that ends right before a token begins; the token itself where there is none."""
    starts = range(max(0, first - _CUE_WORDS), first)
    return next((at for at in starts if (found := cues.at(tokens, at)) and found.last == first), first)


def _linked(tokens: Sequence[Token], first: int, people: Mapping[int, Mention], links: PhraseIndex[None]) -> bool:
    """Whether a name and a link stand right before."""
    starts = (at for at in range(max(0, first - _LINK_WORDS), first) if at in people)
    return any((found := links.at(tokens, at)) and found.last == first for at in starts)


def _closed(tokens: Sequence[Token], mention: Mention, words: AgeWords) -> bool:
    """Whether nothing follows that the figure could count, and the figure is no range or bound."""
    number = mention.value.number
    follows = [*tokens[mention.last : mention.last + 2]]
    if len(follows) == 2 and follows[0].kind == "w" and follows[1].kind == "n":  # "12 of 14"
        return False
    closed = not follows or follows[0].lower in words.close
    return closed and number.exact and number.figure == int(number.figure)


def _in_brackets(tokens: Sequence[Token], people: Mapping[int, Mention], covered: set[int]) -> Iterator[Mention]:
    """ "(7)" after a name: a single digit in brackets is a point of a list elsewhere, and so was left alone."""
    for at in people:
        inside = [token.text for token in tokens[at : at + 3]]
        if at + 1 not in covered and len(inside) == 3 and inside[0] == "(" and inside[2] == ")":
            yield from _small_figure(inside[1], at + 1)


def _small_figure(text: str, at: int) -> Iterator[Mention]:
    if text.isdecimal() and len(text) <= 2:
        yield Mention("age", at, at + 1, Age(Number.of(int(text))))
