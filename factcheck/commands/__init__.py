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

        def command(**given: Any) -> int:
            return run(options(**given))

        command.__doc__ = run.__doc__
        command.__signature__ = inspect.signature(options, eval_str=True)  # type: ignore[attr-defined]
        group.command(name)(command)
        return run

    return register
