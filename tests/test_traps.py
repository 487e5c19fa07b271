"""What a careless reader of the seeds would fall for: each trap by itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from factcheck.findings import Finding, Report
from factcheck.model import Claim, Relation
from factcheck.pipeline import check
from factcheck.values.person import Person
from tests.corpus import SEEDS, claims_of, numbers_of, weighty


@pytest.fixture(scope="module")
def report() -> Report:
    return check([SEEDS])


def findings(report: Report) -> tuple[Finding, ...]:
    return (*report.conflicts, *report.updates, *report.agreements)


def together(report: Report, one: Claim, other: Claim) -> bool:
    """Whether two claims are set against each other, or joined, in one finding."""
    return any(_holds(finding, one) and _holds(finding, other) for finding in findings(report))


def _holds(finding: Finding, claim: Claim) -> bool:
    return any(claim is one for answer in finding.answers for one in answer.claims)


def holding(claims: Iterable[Claim], field: str, text: str) -> list[Claim]:
    return [claim for claim in claims if field in claim.fields and text in str(claim.fields[field])]


def texts(claim: Claim) -> str:
    return " ".join(str(value) for value in claim.fields.values())


def names(value: Any) -> list[str]:
    people = getattr(value, "parties", getattr(value, "people", (value,)))
    return [str(person) for person in people if isinstance(person, Person)]


def test_the_date_of_the_page_is_not_the_date_of_the_events(report: Report) -> None:
    assert not [claim for claim in report.claims if "2024-10" in texts(claim)]
    (source,) = [source for source in report.sources if source.id.startswith("000")]
    assert source.anchor.date is not None and source.anchor.date.month == 6


@pytest.mark.parametrize(
    ("office", "american", "russian"),
    [("defence-minister", "lloyd austin", "andrei belousov"), ("foreign-minister", "antony blinken", "lavrov")],
)
def test_ministers_of_two_countries_hold_two_offices(report: Report, office: str, american: str, russian: str) -> None:
    claims = [claim for claim in report.claims if office == str(claim.fields.get("office"))]
    ours, theirs = holding(claims, "person", american), holding(claims, "person", russian)
    assert ours and theirs
    assert {str(claim.fields["country"]) for claim in ours} == {"US"}
    assert not any(together(report, one, other) for one in ours for other in theirs)
    members = [claim for claim in theirs if claim.kind == "delegation-member"]
    assert numbers_of(members) == {"001", "002", "004"}
    assert {str(claim.fields["country"]) for claim in members} == {"RU"}
    assert not [claim for claim in ours if claim.kind == "delegation-member"]


@pytest.mark.parametrize("year", ["2018", "2019"])
def test_years_of_other_matters_answer_no_question_of_the_visit(report: Report, year: str) -> None:
    kinds = {claim.kind for claim in report.claims if year in texts(claim)}
    assert not kinds & {"last-visit", "visit-date"}
    assert not [f for f in findings(report) if any(year in a.text for a in f.answers)]


def test_the_first_meeting_since_a_year_is_not_a_meeting_of_today(report: Report) -> None:
    claims = [c for c in claims_of(report, "002", "event-date") if "2019" in texts(c)]
    assert claims == []


def test_visits_treaties_and_meetings_have_years_of_their_own(report: Report) -> None:
    years = {
        kind: {a.text for f in findings(report) if f.kind == kind for a in f.answers}
        for kind in ("last-visit", "treaty-year", "meeting-date")
    }
    assert years == {"last-visit": {"2000"}, "treaty-year": {"1961, 2000, 2001"}, "meeting-date": {"September 2023"}}


def test_the_treaties_of_three_years_were_not_all_signed_in_the_first(report: Report) -> None:
    assert not [c for c in report.claims if c.kind == "event-date" and str(c.fields["date"]) == "1961"]


def test_hanoi_is_another_visit(report: Report) -> None:
    hanoi = [c for c in report.claims if c.kind == "visit-date" and str(c.fields["place"]) == "VN"]
    korea = [c for c in report.claims if c.kind == "visit-date" and str(c.fields["place"]) == "KP"]
    assert numbers_of(hanoi) == {"000", "001"}
    assert not any(together(report, one, other) for one in hanoi for other in korea)


def test_the_main_event_on_wednesday_is_not_the_arrival(report: Report) -> None:
    arrivals = [c for c in claims_of(report, "000", "visit-date") if str(c.fields["place"]) == "KP"]
    assert [str(c.fields["date"]) for c in arrivals] == ["2024-06-18"]


def test_a_spokesman_who_worries_about_one_thing_and_not_another_contradicts_nobody(report: Report) -> None:
    found = [f for f in weighty(report) if any("Kirby" in c.evidence.sentence for a in f.answers for c in a.claims)]
    assert found == []


def test_president_and_leader_are_one_man(report: Report) -> None:
    leaders = [
        claim
        for claim in report.claims
        if claim.kind == "office-holder" and str(claim.fields.get("country")) == "KP" and claim.fields["person"]
    ]
    assert {name for claim in leaders for name in names(claim.fields["person"])} == {"kim jong un"}
    assert {str(claim.fields["office"]).split("~")[0] for claim in leaders} == {"president", "leader"}
    (found,) = [f for f in findings(report) if f.kind == "office-holder" and "North Korea" in f.question]
    assert [a.text for a in found.answers] == ["Kim Jong Un"]
    assert "000" in numbers_of(found.answers[0].claims)


def test_aide_and_adviser_are_one_man(report: Report) -> None:
    (found,) = [f for f in findings(report) if f.kind == "office-holder" and "Ushakov" in f.answers[0].text]
    assert found.relation in (Relation.AGREE, Relation.WORDING)
    assert numbers_of(found.answers[0].claims) == {"000", "002"}


def test_a_rare_misspelling_makes_two_articles_one_voice(report: Report) -> None:
    answers = [a for f in weighty(report) for a in f.answers if a.text == "Denis Mantrurov"]
    assert [a.voices for a in answers] == [1]


def test_calibres_models_and_names_are_not_counts(report: Report) -> None:
    counts = {c.fields["count"].show() for c in report.claims if c.kind in ("count", "casualties")}
    assert "about 6,700" in counts
    assert not counts & {"152", "122", "35", "19", "7", "6.7"}
    assert not [c for c in report.claims if c.kind == "count" and c.evidence.quote.startswith(("152", "122"))]


def test_spellings_of_one_name_are_one_name(report: Report) -> None:
    people = {name for c in report.claims for value in c.fields.values() for name in names(value)}
    assert not {"vladmiri putin", "kim jong-un"} & people
    spelt = [
        f for f in weighty(report) if any(word in a.text for a in f.answers for word in ("Easley", "Isley", "Putin"))
    ]
    assert spelt == []
    assert not [f for f in weighty(report) if "Kyiv" in f.question or "Kiev" in f.question]


def test_airport_welcome_official_ceremony_and_parade_are_three_events(report: Report) -> None:
    at_airport = [c for c in claims_of(report, "002", "location") if "ceremony" in texts(c)]
    on_square = [c for c in claims_of(report, "001", "location") if "ceremony" in texts(c)]
    parades = [c for c in report.claims if c.kind == "location" and "parade" in texts(c)]
    assert on_square and numbers_of(parades) == {"000", "004"}
    assert not any(together(report, one, other) for one in at_airport for other in (*on_square, *parades))
    assert not any(together(report, one, other) for one in on_square for other in parades)


def test_september_last_is_not_the_september_before_the_date_of_the_page(report: Report) -> None:
    meetings = claims_of(report, "000", "meeting-date")
    assert [str(c.fields["date"]) for c in meetings] == ["2023-09"]
    assert not [c for c in report.claims if "2024-09" in texts(c)]


@pytest.mark.parametrize("day", ["Kim Jong Il", "Kim Il Sung"])
def test_three_kims_are_three_people(report: Report, day: str) -> None:
    holders = [a.text for f in findings(report) if f.kind == "office-holder" for a in f.answers]
    assert day not in holders
    meetings = [c for c in report.claims if c.kind == "meeting-date" and day.lower() in texts(c)]
    assert meetings == []


def test_two_articles_that_cite_the_kremlin_are_one_origin(report: Report) -> None:
    (years,) = [f for f in findings(report) if f.kind == "treaty-year"]
    assert len({claim.evidence.source for claim in years.answers[0].claims}) == 2
    assert years.answers[0].origins == ("Yuri Ushakov",)


def test_the_lists_of_the_delegation_name_their_origin(report: Report) -> None:
    (found,) = [f for f in weighty(report) if f.kind == "delegation-member"]
    (misspelt,) = [a for a in found.answers if a.text == "Denis Mantrurov"]
    assert misspelt.origins == ("Yuri Ushakov",)
