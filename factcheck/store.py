"""Bytes by key in one sqlite3 file: what earlier runs have found out.

Everything here is best effort. Two runs share the file by sqlite's own locks. A run that is killed, a disk that is
full, a folder that cannot be written only cost the time to find out again; a file that is damaged is thrown away.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_WAIT = 10.0  # seconds for another run to finish writing
_AT_ONCE = 500  # keys in a question; sqlite takes 999 at least
_MOST = 400_000  # entries; beyond it the older half goes


class Store:
    """A mapping on disk. `path` is the file; its folder is made, for its owner alone, when something is written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: sqlite3.Connection | None = None
        self._broken = False

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """The values of those keys that are known."""

        def found(connection: sqlite3.Connection) -> dict[bytes, bytes]:
            values: dict[bytes, bytes] = {}
            for first in range(0, len(keys), _AT_ONCE):
                some = keys[first : first + _AT_ONCE]
                marks = ",".join("?" * len(some))
                values.update(connection.execute(f"SELECT key, value FROM kept WHERE key IN ({marks})", some))
            return values

        return (self._tried(found) if self._path.exists() else None) or {}

    def put(self, items: Sequence[tuple[bytes, bytes]]) -> None:
        """Keeps all of `items` or, if that fails, none."""

        def kept(connection: sqlite3.Connection) -> None:
            with connection:
                connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", items)
                first, last = connection.execute("SELECT min(rowid), max(rowid) FROM kept").fetchone()
                if last - first >= _MOST:
                    connection.execute("DELETE FROM kept WHERE rowid < ?", ((first + last) // 2,))

        if items:
            self._tried(kept)

    def close(self) -> None:
        """Lets go of the file."""
        if self._open:
            self._open.close()
        self._open = None

    def _tried(self, step: Callable[[sqlite3.Connection], T]) -> T | None:
        """What a step gives. A damaged file is thrown away, and the step tried anew; after that nothing is tried."""
        for _ in range(2):
            if self._broken:
                break
            try:
                self._open = self._open or self._connect()
                return step(self._open)
            except (sqlite3.Error, OSError) as error:
                self.close()
                damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
                self._broken = not damaged
                if damaged:
                    self._throw_away()
        self._broken = True
        return None

    def _connect(self) -> sqlite3.Connection:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
        if hasattr(os, "getuid") and self._path.stat().st_uid != os.getuid():
            raise PermissionError("another user's file is not believed")
        connection = sqlite3.connect(self._path, timeout=_WAIT)
        connection.execute("PRAGMA synchronous = OFF")  # what a crash of the machine damages is found out and made anew
        connection.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB NOT NULL)")
        return connection

    def _throw_away(self) -> None:
        for ending in ("", "-journal"):
            with suppress(OSError):
                os.unlink(f"{self._path}{ending}")
