"""The run behind `report` and `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.commands.checking import checked
from factcheck.commands.marking import known, marked
from factcheck.options import Reporting, one_of, severity_named, target_of, view_of
from factcheck.terminal import say, write_file

if TYPE_CHECKING:
    from factcheck.model import Report


def reported(options: Reporting) -> Report:
    """The report of a run against its baseline, as it was written to standard output and files."""
    from factcheck.report import FORMATS, render
    from factcheck.report.summary import at_least

    view, level = view_of(options), severity_named("--min-severity", options.min_severity)
    form = one_of("--format", options.format, FORMATS)
    targets = [target_of(output) for output in options.output or ()]
    entries = () if options.no_baseline else known(options)
    found = at_least(marked(checked(options), options, entries), level)
    for name, path in targets:
        write_file(path, render(found, name, view._replace(color=False)))
    say(render(found, form, view))
    return found
