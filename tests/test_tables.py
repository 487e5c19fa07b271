"""The generated tables: whole, small, with their sources named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import factcheck.tables
from factcheck.tables.countries import countries
from factcheck.tables.spelling import fold, likeness, skeleton, spelled_alike, words_of

FILE = Path(factcheck.tables.__file__).with_name("countries.json")


def test_source_and_licence_are_in_the_file() -> None:
    sources = json.loads(FILE.read_text(encoding="utf-8"))["sources"]
    assert "CLDR" in sources["names"]
    assert "MIT" in sources["capitals_and_demonyms"]
    assert FILE.stat().st_size < 300_000


def test_states_have_names_and_capitals_in_both_languages() -> None:
    table = countries()
    assert len(table) > 240
    for code in ("NO", "RU", "KP", "ID", "US", "VN", "EG", "KZ"):
        for language in ("en", "id"):
            assert table[code]["names"][language], code
            assert table[code]["capitals"][language], code
        assert table[code]["demonyms"]["en"], code


@pytest.mark.parametrize(
    ("code", "section", "language", "word"),
    [
        ("RU", "names", "id", "Rusia"),
        ("CN", "names", "id", "Tiongkok"),
        ("DE", "names", "vi", "Đức"),
        ("EG", "capitals", "id", "Kairo"),
        ("KZ", "capitals", "en", "Astana"),
        ("DK", "demonyms", "en", "Danish"),
        ("MM", "names", "en", "Burma"),
    ],
)
def test_words(code: str, section: str, language: str, word: str) -> None:
    assert word in countries()[code][section][language]


def test_territories_take_no_demonym_of_a_state() -> None:
    assert countries()["HK"]["demonyms"]["en"] == []
    assert countries()["GP"]["capitals"] == {}


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Størë", "Store"), ("O’Hara", "O'Hara".replace("'", "")), ("Łódź", "Lodz"), ("김", "Gim"), ("Đặng", "Dang")],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_of_parts_what_is_glued() -> None:
    assert words_of("Kim Ja-yong") == ("kim", "ja", "yong")
    assert words_of("SirOle McKay") == ("sir", "ole", "mckay")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("sergey", "sergei", True),
        ("zorenskyy", "sorenskij", True),
        ("mantrikov", "mantirkov", True),
        ("easton", "iston", True),
        ("lee", "li", True),
        ("yu", "ho", False),
        ("ada", "ida", False),
        ("jansen", "hansen", False),
        ("petrov", "petrova", False),
        ("zhang", "shang", False),
        ("brandt", "krag", False),
    ],
)
def test_spelled_alike(one: str, other: str, alike: bool) -> None:
    assert spelled_alike(one, other) is alike
    assert spelled_alike(other, one) is alike
    assert (likeness(one, other) >= 0.8) or not alike


def test_skeletons_are_one_for_romanisations() -> None:
    assert skeleton("aleksandr") == skeleton("alexandr")
    assert skeleton("wolodymyr") == skeleton("volodimir")
