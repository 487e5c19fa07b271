"""Running the pipeline as the options say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.commands import FINISHED, NOTHING_CHECKED
from factcheck.commands.settings import settings_of
from factcheck.errors import UsageError
from factcheck.options import EVERY_ARTICLE, Reporting, Selection, dates_of, one_of
from factcheck.terminal import note

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model import Report


def checked(options: Selection) -> Report:
    """Runs the pipeline, and says on standard error what could not be read."""
    from factcheck.report.summary import unread

    if not options.paths:
        raise UsageError("no PATH was given; name an article or a folder, or set `paths` in a configuration file")
    dates = dates_of(options.date or ())
    sources = options.sources if isinstance(options, Reporting) else None
    found = ran(options, options.paths, sources or (), dates)
    for warning in (*found.warnings, *(f"{path} is not read: {reason}" for path, reason in unread(found))):
        note(f"warning: {warning}")
    ids = [source.id for source in found.sources]
    for id in sorted(set(dates) - {EVERY_ARTICLE}):
        one_of("--date: article", id, ids)
    return found


def ran(options: Selection, paths: Sequence[Path], sources: Sequence[Path], dates: Mapping[str, date]) -> Report:
    """The report on articles at `paths`, with the weights that the configuration gives to kinds."""
    from factcheck.pipeline import check

    config = settings_of(options)
    if config:
        from factcheck.config import check_kinds
        from factcheck.rulepack import load_pack

        check_kinds(config, load_pack(options.rules or ()).kinds)
    found = check(
        paths,
        rules=options.rules or (),
        select=options.select or (),
        ignore=options.ignore or (),
        one_story=options.one_story,
        dates=dates,
        cache=not options.no_cache,
        sources=sources,
        suppress=config.suppress if config else (),
        inline=options.suppressions,
    )
    if config and config.severities:
        from factcheck.policy import weighed

        return weighed(found, config.severities)
    return found


def finished(found: Report, options: Selection) -> int:
    """The exit code of a run without errors: whether there was anything to look at, and to look for."""
    drafts = found.draft.articles if found.draft else None
    if not found.sources:
        note("nothing was checked: no readable article")
    elif drafts is not None and not 0 < len(drafts) < len(found.sources):
        note("nothing was checked: " + ("no source to hold the drafts against" if drafts else "no readable draft"))
    elif options.ignore and not kinds(options):
        note("nothing was checked: every kind is ignored")
    else:
        return FINISHED
    return NOTHING_CHECKED


def kinds(options: Selection) -> set[str]:
    """The kinds of claims that this run looks for."""
    from factcheck.rulepack import load_pack

    return set(options.select or load_pack(options.rules or ()).kinds) - set(options.ignore or ())


def has_folders(options: Selection) -> bool:
    """Whether a folder is searched in full, so that an article which is not in the report is gone."""
    return any(path.is_dir() for path in options.paths or ())
