"""Which articles are one voice."""

from __future__ import annotations

import pytest

from factcheck.model import Article, Part, Sentence, TaggedSentence
from factcheck.story import Wording, count_voices, group_voices, one_voice, wording_of
from factcheck.tokens import tokens_of
from tests.factory import make_claim

BODY = """The ferry Havlys ran aground off Sunde on Tuesday evening with ninety people on board.
Nobody was hurt, the harbour master said, and tugs pulled the ship free before midnight.
The company will examine the rudder, which had been repaired twice since the spring.
"""
OTHER = """Passengers of a ferry spent the night in a school after their ship struck a rock near Sunde.
A volunteer with blankets, Liv Moe, said that the children had sung until they fell asleep.
Divers found a dent but no leak, and the ship sails again from Friday.
"""


def wording(source: str, text: str, part: Part = Part.BODY) -> Wording:
    """The wording of an article whose lines are its sentences."""
    tagged, start = [], 0
    for line in text.splitlines(keepends=True):
        tokens = tokens_of(text, start, start + len(line))
        tagged.append(TaggedSentence(Sentence(start, start + len(line), part), tokens, ()))
        start += len(line)
    return wording_of(Article(source, text, "en", "0" * 64), tagged)


def voices(*texts: str) -> list[str]:
    """The voice of each text, its article named a, b, c ..."""
    wordings = [wording(source, text) for source, text in zip("abcdef", texts, strict=False)]
    return list(group_voices(wordings).values())


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (BODY, ["a", "a"]),
        (BODY.upper(), ["a", "a"]),
        (BODY.replace("Tuesday evening", "Tuesday").replace("ninety", "90"), ["a", "a"]),
        ("".join(BODY.splitlines(keepends=True)[:2]), ["a", "a"]),
        (BODY + OTHER, ["a", "a"]),
        (OTHER, ["a", "b"]),
        (OTHER + "Nobody was hurt, the harbour master said, and tugs pulled the ship free.\n", ["a", "b"]),
    ],
    ids=["whole", "capitals", "edited", "shortened", "continued", "another text", "one sentence shared"],
)
def test_copies_are_one_voice(copy: str, expected: list[str]) -> None:
    assert voices(BODY, copy) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (f"OSLO (Nordfoto) - {BODY}", f"SUNDE (NORDFOTO) — {OTHER}", ["a", "a"]),
        (f"{BODY}(nordwire.example)\n", f"{OTHER.rstrip()} (nordwire.example/lm)\n", ["a", "a"]),
        (f"{BODY}(Nordfoto)\n", f"OSLO (Nordfoto) - {OTHER}", ["a", "a"]),
        (f"OSLO (Nordfoto) - {BODY}", f"OSLO (Sydfoto) - {OTHER}", ["a", "b"]),
        (f"{BODY}(abc/xyz)\n", f"{OTHER}(abc/xyz)\n", ["a", "b"]),
        (f"Sunde Harbour Board (SHB) - {BODY}", f"Sunde Harbour Board (SHB) - {OTHER}", ["a", "b"]),
        (f"SUNDE (18/6/2031) - {BODY}", f"SUNDE (18/6/2031) - {OTHER}", ["a", "b"]),
        (f"The ferry. Photo: Nordfoto/Sydfoto\n{BODY}", f"The dent. Photo: Nordfoto/Sydfoto\n{OTHER}", ["a", "b"]),
    ],
    ids=["dateline", "address", "either place", "two agencies", "initials", "abbreviation", "date", "photo credit"],
)
def test_an_agency_named_for_the_text(one: str, other: str, expected: list[str]) -> None:
    assert voices(one, other) == expected


def test_captions_are_no_text() -> None:
    captions = [wording(source, BODY, Part.CAPTION) for source in "ab"]
    assert all(not w.shingles for w in captions)


def test_without_rules_the_lines_are_compared() -> None:
    articles = [Article(source, BODY, "nn", "0" * 64) for source in "ab"]
    assert group_voices([wording_of(article, ()) for article in articles]) == {"a": "a", "b": "a"}


def named(**names: str) -> list[Wording]:
    return [Wording(source, frozenset(), "", frozenset({tuple(name.split())})) for source, name in names.items()]


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["brandvolt", "brandvolt", "brandtvol", "brandtvol", "brandtvol"], "aacde"),
        (["brandvolt", "brandvolt", "brandtvol", "brandtvol"], "abcd"),
        (["brandvolt", "brandtvol", "brandtvol", "brandtvol"], "abcd"),
        (["kravtsik", "kravtsik", "krawtsik", "krawtsik", "krawtsik"], "abcde"),
        (["holm", "holm", "helm", "helm", "helm"], "abcde"),
        (["lindgren", "lindgren", "moestuen", "moestuen", "moestuen"], "abcde"),
    ],
    ids=["a slip of two", "as many either way", "a slip of one", "romanisation", "short names", "two people"],
)
def test_a_slip_that_two_share(forms: list[str], expected: str) -> None:
    wordings = named(**{source: f"ada {form}" for source, form in zip("abcde", forms, strict=False)})
    assert list(group_voices(wordings).values()) == list(expected)


def test_order_changes_nothing() -> None:
    wordings = [wording(source, text) for source, text in (("c", BODY), ("a", OTHER), ("b", BODY))]
    assert group_voices(wordings) == {"c": "b", "a": "a", "b": "b"}
    assert group_voices(wordings[::-1]) == group_voices(wordings)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Tugs pulled the ship free before midnight, the harbour master said.",
         "Tugs pulled the ship free before midnight, the master said.", True),
        ("Tugs pulled the ship free before midnight, the harbour master said.",
         "By midnight the master of the harbour had said that tugs would free the ship.", False),
        ("Nobody was hurt.", "Nobody was hurt.", False),
        ("", "", False),
    ],
)  # fmt: skip
def test_sentences(one: str, other: str, expected: bool) -> None:
    assert one_voice(one, other) is expected
    assert one_voice(other, one) is expected


def test_voices_of_an_answer() -> None:
    said = [("a", "The mayor counted nine boats."), ("b", "Nine boats lay there."), ("c", "There were nine.")]
    claims = [make_claim(source, words=text) for source, text in said]
    sentences = {claim.evidence.source: claim.evidence.sentence for claim in claims}
    assert not one_voice(sentences["a"], sentences["b"])
    assert count_voices(claims, {}) == 3
    assert count_voices(claims, {"a": "a", "b": "a", "c": "c"}) == 2
    assert count_voices([*claims, claims[0]], {}) == 3
    assert count_voices([], {}) == 0
