"""Web pages, alone and in archives."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from factcheck.findings import Skipped
from factcheck.load import Loaded, load_articles

WORDS = {"en": ["the", "of", "and", "was"], "id": ["yang", "dan", "di", "pada"]}
BODY = "The bridge of Oslo was opened by the mayor, who said that it had cost the city and its people too much."
PAGE = f"""<!doctype html><html lang="en"><head><title>A new bridge</title>
<meta property="article:published_time" content="2031-05-04T10:00:00Z"><link rel="canonical" href="https://x.test/bridge">
<meta property="og:site_name" content="Port News"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>A new bridge</h1><p>{BODY}</p>
<p>{BODY.replace("bridge", "tunnel")}</p></article><footer>Cookies, terms, imprint</footer></body></html>"""


def load(path: Path) -> Loaded:
    return load_articles([path], words=WORDS)


def test_a_page_is_its_article(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra `html` is not installed")
    (tmp_path / "a.html").write_text(PAGE)
    (article,) = load(tmp_path).articles
    assert (article.id, article.title, article.given) == ("a.html", "A new bridge", date(2031, 5, 4))
    assert (article.url, article.outlet) == ("https://x.test/bridge", "Port News")
    assert BODY in article.text and "Cookies" not in article.text and "Sport" not in article.text


def test_a_page_without_an_article_is_told(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra `html` is not installed")
    (tmp_path / "a.html").write_text("<html><body></body></html>")
    assert load(tmp_path).skipped == (Skipped("a.html", "empty"),)


def test_without_the_extra_a_page_is_passed_by_unless_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "a.html").write_text(PAGE)
    assert load(tmp_path).skipped == (Skipped("a.html", "unsupported-type"),)
    named = load(tmp_path / "a.html")
    assert named.skipped == (Skipped("a.html", "needs-extra"),)
    assert "factcheck-sources[html]" in named.warnings[0]


def test_an_archive_gives_its_pages_by_their_addresses(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra `html` is not installed")
    warc = pytest.importorskip("fastwarc.warc", reason="the extra `warc` is not installed")

    def record(type: object, address: str, data: bytes) -> bytes:
        made, out = warc.WarcRecord(), io.BytesIO()
        made.init_headers(record_type=type, content_length=len(data))
        made.headers["WARC-Target-URI"] = address
        made.set_bytes_content(data)
        made.is_http = type == warc.WarcRecordType.response
        made.write(out)
        return out.getvalue()

    answer = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n"
    records = [
        record(warc.WarcRecordType.response, "https://x.test/a", answer % b"text/html" + PAGE.encode()),
        record(warc.WarcRecordType.response, "https://x.test/photo", answer % b"image/png" + b"\x89PNG"),
        record(warc.WarcRecordType.conversion, "https://x.test/b", BODY.encode()),
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    loaded = load(tmp_path / "a.warc")
    assert [article.id for article in loaded.articles] == ["a.warc#https://x.test/a", "a.warc#https://x.test/b"]
    assert all(BODY in article.text for article in loaded.articles)
    assert [article.url for article in loaded.articles] == ["https://x.test/a", "https://x.test/b"]
