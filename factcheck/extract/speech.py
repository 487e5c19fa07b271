"""Who says what in a sentence: each reporting verb with its speaker and the side on which the words lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from factcheck.extract.speechwords import Cue, SpeechWords
from factcheck.extract.voices import QUOTES, Scene, Voice, ends_clause, voice_after, voice_before, voice_cited
from factcheck.model import Part, TaggedSentence, Token
from factcheck.phrases import Found

_LEAST_BEFORE = 4  # tokens that a statement needs to stand before "..., police said"
_LABEL = 6  # tokens of a title before its colon: "Mayor: ..."


class Side(Enum):
    """Where the words lie that somebody is said to have said."""

    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"


class Act(NamedTuple):
    """A speaker with the verb, tokens `first` to `last`; `via` is who passed the words on."""

    first: int
    last: int
    voice: Voice
    side: Side
    cue: Cue = Cue.SAID
    via: str = ""


def acts_of(tagged: TaggedSentence, words: SpeechWords, quoted: Sequence[int]) -> list[Act]:
    """The acts of speech of a sentence, in order. `quoted[i]` is 1 where token `i` stands in quotation marks."""
    cues = sorted([*words.cues.find(tagged.tokens), *_glued(tagged.tokens, words)], key=lambda cue: cue.first)
    if not cues and tagged.sentence.part is not Part.TITLE:
        return []
    scene = Scene.of(tagged, words)
    found = [act for cue in cues if (act := _act(scene, cue, quoted))]
    label = _label(scene)
    chained = _chained([*([label] if label else []), *found], words)
    return [act for act in chained if act.via or not _nameless(scene, act.voice)]


def _nameless(scene: Scene, voice: Voice) -> bool:
    """Whether all that is known of a speaker is that it is a medium ("news agencies reported"): that is nobody."""
    medium = scene.words.press.at(scene.tokens, voice.first)
    return medium is not None and medium.last == voice.last


def _glued(tokens: Sequence[Token], words: SpeechWords) -> Iterator[Found[Cue]]:
    """Verbs that a scraper ran together with the speaker's first word after a quotation mark: `," kataWakil Ketua`."""
    for at in [at for at, token in enumerate(tokens[:-1], 1) if token.text in QUOTES]:
        text = tokens[at].text
        if text[:1].islower() and not text.islower():
            verb = next(i for i, letter in enumerate(text) if letter.isupper())
            if text[:verb] in words.sets["inverted"]:
                yield Found(at, at + 1, Cue.SAID)


def _act(scene: Scene, cue: Found[Cue], quoted: Sequence[int]) -> Act | None:
    if quoted[cue.first] or (scene.owners[cue.first] and scene.tokens[cue.first].text[0].isupper()):
        return None
    if cue.value is Cue.OWN:
        voice = Voice(cue.first, cue.last, scene.text(cue.first, cue.last), pronoun=True)
        return Act(cue.first, cue.last, voice, Side.BEFORE if cue.first else Side.AFTER, cue.value)
    if cue.value is not Cue.SAID:
        cited = voice_cited(scene, cue.last)
        return Act(cue.first, cited.last, cited, Side.BOTH, cue.value) if cited else None
    return _inverted(scene, cue) or _subject(scene, cue)


def _inverted(scene: Scene, cue: Found[Cue]) -> Act | None:
    """A verb after a comma or quotation mark whose speaker follows, and ends the clause."""
    verb = scene.tokens[cue.first].text
    if not scene.among("inverted", cue.first) and verb.islower():
        return None
    opened = cue.first == 0 or scene.tokens[cue.first - 1].text in (",", *QUOTES)
    voice = voice_after(scene, cue.last) if opened else None
    if voice is None or not ends_clause(scene, voice.last):
        return None
    return Act(cue.first, voice.last, voice, Side.BEFORE if cue.first else Side.AFTER)


def _subject(scene: Scene, cue: Found[Cue]) -> Act | None:
    """A verb with its subject before it."""
    if scene.among("passive", cue.first - 1):
        return None
    voice = voice_before(scene, cue.first)
    if voice is None:
        return None
    return Act(voice.first, cue.last, voice, _side(scene, voice, cue.last))


def _side(scene: Scene, voice: Voice, last: int) -> Side:
    first = voice.first
    while scene.among("openers", first - 1):
        first -= 1
    after_words = first > _LEAST_BEFORE and scene.tokens[first - 1].text in (",", *QUOTES)
    if not after_words or not ends_clause(scene, last):
        return Side.AFTER
    return Side.BOTH if scene.lower(last) == "," else Side.BEFORE


def _label(scene: Scene) -> Act | None:
    """The speaker before the colon of a title: "Mayor: ..."."""
    if scene.tagged.sentence.part is not Part.TITLE:
        return None
    colon = next((i for i, token in enumerate(scene.tokens[:_LABEL]) if token.text == ":"), 0)
    voice = voice_before(scene, colon) if colon else None
    whole = voice is not None and not voice.pronoun and voice.first == 0
    return Act(0, colon + 1, voice, Side.AFTER) if whole and voice else None


def _chained(acts: Sequence[Act], words: SpeechWords) -> list[Act]:
    """Who passes on the words of another is no speaker beside it: "Ada Brandt, via Reuters"."""
    relays = [act for act in acts if act.voice.text.lower() in words.sets["agencies"]]
    cited = [act for act in acts if act.cue is Cue.CITING and act not in relays]
    if cited:
        relays += [act for act in acts if act.cue is Cue.SAID and not act.voice.person and not act.voice.pronoun]
    sources = [act for act in acts if act not in relays]
    if not relays or not sources:
        return list(acts)
    return [act._replace(via=relays[0].voice.text) for act in sources]
