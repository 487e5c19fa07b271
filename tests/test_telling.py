"""What it tells that two articles give the same answer."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.telling import telling
from factcheck.values.count import Count
from factcheck.values.date import Date
from factcheck.values.extent import Extent
from factcheck.values.money import Money
from factcheck.values.percentage import Percentage
from factcheck.values.time import TimeOfDay


@pytest.mark.parametrize(
    ("one", "other", "weight"),
    [
        (Count.read("3"), Count.read("3"), 1),
        (Count.read("40"), Count.read("40"), 1),
        (Count.read("43"), Count.read("43"), 2),
        (Count.read("43"), Count.read("44"), 0),
        (Count.read("418"), Count.read("~418"), 3),
        (Count.read("34000"), Count.read(">34000"), 3),
        (Count.read("~100..999"), Count.read("~100..999"), 0),
        (Percentage.read("38 %"), Percentage.read("38 %"), 2),
        (Percentage.read("22.4 %"), Percentage.read("22.4 %"), 3),
        (Money.read("2900000000 GBP"), Money.read("~2900000000 GBP"), 3),
        (Money.read("4.12 GBP"), Money.read("4.12 GBP"), 4),
        (Money.read("4.12 GBP"), Money.read("4.12 EUR"), 0),
        (Extent.read("25000 mile (40000 km)"), Extent.read("~40000 km"), 2),
        (TimeOfDay.read("08:21"), TimeOfDay.read("08:21"), 3),
        (TimeOfDay.read("08:25"), TimeOfDay.read("08:25"), 2),
        (TimeOfDay.read("08:00"), TimeOfDay.read("08:00"), 0),
        (Date.read("2031-05-06"), Date.read("2031-05-06"), 3),
        (Date.read("2031"), Date.read("2031"), 2),
        (Date.read("2031-05"), Date.read("2031-05-06"), 0),
        (Count.read("418"), Money.read("418 GBP"), 0),
    ],
)
def test_weight_of_a_shared_answer(one: Any, other: Any, weight: int) -> None:
    assert telling(one, other) == telling(other, one) == weight
