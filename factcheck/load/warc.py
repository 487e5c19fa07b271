"""Archives of web pages as crawlers write them. Needs the extras `warc` and `html`."""

from __future__ import annotations

from typing import BinaryIO

from factcheck.load.files import File
from factcheck.load.html import article_of
from factcheck.load.record import LARGEST, BadRow, Columns, Record, Records, hash_of


def read(file: File, stream: BinaryIO, columns: Columns) -> Records:
    """The article of each page, by its address, and each text that was made of one; all other records are passed by."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    types = WarcRecordType.response | WarcRecordType.conversion
    for number, page in enumerate(ArchiveIterator(stream, record_types=types), 1):
        text = page.record_type == WarcRecordType.conversion
        kind = page.headers.get("Content-Type") if text else page.http_content_type
        if not (text or "html" in (kind or "")):
            continue
        data = page.reader.read(LARGEST + 1)
        if len(data) > LARGEST:
            yield BadRow(number, "too-large")
            continue
        found = _plain(data) if text else article_of(data)
        address = page.headers.get("WARC-Target-URI") or ""
        yield found._replace(id=address, number=number, url=address) if found else BadRow(number, "empty")


def _plain(data: bytes) -> Record:
    text = data.decode("utf-8", errors="replace")
    return Record(text, hash_of(text))
