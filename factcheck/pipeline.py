"""The pipeline: paths of articles in, a report of what they disagree about out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Any, TypeVar

from factcheck.cache import Cache, Kept, Told, told_in
from factcheck.decisions import Suppression
from factcheck.errors import UsageError
from factcheck.findings import Finding, Report
from factcheck.load import Loading, ids_of, open_articles
from factcheck.model import Article, Bucket, Relation, bucket_of
from factcheck.rulepack import RulePack, load_pack
from factcheck.story import Profile, group_stories
from factcheck.suppress import Wishes
from factcheck.waiting import Waiting
from factcheck.work import (
    Listed,
    Listing,
    Shown,
    Story,
    claim_order,
    judge_to_bytes,
    list_article,
    read_to_bytes,
)
from factcheck.workers import LOOKED_AT, Done, Workers, in_chunks

T = TypeVar("T")


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
    texts: bool = True,
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
    themselves unless `inline` is False. The sources of the report hold their texts unless `texts` is False, which saves
    memory. Raises `FactcheckError` for a path that does not exist, a broken rule pack or an unknown kind. Every finding
    of the report has the state `new`.
    """
    pack = load_pack(folders := [Path(folder) for folder in rules])
    kinds = _selected(pack, select, ignore)
    drafts, every = [Path(path) for path in paths], [Path(path) for path in (*paths, *sources)]
    loading = open_articles(every, dates, columns, words=pack.function_words)
    seen = _Seen(pack, texts, inline)
    kept = _cache(cache, pack)
    profiles: list[Profile] = []
    with Workers(pack, folders, jobs) as workers, Waiting() as waiting:
        for reading in _readings(_counted(seen.articles(loading), progress), workers, kept):
            waiting.add(reading)
            profiles.append(reading.profile())
        profiles.sort(key=lambda profile: profile.source)
        loading.warn((*seen.warnings, *waiting.warnings))
        silence = tuple(dict.fromkeys((*suppress, *seen.suppressions)))
        numbers = {one.source: 1 for one in profiles} if one_story else group_stories(profiles)
        profiles.clear()  # they are large, and have told what they can
        stories = (Story(one, tuple(kinds), _concerning(one, silence)) for one in waiting.stories(numbers))
        told = [*_told(stories, workers, kept)]
    report = _report([outcome for _, outcome in told], pack, loading, seen.texts)
    report = report._replace(suppressed=_counted_out(silence, told))
    if not sources:
        return report
    from factcheck.draft import held_against_sources

    witnessed = [name for name, kind in pack.kinds.items() if kind.relation is not Relation.SELF]
    return held_against_sources(report, ids_of(drafts, every, numbers), witnessed)


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

    kept = _cache(cache, pack)
    loading = open_articles([Path(path) for path in paths], dates, columns, words=pack.function_words)

    def asked() -> Iterator[Listing]:
        for chunk in in_chunks(_counted(loading, progress), LOOKED_AT):
            for article, data in zip(chunk, kept.readings(chunk) if kept else repeat(None), strict=False):
                wishes = _wishes(article, pack) if inline else Wishes()
                loading.warn(wishes.warnings)
                yield Listing(article, data, kinds, (*suppress, *wishes.suppressions), kept is not None)

    def keep(some: Sequence[Done[Listing, Listed]]) -> None:
        if kept:
            kept.keep_readings((done.thing.article, done.result.data) for done in some if done.result.data)

    def texts() -> Iterator[str]:
        with Workers(pack, folders, jobs) as workers:
            found = workers.map(partial(list_article, shown=shown), asked())
            yield from (done.result.text for done in _keeping(found, keep))

    return loading, texts()


def comparer(rules: Sequence[Path | str] = ()) -> Callable[[str, Mapping[str, str], Mapping[str, str]], bool]:
    """Compares canonical texts of a kind's keys or answers as claims are compared; for matching a baseline."""
    from factcheck.align import texts_fit

    kinds = load_pack([Path(folder) for folder in rules]).kinds
    return lambda kind, one, other: one == other if kind not in kinds else texts_fit(kinds[kind], one, other)


