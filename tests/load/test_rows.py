"""Tables of articles, one a row: JSON lines, CSV and Parquet."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tracemalloc
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.findings import Skipped
from factcheck.load import LARGEST, Loaded, Loading, open_articles
from factcheck.load.rows import columns_of

WORDS = {"en": ["the", "of", "and", "was"], "id": ["yang", "dan", "di", "pada"]}
TEXT = "The bridge of Oslo was opened."


def load(path: Path, columns: Mapping[str, str] | None = None) -> Loaded:
    loading = open_articles([path], columns=columns, words=WORDS)
    return Loaded(tuple(loading), loading.skipped, loading.warnings)


def lines(path: Path, *rows: Any) -> Path:
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_a_row_is_an_article_under_its_own_id(tmp_path: Path) -> None:
    row = {"id": 7, "headline": "A bridge", "Body": TEXT, "published_at": "2031-05-04T10:00:00Z", "lang": "id"}
    (article,) = load(lines(tmp_path / "a.jsonl", row)).articles
    assert (article.id, article.text, article.title) == ("a.jsonl#7", TEXT, "A bridge")
    assert (article.given, article.language) == (date(2031, 5, 4), "id")


@pytest.mark.parametrize(
    ("row", "id"),
    [
        ({"text": TEXT}, "3"),
        ({"text": TEXT, "url": "https://x.test/a"}, "https://x.test/a"),
        ({"text": TEXT, "url": "https://x.test/a", "id": "k"}, "k"),
    ],
)
def test_id_is_the_rows_own_its_address_or_its_line(tmp_path: Path, row: dict[str, str], id: str) -> None:
    loaded = load(lines(tmp_path / "a.jsonl", {"text": "Other.", "id": "x"}, "", row))
    assert [article.id for article in loaded.articles] == ["a.jsonl#x", f"a.jsonl#{id}"]


def test_where_an_article_was_found_and_who_published_it_is_known(tmp_path: Path) -> None:
    row = {"text": TEXT, "id": "k", "link": "https://x.test/a", "Site_Name": "Port News"}
    (article,) = load(lines(tmp_path / "a.jsonl", row)).articles
    assert (article.url, article.outlet) == ("https://x.test/a", "Port News")
    (tmp_path / "b.md").write_text(f"---\nurl: https://x.test/b\nsource: Sea News\n---\n{TEXT}\n")
    (article,) = load(tmp_path / "b.md").articles
    assert (article.url, article.outlet) == ("https://x.test/b", "Sea News")


def test_two_rows_of_one_id_are_two_articles(tmp_path: Path) -> None:
    loaded = load(lines(tmp_path / "a.jsonl", *({"id": "k", "text": f"{TEXT} {n}"} for n in range(3))))
    assert [article.id for article in loaded.articles] == ["a.jsonl#k", "a.jsonl#k~2", "a.jsonl#k~3"]


def test_a_name_that_is_a_number_is_no_other_rows_number(tmp_path: Path) -> None:
    rows = ({"id": "2"}, {}, {"id": "2"}, {"id": "4"})
    loaded = load(lines(tmp_path / "a.jsonl", *({**row, "text": TEXT} for row in rows)))
    assert [article.id for article in loaded.articles] == ["a.jsonl#2", "a.jsonl#2~2", "a.jsonl#2~3", "a.jsonl#4"]


def test_every_bad_row_is_told_with_its_line(tmp_path: Path) -> None:
    rows = [{"text": TEXT}, "{broken", "[1, 2]", {"title": "no text"}, {"text": "x" * (LARGEST + 1)}, {"text": TEXT}]
    loaded = load(lines(tmp_path / "a.jsonl", *rows, '{"text": "' + "y" * (9 * LARGEST) + '"}', {"text": TEXT}))
    assert [article.id for article in loaded.articles] == ["a.jsonl#1", "a.jsonl#6", "a.jsonl#8"]
    assert loaded.skipped == (
        Skipped("a.jsonl:2", "bad-row"),
        Skipped("a.jsonl:3", "bad-row"),
        Skipped("a.jsonl:4", "empty"),
        Skipped("a.jsonl:5", "too-large"),
        Skipped("a.jsonl:7", "too-large"),
    )


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv_with_quotes_line_ends_and_a_mark(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "a.csv"
    quoted = '"The bridge,\nof ""Oslo""; was\topened."'
    rows = [["nr", "content", "date"], ["1", quoted, "2031-05-04"], ["2"], ["3", TEXT, ""]]
    path.write_text("\ufeff" + "".join(f"{sign.join(row)}\r\n" for row in rows), encoding="utf-8", newline="")
    loaded = load(path)
    assert [article.text for article in loaded.articles] == ['The bridge,\nof "Oslo"; was\topened.', TEXT]
    assert [article.given for article in loaded.articles] == [date(2031, 5, 4), None]
    assert loaded.skipped == (Skipped("a.csv:4", "bad-row"),)


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.csv", "text,story,key", f"teaser,{TEXT},k")
    (article,) = load(path, {"text": "story", "id": "key"}).articles
    assert (article.id, article.text) == ("a.csv#k", TEXT)


def test_a_column_that_was_named_is_not_guessed(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.csv", "text,n", f"{TEXT},1")
    assert load(path, {"text": "story"}).skipped == (Skipped("a.csv", "no-text-column"),)


def test_columns_are_guessed_whatever_their_case_and_signs() -> None:
    names = ("Article-Body", "PubDate", "HEADLINE", "n")
    assert columns_of(names, ()) == {"text": "Article-Body", "date": "PubDate", "title": "HEADLINE"}


def test_a_table_without_texts_is_passed_by_unless_it_is_named(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.csv", "city,people", "Oslo,5")
    assert load(tmp_path).skipped == (Skipped("a.csv", "unsupported-type"),)
    loaded = load(path)
    assert loaded.skipped == (Skipped("a.csv", "no-text-column"),)
    assert "--column text=NAME" in loaded.warnings[0]


def test_packed_lines_are_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"text": TEXT}).encode()))
    assert [article.id for article in load(path).articles] == ["a.jsonl.gz#1"]
    path.write_bytes(path.read_bytes()[:-9])
    assert load(path).skipped == (Skipped("a.jsonl.gz", "unreadable"),)


@pytest.mark.parametrize(
    ("data", "ids"),
    [(TEXT.encode(), ["stdin"]), (json.dumps({"id": "k", "text": TEXT}).encode(), ["stdin#k"])],
    ids=["text", "lines"],
)
def test_standard_input_is_one_text_or_lines(monkeypatch: pytest.MonkeyPatch, data: bytes, ids: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
    assert [article.id for article in load(Path("-")).articles] == ids


def test_parquet(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [{"text": TEXT, "day": date(2031, 5, 4), "rest": 1}, {"text": None, "day": None, "rest": 2}]
    parquet.write_table(arrow.Table.from_pylist(rows), tmp_path / "a.parquet")
    loaded = load(tmp_path / "a.parquet", {"date": "day"})
    assert [(article.id, article.given) for article in loaded.articles] == [("a.parquet#1", date(2031, 5, 4))]
    assert loaded.skipped == (Skipped("a.parquet:2", "empty"),)


def test_a_large_table_takes_little_memory(tmp_path: Path) -> None:
    def peak(rows: int) -> int:
        path = lines(tmp_path / f"{rows}.jsonl", *({"text": f"{TEXT} {n} {'x' * 5000}"} for n in range(rows)))
        loading: Loading = open_articles([path], words=WORDS)
        tracemalloc.start()
        assert sum(1 for _ in loading) == rows
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)  # what is imported once is not counted
    assert peak(1000) < 1000 * 5000 / 20
