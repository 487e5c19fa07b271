"""Frames: a value with what stands near it, for counts, measures, dates and places, which no list of sentences covers.

A frame rule names the value's mention type and, for each field beside it, where to look: a table of words (`events`),
a mention type (`party`), or a word list (`<at>`). The nearest one in the clause wins, then the nearest in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from factcheck.extract.claims import Capture, Setting, spread, with_thing
from factcheck.extract.context import words_between
from factcheck.extract.measured import Measured, read_measure
from factcheck.fields import FIELD_TYPES
from factcheck.lexicon import Lexicon
from factcheck.model import Mention, TaggedSentence
from factcheck.phrases import Found, PhraseIndex
from factcheck.rulepack.pattern import word_lookup
from factcheck.rulepack.read import merged
from factcheck.rulepack.slots import SLOTS
from factcheck.rulepack.types import Kind, Rule, RulePack
from factcheck.tag.quantities import thing_words

_OTHER_CLAUSE = 100  # a mention in another clause counts as this many words further away
_DERIVED = frozenset(("weekday", "axis", "code-kin"))  # types of fields that are read from the value's own mention
_EVENTS = "events"  # the table whose words a name may hold by chance
_ADJECTIVES = 1  # words between a date and the event that it is an attribute of: "the May 10 home invasion"
_FARTHEST = 12  # words between a value and the word that says what it is of


class Frame(NamedTuple):
    """A frame rule made ready: the mention types of its value, and a finder for each field near it.

    `introduced` are the lists of which a word must stand right before the value, `barred` those of which none may;
    `events` are the fields whose words a name may hold by chance.
    """

    rule: Rule
    field: str
    types: tuple[str, ...]
    tables: Mapping[str, PhraseIndex[str]]
    mentions: Mapping[str, tuple[str, ...]]
    ignored: frozenset[str]
    barred: tuple[PhraseIndex[str], ...] = ()
    measured: Measured | None = None
    foremost: frozenset[str] = frozenset()
    attribution: frozenset[str] = frozenset()
    unsaid: bool = False
    beside: Mapping[str, PhraseIndex[str]] = MappingProxyType({})
    introduced: tuple[PhraseIndex[str], ...] = ()
    events: frozenset[str] = frozenset()


@lru_cache(maxsize=16)
def frames_of(pack: RulePack, language: str) -> tuple[Frame, ...]:
    """The frame rules of a language."""
    rules = [rule for rule in pack.rules if rule.language == language and rule.value]
    said = {rule.kind for rule in rules if rule.said}
    return tuple(_frame(pack, rule)._replace(unsaid=rule.kind in said) for rule in rules)


def _frame(pack: RulePack, rule: Rule) -> Frame:
    name, _, slot_type = rule.value.strip("{}").partition(":")
    tables = {field: _table(pack, rule, where) for field, where in rule.near.items() if _is_table(where)}
    introduced = tuple(_table(pack, rule, where) for where in rule.near.values() if where.startswith("<"))
    events = frozenset(field for field, where in rule.near.items() if where.startswith(_EVENTS))
    mentions = {field: SLOTS[where] for field, where in rule.near.items() if where in SLOTS}
    barred = tuple(_table(pack, rule, words) for words in rule.unless)
    measured = _measures(pack, rule) if slot_type == "extent" else None
    foremost, attribution = (_marked(pack, rule, mark) for mark in ("foremost", "attribution"))
    types, ignored = SLOTS[slot_type], _ignored(pack, rule)
    beside = _beside(pack, rule)
    return Frame(
        rule, name, types, tables, mentions, ignored, barred, measured, foremost, attribution, beside=beside,
        introduced=introduced, events=events,
    )  # fmt: skip


def _is_table(where: str) -> bool:
    """Whether a field is looked for among the words of a table, and not among mentions or right before the value."""
    return where not in SLOTS and not where.startswith("<")


def _measures(pack: RulePack, rule: Rule) -> Measured:
    words = pack.words.get(rule.language, {})
    prefix = f"{rule.kind}/"
    own = {name.removeprefix(prefix): listed for name, listed in words.items() if name.startswith(prefix)}
    lexicon = pack.lexicons.get(rule.language) or Lexicon(rule.language, {})
    return Measured.of(pack.tables, rule.language, own, thing_words(lexicon))


def _beside(pack: RulePack, rule: Rule) -> dict[str, PhraseIndex[str]]:
    """The words without which a concept is not meant: a fight erupts too, so that an eruption needs a volcano."""
    rows = (row for where in rule.near.values() for row in _rows(pack, where).items())
    needed = ((concept, (names.get("beside") or {}).get(rule.language)) for concept, names in rows)
    return {concept: PhraseIndex((word, word) for word in words) for concept, words in needed if words}


def _ignored(pack: RulePack, rule: Rule) -> frozenset[str]:
    """Concepts that a table marks `other_kind`: words that claim a value for a kind of its own, such as visits."""
    return _marked(pack, rule, "other_kind")


def _marked(pack: RulePack, rule: Rule, mark: str) -> frozenset[str]:
    """Concepts of the rule's tables whose rows carry a mark."""
    rows = (row for where in rule.near.values() for row in _rows(pack, where).items())
    return frozenset(concept for concept, names in rows if names.get(mark))


