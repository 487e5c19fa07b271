"""Binds what a sentence left open: days to the calendar, surnames to people, silent fields to the rest of the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from factcheck.model import Anchor, Claim, Modality, Verdict
from factcheck.rulepack.types import FieldSpec, Kind, Need, RulePack
from factcheck.tables.spelling import words_of
from factcheck.values.age import Age
from factcheck.values.calendar import Unit
from factcheck.values.date import Date, bind
from factcheck.values.parties import Parties
from factcheck.values.people import People
from factcheck.values.person import Person
from factcheck.values.since import Since
from factcheck.values.speaker import VIA, Speaker

_NEWS = 45  # days for which an event goes on being news; what lies further back is told as background


class Calendar(NamedTuple):
    """What an article's relative dates count from: its anchor, and the days its own text gives for weekdays."""

    anchor: Anchor
    weekdays: Mapping[int, date]


def resolve(claims: Sequence[Claim], calendars: Mapping[str, Calendar], pack: RulePack) -> tuple[Claim, ...]:
    """The claims of one story with everything bound; a claim whose required fields stay unknown is left out."""
    bound = [bind_dates(claim, calendars[claim.evidence.source]) for claim in claims]
    named = name_people(bound)
    filled = fill_fields(named, pack)
    return tuple(claim for claim in filled if _complete(claim, pack.kinds[claim.kind]))


def bind_dates(claim: Claim, calendar: Calendar) -> Claim:
    """The claim with each relative date on its day, counted from the article's anchor."""
    planned = claim.modality is Modality.PLANNED
    dates = [value for value in claim.fields.values() if isinstance(value, Date)]
    weekdays = [value.weekday for value in dates if value.weekday is not None and not value.full]
    when = _bound(claim.when, calendar, planned)
    return claim._replace(
        fields={name: _bound(value, calendar, planned) for name, value in claim.fields.items()},
        when=when,
        as_of=claim.as_of and claim.as_of.on(_bound(claim.as_of.day, calendar, planned=False)),
        background=when is not None and _background(claim.when, when, calendar.anchor),
        said_on=calendar.anchor.date if calendar.anchor.days == 0 else None,
        weekday=weekdays[0] if weekdays else None,
    )


def _background(said: Date, bound: Date, anchor: Anchor) -> bool:
    """Whether a date is of another time than the news: last month or year in so many words, or long before."""
    if said.offset is not None and said.offset < 0 and said.unit in (Unit.MONTH, Unit.YEAR):
        return True
    days = bound.interval
    return days is not None and anchor.date is not None and (anchor.date - days.last).days > _NEWS


def _bound(value: Any, calendar: Calendar, planned: bool) -> Any:
    if isinstance(value, Date):
        return bind(value, calendar.anchor, planned, calendar.weekdays)
    if isinstance(value, Since):
        day = bind(value.when, calendar.anchor, weekdays=calendar.weekdays) if value.when else None
        return value.bound(calendar.anchor, day)
    if isinstance(value, Age):
        return value.bound(calendar.anchor)
    return value


def name_people(claims: Sequence[Claim]) -> list[Claim]:
    """One form for each person of the story in every key, so that a surname and a full name ask the same question."""
    values = [value for claim in claims for value in claim.fields.values()]
    forms = canonical_people(person for value in values for person in _people(value))
    named = [person for value in values if (person := _one_person(value))]
    shown, counts = {person.tokens: person.show() for person in named}, Counter(person.tokens for person in named)
    return [
        claim._replace(
            fields={name: _renamed(value, forms) for name, value in claim.fields.items()},
            attribution=claim.attribution and _without_owner(claim.attribution, shown, counts),
        )
        for claim in claims
    ]


def _one_person(value: Any) -> Person | None:
    person = value.person if isinstance(value, Speaker) else value
    return person if isinstance(person, Person) and len(person.tokens) > 1 else None


def _without_owner(
    origin: str, shown: Mapping[tuple[str, ...], str], counts: Counter[tuple[str, ...]]
) -> str:
    """The person whose name an origin ends with, without what is spoken for ("Garda Bergen Ole Krag")."""
    name, via, relay = origin.partition(VIA)
    words = words_of(name)
    tails = (words[first:] for first in range(1, len(words)))
    return next((shown[tail] for tail in tails if counts[tail] > counts[words]), name) + via + relay


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
    """Which person of the story each name stands for: the name of two words or more that most claims use.

    A shorter name stands for the one longer name that holds it; where several people could be meant, it stays as it
    is. Spellings are left apart here: they may be answers, and the judge names them.
    """
    known = list(people)
    counts = Counter(map(str, known))
    by_text = {str(person): person for person in known}
    return {text: _canonical(person, by_text, counts) for text, person in by_text.items()}


def _canonical(person: Person, by_text: Mapping[str, Person], counts: Mapping[str, int]) -> Person:
    order = sorted(by_text, key=lambda text: (-counts[text], -len(by_text[text].tokens), text))
    fuller = [by_text[text] for text in order if _holds(by_text[text], person)]
    one = fuller[0] if fuller and all(_related(fuller[0], other) for other in fuller) else person
    shorter = [by_text[text] for text in order if len(by_text[text].tokens) > 1 and _holds(one, by_text[text])]
    return next((name for name in shorter if counts[str(name)] > counts[str(one)]), one)


def _related(one: Person, other: Person) -> bool:
    return one is other or _holds(one, other) or _holds(other, one)


def _holds(longer: Person, shorter: Person) -> bool:
    if len(longer.tokens) <= len(shorter.tokens) or not set(shorter.tokens) <= set(longer.tokens):
        return False
    return longer.compare(shorter).verdict is not Verdict.DIFFERENT


class _Candidate(NamedTuple):
    value: Any
    people: frozenset[str]
    source: str
    start: int
    times: int


def fill_fields(claims: Sequence[Claim], pack: RulePack) -> list[Claim]:
    """Inferred fields taken from other claims: of the article first, then of the story."""
    stated = _stated(claims, pack)
    return [_filled(claim, pack.kinds[claim.kind], stated) for claim in claims]


def _stated(claims: Sequence[Claim], pack: RulePack) -> dict[str, list[_Candidate]]:
    """Stated values by `kind.field`, for the fields that some kind infers from; each once, with how often it stands."""
    wanted = {source for kind in pack.kinds.values() for spec in kind.fields.values() for source in spec.source}
    stated: dict[str, list[_Candidate]] = {}
    found: dict[tuple[str, str, frozenset[str], str], _Candidate] = {}
    for claim in claims:
        people = frozenset(str(person) for value in claim.fields.values() for person in _people(value))
        for name, value in claim.fields.items():
            if f"{claim.kind}.{name}" in wanted:
                same = (f"{claim.kind}.{name}", str(value), people, claim.evidence.source)
                first = found.get(same) or _Candidate(value, people, claim.evidence.source, claim.evidence.start, 0)
                found[same] = first._replace(times=first.times + 1)
    for (field, *_), candidate in found.items():
        stated.setdefault(field, []).append(candidate)
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
    return claim._replace(fields=ordered, notes=tuple(notes))


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
    counts: Counter[str] = Counter()
    for candidate in own:
        counts[str(candidate.value)] += candidate.times
    distance = claim.evidence.start
    return min(own, key=lambda c: (-counts[str(c.value)], abs(c.start - distance), str(c.value)))


def _complete(claim: Claim, kind: Kind) -> bool:
    return all(
        name in claim.fields or spec.need in (Need.OPTIONAL, Need.DECIDING) or name in kind.value_fields()
        for name, spec in kind.fields.items()
    )
