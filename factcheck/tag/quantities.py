"""Joins a number and the noun phrase after it into a quantity: `about 6,700 shipping containers`, `25 penerbangan`.

Needs no list of nouns: a noun phrase ends at a function word, a verb by its form or a mention. `things.yaml` joins
the words of several languages that name one thing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.lexicon import Lexicon, derived
from factcheck.model import Mention, Token
from factcheck.values.thing import Quantity, Thing

_LONGEST = 4  # words of a noun phrase that are looked at


class ThingWords(NamedTuple):
    """How noun phrases of a language end and where their head stands."""

    head_first: bool
    stop: frozenset[str]
    skip: frozenset[str]
    classifiers: frozenset[str]
    plurals: frozenset[str]
    verb_prefixes: tuple[str, ...]
    nouns: frozenset[str]
    concepts: Mapping[str, str]
    known: frozenset[str]
    linking: frozenset[str]
    names: Mapping[str, str]
    english: bool
    wider: Mapping[str, tuple[str, ...]]


@derived
def thing_words(lexicon: Lexicon) -> ThingWords:
    """The index of a language's noun words, from its `things` section and the table of things."""
    data = lexicon.sections.get("things", {})

    def words(name: str) -> frozenset[str]:
        return frozenset(data.get(name, ()))

    rows = lexicon.tables.get("things", {}).items()
    concepts = {word: concept for concept, names in rows for word in names.get(lexicon.language, ())}
    return ThingWords(
        bool(data.get("head_first")), words("stop"), words("skip"), words("classifiers"), words("plurals"),
        tuple(data.get("verb_prefixes", ())), words("nouns") | frozenset(concepts), concepts,
        frozenset(concepts.values()), words("linking"),
        {concept: names["en"][0] for concept, names in rows if names.get("en")},
        lexicon.language == "en", _wider(lexicon.tables.get("wider", {})),
    )  # fmt: skip


def _wider(rows: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, tuple[str, ...]]:
    """For each concept those that are wider, from the table that lists what each covers."""
    wider: dict[str, tuple[str, ...]] = {}
    for concept, row in rows.items():
        for narrower in row["of"]:
            wider[narrower] = (*wider.get(narrower, ()), concept)
    return wider


def join_quantities(tokens: Sequence[Token], mentions: Sequence[Mention], words: ThingWords) -> list[Mention]:
    """The mentions with each number that counts something grown into a `quantity`."""
    result: list[Mention] = []
    by_first = {mention.first: mention for mention in mentions}
    swallowed: set[int] = set()
    for mention in mentions:
        if mention.first in swallowed:
            continue
        quantity = _quantity(tokens, mention, by_first, words) if mention.type == "number" else None
        if quantity:
            swallowed.update(range(quantity.first, quantity.last))
        result.append(quantity or mention)
    return result


def thing_of(tokens: Sequence[Token], start: int, words: ThingWords) -> Thing | None:
    """The thing that the noun phrase at a token names, if one begins there."""
    end = phrase_end(tokens, start, {}, words)
    return _thing(tokens, start, end, words)[0] if end > start else None


def named(concept: str, modifiers: tuple[str, ...], text: str, words: ThingWords) -> Thing:
    """A thing with its English name for the reader: foreign words are quoted, beside what their head means if known."""
    name = words.names.get(concept, "")
    if not words.english and (modifiers or not name):
        name = f"{name} («{text}»)" if name else f"«{text}»"
    elif modifiers:
        name = text
    return Thing(concept, modifiers, text, name, words.wider.get(concept, ()))


def counting(number: Mention, thing: Thing) -> Mention:
    """The mention of a figure as a count of a thing named elsewhere."""
    count = number.value.number if isinstance(number.value, Quantity) else number.value
    return Mention("quantity", number.first, number.last, Quantity(count, thing))


def _quantity(
    tokens: Sequence[Token], number: Mention, by_first: Mapping[int, Mention], words: ThingWords
) -> Mention | None:
    start = number.last
    while start < len(tokens) and tokens[start].lower in words.skip:
        start += 1
    end = phrase_end(tokens, start, by_first, words)
    if end > start:
        thing, end = _noun_thing(tokens, start, end, by_first, words)
    else:
        named_by = by_first.get(start)
        vague = named_by is not None and named_by.type == "office" and not number.value.number.exact
        thing, end = (None, 0) if vague else _named_thing(tokens, named_by, by_first, words)
    return Mention("quantity", number.first, end, Quantity(number.value, thing)) if thing else None


