"""What a sentence left open, bound by the rest of its story."""

from __future__ import annotations

import pytest

from factcheck.model import Claim
from factcheck.resolve import name_people
from factcheck.values.person import Person
from tests.factory import make_claim


def told(person: str, attribution: str | None) -> Claim:
    return make_claim()._replace(fields={"person": Person.read(person)}, attribution=attribution)


@pytest.mark.parametrize(
    ("origin", "shown"),
    [
        ("Garda Bergen Ole Krag", "Ole Krag"),
        ("Garda Bergen Ole Krag, via Reuters", "Ole Krag, via Reuters"),
        ("Ole Krag", "Ole Krag"),
        ("Garda Bergen Tor Krag", "Garda Bergen Tor Krag"),
        ("police", "police"),
        (None, None),
    ],
)
def test_an_origin_is_the_person_whom_the_story_names(origin: str | None, shown: str | None) -> None:
    assert name_people([told("Ole Krag", None), told("Ada Brandt", origin)])[1].attribution == shown


def test_a_name_that_is_told_in_full_as_often_stays_whole() -> None:
    claims = [told("Ole Krag", None), told("Tor Ole Krag", None), told("Ada Brandt", "Tor Ole Krag")]
    assert name_people(claims)[2].attribution == "Tor Ole Krag"
