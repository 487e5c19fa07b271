"""Places: countries and what stands for them, words of kind in two languages, and what contains what."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from factcheck.model import Relation, Verdict
from factcheck.values.place import Place, PlaceBook, PlaceKind

DATA = YAML(typ="safe", pure=True).load(Path(__file__).parents[2] / "rules/places.yaml")
BOOK = PlaceBook(DATA)
WORDS = st.lists(st.sampled_from(["ostra", "ranu", "brandt", "kim", "5"]), max_size=3).map(tuple)
PLACES = st.builds(
    Place,
    st.just(""),
    WORDS,
    WORDS,
    st.sampled_from([None, "NO", "SE"]),
    st.sampled_from(list(PlaceKind)),
    st.just(""),
    st.just(""),
) | st.builds(
    lambda words, head: Place("", words, head=head[0], rank=head[1]),
    WORDS,
    st.sampled_from([("lane", "way"), ("way", "way"), ("avenue", "way"), ("square", "square"), ("airport", "")]),
)


@pytest.mark.parametrize(
    ("language", "name", "kind", "country"),
    [
        ("en", "Norway", PlaceKind.COUNTRY, "NO"),
        ("id", "Norwegia", PlaceKind.COUNTRY, "NO"),
        ("id", "AS", PlaceKind.COUNTRY, "US"),
        ("id", "Amerika Serikat", PlaceKind.COUNTRY, "US"),
        ("en", "US", PlaceKind.COUNTRY, "US"),
        ("en", "U.S.", PlaceKind.COUNTRY, "US"),
        ("en", "UK", PlaceKind.COUNTRY, "GB"),
        ("id", "Inggris", PlaceKind.COUNTRY, "GB"),
        ("id", "Cina", PlaceKind.COUNTRY, "CN"),
        ("id", "China", PlaceKind.COUNTRY, "CN"),
        ("id", "Tiongkok", PlaceKind.COUNTRY, "CN"),
        ("id", "Korsel", PlaceKind.COUNTRY, "KR"),
        ("en", "Soviet Union", PlaceKind.COUNTRY, "SU"),
        ("id", "Uni Soviet", PlaceKind.COUNTRY, "SU"),
        ("en", "Oslo", PlaceKind.CAPITAL, "NO"),
        ("id", "Moskow", PlaceKind.CAPITAL, "RU"),
        ("id", "Roma", PlaceKind.CAPITAL, "IT"),
        ("en", "Kiev", PlaceKind.CAPITAL, "UA"),
        ("en", "Kremlin", PlaceKind.SEAT, "RU"),
        ("id", "Gedung Putih", PlaceKind.SEAT, "US"),
    ],
)
def test_gazetteer(language: str, name: str, kind: PlaceKind, country: str) -> None:
    place = BOOK.names(language)[name].place()
    assert (place.kind, place.country, place.show()) == (kind, country, name)
    assert BOOK.read(name, language) == place


def test_demonyms_belong_to_the_state_not_to_its_territories() -> None:
    demonyms = BOOK.demonyms("en")
    found = {word: demonyms[word] for word in ("Norwegian", "Russians", "French", "Indian", "Chinese", "American")}
    assert found == {
        "Norwegian": "NO",
        "Russians": "RU",
        "French": "FR",
        "Indian": "IN",
        "Chinese": "CN",
        "American": "US",
    }
    assert BOOK.demonyms("id") == {}
    governments = BOOK.governments("en")
    assert governments["Norwegian"].place() == governments["Norway"].place()


def test_names_of_one_country_are_equal_in_every_language() -> None:
    assert BOOK.read("Rusia", "id") == BOOK.read("Russia", "en")
    assert str(BOOK.read("Moskwa", "id")) == str(BOOK.read("Moscow", "en")) == "moscow [RU capital]"


def compared(one: str, other: str, first: str = "en", second: str = "en") -> tuple[Verdict, Relation]:
    comparison = BOOK.read(one, first).compare(BOOK.read(other, second))
    return comparison.verdict, comparison.relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lapangan Ole Krag", "Ole Krag Square"),
        ("alun-alun Ole Krag", "Ole Krag Square"),
        ("Bandara Ranu", "Ranu Airport"),
        ("Rumah Sakit Brandt", "Brandt Hospital"),
        ("RS Brandt", "Brandt Hospital"),
        ("Gunung Ostra", "Mount Ostra"),
        ("Pelabuhan Ostra", "Port of Ostra"),
    ],
)
def test_words_of_kind_are_one_in_both_languages(one: str, other: str) -> None:
    assert compared(one, other, "id", "en") == (Verdict.SAME, Relation.AGREE)


@pytest.mark.parametrize(
    ("one", "other", "verdict", "relation"),
    [
        ("Jalan Brandt", "Brandt Street", Verdict.COMPATIBLE, Relation.PRECISION),
        ("Jalan Brandt", "Brandt Avenue", Verdict.COMPATIBLE, Relation.PRECISION),
        ("Stasiun Ranu, Kota Ostra", "Kota Ostra", Verdict.COMPATIBLE, Relation.PRECISION),
        ("Stasiun Ranu, Kota Ostra", "Stasiun Ranu", Verdict.SAME, Relation.AGREE),
        ("Stasiun Ranu, Kota Ostra", "Stasiun Lund, Kota Ostra", Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        ("STG Ostra", "Ostra", Verdict.COMPATIBLE, Relation.PRECISION),
        ("Ostra Falls home", "Ostra Falls", Verdict.COMPATIBLE, Relation.PRECISION),
        ("Ostra", "Ranu", Verdict.COMPATIBLE, Relation.PRECISION),
        ("Oslo", "Norway", Verdict.COMPATIBLE, Relation.PRECISION),
        ("Ostra, Norway", "Norway", Verdict.COMPATIBLE, Relation.PRECISION),
        ("Ostra", "Norway", Verdict.COMPATIBLE, Relation.PRECISION),
        ("Jalan Kali Ranu Barat RT 1", "Jalan Kaliranu RT 1", Verdict.COMPATIBLE, Relation.PRECISION),
        ("400 block of Brandt Avenue", "Ostra Street and Brandt Avenue", Verdict.COMPATIBLE, Relation.PRECISION),
        ("Ostra Airport", "Ole Krag Airport", Verdict.COMPATIBLE, Relation.PRECISION),
        ("Müllersund", "Muellersund", Verdict.COMPATIBLE, Relation.SPELLING),
        ("Ranupatan", "Ranuppatan", Verdict.COMPATIBLE, Relation.SPELLING),
        ("Brandt Avenue", "Brandt Road", Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        ("Brandt Drive", "Brandt Lane", Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        ("Brandt Street", "Krag Street", Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        ("Ost Street", "Ostra Street", Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        ("Ada Square", "Ole Square", Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        ("Kota Ostra", "Kota Ranu", Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        ("Oslo", "Stockholm", Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        ("Oslo", "Sweden", Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        ("Ostra, Norway", "Sweden", Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        ("Norway", "Sweden", Verdict.DIFFERENT, Relation.CANNOT_BOTH),
    ],
)
def test_compare(one: str, other: str, verdict: Verdict, relation: Relation) -> None:
    assert compared(one, other) == (verdict, relation)


def test_a_seat_of_government_lies_in_its_country() -> None:
    kremlin, russia = (BOOK.read(name, "en") for name in ("Kremlin", "Russia"))
    assert kremlin.compare(russia).verdict is Verdict.COMPATIBLE


def test_a_word_of_kind_alone_is_kept_as_a_name() -> None:
    assert BOOK.read("Stasiun", "id").tokens == ("stasiun",)


@pytest.mark.parametrize(
    ("name", "language", "tokens", "rank"),
    [
        ("River Street", "en", ("river",), "way"),
        ("Lake Ostra", "en", ("ostra",), "lake"),
        ("Port of Harbour Road", "en", ("harbour", "road"), "port"),
        ("Jalan Bandara", "id", ("bandara",), "way"),
    ],
)
def test_the_language_says_which_end_is_the_word_of_kind(
    name: str, language: str, tokens: tuple[str, ...], rank: str
) -> None:
    place = BOOK.read(name, language)
    assert (place.tokens, place.rank) == (tokens, rank)


def test_the_file_is_consistent() -> None:
    for head in DATA["heads"].values():
        assert {*head} <= {"rank", "en", "id"}
    for section in ("names", "demonyms", "seats"):
        assert all(len(code) == 2 and code.isupper() for code in DATA[section])


@settings(max_examples=150, derandomize=True, deadline=None)
@given(PLACES, PLACES)
def test_properties(one: Place, other: Place) -> None:
    assert one.compare(other) == other.compare(one)
    assert one.compare(one).verdict is Verdict.SAME
    assert Place.read(str(one)) == one


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.text(max_size=25))
def test_any_text_is_a_place_that_reads_back(text: str) -> None:
    place = BOOK.read(text, "id")
    assert Place.read(str(place)) == place
    assert Place.read(str(Place.read(text))) == Place.read(text)
