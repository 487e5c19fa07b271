"""The words around reporting verbs in one language, indexed for look-ups by token."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, NamedTuple

from factcheck.lexicon import Lexicon, derived
from factcheck.phrases import PhraseIndex


class Cue(Enum):
    """How a phrase names a speaker: a verb, "according to", a verb with its own pronoun, or "citing"."""

    SAID = "said"
    ACCORDING = "according"
    OWN = "own"
    CITING = "citing"


class SpeechWords(NamedTuple):
    """The `speech` section of a language with the verbs of its `words`; each field is the list of that name."""

    cues: PhraseIndex[Cue]
    bodies: PhraseIndex[None]
    press: PhraseIndex[None]
    function: frozenset[str]
    sets: Mapping[str, frozenset[str]]


_SETS = ("inverted", "pronouns", "between", "links", "openers", "passive", "closers", "papers", "agencies", "relayed",
         "occasions", "asked", "after_asking")


@derived
def speech_words(lexicon: Lexicon) -> SpeechWords:
    """The index of a language, built once a lexicon."""
    data: Mapping[str, Any] = lexicon.sections.get("speech", {})
    words: Mapping[str, Any] = lexicon.sections.get("words", {})
    cues = dict.fromkeys((*words.get("said", ()), *data.get("inverted", ())), Cue.SAID)
    cues |= dict.fromkeys(words.get("according", ()), Cue.ACCORDING)
    cues |= dict.fromkeys(data.get("own", ()), Cue.OWN) | dict.fromkeys(data.get("citing", ()), Cue.CITING)
    press = [(phrase, None) for phrase in data.get("press", ())]
    bodies = PhraseIndex([*press, *((phrase, None) for phrase in data.get("bodies", ()))])
    sets = {name: frozenset(data.get(name, ())) for name in _SETS}
    function = frozenset(words.get("function", ()))
    return SpeechWords(PhraseIndex(cues.items()), bodies, PhraseIndex(press), function, sets)
