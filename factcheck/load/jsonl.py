"""JSON lines: an object a line, an article an object."""

from __future__ import annotations

import json
from typing import BinaryIO

from factcheck.load.files import File
from factcheck.load.record import LARGEST, BadRow, Columns, Record, Records
from factcheck.load.rows import record_of

_LONGEST = 8 * LARGEST  # bytes of a line: a text may be written in escapes, and metadata stand beside it


def read(file: File, stream: BinaryIO, columns: Columns) -> Records:
    """The article of each line; blank lines count, but are no articles."""
    number = 0
    while line := stream.readline(_LONGEST + 1):
        number += 1
        if len(line) > _LONGEST:
            while line and not line.endswith(b"\n"):
                line = stream.readline(_LONGEST)
            yield BadRow(number, "too-large")
        elif line.strip():
            yield _record(line, number, columns)


def _record(line: bytes, number: int, columns: Columns) -> Record | BadRow:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return BadRow(number, "bad-row")
    return record_of(row, number, number, columns) if isinstance(row, dict) else BadRow(number, "bad-row")
