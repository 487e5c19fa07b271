"""Tags people, offices, places and bodies; names are judged with the whole article in view.

First pass (`evidence`): what the article writes small, where it has capitals, which names stand behind "in" or "di".
Second pass (`pieces`): offices, places, bodies and capitalised sequences of each sentence. Third (`people`): who is a
person, and whom a surname means.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from factcheck.lexicon import Lexicon
from factcheck.model import Mention
from factcheck.tag.evidence import gather_facts, is_headline, is_word, learn, stands_at
from factcheck.tag.gazetteer import name_words
from factcheck.tag.people import People, people_of
from factcheck.tag.pieces import Piece, named_inside, pieces_of, without_opening
from factcheck.tag.places import before_place, is_acronym
from factcheck.tag.view import Draft, View
from factcheck.values.holder import Holder
from factcheck.values.person import Person
from factcheck.values.place import Place, PlaceBook, PlaceKind

__all__ = ["Draft", "tag_names"]


def tag_names(sentences: Sequence[Draft], lexicon: Lexicon) -> list[list[Mention]]:
    """The mentions of people, offices, places and bodies of one article, a list for each sentence, in order.

    Types: `holder` (value Holder), `office` (Office), `person` and `name` (Person), `place` (Place), `org` (str: the
    name as written, or the full name that an abbreviation stands for). Marks the tokens it takes.
    """
    names = name_words(lexicon)
    headlines = [is_headline(draft, names.sets["stop"]) for draft in sentences]
    facts = gather_facts(sentences, headlines)
    views = [View(draft.tokens, draft.taken, names, facts) for draft in sentences]
    body = [view for view, headline in zip(views, headlines, strict=True) if not headline]
    learn(body, facts)
    pieces = {id(view): pieces_of(view) for view in body}
    inside = named_inside(body, pieces)
    pieces = {id(view): without_opening(view, pieces[id(view)], inside) for view in body}
    people = people_of(body, pieces, names)
    bodies = _abbreviations(body, pieces)
    found = {id(view): _settled(view, pieces[id(view)], people, bodies) for view in body}
    known = _known(body, found)
    return [
        _marked(view, found[id(view)] if id(view) in found else _in_headline(view, known, people)) for view in views
    ]


def _abbreviations(views: Iterable[View], pieces: dict[int, list[Piece]]) -> dict[str, str]:
    """Full names of bodies by the abbreviation in brackets after them."""
    bodies: dict[str, str] = {}
    for view in views:
        for piece in pieces[id(view)]:
            i = piece.last
            if piece.type in ("org", "run") and _abbreviated(view, piece.first, i):
                bodies.setdefault(view.tokens[i + 1].text, view.text(piece.first, i))
    return bodies


def _abbreviated(view: View, first: int, last: int) -> bool:
    """Whether an abbreviation in brackets follows that begins with the letter of the name."""
    bracketed = stands_at(view, last, "(") and stands_at(view, last + 2, ")") and is_acronym(view, last + 1)
    return bracketed and view.lower[last + 1][0] == view.lower[first][0]


def _settled(view: View, pieces: Sequence[Piece], people: People, bodies: dict[str, str]) -> list[Mention]:
    return [_mention(view, piece, people, bodies) for piece in pieces]


def _mention(view: View, piece: Piece, people: People, bodies: dict[str, str]) -> Mention:
    first, last = piece.first, piece.last
    if piece.type == "holder":
        return Mention("holder", first, last, Holder(_person(view, piece.name or (first, last), people), piece.value))
    if piece.type == "office":
        return Mention("office", first, last, piece.value)
    if piece.type == "place":
        return _placed(view, piece, people)
    if piece.type == "org":
        return Mention("org", first, last, bodies.get(view.text(first, last), view.text(first, last)))
    return _named(view, piece, people, bodies)


def _placed(view: View, piece: Piece, people: People) -> Mention:
    """A place, unless a capital's name is the surname of a person of the article ("Douglas said")."""
    first, last = piece.first, piece.last
    place = piece.value or _place(view, first, last)
    full = people.meant_by(view.words(first, last)) if place.kind is PlaceKind.CAPITAL else None
    if full and full in people.sure:
        return Mention("person", first, last, _person(view, (first, last), people))
    return Mention("place", first, last, place)


