"""The day an article counts from."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from factcheck.anchor import article_anchor, borrow_anchor, weekday_dates
from factcheck.lexicon import Lexicon
from factcheck.model import Anchor, Article, Part, Sentence, TaggedSentence
from factcheck.rulepack import load_pack
from factcheck.tag.dates import find_dates
from factcheck.tokens import tokens_of
from factcheck.values.date import Date


@cache
def lexicon(language: str) -> Lexicon:
    return load_pack().lexicons[language]


def tagged(*lines: tuple[Part, str], language: str = "id") -> tuple[Article, list[TaggedSentence]]:
    """An article whose lines are its sentences."""
    text = "\n".join(line for _, line in lines)
    sentences, start = [], 0
    for part, line in lines:
        tokens = tokens_of(text, start, start + len(line))
        mentions = find_dates(tokens, lexicon(language), bytearray(len(tokens)))
        sentences.append(TaggedSentence(Sentence(start, start + len(line), part), tokens, tuple(mentions)))
        start += len(line) + 1
    return Article("a.txt", text, language, "0" * 64), sentences


def anchor_of(*lines: tuple[Part, str], language: str = "id", given: date | None = None) -> Anchor:
    article, sentences = tagged(*lines, language=language)
    return article_anchor(Article(article.id, article.text, language, article.sha256, given=given), sentences)


TITLE, DATELINE, CAPTION, BODY = Part.TITLE, Part.DATELINE, Part.CAPTION, Part.BODY
OPENING = (BODY, "Ada Brandt tiba di Oslo pada Rabu (19/6/2024) pagi.")


def test_a_given_date_wins() -> None:
    anchor = anchor_of((DATELINE, "Kamis, 20/06/2024 04:04 WIB"), OPENING, given=date(2024, 6, 21))
    assert anchor == Anchor(date(2024, 6, 21), "given")


def test_the_dateline_comes_next() -> None:
    anchor = anchor_of((DATELINE, "Ole Krag | Kamis, 20/06/2024 04:04 WIB"), OPENING)
    assert anchor == Anchor(date(2024, 6, 20), "dateline")


def test_a_lone_date_near_the_top_is_a_dateline() -> None:
    anchor = anchor_of((TITLE, "Brandt tiba di Oslo"), (BODY, "2024-06-20"), (BODY, "Brandt tiba pada Rabu."))
    assert anchor == Anchor(date(2024, 6, 20), "dateline")


def test_a_full_date_with_its_weekday_comes_before_history() -> None:
    anchor = anchor_of(
        (TITLE, "Brandt tiba di Oslo"),
        (BODY, "Perjanjian itu diteken pada Jumat (21/10/2016)."),
        OPENING,
        (BODY, "Kantornya mengatakan hal itu, Rabu (19/6/2024)."),
    )
    assert anchor == Anchor(date(2024, 6, 19), "text: 'Rabu (19/6/2024) pagi'")


def test_a_date_that_is_called_today_is_the_article_s_own() -> None:
    anchor = anchor_of(
        (BODY, "Pada hari ini, Rabu (19/6/2024), Brandt tiba."),
        (BODY, "Ia berangkat pada Senin (17/6/2024) dan singgah pada Senin (17/6/2024)."),
    )
    assert anchor == Anchor(date(2024, 6, 19), "text: 'Rabu (19/6/2024)'")


def test_a_weekday_that_does_not_fit_is_no_evidence() -> None:
    assert anchor_of((BODY, "Brandt tiba pada Rabu (18/6/2024).")).date is None


def test_last_week_on_a_day_gives_a_week_and_outweighs_a_later_page_date() -> None:
    anchor = anchor_of(
        (DATELINE, "Oktober 10, 2024"),
        (BODY, "Brandt pekan lalu memuji Krag dalam pesannya pada 12 Juni."),
    )
    assert anchor == Anchor(date(2024, 6, 20), "text: 'pekan lalu ... 12 Juni'", 3)


def test_last_week_near_the_page_date_confirms_it() -> None:
    anchor = anchor_of((DATELINE, "June 20, 2024"), (BODY, "Brandt praised Krag last week, on June 12."), language="en")
    assert anchor == Anchor(date(2024, 6, 20), "dateline")


def test_last_week_with_the_date_of_another_thing_is_no_evidence() -> None:
    line = (BODY, "Papers filed last week show that Krag was charged over a Jan. 22 raid in Oslo.")
    anchor = anchor_of((DATELINE, "2015-04-28"), line, language="en")
    assert anchor == Anchor(date(2015, 4, 28), "dateline")


def test_a_page_date_months_after_the_text_s_own_days_loses() -> None:
    again = (BODY, "Krag menyambutnya pada Rabu (19/6/2024).")
    assert anchor_of((DATELINE, "Oktober 10, 2024"), OPENING, again).date == date(2024, 6, 19)
    near = (BODY, "Hal itu disampaikan pada Rabu (9/10/2024).")
    assert anchor_of((DATELINE, "Oktober 10, 2024"), OPENING, again, near).date == date(2024, 10, 10)


def test_history_told_twice_does_not_outweigh_a_dateline() -> None:
    told = (BODY, "Perjanjian itu diteken pada Jumat (21/10/2016).")
    assert anchor_of((DATELINE, "2025-06-19"), told, told) == Anchor(date(2025, 6, 19), "dateline")


def test_a_full_date_in_the_opening_gives_a_window() -> None:
    anchor = anchor_of((BODY, "Brandt tiba di Oslo pada 19 Juni 2024."), (BODY, "Ia pernah ke sana pada tahun 2000."))
    assert anchor == Anchor(date(2024, 6, 19), "text: '19 Juni 2024'", 3)


@pytest.mark.parametrize("line", ["Brandt tiba pada Rabu.", "Brandt tiba.", "Foto dari 2 Mei 2019"])
def test_without_evidence_there_is_no_anchor(line: str) -> None:
    part = CAPTION if line.startswith("Foto") else BODY
    assert anchor_of((TITLE, "Brandt tiba di Oslo"), (part, line)).date is None


def test_an_uncertain_article_borrows_from_its_story() -> None:
    others = [Anchor(date(2024, 6, day), "dateline") for day in (19, 20, 20)] + [Anchor(None, "no date in the text")]
    history = [date(2000, 7, 19), date(2024, 6, 19)]
    borrowed = borrow_anchor(Anchor(None, "no date in the text"), others, history)
    assert borrowed.date in (date(2024, 6, 19), date(2024, 6, 20))
    assert (borrowed.basis, borrowed.days) == ("other articles of the story", 3)


def test_nothing_is_borrowed_where_it_is_not_needed_or_does_not_fit() -> None:
    others = [Anchor(date(2024, 6, 20), "dateline")]
    none = Anchor(None, "no date in the text")
    own = Anchor(date(2023, 1, 2), "dateline")
    window = Anchor(date(2024, 6, 18), "text: '18 Juni 2024'", 3)
    assert borrow_anchor(own, others, []) == own
    assert borrow_anchor(window, others, []) == window
    assert borrow_anchor(none, [none], [date(2024, 6, 20)]) == none
    assert borrow_anchor(none, others, [], [Date.read("XXXX-06-18 Wednesday")]) == none
    assert borrow_anchor(none, others, [], [Date.read("XXXX-06-18 Tuesday")]).date == date(2024, 6, 20)


def test_the_order_of_the_other_articles_does_not_matter() -> None:
    others = [Anchor(date(2025, 6, day), "dateline") for day in (7, 9, 9, 10, 16)]
    none = Anchor(None, "no date in the text")
    assert borrow_anchor(none, others, []) == borrow_anchor(none, others[::-1], [])
    assert borrow_anchor(none, others, []).date == date(2025, 6, 9)


def test_weekdays_that_the_article_dates_itself() -> None:
    _, sentences = tagged(OPENING, (BODY, "Rabu (5/6/2024) Krag menolak; Jumat (28/6/2024) ia berangkat."))
    dates = [m.value for sentence in sentences for m in sentence.mentions if isinstance(m.value, Date)]
    assert weekday_dates(dates, Anchor(date(2024, 6, 20), "dateline")) == {2: date(2024, 6, 19)}
    assert weekday_dates(dates, Anchor(None, "no date in the text")) == {}
