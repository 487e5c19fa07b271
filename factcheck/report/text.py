"""The report for a reader at a terminal: plain columns, the same words with and without colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import dropwhile
from typing import NamedTuple

from factcheck.decisions import Suppression
from factcheck.findings import Answer, Finding, Report, Severity, Source, State
from factcheck.model import Claim
from factcheck.report import View
from factcheck.report.states import decided, speaks
from factcheck.report.summary import Summary, counted, gate_line, is_note, summarise
from factcheck.report.visible import one_line, visible
from factcheck.report.words import RELATION_WORDS, modalities

_SEVERITY_STYLE = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_LEAST_CONTEXT = 24  # columns of the sentence around the disputed words, however long those are


class Piece(NamedTuple):
    """A stretch of a line; `style` is one of rich's, used only where colour is on."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]


def render(report: Report, view: View) -> str:
    """The report as lines of text. Nothing but quotes is shortened; whatever could steer a terminal is escaped."""
    report_lines = dropwhile(lambda line: not line, _report(report, view))
    lines = [tuple(Piece(visible(text), style) for text, style in line) for line in report_lines]
    if view.color:
        return _painted(lines)
    return "".join("".join(piece.text for piece in line) + "\n" for line in lines)


def _painted(lines: Iterable[Line]) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    page = StringIO()
    console = Console(file=page, force_terminal=True, color_system="standard", legacy_windows=False, width=10_000)
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=True)
    return page.getvalue()


def _report(report: Report, view: View) -> Iterator[Line]:
    summary = summarise(report)
    if not view.quiet:
        yield _plain(_first_line(summary, view))
        yield from _sources(report, view)
    yield from _matrix(report, view) if view.matrix else _findings(report, view)
    yield ()
    yield _plain(_last_line(summary, gate_line(report)))


def _matrix(report: Report, view: View) -> Iterator[Line]:
    from factcheck.report.matrix import matrix_lines

    return map(_plain, matrix_lines(report, view.width))


def _findings(report: Report, view: View) -> Iterator[Line]:
    for finding in _shown_conflicts(report, view):
        yield ()
        yield from _conflict(finding, view)
    if not view.quiet:
        yield from _lesser(report, view)


def _shown_conflicts(report: Report, view: View) -> Iterator[Finding]:
    for finding in report.conflicts:
        if not is_note(finding) and (view.verbose or speaks(finding)):
            yield finding


def _lesser(report: Report, view: View) -> Iterator[Line]:
    """What a reader may skip: notes, updates, agreements on request, and what was in the baseline and is no more."""
    notes = [finding for finding in report.conflicts if is_note(finding)]
    section = _whole if view.verbose else _section
    yield from section("notes", notes, view)
    yield from section("updates", report.updates, view)
    if view.agreements:
        yield from section("agreements", report.agreements, view)
    yield from _unsupported(report, view)
    yield from _entries("resolved (`factcheck baseline prune` drops them)", report.resolved)
    if view.verbose:
        yield from _entries("not checked", report.unchecked)
        yield from _suppressed(report.suppressed)


def _unsupported(report: Report, view: View) -> Iterator[Line]:
    """What no source says of all that drafts say."""
    if report.draft is None:
        return
    claims = report.draft.unsupported
    width = max(map(len, map(_place, claims)), default=0)
    kinds = max((len(claim.kind) for claim in claims), default=0)
    support = f"{report.draft.supported} supported by a source, {report.draft.differing} said otherwise"
    yield ()
    yield _plain(f"claims of the draft: {support}, {len(claims)} unsupported")
    for claim in claims:
        yield from _quote(claim, f"   {_place(claim):<{width}}   {claim.kind:<{kinds}}   ", "", view)


def _entries(title: str, findings: Iterable[Finding]) -> Iterator[Line]:
    """A heading and one line an entry of the baseline; nothing at all where there are none."""
    for number, finding in enumerate(findings):
        if number == 0:
            yield ()
            yield _plain(title)
        yield Piece(f"   {one_line(finding.question)}   {one_line(finding.reason)}   {finding.id}"),


