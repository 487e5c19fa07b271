"""People in the view of the whole article. All people, bodies and sentences are invented."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Part, Sentence, Token
from factcheck.rulepack.read import read_yaml
from factcheck.tag.names import Draft, tag_names
from factcheck.tokens import tokens_of

RULES = Path(__file__).resolve().parents[2] / "rules"


@lru_cache
def lexicon(language: str) -> Lexicon:
    words = {"names": read_yaml(RULES / "languages" / language / "names.yaml")}
    return Lexicon(language, words, {name: read_yaml(RULES / f"{name}.yaml") for name in ("offices", "places")})


def tag_article(lines: list[str], language: str, title: str = "") -> list[list[tuple[str, str, Any]]]:
    """Type, words and value of each mention of each line; a title comes first."""
    parts = [*([(Part.TITLE, title)] if title else []), *((Part.BODY, line) for line in lines)]
    drafts = [_draft(part, text) for part, text in parts]
    found = tag_names(drafts, lexicon(language))
    return [
        [_shown(draft.tokens, text, m) for m in ms] for draft, (_, text), ms in zip(drafts, parts, found, strict=True)
    ]


def _draft(part: Part, text: str) -> Draft:
    tokens = tokens_of(text)
    return Draft(Sentence(0, len(text), part), tokens, bytearray(len(tokens)))


def _shown(tokens: tuple[Token, ...], text: str, mention: Mention) -> tuple[str, str, Any]:
    words = text[tokens[mention.first].start : tokens[mention.last - 1].end]
    return mention.type, words, mention.value


def people(lines: list[str], language: str, title: str = "") -> list[list[str]]:
    """The full names of the people (and names) of each line."""
    kinds = {"holder", "person", "name"}
    tagged = tag_article(lines, language, title)
    return [[getattr(v, "person", v).show() for t, _, v in line if t in kinds] for line in tagged]


@pytest.mark.parametrize(
    ("language", "lines", "expected"),
    [
        ("en", ["Ada Brandt, 31, came to Oslo.", "Brandt left on foot."], ["Ada Brandt"]),
        ("id", ["Menteri Pertahanan Ole Krag datang.", "Krag lalu pergi."], ["Ole Krag"]),
        ("id", ["Menurut Suparlan Wijoyo, kapal itu aman.", '"Aman," kata Suparlan.'], ["Suparlan Wijoyo"]),
        ("id", ["Presiden Choe Jong Min berpidato.", "Choe kemudian pulang."], ["Choe Jong Min"]),
        ("en", ["Captain Ole van den Krag, 40, spoke.", "Then van den Krag sat down."], ["Ole van den Krag"]),
        ("en", ['Founder Markus "Dot" Brandt spoke.', "Later Brandt left."], ['Markus "Dot" Brandt']),
        ("en", ["Sheriff Ole T. Krag Jr. spoke.", "Later Krag left."], ["Ole T. Krag Jr."]),
        ("en", ["Sheriff Ole Krag, Jr., spoke.", "Later Krag left."], ["Ole Krag Jr."]),
        ("en", ["Mayor Ines O'Falk spoke.", "It was O'Falk's idea."], ["Ines O'Falk"]),
        ("en", ["Ada Marie Brandt, 31, came.", "A friend saw Ada Brandt."], ["Ada Marie Brandt"]),
    ],
)
def test_shorter_name_means_the_full_one(language: str, lines: list[str], expected: list[str]) -> None:
    assert people(lines, language)[1] == expected


def test_names_that_share_words_are_different_people() -> None:
    lines = ["Presiden Choe Jong Min dan ayahnya, Choe Jong Tae, hadir.", "Choe Jong Min berpidato.", "Choe pulang."]
    assert people(lines, "id") == [["Choe Jong Min", "Choe Jong Tae"], ["Choe Jong Min"], ["Choe Jong Min"]]


def test_the_name_mentioned_most_wins() -> None:
    lines = ["Ada Brandt, 31, met Ole Brandt, 60.", "Ada Brandt, 31, spoke.", "Then Brandt left."]
    assert people(lines, "en")[2] == ["Ada Brandt"]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("id", "Setelah Krag pulang, Brandt datang.", ["Ole Krag", "Ada Brandt"]),
        ("id", "Kunjungan Brandt ditunda.", ["Ada Brandt"]),
        ("id", "Pada Krag ada surat.", ["Ole Krag"]),
        ("id", "Namun Brandt menolak.", ["Ada Brandt"]),
    ],
)
def test_first_word_of_a_sentence_is_no_part_of_a_name(language: str, line: str, expected: list[str]) -> None:
    before = ["Presiden Ada Brandt bertemu Menteri Pertahanan Ole Krag dalam kunjungan itu."]
    assert people([*before, line], language)[1] == expected


@pytest.mark.parametrize(
    ("language", "line", "kind"),
    [
        ("en", "Police charged Ole Krag, 26, with theft.", "person"),
        ("en", "It was too late, said Ole Krag.", "person"),
        ("en", "A 26-year-old Ole Krag was there.", "person"),
        ("en", "The victim, named Ole Krag, was there.", "person"),
        ("en", "We saw Mr Krag there.", "person"),
        ("id", "Hal itu dibenarkan AKBP Krag.", "person"),
        ("id", "Pelakunya berinisial KRAG.", "person"),
        ("id", "Korban bernama Ole Krag ditemukan.", "person"),
        ("id", "Ole Krag (26) ditemukan.", "person"),
        ("en", "A statue of Ole Krag was there.", "name"),
    ],
)
def test_what_shows_a_person(language: str, line: str, kind: str) -> None:
    found = [(t, v.show()) for t, _, v in tag_article([line], language)[0] if "krag" in str(v.show()).lower()]
    assert [t for t, _ in found] == [kind]


def test_title_holds_only_names_of_the_body() -> None:
    title = "Brandt Visits Oslo As Storm Hits Coast"
    tagged = tag_article(["President Ada Brandt is in Oslo."], "en", title)[0]
    assert [(t, w) for t, w, _ in tagged] == [("person", "Brandt"), ("place", "Oslo")]


def test_a_line_of_names_that_ends_like_a_sentence_is_no_headline() -> None:
    line = "Ada Brandt didampingi Menteri Pertahanan Ole Krag, Menteri Luar Negeri Ines Falk dan Menkeu Uwe Tamm."
    assert people([line], "id") == [["Ada Brandt", "Ole Krag", "Ines Falk", "Uwe Tamm"]]


def test_name_of_a_thing_is_no_person() -> None:
    lines = ["Ia menjual mobil Lumo Karisa kemarin.", "Sopir membawa Karisa pulang."]
    assert "person" not in [kind for line in tag_article(lines, "id") for kind, _, _ in line]


def test_other_name_in_brackets_means_the_person() -> None:
    lines = ["Presiden Ada Brandt (Abra) hadir.", "Menurut Abra, cuaca cerah."]
    assert people(lines, "id")[1] == ["Ada Brandt"]


def test_taken_tokens_stay_untouched_and_found_ones_are_marked() -> None:
    draft = _draft(Part.BODY, "Ada Brandt met Ole Krag")
    draft.taken[:2] = b"\1\1"
    mentions = tag_names([draft], lexicon("en"))[0]
    assert [(m.first, m.last) for m in mentions] == [(3, 5)]
    assert bytes(draft.taken) == b"\1\1\0\1\1"


def test_empty_article() -> None:
    assert tag_names([], lexicon("en")) == []
    assert tag_article([""], "en") == [[]]
