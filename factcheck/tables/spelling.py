"""How names are folded to plain letters, and when two words are spellings of one name.

Used for persons, places and organisations alike. rapidfuzz is imported only once two words share enough letters
to be spellings of one another at all: a run whose names agree never loads it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

_WORD = re.compile(r"[a-z0-9]+")
# A scraper's "AdaBrandt" or "SirOle": a capital inside a word starts another after three letters ("McKay" stays whole).
_GLUED = re.compile(r"(?<=[A-Za-z][a-z]{2})(?=[A-Z][a-z])")
_APOSTROPHES = {ord(sign): None for sign in "'’‘ʼ`´ʹʿʾ"}
_VOWELS = frozenset("aeiou")

# Letters that romanisations of one sound interchange (BGN/PCGN, ISO 9, Wade-Giles and newsroom habit), in this order.
_LIGHT = (("y", "i"), ("w", "v"), ("ph", "f"), ("ck", "k"), ("x", "ks"), ("oo", "u"), ("ou", "u"), ("ee", "i"))
# These merge names that differ where words are short (Zhang, Shang, Sang), so they hold for long words only.
_HEAVY = (
    ("tsch", "c"), ("sch", "s"), ("ch", "c"), ("zh", "s"), ("sh", "s"), ("kh", "k"), ("th", "t"), ("ts", "s"),
    ("dj", "i"), ("j", "i"), ("z", "s"), ("c", "k"), ("q", "k"), ("ue", "u"), ("oe", "o"), ("ae", "a"), ("ie", "i"),
)  # fmt: skip
_LONG = 6
TRANSLITERATED = 0.95  # likeness of two words that are romanisations of one another
SPELLING = 0.8  # two different words below this likeness are never taken for one another


def fold(text: str) -> str:
    """`text` in plain ASCII letters without apostrophes or diacritics: Støre → Store, 김 → Gim."""
    text = text.translate(_APOSTROPHES)
    if text.isascii():
        return text
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    if plain.isascii():
        return plain
    from anyascii import anyascii

    return anyascii(unicodedata.normalize("NFKC", text)).translate(_APOSTROPHES)


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """The folded lower-case words of a name; hyphens and a scraper's missing blanks part words."""
    return tuple(_WORD.findall(_GLUED.sub(" ", fold(text)).lower()))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """`word` with interchangeable letters made one and doubled letters single: sergey, sergei, sergej → sergei."""
    if word[-1:] == "h" and word[-2:-1] in _VOWELS:
        word = word[:-1]  # silent, as in Sarah and Sara
    pairs = (*_HEAVY, *_LIGHT) if len(word) >= _LONG else _LIGHT
    for old, new in pairs:
        if old in word:
            word = word.replace(old, new)
    return "".join(letter for letter, _ in groupby(word))


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """How alike two folded words are, 0 to 1: romanisations of one another 0.95, else Jaro-Winkler.

    Words that share too few letters to reach `SPELLING` count 0 without being aligned.
    """
    if one == other:
        return 1.0
    if skeleton(one) == skeleton(other):
        return TRANSLITERATED
    if _most_alike(one, other) < SPELLING:
        return 0.0
    from rapidfuzz.distance.JaroWinkler import similarity

    return min(similarity(one, other), TRANSLITERATED)


def _most_alike(one: str, other: str) -> float:
    """The Jaro-Winkler similarity that the shared letters allow at best (Winkler's prefix weight 0.1, four letters)."""
    shared = sum(min(one.count(letter), other.count(letter)) for letter in set(one))
    if not shared:
        return 0.0
    jaro = (shared / len(one) + shared / len(other) + 1) / 3
    return jaro + 0.4 * (1 - jaro) if one[0] == other[0] else jaro


@lru_cache(maxsize=65536)
def spelled_alike(one: str, other: str) -> bool:
    """Whether two folded words are spellings or typing slips of one name: romanisations, or long words one edit apart.

    Two edits are allowed from nine letters on. An ending that marks a woman's or a man's name tells two people apart
    (Angela and Angelo, Petrov and Petrova), and short words must be romanisations: Ada and Ida differ.
    """
    if one == other or skeleton(one) == skeleton(other):
        return True
    if min(len(one), len(other)) < 5 or _gendered(one, other) or likeness(one, other) < SPELLING:
        return False
    return _edits(one, other) <= (2 if min(len(one), len(other)) >= 9 else 1) or _vowels_apart(one, other)


def _vowels_apart(one: str, other: str) -> bool:
    """Same consonants in the same places, at most two letters apart: Easton and Iston."""
    return _consonants(one) == _consonants(other) and _edits(one, other) <= 2


def _consonants(word: str) -> str:
    classes = ("*" if letter in _VOWELS else letter for letter in skeleton(word))
    return "".join(letter for letter, _ in groupby(classes))


def _edits(one: str, other: str) -> int:
    """Letters to insert, drop, replace or swap, of the words as written or as romanised, whichever is fewer."""
    if one[0] != other[0] and not {one[0], other[0]} <= _VOWELS and skeleton(one)[0] != skeleton(other)[0]:
        return len(one)
    if one[0] == other[0] and len(one) == len(other) and sorted(one) == sorted(other):
        return 1
    from rapidfuzz.distance.OSA import distance

    return min(distance(one, other), distance(skeleton(one), skeleton(other)))


def _gendered(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return short[:-1] == long[:-1] and {short[-1], long[-1]} in ({"a", "o"}, {"a", "e"})
    return long == short + "a"


# Letters from which a word and what follows it are taken for two words run together; shorter ones begin many names.
_GLUED_FROM, _GLUED_REST = 5, 4


def glued(short: str, long: str) -> bool:
    """Whether `long` is `short` run together with the word after it ("Brandtsaid"), as scrapers do."""
    return len(short) >= _GLUED_FROM and len(long) - len(short) >= _GLUED_REST and long.startswith(short)
