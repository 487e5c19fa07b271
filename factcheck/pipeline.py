"""The pipeline: paths of articles in, a report of what they disagree about out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from factcheck.align import align, texts_fit
from factcheck.anchor import borrow_anchor, weekday_dates
from factcheck.cache import Reading, store_reading, stored_reading
from factcheck.errors import UsageError
from factcheck.judge import CONFLICTS, UPDATES, Judge
from factcheck.load import Loaded, load_articles
from factcheck.model import Anchor, Article, Claim, Finding, Report, Source
from factcheck.resolve import Calendar, resolve
from factcheck.rulepack import RulePack, load_pack
from factcheck.story import count_voices, group_stories, group_voices
from factcheck.values.date import Date
from factcheck.values.office import Holders, OfficeBook


def check(
    paths: Sequence[Path | str],
    *,
    rules: Sequence[Path | str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    one_story: bool = False,
    dates: Mapping[str, date] | None = None,
    cache: bool = True,
) -> Report:
    """Reads the articles at `paths` (files, or folders searched in full) and reports where they disagree.

    `rules` are folders of further rule packs; `select` and `ignore` name kinds of claims; `one_story` says that all
    articles tell one story; `dates` states the day of an article by its id. What an article says is kept in the user's
    cache folder and taken from there as long as neither it nor the rules change, unless `cache` is False; the report is
    the same. Raises `FactcheckError` for a path that does not exist, a broken rule pack or an unknown kind. Every
    finding of the report has the state `new`.
    """
    pack = load_pack([Path(folder) for folder in rules])
    kinds = _selected(pack, select, ignore)
    loaded = _load([Path(path) for path in paths], pack, dates)
    readings = [_reading(article, pack, cache) for article in loaded.articles]
    stories = {r.article.id: 1 for r in readings} if one_story else group_stories([r.profile for r in readings])
    sources: list[Source] = []
    claims: list[Claim] = []
    findings: list[Finding] = []
    for story in sorted(set(stories.values())):
        members = [reading for reading in readings if stories[reading.article.id] == story]
        calendars = story_calendars(members)
        told = [c for c in resolve([c for r in members for c in r.claims], calendars, pack) if c.kind in kinds]
        voices = group_voices([reading.wording for reading in members])
        judge = Judge(story, [reading.article.id for reading in members], partial(count_voices, voices=voices))
        questions = align(told, {name: pack.kinds[name] for name in kinds}, holders_of(pack))
        findings += [finding for question in questions for finding in judge.findings(question)]
        sources += [_source(r, calendars[r.article.id].anchor, story, voices[r.article.id]) for r in members]
        claims += told
    return Report(
        tuple(sorted(sources, key=lambda source: source.id)),
        tuple(sorted(claims, key=lambda claim: (claim.evidence.source, claim.evidence.start, claim.kind, claim.rule))),
        _bucket(findings, "conflicts"),
        _bucket(findings, "updates"),
        _bucket(findings, "agreements"),
        len(set(stories.values())),
        pack.fingerprint,
        loaded.skipped,
        warnings=loaded.warnings,
    )


def comparer(rules: Sequence[Path | str] = ()) -> Callable[[str, Mapping[str, str], Mapping[str, str]], bool]:
    """Compares canonical texts of a kind's keys or answers as claims are compared; for matching a baseline."""
    kinds = load_pack([Path(folder) for folder in rules]).kinds
    return lambda kind, one, other: one == other if kind not in kinds else texts_fit(kinds[kind], one, other)


def _load(paths: Sequence[Path], pack: RulePack, dates: Mapping[str, date] | None) -> Loaded:
    return load_articles(paths, dates, words=pack.function_words)


def _reading(article: Article, pack: RulePack, keep: bool) -> Reading:
    """What an article says: from the cache if it was read before under the same rules by the same code."""
    found = stored_reading(article, pack.fingerprint) if keep else None
    if found is None:
        from factcheck.reader import read  # tagging and extraction are loaded only where an article is new

        found = read(article, pack)
        if keep:
            store_reading(found, pack.fingerprint)
    return found


@lru_cache(maxsize=4)
def holders_of(pack: RulePack) -> Callable[[str], Holders]:
    """How many people hold an office, by its id."""
    book = OfficeBook(pack.tables["offices"])
    return lambda office_id: book.entry(office_id).holders


def story_calendars(members: Sequence[Reading]) -> dict[str, Calendar]:
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


def _source(reading: Reading, anchor: Anchor, story: int, voice: str) -> Source:
    article = reading.article
    published = article.given.isoformat() if article.given else None
    return Source(
        article.id, reading.title, article.language, published, anchor, story, voice, article.sha256, article.text
    )


def _selected(pack: RulePack, select: Sequence[str], ignore: Sequence[str]) -> list[str]:
    unknown = sorted({*select, *ignore} - set(pack.kinds))
    if unknown:
        raise UsageError(f"no such kind: {', '.join(unknown)}; `factcheck rules list` names them all")
    return [name for name in sorted(pack.kinds) if (not select or name in select) and name not in ignore]


def _bucket(findings: Sequence[Finding], name: str) -> tuple[Finding, ...]:
    def of(finding: Finding) -> str:
        if finding.relation in CONFLICTS:
            return "conflicts"
        return "updates" if finding.relation in UPDATES else "agreements"

    chosen = [finding for finding in findings if of(finding) == name]
    order = ("error", "warning", "note")
    return tuple(sorted(chosen, key=lambda f: (order.index(f.severity), f.kind, f.question, f.id, f.story)))
