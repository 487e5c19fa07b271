"""What surrounds a claim in its sentence: modality, the moment it refers to, the words it shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from factcheck.lexicon import Lexicon, derived
from factcheck.model import Mention, Modality, TaggedSentence, Token
from factcheck.phrases import PhraseIndex
from factcheck.values.person import Person

_REACH = 8  # tokens before a claim in which a plan or denial word still speaks of it
_CLAUSE_ENDS = frozenset(";:—–()\"“”")
_NAMES = frozenset(("person", "holder", "name", "org", "office"))


class ContextWords(NamedTuple):
    """The indexes of a language's `words` section that context needs; built once."""

    modality: PhraseIndex[Modality]
    negation: PhraseIndex[str]
    only: PhraseIndex[str]
    said: PhraseIndex[str]
    according: PhraseIndex[str]
    as_of: PhraseIndex[str]
    lasting: PhraseIndex[str]
    apart: PhraseIndex[str]
    touched_by: PhraseIndex[str]
    done_to: PhraseIndex[str]
    function: frozenset[str]
    concepts: PhraseIndex[str]
    contrast: PhraseIndex[str]
    resuming: PhraseIndex[str]


@derived
def context_words(lexicon: Lexicon) -> ContextWords:
    """The context words of a language."""
    words: Mapping[str, Any] = lexicon.sections.get("words", {})
    modal = [
        (phrase, modality)
        for modality in (Modality.PLANNED, Modality.POSSIBLE, Modality.DENIED, Modality.PROVISIONAL)
        for phrase in words.get(modality.value, ())
    ]
    index = partial(words_index, words)
    return ContextWords(
        PhraseIndex(modal), index("not"), index("only"), index("said"), index("according"), index("counted-by"),
        index("lasting"), index("apart"), index("touched-by"), index("done-to"),
        frozenset(words.get("function", ())),
        PhraseIndex(_concepts(lexicon)), index("contrast"), index("resuming"),
    )  # fmt: skip


def words_index(words: Mapping[str, Any], name: str) -> PhraseIndex[str]:
    """The phrases of one list of a language's `words` section."""
    return PhraseIndex((phrase, name) for phrase in words.get(name, ()))


def _concepts(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The words of a language for the events, things and purposes of the shared tables."""
    for table in ("events", "things", "amounts"):
        for concept, names in lexicon.tables.get(table, {}).items():
            for word in names.get(lexicon.language) or ():
                yield word, concept


def modality_of(tagged: TaggedSentence, first: int, last: int, words: ContextWords) -> Modality:
    """The modality of what tokens `first` to `last` claim.

    A negation among them or right before denies it; else the cue nearest before their end in the same clause decides.
    Words of a figure, date or name are no cues: "no more than 40", "estimated at 40", "May".
    """
    tokens = tagged.tokens
    negations = words.negation.find(tokens, max(0, first - 2), last)
    start = max(_clause_start(tokens, first), first - _REACH)
    cues = words.modality.find(tokens, start, _with_verb(tagged, last))
    if not negations and not cues:
        return Modality.HAPPENED
    told = _told(tagged)
    if any(found.first not in told and not _only(tokens, found.last, words) for found in negations):
        return Modality.DENIED
    return next((found.value for found in reversed(cues) if found.first not in told), Modality.HAPPENED)


def _told(tagged: TaggedSentence) -> set[int]:
    """The tokens of mentions."""
    return {i for mention in tagged.mentions for i in range(mention.first, mention.last)}


def _only(tokens: Sequence[Token], index: int, words: ContextWords) -> bool:
    """Whether "only" follows: "not only the first visit" denies nothing."""
    return index < len(tokens) and words.only.at(tokens, index) is not None


def _with_verb(tagged: TaggedSentence, last: int) -> int:
    """The words of a verb right after a list of names: "..., will be part of"."""
    tokens = tagged.tokens
    listed = last < len(tokens) and tokens[last].text == "," and any(
        mention.last == last and mention.type in _NAMES for mention in tagged.mentions
    )
    return min(last + 2, len(tokens)) if listed else last


def _clause_start(tokens: Sequence[Token], index: int) -> int:
    while index > 0 and tokens[index - 1].text not in _CLAUSE_ENDS:
        index -= 1
    return index


def clause_of(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The clause around tokens: to the nearest strong punctuation on either side."""
    while last < len(tokens) and tokens[last].text not in _CLAUSE_ENDS:
        last += 1
    return _clause_start(tokens, first), last


def clause_around(tagged: TaggedSentence, mention: Mention) -> tuple[int, int]:
    """The clause of a mention; the brackets of another mention, such as "Rabu (18/6/2031)", do not end it."""
    start, end = clause_of(tagged.tokens, mention.first, mention.last)
    for other in reversed(tagged.mentions):
        if other.first < start <= other.last:
            start = _clause_start(tagged.tokens, other.first)
    for other in tagged.mentions:
        if other.first <= end < other.last:
            end = clause_of(tagged.tokens, other.first, other.last)[1]
    return start, end


def words_between(tagged: TaggedSentence, first: int, last: int) -> int:
    """How many words lie between two tokens, each mention counted as one."""
    words = last - first
    for mention in tagged.mentions:
        if mention.first < last and mention.last > first:
            words -= min(mention.last, last) - max(mention.first, first) - 1
    return words


def mention_text(tagged: TaggedSentence, mention: Mention) -> str:
    """How a mention is shown: the full name of a person, else its words."""
    value = getattr(mention.value, "person", mention.value)
    if mention.type in ("person", "holder", "name") and hasattr(value, "show"):
        return str(value.show())
    return " ".join(token.text for token in tagged.tokens[mention.first : mention.last])


def content_words(tagged: TaggedSentence, words: ContextWords) -> frozenset[str]:
    """What a sentence is about: its words without function words, numbers and dates.

    People, countries, and the events and things of the shared tables stand as features that begin with `=`: they are
    the same in every language and for every word that means them.
    """
    neutral, covered = _neutral(tagged, words)
    own = [
        token.lower
        for i, token in enumerate(tagged.tokens)
        if token.kind == "w" and len(token.lower) > 2 and i not in covered and token.lower not in words.function
    ]
    return frozenset(neutral).union(own)


def _neutral(tagged: TaggedSentence, words: ContextWords) -> tuple[list[str], set[int]]:
    """The features without a language, and the tokens that they stand for."""
    features: list[str] = []
    covered: set[int] = set()
    for mention in tagged.mentions:
        feature = _feature(mention)
        if feature:
            features.append(feature)
        if feature or mention.type in ("date", "time"):
            covered.update(range(mention.first, mention.last))
    for found in words.concepts.find(tagged.tokens):
        if found.first not in covered:
            features.append(f"={found.value}")
            covered.update(range(found.first, found.last))
    return features, covered


def _feature(mention: Mention) -> str:
    value = getattr(mention.value, "person", mention.value)
    country = getattr(value, "country", None)
    if mention.type == "place" and country:
        return f"={country}"
    if isinstance(value, Person):
        return "=" + " ".join(value.tokens)
    thing = getattr(value, "thing", None)
    return f"={thing.head}" if thing is not None else ""
