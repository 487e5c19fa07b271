"""What a measure is of: its attribute (depth, width ...), the thing measured, and the place a distance is told from.

An attribute is told by a word right behind the value or inside it ("12m-wide", "60 feet in diameter"), else by the last
one shortly before it ("a depth of about 16 feet"), else by the unit alone, where the table of attributes says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import takewhile
from typing import Any, NamedTuple

from factcheck.extract.context import clause_around, words_between
from factcheck.model import Mention, TaggedSentence, Token
from factcheck.phrases import Found, PhraseIndex
from factcheck.tag.quantities import ThingWords, phrase_end
from factcheck.values.date import Date
from factcheck.values.duration import Duration
from factcheck.values.extent import Extent
from factcheck.values.place import Place

_BETWEEN = 4  # words between the name of an attribute and the value it announces
_TO_PLACE = 4  # words between a distance and the place it is told from
_THING_AFTER = 3  # words after a value that may name the thing: "12m-wide impact crater"
_FARTHEST_THING = 25  # words before a value in which its thing is looked for
_SENTENCE = 60  # added for a thing in another clause
_WITHIN = 8  # added for a thing that a preposition makes part of another
_STOPS = frozenset(".;()!?")
_SHORTEST_NOUN = 3  # letters
_HYPHENED = re.compile(r"\w[-‑–]\w")
_PLACES = frozenset(("place", "name", "person"))


class Measured(NamedTuple):
    """The tables of attributes, measured things and directions in one language; hashed by identity."""

    rows: Mapping[str, Mapping[str, Any]]
    before: PhraseIndex[str]
    after: PhraseIndex[str]
    things: PhraseIndex[str]
    settling: frozenset[str]
    compass: PhraseIndex[str]
    within: PhraseIndex[str]
    substance: frozenset[str]
    nouns: ThingWords
    determiners: frozenset[str]
    unmeasured: frozenset[str]
    during: PhraseIndex[str]
    apart: PhraseIndex[str]
    served: PhraseIndex[str]

    @classmethod
    def of(
        cls,
        tables: Mapping[str, Mapping[str, Any]],
        language: str,
        lists: Mapping[str, Sequence[str]],
        nouns: ThingWords,
    ) -> Measured:
        """From the tables `attributes`, `measured`, `compass` of a pack, and the word lists of the kind's rules."""
        attributes, things = tables.get("attributes", {}), tables.get("measured", {})

        def phrases(name: str) -> PhraseIndex[str]:
            return PhraseIndex((word, word) for word in lists.get(name, ()))

        return cls(
            attributes,
            PhraseIndex(_side(attributes, "before", language)),
            PhraseIndex(_side(attributes, "after", language)),
            PhraseIndex(_words(things, language)),
            frozenset(concept for concept, row in things.items() if row.get("settling")),
            PhraseIndex(_words(tables.get("compass", {}), language)),
            phrases("within"),
            frozenset(lists.get("substance", ())),
            nouns,
            frozenset(lists.get("determiners", ())),
            frozenset(lists.get("unmeasured", ())),
            phrases("during"),
            phrases("apart"),
            phrases("served"),
        )


def _words(table: Mapping[str, Any], language: str) -> Iterable[tuple[str, str]]:
    return ((word, concept) for concept, row in table.items() for word in row.get(language) or ())


def _side(table: Mapping[str, Any], side: str, language: str) -> Iterable[tuple[str, str]]:
    return ((word, name) for name, row in table.items() for word in (row.get(side) or {}).get(language) or ())


class Reading(NamedTuple):
    """A measured value with what it is of."""

    attribute: str
    extent: Extent
    thing: str | None
    place: Mention | None
    direction: str | None
    when: Mention | None

    def terms(self) -> dict[str, str]:
        """What is told by concepts, by field."""
        told = {"attribute": self.attribute, "thing": self.thing, "direction": self.direction}
        return {name: concept for name, concept in told.items() if concept}

    def mentions(self, value: Mention) -> dict[str, tuple[Mention, ...]]:
        """What is told by mentions, by field; `value` is the measure itself."""
        told = {"value": value._replace(value=self.extent), "from": self.place, "when": self.when}
        return {name: (mention,) for name, mention in told.items() if mention}


