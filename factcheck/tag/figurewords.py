"""What may stand around a figure in one language, indexed for look-ups by token."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from factcheck.lexicon import Lexicon
from factcheck.model import Token
from factcheck.numbers import Hedge
from factcheck.numbers.words import NumberWords, number_words
from factcheck.values.coordinates import Hemisphere
from factcheck.values.duration import TimeUnit

T = TypeVar("T")

MAGNITUDE_SIGN = "m"  # seismologists' M, in every language


class Phrases(Generic[T]):
    """Phrases and what they stand for, found by their first word, the longest first."""

    __slots__ = ("_by_first",)

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in pairs:
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append((words, value))
        for group in self._by_first.values():
            group.sort(key=lambda entry: -len(entry[0]))

    def first_words(self) -> frozenset[str]:
        return frozenset(self._by_first)

    def at(self, tokens: Sequence[Token], i: int) -> tuple[T, int] | None:
        """What the longest phrase at token `i` stands for, and the index after it."""
        if not 0 <= i < len(tokens):
            return None
        for words, value in self._by_first.get(tokens[i].lower, ()):
            end = i + len(words)
            if len(words) == 1 or (end <= len(tokens) and all(tokens[i + k].lower == words[k] for k in range(len(words)))):
                return value, end
        return None


class Currency(NamedTuple):
    """A currency by name: its code, the part of it the name means, and whether it needs a magnitude word before."""

    code: str
    factor: Decimal = Decimal(1)
    large: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class FigureWords:
    """The index of one language. Each field is the part of `numbers.yaml` of that name; plain lists are in `sets`."""

    numbers: NumberWords
    hedges: Phrases[Hedge]
    hedges_after: Phrases[Hedge]
    ranges: Phrases[Phrases[None]]
    range_joiners: Phrases[None]
    percent: Phrases[bool]
    durations: Phrases[TimeUnit]
    single_durations: Phrases[TimeUnit]
    units: Phrases[str]
    hemispheres: Phrases[Hemisphere]
    currency_signs: Phrases[str]
    currency_names: Phrases[Currency]
    codes: Phrases[None]
    clock: Phrases[None]
    zero: Phrases[Phrases[None]]
    money_signs: Mapping[str, Decimal]
    ordinals: Mapping[str, int]
    ordinal_units: Mapping[str, int]
    sets: Mapping[str, frozenset[str]]
    unit_words: frozenset[str]
    starts: frozenset[str]


@lru_cache(maxsize=32)
def figure_words(lexicon: Lexicon) -> FigureWords:
    """The index of a language, built once a lexicon."""
    data = lexicon.sections.get("numbers", {})
    numbers = number_words(lexicon)
    hedges, ranges = _by_value(data, "hedges", Hedge), _nested(data, "ranges")
    percent = Phrases([(name, False) for name in data.get("percent", ())] + _flags(data, "percentage_points"))
    durations, units = _by_value(data, "durations", TimeUnit), _by_value(data, "units", str)
    hemispheres, signs = _by_value(data, "hemispheres", Hemisphere), _by_value(data, "currency_signs", str)
    single = Phrases([(name, TimeUnit(unit)) for name, unit in data.get("single_durations", {}).items()])
    names, zero = _currency_names(data), _nested(data, "zero")
    sets = {name: frozenset(data.get(name, ())) for name in _SETS}
    suffixes = (percent, durations, units, hemispheres, names)
    openers = (hedges, ranges, signs, single, zero)
    return FigureWords(
        numbers, hedges, _by_value(data, "hedges_after", Hedge), ranges, _plain(data, "range_joiners"), percent, durations,
        single, units, hemispheres, signs, names, _plain(data, "codes"), _plain(data, "clock"), zero,
        {sign: Decimal(factor) for sign, factor in data.get("money_signs", {}).items()},
        data.get("ordinals", {}), data.get("ordinal_units", {}), sets,
        frozenset().union(*(phrases.first_words() for phrases in suffixes)),
        frozenset().union(*(phrases.first_words() for phrases in openers), *_first_words(numbers, sets)),
    )  # fmt: skip


_SETS = (
    "changes", "comparatives", "currency_codes", "digit_names", "duration_joiners", "emergency", "emergency_words", "firm_before", "label_after",
    "labels", "law_years", "loose_hedges", "magnitude_cues", "magnitude_fillers", "not_counted", "number_verbs", "ones", "ones_not_after",
    "ones_not_before", "ordinal_prefixes", "ordinal_suffixes", "people", "plate_regions", "scores", "share_links", "street_words",
)  # fmt: skip


def _by_value(data: Mapping[str, Any], name: str, kind: Callable[[str], T]) -> Phrases[T]:
    return Phrases([(phrase, kind(value)) for value, phrases in data.get(name, {}).items() for phrase in phrases])


def _plain(data: Mapping[str, Any], name: str) -> Phrases[None]:
    return Phrases([(phrase, None) for phrase in data.get(name, ())])


def _flags(data: Mapping[str, Any], name: str) -> list[tuple[str, bool]]:
    return [(phrase, True) for phrase in data.get(name, ())]


def _nested(data: Mapping[str, Any], name: str) -> Phrases[Phrases[None]]:
    """Phrases that ask for one of others after them."""
    table = data.get(name, {})
    return Phrases([(phrase, Phrases([(word, None) for word in after])) for phrase, after in table.items()])


def _currency_names(data: Mapping[str, Any]) -> Phrases[Currency]:
    forms = (
        ("currency_names", Decimal(1), False),
        ("currency_names_large", Decimal(1), True),
        ("currency_cents", Decimal("0.01"), False),
    )
    return Phrases(
        [
            (name, Currency(code, factor, large))
            for section, factor, large in forms
            for code, names in data.get(section, {}).items()
            for name in names
        ]
    )


def _first_words(numbers: NumberWords, sets: Mapping[str, frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Words that may start a figure by themselves."""
    codes = frozenset(code.lower() for code in sets["currency_codes"])
    return (
        numbers.vocabulary - numbers.joiners - numbers.points - numbers.teens, numbers.minus, codes,
        frozenset(phrase[0] for phrase in numbers.vague), sets["magnitude_cues"], sets["ordinal_prefixes"],
        frozenset((numbers.decimal, MAGNITUDE_SIGN)),
    )  # fmt: skip
