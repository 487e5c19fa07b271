"""The file of a baseline: YAML that people read, review and merge.

Sorted, a blank line between entries, no time, no line numbers, no counts: the same entries give the same bytes. A frame
of comment lines, one for each letter that an id may begin with, stands in every file: git merges what two branches add
only where a line that neither touched lies between.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.decisions import Decision, Status
from factcheck.errors import BaselineError, RuleError

VERSION = 1

_HEADER = f"""\
# Known conflicts; `factcheck check` fails on others only. Written by `factcheck baseline`, which keeps no comments:
# what there is to say belongs in `reason`. The letters keep apart what two branches add, so that git can merge them.
version: {VERSION}

conflicts:
"""
_LETTERS = "234567abcdefghijklmnopqrstuvwxyz"  # of base 32, in which ids are written
_END = "# end\n"
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")  # what YAML 1.2 (5.1) does not hold unescaped
_REMEDY = "mend the file, or delete it and run `factcheck baseline create`"
_DECIDED = (Status.ACCEPTED, Status.FALSE_POSITIVE)
_UNMERGED = ("<<<<<<< ", ">>>>>>> ")  # how git marks what it could not merge

Texts = Mapping[str, str]
"""Canonical texts by the name of their field."""

Problem = tuple[tuple[str | int, ...], str]
"""The keys and indices that lead to what is wrong, and what it is."""


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """An answer of an entry, with the first source that gave it when the entry was written."""

    id: str
    text: str
    value: Texts
    source: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A known conflict, and what was decided about it; after the day `expires` it counts as new."""

    id: str
    kind: str
    question: str
    key: Texts
    answers: tuple[KnownAnswer, ...]
    status: Status = Status.OPEN
    reason: str = ""
    expires: date | None = None

    @property
    def decision(self) -> Decision:
        return Decision(self.status, self.reason, self.expires)

    @property
    def sources(self) -> frozenset[str]:
        """The articles that its answers rest on, as far as the entry names them."""
        return frozenset(answer.source for answer in self.answers)


@dataclass(frozen=True, slots=True)
class _File:
    version: int
    conflicts: tuple[Entry, ...]


def dump_entries(entries: Iterable[Entry]) -> str:
    """The text of a baseline file. Scalars are quoted: no id reads as a number."""
    frame = [(f"fc-{letter}", 0, f"# {letter}\n") for letter in _LETTERS]
    blocks = [(entry.id, 1, _dumped(entry)) for entry in entries]
    return _HEADER + "".join(text for _, _, text in sorted([*frame, *blocks])) + _END


def read_entries(path: Path) -> tuple[Entry, ...]:
    """The entries of a baseline file. Raises `BaselineError`, naming all problems with line and column."""
    if not path.is_file():
        raise BaselineError(f"{path}: no such baseline; `factcheck baseline create` writes one")
    try:
        return _read(path)
    except RuleError as error:
        raise BaselineError("\n".join(f"{problem}; {_REMEDY}" for problem in error.problems)) from error


def _read(path: Path) -> tuple[Entry, ...]:
    from factcheck.rulepack.read import MistakesError, place_of, read_yaml, structured

    if marks := list(_unmerged(path)):
        raise MistakesError((path, line, 1, "two versions are not merged: keep the entries of both") for line in marks)
    data = read_yaml(path)
    if not isinstance(data, Mapping):
        raise MistakesError([(path, 1, 1, "this is no baseline")])
    if "conflicts" in data and data["conflicts"] is None:
        data = {**data, "conflicts": []}
    mistakes = [(path, *place_of(path, steps), said) for steps, said in _contradictions(data)]
    try:
        entries = structured(path, data, _File).conflicts
    except MistakesError as error:
        mistakes += error.mistakes
    if mistakes:
        raise MistakesError(mistakes)
    return entries


def _unmerged(path: Path) -> Iterator[int]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, ValueError):
        return  # whoever reads the file says so
    yield from (number for number, line in enumerate(lines, 1) if line.startswith(_UNMERGED))


def _contradictions(data: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong although every value is of the right sort."""
    version = data.get("version", VERSION)
    if version != VERSION:
        yield ("version",), f"version {version} is not the one this factcheck reads ({VERSION})"
    entries = data.get("conflicts")
    seen: set[str] = set()
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, Mapping):
            id = str(entry.get("id"))
            if id in seen:
                yield ("conflicts", number, "id"), f"{id} stands here twice"
            seen.add(id)
            if entry.get("status") in _DECIDED and not str(entry.get("reason") or "").strip():
                yield ("conflicts", number, "status"), f"{id} is {entry['status']} without a reason"


def _dumped(entry: Entry) -> str:
    """What people decide stands in the middle, where no neighbour touches it and a diff shows what it is about."""
    lines = [
        f"- id: {_quoted(entry.id)}",
        f"  kind: {_quoted(entry.kind)}",
        f"  question: {_quoted(entry.question)}",
        f"  status: {entry.status.value}",
        *([f"  reason: {_quoted(entry.reason)}"] if entry.reason else []),
        *([f"  expires: {entry.expires.isoformat()}"] if entry.expires else []),
        *_dumped_texts("key", entry.key, "  "),
        "  answers:" if entry.answers else "  answers: []",
    ]
    for answer in sorted(entry.answers, key=lambda answer: (answer.id, answer.text)):
        lines += [f"  - id: {_quoted(answer.id)}", f"    text: {_quoted(answer.text)}"]
        lines += [*_dumped_texts("value", answer.value, "    "), f"    source: {_quoted(answer.source)}"]
    return "\n".join([*lines, "", ""])


def _dumped_texts(name: str, texts: Texts, margin: str) -> list[str]:
    if not texts:
        return [f"{margin}{name}: {{}}"]
    return [f"{margin}{name}:", *(f"{margin}  {field}: {_quoted(text)}" for field, text in sorted(texts.items()))]


def _quoted(text: str) -> str:
    """A JSON string is a double-quoted scalar of YAML 1.2, once the characters that YAML does not hold are escaped."""
    return _UNSAFE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"
