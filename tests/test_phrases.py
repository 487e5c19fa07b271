"""Phrases in tokenised text: the longest wins, whole words only, endings where asked for."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.phrases import PhraseIndex, words_of
from factcheck.tokens import tokens_of

INDEX = PhraseIndex(
    [
        ("harbour", "port"),
        ("harbour master", "office"),
        ("deputy harbour master", "deputy"),
        ("kunjung*", "visit"),
        ("Jum'at", "Friday"),
        ("harbour", "never: the first counts"),
        ("", "never: empty"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the harbour master spoke", ["office"]),
        ("the deputy harbour master", ["deputy"]),
        ("a deputy harbour", ["port"]),
        ("Harbour, master of ships", ["port"]),
        ("harbours", []),
        ("kunjungan itu", ["visit"]),
        ("jum'at di harbour", ["Friday", "port"]),
        ("", []),
    ],
)
def test_find(text: str, found: list[str]) -> None:
    assert [f.value for f in INDEX.find(tokens_of(text))] == found


def test_find_keeps_to_a_stretch() -> None:
    tokens = tokens_of("deputy harbour master")
    assert [f.value for f in INDEX.find(tokens, 1, 2)] == []
    assert [(f.first, f.last, f.value) for f in INDEX.find(tokens, 1)] == [(1, 3, "office")]


@pytest.mark.parametrize(
    ("last", "found"), [(0, None), (1, None), (2, None), (3, "deputy"), (4, None)], ids=lambda value: str(value)
)
def test_before(last: int, found: str | None) -> None:
    got = INDEX.before(tokens_of("deputy harbour master spoke"), last)
    assert (got.value if got else None) == found


def test_firsts_and_lasts_tell_where_a_phrase_can_begin_and_end() -> None:
    assert "deputy" in INDEX.firsts and "master" not in INDEX.firsts
    assert "master" in INDEX.lasts and "deputy" not in INDEX.lasts


@pytest.mark.parametrize(("text", "start", "end", "found"), [
    ("a deputy harbour master spoke", 0, None, [(1, 4)]),
    ("a deputy harbour master spoke", 0, 3, []),
    ("harbour harbour", 1, None, [(1, 2)]),
    ("nobody spoke", 0, None, []),
])  # fmt: skip
def test_find_keeps_to_its_stretch(text: str, start: int, end: int | None, found: list[tuple[int, int]]) -> None:
    assert [(one.first, one.last) for one in INDEX.find(tokens_of(text), start, end)] == found


def test_none_is_a_value() -> None:
    found = PhraseIndex([("about", None)]).at(tokens_of("about"), 0)
    assert found is not None and found.value is None


def test_a_stored_index_finds_the_same() -> None:
    tokens = tokens_of("the deputy harbour master on kunjungan")
    assert list(pickle.loads(pickle.dumps(INDEX)).find(tokens)) == list(INDEX.find(tokens))


@given(st.text(alphabet="aB é1²-'’. \t", max_size=12))
def test_phrases_are_cut_as_text_is(phrase: str) -> None:
    assert list(words_of(phrase)) == [token.lower for token in tokens_of(phrase)]
