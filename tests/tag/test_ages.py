"""Which figures of a sentence are ages."""

from __future__ import annotations

import pytest

from factcheck.model import Article
from factcheck.reader import read
from factcheck.rulepack import load_pack


def ages(text: str, language: str) -> list[str]:
    tagged = read(Article("invented", text, language, ""), load_pack()).tagged
    return [str(mention.value) for sentence in tagged for mention in sentence.mentions if mention.type == "age"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police named Ada Brandt, 34, and Ole Krag (29).", ["34", "29"]),
        ("Killed were Ada Brandt, 34; Ole Krag, 29; and Ines Falk, 7.", ["34", "29", "7"]),
        ("The 34-year-old met a 7-month-old baby and an 11 year-old boy.", ["34", "7 month", "11"]),
        ("The boy, aged 5, and Ada Brandt, 18 years old, were hurt.", ["5", "18"]),
        ("The driver was Ole Krag, 34, a lawyer from Graz.", ["34"]),
        ("The singer Ada Brandt, who is 84, left.", ["84"]),
        ("Ada Brandt, 34 points, led after a 34-year career in Section 34.", []),
        ("In the game Ada Brandt, 12 of 14 from the line, won 34-29.", []),
        ("The club of Ada Brandt was 34 points ahead after 34 years.", []),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert ages(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisi menangkap Edda Brandt (34) dan EB (7).", ["34", "7"]),
        ("Korban bernama Edda Brandt, 34 tahun, warga Graz.", ["34"]),
        ("Seorang pria berusia 34 tahun dan anak umur 5 tahun terluka.", ["34", "5"]),
        ("Ole Krag divonis 3 tahun penjara setelah 34 tahun bekerja.", []),
    ],
)
def test_indonesian(text: str, expected: list[str]) -> None:
    assert ages(text, "id") == expected
