"""What one kind claims is not claimed again by a kind for what is left, and victims serve no sentence."""

from __future__ import annotations

from factcheck.model import Article, Claim
from factcheck.reader import read
from factcheck.rulepack import load_pack


def claims(text: str, language: str) -> list[Claim]:
    return list(read(Article("example", text, language, ""), load_pack()).claims)


def test_a_fine_is_no_other_money() -> None:
    text = "Jaksa menuntut Ole Krag dengan pidana penjara 15 tahun dan denda Rp 1 miliar."
    assert "money" not in {claim.kind for claim in claims(text, "id")}


def test_the_age_of_a_named_person_is_nobody_elses() -> None:
    assert [claim.kind for claim in claims("Warga bernama Tarno (55) selamat.", "id")] == ["age"]


def test_a_victim_serves_no_sentence() -> None:
    text = "A guard was sentenced to 22 years in prison for the killing of 17-year-old Ole Krag."
    assert all("person" not in claim.fields for claim in claims(text, "en") if claim.kind == "penalty")
