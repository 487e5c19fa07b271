"""Compiles the rules of a pack and finds what is wrong with them: what is broken or without proof does not load."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.fields import FIELD_TYPES
from factcheck.lexicon import Lexicon
from factcheck.rulepack.pattern import Pattern, PatternError, WordLookup, compile_pattern, word_lookup
from factcheck.rulepack.read import line_of
from factcheck.rulepack.slots import SLOTS
from factcheck.rulepack.types import Kind, Rule, RulePatterns


class Problem(NamedTuple):
    """Something wrong with a rule: the text of the file that it concerns (to find the line) and where in that text."""

    rule: str
    needle: str
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Compiled:
    """Patterns by rule id, and all problems."""

    patterns: Mapping[str, RulePatterns]
    problems: tuple[Problem, ...]


def compile_rules(
    rules: Sequence[Rule],
    kinds: Mapping[str, Kind],
    words: Mapping[str, Mapping[str, tuple[str, ...]]],
    lexicons: Mapping[str, Lexicon],
    tables: Mapping[str, Any],
) -> Compiled:
    """Every pattern of every rule; problems are collected, so that one run shows them all."""
    patterns: dict[str, RulePatterns] = {}
    problems: list[Problem] = []
    for rule in rules:
        lexicon = lexicons.get(rule.language)
        common = lexicon.sections.get("words", {}) if lexicon else {}
        lookup = word_lookup(words.get(rule.language, {}), common, rule.kind)
        problems += _checked(rule, kinds[rule.kind], tables, lookup)
        if rule.match:
            try:
                unless = tuple(_compiled(rule, text, lookup) for text in rule.unless)
                patterns[rule.id] = RulePatterns(_compiled(rule, rule.match, lookup), unless)
            except _BadPatternError as bad:
                problems.append(bad.problem)
    return Compiled(patterns, tuple(problems))


class _BadPatternError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _compiled(rule: Rule, text: str, lookup: WordLookup) -> Pattern:
    try:
        return compile_pattern(text, lookup)
    except PatternError as error:
        raise _BadPatternError(Problem(rule.id, text, error.column, str(error))) from None


def _checked(rule: Rule, kind: Kind, tables: Mapping[str, Any], lookup: WordLookup) -> Iterator[Problem]:
    needle = f"id: {rule.id.rpartition('/')[2]}"

    def problem(message: str, text: str = needle) -> Problem:
        return Problem(rule.id, text, 0, message)

    if bool(rule.match) == bool(rule.value):
        yield problem("a rule has either `match` (a pattern) or `value` (a frame)")
    if not any(example.claims for example in rule.examples):
        yield problem("no example of a hit: a rule without proof does not load")
    if all(example.claims for example in rule.examples):
        yield problem("no example of a miss (`claims: []`): a rule without proof does not load")
    for name in (*rule.values, *rule.near):
        if name not in kind.fields and not str(rule.near.get(name, "")).startswith("<"):
            yield problem(f"{name!r} is no field of {kind.kind}{_hint(name, kind.fields)}", name)
    for where in (*rule.near.values(), *(rule.unless if rule.value else ())):
        table = where in SLOTS or set(where.split("+")) <= set(tables)
        known = lookup(where.strip("<>")) if where.startswith("<") else table
        if not known:
            yield problem(f"{where!r} is no table, mention type or word list{_hint(where, [*tables, *SLOTS])}", where)
    yield from (problem(message, text) for text, message in _bad_fields(kind))


def _bad_fields(kind: Kind) -> Iterator[tuple[str, str]]:
    for name, spec in kind.fields.items():
        if spec.type not in FIELD_TYPES:
            hint = _hint(spec.type, FIELD_TYPES)
            yield name, f"field {name!r} of {kind.kind} has the unknown type {spec.type!r}{hint}"


def _hint(word: str, known: Any) -> str:
    close = get_close_matches(word, list(known), 1)
    return f"; did you mean {close[0]!r}?" if close else ""


def located(path: Path, problem: Problem) -> str:
    """The problem with its file, line and column."""
    line, column = line_of(path, problem.needle)
    return f"{path}:{line}:{column + problem.column}: {problem.message} (rule {problem.rule})"
