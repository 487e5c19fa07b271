"""The types that flow through the pipeline, from an article to its claims and how they compare. All are frozen.

A later stage wraps what an earlier one made; what a run comes to is in `factcheck.findings`.

Offsets are code points of the article's own text, half open; lines and columns start at 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, Protocol


class Modality(StrEnum):
    """How the article presents a claim. `HAPPENED` is what is said without any hedge."""

    HAPPENED = "happened"
    PLANNED = "planned"
    DENIED = "denied"
    POSSIBLE = "possible"
    PROVISIONAL = "provisional"


class Aspect(StrEnum):
    """Which of several figures of one thing a claim gives; only figures of one aspect are alternatives."""

    PRESENT = "present"
    FORMER = "former"
    CHANGE = "change"
    ADDED = "added"
    PART = "part"
    WHOLE = "whole"
    LIMIT = "limit"


class Verdict(StrEnum):
    """How two answers to one question compare."""

    SAME = "same"
    COMPATIBLE = "compatible"
    DIFFERENT = "different"


class Relation(StrEnum):
    """What the reader is told about a question; `bucket_of` says in which list."""

    AGREE = "agree"
    PRECISION = "precision"
    WORDING = "wording"
    SPELLING = "spelling"
    INCLUSION = "inclusion"
    REVISED = "revised"
    ORDER_UNKNOWN = "order-unknown"
    PLAN_FULFILLED = "plan-fulfilled"
    CANNOT_BOTH = "cannot-both"
    LISTS_DIFFER = "lists-differ"
    PLAN_CHANGED = "plan-changed"
    DISPUTED = "disputed"
    SAME_ORIGIN = "same-origin"
    SELF = "self"
    ATTRIBUTE_MIXED = "attribute-mixed"


CONFLICTS = frozenset(
    (Relation.CANNOT_BOTH, Relation.LISTS_DIFFER, Relation.PLAN_CHANGED, Relation.DISPUTED, Relation.SAME_ORIGIN,
     Relation.SELF, Relation.ATTRIBUTE_MIXED)
)  # fmt: skip
UPDATES = frozenset((Relation.REVISED, Relation.ORDER_UNKNOWN, Relation.PLAN_FULFILLED))


class Bucket(StrEnum):
    """The lists of a report, by the relations of the answers to a question."""

    CONFLICTS = "conflicts"
    UPDATES = "updates"
    AGREEMENTS = "agreements"


def bucket_of(relation: Relation) -> Bucket:
    """The list that a finding belongs to."""
    if relation in CONFLICTS:
        return Bucket.CONFLICTS
    return Bucket.UPDATES if relation in UPDATES else Bucket.AGREEMENTS


class Comparison(NamedTuple):
    """The outcome of comparing two values: a verdict, the relation it suggests, and the reason in words.

    `telling` is False where nothing speaks for or against (two towns: one may lie in the other); such a comparison
    brings no claims together. `close` marks values that differ by a slip of the pen (two digits swapped, Lane for
    Drive): so alike that they answer one question whatever the sentences around them say.
    """

    verdict: Verdict
    relation: Relation
    reason: str
    telling: bool = True
    close: bool = False

    @property
    def different(self) -> bool:
        return self.verdict is Verdict.DIFFERENT


def same(reason: str = "the same") -> Comparison:
    """Both say the same."""
    return Comparison(Verdict.SAME, Relation.AGREE, reason)


def compatible(relation: Relation, reason: str) -> Comparison:
    """Both can be true; `relation` is one of precision, wording, spelling, inclusion."""
    return Comparison(Verdict.COMPATIBLE, relation, reason)


def unknown(reason: str) -> Comparison:
    """Nothing speaks against both, and nothing for their being the same either."""
    return Comparison(Verdict.COMPATIBLE, Relation.PRECISION, reason, telling=False)


def different(reason: str, relation: Relation = Relation.CANNOT_BOTH, *, close: bool = False) -> Comparison:
    """Both cannot be true (or, with another relation, they need the reader's eye)."""
    return Comparison(Verdict.DIFFERENT, relation, reason, close=close)


class Value(Protocol):
    """What every value type in `factcheck.values` offers. Implementations are frozen dataclasses.

    `str(value)` is the canonical text (equal values have equal texts), `show()` the words for a reader,
    `to_json()` plain data for the report. `compare` is symmetric and `x.compare(x)` is same.
    """

    def compare(self, other: Any) -> Comparison: ...
    def show(self) -> str: ...
    def to_json(self) -> Any: ...


class Article(NamedTuple):
    """One source as it was received. `text` is never cleaned in place: spans point into it.

    `given` is a date that the user or the file's metadata states (the most trusted anchor), `url` and `outlet` where
    the article was found and who published it, as its file says.
    """

    id: str
    text: str
    language: str
    sha256: str
    title: str = ""
    given: date | None = None
    url: str = ""
    outlet: str = ""


class Part(StrEnum):
    """Where in an article a sentence stands."""

    TITLE = "title"
    DATELINE = "dateline"
    CAPTION = "caption"
    BODY = "body"


class Sentence(NamedTuple):
    """A stretch of article text that may make claims; boilerplate lines never become sentences."""

    start: int
    end: int
    part: Part = Part.BODY
    paragraph: int = 0


class Token(NamedTuple):
    """A word, number or sign. `kind` is `w` word, `n` digits (with inner separators), `p` punctuation."""

    text: str
    lower: str
    start: int
    end: int
    kind: str


class Mention(NamedTuple):
    """A typed thing found in a sentence: tokens `first` to `last` (half open) of that sentence, read as `value`."""

    type: str
    first: int
    last: int
    value: Any


class TaggedSentence(NamedTuple):
    """A sentence with its tokens and its mentions, which never overlap and stand in order."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]


class Evidence(NamedTuple):
    """The exact words a claim rests on; `offset` is where they begin in their sentence."""

    source: str
    start: int
    end: int
    line: int
    column: int
    quote: str
    sentence: str
    offset: int = 0


class Claim(NamedTuple):
    """One answer to one question, at one place of one article. `fields` holds key and value fields by name.

    `as_of` is the moment (`values.asof.AsOf`) up to which a figure was counted, `supersedes` says that its sentence
    tells it as what an earlier figure has become, `contrasted` and `resumes` that it sets itself against what somebody
    else says, or takes up a figure told before. `lead` says that it stands in the title or the opening, which tell
    what the article is about. `said_on` is the day
    of the article where that is certain, `weekday` (Monday is 0) the bare weekday that its date was told by. `when` is
    the date (`values.date.Date`) and `where` the place (`values.place.Place`) that the sentence gives to what it tells;
    `background` says that the date lies long before the article: what is told of it answers another question than the
    news of the day.
    """

    kind: str
    fields: Mapping[str, Any]
    evidence: Evidence
    rule: str
    modality: Modality = Modality.HAPPENED
    attribution: str | None = None
    as_of: Any = None
    context: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    lead: bool = False
    said_on: date | None = None
    weekday: int | None = None
    when: Any = None
    where: Any = None
    background: bool = False
    aspect: Aspect = Aspect.PRESENT
    supersedes: bool = False
    contrasted: bool = False
    resumes: bool = False


class Anchor(NamedTuple):
    """The day that relative words of an article count from. `days` is how far it may be off: 0 is certain.

    `basis` says why, in words for the report.
    """

    date: date | None
    basis: str
    days: int = 0
