"""Who speaks in each sentence of an article: acts of speech, quotes with their speakers, "he said" resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.extract.quotes import QuotedPart, quotes_of
from factcheck.extract.speech import Act, Side, acts_of
from factcheck.extract.speechwords import Cue, SpeechWords, speech_words
from factcheck.lexicon import Lexicon
from factcheck.model import Mention, TaggedSentence, Token
from factcheck.tables.spelling import words_of
from factcheck.values.person import Person
from factcheck.values.quote import Quote
from factcheck.values.speaker import VIA, Speaker

_LONGEST = 240  # characters of a claim's words; longer ones point at nothing
_BESIDE = 4  # tokens between a quote and the verb that belongs to it
_NEAR = 14  # tokens after a quote in which a verb speaks of it
_RECENT = 4  # sentences after which "he said" no longer means the last speaker, where somebody else is spoken of
_CONTENT = 4  # content words that are one person's; a phrase of fewer may be anyone's
_SUBJECT = 2  # tokens before the person whom a sentence begins with


class Origin(NamedTuple):
    """Who says it and who passed it on; `carried` from an earlier sentence."""

    text: str
    person: Person | None
    via: str = ""
    carried: bool = False

    def __str__(self) -> str:
        return f"{self.text}{VIA}{self.via}" if self.via else self.text


class Quoted(NamedTuple):
    """What a mention of type `quote` holds."""

    quote: Quote
    speaker: Speaker


class _Scope(NamedTuple):
    """Tokens of a sentence that somebody says."""

    first: int
    last: int
    origin: Origin


class SentenceSpeech(NamedTuple):
    """What is said in one sentence, and by whom. `quotes` are mentions that may lie over others."""

    acts: tuple[tuple[Act, Origin], ...] = ()
    quoted: tuple[_Scope, ...] = ()
    quotes: tuple[Mention, ...] = ()

    def origin_of(self, first: int, last: int) -> Origin | None:
        """Who says tokens `first` to `last`: the speaker of the quote around them, else of the nearest act on them."""
        for scope in self.quoted:
            if scope.first <= first and last <= scope.last:
                return scope.origin
        covering = [(abs(act.first - first), i) for i, (act, _) in enumerate(self.acts) if self._covers(i, first, last)]
        return self.acts[min(covering)[1]][1] if covering else None

    def _covers(self, index: int, first: int, last: int) -> bool:
        """Whether an act speaks of the tokens: on its side, no other act between. Its speaker is the article's word."""
        act = self.acts[index][0]
        if first < act.last and act.first < last:
            return False
        before = last <= act.first
        if act.side is (Side.AFTER if before else Side.BEFORE):
            return False
        between = (a for i, (a, _) in enumerate(self.acts) if i != index)
        return not any((last <= a.first < act.first) if before else (act.last <= a.first < first) for a in between)


def conversation(text: str, tagged: Sequence[TaggedSentence], lexicon: Lexicon) -> list[SentenceSpeech]:
    """The speech of each sentence of an article, whose text is `text`."""
    return _Conversation(text, tagged, speech_words(lexicon)).sentences()


