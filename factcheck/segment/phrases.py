"""The words of a language that tell boilerplate, datelines, credits and abbreviations, indexed for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from factcheck.lexicon import Lexicon, derived

# A word with its inner apostrophes, periods and hyphens ("a.m", "don't", "Jum'at", "harbour.com"), or a copyright sign.
WORD = re.compile(r"[^\W_]+(?:['’.‑-][^\W_]+)*|©")


class Phrases(NamedTuple):
    """The `text` section of a lexicon, with months and weekdays of its `dates`, folded as `fold` does.

    `starts`, `tails` and `credit_starts` go by first word.
    """

    starts: Mapping[str, tuple[str, ...]]
    tails: Mapping[str, tuple[str, ...]]
    labels: frozenset[str]
    exact: frozenset[str]
    contains: tuple[str, ...]
    sections: frozenset[str]
    bylines: frozenset[str]
    dateline_cues: frozenset[str]
    date_words: frozenset[str]
    credit_cues: frozenset[str]
    credit_starts: Mapping[str, tuple[str, ...]]
    agencies: frozenset[str]
    titles: frozenset[str]
    numbered: frozenset[str]
    closing: frozenset[str]
    function_words: frozenset[str]


def fold(text: str) -> list[str]:
    """The words of a line as phrases are compared: lower case, no punctuation, every number as `#`."""
    return ["#" if word[0].isdigit() and not word[-1].isalpha() else word for word in WORD.findall(_lower(text))]


def begins(words: list[str], phrases: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a folded line begins with one of the phrases, as whole words."""
    if not words or words[0] not in phrases:
        return False
    line = " ".join(words) + " "
    return any(line.startswith(phrase) for phrase in phrases[words[0]])


def phrases_of(lexicon: Lexicon | None) -> Phrases:
    """The index of a lexicon's `text` section; without a lexicon, an empty one."""
    return _index(lexicon) if lexicon else _EMPTY


@derived
def _index(lexicon: Lexicon) -> Phrases:
    return _build(lexicon.sections.get("text", {}), lexicon.sections.get("dates", {}))


def _build(text: Mapping[str, Any], dates: Mapping[str, Any]) -> Phrases:
    lines = text.get("boilerplate", {})
    credits = text.get("credits", {})
    short = text.get("abbreviations", {})
    return Phrases(
        starts=_by_first(lines.get("starts", ())),
        tails=_by_first(lines.get("tails", ())),
        labels=frozenset(lines.get("labels", ())),
        exact=frozenset(lines.get("exact", ())),
        contains=tuple(f" {phrase} " for phrase in lines.get("contains", ())),
        sections=frozenset(lines.get("sections", ())),
        bylines=frozenset(text.get("bylines", ())),
        dateline_cues=frozenset(text.get("datelines", ())),
        date_words=frozenset([*text.get("date_words", ()), *dates.get("months", ()), *dates.get("weekdays", ())]),
        credit_cues=frozenset(credits.get("cues", ())),
        credit_starts=_by_first(credits.get("starts", ())),
        agencies=frozenset(credits.get("agencies", ())),
        titles=frozenset(short.get("titles", ())),
        numbered=frozenset(short.get("numbered", ())),
        closing=frozenset(short.get("closing", ())),
        function_words=frozenset(word for word in text.get("function_words", ()) if not word.startswith("-")),
    )


def _by_first(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for phrase in phrases:
        index.setdefault(phrase.split(" ", 1)[0], []).append(f"{phrase} ")
    return {first: tuple(listed) for first, listed in index.items()}


def _lower(text: str) -> str:
    return text.lower().replace("’", "'")


_EMPTY = _build({}, {})
