"""The canonical texts of keys and values: what identity rests on in reports and baselines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def canonical(value: Any) -> str:
    """The text under which `value` is compared and stored: `str()` of a value type, the members of a group in order."""
    if isinstance(value, frozenset | set):
        return "; ".join(sorted(canonical(item) for item in value))
    if isinstance(value, tuple | list):
        return "; ".join(canonical(item) for item in value)
    return str(value)


def canonical_texts(fields: Mapping[str, Any]) -> dict[str, str]:
    """The stated fields of a key or an answer as canonical texts; a field that is None is unknown and left out."""
    return {name: canonical(value) for name, value in fields.items() if value is not None}
