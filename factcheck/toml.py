"""TOML with places: the standard library's reader forgets in which line a key stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.errors import ConfigError

Steps = tuple[str | int, ...]
"""The keys and indices that lead to a value."""

_HEADER = re.compile(r"[ \t]*(\[\[?)([^\]\r\n]+)\]\]?[ \t]*(?:#.*)?")
_PART = re.compile(r"""[\w-]+|"[^"\r\n]*"|'[^'\r\n]*'""")
_KEY = re.compile(rf"[ \t]*((?:{_PART.pattern})(?:[ \t]*\.[ \t]*(?:{_PART.pattern}))*)[ \t]*=")
_AT = re.compile(r"(.*) \(at line (\d+), column (\d+)\)", re.DOTALL)


class Toml(NamedTuple):
    """The data of a file, and its text to find places in."""

    file: Path
    data: Mapping[str, Any]
    text: str

    def line(self, steps: Steps) -> int:
        """The line, from 1, of the innermost key or table on the way that `steps` lead; 0 where none is found."""
        lines = dict(_lines(self.text))
        return next((lines[steps[:end]] for end in range(len(steps), 0, -1) if steps[:end] in lines), 0)


def read_toml(file: Path) -> Toml:
    """Reads a file. Raises `ConfigError` with line and column of what is no TOML."""
    import tomllib

    try:
        text = file.read_text(encoding="utf-8-sig")
        return Toml(file, tomllib.loads(text), text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.fullmatch(str(error))
        place, said = (f"{at[2]}:{at[3]}", at[1]) if at else (str(text.count("\n") + 1), str(error))
        raise ConfigError([f"{file}:{place}: {said}"]) from None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ConfigError([f"{file}: cannot be read: {reason}"]) from None


def _lines(text: str) -> Iterator[tuple[Steps, int]]:
    """Where tables and keys begin, as far as lines tell: a key inside a text of several lines may be taken for one."""
    table: Steps = ()
    numbers: dict[Steps, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.fullmatch(line.rstrip("\r")):
            table = _parts(header[2])
            if header[1] == "[[":
                numbers[table] = numbers.get(table, -1) + 1
                table = (*table, numbers[table])
            yield table, number
        elif key := _KEY.match(line):
            steps = (*table, *_parts(key[1]))
            yield from ((steps[:end], number) for end in range(len(table) + 1, len(steps) + 1))


def _parts(name: str) -> Steps:
    return tuple(part.strip("\"'") for part in _PART.findall(name))
