"""Questions × sources: which source gives which answer. The matrix of each story, and its picture as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

from factcheck.findings import Finding, Report, Source
from factcheck.model import Modality
from factcheck.report.summary import is_note
from factcheck.report.visible import one_line
from factcheck.report.words import letter, modalities, tags

SILENT = "·"
_LEAST_WORDS = 40  # columns kept for the questions, however many sources there are


class Said(NamedTuple):
    """One answer that a source gives: its number and letter, its words, and how it is told where not plainly."""

    number: int
    letter: str
    text: str
    modality: str


class Row(NamedTuple):
    """A question, with what each source says; one that is not in `said` is silent."""

    finding: Finding
    said: Mapping[str, Sequence[Said]]

    def cells(self, sources: Iterable[Source]) -> list[Sequence[Said]]:
        """What each of `sources` says, in their order; nothing is silence."""
        return [self.said.get(source.id, ()) for source in sources]


class Matrix(NamedTuple):
    """The questions of one story on which its sources differ. Every source of the story has its column."""

    story: int
    sources: tuple[Source, ...]
    rows: tuple[Row, ...]


def matrices(findings: Iterable[Finding], sources: Iterable[Source]) -> tuple[Matrix, ...]:
    """A matrix for each story with findings, in the order in which the findings first speak of it."""
    rows: dict[int, list[Finding]] = {}
    columns: dict[int, list[Source]] = {}
    for finding in findings:
        rows.setdefault(finding.story, []).append(finding)
    for source in sources:
        columns.setdefault(source.story, []).append(source)
    return tuple(_matrix(story, columns.get(story, ()), rows[story]) for story in rows)


def differing(report: Report) -> list[Finding]:
    """What a matrix shows: the conflicts that are worth the eye, then the updates."""
    return [*(finding for finding in report.conflicts if not is_note(finding)), *report.updates]


def _matrix(story: int, sources: Sequence[Source], findings: Iterable[Finding]) -> Matrix:
    return Matrix(story, tuple(sources), tuple(map(_row, findings)))


def _row(finding: Finding) -> Row:
    said: dict[str, list[Said]] = {}
    for number, answer in enumerate(finding.answers):
        ways_of: dict[str, list[Modality]] = {}
        for claim in answer.claims:
            ways_of.setdefault(claim.evidence.source, []).append(claim.modality)
        for source, ways in ways_of.items():
            said.setdefault(source, []).append(Said(number, letter(number), answer.text, _modality(ways)))
    return Row(finding, said)


def _modality(ways: Sequence[Modality]) -> str:
    """How a source presents an answer, where none of its sentences states it plainly."""
    return "" if Modality.HAPPENED in ways else ways[0].value


def matrix_lines(report: Report, width: int) -> Iterator[str]:
    """The matrices as lines of at most `width` columns; only words that are longer go beyond.

    Where the sources need more room than there is, further ones follow below, with the questions they answer.
    """
    for matrix in matrices(differing(report), report.sources):
        yield ""
        yield from _story_lines(matrix, width, report.stories > 1)


def _story_lines(matrix: Matrix, width: int, several: bool) -> Iterator[str]:
    names = [str(number) for number in range(1, len(matrix.sources) + 1)]
    if several:
        yield f"story {matrix.story}"
    for name, source in zip(names, matrix.sources, strict=True):
        yield f"   {name:>{len(names[-1])}}  {one_line(source.id)}"
    yield f"   {SILENT:>{len(names[-1])}}  silent"
    cell = 1 + max(len(names[-1]), *(len(_letters(said)) for row in matrix.rows for said in row.said.values()))
    room = max((width - _LEAST_WORDS) // cell, 1)
    for first in range(0, len(names), room):
        yield ""
        yield from _block(matrix, names, slice(first, first + room), cell, width)


def _block(matrix: Matrix, names: Sequence[str], columns: slice, cell: int, width: int) -> Iterator[str]:
    """Some columns of a matrix. The first block has every question and its answers; later ones what is asked there."""
    yield "  " + "".join(f"{name:>{cell}}" for name in names[columns])
    for row in matrix.rows:
        cells = row.cells(matrix.sources[columns])
        grid = "  " + "".join(f"{_letters(said):>{cell}}" for said in cells)
        if columns.start == 0 or any(cells):
            yield from _question_lines(row.finding, grid, width)
        if columns.start == 0:
            yield from _answer_lines(row.finding, " " * len(grid), width)


def _question_lines(finding: Finding, grid: str, width: int) -> Iterator[str]:
    first, *rest = tags(finding)
    label = "  ".join([first.upper(), *rest])
    yield from _hanging(f"{grid}   ", f"{label}  {one_line(finding.question)}   {finding.id}", width)


def _answer_lines(finding: Finding, margin: str, width: int) -> Iterator[str]:
    """What each letter of a row stands for."""
    for number, answer in enumerate(finding.answers):
        words = ", ".join([one_line(answer.text), *modalities(answer)])
        yield from _hanging(f"{margin}   {letter(number)}  ", words, width)


def _hanging(margin: str, text: str, width: int) -> Iterator[str]:
    lines = wrap(text, max(width - len(margin), _LEAST_WORDS), break_long_words=False, break_on_hyphens=False)
    for number, line in enumerate(lines):
        yield (margin if number == 0 else " " * len(margin)) + line


def _letters(said: Sequence[Said]) -> str:
    return "".join(item.letter for item in said) or SILENT
