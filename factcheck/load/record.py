"""What the readers of formats give: an article as its file holds it, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

# A file, or a row, of more bytes is no article but a dump of many; the longest magazine pieces stay far below a tenth.
LARGEST = 1_000_000

Columns = Mapping[str, str]
"""The names of columns that the user has given, by what they hold (see `rows.GUESSES`)."""


class Record(NamedTuple):
    """One article of a file. `number` is its row, counted from 1, and 0 where it is all of the file.

    `id` is what the row goes by itself, "" where it has no name; `body` is where the text after front matter begins.
    """

    text: str
    sha256: str
    id: str = ""
    number: int = 0
    title: str = ""
    date: str = ""
    language: str = ""
    body: int = 0
    url: str = ""
    outlet: str = ""
    warnings: tuple[str, ...] = ()


class BadRow(NamedTuple):
    """A row that is no article: the line it begins on, and a short word for why."""

    line: int
    reason: str


Records = Iterator[Record | BadRow]


def hash_of(text: str) -> str:
    """The hash of a row's text, which for want of a file of its own stands for its bytes."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
