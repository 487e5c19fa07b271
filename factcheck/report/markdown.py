"""A table for pull requests and the summary of a CI job: GitHub's and GitLab's Markdown.

Whatever an article wrote stays text: its signs are written as character references, which never mark anything up, and
what the sites would turn into links, mentions or emoji is parted by a space of no width.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.findings import Answer, Finding, Report
from factcheck.report import View
from factcheck.report.places import places_of, shown
from factcheck.report.states import decided, speaks
from factcheck.report.summary import counted, gate_line, is_note, summarise
from factcheck.report.visible import one_line
from factcheck.report.words import RELATION_WORDS, modalities

LONGEST = 65_536  # characters of a comment on GitHub; a job's summary may hold 1 MiB

_MOST = 10  # answers of a question, and places of an answer, that a row names
_ROOM = 200  # characters kept free for what is said of rows left out
_HEAD = ("| state | severity | question | answers | verdict |", "|---|---|---|---|---|")
_MARKUP = re.compile(r"[\\`*~\[\]<>&|$]|(?<![^\W_])_|_(?![^\W_])")  # between letters an underscore marks nothing up
_LINKED = re.compile(r"[@#!%&~$](?=\w)|:(?=//|[\w+-]+:)|(?<=\bwww)\.|(?<=\bGH)-", re.IGNORECASE)


class _Section(NamedTuple):
    """A table under a title, which counts its rows; a folded one is opened by a click."""

    title: str
    findings: Sequence[Finding]
    folded: bool = False


def render(report: Report, view: View) -> str:
    """The report in at most `LONGEST` characters; what does not fit is counted at its end."""
    summary = summarise(report)
    counts = ((summary.sources, "source"), (summary.stories, "story"), (summary.claims, "claim"))
    lines = ["## factcheck", "", f"{gate_line(report)} ({', '.join(counted(number, noun) for number, noun in counts)})"]
    left_out = 0
    for section in _sections(report, view):
        left_out += _add_section(lines, section, view)
    if left_out:
        lines += ["", f"{counted(left_out, 'row')} left out for length; the JSON report holds everything."]
    return "".join(f"{line}\n" for line in lines)


def _sections(report: Report, view: View) -> Iterator[_Section]:
    speaking = [finding for finding in report.conflicts if speaks(finding)]
    yield _Section("", [finding for finding in speaking if not is_note(finding)])
    if view.quiet:
        return
    weak = [finding for finding in speaking if is_note(finding)]
    yield _Section(f"{len(weak)} too weak to fail", weak, folded=True)
    silent = [finding for finding in report.conflicts if not speaks(finding)]
    yield _Section(f"{len(silent)} known and accepted", silent, folded=True)
    yield _Section(f"{len(report.resolved)} resolved", report.resolved, folded=True)
    yield _Section(f"{len(report.unchecked)} not checked", report.unchecked, folded=True)
    yield _Section(counted(len(report.updates), "update"), report.updates, folded=True)
    if view.agreements:
        yield _Section(counted(len(report.agreements), "agreement"), report.agreements, folded=True)


def _add_section(lines: list[str], section: _Section, view: View) -> int:
    """Adds as much of a section as there is room for; returns how many of its rows are left out."""
    opening = ["", f"<details><summary>{section.title}</summary>", ""] if section.folded else [""]
    closing = ["", "</details>"] if section.folded else []
    room = LONGEST - _ROOM - _length([*lines, *opening, *_HEAD, *closing])
    rows: list[str] = []
    for finding in section.findings:
        row = _row(finding, view)
        room -= len(row) + 1
        if room < 0:
            break
        rows.append(row)
    if rows:
        lines += [*opening, *_HEAD, *rows, *closing]
    return len(section.findings) - len(rows)


def _length(lines: Iterable[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _row(finding: Finding, view: View) -> str:
    answers = [_answer(answer, view) for answer in finding.answers[:_MOST]]
    if more := len(finding.answers) - len(answers):
        answers.append(f"and {more} more")
    verdict = f"{RELATION_WORDS[finding.relation]}: {finding.reason}"
    if decision := decided(finding):
        verdict += f" ({decision})"
    question = f"{_text(finding.question)}<br>{finding.id}"
    cells = (finding.state.value, finding.severity.value, question, "<br>".join(answers), _text(verdict))
    return f"| {' | '.join(cells)} |"


def _answer(answer: Answer, view: View) -> str:
    places = places_of(answer, view.path_of)
    told = [_text(str(place)) for place in places[:_MOST]]
    if more := len(places) - len(told):
        told.append(f"and {more} more")
    support = ", ".join([*modalities(answer), *told])
    return f"**{_text(shown(answer))}**" + (f" ({support})" if support else "")


def _text(text: str) -> str:
    """`text` of an article as Markdown that shows just this."""
    return _MARKUP.sub(lambda match: f"&#{ord(match.group())};", _LINKED.sub("\\g<0>\u200b", one_line(text)))
