"""`explain FILE:LINE`: a place where there is nothing to explain is said to be one."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli import run
from tests.corpus import write

TEXT = "The port counted 42 ferries on Monday, said the minister.\n\nIt counted 44 on Tuesday.\n"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "news", {"a.txt": TEXT})
    (tmp_path / "none").mkdir()
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("news/a.txt:99", "news/a.txt: there is no line 99; the lines are 1 to 3"),
        ("news/a.txt:0", "there is no line 0"),
        ("news/a.txt:2", "line 2 is empty"),
        ("news/a.txt:abc", "news/a.txt: 'abc' is no line; write a number, as in news/a.txt:12"),
        ("news/a.txt:-1", "'-1' is no line"),
        ("news/a.txt:", "'' is no line"),
        ("news:1", "news: a folder has no line 1"),
        ("news/b.txt:1", "no such file or folder: news/b.txt"),
    ],
)
def test_a_place_without_anything_to_explain(place: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", place]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err


@pytest.mark.usefixtures("article")
def test_a_line_with_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "news/a.txt:3"]) == 0
    assert "3: [body] It counted 44 on Tuesday." in capsys.readouterr().out


@pytest.mark.usefixtures("article")
def test_a_folder_without_articles(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "none"]) == 3
    assert "nothing was checked: no readable article" in capsys.readouterr().err
