"""What the page shows, as plain types: built once from a report, drawn by the templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.findings import Answer, Finding, Report, Severity, Skipped, Source, State
from factcheck.model import Evidence
from factcheck.report.html.cards import Card, Cards
from factcheck.report.html.facets import Facet, facets_of
from factcheck.report.html.rows import Shelf, SourceRow, short, source_rows
from factcheck.report.matrix import Matrix, Said, matrices
from factcheck.report.summary import Summary, is_note, summarise
from factcheck.report.words import RELATION_WORDS
from factcheck.version import VERSION

# The states, those that want an editor's eye first, with what they mean.
STATES: Mapping[State, str] = {
    State.NEW: "not in the baseline of known conflicts",
    State.CHANGED: "in the baseline, with an answer that nobody gave before",
    State.KNOWN: "in the baseline",
    State.ACCEPTED: "in the baseline, and decided to stay",
    State.EXPIRED: "in the baseline, with a decision that has run out",
    State.RESOLVED: "in the baseline, and no conflict any more",
    State.NOT_CHECKED: "in the baseline; its sources or rules took no part in this run",
}

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "the answers cannot both be true",
    Severity.WARNING: "needs an eye: open lists, changed plans, parties that disagree",
    Severity.NOTE: "too weak to count: something that is not said may explain it",
}

_OPEN = 6  # conflicts that stand open at first; the others show their answers in a line
_CARDS, _GRIDS, _LINES = 100, 5, 300  # what is drawn before the reader asks for more
_COLUMNS = 60  # sources in a matrix
_WIDE = 6  # columns up to which a cell has room for the words of an answer
_STORY = 70  # characters of a story's name


class Grid(NamedTuple):
    """The matrix of a story. `dense` leaves the words of answers to the head of the row; `left_out` counts columns."""

    story: int
    title: str
    sources: tuple[SourceRow, ...]
    rows: tuple[GridRow, ...]
    dense: bool
    left_out: int


class GridRow(NamedTuple):
    """A question of a matrix."""

    card: Card
    cells: Sequence[Sequence[Said]]


class Agreed(NamedTuple):
    """What sources agree on, in a line."""

    finding: Finding
    relation: str
    answers: tuple[Answer, ...]
    sources: int


class Page(NamedTuple):
    """The whole page."""

    version: str
    rules: str
    summary: Summary
    several: bool
    words: Mapping[str, str]
    facets: tuple[Facet, ...]
    grids: Shelf
    conflicts: Shelf
    notes: Shelf
    updates: Shelf
    agreements: Shelf
    resolved: tuple[Agreed, ...]
    sources: Shelf
    skipped: tuple[Skipped, ...]


def page_of(report: Report, around: Callable[[Evidence], tuple[str, str]]) -> Page:
    """The page of a report; `around` tells the sentences beside that of a claim."""
    rows = source_rows(report)
    stories = _stories(rows.values()) if report.stories > 1 else {}
    cards = Cards(rows, stories, around)
    order = sorted(report.conflicts, key=lambda finding: list(STATES).index(finding.state))
    conflicts = cards.of((finding for finding in order if not is_note(finding)), opened=_OPEN)
    notes = cards.of(finding for finding in order if is_note(finding))
    updates = cards.of(report.updates)
    return Page(
        VERSION,
        report.rules,
        summarise(report),
        report.stories > 1,
        {word.value: meaning for word, meaning in (*STATES.items(), *SEVERITIES.items())},
        facets_of([*conflicts, *notes, *updates], rows.values(), stories),
        Shelf(list(_grids([*conflicts, *updates], report, rows, stories)), _GRIDS),
        Shelf(conflicts, _CARDS),
        Shelf(notes, _CARDS),
        Shelf(updates, _CARDS),
        Shelf([_agreed(finding) for finding in report.agreements], _LINES),
        tuple(map(_agreed, report.resolved)),
        Shelf(list(rows.values()), _LINES),
        report.skipped,
    )


def _stories(rows: Iterable[SourceRow]) -> dict[int, str]:
    """A name for each story: its number and the title of its first article."""
    return {row.story: f"{row.story}: {short(row.title or row.id, _STORY)}" for row in reversed(list(rows))}


def _agreed(finding: Finding) -> Agreed:
    sources = {claim.evidence.source for answer in finding.answers for claim in answer.claims}
    return Agreed(finding, RELATION_WORDS[finding.relation], finding.answers, len(sources))


def _grids(
    cards: Sequence[Card], report: Report, rows: Mapping[str, SourceRow], stories: Mapping[int, str]
) -> Iterator[Grid]:
    of_story: dict[int, list[Card]] = {}
    for card in cards:
        of_story.setdefault(card.finding.story, []).append(card)
    for matrix in matrices((card.finding for card in cards), report.sources):
        yield _grid(matrix, of_story[matrix.story], rows, stories.get(matrix.story, ""))


def _grid(matrix: Matrix, cards: Sequence[Card], rows: Mapping[str, SourceRow], title: str) -> Grid:
    columns = _columns(matrix)
    return Grid(
        matrix.story,
        title,
        tuple(rows[source.id] for source in columns),
        tuple(GridRow(card, row.cells(columns)) for card, row in zip(cards, matrix.rows, strict=True)),
        len(columns) > _WIDE,
        len(matrix.sources) - len(columns),
    )


def _columns(matrix: Matrix) -> list[Source]:
    """The sources of a matrix: all of them, or those with most to say where they are too many."""
    said = Counter(id for row in matrix.rows for id in row.said)
    talkative = sorted(matrix.sources, key=lambda source: -said[source.id])[:_COLUMNS]
    return sorted(talkative, key=lambda source: source.id)
