"""Offices: wordings, owners, deputies, and the dictionary of titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from factcheck.model import Relation, Verdict
from factcheck.values.holder import Holder
from factcheck.values.office import Holders, Office, OfficeBook
from factcheck.values.person import Person

DATA = YAML(typ="safe", pure=True).load(Path(__file__).parents[2] / "rules/offices.yaml")
BOOK = OfficeBook(DATA)
PHRASES = {language: BOOK.phrases(language) for language in ("en", "id")}
IDS = st.from_regex(r"[a-z]{2,9}(-[a-z]{2,9}){0,2}", fullmatch=True)
OWNERS = st.one_of(st.none(), st.sampled_from(["NO", "KP", "ostra police", "bank of ranu"]))
OFFICES = st.builds(
    Office,
    st.just(""),
    IDS,
    OWNERS,
    st.booleans(),
    st.lists(IDS, max_size=2, unique=True).map(lambda kin: tuple(sorted(kin))),
)


@pytest.mark.parametrize(
    ("language", "phrase", "office_id"),
    [
        ("en", "defence minister", "defence-minister"),
        ("en", "defense secretary", "defence-minister"),
        ("en", "minister of foreign affairs", "foreign-minister"),
        ("en", "minister for foreign affairs", "foreign-minister"),
        ("en", "secretary of state", "foreign-minister"),
        ("en", "deputy prime minister", "deputy-prime-minister"),
        ("en", "vice president", "vice-president"),
        ("en", "deputy finance minister", "deputy-finance-minister"),
        ("en", "deputy mayor", "deputy-mayor"),
        ("en", "spokeswoman", "spokesperson"),
        ("en", "head", "head"),
        ("id", "menteri pertahanan", "defence-minister"),
        ("id", "menhan", "defence-minister"),
        ("id", "menlu", "foreign-minister"),
        ("id", "menteri luar negeri", "foreign-minister"),
        ("id", "menkeu", "finance-minister"),
        ("id", "wamenlu", "deputy-foreign-minister"),
        ("id", "wakil menteri luar negeri", "deputy-foreign-minister"),
        ("id", "wakil perdana menteri", "deputy-prime-minister"),
        ("id", "wakil wali kota", "deputy-mayor"),
        ("id", "wapres", "vice-president"),
        ("id", "kapolda", "regional-police-chief"),
        ("id", "bupati", "regent"),
        ("id", "juru bicara", "spokesperson"),
        ("id", "kepala", "head"),
        ("id", "dubes", "ambassador"),
    ],
)
def test_titles(language: str, phrase: str, office_id: str) -> None:
    assert PHRASES[language][phrase] == office_id
    assert OfficeBook(DATA).phrases(language)[phrase] == office_id


def test_holders_tell_how_many_hold_an_office() -> None:
    assert BOOK.entry("defence-minister").holders is Holders.ONE
    assert BOOK.entry("deputy-prime-minister").holders is Holders.FEW
    assert BOOK.entry("deputy-defence-minister").holders is Holders.FEW
    assert BOOK.entry("member-of-parliament").holders is Holders.MANY
    assert BOOK.entry("harbour-master").holders is Holders.ONE
    assert BOOK.entry("head").open
    assert not BOOK.entry("president").open


def test_the_file_is_consistent() -> None:
    ids = {*PHRASES["en"].values(), *PHRASES["id"].values()}
    assert {office_id for group in DATA["kin"].values() for office_id in group} <= ids
    for language, phrases in PHRASES.items():
        assert all(phrase == " ".join(phrase.lower().split()) for phrase in phrases), language
    for _, office in [*DATA["offices"].items(), *DATA["heads"].items()]:
        assert {*office} <= {"holders", "deputy", "en", "id"}


def test_no_phrase_stands_for_two_offices() -> None:
    for language in ("en", "id"):
        listed = [p for section in ("offices", "heads") for o in DATA[section].values() for p in o.get(language, ())]
        assert sorted({p for p in listed if listed.count(p) > 1}) == []


def office(title: str, of: str | None = None, former: bool = False, language: str = "en") -> Office:
    found = PHRASES[language].get(title)
    return BOOK.office(found, title, of, former) if found else BOOK.titled(title, of, former)


@pytest.mark.parametrize(
    ("one", "other", "verdict", "relation"),
    [
        (office("defence minister", "RU"), office("menhan", "RU", language="id"), Verdict.SAME, Relation.AGREE),
        (office("harbour master", "Ostra"), office("Harbour Master", "OSTRA"), Verdict.SAME, Relation.AGREE),
        (office("defence minister", "RU"), office("defence minister"), Verdict.COMPATIBLE, Relation.PRECISION),
        (office("spokesman", "Ostra Police"), office("spokesman", "Police"), Verdict.COMPATIBLE, Relation.PRECISION),
        (office("spokesman", "US"), office("spokesman", "Security Council"), Verdict.COMPATIBLE, Relation.PRECISION),
        (office("senior harbour master"), office("harbour master"), Verdict.COMPATIBLE, Relation.PRECISION),
        (office("aide", "RU"), office("foreign policy adviser", "RU"), Verdict.COMPATIBLE, Relation.WORDING),
        (office("president", "KP"), office("leader", "KP"), Verdict.COMPATIBLE, Relation.WORDING),
        (office("president", "KP"), office("leader"), Verdict.COMPATIBLE, Relation.PRECISION),
        (office("defence minister", "RU"), office("defence minister", "US"), Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        (office("president", "KP"), office("leader", "KR"), Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        (office("defence minister"), office("foreign minister"), Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        (office("deputy prime minister"), office("prime minister"), Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        (office("president", "KP"), office("president", "KP", former=True), Verdict.DIFFERENT, Relation.CANNOT_BOTH),
        (office("head", "Ostra Bank"), office("head", "Ranu Zoo"), Verdict.DIFFERENT, Relation.CANNOT_BOTH),
    ],
)
def test_compare(one: Office, other: Office, verdict: Verdict, relation: Relation) -> None:
    found = one.compare(other)
    assert (found.verdict, found.relation) == (verdict, relation)


def test_canonical_text() -> None:
    assert str(office("aide", "RU")) == "aide~adviser of RU"
    assert str(office("harbour master", "Bank of Ostra", former=True)) == "former harbour-master of bank of ostra"
    assert Office.read("Harbour Master of Oslo") == office("harbour master", "oslo")
    assert office("president", "KP", former=True).show() == "former president"


@settings(max_examples=150, derandomize=True, deadline=None)
@given(OFFICES, OFFICES)
def test_properties(one: Office, other: Office) -> None:
    assert one.compare(other) == other.compare(one)
    assert one.compare(one).verdict is Verdict.SAME
    assert Office.read(str(one)) == one


def test_holder_compares_people_and_keeps_the_office() -> None:
    holder = Holder(Person.read("Ole Krag"), office("defence minister", "NO"))
    assert Holder.read(str(holder)) == holder
    assert Holder.read("Ole Krag") == Holder(Person.read("Ole Krag"), None)
    assert holder.show() == "Ole Krag, defence minister"
    assert holder.compare(Holder.read("Ole Krag")).verdict is Verdict.SAME
    assert holder.compare(Holder.read("Ines Falk")).different
    assert holder.to_json() == {"person": "Ole Krag", "office": {"id": "defence-minister", "of": "NO", "former": False}}