def _cache(cache: Path | bool, pack: RulePack) -> Cache | None:
    return Cache(pack.fingerprint, None if cache is True else cache) if cache is not False else None


class _Seen:
    """What is noted of articles as they pass by: their texts, if the report is to show them, and their wishes."""

    def __init__(self, pack: RulePack, texts: bool, inline: bool) -> None:
        self._pack, self._shown, self._inline = pack, texts, inline
        self.texts: dict[str, str] = {}
        self._wishes: list[tuple[str, Wishes]] = []

    def articles(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles one by one."""
        for article in articles:
            if self._shown:
                self.texts[article.id] = article.text
            if self._inline and (wishes := _wishes(article, self._pack)):
                self._wishes.append((article.id, wishes))
            yield article

    @property
    def suppressions(self) -> list[Suppression]:
        """What articles ask to leave out of them, by their ids."""
        return [item for _, wishes in sorted(self._wishes) for item in wishes.suppressions]

    @property
    def warnings(self) -> list[str]:
        """What is wrong with wishes that therefore do not hold."""
        return [warning for _, wishes in self._wishes for warning in wishes.warnings]


def _wishes(article: Article, pack: RulePack) -> Wishes:
    """The suppressions that stand in an article; few hold any, and only those are looked through."""
    if "factcheck" not in article.text:
        return Wishes()
    from factcheck.wishes import wishes_of

    return wishes_of(article, pack.kinds, pack.lexicons)


def _concerning(members: Sequence[Kept], silence: Sequence[Suppression]) -> tuple[Suppression, ...]:
    """The suppressions that can be for claims of a story: those of other articles only make it another story."""
    ids = {member.id for member in members} if silence else set()
    return tuple(item for item in silence if item.span is None or item.source in ids)


def _counted_out(silence: Sequence[Suppression], told: Sequence[tuple[Story, Told]]) -> tuple[Suppression, ...]:
    """The suppressions, each with the number of claims that it has kept out of all stories."""
    counts = Counter[Suppression]()
    for story, outcome in told:
        counts.update(dict(zip(story.suppressions, outcome.suppressed, strict=True)))
    return tuple(item._replace(claims=counts[item]) for item in silence)


def _counted(articles: Iterable[Article], progress: Callable[[int], None] | None) -> Iterator[Article]:
    for number, article in enumerate(articles, 1):
        yield article
        if progress:
            progress(number)


def _readings(articles: Iterable[Article], workers: Workers, cache: Cache | None) -> Iterator[Kept]:
    """What each article says: from the cache if it was read before under the same rules by the same code."""

    def keep(some: Sequence[Done[Article, bytes]]) -> None:
        if cache:
            cache.keep_readings((done.thing, done.result) for done in some if done.new)

    found = workers.map(read_to_bytes, articles, cache.readings if cache else None)
    return (Kept.of(done.thing, done.result) for done in _keeping(found, keep))


def _told(stories: Iterable[Story], workers: Workers, cache: Cache | None) -> Iterator[tuple[Story, Told]]:
    """What each story comes to, from the cache if the same articles told it before and the same was asked."""

    def known(some: Sequence[Story]) -> list[bytes | None]:
        return cache.stories(story.key for story in some) if cache else [None] * len(some)

    def keep(some: Sequence[Done[Story, bytes]]) -> None:
        if cache:
            cache.keep_stories((done.thing.key, done.result) for done in some if done.new)

    for number, done in enumerate(_keeping(workers.map(judge_to_bytes, stories, known), keep), 1):
        yield done.thing._replace(members=()), told_in(done.result).numbered(number)


def _keeping(found: Iterable[T], keep: Callable[[Sequence[T]], None]) -> Iterator[T]:
    """What was found, one by one; `keep` is given many at a time."""
    some: list[T] = []
    for one in found:
        yield one
        some.append(one)
        if len(some) == LOOKED_AT:
            keep(some)
            some = []
    keep(some)


def _report(told: Sequence[Told], pack: RulePack, loading: Loading, texts: Mapping[str, str]) -> Report:
    listed = (source._replace(text=texts.get(source.id, "")) for story in told for source in story.sources)
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
