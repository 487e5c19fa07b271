"""Where what articles say waits until all are read, and it is known which of them tell one story.

It waits in memory or, from a million claims on, in a table of DuckDB on the disk, which is joined with the stories a
stretch at a time. What comes back is the same, and so is what is made of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factcheck.cache import Kept
from factcheck.errors import UsageError
from factcheck.kept import packed, unpacked

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_IN_MEMORY = 1_000_000  # claims, of some two kilobytes each
_AT_ONCE = 1024  # articles that are moved together
_STRETCH = 128 << 20  # bytes that come back together; DuckDB sorts no more of so wide rows than memory holds
_ROWS = 2048  # that DuckDB packs together, the fewest it can: the rows are wide, and as many must fit into its memory
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "1GB",  # from which on it turns to the disk
    "threads": 1,
}


class Waiting:
    """What articles say, put in one by one, taken out story by story; a context manager."""

    def __init__(self) -> None:
        self._here: list[Kept] = []
        self._claims = 0
        self._table: _Table | None = None
        self._stays = False

    def __enter__(self) -> Waiting:
        return self

    def __exit__(self, *_: object) -> None:
        if self._table:
            self._table.close()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to tell the user where more waits in memory than should."""
        told = f"more than {MOST_IN_MEMORY:,} claims are held in memory; to have them wait on disk:"
        return (f"{told} pip install 'factcheck-sources[duckdb]'",) if self._stays else ()

    def add(self, kept: Kept) -> None:
        """Puts one article in."""
        self._here.append(kept)
        self._claims += kept.claims
        if self._claims > MOST_IN_MEMORY and len(self._here) >= _AT_ONCE and not self._stays:
            self._move()

    def stories(self, numbers: Mapping[str, int]) -> Iterator[tuple[Kept, ...]]:
        """The articles of each story, by id, in the order of the `numbers` that their ids have."""

        def place(id: str) -> tuple[int, str]:
            return numbers[id], id

        if self._table:
            self._move()
            ordered = self._table.ordered(sorted(numbers, key=place))
        else:
            ordered = iter(sorted(self._here, key=lambda kept: place(kept.id)))
        return (tuple(members) for _, members in groupby(ordered, key=lambda kept: numbers[kept.id]))

    def _move(self) -> None:
        """Puts what waits here into the table, where there is DuckDB to have one."""
        try:
            self._table = self._table or _Table()
        except ImportError:
            self._stays = True
            return
        self._table.put(self._here)
        self._here = []


class _Table:
    """A table in a file of its own, which goes with it. Raises `ImportError` where DuckDB is not installed."""

    def __init__(self) -> None:
        import duckdb

        self._folder = TemporaryDirectory(prefix="factcheck-")
        settings = {**_SETTINGS, "temp_directory": self._folder.name}
        self._failure = duckdb.Error
        self._sizes: dict[str, int] = {}
        self._open: DuckDBPyConnection = duckdb.connect(config=settings)
        file = os.path.join(self._folder.name, "claims").replace("'", "''")
        self._open.execute(f"ATTACH '{file}' AS claims (ROW_GROUP_SIZE {_ROWS}); USE claims")
        self._open.execute("CREATE TABLE readings (id BLOB, data BLOB)")

    def put(self, kept: Sequence[Kept]) -> None:
        """Adds rows."""
        rows = [(_bytes(one.id), packed(one)) for one in kept]
        self._sizes.update((one.id, len(data)) for one, (_, data) in zip(kept, rows, strict=True))
        self._insert("INSERT INTO readings VALUES (?, ?)", rows)

    def ordered(self, ids: Sequence[str]) -> Iterator[Kept]:
        """All rows in the order of `ids`, which are theirs; a stretch of it at a time, which is sorted in memory."""
        with self._failing():
            self._open.execute("CREATE TABLE places (id BLOB, place INTEGER)")
        self._insert("INSERT INTO places VALUES (?, ?)", [(_bytes(id), place) for place, id in enumerate(ids)])
        stretch = "SELECT place, data FROM readings JOIN places USING (id) WHERE place BETWEEN ? AND ?"
        for first, last in self._stretches(ids):
            with self._failing():
                rows = self._open.execute(stretch, [first, last]).fetchall()
            yield from (unpacked(data) for _, data in sorted(rows))

    def close(self) -> None:
        """Lets go of the file, and of what is in it."""
        self._open.close()
        self._folder.cleanup()

    def _stretches(self, ids: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The first and the last place of stretches that fit into memory, or hold one article."""
        first, size = 0, 0
        for place, id in enumerate(ids):
            size += self._sizes[id]
            if size > _STRETCH and place > first:
                yield first, place - 1
                first, size = place, self._sizes[id]
        yield first, len(ids) - 1

    def _insert(self, statement: str, rows: Sequence[Sequence[object]]) -> None:
        with self._failing():
            self._open.execute("BEGIN")
            if rows:
                self._open.executemany(statement, rows)
            self._open.execute("COMMIT")

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Tells in words of a disk that is full."""
        try:
            yield
        except self._failure as error:
            reason = str(error).partition("\n")[0]
            raise UsageError(f"the claims do not fit into the folder for temporary files: {reason}") from error


def _bytes(id: str) -> bytes:
    """An id as a table takes it: that of a file whose name is no text holds halves of characters."""
    return id.encode("utf-8", "surrogatepass")
