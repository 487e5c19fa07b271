"""Questions as sentences that an editor would write."""

from __future__ import annotations

import re
from typing import Any

import pytest

from factcheck.asking import open_question, question_text, said
from factcheck.rulepack import load_pack
from factcheck.rulepack.types import FieldSpec, Kind, Role
from factcheck.tag.quantities import named, thing_words
from factcheck.values.country import Country
from factcheck.values.date import Date
from factcheck.values.parties import Parties
from factcheck.values.people import People
from factcheck.values.person import Person
from factcheck.values.place import Place
from factcheck.values.quote import Quote
from factcheck.values.term import Term
from factcheck.values.thing import Thing

PACK = load_pack()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Date.read("2031-08-14 Thursday"), "on 14 August 2031"),
        (Date.read("2031-08"), "in August 2031"),
        (Date.read("2031"), "in 2031"),
        (Date.read("Thursday"), "on Thursday"),
        (Date.read("2031-08-14 / 2031-08-17"), "from 14 to 17 August 2031"),
        (Date.read("day-1"), "yesterday"),
        (Country("US"), "the United States"),
        (Country("PT"), "Portugal"),
        (Place.read("town of Bergen"), "the town of Bergen"),
        (Place.read("Bergen"), "Bergen"),
        (People.read("ada brandt; ole krag"), "ada brandt and ole krag"),
        (People.read("ada brandt; ines falk; ole krag"), "ada brandt, ines falk and ole krag"),
        (Quote.read("We counted the ferries twice,"), "“We counted the ferries twice”"),
        (Quote.read("that: the ferries were counted twice."), "that “the ferries were counted twice”"),
    ],
)
def test_a_value_is_said_as_a_sentence_has_it(value: Any, words: str) -> None:
    assert said(value) == words


def test_parties_are_told_from_places_and_long_lists_are_cut() -> None:
    people = [Person.read(name) for name in ("Ada Brandt", "Ines Falk", "Mia Lund", "Ole Krag", "Tor Vik")]
    assert said(Parties.of([people[0], Place.read("Bergen")])) == "involving Ada Brandt in Bergen"
    assert said(Parties.of([Place.read("Bergen")])) == "in Bergen"
    assert said(Parties.of(people)) == "involving Ada Brandt, Ines Falk, Mia Lund and 2 others"


@pytest.mark.parametrize(
    ("kind", "key", "question"),
    [
        ("casualties", {"state": Term("dead"), "thing": Thing.read("person")}, "How many people died?"),
        ("casualties", {"state": Term("injured"), "thing": Thing.read("person")}, "How many people were injured?"),
        ("weekday-date", {"date": Date.read("2031-08-14")}, "Which weekday was it on 14 August 2031?"),
        ("measurement", {"attribute": Term("distance"), "thing": Term("volcano")}, "How far away was the volcano?"),
        (
            "measurement",
            {"attribute": Term("distance"), "thing": Term("quake"), "from": Place.read("Bergen")},
            "How far was the quake from Bergen?",
        ),
        ("measurement", {"attribute": Term("rainfall"), "thing": Term("rain")}, "How much rain fell?"),
        ("measurement", {"attribute": Term("depth")}, "What was the depth?"),
        ("money", {}, "How much money was it?"),
        ("money", {"for": Term("loss")}, "How much was the loss?"),
        ("event-date", {"event": Term("found")}, "When was the discovery?"),
        ("office-holder", {"office": Term("mayor")}, "Who is the mayor?"),
        (
            "penalty",
            {"person": Person.read("Ole Krag"), "stage": Term("demanded"), "what": Term("prison")},
            "Which prison term was demanded for Ole Krag?",
        ),
        (
            "penalty",
            {"person": Person.read("Ole Krag"), "stage": Term("demanded"), "what": Term("probation")},
            "Which penalty (probation) was demanded for Ole Krag?",
        ),
    ],
)
def test_shipped_kinds_ask_in_sentences(kind: str, key: dict[str, Any], question: str) -> None:
    assert question_text(PACK.kinds[kind], key) == question


@pytest.mark.parametrize(
    ("language", "concept", "modifiers", "text", "name"),
    [
        ("id", "person", (), "Warga", "people"),
        ("id", "house", ("rusak",), "rumah rusak", "houses («rumah rusak»)"),
        ("id", "gerobak", (), "gerobak", "«gerobak»"),
        ("en", "house", (), "home", "houses"),
        ("en", "house", ("damaged",), "damaged homes", "damaged homes"),
        ("en", "trolley", (), "trolleys", "trolleys"),
    ],
)
def test_a_thing_goes_by_its_english_name(
    language: str, concept: str, modifiers: tuple[str, ...], text: str, name: str
) -> None:
    words = thing_words(PACK.lexicons[language])
    assert named(concept, modifiers, text, words).show() == name


def test_no_question_is_left_with_a_hole() -> None:
    for kind in PACK.kinds.values():
        for question in (open_question(kind), *(question_text(kind, {}) for _ in "1")):
            assert re.fullmatch(r"[A-Z][^\[\]{}|]*\?", question), kind.kind


def test_the_question_for_most_values_of_the_key_wins() -> None:
    fields = {"what": FieldSpec("term", Role.KEY), "stage": FieldSpec("term", Role.KEY)}
    asked = {"red": "Red?", "red late": "Red and late?"}
    kind = Kind("colour", "What [of {what}|at all]?", fields, asked=asked)
    assert question_text(kind, {"what": Term("blue")}) == "What of blue?"
    assert question_text(kind, {}) == "What at all?"
    assert question_text(kind, {"what": Term("red")}) == "Red?"
    assert question_text(kind, {"stage": Term("late"), "what": Term("red")}) == "Red and late?"
