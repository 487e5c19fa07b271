"""Which articles are one voice: copies of a text, an agency named for it, a slip that two alone share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple
from zlib import crc32

from factcheck.model import Article, Claim, Part, TaggedSentence
from factcheck.tables.spelling import skeleton, spelled_alike
from factcheck.values.holder import Holder
from factcheck.values.person import Person

_SHINGLE = 5  # words in a row: long enough that two writers seldom choose the same
_COPIED = 0.5  # of the shorter article's shingles, from which on it is a copy; edited copies keep 0.5 to 0.8 of them
_LEAST_SHARED = 15  # shingles: a quotation that both give is no copy
_COMPARED = 20  # articles with one shingle that all others are compared with; more copies than that are all alike

_CREDIT_LINES = 3  # at the end of an article that may credit an agency, and lines at its top with a dateline
_TOP_LINES = 8
_DATELINE = 60  # characters before the bracket in "OSLO (Nordfoto) - ..."
_CREDIT_WORDS = 3
_DASHES = ("-", "–", "—")

_RARE = 2  # articles that share a slip
_USUAL = 3  # articles that spell the name otherwise
_LONG_NAME = 6  # letters; shorter names differ by a letter without being slips

_SAME_SENTENCE = 0.6  # of the shorter sentence's pairs of words
_SENTENCE_WORDS = 8
_MOST_SENTENCES = 100  # sentences for one answer that others are held against


class Wording(NamedTuple):
    """What shows whom an article copied: hashes of its runs of words, the agency it names, the full names it writes."""

    source: str
    shingles: frozenset[int]
    agency: str = ""
    people: frozenset[tuple[str, ...]] = frozenset()


def wording_of(article: Article, tagged: Sequence[TaggedSentence]) -> Wording:
    """The wording of one article; an article in a language without rules is taken line by line."""
    told = [s for s in tagged if s.sentence.part in (Part.TITLE, Part.BODY)]
    words = [[t.lower for t in s.tokens if t.kind != "p"] for s in told]
    lines = words if tagged else [line.casefold().split() for line in article.text.splitlines()]
    people = frozenset(name for sentence in told for name in _full_names(sentence))
    return Wording(article.id, frozenset(h for line in lines for h in _shingles(line)), _agency(article.text), people)


def group_voices(wordings: Sequence[Wording]) -> dict[str, str]:
    """The voice of each article of one story: the smallest id among the articles that speak with one voice."""
    voices = _Voices(wording.source for wording in wordings)
    for link in (_copies, _same_agency, _shared_slips):
        for one, other in link(wordings):
            voices.join(one, other)
    return {wording.source: voices.of(wording.source) for wording in wordings}


def count_voices(claims: Sequence[Claim], voices: Mapping[str, str]) -> int:
    """How many voices give an answer: articles of one voice, or whose sentences here are copies, count once."""
    labels = [voices.get(claim.evidence.source, claim.evidence.source) for claim in claims]
    joined = _Voices(labels)
    heads: list[tuple[str, str]] = []
    for claim, label in zip(claims, labels, strict=True):
        sentence = claim.evidence.sentence
        others = heads[:_MOST_SENTENCES]
        copied = [head for head, text in others if joined.of(head) == joined.of(label) or one_voice(text, sentence)]
        for head in copied:
            joined.join(head, label)
        heads.append((label, sentence))
    return len({joined.of(label) for label in labels})


def one_voice(one: str, other: str) -> bool:
    """Whether two sentences are copies of one another: most pairs of neighbouring words of the shorter one recur."""
    mine, theirs = _word_pairs(one), _word_pairs(other)
    shorter = min(len(mine), len(theirs))
    return shorter >= _SENTENCE_WORDS - 1 and len(mine & theirs) >= _SAME_SENTENCE * shorter


@lru_cache(maxsize=4096)
def _word_pairs(text: str) -> frozenset[tuple[str, str]]:
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return frozenset(pairwise(words))


class _Voices:
    """Disjoint sets of labels, each known by its smallest member."""

    def __init__(self, labels: Iterator[str] | Sequence[str]) -> None:
        self._parent = {label: label for label in labels}

    def of(self, label: str) -> str:
        while (above := self._parent[label]) != label:
            self._parent[label] = self._parent[above]
            label = above
        return label

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        self._parent[second] = first


def _shingles(words: Sequence[str]) -> Iterator[int]:
    """Checksums, not hashes: they are the same in every process."""
    for i in range(len(words) - _SHINGLE + 1):
        yield crc32(" ".join(words[i : i + _SHINGLE]).encode())


def _copies(wordings: Sequence[Wording]) -> Iterator[tuple[str, str]]:
    """Articles most of whose runs of words stand in another one."""
    ordered = sorted(wordings, key=lambda w: (-len(w.shingles), w.source))
    for (i, j), shared in _shared_shingles(ordered).items():
        shorter = min(len(ordered[i].shingles), len(ordered[j].shingles))
        if shared >= max(_LEAST_SHARED, _COPIED * shorter):
            yield ordered[i].source, ordered[j].source


def _shared_shingles(wordings: Sequence[Wording]) -> Mapping[tuple[int, int], int]:
    if len(wordings) <= _COMPARED:  # all are compared with all, and sets meet faster than they are counted
        pairs_of = combinations(range(len(wordings)), 2)
        return {(i, j): len(wordings[i].shingles & wordings[j].shingles) for i, j in pairs_of}
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for i, wording in enumerate(wordings):
        for shingle in wording.shingles:
            holders[shingle].append(i)
    pairs: Counter[tuple[int, int]] = Counter()
    for found in holders.values():
        for at, i in enumerate(found[:_COMPARED]):
            pairs.update((i, j) for j in found[at + 1 :])
    return pairs


def _same_agency(wordings: Sequence[Wording]) -> Iterator[tuple[str, str]]:
    first: dict[str, str] = {}
    for wording in wordings:
        if wording.agency:
            yield first.setdefault(wording.agency, wording.source), wording.source


def _agency(text: str) -> str:
    """The agency that an article names for its text: in its dateline, or in brackets at the end; "" if none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    named = (*map(_in_dateline, lines[:_TOP_LINES]), *map(_at_end, lines[-_CREDIT_LINES:]))
    return next((agency for agency in named if agency), "")


