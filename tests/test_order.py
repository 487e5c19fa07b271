"""Which of two figures is the later one: by the moments they are told of, by words, by the way tolls grow."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import check
from factcheck.findings import Finding
from tests.corpus import write

EN, ID = "OSTRA, 6 May 2031 - ", "OSTRA, 6 Mei 2031 - "
EN_LATER, ID_LATER = "OSTRA, 8 May 2031 - ", "OSTRA, 8 Mei 2031 - "


def found(tmp_path: Path, *articles: str, kind: str = "casualties") -> list[Finding]:
    """What a report says about a kind, the conflicts first."""
    files = {f"{number}.txt": f"{text}\n" for number, text in enumerate(articles)}
    report = check([write(tmp_path / "corpus", files)], one_story=True, cache=False)
    return [f for f in (*report.conflicts, *report.updates) if f.kind == kind and f.severity != "note"]


def relations(tmp_path: Path, *articles: str, kind: str = "casualties") -> list[str]:
    return [finding.relation.value for finding in found(tmp_path, *articles, kind=kind)]


# Two articles each, and what they come to.
MOMENTS = [
    (
        f"{EN}As of 9 a.m., 15 people were missing after the flood in Ostra.",
        f"{EN}As of 6 p.m., 4 people were missing after the flood in Ostra.",
        ["revised"],
    ),
    (
        f"{EN}As of 9 a.m., 15 people were missing after the flood in Ostra.",
        f"{EN}As of 9 a.m., 4 people were missing after the flood in Ostra.",
        ["cannot-both"],
    ),
    (
        f"{EN}As of Monday evening, 15 people were missing after the flood in Ostra.",
        f"{EN}After the flood in Ostra 4 people are missing, police said.",
        ["revised"],
    ),
    (
        f"{EN}After the flood in Ostra 15 people are missing, police said.",
        f"{EN}After the flood in Ostra 4 people are missing, the mayor said.",
        ["order-unknown"],
    ),
    (
        f"{ID}Hingga pukul 09.00 WIB, 15 orang hilang akibat banjir di Ostra.",
        f"{ID}Hingga pukul 18.00 WIB, empat orang hilang akibat banjir di Ostra.",
        ["revised"],
    ),
    (
        f"{ID}Hingga pukul 09.00 WIB, 15 orang hilang akibat banjir di Ostra.",
        f"{ID}Hingga pukul 10.00 Wita, empat orang hilang akibat banjir di Ostra.",
        ["cannot-both"],
    ),
    (
        f"{ID}Hingga Senin malam, 15 orang hilang akibat banjir di Ostra.",
        f"{ID}Hingga Selasa siang, empat orang hilang akibat banjir di Ostra.",
        ["revised"],
    ),
]


@pytest.mark.parametrize(("one", "other", "expected"), MOMENTS)
def test_a_moment_named_by_the_text_orders_figures(tmp_path: Path, one: str, other: str, expected: list[str]) -> None:
    assert relations(tmp_path, one, other) == expected


def test_a_toll_told_of_an_earlier_hour_may_not_be_higher(tmp_path: Path) -> None:
    one = f"{EN}The flood in Ostra had killed 15 people as of 9 a.m."
    other = f"{EN}The flood in Ostra had killed 12 people as of 6 p.m."
    assert relations(tmp_path, one, other) == ["cannot-both"]


GROWN = [
    (f"{EN}A flood in Ostra killed 12 people, police said.", f"{EN}In Ostra the flood killed 15, a doctor said."),
    (f"{ID}Banjir di Ostra menewaskan 12 orang.", f"{ID}Sebanyak 15 orang tewas akibat banjir di Ostra."),
]


@pytest.mark.parametrize(("one", "other"), GROWN)
def test_of_two_tolls_of_one_day_the_higher_is_the_later(tmp_path: Path, one: str, other: str) -> None:
    (finding,) = found(tmp_path, one, other)
    assert finding.relation == "revised" and finding.reason.endswith("such a figure only grows")


WORDS = [
    (
        f"{EN}A quake of magnitude 5.8 struck Ostra.",
        f"{EN}The agency revised the magnitude of the quake in Ostra to magnitude 5.6.",
        ["revised"],
    ),
    (
        f"{EN}A quake of magnitude 5.8 struck Ostra.",
        f"{EN}The agency gave the magnitude of the quake in Ostra as magnitude 5.6.",
        ["order-unknown"],
    ),
    (
        f"{ID}Gempa bermagnitudo 5,8 mengguncang Kota Ostra pada Senin.",
        f"{ID}Magnitudo gempa di Kota Ostra dimutakhirkan menjadi magnitudo 5,6.",
        ["revised"],
    ),
    (
        f"{ID}Gempa bermagnitudo 5,8 mengguncang Kota Ostra pada Senin.",
        f"{ID}Gempa di Kota Ostra pada Senin bermagnitudo 5,6.",
        ["order-unknown"],
    ),
]


@pytest.mark.parametrize(("one", "other", "expected"), WORDS)
def test_what_a_figure_has_become_is_the_later_one(tmp_path: Path, one: str, other: str, expected: list[str]) -> None:
    assert relations(tmp_path, one, other, kind="measurement") == expected


REPLACED = [
    (
        f"{EN}The court in Ostra fined the port $30 million for the oil spill.",
        f"{EN}In Ostra the fine for the oil spill of the port was raised from $30 million to $45 million.",
    ),
    (
        f"{ID}Denda pelabuhan Ostra atas tumpahan minyak sebesar Rp30 miliar, kata hakim.",
        f"{ID}Denda pelabuhan Ostra atas tumpahan minyak naik dari Rp30 miliar menjadi Rp45 miliar, kata hakim.",
    ),
]


@pytest.mark.parametrize(("one", "other"), REPLACED)
def test_what_one_article_gives_is_what_another_tells_as_former(tmp_path: Path, one: str, other: str) -> None:
    (finding,) = found(tmp_path, one, other, kind="money")
    assert finding.relation == "revised" and "before" in finding.reason
    assert relations(tmp_path / "alone", other, kind="money") == []


CASES = [
    (
        f"{EN}Police in Ostra have heard 9 witnesses of the fire.",
        "{}Police in Ostra have heard 23 witnesses of the fire.",
    ),
    (
        f"{ID}Polisi di Ostra telah memeriksa sembilan saksi dalam kasus kebakaran itu.",
        "{}Polisi di Ostra telah memeriksa 23 saksi dalam kasus kebakaran itu.",
    ),
]


@pytest.mark.parametrize(("early", "later"), CASES)
def test_a_count_that_is_higher_on_a_later_day_has_grown(tmp_path: Path, early: str, later: str) -> None:
    day, next_day = (EN, EN_LATER) if "Police" in early else (ID, ID_LATER)
    assert relations(tmp_path / "one", early, later.format(next_day), kind="count") == ["revised"]
    assert relations(tmp_path / "two", early, later.format(day), kind="count") == ["cannot-both"]
    again = early.replace(day, next_day)
    assert relations(tmp_path / "three", early, later.format(next_day), again, kind="count") == ["cannot-both"]


def test_digits_that_changed_places_are_no_growth(tmp_path: Path) -> None:
    one = f"{EN}The port of Ostra received 1,820 containers."
    other = f"{EN_LATER}The port of Ostra received 1,280 containers."
    assert relations(tmp_path, one, other, kind="count") == ["cannot-both"]
    assert relations(tmp_path / "grown", other.replace(EN_LATER, EN), one.replace(EN, EN_LATER), kind="count") == [
        "cannot-both"
    ]


def test_the_victims_of_another_year_are_no_state_of_todays_toll(tmp_path: Path) -> None:
    one = f"{EN}A flood in Ostra killed 12 people, police said."
    other = f"{EN_LATER}The flood in Ostra killed 15 people. In 1987, a flood in Ostra killed 12 people."
    (finding,) = found(tmp_path, one, other)
    said = {claim.evidence.sentence for answer in finding.answers for claim in answer.claims}
    assert finding.relation == "revised" and not any("1987" in sentence for sentence in said)


FLOORS = [("at least 12", "27", ["revised"]), ("more than 40", "43", []), ("at least 12", "12", [])]


@pytest.mark.parametrize(("floor", "figure", "expected"), FLOORS)
def test_a_floor_is_outgrown(tmp_path: Path, floor: str, figure: str, expected: list[str]) -> None:
    one = f"{EN}A flood in Ostra killed {floor} people, police said."
    assert relations(tmp_path, one, f"{EN_LATER}The flood in Ostra killed {figure} people.") == expected


PLANS = [
    (
        f"{EN}President Ada Brandt is to arrive in Norway on 7 May 2031.",
        f"{EN_LATER}President Ada Brandt arrived in Norway on 7 May 2031.",
        ["plan-fulfilled"],
    ),
    (
        f"{EN}President Ada Brandt is to arrive in Norway on 7 May 2031.",
        f"{EN}President Ada Brandt is to arrive in Norway on 7 May 2031, her office said.",
        [],
    ),
    (
        f"{ID}Presiden Ada Brandt dijadwalkan tiba di Norwegia pada 7 Mei 2031.",
        f"{ID_LATER}Presiden Ada Brandt tiba di Norwegia pada 7 Mei 2031.",
        ["plan-fulfilled"],
    ),
]


@pytest.mark.parametrize(("plan", "fact", "expected"), PLANS)
def test_a_plan_that_came_true(tmp_path: Path, plan: str, fact: str, expected: list[str]) -> None:
    files = {"plan.txt": f"{plan}\n", "fact.txt": f"{fact}\n"}
    report = check([write(tmp_path / "corpus", files)], one_story=True, cache=False)
    assert [f.relation.value for f in report.updates if f.kind == "visit-date"] == expected
    assert report.conflicts == ()


def test_the_states_of_a_toll_stand_in_the_order_in_which_they_were_told(tmp_path: Path) -> None:
    (toll,) = found(
        tmp_path,
        f"{EN_LATER}The fire in Ostra killed 21 people.",
        f"{ID_LATER}Kebakaran di Ostra menewaskan 21 orang.",
        f"{EN}The fire in Ostra killed 9 people.",
    )
    assert [answer.text for answer in toll.answers] == ["9", "21"]
