"""Finds the files at and below the paths that were named, each once, under an id that does not tell where it lies."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.findings import Skipped

STANDARD_INPUT = Path("-")


class File(NamedTuple):
    """A file to read: where it is, its path below `root`, and whether the user named it."""

    path: str
    root: str
    id: str
    named: bool

    @property
    def is_input(self) -> bool:
        """Whether it is standard input."""
        return self.path == str(STANDARD_INPUT)

    @property
    def exists(self) -> bool:
        return os.path.exists(self.path)

    @property
    def is_file(self) -> bool:
        return os.path.isfile(self.path)

    @property
    def suffix(self) -> str:
        """What its name ends in: `.txt`, `.jsonl`; of `.jsonl.gz` both."""
        stem, last = os.path.splitext(self.id.lower())
        return os.path.splitext(stem)[1] + last if last == ".gz" else last


def files_at(paths: Sequence[Path], skipped: list[Skipped]) -> list[File]:
    """Every file at or below `paths`, and standard input if it is one of them, sorted by id.

    Folders that cannot be entered are added to `skipped`.
    """
    given = [File(str(STANDARD_INPUT), "", "stdin", named=True)] if STANDARD_INPUT in paths else []
    return sorted([*given, *_distinct(_found(paths, skipped))], key=lambda file: file.id)


def _found(paths: Sequence[Path], skipped: list[Skipped]) -> Iterator[File]:
    for path in sorted({os.path.abspath(path) for path in paths if path != STANDARD_INPUT}):
        if os.path.isdir(path):
            yield from _below(path, skipped)
        else:
            yield File(path, os.path.dirname(path), os.path.basename(path), named=True)


def _below(root: str, skipped: list[Skipped]) -> Iterator[File]:
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
            yield File(path, root, _relative(path, root), named=False)


def _relative(path: str, root: str) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")


def _distinct(files: Iterable[File]) -> list[File]:
    """Each file once, under an id of its own."""
    once: dict[str, File] = {}
    for file in files:
        real = os.path.realpath(file.path)
        kept = once.setdefault(real, file)
        if kept is not file:
            once[real] = _preferred(kept, file)._replace(named=kept.named or file.named)
    by_id: dict[str, list[File]] = {}
    for file in once.values():
        by_id.setdefault(file.id, []).append(file)
    return [unique for same in by_id.values() for unique in _told_apart(same)]


def _preferred(one: File, other: File) -> File:
    """Of two ways to one file: the real path rather than a link, then the one from the outermost folder."""
    return min(one, other, key=lambda file: (os.path.islink(file.path), -len(file.id), file.id))


def _told_apart(files: list[File]) -> list[File]:
    if len(files) == 1:
        return files
    parent = os.path.commonpath([file.root for file in files])
    return [file._replace(id=_relative(file.path, parent)) for file in files]
