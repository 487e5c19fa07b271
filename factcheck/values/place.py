"""A place, the country it stands for, and the gazetteer that place names are looked up in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, NamedTuple, Self

from factcheck.model import Comparison, Relation, compatible, different, same, unknown
from factcheck.tables.countries import countries
from factcheck.tables.spelling import glued, spelled_alike, words_of


class PlaceKind(StrEnum):
    """What a name can stand for: a country's capital or seat of government also stands for its government."""

    COUNTRY = "country"
    CAPITAL = "capital"
    SEAT = "seat"
    OTHER = "other"


_KINDS = frozenset(kind.value for kind in PlaceKind)


@dataclass(frozen=True, slots=True)
class Place:
    """A named place. `name` is the words of the article; identity rests on the other fields.

    `tokens` are the folded words of the proper name, without words of kind; countries and capitals are folded to one
    English name. `within` are those of the places around it ("Brandt Station, Oslo"). `country` is an ISO code.
    `head` is the id of the word of kind (`avenue`, `airport`) and `rank` its class (`way` for every street), if any.
    """

    name: str = field(compare=False)
    tokens: tuple[str, ...]
    within: tuple[str, ...] = ()
    country: str | None = None
    kind: PlaceKind = PlaceKind.OTHER
    head: str = ""
    rank: str = ""

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """The canonical text of `str`, or a bare name, which is looked up nowhere (`PlaceBook.read` does that)."""
        name, _, notes = text.partition("[")
        name = " ".join(name.split())
        proper, _, within = name.partition(",")
        place = cls(name, words_of(proper), words_of(within))
        for note in notes.rstrip("] ").split():
            place = place._noted(note)
        return place

    def _noted(self, note: str) -> Self:
        if note.isupper():
            return replace(self, country=note)
        if note in _KINDS:
            return replace(self, kind=PlaceKind(note))
        rank, _, head = note.partition("/")
        return replace(self, head=head or rank, rank=rank)

    def compare(self, other: Place) -> Comparison:
        """Where something happened: same, compatible (one may contain or spells the other), or two places of a rank."""
        if self == other:
            return same()
        if PlaceKind.COUNTRY in (self.kind, other.kind):
            return _against_country(self, other)
        if not _heads_differ(self, other):
            close = _one_place(self, other)
            if close is not None:
                return close
        return _by_rank(self, other)

    def show(self) -> str:
        return self.name

    def to_json(self) -> dict[str, str | None]:
        return {"name": self.name, "country": self.country, "kind": self.kind.value}

    def __str__(self) -> str:
        rank = f"{self.rank}/{self.head}" if self.head != self.rank else self.rank
        kind = "" if self.kind is PlaceKind.OTHER else self.kind.value
        notes = " ".join(note for note in (self.country, kind, rank) if note)
        within = f", {' '.join(self.within)}" if self.within else ""
        return " ".join(self.tokens) + within + (f" [{notes}]" if notes else "")


def _against_country(one: Place, other: Place) -> Comparison:
    """A country beside any other place."""
    both = one.kind is other.kind
    if one.country and one.country == other.country:
        return same() if both else compatible(Relation.PRECISION, "one lies in the other")
    if both or (one.country and other.country):
        return different("two countries" if both else "in different countries")
    return unknown("one may lie in the other")


def _one_place(one: Place, other: Place) -> Comparison | None:
    """How two names are of one place, or one inside the other; None if they share too little."""
    if one.tokens == other.tokens:
        if one.head == other.head and (one.within == other.within or not (one.within and other.within)):
            return same()
        return compatible(Relation.PRECISION, "one name, said more or less exactly")
    if _alike(one.tokens, other.tokens):
        return compatible(Relation.SPELLING, "spelling variants")
    if _contained(one.tokens, other.tokens) or _contained(other.tokens, one.tokens):
        return compatible(Relation.PRECISION, "one names the place more exactly")
    return None


