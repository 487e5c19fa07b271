"""Blocks → parts: what a block is (title, dateline, caption, body), or that it is none of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.model import Part
from factcheck.segment.lines import Block
from factcheck.segment.phrases import WORD, Phrases, begins

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMERIC_DATE = re.compile(r"(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d))(?!\d)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+\.[a-z]{2,6}(?:/\S*)?|\S+@\S+", re.IGNORECASE)
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|org|news|tv|info)\b", re.IGNORECASE)
_DASHES = "-–—―−|"
_DASH = re.compile(f"[{_DASHES}]")
_SEPARATORS = "|•·/–—-,("
_LEADING_OUTLET = re.compile(rf"^{_DOMAIN.pattern},?\s*", re.IGNORECASE)
# What follows the place: an outlet's domain, or an agency in brackets, which hold no year.
_AGENCY = re.compile(
    rf"(?<=\w)[\s,.]*(?:\((?![^)]*\d{{4}})[^)]*\)|,\s*{_DOMAIN.pattern})\W*$|^\([^)]*\)\W*$", re.IGNORECASE
)
_VOWEL = re.compile(r"[^\W\d_bcdfghjklmnpqrstvwxz]", re.IGNORECASE)  # "NRK" is an outlet, "OSLO" may be a place
_BRACKETED = re.compile(r"\([^)]*\)")
_LAST_BRACKET = re.compile(r"\(([^()]{2,60})\)[\s.]*$")
_SMALL = frozenset(["of", "de", "di", "dan", "the", "and", "la", "al", "via", "del"])

_PLACE = 70  # the longest opening "PLACE, Region (Agency) —"
_DATELINE = 160  # the longest line with the day of publication
_TOP = 4  # blocks from the top among which a date alone is the day of publication
_CAPTION = 400  # the longest caption; what is longer is a paragraph with a credit at its end


class _Piece(NamedTuple):
    start: int
    end: int
    part: Part


def parts_of(text: str, blocks: Sequence[Block], phrases: Phrases) -> Iterator[_Piece]:
    """The pieces of the article in order: whole blocks, or what is left of one without its opening."""
    if len(blocks) == 1:
        yield from _body(text, blocks[0], early=False, phrases=phrases)
        return
    head = _Head(blocks, phrases)
    credited = False
    for n, item in enumerate(blocks):
        if credited and item.size <= _CAPTION and n > head.title:
            yield _Piece(item.start, item.end, Part.CAPTION)
            credited = False
            continue
        credited = _is_credit(item, phrases)
        if not credited and not head.omits(n) and not _is_foreign(blocks, n, phrases):
            yield from _pieces(text, n, item, head, phrases)


class _Head:
    """What stands above the first paragraph: which block is the title, and which lines do not belong to the article."""

    def __init__(self, blocks: Sequence[Block], phrases: Phrases) -> None:
        self.prose = next((n for n, item in enumerate(blocks) if item.prose), len(blocks))
        headings = [n for n in range(self.prose) if _is_heading(blocks[n], phrases)]
        long = [n for n in headings if len(blocks[n].words) > 3]
        self.title = (long or [n for n in headings if len(blocks[n].words) > 2] or [-1])[0]
        if self.title < 0 and len(blocks) > 1 and blocks[0].size <= 200 and _is_dateline(blocks[1].head, phrases):
            self.title = 0
        self.words = blocks[self.title].words if self.title >= 0 else ()
        short = [n for n in headings if len(blocks[n].words) <= 3 and n != self.title]
        names = set(short if self.title >= 0 else short[1:])
        self.place = short[0] if short and self.title < 0 else -1
        others = [n for n in long[1:] if blocks[n].words != self.words and not blocks[n].item]
        # One heading below the title sums the article up; more of them lead to other articles.
        self._omitted = names | (set(others) if len(others) > 2 and self.prose < len(blocks) else set())
        self._bylines = {n for n, item in enumerate(blocks) if _is_byline(item, phrases)}
        self._blocks = blocks

    def omits(self, n: int) -> bool:
        """Whether a block is a byline, an outlet below one, the name of a site, or the title of another article."""
        if n in self._omitted or n in self._bylines or _is_empty(self._blocks[n]):
            return True
        item = self._blocks[n]
        return n - 1 in self._bylines and len(item.words) <= 5 and not item.stopped and _is_name(item.head)


def _pieces(text: str, n: int, item: Block, head: _Head, phrases: Phrases) -> Iterator[_Piece]:
    if n == head.title or (item.words == head.words and not item.prose):
        yield _Piece(item.start, item.end, Part.TITLE)
    elif n == head.place or _is_dateline(item.head, phrases, alone=n <= max(head.prose, _TOP)):
        yield _Piece(item.start, item.end, Part.DATELINE)
    elif _is_caption(item, phrases):
        yield _Piece(item.start, item.end, Part.CAPTION)
    elif cut := _dated_from(item, phrases):
        part = Part.TITLE if item.words[: len(head.words)] == head.words else Part.BODY
        yield _Piece(item.start, item.start + len(item.head[:cut].rstrip()), part)
        yield _Piece(item.start + cut, item.end, Part.DATELINE)
    else:
        yield from _body(text, item, early=n <= head.prose + 2, phrases=phrases)


def _body(text: str, item: Block, early: bool, phrases: Phrases) -> Iterator[_Piece]:
    """A paragraph parted from its opening "PLACE, OUTLET — ", of which the place and a date are kept, as a dateline."""
    start = _opening(item.head, early, phrases)
    place = _LEADING_OUTLET.sub("", _AGENCY.sub("", item.head[:start]).rstrip(f"{_DASHES} \xa0")).strip(" ,")
    if place and _VOWEL.search(place):
        first = item.start + item.head.index(place)
        yield _Piece(first, first + len(place), Part.DATELINE)
    if item.start + start < item.end:
        yield _Piece(item.start + start, item.end, Part.BODY)


def _opening(head: str, early: bool, phrases: Phrases) -> int:
    """The length of an opening that holds but a place and an outlet ("OSLO, Norway (AP) — "), or 0."""
    for n in [match.start() for match in _DASH.finditer(head, 0, _PLACE + 2)]:
        if _is_place(head[:n].strip(), early, phrases):
            rest = head[n:].lstrip(f"{_DASHES} \xa0")
            if _parted(head, n, rest):
                return len(head) - len(rest)
    outlet = _DOMAIN.match(head)
    return outlet.end() + 2 if outlet and head[outlet.end() : outlet.end() + 2] == ", " else 0


def _parted(head: str, n: int, rest: str) -> bool:
    """Whether the dash parts an opening from a sentence: blanks around it, or capitals before a capitalised word."""
    if rest and not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"'“‘"):
        return False
    spaced = not rest or head[n - 1 : n].isspace() or not head[n + 1 : n + 2].isalnum()
    return spaced or (head[:n].isupper() and n > 3 and rest[1:2].islower())


def _is_place(opening: str, early: bool, phrases: Phrases) -> bool:
    words = [word.strip(",.()[]") for word in _BRACKETED.sub(" ", opening).split()] or [opening.strip("()")]
    if len(words) > 9 or not all(_is_proper(word, phrases) for word in words if word):
        return False
    dated = any(word.lower() in phrases.date_words for word in words)
    if any(c.isdigit() for word in words if not _DOMAIN.match(word) for c in word) and not dated:
        return False
    marked = (words[0].isupper() and len(words[0]) > 2) or bool(_DOMAIN.search(opening)) or opening.endswith(")")
    return marked or (early and len(words) <= 3)


def _is_proper(word: str, phrases: Phrases) -> bool:
    return not word[0].islower() or word in _SMALL or word in phrases.date_words or bool(_DOMAIN.match(word))


def _is_heading(item: Block, phrases: Phrases) -> bool:
    if item.tail[-1] in _DASHES:
        return False  # "OSLO, Norway -": the opening of the paragraph below
    others = _is_byline, _is_credit, _is_caption
    return not (_is_empty(item) or _is_dateline(item.head, phrases) or any(other(item, phrases) for other in others))


def _is_name(head: str) -> bool:
    """Whether all words are capitalised, as in names of people and outlets."""
    words = head.split()
    return all(not word[0].islower() or word in _SMALL for word in words)


def _is_byline(item: Block, phrases: Phrases) -> bool:
    words = item.words
    if not 1 < len(words) <= 9 or item.tail.endswith((".", "?", "!", ":")):
        return item.head[0] in "—–" and 0 < len(words) <= 4 and _is_name(item.head)
    return (words[0] in phrases.bylines or item.head[0] in "—–") and _is_name(item.head.split(None, 1)[-1])


def _is_dateline(head: str, phrases: Phrases, alone: bool = True) -> bool:
    """Whether a line says when the article was published: a date with little beside it. `alone` allows a bare date."""
    if len(head) > _DATELINE or not any(c.isdigit() for c in head):
        return False
    words = [match.group() for match in WORD.finditer(head) if not match.group()[0].isdigit()]
    cues = phrases.dateline_cues - phrases.date_words
    numeric, clock = _NUMERIC_DATE.search(head), words and words[0].lower() in cues
    if not (numeric or clock or _YEAR.search(head)):
        return False
    dates = [word for word in words if word.lower() in phrases.date_words]
    cued = any(word.lower() in cues for word in words)
    rest = [word for word in words if word.lower() not in phrases.date_words | phrases.dateline_cues | phrases.bylines]
    if not (dates or numeric) or not (alone or cued or "|" in head) or not all(word[0].isupper() for word in rest):
        return False
    return len(rest) <= (6 if "|" in head else 3 if any(sign in head for sign in _SEPARATORS) else 0)


def _dated_from(item: Block, phrases: Phrases) -> int:
    """Where the day of publication begins that a scraper hung to a line ("Man held Updated: June 6, 2014"), or 0."""
    if item.size > 300 or not _YEAR.search(item.tail):
        return 0
    for match in WORD.finditer(item.head):
        if match.group().lower() in phrases.dateline_cues and item.head[match.end() : match.end() + 1] == ":":
            return match.start() if _is_dateline(item.head[match.start() :], phrases) else 0
    return 0


def _is_credit(item: Block, phrases: Phrases) -> bool:
    """Whether a line names but the source of a picture: "Brandt via REUTERS", "Getty Images", "Foto/Dok"."""
    words = item.words
    if not 0 < len(words) <= 6 or item.stopped:
        return False
    ends = words[-1], words[0], " ".join(words[-2:]), " ".join(words[:2])
    named = any(agency in phrases.agencies for agency in ends)
    return named and _is_name(item.head) and ("/" in item.head or "via" in words or len(words) <= 2)


def _is_caption(item: Block, phrases: Phrases) -> bool:
    """Whether a line begins or ends with the credit of a picture."""
    if begins(list(item.words), phrases.credit_starts):
        return True
    if item.size > _CAPTION:
        return False
    first = WORD.search(item.head)
    if first and first.group().lower() in phrases.credit_cues and item.head[first.end() : first.end() + 1] == ":":
        return True
    bracket = _LAST_BRACKET.search(item.tail)
    if not bracket:
        return _ends_in_agency(item.tail, phrases)
    # "Ada Brandt (Oslo Police Department)": names alone, with where the picture is from.
    named = not item.stopped and len(item.words) > 2 and "#" not in item.words and _is_name(item.head)
    return named or _credits(bracket.group(1), phrases)


def _credits(text: str, phrases: Phrases) -> bool:
    """Whether words in brackets name the source of a picture: "Foto: ...", "dpa/Ada Brandt", "AP Photo"."""
    words = [match.group().lower() for match in WORD.finditer(text)]
    if not words:
        return False
    cued = words[0] in phrases.credit_cues or " ".join(words[:2]) in phrases.credit_cues
    sourced = "/" in text or "via" in words or "," in text
    return (cued and (":" in text or sourced or len(words) < 3 or words[0] == "courtesy")) or (
        sourced and (words[0] in phrases.agencies or words[-1] in phrases.agencies)
    )


def _ends_in_agency(tail: str, phrases: Phrases) -> bool:
    """Whether a line ends in "via AGENCY" or "/AGENCY"."""
    if "/" not in tail and " via " not in tail.lower():
        return False
    words = list(WORD.finditer(tail))[-3:]
    for n in (1, 2):
        if len(words) > n and " ".join(match.group().lower() for match in words[-n:]) in phrases.agencies:
            return tail[: words[-n].start()].rstrip().endswith("/") or words[-n - 1].group().lower() == "via"
    return False


def _is_empty(item: Block) -> bool:
    """Whether a line holds no words, only an address, or one abbreviation in capitals."""
    words = item.words
    if not any(word[0].isalpha() for word in words) and not _NUMERIC_DATE.search(item.head):
        return True
    if len(words) == 1 and item.size < 12 and item.head.isupper():
        return True
    return (len(words) < 9 and "@" in item.head and not item.stopped) or bool(_ADDRESS.fullmatch(item.head))


def _is_foreign(blocks: Sequence[Block], n: int, phrases: Phrases) -> bool:
    """Whether a line is the title of another article between two paragraphs: Every Word of It Capitalised."""
    item = blocks[n]
    if not phrases.function_words or _is_caption(item, phrases):
        return False  # of a language that is not known, capitals tell nothing: German has them on every noun
    if item.prose or item.item or item.head.isupper() or not 0 < n < len(blocks) - 1:
        return False
    long = [word for word in item.head.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    around = blocks[n - 1].prose and blocks[n + 1].prose and not blocks[n - 1].tail.endswith(":")
    return around and len(item.words) > 3 and len(long) > 2 and capitals > 0.75 * len(long)
