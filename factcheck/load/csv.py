"""Tables with a header, in columns that commas, semicolons or tabs part: an article a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from factcheck.load.files import File
from factcheck.load.record import LARGEST, BadRow, Columns, Record, Records
from factcheck.load.rows import record_of, text_column

_SIGNS = ",;\t|"


def read(file: File, stream: BinaryIO, columns: Columns) -> Records:
    """The article of each row. Raises `ArticleError` where no column holds texts."""
    csv.field_size_limit(LARGEST + 1)
    lines = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
    header = lines.readline()
    sign = max(_SIGNS, key=header.count)
    names = next(csv.reader([header], delimiter=sign), [])
    text_column(file.id, names, columns)
    rows = csv.reader(lines, delimiter=sign)
    for number, (line, cells) in enumerate(_numbered(rows), 1):
        yield _record(names, cells, number, line, columns)
    lines.detach()  # the stream is its owner's to close


def _numbered(rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins on, counting the header; a broken one has no cells."""
    while True:
        line = rows.line_num + 2  # type: ignore[attr-defined]
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error:
            cells = []
        else:
            if not cells:
                continue
        yield line, cells


def _record(names: list[str], cells: list[str], number: int, line: int, columns: Columns) -> Record | BadRow:
    if len(cells) != len(names):
        return BadRow(line, "bad-row")
    return record_of(dict(zip(names, cells, strict=True)), number, line, columns)
