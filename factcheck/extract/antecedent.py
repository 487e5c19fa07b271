"""Whom a claim means that names nobody: "the 34-year-old", "the defendant", "he was also fined".

A field says so by its source: `before.any`, the one person named last, or `before.<kind>.<field>`, the one named last
among those of whom that kind's claims of the article speak, best those with the same value of that field. Where more
than one person fits, nobody is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
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
    for _ in range(_PASSES):
        kept = [Found(_with_antecedent(one, kept, settings, pack), one.sentence) for one in kept]
    return [one.claim for one in kept]


def _with_antecedent(one: Found, found: Sequence[Found], settings: Sequence[Setting], pack: RulePack) -> Claim:
    kind = pack.kinds[one.claim.kind]
    name = _personal(kind)
    return _filled(one, kind, name, found, settings) if name and name not in one.claim.fields else one.claim


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


def _filled(one: Found, kind: Kind, name: str, found: Sequence[Found], settings: Sequence[Setting]) -> Claim:
    told = [other.claim for other in found if other.claim.kind == kind.kind and name in other.claim.fields]
    person = _only(claim.fields[name] for claim in told if _says(claim, one.claim, kind, name, same=True))
    person = person or _meant(one, kind, name, found, settings)
    if person is None or any(
        _is_one(claim.fields[name], person) and _says(claim, one.claim, kind, name, same=False) for claim in told
    ):
        return one.claim
    note = f"{name} is not named beside it; taken from the rest of the article"
    return one.claim._replace(fields={**one.claim.fields, name: person}, notes=(*one.claim.notes, note))


def _meant(one: Found, kind: Kind, name: str, found: Sequence[Found], settings: Sequence[Setting]) -> Person | None:
    """Whom a claim can mean by its source; who alone is told of by such claims may also be named after it."""
    scope = next(s for s in kind.fields[name].source if s.startswith(_PREFIX)).removeprefix(_PREFIX)
    if scope == _ANY:
        return _nearest(one.sentence, None, settings)
    told_of, _, field = scope.partition(".")
    others = [other.claim for other in found if other.claim.kind == told_of]
    alike = _known(claim for claim in others if str(claim.fields.get(field)) == str(one.claim.fields.get(field)))
    known = alike or _known(others)
    return _only(known) or _nearest(one.sentence, known or None, settings)


def _known(claims: Iterable[Claim]) -> list[Person]:
    return [value for claim in claims for value in claim.fields.values() if isinstance(value, Person)]


def _nearest(index: int, known: Sequence[Person] | None, settings: Sequence[Setting]) -> Person | None:
    """The one person of the nearest sentence, this one or one before it, that names any who can be meant."""
    reach = index if known else _SENTENCES_BACK
    for at in range(index, max(-1, index - reach - 1), -1):
        people = [p for p in _people(settings[at]) if not known or any(_is_one(p, other) for other in known)]
        if people:
            return _only(people)
    return None


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
