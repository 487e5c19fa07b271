"""Offices and who holds them. All people, bodies and sentences are invented; countries are real."""

from __future__ import annotations

import pytest

from tests.tag.test_names import tag_article


def holders(lines: list[str], language: str) -> list[str]:
    """Person and office of each holder of the last line."""
    found = [value for kind, _, value in tag_article(lines, language)[-1] if kind == "holder"]
    return [f"{h.person.show()}: {h.office.id} of {h.office.of}{' (former)' if h.office.former else ''}" for h in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Menteri Pertahanan Ole Krag tiba.", "Ole Krag: defence-minister of None"),
        ("Menteri Pertahanan baru, Ole Krag, tiba.", "Ole Krag: defence-minister of None"),
        ("Wakil Perdana Menteri Ole Krag tiba.", "Ole Krag: deputy-prime-minister of None"),
        ("Presiden Norwegia Ada Brandt tiba.", "Ada Brandt: president of NO"),
        ("Menteri Pertahanan AS Ole Krag tiba.", "Ole Krag: defence-minister of US"),
        ("Presiden Amerika Serikat (AS) Ada Brandt tiba.", "Ada Brandt: president of US"),
        ("Presiden ke-7 RI Ada Brandt tiba.", "Ada Brandt: president of ID"),
        ("Menteri Keuangan (Menkeu) Ada Brandt tiba.", "Ada Brandt: finance-minister of None"),
        ("Kepala Dinas Perhubungan Jawa Barat Ole Krag tiba.", "Ole Krag: head of perhubungan jawa barat"),
        ("Kapolres Garut AKBP Ole Krag tiba.", "Ole Krag: district-police-chief of garut"),
        ("Juru bicara Dewan Keamanan Nasional, Ole Krag, tiba.", "Ole Krag: spokesperson of dewan keamanan nasional"),
        ("Hal itu dikatakan Ketua Majelis Hakim, Ole Krag.", "Ole Krag: presiding-judge of None"),
        ("Hal itu dikatakan penasihat kebijakan luar negerinya, Ole Krag.", "Ole Krag: foreign-policy-adviser of None"),
        ("Ajudan Brandt, Ole Krag, tiba.", "Ole Krag: aide of brandt"),
        ("Mantan Menteri Pertahanan Ole Krag tiba.", "Ole Krag: defence-minister of None (former)"),
        ("Plt Gubernur Jawa Barat Ole Krag tiba.", "Ole Krag: governor of jawa barat"),
        ("Ole Krag, menteri pertahanan Norwegia, tiba.", "Ole Krag: defence-minister of NO"),
        ("Ole Krag (Menteri Pertahanan) tiba.", "Ole Krag: defence-minister of None"),
        ("Ole Krag selaku Ketua Komisi Pengairan tiba.", "Ole Krag: chair of pengairan"),
        ("Gubernur Negara Bagian Ohio Ole Krag tiba.", "Ole Krag: governor of negara bagian ohio"),
        ("Pemimpin Korea Utara Choe Jong Min tiba.", "Choe Jong Min: leader of KP"),
        ("CEO Lumbung Group, Ole Krag, tiba.", "Ole Krag: chief-executive of lumbung group"),
        ("Kepala Basmari Utama, Ole, mengatakan kapal tiba.", "Ole: head of basmari utama"),
        ("Danlanud Batu Karang, Marsekal Pertama TNI Ole Krag, tiba.", "Ole Krag: regional-commander of batu karang"),
    ],
)
def test_indonesian_holder(line: str, expected: str) -> None:
    assert holders(["Ia lahir di Garut.", line], "id") == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Defence Minister Ole Krag left.", "Ole Krag: defence-minister of None"),
        ("The new defence minister, Ole Krag, left.", "Ole Krag: defence-minister of None"),
        ("Deputy Prime Minister Ole Krag left.", "Ole Krag: deputy-prime-minister of None"),
        ("US Secretary of State Ada Brandt left.", "Ada Brandt: foreign-minister of US"),
        ("Norwegian President Ada Brandt left.", "Ada Brandt: president of NO"),
        ("Norway's Prime Minister Ada Brandt left.", "Ada Brandt: prime-minister of NO"),
        ("Former Norwegian President Ada Brandt left.", "Ada Brandt: president of NO (former)"),
        ("Interim Police Chief Ole Krag left.", "Ole Krag: police-chief of None"),
        ("Ostra City Mayor Ole Krag left.", "Ole Krag: mayor of ostra city"),
        (
            "Lund County Sheriff's Office spokesman Ole Krag left.",
            "Ole Krag: spokesperson of lund county sheriffs office",
        ),
        ("Norwegian intelligence chief Ole Krag left.", "Ole Krag: head of NO"),
        ("Head of Lumo's Harbour Office Ole Krag left.", "Ole Krag: head of lumos harbour office"),
        ("Ole Krag, the country's defence minister, left.", "Ole Krag: defence-minister of None"),
        ("Ole Krag, a volcanologist with the Institute of Lava, left.", "Ole Krag: volcanologist of institute of lava"),
        ("Ole Krag, an Ostra Police Department spokesman, left.", "Ole Krag: spokesperson of ostra police department"),
        ("Ole Krag, 45, a lawyer, left.", "Ole Krag: lawyer of None"),
        ("Lumo Harbour director Chief Inspector Ole Krag left.", "Ole Krag: director of lumo harbour"),
    ],
)
def test_english_holder(line: str, expected: str) -> None:
    assert holders([line], "en") == [expected]


def test_a_body_after_an_office_is_no_holder() -> None:
    assert holders(["Seorang komandan Garuda Norwegia tiba."], "id") == []


def test_list_of_holders() -> None:
    line = (
        "Ia didampingi Menteri Pertahanan Ole Krag, Menteri Luar Negeri Ines Falk dan Wakil Perdana Menteri Uwe Tamm."
    )
    assert [h.partition(":")[0] for h in holders([line], "id")] == ["Ole Krag", "Ines Falk", "Uwe Tamm"]


def test_known_place_between_office_and_name() -> None:
    lines = ["Penembakan terjadi di Ostra.", "Wali Kota Ostra Ole Krag berduka."]
    assert holders(lines, "id") == ["Ole Krag: mayor of ostra"]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "He asked the defence minister.", ("defence minister", "defence-minister", None)),
        ("id", "Juru bicara Kremlin menolak.", ("Juru bicara Kremlin", "spokesperson", "RU")),
        ("id", "Ia bertemu Menteri Luar Negeri Norwegia.", ("Menteri Luar Negeri Norwegia", "foreign-minister", "NO")),
    ],
)
def test_office_without_a_name(language: str, line: str, expected: tuple[str, str, str | None]) -> None:
    found = [(words, v.id, v.of) for kind, words, v in tag_article([line], language)[0] if kind == "office"]
    assert found == [expected]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "They head for the hills."),
        ("en", "The Lund County Sheriff's Office is here."),
        ("en", "She lives in Governor Street."),
        ("en", "A gifted leader, Mr Krag's will was strong."),
        ("id", "Peraturan Presiden itu dicabut."),
    ],
)
def test_no_office(language: str, line: str) -> None:
    assert not [m for m in tag_article([line], language)[0] if m[0] in ("office", "holder")]
