"""A report against what is known: the baseline, a git revision, and what is not to be heard of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.commands.checking import has_folders, kinds, ran
from factcheck.options import DEFAULT_BASELINE, Keeping, Known, Reporting, Selection, severity_named, today_of
from factcheck.terminal import note

if TYPE_CHECKING:
    from datetime import date

    from factcheck.baseline.file import Entry
    from factcheck.baseline.matching import Matching
    from factcheck.findings import Report


def marked(found: Report, options: Known, entries: Sequence[Entry]) -> Report:
    """`found` against the baseline and a revision, and without the conflicts that are suppressed."""
    today = today_of(options)
    if entries:
        from factcheck.baseline.states import apply

        found = apply(found, entries, today, matching_of(options))
    if isinstance(options, Reporting) and options.against:
        found = _since(found, options, entries, today)
    return _heard(found, options) if found.suppressed else found


def _heard(found: Report, options: Known) -> Report:
    """`found` without the conflicts that are suppressed; tells which suppressions are idle."""
    from factcheck.policy import unused, without_suppressed

    found, judged = without_suppressed(found), kinds(options)
    for item in unused(found, lambda kind: kind in judged if kind else not options.select, has_folders(options)):
        note(f"warning: {item.place}: suppresses nothing ({item.reason}); remove it")
    return found


def _since(found: Report, options: Reporting, entries: Sequence[Entry], today: date) -> Report:
    """`found`, which is marked against the baseline, with what was in conflict at a revision as known too.

    The articles of the revision are read under the same options; ids that the baseline keeps are kept there, too.
    """
    from factcheck.baseline.edits import entries_of
    from factcheck.baseline.matching import Scope
    from factcheck.baseline.states import apply, apply_since
    from factcheck.findings import Severity
    from factcheck.revision import at_revision

    drafts, sources, ref = options.paths or [], options.sources or [], str(options.against)
    with at_revision([*drafts, *sources], ref) as revision:
        for path in revision.missing:
            note(f"{path} is not in {ref}: whatever is in conflict there is new")
        for name in revision.pointers:
            note(f"warning: {name} is not read in {ref}: git holds but a pointer to it (Git LFS)")
        for name in revision.links:
            note(f"warning: {name} is not read in {ref}: it is a symbolic link")
        mine = [revision.paths[path] for path in drafts if path in revision.paths]
        theirs = [revision.paths[path] for path in sources if path in revision.paths]
        if not mine or (sources and not theirs):
            return found
        before = ran(options, mine, theirs)
    matching = matching_of(options)
    before = apply(before, entries, today, matching)
    least = min(Severity.WARNING, severity_named("--fail-level", options.fail_level), key=list(Severity).index)
    return apply_since(found, entries_of(before, least), today, matching._replace(scope=Scope.CORPUS))


def matching_of(options: Selection) -> Matching:
    """How the entries of a baseline are matched in a run with these options."""
    from factcheck.baseline.matching import Matching, Scope
    from factcheck.pipeline import comparer

    fit = comparer([*(options.rules or ())])
    return Matching(fit, fit, kinds(options).__contains__, Scope.FOLDER if has_folders(options) else Scope.FILES)


def known(options: Keeping) -> tuple[Entry, ...]:
    """The entries of the baseline in use; none without one."""
    file = baseline_file(options)
    if options.baseline is None and not file.exists():
        return ()
    from factcheck.baseline.file import read_entries

    return read_entries(file)


def baseline_file(options: Keeping) -> Path:
    """The baseline in use, whether it is there or not: named, else beside the configuration, else in this folder."""
    if options.baseline:
        return options.baseline
    return options.config.parent / DEFAULT_BASELINE if options.config else DEFAULT_BASELINE
