from __future__ import annotations

import textwrap
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from factcheck.lexicon import Lexicon
from factcheck.model import Article, Part
from factcheck.segment import headline, segment

LANGUAGES = Path(__file__).parent.parent / "rules" / "languages"


@cache
def lexicon(language: str) -> Lexicon:
    yaml = YAML(typ="safe", pure=True)
    folder = LANGUAGES / language
    return Lexicon(language, {name: yaml.load(folder / f"{name}.yaml") for name in ("text", "dates")})


def article(text: str, language: str = "en") -> Article:
    return Article("a.txt", text, language, "")


def cut(text: str, language: str = "en", part: Part | None = None) -> list[str]:
    sentences = segment(article(text, language), lexicon(language))
    return [text[s.start : s.end] for s in sentences if part in {None, s.part}]


def parts(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(s.part.value, text[s.start : s.end]) for s in segment(article(text, language), lexicon(language))]


PROSE = {
    "en": "Ada Brandt opened the new bridge in the harbour on Monday, her office said.",
    "id": "Ada Brandt membuka jembatan baru di pelabuhan itu pada Senin, kata kantornya.",
}


@pytest.mark.parametrize(
    "sentences",
    [
        ["He left.", "She stayed!", "Why?", "Nobody knows…", "It was late."],
        ["Dr. Ole Krag met Mr. Falk at No. 5 St. Olav Rd. in Oslo.", "Gov. Brandt did not."],
        ["J. R. Krag of the U.S. Navy left.", "He was tired."],
        ["She lives in the U.S.", "The mayor lives in Oslo."],
        ["It began at 9 p.m. Monday on Jan. 5, 2031.", "Two were hurt by 11 a.m.", "They left."],
        ["He said no.", "Five agreed."],
        ["It cost 3.50 dollars, or 6.700 in all.", "12 paid."],
        ["See example.com/a.B or Example.Com for more.", "Then write."],
        ["“It burned.", "We ran,” she said.", "“Then it stopped.”", "He nodded."],
        ['"It is over." she said.', '"Is it?"', "He left (in a hurry.)", "They followed."],
        ["The plan (see No. 7) failed.", "[Sic.]", "It was bad."],
        ["The firm Krag Inc. bought Falk Ltd. of Bergen.", "It paid cash."],
    ],
)
def test_sentence_ends_in_english(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Ole Krag, S.H., M.H. tiba di Jl. Melati No. 5.", "Ia membayar Rp. 6.700 dll.", "Polisi datang."],
        ["Gempa terjadi pukul 15.24.49 WIB.", "Pusatnya di laut."],
        ["Dikutip dari Kabar7.com, api padam.", "Warga pulang."],
        ["“Kami lari.", "Semua selamat,” kata Ole.", "“Api padam.”"],
    ],
)
def test_sentence_ends_in_indonesian(sentences: list[str]) -> None:
    assert cut(" ".join(sentences), "id") == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Warga menolak rencana tersebut.Baca aturannya.", ["Warga menolak rencana tersebut.", "Baca aturannya."]),
        ("Itu terjadi pada 2031.Sementara itu ia pergi.", ["Itu terjadi pada 2031.", "Sementara itu ia pergi."]),
        ("Ia pergi (18/6/2031).Kemudian ia pulang.", ["Ia pergi (18/6/2031).", "Kemudian ia pulang."]),
        ('Kata dia kepada Kabar."Ini soal uang," katanya.', ["Kata dia kepada Kabar.", '"Ini soal uang," katanya.']),
        ('"Ini soal uang."Kemudian ia pergi.', ['"Ini soal uang."', "Kemudian ia pergi."]),
        ("Baca di Kabar.Com atau di www.Kabar.Indonesia saja.", None),
        ("Surat dari Ole.Krag@contoh.id tiba.", None),
    ],
)
def test_blank_that_a_scraper_swallowed(text: str, sentences: list[str] | None) -> None:
    assert cut(text, "id") == (sentences or [text])


def test_lines_of_a_table_are_sentences() -> None:
    text = "Ferry sinks\n\nA ferry sank off Ostra on Monday.\n\nDead: 104 people\nMissing: 47\nEvacuated: 2,600"
    assert cut(text)[-3:] == ["Dead: 104 people", "Missing: 47", "Evacuated: 2,600"]


