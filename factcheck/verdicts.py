"""What the articles of a story come to, and what one says by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial

from factcheck.align import align
from factcheck.anchor import borrow_anchor, weekday_dates
from factcheck.cache import Reading, Told
from factcheck.findings import Answer, Source
from factcheck.judge import Judge
from factcheck.model import Anchor, Claim
from factcheck.resolve import Calendar, resolve
from factcheck.rulepack import RulePack
from factcheck.story import count_voices, group_voices
from factcheck.suppress import Silence
from factcheck.values.date import Date
from factcheck.values.office import Holders, OfficeBook


def story_told(pack: RulePack, members: Sequence[Reading], kinds: Sequence[str], silence: Silence) -> Told:
    """What a story comes to, asked for some kinds of claims; its number is left at 0."""
    calendars = story_calendars(members)
    claims = resolve([claim for reading in members for claim in reading.claims], calendars, pack)
    told = tuple(silence.kept([claim for claim in claims if claim.kind in kinds]))
    voices = group_voices([reading.wording for reading in members])
    judge = Judge(0, [reading.article.id for reading in members], partial(count_voices, voices=voices))
    questions = align(told, {name: pack.kinds[name] for name in kinds}, holders_of(pack))
    sources = (_source(r, calendars[r.article.id].anchor, voices[r.article.id]) for r in members)
    findings = tuple(found for question in questions for found in judge.findings(question))
    return _bare(Told(tuple(sources), told, findings, tuple(item.claims for item in silence.suppressed())))


def _bare(told: Told) -> Told:
    """The same without the words around each claim: only judging needs them, and a report may hold millions."""
    bare = {id(claim): claim._replace(context=frozenset()) for claim in told.claims}

    def answer(given: Answer) -> Answer:
        return given._replace(claims=tuple(bare[id(claim)] for claim in given.claims))

    findings = (found._replace(answers=tuple(map(answer, found.answers))) for found in told.findings)
    return told._replace(claims=tuple(bare[id(claim)] for claim in told.claims), findings=tuple(findings))


def claims_alone(pack: RulePack, reading: Reading) -> tuple[Claim, ...]:
    """What an article says whatever others tell: its days count from its own date, nothing is filled from others."""
    return resolve(reading.claims, story_calendars([reading]), pack)


@lru_cache(maxsize=4)
def holders_of(pack: RulePack) -> Callable[[str], Holders]:
    """How many people hold an office, by its id."""
    book = OfficeBook(pack.tables["offices"])
    return lambda office_id: book.entry(office_id).holders


def story_calendars(members: Sequence[Reading]) -> Mapping[str, Calendar]:
    """The calendar of each article of a story; one without an anchor of its own borrows from the others."""
    days = [day for reading in members for value in reading.dates if (day := _full_day(value))]
    calendars = {}
    for reading in members:
        others = [other.anchor for other in members if other is not reading]
        anchor = borrow_anchor(reading.anchor, others, days, reading.dates)
        calendars[reading.article.id] = Calendar(anchor, weekday_dates(reading.dates, anchor))
    return calendars


def _full_day(value: Date) -> date | None:
    days = value.interval if value.full else None
    return days.first if days and days.first == days.last else None


def _source(reading: Reading, anchor: Anchor, voice: str) -> Source:
    article = reading.article
    published = article.given.isoformat() if article.given else None
    told = (article.id, reading.title, article.language, published, anchor)
    return Source(*told, 0, voice, article.sha256, url=article.url, outlet=article.outlet)
