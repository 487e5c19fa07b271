"""The commands, one module a group, and what they share: exit codes and how a command gets its options.

Exit codes: 0 finished, 1 a new or changed conflict in `check` (or a failing rule in `rules test` and `rules lint`),
2 an error, 3 nothing was checked.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, TypeVar, get_type_hints

import typer

FINISHED, FAILED, ERROR, NOTHING_CHECKED = 0, 1, 2, 3

Options = TypeVar("Options")

# rich would cost as much as the rest of the start, and typer colours its help where nobody asked for it.
PLAIN: dict[str, Any] = {
    "rich_markup_mode": None,
    "add_completion": False,
    "pretty_exceptions_enable": False,
    "no_args_is_help": True,
}


def command(group: typer.Typer, name: str) -> Callable[[Callable[[Options], int]], Callable[[Options], int]]:
    """Registers a command of `group` whose options are the fields of the dataclass that it takes."""

    def register(run: Callable[[Options], int]) -> Callable[[Options], int]:
        options = next(iter(get_type_hints(run).values()))

        def command(context: typer.Context, **given: Any) -> int:
            from factcheck.commands.settings import configured

            typed = [name for name in given if _typed(context, name)]
            return run(configured(options(**given), typed))

        command.__doc__ = run.__doc__
        command.__signature__ = _signature(options)  # type: ignore[attr-defined]
        group.command(name)(command)
        return run

    return register


def _signature(options: Any) -> inspect.Signature:
    """The fields of a dataclass as parameters, after the one by which typer hands over the call itself."""
    signature = inspect.signature(options)
    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    return signature.replace(parameters=[context, *signature.parameters.values()])


def _typed(context: typer.Context, name: str) -> bool:
    """Whether an option was given on the command line."""
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"
