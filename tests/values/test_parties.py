"""Who is named beside an event."""

from __future__ import annotations

import pytest

from factcheck.model import Verdict
from factcheck.values.country import Country
from factcheck.values.parties import Parties, Party
from factcheck.values.person import Person
from factcheck.values.place import Place

ADA, OLE = Person.read("Ada Brandt"), Person.read("Ole Krag")
OSTRA, BERGEN, NORWAY = Place.read("Ostra"), Place.read("Bergen"), Country("NO")


@pytest.mark.parametrize(
    ("one", "other", "verdict", "telling"),
    [
        ([ADA, OSTRA], [ADA, BERGEN], Verdict.COMPATIBLE, True),
        ([ADA], [Person.read("Brandt"), BERGEN], Verdict.COMPATIBLE, True),
        ([ADA], [OLE], Verdict.DIFFERENT, True),
        ([OSTRA], [BERGEN], Verdict.DIFFERENT, True),
        ([ADA], [OSTRA], Verdict.COMPATIBLE, False),
        ([NORWAY], [BERGEN], Verdict.COMPATIBLE, False),
        ([ADA, OSTRA], [OLE], Verdict.DIFFERENT, True),
        ([ADA], [ADA], Verdict.SAME, True),
    ],
)
def test_compare(one: list[Party], other: list[Party], verdict: Verdict, telling: bool) -> None:
    for a, b in ((one, other), (other, one)):
        compared = Parties.of(a).compare(Parties.of(b))
        assert (compared.verdict, compared.telling) == (verdict, telling)
