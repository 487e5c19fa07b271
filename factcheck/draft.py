"""Drafts against sources: what a draft says differently, and what it says that no source supports."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factcheck.findings import Answer, Draft, Finding, Report
from factcheck.model import Claim, Relation


def held_against_sources(report: Report, drafts: Collection[str], kinds: Collection[str]) -> Report:
    """`report` with only what concerns the articles `drafts`: what they say otherwise than another article.

    Claims of `kinds` are those that another article can support; the calendar needs no witness. What the other articles
    disagree about among themselves is left out; what a draft says against itself or the calendar stays. A claim that
    differs is counted as that alone, whoever else supports it.
    """
    conflicts = tuple(finding for finding in report.conflicts if _differs(finding, drafts))
    updates = tuple(finding for finding in report.updates if _differs(finding, drafts))
    agreements = tuple(f for f in report.agreements if any(_shared(answer, drafts) for answer in f.answers))
    differing = {id(claim) for finding in (*conflicts, *updates) for claim in _claims(finding)}
    supported = {id(claim) for finding in agreements for claim in _claims(finding)}
    own = [claim for claim in report.claims if claim.evidence.source in drafts and claim.kind in kinds]
    draft = Draft(
        tuple(sorted(source.id for source in report.sources if source.id in drafts)),
        sum(id(claim) in supported - differing for claim in own),
        sum(id(claim) in differing for claim in own),
        tuple(claim for claim in own if id(claim) not in supported | differing),
    )
    return report._replace(conflicts=conflicts, updates=updates, agreements=agreements, draft=draft)


def _claims(finding: Finding) -> Iterator[Claim]:
    return (claim for answer in finding.answers for claim in answer.claims)


def _differs(finding: Finding, drafts: Collection[str]) -> bool:
    """Whether a draft gives one answer and another article another one, or a draft is at odds with itself."""
    mine = [number for number, answer in enumerate(finding.answers) if _drafted(answer, drafts)]
    theirs = [number for number, answer in enumerate(finding.answers) if _sourced(answer, drafts)]
    return any(a != b for a in mine for b in theirs) or bool(mine and finding.relation is Relation.SELF)


def _shared(answer: Answer, drafts: Collection[str]) -> bool:
    return _drafted(answer, drafts) and _sourced(answer, drafts)


def _drafted(answer: Answer, drafts: Collection[str]) -> bool:
    return any(claim.evidence.source in drafts for claim in answer.claims)


def _sourced(answer: Answer, drafts: Collection[str]) -> bool:
    return any(claim.evidence.source not in drafts for claim in answer.claims)
