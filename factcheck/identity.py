"""What a question and an answer are known by, and the words an answer is shown in."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.canonical import canonical_texts
from factcheck.rulepack.types import Kind


def canonical_text(value: Mapping[str, Any]) -> str:
    """Key or answer as one text: equal where they are the same."""
    return "\n".join(f"{name}={text}" for name, text in sorted(canonical_texts(value).items()))


def _hash(text: str, length: int) -> str:
    return b32encode(hashlib.sha256(text.encode()).digest()).decode().lower()[:length]


def finding_id(kind: str, key: Mapping[str, Any]) -> str:
    """The identity of a question: a hash of its kind and key, and of nothing that articles may reword."""
    return "fc-" + _hash(f"{kind}\n{canonical_text(key)}", 10)


def told_id(kind: str, key: Mapping[str, Any], answers: Sequence[Mapping[str, Any]]) -> str:
    """The identity of a question with its answers, for findings that are no disagreement about the question itself."""
    return "fc-" + _hash("\n".join([kind, canonical_text(key), *sorted(map(canonical_text, answers))]), 10)


def answer_id(value: Mapping[str, Any]) -> str:
    """The identity of an answer, from its normalised value alone."""
    return _hash(canonical_text(value), 6)


def value_text(kind: Kind, fields: Mapping[str, Any]) -> str:
    """An answer in words for the reader."""
    return ", ".join(fields[name].show() for name in kind.value_fields() if name in fields)
