"""Whether the keys of two claims ask the same question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from factcheck.model import Claim, Relation, Verdict
from factcheck.rulepack.types import Kind, Need
from factcheck.values.parties import Parties
from factcheck.values.person import Person
from factcheck.values.place import Place
from factcheck.values.term import Term
from factcheck.values.thing import Thing


def keys_fit(kind: Kind, one: Mapping[str, Any], other: Mapping[str, Any]) -> Verdict:
    """Whether two keys can ask the same question: the weakest of what their fields say."""
    verdict = Verdict.SAME
    for name in kind.key_fields():
        mine, theirs = one.get(name), other.get(name)
        if mine is None or theirs is None:
            verdict = verdict if mine is theirs else Verdict.COMPATIBLE
            continue
        if type(mine) is not type(theirs):
            return Verdict.DIFFERENT
        compared = mine.compare(theirs)
        if compared.different:
            return Verdict.DIFFERENT
        if isinstance(mine, Parties) and compared.telling:
            continue  # a party in common is all that can be asked of two sentences
        verdict = Verdict.COMPATIBLE if compared.verdict is Verdict.COMPATIBLE else verdict
    return verdict


def loose(kind: Kind, one: Claim, other: Claim) -> bool:
    """Whether a key field only fits, rather than being the same: too little to tell a disagreement from.

    Optional fields are left to the words around the claims.
    """
    required = (name for name in kind.key_fields() if kind.fields[name].need is not Need.OPTIONAL)
    pairs = ((one.fields[name], other.fields[name]) for name in required if name in one.fields and name in other.fields)
    return any(not _one_and_the_same(a, b) for a, b in pairs) or _one_wider(one, other)


def _one_wider(one: Claim, other: Claim) -> bool:
    """Whether one counts people, say, and the other only the passengers: a whole and, it may be, a part of it."""
    mine, theirs = one.fields.get("thing"), other.fields.get("thing")
    if not isinstance(mine, Thing) or not isinstance(theirs, Thing):
        return False
    return mine.head != theirs.head and not (mine.anybody and theirs.anybody)


def _one_and_the_same(one: Any, other: Any) -> bool:
    """Whether two key values name one thing beyond doubt: also a place said more exactly, a full name spelled anew."""
    compared = one.compare(other)
    if isinstance(one, Person) and compared.relation is Relation.SPELLING:
        return len(one.tokens) > 1 and len(other.tokens) > 1
    return compared.verdict is Verdict.SAME or (isinstance(one, Place) and compared.telling and not compared.different)


def core_differs(kind: Kind, one: Claim, other: Claim) -> bool:
    core = [name for name in kind.key_fields() if kind.fields[name].need in (Need.REQUIRED, Need.INFERRED)]
    return keys_fit(kind, *({n: c.fields[n] for n in core if n in c.fields} for c in (one, other))) is Verdict.DIFFERENT


def names_differ(kind: Kind, one: Claim, other: Claim) -> bool:
    """Whether the keys name two people, places or offices; who else is told of beside an event does not count."""
    return _differ(kind, one, other, lambda value: not isinstance(value, (Term, Thing, Parties)))


def words_differ(kind: Kind, one: Claim, other: Claim) -> bool:
    """Whether the keys call what is asked of by two words ("places", "seats"), where neither word is but a default."""
    return _differ(kind, one, other, lambda value: isinstance(value, (Term, Thing)))


def _differ(kind: Kind, one: Claim, other: Claim, counts: Callable[[Any], bool]) -> bool:
    for name in kind.key_fields():
        mine, theirs = one.fields.get(name), other.fields.get(name)
        unsaid = kind.fields[name].default
        if mine is None or theirs is None or not counts(mine) or (unsaid and unsaid in (str(mine), str(theirs))):
            continue
        if type(mine) is not type(theirs) or mine.compare(theirs).different:
            return True
    return False
