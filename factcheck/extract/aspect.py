"""Which of several figures of one thing a claim gives: the present, the former, a change, a part, a whole, a limit."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from factcheck.extract.context import words_index
from factcheck.lexicon import Lexicon, derived
from factcheck.model import Aspect, Mention, TaggedSentence
from factcheck.phrases import PhraseIndex

_FIGURES = frozenset(("number", "quantity", "money", "measure", "percent", "duration"))
_BECOMING = 10  # tokens before "to 43" within which "raised", "took" or "revised" speak of it
_NAMED = 3  # tokens between "to" and the figure: "to magnitude 5.6"
_REACH = 6  # tokens after "from 3 million" within which "to 5 million" still belongs to it


class AspectWords(NamedTuple):
    """The words around a figure that tell its aspect; see `rules/languages/<language>/words.yaml`."""

    former: PhraseIndex[str]
    change: PhraseIndex[str]
    added: PhraseIndex[str]
    limit: PhraseIndex[str]
    part: PhraseIndex[str]
    of_them: PhraseIndex[str]
    becoming: PhraseIndex[str]
    links: frozenset[str]
    of: frozenset[str]
    out_of: frozenset[str]
    into: frozenset[str]
    articles: frozenset[str]


@derived
def aspect_words(lexicon: Lexicon) -> AspectWords:
    """The aspect words of a language."""
    words: Mapping[str, Any] = lexicon.sections.get("words", {})
    index = partial(words_index, words)
    phrases = (index(name) for name in ("former", "change", "added", "limit", "part", "of-them", "becoming"))
    single = (frozenset(words.get(name, ())) for name in ("links", "of", "out-of", "into", "articles"))
    return AspectWords(*phrases, *single)  # type: ignore[arg-type]


def aspect_of(tagged: TaggedSentence, first: int, last: int, words: AspectWords) -> Aspect:
    """The aspect of the figure at tokens `first` to `last`; present for answers that are no figures."""
    if not any(m.type in _FIGURES and m.first < last and m.last > first for m in tagged.mentions):
        return Aspect.PRESENT
    tokens = tagged.tokens
    start = first - 1 if first and tokens[first - 1].lower in words.links else first
    if words.former.before(tokens, first) or _range(tagged, first, last, words):
        return Aspect.FORMER
    if words.change.before(tokens, start):
        return Aspect.CHANGE
    for aspect, index in ((Aspect.ADDED, words.added), (Aspect.LIMIT, words.limit)):
        if index.before(tokens, first):
            return aspect
    if _figure_before(tagged, first, words):
        return Aspect.WHOLE
    return Aspect.PART if _is_part(tagged, first, last, words) else Aspect.PRESENT


def takes_its_place(tagged: TaggedSentence, first: int, words: AspectWords) -> bool:
    """Whether the figure from token `first` on is told as what an earlier one has become: "took the toll to 43"."""
    tokens = tagged.tokens
    steps = range(first - 1, max(first - 2 - _NAMED, -1), -1)
    step = next((i for i in steps if tokens[i].lower in words.into), None)
    return step is not None and any(words.becoming.find(tokens, max(0, step - _BECOMING), step + 1))


def _is_part(tagged: TaggedSentence, first: int, last: int, words: AspectWords) -> bool:
    """Whether the figure is one of a larger one: "including 3", "two of them"."""
    follows = last < len(tagged.tokens) and words.of_them.at(tagged.tokens, last) is not None
    return follows or words.part.before(tagged.tokens, first) is not None


def _range(tagged: TaggedSentence, first: int, last: int, words: AspectWords) -> bool:
    """Whether the figure is what a change sets out from: "from 3,200 to 3,800"."""
    tokens = tagged.tokens
    if first == 0 or tokens[first - 1].lower not in words.out_of:
        return False
    ends = [i for i in range(last, min(last + _REACH, len(tokens))) if tokens[i].lower in words.into]
    return any(_figure_at(tagged, i + 1) for i in ends)


def _figure_before(tagged: TaggedSentence, first: int, words: AspectWords) -> bool:
    """Whether a part is named before its whole: the 45 of "23 of the 45 seats"."""
    at = first - 1
    while at > 0 and tagged.tokens[at].lower in words.articles:
        at -= 1
    return at > 0 and tagged.tokens[at].lower in words.of and any(m.last == at for m in _bare(tagged))


def _figure_at(tagged: TaggedSentence, at: int) -> Mention | None:
    return next((m for m in tagged.mentions if m.first == at and m.type in _FIGURES), None)


def _bare(tagged: TaggedSentence) -> list[Mention]:
    """Figures without a thing: "students from eight schools" are no part of the schools."""
    return [mention for mention in tagged.mentions if mention.type in ("number", "percent")]
