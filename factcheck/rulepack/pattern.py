"""Compiles the `match` of a rule into RE2 over shapes.

| in a rule | means |
|---|---|
| `{name:type}` | one mention of that type, captured; `{name:type+}` a list of them |
| `<word>` | one of the word list; an item may end in `*` (any ending) |
| `[...]`, `(a|b)` | optional, alternatives |
| `...` | a gap in the sentence, not over a mention of the type of a slot beside it (see `_neighbours`) |
| `..` | the same, of at most three words |
| `^` | the start of the sentence or of a clause |

A gap that skipped a mention of its neighbour's type would join the wrong ones: "X said Y arrived" must give Y.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from factcheck.rulepack.slots import SLOTS, SYMBOL
from factcheck.tokens import tokens_of

_PART = re.compile(
    r"\{(?P<slot>\w+):(?P<type>\w+)(?P<list>\+?)\}|<(?P<word>[\w-]+)>|(?P<gap>\.\.\.?)|(?P<sign>[\[\]()|^])|(?P<text>[^\s{}<>\[\]()|^]+)"
)
_LIST_GAP = 8  # words between two members of a list: "as well as several other officials such as"


class Slot(NamedTuple):
    """A captured group of a pattern: a typed slot, or a word list (`type` is then empty)."""

    name: str
    type: str = ""
    many: bool = False


class Pattern(NamedTuple):
    """RE2 source over shapes and what its groups mean, in order."""

    source: str
    slots: tuple[Slot, ...]


# "Lisbon, Portugal," and "Lisbon (Portugal)" are one place: the wider one after it belongs to the slot.
_PLACES = frozenset(("place", "country"))
_WIDER = f"(?: [,(] {SYMBOL['place']}(?: [),])?| (?:di|in) {SYMBOL['place']})*"


class PatternError(ValueError):
    """A pattern that cannot be compiled; `column` is where in the pattern, from 0."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


WordLookup = Callable[[str], tuple[str, ...] | None]


def compile_pattern(match: str, words: WordLookup) -> Pattern:
    """The pattern for a rule's `match`; raises `PatternError` for an unknown slot type or word list."""
    parts = list(_PART.finditer(match))
    source, slots = [], []
    for index, part in enumerate(parts):
        if part["slot"]:
            slots.append(_slot(part))
            source.append(_slot_source(slots[-1]))
        elif part["word"]:
            slots.append(Slot(part["word"]))
            source.append(f" ({_alternatives(_list_of(part, words))})")
        elif part["gap"]:
            source.append(_gap_source(part["gap"], _neighbours(parts, index)))
        else:
            source.append(_sign_source(part["sign"]) if part["sign"] else _literal(part["text"]))
    return Pattern("".join(source) + " ", tuple(slots))


def _slot(part: re.Match[str]) -> Slot:
    if part["type"] not in SLOTS:
        raise PatternError(f"unknown slot type {{{part['type']}}}; one of {', '.join(SLOTS)}", part.start("type"))
    return Slot(part["slot"], part["type"], bool(part["list"]))


def _slot_source(slot: Slot) -> str:
    one = f"[{_symbols(slot.type)}]"
    # The shape's tokens are single symbols here, so the list grows greedily over short gaps of other words.
    if slot.many:
        return f" ({one}(?:(?: [^ ;.]+){{0,{_LIST_GAP}}} {one})*)"
    return f" ({one}){_WIDER if slot.type in _PLACES else ''}"


def _symbols(slot_type: str) -> str:
    return "".join(SYMBOL[name] for name in SLOTS[slot_type])


def _list_of(part: re.Match[str], words: WordLookup) -> tuple[str, ...]:
    items = words(part["word"])
    if not items:
        raise PatternError(f"unknown word <{part['word']}>", part.start("word") - 1)
    return items


def _alternatives(items: tuple[str, ...]) -> str:
    return "|".join(_item(item) for item in sorted(set(items), key=lambda item: (-len(item), item)))


def _item(item: str) -> str:
    """A word or phrase, cut into tokens as articles are; a final `*` stands for any ending."""
    stem = item.removesuffix("*")
    text = " ".join(re.escape(token.lower) for token in tokens_of(stem))
    return text + "[^ ]*" if item.endswith("*") else text


def _literal(text: str) -> str:
    return " " + _item(text)


def _sign_source(sign: str) -> str:
    return {"[": "(?:", "]": ")?", "(": "(?:", "|": "|", ")": ")", "^": r"(?:^|(?: [,;:(\"–—-]))"}[sign]


def _neighbours(parts: list[re.Match[str]], index: int) -> str:
    """Symbols of the slots beside a gap that nothing but gaps ties to a place in the sentence.

    A slot that stands right beside a word ("to {place}") is tied by it, and others of its type may follow.
    """
    loose = [parts[at] for at, beyond in ((index - 1, index - 2), (index + 1, index + 2)) if _loose(parts, at, beyond)]
    return "".join(_symbols(part["type"]) for part in loose if part["type"] in SLOTS)


def _loose(parts: list[re.Match[str]], at: int, beyond: int) -> bool:
    if not 0 <= at < len(parts) or not parts[at]["slot"]:
        return False
    return not 0 <= beyond < len(parts) or bool(parts[beyond]["gap"])


def _gap_source(gap: str, barred: str) -> str:
    word = f"(?: [^ ;{barred}][^ ]*)"
    return f"{word}{{0,3}}?" if gap == ".." else f"{word}*?"


def word_lookup(language: Mapping[str, tuple[str, ...]], common: Mapping[str, object], kind: str) -> WordLookup:
    """Finds a word list by name: the kind's own first, then the language's."""

    def find(name: str) -> tuple[str, ...] | None:
        own = language.get(f"{kind}/{name}")
        shared = common.get(name)
        return own or (tuple(str(item) for item in shared) if isinstance(shared, (list, tuple)) else None)

    return find
