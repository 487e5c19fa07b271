"""Text → blocks: its lines without boilerplate, and joined where one sentence runs over several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.segment.phrases import WORD, Phrases, begins, fold

LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
REMARK = re.compile(r"[ \t]*<!--[ \t]*factcheck:(.*?)-->[ \t]*")
"""A whole line for this program, which is none of the article; `suppress` reads it."""

_BLANK = " \t\xa0\u200b\u200c\u200d\ufeff\u2060\u3000\u202f\u2009"
# A bullet may also be UTF-8 that a scraper read as Latin-1 ("∙" as "\xe2\x88\x99").
_LIST_ITEM = re.compile(r"(?:[•·∙▪●◦*–—-]|\xe2[\x80-\xbf]{2}|\(?\w{1,2}[.)])\s")
_FIGURE = re.compile(r"[^\W\d_][^:.,]{1,30}: *\d[\d.,]*(?: \w+){0,2}$")  # "Missing: 47", a line of a table
_STOP = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")
_PERIOD = re.compile(r"(?:(?<!\.)\.|[:。])[\"'”’»)\]]*$")
_INNER_STOP = re.compile(r"\w{4}\.[\"”’)]* [\"“‘(]?[^\Wa-z\d_]")
_DOMAIN = re.compile(r"[\w-]+\.[a-z]{2,4}\b", re.IGNORECASE)

_HEAD = 300  # characters of a line that are looked at: no boilerplate line is longer
_HINT = 26  # words of a line that a phrase inside or at its start may condemn; longer lines say something of their own
_SAYING = 12  # the same for a line of several sentences
_HEADLINE = 160  # the longest line that may be a headline; the longest real ones have about 140 characters
_LISTING = 12  # headlines that a heading such as "Related stories" takes with it at most
_FRAGMENT = 40  # the longest line that may be a link torn out of its sentence
_FRONT_MATTERLINES = 60


class Block(NamedTuple):
    """A line, or several that one sentence runs over: a span of the text. `gap`: it stands apart from what is above."""

    start: int
    end: int
    head: str
    tail: str
    gap: bool

    @property
    def size(self) -> int:
        return self.end - self.start

    @property
    def words(self) -> tuple[str, ...]:
        """The first words, folded as phrases are."""
        return _folded(self.head)

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does, or announces what follows."""
        return bool(_STOP.search(self.tail))

    @property
    def prose(self) -> bool:
        """Whether it reads as a paragraph: headlines are short and end without a period."""
        return self.size > _HEADLINE or bool(_PERIOD.search(self.tail) or _INNER_STOP.search(self.head))

    @property
    def item(self) -> bool:
        return bool(_LIST_ITEM.match(self.head))


@lru_cache(maxsize=1024)
def _folded(head: str) -> tuple[str, ...]:
    return tuple(fold(head))


class _Cut(Enum):
    """What a line takes out of the text: nothing, itself, the headlines below it too, or all that follows."""

    NOTHING = auto()
    LINE = auto()
    LISTING = auto()
    REST = auto()


def blocks_of(text: str, phrases: Phrases) -> list[Block]:
    """The blocks of a text that no phrase gives away as boilerplate, in order."""
    return _joined(text, list(_kept(list(_lines(text)), phrases)), phrases)


def _block(text: str, start: int, end: int, gap: bool) -> Block:
    """The block of `text[start:end]`."""
    return Block(start, end, text[start : min(end, start + _HEAD)], text[max(start, end - 80) : end], gap)


def _lines(text: str) -> Iterator[Block]:
    """The lines that hold more than blanks."""
    last = body = after_front_matter(text)
    for match in LINE.finditer(text, body):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip(_BLANK))
        end = start + len(line.strip(_BLANK))
        if start < end and not REMARK.fullmatch(line):
            gap = text[last:start].replace("\r\n", "\n")
            yield _block(text, start, end, gap.count("\n") + gap.count("\r") > 1)
            last = end


def after_front_matter(text: str) -> int:
    """Where the text begins below the metadata of a Markdown file: lines of `key: value` between two lines of `---`."""
    if not text.startswith("---"):
        return 0
    offset = 0
    for n, line in enumerate(text[:20_000].splitlines(keepends=True)[:_FRONT_MATTERLINES]):
        offset += len(line)
        if line.rstrip() == "---" and n:
            return offset
        if n and not (":" in line or line[0] in " \t-" or not line.strip()):
            return 0
    return 0


def _kept(lines: Sequence[Block], phrases: Phrases) -> Iterator[Block]:
    """Leaves out the lines that a phrase gives away. What follows a line left out stands apart."""
    listing = prose = 0
    apart = False
    for line in lines:
        cut = _cut(line, phrases)
        if cut is _Cut.REST and prose > 2:
            return
        if cut is not _Cut.NOTHING:
            listing, apart = _LISTING if cut is _Cut.LISTING else listing, True
        elif listing and not line.prose and not line.head[0].isdigit():
            listing, apart = listing - 1, True
        else:
            yield line._replace(gap=True) if apart else line
            listing, apart, prose = 0, False, prose + line.prose


