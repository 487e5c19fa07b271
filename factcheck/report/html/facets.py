"""What the findings of a page can be filtered by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from factcheck.report.html.cards import Card
from factcheck.report.html.rows import SourceRow

_LABELS = {"state": "State", "severity": "Severity", "kind": "Kind", "source": "Source", "language": "Language",
           "story": "Story"}  # fmt: skip


class Option(NamedTuple):
    """A value to filter by as the address tells it, its words, how a finding names it, and how many findings do."""

    value: str
    text: str
    key: str
    findings: int


class Facet(NamedTuple):
    """A filter: its name in the address, its label, and its values."""

    name: str
    label: str
    options: tuple[Option, ...]


def facets_of(cards: Iterable[Card], rows: Iterable[SourceRow], stories: Mapping[int, str]) -> tuple[Facet, ...]:
    """The filters that tell the findings of `cards` apart; one with a single value would do nothing."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in _LABELS}
    for card in cards:
        for name, keys in card.facets.items():
            counts[name].update(keys)
    sources = {row.key: row.id for row in rows}
    titles = {str(story): title for story, title in stories.items()}

    def option(name: str, key: str, count: int) -> Option:
        value = sources[key] if name == "source" else key
        return Option(value, titles.get(key, key) if name == "story" else value, key, count)

    facets = ((name, [option(name, *item) for item in sorted(counts[name].items(), key=_order)]) for name in _LABELS)
    return tuple(Facet(name, _LABELS[name], tuple(options)) for name, options in facets if len(options) > 1)


def _order(item: tuple[str, int]) -> tuple[int, str]:
    """Numbers by size, words by letters."""
    key = item[0]
    return (int(key), "") if key.isdecimal() else (0, key)
