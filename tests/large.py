"""Large reports for the formats that draw them. People, places and sentences are invented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from factcheck.findings import Answer, Finding, Report, Severity, Source, State
from factcheck.model import Anchor, Claim, Evidence, Modality, Relation
from factcheck.numbers import Number
from factcheck.values.count import Count
from factcheck.values.date import Date
from tests.factory import Name, make_finding, make_report, make_source

_FIRST_DAY = date(2031, 5, 6)
_PEOPLE = ("Ole Krag", "Ines Falk", "Berit Holm", "Tomas Lind")
_BEFORE = "Officials in the harbour town spoke to reporters for more than an hour after the meeting had ended. "
_AFTER = " No further details were given, and the office did not answer questions that were sent in writing."


def large_report(articles: int, findings: int, *, sources_of_story: int = 10) -> Report:
    """A report on many stories; every kind of finding, state, severity and value takes its turn."""
    stories = [range(first, min(first + sources_of_story, articles)) for first in range(0, articles, sources_of_story)]
    sources = [_source(number, story) for story, members in enumerate(stories, 1) for number in members]
    made = [_finding(number, number % len(stories) + 1, stories[number % len(stories)]) for number in range(findings)]
    conflicts = [finding for finding in made if finding.relation not in (Relation.REVISED, Relation.AGREE)]
    updates = tuple(finding for finding in made if finding.relation is Relation.REVISED)
    agreements = tuple(finding for finding in made if finding.relation is Relation.AGREE)
    report = make_report(*conflicts, updates=updates, agreements=agreements, stories=len(stories))
    return report._replace(sources=tuple(sources))


def _id(number: int) -> str:
    return f"agency-{number % 40:02d}/article-{number:05d}.txt"


def _day(number: int) -> date:
    return _FIRST_DAY + timedelta(days=number % 4)


def _source(number: int, story: int) -> Source:
    title = f"Ferry Delegation Returns After Talks In Oslo As Harbour Strike Enters Day {number % 30 + 1}"
    text = f"{title}\n\n" + (_BEFORE + "Nothing else happened. " + _AFTER + "\n\n") * 3
    language = ("en", "id")[number % 2]
    anchor = Anchor(_day(number), ("dateline", "other articles of the story")[number % 2], number % 2 * 3)
    return make_source(_id(number), title=title, text=text, story=story, language=language, anchor=anchor)


def _finding(number: int, story: int, members: Sequence[int]) -> Finding:
    answers = _answers(number, members)
    speakers = {claim.evidence.source for answer in answers for claim in answer.claims}
    turns = (Relation.LISTS_DIFFER, Relation.CANNOT_BOTH, Relation.REVISED, Relation.PLAN_CHANGED, Relation.AGREE)
    relation = turns[number % len(turns)]
    return make_finding(
        answers,
        id=f"fc-{number:010d}",
        kind=("delegation-member", "count", "casualties", "visit-date", "office-holder")[number % len(turns)],
        question=f"Who or what was it, in question {number}, that the delegation of Ada Brandt brought to Norway?",
        relation=relation,
        severity=(Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.NOTE)[number // 5 % 4],
        state=(State.NEW, State.NEW, State.CHANGED, State.KNOWN)[number // 7 % 4],
        silent=tuple(_id(member) for member in members if _id(member) not in speakers),
        story=story,
    )


def _answers(number: int, members: Sequence[int]) -> list[Answer]:
    values = list(_values(number))
    voices = [member for member in members if (member + number) % 3]
    shares = [voices[turn :: len(values)] for turn in range(len(values))]
    return [
        Answer(
            f"answer-{turn}",
            value.show(),
            {"value": value},
            tuple(
                _claim(member, value, number, Modality.PLANNED if turn == 1 else Modality.HAPPENED) for member in share
            ),
            len(share),
        )
        for turn, (value, share) in enumerate(zip(values, shares, strict=True))
        if share
    ]


def _values(number: int) -> Iterator[Name | Date | Count]:
    for turn in range(2 if number % 6 else 4):
        if number % 5 == 3:
            day = _day(number + turn)
            yield Date(day.year, day.month, day.day)
        elif number % 5 in (1, 2):
            yield Count(Number.of(40 + 3 * turn + number % 7))
        else:
            yield Name(_PEOPLE[(number + turn) % len(_PEOPLE)])


def _claim(member: int, value: Name | Date | Count, number: int, modality: Modality) -> Claim:
    words = value.show()
    sentence = f"The harbour office said on the record that it was {words} who or that came along in case {number}."
    start = sentence.index(words)
    evidence = Evidence(_id(member), start, start + len(words), 3 + number % 40, 1, words, sentence, start)
    return Claim("count", {"value": value}, evidence, "count/en/came-along", modality, attribution="the harbour office")
