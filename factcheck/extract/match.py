"""Finds which pattern rules hit a sentence: one pass of an RE2 set, then captures where a rule can match."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import re2

from factcheck.extract.shape import Shape
from factcheck.rulepack.pattern import Pattern
from factcheck.rulepack.types import Rule, RulePack

_MAX_MEMORY = 64 << 20  # bytes for the automaton of all rules of a language; a set that needs more fails to compile


class Hit(NamedTuple):
    """A rule's match in a shape: for each group of its pattern the units it covers, None where it took no part."""

    rule: Rule
    pattern: Pattern
    groups: tuple[tuple[int, int] | None, ...]
    start: int
    end: int


class _Compiled(NamedTuple):
    rule: Rule
    pattern: Pattern
    regex: Any
    unless: tuple[Any, ...]


class Matcher:
    """The pattern rules of one language, compiled once."""

    def __init__(self, pack: RulePack, language: str) -> None:
        self._rules = tuple(rule for rule in pack.rules if rule.language == language and rule.match)
        self._patterns = pack.patterns
        self._compiled: dict[int, _Compiled] = {}
        self._set = re2.Set.SearchSet(_options())
        for rule in self._rules:
            self._set.Add(self._patterns[rule.id].match.source)
        if self._rules:
            self._set.Compile()

    def ids(self, shape: Shape) -> list[str]:
        """The rules that match a sentence anywhere, whatever rules them out; in the order of the rules."""
        return [self._rules[index].id for index in self._matching(shape)]

    def hits(self, shape: Shape) -> Iterator[Hit]:
        """Every hit of every rule, overlapping ones included, in the order of the rules."""
        for index in self._matching(shape):
            yield from _hits_of(self._compile(index), shape)

    def _matching(self, shape: Shape) -> list[int]:
        return sorted(self._set.Match(shape.data) or ()) if self._rules else []

    def _compile(self, index: int) -> _Compiled:
        """Captures are compiled only for rules that hit something."""
        if index not in self._compiled:
            rule = self._rules[index]
            patterns = self._patterns[rule.id]
            unless = tuple(_regex(pattern) for pattern in patterns.unless)
            self._compiled[index] = _Compiled(rule, patterns.match, _regex(patterns.match), unless)
        return self._compiled[index]


def _regex(pattern: Pattern) -> Any:
    return re2.compile(pattern.source.encode(), _options())


def _options() -> Any:
    options = re2.Options()
    options.max_mem = _MAX_MEMORY
    options.log_errors = False
    return options


@lru_cache(maxsize=16)
def matcher_for(pack: RulePack, language: str) -> Matcher:
    """The compiled rules of a language, made at first use."""
    return Matcher(pack, language)


def _hits_of(compiled: _Compiled, shape: Shape) -> Iterator[Hit]:
    """Overlapping matches: the search goes on from the second unit of the last match ("A met B met C")."""
    barred = [match.span() for regex in compiled.unless for match in regex.finditer(shape.data)]
    position = 0
    while match := compiled.regex.search(shape.data, position):
        start, end = match.span()
        if not any(a < end and start < b for a, b in barred):
            groups = tuple(_units(shape, match.span(i + 1)) for i in range(len(compiled.pattern.slots)))
            yield Hit(compiled.rule, compiled.pattern, groups, shape.unit_at(start), shape.unit_at(end))
        position = start + 1


def _units(shape: Shape, span: tuple[int, int]) -> tuple[int, int] | None:
    if span[0] < 0:
        return None
    return shape.unit_at(span[0]), shape.unit_at(span[1])
