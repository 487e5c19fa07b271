"""Path → Article: finds the files, decodes them, and says of every file that was not read why."""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import ArticleError, UsageError
from factcheck.language import detect_language
from factcheck.model import Article, Skipped

SUFFIXES = frozenset({".txt", ".text", ".md"})

# UTF-32's little-endian mark begins with UTF-16's, so it is looked for first.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1b"})
_MOSTLY = 0.3  # share of control characters from which a file is no text; real articles have next to none
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"
_FRONT_MATTER_LINES = 60
# A file of more bytes is no article but a dump of many; the longest magazine pieces stay far below a tenth.
LARGEST = 1_000_000
EVERY_ARTICLE = "*"  # the id under which `dates` gives one day for all articles


class Loaded(NamedTuple):
    """The articles that were read, sorted by id; the files that were not; and what to tell the user of the rest."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()


class _File(NamedTuple):
    """A file to read: where it is, its path below `root`, and whether the user named it."""

    path: str
    root: str
    id: str
    named: bool


def load_articles(
    paths: Sequence[Path], dates: Mapping[str, date] | None = None, *, words: Mapping[str, Collection[str]]
) -> Loaded:
    """Reads every article at or below `paths`; the order of `paths` and the name of a folder do not matter.

    `dates` gives the day of publication by article id, and wins over an article's own front matter. `words` maps each
    language with rules to its function words (see `detect_language`). An article's id is its path below the path that
    was given, or below the common parent where two hold the same relative path; never an absolute path.

    Raises `UsageError`, naming all of them, where paths do not exist. A file that cannot be read is in `skipped`.
    """
    if missing := sorted(str(path) for path in paths if not path.exists()):
        raise UsageError(f"no such file or folder: {', '.join(missing)}; check the spelling")
    articles: list[Article] = []
    skipped: list[Skipped] = []
    warnings: list[str] = []
    for file in _distinct(_found(paths, skipped)):
        try:
            article, notes = _read(file, dates or {}, words)
        except ArticleError as error:
            skipped.append(Skipped(file.id, error.reason))
        else:
            articles.append(article)
            warnings.extend(notes)
    return Loaded(
        tuple(sorted(articles, key=lambda article: article.id)),
        tuple(sorted(set(skipped), key=lambda skip: (skip.path, skip.reason))),
        tuple(sorted(warnings)),
    )


def article_files(paths: Sequence[Path]) -> dict[str, str]:
    """The absolute paths of the files below `paths` by the id that `load_articles` gives them as articles."""
    return {file.id: file.path for file in _distinct(_found(paths, []))}


def ids_of(paths: Sequence[Path], among: Sequence[Path]) -> frozenset[str]:
    """The ids that the articles at `paths` have in a run over `among`, which holds them."""
    own = {os.path.realpath(file.path) for file in _found(paths, [])}
    return frozenset(file.id for file in _distinct(_found(among, [])) if os.path.realpath(file.path) in own)


def _found(paths: Iterable[Path], skipped: list[Skipped]) -> Iterator[_File]:
    for path in sorted({os.path.abspath(path) for path in paths}):
        if os.path.isdir(path):
            yield from _below(path, skipped)
        else:
            yield _File(path, os.path.dirname(path), os.path.basename(path), named=True)


def _below(root: str, skipped: list[Skipped]) -> Iterator[_File]:
    """The files of a folder and its folders. Links are followed, each folder is entered once: a loop ends."""

    def unreadable(error: OSError) -> None:
        skipped.append(Skipped(_relative(error.filename, root), "unreadable"))

    seen: set[str] = set()
    for folder, folders, names in os.walk(root, onerror=unreadable, followlinks=True):
        if (real := os.path.realpath(folder)) in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = os.path.join(folder, name)
            yield _File(path, root, _relative(path, root), named=False)


def _relative(path: str, root: str) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")


def _distinct(files: Iterable[_File]) -> list[_File]:
    """Each file once, under an id of its own."""
    once: dict[str, _File] = {}
    for file in files:
        real = os.path.realpath(file.path)
        kept = once.setdefault(real, file)
        if kept is not file:
            once[real] = _preferred(kept, file)._replace(named=kept.named or file.named)
    by_id: dict[str, list[_File]] = {}
    for file in once.values():
        by_id.setdefault(file.id, []).append(file)
    return [unique for same in by_id.values() for unique in _told_apart(same)]


def _preferred(one: _File, other: _File) -> _File:
    """Of two ways to one file: the real path rather than a link, then the one from the outermost folder."""
    return min(one, other, key=lambda file: (os.path.islink(file.path), -len(file.id), file.id))


def _told_apart(files: list[_File]) -> list[_File]:
    if len(files) == 1:
        return files
    parent = os.path.commonpath([file.root for file in files])
    return [file._replace(id=_relative(file.path, parent)) for file in files]


def _read(file: _File, dates: Mapping[str, date], words: Mapping[str, Collection[str]]) -> tuple[Article, list[str]]:
    """The article of a file, with warnings. Raises `ArticleError` where there is none."""
    if not file.named and (not os.path.isfile(file.path) or os.path.splitext(file.path)[1].lower() not in SUFFIXES):
        reason = "unreadable" if not os.path.exists(file.path) else "unsupported-type"
        raise ArticleError(file.id, reason, "not a text file; convert it, or name it to have it read as text")
    data = _bytes(file)
    if len(data) > LARGEST:
        raise ArticleError(file.id, "too-large", f"holds more than {LARGEST:,} bytes: split it into single articles")
    text, warnings = _decode(data, file.id)
    fields, body = _front_matter(text) if file.id.lower().endswith(".md") else ({}, 0)
    if not text[body:].strip().strip(_INVISIBLE).strip():
        raise ArticleError(file.id, "empty", "holds no text")
    given, problem = _given(file.id, fields, dates)
    article = Article(
        id=file.id,
        text=text,
        language=fields.get("language") or fields.get("lang") or detect_language(text[body : body + 10_000], words),
        sha256=hashlib.sha256(data).hexdigest(),
        title=fields.get("title", ""),
        given=given,
    )
    return article, warnings + problem


def _bytes(file: _File) -> bytes:
    try:
        with open(file.path, "rb") as stream:
            return stream.read(LARGEST + 1)  # enough to tell that a file is larger
    except OSError as error:
        raise ArticleError(file.id, "unreadable", f"cannot be read: {error.strerror}; check its permissions") from error


def _decode(data: bytes, name: str) -> tuple[str, list[str]]:
    """The text of a file, exactly as it stands: line ends are kept, a byte order mark is not part of the text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding, name)
    if 0 in data or len(data) - len(data.translate(None, _CONTROLS)) > _MOSTLY * len(data):
        raise ArticleError(name, "binary", "is no text")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return _guess(data, name)


