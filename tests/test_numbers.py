"""What figures say and how they compare."""

from __future__ import annotations

from decimal import Decimal

import num2words
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Verdict
from factcheck.numbers import Hedge, Number, compare_numbers, read_figure, read_number
from factcheck.rulepack import load_pack
from factcheck.tokens import tokens_of

LEXICONS = load_pack().lexicons

FEW = settings(max_examples=60, derandomize=True, deadline=None)
DECIMALS = st.decimals(-(10**9), 10**12, places=2, allow_nan=False)


@st.composite
def numbers(draw: st.DrawFn) -> Number:
    low, high = sorted((draw(DECIMALS), draw(DECIMALS)))
    step = draw(st.sampled_from([Decimal("0.01"), Decimal(1), Decimal(1000)]))
    number = Number(low, high if draw(st.booleans()) else low, step=step)
    hedge = draw(st.sampled_from([None, *Hedge]))
    return number.hedged(hedge) if hedge else number


def read(text: str, language: str) -> Number | None:
    """The number that is all of `text`."""
    tokens = tokens_of(text)
    found = read_number(tokens, 0, LEXICONS[language])
    return found[0] if found and found[1] == len(tokens) else None


@FEW
@given(numbers())
def test_canonical_text_reads_back(number: Number) -> None:
    assert Number.read(str(number)) == number


@FEW
@given(numbers())
def test_a_number_is_the_same_as_itself(number: Number) -> None:
    assert compare_numbers(number, number).verdict is Verdict.SAME


@FEW
@given(numbers(), numbers())
def test_comparing_is_symmetric(a: Number, b: Number) -> None:
    assert compare_numbers(a, b) == compare_numbers(b, a)


@FEW
@given(st.integers(0, 10**12), st.sampled_from(["en", "id"]))
def test_number_words_read_back(value: int, language: str) -> None:
    number = read(num2words.num2words(value, lang=language), language)
    assert number is not None and number.exact and number.figure == value


@pytest.mark.parametrize("text", ["", "many", "~", ">", "1..", "1,5", "3 km"])
def test_what_is_no_canonical_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        Number.read(text)


@pytest.mark.parametrize(
    ("text", "language", "figure", "step"),
    [
        ("6.700", "id", "6700", "1"),
        ("6,700", "en", "6700", "1"),
        ("4,8", "id", "4.8", "0.1"),
        ("8.27", "id", "8.27", "0.01"),
        ("1,200,000", "id", "1200000", "1"),
        ("6,7 ribu", "id", "6700", "100"),
        ("281,2 juta", "id", "281200000", "100000"),
        ("3 juta", "id", "3000000", "1000000"),
        ("seribu", "id", "1000", "1000"),
        ("lima ratus ribu", "id", "500000", "1000"),
        ("dua puluh lima", "id", "25", "1"),
        ("satu setengah juta", "id", "1500000", "100000"),
        ("setengah juta", "id", "500000", "100000"),
        ("2 juta 300 ribu", "id", "2300000", "1000"),
        ("empat koma delapan", "id", "4.8", "0.1"),
        ("dua pertiga", "id", "0.6667", "0.1"),
        ("10rb", "id", "10000", "1000"),
        ("1.2 million", "en", "1200000", "100000"),
        ("2.5bn", "en", "2500000000", "100000000"),
        ("half a million", "en", "500000", "100000"),
        ("one-and-a-half million", "en", "1500000", "100000"),
        ("two hundred and five", "en", "205", "1"),
        ("twenty-five", "en", "25", "1"),
        ("two and a half", "en", "2.5", "0.1"),
        ("172 ½", "en", "172.5", "0.1"),
        ("three quarters", "en", "0.75", "0.1"),
        ("minus 5", "en", "-5", "1"),
        (".25", "en", "0.25", "0.01"),
    ],
)
def test_figures_and_words_are_read(text: str, language: str, figure: str, step: str) -> None:
    number = read(text, language)
    assert number is not None
    assert (number.figure, number.step, number.exact) == (Decimal(figure), Decimal(step), True)


