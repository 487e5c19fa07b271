"""The same work on a Spark cluster: from a table of articles to a table of findings, each as the local report has it.

Articles are read where they lie, one at a time. Which of them tell one story is found out on the driver, from their
profiles alone: some kilobytes an article. The articles of a story then meet on one machine, which judges them. Nothing
but the order of the rows depends on the cluster. This package must be installed on every node, as must be rule packs
of one's own, under the same path.

    spark-submit spark.py ARTICLES FINDINGS     (this file; both are Parquet)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.cache import Kept, stored
from factcheck.errors import UsageError
from factcheck.findings import Finding
from factcheck.kept import packed, unpacked
from factcheck.load import article_of
from factcheck.load.record import BadRow, Columns
from factcheck.load.rows import columns_of, record_of
from factcheck.model import bucket_of
from factcheck.report.plain import dumps, plain_finding
from factcheck.rulepack import RulePack, load_pack
from factcheck.story import group_stories
from factcheck.work import Story, judge_story, read_article

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Table
    from pyspark.sql import DataFrame

_READ = "id string, data binary, reason string"
_FOUND = "story long, bucket string, id string, kind string, relation string, severity string, finding string"
_AT_ONCE = 64  # articles, of which each comes back with all it says


class Outcome(NamedTuple):
    """`findings`: a row each, `finding` being its JSON as in the report. `skipped`: rows that are no article, and why.

    `readings` is what both are made of, kept on the executors' disks: `unpersist` it when they are written.
    """

    findings: DataFrame
    skipped: DataFrame
    readings: DataFrame


def find(
    articles: DataFrame,
    *,
    name: str = "articles",
    rules: Sequence[str] = (),
    kinds: Sequence[str] = (),
    columns: Columns | None = None,
) -> Outcome:
    """What the sources in a table disagree about, as `check` finds it in a file of this `name` with the same rows.

    `columns` says which column holds what (see `factcheck.load.rows`); articles need an id or an address of their own,
    since rows on a cluster have no numbers. `rules` are folders of rule packs, `kinds` those that are asked for, or
    all. Suppressions that stand in articles do not hold. Raises `UsageError` for a table without ids or with the same
    id twice.
    """
    from pyspark import StorageLevel

    found = columns_of(tuple(articles.columns), tuple(sorted((columns or {}).items())))
    if "text" not in found or not {"id", "url"} & found.keys():
        raise UsageError("the table needs a column for the text and one for the id, or the address, of an article")
    pack = load_pack([Path(folder) for folder in rules])
    wanted = tuple(sorted(kinds or pack.kinds))
    reading = partial(_read, name=name, rules=tuple(rules), columns=dict(columns or {}))
    rows = articles.select(*sorted(found.values()))
    readings = rows.mapInArrow(reading, _READ).persist(StorageLevel.DISK_ONLY)
    read = readings.where("reason IS NULL")
    members = read.join(_stories(read), "id")
    findings = members.groupBy("story").applyInArrow(partial(_judge, rules=tuple(rules), kinds=wanted), _FOUND)
    return Outcome(findings, readings.where("reason IS NOT NULL").select("id", "reason"), readings)


def _stories(read: DataFrame) -> DataFrame:
    """The number of the story of each article."""
    rows = read.select("data").toLocalIterator(prefetchPartitions=True)
    profiles = sorted((unpacked(bytes(row.data)).profile() for row in rows), key=lambda profile: profile.source)
    twice = sorted({one.source for one, other in pairwise(profiles) if one.source == other.source})
    if twice:
        raise UsageError(f"{len(twice)} ids stand in the table more than once, such as {twice[0]}: make them unique")
    return read.sparkSession.createDataFrame([*group_stories(profiles).items()], "id string, story long")


def _read(
    batches: Iterator[RecordBatch], *, name: str, rules: tuple[str, ...], columns: Columns
) -> Iterator[RecordBatch]:
    """What each article says, in bytes, a few at a time."""
    pack = _pack(rules)
    for batch in batches:
        for first in range(0, batch.num_rows, _AT_ONCE):
            rows = batch.slice(first, _AT_ONCE).to_pylist()
            yield _batch([_reading(row, name, pack, columns) for row in rows], _READ)


def _reading(row: Mapping[str, Any], name: str, pack: RulePack, columns: Columns) -> dict[str, Any]:
    names = columns_of(tuple(row), tuple(sorted(columns.items())))
    own = next((str(row[names[what]]) for what in ("id", "url") if what in names and row[names[what]]), "")
    record = record_of(row, 0, 0, columns)
    if isinstance(record, BadRow) or not own:
        return {"id": f"{name}#{own}", "reason": record.reason if isinstance(record, BadRow) else "no-id"}
    article, _ = article_of(f"{name}#{own}", record, pack.function_words)
    return {"id": article.id, "data": packed(Kept.of(article, stored(read_article(pack, article))))}


def _judge(table: Table, *, rules: tuple[str, ...], kinds: tuple[str, ...]) -> Table:
    """The findings on the articles of one story."""
    import pyarrow

    rows = sorted(table.to_pylist(), key=lambda row: row["id"])
    told = judge_story(_pack(rules), Story(tuple(unpacked(row["data"]) for row in rows), kinds)).numbered(
        rows[0]["story"]
    )
    return pyarrow.Table.from_batches([_batch([_row(finding) for finding in told.findings], _FOUND)])


def _row(finding: Finding) -> dict[str, Any]:
    texts = {"bucket": bucket_of(finding.relation), "relation": finding.relation, "severity": finding.severity}
    told = {"story": finding.story, "id": finding.id, "kind": finding.kind, "finding": dumps(plain_finding(finding))}
    return {**told, **{name: text.value for name, text in texts.items()}}


def _batch(rows: Sequence[Mapping[str, Any]], schema: str) -> RecordBatch:
    """Rows as Arrow has them; `schema` is in Spark's words."""
    import pyarrow

    types = {"string": pyarrow.string(), "long": pyarrow.int64(), "binary": pyarrow.binary()}
    fields = (field.split() for field in schema.split(", "))
    return pyarrow.RecordBatch.from_pylist(rows, pyarrow.schema([(name, types[type]) for name, type in fields]))


