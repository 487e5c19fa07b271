"""Finds the places and bodies of a sentence by the words that say what they are: "Jalan X", "Ministry of X"."""

from __future__ import annotations

from typing import Any, NamedTuple

from factcheck.phrases import Found
from factcheck.tag.view import View


class Stretch(NamedTuple):
    """A place or body found at tokens `first` to `last`; `full` is its name where the text abbreviates it."""

    type: str
    first: int
    last: int
    full: str = ""


def is_acronym(view: View, i: int) -> bool:
    """An all-capital word of two letters or more that may name a body."""
    text = view.tokens[i].text
    return len(text) > 1 and text.isupper() and view.capital[i] and view.lower[i] not in view.names.sets["not_org"]


def stretch_at(view: View, i: int) -> Stretch | None:
    """The place or body that begins at token `i` with a word that says so: "Jalan X", "Kementerian X"."""
    body, place = view.look("org_heads", i), view.look("place_heads", i)
    if body is None and place is None:
        return None
    if body and view.tokens[i].text[0].isupper() and (not place or body.last >= place.last):
        last = _body_end(view, body.last)
        if last > body.last and not view.taken[i]:
            return Stretch("org", i, last)
    if place and not view.taken[i]:
        last = _place_end(view, place)
        if last > place.last:
            return Stretch("place", i, last)
    return None


def _place_end(view: View, head: Found[Any]) -> int:
    """The end of the name after a place word; a place word alone at the start of a sentence says nothing."""
    first = head.last
    if first >= view.size or not view.capital[first] or view.after_titles(first) > first or view.office_at(first):
        return first
    last = view.run(first)
    written_small = not view.tokens[head.first].text[0].isupper()
    if written_small and (view.look("org_heads", first) or (last - first == 1 and _is_class(view, first))):
        return first
    country = view.country_at(first)
    if country and country.last == last and written_small:
        return first
    return _numbered(view, _before_person(view, first, last))


def _is_class(view: View, i: int) -> bool:
    """Whether a capitalised word only says what sort of place it is: "kawasan Industri"."""
    return view.lower[i] in view.names.sets["org_words"] and view.lower[i] not in view.names.sets["compass"]


def _before_person(view: View, first: int, last: int) -> int:
    """The end of a known place with which the sequence begins, where a name of two words or more follows it."""
    end = view.place_prefix(first)
    return end if end and last - end > 1 and view.lower[end] not in view.names.sets["compass"] else last


def _numbered(view: View, last: int) -> int:
    """Takes a short number after a place name along: "Gerbang Tol Ranu 2"."""
    if last < view.size and view.tokens[last].kind == "n" and not view.taken[last] and len(view.tokens[last].text) <= 2:
        return last + 1
    return last


def _body_end(view: View, i: int) -> int:
    """The end of a body's name: capitals joined by "of", "and", "dan"; a person's title or known name ends it."""
    links = view.names.sets["org_links"]
    last = i
    while last < view.size:
        if (_of_body(view, last) and not _ends_body(view, last, last > i)) or (
            last > i and view.lower[last] in links and _joined(view, last + 1)
        ):
            last += 1
        else:
            break
    return last - (last > i and view.lower[last - 1] in links)


def _of_body(view: View, i: int) -> bool:
    """A capital, also that of a function word which bodies' names have: "Kementerian Dalam Negeri"."""
    return view.capital[i] or (view.tokens[i].text[0].isupper() and view.lower[i] in view.names.sets["org_words"])


def _joined(view: View, i: int) -> bool:
    """Whether the word after "dan" still is of the body's name: a word that bodies' names are made of."""
    if i < view.size and view.lower[i] == "the":
        i += 1
    return (
        i < view.size
        and view.capital[i]
        and (view.lower[i] in view.names.sets["org_words"])
        and not view.possessive[i - 2]
    )


def _ends_body(view: View, i: int, inside: bool) -> bool:
    if view.after_titles(i) > i or (inside and view.possessive[i - 1]):
        return True
    return inside and (known_start(view, i) or _after_place(view, i))


def _after_place(view: View, i: int) -> bool:
    """Whether a place ends before token `i` and a name follows: "Dinas Perhubungan Jakarta Ada Brandt"."""
    sets = view.names.sets
    if view.lower[i] in sets["compass"] or view.lower[i] in sets["org_words"] or is_acronym(view, i):
        return False
    return any(view.place_prefix(first) == i for first in (i - 1, i - 2)) and i + 1 < view.size and view.capital[i + 1]


def known_start(view: View, i: int) -> bool:
    """Whether a name that the article also writes on its own begins at token `i`."""
    alone = view.facts.alone
    last = i
    while last < view.size and view.capital[last]:
        last += 1
    return any(view.words(i, end) in alone for end in range(i + 2, last + 1))


def tail_of(view: View, first: int, last: int) -> str | None:
    """`org` or `place` where the sequence ends in a word that says so: "Ostra Street", "Brandt Corp."."""
    last -= view.tokens[last - 1].text == "."
    if last - first < 2:
        return None
    for name, kind in (("org_tails", "org"), ("place_tails", "place")):
        found = view.look_back(name, last)
        if found and found.first > first:
            return kind
    return None


def with_links(view: View, last: int) -> int:
    """How far a body's name goes on after "of" or "for": "Department of Harbours", "Centre for Ice Research"."""
    while last + 1 < view.size and view.lower[last] in {"of", "for"} and view.capital[last + 1]:
        last = view.run(last + 1)
    return last


def before_place(view: View, i: int) -> str:
    """`strong`, `weak` or "": which preposition of place stands before token `i`."""
    found = view.look_back("place_prepositions", i)
    return str(found.value) if found else ""


def dateline(view: View) -> Stretch | None:
    """The town in capitals that opens a report before a dash: "OSTRA -"."""
    last = 0
    while last < min(4, view.size) and view.tokens[last].text.isupper() and view.tokens[last].kind == "w":
        last += 1
    after = view.tokens[last].text if 0 < last < view.size else ""
    if (
        after in {"-", "–", "—", ","}
        and len(view.tokens[0].text) > 2
        and any(t.text in "-–—" for t in view.tokens[last : last + 5])
    ):
        return Stretch("place", 0, last)
    return None
