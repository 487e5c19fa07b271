"""The commands on a baseline of known conflicts."""

from __future__ import annotations

import typer

from factcheck.commands import ERROR, FINISHED, PLAIN, command
from factcheck.commands.running import checked, finished
from factcheck.options import DEFAULT_BASELINE, Creating
from factcheck.terminal import note, say_error

group = typer.Typer(**PLAIN, help="Known conflicts, which `check` does not fail on.")


@command(group, "create")
def create_baseline(options: Creating) -> int:
    """Writes what is in conflict now to a new baseline; never overwrites one."""
    from factcheck.baseline import create
    from factcheck.report.summary import counted, unread

    found = checked(options)
    if unread(found.skipped) and not options.keep_going:
        say_error("no baseline is written: not every article could be read; mend them, or pass --keep-going")
        return ERROR
    if code := finished(found, options):
        return code
    path = options.baseline or DEFAULT_BASELINE
    note(f"{path}: {counted(create(found, path), 'known conflict')}")
    return FINISHED
