"""Compiles the rules of a pack and finds what is wrong with them: what is broken or without proof does not load."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from factcheck.lexicon import Lexicon
from factcheck.rulepack.pattern import Pattern, WordLookup, compile_pattern, word_lookup
from factcheck.rulepack.read import Steps, hint
from factcheck.rulepack.slots import SLOTS
from factcheck.rulepack.types import Kind, Need, Rule, RulePatterns

# The signs of a pattern in which mistakes are made; one that stands alone has no partner and would mean nothing.
_SIGN = re.compile(
    r"\{(?P<slot>\w+):(?P<type>\w+)\+?\}|<(?P<word>[\w-]+)>|(?P<open>[\[(])|(?P<close>[\])])|(?P<stray>[{}<>])"
)
_FRAME = re.compile(r"\{\w+:\w+\}")
_PARTNER = {"[": "]", "(": ")", "]": "[", ")": "("}

_ALIKE = 0.8  # of a slot's name and a field's, by difflib: above "age" and "stage", below "brigde" and "bridge"

# The fields that mentions fill if their slot is no field itself.
SPREAD = {
    "holder": ("person", "office", "country"),
    "quantity": ("count", "thing"),
    "quote": ("quote", "speaker"),
    "code": ("code", "near"),
    "plate": ("code", "near"),
    "phone": ("code", "near"),
}


class Problem(NamedTuple):
    """Something wrong with a rule: its id, the keys within it that lead there, and where in the text there it is."""

    rule: str
    steps: Steps
    text: str
    at: int
    message: str


class Compiled(NamedTuple):
    """Patterns by rule id, and all problems."""

    patterns: Mapping[str, RulePatterns]
    problems: tuple[Problem, ...]


class _Scope(NamedTuple):
    """What the names in a rule may mean. Without a kind, because it cannot be read, names of fields are not checked."""

    kind: Kind | None
    words: WordLookup
    lists: tuple[str, ...]
    tables: Mapping[str, Any]


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
        own = words.get(rule.language, {})
        lookup = word_lookup(own, common, rule.kind)
        names = [name.rpartition("/")[2] for name in own if name.startswith(f"{rule.kind}/")]
        lists = tuple(name for name in (*names, *common) if lookup(name))
        found = list(_checked(rule, _Scope(kinds.get(rule.kind), lookup, lists, tables)))
        problems += found
        if rule.match and not found:
            patterns[rule.id] = _compiled(rule, lookup)
    return Compiled(patterns, tuple(problems))


def _compiled(rule: Rule, words: WordLookup) -> RulePatterns:
    unless: tuple[Pattern, ...] = tuple(compile_pattern(text, words) for text in rule.unless)
    return RulePatterns(compile_pattern(rule.match, words), unless)


def _checked(rule: Rule, scope: _Scope) -> Iterator[Problem]:
    """All that is wrong with one rule."""
    yield from _bad_whole(rule)
    yield from _bad_names(rule, scope)
    yield from _bad_match(rule, scope) if rule.match else _bad_frame(rule, scope)


def _bad_whole(rule: Rule) -> Iterator[Problem]:
    def problem(message: str) -> Problem:
        return Problem(rule.id, (), "", 0, message)

    if bool(rule.match) == bool(rule.value):
        yield problem("a rule has either `match` (a pattern) or `value` (a frame)")
    if not any(example.claims for example in rule.examples):
        yield problem("no example of a hit: a rule without proof does not load")
    if all(example.claims for example in rule.examples):
        yield problem("no example of a miss (`claims: []`): a rule without proof does not load")


def _bad_names(rule: Rule, scope: _Scope) -> Iterator[Problem]:
    """Fields that the kind does not have."""
    if scope.kind is None:
        return
    near = [name for name, where in rule.near.items() if not where.startswith("<")]
    for key, names in (("values", [*rule.values]), ("near", near)):
        for name in names:
            if name not in scope.kind.fields:
                yield Problem(rule.id, (key, name), "", 0, _no_field(name, scope.kind))


def _no_field(name: str, kind: Kind) -> str:
    return f"{name!r} is no field of {kind.kind}{hint(name, kind.fields)}"


def _bad_match(rule: Rule, scope: _Scope) -> Iterator[Problem]:
    for at, message in (*_bad_pattern(rule.match, scope), *_bad_fields(rule, rule.match, scope.kind)):
        yield Problem(rule.id, ("match",), rule.match, at, message)
    for index, text in enumerate(rule.unless):
        for at, message in _bad_pattern(text, scope):  # what rules a hit out fills no field
            yield Problem(rule.id, ("unless", index), text, at, message)


def _bad_frame(rule: Rule, scope: _Scope) -> Iterator[Problem]:
    if rule.value and not _FRAME.fullmatch(rule.value):
        yield Problem(rule.id, ("value",), rule.value, 0, 'the `value` of a frame is one slot: "{field:type}"')
    else:
        for at, message in (*_bad_pattern(rule.value, scope), *_bad_fields(rule, rule.value, scope.kind)):
            yield Problem(rule.id, ("value",), rule.value, at, message)
    places: list[tuple[Steps, str]] = [(("near", name), where) for name, where in rule.near.items()]
    places += [(("unless", index), where) for index, where in enumerate(rule.unless)]
    for steps, where in places:
        problem = _no_place(where, scope)
        if problem:
            yield Problem(rule.id, steps, where, 0, problem)


def _no_place(where: str, scope: _Scope) -> str | None:
    """What is wrong with the place where a frame looks for a field."""
    if where.startswith("<"):
        name = where.strip("<>")
        return None if scope.words(name) else _no_list(name, scope)
    if where in SLOTS or set(where.split("+")) <= set(scope.tables):
        return None
    return f"{where!r} is no table, slot type or word list{hint(where, [*scope.tables, *SLOTS])}"


def _bad_pattern(text: str, scope: _Scope) -> Iterator[tuple[int, str]]:
    """Mistakes in the signs of a pattern, each with where in it they are."""
    signs = list(_SIGN.finditer(text))
    for sign in signs:
        if sign["slot"] and sign["type"] not in SLOTS:
            yield sign.start("type"), f"unknown slot type {{{sign['type']}}}{hint(sign['type'], SLOTS, '{{{}}}')}"
        elif sign["word"] and not scope.words(sign["word"]):
            yield sign.start(), _no_list(sign["word"], scope)
        elif sign["stray"]:
            yield sign.start(), f"this `{sign['stray']}` belongs to no {{field:type}} and no <word>"
    yield from _bad_brackets(sign for sign in signs if sign["open"] or sign["close"])


def _bad_fields(rule: Rule, text: str, kind: Kind | None) -> Iterator[tuple[int, str]]:
    """Slots that fill no field, though fields are missing.

    A slot may also stand for what lies between two others ("Ada Brandt, 34, was ...") and then has any name: it is a
    mistake where the rule can make no claim without the missing field, or where the name is almost that of one.
    """
    slots = [sign for sign in _SIGN.finditer(text) if sign["slot"]]
    if kind is None:
        return
    filled = {*rule.values, *rule.near}.union(*(_filled(slot["slot"], slot["type"], kind) for slot in slots))
    missing = {name: spec for name, spec in kind.fields.items() if name not in filled and not spec.default}
    stuck = any(spec.need is Need.REQUIRED for spec in missing.values())
    for slot in slots:
        name = slot["slot"]
        if not _filled(name, slot["type"], kind) and (stuck or get_close_matches(name, missing, 1, _ALIKE)):
            yield slot.start("slot"), _no_field(name, kind)


def _filled(name: str, slot_type: str, kind: Kind) -> set[str]:
    """The fields that a slot may fill: its own, or those that the nature of its mentions tells."""
    own = {name} & set(kind.fields)
    mentions = SLOTS.get(slot_type, ())
    told = {field for mention in mentions for field in SPREAD.get(mention, ()) if field in kind.fields}
    return own | (told & {"thing"} if own else told)


def _no_list(name: str, scope: _Scope) -> str:
    return f"unknown word <{name}>{hint(name, scope.lists, '<{}>')}"


def _bad_brackets(signs: Iterable[re.Match[str]]) -> Iterator[tuple[int, str]]:
    """Brackets without a partner: of `[a (b]` the inner one."""
    opened: list[re.Match[str]] = []
    for sign in signs:
        if sign["open"]:
            opened.append(sign)
            continue
        partner = _PARTNER[sign["close"]]
        while opened and opened[-1]["open"] != partner and any(one["open"] == partner for one in opened):
            yield _unclosed(opened.pop())
        if opened and opened[-1]["open"] == partner:
            opened.pop()
        else:
            yield sign.start(), f"this bracket `{sign['close']}` closes none: there is no `{partner}` before it"
    yield from map(_unclosed, opened)


def _unclosed(sign: re.Match[str]) -> tuple[int, str]:
    return sign.start(), f"this bracket `{sign['open']}` is never closed: there is no `{_PARTNER[sign['open']]}` for it"
