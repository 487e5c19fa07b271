"""Binds what a sentence left open: days to the calendar, surnames to people, silent fields to the rest of the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from factcheck.model import Anchor, Claim, Modality, Verdict
from factcheck.rulepack.types import FieldSpec, Kind, Need, RulePack
from factcheck.values.date import Date, bind
from factcheck.values.parties import Parties
from factcheck.values.people import People
from factcheck.values.person import Person
from factcheck.values.since import Since


def resolve(claims: Sequence[Claim], anchors: Mapping[str, Anchor], pack: RulePack) -> tuple[Claim, ...]:
    """The claims of one story with everything bound; a claim whose required fields stay unknown is left out."""
    bound = [bind_dates(claim, anchors[claim.evidence.source]) for claim in claims]
    named = name_people(bound)
    filled = fill_fields(named, pack)
    return tuple(claim for claim in filled if _complete(claim, pack.kinds[claim.kind]))


def bind_dates(claim: Claim, anchor: Anchor) -> Claim:
    """The claim with each relative date on its day, counted from the article's anchor."""
    planned = claim.modality is Modality.PLANNED
    fields = {name: _bound(value, anchor, planned) for name, value in claim.fields.items()}
    return replace(claim, fields=fields)


def _bound(value: Any, anchor: Anchor, planned: bool) -> Any:
    if isinstance(value, Date):
        return bind(value, anchor, planned)
    if isinstance(value, Since):
        return value.bound(anchor, bind(value.date, anchor, planned=False) if value.date else None)
    return value


def name_people(claims: Sequence[Claim]) -> list[Claim]:
    """One form for each person of the story in every key, so that a surname and a full name ask the same question."""
    forms = canonical_people(person for claim in claims for value in claim.fields.values() for person in _people(value))
    return [replace(claim, fields={n: _renamed(v, forms) for n, v in claim.fields.items()}) for claim in claims]


def _people(value: Any) -> tuple[Person, ...]:
    if isinstance(value, Person):
        return (value,)
    if isinstance(value, People):
        return value.people
    if isinstance(value, Parties):
        return tuple(party for party in value.parties if isinstance(party, Person))
    return ()


def _renamed(value: Any, forms: Mapping[str, Person]) -> Any:
    if isinstance(value, Person):
        return forms[str(value)]
    if isinstance(value, People):
        return People.of(forms[str(person)] for person in value.people)
    if isinstance(value, Parties):
        return Parties.of(forms[str(p)] if isinstance(p, Person) else p for p in value.parties)
    return value


def canonical_people(people: Iterable[Person]) -> dict[str, Person]:
    """Which person of the story each name stands for.

    A shorter name stands for the one longer name that holds it; where several do, it stays as it is. Spellings are
    left apart here: they may be answers, and the judge names them.
    """
    known = list(people)
    counts = Counter(map(str, known))
    by_text = {str(person): person for person in known}
    order = sorted(by_text, key=lambda text: (-len(by_text[text].tokens), -counts[text], text))
    forms: dict[str, Person] = {}
    for text in order:
        fuller = [by_text[longer] for longer in order if _holds(by_text[longer], by_text[text])]
        forms[text] = _only_one(fuller) or by_text[text]
    return forms


def _holds(longer: Person, shorter: Person) -> bool:
    if len(longer.tokens) <= len(shorter.tokens) or not set(shorter.tokens) <= set(longer.tokens):
        return False
    return longer.compare(shorter).verdict is not Verdict.DIFFERENT


def _only_one(people: Sequence[Person]) -> Person | None:
    """The longest, if all the others are shorter forms of it."""
    if people and all(person is people[0] or _holds(people[0], person) for person in people):
        return people[0]
    return None


@dataclass(frozen=True, slots=True)
class _Candidate:
    value: Any
    people: frozenset[str]
    source: str
    start: int


def fill_fields(claims: Sequence[Claim], pack: RulePack) -> list[Claim]:
    """Inferred fields taken from other claims: of the article first, then of the story."""
    stated = _stated(claims, pack)
    return [_filled(claim, pack.kinds[claim.kind], stated) for claim in claims]


def _stated(claims: Sequence[Claim], pack: RulePack) -> dict[str, list[_Candidate]]:
    """Stated values by `kind.field`, for the fields that some kind infers from."""
    wanted = {source for kind in pack.kinds.values() for spec in kind.fields.values() for source in spec.source}
    stated: dict[str, list[_Candidate]] = {}
    for claim in claims:
        people = frozenset(str(person) for value in claim.fields.values() for person in _people(value))
        for name, value in claim.fields.items():
            if f"{claim.kind}.{name}" in wanted:
                where = claim.evidence
                candidate = _Candidate(value, people, where.source, where.start)
                stated.setdefault(f"{claim.kind}.{name}", []).append(candidate)
    return stated


def _filled(claim: Claim, kind: Kind, stated: Mapping[str, list[_Candidate]]) -> Claim:
    fields, notes = dict(claim.fields), list(claim.notes)
    for name, spec in kind.fields.items():
        if name not in fields and spec.source:
            found = _infer(claim, kind, spec, stated)
            if found is not None:
                fields[name] = found.value
                where = "the article" if found.source == claim.evidence.source else "another article"
                notes.append(f"{name} is not in the sentence; taken from {where}")
    ordered = {name: fields[name] for name in kind.fields if name in fields}
    return replace(claim, fields=ordered, notes=tuple(notes))


def _infer(claim: Claim, kind: Kind, spec: FieldSpec, stated: Mapping[str, list[_Candidate]]) -> _Candidate | None:
    """The value that most claims give: about the same people where the claim names any, else of the whole article."""
    candidates = [candidate for source in spec.source for candidate in stated.get(source, ())]
    people = _by_role(claim, kind)
    for names in people:
        candidates_of = [candidate for candidate in candidates if candidate.people & names]
        if candidates_of:
            return _most_common(candidates_of, claim)
    return None if people else _most_common([c for c in candidates if c.source == claim.evidence.source], claim)


def _by_role(claim: Claim, kind: Kind) -> list[frozenset[str]]:
    """The people of the answer, then those of the question: an office's country is its holder's, then the leader's."""
    groups = [kind.value_fields(), kind.key_fields()]
    named = [frozenset(str(p) for name in group for p in _people(claim.fields.get(name))) for group in groups]
    return [names for names in named if names]


def _most_common(candidates: Sequence[_Candidate], claim: Claim) -> _Candidate | None:
    """From the claim's own article if it has any; the most frequent value, then the nearest."""
    own = [candidate for candidate in candidates if candidate.source == claim.evidence.source] or candidates
    if not own:
        return None
    counts = Counter(str(candidate.value) for candidate in own)
    distance = claim.evidence.start
    return min(own, key=lambda c: (-counts[str(c.value)], abs(c.start - distance), str(c.value)))


def _complete(claim: Claim, kind: Kind) -> bool:
    return all(
        name in claim.fields or spec.need is Need.OPTIONAL or name in kind.value_fields()
        for name, spec in kind.fields.items()
    )