def test_list_items_are_sentences() -> None:
    text = f"{PROSE['en']}\nClosed roads:\n1. Harbour Street\n2. Mill Lane\n- Old Bridge Road\n• New Road"
    assert cut(text)[1:] == [
        "Closed roads:", "1. Harbour Street", "2. Mill Lane", "- Old Bridge Road", "• New Road",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "READ  How the bridge of Oslo was built"),
        ("en", "RELATED: Man held over a fire in Bergen"),
        ("en", "Also read: Ten bridges to see"),
        ("en", "Follow us on Facebook"),
        ("en", "Advertisement"),
        ("en", "Copyright 2031 Harbour News. All rights reserved."),
        ("en", "© 2031 Harbour News"),
        ("en", "Sign up for our newsletter"),
        ("en", "By Ole Krag"),
        ("en", "— Ines Falk"),
        ("en", "Editor: Ines Falk"),
        ("en", "Tags: bridge, harbour, Oslo"),
        ("en", "This site uses cookies to serve you better."),
        ("en", "okrag@example.com"),
        ("en", "(555) 010-1234"),
        ("en", "https://example.com/bridge"),
        ("en", "---"),
        ("en", "Ole Krag contributed to this report."),
        ("en", "Getty Images"),
        ("en", "Brandt/AFP"),
        ("en", "Ten New Ferries Ordered for the Northern Route"),
        ("id", "READ  Sepertinya jembatan itu rusak lagi"),
        ("id", "Baca juga: Sepuluh Jembatan Terpanjang"),
        ("id", "Baca Juga:Jembatan Lama Ditutup"),
        ("id", "Ikuti kami di Facebook"),
        ("id", "Editor: Ines Falk"),
        ("id", "Penulis: Ole Krag | Editor: Ines Falk"),
        ("id", "SCROLL TO CONTINUE WITH CONTENT"),
        ("id", "[Gambas:Video 30menit]"),
        ("id", "Back To Top"),
        ("id", "Simak Video 'Jembatan Roboh':"),
        ("id", "Simak berita selengkapnya di halaman selanjutnya."),
        ("id", "Artikel ini telah tayang di Kabar Pelabuhan dengan judul Jembatan Dibuka"),
        ("id", "Tag: jembatan, pelabuhan"),
        ("id", "• News"),
    ],
)
def test_lines_that_are_not_the_article(language: str, line: str) -> None:
    prose = PROSE[language]
    assert cut(f"{prose}\n\n{line}\n\n{prose}", language) == [prose, prose]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "“Follow us,” the rescuers shouted to the crowd."),
        ("en", "Read the statement of the ministry aloud, the judge told him."),
        ("en", "Related costs rose to 3 million."),
        ("en", "Editors of three papers were held."),
        ("en", "By Monday 12 people had died."),
        ("id", "Editor koran itu ditahan pada Senin."),
        ("id", "Video itu diambil pada Senin."),
        ("id", "“Ikuti kami,” kata petugas kepada warga."),
    ],
)
def test_sentences_that_only_look_like_boilerplate(language: str, sentence: str) -> None:
    prose = PROSE[language]
    assert sentence in cut(f"{prose}\n{sentence}\n{prose}", language)


def test_aside_inside_a_paragraph() -> None:
    text = f"Friends opened an account to help the family of the driver. Click here to donate. {PROSE['en']}"
    assert cut(text) == ["Friends opened an account to help the family of the driver.", PROSE["en"]]
    text = "Shares of Nordfly fell by 3 percent on Monday after the news. (Get the latest quote here.)"
    assert cut(f"{PROSE['en']}\n{text}")[1:] == ["Shares of Nordfly fell by 3 percent on Monday after the news."]


def test_opening_on_a_line_of_its_own() -> None:
    text = f"Bridge opens in Oslo\n\nOSLO, Norway -\n\n{PROSE['en']}"
    assert parts(text)[1:] == [("dateline", "OSLO, Norway"), ("body", PROSE["en"])]


def test_heading_takes_the_headlines_below_it() -> None:
    prose = PROSE["id"]
    text = f"{prose}\n\nBerita Terkait\nJembatan Lama Ditutup\nApa Itu Jembatan Gantung?\n{prose}\nKapal baru\n{prose}"
    assert cut(text, "id") == [prose, prose, "Kapal baru", prose]


def test_see_also_takes_no_paragraph() -> None:
    text = f'{PROSE["id"]}\nBaca Juga\n"Jembatan itu aman," tulis Ole.\nAdvertisement\n{PROSE["id"]}'
    assert cut(text, "id") == [PROSE["id"], '"Jembatan itu aman," tulis Ole.', PROSE["id"]]


def test_comments_of_readers_end_the_article() -> None:
    prose = PROSE["id"]
    text = f"{prose}\n{prose}\n{prose}\nTinggalkan Balasan\nAlamat email Anda tidak akan dipublikasikan.\nSaya setuju."
    assert cut(text, "id") == [prose] * 3


