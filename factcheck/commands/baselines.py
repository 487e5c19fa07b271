"""The commands on a baseline of known conflicts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.commands import ERROR, FINISHED, PLAIN, command
from factcheck.commands.checking import checked, finished
from factcheck.commands.marking import baseline_file, known, marked
from factcheck.commands.settings import settings_of
from factcheck.errors import BaselineError, UsageError
from factcheck.options import Accepting, Keeping, Known, day_named, today_of
from factcheck.terminal import note, say, say_error, write_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.baseline.file import Entry
    from factcheck.decisions import Decision
    from factcheck.findings import Report

group = typer.Typer(**PLAIN, help="Known conflicts, which `check` does not fail on.")


@command(group, "create")
def create(options: Known) -> int:
    """Writes what is in conflict now to a new baseline; never overwrites one."""
    from factcheck.baseline.edits import entries_of
    from factcheck.report.summary import counted

    file = baseline_file(options)
    if file.exists():
        raise BaselineError(f"{file}: exists; a baseline is never overwritten. Delete it first to start afresh")
    found = marked(checked(options), options, ())
    if code := _unfit(found, options):
        return code
    entries = entries_of(found)
    _write(file, entries)
    note(f"{file}: {counted(len(entries), 'known conflict')}")
    return FINISHED


@command(group, "accept")
def accept(options: Accepting) -> int:
    """Marks conflicts as accepted, with the reason; those that the baseline does not hold yet are looked up in PATH."""
    from factcheck.baseline.edits import accept as accepted

    given = [str(path) for path in options.paths or ()]
    ids = [item for item in given if item.startswith("fc-")]
    if not ids:
        raise UsageError("no ID was given; `factcheck report` shows the ids of conflicts (fc-...)")
    decision, entries = _decision(options), known(options)
    config = settings_of(options)
    paths = [Path(item) for item in given if item not in ids] or (config.settings.get("paths") if config else None)
    found = None
    if paths:
        options = replace(options, paths=paths)
        found = marked(checked(options), options, entries)
        if code := _unfit(found, options):
            return code
    _write(baseline_file(options), accepted(entries, found, ids, decision))
    note(f"{baseline_file(options)}: {', '.join(sorted(set(ids)))} {decision.status.value}")
    return FINISHED


@command(group, "prune")
def prune(options: Known) -> int:
    """Drops what is no conflict any more; nothing else changes."""
    from factcheck.baseline.edits import prune as pruned

    entries = _existing(options)
    found = marked(checked(options), options, entries)
    if code := _unfit(found, options):
        return code
    for finding in found.resolved:
        say(f"{finding.id}  {finding.question}  {finding.reason}\n")
    if found.resolved:
        _write(baseline_file(options), pruned(entries, found))
    note(f"{baseline_file(options)}: {len(found.resolved)} dropped, {len(entries) - len(found.resolved)} left")
    return FINISHED


@command(group, "list")
def list_entries(options: Keeping) -> int:
    """The known conflicts, and what was decided about them."""
    from factcheck.report.baseline import listed

    say(listed(_existing(options), today_of(options)))
    return FINISHED


def _existing(options: Keeping) -> tuple[Entry, ...]:
    """The entries of the baseline, which has to be there."""
    from factcheck.baseline.file import read_entries

    return read_entries(baseline_file(options))


def _decision(options: Accepting) -> Decision:
    from factcheck.decisions import Decision, Status

    if not options.reason.strip():
        raise UsageError("--reason: why are they accepted? Whoever reads the baseline will ask")
    expires = day_named("--expires", options.expires) if options.expires else None
    if expires and expires < today_of(options):
        raise UsageError(f"--expires: {expires} is past; a decision that has expired fails as new")
    status = Status.FALSE_POSITIVE if options.false_positive else Status.ACCEPTED
    return Decision(status, options.reason.strip(), expires)


def _unfit(found: Report, options: Known) -> int:
    """The exit code where a run is too incomplete to change a baseline by, else 0."""
    from factcheck.report.summary import unread

    if unread(found.skipped) and not options.keep_going:
        say_error("the baseline stays as it is: not every article could be read; mend them, or pass --keep-going")
        return ERROR
    return finished(found, options)


def _write(file: Path, entries: Sequence[Entry]) -> None:
    from factcheck.baseline.file import dump_entries

    write_file(file, dump_entries(entries))
