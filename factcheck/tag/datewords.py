"""The words of dates and times of one language, indexed for look-ups by token."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum, auto
from typing import Any, NamedTuple

from factcheck.lexicon import Lexicon, derived
from factcheck.model import Token
from factcheck.tokens import tokens_of
from factcheck.values.calendar import DayPart, Direction, Section, Unit
from factcheck.values.date import Date
from factcheck.values.time import Near, TimeOfDay


class Role(Enum):
    """What a word or phrase can be in a date; one phrase may have several roles, tried in this order."""

    FIXED = auto()
    MONTH_NOUN = auto()
    YEAR_NOUN = auto()
    WEEKDAY_NOUN = auto()
    DAY_NOUN = auto()
    MONTH = auto()
    WEEKDAY = auto()
    EVE = auto()
    PART = auto()
    SECTION = auto()
    QUARTER = auto()
    SEASON = auto()
    HINT = auto()
    SHADE = auto()
    ORDINAL = auto()
    WEEK_OF = auto()
    YEAR_WORD = auto()


class Entry(NamedTuple):
    """A phrase of `length` tokens in one role, with what it stands for."""

    words: tuple[str, ...]
    role: Role
    value: Any


class Phrases:
    """Phrases by their first word, longest first; every reading of every length is offered."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_first: dict[str, list[Entry]] = {}
        for entry in entries:
            self._by_first.setdefault(entry.words[0], []).append(entry)
        for group in self._by_first.values():
            group.sort(key=lambda entry: (-len(entry.words), entry.role.value))

    def __contains__(self, word: str) -> bool:
        return word in self._by_first

    @property
    def first_words(self) -> frozenset[str]:
        """The words that a phrase can start with."""
        return frozenset(self._by_first)

    def at(self, words: Sequence[str], index: int) -> Iterable[Entry]:
        """Every phrase that starts at `index`, longest first."""
        group = self._by_first.get(words[index]) if index < len(words) else None
        if group is None:
            return ()
        return [entry for entry in group if tuple(words[index : index + len(entry.words)]) == entry.words]

    def value(self, words: Sequence[str], index: int) -> tuple[Any, int] | None:
        """What the longest phrase at `index` stands for, and the index after it."""
        for entry in self.at(words, index):
            return entry.value, index + len(entry.words)
        return None


class DateWords(NamedTuple):
    """The index of one language. Sets hold lower-case words, `Phrases` offer readings by position."""

    starters: frozenset[str]
    leads: Phrases
    joiners: frozenset[str]
    part_links: Phrases
    hints_after: Phrases
    section_parts: Mapping[str, DayPart]
    units: Mapping[str, Unit]
    unit_shifts: Phrases
    unit_later: Phrases
    unit_bases: Phrases
    one: frozenset[str]
    vague_counts: frozenset[str]
    coming: frozenset[str]
    now: Phrases
    counts_in: frozenset[str]
    plan_words: frozenset[str]
    current_units: Mapping[str, Unit]
    day_words: frozenset[str]
    weak: frozenset[str]
    name_like: frozenset[str]
    unit_or_weekday: frozenset[str]
    abbreviations: frozenset[str]
    year_before: frozenset[str]
    year_before_weak: frozenset[str]
    year_followers: frozenset[str]
    articles: frozenset[str]
    figure_before: frozenset[str]
    law_numbers: frozenset[str]
    before_dates: frozenset[str]
    ordinal_marks: frozenset[str]
    decade_marks: frozenset[str]
    range_openers: Mapping[str, Phrases]
    range_links: Phrases
    list_links: frozenset[str]
    day_first: bool
    clock: ClockWords


class ClockWords(NamedTuple):
    """The words around a time of day."""

    nouns: frozenset[str]
    before: frozenset[str]
    halves: Phrases
    half_links: Phrases
    half_words: Phrases
    named: Phrases
    near: Phrases
    local: Phrases
    zones: Mapping[str, int | None]


def words_of(tokens: Sequence[Token]) -> list[str]:
    """The lower-case words of tokens with one form of apostrophe, and without the possessive of "Sunday's vote"."""
    return [word if (word := token.lower).isalnum() else _straight(word) for token in tokens]


def _straight(word: str) -> str:
    return word.replace("’", "'").replace("‘", "'").removesuffix("'s")


