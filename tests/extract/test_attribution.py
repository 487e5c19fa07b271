"""Who a sentence says something from, with the chain."""

from __future__ import annotations

import pytest

from factcheck.extract.claims import settings_of
from factcheck.extract.conversation import SentenceSpeech
from factcheck.model import Article
from factcheck.reader import read
from factcheck.rulepack import load_pack


def speech_of(text: str, language: str) -> list[tuple[str, SentenceSpeech]]:
    """Each sentence of a text with its speech."""
    pack = load_pack()
    article = Article("example", text, language, "")
    settings = settings_of(article, read(article, pack).tagged, pack.lexicons[language])
    return [(text[s.tagged.sentence.start : s.tagged.sentence.end], s.speech) for s in settings]


def origins(text: str, word: str, language: str) -> list[str | None]:
    """The origin of each place of `word`."""
    pack = load_pack()
    article = Article("example", text, language, "")
    found: list[str | None] = []
    for setting in settings_of(article, read(article, pack).tagged, pack.lexicons[language]):
        for at, token in enumerate(setting.tagged.tokens):
            if token.lower == word:
                origin = setting.speech.origin_of(at, at + 1)
                found.append(str(origin) if origin else None)
    return found


@pytest.mark.parametrize(
    ("language", "text", "word", "origin"),
    [
        ("en", "Police said three barns burned down on Monday.", "barns", "Police"),
        ("en", "State news agency LNA said three barns burned down.", "barns", "LNA"),
        ("en", "The farmer's widow, Ada Brandt (33), said three barns burned down.", "barns", "Ada Brandt"),
        ("id", "Menurut kantor berita Norwegia LNA, tiga lumbung terbakar.", "lumbung", "LNA"),
        ("id", "Menurut kantor berita Norwegia, tiga lumbung terbakar.", "lumbung", "kantor berita Norwegia"),
        ("id", "Tiga lumbung terbakar, lapor kantor berita resmi LNA.", "lumbung", "LNA"),
        ("id", "BPBD Ranu semula menyebut tiga lumbung terbakar.", "lumbung", "BPBD Ranu"),
        ("en", "Three barns burned down, police said in a statement on Monday.", "barns", "police"),
        ("en", "Three barns burned down, according to the Norwegian Fire Office.", "barns", "Norwegian Fire Office"),
        ("en", "According to police, Ada Brandt burned three barns down.", "barns", "police"),
        ("en", "The mayor, Ada Brandt, said three barns burned down.", "barns", "Ada Brandt"),
        ("en", "“Three barns burned down,” said Ada Brandt, the mayor.", "barns", "Ada Brandt"),
        ("en", "“Three barns burned down,” said Brandt’s neighbor, Ole Krag.", "barns", "Ole Krag"),
        ("en", "Officials at the ministry said three barns burned down.", "barns", "Officials at the ministry"),
        ("en", "The Oslo Times reported three barns burned down, citing police.", "barns", "police, via Oslo Times"),
        ("en", "Ada Brandt told Reuters that three barns burned down.", "barns", "Ada Brandt"),
        ("en", "Three barns burned down, news agency reports said.", "barns", None),
        ("en", "State media reported three barns burned down.", "barns", None),
        ("id", "Tiga lumbung terbakar, menurut kantor berita.", "lumbung", None),
        ("en", "The sheriff's office said three barns burned down.", "barns", "sheriff's office"),
        ("en", "Three barns burned down, according to the trade ministry.", "barns", "trade ministry"),
        ("en", "On Monday police said three barns burned down.", "barns", "police"),
        ("id", "Menurut Ketua LPK Norwegia Edda Brandt, tiga lumbung terbakar.", "lumbung", "Edda Brandt"),
        ("en", "Three barns burned down in Norway.", "barns", None),
        ("en", "The barns in Norway said nothing to visitors.", "visitors", None),
        ("en", "Norway was told that three barns burned down.", "barns", None),
        ("id", "\"Tiga lumbung terbakar,\" kata Kepala Dinas Pasar, Edda Brandt.", "lumbung", "Edda Brandt"),
        ("id", "Tiga lumbung terbakar, kata polisi.", "lumbung", "polisi"),
        ("id", "Menurut polisi, tiga lumbung terbakar.", "lumbung", "polisi"),
        ("id", "Polisi mengatakan tiga lumbung terbakar pada Senin.", "lumbung", "Polisi"),
        ("id", "\"Tiga lumbung terbakar,\" kata Edda Brandt, dilansir Reuters.", "lumbung", "Edda Brandt, via Reuters"),
        ("id", "Tiga lumbung terbakar di Norwegia.", "lumbung", None),
    ],
)  # fmt: skip
def test_origin_of_a_statement(language: str, text: str, word: str, origin: str | None) -> None:
    assert origins(text, word, language) == [origin]


def test_a_quote_over_sentence_ends_has_one_speaker() -> None:
    text = "\"The wall broke at dawn. The barns stood under water,\" said Ada Brandt."
    assert origins(text, "wall", "en") == origins(text, "barns", "en") == ["Ada Brandt"]


def test_he_said_is_the_last_named_speaker() -> None:
    text = "Ada Brandt said the wall broke at dawn.\n\n\"The barns stood under water,\" she said."
    assert origins(text, "barns", "en") == ["Ada Brandt"]


def test_an_unknown_speaker_is_nobody_named_before() -> None:
    text = "Ada Brandt said the wall broke.\n\n\"The barns stood under water,\" a man close to the miller said."
    assert origins(text, "barns", "en") == [None]


def test_the_speaker_is_the_word_of_the_article() -> None:
    text = "Ada Brandt said the wall broke."
    (_, speech), = speech_of(text, "en")
    assert speech.origin_of(0, 2) is None
