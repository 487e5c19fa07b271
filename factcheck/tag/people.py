"""The people of an article: who is one, and whom a surname means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from factcheck.tag.evidence import stands_at
from factcheck.tag.gazetteer import NameWords
from factcheck.tag.pieces import Piece
from factcheck.tag.places import is_acronym
from factcheck.tag.view import View


class People:
    """The people of an article: full names with how often they occur, and what shorter forms of them mean."""

    def __init__(self, family_first: frozenset[str]) -> None:
        self.full: Counter[tuple[str, ...]] = Counter()
        self.shown: dict[tuple[str, ...], str] = {}
        self.sure: set[tuple[str, ...]] = set()
        self.by_word: dict[str, list[tuple[str, ...]]] = {}
        self.aliases: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.things: set[tuple[str, ...]] = set()
        self.family_first = family_first

    def meant_by(self, words: tuple[str, ...]) -> tuple[str, ...] | None:
        """The fullest name of the article that `words` are part of, in order; surnames before other parts."""
        words = self.aliases.get(words, words)
        fitting = [full for full in self.by_word.get(words[-1], ()) if _is_part(words, full)]
        if not fitting:
            return words if words in self.sure else None
        return max(fitting, key=lambda full: (self._is_surname(words, full), self.full[full], len(full), full))

    def _is_surname(self, words: tuple[str, ...], full: tuple[str, ...]) -> bool:
        asian = len(full) == 3 and full[0] in self.family_first
        return words[-1] == full[0 if asian and len(words) == 1 else -1]


def _is_part(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    rest = iter(full)
    return all(word in rest for word in words)


def people_of(views: Sequence[View], pieces: dict[int, list[Piece]], names: NameWords) -> People:
    people = People(names.sets["family_first"])
    for view in views:
        before: Piece | None = None
        for piece in pieces[id(view)]:
            if (span := _person_span(view, piece)) is not None:
                _count(people, view, piece, span)
                if before and _in_brackets(view, before, piece) and (full := _person_span(view, before)):
                    people.aliases[view.words(*span)] = view.words(*full)
            before = piece
    for words in people.full:
        if len(words) > 1:
            for word in dict.fromkeys(words):
                people.by_word.setdefault(word, []).append(words)
    small = views[0].facts.small if views else {}
    _spread(people, (names.sets["common"], names.sets["org_words"], small.keys()))
    return people


def _person_span(view: View, piece: Piece) -> tuple[int, int] | None:
    """The tokens of the name where a piece may be a person."""
    if piece.type == "holder":
        return piece.name
    span = (piece.first, piece.last)
    return span if piece.type == "run" and not view.is_place(view.words(*span)) else None


def _count(people: People, view: View, piece: Piece, span: tuple[int, int]) -> None:
    words = view.words(*span)
    people.full[words] += 1
    people.shown.setdefault(words, view.text(*span))
    if piece.type == "holder" or piece.sure:
        people.sure.add(words)
    elif piece.first and view.lower[piece.first - 1] in view.names.sets["things"]:
        people.things.add(words)


def _in_brackets(view: View, before: Piece, piece: Piece) -> bool:
    """A short name in brackets after the full one: "Ada Brandt (Abra)"."""
    single = piece.last - piece.first == 1 and piece.first == before.last + 1
    return (
        single
        and view.tokens[before.last].text == "("
        and stands_at(view, piece.last, ")")
        and not is_acronym(view, piece.first)
    )


def _spread(people: People, common: Sequence[AbstractSet[str]]) -> None:
    """What shows one form of a name to be a person's holds for the full name, and for those who share the surname.

    A last word that also stands alone shows it too: the article goes on with the surname, as it does for people.
    """
    people.sure |= {full for words in people.sure if (full := people.meant_by(words))}
    surnames = {words[-1] for words in people.sure if len(words) > 1}
    alone = {words[0] for words in people.full if len(words) == 1}.difference(*common)
    named = {words for words in people.full if 1 < len(words) < 5 and words not in people.things}
    people.sure |= {words for words in named if words[-1] in surnames | alone}
