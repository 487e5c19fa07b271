"""The formats of articles. Each module offers `read(file, stream, columns)`; to add one, write it and list it here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, BinaryIO, NamedTuple, cast

from factcheck.errors import ArticleError
from factcheck.load.files import File
from factcheck.load.record import Columns, Records


class Format(NamedTuple):
    """What files of a format end in, the module that reads them, and the extra that it needs."""

    suffixes: tuple[str, ...]
    module: str
    extra: str = ""


# Modules are named, not imported: a run pays for the formats it meets. The first one reads what the user names and
# ends otherwise.
FORMATS = (
    Format((".txt", ".text", ".md"), "factcheck.load.text"),
    Format((".jsonl", ".ndjson"), "factcheck.load.jsonl"),
    Format((".csv", ".tsv"), "factcheck.load.csv"),
    Format((".html", ".htm"), "factcheck.load.html", "html"),
    Format((".parquet",), "factcheck.load.parquet", "parquet"),
    Format((".warc",), "factcheck.load.warc", "warc"),
)
_BY_SUFFIX = {suffix: format for format in FORMATS for suffix in format.suffixes}


def format_of(file: File) -> Format | None:
    """The format of a file by what its name ends in; None for a file that nobody named and that ends otherwise."""
    return _BY_SUFFIX.get(file.suffix.removesuffix(".gz")) or (FORMATS[0] if file.named else None)


def is_read(name: str) -> bool:
    """Whether a file of this name is read where it lies in a folder."""
    return format_of(File("", "", name, named=False)) is not None


def read(file: File, format: Format, columns: Columns) -> Records:
    """The articles of a file, one by one. Raises `ArticleError` where it or what it needs cannot be read."""
    try:
        module: Any = import_module(format.module)
        with _opened(file) as stream:
            if file.is_input and stream.peek(1)[:1] == b"{":  # type: ignore[attr-defined]
                module = import_module("factcheck.load.jsonl")
            yield from module.read(file, stream, columns)
    except ImportError as error:
        raise ArticleError(file.id, "needs-extra", f"needs pip install 'factcheck-sources[{format.extra}]'") from error
    except (OSError, EOFError) as error:
        what = getattr(error, "strerror", None) or error
        raise ArticleError(file.id, "unreadable", f"cannot be read: {what}; check it and its permissions") from error


@contextmanager
def _opened(file: File) -> Iterator[BinaryIO]:
    if file.is_input:
        import sys

        yield sys.stdin.buffer
    elif file.suffix.endswith(".gz"):
        import gzip

        with gzip.open(file.path) as unpacked:
            yield cast(BinaryIO, unpacked)
    else:
        with open(file.path, "rb") as stream:
            yield stream
