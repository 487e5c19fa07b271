"""Reads YAML files into rule pack types, with the place of every mistake. The only module that knows YAML for rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from factcheck.errors import RuleError

T = TypeVar("T")


def read_yaml(path: Path) -> Any:
    """The plain data of a YAML 1.2 file (`no` is a word, a duplicate key is an error)."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="safe", pure=True).load(path.read_bytes())
    except MarkedYAMLError as error:
        mark = error.problem_mark
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise RuleError([f"{path}{place}: {error.problem or error.context or 'not valid YAML'}"]) from None
    except (OSError, UnicodeDecodeError, YAMLError) as error:
        raise RuleError([f"{path}: cannot be read: {' '.join(str(error).split())}"]) from None


def structured(path: Path, data: Any, into: type[T]) -> T:
    """`data` as the dataclass `into`; all problems at once, each with line and column."""
    from cattrs import ClassValidationError, transform_error

    try:
        result: T = _converter().structure({} if data is None else data, into)
        return result
    except ClassValidationError as error:
        raise RuleError(_with_places(path, transform_error(error))) from None


def _converter() -> Any:
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook_func(lambda wanted: wanted == tuple[str, ...], lambda value, _: _words(value))
    converter.register_structure_hook_func(lambda wanted: wanted is str, lambda value, _: _text(value))
    converter.register_structure_hook(Any, lambda value, _: value)
    return converter


def _words(value: object) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list):
        raise ValueError(f"expected a list of words, found {value!r}")
    return tuple(_text(item) for item in items)


def _text(value: object) -> str:
    if isinstance(value, (str, int)):
        return str(value)
    raise ValueError(f"expected text, found {value!r}")


def _with_places(path: Path, messages: list[str]) -> list[str]:
    """cattrs ends a message with ` @ $.rules[0].match`; that path is looked up in the file."""
    tree = _tree_with_marks(path)
    problems = []
    for message in messages:
        text, _, where = message.partition(" @ ")
        line, column = _mark(tree, where)
        problems.append(f"{path}:{line}:{column}: {text} ({where.removeprefix('$.') or 'top level'})")
    return problems


def _tree_with_marks(path: Path) -> Any:
    from ruamel.yaml import YAML

    return YAML(typ="rt", pure=True).load(path.read_bytes())


def _mark(tree: Any, where: str) -> tuple[int, int]:
    """Line and column of the innermost node that `$.a[0].b` leads to."""
    line, column = 1, 1
    for step in where.removeprefix("$").replace("[", ".[").split("."):
        name = step.strip("[]'")
        key: Any = int(name) if step.startswith("[") and name.isdigit() else name
        try:
            line, column = (n + 1 for n in _position(tree, key))
            tree = tree[key]
        except (KeyError, IndexError, TypeError, AttributeError):
            continue
    return line, column


def _position(node: Any, key: Any) -> tuple[int, int]:
    find: Callable[[Any], tuple[int, int]] = node.lc.item if isinstance(key, int) else node.lc.key
    return find(key)


def line_of(path: Path, needle: str) -> tuple[int, int]:
    """Where `needle` first stands in the file, for problems found after reading (1, 1 if nowhere)."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if needle in line:
            return number, line.index(needle) + 1
    return 1, 1


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
