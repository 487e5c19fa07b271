"""Figures whose thing stands before them, or is that of a whole. The sentences are invented."""

from __future__ import annotations

import pytest

from factcheck.model import Mention
from factcheck.rulepack import load_pack
from factcheck.tag.elsewhere import count_elsewhere, elsewhere_words
from factcheck.tag.numbers import find_numbers
from factcheck.tag.quantities import join_quantities, thing_words
from factcheck.tokens import tokens_of

LEXICONS = load_pack().lexicons


def counted(text: str, language: str) -> list[tuple[str, str]]:
    """Number and thing of each quantity; a figure without a thing is left out."""
    lexicon, tokens = LEXICONS[language], tokens_of(text)
    things = thing_words(lexicon)
    numbers: list[Mention] = find_numbers(tokens, lexicon, bytearray(len(tokens)))
    joined = join_quantities(tokens, sorted(numbers, key=lambda m: m.first), things)
    found = count_elsewhere(tokens, joined, elsewhere_words(lexicon), things)
    return [(str(m.value.number), str(m.value.thing)) for m in found if m.type == "quantity"]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Pedagang yang terdampak sebanyak 84 orang.", ("84", "trader")),
        ("Di gudang itu, ekstasi sebanyak 30 butir disembunyikan.", ("30", "ecstasy")),
        ("Kopra sebanyak 30 batang.", ("30", "batang")),  # a capital says nothing of a noun
        ("Pagi itu kopra sebanyak 30 batang.", ("30", "kopra")),
        ("Rumah rusak mencapai 12 unit.", ("12", "house rusak")),
        ("Anak buah kapal berjumlah 9 orang.", ("9", "crew kapal")),
        ("Pengungsi di desa itu mencapai 90 jiwa.", ("90", "refugee")),
        ("Jumlahnya mencapai 90 unit.", ("90", "unit")),
        ("Rumah roboh, sebanyak 90 orang.", ("90", "person")),
        ("Pedagang bertemu 84 orang.", ("84", "person")),
        ("Pedagang yang terdampak sebanyak 84 kios.", ("84", "stall")),
    ],
)
def test_the_noun_before_a_bare_classifier(text: str, thing: tuple[str, str]) -> None:
    assert counted(text, "id") == [thing]


@pytest.mark.parametrize(
    ("text", "language", "things"),
    [
        ("Airlines cancelled 21 of 31 flights.", "en", [("21", "flight"), ("31", "flight")]),
        ("They stopped 12 out of 40 trains.", "en", [("12", "train"), ("40", "train")]),
        ("Sebanyak 4 dari 7 orang.", "id", [("4", "person"), ("7", "person")]),
        ("They sold 12 in May and 40 trains.", "en", [("40", "train")]),
    ],
)
def test_a_part_counts_the_same_as_its_whole(text: str, language: str, things: list[tuple[str, str]]) -> None:
    assert counted(text, language) == things


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("It had an attendance of 31,204.", [("31204", "spectator")]),
        ("The attendance was 4,300 in the rain.", [("4300", "spectator")]),
        ("A crowd of 8,000 watched the game.", [("8000", "person")]),
        ("The score of 8 surprised them.", []),
    ],
)
def test_words_that_say_what_is_counted(text: str, things: list[tuple[str, str]]) -> None:
    assert counted(text, "en") == things
