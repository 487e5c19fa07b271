"""Questions → findings: whether the answers can all be true, how they relate, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from factcheck.asking import question_text
from factcheck.findings import Answer, Confidence, Finding, Severity
from factcheck.groups import Group, answer_groups, compare_answers, value_of
from factcheck.identity import answer_id, canonical_text, finding_id, told_id, value_text
from factcheck.model import CONFLICTS, UPDATES, Claim, Comparison, Modality, Relation
from factcheck.order import Order, in_time, order_of, state_order
from factcheck.parties import shared_origin, side_by_side, sides
from factcheck.question import Question
from factcheck.rulepack.types import Kind, Need, Role, Trend
from factcheck.values.date import Date

# Relations of a conflict by how much the reader should mind, worst first.
_WORST = (
    Relation.CANNOT_BOTH, Relation.SAME_ORIGIN, Relation.ATTRIBUTE_MIXED, Relation.DISPUTED, Relation.PLAN_CHANGED,
    Relation.LISTS_DIFFER, Relation.REVISED, Relation.ORDER_UNKNOWN, Relation.PLAN_FULFILLED,
)  # fmt: skip
_REASONS = 3  # of an agreement, which are as many as its answers have pairs of forms
_FIGURES = frozenset(("count", "money", "percent", "extent", "coordinates"))
_TEMPORAL = frozenset(("date", "time", "duration"))


class _Pair(NamedTuple):
    """Two answers that differ, what relation that is, and why."""

    relation: Relation
    reason: str


class Judge:
    """Judges the questions of one story. `voices` counts how many voices stand behind claims."""

    def __init__(self, story: int, sources: Sequence[str], voices: Callable[[Sequence[Claim]], int]) -> None:
        self._story, self._sources, self._voices = story, tuple(sources), voices

    def findings(self, question: Question) -> Iterator[Finding]:
        """What is to be said about a question: its verdict, and values of it that contradict themselves."""
        for flaw, claims in _flawed(question).items():
            group = Group(value_of(question.kind, claims[0]), tuple(claims), ())
            yield self._build(question, [group], Relation.SELF, Severity.ERROR, flaw, (), ())
        groups = answer_groups(question.claims, question.kind)
        finding = self._verdict(question, groups)
        if finding:
            yield finding
        if finding is None or finding.relation is not Relation.SELF:
            yield from self._against_itself(question)
        yield from self._agreements(question, [g for g in groups if finding is None or not _told(g, finding)])

    def _against_itself(self, question: Question) -> Iterator[Finding]:
        """Articles that give two answers themselves, beside what other sources say."""
        if question.kind.trend is not Trend.NONE:
            return
        inside: dict[str, tuple[int, int]] = {}
        for pair in sorted(question.disputes):
            if source := _within(question, pair):
                inside.setdefault(source, pair)
        for _, pair in sorted(inside.items()):
            groups = answer_groups(tuple(question.claims[index] for index in pair), question.kind)
            yield self._build(question, groups, Relation.SELF, Severity.ERROR, "one article gives both answers", (), ())

    def _verdict(self, question: Question, groups: Sequence[Group]) -> Finding | None:
        """The finding on answers that differ, or on days that are wrong; None where there are none."""
        if question.kind.relation is Relation.SELF:
            return self._against_calendar(question, groups)
        return self._disagreement(question, groups) if len(groups) > 1 else None

    def _agreements(self, question: Question, groups: Sequence[Group]) -> Iterator[Finding]:
        """What several sources say alike and no finding sets against another answer."""
        if question.kind.relation is not Relation.SELF:
            yield from (self._agreement(question, group) for group in groups if len(_sources(group.claims)) > 1)

    def _against_calendar(self, question: Question, groups: Sequence[Group]) -> Finding | None:
        """Weekdays held against their dates: only a wrong one is worth a word."""
        wrong = sorted(reason for claim in question.claims if (reason := _wrong_weekday(claim)))
        if not wrong:
            return None
        return self._build(question, groups, Relation.SELF, question.kind.severity, wrong[0], (), ())

    def _agreement(self, question: Question, group: Group) -> Finding:
        if fulfilled := _fulfilled(question.kind, group):
            return self._build(question, [group], Relation.PLAN_FULFILLED, Severity.NOTE, fulfilled, (), ())
        telling = [c for c in group.comparisons if c.relation is not Relation.AGREE]
        relation = telling[0].relation if telling else Relation.AGREE
        reasons = list(dict.fromkeys(c.reason for c in telling))
        rest = [f"and {more} more of this sort"] if (more := len(reasons) - _REASONS) > 0 else []
        reason = "; ".join(reasons[:_REASONS] + rest) or f"{len(_sources(group.claims))} sources give the same answer"
        return self._build(question, [group], relation, Severity.NOTE, reason, (), ())

    def _disagreement(self, question: Question, groups: Sequence[Group]) -> Finding | None:
        disputed = _disputed(question, groups)
        pairs = [pair for a, b in disputed if (pair := _pair(question, groups[a], groups[b]))]
        if not pairs:
            return None
        groups = [groups[index] for index in sorted({index for pair in disputed for index in pair})]
        relation = min((pair.relation for pair in pairs), key=_WORST.index)
        if len(_sources(question.claims)) == 1:
            if question.kind.trend is not Trend.NONE or relation is Relation.REVISED:
                return None  # one article tells how a thing moved from one state to the next
            relation = relation if relation is Relation.DISPUTED else Relation.SELF
        minor, major = weaknesses(question, groups)
        reasons = tuple(dict.fromkeys(pair.reason for pair in pairs if relation in (pair.relation, Relation.SELF)))
        severity = _severity(question.kind, relation, major)
        return self._build(question, groups, relation, severity, reasons[0], minor, major)

    def _build(
        self,
        question: Question,
        groups: Sequence[Group],
        relation: Relation,
        severity: Severity,
        reason: str,
        minor: Sequence[str],
        major: Sequence[str],
    ) -> Finding:
        kind, key = question.kind, question.key
        answering = {claim.evidence.source for claim in question.claims}
        confidence = Confidence.LOW if major else Confidence.MEDIUM if minor else Confidence.HIGH
        if relation is Relation.REVISED:
            answers = [self._answer(kind, group) for group in in_time(kind, groups)]
        else:
            answers = sorted((self._answer(kind, group) for group in groups), key=_answer_order)
        return Finding(
            _id(kind, key, relation, groups),
            kind.kind,
            question_text(kind, key),
            dict(key),
            relation,
            severity,
            confidence,
            reason,
            tuple(answers),
            why=(_same_key(key),) if key else (),
            weaker=(*major, *minor),
            silent=tuple(source for source in self._sources if source not in answering),
            story=self._story,
        )

    def _answer(self, kind: Kind, group: Group) -> Answer:
        texts = Counter(value_text(kind, claim.fields) for claim in group.claims)
        text = value_text(kind, group.value)
        return Answer(
            answer_id(group.value),
            text,
            dict(group.value),
            tuple(sorted(group.claims, key=lambda c: (c.evidence.source, c.evidence.start, c.rule))),
            self._voices(group.claims),
            tuple(sorted({claim.attribution for claim in group.claims if claim.attribution})),
            tuple(sorted(variant for variant in texts if variant != text)),
        )


def _id(kind: Kind, key: Mapping[str, Any], relation: Relation, groups: Sequence[Group]) -> str:
    """A conflict or an update is known by its question alone; an agreement, or a value at odds with itself, by both."""
    if relation in UPDATES or (relation in CONFLICTS and relation is not Relation.SELF):
        return finding_id(kind.kind, key)
    return told_id(kind.kind, key, [group.value for group in groups])


def _within(question: Question, pair: tuple[int, int]) -> str:
    """The article that gives both answers, not as what two parties say, or as what was before; "" for two."""
    one, other = (question.claims[index] for index in pair)
    alone = one.evidence.source == other.evidence.source and one.aspect is other.aspect
    return one.evidence.source if alone and not side_by_side(one, other) else ""


def _flawed(question: Question) -> dict[str, list[Claim]]:
    """The claims whose value contradicts itself ("19 feet (5 meters)"), by why; for value types that can tell."""
    flawed: dict[str, list[Claim]] = {}
    for claim in question.claims:
        flaws = (getattr(value, "flaw", "") for value in value_of(question.kind, claim).values())
        if flaw := next((flaw for flaw in flaws if flaw), ""):
            flawed.setdefault(flaw, []).append(claim)
    return flawed


def _sources(claims: Sequence[Claim]) -> set[str]:
    return {claim.evidence.source for claim in claims}


def _told(group: Group, finding: Finding) -> bool:
    """Whether a finding is about an answer."""
    return any(answer.claims and answer.claims[0] in group.claims for answer in finding.answers)


def _disputed(question: Question, groups: Sequence[Group]) -> list[tuple[int, int]]:
    """The pairs of answers of which any two claims may be set against each other."""
    group_of = {id(claim): index for index, group in enumerate(groups) for claim in group.claims}
    sides = ((group_of[id(question.claims[a])], group_of[id(question.claims[b])]) for a, b in question.disputes)
    return sorted({(min(pair), max(pair)) for pair in sides if pair[0] != pair[1]})


def _wrong_weekday(claim: Claim) -> str | None:
    """Why the weekday of a claim does not fit its date; kinds without these fields say it by a flaw of their value."""
    if "weekday" not in claim.fields:
        return None
    day = claim.fields["date"].interval
    written = claim.fields["weekday"].id
    right = day.first.strftime("%A") if day else ""
    if not day or right.lower() == written:
        return None
    return f"{day.first.day} {day.first.strftime('%B %Y')} is a {right}, not a {written.capitalize()}"


def _pair(question: Question, one: Group, other: Group) -> _Pair | None:
    """The relation of two answers that differ; None where only a third answer keeps them apart."""
    kind = question.kind
    compared = _first_difference(kind, one, other)
    if compared is None:
        return None
    if told := _set_side_by_side(question, one, other):
        return _Pair(Relation.DISPUTED, f"{compared.reason}; {told}")
    if compared.relation is Relation.ORDER_UNKNOWN:
        return _in_order(state_order(question, one, other), compared.reason)
    if compared.relation is not Relation.CANNOT_BOTH:
        return _Pair(compared.relation, compared.reason)
    if kind.relation is Relation.LISTS_DIFFER:
        return _Pair(kind.relation, f"lists in news are open, so both may be right; {compared.reason}")
    if _temporal(kind) and _planned(one) != _planned(other):
        plan, fact = (one, other) if _planned(one) else (other, one)
        said = f"planned {value_text(kind, plan.value)}, happened {value_text(kind, fact.value)}"
        return _Pair(Relation.PLAN_CHANGED, f"{said}; {compared.reason}")
    order = order_of(question, one, other)
    if order:
        return _in_order(order, compared.reason)
    return _cited_for(kind, one, other, compared.reason) or _Pair(kind.relation, compared.reason)


def _cited_for(kind: Kind, one: Group, other: Group, reason: str) -> _Pair | None:
    """The relation of two figures by who is cited for them; what is no matter of counting, an age, is no dispute."""
    if not _measures(kind):
        return None
    if origin := shared_origin(one.claims, other.claims):
        return _Pair(Relation.SAME_ORIGIN, f"{reason}; both cite {origin}")
    cited = sides(one.claims, other.claims)
    return _Pair(Relation.DISPUTED, f"{reason}; {_cited(kind, one, other, cited)}") if cited else None


def _set_side_by_side(question: Question, one: Group, other: Group) -> str:
    """Who gives which answer, where an article sets two parties against each other; "" if none does."""
    claims = question.claims
    group_of = {id(claim): index for index, group in enumerate((one, other)) for claim in group.claims}
    for a, b in sorted(question.disputes):
        pair = sorted((claims[a], claims[b]), key=lambda claim: group_of.get(id(claim), 2))
        if [group_of.get(id(claim)) for claim in pair] == [0, 1] and side_by_side(*pair):
            return _cited(question.kind, one, other, (pair[0].attribution or "", pair[1].attribution or ""))
    return ""


def _cited(kind: Kind, one: Group, other: Group, cited: tuple[str, str]) -> str:
    return "; ".join(f"{who}: {value_text(kind, group.value)}" for who, group in zip(cited, (one, other), strict=True))


def _in_order(order: Order, reason: str) -> _Pair:
    return _Pair(order.relation, f"{reason}; {order.why}")


def _first_difference(kind: Kind, one: Group, other: Group) -> Comparison | None:
    """Between the values that are told most exactly, else any two; in the words of those shown, if it can be."""
    compared = (compare_answers(kind, a, b) for a in _values(kind, one) for b in _values(kind, other))
    first = next((comparison for comparison in compared if comparison.different), None)
    shown = compare_answers(kind, one.value, other.value)
    return shown if first and shown.different and shown.relation is first.relation else first


def _values(kind: Kind, group: Group) -> list[dict[str, Any]]:
    by_text = {canonical_text(value): value for value in (value_of(kind, claim) for claim in group.claims)}
    return [by_text[text] for text in sorted(by_text, key=lambda text: (-len(text), text))]


def _temporal(kind: Kind) -> bool:
    return any(kind.fields[name].type in _TEMPORAL for name in kind.value_fields())


def _fulfilled(kind: Kind, group: Group) -> str:
    """Why an answer that all share is a plan come true; "" where it is none, or no day later than the plan tells it."""
    if not _temporal(kind):
        return ""
    days = (value.interval for value in group.value.values() if isinstance(value, Date))
    begins = max((interval.first for interval in days if interval), default=date.min)
    plans = [claim.said_on for claim in group.claims if claim.said_on and claim.modality is Modality.PLANNED]
    facts = [claim.said_on for claim in group.claims if claim.said_on and claim.modality is Modality.HAPPENED]
    told = [day for day in facts if day >= begins]
    if not plans or not told or min(told) <= max(plans):
        return ""
    return f"planned on {max(plans).isoformat()}, told as done on {min(told).isoformat()}"


def _measures(kind: Kind) -> bool:
    return not _FIGURES.isdisjoint(kind.fields[name].type for name in kind.value_fields())


def _planned(group: Group) -> bool:
    return all(claim.modality is Modality.PLANNED for claim in group.claims)


def weaknesses(question: Question, groups: Sequence[Group]) -> tuple[list[str], list[str]]:
    """What lowers the confidence: minor reasons, and major ones that make the finding a note."""
    minor = sorted({note for claim in question.claims for note in claim.notes})
    if question.kind.relation is Relation.LISTS_DIFFER:
        minor.append("the lists are open: who is not named may have been there all the same")
    major = _unknown_scope(question)
    if any(all(claim.modality is Modality.POSSIBLE for claim in group.claims) for group in groups):
        major.append("one answer is only said to be possible")
    if any(all(claim.modality is Modality.DENIED for claim in group.claims) for group in groups):
        major.append("one answer is denied where it is given")
    return minor, major


def _unknown_scope(question: Question) -> list[str]:
    """The fields that narrow a question and that one side of every dispute leaves out."""
    pairs = [(question.claims[a].fields, question.claims[b].fields) for a, b in sorted(question.disputes)]
    fields = question.kind.fields.items()
    names = [name for name, spec in fields if spec.role is Role.KEY and spec.need is Need.OPTIONAL]
    missing = [name for name in names if pairs and all((name in a) != (name in b) for a, b in pairs)]
    return [f"one side does not say which {name}: it may be another one" for name in missing]


def _severity(kind: Kind, relation: Relation, major: Sequence[str]) -> Severity:
    if major:
        return Severity.NOTE
    if relation in (Relation.CANNOT_BOTH, Relation.SELF):
        return kind.severity if relation is Relation.CANNOT_BOTH else Severity.ERROR
    return Severity.WARNING


def _same_key(key: Mapping[str, Any]) -> str:
    return "same " + ", ".join(f"{name} ({value.show()})" for name, value in key.items())


def _answer_order(answer: Answer) -> tuple[Any, ...]:
    return (-len({claim.evidence.source for claim in answer.claims}), answer.text)
