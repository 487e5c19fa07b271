"""Figures that are no alternatives: of another time or place, former, allowed, parts, or of a later day."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Report, check
from tests.corpus import write

FIRST = "OSTRA, 6 May 2031 - "
LATER = "OSTRA, 9 May 2031 - "


def reported(tmp_path: Path, one: str, other: str) -> Report:
    return check([write(tmp_path / "corpus", {"one.txt": one, "two.txt": other})], one_story=True, cache=False)


def weighty(report: Report, kind: str) -> list[str]:
    found = (finding for finding in report.conflicts if finding.kind == kind and finding.severity != "note")
    return [finding.relation.value for finding in found]


# Each pair is a conflict as soon as what tells its scope is not looked at.
APART = [
    ("casualties", "A flood killed 12 people in Ostra on Monday.", "In 2019, a flood killed 40 people in Ostra."),
    ("casualties", "A flood killed 12 people in Ostra on Monday.", "Last year, a flood killed 40 people in Ostra."),
    (
        "count",
        "The old theatre of Ostra has a capacity of 350 seats, the owner said.",
        "The old theatre of Ostra has 300 seats, the owner said.",
    ),
    (
        "money",
        "The loan to the port was cut by $30 million, the owner said.",
        "The loan to the port was $20 million, the owner said.",
    ),
    ("event-date", "The market burned down in 2011.", "The market was rebuilt in 2013 after the fire."),
    (
        "event-date",
        "The fire in the harbour of Ostra broke out on Monday.",
        "Ada Brandt met victims of the fire in the harbour of Ostra on Sunday.",
    ),
    (
        "event-date",
        "Ole Krag was sentenced to six years on 5 March 2029, a court in Ostra said.",
        "Judges jailed the banker Ole Krag; his sentence came on 20 November 2030.",
    ),
    (
        "location",
        "The landslide hit Krag Street in Ostra.",
        "New houses for victims of the landslide stand in Brandt Street in Ostra.",
    ),
]


@pytest.mark.parametrize(("kind", "one", "other"), APART)
def test_figures_of_another_scope_are_no_conflict(tmp_path: Path, kind: str, one: str, other: str) -> None:
    assert weighty(reported(tmp_path, f"{FIRST}{one}\n", f"{FIRST}{other}\n"), kind) == []


def test_dates_years_apart_in_two_languages_are_of_two_events(tmp_path: Path) -> None:
    launch = "OSTRA, 6 Mei 2031 - Satelit Ostrasat diluncurkan dari Bergen pada Selasa (6/5/2031), kata pemilik.\n"
    report = reported(tmp_path, f"{FIRST}The satellite Ostrasat was launched on 5 June 2028.\n", launch)
    assert weighty(report, "event-date") == []


def updates(report: Report) -> list[str]:
    return [finding.relation.value for finding in report.updates if finding.kind == "casualties"]


def test_a_toll_that_has_grown_by_another_day_is_revised(tmp_path: Path) -> None:
    one = f"{FIRST}A flood in Ostra killed 12 people, police said.\n"
    report = reported(tmp_path, one, f"{LATER}The flood in Ostra killed 15 people, police said.\n")
    assert updates(report) == ["revised"] and weighty(report, "casualties") == []


def test_a_toll_that_shrinks_is_a_conflict(tmp_path: Path) -> None:
    one = f"{FIRST}A flood in Ostra killed 15 people.\n"
    report = reported(tmp_path, one, f"{LATER}The flood in Ostra killed 12 people.\n")
    assert weighty(report, "casualties") == ["cannot-both"]


def test_the_missing_may_become_fewer(tmp_path: Path) -> None:
    one = f"{FIRST}After the flood in Ostra 15 people are missing, police said.\n"
    report = reported(tmp_path, one, f"{LATER}After the flood in Ostra 4 people are missing, police said.\n")
    assert updates(report) == ["revised"] and weighty(report, "casualties") == []


def test_one_sentence_with_two_figures_on_one_day_is_a_conflict(tmp_path: Path) -> None:
    told = "{}A flood swept through the old harbour of Ostra and killed {} people, the fire brigade said.\n"
    report = reported(tmp_path, told.format(FIRST, 12), told.format(FIRST, 15))
    assert weighty(report, "casualties") == ["cannot-both"] and updates(report) == []


def test_two_floors_of_a_toll_are_two_states_of_it(tmp_path: Path) -> None:
    one = f"{FIRST}A flood in Ostra killed at least 12 people, police said.\n"
    report = reported(tmp_path, one, f"{LATER}The flood in Ostra killed at least 15 people, police said.\n")
    assert updates(report) == ["revised"]


def test_near_figures_of_one_thing_are_set_against_each_other(tmp_path: Path) -> None:
    one = f"{FIRST}The rocket is to carry 14 satellites to a polar orbit.\n"
    report = reported(tmp_path, one, f"{FIRST}Two hours later it released 16 satellites over the sea.\n")
    assert weighty(report, "count") == ["cannot-both"]


def test_figures_far_apart_need_more_words_in_common(tmp_path: Path) -> None:
    one = f"{FIRST}The rocket is to carry 14 satellites to a polar orbit.\n"
    report = reported(tmp_path, one, f"{FIRST}Some 9,000 satellites circle the Earth today.\n")
    assert weighty(report, "count") == []
