"""Reads the files of rule packs into one pack, and makes its languages ready: the slow way, taken once.

Every problem of every file is found before `RuleError` is raised.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck.errors import RuleError
from factcheck.lexicon import Lexicon
from factcheck.numbers.words import number_words
from factcheck.rulepack.compile import compile_rules, located
from factcheck.rulepack.read import line_of, merged, read_yaml, structured
from factcheck.rulepack.types import Kind, Rule, RuleFile, RulePack
from factcheck.tag.datewords import date_words
from factcheck.tag.figurewords import figure_words
from factcheck.tag.gazetteer import name_words
from factcheck.tag.quantities import thing_words

# The indexes that take long to build, with the topics they are built from.
_INDEXES = (
    ("dates", date_words),
    ("numbers", number_words),
    ("numbers", figure_words),
    ("names", name_words),
    ("things", thing_words),
)


def parse(folders: Sequence[Path], fingerprint: str) -> RulePack:
    """The pack of these folders, of which later ones add to earlier ones. Raises `RuleError`."""
    files = [(folder, path) for folder in folders for path in sorted(folder.rglob("*.yaml")) if path.is_file()]
    pack = _parse(files, fingerprint)
    for lexicon in pack.lexicons.values():
        for topic, build in _INDEXES:
            if topic in lexicon.sections:
                build(lexicon)
    return pack


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
    lexicons = {language: Lexicon(language, sections, tables) for language, sections in sorted(topics.items())}
    found = compile_rules(rules, kinds, words, lexicons, tables)
    paths = {f"{kind}/{file.language}": path for path, kind, file in rule_files}
    problems += [located(paths[problem.rule.rpartition("/")[0]], problem) for problem in found.problems]
    if problems:
        raise RuleError(problems)
    function_words = {name: tuple(sections.get("words", {}).get("function", ())) for name, sections in topics.items()}
    return RulePack(kinds, tuple(rules), found.patterns, words, lexicons, tables, fingerprint, function_words)


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
