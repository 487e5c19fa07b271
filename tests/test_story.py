"""Which articles tell one story."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Article
from factcheck.reader import read
from factcheck.rulepack import load_pack
from factcheck.story import Profile, concept_words, group_stories, plain_profile, profile_of

# Two reports of one quake, in two languages; a report of another one a week later, in nearly the same words.
QUAKE_ID = """Gempa Magnitudo 5,1 Guncang Randu Agung

RANDU AGUNG - Gempa bumi bermagnitudo 5,1 mengguncang Kabupaten Randu Agung, Jawa Tengah, pada Selasa (11/3/2031).
Badan Gempa Nasional (BGN) mencatat pusat gempa berada di laut pada kedalaman 12 km, 43 km barat daya Randu Agung.
Gempa tidak berpotensi tsunami, kata BGN. Sebanyak 37 rumah rusak di Desa Kali Wening.
"""
QUAKE_EN = """Quake of magnitude 5.1 shakes Randu Agung

RANDU AGUNG - An earthquake of magnitude 5.1 shook Randu Agung in Central Java on Tuesday, 11 March 2031.
The National Quake Agency (BGN) said the centre lay at sea at a depth of 12 km, 43 km from Randu Agung.
It damaged 37 houses in Kali Wening, the agency said.
"""
LATER_QUAKE_ID = """Gempa Magnitudo 4,6 Guncang Tanjung Seruni

TANJUNG SERUNI - Gempa bumi bermagnitudo 4,6 mengguncang Kabupaten Tanjung Seruni, Bengkulu, pada Rabu (19/3/2031).
Badan Gempa Nasional (BGN) mencatat pusat gempa berada di laut pada kedalaman 31 km, 58 km barat laut Tanjung Seruni.
Gempa tidak berpotensi tsunami, kata BGN. Belum ada laporan rumah rusak.
"""
CRIME = """Man charged in death of Ines Falk

MARHOLM - Ole Krag, 31, was charged on 4 May 2031 with the murder of Ines Falk, who was found dead at Brandt Avenue.
Police in Marholm said the two had worked at the same bakery. Ole Krag denied the charge.
"""
SENTENCE = """Ole Krag sentenced to 18 years

A court in Marholm sentenced Ole Krag on 9 November 2031 for killing Ines Falk at her home on Brandt Avenue.
Judge Edda Holm said the bakery worker had shown no remorse. His lawyer will appeal.
"""
VISIT = """President Ada Brandt arrives in Oslo

OSLO - President Ada Brandt arrived in Oslo on 4 May 2031 for talks with Foreign Minister Nils Aker on fishing.
The two will sign the Fjord Treaty at Holmen Castle. Ada Brandt said the talks would be friendly.
"""
MEMOIR = """President Ada Brandt publishes a novel

President Ada Brandt has written a novel about a lighthouse keeper, the publisher Tinder Books said on 6 May 2031.
Ada Brandt wrote the book in the mornings. Critics such as Hanne Lund praised its humour.
"""
FAIR = """Garden fair opens in Sunde

