"""The list of a baseline: what is known, and what was decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.baseline.file import Entry
from factcheck.report.visible import one_line


def listed(entries: Sequence[Entry], today: date) -> str:
    """A line for each entry, with the reason of a decision below it; `today` tells which of them have expired."""
    width = max((len(_status(entry, today)) for entry in entries), default=0)
    return "".join(_shown(entry, _status(entry, today).ljust(width)) for entry in entries)


def _status(entry: Entry, today: date) -> str:
    if entry.expires is None:
        return entry.status.value
    return f"{entry.status.value} until {entry.expires}" + (", expired" if entry.expires < today else "")


def _shown(entry: Entry, status: str) -> str:
    reason = f"    {one_line(entry.reason)}\n" if entry.reason else ""
    return f"{one_line(entry.id)}  {status}  {one_line(entry.question)}\n{reason}"
