"""Who said it: invented articles in, findings out."""

from __future__ import annotations

from pathlib import Path

from factcheck.findings import Report
from factcheck.pipeline import check

WORDS = "The northern harbour wall would never survive another winter storm"


def report(folder: Path, *texts: str) -> Report:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"{text}\n\n{number}\n", encoding="utf-8")
    return check([folder], select=["quote-speaker"], one_story=True)


def test_one_quote_in_three_wordings_is_one_answer(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        f"\"{WORDS},\" said Ada Brandt, the mayor.",
        f"Mayor Ada Brandt said: “{WORDS}.”",
        f"“{WORDS},” Ada Brandt said on Monday.",
    )
    assert not told.conflicts
    assert len(told.agreements) == 1
    assert len(told.agreements[0].answers[0].claims) == 3


def test_an_office_may_be_the_person(tmp_path: Path) -> None:
    told = report(tmp_path, f"\"{WORDS},\" said Ada Brandt, the mayor.", f"\"{WORDS},\" the mayor said.")
    assert not told.conflicts


def test_the_same_words_of_two_people_are_a_conflict(tmp_path: Path) -> None:
    told = report(tmp_path, f"\"{WORDS},\" said Ada Brandt.", f"\"{WORDS},\" said Ole Krag.")
    assert [sorted(answer.text for answer in f.answers) for f in told.conflicts] == [["Ada Brandt", "Ole Krag"]]


def test_what_two_people_are_said_to_think_is_no_conflict(tmp_path: Path) -> None:
    words = WORDS.lower()
    assert not report(tmp_path, f"Ada Brandt said {words}.", f"Ole Krag said {words}.").conflicts


def test_quotes_in_two_languages_are_not_compared(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        f"\"{WORDS},\" said Ada Brandt.",
        "\"Tanggul pelabuhan utara tidak akan bertahan menghadapi badai itu,\" kata Wali Kota Edda Krag kepada warga.",
    )
    assert not told.conflicts and not told.agreements
