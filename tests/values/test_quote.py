"""Quotes by their words, and who is given as their speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Verdict
from factcheck.values.quote import Quote
from factcheck.values.speaker import Speaker

LONG = "The northern harbour wall would never survive another winter storm"


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (LONG, LONG + ",", Verdict.SAME),
        (LONG, "Northern harbour wall would never survive another winter storm", Verdict.SAME),
        (LONG, LONG + " and nobody in town believes otherwise, whatever engineers wrote", Verdict.SAME),
        (LONG, "never survive another storm", Verdict.COMPATIBLE),
        (LONG, "The southern bridge opened with music and flowers on Sunday", Verdict.DIFFERENT),
        (LONG, "Tanggul pelabuhan utara tidak akan bertahan menghadapi badai berikutnya", Verdict.DIFFERENT),
        ("that: " + LONG, LONG, Verdict.COMPATIBLE),
        ("that: " + LONG, "that: " + LONG, Verdict.SAME),
    ],
)
def test_quotes_compare_by_shared_words(one: str, other: str, verdict: Verdict) -> None:
    a, b = Quote.read(one), Quote.read(other)
    assert a.compare(b).verdict is verdict
    assert b.compare(a) == a.compare(b)


def test_a_long_quote_is_shown_short() -> None:
    shown = Quote.read(f"{LONG} and {LONG}").show()
    assert shown.endswith(" ...”") and len(shown) < 90


@given(st.text(max_size=60))
def test_canonical_text_of_a_quote_reads_back(text: str) -> None:
    quote = Quote.read(text)
    assert Quote.read(str(quote)) == quote
    assert quote.compare(quote).verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Ada Brandt", "Brandt", Verdict.COMPATIBLE),
        ("Ada Brandt", "Ada Brandt", Verdict.SAME),
        ("Ada Brandt", "Ole Krag", Verdict.DIFFERENT),
        ("Ada Brandt", "body: police", Verdict.COMPATIBLE),
        ("body: the ministry", "body: police", Verdict.COMPATIBLE),
        ("body: police", "body: police", Verdict.SAME),
    ],
)
def test_only_two_people_are_two_speakers(one: str, other: str, verdict: Verdict) -> None:
    a, b = Speaker.read(one), Speaker.read(other)
    assert a.compare(b).verdict is verdict
    assert b.compare(a) == a.compare(b)
    assert Speaker.read(str(a)) == a


def test_a_speaker_carried_from_before_contradicts_nobody() -> None:
    carried = Speaker(Speaker.read("Ada Brandt").person, carried=True)
    assert not carried.compare(Speaker.read("Ole Krag")).different