@pytest.mark.parametrize(
    ("language", "head", "expected"),
    [
        ("en", "Bridge opens in Oslo\n2031-05-04\n", [("title", "Bridge opens in Oslo"), ("dateline", "2031-05-04")]),
        ("en", "Who built the bridge of Oslo?\n", [("title", "Who built the bridge of Oslo?")]),
        ("en", "Harbour News\nBridge opens at last in Oslo\n", [("title", "Bridge opens at last in Oslo")]),
        ("en", "harbournews.com\n", []),
        ("en", "Bridge opens in Oslo\nBridge opens in Oslo\n", [("title", "Bridge opens in Oslo")] * 2),
        (
            "en",
            "Bridge opens in Oslo\nBy Ole Krag\nHarbour Times\nUpdated: Sunday, May 4, 2031 11:49 AM EDT\n",
            [("title", "Bridge opens in Oslo"), ("dateline", "Updated: Sunday, May 4, 2031 11:49 AM EDT")],
        ),
        (
            "en",
            "Bridge opens in Oslo - Harbour News\nBridge opens in Oslo Posted: Sunday, May 4, 2031 11:49 AM EDT\n",
            [
                ("title", "Bridge opens in Oslo - Harbour News"),
                ("body", "Bridge opens in Oslo"),
                ("dateline", "Posted: Sunday, May 4, 2031 11:49 AM EDT"),
            ],
        ),
        (
            "en",
            "Bridge opens in Oslo\nMan eats twelve pies in a row\nWhy cats purr so loud\nSee who won the big prize\n",
            [("title", "Bridge opens in Oslo")],
        ),
        (
            "id",
            "• News\n\nJembatan Baru Dibuka di Oslo\n\nInes Falk | Minggu, 04/05/2031 04:04 WIB\n",
            [("title", "Jembatan Baru Dibuka di Oslo"), ("dateline", "Ines Falk | Minggu, 04/05/2031 04:04 WIB")],
        ),
        (
            "id",
            "Mei 4, 2031\n\nKabar Oslo\n\nJembatan Baru Dibuka di Oslo\n",
            [("dateline", "Mei 4, 2031"), ("title", "Jembatan Baru Dibuka di Oslo")],
        ),
        (
            "id",
            "Jembatan Dibuka 3 dan 4 Mei 2031 untuk Warga Oslo\n",
            [("title", "Jembatan Dibuka 3 dan 4 Mei 2031 untuk Warga Oslo")],
        ),
    ],
)
def test_title_and_dateline(language: str, head: str, expected: list[tuple[str, str]]) -> None:
    prose = PROSE[language]
    assert parts(f"{head}\n{prose}\n\n{prose}", language) == [*expected, ("body", prose), ("body", prose)]


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("OSLO - ", "OSLO"),
        ("OSLO-", "OSLO"),
        ("OSLO– ", "OSLO"),
        ("OSLO, HARBOUR.com – ", "OSLO"),
        ("Harbour7.com, Oslo -", "Oslo"),
        ("HARBOUR-NEWS.COM - ", None),
        ("(NRK) -- ", None),
        ("OSLO, Norway (AP) — ", "OSLO, Norway"),
        ("OSLO (AP) | ", "OSLO"),
        ("Oslo, Nor. - ", "Oslo, Nor."),
        ("OSLO, May 4 (Xinhua) -- ", "OSLO, May 4"),
        ("Harbour7.com, ", None),
    ],
)
def test_opening_of_the_first_paragraph(opening: str, dateline: str | None) -> None:
    text = f"Bridge opens in Oslo\n\n{opening}{PROSE['en']}\n\n{PROSE['en']}"
    expected = [("dateline", dateline)] if dateline else []
    assert parts(text)[1:-1] == [*expected, ("body", PROSE["en"])]


@pytest.mark.parametrize(
    "line",
    [
        "The north - south line was cut on Monday.",
        "Ada Brandt - who leads the town - was absent.",
        "IW12 Oslo – Bergen at 07.00",
        "A well-known man was held.",
    ],
)
def test_dashes_that_open_nothing(line: str) -> None:
    text = f"Bridge opens in Oslo\n\n{PROSE['en']}\n\n{PROSE['en']}\n\n{PROSE['en']}\n\n{line}"
    assert parts(text)[-1] == ("body", line)


@pytest.mark.parametrize(
    "line",
    [
        "Ada Brandt at the bridge on Monday. (Photo: Ole Krag)",
        "Ada Brandt (Photo: Harbour News)",
        "Photo: Ole Krag/Harbour News",
        "Ada Brandt cuts the ribbon in Oslo. Krag via REUTERS",
        "Ada Brandt cuts the ribbon in Oslo, Ole Krag/AFP",
        "Image 2 of 5 Ada Brandt cuts the ribbon.",
        "Ada Brandt (Oslo City Council)",
    ],
)
def test_captions(line: str) -> None:
    text = f"Bridge opens in Oslo\n\n{PROSE['en']}\n\n{line}\n\n{PROSE['en']}"
    assert "".join(words for part, words in parts(text) if part == "caption").replace(" ", "") == line.replace(" ", "")


