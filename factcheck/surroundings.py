"""What stands around the words that a claim rests on, for reports that show them in their place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

from factcheck.findings import Source
from factcheck.model import Article, Evidence
from factcheck.rulepack import RulePack, load_pack

Span = tuple[int, int]


def surroundings(sources: Iterable[Source], rules: Sequence[Path | str] = ()) -> Callable[[Evidence], tuple[str, str]]:
    """Tells the sentences before and after that of a claim; empty where there is none.

    `rules` are the rule packs of the run, since boilerplate lines are no sentences. An article is cut into sentences
    when one of its claims is first asked for: most formats never do, and most articles are in no finding.
    """
    of_id = {source.id: source for source in sources}

    @cache
    def pack() -> RulePack:
        return load_pack([Path(folder) for folder in rules])

    @cache
    def spans(id: str) -> list[Span]:
        from factcheck.segment import segment  # paid for by the formats that ask

        source = of_id[id]
        article = Article(id, source.text, source.language, source.sha256)
        return [(sentence.start, sentence.end) for sentence in segment(article, pack().lexicons.get(source.language))]

    def around(evidence: Evidence) -> tuple[str, str]:
        return _beside(evidence, of_id[evidence.source].text, spans(evidence.source))

    return around


def _beside(evidence: Evidence, text: str, spans: Sequence[Span]) -> tuple[str, str]:
    first = evidence.start - evidence.offset
    before = bisect_right(spans, first, key=lambda span: span[1]) - 1
    after = bisect_left(spans, first + len(evidence.sentence), key=lambda span: span[0])
    return (
        text[slice(*spans[before])] if before >= 0 else "",
        text[slice(*spans[after])] if after < len(spans) else "",
    )
