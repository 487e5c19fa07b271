"""Makes any number of articles of the seeds: other people, places, days, figures and words in each story.

Story after story tells what the seeds tell, in their sentences, of somebody else somewhere else on another day, so that
each has its claims and its conflicts and no two have more in common than a name or a country. The same numbers give
the same texts, on every machine.

    python tests/permuted.py 20000 > articles.jsonl
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.load import load_articles
from factcheck.model import Article, Mention, TaggedSentence, Token
from factcheck.reader import read
from factcheck.rulepack import RulePack, load_pack
from factcheck.tables.countries import countries
from factcheck.tokens import tokens_of
from factcheck.values.date import Date
from factcheck.values.person import Person
from factcheck.values.place import Place, PlaceKind

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
_LANGUAGE = "id"
_YEAR = 2024  # of days that are told without one
_WEEKS = 1500  # to and fro: whole weeks, so that every weekday still fits its date
_LONG = 5  # letters of a word that can be exchanged for an invented one
_ABBREVIATED = 3  # letters up to which capitals are an abbreviation, as of "Amerika Serikat", and no emphasis
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_ONSETS = (*"bdfghjklmnprstvwyz", *("br", "dr", "gr", "kr", "pr", "tr"))
_SYLLABLES = tuple(f"{onset}{rhyme}" for onset in _ONSETS for rhyme in ("a", "e", "i", "o", "an", "en", "or"))
_NAMED = ("person", "holder", "name", "org", "place")
_COUNTED = ("quantity", "number", "money", "measure", "duration", "percent")


class _Piece(NamedTuple):
    """A stretch of a seed: `kind` says what it is exchanged for, `about` its country or day; plain text has none."""

    kind: str
    text: str
    about: str = ""


def rows(stories: int | None = None) -> Iterator[dict[str, str]]:
    """The articles as rows with `id` and `text`, story after story, without end unless `stories` says how many."""
    number = 0
    while stories is None or number < stories:
        for seed, pieces in enumerate(_seeds()):
            yield {"id": f"{number:06}-{seed}", "text": "".join(_exchanged(piece, number) for piece in pieces)}
        number += 1


def write_rows(path: Path, articles: int) -> Path:
    """The first `articles` rows as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in islice(rows(), articles))
    return path


class _Known(NamedTuple):
    """What the seeds name: words of names, and countries and capitals by how they are written."""

    names: frozenset[str]
    states: Mapping[str, tuple[str, str]]
    words: frozenset[str]


@lru_cache(maxsize=1)
def _seeds() -> tuple[tuple[_Piece, ...], ...]:
    """Each seed in pieces."""
    pack = load_pack()
    articles = load_articles([SEEDS], words=pack.function_words).articles
    readings = [read(article, pack) for article in articles]
    written = [
        (mention, [token.text for token in sentence.tokens[mention.first : mention.last]])
        for reading in readings
        for sentence in reading.tagged
        for mention in sentence.mentions
    ]
    words = frozenset(_known_words(pack))
    states = {" ".join(texts): state for mention, texts in written if (state := _state_of(mention))}
    named = {part for mention, texts in written for part in _named(mention, texts, words)}
    known = _Known(frozenset(named), states, words)
    return tuple(tuple(_pieces(reading.article, reading.tagged, known)) for reading in readings)


def _named(mention: Mention, texts: Sequence[str], words: frozenset[str]) -> Iterator[str]:
    """The words of a name: those of people whatever else they mean, those of other names if no rule knows them."""
    person = getattr(mention.value, "person", mention.value)
    if isinstance(person, Person):
        yield from person.tokens
    elif mention.type in _NAMED and not _state_of(mention):
        parts = (part.lower() for text in texts if text[:1].isupper() for part in text.split("-"))
        yield from (part for part in parts if part not in words)


def _state_of(mention: Mention) -> tuple[str, str] | None:
    """The country of a place that is one or stands for one, and what it is to it."""
    value = mention.value
    if not isinstance(value, Place) or value.kind is PlaceKind.OTHER or not value.country:
        return None
    return "country" if value.kind is PlaceKind.COUNTRY else "capital", value.country


def _known_words(pack: RulePack) -> set[str]:
    """Every word that some rule, list or table knows: those must stay as they are."""
    texts = _strings([pack.words, pack.lexicons[_LANGUAGE].sections, pack.tables, [rule.match for rule in pack.rules]])
    return {word.casefold() for text in texts for part in text.split() for word in part.strip("{}[]()<>.,").split("-")}


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        yield from (text for item in (*data.keys(), *data.values()) for text in _strings(item))
    elif isinstance(data, list | tuple | set | frozenset):
        yield from (text for item in data for text in _strings(item))