def _suppressed(suppressions: Iterable[Suppression]) -> Iterator[Line]:
    used = [item for item in suppressions if item.claims or item.conflicts]
    if used:
        yield ()
        yield _plain("suppressed")
    for item in used:
        counts = ((item.claims, "claim"), (len(item.conflicts), "conflict"))
        what = ", ".join(counted(number, noun) for number, noun in counts if number)
        yield _plain(f"   {one_line(item.place)}   {what}   {one_line(item.reason)}")


def _first_line(summary: Summary, view: View) -> str:
    counts = ((summary.sources, "source"), (summary.stories, "story"), (summary.claims, "claim"))
    settings = f"; settings: {view.config}" if view.config else ""
    return ", ".join(counted(number, noun) for number, noun in counts) + settings


def _last_line(summary: Summary, gate: str) -> str:
    found = summary.conflicts - summary.notes
    nothing = "no conflicts" if summary.sources else "nothing was read"
    conflicts = counted(found, "conflict") if found else nothing
    notes = f"{counted(summary.notes, 'note')}, " if summary.notes else ""
    rest = f"{notes}{counted(summary.updates, 'update')}, {counted(summary.agreements, 'agreement')}"
    return f"{conflicts}: {gate}; {rest}"


def _sources(report: Report, view: View) -> Iterator[Line]:
    if not view.verbose:
        return
    width = max((len(source.id) for source in report.sources), default=0)
    yield ()
    yield _plain("sources")
    for source in report.sources:
        told = (source.language or "?", _anchor(source), *filter(None, map(one_line, (source.outlet, source.url))))
        yield _plain(f"   {source.id:<{width}}   {'   '.join(told)}")
    for skipped in report.skipped:
        yield _plain(f"   {skipped.path:<{width}}   not read: {skipped.reason}")


def _anchor(source: Source) -> str:
    anchor = source.anchor
    day = anchor.date.isoformat() if anchor.date else "no date"
    window = f" ±{counted(anchor.days, 'day')}" if anchor.days else ""
    return f"{day}{window}   {anchor.basis}".rstrip()


def _conflict(finding: Finding, view: View) -> Iterator[Line]:
    style = _SEVERITY_STYLE[finding.severity]
    label, severity = finding.state.value.upper(), finding.severity.value
    yield (
        Piece(" "),
        Piece(label, f"bold {style}"),
        Piece(f"  {severity}  ", style),
        Piece(one_line(finding.question), "bold"),
        Piece(f"   {finding.id}"),
    )
    yield from _told(finding, view)


def _told(finding: Finding, view: View) -> Iterator[Line]:
    """What stands below the question of a finding: the verdict, the answers in their quotes, and the reasons."""
    yield from _wrapped("   ", f"{RELATION_WORDS[finding.relation]}: {finding.reason}", view.width)
    yield from _answers(finding, view)
    yield from _labelled("why", "; ".join(finding.why), view.width)
    yield from _labelled("weaker", _weaker(finding), view.width)
    yield from _labelled("silent", ", ".join(finding.silent), view.width)
    yield from _labelled("decision", decided(finding), view.width)


def _weaker(finding: Finding) -> str:
    reasons = "; ".join(finding.weaker)
    return f"{finding.confidence.value} confidence: {reasons}" if reasons else ""


def _answers(finding: Finding, view: View) -> Iterator[Line]:
    texts = [one_line(answer.text) for answer in finding.answers]
    width = max(map(len, texts), default=0)
    place = max((len(_place(claim)) for answer in finding.answers for claim in answer.claims), default=0)
    for answer, text in zip(finding.answers, texts, strict=True):
        yield Piece("   "), Piece(text, "bold"), Piece(" " * (width - len(text) + 3) + _support(answer, finding))
        for claim, more in _quoted(answer, view):
            yield from _evidence(claim, more, place, view)


def _support(answer: Answer, finding: Finding) -> str:
    """How well an answer is attested: `2 sources, 1 voice, planned; origin: the mayor`."""
    sources = len({claim.evidence.source for claim in answer.claims})
    parts = [counted(sources, "source")]
    if answer.voices != sources:
        parts.append(counted(answer.voices, "voice"))
    parts += modalities(answer)
    if answer.state is State.NEW and finding.state is State.CHANGED:
        parts.append("new")
    origins = f"; origin: {', '.join(answer.origins)}" if answer.origins else ""
    return one_line(", ".join(parts) + origins)


