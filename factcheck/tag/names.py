"""Tags people, offices, places and bodies; names are judged with the whole article in view.

First pass: what the article writes small, where it has capitals, which names stand behind "in" or "di". Second pass:
offices, places, bodies and capitalised sequences of each sentence. Third: who is a person, and whom a surname means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Part, Sentence, Token
from factcheck.phrases import Found
from factcheck.tag.holders import Held, holders_of
from factcheck.tag.places import (
    Facts,
    Gazetteer,
    NameWords,
    View,
    Written,
    before_place,
    dateline,
    is_acronym,
    name_words,
    runs,
    stretch_at,
    tail_of,
    with_links,
)
from factcheck.values.holder import Holder
from factcheck.values.person import Person
from factcheck.values.place import Place, PlaceBook, PlaceKind

__all__ = ["Draft", "Gazetteer", "tag_names"]

_SMALL_SHARE = 0.15  # of a line's words without capitals, function words aside, that title case still has
_SENTENCE_ENDS = frozenset('.?!"”’')


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence on its way to being tagged; `taken[i]` is 1 where token i already belongs to a mention."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    taken: bytearray


class Piece(NamedTuple):
    """Something found in a sentence that is not settled yet; `sure` says that a `run` shows it is a person."""

    type: str
    first: int
    last: int
    value: Any = None
    name: tuple[int, int] | None = None
    sure: bool = False


def tag_names(sentences: Sequence[Draft], lexicon: Lexicon, gazetteer: Gazetteer) -> list[list[Mention]]:
    """The mentions of people, offices, places and bodies of one article, a list for each sentence, in order.

    Types: `holder` (value Holder), `office` (Office), `person` and `name` (Person), `place` (Place), `org` (str: the
    name as written, or the full name that an abbreviation stands for). Marks the tokens it takes.
    """
    names = name_words(lexicon, gazetteer)
    headlines = [_is_headline(draft, names.sets["stop"]) for draft in sentences]
    facts = _facts(sentences, headlines)
    views = [View(draft.tokens, draft.taken, names, facts) for draft in sentences]
    body = [view for view, headline in zip(views, headlines, strict=True) if not headline]
    _learn(body, facts)
    pieces = {id(view): _pieces(view) for view in body}
    inside = _named_inside(body, pieces)
    pieces = {id(view): _without_opening(view, pieces[id(view)], inside) for view in body}
    people = _people(body, pieces, names)
    bodies = _abbreviations(body, pieces)
    found = {id(view): _settled(view, pieces[id(view)], people, bodies) for view in body}
    known = _known(body, found)
    return [
        _marked(view, found[id(view)] if id(view) in found else _in_headline(view, known, people)) for view in views
    ]


def _is_headline(draft: Draft, stop: frozenset[str]) -> bool:
    """A title, or a line whose capitals tell nothing about names: in title case or all in capitals."""
    if draft.sentence.part is Part.TITLE:
        return True
    words = [t for t in draft.tokens if t.kind == "w" and len(t.text) > 3 and t.lower not in stop]
    small = sum(not t.text[0].isupper() for t in words)
    large = sum(t.text.isupper() for t in words)
    sentence = bool(draft.tokens) and draft.tokens[-1].text in _SENTENCE_ENDS
    return len(words) > 4 and (large > 0.8 * len(words) or (not sentence and small <= _SMALL_SHARE * len(words)))


def _facts(sentences: Sequence[Draft], headlines: Sequence[bool]) -> Facts:
    facts = Facts()
    for draft, headline in zip(sentences, headlines, strict=True):
        if headline:
            continue
        before = ""
        for token in draft.tokens:
            if token.kind == "w":
                if token.text == token.lower:
                    facts.small[token.lower] += 1
                elif before.isalnum() or before in {",", "("}:
                    facts.inside[token.text] += 1
            before = token.text.replace("-", "")
    return facts


def _learn(views: Iterable[View], facts: Facts) -> None:
    """Names that stand by themselves, and those that a preposition of place shows to be places."""
    views = list(views)
    for view in views:
        view.spans = list(runs(view))
        facts.alone.update(words for span in view.spans if (words := _standing_alone(view, *span)))
    for view in views:
        place_before = -2
        for first, last in view.spans:
            chained = (
                place_before == first - 1 and view.tokens[first - 1].text == "," and _ends_chain(view, first, last)
            )
            titled = view.office_before(first)
            first = _learned_from(view, first, last)
            named = before_place(view, first) == "strong" or _word(view, last) in view.names.sets["dwellers"]
            shown = chained or (named and not titled and not view.office_before(first))
            if first < last and shown and not _is_other(view, first, last):
                facts.places[view.words(first, last)] += 1
                place_before = last


def _learned_from(view: View, first: int, last: int) -> int:
    """The place's own name in "Kota Graz"; its end where a word of place stands alone."""
    head = view.look("place_heads", first)
    if head is None or head.last > last:
        return first
    return head.last if before_place(view, head.last) == "strong" else last


