"""The commands that read articles: `report`, `check`, `claims` and `explain`."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.commands import ERROR, FAILED, FINISHED, NOTHING_CHECKED, PLAIN, command
from factcheck.options import Listing, Reporting, Rules, place_of, severity_named
from factcheck.terminal import note, say, say_error

group = typer.Typer(**PLAIN)


@command(group, "report")
def report(options: Reporting) -> int:
    """What do the sources disagree about?"""
    from factcheck.commands.checking import finished
    from factcheck.commands.running import reported

    return finished(reported(options), options)


@command(group, "check")
def check(options: Reporting) -> int:
    """The gate: exits 1 on new or changed conflicts."""
    from factcheck.commands.checking import finished
    from factcheck.commands.running import reported
    from factcheck.report.summary import fails, gate_line, unread

    level = severity_named("--fail-level", options.fail_level)
    found = reported(options)
    if options.format != "text" and not options.quiet:
        note(gate_line(found))
    if unread(found.skipped) and not options.keep_going:
        say_error("not every article could be read; mend or remove them, or pass --keep-going")
        return ERROR
    return FAILED if fails(found, level) else finished(found, options)


@command(group, "claims")
def claims(options: Listing) -> int:
    """Every claim found, one a line; each article by itself."""
    from factcheck.commands.checking import listed

    return listed(options)


@group.command()
def explain(
    place: Annotated[str, typer.Argument(metavar="PATH[:LINE]", help="An article, one line of it, or a folder.")],
    rules: Rules = None,
) -> int:
    """What each rule saw in a text, and why it did or did not fire."""
    from factcheck.commands.settings import rule_folders
    from factcheck.explain import explain as explained
    from factcheck.report.visible import visible

    path, line = place_of(place)
    told = "".join(f"{visible(text)}\n" for text in explained(path, line, rule_folders(rules)))
    if not told:
        note("nothing was checked: no readable article")
        return NOTHING_CHECKED
    say(told)
    return FINISHED