def _named(view: View, piece: Piece, people: People, bodies: dict[str, str]) -> Mention:
    """A capitalised sequence: a known person, a known place, a body by its abbreviation, or a name."""
    first, last = piece.first, piece.last
    words, text = view.words(first, last), view.text(first, last)
    full = people.meant_by(words)
    person = _person(view, (first, last), people)
    if _is_place(view, first, words) and not (full and full in people.sure and full != words and full[-1] == words[-1]):
        return Mention("place", first, last, _place(view, first, last))
    if (last - first == 1 and is_acronym(view, first) and words not in people.sure) or text in bodies.values():
        return Mention("org", first, last, bodies.get(text, text))
    if full and full in people.sure:
        return Mention("person", first, last, person)
    return Mention("name", first, last, person)


def _is_place(view: View, first: int, words: tuple[str, ...]) -> bool:
    """Known from behind "in", or a single word after "from", behind which people seldom stand with one name."""
    if view.is_place(words) or len(words) > 1 or before_place(view, first) != "weak":
        return view.is_place(words)
    return not is_acronym(view, first) and not is_word(view, first)


def _person(view: View, span: tuple[int, int], people: People) -> Person:
    words = view.words(*span)
    return _read_person(people.shown.get(people.meant_by(words) or words) or view.text(*span))


@lru_cache(maxsize=4096)
def _read_person(text: str) -> Person:
    return Person.read(text)


def _place(view: View, first: int, last: int) -> Place:
    return _read_place(view.names.places, view.text(first, last), view.names.language)


@lru_cache(maxsize=4096)
def _read_place(book: PlaceBook, text: str, language: str) -> Place:
    return book.read(text, language)


Known = dict[str, list[tuple[tuple[str, ...], str, Any]]]


def _known(views: Iterable[View], found: dict[int, list[Mention]]) -> Known:
    """What the body calls people, places and bodies, to recognise them in headlines."""
    known: Known = {}
    seen: set[tuple[str, ...]] = set()
    for view in views:
        for mention in found[id(view)]:
            value = mention.value.person if mention.type == "holder" else mention.value
            words = value.tokens if mention.type == "holder" else view.words(mention.first, mention.last)
            if mention.type != "office" and words not in seen:
                seen.add(words)
                kind = "person" if mention.type == "holder" else mention.type
                known.setdefault(words[0], []).append((words, kind, value))
    for entries in known.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return known


def _in_headline(view: View, known: Known, people: People) -> list[Mention]:
    mentions: list[Mention] = []
    i = 0
    while i < view.size:
        mention = _known_at(view, i, known, people)
        if mention:
            mentions.append(mention)
        i = mention.last if mention else i + 1
    return mentions


def _known_at(view: View, i: int, known: Known, people: People) -> Mention | None:
    if not view.capital[i]:
        return None
    for words, kind, value in known.get(view.lower[i], ()):
        last = i + len(words)
        if view.words(i, last) == words and not any(view.taken[i:last]):
            return Mention(kind, i, last, value)
    country = view.country_at(i)
    if country:
        return Mention("place", i, country.last, country.value.known.place())
    full = people.meant_by(view.words(i, i + 1))
    surname = full is not None and full in people.sure and view.lower[i] in (full[0], full[-1])
    return Mention("person", i, i + 1, _person(view, (i, i + 1), people)) if surname else None


def _marked(view: View, mentions: Sequence[Mention]) -> list[Mention]:
    for mention in mentions:
        view.taken[mention.first : mention.last] = b"\1" * (mention.last - mention.first)
    return list(mentions)
