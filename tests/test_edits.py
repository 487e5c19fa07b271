"""A hundred random edits that change nothing the articles say: no conflict changes its id, none is lost or invented."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from factcheck.baseline.edits import entries_of
from factcheck.baseline.matching import Matching, Scope
from factcheck.baseline.states import apply
from factcheck.findings import Report, State
from factcheck.pipeline import check, comparer
from tests.corpus import TEXTS, checked, weighty, write
from tests.test_identity import REPEATING

EDITS, ROUNDS = 20, 5  # edits one after another, from the seeds anew: a hundred in all
TODAY = date(2031, 5, 6)

Corpus = dict[str, str]
Edit = Callable[[random.Random, Corpus], str]

SILENT = (
    "Keterangan lebih lanjut belum tersedia.",
    "Para pembaca dapat mengikuti perkembangannya di halaman ini.",
    "Suasana tenang, dan warga menanti dengan sabar.",
    "Belum ada tanggapan dari pihak lain.",
)
# Words that may be put for one another wherever they stand.
SYNONYMS = (
    ("serta", "dan"), ("juga", "pula"), ("guna", "untuk"), ("mengatakan", "menyatakan"), ("namun", "tetapi"),
    ("ketika", "saat"), ("kerap", "sering"), ("sejumlah", "beberapa"),
)  # fmt: skip


def paragraphs(text: str) -> list[str]:
    return re.split(r"\n\s*\n", text.strip("\n"))


def joined(parts: list[str]) -> str:
    return "\n\n".join(parts) + "\n"


def insert(chance: random.Random, corpus: Corpus) -> str:
    """A paragraph that says nothing, anywhere below the opening."""
    name = chance.choice(sorted(corpus))
    parts = paragraphs(corpus[name])
    parts.insert(chance.randint(min(3, len(parts)), len(parts)), chance.choice(SILENT))
    corpus[name] = joined(parts)
    return f"insert into {name}"


def rename(chance: random.Random, corpus: Corpus) -> str:
    name = chance.choice(sorted(corpus))
    new = f"{chance.choice(('', 'a/', 'z/deep/'))}{chance.randrange(10**6)}.txt"
    corpus[new] = corpus.pop(name)
    return f"rename {name} to {new}"


def reorder(chance: random.Random, corpus: Corpus) -> str:
    """The files change places in every listing: their names are dealt out anew."""
    names = sorted(corpus)
    texts = [corpus[name] for name in names]
    chance.shuffle(texts)
    corpus.update(zip(names, texts, strict=True))
    return "deal the names out anew"


def reword(chance: random.Random, corpus: Corpus) -> str:
    """A word for another of the same meaning, everywhere in an article."""
    name, pair = chance.choice(sorted(corpus)), chance.choice(SYNONYMS)
    old, new = chance.sample(pair, 2)
    corpus[name] = re.sub(rf"(?<= ){old}(?= )", new, corpus[name])
    return f"reword {name}: {old}, {new}"


def delete(chance: random.Random, corpus: Corpus, silent: frozenset[str]) -> str:
    """A paragraph in which nothing is claimed."""
    held = [(name, part) for name in sorted(corpus) for part in paragraphs(corpus[name]) if part in silent]
    if not held:
        return insert(chance, corpus)
    name, part = chance.choice(held)
    parts = paragraphs(corpus[name])
    parts.remove(part)
    corpus[name] = joined(parts)
    return f"delete from {name}: {part[:40]}"


def repeat(chance: random.Random, corpus: Corpus) -> str:
    """One more source that gives an answer which others gave."""
    name = f"{chance.randrange(10**6)}_repeats.txt"
    corpus[name] = chance.choice(sorted(REPEATING.values()))
    return f"repeat as {name}"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return checked(tmp_path_factory.mktemp("seeds"), TEXTS)


def silent_paragraphs(report: Report) -> frozenset[str]:
    """The paragraphs without a claim and without a figure, which may date the article; the opening stays."""
    spans = {source.id: [] for source in report.sources}  # type: dict[str, list[tuple[int, int]]]
    for claim in report.claims:
        spans[claim.evidence.source].append((claim.evidence.start, claim.evidence.end))
    found = set(SILENT)
    for name, text in TEXTS.items():
        for part in paragraphs(text)[3:]:
            at = text.index(part)
            told = any(start < at + len(part) and end > at for start, end in spans[name])
            if not told and not re.search(r"\d", part):
                found.add(part)
    return frozenset(found)


def states(folder: Path, corpus: Mapping[str, str], first: Report) -> dict[str, State]:
    """The state of every conflict, of now or of then, by id."""
    fit = comparer()
    matching = Matching(fit, fit, scope=Scope.FOLDER)
    report = apply(check([write(folder, corpus)]), entries_of(first), TODAY, matching)
    return {finding.id: finding.state for finding in (*weighty(report), *report.resolved, *report.unchecked)}


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_edits_that_change_nothing_leave_every_conflict_known(seed: int, first: Report, tmp_path: Path) -> None:
    chance = random.Random(seed)
    edits: tuple[Edit, ...] = (
        insert, rename, reorder, reword, partial(delete, silent=silent_paragraphs(first)), repeat,
    )  # fmt: skip
    corpus = dict(TEXTS)
    expected = {finding.id: State.KNOWN for finding in weighty(first)}
    assert len(expected) == 2
    done = []
    for number in range(EDITS):
        done.append(chance.choice(edits)(chance, corpus))
        assert states(tmp_path / str(number), corpus, first) == expected, "\n".join(done)
