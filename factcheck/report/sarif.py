"""SARIF 2.1.0 (OASIS, errata 01) for code scanning and editors.

Section numbers are those of the standard. What a log says of itself (articles not read, entries of the baseline without
a conflict, results left out) are notifications: GitHub refuses results without a place, and shows absent ones as open.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from factcheck.asking import open_question
from factcheck.findings import Finding, Report, Severity, State
from factcheck.report import View
from factcheck.report.places import Place, Telling, places_of, shown, tellings
from factcheck.report.plain import dumps
from factcheck.report.states import STANDINGS, decided
from factcheck.report.summary import RANKS, counted, unread
from factcheck.report.visible import one_line
from factcheck.rulepack.types import Kind
from factcheck.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

# What GitHub takes ("SARIF results exceed one or more limits"): results of a run, locations of a result of which it
# shows the first 100, and bytes of the file under gzip.
MOST_RESULTS = 25_000
MOST_LOCATIONS = 100
MOST_BYTES = 10_000_000

_ROOM = 500_000  # bytes of `MOST_BYTES` kept for what is no result
_HELP = """Articles about one story give different answers to one question. This says that they disagree, never that \
one of them is false: read the linked places, then mend an article or accept the conflict in the baseline."""
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


def render(report: Report, view: View) -> str:
    """A log of one run in one line; `view.kinds` explain its rules."""
    told = tellings(report)
    results = _within_limits(_result(telling, view) for telling in told[:MOST_RESULTS])
    run = {
        "tool": {"driver": _driver([telling.finding for telling in told], view)},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": list(_notifications(report, len(told) - len(results))),
            }
        ],
        "results": results,
        "properties": {"rules": report.rules},
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _within_limits(results: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The results as far as they fit a file of `MOST_BYTES` under gzip; flushing after each overstates it a little."""
    packer, size, kept = zlib.compressobj(), 0, []
    for result in results:
        size += len(packer.compress(dumps(result).encode())) + len(packer.flush(zlib.Z_SYNC_FLUSH))
        if size > MOST_BYTES - _ROOM:
            break
        kept.append(result)
    return kept


# Rules ---------------------------------------------------------------------------------------------------------------


def _driver(findings: Iterable[Finding], view: View) -> dict[str, Any]:
    worst: dict[str, Severity] = {}
    for finding in findings:
        worst[finding.kind] = max(worst.get(finding.kind, Severity.NOTE), finding.severity, key=RANKS.__getitem__)
    kinds = view.kinds()
    rules = [_rule(name, kinds.get(name), severity) for name, severity in sorted(worst.items())]
    return {"name": "factcheck", "version": VERSION, "semanticVersion": VERSION, "rules": rules}


def _rule(name: str, kind: Kind | None, worst: Severity) -> dict[str, Any]:
    """The rule of a kind of claim; one that the run's rules do not explain goes by its name."""
    level = kind.severity if kind else worst
    question = open_question(kind) if kind else name
    about = f"{kind.about} {_HELP}" if kind and kind.about else _HELP
    return {
        "id": name,
        "name": "".join(part.capitalize() for part in re.split(r"\W+", name)),
        "shortDescription": {"text": _clean(f"Sources disagree: {question}")},
        "fullDescription": {"text": _clean(about)},
        "help": {"text": _clean(about)},
        "defaultConfiguration": {"level": level.value},
        "properties": {"problem.severity": _PROBLEM[level]},
    }


# Results -------------------------------------------------------------------------------------------------------------


def _result(telling: Telling, view: View) -> dict[str, Any]:
    finding = telling.finding
    here, *again = places_of(telling.answer, view.path_of)
    others = [places_of(other, view.path_of) for other in telling.others]
    # The first place of each other answer, which the message links, then whatever else there is room for.
    linked = [places[0] for places in others][: MOST_LOCATIONS - 1]
    related = [*linked, *again, *(place for places in others for place in places[1:])][: MOST_LOCATIONS - 1]
    result = {
        "ruleId": finding.kind,
        "level": finding.severity.value,
        "message": {"text": _message(telling, linked)},
        "locations": [_location(here)],
        "relatedLocations": [_location(place, number) for number, place in enumerate(related, 1)],
        "partialFingerprints": {"factcheckAnswer/v1": telling.fingerprint},
        "baselineState": STANDINGS[telling.state].sarif,
        "properties": _properties(telling),
    }
    return result | {"suppressions": [_suppression(finding)]} if finding.state is State.ACCEPTED else result


def _message(telling: Telling, linked: Sequence[Place]) -> str:
    said = [
        f"[{_escaped(shown(other))}]({number}) in {_escaped(str(place))}"
        for number, (other, place) in enumerate(zip(telling.others, linked, strict=False), 1)
    ]
    if more := len(telling.others) - len(said):
        said.append(f"and {more} more")
    elsewhere = f"; elsewhere {', '.join(said)}" if said else ""
    question, answer = _escaped(telling.finding.question), _escaped(shown(telling.answer))
    return f"{question} Here {answer}{elsewhere}. {_escaped(telling.verdict)} ({telling.finding.id})"


def _location(place: Place, number: int | None = None) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.start,
        "charLength": place.end - place.start,
    }
    artifact = {"uri": quote(place.path, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}
    location = {"physicalLocation": {"artifactLocation": artifact, "region": region}}
    return location if number is None else {"id": number, **location}


def _properties(telling: Telling) -> dict[str, Any]:
    finding = telling.finding
    return {
        "conflict": finding.id,
        "state": finding.state.value,
        "relation": finding.relation.value,
        "confidence": finding.confidence.value,
        "rules": sorted({claim.rule for claim in telling.answer.claims}),
    }


def _suppression(finding: Finding) -> Mapping[str, str]:
    return {"kind": "external", "status": "accepted", "justification": decided(finding) or "accepted"}


# Notifications --------------------------------------------------------------------------------------------------------


def _notifications(report: Report, left_out: int) -> Iterator[dict[str, Any]]:
    if left_out:
        limits = f"a file holds {MOST_RESULTS:,} results in {MOST_BYTES:,} bytes at most"
        yield _notification("warning", f"{counted(left_out, 'result')} left out: {limits}; the JSON report holds all")
    for path, reason in unread(report.skipped):
        yield _notification("warning", f"{path} is not read: {reason}")
    for finding in (*report.resolved, *report.unchecked):
        state = STANDINGS[finding.state].silent
        yield _notification("note", f"{state}: {finding.question} {finding.reason} ({finding.id})")


def _notification(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": _escaped(text)}}


def _escaped(text: str) -> str:
    """`text` as part of a plain text message: brackets make links (3.11.6), braces placeholders (3.11.5)."""
    return re.sub(r"([\\\[\]])", r"\\\1", _clean(text))


def _clean(text: str) -> str:
    return one_line(text).replace("{", "{{").replace("}", "}}")
