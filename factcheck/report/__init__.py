"""Output formats. Each module offers `render(report, view) -> str`; to add a format, write one and list it here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

from factcheck.model import Evidence, Report


def _nothing_around(evidence: Evidence) -> tuple[str, str]:
    return "", ""


class View(NamedTuple):
    """How a reader wants a report shown; formats for machines show everything and ignore it. `width` is in columns.

    `around` tells the sentences before and after that of a claim, where a format shows words in their place.
    """

    width: int = 100
    color: bool = False
    verbose: bool = False
    quiet: bool = False
    agreements: bool = False
    matrix: bool = False
    around: Callable[[Evidence], tuple[str, str]] = _nothing_around


# Modules are named, not imported: a run pays for the format it writes.
FORMATS: Mapping[str, str] = {
    "text": "factcheck.report.text",
    "json": "factcheck.report.json",
    "html": "factcheck.report.html",
}


def render(report: Report, name: str, view: View) -> str:
    """`report` in the format `name` of `FORMATS`, ending in a newline. The same report and view give the same text."""
    text: str = import_module(FORMATS[name]).render(report, view)
    return text
