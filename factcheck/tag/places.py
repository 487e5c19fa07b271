"""The gazetteer, the view of a sentence that the name finders share, and the places and bodies they find in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from factcheck.lexicon import Lexicon
from factcheck.model import Token
from factcheck.phrases import Found, PhraseIndex
from factcheck.tag.tokens import tokens_of
from factcheck.values.office import OfficeBook
from factcheck.values.place import PlaceBook, PlaceKind

_STRAIGHT = str.maketrans("’‘ʼ‐‑", "'''--")
_OPENING = frozenset('"“”‘«:;(–—-•*…!?.|[`')
_QUOTES = frozenset("\"“”‘’'`")


class Written(NamedTuple):
    """What a phrase of the gazetteer stands for, and `exact`, how it must be written where case tells (AS, US)."""

    data: Any
    exact: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The dictionaries of offices and of places; compared by identity, so that indexes can be cached on it."""

    offices: OfficeBook
    places: PlaceBook

    @classmethod
    def from_tables(cls, tables: Mapping[str, Mapping[str, Any]]) -> Gazetteer:
        """The gazetteer of a rule pack's tables `offices` and `places`."""
        return cls(OfficeBook(tables["offices"]), PlaceBook(tables["places"]))


class Listed:
    """Phrases of one list, with their first and last words, so that most tokens are passed without a look-up."""

    __slots__ = ("_index", "_last", "first")

    def __init__(self, items: Iterable[tuple[str, Any]]) -> None:
        plain = [(" ".join(map(_plain, text.lower().split())), data) for text, data in items]
        ends = [(words[0], words[-1]) for text, _ in plain if (words := _split(text))]
        self.first, self._last = frozenset(first for first, _ in ends), frozenset(last for _, last in ends)
        self._index = PhraseIndex(plain)

    def at(self, tokens: Sequence[Token], i: int) -> Found[Any] | None:
        """The longest phrase that begins at token `i`."""
        return self._index.at(tokens, i) if 0 <= i < len(tokens) and tokens[i].lower in self.first else None

    def before(self, tokens: Sequence[Token], last: int) -> Found[Any] | None:
        """The longest phrase that ends right before token `last`."""
        if last < 1 or tokens[last - 1].lower not in self._last:
            return None
        ending = (self.at(tokens, first) for first in range(max(0, last - 4), last))
        return next((found for found in ending if found and found.last == last), None)


def _cased(items: Iterable[tuple[str, Any]]) -> Listed:
    """The same for names of countries: short all-capital ones only match as they are written."""
    return Listed((text, Written(data, text if len(text) <= 4 and text.isupper() else "")) for text, data in items)


def _split(text: str) -> Sequence[str]:
    """The words of a phrase as the tokens of a sentence would be; most phrases are letters and blanks only."""
    words = text.split()
    return words if all(map(str.isalpha, words)) else [token.lower for token in tokens_of(text)]


def _plain(word: str) -> str:
    """A lower-case word with straight apostrophes and hyphens, without the English possessive."""
    if word.isalpha():
        return word
    word = word.translate(_STRAIGHT)
    return word.removesuffix("'s")