def _in_dateline(line: str) -> str:
    """`Nordfoto` of "OSLO (Nordfoto) - ..."; no date, and no abbreviation of the words before it."""
    before, _, rest = line.partition("(")
    inside, _, after = rest.partition(")")
    place = 0 < len(before) <= _DATELINE and before[0].isupper() and len(before.split()) <= _CREDIT_WORDS
    initials = "".join(word[0] for word in before.split())
    return _name(inside) if place and inside != initials and after.lstrip().startswith(_DASHES) else ""


def _at_end(line: str) -> str:
    """A web address in brackets that ends a line, or a name in brackets that is all of it.

    Editors sign with small letters, "(abc/xyz)": that is no agency.
    """
    before, _, inside = line.removesuffix(".").removesuffix(")").rpartition("(")
    if not line.endswith((")", ").")) or not inside:
        return ""
    if _is_address(inside):
        return inside.partition("/")[0].casefold()
    return "" if before else _name(inside)


def _is_address(text: str) -> bool:
    host, dot, ending = text.partition("/")[0].rpartition(".")
    return bool(dot) and host[:1].isalpha() and " " not in host and ending.isalpha() and ending.islower()


def _name(text: str) -> str:
    """`text` folded if it can be an agency's name, else ""."""
    words = text.split()
    named = 0 < len(words) <= _CREDIT_WORDS and text[0].isupper() and not any(map(str.isdigit, text))
    return text.casefold() if named else ""


def _full_names(sentence: TaggedSentence) -> Iterator[tuple[str, ...]]:
    for mention in sentence.mentions:
        person = mention.value.person if isinstance(mention.value, Holder) else mention.value
        if isinstance(person, Person) and len(person.tokens) > 1:
            yield person.tokens


def _shared_slips(wordings: Sequence[Wording]) -> Iterator[tuple[str, str]]:
    """Pairs of articles that alone write a name in a way that the rest of the story spells otherwise."""
    for forms in _forms_of_names(wordings).values():
        for word, sources in sorted(forms.items()):
            if len(sources) == _RARE and any(_is_slip(word, sources, usual, forms[usual]) for usual in forms):
                one, other = sorted(sources)
                yield one, other


def _forms_of_names(wordings: Sequence[Wording]) -> Mapping[tuple[str, ...], Mapping[str, set[str]]]:
    """For each full name with one word left open: the words that stand there, and the articles that write them."""
    forms: defaultdict[tuple[str, ...], defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for wording in wordings:
        for name in wording.people:
            for i, word in enumerate(name):
                forms[(*name[:i], "", *name[i + 1 :])][word].add(wording.source)
    return forms


def _is_slip(word: str, sources: AbstractSet[str], usual: str, others: AbstractSet[str]) -> bool:
    """Whether `word` is a slip for `usual`; romanisations of one name are no slips."""
    if min(len(word), len(usual)) < _LONG_NAME or len(others) < _USUAL or sources & others:
        return False
    return skeleton(word) != skeleton(usual) and spelled_alike(word, usual)
