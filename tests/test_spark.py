"""The findings of a Spark cluster are those of the local run, byte for byte."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from factcheck import check
from factcheck.errors import UsageError
from factcheck.model import Bucket
from factcheck.report.plain import dumps, plain_finding
from tests.permuted import rows

ARTICLES = int(os.environ.get("FACTCHECK_SPARK_ARTICLES", "100"))


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql", reason="the extra `spark` is not installed")
    if not (which("java") or "JAVA_HOME" in os.environ):
        pytest.skip("Spark needs Java")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    settings = {"spark.sql.shuffle.partitions": "4", "spark.driver.host": "localhost"}
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    yield spark
    spark.stop()


def table(path: Path, articles: list[dict[str, str]]) -> Path:
    arrow = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet").write_table(arrow.Table.from_pylist(articles), path, row_group_size=16)
    return path


@pytest.mark.filterwarnings("ignore")
def test_findings_are_those_of_the_local_run(session: Any, tmp_path: Path) -> None:
    from factcheck.spark import find

    bad = [{"id": "blank", "text": " "}]
    path = table(tmp_path / "articles.parquet", [*islice(rows(), ARTICLES), *bad])
    outcome = find(session.read.parquet(str(path)).repartition(5), name=path.name)
    found = sorted((row.bucket, row.finding) for row in outcome.findings.collect())
    report = check([path], cache=False)
    local = [(bucket, getattr(report, bucket)) for bucket in Bucket]
    assert found == sorted((str(bucket), dumps(plain_finding(f))) for bucket, findings in local for f in findings)
    assert [(row.id, row.reason) for row in outcome.skipped.collect()] == [("articles.parquet#blank", "empty")]
    outcome.readings.unpersist()


@pytest.mark.filterwarnings("ignore")
def test_a_table_that_cannot_be_told_apart_is_refused(session: Any, tmp_path: Path) -> None:
    from factcheck.spark import find

    (row,) = islice(rows(), 1)
    with pytest.raises(UsageError, match="articles#000000-0"):
        find(session.createDataFrame([row, row]))
    with pytest.raises(UsageError, match="id"):
        find(session.createDataFrame([{"text": row["text"]}]))


@pytest.mark.filterwarnings("ignore")
def test_the_script_writes_parquet(session: Any, tmp_path: Path) -> None:
    from factcheck.spark import main

    main([str(table(tmp_path / "in.parquet", list(islice(rows(), 10)))), str(tmp_path / "out")])
    assert session.read.parquet(str(tmp_path / "out")).where("bucket = 'conflicts'").count() > 0
