"""Whom a claim means that names nobody: "the 34-year-old", "the defendant", "he was also fined".

A field says so by its source: `before.any`, the one person named last, or `before.<kind>.<field>`, the one named last
among those of whom that kind's claims of the article speak, best those with the same value of that field. Where more
than one person fits, nobody is guessed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from factcheck.extract.claims import Setting
from factcheck.model import Claim, Mention, Verdict
from factcheck.rulepack.types import Kind, RulePack
from factcheck.values.person import Person

_PREFIX = "before."
_ANY = "any"
_PASSES = 2  # the second for a title, which is told of nobody until the text below has said who is meant
_DONE_TO = 7  # tokens between what was done and the name of whom it was done to: an age or trade may stand there
_SENTENCES_BACK = 2  # how far back "the 34-year-old" may have been named


class Found(NamedTuple):
    """A claim and the index of the sentence that it was found in."""

    claim: Claim
    sentence: int


def with_antecedents(found: Sequence[Found], settings: Sequence[Setting], pack: RulePack) -> list[Claim]:
    """The claims, each with whom it means; of two at one place the one that says less is left out."""
    here: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for one in found:
        here[_place(one.claim)].append(one.claim)
    kept = [one for one in found if not any(_fuller(other, one.claim) for other in here[_place(one.claim)])]
    people = _People(settings)
    for _ in range(_PASSES):
        told = _Told([one.claim for one in kept], people)
        kept = [Found(_with_antecedent(one, told, pack), one.sentence) for one in kept]
    return [one.claim for one in kept]


def _with_antecedent(one: Found, told: _Told, pack: RulePack) -> Claim:
    kind = pack.kinds[one.claim.kind]
    name = _personal(kind)
    return _filled(one, kind, name, told) if name and name not in one.claim.fields else one.claim


def _place(claim: Claim) -> tuple[str, int]:
    """Where the answer ends: a rule whose answer is all that it matched begins earlier where it names more."""
    return claim.kind, claim.evidence.end


def _fuller(one: Claim, other: Claim) -> bool:
    """Whether a claim gives every field of the other, and more."""
    return len(one.fields) > len(other.fields) and all(
        name in one.fields and str(one.fields[name]) == str(value) for name, value in other.fields.items()
    )


def _personal(kind: Kind) -> str | None:
    """The field that may be filled from what stands before."""
    return next((name for name, spec in kind.fields.items() for s in spec.source if s.startswith(_PREFIX)), None)


def _filled(one: Found, kind: Kind, name: str, told: _Told) -> Claim:
    same, others = told.answers(one.claim, kind, name)
    person = same or _meant(one, kind, name, told)
    if person is None or any(_is_one(other, person) for other in others):
        return one.claim
    note = f"{name} is not named beside it; taken from the rest of the article"
    return one.claim._replace(fields={**one.claim.fields, name: person}, notes=(*one.claim.notes, note))


def _meant(one: Found, kind: Kind, name: str, told: _Told) -> Person | None:
    """Whom a claim can mean by its source; who alone is told of by such claims may also be named after it."""
    scope = next(s for s in kind.fields[name].source if s.startswith(_PREFIX)).removeprefix(_PREFIX)
    if scope == _ANY:
        return told.people.nearest(one.sentence, ())
    told_of, _, field = scope.partition(".")
    known = told.known(told_of, field, str(one.claim.fields.get(field)))
    return _only(known) or told.people.nearest(one.sentence, known)


def _known(claims: Iterable[Claim]) -> tuple[Person, ...]:
    return tuple(dict.fromkeys(v for claim in claims for v in claim.fields.values() if isinstance(v, Person)))


class _Told:
    """Whom the claims of an article name, asked once for all claims that say the same: an article may repeat itself."""

    def __init__(self, claims: Iterable[Claim], people: _People) -> None:
        self.people = people
        self._claims: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._claims[claim.kind].append(claim)
        self._distinct: dict[str, tuple[Claim, ...]] = {}
        self._answers: dict[tuple[str, str], tuple[Person | None, tuple[Person, ...]]] = {}
        self._known: dict[tuple[str, str, str], tuple[Person, ...]] = {}

    def answers(self, one: Claim, kind: Kind, name: str) -> tuple[Person | None, tuple[Person, ...]]:
        """The person of whom other claims say the same, and the people of whom they say something else."""
        asked = (kind.kind, _said(one))
        if asked not in self._answers:
            naming = [claim for claim in self._of_kind(kind.kind) if name in claim.fields]
            same = _only(claim.fields[name] for claim in naming if _says(claim, one, kind, name, same=True))
            others = [claim.fields[name] for claim in naming if _says(claim, one, kind, name, same=False)]
            self._answers[asked] = same, tuple(dict.fromkeys(others))
        return self._answers[asked]

    def known(self, kind: str, field: str, value: str) -> tuple[Person, ...]:
        """The people of whom claims of a kind speak: best those with the same value of a field."""
        asked = (kind, field, value)
        if asked not in self._known:
            claims = self._of_kind(kind)
            alike = _known(claim for claim in claims if str(claim.fields.get(field)) == value)
            self._known[asked] = alike or _known(claims)
        return self._known[asked]

    def _of_kind(self, kind: str) -> tuple[Claim, ...]:
        """The claims of a kind, the first of those that say the same."""
        if kind not in self._distinct:
            said: dict[str, Claim] = {}
            for claim in self._claims[kind]:
                said.setdefault(_said(claim), claim)
            self._distinct[kind] = tuple(said.values())
        return self._distinct[kind]


def _said(claim: Claim) -> str:
    """What a claim says, as one text."""
    return "\n".join(f"{name}={value}" for name, value in claim.fields.items())


class _People:
    """The people of each sentence, and who of them is named next before a place."""

    def __init__(self, settings: Sequence[Setting]) -> None:
        self._settings = settings
        self._naming: dict[tuple[Person, ...], tuple[list[int], list[list[Person]]]] = {}

    @cached_property
    def _named(self) -> list[list[Person]]:
        return [_people(setting) for setting in self._settings]

    def nearest(self, index: int, known: tuple[Person, ...]) -> Person | None:
        """The one person of the nearest sentence, this one or one before it, that names any who can be meant."""
        if known not in self._naming:
            self._naming[known] = self._sentences_of(known)
        sentences, people = self._naming[known]
        last = bisect_right(sentences, index) - 1
        reached = last >= 0 and (bool(known) or sentences[last] >= index - _SENTENCES_BACK)
        return _only(people[last]) if reached else None

    def _sentences_of(self, known: Sequence[Person]) -> tuple[list[int], list[list[Person]]]:
        found: dict[int, list[Person]] = {}
        for at, named in enumerate(self._named):
            people = [p for p in named if not known or any(_is_one(p, other) for other in known)]
            if people:
                found[at] = people
        return [*found], [*found.values()]


def _people(setting: Setting) -> list[Person]:
    """The people of a sentence but those who say it, and the victims of what it tells."""
    speakers = {act.voice.text for act, _ in setting.speech.acts}
    named = (m for m in setting.tagged.mentions if m.type in ("person", "holder") and not _suffers(setting, m))
    people = (getattr(m.value, "person", m.value) for m in named)
    return [person for person in people if isinstance(person, Person) and person.show() not in speakers]


def _suffers(setting: Setting, mention: Mention) -> bool:
    """Whether a name follows what was done to its bearer: "the murder of the baker Ada Brandt"."""
    start = max(0, mention.first - _DONE_TO)
    return any(setting.words.done_to.find(setting.tagged.tokens, start, mention.first))


def _only(people: Iterable[Person]) -> Person | None:
    """The one person that all the names can mean, by the fullest of them."""
    names = sorted(people, key=lambda person: (-len(person.tokens), str(person)))
    return names[0] if names and all(_is_one(names[0], other) for other in names) else None


def _is_one(one: Person, other: Person) -> bool:
    return one.compare(other).verdict is not Verdict.DIFFERENT


def _says(claim: Claim, other: Claim, kind: Kind, name: str, *, same: bool) -> bool:
    """Whether two claims ask the same but for the person, and give the same answer, or with `same` off another one."""
    keys = [field for field in kind.key_fields() if field != name]
    if any(_differ(claim.fields.get(field), other.fields.get(field)) for field in keys):
        return False
    return same != any(_differ(claim.fields.get(field), other.fields.get(field)) for field in kind.value_fields())


def _differ(one: Any, other: Any) -> bool:
    return one is not None and other is not None and bool(one.compare(other).different)
