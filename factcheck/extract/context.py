"""What surrounds a claim in its sentence: modality, who says it, the moment it refers to, the words it shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Modality, TaggedSentence, Token
from factcheck.phrases import Found, PhraseIndex

_REACH = 8  # tokens before a claim in which a plan or denial word still speaks of it
_BESIDE = 4  # tokens between a reporting verb and its speaker
_CLAUSE_ENDS = frozenset(";:—–()\"“”")
_SPEAKERS = frozenset(("person", "name", "holder", "org", "office", "place"))


@dataclass(frozen=True, slots=True, eq=False)
class ContextWords:
    """The indexes of a language's `words` section that context needs; built once."""

    modality: PhraseIndex[Modality]
    negation: PhraseIndex[str]
    only: PhraseIndex[str]
    said: PhraseIndex[str]
    according: PhraseIndex[str]
    as_of: PhraseIndex[str]
    pronouns: frozenset[str]
    function: frozenset[str]


@lru_cache(maxsize=16)
def context_words(lexicon: Lexicon) -> ContextWords:
    """The context words of a language."""
    words: Mapping[str, Any] = lexicon.sections.get("words", {})
    modal = [
        (phrase, modality)
        for modality in (Modality.PLANNED, Modality.POSSIBLE, Modality.DENIED, Modality.PROVISIONAL)
        for phrase in words.get(modality.value, ())
    ]

    def index(name: str) -> PhraseIndex[str]:
        return PhraseIndex((phrase, name) for phrase in words.get(name, ()))

    return ContextWords(
        PhraseIndex(modal), index("not"), index("only"), index("said"), index("according"), index("as-of"),
        frozenset(words.get("pronouns", ())), frozenset(words.get("function", ())),
    )  # fmt: skip


def modality_of(tagged: TaggedSentence, first: int, last: int, words: ContextWords) -> Modality:
    """The modality of what tokens `first` to `last` claim.

    A negation among them or right before denies it; else the cue nearest before their end in the same clause decides.
    """
    tokens = tagged.tokens
    if any(not _only(tokens, found.last, words) for found in words.negation.find(tokens, max(0, first - 2), last)):
        return Modality.DENIED
    start = max(_clause_start(tokens, first), first - _REACH)
    cues = list(words.modality.find(tokens, start, _with_verb(tokens, last)))
    return cues[-1].value if cues else Modality.HAPPENED


def _only(tokens: Sequence[Token], index: int, words: ContextWords) -> bool:
    """Whether "only" follows: "not only the first visit" denies nothing."""
    return index < len(tokens) and words.only.at(tokens, index) is not None


def _with_verb(tokens: Sequence[Token], last: int) -> int:
    """The words of a verb right after a list of names: "..., will be part of"."""
    return min(last + 2, len(tokens)) if last < len(tokens) and tokens[last].text == "," else last


def _clause_start(tokens: Sequence[Token], index: int) -> int:
    while index > 0 and tokens[index - 1].text not in _CLAUSE_ENDS:
        index -= 1
    return index


def clause_of(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The clause around tokens: to the nearest strong punctuation on either side."""
    while last < len(tokens) and tokens[last].text not in _CLAUSE_ENDS:
        last += 1
    return _clause_start(tokens, first), last


def attribution_of(tagged: TaggedSentence, words: ContextWords) -> str | None:
    """Who the sentence says it from: "according to X", "X said", "said X". The innermost source comes first."""
    for cue in words.according.find(tagged.tokens):
        speaker = _speaker(tagged, cue.last, cue.last + _BESIDE)
        if speaker:
            return speaker
    for cue in words.said.find(tagged.tokens):
        speaker = _speaker_of_verb(tagged, cue)
        if speaker:
            return speaker
    return None


def _speaker_of_verb(tagged: TaggedSentence, cue: Found[str]) -> str | None:
    before = _speaker(tagged, cue.first - _BESIDE, cue.first, nearest_last=True)
    return before or _speaker(tagged, cue.last, cue.last + 2)


def _speaker(tagged: TaggedSentence, start: int, end: int, *, nearest_last: bool = False) -> str | None:
    inside = [m for m in tagged.mentions if m.type in _SPEAKERS and start < m.last and m.first < end]
    if not inside:
        return None
    mention = inside[-1 if nearest_last else 0]
    return mention_text(tagged, mention)


def mention_text(tagged: TaggedSentence, mention: Mention) -> str:
    """How a mention is shown: the full name of a person, else its words."""
    value = getattr(mention.value, "person", mention.value)
    if mention.type in ("person", "holder", "name") and hasattr(value, "show"):
        return str(value.show())
    return " ".join(token.text for token in tagged.tokens[mention.first : mention.last])


def content_words(tagged: TaggedSentence, words: ContextWords) -> frozenset[str]:
    """The words of a sentence that say what it is about: no function words, numbers or mentions of dates."""
    skip = {i for m in tagged.mentions if m.type in ("date", "time") for i in range(m.first, m.last)}
    return frozenset(
        token.lower
        for i, token in enumerate(tagged.tokens)
        if token.kind == "w" and len(token.lower) > 2 and i not in skip and token.lower not in words.function
    )
