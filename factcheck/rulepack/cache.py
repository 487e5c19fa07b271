"""Keeps parsed rule packs for a quick start, with all that was derived from their words.

A pack is one file: the kinds and rules, then each language by itself, so that a run loads only the languages of its
articles. Its name holds hashes of the rules and of the code that reads them: what is stale has another name, what is
damaged or foreign does not unpack, and neither is ever believed. It is no entry of the cache of readings, which every
run would have to open for it, and which may be damaged or locked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from factcheck.kept import cache_folder, packed, unpacked
from factcheck.lexicon import Lexicon
from factcheck.rulepack.types import RulePack

_KEPT = 8  # files: who edits rules leaves one behind at every step


class StoredLexicons(Mapping[str, Lexicon]):
    """The lexicons of a stored pack, each of which is read at first use."""

    def __init__(self, stored: Mapping[str, bytes]) -> None:
        self._stored = stored
        self._read: dict[str, Lexicon] = {}

    def __getitem__(self, language: str) -> Lexicon:
        if language not in self._read:
            self._read[language] = unpacked(self._stored[language])
        return self._read[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._stored)

    def __len__(self) -> int:
        return len(self._stored)


def cached_pack(rules: str, code: str) -> RulePack | None:
    """The pack of rules and code with these hashes; None where there is no file, or none that can be believed."""
    try:
        stored: tuple[RulePack, dict[str, bytes]] = unpacked(memoryview(_file(rules, code).read_bytes()))
        return replace(stored[0], lexicons=StoredLexicons(stored[1]))
    except Exception:  # whatever a foreign file raises, the answer is to parse again
        return None


def store_pack(pack: RulePack, rules: str, code: str) -> None:
    """Best effort and atomic: a read-only home only costs the time to parse again."""
    from tempfile import NamedTemporaryFile

    lexicons = {language: packed(lexicon) for language, lexicon in pack.lexicons.items()}
    target = _file(rules, code)
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, prefix=target.stem, delete=False) as file:
            file.write(packed((replace(pack, lexicons={}), lexicons)))
        os.replace(file.name, target)
        _prune(target.parent)
    except OSError:
        return


def _file(rules: str, code: str) -> Path:
    return cache_folder() / f"rules-{sys.implementation.cache_tag}-{code[:16]}-{rules[:32]}.pickle"


def _prune(folder: Path) -> None:
    """Removes all but the newest files, and what an interrupted run left behind with them."""
    newest = sorted(folder.glob("rules-*"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in newest[_KEPT:]:
        path.unlink(missing_ok=True)
