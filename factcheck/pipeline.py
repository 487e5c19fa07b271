"""The pipeline: paths of articles in, a report of what they disagree about out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from factcheck.cache import Cache, Kept, Told
from factcheck.decisions import Suppression
from factcheck.errors import UsageError
from factcheck.findings import Finding, Report
from factcheck.load import Loading, ids_of, open_articles
from factcheck.model import Article, Bucket, Relation, bucket_of
from factcheck.rulepack import RulePack, load_pack
from factcheck.story import group_stories
from factcheck.suppress import Wishes
from factcheck.work import (
    Listing,
    Shown,
    Story,
    claim_order,
    judge_story,
    list_article,
    read_article,
    read_to_bytes,
)
from factcheck.workers import FEWEST, Workers, in_chunks

_AT_ONCE = 1024  # articles, or stories, that are in work at a time; more only take more memory


def check(
    paths: Sequence[Path | str],
    *,
    rules: Sequence[Path | str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    one_story: bool = False,
    dates: Mapping[str, date] | None = None,
    columns: Mapping[str, str] | None = None,
    cache: Path | bool = True,
    jobs: int = 1,
    progress: Callable[[int], None] | None = None,
    sources: Sequence[Path | str] = (),
    suppress: Sequence[Suppression] = (),
    inline: bool = True,
) -> Report:
    """Reads the articles at `paths` (files, or folders searched in full) and reports where they disagree.

    With `sources`, paths too, the articles at `paths` are drafts, and the report is on what they say otherwise.

    `rules` are folders of further rule packs; `select` and `ignore` name kinds of claims; `one_story` says that all
    articles tell one story; `dates` states the day of an article by its id; `columns` names the columns of tables of
    articles. What an article says and what a story comes to is kept in the user's cache folder, or in the folder
    `cache`, and taken from there as long as neither articles nor rules change, unless `cache` is False. `jobs`
    processes share the work where there is much of it; a script that asks for more than one needs the usual
    `if __name__ == "__main__":`. `progress` is called now and then with the number of articles read. The report is the
    same whatever `cache` and `jobs` are. Claims that `suppress` names are left out, and those that articles do
    themselves unless `inline` is False. Raises `FactcheckError` for a path that does not exist, a broken rule pack or
    an unknown kind. Every finding of the report has the state `new`.
    """
    pack = load_pack(folders := [Path(folder) for folder in rules])
    kinds = _selected(pack, select, ignore)
    drafts, every = [Path(path) for path in paths], [Path(path) for path in (*paths, *sources)]
    loading = open_articles(every, dates, columns, words=pack.function_words)
    kept = _cache(cache, pack)
    articles: dict[str, Article] = {}
    with Workers(pack, folders, jobs) as workers:
        found = _readings(_remembered(loading, articles), workers, kept, progress)
        readings = sorted(found, key=lambda reading: reading.id)
        wishes = _wishes([articles[one.id] for one in readings], pack) if inline else Wishes()
        loading.warn(wishes.warnings)
        silence = tuple(dict.fromkeys((*suppress, *wishes.suppressions)))
        numbers = {one.id: 1 for one in readings} if one_story else group_stories([one.profile for one in readings])
        stories = [Story(one, tuple(kinds), _concerning(one, silence)) for one in _members(readings, numbers)]
        told = [*_told(stories, workers, kept)]
    report = _report(told, pack, loading, articles)._replace(suppressed=_counted_out(silence, stories, told))
    if not sources:
        return report
    from factcheck.draft import held_against_sources

    witnessed = [name for name, kind in pack.kinds.items() if kind.relation is not Relation.SELF]
    return held_against_sources(report, ids_of(drafts, every, articles), witnessed)


def list_claims(
    paths: Sequence[Path | str],
    shown: Shown,
    *,
    rules: Sequence[Path | str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    dates: Mapping[str, date] | None = None,
    columns: Mapping[str, str] | None = None,
    cache: Path | bool = True,
    jobs: int = 1,
    progress: Callable[[int], None] | None = None,
    suppress: Sequence[Suppression] = (),
    inline: bool = True,
) -> tuple[Loading, Iterator[str]]:
    """What each article says by itself, as text, article by article: a stream of any length takes the same memory.

    `shown` makes the text of claims; all else is as in `check`. The articles are read while the texts are taken; what
    was skipped is known afterwards.
    """
    pack = load_pack(folders := [Path(folder) for folder in rules])
    kinds = tuple(_selected(pack, select, ignore))

    def asked(article: Article, data: bytes | None) -> Listing:
        wishes = _wishes([article], pack) if inline else Wishes()
        loading.warn(wishes.warnings)
        return Listing(article, data, kinds, (*suppress, *wishes.suppressions), kept is not None)

    kept = _cache(cache, pack)
    loading = open_articles([Path(path) for path in paths], dates, columns, words=pack.function_words)

    def texts() -> Iterator[str]:
        with Workers(pack, folders, jobs) as workers:
            for chunk in in_chunks(_counted(loading, progress), _AT_ONCE):
                known = kept.readings(chunk) if kept else {}
                wanted = [asked(article, known.get(article.id)) for article in chunk]
                new: list[tuple[Article, bytes]] = []
                for article, listed in zip(chunk, workers.map(partial(list_article, shown=shown), wanted), strict=True):
                    yield listed.text
                    if listed.data:
                        new.append((article, listed.data))
                if kept:
                    kept.keep_readings(new)

    return loading, texts()


def comparer(rules: Sequence[Path | str] = ()) -> Callable[[str, Mapping[str, str], Mapping[str, str]], bool]:
    """Compares canonical texts of a kind's keys or answers as claims are compared; for matching a baseline."""
    from factcheck.align import texts_fit

    kinds = load_pack([Path(folder) for folder in rules]).kinds
    return lambda kind, one, other: one == other if kind not in kinds else texts_fit(kinds[kind], one, other)