def _replacing(data: bytes, encoding: str, name: str) -> tuple[str, list[str]]:
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        return text, [f"{name}: broken {encoding.upper()} at byte {error.start}; unreadable bytes are shown as \ufffd"]


def _guess(data: bytes, name: str) -> tuple[str, list[str]]:
    """Reads what is no valid UTF-8: damaged UTF-8 where most of it is sound, else the commonest older encoding."""
    damaged = data.decode("utf-8", errors="replace")
    broken = damaged.count("\ufffd")
    sound = sum(len(damaged[i : i + 65536].encode("ascii", "ignore")) for i in range(0, len(damaged), 65536))
    if len(damaged) - sound - broken > broken:
        return _replacing(data, "utf-8", name)
    try:
        # Windows-1252 leaves five bytes undefined; a text in another encoding mostly holds one of them.
        return data.decode("cp1252"), [f"{name}: not UTF-8; read as Windows-1252, save it as UTF-8 to be sure"]
    except UnicodeDecodeError as error:
        raise ArticleError(name, "encoding", "is neither UTF-8 nor Windows-1252; save it as UTF-8") from error


def _given(name: str, fields: Mapping[str, str], dates: Mapping[str, date]) -> tuple[date | None, list[str]]:
    day = dates.get(name, dates.get(EVERY_ARTICLE))
    if day is not None:
        return day, []
    stated = fields.get("date") or fields.get("published")
    if not stated:
        return None, []
    try:
        return date.fromisoformat(stated[:10]), []
    except ValueError:
        return None, [f"{name}: date {stated!r} in the front matter is not in ISO form (2024-06-20); it is left out"]


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """`key: value` lines between two lines of `---` that open a Markdown file, and where the text after them begins."""
    lines = text[:20_000].splitlines(keepends=True)[:_FRONT_MATTER_LINES]
    if not lines or lines[0].rstrip() != "---":
        return {}, 0
    fields: dict[str, str] = {}
    offset = len(lines[0])
    for line in lines[1:]:
        offset += len(line)
        if line.rstrip() == "---":
            return fields, offset
        key, colon, value = line.partition(":")
        if colon and not key[:1].isspace():
            fields[key.strip().lower()] = value.strip().strip("\"'")
    return {}, 0
