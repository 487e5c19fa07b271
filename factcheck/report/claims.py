"""The list of claims: one line each, as text for readers or as JSON lines for programs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from factcheck.canonical import canonical_texts
from factcheck.model import Claim
from factcheck.report.plain import dumps, plain, plain_claim
from factcheck.report.visible import one_line

ValueFields = Mapping[str, Collection[str]]
"""The names of the fields that answer the question, by kind; a claim's other fields make its key."""


def render_text(claims: Iterable[Claim], values: ValueFields) -> str:
    """`source:line  kind  key  value  modality` for each claim."""
    return "".join(_text_line(claim, *_parted(claim, values)) for claim in claims)


def render_jsonl(claims: Iterable[Claim], values: ValueFields) -> str:
    """One JSON object a line: a claim of the report with its `kind`, `key`, `value` and `text`."""
    return "".join(_json_line(claim, *_parted(claim, values)) for claim in claims)


CLAIM_FORMATS: Mapping[str, Callable[[Iterable[Claim], ValueFields], str]] = {
    "text": render_text,
    "jsonl": render_jsonl,
}


def _parted(claim: Claim, values: ValueFields) -> tuple[dict[str, Any], dict[str, Any]]:
    answers = values.get(claim.kind, ())
    key = {name: value for name, value in claim.fields.items() if name not in answers}
    return key, {name: claim.fields[name] for name in claim.fields if name in answers}


def _shown(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(_shown(item) for item in value)
    return str(value.show()) if hasattr(value, "show") else str(value)


def _text(value: Mapping[str, Any]) -> str:
    return ", ".join(_shown(item) for item in value.values() if item is not None)


def _text_line(claim: Claim, key: Mapping[str, Any], value: Mapping[str, Any]) -> str:
    place = f"{claim.evidence.source}:{claim.evidence.line}"
    question = " ".join(f"{name}={text}" for name, text in canonical_texts(key).items())
    columns = (place, claim.kind, question or "-", _text(value) or "-", claim.modality.value)
    return "  ".join(map(one_line, columns)) + "\n"


def _json_line(claim: Claim, key: Mapping[str, Any], value: Mapping[str, Any]) -> str:
    head = {"kind": claim.kind, "key": canonical_texts(key), "value": plain(value), "text": _text(value)}
    return dumps(head | plain_claim(claim)) + "\n"
