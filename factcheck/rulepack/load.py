"""Loads rule packs from folders, from their parsed form where that is still good.

A folder holds `<kind>/kind.yaml`, `<kind>/<language>.yaml`, `languages/<language>/<topic>.yaml` and tables such as
`offices.yaml`. Packs named later add to earlier ones: new kinds and rules, more words in shipped lists.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.rulepack.cache import cached_pack, store_pack
from factcheck.rulepack.types import RulePack

_PACKAGE = Path(__file__).resolve().parent.parent
# What rules pass through on their way into the cache: this package and the layers below it.
_CODE = (
    "decisions.py", "errors.py", "fields.py", "findings.py", "kept.py", "lexicon.py", "model.py", "numbers",
    "phrases.py", "rulepack", "tables", "tag", "tokens.py", "values",
)  # fmt: skip


def shipped_folder() -> Path:
    """`factcheck/rules` in an installed wheel, `rules` beside the package in a checkout."""
    inside = _PACKAGE / "rules"
    return inside if inside.is_dir() else _PACKAGE.parent / "rules"


def load_pack(extra: Sequence[Path] = ()) -> RulePack:
    """The shipped rules with the packs in the folders `extra` added. Raises `RuleError` with every problem found."""
    for folder in extra:
        if not folder.is_dir():
            raise UsageError(f"{folder}: no such rule pack folder")
    folders = [shipped_folder(), *extra]
    rules = _hash(file for folder in folders for file in _files(folder, _paths(folder, ".yaml")))
    cached = cached_pack(rules, code := code_hash())
    if cached is not None:
        return cached
    from factcheck.rulepack.parse import parse  # what only a first run needs is not loaded by every other

    pack = parse(folders, f"sha256:{rules}")
    store_pack(pack, rules, code)
    return pack


def code_hash() -> str:
    """A hash of all code and tables that a stored pack is made by."""
    paths = [parts for parts in _paths(_PACKAGE, (".py", ".json")) if parts[0] in _CODE]
    return _hash(_files(_PACKAGE, paths))


def _paths(folder: Path, suffixes: str | tuple[str, ...]) -> list[list[str]]:
    """The parts of the paths, below a folder, of the files with these suffixes, in order."""
    return sorted(
        os.path.relpath(os.path.join(place, name), folder).split(os.sep)
        for place, _, names in os.walk(folder)
        for name in names
        if name.endswith(suffixes)
    )


def _files(folder: Path, paths: Iterable[list[str]]) -> Iterator[tuple[str, bytes]]:
    return (("/".join(parts), folder.joinpath(*parts).read_bytes()) for parts in paths)


def _hash(files: Iterable[tuple[str, bytes]]) -> str:
    """A hash of names and contents: a checkout can never run stale rules. Paths above the folder stay out of it."""
    digest = sha256()
    for name, content in files:
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
