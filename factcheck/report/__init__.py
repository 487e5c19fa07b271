"""Output formats. Each module offers `render(report, view) -> str`; to add a format, write one and list it here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from factcheck.findings import Report, Severity
from factcheck.model import Evidence

if TYPE_CHECKING:
    from factcheck.rulepack.types import Kind


def _nothing_around(evidence: Evidence) -> tuple[str, str]:
    return "", ""


class View(NamedTuple):
    """How a reader wants a report shown, and what some formats must know beside it. `width` is in columns.

    `path_of` turns an article's id into its path below the repository, `kinds` gives the kinds of claims by name,
    `around` the sentences before and after that of a claim (all three are asked only by formats that need them), and
    `level` is the severity from which on the gate fails. `config` is the file of settings that was used, "" without
    one.
    """

    width: int = 100
    color: bool = False
    verbose: bool = False
    quiet: bool = False
    agreements: bool = False
    level: Severity = Severity.WARNING
    path_of: Callable[[str], str] = str
    kinds: Callable[[], Mapping[str, Kind]] = dict
    matrix: bool = False
    around: Callable[[Evidence], tuple[str, str]] = _nothing_around
    config: str = ""


# Modules are named, not imported: a run pays for the format it writes.
FORMATS: Mapping[str, str] = {
    "text": "factcheck.report.text",
    "html": "factcheck.report.html",
    "json": "factcheck.report.json",
    "markdown": "factcheck.report.markdown",
    "csv": "factcheck.report.csv",
    "sarif": "factcheck.report.sarif",
    "github": "factcheck.report.github",
    "gitlab": "factcheck.report.gitlab",
    "junit": "factcheck.report.junit",
}

SUFFIXES: Mapping[str, str] = {
    ".txt": "text", ".html": "html", ".json": "json", ".md": "markdown", ".csv": "csv", ".sarif": "sarif",
    ".xml": "junit",
}  # fmt: skip
"""The format that a file's suffix means; where several go by one suffix (`.json`), the most general."""


def render(report: Report, name: str, view: View) -> str:
    """`report` in the format `name` of `FORMATS`: whole lines, or "". The same report and view give the same text."""
    text: str = import_module(FORMATS[name]).render(report, view)
    return text