def _is_capital(token: Token, sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a word is written as a part of a name: not "The" or "Namun", and no abbreviation of a common word."""
    if token.kind != "w" or not token.text[0].isupper() or token.lower in sets["stop"]:
        return False
    return token.lower not in sets["not_org"] or not token.text.isupper() or token.lower in sets["suffixes"]


def _without_possessor(token: Token) -> Token:
    """Indonesian "penasihatnya" (his adviser) as "penasihat"."""
    return token._replace(lower=token.lower[:-3]) if token.lower.endswith("nya") and len(token.lower) > 6 else token


@dataclass(frozen=True, slots=True, eq=False)
class NameWords:
    """The `names` section of a lexicon as sets and indexes; see the comments in the language files."""

    language: str
    sets: Mapping[str, frozenset[str]]
    indexes: Mapping[str, Listed]
    gazetteer: Gazetteer
    offices: Listed
    countries: Listed
    owner_first: bool


_SETS = (
    "stop", "common", "particles", "suffixes", "abbreviations", "family_first", "org_words", "not_org", "org_links",
    "weak", "relational", "possessors", "compass", "capital_only", "dwellers", "regions", "things",
)  # fmt: skip
_INDEXES = (
    "honorifics", "ranks", "speech", "inverted", "acts", "person_cues", "place_heads", "place_tails", "org_heads",
    "org_tails", "articles", "appositive", "office_links", "age_words", "of_person",
)  # fmt: skip


@lru_cache(maxsize=16)
def name_words(lexicon: Lexicon, gazetteer: Gazetteer) -> NameWords:
    """The name words of a language with the gazetteer's phrases for it."""
    words: Mapping[str, Any] = lexicon.sections.get("names", {})
    sets = {name: frozenset(words.get(name, ())) for name in _SETS}
    sets["weak"] |= frozenset(words.get("roles", ()))
    indexes = {name: Listed((p, name) for p in words.get(name, ())) for name in _INDEXES}
    prepositions = words.get("place_prepositions", {})
    indexes["place_prepositions"] = Listed((p, key) for key, items in prepositions.items() for p in items)
    indexes["modifiers"] = Listed(_modifiers(words.get("modifiers", ()), lexicon.language, gazetteer.offices))
    language = lexicon.language
    roles = {role: "-".join(role.split()) for role in words.get("roles", ())}
    offices = Listed((roles | gazetteer.offices.phrases(language)).items())
    countries = _cased(gazetteer.places.governments(language).items())
    return NameWords(language, sets, indexes, gazetteer, offices, countries, words.get("owner", "after") == "before")


def _modifiers(other: Iterable[str], language: str, book: OfficeBook) -> list[tuple[str, str]]:
    """Words around an office: those that mark a former holder, and those that change nothing."""
    former = [(" ".join(word.replace("-", " - ").split()), "former") for word in book.marks("former", language)]
    return former + [(word, "") for word in (*book.marks("acting", language), *other)]


@dataclass(slots=True)
class Facts:
    """What the whole article tells about its capitals: words written small, capitals inside sentences, known places."""

    small: Counter[str] = field(default_factory=Counter)
    inside: Counter[str] = field(default_factory=Counter)
    alone: Counter[tuple[str, ...]] = field(default_factory=Counter)
    places: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def surname(self, word: str) -> bool:
        """Whether a word also ends or begins a longer name of the article."""
        return any(len(words) > 1 and word in (words[0], words[-1]) for words in self.alone)


class View:
    """One sentence as the finders see it: words to look up, capitals, and which tokens are free."""

    __slots__ = (
        "capital", "facts", "lower", "names", "opens", "possessive", "size", "spans", "taken", "titles", "tokens",
    )  # fmt: skip

    def __init__(self, tokens: Sequence[Token], taken: bytearray, names: NameWords, facts: Facts) -> None:
        self.names, self.facts, self.taken = names, facts, taken
        self.tokens = [t if t.text.isalpha() else t._replace(lower=_plain(t.lower)) for t in tokens]
        self.lower = [t.lower for t in self.tokens]
        self.possessive = [t.kind == "w" and len(t.text) - len(w) == 2 for t, w in zip(tokens, self.lower, strict=True)]
        self.capital = [not taken[i] and _is_capital(t, names.sets) for i, t in enumerate(self.tokens)]
        self.opens = [i == 0 or t.text in _OPENING for i, t in enumerate(self.tokens[:1] + self.tokens[:-1])]

        self.titles = self.tokens if names.owner_first else [_without_possessor(t) for t in self.tokens]
        self.spans: list[tuple[int, int]] = []
        self.size = len(self.tokens)

    def look(self, name: str, i: int) -> Found[Any] | None:
        """The longest phrase of a list that begins at token `i`."""
        return self.names.indexes[name].at(self.tokens, i)

    def look_back(self, name: str, last: int) -> Found[Any] | None:
        """The longest phrase of a list that ends before token `last`."""
        return self.names.indexes[name].before(self.tokens, last)

    def office_at(self, i: int) -> Found[str] | None:
        """The longest title that begins at token `i`; "penasihatnya" is looked up as "penasihat"."""
        found = self.names.offices.at(self.titles, i)
        if found is None or self.taken[i] or (self.lower[i] in self.names.sets["capital_only"] and not self.capital[i]):
            return None
        return found

    def after_titles(self, i: int) -> int:
        """The name's first token after ranks and forms of address that begin at token `i`."""
        while i < self.size and self.tokens[i].text[0].isupper():
            found = self.look("ranks", i) or self.look("honorifics", i)
            following = (
                found.last + (self.tokens[found.last].text == ".") if found and found.last < self.size else self.size
            )
            if not self._capital(following):
                break
            i = following
        return i

    def office_before(self, i: int) -> bool:
        """Whether a title ends right before token `i`."""
        return self.names.offices.before(self.titles, i) is not None

    def opens_title(self, i: int) -> bool:
        """Whether a title or rank can begin at token `i` at all."""
        return self.titles[i].lower in self.names.offices.first or self.lower[i] in self.names.indexes["ranks"].first

    def opens_piece(self, i: int) -> bool:
        """Whether a name, place or body can begin at token `i` at all."""
        return self.tokens[i].text[0].isupper() or self.lower[i] in self.names.indexes["place_heads"].first

    def country_at(self, i: int) -> Found[Written] | None:
        """A country, capital, seat of government or demonym at token `i`, written as a name."""
        found = self.names.countries.at(self.tokens, i)
        token = self.tokens[i]
        if (
            found is None
            or self.taken[i]
            or not token.text[0].isupper()
            or (found.value.exact and token.text != found.value.exact)
        ):
            return None
        return found

    def may_be_person(self, country: Found[Written]) -> bool:
        """Whether a capital of a country is rather a first name here: "Douglas Krag", but not "Jakarta Ada Brandt"."""
        if (
            country.value.data.kind is not PlaceKind.CAPITAL
            or self.words(country.first, country.last) in self.facts.places
        ):
            return False
        return self._capital(country.last) and not self._capital(country.last + 1)

    def starts(self, i: int) -> bool:
        """Whether a name can begin here: a capital that is not merely that of a sentence's first word."""
        if not self.capital[i]:
            return False
        if not self.opens[i]:
            return True
        word, facts = self.lower[i], self.facts
        inside = facts.inside[self.tokens[i].text]
        if word in self.names.sets["common"] and not (inside and self._capital(i + 1)):
            return False
        return facts.small[word] <= inside

    def run(self, i: int) -> int:
        """The end of the capitalised sequence that begins at token `i`; `i` where none does."""
        if i >= self.size or not self.starts(i):
            return i
        last = i + 1
        while (more := self._owned(last) if self.possessive[last - 1] else self._continued(last)) > last:
            last = more
        return last

    def _owned(self, last: int) -> int:
        """Where a body's name goes on after a possessive: "Sheriff's Office"; else where it ends."""
        found = self.look("org_tails", last - 1)
        return found.last if found and self._capital(last) else last

    def _continued(self, i: int) -> int:
        """Where the name goes on to after what stands at token `i`; `i` where it ends."""
        if i >= self.size:
            return i
        if self.tokens[i].start - self.tokens[i - 1].end > 1:  # a line or column ends here
            return i
        if self.capital[i]:
            return i if self._runs_on(i) or self.look("ranks", i) else i + 1
        text, after = self.tokens[i].text, i + 1
        if text == "," and after < self.size and self.lower[after] in self.names.sets["suffixes"]:
            return after + 1
        if (
            text == "."
            and self._abbreviated(i - 1)
            and (self._capital(after) or self.lower[i - 1] in self.names.sets["suffixes"])
        ):
            return after
        if self.lower[i] in self.names.sets["particles"]:
            after += after < self.size and self.lower[after] in self.names.sets["particles"]
            return after + 1 if self._capital(after) else i
        return self._nickname(i) if text in _QUOTES else i

    def _runs_on(self, i: int) -> bool:
        """Whether a capital is that of a new sentence which lost its full stop: "in Oslo Officials said"."""
        word, facts = self.lower[i], self.facts
        if word not in self.names.sets["common"] or word in self.names.sets["org_words"]:
            return False
        return facts.small[word] >= facts.inside[self.tokens[i].text]

    def _capital(self, i: int) -> bool:
        return i < self.size and self.capital[i]

    def _abbreviated(self, i: int) -> bool:
        return len(self.lower[i]) == 1 or self.lower[i] in self.names.sets["abbreviations"]

    def _nickname(self, i: int) -> int:
        """The end of a nickname in quotes that stands between first and last name."""
        for close in (i + 2, i + 3):
            if close + 1 < self.size and self.tokens[close].text in _QUOTES:
                return close + 2 if self._capital(i + 1) and self._capital(close + 1) else i
        return i

    def run_ending(self, last: int, floor: int) -> tuple[int, int] | None:
        """The capitalised sequence that ends before token `last`."""
        return next(((a, b) for a, b in self.spans if b == last and a >= floor), None)

    def is_place(self, words: tuple[str, ...]) -> bool:
        """Whether the article shows a name to be a place's, or it is a listed region's."""
        return words in self.facts.places or " ".join(words) in self.names.sets["regions"]

    def place_prefix(self, i: int) -> int:
        """The end of the longest known place that begins at token `i`, or 0."""
        country = self.country_at(i)
        longest = country.last if country and not self.may_be_person(country) else 0
        for last in range(min(self.size, i + 3), i, -1):
            if last > longest and self.is_place(self.words(i, last)):
                return last
        return longest

    def words(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(w for w in self.lower[first:last] if w not in _QUOTES)

    def text(self, first: int, last: int) -> str:
        """The words as they are written, single spaces between them, without a possessive at the end."""
        parts: list[str] = []
        for i in range(first, last):
            token = self.tokens[i]
            glued = parts and token.start == self.tokens[i - 1].end
            parts.append(token.text if glued or not parts else f" {token.text}")
        text = "".join(parts)
        return text[:-2] if self.possessive[last - 1] else text


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
    country = view.country_at(first)
    if country and country.last == last and not view.tokens[head.first].text[0].isupper():
        return first
    return _numbered(view, _before_person(view, first, last))


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
    return any(alone[view.words(i, end)] for end in range(i + 2, last + 1))


def tail_of(view: View, first: int, last: int) -> str | None:
    """`org` or `place` where the sequence ends in a word that says so: "Ostra Street", "Brandt Corp."."""
    last -= view.tokens[last - 1].text == "."
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


def runs(view: View) -> Iterator[tuple[int, int]]:
    """All capitalised sequences of a sentence."""
    i = 0
    while i < view.size:
        last = view.run(i) if view.capital[i] else i
        if last > i:
            yield i, last
        i = max(last, i + 1)