def _quoted(answer: Answer, view: View) -> Iterator[tuple[Claim, int]]:
    """The claims to quote: the first of each source with the number of its others, or all of them one by one."""
    if view.verbose:
        yield from ((claim, 0) for claim in answer.claims)
        return
    by_source: dict[str, list[Claim]] = {}
    for claim in answer.claims:
        by_source.setdefault(claim.evidence.source, []).append(claim)
    yield from ((claims[0], len(claims) - 1) for claims in by_source.values())


def _place(claim: Claim) -> str:
    return f"{claim.evidence.source}:{claim.evidence.line}"


def _evidence(claim: Claim, more: int, width: int, view: View) -> Iterator[Line]:
    rest = f"  and {more} more in this article" if more else ""
    yield from _quote(claim, f"      {_place(claim):<{width}}   ", rest, view)


def _quote(claim: Claim, margin: str, rest: str, view: View) -> Iterator[Line]:
    """A line with the words of a claim between `margin` and `rest`."""
    before, words, after = _around(claim, view.width - len(margin) - len('"[]"') - len(rest))
    yield Piece(f'{margin}"{before}'), Piece(f"[{words}]", "bold"), Piece(f'{after}"{rest}')


def _around(claim: Claim, room: int) -> tuple[str, str, str]:
    """The disputed words, whole, and as much of their sentence on both sides as `room` columns hold."""
    evidence = claim.evidence
    end = evidence.offset + len(evidence.quote)
    before, after = evidence.sentence[: evidence.offset], evidence.sentence[end:]
    before, words, after = one_line(before).lstrip(), one_line(evidence.quote), one_line(after).rstrip()
    room = max(room - len(words), _LEAST_CONTEXT)
    left = max(room // 2, room - len(after))
    before = _end_of(before, left)
    return before, words, _start_of(after, room - len(before))


def _start_of(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    return text[: room - 3].rpartition(" ")[0] + " ..."


def _end_of(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    return "... " + text[len(text) - room + 3 :].partition(" ")[2]


def _labelled(label: str, text: str, width: int) -> Iterator[Line]:
    if text:
        yield from _wrapped(f"   {label:<6}  ", text, width)


def _wrapped(margin: str, text: str, width: int) -> Iterator[Line]:
    """`text` after `margin`, further lines below its start; long words such as file names stay whole."""
    import textwrap

    lines = textwrap.wrap(one_line(text), max(width - len(margin), 40), break_long_words=False, break_on_hyphens=False)
    for number, line in enumerate(lines):
        yield _plain((margin if number == 0 else " " * len(margin)) + line)


def _whole(title: str, findings: Iterable[Finding], view: View) -> Iterator[Line]:
    """Findings of one sort as conflicts are shown; only notes, which are conflicts, have a state and a severity."""
    label = title.removesuffix("s").upper()
    for finding in findings:
        yield ()
        if title == "notes":
            yield from _conflict(finding, view)
        else:
            question = Piece(one_line(finding.question), "bold")
            yield Piece(" "), Piece(label, "bold"), Piece("  "), question, Piece(f"   {finding.id}")
            yield from _told(finding, view)


def _section(title: str, findings: Iterable[Finding], view: View) -> Iterator[Line]:
    """A heading and one line a finding; nothing at all where there are none."""
    for number, finding in enumerate(findings):
        if number == 0:
            yield ()
            yield _plain(title)
        answers = "; ".join(_with_variants(answer) for answer in finding.answers)
        words = f"{RELATION_WORDS[finding.relation]}: {finding.reason}"
        yield (
            Piece(f"   {one_line(finding.question)}   "),
            Piece(one_line(answers), "bold"),
            Piece(f"   {one_line(words)}   {finding.id}"),
        )


def _with_variants(answer: Answer) -> str:
    others = [variant for variant in answer.variants if variant != answer.text]
    return f"{answer.text} ({', '.join(others)})" if others else answer.text


def _plain(text: str) -> Line:
    return (Piece(text),)
