"""The articles of a git revision, as a temporary copy made from git's objects; the work tree plays no part."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO, NamedTuple

from factcheck.errors import UsageError
from factcheck.load import is_read

# A hook runs with variables that name its own repository, relative to a folder that is not ours; a partial clone
# would fetch what it lacks.
_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
_QUIET = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
_LFS = b"version https://git-lfs.github.com/spec/"  # how the file begins that stands for one that git does not hold


class Revision(NamedTuple):
    """The copies of the given paths, and the paths that the revision does not hold.

    `pointers` are files of Git LFS, which git does not hold, `links` symbolic links; both are left out.
    """

    paths: Mapping[Path, Path]
    missing: tuple[Path, ...]
    pointers: tuple[str, ...]
    links: tuple[str, ...]


class _Blob(NamedTuple):
    """A file of a tree: its path below the top of the repository, and the name of its object."""

    path: str
    object: str
    link: bool


@contextmanager
def at_revision(paths: Sequence[Path], ref: str) -> Iterator[Revision]:
    """The articles at `paths` as they are in the revision `ref`, for as long as the context lasts.

    Article ids come out as for `paths` themselves. Submodules are left out. Raises `UsageError` where there is no git,
    no repository around `paths`, more than one, or no such revision.
    """
    top = _top(paths)
    commit = _commit(top, ref)
    names = {path: os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/") for path in paths}
    wanted = sorted(set(names.values()))
    blobs = [blob for blob in _listed(top, commit, wanted) if _is_article(blob, wanted)]
    there = {name for name in wanted if any(_below(blob.path, name) for blob in blobs)}
    with TemporaryDirectory(prefix="factcheck-") as folder:
        pointers = tuple(_copied(top, [blob for blob in blobs if not blob.link], Path(folder)))
        for name in there:
            if not (place := Path(folder, name)).exists():  # all that it holds is left out
                place.mkdir(parents=True)
        yield Revision(
            pointers=pointers,
            links=tuple(blob.path for blob in blobs if blob.link),
            paths={path: Path(folder, name) for path, name in names.items() if name in there},
            missing=tuple(path for path, name in names.items() if name not in there),
        )


def _top(paths: Sequence[Path]) -> str:
    """The top folder of the one repository that holds all paths."""
    folders = sorted({os.path.realpath(path if path.is_dir() else path.parent) for path in paths})
    tops = {os.path.realpath(_git(folder, "rev-parse", "--show-toplevel").removesuffix("\n")) for folder in folders}
    if len(tops) != 1:
        raise UsageError("--against: the articles are in several repositories; check one at a time")
    return tops.pop()


def _commit(top: str, ref: str) -> str:
    try:
        if not ref or ref.startswith("-"):  # git would take it for an option
            raise UsageError("")
        return _git(top, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").strip()
    except UsageError:
        hint = "check its name; a shallow clone, as CI makes one, must fetch it first"
        raise UsageError(f"--against: no such revision: {ref}; {hint}") from None


def _listed(top: str, commit: str, names: Sequence[str]) -> list[_Blob]:
    below = [] if "." in names else ["--", *names]
    blobs = []
    for line in _git(top, "ls-tree", "-r", "-z", "--full-tree", commit, *below).split("\0")[:-1]:
        about, _, path = line.partition("\t")
        mode, kind, name = about.split()
        if kind == "blob":  # a submodule is a commit
            blobs.append(_Blob(path, name, mode == "120000"))
    return blobs


def _is_article(blob: _Blob, wanted: Sequence[str]) -> bool:
    """Whether the file would be read: as an article, or named. A tree made by hand may point out of its folder."""
    path = PurePosixPath(blob.path)
    return (is_read(path.name) or blob.path in wanted) and ".." not in path.parts


def _below(path: str, name: str) -> bool:
    return name == "." or path == name or path.startswith(f"{name}/")


def _copied(top: str, blobs: Sequence[_Blob], folder: Path) -> Iterator[str]:
    """Writes the blobs below `folder`; yields the paths of those that only point to a text elsewhere."""
    with subprocess.Popen(
        ["git", "-C", top, "cat-file", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment()
    ) as git:
        assert git.stdin and git.stdout
        for blob in blobs:
            git.stdin.write(f"{blob.object}\n".encode())
            git.stdin.flush()
            data = _answer(git.stdout, blob)
            if data.startswith(_LFS):
                yield blob.path
                continue
            place = folder / blob.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)


def _answer(stream: IO[bytes], blob: _Blob) -> bytes:
    """The object that `git cat-file --batch` was asked for: a line with its size, then itself and a line end."""
    head = stream.readline().split()
    if len(head) != 3:
        raise UsageError(f"--against: {blob.path} is not in this clone, which is partial; fetch it first")
    size = int(head[2])
    return stream.read(size + 1)[:size]


def _git(folder: str, *arguments: str) -> str:
    command = ["git", "-C", folder, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, env=_environment(), stdin=subprocess.DEVNULL, check=False)
    except OSError:
        raise UsageError("--against: git cannot be run; install it, or put it on the PATH") from None
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().partition("\n")[0].removeprefix("fatal: ")
        raise UsageError(f"--against: {os.path.relpath(folder)}: {said or 'git failed'}")
    return os.fsdecode(done.stdout)


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _HOOK} | _QUIET
