"""The command line: parse, call, print, exit code. Everything else is imported by the command that needs it.

Exit codes: 0 finished, 1 a new or changed conflict in `check` (or a failing rule in `rules test` and `rules lint`),
2 an error, 3 nothing was checked.
"""

from __future__ import annotations

import gc
import inspect
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO, TypeVar, cast, get_type_hints

import typer
from typer.exceptions import TyperException

from factcheck.errors import FactcheckError, RuleError
from factcheck.options import (
    DEFAULT_BASELINE,
    EVERY_ARTICLE,
    Creating,
    Listing,
    Reporting,
    Rules,
    Selection,
    dates_of,
    one_of,
    place_of,
    severity_named,
    target_of,
    view_of,
)

if TYPE_CHECKING:
    from factcheck.baseline_file import Entry
    from factcheck.model import Report

FINISHED, FAILED, ERROR, NOTHING_CHECKED = 0, 1, 2, 3

Options = TypeVar("Options")

# rich would cost as much as the rest of the start, and typer colours its help where nobody asked for it.
_PLAIN: dict[str, Any] = {"rich_markup_mode": None, "add_completion": False, "pretty_exceptions_enable": False}
app = typer.Typer(
    **_PLAIN,
    no_args_is_help=True,
    help="Finds where news articles about one story disagree, with the exact words and the reasons.",
    epilog="Exit codes: 0 finished; 1 check: a new or changed conflict; 2 an error; 3 nothing was checked.",
)
_baseline = typer.Typer(**_PLAIN, no_args_is_help=True, help="Known conflicts, which `check` does not fail on.")
_rules = typer.Typer(**_PLAIN, no_args_is_help=True, help="The rules that find claims, and packs of your own.")
app.add_typer(_baseline, name="baseline")
app.add_typer(_rules, name="rules")


def _command(group: typer.Typer, name: str) -> Callable[[Callable[[Options], int]], Callable[[Options], int]]:
    """Registers a command whose options are the fields of the dataclass it takes."""

    def register(run: Callable[[Options], int]) -> Callable[[Options], int]:
        options = next(iter(get_type_hints(run).values()))

        def command(**given: Any) -> int:
            return run(options(**given))

        command.__doc__ = run.__doc__
        command.__signature__ = inspect.signature(options, eval_str=True)  # type: ignore[attr-defined]
        group.command(name)(command)
        return run

    return register


def _say_version(wanted: bool) -> None:
    if wanted:
        from factcheck.version import VERSION

        _print(f"factcheck {VERSION}\n")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Show the version.")]


@app.callback()
def _options(version: Version = False) -> None:
    """Options before the command."""


@_command(app, "report")
def report(options: Reporting) -> int:
    """What do the sources disagree about?"""
    return _finished(_reported(options), options)


@_command(app, "check")
def check(options: Reporting) -> int:
    """The gate: exits 1 on new or changed conflicts."""
    from factcheck.report.summary import fails, summarise, unread

    level = severity_named("--fail-level", options.fail_level)
    found = _reported(options)
    if options.format != "text" and not options.quiet:
        _note(summarise(found).gate)
    if unread(found) and not options.keep_going:
        return _error("not every article could be read; mend or remove them, or pass --keep-going")
    return FAILED if fails(found, level) else _finished(found, options)


@_command(app, "claims")
def claims(options: Listing) -> int:
    """Every claim found, one a line."""
    from factcheck.report.claims import CLAIM_FORMATS
    from factcheck.rulepack import load_pack

    form = CLAIM_FORMATS[one_of("--format", options.format, CLAIM_FORMATS)]
    found = _checked(options)
    kinds = load_pack(options.rules or ()).kinds
    _print(form(found.claims, {name: kind.value_fields() for name, kind in kinds.items()}))
    return _finished(found, options)


@app.command()
def explain(
    place: Annotated[str, typer.Argument(metavar="FILE[:LINE]", help="An article, or one line of it.")],
    rules: Rules = None,
) -> int:
    """What each rule saw in a text, and why it did or did not fire."""
    from factcheck.explain import explain as explained
    from factcheck.report.visible import visible

    path, line = place_of(place)
    _print("".join(f"{visible(text)}\n" for text in explained(path, line, rules or ())))
    return FINISHED


@_command(_baseline, "create")
def create_baseline(options: Creating) -> int:
    """Writes what is in conflict now to a new baseline; never overwrites one."""
    from factcheck.baseline import create
    from factcheck.report.summary import counted, unread

    found = _checked(options)
    if unread(found) and not options.keep_going:
        return _error("no baseline is written: not every article could be read; mend them, or pass --keep-going")
    if code := _finished(found, options):
        return code
    path = options.baseline or DEFAULT_BASELINE
    _note(f"{path}: {counted(create(found, path), 'known conflict')}")
    return FINISHED


@app.command()
def schema(name: Annotated[str, typer.Argument(metavar="report|baseline|rules")]) -> int:
    """Prints the JSON schema of a report, a baseline, or the files of a rule pack."""
    folder = Path(__file__).parent / "schemas"
    known = sorted(path.name.partition(".")[0] for path in folder.glob("*.json"))
    _print((folder / f"{one_of('schema', name, known)}.schema.json").read_text(encoding="utf-8"))
    return FINISHED


@_rules.command("list")
def list_rules(rules: Rules = None) -> int:
    """The kinds of claims, with their questions and rules."""
    from factcheck.report.rules import rules_listed
    from factcheck.rulepack import load_pack

    _print(rules_listed(load_pack(rules or ())))
    return FINISHED


