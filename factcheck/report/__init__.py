"""Output formats. Each module offers `render(report, view) -> str`; to add a format, write one and list it here."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

from factcheck.model import Report


class View(NamedTuple):
    """How a reader wants a report shown; formats for machines show everything and ignore it. `width` is in columns.

    `config` is the file of settings that was used, "" without one.
    """

    width: int = 100
    color: bool = False
    verbose: bool = False
    quiet: bool = False
    agreements: bool = False
    config: str = ""


# Modules are named, not imported: a run pays for the format it writes.
FORMATS: Mapping[str, str] = {
    "text": "factcheck.report.text",
    "json": "factcheck.report.json",
}


def render(report: Report, name: str, view: View) -> str:
    """`report` in the format `name` of `FORMATS`, ending in a newline. The same report and view give the same text."""
    text: str = import_module(FORMATS[name]).render(report, view)
    return text
