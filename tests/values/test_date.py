"""Dates and times of day: text, binding, comparing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Anchor, Relation, Verdict
from factcheck.values.calendar import DayPart, Direction, Section, Unit
from factcheck.values.date import Date, bind, weekday_mismatch
from factcheck.values.time import Near, TimeOfDay

# Thursday.
THURSDAY = Anchor(date(2024, 6, 20), "dateline")
WINDOW = Anchor(date(2024, 6, 20), "other articles of the story", 3)

_parts = st.one_of(st.none(), st.sampled_from(DayPart))
_days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_full = st.builds(
    lambda day, part, about: Date(day.year, day.month, day.day, part=part, about=about), _days, _parts, st.booleans()
)
_months = st.builds(
    Date, year=st.one_of(st.none(), st.integers(1900, 2100)), month=st.integers(1, 12),
    section=st.sampled_from([None, Section.START, Section.MID, Section.END]),
)  # fmt: skip
_years = st.builds(Date, year=st.integers(1900, 2100), section=st.one_of(st.none(), st.sampled_from(Section)))
_weekdays = st.builds(
    Date, weekday=st.integers(0, 6), part=_parts, direction=st.one_of(st.none(), st.sampled_from(Direction))
)
_relative = st.builds(Date, unit=st.sampled_from(Unit), offset=st.integers(-30, 30), part=_parts)
_single = st.one_of(_full, _months, _years, _weekdays, _relative)
_counted = st.builds(lambda base: Date(unit=Unit.DAY, offset=-2, base=base), st.one_of(_full, st.just(Date())))
_ranges = st.builds(lambda first, last: Date(first.year, first.month, first.day, end=last), _full, _full)
DATES = st.one_of(_single, _counted, _ranges)
TIMES = st.builds(
    TimeOfDay,
    hour=st.integers(0, 23),
    minute=st.one_of(st.none(), st.integers(0, 59)),
    zone=st.sampled_from([None, "WIB", "local"]),
    near=st.one_of(st.none(), st.sampled_from(Near)),
    either_half=st.booleans(),
)
quick = settings(max_examples=60, derandomize=True, deadline=None, database=None)


@quick
@given(DATES)
def test_a_date_is_read_back_from_its_text(value: Date) -> None:
    assert Date.read(str(value)) == value


@quick
@given(DATES, DATES)
def test_comparing_dates_is_symmetric(one: Date, two: Date) -> None:
    assert one.compare(two) == two.compare(one)
    assert one.compare(one).verdict is Verdict.SAME
    assert one.compare(two).reason


@quick
@given(DATES, _days, st.booleans(), st.sampled_from([0, 3]))
def test_binding_is_stable_and_shows_words(value: Date, day: date, planned: bool, days: int) -> None:
    anchor = Anchor(day, "given", days)
    bound = bind(value, anchor, planned)
    assert bind(bound, anchor, planned) == bound
    assert bound.show() and bound.to_json()
    assert Date.read(str(bound)) == bound


@quick
@given(st.integers(0, 6), _days, st.booleans())
def test_a_weekday_is_bound_to_that_weekday_within_a_week(weekday: int, day: date, planned: bool) -> None:
    days = bind(Date(weekday=weekday), Anchor(day, "given"), planned).interval
    assert days is not None and days.first == days.last and days.first.weekday() == weekday
    away = (days.first - day).days
    assert 0 <= away < 7 if planned else -7 < away <= 0


@pytest.mark.parametrize(
    ("written", "planned", "bound"),
    [
        ("Thursday", False, "2024-06-20"),
        ("Thursday", True, "2024-06-20"),
        ("Wednesday night", False, "2024-06-19 night"),
        ("Wednesday", True, "2024-06-26"),
        ("Thursday past", False, "2024-06-13"),
        ("Thursday future", False, "2024-06-27"),
        ("Tuesday this", False, "2024-06-18"),
        ("Tuesday week-1", False, "2024-06-11"),
        ("day+0", False, "2024-06-20"),
        ("night day-1", False, "2024-06-19 night"),
        ("week-1", False, "2024-06-10 week"),
        ("start week+0", False, "2024-06-17 start week"),
        ("week+0 past", False, "2024-06-16 about / 2024-06-20"),
        ("weekend+0", False, "2024-06-15 weekend"),
        ("weekend+0", True, "2024-06-22 weekend"),
        ("month-1", False, "2024-05"),
        ("month-6", False, "2023-12"),
        ("quarter-2", False, "2023 q4"),
        ("year-24", False, "2000"),
        ("start year+0", False, "2024 start"),
        ("decades-2", False, "1999 decade"),
        ("XXXX-09", False, "2023-09"),
        ("XXXX-09", True, "2024-09"),
        ("XXXX-09 past", True, "2023-09"),
        ("XXXX-06", False, "2024-06"),
        ("XXXX-06 year-1", False, "2023-06"),
        ("XXXX-06-12", False, "2024-06-12"),
        ("XXXX-07-15", False, "2024-07-15"),
        ("XXXX-12-05", False, "2023-12-05"),
        ("XXXX-12-05", True, "2024-12-05"),
        ("XXXX-06-12 Monday", False, "2023-06-12"),
        ("XXXX-XX-18", False, "2024-06-18"),
        ("XXXX-XX-22", True, "2024-06-22"),
        ("XXXX-08 / XXXX-02", False, "2023-08 / 2024-02"),
        ("Monday / Wednesday", False, "2024-06-17 / 2024-06-19"),
        ("XXXX-06-28 / XXXX-07-02", True, "2024-06-28 / 2024-07-02"),
        ("day-2 from XXXX-12-25", False, "2023-12-23"),
        ("day+2 from then", False, "day+2 from then"),
        ("2024-06-19 Wednesday morning", False, "2024-06-19 morning"),
        ("2024-06-19 Monday", False, "2024-06-19 Monday"),
        ("morning", False, "morning"),
    ],
)
def test_binding(written: str, planned: bool, bound: str) -> None:
    assert str(bind(Date.read(written), THURSDAY, planned)) == bound


@pytest.mark.parametrize(
    ("written", "planned", "bound"),
    [
        ("Tuesday", True, "2024-06-18"),
        ("Sunday", False, "2024-06-23"),
        ("Monday", False, "2024-06-17"),
        ("day-1", False, "2024-06-16 about / 2024-06-22"),
        ("XXXX-03", False, "2024-03"),
    ],
)
def test_a_window_binds_to_the_nearest_day(written: str, planned: bool, bound: str) -> None:
    assert str(bind(Date.read(written), WINDOW, planned)) == bound


def test_without_an_anchor_nothing_is_guessed() -> None:
    for text in ("Tuesday", "XXXX-06-12", "day-1", "XXXX-08 / XXXX-02", "week-1"):
        value = Date.read(text)
        assert bind(value, Anchor(None, "no date in the text")) == value
    assert str(bind(Date.read("XXXX-06-03 / 2024-06-05"), Anchor(None, ""))) == "2024-06-03 / 2024-06-05"


def test_the_article_s_own_date_for_a_weekday_wins() -> None:
    given = {2: date(2024, 6, 12)}
    assert str(bind(Date.read("Wednesday"), THURSDAY, weekdays=given)) == "2024-06-12"
    assert str(bind(Date.read("Tuesday"), THURSDAY, weekdays=given)) == "2024-06-18"
    assert str(bind(Date.read("Wednesday"), THURSDAY, planned=True, weekdays=given)) == "2024-06-12"
    assert str(bind(Date.read("Wednesday future"), THURSDAY, weekdays=given)) == "2024-06-26"


SAME, COMPATIBLE, DIFFERENT = Verdict.SAME, Verdict.COMPATIBLE, Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("one", "two", "verdict", "reason"),
    [
        ("2024-06-18", "2024-06-18 Tuesday", SAME, "the same"),
        ("2024-06-18", "2024-06-19", DIFFERENT, "18 June and 19 June 2024 are not the same day"),
        ("2023-12-31", "2024-01-01", DIFFERENT, "31 December 2023 and 1 January 2024 are not the same day"),
        ("2024-06-18", "2024-06", COMPATIBLE, "Tuesday 18 June 2024 lies within June 2024"),
        ("2023-09", "2023-09-13", COMPATIBLE, "Wednesday 13 September 2023 lies within September 2023"),
        ("2000", "1999", DIFFERENT, "1999 and 2000 are not the same time"),
        ("2017 start", "2017-04", COMPATIBLE, None),
        ("2017 start", "2017-11", DIFFERENT, None),
        ("2024-06-18 / 2024-06-20", "2024-06-19", COMPATIBLE, None),
        ("2024-06-03 / 2024-06-05", "2024-06-04 / 2024-06-06", DIFFERENT, None),
        ("2024-06-10 week", "2024-06-14 / 2024-06-20", COMPATIBLE, None),
        ("2024-06-18", "2024-06-18 morning", COMPATIBLE, "one adds the part of the day: morning"),
        ("2024-06-18 early", "2024-06-18 morning", COMPATIBLE, None),
        ("2024-06-18 morning", "2024-06-18 night", DIFFERENT, "morning and night of the same day"),
        ("2024-06-12 about", "2024-06-14", COMPATIBLE, None),
        ("2024-06-12 about", "2024-06-19", DIFFERENT, None),
        ("Tuesday", "Wednesday", DIFFERENT, None),
        ("Tuesday night", "Tuesday", COMPATIBLE, "both are a Tuesday"),
        ("Tuesday", "2024-06-18", COMPATIBLE, "both are a Tuesday"),
        ("Tuesday", "2024-06-19", DIFFERENT, None),
        ("Tuesday", "2024-06", COMPATIBLE, None),
        ("XXXX-06-12", "2024-06-12", SAME, "the same"),
        ("XXXX-06-12", "2024-06-13", DIFFERENT, None),
        ("XXXX-06-12", "XXXX-06-13", DIFFERENT, "12 June and 13 June are not the same day"),
        ("XXXX-03", "2024-09-13", DIFFERENT, None),
        ("week-1", "2024-06-12", COMPATIBLE, None),
        ("day-1", "day-2", COMPATIBLE, None),
    ],
)
def test_comparing(one: str, two: str, verdict: Verdict, reason: str | None) -> None:
    outcome = Date.read(one).compare(Date.read(two))
    assert outcome.verdict is verdict, outcome.reason
    assert reason is None or outcome.reason == reason


def test_adjoining_hours_are_different_days_that_time_zones_may_explain() -> None:
    outcome = Date.read("2024-06-18 night").compare(Date.read("2024-06-19 before-dawn"))
    assert outcome.verdict is Verdict.DIFFERENT and outcome.relation is Relation.CANNOT_BOTH
    assert "hours adjoin" in outcome.reason and "time zones" in outcome.reason
    apart = Date.read("2024-06-18 morning").compare(Date.read("2024-06-19 evening"))
    assert "time zones" not in apart.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2025-06-17 Wednesday", "17 June 2025 is a Tuesday, not a Wednesday"),
        ("2025-06-17 Tuesday", None),
        ("2025-06-17", None),
        ("XXXX-06-17 Wednesday", None),
    ],
)
def test_a_weekday_that_does_not_fit_its_date(text: str, reason: str | None) -> None:
    assert weekday_mismatch(Date.read(text)) == reason


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2024-06-19 morning", "Wednesday 19 June 2024, morning"),
        ("2023-09", "September 2023"),
        ("2017 start", "early 2017"),
        ("2015 summer", "the summer of 2015"),
        ("1990 decade", "the 1990s"),
        ("Tuesday night", "Tuesday night"),
        ("Tuesday past", "last Tuesday"),
        ("Tuesday week-1", "Tuesday of last week"),
        ("day-1", "yesterday"),
        ("week-3", "3 weeks ago"),
        ("start year+0", "early this year"),
        ("week+0 past", "earlier this week"),
        ("2024-06-10 week", "week of 10 June 2024"),
        ("2024-06-03 / 2024-06-05", "3 to 5 June 2024"),
        ("2024-06-28 / 2024-07-02", "28 June to 2 July 2024"),
        ("day-2 from XXXX-12-25", "2 days before 25 December"),
        ("day+2 from then", "2 days later"),
    ],
)
def test_words_for_a_reader(text: str, shown: str) -> None:
    assert Date.read(text).show() == shown


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("2024-06-19", {"date": "2024-06-19"}),
        ("2024-06-19 morning", {"date": "2024-06-19", "part": "morning"}),
        ("2023-09", {"date": "2023-09", "precision": "month"}),
        ("2000", {"date": "2000", "precision": "year"}),
        ("2024-06-03 / 2024-06-05", {"first": "2024-06-03", "last": "2024-06-05", "precision": "range"}),
        ("Tuesday", {"date": "Tuesday", "precision": "symbolic"}),
    ],
)
def test_plain_data(text: str, data: dict[str, str]) -> None:
    assert Date.read(text).to_json() == data


@pytest.mark.parametrize("text", ["", "soon", "2024-13", "2024-06-19 whenever", "day-x", "12/06/2024"])
def test_other_text_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a |invalid literal|is not a valid"):
        Date.read(text)


@quick
@given(TIMES, TIMES)
def test_times_compare_symmetrically_and_are_read_back(one: TimeOfDay, two: TimeOfDay) -> None:
    assert TimeOfDay.read(str(one)) == one
    assert one.compare(two) == two.compare(one)
    assert one.compare(one).verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("15:24", "15:24", SAME),
        ("15:24", "15:24:49", COMPATIBLE),
        ("15:24", "15:25", DIFFERENT),
        ("about 22", "shortly-before 22", COMPATIBLE),
        ("22", "22:10", COMPATIBLE),
        ("22", "23:10", DIFFERENT),
        ("about 15:30", "15:24", COMPATIBLE),
        ("15:24 WIB(+420)", "08:24 GMT(+0)", SAME),
        ("15:24 WIB(+420)", "15:24 GMT(+0)", DIFFERENT),
        ("15:24 local", "08:24 GMT(+0)", COMPATIBLE),
        ("02:45?", "14:45", SAME),
        ("00:00", "about 23:50", COMPATIBLE),
        ("08:00 / 10:00", "09:30", COMPATIBLE),
        ("22:00 / 02:00", "01:00", COMPATIBLE),
    ],
)
def test_comparing_times(one: str, two: str, verdict: Verdict) -> None:
    outcome = TimeOfDay.read(one).compare(TimeOfDay.read(two))
    assert outcome.verdict is verdict, outcome.reason


def test_whole_hours_apart_may_be_time_zones() -> None:
    assert "time zones" in TimeOfDay.read("15:24").compare(TimeOfDay.read("08:24")).reason
    assert "time zones" not in TimeOfDay.read("15:24").compare(TimeOfDay.read("08:10")).reason


def test_a_time_is_shown_and_written() -> None:
    value = TimeOfDay.read("about 15:24 WIB(+420)")
    assert value.show() == "about 15:24 WIB"
    assert value.to_json() == {"time": "15:24", "zone": "WIB", "near": "about"}
    with pytest.raises(ValueError, match="not a time"):
        TimeOfDay.read("25:00")