@_rules.command("show")
def show_rule(id: Annotated[str, typer.Argument(metavar="ID")], rules: Rules = None) -> int:
    """A kind or a rule: what it matches, and its examples."""
    from factcheck.report.rules import rule_shown
    from factcheck.rulepack import load_pack

    pack = load_pack(rules or ())
    one_of("rules show", id, [*pack.kinds, *(rule.id for rule in pack.rules)])
    _print(rule_shown(pack, id))
    return FINISHED


@_rules.command("lint")
def lint_rules(rules: Rules = None) -> int:
    """Whether every file of the rules is well formed."""
    from factcheck.rulepack import load_pack

    try:
        pack = load_pack(rules or ())
    except RuleError as error:
        _print("".join(f"{problem}\n" for problem in error.problems))
        return FAILED
    _print(f"{len(pack.kinds)} kinds, {len(pack.rules)} rules: no problems\n")
    return FINISHED


@_rules.command("test")
def prove_rules(
    id: Annotated[str, typer.Argument(metavar="[ID]", help="Only the rules whose id begins so.")] = "",
    rules: Rules = None,
) -> int:
    """Runs the examples of the rules."""
    from factcheck.examples import run_examples
    from factcheck.rulepack import load_pack

    count, failed = run_examples(load_pack(rules or ()), id)
    _print("".join(f"{failure}\n" for failure in failed) + f"{count} examples, {len(failed)} failed\n")
    return FAILED if failed else (FINISHED if count else NOTHING_CHECKED)


def _checked(options: Selection) -> Report:
    """Runs the pipeline, and says on standard error what could not be read."""
    from factcheck.pipeline import check as checked
    from factcheck.report.summary import unread

    dates = dates_of(options.date or ())
    rules, select, ignore = options.rules or (), options.select or (), options.ignore or ()
    one_story, cache = options.one_story, not options.no_cache
    found = checked(
        options.paths, rules=rules, select=select, ignore=ignore, one_story=one_story, dates=dates, cache=cache
    )
    for warning in (*found.warnings, *(f"{path} is not read: {reason}" for path, reason in unread(found))):
        _note(f"warning: {warning}")
    ids = [source.id for source in found.sources]
    for id in sorted(set(dates) - {EVERY_ARTICLE}):
        one_of("--date: article", id, ids)
    return found


def _finished(found: Report, options: Selection) -> int:
    """The exit code of a run without errors: whether there was anything to look at, and to look for."""
    if not found.sources:
        _note("nothing was checked: no readable article")
    elif options.ignore and not _kinds(options):
        _note("nothing was checked: every kind is ignored")
    else:
        return FINISHED
    return NOTHING_CHECKED


def _reported(options: Reporting) -> Report:
    """The report of a run against its baseline, as it was written to standard output and files."""
    from factcheck.report import FORMATS, render
    from factcheck.report.summary import at_least

    view, level = view_of(options), severity_named("--min-severity", options.min_severity)
    form = one_of("--format", options.format, FORMATS)
    targets = [target_of(output) for output in options.output or ()]
    entries = _known(options)
    found = _checked(options)
    if entries:
        from factcheck.baseline import Matching, apply
        from factcheck.pipeline import comparer

        folder = any(path.is_dir() for path in options.paths)
        fit = comparer([*(options.rules or ())])
        found = apply(found, entries, Matching(fit, fit, _kinds(options).__contains__, folder))
    found = at_least(found, level)
    for name, path in targets:
        path.write_text(render(found, name, view._replace(color=False)), encoding="utf-8", newline="\n")
    _print(render(found, form, view))
    return found


def _known(options: Reporting) -> tuple[Entry, ...]:
    """The entries of the baseline in use; none without one."""
    if options.no_baseline or not (options.baseline or DEFAULT_BASELINE.exists()):
        return ()
    from factcheck.baseline import load

    return load(options.baseline or DEFAULT_BASELINE)


def _kinds(options: Selection) -> set[str]:
    """The kinds of claims that this run looks for."""
    from factcheck.rulepack import load_pack

    return set(options.select or load_pack(options.rules or ()).kinds) - set(options.ignore or ())


def _print(text: str) -> None:
    _write(sys.stdout, text)


def _note(message: str) -> None:
    from factcheck.report.visible import visible

    _write(sys.stderr, "".join(f"factcheck: {visible(line)}\n" for line in message.splitlines()))


def _write(stream: TextIO | None, text: str) -> None:
    """Writes at once. A reader that stops early (`| head`) is no error and changes no exit code."""
    if stream is None:  # closed by the caller (`>&-`)
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        # What is left in the buffer goes nowhere, or the interpreter would fail on it once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise


def _error(message: str) -> int:
    _note("\n".join(f"error: {line}" for line in message.splitlines()))
    return ERROR


def _bug(error: Exception) -> int:
    """One line on what to report. The error's own message may hold words of an article, so it stays out."""
    import traceback

    if os.environ.get("FACTCHECK_DEBUG"):
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    what = f"bug: {type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
    _note(f"{what}; please report this line to the maintainers of factcheck-sources")
    return ERROR


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command (by default the one of `sys.argv`) and returns its exit code; nothing is raised."""
    try:
        command = typer.main.get_command(app)
        return int(command.main(args=arguments, prog_name="factcheck", standalone_mode=False) or FINISHED)
    except TyperException as error:
        cast(Any, error).show()  # every wrong call that typer finds shows itself with the usage
        return ERROR
    except FactcheckError as error:
        return _error(str(error))
    except OSError as error:
        return _error(f"{error.filename or 'output'}: {error.strerror}")
    except SystemExit:
        return FINISHED  # typer's way to end when nobody reads its help any more
    except Exception as error:
        return _bug(error)


def main() -> int:
    """The console script."""
    gc.set_threshold(500_000, 20, 100)  # a run makes few cycles; looking for them so often costs a tenth of it
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return run()
