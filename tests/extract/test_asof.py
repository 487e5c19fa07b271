"""The moment that a figure refers to."""

from __future__ import annotations

import pytest

from factcheck.model import Article
from factcheck.reader import read
from factcheck.rulepack import load_pack


def moments(text: str, language: str) -> dict[str, str | None]:
    """The moment of each figure, by its words."""
    claims = read(Article("example", text, language, ""), load_pack()).claims
    told = (c for c in claims if c.kind in ("casualties", "count", "money", "percentage"))
    return {c.evidence.quote: c.as_of and str(c.as_of) for c in told}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The death toll rose to 41 as of Wednesday evening.", {"41": "Wednesday evening"}),
        ("en", "As of 8 p.m. three sailors were missing.", {"three sailors": "20"}),
        ("en", "The bridge will stay closed until Friday for 40 trucks.", {"40 trucks": None}),
        ("en", "Forty trucks were lost.", {"Forty trucks": None}),
        ("id", "Hingga Senin (5/5/2031) pukul 18.00, tiga orang tewas.", {"tiga orang": "2031-05-05 Monday 18:00"}),
        ("id", "Kredit mencapai Rp13 triliun per akhir Maret 2031.", {"Rp13 triliun": "2031-03 end"}),
        ("id", "Dinas mencatat 90 kasus sejak Januari hingga 5 Mei 2031.", {"90 kasus": "2031-05-05"}),
        ("id", "Aturan itu berlaku hingga 5 Mei 2031 bagi 40 kapal.", {"40 kapal": None}),
        ("id", "Per 5 Mei 2031 ada 40 kapal; pada 6 Mei ada 50 truk.", {"40 kapal": "2031-05-05", "50 truk": None}),
    ],
)
def test_the_moment_of_a_figure(language: str, text: str, expected: dict[str, str | None]) -> None:
    assert moments(text, language) == expected


def test_the_moment_of_a_figure_is_no_date_of_an_event() -> None:
    text = "Banjir memaksa 90 orang mengungsi hingga 5 Mei 2031."
    kinds = {claim.kind for claim in read(Article("example", text, "id", ""), load_pack()).claims}
    assert "casualties" in kinds and "event-date" not in kinds