def phrase_end(tokens: Sequence[Token], start: int, by_first: Mapping[int, Mention], words: ThingWords) -> int:
    """Where the noun phrase ends that may begin at a token; mentions (`by_first`) are no part of it."""
    end = start
    while end < min(len(tokens), start + _LONGEST) and end not in by_first and _in_phrase(tokens[end], words):
        end += 1
    return end


def _in_phrase(token: Token, words: ThingWords) -> bool:
    if token.kind != "w" or len(token.lower) < 2 or token.lower in words.stop:
        return False
    return token.lower in words.nouns or not _looks_like_verb(token.lower, words)


def _looks_like_verb(word: str, words: ThingWords) -> bool:
    return len(word) > 5 and word.startswith(words.verb_prefixes) if words.verb_prefixes else False


def _thing(tokens: Sequence[Token], start: int, end: int, words: ThingWords) -> tuple[Thing | None, int]:
    phrase = _with_compounds([token.lower for token in tokens[start:end]], words)
    head = _head_first(phrase, words) if words.head_first else _head_last(phrase, words)
    if head is None:
        return None, start
    stop = end if words.head_first else start + len(" ".join(phrase[: head + 1]).split())
    modifiers = [word for i, word in enumerate(phrase) if i != head and (words.head_first or i < head)]
    if words.head_first:
        modifiers = [word for word in modifiers if word not in words.classifiers]
    text = " ".join(token.text for token in tokens[start:stop])
    return named(_concept(phrase[head], words), tuple(modifiers), text, words), stop


def _with_compounds(phrase: list[str], words: ThingWords) -> list[str]:
    """Two words that name one concept together ("peti kemas") as one item."""
    for i in range(len(phrase) - 1):
        pair = f"{phrase[i]} {phrase[i + 1]}"
        if pair in words.concepts:
            return [*phrase[:i], pair, *phrase[i + 2 :]]
    return phrase


def _head_first(phrase: list[str], words: ThingWords) -> int | None:
    """Indonesian: the first noun, or the one after a classifier (`12 unit rumah`)."""
    return 1 if phrase[0] in words.classifiers and len(phrase) > 1 else 0


def _head_last(phrase: list[str], words: ThingWords) -> int | None:
    """English: the last of the first plurals in a row; what follows them is the verb or an apposition."""
    plural = [word in words.plurals or word in words.concepts or _is_plural(word) for word in phrase]
    if True not in plural:
        return None
    first = plural.index(True)
    return next((i for i in range(first, len(plural)) if not all(plural[first : i + 2]) or i + 1 == len(plural)), first)


def _is_plural(word: str) -> bool:
    if len(word) < 4:
        return False
    return word.endswith("men") or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))


def _concept(word: str, words: ThingWords) -> str:
    return words.concepts.get(word) or (word if words.head_first else _singular(word))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word.removesuffix("s")


def _noun_thing(
    tokens: Sequence[Token], start: int, end: int, by_first: Mapping[int, Mention], words: ThingWords
) -> tuple[Thing | None, int]:
    """A noun phrase, of which two adjectives may be linked: `2 million current and former customers`."""
    thing, last = _thing(tokens, start, end, words)
    if thing is not None or end >= len(tokens) or tokens[end].lower not in words.linking:
        return thing, last
    return _thing(tokens, end + 1, max(phrase_end(tokens, end + 1, by_first, words), end + 2), words)


def _named_thing(
    tokens: Sequence[Token], mention: Mention | None, by_first: Mapping[int, Mention], words: ThingWords
) -> tuple[Thing | None, int]:
    """A body of people by its name (`700 Marines`, `tiga hakim`), or a noun after it (`two Oslo families`)."""
    if mention is None or mention.type not in ("name", "org", "place", "office"):
        return None, 0
    behind = phrase_end(tokens, mention.last, by_first, words)
    if not words.head_first and behind > mention.last:
        thing, last = _thing(tokens, mention.last, behind, words)
        if thing is not None:
            return thing, last
    if mention.type == "place" or (mention.type == "office" and not words.head_first):
        return None, 0
    phrase = [token.lower for token in tokens[mention.first : mention.last] if token.kind == "w"]
    head = phrase[0] if words.head_first else phrase[-1]
    text = " ".join(token.text for token in tokens[mention.first : mention.last])
    rest = tuple(word for word in phrase if word != head)
    return named(_concept(head, words), rest, text, words), mention.last
