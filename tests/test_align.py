"""Facts of two articles brought together: invented sentences in, what they agree or disagree about out."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Report, check
from tests.corpus import write

FIRST = "OSTRA, 6 May 2031 - "


def reported(tmp_path: Path, one: str, other: str) -> Report:
    texts = {"one.txt": f"{FIRST}{one}\n", "two.txt": f"{FIRST}{other}\n"}
    return check([write(tmp_path / "corpus", texts)], one_story=True, cache=False)


def agreed(report: Report, kind: str) -> list[str]:
    """The answers that both articles give."""
    return [finding.answers[0].text for finding in report.agreements if finding.kind == kind]


def disputed(report: Report, kind: str) -> list[set[str]]:
    found = (finding for finding in report.conflicts if finding.kind == kind and finding.severity != "note")
    return [{answer.text for answer in finding.answers} for finding in found]


def test_every_answer_that_several_sources_give_is_an_agreement(tmp_path: Path) -> None:
    one = "Fire destroyed 418 stalls in the market of Ostra. In 2011, fire destroyed 97 stalls in the market of Ostra."
    other = "The fire in Ostra destroyed 418 stalls of the market. In 2011 the fire destroyed 97 stalls in the market."
    assert sorted(agreed(reported(tmp_path, one, other), "count")) == ["418", "97"]


def test_answers_are_compared_whatever_hedge_they_carry(tmp_path: Path) -> None:
    one = "The villa on the lake of Ostra was bought for about 4.2 million pounds."
    report = reported(tmp_path, one, "The villa on the lake of Ostra went for 4.2 million pounds.")
    assert len(agreed(report, "money")) == 1


@pytest.mark.parametrize(("street", "conflicts"), [("Linden Lane", 1), ("Harbour Square", 0)])
def test_streets_that_differ_by_a_slip_are_compared_without_an_event(
    tmp_path: Path, street: str, conflicts: int
) -> None:
    one = "Ada Brandt, 44, of Linden Drive in Ostra, returned from a walk."
    other = f"The police spokesman confirmed the name of Ada Brandt, of {street}, the town clerk."
    assert len(disputed(reported(tmp_path, one, other), "location")) == conflicts


@pytest.mark.parametrize(
    ("kind", "one", "other", "answers"),
    [
        ("money", "Under the plan, the quarter would get €295 million.", "The city wants a €295m park.", 1),
        ("money", "Under the plan, the quarter would get €300 million.", "A shop was sold for €300m.", 0),
        ("count", "The firm makes soup and has 11,400 staff.", "With 11,400 workers, it is a giant.", 1),
        ("count", "Clerks had to sort 1,486 parcels.", "In the depot lay 1,486 parcels.", 1),
        ("percentage", "Holders of 38% of the stock backed it.", "Some 38% of pupils were ill.", 0),
        ("percentage", "Holders of 22.4% of the stock backed it.", "Investors with 22.4% pledged help.", 1),
        ("percentage", "Holders of 20% of the stock backed it.", "A fifth, or 20%, of pupils were ill.", 0),
        ("event-time", "The blast shook windows at 8:21 a.m.", "Pilots saw an explosion at 8:21 a.m.", 1),
        ("event-date", "A first look at the books came on November 10.", "He must wait until November 10.", 1),
    ],
)
def test_answers_that_only_one_thing_can_have_agree_whatever_the_words(
    tmp_path: Path, kind: str, one: str, other: str, answers: int
) -> None:
    assert len(agreed(reported(tmp_path, one, other), kind)) == answers


SLIPS = [
    ("money", "Owners get 418 pence a share in cash.", "The deal gives owners 481p a share.", 1),
    ("money", "Owners of boats get 418 pence a berth.", "The harbour shop sells tea at 481p.", 0),
    ("percentage", "Ada Brandt won 46.3% of the vote.", "Ada Brandt took 43.6% of the vote in Ostra.", 1),
    (
        "percentage",
        "Ada Brandt won 46.3% and Ole Krag 43.6% of the vote.",
        "Ada Brandt won 46.3% of the vote. Ole Krag won 43.6% of the vote.",
        0,
    ),
    ("count", "Some 203,320 of the places are for old hands.", "The quota is 230,320 pilgrims.", 1),
    ("count", "Some 203,320 of the places are for old hands.", "The quota is 230,322 pilgrims.", 0),
    ("money", "The stolen gold was insured for 6.2 million euros.", "Gold insured for $6.2 million was stolen.", 1),
    ("money", "The stolen gold was insured for 6.2 million euros.", "Gold insured for $6.9 million was stolen.", 0),
    ("money", "The gold was insured for A$6.2 million.", "Gold insured for $6.2 million was stolen.", 0),
]


@pytest.mark.parametrize(("kind", "one", "other", "conflicts"), SLIPS)
def test_a_slip_of_the_pen_makes_one_question_of_two(
    tmp_path: Path, kind: str, one: str, other: str, conflicts: int
) -> None:
    assert len(disputed(reported(tmp_path, one, other), kind)) == conflicts


WIDER = [
    ("count", "The boat carried 36 passengers to Ostra.", "Some 36 people were on the boat to Ostra.", (1, 0)),
    ("count", "The boat carried 36 passengers to Ostra.", "The boat to Ostra carried 52 people.", (0, 0)),
    ("count", "The boat carried 36 passengers to Ostra.", "The boat to Ostra carried 36 goats.", (0, 0)),
    ("casualties", "The fire in Ostra killed 12 people.", "The fire in Ostra killed 3 children.", (0, 0)),
]


@pytest.mark.parametrize(("kind", "one", "other", "found"), WIDER)
def test_a_wider_word_agrees_with_a_narrower_and_never_disputes_it(
    tmp_path: Path, kind: str, one: str, other: str, found: tuple[int, int]
) -> None:
    report = reported(tmp_path, one, other)
    assert (len(agreed(report, kind)), len(disputed(report, kind))) == found


def test_two_events_of_one_article_years_apart_are_two_in_every_article(tmp_path: Path) -> None:
    both = "The launch of the Kestrel rocket from Ostra was on 3 June 2029. The next launch was on 2 May 2031."
    texts = {
        "one.txt": f"{FIRST}{both}\n",
        "two.txt": f"{FIRST}The launch of the Kestrel rocket from Ostra was on 3 June 2029.\n",
        "three.txt": f"{FIRST}The launch of the Kestrel rocket from Ostra was on 2 May 2031.\n",
    }
    for names, conflicts in (texts, 0), (("two.txt", "three.txt"), 1):
        chosen = {name: texts[name] for name in names}
        report = check([write(tmp_path / f"c{len(chosen)}", chosen)], one_story=True, cache=False)
        assert len(disputed(report, "event-date")) == conflicts


def test_a_month_years_before_the_day_of_the_news_is_another_event(tmp_path: Path) -> None:
    one = "The rocket Ostra was launched in June 2029."
    assert not disputed(reported(tmp_path, one, "The rocket Ostra was launched on Tuesday, 6 May 2031."), "event-date")
    assert disputed(reported(tmp_path, one, "The rocket Ostra was launched in July 2029."), "event-date")
