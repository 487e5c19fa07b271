"""The words in which every format for readers tells what a finding is."""

from __future__ import annotations

from factcheck.findings import Answer, Finding
from factcheck.model import Bucket, Modality, Relation, bucket_of

RELATION_WORDS = {
    Relation.AGREE: "agree",
    Relation.PRECISION: "differ in precision",
    Relation.WORDING: "differ in wording",
    Relation.SPELLING: "differ in spelling",
    Relation.INCLUSION: "one counts what the other leaves out",
    Relation.REVISED: "revised",
    Relation.ORDER_UNKNOWN: "may be a revision",
    Relation.PLAN_FULFILLED: "planned, then happened",
    Relation.CANNOT_BOTH: "different answers",
    Relation.LISTS_DIFFER: "lists differ",
    Relation.PLAN_CHANGED: "the plan changed",
    Relation.DISPUTED: "parties disagree",
    Relation.SAME_ORIGIN: "one origin, different answers",
    Relation.SELF: "disagrees with itself or the calendar",
    Relation.ATTRIBUTE_MIXED: "one figure for different things",
}


def modalities(answer: Answer) -> list[str]:
    """Every way but the plain one in which the answer is presented; marked where only some sources do."""
    of_source = [claim.modality for claim in answer.claims]
    hedged = [modality for modality in Modality if modality is not Modality.HAPPENED and modality in of_source]
    partly = "partly " if Modality.HAPPENED in of_source else ""
    return [f"{partly}{modality.value}" for modality in hedged]


def tags(finding: Finding) -> tuple[str, ...]:
    """What a finding is, in a word or two: state and severity of a conflict; an update has neither."""
    if bucket_of(finding.relation) is Bucket.UPDATES:
        return ("update",)
    return finding.state.value, finding.severity.value


def letter(number: int) -> str:
    """The letter of an answer: A, B ... Z, AA for 0, 1 ... 25, 26."""
    before, last = divmod(number, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)
