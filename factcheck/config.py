"""The configuration of a team: `factcheck.toml`, or `[tool.factcheck]` of a pyproject.toml.

Only reads it and says what is wrong with it; what the settings mean is up to the options of the same names.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.configfile import SHARED_FILE, section_of
from factcheck.decisions import Suppression
from factcheck.errors import ConfigError
from factcheck.findings import Severity
from factcheck.toml import Steps, Toml, read_toml


class Config(NamedTuple):
    """What a file says. `settings` are values of options by the names of their fields; paths start where we work.

    `kinds` are the kinds of claims that it names, each with its place.
    """

    file: Path
    settings: Mapping[str, Any]
    severities: Mapping[str, Severity]
    suppress: tuple[Suppression, ...]
    kinds: tuple[tuple[str, str], ...]

    @property
    def folder(self) -> Path:
        return self.file.parent


def load_config(file: Path) -> Config:
    """The configuration in `file`. Raises `ConfigError`, naming every problem with its line."""
    toml = read_toml(file)
    shared = file.name == SHARED_FILE
    data = section_of(toml) if shared else toml.data
    if not isinstance(data, Mapping):
        raise ConfigError([f"{file}: there is no [tool.factcheck] in it"])
    reader = _Reader(toml, ("tool", "factcheck") if shared else ())
    config = reader.config(data)
    if reader.wrong:
        raise ConfigError(said for _, said in sorted(reader.wrong))
    return config


def check_kinds(config: Config, known: Collection[str]) -> None:
    """Raises `ConfigError`, naming all of them, for kinds of claims that are not `known`."""
    wrong = [(kind, place) for kind, place in config.kinds if kind not in known]
    if wrong:
        raise ConfigError(f"{place}: no such kind: {kind}{_hint(kind, known)}" for kind, place in wrong)


def _hint(word: str, known: Collection[str]) -> str:
    close = get_close_matches(word, sorted(known), 1)
    return f"; did you mean {close[0]}?" if close else ""


class _Reader:
    """Reads the tables of one file and collects what is wrong."""

    def __init__(self, toml: Toml, within: Steps) -> None:
        self._toml, self._within = toml, within
        self._folder = toml.file.parent
        self._kinds: list[tuple[str, str]] = []
        self.wrong: list[tuple[int, str]] = []

    def config(self, data: Mapping[str, Any]) -> Config:
        severities = dict(self._severities(data.get("severity", {})))
        suppress = tuple(self._suppressions(data.get("suppress", [])))
        settings = dict(self._settings(data))
        return Config(self._toml.file, settings, severities, suppress, tuple(self._kinds))

    def _wrong(self, steps: Steps, message: str) -> None:
        self.wrong.append((self._line(steps), f"{self._place(steps)}: {message}"))

    def _line(self, steps: Steps) -> int:
        return self._toml.line((*self._within, *steps))

    def _place(self, steps: Steps) -> str:
        line = self._line(steps)
        return f"{self._toml.file}:{line}" if line else str(self._toml.file)

    def _settings(self, data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        for key, value in data.items():
            if key in ("severity", "suppress"):
                continue
            if key not in _SETTINGS:
                self._wrong((key,), f"unknown key {key!r}{_hint(key, KEYS)}")
                continue
            try:
                yield key.replace("-", "_"), _SETTINGS[key](value, self._folder)
            except _ExpectedError as error:
                self._wrong((key,), f"expected {error} for {key!r}, found {value!r}")
            if key in ("select", "ignore") and isinstance(value, list):
                self._kinds += [(str(kind), self._place((key,))) for kind in value]

    def _severities(self, table: Any) -> Iterator[tuple[str, Severity]]:
        if not isinstance(table, Mapping):
            self._wrong(("severity",), "expected a table of kinds, such as count = \"warning\"")
            return
        for kind, name in table.items():
            self._kinds.append((kind, self._place(("severity", kind))))
            if name in list(Severity):
                yield kind, Severity(name)
            else:
                self._wrong(("severity", kind), f"unknown severity {name!r}; one of {', '.join(Severity)}")

    def _suppressions(self, tables: Any) -> Iterator[Suppression]:
        if not isinstance(tables, list) or not all(isinstance(table, Mapping) for table in tables):
            self._wrong(("suppress",), "expected [[suppress]] tables")
            return
        for number, table in enumerate(tables):
            steps: Steps = ("suppress", number)
            before = len(self.wrong)
            self._suppression(table, steps)
            if "kind" in table:
                self._kinds.append((str(table["kind"]), self._place((*steps, "kind"))))
            if len(self.wrong) == before:
                yield Suppression(self._place(steps), **table)

    def _suppression(self, table: Mapping[str, Any], steps: Steps) -> None:
        """Says what is wrong with one of the tables."""
        for key, value in table.items():
            if key not in _CONDITIONS and key != "reason":
                self._wrong((*steps, key), f"unknown key {key!r}{_hint(key, (*_CONDITIONS, 'reason'))}")
            elif not isinstance(value, str) or not value.strip():
                self._wrong((*steps, key), f"expected text for {key!r}, found {value!r}")
        if "reason" not in table:
            self._wrong(steps, "a suppression needs a reason")
        if not any(key in table for key in _CONDITIONS):
            self._wrong(steps, f"say what to suppress: one or more of {', '.join(_CONDITIONS)}")


_CONDITIONS = ("kind", "question", "id", "source")


# Readers of single settings: what an option of that name would have been given.


class _ExpectedError(ValueError):
    """A value of the wrong sort; says what was expected."""


def _flag(value: Any, folder: Path) -> bool:
    if not isinstance(value, bool):
        raise _ExpectedError("true or false")
    return value


def _text(value: Any, folder: Path) -> str:
    if not isinstance(value, str) or not value:
        raise _ExpectedError("text")
    return value


def _severity(value: Any, folder: Path) -> str:
    if value not in list(Severity):
        raise _ExpectedError(f"one of {', '.join(Severity)}")
    return str(value)


def _texts(value: Any, folder: Path) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise _ExpectedError("a list of texts")
    return value


def _path(value: Any, folder: Path) -> Path:
    return Path(os.path.normpath(folder / _text(value, folder)))


def _paths(value: Any, folder: Path) -> list[Path]:
    return [_path(item, folder) for item in _texts(value, folder)]


def _outputs(value: Any, folder: Path) -> list[str]:
    """`FORMAT=FILE` or `FILE`, the file below the folder."""
    parts = [item.rpartition("=") for item in _texts(value, folder)]
    return [f"{form}{equals}{_path(file, folder)}" for form, equals, file in parts]


_SETTINGS: Mapping[str, Callable[[Any, Path], Any]] = {
    "paths": _paths,
    "rules": _paths,
    "select": _texts,
    "ignore": _texts,
    "date": _texts,
    "one-story": _flag,
    "keep-going": _flag,
    "suppressions": _flag,
    "min-severity": _severity,
    "fail-level": _severity,
    "baseline": _path,
    "format": _text,
    "output": _outputs,
}
KEYS = (*_SETTINGS, "severity", "suppress")
"""All that a file may say."""
