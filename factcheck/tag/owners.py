"""Finds whose an office is: the country, body or person named on either side of it."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.tag.places import is_acronym, known_start, stretch_at, tail_of, with_links
from factcheck.tag.view import View

_LONGEST_LIST = 8  # tokens of a body's name that may follow an office


class Owner(NamedTuple):
    """What surrounds an office on one side: where it ends, whose the office is, and words that qualify it."""

    at: int
    of: str = ""
    marks: frozenset[str] = frozenset()


def owner_left(view: View, i: int, floor: int) -> Owner:
    """Reads leftwards: "the country's new", "former US", "Kansas City", "mantan"."""
    of, marks = "", set[str]()
    while i > floor:
        mark = view.look_back("modifiers", i)
        if mark and mark.first >= floor:
            marks.add(str(mark.value))
            i = mark.first
        elif view.lower[i - 1] in view.names.sets["possessors"] and not (view.capital[i - 1] and view.starts(i - 1)):
            i -= 1
        elif not of and view.names.owner_first and (owned := _owner_before(view, i, floor)):
            i, of = owned.at, owned.of
        else:
            break
    return Owner(i, of, frozenset(marks))


def _owner_before(view: View, last: int, floor: int) -> Owner | None:
    """A country or capitalised sequence that ends before an office, at most one small word ("political") between."""
    if not view.capital[last - 1] and view.lower[last - 1] in view.names.sets["org_words"]:
        last -= 1
    for first in range(max(floor, last - 4), last):
        country = view.country_at(first)
        if country and country.last == last:
            return Owner(first, country.value.known.country or "")
    body = view.look_back("org_tails", last)
    first = max(body.first, floor) if body and body.last - body.first > 1 else last
    while first > floor and view.capital[first - 1] and not (first < last and view.possessive[first - 1]):
        first -= 1
    while first < last and not view.starts(first):
        first += 1
    return Owner(first, view.text(first, last)) if first < last else None


def owner_right(view: View, first: int, i: int) -> Owner:
    """Reads rightwards: "AS", "Dinas Perhubungan Garut", "of the Institute of Physics", "baru"."""
    start, of, marks = i, "", set[str]()
    is_open = " ".join(view.lower[first:i]) in view.names.sets["weak"]
    while i < min(view.size, start + _LONGEST_LIST):
        mark = view.look("modifiers", i)
        if mark and not view.names.owner_first:
            marks.add(str(mark.value))
            i = mark.last
        elif (owned := _owner_after(view, i, is_open, i > start)) is not None:
            i, of = owned.at, _joined(of, owned.of)
        else:
            break
    return Owner(i, of, frozenset(marks))


def _joined(of: str, more: str) -> str:
    """Whose the office is, after one more piece: a country replaces mere words, and nothing replaces a country."""
    if not more or (len(of) == 2 and of.isupper()):
        return of
    return more if (len(more) == 2 and more.isupper()) or not of else f"{of} {more}"


def _owner_after(view: View, i: int, is_open: bool, inside: bool) -> Owner | None:
    """One piece of what an office belongs to, from token `i`; None where there is none."""
    if view.tokens[i].text == "(":
        return _in_brackets(view, i)
    link = view.look("office_links", i)
    if link:
        return _piece(view, link.last, linked=True) if link.last < view.size else None
    if view.names.owner_first:
        return None
    if inside and view.lower[i] in view.names.sets["org_links"]:
        more = (
            _piece(view, i + 1, linked=False)
            if i + 1 < view.size and view.lower[i + 1] in view.names.sets["org_words"]
            else None
        )
        return more and more._replace(of=f"{view.lower[i]} {more.of}")
    return _piece(view, i, linked=False) or (_small_print(view, i) if is_open else None)


def _small_print(view: View, i: int) -> Owner | None:
    """A word of a body's name written small after an open title: "kepala dinas perhubungan"."""
    found = view.lower[i] in view.names.sets["org_words"] and not view.taken[i]
    return Owner(i + 1, view.lower[i]) if found else None


def _in_brackets(view: View, i: int) -> Owner | None:
    """An abbreviation of what was just said: "Amerika Serikat (AS)", "Menteri Pertahanan (Menhan)"."""
    if i + 2 >= view.size or view.tokens[i + 2].text != ")" or not view.tokens[i + 1].text[0].isupper():
        return None
    short = view.tokens[i + 1].text.isupper() or view.office_at(i + 1)
    return Owner(i + 3) if short or (i + 3 < view.size and view.capital[i + 3]) else None


def _piece(view: View, i: int, *, linked: bool) -> Owner | None:
    if view.look("ranks", i):
        return None
    country = view.country_at(i)
    if country and not known_start(view, i):
        if linked and country.last < view.size and view.capital[country.last]:
            return _body(view, i, country.last)
        return Owner(country.last, country.value.known.country or view.text(i, country.last))
    body = stretch_at(view, i)
    if body:
        return Owner(body.last, view.text(i, body.last))
    if view.capital[i] and not known_start(view, i):
        last = view.place_prefix(i) or (
            i + 1 if is_acronym(view, i) or view.lower[i] in view.names.sets["org_words"] else i
        )
        if linked:
            last = max(last, _linked_end(view, i))
        return Owner(last, view.text(i, last)) if last > i else None
    return None


def _body(view: View, first: int, i: int) -> Owner:
    """A body whose name a country begins: "the Nicaraguan Institute of Volcanoes"."""
    body = stretch_at(view, i)
    last = body.last if body else _linked_end(view, i)
    return Owner(last, view.text(first, last))


def _linked_end(view: View, i: int) -> int:
    """The end of a body's name after "of" or "with": all capitals, up to a body's tail where one stands inside."""
    last = view.run(i)
    if view.possessive[last - 1] and last < view.size:
        last = view.run(last)
    for end in range(last, i, -1):
        if tail_of(view, i, end) == "org":
            return with_links(view, end)
    return last