def _rows(pack: RulePack, where: str) -> Mapping[str, Any]:
    """The rows of a table, or of several (`events+moments`), of which later ones may add words to a concept."""
    return merged(*(pack.tables.get(table, {}) for table in where.split("+")))


def _table(pack: RulePack, rule: Rule, where: str) -> PhraseIndex[str]:
    if where.startswith("<"):
        lexicon = pack.lexicons.get(rule.language)
        common = lexicon.sections.get("words", {}) if lexicon else {}
        words = word_lookup(pack.words.get(rule.language, {}), common, rule.kind)(where.strip("<>")) or ()
        return PhraseIndex((word, word) for word in words)
    return _concepts(pack, where, rule.language)


@lru_cache(maxsize=64)
def _concepts(pack: RulePack, table: str, language: str) -> PhraseIndex[str]:
    rows = _rows(pack, table).items()
    return PhraseIndex((word, concept) for concept, names in rows for word in names.get(language) or ())


def captures(frame: Frame, kind: Kind, setting: Setting) -> Iterator[Capture]:
    """One capture for each mention of the value's type that has beside it what the frame wants."""
    tagged = setting.tagged
    values = [m for m in (*tagged.mentions, *setting.speech.quotes) if m.type in frame.types]
    if frame.introduced or frame.barred:
        values = [mention for mention in values if _introduced(frame, tagged, mention)]
    if frame.rule.said:
        yield from _spoken(frame, kind, setting, values)
        return
    if frame.unsaid:
        values = [mention for mention in values if not setting.occasion(mention)]
    if frame.unsaid or "time" in frame.types:
        told = [mention for moment in setting.moments for mention in moment.mentions]
        values = [mention for mention in values if mention not in told]
    if frame.measured:
        yield from _measured(frame.measured, tagged, values)
        return
    for mention in values:
        terms = _terms(frame, setting, mention, values)
        mentions = _mentions(frame, kind, setting, mention)
        if all(name in terms or name in mentions for name in frame.rule.needs):
            yield Capture(mentions, terms, mention.first, mention.last)


def _spoken(frame: Frame, kind: Kind, setting: Setting, values: list[Mention]) -> Iterator[Capture]:
    """Days on which somebody said something, with the speaker where a person is named."""
    for mention in values:
        occasion = setting.occasion(mention)
        if occasion:
            mentions = _mentions(frame, kind, setting, mention)
            if occasion.voice:
                mentions[frame.rule.said] = (occasion.voice,)
            yield Capture(mentions, {}, mention.first, mention.last)


def _measured(words: Measured, tagged: TaggedSentence, values: list[Mention]) -> Iterator[Capture]:
    """Measures, whose attribute and thing stand in ways of their own."""
    for mention in values:
        reading = read_measure(words, tagged, mention)
        if reading:
            yield Capture(reading.mentions(mention), reading.terms(), mention.first, mention.last)


def _introduced(frame: Frame, tagged: TaggedSentence, mention: Mention) -> bool:
    """Whether the words of each list (`<at>`) stand right before the value, and none of `unless`."""
    wanted = all(_right_before(index, tagged, mention) for index in frame.introduced)
    barred = any(_right_before(index, tagged, mention) for index in frame.barred)
    return wanted and not (barred and not _attribute(frame, tagged, mention))


def _attribute(frame: Frame, tagged: TaggedSentence, mention: Mention) -> bool:
    """Whether the value says which event the noun behind it is: "since the May 10 raid" tells when the raid was."""
    tables = [frame.tables[field] for field in sorted(frame.events)]
    behind = range(mention.last, min(mention.last + _ADJECTIVES + 1, len(tagged.tokens)))
    within = (at for at in behind if all(token.kind == "w" for token in tagged.tokens[mention.last : at + 1]))
    return any(index.at(tagged.tokens, at) for at in within for index in tables)