def _by_rank(one: Place, other: Place) -> Comparison:
    """Two names that are not of one place: different if neither can contain the other."""
    shared = {*one.tokens, *one.within} & {*other.tokens, *other.within}
    joined = bool(_JOINS & {*one.tokens, *other.tokens})
    if one.rank and one.rank == other.rank and not (joined and shared):
        if one.tokens == other.tokens:
            heads = " and ".join(sorted((one.head, other.head)))
            return different(f"{heads} are two places of one name", close=True)
        return different(f"two places of one kind ({one.rank})")
    if one.kind is PlaceKind.CAPITAL and other.kind is PlaceKind.CAPITAL and one.country != other.country:
        return different("the capitals of two countries")
    if shared:
        return compatible(Relation.PRECISION, "they share a name; one may contain the other")
    return unknown("one may contain the other")


def _heads_differ(one: Place, other: Place) -> bool:
    """Whether both say what they are and the words exclude one another: avenue and lane, but not avenue and Jalan."""
    if not one.head or not other.head or one.head == other.head:
        return False
    return one.rank != other.rank or one.rank not in (one.head, other.head)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return False
    if "".join(one) == "".join(other):
        return True
    return len(one) == len(other) and all(map(_word_alike, one, other))


def _word_alike(one: str, other: str) -> bool:
    """Spellings, initials ("N." for North), and a word that a scraper ran together with the next."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return long.startswith(short)
    return spelled_alike(one, other) or glued(short, long)


def _contained(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words of one name are in the other, "Kali Ranu" and "Kaliranu" being one."""
    rest = "".join(word for word in short if word not in long)
    more = [word for word in long if word not in short]
    return any("".join(more[:end]) == rest for end in range(len(more) + 1))


class Head(NamedTuple):
    """A word of kind, such as avenue, with the rank of places that exclude one another ("" if names prove nothing)."""

    id: str
    rank: str


class PlaceName(NamedTuple):
    """A name of the gazetteer with the place it stands for: what `Place` holds, but light to keep by the thousand."""

    name: str
    tokens: tuple[str, ...]
    country: str
    kind: PlaceKind

    def place(self, name: str = "") -> Place:
        """The place, under the words of an article where they are given."""
        return Place(name or self.name, self.tokens, country=self.country, kind=self.kind)


