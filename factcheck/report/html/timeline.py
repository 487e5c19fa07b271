"""Charts of a finding: the days its answers may mean, or its figures from article to article.

Coordinates are those of the drawing, so that templates only place what they are given. Each chart holds its data in
words too, for the table beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any, NamedTuple

from factcheck.findings import Finding
from factcheck.model import Bucket, Modality, bucket_of
from factcheck.report.html.rows import SourceRow, full_day
from factcheck.report.words import letter
from factcheck.values.calendar import MONTHS, add_days, hours_of
from factcheck.values.date import Date
from factcheck.values.since import Since

WIDTH = 600
_LEFT, _RIGHT, _ROW, _TOP, _BAR = 20, 20, 38, 28, 12
_FIGURES = 150  # height of the field in which figures are drawn
_GAP = 12  # between a mark and its words
_LEAST = 6  # width of a bar that would be too thin to see
_MOST = 12  # marks; a picture of more says less than the list
_TICKS = 6
_DAYS = (1, 2, 7)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)  # between ticks; finer ones first
_OPEN_DAYS = 3650  # how far an open past ("2004 or earlier") is drawn before the day that bounds it


class Tick(NamedTuple):
    """A line across the chart, with its label and the side by which that is held (`text-anchor` of SVG)."""

    at: int
    text: str
    hold: str


class Mark(NamedTuple):
    """An answer as a bar, or as a point where `width` is 0. Its words begin at `label`, or end there if `flip` is set.

    `plan` draws it hollow; `below` is the line on which the words stand.
    """

    number: int
    letter: str
    x: int
    y: int
    width: int
    text: str
    label: int
    below: int
    flip: bool
    plan: bool


class Line(NamedTuple):
    """A line of the table: the answer's letter, its words, when, and the sources."""

    letter: str
    text: str
    when: str
    sources: tuple[str, ...]


class Chart(NamedTuple):
    """A drawing and its data in words. `caption` says what is drawn, `when` heads the column of days."""

    caption: str
    when: str
    width: int
    height: int
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]


class _Point(NamedTuple):
    """A value that an answer gives: the days it stands for as fractions of ordinals, and who says so."""

    number: int
    text: str
    first: float
    last: float
    when: str
    figure: Decimal | None = None
    unit: str = ""
    sources: tuple[str, ...] = ()
    plan: bool = False


def chart_of(finding: Finding, rows: Mapping[str, SourceRow]) -> Chart | None:
    """The days of disputed dates, or a figure over time; None where a picture would say no more than the answers."""
    if points := _points(finding, lambda value, source: _days_of(value)):
        return _bars(points)
    if points := _points(finding, lambda value, source: _figure_of(value, rows.get(source))):
        moved = bucket_of(finding.relation) is Bucket.UPDATES
        return _figures(points, "How the figure moved" if moved else "Which figures were given, and when")
    return None


def _points(finding: Finding, read: Callable[[Any, str], _Point | None]) -> list[_Point]:
    """What `read` makes of every value, each once; empty where they are no picture: one moment, two units, too many."""
    found: dict[_Point, list[tuple[str, bool]]] = {}
    for number, answer in enumerate(finding.answers):
        for claim in answer.claims:
            for name in answer.value:
                point = read(claim.fields.get(name), claim.evidence.source)
                if point:
                    said = (claim.evidence.source, claim.modality is Modality.PLANNED)
                    found.setdefault(point._replace(number=number), []).append(said)
    moments, units = {(point.first, point.last) for point in found}, {point.unit for point in found}
    if len(moments) < 2 or len(units) > 1 or len(found) > _MOST:
        return []
    points = [
        point._replace(sources=tuple(dict.fromkeys(source for source, _ in said)), plan=all(plan for _, plan in said))
        for point, said in found.items()
    ]
    return sorted(points, key=lambda point: (point.number, point.first, point.last, point.text))


def _days_of(value: Any) -> _Point | None:
    """A date, or a time gone by, as the days it may mean: half a day for "morning", years for "decades ago"."""
    if isinstance(value, Since) and value.last:
        open_past = add_days(value.last, -_OPEN_DAYS)
        when = f"{value.first or 'open'} to {value.last}"
        return _Point(0, value.show(), (value.first or open_past).toordinal(), value.last.toordinal() + 1, when)
    if not isinstance(value, Date) or not (days := value.interval):
        return None
    first, last = days.first.toordinal(), days.last.toordinal()
    if first == last and value.part:
        start, end = hours_of(value.part)
        return _Point(0, value.show(), first + start / 24, first + end / 24, str(days.first))
    when = str(days.first) if first == last else f"{days.first} to {days.last}"
    return _Point(0, value.show(), first, last + 1, when)


