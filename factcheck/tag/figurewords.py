"""What may stand around a figure in one language, indexed for look-ups by token."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from factcheck.lexicon import Lexicon, derived
from factcheck.numbers import Hedge
from factcheck.numbers.words import NumberWords, number_words
from factcheck.phrases import PhraseIndex, words_of
from factcheck.values.coordinates import Hemisphere
from factcheck.values.duration import TimeUnit

T = TypeVar("T")

MAGNITUDE_SIGN = "m"  # seismologists' M, in every language
MOST_FILLERS = 5  # tokens between a word for the strength of an earthquake and its figure
_SIGNS = 2  # tokens before digits that a sign for less than zero and a decimal mark take, or a prefix and a hyphen


class Currency(NamedTuple):
    """A currency by name: its code, the part of it the name means, and whether it needs a magnitude word before."""

    code: str
    factor: Decimal = Decimal(1)
    large: bool = False


class FigureWords(NamedTuple):
    """The index of one language. Each field is the part of `numbers.yaml` of that name; plain lists are in `sets`."""

    numbers: NumberWords
    hedges: PhraseIndex[Hedge]
    hedges_after: PhraseIndex[Hedge]
    ranges: PhraseIndex[PhraseIndex[None]]
    range_joiners: PhraseIndex[None]
    percent: PhraseIndex[bool]
    basis_points: PhraseIndex[None]
    durations: PhraseIndex[TimeUnit]
    single_durations: PhraseIndex[TimeUnit]
    units: PhraseIndex[str]
    hemispheres: PhraseIndex[Hemisphere]
    currency_signs: PhraseIndex[str]
    currency_names: PhraseIndex[Currency]
    codes: PhraseIndex[None]
    clock: PhraseIndex[None]
    zero: PhraseIndex[PhraseIndex[None]]
    money_signs: Mapping[str, Decimal]
    ordinals: Mapping[str, int]
    ordinal_units: Mapping[str, int]
    sets: Mapping[str, frozenset[str]]
    unit_words: frozenset[str]
    figures: frozenset[str]
    leads: Mapping[str, int]


@derived
def figure_words(lexicon: Lexicon) -> FigureWords:
    """The index of a language, built once a lexicon."""
    data = lexicon.sections.get("numbers", {})
    numbers = number_words(lexicon)
    hedges, ranges = _by_value(data, "hedges", Hedge), _nested(data, "ranges")
    percent = PhraseIndex([(name, False) for name in data.get("percent", ())] + _flags(data, "percentage_points"))
    durations, units = _by_value(data, "durations", TimeUnit), _by_value(data, "units", str)
    hemispheres, signs = _by_value(data, "hemispheres", Hemisphere), _by_value(data, "currency_signs", str)
    single = PhraseIndex([(name, TimeUnit(unit)) for name, unit in data.get("single_durations", {}).items()])
    names, zero = _currency_names(data), _nested(data, "zero")
    sets = {name: frozenset(data.get(name, ())) for name in _SETS}
    return FigureWords(
        numbers, hedges, _by_value(data, "hedges_after", Hedge), ranges, _plain(data, "range_joiners"), percent,
        _plain(data, "basis_points"), durations, single, units, hemispheres, signs, names, _plain(data, "codes"),
        _plain(data, "clock"), zero,
        {sign: Decimal(factor) for sign, factor in data.get("money_signs", {}).items()},
        data.get("ordinals", {}), data.get("ordinal_units", {}), sets,
        _first_words(data, _SUFFIXES), _figures(data, numbers), _leads(data, numbers, sets),
    )  # fmt: skip


_SETS = (
    "changes", "comparatives", "currency_codes", "digit_names", "duration_joiners", "emergency", "emergency_words",
    "firm_before", "label_after", "labels", "law_parts", "law_years", "loose_hedges", "magnitude_cues",
    "magnitude_fillers",
    "not_counted", "number_verbs", "ones", "ones_not_after", "ones_not_before", "ordinal_prefixes",
    "ordinal_suffixes", "people", "plate_regions", "plate_words", "scores", "share_links", "street_words",
)  # fmt: skip


_SUFFIXES = ("percent", "durations", "units", "hemispheres", "currency_names", "currency_names_large", "currency_cents")
_BY_PHRASE = frozenset(("ranges", "single_durations", "zero"))  # maps from a phrase, not to phrases


def _by_value(data: Mapping[str, Any], name: str, kind: Callable[[str], T]) -> PhraseIndex[T]:
    return PhraseIndex([(phrase, kind(value)) for value, phrases in data.get(name, {}).items() for phrase in phrases])


def _plain(data: Mapping[str, Any], name: str) -> PhraseIndex[None]:
    return PhraseIndex([(phrase, None) for phrase in data.get(name, ())])


def _flags(data: Mapping[str, Any], name: str) -> list[tuple[str, bool]]:
    return [(phrase, True) for phrase in data.get(name, ())]


def _nested(data: Mapping[str, Any], name: str) -> PhraseIndex[PhraseIndex[None]]:
    """Phrases that ask for one of others after them."""
    table = data.get(name, {})
    return PhraseIndex([(phrase, PhraseIndex([(word, None) for word in after])) for phrase, after in table.items()])


def _currency_names(data: Mapping[str, Any]) -> PhraseIndex[Currency]:
    forms = (
        ("currency_names", Decimal(1), False),
        ("currency_names_large", Decimal(1), True),
        ("currency_cents", Decimal("0.01"), False),
    )
    return PhraseIndex(
        [
            (name, Currency(code, factor, large))
            for section, factor, large in forms
            for code, names in data.get(section, {}).items()
            for name in names
        ]
    )


def _first_words(data: Mapping[str, Any], names: Iterable[str]) -> frozenset[str]:
    """The first words of all phrases in these parts of the data, whatever their shape."""
    return frozenset(phrase.split()[0] for name in names for phrase in _phrases(name, data.get(name, ())))


def _phrases(name: str, part: Any) -> list[str]:
    if isinstance(part, Mapping) and name not in _BY_PHRASE:
        return [phrase for phrases in part.values() for phrase in phrases]
    return list(part)


def _figures(data: Mapping[str, Any], numbers: NumberWords) -> frozenset[str]:
    """Words of which a sentence has at least one, unless it has digits, where anything in it is a figure."""
    counted = (word for after in data.get("zero", {}).values() for word in after)
    return (numbers.vocabulary - numbers.joiners - numbers.points - numbers.teens - numbers.articles).union(
        (next(word for word in phrase if word not in numbers.articles) for phrase in numbers.vague),
        data.get("ordinals", ()),
        (words_of(phrase)[0] for phrase in counted),
        (words_of(phrase)[-1] for phrase in data.get("single_durations", ())),
    )


def _leads(data: Mapping[str, Any], numbers: NumberWords, sets: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Words that a mention may begin with before its figure, and within how many tokens the figure follows them."""
    names = ("hedges", "ranges", "currency_signs", "zero", "single_durations")
    hedges, ranges, signs, zero, single = (_phrases(name, data.get(name, {})) for name in names)
    sign = _longest(signs) + _SIGNS
    figure = max(sign, MOST_FILLERS + _SIGNS)
    reaches = (
        (hedges, 2 * _longest(hedges) + _longest(ranges) + figure),
        (ranges, _longest(ranges) + figure),
        (sets["magnitude_cues"], figure),
        ((*signs, *map(str.lower, sets["currency_codes"])), sign),
        (zero, _longest(zero)),
        (single, _longest(single)),
        ((*sets["ordinal_prefixes"], *numbers.minus, *numbers.articles, numbers.decimal, MAGNITUDE_SIGN), _SIGNS),
    )
    leads: dict[str, int] = {}
    for phrases, reach in reaches:
        for first in {words_of(phrase)[0] for phrase in phrases}:
            leads[first] = max(reach, leads.get(first, 0))
    return leads


def _longest(phrases: Sequence[str]) -> int:
    """The words of the longest phrase."""
    return max((len(words_of(phrase)) for phrase in phrases), default=0)
