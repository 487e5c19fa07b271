"""Parquet: an article a row, read a few rows at a time. Needs the extra `parquet`."""

from __future__ import annotations

from typing import BinaryIO

from factcheck.load.files import File
from factcheck.load.record import Columns, Records
from factcheck.load.rows import columns_of, record_of, text_column

_AT_ONCE = 64  # rows


def read(file: File, stream: BinaryIO, columns: Columns) -> Records:
    """The article of each row. Raises `ArticleError` where no column holds texts."""
    from pyarrow.parquet import ParquetFile

    table = ParquetFile(stream)
    names = table.schema_arrow.names
    text_column(file.id, names, columns)
    wanted = sorted(columns_of(tuple(names), tuple(sorted(columns.items()))).values())
    number = 0
    for batch in table.iter_batches(_AT_ONCE, columns=wanted):
        for row in batch.to_pylist():
            number += 1
            yield record_of(row, number, number, columns)
