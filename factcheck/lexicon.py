"""The words of one language, as the taggers and rules read them, and what is derived from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Word lists of a language by topic (`dates`, `numbers`, `names` ...), each a mapping of category to plain data.

    `tables` are those that all languages share (`offices`, `places`, `things` ...). `indexes` holds what functions
    marked as `derived` have made of both; it is stored and loaded with them. Compared and hashed by identity.
    """

    language: str
    sections: Mapping[str, Mapping[str, Any]]
    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    indexes: dict[str, Any] = field(default_factory=dict)


def derived(build: Callable[[Lexicon], T]) -> Callable[[Lexicon], T]:
    """Marks a function that derives an index from a lexicon alone: it is built at first use and then kept with it.

    An index must be picklable, and is not to be changed once it is built.
    """
    name = f"{build.__module__}.{build.__qualname__}"

    @wraps(build)
    def index(lexicon: Lexicon) -> T:
        if name not in lexicon.indexes:
            lexicon.indexes[name] = build(lexicon)
        found: T = lexicon.indexes[name]
        return found

    return index
