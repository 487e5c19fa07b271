"""How the article presents a claim: as done, planned, possible, denied."""

from __future__ import annotations

import pytest

from factcheck.model import Article
from factcheck.reader import read
from factcheck.rulepack import load_pack


def modalities(kind: str, text: str, language: str) -> list[str]:
    """The modality of each claim of a kind, in the order of the text."""
    claims = read(Article("example", text, language, ""), load_pack()).claims
    return [claim.modality.value for claim in claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("language", "kind", "text", "modality"),
    [
        ("en", "percentage", "The union rejected an offer of 3 percent.", "happened"),
        ("en", "percentage", "The mayor rejected claims that 3 percent had voted.", "denied"),
        ("en", "event-date", "Brandt shot the wolf on May 25, 2031.", "happened"),
        ("en", "event-date", "The hearing was held on Monday, will report Krag.", "happened"),
        ("en", "casualties", "Soldiers shot and killed eight suspected smugglers.", "happened"),
        ("id", "count", "Jumlah massa tidak lebih dari 4.000 orang.", "happened"),
        ("id", "count", "Jumlah massa bukan 4.000 orang.", "denied"),
        ("id", "money", "Nilai barang bukti diperkirakan Rp95 miliar.", "happened"),
        ("id", "count", "Jumlah pengungsi bisa mencapai 20.000 orang.", "possible"),
        ("id", "casualties", "Kapal karam, 25 penumpang belum ditemukan.", "happened"),
    ],
)
def test_modality(language: str, kind: str, text: str, modality: str) -> None:
    assert modalities(kind, text, language) == [modality]
