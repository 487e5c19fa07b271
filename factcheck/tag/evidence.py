"""What an article tells about its names: which lines are headlines, which names are places, which are people's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from factcheck.model import Part
from factcheck.tag.places import before_place, is_acronym, stretch_at, tail_of
from factcheck.tag.view import Draft, Facts, View, runs

_SMALL = 0.2  # of a line's words, those without capitals from which on it is neither
_SMALL_SHARE = 0.15  # of a line's words without capitals, function words aside, that title case still has
_FEW = 3  # uses of a name in an article that say nothing about how it is used
_LEAST_USE = 0.25  # of a name's uses, those behind a preposition of place that a place has at least
_LEAST_SHORT = 0.5  # the same for abbreviations, which are more often bodies
_SENTENCE_ENDS = frozenset('.?!"”’')


def is_headline(draft: Draft, stop: frozenset[str]) -> bool:
    """A title, or a line whose capitals tell nothing about names: in title case or all in capitals."""
    if draft.sentence.part is Part.TITLE:
        return True
    words = [t.text for t in draft.tokens if len(t.text) > 3 and t.kind == "w" and t.lower not in stop]
    small = len([word for word in words if not word[0].isupper()])
    if small >= _SMALL * len(words):
        return False
    large = sum(map(str.isupper, words))
    sentence = bool(draft.tokens) and draft.tokens[-1].text in _SENTENCE_ENDS
    shouted = large > (1 - _SMALL) * len(words)
    return len(words) > 4 and (shouted or (not sentence and small <= _SMALL_SHARE * len(words)))


def gather_facts(sentences: Sequence[Draft], headlines: Sequence[bool]) -> Facts:
    facts = Facts()
    for draft, headline in zip(sentences, headlines, strict=True):
        if not headline:
            words = [token for token in draft.tokens if token.kind == "w"]
            facts.small.update([token.lower for token in words if token.text == token.lower])
            facts.inside.update(
                [
                    token.text
                    for before, token in pairwise(draft.tokens)
                    if token.kind == "w" and token.text != token.lower and _goes_on(before.text)
                ]
            )
    return facts


def _goes_on(before: str) -> bool:
    """Whether a sentence goes on behind a word or sign, so that a capital there is no sentence's first."""
    return before in {",", "("} or before.replace("-", "").isalnum()


def learn(views: Iterable[View], facts: Facts) -> None:
    """Names that stand by themselves, and those that a preposition of place shows to be places."""
    views = list(views)
    for view in views:
        view.spans = list(runs(view))
        facts.alone.update([words for span in view.spans if (words := _standing_alone(view, *span))])
    for view in views:
        place_before = -2
        for first, last in view.spans:
            own = _learned_from(view, first, last)
            comma = place_before == first - 1 and view.tokens[first - 1].text == ","
            chained = comma and _ends_chain(view, first, last)
            shown = own < last and (chained or _is_named_place(view, first, own, last))
            if shown and not _is_other(view, own, last):
                facts.places[view.words(own, last)] += 1
                place_before = last
    _forget_rare(views, facts)


def _is_named_place(view: View, first: int, own: int, last: int) -> bool:
    """Whether the words around a sequence make it a place, and no title before it a person."""
    named = before_place(view, own) == "strong" or _word(view, last) in view.names.sets["dwellers"]
    return named and not view.office_before(first) and not view.office_before(own)


def _forget_rare(views: Sequence[View], facts: Facts) -> None:
    """Drops names that are mostly used otherwise than places are: "in Bricksmith" beside ten "Bricksmith sold"."""
    uses = Counter(view.words(*span) for view in views for span in view.spans)
    shouted = {view.words(*span) for view in views for span in view.spans if _is_short(view, *span)}
    for words, times in list(facts.places.items()):
        least = _LEAST_SHORT if words in shouted else _LEAST_USE
        if uses[words] > _FEW and times < least * uses[words]:
            del facts.places[words]


def _is_short(view: View, first: int, last: int) -> bool:
    return last - first == 1 and is_acronym(view, first)


def _learned_from(view: View, first: int, last: int) -> int:
    """The place's own name in "Kota Graz"; its end where a word of place stands alone."""
    head = view.look("place_heads", first)
    if head is None or head.last > last:
        return first
    return head.last if before_place(view, head.last) == "strong" else last


def _ends_chain(view: View, first: int, last: int) -> bool:
    """Whether what stands behind "in Graz, " is closed like a place: not "in Graz, Ada Brandt said"."""
    if last - first > 2 or view.facts.alone.get(view.words(last - 1, last), 0) > (last - first == 1):
        return False
    return last >= view.size or view.tokens[last].text in {",", ".", "(", ")"}


def _is_other(view: View, first: int, last: int) -> bool:
    word = view.lower[first]
    if last - first == 1 and (word in view.facts.small or word in view.names.sets["org_words"]):
        return True
    return last - first > 3 or shows_person(view, first, last) or tail_of(view, first, last) is not None


def _standing_alone(view: View, first: int, last: int) -> tuple[str, ...]:
    """The words of a name without the office before it; none where a country or body begins it."""
    while first < last and (title := view.office_at(first)):
        first = title.last
    continued = first > 0 and view.tokens[first - 1].text[0].isupper()
    if first >= last or continued or view.country_at(first) or view.office_before(first) or stretch_at(view, first):
        return ()
    return view.words(first, last)


def shows_person(view: View, first: int, last: int) -> bool:
    """Whether what stands beside a name shows that it is a person's: a title, an age, a verb of speech.

    A verb does not do so for a single English word, as companies speak too; Indonesian people often have one name.
    """
    if view.look_back("articles", first):
        return _age_after(view, last)
    before = _before_point(view, first)
    if view.look_back("honorifics", before) or view.look_back("ranks", before) or view.look_back("person_cues", first):
        return True
    if _age_after(view, last) or (stands_at(view, last, ",") and _word(view, last + 1) == "who"):
        return True
    if view.tokens[last - 1].text.isupper():
        return False
    if view.possessive[last - 1] and view.look("of_person", last):
        return True
    spoken = view.look_back("inverted", first) or view.look("speech", last) or view.look("acts", last)
    return spoken is not None and (last - first > 1 or not view.names.owner_first)


def _before_point(view: View, first: int) -> int:
    return first - 1 if first and view.tokens[first - 1].text == "." else first


def stands_at(view: View, i: int, text: str) -> bool:
    return i < view.size and view.tokens[i].text == text


def _word(view: View, i: int) -> str:
    return view.lower[i] if i < view.size else ""


def _age_after(view: View, i: int) -> bool:
    """ ", 26," or "(26)" or ", age 26" after a name."""
    if i + 1 >= view.size or view.tokens[i].text not in {",", "("}:
        return False
    word = view.look("age_words", i + 1)
    at = word.last if word else i + 1
    if (
        at >= view.size
        or view.tokens[at].kind != "n"
        or not view.tokens[at].text.isdigit()
        or len(view.tokens[at].text) > 2
    ):
        return False
    return (
        at + 1 >= view.size
        or word is not None
        or view.tokens[at + 1].text in {",", ")", ".", ";", "-"}
        or _unit(view, at)
    )


def _unit(view: View, at: int) -> bool:
    return view.look("age_words", at + 1) is not None


def is_word(view: View, i: int) -> bool:
    """Whether the language or the article has a word that it does not write large inside sentences."""
    known = view.lower[i] in view.names.sets["common"] or view.lower[i] in view.facts.small
    return known and view.tokens[i].text not in view.facts.inside