class PlaceBook:
    """The gazetteer: the table of countries with what newsrooms add to it.

    `data` is the parsed places file: `names`, `demonyms`, `capitals`, `seats`, `heads`, as its comments say.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self._heads = dict(self._all_heads())
        self._longest = max(map(len, self._heads), default=0)
        self._folded: dict[str, dict[tuple[str, ...], PlaceName]] = {}

    def prepare(self, language: str) -> None:
        """Folds the names of a language, so that the first `read` finds them; it would do so itself."""
        places = [*self.names(language).values(), *self.names("en").values()]
        self._folded[language] = {words_of(known.name): known for known in reversed(places)}

    def names(self, language: str) -> dict[str, PlaceName]:
        """Names of countries, capitals and seats in a language, as they are written, with what they stand for."""
        found: dict[str, PlaceName] = {}
        for known in (*self._countries(language), *self._capitals(language), *self._seats(language)):
            found.setdefault(known.name, known)
        return found

    def demonyms(self, language: str) -> dict[str, str]:
        """Peoples and adjectives → ISO code, with English plurals; empty for languages that use the country's name."""
        found: dict[str, str] = {}
        for code, words in self._table(language, "demonyms"):
            for word in words:
                found.setdefault(word, code)
                if language == "en" and word[-1] in "ni":
                    found.setdefault(f"{word}s", code)
        return found

    def governments(self, language: str) -> dict[str, PlaceName]:
        """Everything that says of which country something is: `names`, and demonyms as their country."""
        demonyms = self.demonyms(language).items()
        return {word: self._country(code, word) for word, code in demonyms} | self.names(language)

    def _country(self, code: str, name: str) -> PlaceName:
        """A name of the country of an ISO code. Raises `KeyError` for an unknown code."""
        return PlaceName(name, self._english(code), code, PlaceKind.COUNTRY)

    def read(self, text: str, language: str) -> Place:
        """The place that `text` names: looked up whole, else its proper part, word of kind and surroundings."""
        name = " ".join(text.split())
        known = self._known(words_of(name), language)
        if known:
            return known.place(name)
        proper, _, around = name.partition(",")
        tokens, head = self._without_head(words_of(proper), language)
        country = self._known(words_of(around.rpartition(",")[2]), language)
        code = country.country if country and country.kind is PlaceKind.COUNTRY else None
        within = tuple(w for part in around.split(",") for w in self._without_head(words_of(part), language)[0])
        return Place(name, tokens, within, code, PlaceKind.OTHER, head.id, head.rank)

    def _known(self, words: tuple[str, ...], language: str) -> PlaceName | None:
        if language not in self._folded:
            self.prepare(language)
        return self._folded[language].get(words)

    def _without_head(self, words: tuple[str, ...], language: str) -> tuple[tuple[str, ...], Head]:
        """A name without its word of kind, which stands first or last; a word of kind alone is kept as the name.

        Where both ends could be one, the language decides: River Street is a street, and Jalan Bandara too.
        """
        for length in range(min(self._longest, len(words) - 1), 0, -1):
            first = words[:length] in self._heads
            if words[-length:] in self._heads and not (first and (language != "en" or words[length] in _LINKS)):
                return words[:-length], self._heads[words[-length:]]
            if first:
                return _without_link(words[length:]), self._heads[words[:length]]
        return words, Head("", "")

    def _all_heads(self) -> Iterator[tuple[tuple[str, ...], Head]]:
        for head_id, entry in self._data.get("heads", {}).items():
            for language, phrases in entry.items():
                for phrase in phrases if language != "rank" else ():
                    yield words_of(phrase), Head(head_id, entry.get("rank", ""))

    def _table(self, language: str, section: str) -> Iterator[tuple[str, Sequence[str]]]:
        """The words of a section by country: those added by hand first."""
        for code, by_language in self._data.get(section, {}).items():
            yield code, by_language.get(language, ())
        for code, country in countries().items():
            yield code, country[section].get(language, ())

    def _countries(self, language: str) -> Iterator[PlaceName]:
        for code, names in self._table(language, "names"):
            for name in names:
                yield self._country(code, name)

    def _capitals(self, language: str) -> Iterator[PlaceName]:
        for code, country in countries().items():
            capitals = country["capitals"]
            english = words_of(capitals["en"][0]) if capitals else ()
            for name in (*capitals.get(language, ()), *(other for known in self._spellings(code) for other in known)):
                yield PlaceName(name, english, code, PlaceKind.CAPITAL)

    def _spellings(self, code: str) -> Iterator[Sequence[str]]:
        yield from self._data.get("capitals", {}).get(code, {}).values()

    def _seats(self, language: str) -> Iterator[PlaceName]:
        for code, by_language in self._data.get("seats", {}).items():
            for name in by_language.get(language, ()):
                yield PlaceName(name, words_of(by_language["en"][0]), code, PlaceKind.SEAT)

    def _english(self, code: str) -> tuple[str, ...]:
        table = countries().get(code, {}).get("names", {}).get("en")
        return words_of((table or self._data["names"][code]["en"])[0])


# In a corner, a block or a stretch several places meet: "Ostra Street and Brandt Avenue", "400 block of Brandt Avenue".
_JOINS = frozenset({"and", "dan", "near", "dekat", "block", "blok", "corner", "of", "to"})
_LINKS = frozenset({"of", "the", "de"})


def _without_link(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "Port of Oslo" without "of"."""
    first = 0
    while first < len(words) - 1 and words[first] in _LINKS:
        first += 1
    return words[first:]
