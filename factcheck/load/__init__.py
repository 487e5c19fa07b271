"""Path → Article: finds the files, reads each format, and says of every file and row that was not read why.

Files come sorted by id and rows in their order, one at a time: a table of any size takes the memory of one row.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import ArticleError, UsageError
from factcheck.findings import Skipped
from factcheck.language import detect_language
from factcheck.load.decoding import is_blank
from factcheck.load.files import STANDARD_INPUT, File, files_at
from factcheck.load.formats import FORMATS, Format, format_of, is_read, read
from factcheck.load.record import LARGEST, BadRow, Columns, Record
from factcheck.model import Article

__all__ = [
    "EVERY_ARTICLE", "FORMATS", "LARGEST", "Loaded", "Loading", "article_files", "article_of", "ids_of", "is_read",
    "load_articles", "open_articles",
]  # fmt: skip

EVERY_ARTICLE = "*"  # the id under which `dates` gives one day for all articles
_ID_BYTES = 8  # of a hash that tells the ids of one table apart


class Loaded(NamedTuple):
    """The articles that were read, sorted by id; the files that were not; and what to tell the user of the rest."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()


class Loading:
    """Articles to be read one by one, once. What was skipped, and what there is to warn of, is known afterwards."""

    def __init__(
        self,
        paths: Sequence[Path],
        dates: Mapping[str, date],
        columns: Columns,
        words: Mapping[str, Collection[str]],
    ) -> None:
        self._paths, self._dates, self._columns, self._words = paths, dates, columns, words
        self._skipped: list[Skipped] = []
        self._warnings: list[str] = []
        self._undated = set(dates) - {EVERY_ARTICLE}

    def __iter__(self) -> Iterator[Article]:
        for file in files_at(self._paths, self._skipped):
            try:
                yield from self._articles(file)
            except ArticleError as error:
                self._skip(file, error)

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was not read so far, and why."""
        return tuple(sorted(set(self._skipped), key=lambda skip: (skip.path, skip.reason)))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to tell the user of the articles that were read so far."""
        return tuple(sorted(self._warnings))

    @property
    def undated(self) -> tuple[str, ...]:
        """The ids under which a day was given and no article was found so far."""
        return tuple(sorted(self._undated))

    def warn(self, warnings: Sequence[str]) -> None:
        """Adds what a later look at the articles found."""
        self._warnings += warnings

    def _articles(self, file: File) -> Iterator[Article]:
        ids = _Ids(file)
        for record in read(file, _format_of(file), self._columns):
            if isinstance(record, BadRow):
                self._skipped.append(Skipped(f"{file.id}:{record.line}", record.reason))
            elif is_blank(record.text[record.body :]):
                raise ArticleError(file.id, "empty", "holds no text")
            else:
                id = ids.of(record)
                article, warnings = article_of(id, record, self._words, self._dates)
                self._warnings += warnings
                self._undated.discard(id)
                yield article

    def _skip(self, file: File, error: ArticleError) -> None:
        """A file that only happens to lie in the folder is passed by where nothing says that it holds articles."""
        chance = not file.named and error.reason in ("no-text-column", "needs-extra")
        self._skipped.append(Skipped(file.id, "unsupported-type" if chance else error.reason))
        if error.reason in ("no-text-column", "needs-extra") and not chance:
            self._warnings.append(str(error))


def open_articles(
    paths: Sequence[Path],
    dates: Mapping[str, date] | None = None,
    columns: Columns | None = None,
    *,
    words: Mapping[str, Collection[str]],
) -> Loading:
    """The articles at or below `paths`, to be read one by one; the order of `paths` does not matter, nor what a folder
    is called. `-` is standard input: one text, or JSON lines.

    `dates` gives the day of publication by article id, and wins over an article's own. `columns` names the columns of
    tables, by what they hold (see `rows.GUESSES`). `words` maps each language with rules to its function words (see
    `detect_language`). An article's id is its path below the path that was given, or below the common parent where two
    hold the same relative path; never an absolute path. That of a row is the file's, `#`, and the row's own or number.

    Raises `UsageError`, naming all of them, where paths do not exist. What cannot be read is in `Loading.skipped`.
    """
    if missing := sorted(str(path) for path in paths if path != STANDARD_INPUT and not path.exists()):
        raise UsageError(f"no such file or folder: {', '.join(missing)}; check the spelling")
    return Loading(paths, dates or {}, columns or {}, words)