def _ends_chain(view: View, first: int, last: int) -> bool:
    """Whether what stands behind "in Graz, " is closed like a place: not "in Graz, Ada Brandt said"."""
    if last - first > 2 or view.facts.alone[view.words(last - 1, last)] > (last - first == 1):
        return False
    return last >= view.size or view.tokens[last].text in {",", ".", "(", ")"}


def _is_other(view: View, first: int, last: int) -> bool:
    if last - first == 1 and view.facts.small[view.lower[first]]:
        return True
    return last - first > 3 or _shows_person(view, first, last) or tail_of(view, first, last) is not None


def _standing_alone(view: View, first: int, last: int) -> tuple[str, ...]:
    """The words of a name without the office before it; none where a country or body begins it."""
    while first < last and (title := view.office_at(first)):
        first = title.last
    continued = first > 0 and view.tokens[first - 1].text[0].isupper()
    if first >= last or continued or view.country_at(first) or view.office_before(first) or stretch_at(view, first):
        return ()
    return view.words(first, last)


def _pieces(view: View) -> list[Piece]:
    """Offices first, as they say most; then datelines, places and bodies; what capitals are left are names."""
    pieces = [_held_piece(held) for held in holders_of(view)]
    free = bytearray(view.taken)
    for piece in pieces:
        free[piece.first : piece.last] = b"\1" * (piece.last - piece.first)
    line = dateline(view)
    if line and not any(free[: line.last]):
        pieces.append(Piece("place", 0, line.last))
        free[: line.last] = b"\1" * line.last
    i = 0
    while i < view.size:
        found = _piece_at(view, i, free) if not free[i] and view.opens_piece(i) else None
        if found:
            pieces.append(found)
        i = found.last if found else i + 1
    return sorted(pieces, key=lambda p: p.first)


def _held_piece(held: Held) -> Piece:
    return Piece("holder" if held.name else "office", held.first, held.last, held.office, held.name)


def _piece_at(view: View, i: int, free: bytearray) -> Piece | None:
    stretch = stretch_at(view, i)
    if stretch and not any(free[i : stretch.last]):
        return Piece(stretch.type, i, stretch.last)
    i = view.after_titles(i)
    last = _free_end(view.run(i), i, free)
    tail = tail_of(view, i, last) if last > i else None
    if tail:
        return Piece(tail, i, with_links(view, last))
    country = view.country_at(i)
    if country and not any(free[i : country.last]) and not _names_person(view, country, last):
        return _with_country(view, i, last, country.last, country.value.data)
    return Piece("run", i, last, sure=_shows_person(view, i, last)) if last > i and _is_name(view, i, last) else None


def _is_name(view: View, first: int, last: int) -> bool:
    """Not a single word that the article, or the language, also writes small."""
    if last - first > 1:
        shouted = all(t.text.isupper() and len(t.text) > 3 for t in view.tokens[first:last])
        return not shouted and any(not _is_word(view, i) for i in range(first, last))
    text, word = view.tokens[first].text, view.lower[first]
    if word in view.names.sets["common"]:
        return False
    facts = view.facts
    if view.opens[first] and not facts.inside[text] and not facts.surname(word):
        return _shows_person(view, first, last) or is_acronym(view, first)
    return len(text) > 1 and facts.small[word] <= facts.inside[text]


def _free_end(last: int, first: int, free: bytearray) -> int:
    return next((i for i in range(first, last) if free[i]), last)


def _names_person(view: View, country: Found[Written], last: int) -> bool:
    """Whether a name begins like a country or capital, but is a person's: "Chad Krag, 31,", "Douglas Krag"."""
    return last > country.last and (view.may_be_person(country) or _shows_person(view, country.first, last))


def _with_country(view: View, first: int, last: int, end: int, place: Place) -> Piece:
    """A country by itself, or a longer place that begins with its name after a preposition: "Jakarta Pusat"."""
    if last > end and view.is_place(view.words(first, last)):
        return Piece("place", first, last)
    if last > end and view.lower[end] in view.names.sets["compass"]:
        return Piece("place", first, end + 1)
    return Piece("place", first, end, place)


def _shows_person(view: View, first: int, last: int) -> bool:
    """Whether what stands beside a name shows that it is a person's: a title, an age, a verb of speech.

    A verb does not do so for a single English word, as companies speak too; Indonesian people often have one name.
    """
    if view.look_back("articles", first):
        return _age_after(view, last)
    before = _before_point(view, first)
    if view.look_back("honorifics", before) or view.look_back("ranks", before) or view.look_back("person_cues", first):
        return True
    if _age_after(view, last) or (_is(view, last, ",") and _word(view, last + 1) == "who"):
        return True
    if view.tokens[last - 1].text.isupper():
        return False
    if view.possessive[last - 1] and view.look("of_person", last):
        return True
    spoken = view.look_back("inverted", first) or view.look("speech", last) or view.look("acts", last)
    return spoken is not None and (last - first > 1 or not view.names.owner_first)


def _before_point(view: View, first: int) -> int:
    return first - 1 if first and view.tokens[first - 1].text == "." else first


def _is(view: View, i: int, text: str) -> bool:
    return i < view.size and view.tokens[i].text == text