@lru_cache(maxsize=4)
def _pack(rules: tuple[str, ...]) -> RulePack:
    """The rules, once for each process of an executor."""
    return load_pack([Path(folder) for folder in rules])


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads articles from Parquet and writes the findings on them as Parquet."""
    from argparse import ArgumentParser

    from pyspark.sql import SparkSession

    parser = ArgumentParser(prog="factcheck-spark", description=main.__doc__)
    parser.add_argument("articles", help="Parquet, a file or a folder, wherever Spark reads from")
    parser.add_argument("findings", help="where to write; must not exist")
    parser.add_argument("--rules", action="append", default=[], metavar="PATH", help="a folder of rules; repeatable")
    parser.add_argument("--select", action="append", default=[], metavar="KIND", help="only this kind; repeatable")
    parser.add_argument("--column", action="append", default=[], metavar="FIELD=NAME", help="as for `factcheck`")
    given = parser.parse_args(arguments)
    spark = SparkSession.builder.appName("factcheck").getOrCreate()
    columns = dict(column.split("=", 1) for column in given.column)
    name = given.articles.rstrip("/").rpartition("/")[2]
    articles = spark.read.parquet(given.articles)
    outcome = find(articles, name=name, rules=given.rules, kinds=given.select, columns=columns)
    outcome.findings.write.parquet(given.findings)
    print(f"{outcome.skipped.count()} rows hold no article")
    outcome.readings.unpersist()


if __name__ == "__main__":
    # What runs on the executors is found by its module, and must not be this script's own.
    from factcheck.spark import main as installed

    installed()
