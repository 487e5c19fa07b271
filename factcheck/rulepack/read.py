"""Reads YAML files into rule pack types, with the place of every mistake. The only module that knows YAML for rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from factcheck.errors import RuleError

T = TypeVar("T")
Steps = tuple[str | int, ...]  # the keys and indices that lead to a node of a file
Mistake = tuple[Path, int, int, str]  # file, line and column from 1 (line 0: the file as a whole), what is wrong

_LISTED = 40  # names that a message can list where none of them is like the one that it is about


class MistakesError(RuleError):
    """Mistakes in files, in the order of files and lines, each of them once."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__(map(_shown, self.mistakes))


def _shown(mistake: Mistake) -> str:
    path, line, column, message = mistake
    return f"{path}:{line}:{column}: {message}" if line else f"{path}: {message}"


def read_yaml(path: Path) -> Any:
    """The plain data of a YAML 1.2 file; a duplicate key is an error. Raises `MistakesError`.

    `no` is a word, and a date is text: who needs a day reads it, and can say where one is wrong.
    """
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return _loader().load(path.read_text(encoding="utf-8-sig"))
    except MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise MistakesError([(path, line, column, error.problem or error.context or "not valid YAML")]) from None
    except (OSError, ValueError, YAMLError) as error:  # ValueError: bytes that are no text
        raise MistakesError([(path, 0, 0, f"cannot be read: {' '.join(str(error).split())}")]) from None


def _loader() -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import SafeConstructor

    class Constructor(SafeConstructor):
        """Its constructors are its own: to change those of ruamel would change every other reader in the process."""

    Constructor.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = Constructor
    return yaml


def structured(path: Path, data: Any, into: type[T], within: Steps = ()) -> T:
    """`data`, which stands at `within` in the file, as the dataclass `into`.

    Raises `MistakesError` with all that is wrong with it, each with line and column.
    """
    from cattrs import BaseValidationError

    data = {} if data is None else data
    if not isinstance(data, Mapping):
        raise MistakesError([(path, *place_of(path, within), f"expected keys with values, found {data!r}")])
    try:
        result: T = _converter().structure(data, into)
        return result
    except BaseValidationError as error:
        raise MistakesError(_mistakes(path, error, within)) from None


@cache
def _converter() -> Any:
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook_func(lambda wanted: wanted == tuple[str, ...], lambda value, _: _words(value))
    converter.register_structure_hook_func(lambda wanted: wanted is str, lambda value, _: _text(value))
    converter.register_structure_hook(Any, lambda value, _: value)
    converter.register_structure_hook(date, lambda value, _: _day(value))
    return converter


class _ExpectedError(ValueError):
    """A value of the wrong sort, in words that a reader understands."""


def _words(value: object) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list):
        raise _ExpectedError(f"expected a list of words, found {value!r}")
    return tuple(_text(item) for item in items)


def _text(value: object) -> str:
    if isinstance(value, (str, int)):
        return str(value)
    raise _ExpectedError(f"expected text, found {value!r}")


def _day(value: object) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        raise _ExpectedError(f"expected a day such as 2024-06-20, found {value!r}") from None


def _mistakes(path: Path, error: Any, steps: Steps) -> Iterator[Mistake]:
    """The mistakes in a group of errors, which cattrs nests as the data is nested."""
    from cattrs import BaseValidationError, IterableValidationNote

    named, others = error.group_exceptions()
    for inner, note in named:
        step = note.index if isinstance(note, IterableValidationNote) else note.name
        if isinstance(inner, BaseValidationError):
            yield from _mistakes(path, inner, (*steps, step))
        else:
            yield path, *place_of(path, (*steps, step)), _told(inner, note.type, step)
    for inner in others:
        yield from _misplaced(path, inner, steps)


