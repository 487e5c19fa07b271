"""Rows of a table → records: which column holds what, told by the user or guessed from its name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

from factcheck.errors import ArticleError
from factcheck.load.decoding import is_blank
from factcheck.load.record import LARGEST, BadRow, Columns, Record, hash_of

# The names under which data sets of news keep these, the usual one first; case and signs between words do not matter.
GUESSES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "maintext", "fulltext", "articlebody", "plaintext", "rawtext"),
    "title": ("title", "headline"),
    "date": ("date", "published", "publishedat", "datepublish", "publishdate", "datepublished", "pubdate",
             "publicationdate"),
    "language": ("language", "lang"),
    "id": ("id", "articleid", "uuid", "docid", "guid"),
    "url": ("url", "link", "uri"),
    "source": ("source", "outlet", "publisher", "sitename", "domain"),
}  # fmt: skip


@lru_cache(maxsize=64)
def columns_of(names: tuple[str, ...], given: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """What is in which of the columns `names`: as the user has `given` it, else by its name."""
    plain = {"".join(filter(str.isalnum, name.lower())): name for name in reversed(names)}
    guessed = {what: next((plain[guess] for guess in some if guess in plain), "") for what, some in GUESSES.items()}
    return {what: name for what, name in {**guessed, **dict(given)}.items() if name in names}


def text_column(file: str, names: Collection[str], columns: Columns) -> None:
    """Raises `ArticleError` for a table that has no column for the text of an article."""
    if "text" not in columns_of(tuple(names), tuple(sorted(columns.items()))):
        raise ArticleError(file, "no-text-column", "has no column for the text: name it with --column text=NAME")


def record_of(row: Mapping[str, Any], number: int, line: int, columns: Columns) -> Record | BadRow:
    """The article of a row; without an id of its own, or an address, it goes by its number."""
    names = columns_of(tuple(row), tuple(sorted(columns.items())))
    told = {what: _text(row[name]) for what, name in names.items()}
    text = told.get("text", "")
    if is_blank(text):
        return BadRow(line, "empty")
    if len(text) > LARGEST or len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        return BadRow(line, "too-large")
    own = told.get("id") or told.get("url") or ""
    title, day, language, url, outlet = (told.get(n, "") for n in ("title", "date", "language", "url", "source"))
    return Record(text, hash_of(text), own, number, title, day, language, url=url, outlet=outlet)


def _text(value: Any) -> str:
    """The text of a cell; days and times have one of their own, and nothing is none."""
    return "" if value is None else str(value)
