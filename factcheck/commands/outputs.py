"""Where a report goes: standard output, the files of `--output`, and the summary of a GitHub job."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.options import Reporting, target_of
from factcheck.terminal import say, write_file

if TYPE_CHECKING:
    from factcheck.findings import Report
    from factcheck.report import View

Target = tuple[str, Path]
"""A format and the file to write it to."""


def targets_of(options: Reporting) -> list[Target]:
    """The files to write. Raises `UsageError` for one that is named twice or that a later run would read."""
    from factcheck.load import is_read

    targets = [target_of(output) for output in options.output or ()]
    files = [path.absolute() for _, path in targets]
    for _, path in targets:
        if files.count(path.absolute()) > 1:
            raise UsageError(f"--output: {path} is named twice")
        folders = [folder for folder in options.paths or () if folder.is_dir() and _below(path, folder)]
        if folders and is_read(path.name):
            raise UsageError(f"--output: later runs would read {path} as an article of {folders[0]}; put it elsewhere")
    return targets


def publish(report: Report, form: str, targets: Sequence[Target], view: View) -> None:
    """Writes `report` to the files of `targets`, each whole or not at all, then to standard output as `form`.

    Where `github` is among the formats, the table of `markdown` goes to the summary of the job as well.
    """
    from factcheck.report import render

    plain = view._replace(color=False)
    for name, path in targets:
        write_file(path, render(report, name, plain))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and "github" in (form, *(name for name, _ in targets)):
        with open(summary, "a", encoding="utf-8", newline="") as file:  # other steps write there too
            file.write(render(report, "markdown", plain))
    say(render(report, form, view))


def paths_below_repository(paths: Sequence[Path]) -> Callable[[str], str]:
    """Turns the id of an article at or below `paths` into its path below the repository around the working directory.

    Without a repository it is the path below the working directory. An article outside keeps its id: no output tells
    where else on a machine something is. Nothing is looked up before the first call.
    """

    @cache
    def known() -> dict[str, str]:
        from factcheck.load import article_files

        here = Path.cwd()
        root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
        found = {id: Path(file) for id, file in article_files(paths).items()}
        return {id: file.relative_to(root).as_posix() for id, file in found.items() if file.is_relative_to(root)}

    return lambda article: known().get(article, article)


def _below(path: Path, folder: Path) -> bool:
    return Path(os.path.abspath(path)).is_relative_to(os.path.abspath(folder))
