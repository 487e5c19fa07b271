"""The words of names, offices and places of one language, indexed for look-ups by token."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from factcheck.lexicon import Lexicon, derived
from factcheck.phrases import PhraseIndex
from factcheck.values.office import OfficeBook
from factcheck.values.place import PlaceBook, PlaceName

T = TypeVar("T")

_STRAIGHT = str.maketrans("’‘ʼ‐‑", "'''--")


class Written(NamedTuple):
    """What a phrase of the gazetteer stands for, and `exact`, how it must be written where case tells (AS, US)."""

    known: PlaceName
    exact: str = ""


class NameWords(NamedTuple):
    """The `names` section of a lexicon as sets and indexes, with the phrases of the tables `offices` and `places`.

    See the comments in the language files for what each of them is.
    """

    language: str
    sets: Mapping[str, frozenset[str]]
    indexes: Mapping[str, PhraseIndex[Any]]
    book: OfficeBook
    places: PlaceBook
    offices: PhraseIndex[str]
    countries: PhraseIndex[Written]
    owner_first: bool


_SETS = (
    "stop", "common", "particles", "suffixes", "abbreviations", "family_first", "org_words", "not_org", "org_links",
    "weak", "relational", "possessors", "compass", "capital_only", "dwellers", "regions", "things",
)  # fmt: skip
_INDEXES = (
    "honorifics", "ranks", "speech", "inverted", "acts", "person_cues", "place_heads", "place_tails", "org_heads",
    "org_tails", "articles", "appositive", "office_links", "age_words", "of_person",
)  # fmt: skip


@derived
def name_words(lexicon: Lexicon) -> NameWords:
    """The name words of a language with the gazetteer's phrases for it."""
    words: Mapping[str, Any] = lexicon.sections.get("names", {})
    language, tables = lexicon.language, lexicon.tables
    book, places = OfficeBook(tables["offices"]), PlaceBook(tables["places"])
    sets = {name: frozenset(words.get(name, ())) for name in _SETS}
    sets["weak"] |= frozenset(words.get("roles", ()))
    indexes = {name: _index((phrase, name) for phrase in words.get(name, ())) for name in _INDEXES}
    prepositions = words.get("place_prepositions", {})
    indexes["place_prepositions"] = _index((p, key) for key, items in prepositions.items() for p in items)
    indexes["modifiers"] = _index(_modifiers(words.get("modifiers", ()), language, book))
    roles = {role: "-".join(role.split()) for role in words.get("roles", ())}
    offices = _index((roles | book.phrases(language)).items())
    countries = _index((text, _written(text, known)) for text, known in places.governments(language).items())
    places.prepare(language)
    return NameWords(
        language, sets, indexes, book, places, offices, countries, words.get("owner", "after") == "before"
    )


def _index(items: Iterable[tuple[str, T]]) -> PhraseIndex[T]:
    """Phrases as the words of a `View` are: without possessives, with straight apostrophes."""
    return PhraseIndex((" ".join(map(plain, text.lower().split())), value) for text, value in items)


def _written(text: str, known: PlaceName) -> Written:
    """Short names of countries in capitals only match as they are written."""
    return Written(known, text if len(text) <= 4 and text.isupper() else "")


@lru_cache(maxsize=1 << 13)
def plain(word: str) -> str:
    """A lower-case word with straight apostrophes and hyphens, without the English possessive."""
    if word.isalpha():
        return word
    word = word.translate(_STRAIGHT)
    return word.removesuffix("'s")


def _modifiers(other: Iterable[str], language: str, book: OfficeBook) -> list[tuple[str, str]]:
    """Words around an office: those that mark a former holder, and those that change nothing."""
    former = [(" ".join(word.replace("-", " - ").split()), "former") for word in book.marks("former", language)]
    return former + [(word, "") for word in (*book.marks("acting", language), *other)]
