"""The pipeline: paths of articles in, a report of what they disagree about out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from factcheck.align import align, texts_fit
from factcheck.anchor import borrow_anchor, weekday_dates
from factcheck.cache import Reading, store_reading, stored_reading
from factcheck.decisions import Suppression
from factcheck.errors import UsageError
from factcheck.judge import CONFLICTS, UPDATES, Judge
from factcheck.load import Loaded, ids_of, load_articles
from factcheck.model import Anchor, Article, Claim, Finding, Relation, Report, Source
from factcheck.resolve import Calendar, resolve
from factcheck.rulepack import RulePack, load_pack
from factcheck.story import count_voices, group_stories, group_voices
from factcheck.suppress import Silence, Wishes
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
    sources: Sequence[Path | str] = (),
    suppress: Sequence[Suppression] = (),
    inline: bool = True,
) -> Report:
    """Reads the articles at `paths` (files, or folders searched in full) and reports where they disagree.

    With `sources`, paths too, the articles at `paths` are drafts, and the report is on what they say otherwise.

    `rules` are folders of further rule packs; `select` and `ignore` name kinds of claims; `one_story` says that all
    articles tell one story; `dates` states the day of an article by its id. What an article says is kept in the user's
    cache folder and taken from there as long as neither it nor the rules change, unless `cache` is False; the report is
    the same. Claims that `suppress` names are left out, and those that articles do themselves unless `inline` is
    False. Raises `FactcheckError` for a path that does not exist, a broken rule pack or an unknown kind. Every finding
    of the report has the state `new`.
    """
    pack = load_pack([Path(folder) for folder in rules])
    kinds = _selected(pack, select, ignore)
    drafts, every = [Path(path) for path in paths], [Path(path) for path in (*paths, *sources)]
    loaded = _load(every, pack, dates)
    readings = [_reading(article, pack, cache) for article in loaded.articles]
    stories = {r.article.id: 1 for r in readings} if one_story else group_stories([r.profile for r in readings])
    wishes = _wishes(loaded.articles, pack) if inline else Wishes()
    silence = Silence((*suppress, *wishes.suppressions))
    listed: list[Source] = []
    claims: list[Claim] = []
    findings: list[Finding] = []
    for story in sorted(set(stories.values())):
        members = [reading for reading in readings if stories[reading.article.id] == story]
        calendars = story_calendars(members)
        resolved = resolve([c for r in members for c in r.claims], calendars, pack)
        told = silence.kept([claim for claim in resolved if claim.kind in kinds])
        voices = group_voices([reading.wording for reading in members])
        judge = Judge(story, [reading.article.id for reading in members], partial(count_voices, voices=voices))
        questions = align(told, {name: pack.kinds[name] for name in kinds}, holders_of(pack))
        findings += [finding for question in questions for finding in judge.findings(question)]
        listed += [_source(r, calendars[r.article.id].anchor, story, voices[r.article.id]) for r in members]
        claims += told
    report = Report(
        tuple(sorted(listed, key=lambda source: source.id)),
        tuple(sorted(claims, key=lambda claim: (claim.evidence.source, claim.evidence.start, claim.kind, claim.rule))),
        _bucket(findings, "conflicts"),
        _bucket(findings, "updates"),
        _bucket(findings, "agreements"),
        len(set(stories.values())),
        pack.fingerprint,
        loaded.skipped,
        warnings=(*loaded.warnings, *wishes.warnings),
        suppressed=silence.suppressed(),
    )
    if not sources:
        return report
    from factcheck.draft import held_against_sources

    witnessed = [name for name, kind in pack.kinds.items() if kind.relation is not Relation.SELF]
    return held_against_sources(report, ids_of(drafts, every), witnessed)


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


def _wishes(articles: Sequence[Article], pack: RulePack) -> Wishes:
    """The suppressions that stand in articles; few hold any, and only those are looked through."""
    marked = [article for article in articles if "factcheck" in article.text]
    if not marked:
        return Wishes()
    from factcheck.wishes import wishes_of

    found = [wishes_of(article, pack.kinds, pack.lexicons) for article in marked]
    return Wishes(tuple(s for w in found for s in w.suppressions), tuple(s for w in found for s in w.warnings))


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
    return tuple(sorted(chosen, key=finding_order))


def finding_order(finding: Finding) -> tuple[Any, ...]:
    """The order of findings in a report: the weightier first."""
    weight = ("error", "warning", "note").index(finding.severity)
    return weight, finding.kind, finding.question, finding.id, finding.story