def read_measure(words: Measured, tagged: TaggedSentence, mention: Mention) -> Reading | None:
    """What a measure or duration tells, or None where the sentence does not say what it is of.

    How long somebody is to serve is a penalty, and no duration.
    """
    served = dimension_of(mention.value) == "time" and any(words.served.find(tagged.tokens))
    noun = None if served else _noun(words, tagged, mention)
    named = _attribute(words, tagged, mention)
    thing = _thing(words, tagged, mention, words.rows[named]) if named else None
    thing = noun if not thing or (noun and _of_what(words, tagged, mention)) else thing
    if named and thing is None and words.rows[named].get("thing"):
        named = None
    attribute = named or (None if served else _tied(words, tagged, mention, noun))
    if attribute is None:
        return None
    row = words.rows[attribute]
    settling = bool(row.get("settling")) or thing in words.settling
    extent = Extent(mention.value, bool(row.get("half")), settling)
    direction, place = _reference(words, tagged, mention) if row.get("to_place") else (None, None)
    return Reading(row.get("same_as") or attribute, extent, thing, place, direction, _another_year(tagged))


def _tied(words: Measured, tagged: TaggedSentence, mention: Mention, noun: str | None) -> str | None:
    """The attribute that a value has by the way it is tied: to a noun ("a 24-hour strike"), or as a stretch of time."""
    dimension, tokens = dimension_of(mention.value), tagged.tokens
    during = dimension == "time" and words.during.before(tokens, mention.first) is not None
    behind = _past_hyphen(tokens, mention.last)
    if dimension == "time" and not during and behind < len(tokens) and words.apart.at(tokens, behind):
        return "gap"
    tied = (name for name, row in words.rows.items() if row["dimension"] == dimension and row.get("tied"))
    return next(tied, None) if noun or during else None


def _noun(words: Measured, tagged: TaggedSentence, mention: Mention) -> str | None:
    """The noun that a value stands before as an adjective does, or that says what there is so much of.

    `A 24-hour strike`, `the 10 km race`, `86 kilograms of chlorine`; where heads come first, `15 ton pupuk`.
    """
    tokens, at = tagged.tokens, _past_hyphen(tagged.tokens, mention.last)
    of = _of_what(words, tagged, mention)
    head_first = words.nouns.head_first and dimension_of(mention.value) != "time"  # "dua hari mulai Senin"
    if not (of or head_first or _attributive(words, tagged, mention)):
        return None
    end = phrase_end(tokens, at + of, {m.first: m for m in tagged.mentions}, words.nouns)
    phrase = [token.lower for token in takewhile(partial(_is_noun, words), tokens[at + of : end])]
    if not phrase or words.compass.at(tokens, at + of):
        return None
    measured = next((found.value for found in words.things.find(tokens, at + of, end)), None) if of else None
    if measured:
        return measured
    known = [word for word in phrase if word in words.nouns.concepts]
    head = known[-1] if known and of else phrase[-1 if of and not words.nouns.head_first else 0]
    return words.nouns.concepts.get(head, head)


def _is_noun(words: Measured, token: Token) -> bool:
    """Whether a word can name what is measured: no name, no turn of speech, no part of a verb."""
    shown = token.text.islower() and token.text.isalpha() and len(token.text) >= _SHORTEST_NOUN
    participle = not words.nouns.head_first and token.lower.endswith("ed")
    return shown and token.lower not in words.unmeasured and not participle


def _attributive(words: Measured, tagged: TaggedSentence, mention: Mention) -> bool:
    """Whether a value stands before its noun: `a 10 km race`, `24-hour`, and not `10 km long` or `for 24 hours`."""
    tokens = tagged.tokens
    hyphened = any(_HYPHENED.search(token.text) for token in tokens[mention.first : mention.last])
    return hyphened or (mention.first > 0 and tokens[mention.first - 1].lower in words.determiners)


def _of_what(words: Measured, tagged: TaggedSentence, mention: Mention) -> bool:
    """Whether the words behind the value say what there is so much of: "200 tonnes of mud"."""
    at = _past_hyphen(tagged.tokens, mention.last)
    return at < len(tagged.tokens) and tagged.tokens[at].lower in words.substance


def _another_year(tagged: TaggedSentence) -> Mention | None:
    """A date that names its year: of an earlier event ("in 2009"). With its weekday it is the day of the news."""
    dates = (m for m in tagged.mentions if isinstance(m.value, Date))
    return next((m for m in dates if m.value.year and m.value.weekday is None), None)


def dimension_of(value: Any) -> str:
    """What a measure or duration measures, as the rows of the attribute table name it."""
    return "time" if isinstance(value, Duration) else str(value.dimension)


def _attribute(words: Measured, tagged: TaggedSentence, mention: Mention) -> str | None:
    dimension = dimension_of(mention.value)
    fitting = frozenset(name for name, row in words.rows.items() if row["dimension"] == dimension)
    told = _inside(words, tagged, mention, fitting) or _behind(words, tagged, mention, fitting)
    if told is None or words.rows[told].get("to_place"):
        # "Within a radius of 3 km from the crater" is no distance, whatever place follows.
        told = _announced(words, tagged, mention, fitting) or told
    return told or next((name for name in words.rows if name in fitting and words.rows[name].get("alone")), None)


