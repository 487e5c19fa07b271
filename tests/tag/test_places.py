"""Places and bodies. Streets, firms, people and sentences are invented; countries and provinces are real."""

from __future__ import annotations

import pytest

from tests.tag.test_names import tag_article


def found(lines: list[str], language: str, kind: str) -> list[str]:
    """The words of each mention of a kind in the last line."""
    return [words for type_, words, _ in tag_article(lines, language)[-1] if type_ == kind]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("id", "Parade di Lapangan Choe Jong Min ditunda.", ["Lapangan Choe Jong Min"]),
        ("id", "Ia tinggal di Jalan Anggur Biru.", ["Jalan Anggur Biru"]),
        ("id", "Gempa mengguncang Kabupaten Lumbung Timur.", ["Kabupaten Lumbung Timur"]),
        ("id", "Pesawat mendarat di Bandara Ranu.", ["Bandara Ranu"]),
        ("id", "Mobil itu melewati gerbang tol Ranu 2.", ["gerbang tol Ranu 2"]),
        ("id", "Ia tiba di Ostra kemarin.", ["Ostra"]),
        ("id", "Gedung Putih dan Moskow menolak.", ["Gedung Putih", "Moskow"]),
        ("en", "It happened in the 400 block of Gilder Street.", ["Gilder Street"]),
        ("en", "He was born near Ostra.", ["Ostra"]),
        ("en", "Pupils of Ostra High School left.", ["Ostra High School"]),
        ("en", "The White House and Moscow agreed.", ["White House", "Moscow"]),
        ("en", "A Norwegian ship left Oslo.", ["Norwegian", "Oslo"]),
        ("en", "OSTRA - A ship sank.", ["OSTRA"]),
        ("en", "She lives in Ostra, Lundia.", ["Ostra", "Lundia"]),
        ("en", "Fans of US music told us.", ["US"]),
        ("id", "Ia datang sebagai as roda.", []),
    ],
)
def test_places(language: str, line: str, expected: list[str]) -> None:
    assert found([line], language, "place") == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("id", "Menurut Kementerian Dalam Negeri, jalan ditutup.", ["Kementerian Dalam Negeri"]),
        ("id", "Sidang di Pengadilan Negeri Ranu ditunda.", ["Pengadilan Negeri Ranu"]),
        ("id", "Universitas Kenanga Putih membuka kelas.", ["Universitas Kenanga Putih"]),
        ("id", "Gedung milik PT Lumbung Jaya terbakar.", ["PT Lumbung Jaya"]),
        ("id", "Komite Layar Nusantara (KLN) bubar. Kini KLN bangkit.", ["Komite Layar Nusantara", "KLN", "KLN"]),
        ("en", "The Lund County Sheriff's Office is here.", ["Lund County Sheriff's Office"]),
        ("en", "Shares of Brandt Corp. fell.", ["Brandt Corp"]),
        ("en", "The Lundia Department of Harbours closed.", ["Lundia Department of Harbours"]),
        ("en", "The Ministry of Ice closed.", ["Ministry of Ice"]),
    ],
)
def test_bodies(language: str, line: str, expected: list[str]) -> None:
    assert found([line], language, "org") == expected


def test_abbreviation_means_the_body() -> None:
    tagged = tag_article(["Komite Layar Nusantara (KLN) bubar.", "Menurut KLN, dana habis."], "id")
    assert tagged[1] == [("org", "KLN", "Komite Layar Nusantara")]


def test_place_of_one_sentence_is_a_place_everywhere() -> None:
    assert found(["Ia lahir di Ostra.", "Warga berharap Ostra aman."], "id", "place") == ["Ostra"]


def test_person_is_no_place_for_a_preposition() -> None:
    lines = ["Menteri Pertahanan Ole Krag tiba.", "Surat itu dari Krag."]
    assert [(kind, words) for kind, words, _ in tag_article(lines, "id")[1]] == [("person", "Krag")]


@pytest.mark.parametrize(
    ("language", "line", "code"),
    [
        ("id", "Kremlin menolak.", "RU"),
        ("en", "Tehran refused.", "IR"),
        ("en", "A Norwegian man left.", "NO"),
        ("id", "Menurut RI, itu benar.", "ID"),
    ],
)
def test_place_carries_its_country(language: str, line: str, code: str) -> None:
    assert [v.country for kind, _, v in tag_article([line], language)[0] if kind == "place"] == [code]


def test_capital_as_a_first_name() -> None:
    lines = ["Police arrested Victoria Krag, 31, on the coast.", "Krag was calm."]
    assert [kind for kind, _, _ in tag_article(lines, "en")[0]] == ["person"]


def test_a_name_that_is_mostly_used_otherwise_is_no_place() -> None:
    lines = ["Players build in Bricksmith.", *(f"Bricksmith sold {n} times." for n in "1234"), "They own Bricksmith."]
    assert found(lines, "en", "place") == []


def test_an_abbreviation_that_seldom_stands_behind_a_preposition_is_no_place() -> None:
    lines = ["Rapat digelar di KRB.", *("Anggota KRB hadir." for _ in range(3)), "Ia memimpin KRB."]
    assert found(lines, "id", "place") == []


def test_a_word_for_a_sort_of_place_is_no_name() -> None:
    assert found(["Ia memimpin himpunan kawasan Industri."], "id", "place") == []
