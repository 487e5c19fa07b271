"""Words that a scraper ran together are cut where their parts are known, and only there."""

from __future__ import annotations

import pytest

from factcheck.model import Article, Sentence
from factcheck.rulepack import load_pack
from factcheck.tag.article import tag


def words(text: str, language: str) -> list[str]:
    """The words of a text as they are tagged."""
    article = Article("example", text, language, "")
    (tagged,) = tag(article, (Sentence(0, len(text)),), load_pack().lexicons[language])
    assert all(text[token.start : token.end] == token.text for token in tagged.tokens)
    return [token.text for token in tagged.tokens if token.kind == "w"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wilayahKabupaten Ranu", ["wilayah", "Kabupaten", "Ranu"]),
        ("PresidenAda Brandt", ["Presiden", "Ada", "Brandt"]),
        ("KepolisianRanu TimurOle Krag", ["Kepolisian", "Ranu", "Timur", "Ole", "Krag"]),
        ("Ranu Lama, Ranupada Senin", ["Ranu", "Lama", "Ranu", "pada", "Senin"]),
        ("Ranupada Senin", ["Ranupada", "Senin"]),
        ("YouTube dan McKrag", ["YouTube", "dan", "McKrag"]),
        ("Brandt, Krag, BrandtKrag", ["Brandt", "Krag", "Brandt", "Krag"]),
    ],
)
def test_unglued(text: str, expected: list[str]) -> None:
    assert words(text, "id") == expected
