"""Plain text, and Markdown with front matter: one article a file."""

from __future__ import annotations

from hashlib import sha256
from typing import BinaryIO

from factcheck.errors import ArticleError
from factcheck.load.decoding import decode
from factcheck.load.files import File
from factcheck.load.record import LARGEST, Columns, Record, Records

_FRONT_MATTER_LINES = 60


def read(file: File, stream: BinaryIO, columns: Columns) -> Records:
    """The article that the file is. Raises `ArticleError` where it is none."""
    data = whole(file, stream)
    text, warnings = decode(data, file.id)
    fields, body = _front_matter(text) if file.suffix == ".md" else ({}, 0)
    yield Record(
        text,
        sha256(data).hexdigest(),
        title=fields.get("title", ""),
        date=fields.get("date") or fields.get("published") or "",
        language=fields.get("language") or fields.get("lang") or "",
        body=body,
        url=fields.get("url", ""),
        outlet=fields.get("source", ""),
        warnings=warnings,
    )


def whole(file: File, stream: BinaryIO) -> bytes:
    """All bytes of a file that is one article. Raises `ArticleError` where they are too many for one."""
    data = stream.read(LARGEST + 1)  # enough to tell that a file is larger
    if len(data) > LARGEST:
        raise ArticleError(file.id, "too-large", f"holds more than {LARGEST:,} bytes: split it into single articles")
    return data


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