class _Conversation:
    def __init__(self, text: str, tagged: Sequence[TaggedSentence], words: SpeechWords) -> None:
        self.text, self.tagged, self.words = text, tagged, words
        self.spans = [span for span in quotes_of(tagged) if span]
        self.acts: list[list[tuple[Act, Origin]]] = []

    def sentences(self) -> list[SentenceSpeech]:
        self._read_acts()
        scopes: list[list[_Scope]] = [[] for _ in self.tagged]
        quotes: list[list[Mention]] = [[] for _ in self.tagged]
        latest: tuple[QuotedPart, Origin] | None = None
        for span in self.spans:
            origin = self._origin(span, latest)
            if origin:
                latest = span[-1], origin
                for part in span:
                    scopes[part.sentence].append(_Scope(part.first, part.last, origin))
                    quotes[part.sentence] += self._mention(part, origin)
        for sentence, acts in enumerate(self.acts):
            if not quotes[sentence]:
                quotes[sentence] += [told for act, origin in acts if (told := self._retold(sentence, act, origin))]
        speech = zip(self.acts, scopes, quotes, strict=True)
        return [SentenceSpeech(tuple(acts), tuple(said), tuple(words)) for acts, said, words in speech]

    def _read_acts(self) -> None:
        """The acts of every sentence; "he" is the last speaker, or long after the one whom a sentence began with."""
        current: Origin | None = None
        spoken = -_RECENT - 1
        quoted = self._quoted()
        for index, (sentence, marks) in enumerate(zip(self.tagged, quoted, strict=True)):
            resolved = []
            for act in acts_of(sentence, self.words, marks):
                origin = _resolved(act, current)
                if origin:
                    resolved.append((act, origin))
                    current = origin if origin.person or not current else current
                    spoken = index
            self.acts.append(resolved)
            if index - spoken > _RECENT and (subject := _subject(sentence, marks)):
                current = subject

    def _quoted(self) -> list[bytearray]:
        marks = [bytearray(len(sentence.tokens)) for sentence in self.tagged]
        for span in self.spans:
            for part in span:
                marks[part.sentence][part.first : part.last] = b"\1" * (part.last - part.first)
        return marks

    def _origin(self, span: tuple[QuotedPart, ...], latest: tuple[QuotedPart, Origin] | None) -> Origin | None:
        """Who says a quote: the act right after it, else before it, else further on, else who spoke just before."""
        first, last = span[0], span[-1]
        after = [(a, o) for a, o in self.acts[last.sentence] if a.first >= last.last and a.side is not Side.AFTER]
        before = [(a, o) for a, o in self.acts[first.sentence] if a.last <= first.first and a.side is not Side.BEFORE]
        if after and (not before or after[0][0].first - last.last <= _BESIDE):
            return after[0][1]
        if before:
            return before[-1][1]
        return self._carried(first, latest) if first.first <= 1 and not self._said_after(last) else None

    def _said_after(self, part: QuotedPart) -> bool:
        """Whether somebody who is not recognised is said to have said the words, so that nobody before has."""
        tokens = self.tagged[part.sentence].tokens
        cues = self.words.cues.find(tokens, part.last, min(len(tokens), part.last + _NEAR))
        return any(cue.value is Cue.SAID for cue in cues)

    def _carried(self, first: QuotedPart, latest: tuple[QuotedPart, Origin] | None) -> Origin | None:
        """For a quote that is a sentence of its own: the speaker of the paragraph, or of the one before."""
        paragraph = self._paragraph(first.sentence)
        for sentence in range(first.sentence, max(-1, first.sentence - _BESIDE), -1):
            near = paragraph - self._paragraph(sentence)
            spoken = latest[1] if latest and latest[0].sentence == sentence else None
            if not spoken and sentence < first.sentence and self.acts[sentence]:
                spoken = self.acts[sentence][-1][1]
            if near > 1:
                return None
            if spoken:
                return spoken._replace(carried=spoken.carried or near > 0)
        return None

    def _paragraph(self, sentence: int) -> int:
        return self.tagged[sentence].sentence.paragraph

    def _mention(self, part: QuotedPart, origin: Origin) -> list[Mention]:
        """The quoted words with the act beside them, if they are enough to be one person's words."""
        tokens = self.tagged[part.sentence].tokens
        quote = Quote.read(self.text[tokens[part.first].start : tokens[part.last - 1].end])
        if not self._telling(quote):
            return []
        first, last = self._with_act(part)
        while tokens[last - 1].end - tokens[first].start > _LONGEST:
            last -= 1
        speaker = Speaker(origin.person, "" if origin.person else origin.text.lower(), origin.carried)
        return [Mention("quote", first, last, Quoted(quote, speaker))]

    def _retold(self, sentence: int, act: Act, origin: Origin) -> Mention | None:
        """What a person is said to have said without quotation marks: the words on the verb's side."""
        tokens = self.tagged[sentence].tokens
        first, last = (act.last, len(tokens)) if act.side is Side.AFTER else (0, act.first)
        if not origin.person or act.via or first >= last:
            return None
        quote = Quote.read(self.text[tokens[first].start : tokens[last - 1].end])
        if not self._telling(quote):
            return None
        speaker = Speaker(origin.person, carried=True)
        span = _fitting(tokens, act, *((act.first, last) if first else (first, act.last)))
        return Mention("quote", *span, Quoted(replace(quote, indirect=True), speaker))

    def _telling(self, quote: Quote) -> bool:
        """Whether the words are enough to be one person's."""
        content = sum(word not in self.words.function for word in words_of(quote.text))
        return content >= _CONTENT and bool(quote.words)

    def _with_act(self, part: QuotedPart) -> tuple[int, int]:
        """The tokens of a quote with those of the act right beside it, where both are short enough to be shown."""
        tokens = self.tagged[part.sentence].tokens
        for act, _ in self.acts[part.sentence]:
            first, last = min(part.first, act.first), max(part.last, act.last)
            gap = max(act.first - part.last, part.first - act.last)
            if 0 <= gap <= _BESIDE and tokens[last - 1].end - tokens[first].start <= _LONGEST:
                return first, last
        return part.first, part.last


def _fitting(tokens: Sequence[Token], act: Act, first: int, last: int) -> tuple[int, int]:
    """The tokens of a statement with its verb, cut on the far side where they are too long to be shown."""
    while tokens[last - 1].end - tokens[first].start > _LONGEST:
        first, last = (first, last - 1) if act.first == first else (first + 1, last)
    return first, last


def _resolved(act: Act, current: Origin | None) -> Origin | None:
    short = current is not None and current.person is not None and act.voice.text.lower() in current.person.tokens
    if not act.voice.pronoun and not short:
        return Origin(act.voice.text, act.voice.person, act.via)
    return current._replace(via=act.via, carried=True) if current else None


def _subject(sentence: TaggedSentence, marks: bytearray) -> Origin | None:
    """The person whom a sentence begins with, outside quotation marks."""
    for mention in sentence.mentions:
        if mention.first > _SUBJECT or marks[mention.first]:
            return None
        if mention.type in ("person", "holder"):
            value = getattr(mention.value, "person", mention.value)
            return Origin(value.show(), value) if isinstance(value, Person) else None
    return None
