"""What may be typed after an option, and what it means."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.cli import run
from factcheck.errors import UsageError
from factcheck.options import place_of
from factcheck.report import FORMATS, SUFFIXES
from tests.corpus import ROOT


def test_a_place_is_a_path_with_or_without_a_line(tmp_path: Path) -> None:
    article, odd = tmp_path / "a.txt", tmp_path / "b:7"
    article.touch()
    odd.touch()
    assert place_of(str(article)) == (article, None)
    assert place_of(f"{article}:12") == (article, 12)
    assert place_of(str(odd)) == (odd, None)
    assert place_of("absent:file") == (Path("absent:file"), None)


@pytest.mark.parametrize("line", ["abc", "-1", "", "1.5"])
def test_what_is_no_line_is_said_to_be_none(tmp_path: Path, line: str) -> None:
    (article := tmp_path / "a.txt").touch()
    with pytest.raises(UsageError, match="is no line; write a number"):
        place_of(f"{article}:{line}")


def test_formats_are_listed_in_one_order_everywhere(capsys: pytest.CaptureFixture[str]) -> None:
    names = list(FORMATS)
    run(["report", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert f"{', '.join(names[:-1])} or {names[-1]}" in told
    assert f"{', '.join(SUFFIXES)}. Repeatable" in told
    rows = re.findall(r"^\| `(\w+)` \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [row for row in rows if row in names] == names