def _figure_of(value: Any, row: SourceRow | None) -> _Point | None:
    """A figure, on the day of the article that gives it."""
    number = getattr(value, "number", None)
    if number is None or row is None or row.date is None:
        return None
    day, unit = row.date.toordinal(), getattr(value, "currency", None) or getattr(value, "unit", "")
    return _Point(0, value.show(), day, day, full_day(row.date), number.figure, str(unit))


def _bars(points: Sequence[_Point]) -> Chart:
    """One row a value, one bar for its days."""
    low, high = min(point.first for point in points), max(point.last for point in points)
    place = _scale(low, high)
    marks = [
        _mark(point, place(point.first), _TOP + _ROW * row + 16, max(place(point.last) - place(point.first), _LEAST))
        for row, point in enumerate(points)
    ]
    title, height = _title("Which days the answers mean", points), _TOP + _ROW * len(points)
    return Chart(title, "days", WIDTH, height, _ticks(low, high, place), tuple(marks), _lines(points))


def _figures(points: Sequence[_Point], words: str) -> Chart:
    """A point for each figure: days from left to right, figures from low to high."""
    low, high = min(point.first for point in points), max(point.last for point in points)
    figures = [point.figure or Decimal(0) for point in points]
    across, least, span = _scale(low, high), min(figures), max(figures) - min(figures)
    marks = [
        _mark(point, across(point.first), _TOP + 12 + int(_FIGURES * (1 - (figure - least) / (span or 1))), 0)
        for point, figure in zip(points, figures, strict=True)
    ]
    title, height = _title(words, points), _TOP + _FIGURES + 40
    return Chart(title, "day of the article", WIDTH, height, _ticks(low, high, across), tuple(marks), _lines(points))


def _title(words: str, points: Iterable[_Point]) -> str:
    return f"{words} (dashed: planned)" if any(point.plan for point in points) else words


def _mark(point: _Point, x: int, y: int, width: int) -> Mark:
    """A bar has its words above it, a point beside it, on the side where there is room."""
    flip = x > WIDTH // 2
    beside = (x - _GAP if flip else x + _GAP), y + _BAR
    above = (x + width if flip else x), y - 4
    label, below = above if width else beside
    return Mark(point.number, letter(point.number), x, y, width, point.text, label, below, flip, point.plan)


def _lines(points: Iterable[_Point]) -> tuple[Line, ...]:
    return tuple(
        Line(letter(point.number), f"{point.text}, planned" if point.plan else point.text, point.when, point.sources)
        for point in points
    )


def _scale(low: float, high: float) -> Callable[[float], int]:
    """From days to the width of the drawing."""
    room = WIDTH - _LEFT - _RIGHT
    return lambda day: _LEFT + round((day - low) / ((high - low) or 1) * room)


def _ticks(low: float, high: float, place: Callable[[float], int]) -> tuple[Tick, ...]:
    """Some days, months or years between the ends, as many as there is room for."""
    first, last = date.fromordinal(int(low)), date.fromordinal(min(int(high), date.max.toordinal()))
    rulers = [_every_day(first, last, step) for step in _DAYS]
    rulers += [_every_month(first, last, step) for step in _MONTHS]
    days = next((found for ruler in rulers if len(found := list(islice(ruler, _TICKS + 1))) <= _TICKS), [])
    return tuple(_tick(place(day.toordinal()), text) for day, text in days)


def _tick(at: int, text: str) -> Tick:
    return Tick(at, text, "start" if at < _LEFT + _GAP else "end" if at > WIDTH - _RIGHT - _GAP else "middle")


def _every_day(first: date, last: date, step: int) -> Iterator[tuple[date, str]]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1, step):
        day = date.fromordinal(ordinal)
        yield day, f"{day.day} {MONTHS[day.month - 1][:3]}"


def _every_month(first: date, last: date, step: int) -> Iterator[tuple[date, str]]:
    """Every so many months, counted so that ten years begin with a decade."""
    for index in range(first.year * 12 // step * step, last.year * 12 + 12, step):
        day = date(max(index // 12, 1), index % 12 + 1, 1)
        if first <= day <= last:
            yield day, str(day.year) if step >= 12 else f"{MONTHS[day.month - 1][:3]} {day.year}"
