"""What the finder of figures takes, and what it leaves. The sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.rulepack import load_pack
from factcheck.tag.numbers import find_numbers
from factcheck.tokens import tokens_of

LEXICONS = load_pack().lexicons

Found = list[tuple[str, str, str]]


def found_in(text: str, language: str) -> Found:
    """Type, words and canonical value of each mention."""
    tokens = tokens_of(text)
    mentions = find_numbers(tokens, LEXICONS[language], bytearray(len(tokens)))
    return [(m.type, text[tokens[m.first].start : tokens[m.last - 1].end], str(m.value)) for m in mentions]


FIGURES = [
    ("en", "Some 300 people came.", "number", "Some 300", "~300"),
    ("en", "More than 3 million books were sold.", "number", "More than 3 million", ">3000000"),
    ("en", "At least one woman was hurt.", "number", "At least one", ">=1"),
    ("en", "Between 5 and 10 boats sank.", "number", "Between 5 and 10", "5..10"),
    ("en", "About 30 to 40 guests left.", "number", "About 30 to 40", "~30..40"),
    ("en", "It takes 10 or more sailors.", "number", "10 or more", ">=10"),
    ("en", "No injuries were reported.", "number", "No", "0"),
    ("en", "Ada Brandt, 19, was found.", "number", "19", "19"),
    ("en", "They paid $2.5 billion.", "money", "$2.5 billion", "2500000000 USD"),
    ("en", "They paid nearly US$86 billion.", "money", "nearly US$86 billion", "~<86000000000 USD"),
    ("en", "A house for two million pounds.", "money", "two million pounds", "2000000 GBP"),
    ("en", "Sales of €10-20 million.", "money", "€10-20 million", "10000000..20000000 EUR"),
    ("en", "A 12m-wide hole.", "measure", "12m-wide", "12 m"),
    ("en", "A 16-foot pole.", "measure", "16-foot", "16 foot"),
    ("en", "A magnitude of 5.6 was felt.", "measure", "magnitude of 5.6", "5.6 magnitude"),
    ("en", "A 5.6-magnitude quake.", "measure", "5.6-magnitude", "5.6 magnitude"),
    ("en", "It was -5°C at night.", "measure", "-5°C", "-5 celsius"),
    ("en", "About 300 pounds of flour.", "measure", "About 300 pounds", "~300 pound"),
    ("en", "A six-year-old boy.", "duration", "six-year-old", "6 year"),
    ("en", "For over two decades he sang.", "duration", "over two decades", ">2 decade"),
    ("en", "Jailed for two years and six months.", "duration", "two years and six months", "30 month"),
    ("en", "Half an hour later.", "duration", "Half an hour", "0.5 hour"),
    ("en", "Up 38 percent.", "percent", "38 percent", "38 %"),
    ("en", "Two-thirds of voters agreed.", "percent", "Two-thirds", "~66.67 %"),
    ("en", "At 8.32° S there is a reef.", "coordinates", "8.32° S", "8.32 S"),
    ("en", "The third man left.", "ordinal", "third", "3"),
    ("en", "On the 21st try.", "ordinal", "21st", "21"),
    ("en", "Brandt United won 2-1.", "score", "2-1", "2-1"),
    ("id", "Sekitar 6.700 peti tiba.", "number", "Sekitar 6.700", "~6700"),
    ("id", "Sedikitnya delapan orang datang.", "number", "Sedikitnya delapan", ">=8"),
    ("id", "Hingga 700 pelaut dikirim.", "number", "Hingga 700", "<=700"),
    ("id", "Hampir 50 rumah rusak.", "number", "Hampir 50", "~<50"),
    ("id", "Ada 2-3 juta butir.", "number", "2-3 juta", "2000000..3000000"),
    ("id", "Panitia menanti 442jemaah.", "number", "442", "442"),
    ("id", "Tidak ada korban jiwa.", "number", "Tidak ada", "0"),
    ("id", "Umurnya 60-an tahun.", "duration", "60-an tahun", "~60 year"),
    ("id", "Sebanyak 2/3 penduduk pergi.", "percent", "2/3", "~66.67 %"),
    ("en", "He served 20-odd years.", "duration", "20-odd years", "~20 year"),
    ("id", "Ada 100-an orang.", "number", "100-an", "~100"),
    ("id", "Jakarta -Delapan orang datang.", "number", "Delapan", "8"),
    ("id", "Denda Rp281.200.000 dibayar.", "money", "Rp281.200.000", "281200000 IDR"),
    ("id", "Uang Rp 1 T disita.", "money", "Rp 1 T", "1000000000000 IDR"),
    ("id", "Bantuan 2,5 miliar dolar AS.", "money", "2,5 miliar dolar AS", "2500000000 USD"),
    ("id", "Antara Rp1000 sampai Rp5000.", "money", "Antara Rp1000 sampai Rp5000", "1000..5000 IDR"),
    ("id", "Gempa M4,9 terasa.", "measure", "M4,9", "4.9 magnitude"),
    ("id", "Gempa magnitudo (M) 4,8 terasa.", "measure", "magnitudo (M) 4,8", "4.8 magnitude"),
    ("id", "Kedalaman 10 kilometer.", "measure", "10 kilometer", "10 km"),
    ("id", "Kecepatan 80 km/jam.", "measure", "80 km/jam", "80 km/h"),
    ("id", "Luasnya 3 km2.", "measure", "3 km2", "3 km2"),
    ("id", "Dihukum 3 tahun penjara.", "duration", "3 tahun", "3 year"),
    ("id", "Paling lama 2 (dua) bulan.", "duration", "Paling lama 2 (dua) bulan", "<=2 month"),
    ("id", "Setelah lebih dari dua dekade.", "duration", "lebih dari dua dekade", ">2 decade"),
    ("id", "Naik 5 persentase poin.", "percent", "5 persentase poin", "5 pp"),
    ("id", "Di 6,31 lintang selatan (LS).", "coordinates", "6,31 lintang selatan (LS)", "6.31 S"),
    ("id", "Di titik 8.27LS.", "coordinates", "8.27LS", "8.27 S"),
    ("id", "Ulang tahun ke-40 kota.", "ordinal", "ke-40", "40"),
    ("id", "Hari keempat lomba.", "ordinal", "keempat", "4"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "type", "words", "value"), FIGURES)
def test_figures_are_found(language: str, text: str, type: str, words: str, value: str) -> None:
    assert found_in(text, language) == [(type, words, value)]


CODES = [
    ("en", "Pilots of the Su-35S landed.", "Su-35S", "Su35S"),
    ("en", "After Covid-19 he left.", "Covid-19", "Covid19"),
    ("en", "Flight QX370 landed.", "QX370", "QX370"),
    ("en", "Leaders of the G7 met.", "G7", "G7"),
    ("en", "Dial 816-555-0199 now.", "816-555-0199", "8165550199"),
    ("en", "Dial (813) 555-0142 now.", "(813) 555-0142", "8135550142"),
    ("en", "A neighbour called 911.", "911", "911"),
    ("id", "Mobil B 1234 XYZ hilang.", "B 1234 XYZ", "B1234XYZ"),
    ("id", "Mobil B-1234-XYZ hilang.", "B-1234-XYZ", "B1234XYZ"),
    ("id", "Perpres Nomor 7 Tahun 2031 terbit.", "Nomor 7 Tahun 2031", "7/2031"),
    ("id", "Perpres 7/2031 terbit.", "7/2031", "7/2031"),
    ("id", "Jaringan 5G dibuka.", "5G", "5G"),
]


@pytest.mark.parametrize(("language", "text", "words", "value"), CODES)
def test_identifiers_are_codes(language: str, text: str, words: str, value: str) -> None:
    ((kind, *found),) = found_in(text, language)
    assert kind in ("code", "plate", "phone")
    assert found == [words, value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "One of them left, that one stayed, no one came."),
        ("en", "A man and an owl."),
        ("en", "He lives at 81 Lantern Drive."),
        ("en", "In the 2200 block of Elm."),
        ("en", "See page 3 and turn on."),
        ("en", "The 12-member council met."),
        ("en", "The 2014 floods and the winter of 2015"),
        ("en", "See http://example.org/7 for more."),
        ("en", "Ole Krag of Radio 8, and nobody else."),
        ("en", "A one-sided story"),
        ("en", "1. Ada Brandt"),
        ("en", "It rose by half."),
        ("id", "Salah satu kapal, satu-satunya kapal."),
        ("id", "Tinggal di RT 1 RW 6."),
        ("id", "Gerbang Kenanga 1 dan Melati 2."),
        ("id", "Melanggar huruf ajunctoPasal 18."),
    ],
)  # fmt: skip
def test_what_counts_nothing_is_left(language: str, text: str) -> None:
    assert found_in(text, language) == []


def test_a_change_is_no_range() -> None:
    assert [value for _, _, value in found_in("It rose from 10 to 20.", "en")] == ["10", "20"]


def test_over_before_a_length_of_time_may_mean_during() -> None:
    assert found_in("The talks ran over two days.", "en") == [("duration", "two days", "2 day")]


def test_a_hedge_belongs_to_what_follows_it() -> None:
    found = found_in("Peluru 152 mm atau lebih dari 500 granat.", "id")
    assert [value for _, _, value in found] == ["152 mm", ">500"]


def test_taken_tokens_are_left_alone() -> None:
    tokens = tokens_of("12 June, 12 people")
    taken = bytearray(len(tokens))
    taken[0:2] = b"\1\1"
    mentions = find_numbers(tokens, LEXICONS["en"], taken)
    assert [(m.first, m.last) for m in mentions] == [(3, 4)]
    assert list(taken) == [1, 1, 0, 1, 0]


WORDS = (
    "1 12 2,5 6.700 9/11 - – $ Rp ½ % ( ) . , juta puluhan of a half dua ratus million and third ke th km tahun one M"
)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=12), st.sampled_from(["", " "]), st.sampled_from(["en", "id"]))
def test_any_text_is_read_without_overlaps(words: list[str], gap: str, language: str) -> None:
    tokens = tokens_of(gap.join(words))
    taken = bytearray(len(tokens))
    mentions = find_numbers(tokens, LEXICONS[language], taken)
    ends = [index for mention in mentions for index in (mention.first, mention.last)]
    assert ends == sorted(ends) and sum(taken) == sum(m.last - m.first for m in mentions)


@pytest.mark.parametrize(
    "text", ["9" * 5000, "about " + "9" * 5000, "9" * 5000 + "th", "1/" + "9" * 5000, "several " + "million " * 500]
)
def test_absurd_figures_do_no_harm(text: str) -> None:
    for _, _, value in found_in(text, "en"):
        assert len(value) < 200


def test_mentions_stand_in_order_and_never_overlap() -> None:
    tokens = tokens_of("A two-day, 12m-wide Su-35 show drew 3 to 4 million people and cost $5m in 24 years")
    mentions = find_numbers(tokens, LEXICONS["en"], bytearray(len(tokens)))
    ends = [0, *(index for mention in mentions for index in (mention.first, mention.last))]
    assert ends == sorted(ends) and len(mentions) == 6
