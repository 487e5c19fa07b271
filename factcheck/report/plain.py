"""Model objects as plain data, in the order and under the names the report's JSON schema gives them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import Enum
from typing import Any

from factcheck.canonical import canonical_texts
from factcheck.decisions import Decision, Suppression
from factcheck.findings import Answer, Draft, Finding, Source
from factcheck.model import Claim

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def dumps(data: Any, *, indent: int | None = None) -> str:
    """JSON that any reader takes: half a surrogate pair, as in a file name that is no UTF-8, becomes U+FFFD.

    `##[`, which a line on a GitHub runner may hold nowhere without starting a command, is the same text escaped.
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _LONE_SURROGATE.sub("\ufffd", text).replace("##[", "#\\u0023[")


def plain(value: Any) -> Any:
    """A value as JSON data: value types through their `to_json`, groups as lists, anything else as its text."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | str):
        return value
    if hasattr(value, "to_json"):
        return plain(value.to_json())
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return sorted(map(str, value)) if isinstance(value, frozenset | set) else str(value)


def plain_source(source: Source) -> dict[str, Any]:
    """An entry of `sources`."""
    anchor = source.anchor
    return {
        "id": source.id,
        "title": source.title,
        "language": source.language,
        "published": source.published,
        "url": source.url or None,
        "outlet": source.outlet or None,
        "anchor": {
            "date": anchor.date.isoformat() if anchor.date else None,
            "basis": anchor.basis,
            "days": anchor.days,
        },
        "story": source.story,
        "voice": source.voice,
        "sha256": source.sha256,
    }


def plain_claim(claim: Claim) -> dict[str, Any]:
    """An entry of `claims` below an answer: the words, where they stand, and how they are presented."""
    evidence = claim.evidence
    return {
        "source": evidence.source,
        "start": evidence.start,
        "end": evidence.end,
        "line": evidence.line,
        "column": evidence.column,
        "quote": evidence.quote,
        "sentence": evidence.sentence,
        "modality": claim.modality.value,
        "attribution": claim.attribution,
        "as_of": str(claim.as_of) if claim.as_of else None,
        "rule": claim.rule,
        "notes": list(claim.notes),
    }


def plain_finding(finding: Finding) -> dict[str, Any]:
    """An entry of `conflicts`, `updates`, `agreements` or `resolved`."""
    return {
        "id": finding.id,
        "kind": finding.kind,
        "question": finding.question,
        "key": canonical_texts(finding.key),
        "relation": finding.relation.value,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "state": finding.state.value,
        "story": finding.story,
        "reason": finding.reason,
        "why": list(finding.why),
        "weaker": list(finding.weaker),
        "silent": list(finding.silent),
        "answers": [_plain_answer(answer) for answer in finding.answers],
        "decision": _plain_decision(finding.decision) if finding.decision else None,
    }


def _plain_decision(decision: Decision) -> dict[str, Any]:
    expires = decision.expires.isoformat() if decision.expires else None
    return {"status": decision.status.value, "reason": decision.reason, "expires": expires}


def plain_suppression(suppression: Suppression) -> dict[str, Any]:
    """An entry of `suppressed`: what was wished, and what it kept out."""
    return {
        "place": suppression.place,
        "reason": suppression.reason,
        "kind": suppression.kind or None,
        "source": suppression.source or None,
        "question": suppression.question or None,
        "id": suppression.id or None,
        "claims": suppression.claims,
        "conflicts": list(suppression.conflicts),
    }


def plain_draft(draft: Draft) -> dict[str, Any]:
    """The part `draft` of a report on drafts."""
    return {
        "articles": list(draft.articles),
        "supported": draft.supported,
        "differing": draft.differing,
        "unsupported": [{"kind": claim.kind} | plain_claim(claim) for claim in draft.unsupported],
    }


def _plain_answer(answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.id,
        "text": answer.text,
        "value": plain(answer.value),
        "state": answer.state.value,
        "voices": answer.voices,
        "origins": list(answer.origins),
        "variants": list(answer.variants),
        "claims": [plain_claim(claim) for claim in answer.claims],
    }
