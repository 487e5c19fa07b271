"""The options of the commands: what may be typed, and what it means.

Each option is defined once; commands that share options share a class. Typer reads the fields of these classes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model import Severity
    from factcheck.report import View

DEFAULT_BASELINE = Path("factcheck-baseline.yaml")  # used where it exists, below the working directory
EVERY_ARTICLE = "*"  # the id under which `--date` states one day for all articles

Rules = Annotated[list[Path] | None, typer.Option("--rules", metavar="PATH", help="Add a folder of rules. Repeatable.")]
"""The option by which every command takes rule packs."""


@dataclass(frozen=True)
class Selection:
    """What to read and what to look for: the options of every command that runs the pipeline."""

    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Articles: a file, a folder, or - for input.")]
    rules: Rules = None
    select: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Only this kind. Repeatable.")] = None
    ignore: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Not this kind. Repeatable.")] = None
    one_story: Annotated[bool, typer.Option("--one-story", help="All articles tell one story.")] = False
    cache: Annotated[Path | None, typer.Option(metavar="DIR", help="Keep results here. [your cache folder]")] = None
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every article afresh.")] = False
    jobs: Annotated[int, typer.Option(metavar="N", min=0, help="Processes to share much work. [all cores]")] = 0
    column: Annotated[
        list[str] | None, typer.Option(metavar="FIELD=NAME", help="Which column of a table holds what. Repeatable.")
    ] = None
    date: Annotated[
        list[str] | None,
        typer.Option(metavar="[ID=]YYYY-MM-DD", help="The day an article, or every article, is from. Repeatable."),
    ] = None


@dataclass(frozen=True)
class Reporting(Selection):
    """The options that `report` and `check` share."""

    format: Annotated[str, typer.Option("-f", "--format", metavar="text|json", help="For standard output.")] = "text"
    output: Annotated[
        list[str] | None,
        typer.Option("-o", "--output", metavar="[FORMAT=]FILE", help="Write a file as well. Repeatable."),
    ] = None
    min_severity: Annotated[
        str, typer.Option(metavar="note|warning|error", help="Leave out lesser conflicts; they fail no gate.")
    ] = "note"
    fail_level: Annotated[
        str, typer.Option(metavar="note|warning|error", help="From which severity on `check` exits 1.")
    ] = "warning"
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Known conflicts. [factcheck-baseline.yaml, if there is one]"),
    ] = None
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Every conflict is new.")] = False
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Let `check` pass although an article cannot be read.")
    ] = False
    show_agreements: Annotated[bool, typer.Option("--show-agreements", help="List what the sources agree on.")] = False
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only new conflicts and the last line.")] = False
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Also sources, known conflicts, every quote.")] = (
        False
    )
    color: Annotated[str, typer.Option(metavar="auto|always|never", help="Colour and bold in text.")] = "auto"


@dataclass(frozen=True)
class Listing(Selection):
    """The options of `claims`."""

    format: Annotated[str, typer.Option("-f", "--format", metavar="text|jsonl", help="For standard output.")] = "text"


@dataclass(frozen=True)
class Creating(Selection):
    """The options of `baseline create`."""

    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The file to write. [factcheck-baseline.yaml]")
    ] = None
    keep_going: Annotated[bool, typer.Option("--keep-going", help="Although an article cannot be read.")] = False


def one_of(option: str, value: str, choices: Iterable[str]) -> str:
    """`value` if it is one of `choices`. Raises `UsageError`, naming the closest choice or all of them."""
    names = [str(choice) for choice in choices]
    if value in names:
        return value
    from difflib import get_close_matches

    close = get_close_matches(value, names, 1)
    hint = f"did you mean {close[0]!r}?" if close else f"choose from {', '.join(sorted(names))}"
    raise UsageError(f"{option}: unknown {value!r}; {hint}")


def severity_named(option: str, value: str) -> Severity:
    """The severity that an option names."""
    from factcheck.model import Severity

    return Severity(one_of(option, value, Severity))


def target_of(output: str) -> tuple[str, Path]:
    """Format and file of an `--output`: `FORMAT=FILE`, or `FILE` whose suffix tells the format."""
    from factcheck.report import FORMATS

    name, equals, file = output.partition("=")
    if equals and name.isalnum():
        return one_of("--output", name, FORMATS), Path(file)
    suffix = Path(output).suffix.removeprefix(".")
    return one_of("--output: format", "text" if suffix == "txt" else suffix, FORMATS), Path(output)


def dates_of(given: Iterable[str]) -> dict[str, date]:
    """The days that `--date` states, by article id. Raises `UsageError` for what is no date."""
    from datetime import date

    dates = {}
    for item in given:
        id, _, day = item.rpartition("=")
        try:
            dates[id or EVERY_ARTICLE] = date.fromisoformat(day)
        except ValueError:
            raise UsageError(f"--date: {day!r} is no date; write it as 2024-06-20") from None
    return dates


def columns_of(given: Iterable[str]) -> dict[str, str]:
    """The names of columns that `--column` gives, by what they hold."""
    from factcheck.load.rows import GUESSES

    columns = {}
    for item in given:
        what, equals, name = item.partition("=")
        if not equals:
            raise UsageError(f"--column: {item!r} is no FIELD=NAME; write text=body")
        columns[one_of("--column", what, GUESSES)] = name
    return columns


def place_of(place: str) -> tuple[Path, int | None]:
    """File and line of `FILE[:LINE]`; a file that is really named so wins."""
    file, colon, line = place.rpartition(":")
    if colon and line.isdecimal() and not Path(place).exists():
        return Path(file), int(line)
    return Path(place), None


def view_of(options: Reporting) -> View:
    """How the terminal and the options want the report shown: 100 columns where there is no terminal."""
    from shutil import get_terminal_size

    from factcheck.report import View

    return View(
        width=get_terminal_size((100, 24)).columns,
        color=_color(one_of("--color", options.color, ("auto", "always", "never"))),
        verbose=options.verbose,
        quiet=options.quiet,
        agreements=options.show_agreements,
    )


def _color(when: str) -> bool:
    """`auto`: on a terminal that has colour, unless NO_COLOR (no-color.org) is set."""
    if when != "auto":
        return when == "always"
    terminal = sys.stdout is not None and sys.stdout.isatty()  # None: closed by the caller (`>&-`)
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
