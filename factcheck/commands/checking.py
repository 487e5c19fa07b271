"""Running the pipeline as the options say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.commands import FINISHED, NOTHING_CHECKED
from factcheck.commands.settings import settings_of
from factcheck.errors import UsageError
from factcheck.options import EVERY_ARTICLE, Listing, Reporting, Selection, columns_of, dates_of, one_of, target_of
from factcheck.terminal import Progress, note, say

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.findings import Report, Skipped


def checked(options: Selection) -> Report:
    """Runs the pipeline, and says on standard error what could not be read."""
    sources = options.sources if isinstance(options, Reporting) else None
    found = ran(options, _paths(options), sources or ())
    _say_unread(found.warnings, found.skipped)
    ids = [source.id for source in found.sources]
    for id in sorted(set(dates_of(options.date or ())) - {EVERY_ARTICLE}):
        one_of("--date: article", id, ids)
    return found


def ran(options: Selection, paths: Sequence[Path], sources: Sequence[Path]) -> Report:
    """The report on articles at `paths`, with the weights that the configuration gives to kinds."""
    from factcheck.pipeline import check

    config = settings_of(options)
    asked = _wanted(options, config) | {"one_story": options.one_story, "texts": _draws_texts(options)}
    with Progress() as progress:
        found = check(paths, sources=sources, progress=progress, **asked)
    if config and config.severities:
        from factcheck.policy import weighed

        return weighed(found, config.severities)
    return found


def _draws_texts(options: Selection) -> bool:
    """Whether a format shows more of the articles than the sentences of claims; the texts of many take much memory."""
    if not isinstance(options, Reporting):
        return False
    return "html" in (options.format, *(target_of(output)[0] for output in options.output or ()))


def listed(options: Listing) -> int:
    """Writes the claims of one article after the other to standard output, and says what could not be read."""
    from factcheck.pipeline import list_claims
    from factcheck.report.claims import CLAIM_FORMATS

    form = CLAIM_FORMATS[one_of("--format", options.format, CLAIM_FORMATS)]
    paths, wanted, count = _paths(options), _wanted(options, settings_of(options)), 0
    with Progress() as progress:
        loading, texts = list_claims(paths, form, progress=progress, **wanted)
        for text in texts:
            count += 1
            say(text)
    _say_unread(loading.warnings, loading.skipped)
    if loading.undated:
        raise UsageError(f"--date: no article {', '.join(loading.undated)}")
    return _finished(count, options)


def _paths(options: Selection) -> Sequence[Path]:
    if not options.paths:
        raise UsageError("no PATH was given; name an article or a folder, or set `paths` in a configuration file")
    return options.paths


def _wanted(options: Selection, config: Config | None) -> dict[str, Any]:
    """What every command asks of the pipeline, by the names of its parameters."""
    from factcheck.workers import cores

    if config:
        from factcheck.config import check_kinds
        from factcheck.rulepack import load_pack

        check_kinds(config, load_pack(options.rules or ()).kinds)
    return {
        "rules": options.rules or (),
        "select": options.select or (),
        "ignore": options.ignore or (),
        "dates": dates_of(options.date or ()),
        "columns": columns_of(options.column or ()),
        "cache": not options.no_cache and (options.cache or True),
        "jobs": options.jobs or cores(),
        "suppress": config.suppress if config else (),
        "inline": options.suppressions,
    }


def _say_unread(warnings: Iterable[str], skipped: Iterable[Skipped]) -> None:
    """Tells how articles were read where that left a doubt, and which were not."""
    from factcheck.report.summary import unread

    for warning in (*warnings, *(f"{path} is not read: {reason}" for path, reason in unread(skipped))):
        note(f"warning: {warning}")


def finished(found: Report, options: Selection) -> int:
    """The exit code of a run without errors: whether there was anything to look at, and to look for."""
    drafts = found.draft.articles if found.draft else None
    if found.sources and drafts is not None and not 0 < len(drafts) < len(found.sources):
        note("nothing was checked: " + ("no source to hold the drafts against" if drafts else "no readable draft"))
        return NOTHING_CHECKED
    return _finished(len(found.sources), options)


def _finished(articles: int, options: Selection) -> int:
    if not articles:
        note("nothing was checked: no readable article")
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