def _terms(frame: Frame, setting: Setting, mention: Mention, values: list[Mention]) -> dict[str, str]:
    """The nearest concept of each table, if the value is also the nearest one to it."""
    terms: dict[str, str] = {}
    for field, index in frame.tables.items():
        phrases = setting.phrases(index)
        if phrases and field in frame.events:
            phrases = [phrase for phrase in phrases if not setting.inside_name(phrase)]
        found = _nearest(frame, setting, mention, phrases) if phrases else None
        owned = found and (frame.rule.shared or _owner(setting, values, found) is mention)
        if found and owned and found.value not in frame.ignored:
            terms[field] = found.value
    return terms


def _owner(setting: Setting, values: list[Mention], found: Found[str]) -> Mention:
    """Of the values in the sentence the one nearest to a word: a date belongs to the event it stands beside."""
    return min(values, key=lambda m: (_distance(setting, m, found.first, found.last), m.first))


def _right_before(index: PhraseIndex[str], tagged: TaggedSentence, mention: Mention) -> bool:
    start = max(0, mention.first - 4)
    return any(mention.first - found.last <= 1 for found in index.find(tagged.tokens, start, mention.first))


def _nearest(frame: Frame, setting: Setting, mention: Mention, found: list[Found[str]]) -> Found[str] | None:
    """The nearest word, but a concept marked `foremost` before the value comes first: "called to a shooting at 3"."""
    # A code holds the word for what it is ("flight 370"); other values are no words of their own.
    outside = [f for f in found if mention.type == "code" or f.last <= mention.first or f.first >= mention.last]
    tokens = setting.tagged.tokens
    outside = [f for f in outside if f.value not in frame.beside or any(frame.beside[f.value].find(tokens))]
    farthest = frame.rule.reach or _FARTHEST
    reach = [f for f in outside if _distance(setting, mention, f.first, f.last) <= farthest]
    near = [f for f in _without_attribution(frame, setting.tagged, mention, reach) if not _parted(setting, mention, f)]
    foremost = [f for f in near if f.value in frame.foremost and f.last <= mention.first]
    return min(foremost or near, key=lambda f: (_distance(setting, mention, f.first, f.last), f.first), default=None)


def _parted(setting: Setting, mention: Mention, found: Found[str]) -> bool:
    """Whether an event is not what a date or place tells of: "rebuilt in 2012 after the fire", "met fire victims"."""
    if mention.type not in ("date", "place"):
        return False
    tokens, words = setting.tagged.tokens, setting.words
    touched = words.touched_by.before(tokens, found.first)
    return touched is not None or (mention.type == "date" and any(words.apart.find(tokens, mention.last, found.first)))


def _without_attribution(
    frame: Frame, tagged: TaggedSentence, mention: Mention, found: list[Found[str]]
) -> list[Found[str]]:
    """Without the `attribution` after the value of an event: "the match began at 3, police said", not "at 3 told"."""
    if not any(f.last <= mention.first and f.value not in frame.attribution for f in found):
        return found
    return [f for f in found if f.value not in frame.attribution or words_between(tagged, mention.last, f.first) <= 0]


def _distance(setting: Setting, mention: Mention, first: int, last: int) -> int:
    tagged, (start, end) = setting.tagged, setting.clause(mention)
    # A value follows the word it belongs to more often than not, so a word after it counts as twice as far.
    before = last <= mention.first
    gap = words_between(tagged, last, mention.first) if before else 2 * words_between(tagged, mention.last, first) + 1
    bracketed = mention.type == "code" and gap == 1  # "the Fishing Act (FA) No. 5"
    return gap if bracketed or (start <= first and last <= end) else gap + _OTHER_CLAUSE


def _taking_part(setting: Setting, mention: Mention, near: list[Mention]) -> list[Mention]:
    """Who takes part in what a value tells: those of its clause, and not who says it."""
    start, end = setting.clause(mention)
    return [m for m in near if start <= m.first and m.last <= end and not setting.speaks(m)]


def _mentions(frame: Frame, kind: Kind, setting: Setting, mention: Mention) -> dict[str, tuple[Mention, ...]]:
    result = spread(kind, frame.field, mention)
    if frame.field not in result and frame.field in kind.fields:
        result[frame.field] = (mention,)
    for field in kind.value_fields() + kind.key_fields():
        if kind.fields[field].type in _DERIVED or (kind.fields[field].type == mention.type and field not in result):
            result.setdefault(field, (mention,))
    for field, types in frame.mentions.items():
        near = [m for m in setting.tagged.mentions if m.type in types and m is not mention]
        collects = FIELD_TYPES[kind.fields[field].type].collects
        near = _taking_part(setting, mention, near) if collects else near
        if near and collects:
            result[field] = tuple(near)
        elif near:
            result[field] = (min(near, key=lambda m: (_distance(setting, mention, m.first, m.last), m.first)),)
    return with_thing(kind, result)
