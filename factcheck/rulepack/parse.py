"""Reads the files of rule packs into one pack, and makes its languages ready: the slow way, taken once.

Every problem of every file is found before `RuleError` is raised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from factcheck.fields import FIELD_TYPES
from factcheck.lexicon import Lexicon
from factcheck.numbers.words import number_words
from factcheck.rulepack.compile import compile_rules
from factcheck.rulepack.read import Mistake, MistakesError, Steps, hint, merged, place_of, read_yaml, structured
from factcheck.rulepack.types import FieldSpec, Kind, Role, Rule, RuleFile, RulePack
from factcheck.tag.datewords import date_words
from factcheck.tag.elsewhere import elsewhere_words
from factcheck.tag.figurewords import figure_words
from factcheck.tag.gazetteer import name_words
from factcheck.tag.quantities import thing_words

T = TypeVar("T")

# The indexes that take long to build, with the topics they are built from.
_INDEXES = (
    ("dates", date_words),
    ("numbers", number_words),
    ("numbers", figure_words),
    ("names", name_words),
    ("things", thing_words),
    ("things", elsewhere_words),
)


class _PlacedRule(NamedTuple):
    """A rule with its full id, and where it stands: the file and the place among its rules, from 0."""

    rule: Rule
    path: Path
    number: int


@dataclass
class _Contents:
    """What the files hold, and what is wrong with them."""

    kinds: dict[str, Kind] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)  # those with a kind.yaml, also with a broken one
    rules: list[_PlacedRule] = field(default_factory=list)
    words: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    topics: dict[str, dict[str, Any]] = field(default_factory=dict)
    tables: dict[str, Any] = field(default_factory=dict)
    homes: list[tuple[Path, str]] = field(default_factory=list)  # files of rules, and their folders
    mistakes: list[Mistake] = field(default_factory=list)

    def structured(self, path: Path, data: Any, into: type[T], within: Steps = ()) -> T | None:
        """The data as `into`; None where that is not possible, and then why not is among the mistakes."""
        try:
            return structured(path, data, into, within)
        except MistakesError as error:
            self.mistakes += error.mistakes
            return None

    def mistake(self, path: Path, steps: Steps, message: str, text: str = "", at: int = 0) -> None:
        """Notes what is wrong with what the steps lead to."""
        self.mistakes.append((path, *place_of(path, steps, text, at), message))


def parse(folders: Sequence[Path], fingerprint: str) -> RulePack:
    """The pack of these folders, of which later ones add to earlier ones. Raises `RuleError`."""
    pack = _pack(_contents(folders), fingerprint)
    for lexicon in pack.lexicons.values():
        for topic, build in _INDEXES:
            if topic in lexicon.sections:
                build(lexicon)
    return pack


def _contents(folders: Sequence[Path]) -> _Contents:
    contents = _Contents()
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*.yaml") if path.is_file()):
            parts = path.relative_to(folder).parts
            if path.stem == "kind" and len(parts) > 1:
                contents.folders.add(parts[-2])
            try:
                _place(path, parts, read_yaml(path), contents)
            except MistakesError as error:
                contents.mistakes += error.mistakes
    return contents


def _place(path: Path, parts: tuple[str, ...], data: Any, contents: _Contents) -> None:
    """Puts one file where it belongs, by its place in the folder."""
    data = {} if data is None else data
    if not isinstance(data, Mapping):
        contents.mistake(path, (), "expected keys with values at the top level")
    elif parts[0] == "languages" and len(parts) == 3:
        sections = contents.topics.setdefault(parts[1], {})
        sections[path.stem] = merged(sections.get(path.stem, {}), data)
    elif len(parts) == 1:
        contents.tables[path.stem] = merged(contents.tables.get(path.stem, {}), data)
    elif path.stem == "kind":
        _place_kind(path, parts[-2], data, contents)
    else:
        _place_rules(path, parts[-2], data, contents)


def _place_kind(path: Path, folder: str, data: Mapping[str, Any], contents: _Contents) -> None:
    """A kind, field by field. What cannot be read of it is made up: its rules are still checked, but never run."""
    listed = data.get("fields")
    if not isinstance(listed, Mapping):
        contents.structured(path, data, Kind)
        return
    kind = contents.structured(path, {**data, "fields": {}}, Kind)
    if "kind" in data and data["kind"] != folder:
        contents.mistake(path, ("kind",), f"kind {data['kind']!r} does not match its folder {folder!r}")
    fields = {str(name): _field(path, str(name), spec, contents) for name, spec in listed.items()}
    kind = replace(kind or Kind(folder, "", {}), fields=fields)
    for steps, question in ((("question",), kind.question), *((("asked", k), q) for k, q in kind.asked.items())):
        for name in dict.fromkeys(re.findall(r"\{(\w*)\}", question)):
            if name not in fields:
                contents.mistake(path, steps, f"the question names the unknown field {name!r}{hint(name, fields)}")
    contents.kinds[folder] = kind


def _field(path: Path, name: str, data: Any, contents: _Contents) -> FieldSpec:
    kind = data.get("type") if isinstance(data, Mapping) else None
    if isinstance(kind, str) and kind not in FIELD_TYPES:
        message = f"field {name!r} has the unknown type {kind!r}{hint(kind, FIELD_TYPES)}"
        contents.mistake(path, ("fields", name, "type"), message)
    return contents.structured(path, data, FieldSpec, ("fields", name)) or FieldSpec("term", Role.CONTEXT)


def _place_rules(path: Path, kind: str, data: Mapping[str, Any], contents: _Contents) -> None:
    """The words and rules of one language, rule by rule."""
    contents.homes.append((path, kind))
    listed = data.get("rules", ())
    if not isinstance(listed, Sequence) or isinstance(listed, str):
        contents.mistake(path, ("rules",), "expected a list of rules")
        listed = ()
    rules = [contents.structured(path, rule, Rule, ("rules", index)) for index, rule in enumerate(listed)]
    file = _head(path, {key: value for key, value in data.items() if key != "rules"}, contents)
    if file is None:
        return
    lists = contents.words.setdefault(file.language, {})
    for name, items in file.words.items():
        lists[f"{kind}/{name}"] = lists.get(f"{kind}/{name}", ()) + items
    for index, rule in enumerate(rules):
        if rule:
            full = replace(rule, id=f"{kind}/{file.language}/{rule.id}", kind=kind, language=file.language)
            contents.rules.append(_PlacedRule(full, path, index))


def _head(path: Path, data: Mapping[str, Any], contents: _Contents) -> RuleFile | None:
    """A file without its rules, which a key too many keeps from running but not from being checked."""
    known = {key: data[key] for key in ("language", "words") if key in data}
    file = contents.structured(path, known, RuleFile)
    if len(data) > len(known):
        contents.structured(path, data, RuleFile)
    return file


def _pack(contents: _Contents, fingerprint: str) -> RulePack:
    """The pack of what the files hold, if nothing is wrong with any of them."""
    topics, tables = contents.topics, contents.tables
    lexicons = {language: Lexicon(language, sections, tables) for language, sections in sorted(topics.items())}
    rules = tuple(placed.rule for placed in contents.rules)
    found = compile_rules(rules, contents.kinds, contents.words, lexicons, tables)
    places = {placed.rule.id: placed for placed in contents.rules}
    for problem in found.problems:
        _, path, index = places[problem.rule]
        contents.mistake(path, ("rules", index, *problem.steps), problem.message, problem.text, problem.at)
    if mistakes := [*contents.mistakes, *_homeless(contents), *_twice(contents)]:
        raise MistakesError(mistakes)
    function_words = {name: tuple(sections.get("words", {}).get("function", ())) for name, sections in topics.items()}
    return RulePack(
        contents.kinds, rules, found.patterns, contents.words, lexicons, tables, fingerprint, function_words
    )


def _homeless(contents: _Contents) -> Iterator[Mistake]:
    for path, kind in contents.homes:
        if kind not in contents.folders:
            yield path, 0, 0, f"there is no {kind}/kind.yaml in this pack or an earlier one"


def _twice(contents: _Contents) -> Iterator[Mistake]:
    seen: set[str] = set()
    for rule, path, index in contents.rules:
        if rule.id in seen:
            yield path, *place_of(path, ("rules", index, "id")), f"rule {rule.id} is defined twice"
        seen.add(rule.id)
