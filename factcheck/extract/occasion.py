"""Tells the day on which something was said from the day of what was said: "police said in a statement on Monday"."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.conversation import Origin, SentenceSpeech
from factcheck.extract.speech import Act
from factcheck.extract.speechwords import SpeechWords
from factcheck.model import Mention, TaggedSentence

_REACH = 9  # tokens between a verb and the day on which its speaker said it
_NAMES = frozenset(("name", "org", "place", "time"))  # whom it was told, and where


class Occasion(NamedTuple):
    """That a date tells when somebody spoke; `voice` is who, if the sentence says so."""

    voice: Mention | None = None


def occasion_of(tagged: TaggedSentence, speech: SentenceSpeech, words: SpeechWords, date: Mention) -> Occasion | None:
    """Who said something on a date; None where the date tells of what happened."""
    before: tuple[Act, Origin] | None = None
    for act, origin in speech.acts:
        if act.first <= date.first and date.last <= act.last:
            return Occasion(_voice(tagged, act, origin))
        if _opens(tagged, act, date):
            return Occasion(_voice(tagged, act, origin))
        before = (act, origin) if act.last <= date.first else before
    if before and _follows(tagged, words, before[0].last, date):
        return Occasion(_voice(tagged, *before))
    return Occasion(_voice(tagged, *before) if before else None) if _reported(tagged, words, date) else None


def _voice(tagged: TaggedSentence, act: Act, origin: Origin) -> Mention | None:
    """The mention that names the speaker; for a pronoun the person it stands for."""
    if origin.person:
        return Mention("person", act.first, act.last, origin.person)
    voice = act.voice
    return next((m for m in tagged.mentions if voice.first <= m.first and m.last <= voice.last), None)


def _opens(tagged: TaggedSentence, act: Act, date: Mention) -> bool:
    """ "On Monday, the mayor said": the date opens the sentence, and the speaker follows the comma."""
    gap = act.voice.first - date.last
    comma = date.last < len(tagged.tokens) and tagged.tokens[date.last].text == ","
    return date.first <= 1 and comma and 1 <= gap <= 2 and act.first >= date.last


def _reported(tagged: TaggedSentence, words: SpeechWords, date: Mention) -> bool:
    """ "dikutip Selasa", "saat dihubungi, Jumat": a word before the date that says how the words were got."""
    before = [token.lower for token in tagged.tokens[max(0, date.first - 4) : date.first]]
    while before and (not before[-1].isalpha() or before[-1] in words.sets["after_asking"]):
        before.pop()
    return bool(before) and before[-1] in words.sets["asked"] and _closed(tagged, date)


def _follows(tagged: TaggedSentence, words: SpeechWords, start: int, date: Mention) -> bool:
    """Whether nothing but where and how it was said stands between the verb and the date."""
    if date.first - start > _REACH:
        return False
    named = {i for m in tagged.mentions if m.type in _NAMES for i in range(m.first, m.last)}
    between = [(i, tagged.tokens[i]) for i in range(start, date.first)]
    if not all(i in named or token.kind != "w" or token.lower in words.sets["occasions"] for i, token in between):
        return False
    return not any(token.text == "," for _, token in between) or _closed(tagged, date)


def _closed(tagged: TaggedSentence, date: Mention) -> bool:
    """Whether the clause ends behind a date: "..., said Brandt, Monday." but not "Monday's fire"."""
    if tagged.tokens[date.last - 1].lower.endswith(("'s", "’s")):
        return False
    return date.last >= len(tagged.tokens) or not tagged.tokens[date.last].text[0].isalnum()
