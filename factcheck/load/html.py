"""Web pages: the text of the article without what surrounds it. Needs the extra `html`."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, BinaryIO

from factcheck.errors import ArticleError
from factcheck.load.files import File
from factcheck.load.record import Columns, Record, Records
from factcheck.load.text import whole

# The library leaves out days that are yet to come; which days those are must not depend on the day of the run.
_LAST_DAY = "2999-12-31"


def read(file: File, stream: BinaryIO, columns: Columns) -> Records:
    """The article of a page. Raises `ArticleError` where there is none."""
    record = article_of(whole(file, stream))
    if record is None:
        raise ArticleError(file.id, "empty", "holds no article")
    yield record


def article_of(page: bytes) -> Record | None:
    """The article of a page, the headline first; None where there is none."""
    from trafilatura import bare_extraction

    days = {"original_date": True, "extensive_search": False, "max_date": _LAST_DAY}
    found: Any = bare_extraction(page, include_comments=False, with_metadata=True, date_extraction_params=days)
    if found is None or not found.text:
        return None
    title = found.title or ""
    text = found.text if not title or title in found.text[: 2 * len(title)] else f"{title}\n\n{found.text}"
    return Record(
        text,
        sha256(page).hexdigest(),
        title=title,
        date=found.date or "",
        language=found.language or "",
        url=found.url or "",
        outlet=found.sitename or "",
    )
