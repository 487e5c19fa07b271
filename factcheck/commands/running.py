"""The run behind `report` and `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.commands.checking import checked
from factcheck.commands.marking import known, marked
from factcheck.commands.outputs import paths_below_repository, publish, targets_of
from factcheck.options import Reporting, one_of, severity_named, view_of

if TYPE_CHECKING:
    from factcheck.findings import Report


def reported(options: Reporting) -> Report:
    """The report of a run against its baseline, as it was written to standard output and files."""
    from factcheck.report import FORMATS
    from factcheck.report.summary import at_least
    from factcheck.surroundings import surroundings

    view, level = view_of(options), severity_named("--min-severity", options.min_severity)
    form = one_of("--format", options.format, FORMATS)
    targets = targets_of(options)
    entries = () if options.no_baseline else known(options)
    found = at_least(marked(checked(options), options, entries), level)
    around = surroundings(found.sources, options.rules or ())
    places = paths_below_repository([*(options.paths or ()), *(options.sources or ())])
    publish(found, form, targets, view._replace(path_of=places, around=around))
    return found