def _cut(line: Block, phrases: Phrases) -> _Cut:
    if line.size > _HEAD:
        return _Cut.NOTHING
    words = list(line.words)
    folded = " ".join(words)
    if folded in phrases.sections:
        return _Cut.LISTING
    if len(words) <= 8 and begins(words, phrases.tails):
        return _Cut.REST
    if folded in phrases.exact or _labelled(line, phrases):
        return _Cut.LINE
    # A longer line with a sentence end inside says something before it turns to the reader: that is left to `invites`.
    most = _SAYING if _INNER_STOP.search(line.head) and not _calls(line.head, words, phrases) else _HINT
    return _Cut.LINE if len(words) <= most and invites(line.head, words, phrases) else _Cut.NOTHING


def invites(head: str, words: list[str], phrases: Phrases) -> bool:
    """Whether a line or sentence speaks to the reader of the page: to follow, share, subscribe, read on."""
    padded = f" {' '.join(words)} "
    return _calls(head, words, phrases) or any(phrase in padded for phrase in phrases.contains)


def _calls(head: str, words: list[str], phrases: Phrases) -> bool:
    """Whether it does so with its first words, and they are no quotation."""
    return head[0] not in "\"'“‘" and begins(words, phrases.starts)


def _labelled(line: Block, phrases: Phrases) -> bool:
    """`Editor: ...`, `READ  ...`: a label with a colon after it, or in capitals before what is not."""
    label = ""
    for n, match in zip(range(4), WORD.finditer(line.head), strict=False):
        label = f"{label} {match.group().lower()}" if n else match.group().lower()
        if label in phrases.labels:
            before, after = line.head[: match.end()], line.head[match.end() :].lstrip(_BLANK)
            if after[:1] in {":", "|"} or not after or (before.isupper() and len(before) > 2 and not after.isupper()):
                return True
    return False


def _joined(text: str, lines: Sequence[Block], phrases: Phrases) -> list[Block]:
    """Joins the lines that a sentence runs over: hard-wrapped text, and sentences torn apart at their links."""
    wrapped = _wrapped(lines)
    joins = [_continues(left, right, phrases) or (wrapped and _fills(left, right)) for left, right in pairwise(lines)]
    if joins and not wrapped:
        joins[0] = joins[0] and lines[0].size <= _FRAGMENT  # a title may be followed by a text in lower case
    for n in range(len(joins) - 2, 0, -1):
        joins[n] = joins[n] or (joins[n + 1] and _torn(lines[n], lines[n + 1]))
    blocks = list(lines[:1])
    first = 0
    for n, (line, join) in enumerate(zip(lines[1:], joins, strict=True), 1):
        first = first if join else n
        if join:
            blocks.pop()
        blocks.append(_block(text, lines[first].start, line.end, lines[first].gap) if join else line)
    return blocks


def _fills(left: Block, right: Block) -> bool:
    """Whether a line of hard-wrapped text is full, so that the next goes on with its paragraph."""
    return left.size >= _FRAGMENT and not (right.gap or right.item or _FIGURE.match(right.head))


def _torn(left: Block, right: Block) -> bool:
    """Whether `right`, which the next line goes on with, is a link torn out of the sentence of `left`."""
    return right.size <= _FRAGMENT and not (right.gap or right.item or left.stopped)


def _continues(left: Block, right: Block, phrases: Phrases) -> bool:
    """Whether `right` goes on with the sentence of `left`."""
    if right.head[0] in ",.;)" and not right.head.startswith(".."):
        return True
    if left.stopped or right.item or _DOMAIN.match(right.head) or _FIGURE.match(right.head):
        return False
    if _names_author(right, phrases):
        return False
    if right.head[0].islower() and not right.head[1:2].isupper():
        return not right.gap or left.size > _FRAGMENT
    return not right.gap and not left.item and _dangling(left, phrases)


def _names_author(line: Block, phrases: Phrases) -> bool:
    """Whether a line is a byline, which goes on with no line above it: "by Ada Brandt, Court Reporter"."""
    first, *names = line.head.split()
    return first.lower() in phrases.bylines and 0 < len(names) <= 8 and all(name[0].isupper() for name in names)


def _dangling(left: Block, phrases: Phrases) -> bool:
    """Whether a line breaks off: at a comma, or at a function word in lower case."""
    last = left.tail.rsplit(None, 1)[-1]
    return last.endswith(",") or (last.islower() and last in phrases.function_words)


def _wrapped(lines: Sequence[Block]) -> bool:
    """Whether a program cut the text into lines of like length, whatever its sentences."""
    if len(lines) < 6 or max(line.size for line in lines) > 110:
        return False
    full = sum(line.size > 55 for line in lines)
    open_ended = sum(not left.stopped for left, right in pairwise(lines) if not right.gap)
    return full > 0.6 * len(lines) and open_ended > 0.4 * len(lines)
