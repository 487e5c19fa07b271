"""Finds the speaker beside a reporting verb: the noun phrase before it or after it."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.speechwords import SpeechWords
from factcheck.model import Mention, TaggedSentence, Token
from factcheck.values.person import Person

QUOTES = frozenset("\"“”„«»'‘’`")
_PEOPLE = frozenset(("person", "holder"))
_NAMED = frozenset(("person", "holder", "name", "org", "office"))
_RELAY = 6  # tokens of "by The Northern News Agency"
_ASIDE = 14  # tokens of "Ada Brandt, the mayor of the town, said"
_REACH = 10  # tokens between an inverted verb and its speaker's name: a long office may stand before it
_SHORT_RANK = 5  # letters of a rank cut short
_RANK = 2  # words of a rank before a name
_LOOSE = 3  # lower-case words of an office that no list knows before the name
_PAPERS = 7  # tokens of "according to a statement from the ministry" before the body
_LONGEST_BODY = 3
_WHICH = 2  # words that say which body: "the state police", "the county sheriff's office"


class Voice(NamedTuple):
    """Who speaks: tokens `first` to `last` of the sentence, the words to show, the person if one is named."""

    first: int
    last: int
    text: str
    person: Person | None = None
    pronoun: bool = False


class Scene(NamedTuple):
    """A sentence with, for each token, the mention it belongs to."""

    tagged: TaggedSentence
    words: SpeechWords
    owners: tuple[Mention | None, ...]

    @classmethod
    def of(cls, tagged: TaggedSentence, words: SpeechWords) -> Scene:
        owners: list[Mention | None] = [None] * len(tagged.tokens)
        for mention in tagged.mentions:
            owners[mention.first : mention.last] = [mention] * (mention.last - mention.first)
        return cls(tagged, words, tuple(owners))

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.tagged.tokens

    def lower(self, index: int) -> str:
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def among(self, name: str, index: int) -> bool:
        return self.lower(index) in self.words.sets[name]

    def text(self, first: int, last: int) -> str:
        """The words as the article has them, blanks evened out."""
        parts = [self.tokens[first].text]
        for one, two in zip(self.tokens[first : last - 1], self.tokens[first + 1 : last], strict=True):
            parts.append(two.text if one.end == two.start else f" {two.text}")
        return "".join(parts)

    def voice_of(self, mention: Mention) -> Voice:
        value = getattr(mention.value, "person", mention.value)
        press = self.words.press.at(self.tokens, mention.first)
        if press and press.last < mention.last:
            return Voice(mention.first, mention.last, self.text(press.last, mention.last))
        if isinstance(value, Person):
            # A capitalised sequence of unknown nature may be a body; only evidence of a person makes it one.
            return Voice(mention.first, mention.last, value.show(), value if mention.type in _PEOPLE else None)
        return Voice(mention.first, mention.last, self.text(mention.first, mention.last))


def voice_before(scene: Scene, end: int) -> Voice | None:
    """The subject that ends before a verb, over adverbs and days; a part in commas or brackets is skipped."""
    at = _over_relay(scene, _over_adverbs(scene, end))
    if at and scene.tokens[at - 1].text in (",", ")", "–", "—"):
        opened = _aside(scene, at - 1)
        owner = scene.owners[at - 2] if at > 1 else None
        if owner and owner.type in _PEOPLE and opened in (0, owner.first - 1):
            return scene.voice_of(owner)  # "the mayor, Ada Brandt, said"
        named = _aged(scene, opened + 1, at - 1) if opened else None
        if named:
            return named
        return _ending(scene, opened) if opened else None
    return _ending(scene, at)


def _aged(scene: Scene, first: int, last: int) -> Voice | None:
    """The person who alone stands in an aside with an age: "the widow, Ada Brandt (33), said"."""
    owner = scene.owners[first]
    if owner is None or owner.type not in _PEOPLE or owner.first != first:
        return None
    rest = (i for i in range(owner.last, last) if scene.tokens[i].kind == "w")
    bare = all((inner := scene.owners[i]) is not None and inner.type == "age" for i in rest)
    return scene.voice_of(owner) if bare else None


def _over_relay(scene: Scene, at: int) -> int:
    """Where "was quoted by Reuters" starts, if it ends at a token: who is quoted stands before it."""
    for by in range(at - 1, max(1, at - _RELAY), -1):
        if scene.lower(by) == "by" and scene.among("relayed", by - 1):
            return by - 2 if scene.among("passive", by - 2) else by - 1
    return at


def _over_adverbs(scene: Scene, at: int) -> int:
    while at:
        owner = scene.owners[at - 1]
        if owner and owner.type in ("date", "time"):
            at = owner.first
        elif not owner and scene.among("between", at - 1):
            at -= 1
        else:
            break
    return at


def _aside(scene: Scene, close: int) -> int:
    """Where the comma, dash or bracket opens that closes at token `close`; 0 where none does nearby."""
    mark = "(" if scene.tokens[close].text == ")" else scene.tokens[close].text
    for at in range(close - 1, max(0, close - _ASIDE), -1):
        if scene.tokens[at].text == mark and not (scene.owners[at] and scene.owners[at] is scene.owners[at - 1]):
            return at
        if scene.tokens[at].text in QUOTES or scene.lower(at) in (";", ":"):
            return 0
    return 0


def _ending(scene: Scene, end: int) -> Voice | None:
    """The speaker whose words end before token `end`."""
    core = _core_ending(scene, end) if end > 0 else None
    if core is None or core.pronoun:
        return core
    at = core.first
    while scene.among("openers", at - 1):
        at -= 1
    if scene.among("links", at - 1):
        head = _ending(scene, at - 1)
        if head and not head.person and not head.pronoun:
            return Voice(head.first, end, scene.text(head.first, end))
        owner = scene.owners[core.first]
        return core if owner and owner.type in ("org", "office") and scene.lower(at - 1) != "to" else None
    return core


def _core_ending(scene: Scene, end: int) -> Voice | None:
    owner = scene.owners[end - 1]
    if owner:
        if owner.type in _NAMED:
            return scene.voice_of(owner)
        return scene.voice_of(owner) if owner.type == "place" and _opens_clause(scene, owner.first) else None
    if scene.among("pronouns", end - 1):
        return Voice(end - 1, end, scene.tokens[end - 1].text, pronoun=True)
    first = _body_ending(scene, end)
    return _body(scene, first, end) if first is not None else None


def _body(scene: Scene, first: int, last: int) -> Voice:
    """A body with the words that say which, where they lead back to an article: "the sheriff's office"."""
    at = first
    while first - at < _WHICH and at and _tells_which(scene, at - 1):
        at -= 1
    start = at if scene.among("openers", at - 1) else first
    return Voice(start, last, scene.text(start, last))


def _tells_which(scene: Scene, at: int) -> bool:
    word = scene.lower(at)
    plain = scene.owners[at] is None and word[:1].isalpha() and scene.tokens[at].text.islower()
    return plain and word not in scene.words.function and not scene.among("openers", at)


def _opens_clause(scene: Scene, first: int) -> bool:
    """Whether a country begins its clause, so that it is the subject of the verb after it."""
    while scene.among("openers", first - 1):
        first -= 1
    before = scene.lower(first - 1)
    return not before[:1].isalpha() or (before in scene.words.function and not scene.among("links", first - 1))


def _body_ending(scene: Scene, end: int) -> int | None:
    """Where the words for a body start, with the name or other bodies right before them: "Lisbon police"."""
    start = None
    for first in range(end - 1, max(-1, end - 1 - _LONGEST_BODY), -1):
        found = scene.words.bodies.at(scene.tokens, first)
        if found and found.last == end:
            start = first
    if start is None or start == 0:
        return start
    owner = scene.owners[start - 1]
    if owner and owner.type in (*_NAMED, "place"):
        return owner.first
    earlier = _body_ending(scene, start)
    return start if earlier is None else earlier


def voice_after(scene: Scene, start: int) -> Voice | None:
    """The speaker after an inverted verb: "said Ada Brandt", "kata Kepala Dinas Pasar, Ole Krag", "ujar hakim"."""
    if scene.among("pronouns", start):
        return Voice(start, start + 1, scene.tokens[start].text, pronoun=True)
    voices, end = _phrase(scene, start)
    behind = _behind_comma(scene, end) if voices and scene.lower(end) == "," else None
    if behind and ends_clause(scene, behind.last):
        return behind
    return _foremost(voices)


def _foremost(voices: list[Voice]) -> Voice | None:
    """The last person of a noun phrase, else its first body."""
    named = [voice for voice in voices if voice.person]
    return named[-1] if named else voices[0] if voices else None


def _behind_comma(scene: Scene, comma: int) -> Voice | None:
    """The name after an office and a comma, a rank of one or two words before it left out."""
    for at in range(comma + 1, min(comma + 2 + _RANK, len(scene.tokens))):
        owner = scene.owners[at]
        if owner:
            return scene.voice_of(owner) if owner.type in (*_PEOPLE, "name") else None
        if not scene.tokens[at].text[:1].isupper():
            return None
    return None


def ends_clause(scene: Scene, at: int) -> bool:
    """Whether nothing follows, or only where, when and how it was said."""
    if at >= len(scene.tokens):
        return True
    owner = scene.owners[at]
    timed = owner is not None and owner.type in ("date", "time")
    return timed or not scene.tokens[at].text[0].isalnum() or scene.among("closers", at)


def _phrase(scene: Scene, start: int) -> tuple[list[Voice], int]:
    """Mentions and bodies of the noun phrase that starts at a token, in order, and where it ends."""
    voices: list[Voice] = []
    at, loose = start, 0
    while at < min(len(scene.tokens), start + _REACH) and loose <= _LOOSE:
        owner = scene.owners[at]
        body = None if owner else scene.words.bodies.at(scene.tokens, at)
        if owner:
            if owner.type in ("date", "time"):
                break
            voices += [scene.voice_of(owner)] if owner.type in _NAMED and not _owns(scene, owner.last) else []
            at = owner.last
        elif body:
            voice = _press(scene, at) or _body(scene, at, body.last)
            voices.append(voice)
            at = voice.last
        elif _stops(scene, at) and not _owns(scene, at) and not _shortened(scene, at):
            break
        else:
            if at == start and scene.tokens[at].text.istitle():
                voices.append(Voice(at, at + 1, scene.tokens[at].text))  # a name that is also a word: "kata Mawar"
            loose += scene.tokens[at].text[:1].islower() and not scene.among("openers", at)
            at += 1
    return voices, at


def _press(scene: Scene, at: int) -> Voice | None:
    """A medium by its name, else by its country: "kantor berita resmi ANL", "news agency of Norway"."""
    found = scene.words.press.at(scene.tokens, at)
    last = found.last if found else len(scene.tokens)
    country = scene.owners[last] if last < len(scene.tokens) else None
    if found and country and country.type == "place":
        last = country.last
    owner = scene.owners[last] if last < len(scene.tokens) else None
    if found and owner and owner.type in ("org", "name"):
        return Voice(at, owner.last, scene.text(owner.first, owner.last))
    if found and last < len(scene.tokens) and scene.tokens[last].text.isupper():
        return Voice(at, last + 1, scene.tokens[last].text)
    return Voice(at, last, scene.text(at, last)) if found else None


def _shortened(scene: Scene, at: int) -> bool:
    """Whether a period only ends a rank cut short: "said Capt. Ada Brandt"."""
    rank = scene.tokens[at - 1].text
    named = scene.owners[at + 1] if at + 1 < len(scene.tokens) else None
    return scene.lower(at) == "." and rank.istitle() and len(rank) <= _SHORT_RANK and named is not None


def _owns(scene: Scene, end: int) -> bool:
    """Whether a name that ends before token `end` only says whose the speaker is: "said Brandt's cousin"."""
    last = scene.tokens[end - 1].lower
    if last.endswith(("'s", "’s")):
        return True
    mark = scene.tokens[end] if end < len(scene.tokens) else None
    return mark is not None and mark.text in ("'", "’") and mark.start == scene.tokens[end - 1].end and last[-1] == "s"


def _stops(scene: Scene, at: int) -> bool:
    lower = scene.lower(at)
    ends = not lower[:1].isalpha() or scene.among("links", at) or scene.among("closers", at)
    return ends or (lower in scene.words.function and not scene.among("openers", at))


def voice_cited(scene: Scene, start: int) -> Voice | None:
    """The source after "according to", over the papers it is cited by: "a statement from the ministry"."""
    at = start
    while at < min(len(scene.tokens), start + _PAPERS) and not scene.owners[at]:
        paper = any(scene.among(name, at) for name in ("papers", "openers", "links"))
        if not paper or (scene.words.bodies.at(scene.tokens, at) and not scene.among("papers", at)):
            break
        at += 1
    if at >= len(scene.tokens):
        return None
    owner = scene.owners[at]
    if owner and owner.type == "place":
        after = scene.lower(owner.last)
        return scene.voice_of(owner) if not after[:1].isalpha() else None
    if scene.among("pronouns", at):
        return Voice(at, at + 1, scene.tokens[at].text, pronoun=True)
    # What follows the comma of "According to police, Brandt ..." is the statement.
    return _foremost(_phrase(scene, at)[0])
