"""An office or title, whose it is, and the dictionary of offices that titles are looked up in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple, Self

from factcheck.model import Comparison, Relation, compatible, different, same
from factcheck.tables.spelling import words_of

# Words before a title that make another office of it; other words before it ("first", "national") only say more.
_OTHER_OFFICE = frozenset(words_of("deputy vice assistant associate under shadow co"))


class Holders(StrEnum):
    """How many persons hold an office at a time: two names for `ONE` cannot both be true, for `FEW` they may."""

    ONE = "one"
    FEW = "few"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a country or body. `name` is the words for a reader; they do not count for identity.

    `id` is kebab-case: a key of the offices file, or the folded words of a title that is not listed there.
    `of` is an ISO country code in capitals or an organisation's folded name, None where the text is silent.
    `kin` holds the groups of offices that newsrooms use for one another ("aide" and "adviser").
    """

    name: str = field(compare=False)
    id: str
    of: str | None = None
    former: bool = False
    kin: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """The canonical text of `str`, or a bare title: "Harbour Master of Oslo" is `harbour-master` of `oslo`."""
        title, _, of = text.strip().partition(" of ")
        former = title.startswith("former ")
        title, _, kin = title.removeprefix("former ").partition("~")
        return cls(
            name=" ".join(title.replace("-", " ").split()),
            id="-".join(words_of(title)),
            of=owner(of) or None,
            former=former,
            kin=tuple(kin.split("+")) if kin else (),
        )

    def compare(self, other: Office) -> Comparison:
        """Same office of the same body; compatible where one says less or uses a kindred title; else different."""
        if self == other:
            return same()
        if self.former != other.former:
            return different("one speaks of a former holder of the office")
        titles = self._title_against(other)
        if titles.different:
            return titles
        owners = self._owner_against(other)
        return titles if owners is None else owners

    def _title_against(self, other: Office) -> Comparison:
        if self.id == other.id:
            return same()
        if {*self.kin} & {*other.kin}:
            return compatible(Relation.WORDING, "titles that are used for one another")
        if _says_more(self.id, other.id) or _says_more(other.id, self.id):
            return compatible(Relation.PRECISION, "one gives the title more exactly")
        return different("different offices")

    def _owner_against(self, other: Office) -> Comparison | None:
        """What the owners say about two titles that fit; None if they are the same."""
        mine, theirs = self.of, other.of
        if mine == theirs:
            return None
        if mine is None or theirs is None:
            return compatible(Relation.PRECISION, "one does not say of which country or body")
        if mine.isupper() != theirs.isupper():
            return compatible(Relation.PRECISION, "one names a country, the other a body")
        shared = {*mine.split()} & {*theirs.split()}
        if shared in ({*mine.split()}, {*theirs.split()}):
            return compatible(Relation.PRECISION, "one names the body more exactly")
        return different("offices of different countries or bodies")

    def show(self) -> str:
        return f"former {self.name}" if self.former else self.name

    def to_json(self) -> dict[str, object]:
        return {"id": self.id, "of": self.of, "former": self.former}

    def __str__(self) -> str:
        kin = f"~{'+'.join(self.kin)}" if self.kin else ""
        of = f" of {self.of}" if self.of is not None else ""
        return f"{'former ' if self.former else ''}{self.id}{kin}{of}"


def owner(text: str) -> str:
    """A country code as it is, any other text as the folded name of an organisation; for `Office.of`."""
    text = text.strip()
    return text if len(text) == 2 and text.isascii() and text.isupper() else " ".join(words_of(text))


def _says_more(longer: str, shorter: str) -> bool:
    """Whether `longer` is `shorter` with words before it that do not make another office of it."""
    return longer.endswith(f"-{shorter}") and not _OTHER_OFFICE & {*longer.removesuffix(shorter).split("-")}


class OfficeEntry(NamedTuple):
    """What the offices file says of one office. `open`: what stands beside the title is the body ("head of X")."""

    id: str
    holders: Holders = Holders.ONE
    kin: tuple[str, ...] = ()
    open: bool = False


class OfficeBook:
    """The offices file, ready for use: phrases of a language to look for, and offices made from their ids.

    `data` is the parsed file: `offices`, `heads`, `portfolios`, `ministries`, `deputies`, `kin`, as its comments say.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self._entries = {entry.id: entry for entry in self._all_entries()}

    def entry(self, office_id: str) -> OfficeEntry:
        """What is known of an office; an unlisted one has one holder and no kin."""
        return self._entries.get(office_id) or OfficeEntry(office_id)

    def office(self, office_id: str, name: str, of: str | None = None, former: bool = False) -> Office:
        """The office of an id that `phrases` gave, with its kin; `of` as for `owner`."""
        body = owner(of) or None if of else None
        return Office(name, office_id, body, former, self.entry(office_id).kin)

    def titled(self, title: str, of: str | None = None, former: bool = False) -> Office:
        """The office of a title that no phrase matched: its folded words are the id."""
        return self.office("-".join(words_of(title)), title, of, former)

    def phrases(self, language: str) -> dict[str, str]:
        """Phrase → office id of one language, lower-case; a phrase listed by itself outranks a composed one."""
        found: dict[str, str] = {}
        for office_id, phrase in (*self._listed(language), *self._ministries(language), *self._deputies(language)):
            found.setdefault(phrase, office_id)
        return found

    def marks(self, name: str, language: str) -> tuple[str, ...]:
        """The words of a language that mark a title: `former` or `acting`."""
        return tuple(self._data.get(name, {}).get(language, ()))

    def _sections(self) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
        for section in ("offices", "heads"):
            for office_id, office in self._data.get(section, {}).items():
                yield section, office_id, office

    def _all_entries(self) -> Iterator[OfficeEntry]:
        for portfolio in self._data.get("portfolios", {}):
            yield self._entry(f"{portfolio}-minister", Holders.ONE)
            yield self._entry(f"deputy-{portfolio}-minister", Holders.FEW)
        for section, office_id, office in self._sections():
            yield self._entry(office_id, Holders(office.get("holders", "one")), section == "heads")
            if office.get("deputy") and f"deputy-{office_id}" not in self._data.get("offices", {}):
                yield self._entry(f"deputy-{office_id}", Holders.FEW)

    def _entry(self, office_id: str, holders: Holders, is_open: bool = False) -> OfficeEntry:
        kin = tuple(sorted(group for group, ids in self._data.get("kin", {}).items() if office_id in ids))
        return OfficeEntry(office_id, holders, kin, is_open)

    def _listed(self, language: str) -> Iterator[tuple[str, str]]:
        for _, office_id, office in self._sections():
            for phrase in office.get(language, ()):
                yield office_id, phrase

    def _ministries(self, language: str) -> Iterator[tuple[str, str]]:
        for rank, forms in self._data.get("ministries", {}).items():
            deputy = "deputy-" if rank == "deputy-minister" else ""
            for portfolio, names in self._data.get("portfolios", {}).items():
                for form in forms.get(language, ()):
                    for name in names.get(language, ()):
                        yield f"{deputy}{portfolio}-minister", form.replace("{}", name)

    def _deputies(self, language: str) -> Iterator[tuple[str, str]]:
        words = self._data.get("deputies", {}).get(language, ())
        for _, office_id, office in self._sections():
            for phrase in office.get(language, ()) if office.get("deputy") else ():
                for word in words:
                    yield f"deputy-{office_id}", f"{word} {phrase}"
