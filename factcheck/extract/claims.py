"""Builds claims from what a rule captured: the fields of the kind, the words they rest on, the context around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from factcheck.extract.asof import Named, as_of, moments_of
from factcheck.extract.aspect import AspectWords, aspect_of, aspect_words, takes_its_place
from factcheck.extract.context import ContextWords, clause_around, content_words, context_words, modality_of
from factcheck.extract.conversation import SentenceSpeech, conversation
from factcheck.extract.occasion import Occasion, occasion_of
from factcheck.extract.period import PeriodWords, inherited_periods, period_of, period_words, site_of, so_far
from factcheck.extract.speechwords import SpeechWords, speech_words
from factcheck.fields import FIELD_TYPES
from factcheck.lexicon import Lexicon
from factcheck.model import Article, Claim, Evidence, Mention, Modality, Part, TaggedSentence
from factcheck.phrases import Found, PhraseIndex
from factcheck.rulepack.types import Kind, Need, Rule
from factcheck.values.asof import AsOf
from factcheck.values.date import Date

_FIGURES = frozenset(("count", "money", "percent", "extent", "measure"))
_NAMES = frozenset(("place", "name", "org", "person", "holder"))
_OPENING = 4  # sentences of the body that tell what an article is about


class Capture(NamedTuple):
    """What a rule found for one claim: mentions by slot name, and the tokens of the whole hit."""

    mentions: Mapping[str, tuple[Mention, ...]]
    terms: Mapping[str, str]
    first: int
    last: int


class Lines:
    """Line and column of offsets, by bisection over the line starts."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class SettingWords(NamedTuple):
    """The words of a language that tell what surrounds a claim."""

    context: ContextWords
    spoken: SpeechWords
    aspects: AspectWords
    periods: PeriodWords

    @classmethod
    def of(cls, lexicon: Lexicon) -> SettingWords:
        return cls(context_words(lexicon), speech_words(lexicon), aspect_words(lexicon), period_words(lexicon))


class Setting:
    """An article's sentence with all that claims of it share."""

    def __init__(
        self,
        article: Article,
        lines: Lines,
        tagged: TaggedSentence,
        words: SettingWords,
        speech: SentenceSpeech,
        lead: bool = False,
        period: Date | None = None,
    ) -> None:
        self.article, self.lines, self.tagged = article, lines, tagged
        self.words, self.spoken, self.aspects, self.periods = words
        self.speech, self.lead, self.period = speech, lead, period
        self._phrases: dict[PhraseIndex[str], list[Found[str]]] = {}
        self._clauses: dict[tuple[int, int], tuple[int, int]] = {}

    @cached_property
    def context(self) -> frozenset[str]:
        """What the sentence is about."""
        return content_words(self.tagged, self.words)

    @cached_property
    def moments(self) -> tuple[Named, ...]:
        """The moments up to which its figures are told."""
        return moments_of(self.tagged, self.words)

    def phrases(self, index: PhraseIndex[str]) -> list[Found[str]]:
        """The phrases of an index in the sentence, which many rules ask for."""
        if index not in self._phrases:
            self._phrases[index] = index.find(self.tagged.tokens)
        return self._phrases[index]

    def speaks(self, mention: Mention) -> bool:
        """Whether a mention names who says something in the sentence, and no party to what is told."""
        voices = (act.voice for act, _ in self.speech.acts)
        return any(voice.first <= mention.first and mention.last <= voice.last for voice in voices)

    def occasion(self, date: Mention) -> Occasion | None:
        """Who said something of the sentence on a date; None where the date tells of what happened."""
        return occasion_of(self.tagged, self.speech, self.spoken, date)

    def inside_name(self, phrase: Found[str]) -> bool:
        """Whether a phrase is but a part of a name: no summit meets in "Summit Apartments"."""
        first, last = phrase.first, phrase.last
        if not self.tagged.tokens[first].text[:1].isupper():
            return False
        names = (m for m in self.tagged.mentions if m.type in _NAMES and m.first <= first and last <= m.last)
        return any(m.last - m.first > last - first for m in names)

    def clause(self, mention: Mention) -> tuple[int, int]:
        """The clause of a mention."""
        span = (mention.first, mention.last)
        if span not in self._clauses:
            self._clauses[span] = clause_around(self.tagged, mention)
        return self._clauses[span]


def settings_of(article: Article, tagged: Sequence[TaggedSentence], lexicon: Lexicon) -> list[Setting]:
    """The sentences of an article with what claims need of the whole of it: who speaks, what it opens with."""
    words, lines = SettingWords.of(lexicon), Lines(article.text)
    settings, body = [], 0
    periods = inherited_periods(tagged, words.periods)
    for sentence, speech, period in zip(tagged, conversation(article.text, tagged, lexicon), periods, strict=True):
        body += sentence.sentence.part is Part.BODY
        lead = body <= _OPENING and sentence.sentence.part is not Part.CAPTION
        settings.append(Setting(article, lines, sentence, words, speech, lead, period))
    return settings


