"""The words of one language, as the taggers and rules read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Word lists of a language by topic (`dates`, `numbers`, `names` ...), each a mapping of category to plain data.

    Compared and hashed by identity, so that indexes derived from it can be cached with `functools.lru_cache`.
    """

    language: str
    sections: Mapping[str, Mapping[str, Any]]