def _pieces(article: Article, tagged: Sequence[TaggedSentence], known: _Known) -> Iterator[_Piece]:
    state = re.compile("|".join(rf"{re.escape(text)}\b" for text in sorted(known.states, key=len, reverse=True)))
    mentions = {t.start: m for s in tagged for m in s.mentions for t in s.tokens[m.first : m.last]}
    at = 0
    for token in tokens_of(article.text):
        if token.start < at:
            continue  # the rest of a country's name
        yield _Piece("", article.text[at : token.start])
        if found := state.match(article.text, token.start):
            yield _Piece(known.states[found[0]][0], found[0], known.states[found[0]][1])
        else:
            yield _piece(token, mentions.get(token.start), known)
        at = found.end() if found else token.end
    yield _Piece("", article.text[at:])


def _piece(token: Token, mention: Mention | None, known: _Known) -> _Piece:
    text = token.text
    if mention and isinstance(mention.value, Date) and token.kind != "p":
        value = mention.value
        day = f"{value.year or _YEAR}-{value.month or 6:02}-{value.day or 15:02}"
        return _Piece("month" if text.capitalize() in _MONTHS else "date", text, day)
    if mention and mention.type in _COUNTED and token.kind == "n":
        return _Piece("figure", text)
    if text[:1].isupper() and any(part in known.names for part in token.lower.split("-")):
        return _Piece("name", text)
    if token.kind == "w" and len(text) >= _LONG and text.islower() and text not in known.words:
        return _Piece("word", text)
    return _Piece("", text)


def _exchanged(piece: _Piece, story: int) -> str:
    return _EXCHANGES[piece.kind](piece, story) if piece.kind else piece.text


def _drawn(story: int, what: str) -> int:
    """A number that depends on story and thing alone."""
    return int.from_bytes(blake2b(f"{story} {what}".encode(), digest_size=8).digest())


def _invented(story: int, word: str, syllables: int) -> str:
    number, parts = _drawn(story, word), []
    for _ in range(syllables):
        number, which = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[which])
    return "".join(parts)


def _name(piece: _Piece, story: int) -> str:
    parts = ((part, _invented(story, part.lower(), 2)) for part in piece.text.split("-"))
    return "-".join(_cased(new, old) for old, new in parts)


def _cased(new: str, old: str) -> str:
    return new.upper() if old.isupper() and len(old) > 1 else new.capitalize() if old[:1].isupper() else new


def _word(piece: _Piece, story: int) -> str:
    return _invented(story, piece.text, 3)


def _figure(piece: _Piece, story: int) -> str:
    number, digits = _drawn(story, piece.text), []
    for char in piece.text:
        number, digit = divmod(number, 9)
        digits.append(str(digit + 1) if char.isdecimal() else char)
    return "".join(digits)


@lru_cache(maxsize=1)
def _states() -> tuple[tuple[str, str], ...]:
    """Names and capitals of the countries that have both."""
    told = ([entry.get(part, {}).get(_LANGUAGE) for part in ("names", "capitals")] for entry in countries().values())
    return tuple((names[0], capitals[0]) for names, capitals in told if names and capitals)


def _state(piece: _Piece, story: int) -> str:
    states = _states()
    new = states[_drawn(story, piece.about) % len(states)][piece.kind == "capital"]
    return new.upper() if piece.text.isupper() and len(piece.text) > _ABBREVIATED else new


def _shift(story: int) -> timedelta:
    return timedelta(weeks=_drawn(story, "day") % (2 * _WEEKS) - _WEEKS)


def _date(piece: _Piece, story: int) -> str:
    """Day, year, or all of it: what the figures of a date are."""
    old = date.fromisoformat(piece.about)
    new = old + _shift(story)
    if not piece.text[:1].isdecimal():
        return piece.text
    for sign in ("/", "-", "."):
        if piece.text.count(sign) == 2:
            return sign.join(f"{n:0{len(part)}}" for n, part in zip(_fields(new), piece.text.split(sign), strict=True))
    return str(new.year if len(piece.text) == 4 else new.day if int(piece.text) == old.day else piece.text)


def _fields(day: date) -> tuple[int, int, int]:
    return day.day, day.month, day.year


def _month(piece: _Piece, story: int) -> str:
    return _MONTHS[(date.fromisoformat(piece.about) + _shift(story)).month - 1]


_EXCHANGES = {
    "name": _name, "word": _word, "figure": _figure, "country": _state, "capital": _state, "date": _date,
    "month": _month,
}  # fmt: skip

if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for row in islice(rows(), int(sys.argv[1])):
        print(json.dumps(row, ensure_ascii=False))