def _misplaced(path: Path, error: Exception, steps: Steps) -> Iterator[Mistake]:
    """Keys that mean nothing where they stand, or an error that concerns the whole node."""
    from dataclasses import fields

    from cattrs import ForbiddenExtraKeysError

    if not isinstance(error, ForbiddenExtraKeysError):
        yield path, *place_of(path, steps), _told(error, None, steps[-1] if steps else "")
        return
    known = [field.name for field in fields(error.cl)]
    for key in error.extra_fields:
        yield path, *place_of(path, (*steps, key)), f"unknown key {key!r}{hint(str(key), known)}"


def _told(error: Exception, wanted: Any, name: str | int) -> str:
    from typing import get_origin

    from cattrs.v import format_exception

    if isinstance(error, _ExpectedError):
        return f"{error} ({name})"
    if isinstance(error, KeyError):
        return f"the key {name!r} is missing"
    choices = _choices(wanted)
    value = str(error).rpartition(" is not a valid ")[0]
    if choices and value:
        return f"unknown {name} {value}{hint(value.strip(chr(39)), choices)}"
    return f"{'expected a list' if get_origin(wanted) is tuple else format_exception(error, wanted)} ({name})"


def _choices(wanted: Any) -> list[str]:
    """The values of an enum, also of one that may be left out (`Modality | None`)."""
    from enum import EnumType
    from typing import get_args

    enums: list[Any] = [kind for kind in (wanted, *get_args(wanted)) if isinstance(kind, EnumType)]
    return [str(member.value) for kind in enums for member in kind]


def hint(word: str, known: Iterable[str], form: str = "'{}'") -> str:
    """What a name that is not known may have been meant for, for the end of a message; "" where nothing can be said."""
    from difflib import get_close_matches

    names = list(dict.fromkeys(known))
    if close := get_close_matches(word, names, 1):
        return f"; did you mean {form.format(close[0])}?"
    return f"; one of {', '.join(names)}" if 0 < len(names) <= _LISTED else ""


def place_of(path: Path, steps: Steps, text: str = "", at: int = 0) -> tuple[int, int]:
    """Line and column, from 1, of the key or list item that `steps` lead to, or of the innermost one that there is.

    With `text`, its value, the place of the character `at` of that.
    """
    source = path.read_text(encoding="utf-8-sig")
    node = _composed(source)
    mark = node.start_mark if node else None
    for step in steps:
        found = _child(node, step)
        if found is None:
            break
        mark, node = found
    place = _index(source, node.start_mark.index, text, at) if text and node else mark.index if mark else 0
    return source.count("\n", 0, place) + 1, place - source.rfind("\n", 0, place)


@lru_cache(maxsize=2)
def _composed(source: str) -> Any:
    """The nodes of a file, which know their places."""
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True).compose(source)


def _child(node: Any, step: str | int) -> tuple[Any, Any] | None:
    """Where a key or list item stands, and its value."""
    items = node.value if node else ()
    if node and node.id == "sequence" and isinstance(step, int):
        return (items[step].start_mark, items[step]) if step < len(items) else None
    if node and node.id == "mapping":
        return next(((key.start_mark, value) for key, value in items if key.value == str(step)), None)
    return None


def _index(source: str, start: int, text: str, at: int) -> int:
    """Where the rest of a text from `at` on stands; one over several lines has only its words in common with the file.

    Quotes, escapes and indents make a text longer, and so it is not before `start + at`.
    """
    found = (source.find(rest, start + at) for rest in (text[at:], text[at:].split()[0]))
    return next((place for place in found if place >= 0), start)


def merged(*mappings: Mapping[str, Any]) -> dict[str, Any]:
    """Later mappings add to earlier ones: lists grow, nested mappings merge, plain values are replaced."""
    result: dict[str, Any] = {}
    for mapping in mappings:
        for key, value in mapping.items():
            old = result.get(key)
            if isinstance(old, list) and isinstance(value, list):
                result[key] = old + [item for item in value if item not in old]
            elif isinstance(old, Mapping) and isinstance(value, Mapping):
                result[key] = merged(old, value)
            else:
                result[key] = value
    return result
