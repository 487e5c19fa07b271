"""Finds the pieces of a sentence that may be mentions: offices, places, bodies and capitalised sequences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.phrases import Found
from factcheck.tag.evidence import is_word, shows_person
from factcheck.tag.gazetteer import Written
from factcheck.tag.holders import Held, holders_of
from factcheck.tag.places import dateline, is_acronym, stretch_at, tail_of, with_links
from factcheck.tag.view import View
from factcheck.values.place import Place


class Piece(NamedTuple):
    """Something found in a sentence that is not settled yet; `sure` says that a `run` shows it is a person."""

    type: str
    first: int
    last: int
    value: Any = None
    name: tuple[int, int] | None = None
    sure: bool = False


def pieces_of(view: View) -> list[Piece]:
    """Offices first, as they say most; then datelines, places and bodies; what capitals are left are names."""
    pieces = [_held_piece(held) for held in holders_of(view)]
    free = bytearray(view.taken)
    for piece in pieces:
        free[piece.first : piece.last] = b"\1" * (piece.last - piece.first)
    line = dateline(view)
    if line and not any(free[: line.last]):
        pieces.append(Piece("place", 0, line.last))
        free[: line.last] = b"\1" * line.last
    done = 0
    for i in view.opening_pieces():
        found = _piece_at(view, i, free) if i >= done and not free[i] else None
        if found:
            pieces.append(found)
            done = found.last
    return sorted(pieces, key=lambda p: p.first)


def _held_piece(held: Held) -> Piece:
    return Piece("holder" if held.name else "office", held.first, held.last, held.office, held.name)


def _piece_at(view: View, i: int, free: bytearray) -> Piece | None:
    stretch = stretch_at(view, i)
    if stretch and not any(free[i : stretch.last]):
        return Piece(stretch.type, i, stretch.last)
    titled, i = i, view.after_titles(i)
    last = _free_end(view.run(i), i, free)
    tail = tail_of(view, i, last) if last > i and titled == i else None
    if tail:
        return Piece(tail, i, with_links(view, last))
    country = view.country_at(i)
    if country and not any(free[i : country.last]) and not _names_person(view, country, last):
        return _with_country(view, i, last, country.last, country.value.known.place())
    return Piece("run", i, last, sure=shows_person(view, i, last)) if last > i and _is_name(view, i, last) else None


def _is_name(view: View, first: int, last: int) -> bool:
    """Not a single word that the article, or the language, also writes small."""
    if last - first > 1:
        shouted = all(t.text.isupper() and len(t.text) > 3 for t in view.tokens[first:last])
        return not shouted and any(not is_word(view, i) for i in range(first, last))
    text, word = view.tokens[first].text, view.lower[first]
    if word in view.names.sets["common"]:
        return False
    facts = view.facts
    if view.opens[first] and text not in facts.inside and not facts.surname(word):
        return shows_person(view, first, last) or is_acronym(view, first)
    return len(text) > 1 and facts.small.get(word, 0) <= facts.inside.get(text, 0)


def _free_end(last: int, first: int, free: bytearray) -> int:
    taken = free.find(1, first, last)
    return last if taken < 0 else taken


def _names_person(view: View, country: Found[Written], last: int) -> bool:
    """Whether a name begins like a country or capital, but is a person's: "Chad Krag, 31,", "Douglas Krag"."""
    return last > country.last and (view.may_be_person(country) or shows_person(view, country.first, last))


def _with_country(view: View, first: int, last: int, end: int, place: Place) -> Piece:
    """A country by itself, or a longer place that begins with its name after a preposition: "Jakarta Pusat"."""
    if last > end and view.is_place(view.words(first, last)):
        return Piece("place", first, last)
    if last > end and view.lower[end] in view.names.sets["compass"]:
        return Piece("place", first, end + 1)
    return Piece("place", first, end, place)


def without_opening(view: View, pieces: Sequence[Piece], known: Counter[tuple[str, ...]]) -> list[Piece]:
    """Cuts the first word of a sentence off a name that the article has without it: "Langkah Brandt"."""
    cut: list[Piece] = []
    for piece in pieces:
        first, last = piece.first, piece.last
        opening = piece.type == "run" and last - first > 1 and view.opens[first]
        if opening and is_word(view, first) and _known_rest(view.words(first + 1, last), known):
            piece = piece._replace(first=first + 1)
        cut.append(piece)
    return cut


def _known_rest(words: tuple[str, ...], known: Counter[tuple[str, ...]]) -> bool:
    return words in known or (len(words) == 1 and any(name[-1] == words[0] for name in known if len(name) > 1))


def named_inside(views: Iterable[View], pieces: Mapping[int, Sequence[Piece]]) -> Counter[tuple[str, ...]]:
    """Names where nothing can be mistaken: of office holders, and of runs that do not open a sentence."""
    spans = (
        (view, piece.name or (piece.first, piece.last))
        for view in views
        for piece in pieces[id(view)]
        if piece.type == "holder" or (piece.type == "run" and not view.opens[piece.first])
    )
    return Counter(view.words(*span) for view, span in spans)
