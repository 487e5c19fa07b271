"""Suppression near the text: wishes in an article, each with its reason, not to hear of some claims of it.

A comment on a line of its own holds for the next paragraph, a key of the front matter for the whole article:

    <!-- factcheck: ignore count: our own tally, kept by the desk -->

    ---
    factcheck-ignore:
      count: our own tally, kept by the desk
    ---
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from factcheck.decisions import Suppression
from factcheck.lexicon import Lexicon
from factcheck.model import Article
from factcheck.segment.lines import LINE, REMARK, after_front_matter, blocks_of
from factcheck.segment.phrases import phrases_of
from factcheck.suppress import Wishes

_WISH = re.compile(r"ignore[ \t]+([\w-]+)[ \t]*:[ \t]*(\S.*)")
_KEY = re.compile(r"(?<=[\r\n])factcheck-ignore:[^\r\n]*((?:(?:\r\n?|\n)[ \t]+[^\r\n]*)*)")
_BELOW = re.compile(r"(?<=[\r\n])[ \t]+([^:\r\n]+):?([^\r\n]*)")
_FORM = "write `<!-- factcheck: ignore KIND: REASON -->` on a line of its own"
_FRONT_FORM = "write `KIND: REASON` on indented lines below `factcheck-ignore:`"


class _Wish(NamedTuple):
    """A suppression as it is written: where it stands, and the stretch of text that it is for."""

    at: int
    kind: str
    reason: str
    span: tuple[int, int]
    form: str


def wishes_of(article: Article, kinds: Collection[str], lexicons: Mapping[str, Lexicon]) -> Wishes:
    """The suppressions that an article holds. One without a reason, or for none of `kinds`, only gives a warning."""
    suppressions, warnings = [], []
    for wish in (*_in_front_matter(article.text), *_in_text(article, lexicons)):
        place = _place(article, wish.at)
        if wrong := _wrong(wish, kinds):
            warnings.append(f"{place}: nothing is suppressed: {wrong}")
        else:
            suppressions.append(Suppression(place, wish.reason, wish.kind, article.id, span=wish.span))
    return Wishes(tuple(suppressions), tuple(warnings))


def _place(article: Article, at: int) -> str:
    line = article.text.count("\n", 0, at) + 1
    return f"{article.id}:{line}"


def _wrong(wish: _Wish, kinds: Collection[str]) -> str:
    if not wish.kind or not wish.reason:
        return f"a kind and a reason are needed; {wish.form}"
    if wish.kind not in kinds:
        close = get_close_matches(wish.kind, sorted(kinds), 1)
        return f"no such kind: {wish.kind}; " + (f"did you mean {close[0]}?" if close else "see `factcheck rules list`")
    return ""


def _in_front_matter(text: str) -> Iterator[_Wish]:
    for key in _KEY.finditer(text, 0, after_front_matter(text)):
        below = list(_BELOW.finditer(text, key.start(1), key.end(1))) if key[1] else []
        for line in below:
            yield _Wish(line.start(1), line[1].strip(), line[2].strip("\"' \t"), (0, len(text)), _FRONT_FORM)
        if not below:
            yield _Wish(key.start(), "", "", (0, 0), _FRONT_FORM)


def _in_text(article: Article, lexicons: Mapping[str, Lexicon]) -> Iterator[_Wish]:
    text = article.text
    lines = ((line.start(), REMARK.fullmatch(line[0])) for line in LINE.finditer(text, after_front_matter(text)))
    remarks = [(at, remark[1].strip()) for at, remark in lines if remark]
    blocks = blocks_of(text, phrases_of(lexicons.get(article.language))) if remarks else []
    for at, words in remarks:
        block = next((block for block in blocks if block.end > at), None)
        wish = _WISH.fullmatch(words)
        kind, reason = wish.groups() if wish else ("", "")
        yield _Wish(at, kind, reason, (at, block.end) if block else (0, 0), _FORM)
