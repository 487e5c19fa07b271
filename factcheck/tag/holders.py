"""Finds offices and who holds them: "Defence Minister Ole Krag", "Ole Krag, the country's defence minister,"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from factcheck.tag.owners import Owner, owner_left, owner_right
from factcheck.tag.places import before_place, is_acronym, known_start, stretch_at, tail_of
from factcheck.tag.view import View
from factcheck.values.office import Office, owner


class Held(NamedTuple):
    """An office at tokens `first` to `last`, with the tokens of its holder's name where the sentence gives one."""

    first: int
    last: int
    office: Office
    name: tuple[int, int] | None = None


def holders_of(view: View) -> list[Held]:
    """All offices of a sentence, left to right, with their holders."""
    found: list[Held] = []
    floor = done = 0
    for i in view.opening_titles():
        if i < done:
            continue
        rank = view.look("ranks", i)
        held = _held(view, i, floor, rank.last if rank else 0)
        if held:
            found.append(held)
            floor = held.last
        done = held.last if held else rank.last if rank else 0
    return found


def _held(view: View, i: int, floor: int, ranked: int) -> Held | None:
    title = view.office_at(i)
    if (
        title is None
        or title.last < ranked
        or view.country_at(i)
        or any(view.taken[i : title.last])
        or _in_other_name(view, i, title.last)
    ):
        return None
    left, right = owner_left(view, i, floor), owner_right(view, i, title.last)
    office = _office(view, i, title.last, title.value, left, right)
    held = (
        _beside_name(view, left, right, office, floor)
        or _name_after_comma(view, left, right.at, office)
        or _with_owner_name(view, left, right, office)
        or Held(left.at, right.at, office)
    )
    return held if held.name or not _says_nothing(view, i, title.last, held) else None


def _inside_name(view: View, first: int, last: int, held: Held) -> bool:
    """Whether a title without a holder is part of another name: "Peraturan Presiden", "Juvenile Justice"."""
    if not view.capital[first]:
        return False
    if not view.names.owner_first:
        return first > 0 and view.capital[first - 1] and held.first == first
    weak = (
        " ".join(view.lower[first:last]) in view.names.sets["weak"] and held.first < first and view.capital[first - 1]
    )
    return weak or (held.last < view.size and view.capital[held.last])


def _says_nothing(view: View, first: int, last: int, held: Held) -> bool:
    """Whether a bare word such as "head" stands there without name, country or body."""
    if _inside_name(view, first, last, held):
        return True
    return held.office.of is None and " ".join(view.lower[first:last]) in view.names.sets["weak"]


def _in_other_name(view: View, first: int, last: int) -> bool:
    """Whether the title's words are part of another name: "Governor Street", "General Hospital", "Ada Judge"."""
    if view.possessive[last - 1]:
        return True
    if not view.capital[first]:
        return False
    end = last
    while end < view.size and view.capital[end]:
        end += 1
    return end > last and tail_of(view, first, end) is not None and not known_start(view, last)


def _office(view: View, first: int, last: int, office_id: str, left: Owner, right: Owner) -> Office:
    marks = left.marks | right.marks
    of = right.of or left.of
    return view.names.book.office(
        office_id, " ".join(view.lower[first:last]), of or None, former="former" in marks
    )


def _name_at(view: View, i: int) -> tuple[int, int] | None:
    """The name that begins at token `i`, after ranks and forms of address."""
    first = view.after_titles(i)
    last = view.run(first)
    if last == first or stretch_at(view, first) or view.office_at(first) or view.look("org_heads", first):
        return None
    country = view.country_at(first)
    if country and country.last >= last:
        return None
    return (first, last) if any(len(word) > 1 for word in view.lower[first:last]) else None


def _beside_name(view: View, left: Owner, right: Owner, office: Office, floor: int) -> Held | None:
    """The holder named right after or before the office; where both stand, one word after it is the office's owner."""
    after, before = _before_name(view, left, right, office), _after_name(view, left, right, office, floor)
    if after is None or after.name is None or before is None or after.name[1] - after.name[0] > 1:
        return after or before
    return before._replace(last=after.last, office=replace(office, of=office.of or owner(view.text(*after.name))))


def _before_name(view: View, left: Owner, right: Owner, office: Office) -> Held | None:
    """Office, then name, with or without a comma: "Ajudan Brandt, Ole Krag" is Krag, who serves Brandt."""
    name = _name_at(view, right.at)
    if name is None:
        return None
    second = _second_name(view, left, name, office)
    if second:
        return second
    if _is_body(view, *name):
        return None
    first = _past_owner(view, *name)
    if first == name[1] or (name[1] - first == 1 and not _single(view, first, right, office)):
        return None
    if first > name[0] and not office.of:
        office = replace(office, of=owner(view.text(name[0], first)))
    return Held(left.at, name[1], office, (first, name[1]))


def _second_name(view: View, left: Owner, name: tuple[int, int], office: Office) -> Held | None:
    """The holder who is named after the office's owner, behind a comma or a rank."""
    if name[1] < view.size and view.look("ranks", name[1]) and (ranked := _name_at(view, name[1])):
        second: Held | None = Held(left.at, ranked[1], office, ranked)
    else:
        second = _name_after_comma(view, left, name[1], office)
        second = second if second and (_owns(view, name, office) or _acts(view, second, name[1])) else None
    return second and second._replace(office=replace(office, of=office.of or owner(view.text(*name))))


