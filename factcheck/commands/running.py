"""Running the pipeline as the options say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.commands import FINISHED, NOTHING_CHECKED
from factcheck.commands.outputs import paths_below_repository, publish, targets_of
from factcheck.options import (
    DEFAULT_BASELINE,
    EVERY_ARTICLE,
    Reporting,
    Selection,
    dates_of,
    one_of,
    severity_named,
    view_of,
)
from factcheck.terminal import note

if TYPE_CHECKING:
    from factcheck.baseline_file import Entry
    from factcheck.model import Report


def checked(options: Selection) -> Report:
    """Runs the pipeline, and says on standard error what could not be read."""
    from factcheck.pipeline import check
    from factcheck.report.summary import unread

    dates = dates_of(options.date or ())
    rules, select, ignore = options.rules or (), options.select or (), options.ignore or ()
    one_story, cache = options.one_story, not options.no_cache
    found = check(
        options.paths, rules=rules, select=select, ignore=ignore, one_story=one_story, dates=dates, cache=cache
    )
    for warning in (*found.warnings, *(f"{path} is not read: {reason}" for path, reason in unread(found))):
        note(f"warning: {warning}")
    ids = [source.id for source in found.sources]
    for id in sorted(set(dates) - {EVERY_ARTICLE}):
        one_of("--date: article", id, ids)
    return found


def finished(found: Report, options: Selection) -> int:
    """The exit code of a run without errors: whether there was anything to look at, and to look for."""
    if not found.sources:
        note("nothing was checked: no readable article")
    elif options.ignore and not kinds(options):
        note("nothing was checked: every kind is ignored")
    else:
        return FINISHED
    return NOTHING_CHECKED


def reported(options: Reporting) -> Report:
    """The report of a run against its baseline, as it was written to standard output and files."""
    from factcheck.report import FORMATS
    from factcheck.report.summary import at_least
    from factcheck.surroundings import surroundings

    view, level = view_of(options), severity_named("--min-severity", options.min_severity)
    form = one_of("--format", options.format, FORMATS)
    targets = targets_of(options)
    entries = known(options)
    found = checked(options)
    if entries:
        from factcheck.baseline import Matching, apply
        from factcheck.pipeline import comparer

        folder = any(path.is_dir() for path in options.paths)
        fit = comparer([*(options.rules or ())])
        found = apply(found, entries, Matching(fit, fit, kinds(options).__contains__, folder))
    found = at_least(found, level)
    around = surroundings(found.sources, options.rules or ())
    view = view._replace(path_of=paths_below_repository(options.paths), around=around)
    publish(found, form, targets, view)
    return found


def known(options: Reporting) -> tuple[Entry, ...]:
    """The entries of the baseline in use; none without one."""
    if options.no_baseline or not (options.baseline or DEFAULT_BASELINE.exists()):
        return ()
    from factcheck.baseline import load

    return load(options.baseline or DEFAULT_BASELINE)


def kinds(options: Selection) -> set[str]:
    """The kinds of claims that this run looks for."""
    from factcheck.rulepack import load_pack

    return set(options.select or load_pack(options.rules or ()).kinds) - set(options.ignore or ())
