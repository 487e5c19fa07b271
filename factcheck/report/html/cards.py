"""A finding as the page shows it: its answers side by side, each with the words it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.findings import Answer, Finding, State
from factcheck.model import Claim, Evidence, Modality
from factcheck.report.html.rows import SourceRow, named, short, short_end
from factcheck.report.html.timeline import Chart, chart_of
from factcheck.report.summary import counted
from factcheck.report.words import RELATION_WORDS, letter, modalities, tags
from factcheck.values.date import Date
from factcheck.values.since import Since

# Sources of an answer that are quoted; further ones are named with their lines. Beyond the first findings of a large
# report fewer are, so that thousands of findings stay a file that a browser opens at once.
_QUOTED, _QUOTED_LATER, _MANY = 5, 2, 200
_NAMED = 30  # further sources that are named; beyond it they are counted
_AROUND, _SENTENCE, _WORDS = 160, 320, 1000  # characters of a neighbour, of a sentence beside the words, of the words


class Quote(NamedTuple):
    """The words of one source in their sentence, with the sentences beside it.

    `told` says how the article presents them, as pairs of a label and a text; `lines` where it says the same again.
    """

    source: SourceRow
    line: int
    before: str
    lead: str
    words: str
    trail: str
    after: str
    told: tuple[tuple[str, str], ...]
    rule: str
    lines: tuple[int, ...]


class Box(NamedTuple):
    """One answer: its letter, how well it is attested, its quotes, and `elsewhere` the sources beyond those quoted."""

    number: int
    letter: str
    text: str
    support: str
    origins: tuple[str, ...]
    variants: tuple[str, ...]
    newcomer: bool
    quotes: tuple[Quote, ...]
    elsewhere: tuple[str, ...]


class Card(NamedTuple):
    """A finding. `anchor` is its address on the page, `facets` what it can be filtered by; `story` is named where
    there are several.
    """

    anchor: str
    finding: Finding
    relation: str
    tags: tuple[str, ...]
    boxes: tuple[Box, ...]
    chart: Chart | None
    silent: tuple[str, ...]
    facets: Mapping[str, tuple[str, ...]]
    story: str
    open: bool


class Cards:
    """Makes the cards of one page, each with an address of its own. `stories` holds the names of several stories."""

    def __init__(
        self,
        rows: Mapping[str, SourceRow],
        stories: Mapping[int, str],
        around: Callable[[Evidence], tuple[str, str]],
    ) -> None:
        self._rows, self._stories, self._around, self._seen = rows, stories, around, Counter[str]()

    def of(self, findings: Iterable[Finding], opened: int = 0) -> list[Card]:
        """The cards of `findings`; the first `opened` stand open unless they are known."""
        return [
            self._card(finding, number < opened, _QUOTED if number < _MANY else _QUOTED_LATER)
            for number, finding in enumerate(findings)
        ]

    def _card(self, finding: Finding, open: bool, quoted: int) -> Card:
        sources = sorted({claim.evidence.source for answer in finding.answers for claim in answer.claims})
        return Card(
            self._address(finding.id),
            finding,
            RELATION_WORDS[finding.relation],
            tags(finding),
            tuple(self._box(number, answer, finding, quoted) for number, answer in enumerate(finding.answers)),
            chart_of(finding, self._rows),
            tuple(named(finding.silent, _NAMED, len(finding.silent))),
            self._facets(finding, sources),
            self._stories.get(finding.story, ""),
            open and finding.state is not State.KNOWN,
        )

    def _address(self, id: str) -> str:
        """The id of a finding, told apart where two stories ask the same question."""
        self._seen[id] += 1
        return id if self._seen[id] == 1 else f"{id}-{self._seen[id]}"

    def _facets(self, finding: Finding, sources: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        rows = [self._rows[source] for source in sources]
        return {
            "state": (finding.state.value,),
            "severity": (finding.severity.value,),
            "kind": (finding.kind,),
            "source": tuple(row.key for row in rows),
            "language": tuple(sorted({row.language for row in rows})),
            "story": (str(finding.story),),
        }

    def _box(self, number: int, answer: Answer, finding: Finding, quoted: int) -> Box:
        of_source: dict[str, list[Claim]] = {}
        for claim in answer.claims:
            of_source.setdefault(claim.evidence.source, []).append(claim)
        claims = list(of_source.values())
        further = [f"{same[0].evidence.source}:{same[0].evidence.line}" for same in claims[quoted:]]
        return Box(
            number,
            letter(number),
            answer.text,
            _support(answer, len(of_source)),
            answer.origins,
            tuple(variant for variant in answer.variants if variant != answer.text),
            answer.state is State.NEW and finding.state is State.CHANGED,
            tuple(self._quote(answer, same) for same in claims[:quoted]),
            tuple(named(further, _NAMED, len(further))),
        )

    def _quote(self, answer: Answer, claims: Sequence[Claim]) -> Quote:
        claim, evidence = claims[0], claims[0].evidence
        before, after = self._around(evidence)
        end = evidence.offset + len(evidence.quote)
        row = self._rows[evidence.source]
        return Quote(
            row,
            evidence.line,
            short_end(before, _AROUND),
            short_end(evidence.sentence[: evidence.offset], _SENTENCE),
            short(evidence.quote, _WORDS),
            short(evidence.sentence[end:], _SENTENCE),
            short(after, _AROUND),
            tuple(_told(claim, answer, row)),
            claim.rule,
            tuple(dict.fromkeys(other.evidence.line for other in claims[1:])),
        )


def _support(answer: Answer, sources: int) -> str:
    voices = [counted(answer.voices, "voice")] if answer.voices != sources else []
    return ", ".join([counted(sources, "source"), *voices, *modalities(answer)])


def _told(claim: Claim, answer: Answer, row: SourceRow) -> Iterator[tuple[str, str]]:
    """How the article presents the words, where there is anything to say."""
    values = {name: claim.fields[name] for name in answer.value if name in claim.fields}
    words = ", ".join(value.show() for value in values.values())
    if words and words != answer.text:
        yield "here", words
    if claim.modality is not Modality.HAPPENED:
        yield "told as", claim.modality.value
    if claim.attribution:
        yield "according to", claim.attribution
    if claim.as_of:
        yield "as of", str(claim.as_of)
    if any(_counted(value, claim.evidence.quote) for value in values.values()):
        yield "counted from", f"{row.day} ({row.basis})"


def _counted(value: object, quote: str) -> bool:
    """Whether a date had to be counted from the day of the article, since the words do not say its year."""
    if isinstance(value, Since):
        return value.ago is not None or _counted(value.when, quote)
    return isinstance(value, Date) and (value.year is None or str(value.year) not in quote)