def _word(view: View, i: int) -> str:
    return view.lower[i] if i < view.size else ""


def _age_after(view: View, i: int) -> bool:
    """ ", 26," or "(26)" or ", age 26" after a name."""
    if i + 1 >= view.size or view.tokens[i].text not in {",", "("}:
        return False
    word = view.look("age_words", i + 1)
    at = word.last if word else i + 1
    if (
        at >= view.size
        or view.tokens[at].kind != "n"
        or not view.tokens[at].text.isdigit()
        or len(view.tokens[at].text) > 2
    ):
        return False
    return (
        at + 1 >= view.size
        or word is not None
        or view.tokens[at + 1].text in {",", ")", ".", ";", "-"}
        or _unit(view, at)
    )


def _unit(view: View, at: int) -> bool:
    return view.look("age_words", at + 1) is not None


@dataclass(slots=True)
class People:
    """The people of an article: full names with how often they occur, and what shorter forms of them mean."""

    full: Counter[tuple[str, ...]]
    shown: dict[tuple[str, ...], str]
    sure: set[tuple[str, ...]]
    by_word: dict[str, list[tuple[str, ...]]]
    aliases: dict[tuple[str, ...], tuple[str, ...]]
    things: set[tuple[str, ...]]
    family_first: frozenset[str]

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


def _without_opening(view: View, pieces: Sequence[Piece], known: Counter[tuple[str, ...]]) -> list[Piece]:
    """Cuts the first word of a sentence off a name that the article has without it: "Langkah Brandt"."""
    cut: list[Piece] = []
    for piece in pieces:
        first, last = piece.first, piece.last
        opening = piece.type == "run" and last - first > 1 and view.opens[first]
        if opening and _is_word(view, first) and _known_rest(view.words(first + 1, last), known):
            piece = piece._replace(first=first + 1)
        cut.append(piece)
    return cut


def _is_word(view: View, i: int) -> bool:
    """Whether the language or the article has a word that it does not write large inside sentences."""
    known = view.lower[i] in view.names.sets["common"] or view.facts.small[view.lower[i]] > 0
    return known and not view.facts.inside[view.tokens[i].text]


def _known_rest(words: tuple[str, ...], known: Counter[tuple[str, ...]]) -> bool:
    return known[words] > 0 or (len(words) == 1 and any(name[-1] == words[0] for name in known if len(name) > 1))


def _named_inside(views: Iterable[View], pieces: Mapping[int, Sequence[Piece]]) -> Counter[tuple[str, ...]]:
    """Names where nothing can be mistaken: of office holders, and of runs that do not open a sentence."""
    spans = (
        (view, piece.name or (piece.first, piece.last))
        for view in views
        for piece in pieces[id(view)]
        if piece.type == "holder" or (piece.type == "run" and not view.opens[piece.first])
    )
    return Counter(view.words(*span) for view, span in spans)


def _people(views: Sequence[View], pieces: dict[int, list[Piece]], names: NameWords) -> People:
    people = People(Counter(), {}, set(), {}, {}, set(), names.sets["family_first"])
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
    small = {word for view in views[:1] for word in view.facts.small}
    _spread(people, names.sets["common"] | names.sets["org_words"] | small)
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
        and _is(view, piece.last, ")")
        and not is_acronym(view, piece.first)
    )


def _spread(people: People, common: AbstractSet[str]) -> None:
    """What shows one form of a name to be a person's holds for the full name, and for those who share the surname.

    A last word that also stands alone shows it too: the article goes on with the surname, as it does for people.
    """
    people.sure |= {full for words in people.sure if (full := people.meant_by(words))}
    surnames = {words[-1] for words in people.sure if len(words) > 1}
    alone = {words[0] for words in people.full if len(words) == 1} - common
    named = {words for words in people.full if 1 < len(words) < 5 and words not in people.things}
    people.sure |= {words for words in named if words[-1] in surnames | alone}


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
    bracketed = _is(view, last, "(") and _is(view, last + 2, ")") and is_acronym(view, last + 1)
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
    return not is_acronym(view, first) and not _is_word(view, first)


def _person(view: View, span: tuple[int, int], people: People) -> Person:
    words = view.words(*span)
    return _read_person(people.shown.get(people.meant_by(words) or words) or view.text(*span))


@lru_cache(maxsize=4096)
def _read_person(text: str) -> Person:
    return Person.read(text)


def _place(view: View, first: int, last: int) -> Place:
    return _read_place(view.names.gazetteer.places, view.text(first, last), view.names.language)


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
        return Mention("place", i, country.last, country.value.data)
    full = people.meant_by(view.words(i, i + 1))
    surname = full is not None and full in people.sure and view.lower[i] in (full[0], full[-1])
    return Mention("person", i, i + 1, _person(view, (i, i + 1), people)) if surname else None


def _marked(view: View, mentions: Sequence[Mention]) -> list[Mention]:
    for mention in mentions:
        view.taken[mention.first : mention.last] = b"\1" * (mention.last - mention.first)
    return list(mentions)