def claims_of(setting: Setting, kind: Kind, rule: Rule, captures: Iterator[Capture]) -> Iterator[Claim]:
    """One claim for each capture whose required fields can be read."""
    for capture in captures:
        claim = _claim(setting, kind, rule, capture)
        if claim is not None:
            yield claim


def _claim(setting: Setting, kind: Kind, rule: Rule, capture: Capture) -> Claim | None:
    fields = _fields(kind, rule, capture)
    if fields is None:
        return None
    first, last = _value_tokens(kind, capture)
    origin = setting.speech.origin_of(first, last)
    return Claim(
        kind.kind,
        fields,
        evidence_of(setting, first, last),
        rule.id,
        rule.modality or kind.modality or _modality(setting, capture, first, last),
        str(origin) if origin else None,
        _as_of(setting, kind, first, last),
        context=setting.context,
        lead=setting.lead,
        aspect=aspect_of(setting.tagged, first, last, setting.aspects),
        where=site_of(setting.tagged, first, last),
        when=period_of(setting.tagged, first, last) or setting.period,
        supersedes=takes_its_place(setting.tagged, first, setting.aspects),
        contrasted=bool(setting.phrases(setting.words.contrast)),
        resumes=bool(setting.phrases(setting.words.resuming)),
    )


def _as_of(setting: Setting, kind: Kind, first: int, last: int) -> AsOf | None:
    """The moment that a figure refers to, where the sentence says it."""
    if not any(kind.fields[name].type in _FIGURES for name in kind.value_fields()):
        return None
    moment = as_of(setting.moments, setting.tagged, first, last)
    return moment.value if moment else so_far(setting.tagged, setting.periods)


def _modality(setting: Setting, capture: Capture, first: int, last: int) -> Modality:
    return modality_of(setting.tagged, min(capture.first, first), max(capture.last, last), setting.words)


def _fields(kind: Kind, rule: Rule, capture: Capture) -> dict[str, Any] | None:
    """The fields in the order of the kind; None where one that cannot be done without is missing."""
    fields: dict[str, Any] = {}
    for name, spec in kind.fields.items():
        mentions = capture.mentions.get(name) or ()
        text = rule.values.get(name) or capture.terms.get(name) or ("" if mentions else spec.default)
        kind_of_field = FIELD_TYPES[spec.type]
        value = kind_of_field.parse(text) if text else kind_of_field.read(mentions) if mentions else None
        if value is not None:
            fields[name] = value
        elif spec.need is Need.REQUIRED:
            return None
    return fields


def _value_tokens(kind: Kind, capture: Capture) -> tuple[int, int]:
    """The tokens of the answer itself; where the answer is a constant of the rule, those of the whole hit."""
    mentions = [m for name in kind.value_fields() for m in capture.mentions.get(name, ())]
    if not mentions:
        return capture.first, capture.last
    return min(m.first for m in mentions), max(m.last for m in mentions)


def evidence_of(setting: Setting, first: int, last: int) -> Evidence:
    """The words of tokens `first` to `last`, with their place in the article."""
    article, sentence, tokens = setting.article, setting.tagged.sentence, setting.tagged.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    line, column = setting.lines.at(start)
    words = article.text[sentence.start : sentence.end]
    quote = article.text[start:end]
    return Evidence(article.id, start, end, line, column, quote, words, start - sentence.start)


def spread(kind: Kind, name: str, mention: Mention) -> dict[str, tuple[Mention, ...]]:
    """The fields that one mention fills: a holder that is no field of its own gives person, office and country."""
    if name in kind.fields:
        return {name: (mention,)}
    if mention.type == "holder":
        return {field: (mention,) for field in ("person", "office", "country") if field in kind.fields}
    if mention.type in ("code", "plate", "phone"):
        return {field: (mention,) for field in ("code", "near") if field in kind.fields}
    if mention.type == "quote":
        return {field: (mention,) for field in ("quote", "speaker") if field in kind.fields}
    if mention.type == "quantity":
        return {field: (mention,) for field in ("count", "thing") if field in kind.fields}
    return {}


def with_thing(kind: Kind, mentions: dict[str, tuple[Mention, ...]]) -> dict[str, tuple[Mention, ...]]:
    """A quantity captured as the number also tells the thing it counts, where the kind asks for it."""
    for group in list(mentions.values()):
        if group and group[0].type == "quantity" and "thing" in kind.fields:
            mentions.setdefault("thing", group)
    return mentions


def distinct(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without repeats: one for each kind, key, value and place in the text, the first rule's."""
    seen: dict[tuple[Any, ...], Claim] = {}
    for claim in claims:
        fields = tuple((name, str(value)) for name, value in sorted(claim.fields.items()))
        seen.setdefault((claim.kind, claim.evidence.start, claim.evidence.end, fields), claim)
    return list(seen.values())
