"""The options of the commands: what may be typed, and what it means.

Each option is defined once; commands that share options share a class. Typer reads the fields of these classes, whose
annotations are therefore evaluated here, once, and not as text for every command.
"""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from factcheck.findings import Severity
    from factcheck.report import View
    from factcheck.rulepack import Kind

DEFAULT_BASELINE = Path("factcheck-baseline.yaml")  # used where it exists, below the working directory
EVERY_ARTICLE = "*"  # the id under which `--date` states one day for all articles

Rules = Annotated[list[Path] | None, typer.Option("--rules", metavar="PATH", help="Add a folder of rules. Repeatable.")]
"""The option by which every command takes rule packs."""


@dataclass(frozen=True)
class Settings:
    """Which file of settings holds. Once it is read, `config` names it."""

    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Settings. [factcheck.toml or pyproject.toml, the nearest upwards]"),
    ] = None
    no_config: Annotated[bool, typer.Option("--no-config", help="Read no settings from a file.")] = False


@dataclass(frozen=True)
class Selection(Settings):
    """What to read and what to look for: the options of every command that runs the pipeline."""

    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH...", help="Articles: a file, a folder, or - for input.")
    ] = None
    rules: Rules = None
    select: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Only this kind. Repeatable.")] = None
    ignore: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Not this kind. Repeatable.")] = None
    one_story: Annotated[
        bool, typer.Option("--one-story/--several-stories", help="All articles tell one story, or not.")
    ] = False
    cache: Annotated[Path | None, typer.Option(metavar="DIR", help="Keep results here. [your cache folder]")] = None
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every article afresh.")] = False
    jobs: Annotated[int, typer.Option(metavar="N", min=0, help="Processes to share much work; 0 is all cores.")] = 0
    column: Annotated[
        list[str] | None, typer.Option(metavar="FIELD=NAME", help="Which column of a table holds what. Repeatable.")
    ] = None
    date: Annotated[
        list[str] | None,
        typer.Option(metavar="[ID=]YYYY-MM-DD", help="The day an article, or every article, is from. Repeatable."),
    ] = None
    suppressions: Annotated[
        bool, typer.Option("--suppressions/--no-suppressions", help="Heed what articles ask to leave out of them.")
    ] = True


@dataclass(frozen=True)
class Keeping(Settings):
    """The options of every command that reads a baseline."""

    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Known conflicts. [factcheck-baseline.yaml, if there is one]"),
    ] = None
    today: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The day on which decisions expire. [today]")
    ] = None


@dataclass(frozen=True)
class Known(Keeping, Selection):
    """The options of every command that holds articles against a baseline."""

    keep_going: Annotated[
        bool, typer.Option("--keep-going/--no-keep-going", help="Go on although an article cannot be read.")
    ] = False


@dataclass(frozen=True)
class Reporting(Known):
    """The options that `report` and `check` share."""

    format: Annotated[
        str,
        typer.Option(
            "-f", "--format", metavar="FORMAT",
            help="For standard output: text, html, json, markdown, csv, sarif, github, gitlab or junit.",
        ),
    ] = "text"  # fmt: skip
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o", "--output", metavar="[FORMAT=]FILE",
            help="Write a file as well, by its suffix: .txt, .html, .json, .md, .csv, .sarif, .xml. Repeatable.",
        ),
    ] = None  # fmt: skip
    min_severity: Annotated[
        str, typer.Option(metavar="note|warning|error", help="Leave out lesser conflicts; they fail no gate.")
    ] = "note"
    fail_level: Annotated[
        str, typer.Option(metavar="note|warning|error", help="From which severity on `check` exits 1.")
    ] = "warning"
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Use no file of known conflicts.")] = False
    against: Annotated[
        str | None, typer.Option(metavar="REF", help="What is in conflict at this git revision is known as well.")
    ] = None
    sources: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", help="Each PATH is a draft: what does it say otherwise than these? Repeatable."),
    ] = None
    show_agreements: Annotated[bool, typer.Option("--show-agreements", help="List what the sources agree on.")] = False
    matrix: Annotated[bool, typer.Option("--matrix", help="In text: which source gives which answer, as a table.")] = (
        False
    )
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
class Accepting(Known):
    """The options of `baseline accept`. What begins with `fc-` is an id; a path that does is written `./fc-...`."""

    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="ID... [PATH...]", help="Conflicts; articles or folders.")
    ] = None
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why. Required.")] = ""
    expires: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The last day on which this holds. [for good]")
    ] = None
    false_positive: Annotated[
        bool, typer.Option("--false-positive", help="The sources do not disagree; the tool is wrong.")
    ] = False


