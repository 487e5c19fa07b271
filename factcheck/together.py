"""What the articles of a story answer beside a claim: answers given side by side are no alternatives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.groups import compare_answers
from factcheck.keys import keys_fit
from factcheck.model import Claim, Verdict
from factcheck.rulepack.types import Kind, Trend
from factcheck.values.place import Place
from factcheck.values.term import Term
from factcheck.values.thing import Thing

_TABLE = 64  # answers of one article to one question from which on it lists things, of which none is an alternative
# Types of key fields that tell whom or what a question is about, of all that are of its class.
_NAMING = frozenset(("person", "people", "country", "office", "quote", "day"))


class Together:
    """Answers that one sentence names side by side ("at the corner of A Street and B Avenue") are no alternatives.

    Nor are those of one article, for kinds whose keys do not tell events of one class apart: flights were cancelled on
    both days. Where figures move, an article may tell an earlier one beside today's.
    """

    def __init__(self, claims: Sequence[Claim], kind: Kind) -> None:
        self._kind = kind
        self._sentences: dict[str, set[tuple[str, str]]] = {}
        named = any(kind.fields[name].type in _NAMING for name in kind.key_fields())
        self._classes = kind.overlap > 0 or not named
        self._answers: dict[tuple[str, str], dict[str, Claim]] = {}
        self._places: dict[tuple[str, str], set[str]] = {}
        self._telling: dict[tuple[str, str], set[str]] = {}
        for claim in claims:
            self._places.setdefault((claim.evidence.source, self._text(claim)), set()).add(claim.evidence.sentence)
            self._sentences.setdefault(self._text(claim), set()).add((claim.evidence.source, claim.evidence.sentence))
            source, asked = self._asked(claim)
            self._telling.setdefault((asked, self._text(claim)), set()).add(source)
            self._answers.setdefault((source, asked), {}).setdefault(self._text(claim), claim)

    def __call__(self, one: Claim, other: Claim) -> bool:
        if self.beside(one, other):
            return True
        whole = self._classes and self._kind.trend is Trend.NONE
        return whole and (self._gives(one, other) or self._gives(other, one))

    def beside(self, one: Claim, other: Claim) -> bool:
        """Whether a sentence of the story gives both answers."""
        mine, theirs = self._text(one), self._text(other)
        return mine != theirs and not self._sentences[mine].isdisjoint(self._sentences[theirs])

    def apart(self, one: Claim, other: Claim) -> bool:
        """Whether an article of the story, be it a third one, tells of both: two launches, years apart."""
        mine, theirs = (self._telling.get((self._asked(claim)[1], self._text(claim)), set()) for claim in (one, other))
        return not mine.isdisjoint(theirs)

    def _gives(self, one: Claim, other: Claim) -> bool:
        """Whether the article of one claim also gives the other's answer to what is asked of."""
        own = self._answers[self._asked(one)]
        if len(own) == 1 or len(own) > _TABLE:
            return len(own) > _TABLE
        return any(self._same(claim, other) for claim in own.values() if claim is not one)

    def _same(self, one: Claim, other: Claim) -> bool:
        compared = compare_answers(self._kind, one.fields, other.fields)
        asked = keys_fit(self._kind, one.fields, other.fields)
        return compared.telling and not compared.different and asked is not Verdict.DIFFERENT

    def alone(self, claim: Claim) -> bool:
        """Whether its article gives no other answer to what is asked of: one veto, one parade."""
        return len(self._answers[self._asked(claim)]) == 1

    def single(self, claim: Claim) -> bool:
        """Whether one sentence only of its article gives this answer, to whatever question."""
        return len(self._places[claim.evidence.source, self._text(claim)]) == 1

    def _asked(self, claim: Claim) -> tuple[str, str]:
        asked = [_headword(claim.fields[n]) for n in self._kind.key_fields() if n in claim.fields]
        ranks = [v.rank for v in claim.fields.values() if isinstance(v, Place)]
        return claim.evidence.source, " ".join(filter(None, asked + ranks))

    def _text(self, claim: Claim) -> str:
        return " ".join(str(claim.fields[name]) for name in self._kind.value_fields() if name in claim.fields)


def _headword(value: Any) -> str:
    """What is asked of, however exactly: the concept of a term, the head of a counted thing; "" for other keys."""
    if isinstance(value, Thing):
        return value.head
    return str(value) if isinstance(value, Term) else ""
