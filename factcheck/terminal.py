"""Writing to standard output and standard error, where a reader may stop early and a text may hold anything."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path
from typing import TextIO


def say(text: str) -> None:
    """Writes a result to standard output."""
    _write(sys.stdout, text)


def note(message: str) -> None:
    """Tells the user something on standard error, with what an article wrote made visible."""
    from factcheck.report.visible import visible

    _write(sys.stderr, "".join(f"factcheck: {visible(line)}\n" for line in message.splitlines()))


def _write(stream: TextIO | None, text: str) -> None:
    """Writes at once. A reader that stops early (`| head`) is no error and changes no exit code."""
    if stream is None:  # closed by the caller (`>&-`)
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        # What is left in the buffer goes nowhere, or the interpreter would fail on it once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise


class Progress:
    """A line on a terminal that counts the articles read, while a long run goes on; a context manager."""

    _FIRST, _NEXT = 2.0, 0.2  # seconds until it shows, and between two counts

    def __init__(self) -> None:
        self._shown = 0
        self._due = time.monotonic() + self._FIRST if sys.stderr and sys.stderr.isatty() else float("inf")

    def __enter__(self) -> Progress:
        return self

    def __call__(self, articles: int) -> None:
        if time.monotonic() >= self._due:
            text = f"{articles:,} {'article' if articles == 1 else 'articles'}"
            _write(sys.stderr, f"\r{text}")
            self._shown, self._due = len(text), time.monotonic() + self._NEXT

    def __exit__(self, *_: object) -> None:
        if self._shown:
            _write(sys.stderr, f"\r{' ' * self._shown}\r")


def say_error(message: str) -> None:
    """Tells an error on standard error, each line marked as one."""
    note("\n".join(f"error: {line}" for line in message.splitlines()))


def say_bug(error: Exception) -> None:
    """One line on what to report. The error's own message may hold words of an article, so it stays out."""
    import traceback

    if os.environ.get("FACTCHECK_DEBUG"):
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    what = f"bug: {type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
    note(f"{what}; please report this line to the maintainers of factcheck-sources")


def write_file(path: Path, text: str) -> None:
    """Writes a whole file or none of it: beside its place first, then into it at once.

    A file that is marked as read-only stays as it is, a link stays a link, and what is no file (a pipe, `/dev/stdout`)
    is written to. Raises `OSError` that names `path`.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="\n")
        else:
            _replace(Path(os.path.realpath(path)), text, path.stat().st_mode if path.exists() else None)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def _replace(target: Path, text: str, mode: int | None) -> None:
    """Puts `text` in the place of a file, which had the permissions `mode`, if there was one."""
    if mode is not None and not mode & 0o222:  # to replace a file needs no right to write to it
        raise PermissionError(errno.EACCES, "the file is read-only")
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        if mode is not None:
            part.chmod(mode & 0o7777)
        os.replace(part, target)
    except BaseException:  # an interrupt, too, leaves nothing behind
        part.unlink(missing_ok=True)
        raise
