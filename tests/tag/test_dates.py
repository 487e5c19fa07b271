"""Dates and times in running text, in both languages."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.lexicon import Lexicon
from factcheck.rulepack import load_pack
from factcheck.tag.dates import find_dates
from factcheck.tokens import tokens_of


@cache
def lexicon(language: str) -> Lexicon:
    return load_pack().lexicons[language]


def found(text: str, language: str) -> list[tuple[str, str]]:
    """The words of each mention with its canonical value."""
    tokens = tokens_of(text)
    mentions = find_dates(tokens, lexicon(language), bytearray(len(tokens)))
    return [(text[tokens[m.first].start : tokens[m.last - 1].end], str(m.value)) for m in mentions]


INDONESIAN = [
    ("Ia tiba pada Rabu (19/6/2024) sore.", [("Rabu (19/6/2024) sore", "2024-06-19 Wednesday afternoon")]),
    ("Rabu pagi (19 Juni 2024)", [("Rabu pagi (19 Juni 2024)", "2024-06-19 Wednesday morning")]),
    ("Kamis, 20/06/2024 04:04 WIB", [("Kamis, 20/06/2024", "2024-06-20 Thursday"), ("04:04 WIB", "04:04 WIB(+420)")]),
    ("pada Minggu, (8/6/2025) malam", [("Minggu, (8/6/2025) malam", "2025-06-08 Sunday night")]),
    ("Kamis dini hari (20/6)", [("Kamis dini hari (20/6)", "XXXX-06-20 Thursday before-dawn")]),
    ("mendarat sebelum fajar pada hari Rabu", [("sebelum fajar pada hari Rabu", "Wednesday before-dawn")]),
    ("Selasa pagi waktu setempat", [("Selasa pagi", "Tuesday morning")]),
    ("tadi malam dan besok, lusa", [("tadi malam", "night day-1"), ("besok", "day+1"), ("lusa", "day+2")]),
    ("pada bulan Maret", [("bulan Maret", "XXXX-03")]),
    ("September lalu", [("September lalu", "XXXX-09 past")]),
    ("Selasa lalu, Jumat mendatang", [("Selasa lalu", "Tuesday past"), ("Jumat mendatang", "Friday future")]),
    ("Selasa pekan lalu", [("Selasa pekan lalu", "Tuesday week-1")]),
    ("awal pekan ini", [("awal pekan ini", "start week+0")]),
    ("medio 2016 sampai awal tahun 2017", [("medio 2016 sampai awal tahun 2017", "2016 mid / 2017 start")]),
    ("pada tahun 1961, 2000, dan 2001.", [("tahun 1961", "1961"), ("2000", "2000"), ("2001", "2001")]),
    ("sejak tahun 2019, tahun 2012-2022", [("tahun 2019", "2019"), ("tahun 2012-2022", "2012 / 2022")]),
    ("tahun 1990-an", [("tahun 1990-an", "1990 decade")]),
    ("24 tahun lalu", [("24 tahun lalu", "year-24")]),
    ("dua hari yang lalu", [("dua hari yang lalu", "day-2")]),
    ("antara Agustus dan Februari", [("antara Agustus dan Februari", "XXXX-08 / XXXX-02")]),
    ("18 sampai 20 Juni", [("18 sampai 20 Juni", "XXXX-06-18 / XXXX-06-20")]),
    ("19 dan 20 Juni 2025", [("19 dan 20 Juni 2025", "2025-06-19 / 2025-06-20")]),
    ("Jum’at dan Ahad, 22 Juni", [("Jum’at", "Friday"), ("Ahad, 22 Juni", "XXXX-06-22 Sunday")]),
    ("malam Minggu", [("malam Minggu", "Saturday night")]),
    ("minggu lalu", [("minggu lalu", "week-1")]),
    ("pada Minggu lalu", [("Minggu lalu", "Sunday past")]),
    ("akhir pekan", [("akhir pekan", "weekend+0")]),
    ("Oktober 10, 2024", [("Oktober 10, 2024", "2024-10-10")]),
    ("Senin-Jumat", [("Senin-Jumat", "Monday / Friday")]),
    ("keesokan harinya", [("keesokan harinya", "day+1 from then")]),
    ("Kuartal I 2025", [("Kuartal I 2025", "2025 q1")]),
    ("akan tiba dalam dua hari", [("dalam dua hari", "day+2")]),
    (
        "10 Juni 2025 pukul 17.45 WIB",
        [("10 Juni 2025", "2025-06-10"), ("pukul 17.45 WIB", "17:45 WIB(+420)")],
    ),
    ("pukul 15:24:49 Wita", [("pukul 15:24:49 Wita", "15:24:49 WITA(+480)")]),
    ("sekitar pukul 10 pagi waktu setempat", [("sekitar pukul 10 pagi waktu setempat", "about 10 local")]),
    ("jam 10 malam, pukul 1 siang", [("jam 10 malam", "22"), ("pukul 1 siang", "13")]),
    ("pukul 00.15 hingga 23.45 WIB", [("pukul 00.15 hingga 23.45 WIB", "00:15 WIB(+420) / 23:45 WIB(+420)")]),
]

ENGLISH = [
    ("on June 18, 2024, in Oslo", [("June 18, 2024", "2024-06-18")]),
    ("Feb. 5 and Jan. 1", [("Feb. 5", "XXXX-02-05"), ("Jan. 1", "XXXX-01-01")]),
    ("Wednesday (19 June 2024)", [("Wednesday (19 June 2024)", "2024-06-19 Wednesday")]),
    (
        "Friday, June 6, 2031 7:45 PM EDT",
        [("Friday, June 6, 2031", "2031-06-06 Friday"), ("7:45 PM EDT", "19:45 EDT(-240)")],
    ),
    ("in 1961, 2000 and 2001", [("1961", "1961"), ("2000", "2000"), ("2001", "2001")]),
    ("since 2000", [("2000", "2000")]),
    ("the 2014 shooting", [("2014", "2014")]),
    ("early Monday", [("early Monday", "Monday early")]),
    ("late Tuesday morning", [("late Tuesday morning", "Tuesday morning")]),
    ("before dawn on Wednesday", [("before dawn on Wednesday", "Wednesday before-dawn")]),
    ("last night", [("last night", "night day-1")]),
    ("early this morning", [("early this morning", "early day+0")]),
    ("last Tuesday, next Friday", [("last Tuesday", "Tuesday past"), ("next Friday", "Friday future")]),
    ("Tuesday of last week", [("Tuesday of last week", "Tuesday week-1")]),
    ("earlier this week", [("earlier this week", "week+0 past")]),
    ("over the weekend", [("over the weekend", "weekend+0")]),
    ("New Year’s Day 2015", [("New Year’s Day 2015", "2015-01-01")]),
    ("mid-2016 or mid-June", [("mid-2016", "2016 mid"), ("mid-June", "XXXX-06 mid")]),
    ("the summer of 2015", [("summer of 2015", "2015 summer")]),
    ("the end of the year", [("the end of the year", "end year+0")]),
    ("the night of June 3", [("night of June 3", "XXXX-06-03 night")]),
    ("June last year", [("June last year", "XXXX-06 year-1")]),
    ("June this year", [("June this year", "XXXX-06 year+0")]),
    ("in May 2015", [("May 2015", "2015-05")]),
    ("two days ago", [("two days ago", "day-2")]),
    ("24 years ago", [("24 years ago", "year-24")]),
    ("two days later", [("two days later", "day+2 from then")]),
    ("three weeks before June 5", [("three weeks before June 5", "week-3 from XXXX-06-05")]),
    ("June 3-5, 2024", [("June 3-5, 2024", "2024-06-03 / 2024-06-05")]),
    ("from Monday to Wednesday", [("from Monday to Wednesday", "Monday / Wednesday")]),
    ("between June and August", [("between June and August", "XXXX-06 / XXXX-08")]),
    ("on June 18 and 19.", [("June 18 and 19", "XXXX-06-18 / XXXX-06-19")]),
    ("2024-06-19", [("2024-06-19", "2024-06-19")]),
    ("on 06/19/2024", [("06/19/2024", "2024-06-19")]),
    ("on 19/06/2024", [("19/06/2024", "2024-06-19")]),
    ("the 1990s", [("1990s", "1990 decade")]),
    ("3:20 a.m.", [("3:20 a.m.", "03:20")]),
    (
        "around 10 p.m., shortly before noon",
        [("around 10 p.m.", "about 22"), ("shortly before noon", "shortly-before 12:00")],
    ),
    ("at around 4 a.m. local time", [("at around 4 a.m. local time", "about 04 local")]),
    ("1818 GMT", [("1818 GMT", "18:18 GMT(+0)")]),
    ("around midnight", [("around midnight", "about 00:00")]),
    ("between 3 and 5 p.m.", [("3 and 5 p.m.", "15 / 17")]),
    ("at 2:45 on", [("2:45", "02:45?")]),
]

NO_DATES = {
    "id": [
        "peluru 152 mm, jet Su-35, $50 miliar, Covid-19, M4,9, 8.27LS",
        "24 jam dalam 24 tahun dan dua minggu",
        "1.201 kasus, sekitar 2.000 orang, 2.000 rumah",
        "Peraturan Presiden Nomor 57 Tahun 2031 tentang pajak",
        "beberapa tahun lalu, dalam waktu 7 hari ini",
        "lalu lintas padat",
    ],
    "en": [
        "he may go where she sat in the sun and they march on",
        "24 hours, 24 years, 1,201 cases, 2000 people",
        "April Jones met June Carter in Sun Valley",
        "after 2000 people left, Resolution 1718 of 2006",
        "a 2006 Jeep, asteroid 2014 RC, the Today Show",
        "1/2 cup, $12 million, 4:3, 7 7th",
    ],
}


@pytest.mark.parametrize(("text", "expected"), INDONESIAN)
def test_indonesian(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "id") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "en") == expected


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, texts in NO_DATES.items() for text in texts])
def test_no_dates(language: str, text: str) -> None:
    assert found(text, language) == []


def test_taken_tokens_are_left_alone_and_own_ones_marked() -> None:
    tokens = tokens_of("Ada Brandt came on Monday and left on Tuesday night.")
    taken = bytearray(len(tokens))
    taken[4] = 1
    mentions = find_dates(tokens, lexicon("en"), taken)
    assert [str(mention.value) for mention in mentions] == ["Tuesday night"]
    assert list(taken) == [0, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0]


def test_both_languages_have_the_same_categories() -> None:
    sections = [lexicon(language).sections["dates"] for language in ("en", "id")]
    optional = {"unit_or_weekday"}
    assert all(set(section) - optional == set(sections[0]) - optional for section in sections)
