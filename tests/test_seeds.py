"""What is true of the five articles in `seeds/`: the questions, their answers, the verdicts, and the days."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from factcheck.findings import Finding, Report, Severity
from factcheck.model import Modality, Relation
from factcheck.pipeline import check
from tests.corpus import SEEDS, claims_of, factcheck, numbers_of, weighty

ARRIVAL = ("visit-date", "North Korea")
DEPUTY = ("delegation-member", "deputy prime minister")


@pytest.fixture(scope="module")
def report() -> Report:
    return check([SEEDS])


def finding(report: Report, kind: str, words: str) -> Finding:
    """The one finding of a kind whose question holds the words."""
    every = (*report.conflicts, *report.updates, *report.agreements)
    (found,) = [f for f in every if f.kind == kind and words in f.question]
    return found


def answers(found: Finding) -> dict[str, set[str]]:
    """The articles of each answer."""
    return {answer.text: numbers_of(answer.claims) for answer in found.answers}


def test_five_articles_tell_one_story(report: Report) -> None:
    assert (len(report.sources), report.stories, report.skipped) == (5, 1, ())
    assert {source.language for source in report.sources} == {"id"}


# The two conflicts


def test_exactly_two_conflicts_are_worth_a_look(report: Report) -> None:
    assert [(f.kind, f.relation, f.severity) for f in weighty(report)] == [
        ("delegation-member", Relation.LISTS_DIFFER, Severity.WARNING),
        ("visit-date", Relation.PLAN_CHANGED, Severity.WARNING),
    ]


def test_nothing_is_an_update(report: Report) -> None:
    assert report.updates == ()


def test_two_deputy_prime_ministers_travel(report: Report) -> None:
    found = finding(report, *DEPUTY)
    assert answers(found) == {"Denis Mantrurov": {"001", "002"}, "Alexander Novak": {"004"}}
    assert found.key.keys() == {"leader", "place", "office", "country"}
    assert all(words in found.question for words in ("Russia", "Vladimir Putin", "North Korea"))
    modalities = {a.text: {claim.modality for claim in a.claims} for a in found.answers}
    assert modalities == {"Denis Mantrurov": {Modality.HAPPENED}, "Alexander Novak": {Modality.PLANNED}}
    assert [source[:3] for source in found.silent] == ["000", "003"]


def test_the_reason_says_that_both_lists_are_open(report: Report) -> None:
    found = finding(report, *DEPUTY)
    assert "open" in found.reason
    assert "both may" in found.reason


def test_the_two_who_misspell_a_name_are_one_voice(report: Report) -> None:
    (misspelt,) = [a for a in finding(report, *DEPUTY).answers if a.text == "Denis Mantrurov"]
    assert misspelt.voices == 1


def test_the_day_of_arrival_was_planned_otherwise(report: Report) -> None:
    found = finding(report, *ARRIVAL)
    planned, happened = sorted(found.answers, key=lambda a: a.claims[0].modality is Modality.HAPPENED)
    assert "18 June 2024" in planned.text and numbers_of(planned.claims) == {"000", "004"}
    assert "19 June 2024" in happened.text and numbers_of(happened.claims) == {"001", "002", "003"}
    assert {c.modality for c in planned.claims} == {Modality.PLANNED}
    assert {c.modality for c in happened.claims} == {Modality.HAPPENED}
    assert "planned" in found.reason and "happened" in found.reason
    assert found.silent == ()


def test_each_answer_stands_on_the_words_of_its_article(report: Report) -> None:
    quotes = {
        DEPUTY: {
            ("001", "Wakil Perdana Menteri Denis Mantrurov"),
            ("002", "Wakil Perdana Menteri Denis Mantrurov"),
            ("004", "Wakil Perdana Menteri Alexander Novak"),
        },
        ARRIVAL: {
            ("000", "Selasa"),
            ("001", "sebelum fajar pada hari Rabu"),
            ("002", "19 Juni 2024"),
            ("002", "Rabu pagi"),
            ("003", "Rabu pagi (19 Juni 2024)"),
            ("004", "Selasa malam"),
        },
    }
    for question, expected in quotes.items():
        claims = [claim for answer in finding(report, *question).answers for claim in answer.claims]
        assert {(c.evidence.source[:3], c.evidence.quote) for c in claims} == expected


# What they agree on

AGREED = [
    ("delegation-member", "defence minister", "Andrei Belousov", {"001", "002", "004"}, Relation.AGREE),
    ("delegation-member", "foreign minister", "Sergey Lavrov", {"001", "002", "004"}, Relation.SPELLING),
    ("last-visit", "North Korea", "2000", {"000", "001", "002", "003", "004"}, Relation.PRECISION),
    ("treaty-year", "documents", "1961, 2000, 2001", {"000", "001"}, Relation.AGREE),
    ("visit-date", "Vietnam", "Wednesday 19 June 2024", {"000", "001"}, Relation.PRECISION),
    ("meeting-date", "Kim Jong Un and Vladimir Putin", "September 2023", {"000", "001", "002"}, Relation.PRECISION),
    ("event-date", "veto", "March 2024", {"000", "001"}, Relation.AGREE),
    ("location", "parade", "Kim Il Sung", {"000", "004"}, Relation.AGREE),
    ("event-date", "publication", "Tuesday 18 June 2024", {"000", "003"}, Relation.AGREE),
]


@pytest.mark.parametrize(("kind", "words", "answer", "articles", "relation"), AGREED)
def test_agreements(report: Report, kind: str, words: str, answer: str, articles: set[str], relation: Relation) -> None:
    found = finding(report, kind, words)
    (only,) = found.answers
    assert answer in only.text
    assert numbers_of(only.claims) == articles
    assert (found.relation, found.severity) == (relation, Severity.NOTE)


def test_spellings_are_noted(report: Report) -> None:
    (only,) = finding(report, "delegation-member", "foreign minister").answers
    assert {only.text, *only.variants} == {"Sergey Lavrov", "Sergei Lavrov"}


def test_the_ways_to_say_when_he_came_before_fit_together(report: Report) -> None:
    found = finding(report, "last-visit", "North Korea")
    (only,) = found.answers
    told = " ".join((only.text, *only.variants))
    assert all(words in told for words in ("2000", "24 years", "more than 2 decades", "2 decades"))


@pytest.mark.parametrize(
    ("name", "office", "articles"),
    [("John Kirby", "spokesperson", {"000", "004"}), ("Yuri Ushakov", "aide", {"000", "002"})],
)
def test_two_wordings_of_an_office_are_one_answer(report: Report, name: str, office: str, articles: set[str]) -> None:
    found = finding(report, "office-holder", office)
    assert answers(found) == {name: articles}


def test_no_article_is_against_the_calendar(report: Report) -> None:
    assert [f for f in report.conflicts if f.kind == "weekday-date"] == []
    assert {"001", "003"} <= numbers_of(c for c in report.claims if c.kind == "weekday-date")


# What one article alone says


def test_the_containers_are_a_claim_and_no_finding(report: Report) -> None:
    (claim,) = [c for c in report.claims if c.kind == "count" and str(c.fields["thing"]) == "container"]
    assert (claim.evidence.source[:3], claim.fields["count"].show()) == ("000", "about 6,700")
    assert "6.700 kontainer" in claim.evidence.quote
    assert not [f for f in (*report.conflicts, *report.agreements) if f.kind == "count"]


def test_the_length_of_the_visit_is_read(report: Report) -> None:
    stays = {str(c.fields["place"]): c.fields for c in claims_of(report, "000", "visit-duration")}
    assert {place: [v.show() for v in fields.values()][-1] for place, fields in stays.items()} == {
        "KP": "2 days",
        "VN": "2 days",
    }


# Days


def test_the_weekdays_of_an_article_do_not_count_from_the_date_of_its_page(report: Report) -> None:
    (source,) = [s for s in report.sources if s.id.startswith("000")]
    assert source.anchor.date is not None
    assert abs(source.anchor.date - date(2024, 6, 18)).days <= 3
    assert "12 Juni" in source.anchor.basis
    days = [c.fields["date"].interval.first for c in claims_of(report, "000", "visit-date")]
    assert set(days) == {date(2024, 6, 18), date(2024, 6, 19)}
    assert not [c for c in report.claims if "2024-10" in " ".join(map(str, c.fields.values()))]


def test_a_weekday_alone_gets_its_day_from_the_other_articles(report: Report) -> None:
    (source,) = [s for s in report.sources if s.id.startswith("004")]
    assert "other articles" in source.anchor.basis
    (arrival,) = claims_of(report, "004", "visit-date")
    assert str(arrival.fields["date"]).startswith("2024-06-18")


def test_the_report_shows_both_anchors() -> None:
    shown = factcheck("report", "seeds", "-v").stdout.decode()
    lines = {
        line.split()[0][:3]: line for line in shown.splitlines() if line.strip()[:3] in ("000", "004") and "id" in line
    }
    assert "2024-06" in lines["000"] and "12 Juni" in lines["000"]
    assert "other articles" in lines["004"]


def test_the_seeds_are_as_they_were_received() -> None:
    assert sorted(path.name[:3] for path in SEEDS.glob("*.txt")) == ["000", "001", "002", "003", "004"]


def test_spans_point_into_the_text(report: Report) -> None:
    texts = {path.name: path.read_bytes().decode() for path in SEEDS.glob("*.txt")}
    for claim in report.claims:
        where = claim.evidence
        text = texts[where.source]
        assert text[where.start : where.end] == where.quote
        assert text[: where.start].count("\n") + 1 == where.line
        assert where.start - (text.rfind("\n", 0, where.start) + 1) + 1 == where.column


def test_ids_are_distinct(report: Report) -> None:
    ids = [f.id for f in (*report.conflicts, *report.updates, *report.agreements)]
    assert not [pair for pair in combinations(ids, 2) if pair[0] == pair[1]]
