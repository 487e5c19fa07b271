"""A sentence as the finders of names see it, and what the whole article tells them about its capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.model import Sentence, Token
from factcheck.phrases import Found
from factcheck.tag.gazetteer import NameWords, Written, plain
from factcheck.values.place import PlaceKind

_OPENING = frozenset('"“”‘«:;(–—-•*…!?.|[`')
_QUOTES = frozenset("\"“”‘’'`")


class Draft(NamedTuple):
    """A sentence on its way to being tagged; `taken[i]` is 1 where token i already belongs to a mention."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    taken: bytearray


class Facts:
    """What the whole article tells about its capitals: words written small, capitals inside sentences, known places."""

    def __init__(self) -> None:
        self.small: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()
        self.alone: Counter[tuple[str, ...]] = Counter()
        self.places: Counter[tuple[str, ...]] = Counter()

    def surname(self, word: str) -> bool:
        """Whether a word also ends or begins a longer name of the article."""
        return any(len(words) > 1 and word in (words[0], words[-1]) for words in self.alone)


class View:
    """One sentence as the finders see it: words to look up, capitals, and which tokens are free."""

    __slots__ = (
        "_runs", "capital", "facts", "lower", "names", "opens", "possessive", "size", "spans", "taken", "titles",
        "tokens",
    )  # fmt: skip

    def __init__(self, tokens: Sequence[Token], taken: bytearray, names: NameWords, facts: Facts) -> None:
        self.names, self.facts, self.taken = names, facts, taken
        self.lower = [t.lower if t.text.isalpha() else plain(t.lower) for t in tokens]
        both = list(zip(tokens, self.lower, strict=True))
        self.tokens = [t if t.lower == word else t._replace(lower=word) for t, word in both]
        self.possessive = [len(t.text) - len(word) == 2 and t.kind == "w" for t, word in both]
        self.capital = [
            t.text[0].isupper() and t.kind == "w" and not taken[i] and _is_capital(t, names.sets)
            for i, t in enumerate(self.tokens)
        ]
        self.opens = [True, *(t.text in _OPENING for t in tokens[:-1])]
        self.titles = self.tokens
        if not names.owner_first:
            self.titles = [_without_possessor(t) if t.lower.endswith("nya") else t for t in self.tokens]
        self.spans: list[tuple[int, int]] = []
        self._runs: dict[int, int] = {}
        self.size = len(self.tokens)

    def look(self, name: str, i: int) -> Found[Any] | None:
        """The longest phrase of a list that begins at token `i`."""
        index = self.names.indexes[name]
        return index.at(self.tokens, i) if 0 <= i < self.size and self.lower[i] in index.firsts else None

    def look_back(self, name: str, last: int) -> Found[Any] | None:
        """The longest phrase of a list that ends before token `last`."""
        index = self.names.indexes[name]
        return index.before(self.tokens, last) if last > 0 and self.lower[last - 1] in index.lasts else None

    def office_at(self, i: int) -> Found[str] | None:
        """The longest title that begins at token `i`; "penasihatnya" is looked up as "penasihat"."""
        found = self.names.offices.at(self.titles, i) if i < self.size else None
        if found is None or self.taken[i] or (self.lower[i] in self.names.sets["capital_only"] and not self.capital[i]):
            return None
        return found

    def after_titles(self, i: int) -> int:
        """The name's first token after ranks and forms of address that begin at token `i`."""
        while i < self.size and self.tokens[i].text[0].isupper():
            found = self.look("ranks", i) or self.look("honorifics", i)
            if found is None or found.last >= self.size:
                break
            following = found.last + (self.tokens[found.last].text == ".")
            if not self._capital(following):
                break
            i = following
        return i

    def office_before(self, i: int) -> bool:
        """Whether a title ends right before token `i`."""
        return self.names.offices.before(self.titles, i) is not None

    def opening_titles(self) -> list[int]:
        """The tokens at which a title or rank can begin at all."""
        titles, ranks = self.names.offices.firsts, self.names.indexes["ranks"].firsts
        both = zip(self.titles, self.lower, strict=True)
        return [i for i, (title, word) in enumerate(both) if title.lower in titles or word in ranks]

    def opening_pieces(self) -> list[int]:
        """The tokens at which a name, place or body can begin at all."""
        heads = self.names.indexes["place_heads"].firsts
        return [i for i, token in enumerate(self.tokens) if token.text[0].isupper() or token.lower in heads]

    def country_at(self, i: int) -> Found[Written] | None:
        """A country, capital, seat of government or demonym at token `i`, written as a name."""
        if self.lower[i] not in self.names.countries.firsts or not self.tokens[i].text[0].isupper():
            return None
        found = self.names.countries.at(self.tokens, i)
        if found is None or self.taken[i]:
            return None
        exact = found.value.exact
        return found if not exact or exact == "".join(t.text for t in self.tokens[i : found.last]) else None

    def may_be_person(self, country: Found[Written]) -> bool:
        """Whether a capital of a country is rather a first name here: "Douglas Krag", but not "Jakarta Ada Brandt"."""
        if (
            country.value.known.kind is not PlaceKind.CAPITAL
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
        if any(" ".join(self.lower[i : i + words]) in self.names.sets["regions"] for words in (2, 3)):
            return True
        inside = facts.inside.get(self.tokens[i].text, 0)
        if word in self.names.sets["common"] and not (inside and self._capital(i + 1)):
            return False
        return facts.small.get(word, 0) <= inside

    def run(self, i: int) -> int:
        """The end of the capitalised sequence that begins at token `i`; `i` where none does."""
        if i not in self._runs:
            self._runs[i] = self._run(i)
        return self._runs[i]

    def _run(self, i: int) -> int:
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
        return facts.small.get(word, 0) >= facts.inside.get(self.tokens[i].text, 0)

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
        return tuple([w for w in self.lower[first:last] if w not in _QUOTES])

    def text(self, first: int, last: int) -> str:
        """The words as they are written, single spaces between them, without a possessive at the end."""
        parts: list[str] = []
        for i in range(first, last):
            token = self.tokens[i]
            glued = parts and token.start == self.tokens[i - 1].end
            parts.append(token.text if glued or not parts else f" {token.text}")
        text = "".join(parts)
        return text[:-2] if self.possessive[last - 1] else text


def _is_capital(token: Token, sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a capital is that of a name: not "The" or "Namun", and no abbreviation of a common word."""
    if token.lower in sets["stop"]:
        return False
    return token.lower not in sets["not_org"] or not token.text.isupper() or token.lower in sets["suffixes"]


def _without_possessor(token: Token) -> Token:
    """Indonesian "penasihatnya" (his adviser) as "penasihat"."""
    return token._replace(lower=token.lower[:-3]) if token.lower.endswith("nya") and len(token.lower) > 6 else token


def runs(view: View) -> Iterator[tuple[int, int]]:
    """All capitalised sequences of a sentence."""
    done = 0
    for i in [i for i, capital in enumerate(view.capital) if capital]:
        last = view.run(i) if i >= done else i
        if last > i:
            yield i, last
            done = last
