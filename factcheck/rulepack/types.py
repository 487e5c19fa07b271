"""What a rule pack holds once it is read: kinds of claims, their rules, and the words of each language.

The YAML files mirror these types one to one (`rules/README.md` is the guide for authors); unknown keys are errors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from factcheck.findings import Severity
from factcheck.lexicon import Lexicon
from factcheck.model import Modality, Relation
from factcheck.rulepack.pattern import Pattern

_TIMES = ("date", "since", "years", "age")


class Role(StrEnum):
    """What a field is to its kind: part of the question, the answer, or shown only."""

    KEY = "key"
    VALUE = "value"
    CONTEXT = "context"


class Need(StrEnum):
    """Whether a claim can do without a key field.

    REQUIRED: no claim without it. INFERRED: filled from the rest of the article or story when the sentence is silent,
    and no claim if that fails. DECIDING: may be absent, but only answers that both state it are set against each
    other. OPTIONAL: narrows the question; absent on one side it lowers the confidence.
    """

    REQUIRED = "required"
    INFERRED = "inferred"
    DECIDING = "deciding"
    OPTIONAL = "optional"


class Trend(StrEnum):
    """How a figure moves as time goes by, so that a later one may replace an earlier one."""

    NONE = "none"
    UP = "up"
    ANY = "any"


@dataclass(frozen=True)
class FieldSpec:
    """A typed field of a kind. `source` names where an inferred field comes from: `kind.field` of the same article.

    `default` is the value, in canonical text, of a field that the sentence leaves out ("3 dead" are people).
    """

    type: str
    role: Role
    need: Need = Need.REQUIRED
    source: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True)
class Kind:
    """A sort of question: its wording, its fields, and what a disagreement about it means.

    `question` names fields as `{field}`; a part in brackets falls away where one of its fields is not known, or gives
    way to what stands behind a bar (`[of the {thing}|of all]`). `asked` holds questions in other words for a value
    of the key ("How many died?" for the state `dead`), or for several values together, with blanks between them.
    `overlap` is the share of content words, in percent, that two sentences must have in common before their different
    answers are set against each other: for kinds whose key fields alone do not say which event is meant. `alone` is a
    lower one for articles that give one answer only to what is asked; `lead` says that claims in the openings of two
    articles are about one thing, whatever words surround them; `once` lists events that happen to one person once:
    naming a person in common is enough to speak of the same one; `lasting` those that go on for days, to which `alone`
    does not apply. `falls` lists key values of which figures may also go
    down as time goes by (the missing are found). `modality` is that of every claim, for kinds that ask
    of the past whatever the sentence plans. `dateline` says that datelines make such claims, `residual` that the kind
    makes none of words that another kind claims.
    """

    kind: str
    question: str
    fields: Mapping[str, FieldSpec]
    relation: Relation = Relation.CANNOT_BOTH
    severity: Severity = Severity.ERROR
    trend: Trend = Trend.NONE
    overlap: int = 0
    modality: Modality | None = None
    lead: bool = False
    dateline: bool = False
    once: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    falls: tuple[str, ...] = ()
    alone: int = 0
    residual: bool = False
    about: str = ""
    asked: Mapping[str, str] = field(default_factory=dict)

    def key_fields(self) -> tuple[str, ...]:
        return self._by_role[Role.KEY]

    def value_fields(self) -> tuple[str, ...]:
        return self._by_role[Role.VALUE]

    def dated(self) -> bool:
        """Whether the answer is a time, or counted from one, rather than something that is told of a time."""
        return not {self.fields[name].type for name in self.value_fields()}.isdisjoint(_TIMES)

    @cached_property
    def _by_role(self) -> Mapping[Role, tuple[str, ...]]:
        """The names of the fields, by what they are to the kind."""
        return {role: tuple(name for name, spec in self.fields.items() if spec.role is role) for role in Role}


@dataclass(frozen=True)
class Example:
    """A sentence and the claims a rule must find in it (none for a miss). `todo` says why it does not work yet."""

    text: str
    claims: tuple[Mapping[str, Any], ...]
    todo: str = ""


@dataclass(frozen=True)
class Rule:
    """A pattern (`match`) or a frame (`value` with what stands `near`); `id` is kind/language/name.

    `values` are constants set on each claim; `unless` is a pattern or word that rules a hit out. Of a frame, `needs`
    names the fields that must be found near, `shared` says that several values may belong to one word near them, and
    `reach` within how many words of the value the words of a table stand (0: within the usual twelve).
    `said` names the field that takes the speaker, where the value is a day on which somebody said something; no other
    frame takes such a day of a kind that has a rule of this sort.
    """

    id: str
    examples: tuple[Example, ...]
    match: str = ""
    value: str = ""
    near: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    shared: bool = False
    said: str = ""
    reach: int = 0
    unless: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    modality: Modality | None = None
    kind: str = ""
    language: str = ""


@dataclass(frozen=True)
class RuleFile:
    """One `<kind>/<language>.yaml`."""

    language: str
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()


class RulePatterns(NamedTuple):
    """What a pattern rule was compiled to: its match, and what rules a hit out."""

    match: Pattern
    unless: tuple[Pattern, ...]


@dataclass(frozen=True, eq=False)
class RulePack:
    """Everything the pipeline reads as data. `fingerprint` is a hash of the files, shown in every report.

    `words` holds the word lists of kinds, by language and then `kind/name`; `patterns` the compiled rules by id;
    `function_words` those of each language, by which an article's is told before its lexicon is needed.
    """

    kinds: Mapping[str, Kind]
    rules: tuple[Rule, ...]
    patterns: Mapping[str, RulePatterns]
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    lexicons: Mapping[str, Lexicon]
    tables: Mapping[str, Mapping[str, Any]]
    fingerprint: str
    function_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
