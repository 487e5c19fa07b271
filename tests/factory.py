"""Makes the model objects that tests of reports, baselines and commands need. People and sentences are invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.findings import Answer, Confidence, Finding, Report, Severity, Skipped, Source
from factcheck.model import Anchor, Claim, Comparison, Evidence, Modality, Relation, different, same


@dataclass(frozen=True, slots=True)
class Name:
    """A value type of the simplest sort."""

    text: str

    def __str__(self) -> str:
        return self.text.lower()

    def show(self) -> str:
        return self.text

    def to_json(self) -> Any:
        return str(self)

    def compare(self, other: Name) -> Comparison:
        return same() if str(self) == str(other) else different("other names")


def make_claim(
    source: str = "a.txt",
    words: str = "Ole Krag",
    sentence: str = "",
    *,
    line: int = 3,
    modality: Modality = Modality.HAPPENED,
) -> Claim:
    sentence = sentence or f"The minister, {words}, flew to Oslo."
    start = sentence.find(words)
    evidence = Evidence(source, start, start + len(words), line, start + 1, words, sentence, start)
    fields = {"leader": Name("Ada Brandt"), "place": Name("NO"), "person": Name(words)}
    return Claim("delegation-member", fields, evidence, "delegation-member/en/flew", modality)


def make_answer(text: str, *sources: str, **changes: Any) -> Answer:
    given: dict[str, Any] = {
        "id": f"id-{text.lower().replace(' ', '-')}",
        "value": {"person": Name(text)},
        "claims": tuple(make_claim(source, text) for source in sources),
        "voices": len(sources),
    }
    return Answer(text=text, **(given | changes))


def make_finding(
    answers: Sequence[Answer] | None = None, *, key: Mapping[str, Any] | None = None, **changes: Any
) -> Finding:
    given: dict[str, Any] = {
        "id": "fc-aaaa000001",
        "kind": "delegation-member",
        "question": "Who was defence minister in Ada Brandt's delegation to Norway?",
        "key": {"leader": Name("Ada Brandt"), "place": Name("NO")} if key is None else key,
        "relation": Relation.LISTS_DIFFER,
        "severity": Severity.WARNING,
        "confidence": Confidence.MEDIUM,
        "reason": "the lists name different people; both may be true",
        "answers": tuple(answers or (make_answer("Ole Krag", "a.txt", "b.txt"), make_answer("Ines Falk", "c.txt"))),
        "why": ("same leader and place",),
        "weaker": ("both lists are open",),
        "silent": ("d.txt",),
    }
    return Finding(**(given | changes))


def make_source(id: str, **changes: Any) -> Source:
    given: dict[str, Any] = {
        "title": f"Title of {id}",
        "language": "en",
        "published": "2031-05-06",
        "anchor": Anchor(date(2031, 5, 6), "dateline"),
        "story": 1,
        "voice": id,
        "sha256": "0" * 64,
    }
    return Source(id=id, **(given | changes))


def make_report(
    *conflicts: Finding,
    sources: Sequence[str] = ("a.txt", "b.txt", "c.txt", "d.txt"),
    skipped: Sequence[tuple[str, str]] = (),
    **changes: Any,
) -> Report:
    claims = tuple(claim for finding in conflicts for answer in finding.answers for claim in answer.claims)
    given: dict[str, Any] = {"updates": (), "agreements": (), "stories": 1 if sources else 0, "rules": "sha256:00"}
    return Report(
        sources=tuple(make_source(id) for id in sources),
        claims=claims,
        conflicts=conflicts,
        skipped=tuple(Skipped(path, reason) for path, reason in skipped),
        **(given | changes),
    )
