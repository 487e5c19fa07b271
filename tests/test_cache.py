"""What an unchanged article says is kept, and never believed when it is damaged or of another article."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import cache, check, reader
from factcheck.model import Report

TEXT = "Presiden Norwegia Edda Brandt tiba di Lisbon, Portugal, pada Kamis pagi (4 April 2019)."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text(TEXT, encoding="utf-8")
    return articles


def stored(folder: Path) -> list[Path]:
    return sorted((folder.parent / "cache" / "factcheck" / "readings").glob("*"))


def answers(report: Report) -> list[str]:
    return [f"{claim.kind} {claim.fields}" for claim in report.claims]


def test_a_second_run_reads_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check([folder])
    assert len(stored(folder)) == 1
    monkeypatch.setattr(reader, "read", None)
    assert check([folder]) == first


def test_without_the_cache_nothing_is_kept(folder: Path) -> None:
    report = check([folder], cache=False)
    assert stored(folder) == []
    assert report == check([folder])


def test_a_changed_article_is_read_again(folder: Path) -> None:
    before = answers(check([folder]))
    (folder / "a.txt").write_text(TEXT.replace("Kamis pagi (4", "Jumat pagi (5"), encoding="utf-8")
    assert answers(check([folder])) != before


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\0" * 32 + b"cos\nsystem\n."])
def test_a_damaged_file_is_never_believed(folder: Path, damage: bytes) -> None:
    before = check([folder])
    (file,) = stored(folder)
    file.write_bytes(damage)
    assert check([folder]) == before
    assert file.read_bytes() != damage


def test_a_cache_that_cannot_be_written_changes_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert len(check([folder]).claims) > 0


def test_old_files_make_room(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST", 2)
    for number in range(6):
        (folder / "a.txt").write_text(f"{TEXT} {number}", encoding="utf-8")
        check([folder])
    assert len(stored(folder)) <= 3
