"""Running the pipeline as the options say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from factcheck.commands import FINISHED, NOTHING_CHECKED
from factcheck.errors import UsageError
from factcheck.options import (
    DEFAULT_BASELINE,
    EVERY_ARTICLE,
    Listing,
    Reporting,
    Selection,
    columns_of,
    dates_of,
    one_of,
    severity_named,
    target_of,
    view_of,
)
from factcheck.terminal import Progress, note, say

if TYPE_CHECKING:
    from factcheck.baseline_file import Entry
    from factcheck.model import Report, Skipped


def checked(options: Selection) -> Report:
    """Runs the pipeline, and says on standard error what could not be read."""
    from factcheck.pipeline import check

    wanted = _wanted(options)
    with Progress() as progress:
        found = check(options.paths, one_story=options.one_story, progress=progress, **wanted)
    say_unread(found.warnings, found.skipped)
    ids = [source.id for source in found.sources]
    for id in sorted(set(wanted["dates"]) - {EVERY_ARTICLE}):
        one_of("--date: article", id, ids)
    return found


def listed(options: Listing) -> int:
    """Writes the claims of one article after the other to standard output, and says what could not be read."""
    from factcheck.pipeline import list_claims
    from factcheck.report.claims import CLAIM_FORMATS

    form = CLAIM_FORMATS[one_of("--format", options.format, CLAIM_FORMATS)]
    with Progress() as progress:
        loading, texts = list_claims(options.paths, form, progress=progress, **_wanted(options))
        count = 0
        for text in texts:
            count += 1
            say(text)
    say_unread(loading.warnings, loading.skipped)
    if loading.undated:
        raise UsageError(f"--date: no article {', '.join(loading.undated)}")
    return _finished(count, options)


def _wanted(options: Selection) -> dict[str, Any]:
    """What every command asks of the pipeline, by the names of its parameters."""
    from factcheck.workers import cores

    return {
        "rules": options.rules or (),
        "select": options.select or (),
        "ignore": options.ignore or (),
        "dates": dates_of(options.date or ()),
        "columns": columns_of(options.column or ()),
        "cache": not options.no_cache and (options.cache or True),
        "jobs": options.jobs or cores(),
    }


def say_unread(warnings: Iterable[str], skipped: Iterable[Skipped]) -> None:
    """Tells how articles were read where that left a doubt, and which were not."""
    from factcheck.report.summary import unread

    for warning in (*warnings, *(f"{path} is not read: {reason}" for path, reason in unread(skipped))):
        note(f"warning: {warning}")


def finished(found: Report, options: Selection) -> int:
    """The exit code of a run without errors: whether there was anything to look at, and to look for."""
    return _finished(len(found.sources), options)


def _finished(articles: int, options: Selection) -> int:
    if not articles:
        note("nothing was checked: no readable article")
    elif options.ignore and not kinds(options):
        note("nothing was checked: every kind is ignored")
    else:
        return FINISHED
    return NOTHING_CHECKED


def reported(options: Reporting) -> Report:
    """The report of a run against its baseline, as it was written to standard output and files."""
    from factcheck.report import FORMATS, render
    from factcheck.report.summary import at_least

    view, level = view_of(options), severity_named("--min-severity", options.min_severity)
    form = one_of("--format", options.format, FORMATS)
    targets = [target_of(output) for output in options.output or ()]
    entries = known(options)
    found = checked(options)
    if entries:
        from factcheck.baseline import Matching, apply
        from factcheck.pipeline import comparer

        folder = any(path.is_dir() for path in options.paths)
        fit = comparer([*(options.rules or ())])
        found = apply(found, entries, Matching(fit, fit, kinds(options).__contains__, folder))
    found = at_least(found, level)
    for name, path in targets:
        path.write_text(render(found, name, view._replace(color=False)), encoding="utf-8", newline="\n")
    say(render(found, form, view))
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
