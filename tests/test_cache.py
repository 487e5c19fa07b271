"""What an unchanged article or story says is kept, and never believed when it is damaged or of another one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from factcheck import check, reader, verdicts
from factcheck.errors import UsageError
from factcheck.findings import Report

TEXT = "Presiden Norwegia Edda Brandt tiba di Lisbon, Portugal, pada Kamis pagi (4 April 2019)."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text(TEXT, encoding="utf-8")
    return articles


def file_of(folder: Path) -> Path:
    return folder.parent / "cache" / "factcheck" / "readings-1.sqlite"


def answers(report: Report) -> list[str]:
    return [f"{claim.kind} {claim.fields}" for claim in report.claims]


def changed(folder: Path, change: Callable[[bytes], bytes]) -> None:
    """Changes every value in the cache."""
    with sqlite3.connect(file_of(folder)) as connection:
        for key, value in connection.execute("SELECT key, value FROM kept").fetchall():
            connection.execute("UPDATE kept SET value = ? WHERE key = ?", (change(value), key))
    connection.close()


def test_a_second_run_works_nothing_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check([folder])
    monkeypatch.setattr(reader, "read", None)
    monkeypatch.setattr(verdicts, "story_told", None)
    assert check([folder]) == first


def test_without_the_cache_nothing_is_kept(folder: Path) -> None:
    report = check([folder], cache=False)
    assert not file_of(folder).exists()
    assert report == check([folder])


def test_the_cache_can_be_elsewhere(folder: Path, tmp_path: Path) -> None:
    report = check([folder], cache=tmp_path / "elsewhere")
    assert not file_of(folder).exists()
    assert (tmp_path / "elsewhere" / "readings-1.sqlite").exists()
    assert report == check([folder], cache=tmp_path / "elsewhere")


def test_a_changed_article_is_read_again(folder: Path) -> None:
    before = answers(check([folder]))
    (folder / "a.txt").write_text(TEXT.replace("Kamis pagi (4", "Jumat pagi (5"), encoding="utf-8")
    assert answers(check([folder])) != before


def test_a_story_with_another_article_is_judged_again(folder: Path) -> None:
    alone = check([folder])
    (folder / "b.txt").write_text(TEXT.replace("Kamis pagi (4", "Jumat pagi (5"), encoding="utf-8")
    both = check([folder])
    assert both == check([folder], cache=False) != alone
    (folder / "b.txt").unlink()
    assert check([folder]) == alone


def test_other_kinds_are_other_findings(folder: Path) -> None:
    everything = check([folder])
    assert check([folder], ignore=["visit-date"]) == check([folder], ignore=["visit-date"], cache=False) != everything


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"",
        lambda data: b"nonsense" * 20,
        lambda data: data[:-5],
        lambda data: data[:90] + b"?" + data[91:],
    ],
    ids=["empty", "nonsense", "cut short", "one byte"],
)
def test_a_damaged_entry_is_never_believed(folder: Path, change: Callable[[bytes], bytes]) -> None:
    before = check([folder])
    changed(folder, change)
    assert check([folder]) == before
    changed(folder, change)
    (folder / "b.txt").write_text("Sesuatu yang lain terjadi di Oslo.", encoding="utf-8")
    assert set(answers(before)) <= set(answers(check([folder])))


def test_a_forged_entry_is_refused(folder: Path) -> None:
    check([folder])

    def forge(data: bytes) -> bytes:
        body = data[32:-20] + b"x" * 20
        return sha256(body).digest() + body

    changed(folder, forge)
    with pytest.raises(UsageError, match="--no-cache"):
        check([folder], ignore=["visit-date"])


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 100])
def test_a_damaged_file_is_made_anew(folder: Path, damage: bytes) -> None:
    before = check([folder])
    file_of(folder).write_bytes(damage)
    assert check([folder]) == before
    assert file_of(folder).read_bytes() != damage


def test_a_cache_that_cannot_be_written_changes_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert len(check([folder]).claims) > 0
