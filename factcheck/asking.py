"""A question in the words of a reader: that of its kind, with the key filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import singledispatch
from typing import Any

from factcheck.rulepack.types import Kind
from factcheck.values import datetext
from factcheck.values.calendar import Unit
from factcheck.values.country import Country
from factcheck.values.date import Date
from factcheck.values.parties import Parties
from factcheck.values.people import People
from factcheck.values.place import Place
from factcheck.values.quote import Quote

_FIELD = re.compile(r"\{(\w+)\}")
_PART = re.compile(r"\[([^\]|]*)(?:\|([^\]]*))?\]")
_NAMED = 3  # parties that a question names; the others are counted
# Places whose English names take an article: by the form of the name, and those of which no form tells.
_WITH_THE = re.compile(
    r"United .*|.*\b(Republic|Islands|Emirates)|Netherlands|Philippines|Bahamas|Gambia|Maldives|"
    r"(city|county|district|island|port|province|region|state|town|village) of .*"
)


def question_text(kind: Kind, key: Mapping[str, Any]) -> str:
    """The question of the kind, or the one that it has for values of this key, with the fields as a sentence has them.

    A part in brackets falls away where a field of it is unknown, or gives way to what stands behind its bar.
    """
    values = {str(value) for value in key.values()}
    asked = [words for words in kind.asked if values.issuperset(words.split())]
    template = kind.asked[max(asked, key=lambda words: len(words.split()))] if asked else kind.question
    return _filled(template, {name: said(value) for name, value in key.items()})


def open_question(kind: Kind) -> str:
    """What a kind asks, whatever about: with a gap for each field."""
    return _filled(kind.question, dict.fromkeys(_FIELD.findall(kind.question), "…"))


def _filled(template: str, words: Mapping[str, str]) -> str:
    def part(match: re.Match[str]) -> str:
        return match[1] if all(name in words for name in _FIELD.findall(match[1])) else match[2] or ""

    return _PART.sub(part, template).format_map(_Named(words))


class _Named(dict[str, str]):
    """A field that is not known goes by its name: "Where was the event?"."""

    def __missing__(self, name: str) -> str:
        return name


@singledispatch
def said(value: Any) -> str:
    """A value as it stands in a question: with its preposition, where it never goes without one."""
    words: str = value.show()
    return words


@said.register
def _(value: Date) -> str:
    """A weekday is left out where there is a date: a question about it must not give it away."""
    words = datetext.show(value, weekday=False)
    if value.end:
        return f"from {words}"
    if value.unit is not None and value.offset is None:
        return f"in the {words}"
    if value.unit is not None or value.direction:
        return f"on {words}" if words.startswith(f"the same {Unit.DAY}") else words
    return f"on {words}" if value.day is not None or value.weekday is not None else f"in {words}"


@said.register
def _(value: Country) -> str:
    return _with_the(value.show())


@said.register
def _(value: Place) -> str:
    return _with_the(value.show())


def _with_the(name: str) -> str:
    return f"the {name}" if _WITH_THE.fullmatch(name) else name


@said.register
def _(value: Quote) -> str:
    """What an article retells is no more than what somebody said in other words."""
    return f"that {value.show()}" if value.indirect else value.show()


@said.register
def _(value: People) -> str:
    return _listed([person.show() for person in value.people])


@said.register
def _(value: Parties) -> str:
    """Those who take part, then the places where it was."""
    actors = [said(party) for party in value.parties if not isinstance(party, Place)]
    sites = [said(party) for party in value.parties if isinstance(party, Place)]
    groups = (("involving", actors), ("in", sites))
    return " ".join(f"{word} {_listed(names)}" for word, names in groups if names)


def _listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`, `A, B, C and 2 others`."""
    more = len(names) - _NAMED
    shown = [*names[:_NAMED], f"{more} {'other' if more == 1 else 'others'}"] if more > 0 else list(names)
    return " and ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part)