def _cache(cache: Path | bool, pack: RulePack) -> Cache | None:
    return Cache(pack.fingerprint, None if cache is True else cache) if cache is not False else None


def _remembered(articles: Iterable[Article], known: dict[str, Article]) -> Iterator[Article]:
    """The articles one by one, as they are put into `known`: a report shows their words."""
    for article in articles:
        known[article.id] = article
        yield article


def _wishes(articles: Sequence[Article], pack: RulePack) -> Wishes:
    """The suppressions that stand in articles; few hold any, and only those are looked through."""
    marked = [article for article in articles if "factcheck" in article.text]
    if not marked:
        return Wishes()
    from factcheck.wishes import wishes_of

    found = [wishes_of(article, pack.kinds, pack.lexicons) for article in marked]
    return Wishes(tuple(s for w in found for s in w.suppressions), tuple(s for w in found for s in w.warnings))


def _concerning(members: Sequence[Kept], silence: Sequence[Suppression]) -> tuple[Suppression, ...]:
    """The suppressions that can be for claims of a story: those of other articles only make it another story."""
    ids = {member.id for member in members} if silence else set()
    return tuple(item for item in silence if item.span is None or item.source in ids)


def _counted_out(
    silence: Sequence[Suppression], stories: Sequence[Story], told: Sequence[Told]
) -> tuple[Suppression, ...]:
    """The suppressions, each with the number of claims that it has kept out of all stories."""
    counts = Counter[Suppression]()
    for story, outcome in zip(stories, told, strict=True):
        counts.update(dict(zip(story.suppressions, outcome.suppressed, strict=True)))
    return tuple(item._replace(claims=counts[item]) for item in silence)


def _counted(articles: Iterable[Article], progress: Callable[[int], None] | None) -> Iterator[Article]:
    for number, article in enumerate(articles, 1):
        yield article
        if progress:
            progress(number)


def _readings(
    articles: Iterable[Article], workers: Workers, cache: Cache | None, progress: Callable[[int], None] | None
) -> Iterator[Kept]:
    """What each article says: from the cache if it was read before under the same rules by the same code."""
    for chunk in in_chunks(_counted(articles, progress), _AT_ONCE):
        known = cache.readings(chunk) if cache else {}
        new = [article for article in chunk if article.id not in known]
        if len(new) < FEWEST and cache is None:
            yield from (Kept(article, read_article(workers.pack, article)) for article in new)
            continue
        found = [*zip(new, workers.map(read_to_bytes, new), strict=True)]
        if cache:
            cache.keep_readings(found)
        known = {**known, **{article.id: data for article, data in found}}
        yield from (Kept(article, known[article.id]) for article in chunk)


def _members(readings: Sequence[Kept], stories: Mapping[str, int]) -> list[tuple[Kept, ...]]:
    """The articles of each story, in the order of its number."""
    members: dict[int, list[Kept]] = {}
    for reading in readings:
        members.setdefault(stories[reading.id], []).append(reading)
    return [tuple(members[story]) for story in sorted(members)]


def _told(stories: Sequence[Story], workers: Workers, cache: Cache | None) -> Iterator[Told]:
    """What each story comes to, from the cache if the same articles told it before and the same was asked."""
    number = 0
    for chunk in in_chunks(stories, _AT_ONCE):
        kept = [_known(story, cache) if cache else (b"", None) for story in chunk]
        new = [story for story, (_, told) in zip(chunk, kept, strict=True) if told is None]
        found = [*workers.map(judge_story, new)]
        if cache:
            keys = [key for key, told in kept if told is None]
            cache.keep_stories(zip(keys, found, strict=True))
        waiting = iter(found)
        for _, told in kept:
            number += 1
            yield (next(waiting) if told is None else told).numbered(number)


def _known(story: Story, cache: Cache) -> tuple[bytes, Told | None]:
    asked = (*story.kinds, *(repr(item) for item in story.suppressions))
    return cache.story([member.key for member in story.members], asked)


def _report(told: Sequence[Told], pack: RulePack, loading: Loading, articles: Mapping[str, Article]) -> Report:
    listed = (source._replace(text=articles[source.id].text) for story in told for source in story.sources)
    findings = [finding for story in told for finding in story.findings]
    conflicts, updates, agreements = (_in_bucket(findings, bucket) for bucket in Bucket)
    return Report(
        tuple(sorted(listed, key=lambda source: source.id)),
        tuple(sorted((claim for story in told for claim in story.claims), key=claim_order)),
        conflicts,
        updates,
        agreements,
        len(told),
        pack.fingerprint,
        loading.skipped,
        warnings=loading.warnings,
    )


def _selected(pack: RulePack, select: Sequence[str], ignore: Sequence[str]) -> list[str]:
    unknown = sorted({*select, *ignore} - set(pack.kinds))
    if unknown:
        raise UsageError(f"no such kind: {', '.join(unknown)}; `factcheck rules list` names them all")
    return [name for name in sorted(pack.kinds) if (not select or name in select) and name not in ignore]


def _in_bucket(findings: Sequence[Finding], bucket: Bucket) -> tuple[Finding, ...]:
    chosen = [finding for finding in findings if bucket_of(finding.relation) is bucket]
    return tuple(sorted(chosen, key=finding_order))


def finding_order(finding: Finding) -> tuple[Any, ...]:
    """The order of findings in a report: the weightier first."""
    weight = ("error", "warning", "note").index(finding.severity)
    return weight, finding.kind, finding.question, finding.id, finding.story