@pytest.mark.parametrize(
    ("text", "language", "canonical"),
    [
        ("dozens", "en", "~20..99"),
        ("hundreds of thousands", "en", "~200000..999000"),
        ("a dozen", "en", "~12"),
        ("puluhan ribu", "id", "~20000..99000"),
        ("beberapa ratus", "id", "~200..900"),
        ("belasan", "id", "~11..19"),
    ],
)
def test_vague_words_are_ranges(text: str, language: str, canonical: str) -> None:
    assert str(read(text, language)) == canonical


@pytest.mark.parametrize(
    ("text", "language", "figure", "rest"),
    [
        ("one hundred one hundred", "en", "100", 2),
        ("one million, two of them", "en", "1000000", 2),
        ("five and six", "en", "5", 1),
        ("twenty third", "en", "20", 1),
        ("5m", "en", "5", 1),
        ("dua tiga", "id", "2", 1),
    ],
)
def test_a_number_ends_where_another_begins(text: str, language: str, figure: str, rest: int) -> None:
    found = read_number(tokens_of(text), 0, LEXICONS[language])
    assert found is not None
    assert (found[0].figure, found[1]) == (Decimal(figure), rest)


@pytest.mark.parametrize("text", ["15:24", "1.2.3", "20/06", "1,23,456"])
def test_times_dates_and_versions_are_no_figures(text: str) -> None:
    assert read_figure(text, ".", ",") is None


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (Number.of(6700), Number.of(6700, 100), "the same figure"),
        (Number.of(6720), Number.of(6700, 100), "6.7 thousand is 6,720 rounded"),
        (Number.of(54_000_000), Number.read(">50000000"), "more than 50,000,000 leaves room for 54,000,000"),
        (Number.of(6700), Number.read("~6700"), "about 6,700 and 6,700 differ by the hedge alone"),
        (Number.of(6710), Number.read("~6700"), "about 6,700 and 6,710 are near enough"),
        (Number.of(40), Number.read(">40"), "more than 40 and 40 differ by the hedge alone"),
        (Number.read("<=100"), Number.read("~100"), "up to 100 and about 100 differ by the hedge alone"),
        (Number.read("~20..99"), Number.read(">=50"), "at least 50 leaves room for about 20 to 99"),
        (Number.read("~<50"), Number.of(48), "nearly 50 leaves room for 48"),
        (Number.read("2..9"), Number.of(5), "2 to 9 leaves room for 5"),
    ],
)
def test_figures_that_can_both_be_true(a: Number, b: Number, reason: str) -> None:
    found = compare_numbers(a, b)
    assert not found.different
    assert found.reason == reason


@pytest.mark.parametrize(
    ("a", "b", "hint"),
    [
        (Number.of(25), Number.of(26), "25 is not 26"),
        (Number.of(2000), Number.of(2400), "2,000 is not 2,400"),
        (Number.read("8.72"), Number.read("8.27"), "digits transposed?"),
        (Number.of(5276), Number.of(5726), "digits transposed?"),
        (Number.of(67), Number.of(670), "a factor of 10"),
        (Number.of(3), Number.of(3000), "a factor of 1000"),
        (Number.of(1_000_000, 1_000_000), Number.of(1_400_000, 100_000), "is not"),
        (Number.of(39), Number.read(">=40"), "at least 40 rules out 39"),
        (Number.read("~360"), Number.of(326), "about 360 rules out 326"),
        (Number.read("~<50"), Number.of(30), "nearly 50 rules out 30"),
        (Number.read("~1000"), Number.read("~300"), "rules out"),
    ],
)
def test_figures_that_cannot_both_be_true(a: Number, b: Number, hint: str) -> None:
    found = compare_numbers(a, b)
    assert found.different
    assert hint in found.reason


def test_a_tolerance_is_absolute() -> None:
    assert not compare_numbers(Number.of(70), Number.of(72), Decimal(2)).different
    assert compare_numbers(Number.of(70), Number.of(73), Decimal(2)).different


def test_json_keeps_figures_exact() -> None:
    assert Number.of(6700).to_json() == 6700
    assert Number.read("4.8").to_json() == "4.8"
    assert Number.read("~>50").to_json() == {"min": 50, "about": True, "exclusive": True}
