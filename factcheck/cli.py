"""The command line: parse, call, print, exit code. The commands are in `factcheck.commands`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, cast

import typer
from typer.exceptions import TyperException

from factcheck.commands import ERROR, FINISHED, PLAIN, articles, baselines, rules
from factcheck.errors import FactcheckError
from factcheck.options import one_of
from factcheck.terminal import note, say, say_bug, say_error

SCHEMAS = ("report", "baseline", "config", "rules")

app = typer.Typer(
    **PLAIN,
    help="Finds where news articles about one story disagree, with the exact words and the reasons.",
    epilog="Exit codes: 0 finished; 1 check: a new or changed conflict; 2 an error; 3 nothing was checked.",
)


def _say_version(wanted: bool) -> None:
    if wanted:
        from factcheck.version import VERSION

        say(f"factcheck {VERSION}\n")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Show the version.")]


@app.callback()
def _options(version: Version = False) -> None:
    """Options before the command."""


app.add_typer(articles.group)
app.add_typer(baselines.group, name="baseline")
app.add_typer(rules.group, name="rules")


@app.command()
def schema(name: Annotated[str, typer.Argument(metavar="|".join(SCHEMAS))]) -> int:
    """Prints the JSON schema of a report, a baseline, a configuration, or the files of a rule pack."""
    folder = Path(__file__).parent / "schemas"
    say((folder / f"{one_of('schema', name, SCHEMAS)}.schema.json").read_text(encoding="utf-8"))
    return FINISHED


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command (by default the one of `sys.argv`) and returns its exit code; nothing is raised."""
    try:
        command = typer.main.get_command(app)
        return int(command.main(args=arguments, prog_name="factcheck", standalone_mode=False) or FINISHED)
    except TyperException as error:
        _say_usage(error)
    except FactcheckError as error:
        say_error(str(error))
    except OSError as error:
        say_error(f"{error.filename or 'output'}: {error.strerror}")
    except SystemExit:
        return FINISHED  # typer's way to end when nobody reads its help any more
    except Exception as error:
        say_bug(error)
    return ERROR


def _say_usage(error: TyperException) -> None:
    """A wrong call, in the form of every other error, with where to read more."""
    wrong = cast(Any, error)
    message = wrong.format_message()
    if message.startswith("Usage:"):  # no command was named: the message is the help itself
        sys.stderr.write(f"{message}\n")
        return
    say_error(message)
    if context := getattr(wrong, "ctx", None):
        note(f"try `{context.command_path} --help`")


def main() -> int:
    """The console script."""
    gc.set_threshold(500_000, 20, 100)  # a run makes few cycles; looking for them so often costs a tenth of it
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return run()
