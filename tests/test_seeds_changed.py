"""One fact changed in a copy of a seed is found; one fact said in other words raises nothing."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.check import check
from factcheck.model import Finding, Report, Severity
from tests.corpus import SEEDS, TEXTS, changed, checked, seed_name, weighty

SIXTH = "005_sixth.txt"


class Change(NamedTuple):
    """Words of an article put in the place of others: `answer` is what a conflict of `kind` must then hold.

    `sixth`: the changed copy stands beside the five articles, else it takes the place of the original.
    """

    article: str
    old: str
    new: str
    kind: str
    answer: str
    sixth: bool = False


CHANGED = [
    Change("001", "Menteri Pertahanan Andrei Belousov", "Menteri Pertahanan Oleg Petrov", "delegation-member", "Oleg Petrov"),
    Change("002", "Menteri Pertahanan Andrei Belousov", "Menteri Pertahanan Oleg Petrov", "delegation-member", "Oleg Petrov"),
    Change("004", "baru, Andrei Belousov", "baru, Oleg Petrov", "delegation-member", "Oleg Petrov"),
    Change("002", "Menteri Luar Negeri Sergey Lavrov", "Menteri Luar Negeri Viktor Orlov", "delegation-member", "Viktor Orlov"),
    Change("004", "Menteri Luar Negeri Sergei Lavrov", "Menteri Luar Negeri Viktor Orlov", "delegation-member", "Viktor Orlov"),
    Change("002", "Denis Mantrurov", "Igor Sobolev", "delegation-member", "Igor Sobolev"),
    Change("001", "Denis Mantrurov", "Igor Sobolev", "delegation-member", "Igor Sobolev", sixth=True),
    Change("003", "Rabu pagi (19 Juni 2024)", "Kamis pagi (20 Juni 2024)", "visit-date", "20 June 2024"),
    Change("001", "sebelum fajar pada hari Rabu", "sebelum fajar pada hari Kamis", "visit-date", "20 June 2024"),
    Change("002", "Pada Rabu pagi, Putin ditemui", "Pada Senin pagi, Putin ditemui", "visit-date", "17 June 2024"),
    Change("002", "Korea Utara 19 Juni 2024.", "Korea Utara 21 Juni 2024.", "visit-date", "21 June 2024"),
    Change("004", "pada Selasa malam", "pada Minggu malam", "visit-date", "16 June 2024"),
    Change("000", "ke Hanoi pada hari Rabu", "ke Hanoi pada hari Jumat", "visit-date", "21 June 2024"),
    Change("001", "Vietnam pada Rabu malam", "Vietnam pada Kamis malam", "visit-date", "20 June 2024"),
    Change("003", "Rabu pagi (19 Juni 2024)", "Rabu pagi (20 Juni 2024)", "weekday-date", "edne"),
    Change("001", "hari Rabu (19/6/2024)", "hari Kamis (19/6/2024)", "weekday-date", "hursday"),
    Change("001", "Kamis, 20/06/2024", "Jumat, 20/06/2024", "weekday-date", "riday"),
    Change("000", "Putin ke Korea Utara adalah pada tahun 2000", "Putin ke Korea Utara adalah pada tahun 2002", "last-visit", "2002"),
    Change("003", "sejak tahun 2000", "sejak tahun 2010", "last-visit", "2010"),
    Change("004", "mengunjungi Pyongyang pada tahun 2000", "mengunjungi Pyongyang pada tahun 2008", "last-visit", "2008"),
    Change("002", "ke Korea Utara dalam 24 tahun", "ke Korea Utara dalam 14 tahun", "last-visit", "14 years"),
    Change("001", "dalam 24 tahun terakhir", "dalam 34 tahun terakhir", "last-visit", "34 years", sixth=True),
    Change("000", "1961, 2000, dan 2001", "1961, 2000, dan 2004", "treaty-year", "1961, 2000, 2004"),
    Change("001", "1961, 2000 dan 2001", "1971, 2000 dan 2001", "treaty-year", "1971, 2000, 2001"),
    Change("001", "Rusia timur pada September 2023", "Rusia timur pada Oktober 2023", "meeting-date", "October 2023"),
    Change("002", "Putin pada bulan September", "Putin pada bulan November", "meeting-date", "November 2023"),
    Change("001", "13 September 2023", "13 Agustus 2023", "meeting-date", "13 August 2023"),
    Change("000", "Rusia, September 2023", "Rusia, September 2022", "meeting-date", "September 2022"),
    Change("000", "Pada bulan Maret, Moskow", "Pada bulan April, Moskow", "event-date", "April 2024"),
    Change("001", "Pada bulan Maret, veto", "Pada bulan Mei, veto", "event-date", "May 2024"),
    Change("000", "Rodong Sinmun Selasa pagi", "Rodong Sinmun Senin pagi", "event-date", "17 June 2024"),
    Change("003", "diterbitkan Selasa pagi", "diterbitkan Senin pagi", "event-date", "17 June 2024"),
    Change("004", "di alun-alun Kim Il Sung", "di alun-alun Kim Jong Suk", "location", "Kim Jong Suk"),
    Change("000", "di sisi timur Lapangan Kim Il Sung", "di sisi timur Lapangan Moranbong", "location", "Moranbong"),
    Change("001", "resmi di Lapangan Kim Il Sung", "resmi di Lapangan Moranbong", "location", "Moranbong", sixth=True),
    Change("000", "6.700 kontainer", "7.600 kontainer", "count", "7,600", sixth=True),
    Change("000", "6.700 kontainer", "670 kontainer", "count", "670", sixth=True),
    Change("000", "3 juta butir", "8 juta butir", "count", "8 million", sixth=True),
    Change("000", "lebih dari 100 negara", "90 negara", "count", "90", sixth=True),
    Change("000", "$50 miliar", "$70 miliar", "money", "70 billion", sixth=True),
    Change("000", "kunjungan dua hari mulai", "kunjungan tiga hari mulai", "visit-duration", "3 days", sixth=True),
    Change("000", "Menteri Pertahanan AS Lloyd Austin", "Menteri Pertahanan AS Mark Dalton", "office-holder", "Mark Dalton", sixth=True),
    Change("001", "Menteri Luar Negeri AS Antony Blinken", "Menteri Luar Negeri AS Mark Dalton", "office-holder", "Mark Dalton", sixth=True),
    Change("001", "Sekjen NATO Jens Stoltenberg", "Sekjen NATO Piet Halsema", "office-holder", "Piet Halsema", sixth=True),
]  # fmt: skip


@pytest.fixture(scope="module")
def as_received() -> Report:
    return check([SEEDS])


def conflict_with(report: Report, kind: str, answer: str) -> Finding | None:
    return next((f for f in weighty(report) if f.kind == kind and any(answer in a.text for a in f.answers)), None)


@pytest.mark.parametrize("change", CHANGED, ids=lambda c: f"{c.article}-{c.kind}-{c.answer}".replace(" ", "-"))
def test_a_changed_fact_is_found(change: Change, as_received: Report, tmp_path: Path) -> None:
    assert conflict_with(as_received, change.kind, change.answer) is None
    text = changed(change.article, [(change.old, change.new)])
    name = SIXTH if change.sixth else seed_name(change.article)
    report = checked(tmp_path, {**TEXTS, name: text})
    finding = conflict_with(report, change.kind, change.answer)
    assert finding is not None, [(f.kind, [a.text for a in f.answers]) for f in report.conflicts]
    (given,) = [answer for answer in finding.answers if change.answer in answer.text]
    assert {claim.evidence.source for claim in given.claims} == {name}


# A copy of an article, its one fact reworded, stands beside the five or takes the place of the original.
REWORDED = [
    ("001", "Sergey Lavrov", "Sergei Lavrov"),
    ("004", "Sergei Lavrov", "Sergej Lavrov"),
    ("001", "Denis Mantrurov", "Denis Manturov"),
    ("002", "Andrei Belousov", "Andrey Belousov"),
    ("001", "Menteri Luar Negeri Sergey", "Menlu Sergey"),
    ("002", "Menteri Pertahanan Andrei", "Menhan Andrei"),
    ("002", "Wakil Perdana Menteri Denis", "Wakil PM Denis"),
    ("001", "Menteri Luar Negeri AS", "Menlu Amerika Serikat"),
    ("000", "6.700 kontainer", "6,7 ribu kontainer"),
    ("000", "6.700 kontainer", "6700 kontainer"),
    ("000", "6.700 kontainer", "6.700 peti kemas"),
    ("000", "6.700 kontainer", "6.700 unit kontainer"),
    ("000", "3 juta butir", "tiga juta butir"),
    ("000", "500.000 butir", "setengah juta butir"),
    ("000", "500.000 butir", "lima ratus ribu butir"),
    ("000", "$50 miliar", "50 miliar dolar AS"),
    ("000", "$50 miliar", "US$50 miliar"),
    ("000", "kunjungan dua hari", "kunjungan 2 hari"),
    ("001", "Rabu (19/6/2024)", "Rabu (19/06/2024)"),
    ("001", "Rabu (19/6/2024)", "Rabu, 19 Juni 2024,"),
    ("003", "Rabu pagi (19 Juni 2024)", "Rabu pagi (19/06/2024)"),
    ("003", "Rabu pagi (19 Juni 2024)", "Rabu (19/6/2024) pagi"),
    ("002", "Pada Rabu pagi", "Rabu pagi"),
    ("000", "dijadwalkan melakukan", "rencananya akan melakukan"),
    ("001", "mendarat di ibu kota", "mendarat dengan selamat di ibu kota"),
    ("001", "sebelum fajar pada hari Rabu", "pada Rabu dini hari"),
    ("004", "berlangsung pada Selasa malam", "berlangsung pada hari Selasa malam"),
    ("002", "dalam 24 tahun", "dalam dua puluh empat tahun"),
    ("001", "dalam 24 tahun terakhir", "dalam lebih dari dua dekade"),
    ("003", "sejak tahun 2000", "dalam 24 tahun"),
    ("004", "pada tahun 2000", "pada 2000"),
    ("000", "1961, 2000, dan 2001", "2001, 2000, dan 1961"),
    ("001", "tahun 1961, 2000 dan 2001", "1961, 2000 serta 2001"),
    ("001", "pada September 2023", "pada 13 September 2023"),
    ("002", "pada bulan September", "pada September 2023"),
    ("000", "Pada bulan Maret, Moskow", "Pada Maret 2024, Moskow"),
    ("004", "alun-alun Kim Il Sung", "Lapangan Kim Il Sung"),
    ("001", "Kyiv" if "Kyiv" in TEXTS[seed_name("001")] else "Ukraina", "Ukraina"),
    ("000", "Kyiv", "Kiev"),
    ("002", "Kim Jong-un", "Kim Jong Un"),
    ("002", "Presiden Rusia Vladimir Putin", "Presiden Federasi Rusia Vladimir Putin"),
    ("001", "Korea Utara", "Korut"),
    ("004", "Presiden Rusia Vladimir Putin", "Presiden Rusia, Vladimir Putin,"),
    ("002", "Yuri Ushakov", "Yury Ushakov"),
    ("004", "juru bicara Dewan Keamanan Nasional, John Kirby", "juru bicara keamanan nasional AS John Kirby"),
    (
        "002",
        "Wakil Perdana Menteri Denis Mantrurov, Menteri Pertahanan Andrei Belousov dan Menteri Luar Negeri Sergey Lavrov",
        "Menteri Luar Negeri Sergey Lavrov, Wakil Perdana Menteri Denis Mantrurov dan Menteri Pertahanan Andrei Belousov",
    ),
]