def article_of(
    id: str, record: Record, words: Mapping[str, Collection[str]], dates: Mapping[str, date] | None = None
) -> tuple[Article, Sequence[str]]:
    """The article that a record is, under this id, and what to tell the user of it."""
    day, warnings = _given(id, record, dates or {})
    sample = record.text[record.body : record.body + 10_000]
    language = record.language or detect_language(sample, words)
    article = Article(id, record.text, language, record.sha256, record.title, day, record.url, record.outlet)
    return article, (*record.warnings, *warnings)


def _given(id: str, record: Record, dates: Mapping[str, date]) -> tuple[date | None, Sequence[str]]:
    day = dates.get(id, dates.get(EVERY_ARTICLE))
    if day is not None or not record.date:
        return day, ()
    try:
        return date.fromisoformat(record.date[:10]), ()
    except ValueError:
        told = f"date {record.date!r}" if record.number else f"date {record.date!r} in the front matter"
        return None, (f"{id}: {told} is not in ISO form (2024-06-20); it is left out",)


def load_articles(
    paths: Sequence[Path], dates: Mapping[str, date] | None = None, *, words: Mapping[str, Collection[str]]
) -> Loaded:
    """Every article that `open_articles` opens, in memory: for few."""
    loading = open_articles(paths, dates, words=words)
    articles = sorted(loading, key=lambda article: article.id)
    return Loaded(tuple(articles), loading.skipped, loading.warnings)


def article_files(paths: Sequence[Path]) -> dict[str, str]:
    """The absolute paths of the files at or below `paths` by the id that their articles have, or begin with."""
    return {file.id: file.path for file in files_at(paths, []) if not file.is_input}


def ids_of(paths: Sequence[Path], among: Sequence[Path], ids: Iterable[str]) -> frozenset[str]:
    """Those `ids` of a run over the paths `among` that articles at `paths`, which are some of them, have."""
    own = {os.path.realpath(file.path) for file in files_at(paths, [])}
    files = {file.id for file in files_at(among, []) if os.path.realpath(file.path) in own}
    return frozenset(id for id in ids if not files.isdisjoint(_files_of(id)))


def _files_of(id: str) -> Iterator[str]:
    """The ids that the file of an article can have: its own, or what stands before a row."""
    return (id[:at] for at, sign in enumerate(f"{id}#") if sign == "#")


def _format_of(file: File) -> Format:
    if not file.named and not file.is_file:
        raise ArticleError(file.id, "unsupported-type" if file.exists else "unreadable", "is no file")
    format = format_of(file)
    if format is None:
        raise ArticleError(file.id, "unsupported-type", "not a known format; convert it, or name it to read it as text")
    return format


class _Ids:
    """The ids of the articles of one file; of the names that rows give themselves eight bytes each are remembered."""

    def __init__(self, file: File) -> None:
        self._file, self._numbered = file, False
        self._seen: set[bytes] = set()

    def of(self, record: Record) -> str:
        """The file's id, with what a row goes by: its own name or number, both where another row has that already."""
        if not record.number:
            return self._file.id
        own, number = record.id or str(record.number), record.number
        mark = blake2b(own.encode("utf-8", "surrogatepass"), digest_size=_ID_BYTES).digest()
        taken = mark in self._seen or (self._numbered and own.isdecimal() and own != str(number))
        if record.id:
            self._seen.add(mark)
        else:
            self._numbered = True
        return f"{self._file.id}#{own}~{number}" if taken else f"{self._file.id}#{own}"