@derived
def date_words(lexicon: Lexicon) -> DateWords:
    """The index of a lexicon's `dates` section, built once."""
    data = lexicon.sections["dates"]
    leads, clock = Phrases(_leads(data)), _clock_words(data)
    return DateWords(
        starters=_starters(data, leads, clock),
        leads=leads,
        joiners=_set(data, "joiners"),
        part_links=_phrases((phrase, True) for phrase in data["part_links"]),
        hints_after=_phrases((phrase, Direction(name)) for phrase, name in data["hints_after"].items()),
        section_parts={word: DayPart(name) for word, name in data["section_parts"].items()},
        units={word: Unit(name) for word, name in data["units"].items()},
        unit_shifts=_phrases(data["unit_shifts"].items()),
        unit_later=_phrases(data["unit_later"].items()),
        unit_bases=_phrases(data["unit_bases"].items()),
        one=_set(data, "one"),
        vague_counts=_set(data, "vague_counts"),
        coming=_set(data, "coming"),
        now=_phrases((phrase, True) for phrase in data["now"]),
        counts_in=_set(data, "counts_in"),
        plan_words=_set(data, "plan_words"),
        current_units={word: Unit(name) for word, name in data["current_units"].items()},
        day_words=_set(data, "day_words"),
        weak=_set(data, "weak"),
        name_like=_set(data, "name_like"),
        unit_or_weekday=frozenset(data.get("unit_or_weekday", ())),
        abbreviations=frozenset(word for word in (*data["months"], *data["weekdays"]) if len(word) <= 5),
        year_before=_set(data, "year_before"),
        year_before_weak=_set(data, "year_before_weak"),
        year_followers=_set(data, "year_followers"),
        articles=_set(data, "articles"),
        figure_before=_set(data, "figure_before"),
        law_numbers=_set(data, "law_numbers"),
        before_dates=_set(data, "before_dates"),
        ordinal_marks=_set(data, "ordinal_marks"),
        decade_marks=_set(data, "decade_marks"),
        range_openers={word: _phrases((link, True) for link in links) for word, links in data["range_openers"].items()},
        range_links=_phrases((link, True) for link in data["range_links"]),
        list_links=_set(data, "list_links"),
        day_first=bool(data["day_first"]),
        clock=clock,
    )


def _starters(data: Mapping[str, Any], leads: Phrases, clock: ClockWords) -> frozenset[str]:
    """The words at which a date or time may start, or whose unit counts one."""
    phrases = leads.first_words | clock.named.first_words | clock.near.first_words
    return phrases | clock.nouns | frozenset((*data["units"], *data["range_openers"]))


def _clock_words(data: Mapping[str, Any]) -> ClockWords:
    zones: dict[str, int | None] = {**data["zones"], **dict.fromkeys(data["open_zones"])}
    return ClockWords(
        nouns=_set(data, "clock_nouns"),
        before=_set(data, "clock_before"),
        halves=_phrases(data["half_days"].items()),
        half_links=_phrases((phrase, True) for phrase in data["half_links"]),
        half_words=_phrases(data["half_words"].items()),
        named=_phrases((phrase, TimeOfDay.read(text)) for phrase, text in data["named_times"].items()),
        near=_phrases((phrase, Near(name)) for phrase, name in data["near"].items()),
        local=_phrases((phrase, True) for phrase in data["local_time"]),
        zones=zones,
    )


def _set(data: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(data[name])


def _phrases(pairs: Iterable[tuple[str, Any]]) -> Phrases:
    return Phrases(Entry(split_phrase(phrase), Role.FIXED, value) for phrase, value in pairs)


def split_phrase(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, cut as text is cut."""
    return tuple(words_of(tokens_of(phrase)))


def _leads(data: Mapping[str, Any]) -> Iterable[Entry]:
    for name, role, kind in _LEADS:
        rows = data[name]
        pairs = rows.items() if isinstance(rows, Mapping) else ((row, True) for row in rows)
        for phrase, value in pairs:
            yield Entry(split_phrase(phrase), role, kind(value))


_LEADS: tuple[tuple[str, Role, Any], ...] = (
    ("relative", Role.FIXED, Date.read),
    ("holidays", Role.FIXED, Date.read),
    ("month_nouns", Role.MONTH_NOUN, bool),
    ("year_nouns", Role.YEAR_NOUN, bool),
    ("weekday_nouns", Role.WEEKDAY_NOUN, bool),
    ("day_nouns", Role.DAY_NOUN, bool),
    ("months", Role.MONTH, int),
    ("weekdays", Role.WEEKDAY, int),
    ("eves", Role.EVE, DayPart),
    ("day_parts", Role.PART, DayPart),
    ("sections", Role.SECTION, Section),
    ("quarters", Role.QUARTER, Section),
    ("seasons", Role.SEASON, Section),
    ("hints_before", Role.HINT, Direction),
    ("shades", Role.SHADE, Direction),
    ("ordinals", Role.ORDINAL, int),
    ("week_of", Role.WEEK_OF, bool),
    ("year_words", Role.YEAR_WORD, bool),
)
