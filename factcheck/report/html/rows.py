"""The sources as the page knows them, and small things that every part of the page needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from factcheck.findings import Report, Source
from factcheck.model import Anchor
from factcheck.report.summary import counted, is_note
from factcheck.report.visible import one_line
from factcheck.values.date import Date

_TAG = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")  # of a language, as BCP 47 writes it; else anything
_TWINS = 3  # articles of one voice that are named
_LINK = re.compile(r"https?://[^\s\x00-\x20\x7f]{1,2000}", re.IGNORECASE)  # an address that a page may link to
_TITLE = 160  # characters of a title; a headline is shorter, and front matter may hold anything


class SourceRow(NamedTuple):
    """An article with its place on the page, and how much it says; `twins` name articles that are one voice with it.

    `key` stands for its id where that would be repeated often, `lang` is what HTML may know of its language. `date`, in
    words `day`, and `basis` tell what its "Tuesday" was counted from. `address` is where it was found, and `link` the
    same if it is a web address. `conflicts` counts those that are worth the eye.
    """

    key: str
    anchor: str
    id: str
    title: str
    language: str
    lang: str
    story: int
    published: str
    outlet: str
    address: str
    link: str
    date: date | None
    day: str
    basis: str
    claims: int
    conflicts: int
    twins: tuple[str, ...]


class Shelf(NamedTuple):
    """A list of the page. What is beyond `most` is in the file too, but drawn only when the reader asks for it."""

    items: Sequence[object]
    most: int

    @property
    def first(self) -> Sequence[object]:
        return self.items[: self.most]

    @property
    def rest(self) -> Sequence[object]:
        return self.items[self.most :]


def source_rows(report: Report) -> dict[str, SourceRow]:
    """The sources by id, in the order of the report."""
    claims = Counter(claim.evidence.source for claim in report.claims)
    weighty = [finding for finding in report.conflicts if not is_note(finding)]
    conflicts = Counter(
        source
        for finding in weighty
        for source in {claim.evidence.source for answer in finding.answers for claim in answer.claims}
    )
    voices: dict[str, list[str]] = {}
    for source in report.sources:
        voices.setdefault(source.voice, []).append(source.id)
    return {
        source.id: _row(number, source, claims[source.id], conflicts[source.id], voices[source.voice])
        for number, source in enumerate(report.sources, 1)
    }


def _row(number: int, source: Source, claims: int, conflicts: int, voice: Sequence[str]) -> SourceRow:
    return SourceRow(
        str(number),
        f"source-{number}",
        one_line(source.id),
        short(source.title, _TITLE),
        source.language,
        source.language if _TAG.fullmatch(source.language) else "",
        source.story,
        source.published or "",
        short(source.outlet, _TITLE),
        short(source.url, _TITLE),
        source.url if _LINK.fullmatch(source.url) else "",
        source.anchor.date,
        day_words(source.anchor),
        source.anchor.basis,
        claims,
        conflicts,
        tuple(named([id for id in voice[: _TWINS + 1] if id != source.id], _TWINS, len(voice) - 1)),
    )


def day_words(anchor: Anchor) -> str:
    """The day of an anchor: `Thursday 20 June 2024, give or take 3 days`."""
    if anchor.date is None:
        return "no date"
    window = f", give or take {counted(anchor.days, 'day')}" if anchor.days else ""
    return full_day(anchor.date) + window


def full_day(day: date) -> str:
    """A day for a reader: `Thursday 20 June 2024`."""
    return Date(day.year, day.month, day.day).show()


def named(names: Sequence[str], most: int, total: int) -> Iterator[str]:
    """At most `most` of the names, then how many of `total` are left."""
    yield from names[:most]
    if total > most:
        yield f"{total - most} more"


def short(text: str, most: int) -> str:
    """`text`, cut at a word where it has more than `most` characters."""
    if len(text) <= most:
        return text
    cut = text[:most]
    return (cut.rpartition(" ")[0] or cut) + " …"


def short_end(text: str, most: int) -> str:
    """The end of `text`, cut at a word where it has more than `most` characters."""
    if len(text) <= most:
        return text
    cut = text[-most:]
    return "… " + (cut.partition(" ")[2] or cut)