def _inside(words: Measured, tagged: TaggedSentence, mention: Mention, fitting: frozenset[str]) -> str | None:
    """`12m-wide`, `60-foot-tall`: the word that a hyphen ties to the unit."""
    for token in tagged.tokens[mention.first : mention.last]:
        *_, last = token.lower.replace("‑", "-").split("-")
        found = words.after.at([token._replace(lower=last)], 0) if last != token.lower else None
        if found and found.value in fitting:
            return found.value
    return None


def _behind(words: Measured, tagged: TaggedSentence, mention: Mention, fitting: frozenset[str]) -> str | None:
    """The word right behind, a hyphen apart at most; a direction behind a length makes it a distance."""
    start = _past_hyphen(tagged.tokens, mention.last)
    if start >= len(tagged.tokens):
        return None
    found = words.after.at(tagged.tokens, start)
    if found and found.value in fitting:
        return found.value
    to_place = (name for name in sorted(fitting) if words.rows[name].get("to_place"))
    return next(to_place, None) if _direction(words, tagged, mention) else None


def _past_hyphen(tokens: Sequence[Token], at: int) -> int:
    return at + (at + 1 < len(tokens) and tokens[at].text in "-‑–")


def _announced(words: Measured, tagged: TaggedSentence, mention: Mention, fitting: frozenset[str]) -> str | None:
    """The last attribute named shortly before, with no other value and no end of a clause between."""
    start = max([m.last for m in tagged.mentions if m.last <= mention.first and m.type in _VALUES], default=0)
    start = max(start, mention.first - _BETWEEN - 4)
    found = [f for f in words.before.find(tagged.tokens, start, mention.first) if f.value in fitting]
    if not found or mention.first - found[-1].last > _BETWEEN:
        return None
    between = tagged.tokens[found[-1].last : mention.first]
    return None if any(token.text in _STOPS or token.text == "," for token in between) else found[-1].value


_VALUES = frozenset(("measure", "duration", "quantity", "number", "money", "percent", "coordinates"))


def _thing(words: Measured, tagged: TaggedSentence, mention: Mention, row: Mapping[str, Any]) -> str | None:
    of: Sequence[str] = row.get("of") or ()
    found = [f for f in words.things.find(tagged.tokens) if not of or f.value in of]
    inside = {p.last for p in words.within.find(tagged.tokens)}
    if row.get("to_place"):
        found = [f for f in found if f.first not in inside]
    reach = 0 if row.get("to_place") else _THING_AFTER
    near = [
        (distance + _WITHIN * (f.first in inside), f)
        for f in found
        if (distance := _distance(tagged, mention, f, reach)) is not None
    ]
    nearest = min(near, key=lambda pair: (pair[0], pair[1].first), default=None)
    return nearest[1].value if nearest else next(iter(of), None)


def _distance(tagged: TaggedSentence, mention: Mention, found: Found[str], reach: int) -> int | None:
    """How far a thing is from a value, or None where it is out of reach; those right behind count as near."""
    start, end = clause_around(tagged, mention)
    beyond = 0 if start <= found.first and found.last <= end else _SENTENCE
    if found.last <= mention.first:
        gap = words_between(tagged, found.last, mention.first)
        return gap + beyond if gap <= _FARTHEST_THING else None
    gap = found.first - mention.last
    return 2 * gap + beyond if 0 <= gap < reach else None


def _direction(words: Measured, tagged: TaggedSentence, mention: Mention) -> Found[str] | None:
    """The direction right behind a distance: "136 km southwest of", "5 km ke arah barat"."""
    stop = min(mention.last + 3, len(tagged.tokens))
    return next((f for at in range(mention.last, stop) if (f := words.compass.at(tagged.tokens, at))), None)


def _reference(words: Measured, tagged: TaggedSentence, mention: Mention) -> tuple[str | None, Mention | None]:
    """The direction and the place that a distance is told from, both behind it."""
    direction = _direction(words, tagged, mention)
    start = direction.last if direction else mention.last
    near = (m for m in tagged.mentions if m.type in _PLACES and m.last > start and m.first - start <= _TO_PLACE)
    place = next((m for m in near if m.first >= mention.last), None)
    named = direction.value if direction else None
    return named, _without_direction(tagged, place, start) if place else None


def _without_direction(tagged: TaggedSentence, place: Mention, start: int) -> Mention | None:
    """A name that swallowed the direction before it gives it back."""
    if place.type == "place" and place.first >= start:
        return place
    first = max(place.first, start)
    text = " ".join(token.text for token in tagged.tokens[first : place.last])
    return Mention("place", first, place.last, Place.read(text)) if text else None
