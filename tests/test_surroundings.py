"""The sentences beside the one that a claim rests on."""

from __future__ import annotations

from factcheck.model import Evidence
from factcheck.surroundings import surroundings
from tests.factory import make_source

TEXT = """Ferry delegation returns

The ferry left Oslo at noon. Ole Krag was on board, the harbour office said. Nobody else was seen.

Read also: ten harbours that you have to visit
"""


def around(words: str, sentence: str) -> tuple[str, str]:
    start = TEXT.index(words)
    evidence = Evidence("a.txt", start, start + len(words), 3, 1, words, sentence, sentence.index(words))
    return surroundings([make_source("a.txt", text=TEXT)])(evidence)


def test_the_sentences_on_both_sides() -> None:
    beside = around("Ole Krag", "Ole Krag was on board, the harbour office said.")
    assert beside == ("The ferry left Oslo at noon.", "Nobody else was seen.")


def test_at_the_ends_of_the_article_there_is_nothing() -> None:
    assert around("Ferry delegation", "Ferry delegation returns")[0] == ""


def test_boilerplate_is_no_sentence() -> None:
    assert around("Nobody else", "Nobody else was seen.") == ("Ole Krag was on board, the harbour office said.", "")