def one_of(option: str, value: str, choices: Iterable[str]) -> str:
    """`value` if it is one of `choices`. Raises `UsageError`, naming the closest choice or all of them."""
    names = [str(choice) for choice in choices]
    if value in names:
        return value
    from difflib import get_close_matches

    close = get_close_matches(value, names, 1)
    hint = f"did you mean {close[0]!r}?" if close else f"choose from {', '.join(names)}"
    raise UsageError(f"{option}: unknown {value!r}; {hint}")


def severity_named(option: str, value: str) -> "Severity":
    """The severity that an option names."""
    from factcheck.findings import Severity

    return Severity(one_of(option, value, Severity))


def target_of(output: str) -> tuple[str, Path]:
    """Format and file of an `--output`: `FORMAT=FILE`, or `FILE` whose suffix tells the format."""
    from factcheck.report import FORMATS, SUFFIXES

    name, equals, file = output.partition("=")
    if equals and name.isalnum():
        return one_of("--output", name, FORMATS), Path(file)
    suffix = Path(output).suffix.lower()
    if suffix not in SUFFIXES:
        ending = f"the suffix {suffix!r}" if suffix else "no suffix"
        raise UsageError(
            f"--output: {output!r} has {ending}, which tells no format; end it in {', '.join(SUFFIXES)}, or "
            f"write FORMAT=FILE and choose from {', '.join(FORMATS)}; what ends in .json is json, so GitLab's "
            "report is gitlab=FILE"
        )
    return SUFFIXES[suffix], Path(output)


def dates_of(given: Iterable[str]) -> "dict[str, date]":
    """The days that `--date` states, by article id. Raises `UsageError` for what is no date."""
    parts = (item.rpartition("=") for item in given)
    return {id or EVERY_ARTICLE: day_named("--date", day) for id, _, day in parts}


def day_named(option: str, value: str) -> "date":
    """The day that an option names. Raises `UsageError` for what is no date."""
    from datetime import date

    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{option}: {value!r} is no date; write it as 2024-06-20") from None


def today_of(options: Keeping) -> "date":
    """The day on which expiry is judged: the only look at a clock, taken once a run."""
    from datetime import date

    return day_named("--today", options.today) if options.today else date.today()


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
    """Path and line of `PATH[:LINE]`; one that is really named so wins. Raises `UsageError` for no line."""
    path, colon, line = place.rpartition(":")
    if not colon or Path(place).exists():
        return Path(place), None
    if line.isdecimal():
        return Path(path), int(line)
    if Path(path).is_file():
        raise UsageError(f"{path}: {line!r} is no line; write a number, as in {path}:12, or only {path}")
    return Path(place), None


def view_of(options: Reporting) -> "View":
    """How the terminal and the options want the report shown: 100 columns where there is no terminal."""
    from shutil import get_terminal_size

    from factcheck.report import View

    return View(
        width=get_terminal_size((100, 24)).columns,
        color=_color(one_of("--color", options.color, ("auto", "always", "never"))),
        verbose=options.verbose,
        quiet=options.quiet,
        agreements=options.show_agreements,
        level=severity_named("--fail-level", options.fail_level),
        kinds=lambda: _kinds(options.rules or ()),
        matrix=options.matrix,
        config="" if options.config is None else options.config.as_posix(),
    )


def _kinds(rules: Sequence[Path]) -> "Mapping[str, Kind]":
    from factcheck.rulepack import load_pack

    return load_pack(rules).kinds


def _color(when: str) -> bool:
    """`auto`: on a terminal that has colour, unless NO_COLOR (no-color.org) is set."""
    if when != "auto":
        return when == "always"
    terminal = sys.stdout is not None and sys.stdout.isatty()  # None: closed by the caller (`>&-`)
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
