"""What waits on disk comes back as it went in: the report is the same, byte for byte, as that of a run in memory."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import check, waiting
from factcheck.cache import Kept
from factcheck.errors import UsageError
from factcheck.findings import Report
from factcheck.model import Article
from factcheck.report import FORMATS, View, render
from factcheck.waiting import Waiting
from tests.permuted import write_rows

ARTICLES = int(os.environ.get("FACTCHECK_DUCKDB_ARTICLES", "300"))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_rows(tmp_path_factory.mktemp("corpus") / "articles.jsonl", ARTICLES)


@pytest.fixture(scope="module")
def in_memory(corpus: Path) -> Report:
    report = check([corpus], cache=corpus.parent / "cache")
    assert len(report.claims) > 10 * ARTICLES > 0 and report.warnings == ()
    return report


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred claims are too many for memory, and articles move and come back in handfuls."""
    monkeypatch.setattr(waiting, "MOST_IN_MEMORY", 100)
    monkeypatch.setattr(waiting, "_AT_ONCE", 4)
    monkeypatch.setattr(waiting, "_STRETCH", 100_000)


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[waiting._Table]]:
    """The tables of DuckDB that a test uses."""
    pytest.importorskip("duckdb", reason="the extra `duckdb` is not installed")
    made: list[waiting._Table] = []

    class Noted(waiting._Table):
        def __init__(self) -> None:
            super().__init__()
            made.append(self)

    monkeypatch.setattr(waiting, "_Table", Noted)
    yield made
    assert not any(os.path.exists(table._folder.name) for table in made)


@pytest.mark.usefixtures("few")
def test_a_report_by_way_of_the_disk_has_the_same_bytes(
    corpus: Path, in_memory: Report, tables: list[waiting._Table]
) -> None:
    report = check([corpus], cache=corpus.parent / "cache")
    assert len(tables) == 1
    for name in FORMATS:
        assert render(report, name, View(verbose=True)) == render(in_memory, name, View(verbose=True))
    assert report == in_memory


def test_what_fits_into_memory_stays_there(corpus: Path, tables: list[waiting._Table]) -> None:
    check([corpus], cache=corpus.parent / "cache")
    assert tables == []


@pytest.mark.usefixtures("few")
def test_without_duckdb_all_stays_in_memory_and_the_user_is_told(
    corpus: Path, in_memory: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    report = check([corpus], cache=corpus.parent / "cache")
    (told,) = report.warnings
    assert "more than 100 claims" in told and "pip install 'factcheck-sources[duckdb]'" in told
    assert report._replace(warnings=()) == in_memory


def _kept(id: str) -> Kept:
    return Kept(Article(id, "", "en", "0" * 64), b"\0" * 32 + (60).to_bytes(4, "big") + b"what it says")


@pytest.mark.usefixtures("few")
def test_stories_come_in_order_whatever_the_articles_are_called(tables: list[waiting._Table]) -> None:
    ids = ["b", "a/ü.txt", "half \udcff", "#~\0", "A", "日本"]
    with Waiting() as all:
        for id in ids:
            all.add(_kept(id))
        numbers = {id: 1 + number % 2 for number, id in enumerate(sorted(ids))}
        stories = [[kept.id for kept in members] for members in all.stories(numbers)]
    assert len(tables) == 1 and stories == [sorted(ids)[::2], sorted(ids)[1::2]]


@pytest.mark.usefixtures("few")
def test_a_full_disk_is_told_in_words(tables: list[waiting._Table], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(waiting._SETTINGS, "memory_limit", "2MB")
    monkeypatch.setitem(waiting._SETTINGS, "max_temp_directory_size", "0KB")
    many = (_kept(f"{number}" * 50)._replace(data=b"\1" * 36 + os.urandom(5000)) for number in range(5000))
    with Waiting() as all, pytest.raises(UsageError, match="temporary files"):
        deque(map(all.add, many), maxlen=0)
