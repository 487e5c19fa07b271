"""The file of a baseline: YAML that people read, review and merge.

Sorted, a blank line between entries, no time, no line numbers, no counts: the same conflicts give the same bytes, and
two branches that each add another conflict merge.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from factcheck.errors import BaselineError, RuleError

VERSION = 1

_HEADER = f"""\
# Known conflicts; `factcheck check` fails on others only. Written by `factcheck baseline create`.
version: {VERSION}

"""
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")  # what YAML 1.2 (5.1) does not hold unescaped
_REMEDY = "mend the file, or delete it and run `factcheck baseline create`"

Texts = Mapping[str, str]
"""Canonical texts by the name of their field."""


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """An answer of an entry, with the first source that gave it when the entry was written."""

    id: str
    text: str
    value: Texts
    source: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A known conflict."""

    id: str
    kind: str
    question: str
    key: Texts
    answers: tuple[KnownAnswer, ...]
    status: Literal["open"] = "open"


@dataclass(frozen=True, slots=True)
class _File:
    version: int
    conflicts: tuple[Entry, ...]


def write_entries(path: Path, entries: Sequence[Entry]) -> None:
    """Writes a whole baseline file or none of it. Raises `BaselineError` where that is not possible."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        part.write_text(_HEADER + _dumped(entries), encoding="utf-8", newline="\n")
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise BaselineError(f"{path}: cannot be written: {error.strerror}") from error


def read_entries(path: Path) -> tuple[Entry, ...]:
    """The entries of a baseline file. Raises `BaselineError`, naming all problems with line and column."""
    from factcheck.rulepack.read import line_of, read_yaml, structured

    try:
        data = read_yaml(path)
        if not isinstance(data, Mapping):
            raise BaselineError(f"{path}:1:1: this is no baseline; {_REMEDY}")
        file = structured(path, data, _File)
    except RuleError as error:
        raise BaselineError("\n".join(f"{problem}; {_REMEDY}" for problem in error.problems)) from error
    if file.version != VERSION:
        raise BaselineError(
            f"{path}: version {file.version} is not the one this factcheck reads ({VERSION}); {_REMEDY}"
        )
    ids = [entry.id for entry in file.conflicts]
    if twice := sorted({id for id in ids if ids.count(id) > 1}):
        line, column = line_of(path, twice[0])
        raise BaselineError(f"{path}:{line}:{column}: {twice[0]} stands here twice; {_REMEDY}")
    return file.conflicts


def _dumped(entries: Sequence[Entry]) -> str:
    """The entries as YAML, a blank line between them. Scalars are quoted: no id reads as a number."""
    if not entries:
        return "conflicts: []\n"
    return "conflicts:\n" + "\n".join(_dumped_entry(entry) for entry in entries)


def _dumped_entry(entry: Entry) -> str:
    lines = [
        f"- id: {_quoted(entry.id)}",
        f"  kind: {_quoted(entry.kind)}",
        f"  question: {_quoted(entry.question)}",
        *_dumped_texts("key", entry.key, "  "),
        "  answers:",
    ]
    for answer in entry.answers:
        lines += [f"  - id: {_quoted(answer.id)}", f"    text: {_quoted(answer.text)}"]
        lines += [*_dumped_texts("value", answer.value, "    "), f"    source: {_quoted(answer.source)}"]
    return "\n".join([*lines, f"  status: {entry.status}"]) + "\n"


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