def test_caption_below_a_credit() -> None:
    text = f"Bridge opens in Oslo\n\n{PROSE['en']}\n\nKrag/Reuters\n\nAda Brandt in May 2031.\n\n{PROSE['en']}"
    assert parts(text)[2] == ("caption", "Ada Brandt in May 2031.")
    assert [part for part, _ in parts(text)] == ["title", "body", "caption", "body"]


def test_sentence_torn_apart_at_its_links() -> None:
    torn = "Laporan media lokal\nHarbour\nyang mengutip polisi, seperti dilansir\nKabar\n, menyebut api padam."
    text = f"{PROSE['id']}\n{torn}\n{PROSE['id']}"
    assert cut(text, "id") == [PROSE["id"], torn, PROSE["id"]]


def test_hard_wrapped_text_is_joined() -> None:
    sentences = [
        "Ada Brandt opened the new bridge in the harbour of Oslo on Monday, her office said in a statement.",
        "Ole Krag, who leads the council of Oslo, was not there because he was ill and stayed at home that day.",
        "He had fallen ill on Sunday at a dinner with Ines Falk, who runs the port and its three ferries.",
    ]
    text = f"{textwrap.fill(' '.join(sentences), 66)}\n\nThe bridge is red."
    assert [" ".join(sentence.split()) for sentence in cut(text)] == [*sentences, "The bridge is red."]


def test_single_line_is_body() -> None:
    assert parts("Nordfly canceled 25 flights on 18 June") == [("body", "Nordfly canceled 25 flights on 18 June")]


def test_front_matter_gives_no_sentence() -> None:
    text = f"---\ntitle: Bridge\ndate: 2031-05-04\n---\n{PROSE['en']}"
    assert cut(text) == [PROSE["en"]]


def test_line_ends_do_not_shift_offsets() -> None:
    text = f"Bridge opens in Oslo\r\n\r\n{PROSE['en']}\r\n\r\n\u00a0{PROSE['en']}\u00a0\r\n"
    assert cut(text) == ["Bridge opens in Oslo", PROSE["en"], PROSE["en"]]


def test_without_a_lexicon_shapes_alone_decide() -> None:
    text = "Neue Brücke in Oslo\n\nAda Brandt hat am 7. Oktober die Brücke eröffnet. Ole Krag fehlte.\n"
    sentences = segment(article(text, "de"), None)
    assert [(s.part, text[s.start : s.end]) for s in sentences] == [
        (Part.TITLE, "Neue Brücke in Oslo"),
        (Part.BODY, "Ada Brandt hat am 7. Oktober die Brücke eröffnet."),
        (Part.BODY, "Ole Krag fehlte."),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Hurray! Bridge opens in Oslo\n2031-05-04\n{PROSE['en']}", "Hurray! Bridge opens in Oslo"),
        (f"OSLO - {PROSE['en']} It is red.", PROSE["en"]),
        ("", ""),
    ],
)
def test_headline(text: str, title: str) -> None:
    subject = article(text)
    assert headline(subject, segment(subject, lexicon("en"))) == title
    stated = Article("a.md", text, "en", "", title="Stated")
    assert headline(stated, segment(stated, lexicon("en"))) == "Stated"


SIGNS = ["“", '"', ".", "…", "-", "(Foto: X)", "\n", "\r\n", "\xa0"]
WORD = st.sampled_from(["Ada", "said", "12", "6.700", "No.", "U.S.", "Baca juga:", *SIGNS])


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.lists(WORD, max_size=40), st.sampled_from(["en", "id", None]))
def test_sentences_are_ordered_spans_without_blanks(words: list[str], language: str | None) -> None:
    text = " ".join(words)
    sentences = segment(article(text), lexicon(language) if language else None)
    ends = [0, *(s.end for s in sentences)]
    assert all(end <= s.start < s.end <= len(text) for end, s in zip(ends, sentences, strict=False))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() for s in sentences)
    assert [s.paragraph for s in sentences] == sorted(s.paragraph for s in sentences)


@pytest.mark.parametrize("unit", ["Ada said so. ", ".", "\n", "J. ", '."A', "Ada,\n", " ", "(", "- "])
def test_long_texts_are_cut(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert all(text[s.start : s.end].strip() for s in segment(article(text), lexicon("en")))