def _acts(view: View, second: Held, comma: int) -> bool:
    """Whether the second of two names is the holder's: with a rank, or in commas before a verb of speech."""
    ranked = second.name is not None and second.name[0] > comma + 1
    if ranked or view.names.owner_first:
        return ranked
    last = second.last + (second.last < view.size and view.tokens[second.last].text == ",")
    return view.look("speech", last) is not None


def _single(view: View, i: int, right: Owner, office: Office) -> bool:
    """Whether one word after an office is its holder's name and not whom or what the office belongs to."""
    if view.lower[i] in view.names.sets["org_words"] or view.lower[i] in view.names.sets["common"]:
        return False
    if right.of and right.of.islower():
        return False
    weak = office.name in view.names.sets["weak"] or office.id in view.names.sets["relational"]
    return not weak or view.facts.surname(view.lower[i])


def _owns(view: View, name: tuple[int, int], office: Office) -> bool:
    """Whether a name between an office and a comma with another name says whose office it is."""
    words = view.words(*name)
    if len(words) == 1 or view.is_place(words) or tail_of(view, *name):
        return True
    org_words = view.names.sets["org_words"]
    last = view.country_at(name[1] - 1)
    return bool(last) or any(w in org_words for w in words) or bool({office.id} & view.names.sets["relational"])


def _past_owner(view: View, first: int, last: int) -> int:
    """Where in a capitalised sequence after an office the person's name begins: behind "Graz" in "Graz Ada Brandt"."""
    first = _past_places(view, first, last)
    for i in range(last - 1, first, -1):
        if tail_of(view, first, i) == "org" or (last - i > 1 and _ends_owner(view, i - 1)):
            return _past_places(view, i, last - 1)
        if last - i > 1 and known_start(view, i):
            return i
    return first


def _past_places(view: View, first: int, last: int) -> int:
    """Where the places end that a capitalised sequence begins with, up to `last`."""
    while first < last and not known_start(view, first):
        piece = view.place_prefix(first)
        if not piece or piece > last:
            break
        first = piece
    return first


def _ends_owner(view: View, i: int) -> bool:
    """A word inside a sequence that ends the owner of an office: a country, an abbreviation, a rank."""
    if view.country_at(i) is not None or is_acronym(view, i):
        return True
    return not view.names.owner_first and view.lower[i] in view.names.sets["org_words"]


def _is_body(view: View, first: int, last: int) -> bool:
    """Whether a name after an office is a body's: its last word is a place ("komandan Garda Oslo")."""
    if last - first < 2 or view.names.owner_first or known_start(view, first):
        return False
    common, bodies = view.names.sets["common"], view.names.sets["org_words"]
    if all(word in common or word in bodies for word in view.lower[first:last]):
        return True
    return view.country_at(last - 1) is not None or view.is_place(view.words(last - 1, last))


def _name_after_comma(view: View, left: Owner, at: int, office: Office) -> Held | None:
    """A name set off by a comma; one word is enough where a rank stands before it or the article knows it."""
    if at >= view.size or view.tokens[at].text != ",":
        return None
    start = at + 1
    name = _name_at(view, start) if start < view.size else None
    if name is None or view.possessive[name[1] - 1] or view.office_at(name[0]):
        return None
    if tail_of(view, *name) or view.place_prefix(name[0]) == name[1]:
        return None
    titled = office.of is not None or office.name not in view.names.sets["weak"]
    single = titled and not view.names.owner_first and view.lower[name[0]] not in view.names.sets["common"]
    word = view.lower[name[0]] in view.names.sets["common"] or view.lower[name[0]] in view.names.sets["org_words"]
    sure = name[1] - name[0] > 1 or name[0] > start or single or (not word and _set_off(view, name[1]))
    return Held(left.at, name[1], office, name) if sure else None


def _set_off(view: View, last: int) -> bool:
    """Whether a comma or a verb of speech follows."""
    return last < view.size and (view.tokens[last].text == "," or view.look("speech", last) is not None)


def _after_name(view: View, left: Owner, right: Owner, office: Office, floor: int) -> Held | None:
    """Name, then office: "Ole Krag, a lawyer with ...", "Ole Krag (Menteri Pertahanan)", "Ole Krag selaku Ketua"."""
    at = left.at
    while at > floor and (article := view.look_back("articles", at)) and article.first >= floor:
        at = article.first
    joint = view.look_back("appositive", at)
    if joint:
        at = joint.first - (joint.first > floor and view.tokens[joint.first - 1].text == ",")
    elif at > floor and view.tokens[at - 1].text in {",", "("}:
        at = _before_age(view, at - 1)
    else:
        return None
    name = view.run_ending(at, floor)
    if name is None or not _is_person(view, name):
        return None
    return Held(name[0], right.at, office, name)


def _before_age(view: View, comma: int) -> int:
    """The end of the name in "Ole Krag, 45, a lawyer"."""
    aged = comma > 2 and view.tokens[comma - 1].kind == "n" and view.tokens[comma - 2].text == ","
    return comma - 2 if aged else comma


def _is_person(view: View, name: tuple[int, int]) -> bool:
    words = view.words(*name)
    if view.is_place(words) or before_place(view, name[0]) == "strong" or tail_of(view, *name):
        return False
    if view.country_at(name[0]) or any(is_acronym(view, i) for i in range(*name)):
        return False
    return len(words) > 1 or view.facts.surname(words[0])


def _with_owner_name(view: View, left: Owner, right: Owner, office: Office) -> Held | None:
    """An office that a name follows which turns out to be its owner's: "Wali Kota Graz" alone."""
    name = _name_at(view, right.at)
    if name is None or name[0] > right.at or view.names.owner_first:
        return None
    return Held(left.at, name[1], replace(office, of=office.of or owner(view.text(*name))))