A fair for tulips and roses opened in Sunde. Gardener Liv Moe showed 140 kinds of roses to visitors from the valley.
"""
TEXTS = {
    "quake-id": QUAKE_ID, "quake-en": QUAKE_EN, "later": LATER_QUAKE_ID, "crime": CRIME, "sentence": SENTENCE,
    "visit": VISIT, "memoir": MEMOIR, "fair": FAIR,
}  # fmt: skip
STORIES = {
    frozenset(("quake-id", "quake-en")), frozenset(("crime", "sentence")),
    *(frozenset((name,)) for name in ("later", "visit", "memoir", "fair")),
}  # fmt: skip


def profile(source: str, text: str) -> Profile:
    pack = load_pack()
    language = "id" if source.endswith("-id") or source == "later" else "en"
    reading = read(Article(source, text, language, "0" * 64), pack)
    function = frozenset(pack.lexicons[language].sections["words"]["function"])
    return profile_of(source, reading.tagged, function, concept_words(language, pack.tables), reading.anchor)


@cache
def profiles() -> dict[str, Profile]:
    return {name: profile(name, text) for name, text in TEXTS.items()}


def stories(*names: str) -> set[frozenset[str]]:
    """The groups that some of the articles form."""
    numbers = group_stories([profiles()[name] for name in names])
    return {frozenset(name for name in names if numbers[name] == number) for number in numbers.values()}


@pytest.mark.parametrize(
    "names",
    [("quake-id", "quake-en"), ("crime", "sentence")],
    ids=["one event in two languages", "a follow-up months later"],
)
def test_one_story(names: tuple[str, ...]) -> None:
    assert stories(*names) == {frozenset(names)}


@pytest.mark.parametrize(
    "names",
    [("quake-id", "later"), ("visit", "memoir"), ("crime", "visit"), ("quake-en", "fair")],
    ids=["two quakes a week apart", "two events around one person", "one day, two events", "nothing shared"],
)
def test_two_stories(names: tuple[str, ...]) -> None:
    assert stories(*names) == {frozenset((name,)) for name in names}


def test_many_stories_at_once() -> None:
    assert stories(*TEXTS) == STORIES


@settings(max_examples=20, derandomize=True, deadline=None)
@given(st.permutations(sorted(TEXTS)))
def test_order_changes_nothing(names: list[str]) -> None:
    assert stories(*names) == STORIES


def test_file_names_change_nothing() -> None:
    renamed = [
        Profile(str(99 - i), p.names, p.concepts, p.words, p.days, p.people, p.lead)
        for i, p in enumerate(profiles().values())
    ]
    numbers = group_stories(renamed)
    assert list(numbers.values()) == list(group_stories(list(profiles().values())).values())


@settings(max_examples=20, derandomize=True, deadline=None)
@given(st.sets(st.sampled_from(sorted(set(TEXTS) - {"fair"})), min_size=1))
def test_an_unrelated_article_changes_nothing(names: set[str]) -> None:
    assert stories(*sorted(names), "fair") == {*stories(*sorted(names)), frozenset(("fair",))}


def test_stories_are_numbered_in_the_order_of_the_articles() -> None:
    assert group_stories([profiles()[name] for name in ("fair", "crime", "visit", "sentence")]) == {
        "fair": 1, "crime": 2, "visit": 3, "sentence": 2,
    }  # fmt: skip


def test_nothing_to_group() -> None:
    assert group_stories([]) == {}


def made_up(source: str, *names: str) -> Profile:
    return Profile(source, {f"name {name}": 2.0 for name in names})


def test_weak_links_make_no_chain() -> None:
    """Each shares some names with the next, the first and the last none."""
    chain = [made_up(str(i), *(f"n{k}" for k in range(3 * i, 3 * i + 10))) for i in range(20)]
    numbers = group_stories(chain)
    assert numbers["0"] == numbers["1"]
    assert numbers["0"] != numbers["19"]


def test_one_shared_name_is_not_enough() -> None:
    assert group_stories([made_up("a", "brandt", "oslo"), made_up("b", "brandt", "sunde")]) == {"a": 1, "b": 2}


def test_a_name_in_every_other_article_says_little() -> None:
    """Two capitals and a president that 60 articles share join none of them; two towns of three articles do."""
    common = ("marholm", "sunde", "brandt", "krag")
    many = [made_up(f"x{i}", *common, *(f"own{i}-{k}" for k in range(7))) for i in range(60)]
    few = [made_up(f"y{i}", "lia", "moen", "viken", *(f"mine{i}-{k}" for k in range(6))) for i in range(3)]
    numbers = group_stories([*many, *few])
    assert len({numbers[f"y{i}"] for i in range(3)}) == 1
    assert len(set(numbers.values())) > 30


def test_an_article_in_a_language_without_rules_is_known_by_its_names() -> None:
    text = "In Randu Agung bebte am Dienstag die Erde. Kali Wening in Java wurde beschädigt, teilte BGN mit."
    foreign = plain_profile("de", text)
    assert group_stories([profiles()["quake-en"], foreign, profiles()["fair"]]) == {"quake-en": 1, "de": 1, "fair": 2}


FEES = """
Ostra, 4 May 2031 - The port of Ostra will charge every ferry 41,275 crowns a year, the council said on Sunday. The
18,340 berths of the town stay free. {}
"""
RENAMED = """
Storvik, 9 September 2031 - Owners of ferries complain of the 41,275 crowns that the port asks of them. They also want
some of the 18,340 berths. Ole Krag spoke for them in Storvik on Tuesday. {}
"""


def test_exact_figures_in_common_outweigh_other_days_and_places() -> None:
    pair = [profile("one", FEES), profile("two", RENAMED)]
    other = profile("two", RENAMED.replace("41,275", "43,125").replace("18,340", "19,420"))
    assert len(set(group_stories(pair).values())) < len(set(group_stories([pair[0], other]).values()))
