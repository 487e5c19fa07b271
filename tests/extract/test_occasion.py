"""The day on which something was said is told from the day of what was said."""

from __future__ import annotations

import pytest

from factcheck.model import Article
from factcheck.reader import read
from factcheck.rulepack import load_pack


def dates(text: str, language: str) -> list[tuple[str, str]]:
    """The event and the parties of each date, in the order of the text."""
    claims = read(Article("example", text, language, ""), load_pack()).claims
    told = [claim.fields for claim in claims if claim.kind == "event-date"]
    return [(str(fields.get("event", "")), str(fields.get("who", ""))) for fields in told]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Mayor Ada Brandt said on Monday the bridge was closed.", ("statement", "ada brandt")),
        ("en", "The bridge was closed, Ada Brandt told reporters in Oslo on Monday.", ("statement", "ada brandt")),
        ("en", "On Monday, Ada Brandt said the bridge was closed.", ("statement", "ada brandt")),
        ("en", "Ada Brandt said the blaze broke out on Monday.", ("fire", "")),
        ("id", "\"Api sudah padam,\" kata Ada Brandt dalam keterangan tertulis, Senin.", ("statement", "ada brandt")),
        ("id", "\"Api sudah padam,\" kata Ada Brandt saat dihubungi wartawan, Senin.", ("statement", "ada brandt")),
        ("id", "Ada Brandt mengatakan kebakaran terjadi pada Senin.", ("fire", "")),
    ],
)
def test_the_day_of_a_statement(language: str, text: str, expected: tuple[str, str]) -> None:
    assert dates(text, language) == [expected]
