"""Puts rule packs together from folders, and keeps the parsed form for a quick start.

A folder holds `<kind>/kind.yaml`, `<kind>/<language>.yaml`, `languages/<language>/<topic>.yaml` and tables such as
`offices.yaml`. Packs named later add to earlier ones: new kinds and rules, more words in shipped lists.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck.errors import RuleError, UsageError
from factcheck.lexicon import Lexicon
from factcheck.rulepack.compile import compile_rules, located
from factcheck.rulepack.read import line_of, merged, read_yaml, structured
from factcheck.rulepack.types import Kind, Rule, RuleFile, RulePack


def shipped_folder() -> Path:
    """`factcheck/rules` in an installed wheel, `rules` beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load_pack(extra: Sequence[Path] = ()) -> RulePack:
    """The shipped rules with the packs in the folders `extra` added. Raises `RuleError` with every problem found."""
    for folder in extra:
        if not folder.is_dir():
            raise UsageError(f"{folder}: no such rule pack folder")
    folders = [shipped_folder(), *extra]
    files = [(folder, path) for folder in folders for path in _files(folder)]
    fingerprint = _fingerprint(files)
    cached = _from_cache(fingerprint)
    if cached is not None:
        return cached
    pack = _parse(files, fingerprint)
    _to_cache(pack)
    return pack


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.yaml") if path.is_file())


def _fingerprint(files: Iterable[tuple[Path, Path]]) -> str:
    """A hash of names and contents: a checkout can never run stale rules. Paths above the pack stay out of it."""
    digest = hashlib.sha256()
    for folder, path in files:
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return f"sha256:{digest.hexdigest()}"


def _cache_file(fingerprint: str) -> Path:
    """Keyed by content, by the code that reads it and by the interpreter, in the user's own cache folder."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    python = f"{sys.version_info.major}{sys.version_info.minor}"
    return Path(base) / "factcheck" / f"rules-{python}-{_code_fingerprint()}-{fingerprint[7:39]}.pickle"


def _code_fingerprint() -> str:
    """A hash of the modules whose types are stored, so that an upgrade never reads what an older version wrote."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _from_cache(fingerprint: str) -> RulePack | None:
    """The parsed pack, or None: a missing, damaged or foreign file is never believed."""
    try:
        pack = pickle.loads(_cache_file(fingerprint).read_bytes())
    except Exception:  # whatever a damaged file raises, the answer is to parse again
        return None
    return pack if isinstance(pack, RulePack) and pack.fingerprint == fingerprint else None


def _to_cache(pack: RulePack) -> None:
    """Best effort and atomic: a read-only home only costs the time to parse again."""
    target = _cache_file(pack.fingerprint)
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
            file.write(pickle.dumps(pack, protocol=pickle.HIGHEST_PROTOCOL))
        os.replace(file.name, target)
    except OSError:
        return


def _parse(files: Sequence[tuple[Path, Path]], fingerprint: str) -> RulePack:
    problems: list[str] = []
    kinds: dict[str, Kind] = {}
    rule_files: list[tuple[Path, str, RuleFile]] = []
    topics: dict[str, dict[str, Any]] = {}
    tables: dict[str, Any] = {}
    for folder, path in files:
        try:
            parts = path.relative_to(folder).parts
            _place(path, parts, kinds, rule_files, topics, tables)
        except RuleError as error:
            problems += error.problems
    rules, words = _assemble(kinds, rule_files, problems)
    lexicons = {language: Lexicon(language, sections) for language, sections in sorted(topics.items())}
    found = compile_rules(rules, kinds, words, lexicons, tables)
    paths = {f"{kind}/{file.language}": path for path, kind, file in rule_files}
    problems += [located(paths[problem.rule.rpartition("/")[0]], problem) for problem in found.problems]
    if problems:
        raise RuleError(problems)
    return RulePack(kinds, tuple(rules), found.patterns, words, lexicons, tables, fingerprint)


def _place(
    path: Path,
    parts: tuple[str, ...],
    kinds: dict[str, Kind],
    rule_files: list[tuple[Path, str, RuleFile]],
    topics: dict[str, dict[str, Any]],
    tables: dict[str, Any],
) -> None:
    """Puts one file where it belongs, by its place in the folder."""
    data = read_yaml(path)
    if parts[0] == "languages" and len(parts) == 3:
        sections = topics.setdefault(parts[1], {})
        sections[path.stem] = merged(sections.get(path.stem, {}), data or {})
    elif len(parts) == 1:
        tables[path.stem] = merged(tables.get(path.stem, {}), data or {})
    elif path.stem == "kind":
        kind = structured(path, data, Kind)
        if kind.kind != parts[-2]:
            raise RuleError([f"{path}: kind {kind.kind!r} does not match its folder {parts[-2]!r}"])
        kinds[kind.kind] = kind
    else:
        rule_files.append((path, parts[-2], structured(path, data, RuleFile)))


def _assemble(
    kinds: dict[str, Kind], rule_files: Sequence[tuple[Path, str, RuleFile]], problems: list[str]
) -> tuple[list[Rule], dict[str, dict[str, tuple[str, ...]]]]:
    """Rules with their full ids, and the word lists that their kinds bring."""
    rules: dict[str, Rule] = {}
    words: dict[str, dict[str, tuple[str, ...]]] = {}
    for path, kind, file in rule_files:
        if kind not in kinds:
            problems.append(f"{path}: there is no {kind}/kind.yaml in this pack or an earlier one")
            continue
        lists = words.setdefault(file.language, {})
        for name, items in file.words.items():
            lists[f"{kind}/{name}"] = lists.get(f"{kind}/{name}", ()) + items
        for rule in file.rules:
            full = f"{kind}/{file.language}/{rule.id}"
            if full in rules:
                line, column = line_of(path, f"id: {rule.id}")
                problems.append(f"{path}:{line}:{column}: rule {full} is defined twice")
            rules[full] = replace(rule, id=full, kind=kind, language=file.language)
    return list(rules.values()), words
