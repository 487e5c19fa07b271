from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.findings import Skipped
from factcheck.load import LARGEST, Loaded, load_articles

WORDS = {"en": ["the", "of", "and", "was"], "id": ["yang", "dan", "di", "pada"]}
TEXT = "The bridge of Oslo was opened."


def load(*paths: Path, dates: dict[str, date] | None = None) -> Loaded:
    return load_articles(paths, dates, words=WORDS)


def write(path: Path, content: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def ids(loaded: Loaded) -> list[str]:
    return [article.id for article in loaded.articles]


def test_article_holds_text_language_and_hash(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Jembatan yang dibuka pada 3 Mei.\r\nDan lagi.\n")
    (article,) = load(path).articles
    assert (article.id, article.language) == ("a.txt", "id")
    assert article.text == "Jembatan yang dibuka pada 3 Mei.\r\nDan lagi.\n"
    assert article.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (article.title, article.given) == ("", None)


def test_folder_is_searched_in_full_and_sorted(tmp_path: Path) -> None:
    for name in ("z.txt", "b/c.text", "b/a.md", ".hidden.txt", ".git/x.txt", "b/photo.jpg", "data.xls"):
        write(tmp_path / "desk" / name)
    loaded = load(tmp_path / "desk")
    assert ids(loaded) == ["b/a.md", "b/c.text", "z.txt"]
    assert loaded.skipped == (Skipped("b/photo.jpg", "unsupported-type"), Skipped("data.xls", "unsupported-type"))


def test_named_file_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    assert ids(load(write(tmp_path / "notes.log"))) == ["notes.log"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        ("\u200b \u200b".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"\x01\x02\x03\x04abc\x05\x06", "binary"),
        (b"abc \x81\x8d \xff", "encoding"),
    ],
)
def test_what_is_no_text_is_skipped_with_its_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    write(tmp_path / "good.txt")
    write(tmp_path / "bad.txt", content)
    loaded = load(tmp_path)
    assert ids(loaded) == ["good.txt"]
    assert loaded.skipped == (Skipped("bad.txt", reason),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    text = "The bridge of “Malmö” was opened.\r\nNext 😀 line"
    loaded = load(write(tmp_path / "a.txt", text.encode(encoding)))
    assert [article.text for article in loaded.articles] == [text]
    assert loaded.warnings == ()


@pytest.mark.parametrize(
    ("content", "text", "warning"),
    [
        ("“Malmö” café".encode("cp1252"), "“Malmö” café", "Windows-1252"),
        ("“Malmö” café ".encode() + b"\xff", "“Malmö” café \ufffd", "byte"),
        ("Malmö".encode("utf-16") + b"a", "Malmö\ufffd", "UTF-16"),
    ],
)
def test_other_bytes_are_read_with_a_warning(tmp_path: Path, content: bytes, text: str, warning: str) -> None:
    loaded = load(write(tmp_path / "a.txt", content))
    assert [article.text for article in loaded.articles] == [text]
    assert len(loaded.warnings) == 1
    assert loaded.warnings[0].startswith("a.txt: ")
    assert warning in loaded.warnings[0]


def test_missing_paths_are_named_together(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no-a.*no-b"):
        load(tmp_path / "no-b", write(tmp_path / "a.txt"), tmp_path / "no-a")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    path.chmod(0)
    assert load(path).skipped == (Skipped("a.txt", "unreadable"),)


def test_broken_link_in_a_folder_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert load(tmp_path).skipped == (Skipped("a.txt", "unreadable"),)


def test_loops_of_links_end_and_a_file_counts_once(tmp_path: Path) -> None:
    write(tmp_path / "desk" / "a.txt")
    (tmp_path / "desk" / "again").symlink_to(tmp_path / "desk")
    (tmp_path / "desk" / "0.txt").symlink_to(tmp_path / "desk" / "a.txt")
    assert ids(load(tmp_path / "desk")) == ["a.txt"]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["one"], ["sub/x.txt", "x.txt"]),
        (["one", "one/x.txt"], ["sub/x.txt", "x.txt"]),
        (["one", "one/sub"], ["sub/x.txt", "x.txt"]),
        (["one/x.txt", "two/y.txt"], ["x.txt", "y.txt"]),
        (["one", "two"], ["one/sub/x.txt", "one/x.txt", "two/sub/x.txt", "two/x.txt", "y.txt"]),
        (["one/x.txt", "two/x.txt"], ["one/x.txt", "two/x.txt"]),
    ],
)
def test_ids_and_order_of_paths(tmp_path: Path, paths: list[str], expected: list[str]) -> None:
    for name in ("one/x.txt", "one/sub/x.txt", "two/x.txt", "two/sub/x.txt", "two/y.txt"):
        write(tmp_path / name, f"{TEXT} {name}")
    given = [tmp_path / path for path in paths]
    assert ids(load(*given)) == expected
    assert load(*given) == load(*reversed(given))


def test_name_of_the_folder_does_not_matter(tmp_path: Path) -> None:
    for root in ("desk", "renamed"):
        write(tmp_path / root / "b.txt", "")
        write(tmp_path / root / "sub" / "a.txt")
    assert load(tmp_path / "desk") == load(tmp_path / "renamed")


FRONT = '---\ntitle: "A bridge: opened"\nDate: 2031-05-04T10:00\nlang: id\ntags: [a, b]\n---\n'


def test_front_matter_of_markdown(tmp_path: Path) -> None:
    (article,) = load(write(tmp_path / "a.md", FRONT + TEXT)).articles
    assert (article.title, article.given, article.language) == ("A bridge: opened", date(2031, 5, 4), "id")
    assert article.text == FRONT + TEXT


def test_front_matter_is_for_markdown_and_must_end(tmp_path: Path) -> None:
    texts = {"a.txt": FRONT + TEXT, "b.md": f"---\ntitle: x\n{TEXT}", "c.md": TEXT}
    for name, text in texts.items():
        write(tmp_path / name, text)
    assert [(article.title, article.given) for article in load(tmp_path).articles] == [("", None)] * 3


def test_front_matter_alone_is_empty(tmp_path: Path) -> None:
    assert load(write(tmp_path / "a.md", FRONT)).skipped == (Skipped("a.md", "empty"),)


def test_given_date_wins_and_a_bad_one_is_told(tmp_path: Path) -> None:
    write(tmp_path / "a.md", FRONT + TEXT)
    write(tmp_path / "b.md", f"---\npublished: last week\n---\n{TEXT}")
    loaded = load(tmp_path, dates={"a.md": date(2030, 1, 2)})
    assert [article.given for article in loaded.articles] == [date(2030, 1, 2), None]
    assert len(loaded.warnings) == 1
    assert "'last week'" in loaded.warnings[0]


def test_the_largest_file_is_loaded_and_a_larger_one_is_not(tmp_path: Path) -> None:
    line = (f"{TEXT} " * (LARGEST // len(TEXT)))[:LARGEST]
    write(tmp_path / "a.txt", line)
    write(tmp_path / "b.txt", line + ".")
    loaded = load(tmp_path)
    assert [article.text for article in loaded.articles] == [line]
    assert loaded.skipped == (Skipped("b.txt", "too-large"),)


def test_size_is_counted_in_bytes(tmp_path: Path) -> None:
    text = "\u00f8" * (LARGEST // 2)
    write(tmp_path / "a.txt", text)
    write(tmp_path / "b.txt", text + "a")
    loaded = load(tmp_path)
    assert (ids(loaded), loaded.skipped) == (["a.txt"], (Skipped("b.txt", "too-large"),))
