"""Finds figures in a sentence: numbers, money, measures, shares, lengths of time, ordinals, scores, coordinates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Token
from factcheck.numbers import Hedge
from factcheck.numbers.terms import HYPHENS
from factcheck.phrases import Found, PhraseIndex
from factcheck.tag.codes import find_codes
from factcheck.tag.counted import is_counted
from factcheck.tag.figures import Figure, FigureKind, figure_at, with_later_unit
from factcheck.tag.figurewords import FigureWords, figure_words
from factcheck.tag.marks import ordinal_at, score_at, zero_at
from factcheck.tag.parts import split_hyphens

_MOST_HEDGES = 2
_THOUSAND = Decimal(1000)
_PERCENT = Decimal(100)


def find_numbers(tokens: Sequence[Token], lexicon: Lexicon, taken: bytearray) -> list[Mention]:
    """Mentions of figures, hedges and units included, marking their tokens.

    Types: `number` (a `Count`), `money`, `measure`, `percent`, `duration`, `coordinates`, `score`, and to keep others
    off them `ordinal` (an int) and `code` (its letters and digits).
    """
    words = figure_words(lexicon)
    found = find_codes(tokens, lexicon, taken)
    parts = split_hyphens(tokens, taken, words)
    done = 0
    for i in _starts(parts.tokens, words):
        mention = _mention_at(parts.tokens, i, words, lexicon) if i >= done else None
        if mention:
            first, last = parts.owner[mention.first], parts.owner[mention.last - 1] + 1
            found.append(mention._replace(first=first, last=last))
            taken[first:last] = b"\1" * (last - first)
            done = parts.after(last)
    return sorted(found, key=lambda mention: mention.first)


def _starts(tokens: Sequence[Token], words: FigureWords) -> list[int]:
    """Where a mention may start: at a figure or number word, or at what leads to one, such as a hedge, close before it.

    Few sentences have any, so that this is all that is done for most.
    """
    figures = [
        i
        for i, token in enumerate(tokens)
        if token.kind == "n" or token.lower in words.figures or (not token.text.isascii() and token.text.isnumeric())
    ]
    if not figures:
        return []
    leads = ((i, words.leads.get(token.lower, 0)) for i, token in enumerate(tokens[: figures[-1]]))
    near = [i for i, reach in leads if reach and figures[bisect_right(figures, i)] - i <= reach]
    return sorted({*figures, *near})


def _mention_at(tokens: Sequence[Token], i: int, words: FigureWords, lexicon: Lexicon) -> Mention | None:
    mark = ordinal_at(tokens, i, words) or score_at(tokens, i, words) or zero_at(tokens, i, words)
    if mark:
        return mark
    hedges, start = _hedges_at(tokens, i, words)
    figure = _range_at(tokens, start, words, lexicon) or _figure_or_range(tokens, start, words, lexicon)
    if figure is None:
        return None
    figure = _as_share(tokens, figure, words)
    later = _hedge_after(tokens, figure, words)
    if later:
        figure = with_later_unit(tokens, figure._replace(last=later.last), later.last, words)
    hedges = hedges if _is_firm(tokens, i, start, figure, words) else []
    if figure.kind is FigureKind.NUMBER and not _is_number(tokens, figure, bool(hedges or later), words):
        return None
    return _hedged(figure, hedges, later, i if hedges else figure.first)


def _is_number(tokens: Sequence[Token], figure: Figure, hedged: bool, words: FigureWords) -> bool:
    """No count is below zero (a dash before it is a dash), and a spoken fraction of nothing named counts nothing."""
    if figure.number.figure < 0 or _is_spoken_fraction(tokens, figure):
        return False
    return hedged or not figure.number.exact or is_counted(tokens, figure, words)


def _is_spoken_fraction(tokens: Sequence[Token], figure: Figure) -> bool:
    first = tokens[figure.first]
    return 0 < figure.number.figure < 1 and (first.kind == "w" or "/" in first.text)


def _hedge_after(tokens: Sequence[Token], figure: Figure, words: FigureWords) -> Found[Hedge] | None:
    found = words.hedges_after.at(tokens, figure.last) if figure.last < len(tokens) else None
    compares = found and found.last < len(tokens) and tokens[found.last].lower in words.sets["comparatives"]
    return None if compares else found


def _hedged(figure: Figure, hedges: list[Hedge], later: Found[Hedge] | None, first: int) -> Mention:
    number, last = figure.number, figure.last
    if later:
        number = number.hedged(later.value)
    for hedge in reversed(hedges):
        number = number.hedged(hedge)
    return Mention(figure.kind.value, first, last, figure._replace(number=number).value)


def _hedges_at(tokens: Sequence[Token], i: int, words: FigureWords) -> tuple[list[Hedge], int]:
    hedges: list[Hedge] = []
    while i < len(tokens) and len(hedges) < _MOST_HEDGES and (found := words.hedges.at(tokens, i)):
        hedges.append(found.value)
        i = found.last
    return hedges, i


def _is_firm(tokens: Sequence[Token], i: int, start: int, figure: Figure, words: FigureWords) -> bool:
    """ "Over two days" is during them, "for over two days" is more than two."""
    loose = start == i + 1 and tokens[i].lower in words.sets["loose_hedges"] and figure.kind is FigureKind.DURATION
    return not loose or (i > 0 and tokens[i - 1].lower in words.sets["firm_before"])


def _as_share(tokens: Sequence[Token], figure: Figure, words: FigureWords) -> Figure:
    """`half of the voters`, `dua pertiga penduduk`: a share, said in round words."""
    of = figure.last < len(tokens) and tokens[figure.last].lower in words.sets["share_links"]
    if not of or figure.kind is not FigureKind.NUMBER or not _is_spoken_fraction(tokens, figure):
        return figure
    number = replace(figure.number.times(_PERCENT), about=True)
    return figure._replace(kind=FigureKind.PERCENT, unit=False, number=number)


def _range_at(tokens: Sequence[Token], i: int, words: FigureWords, lexicon: Lexicon) -> Figure | None:
    """`between 5 and 10 km`, `dari 10 sampai 20 dolar`: an opener, then two figures."""
    opener = words.ranges.at(tokens, i) if i < len(tokens) else None
    one = figure_at(tokens, opener.last, words, lexicon) if opener else None
    two = _second(tokens, one, opener.value, words, lexicon) if opener and one else None
    joined = _join(one, two) if one and two else None
    return joined._replace(first=i) if joined else None


def _figure_or_range(tokens: Sequence[Token], i: int, words: FigureWords, lexicon: Lexicon) -> Figure | None:
    """`2 to 3 million`, `10-20 persen`; after "from" the second figure is a later state, and not the end of a range."""
    one = figure_at(tokens, i, words, lexicon)
    if one is None or one.last >= len(tokens):
        return one
    if i and tokens[i - 1].lower in words.sets["changes"] and tokens[one.last].kind == "w":
        return one
    two = _second(tokens, one, words.range_joiners, words, lexicon)
    return (_join(one, two) if two else None) or one


def _second(
    tokens: Sequence[Token], one: Figure, joiners: PhraseIndex[None], words: FigureWords, lexicon: Lexicon
) -> Figure | None:
    joiner = joiners.at(tokens, one.last) if one.last < len(tokens) else None
    if not joiner or joiner.last >= len(tokens) or _is_spoken_fraction(tokens, one):
        return None
    sign = tokens[one.last]
    if sign.text in HYPHENS and (tokens[one.last - 1].end, tokens[joiner.last].start) != (sign.start, sign.end):
        return None
    return figure_at(tokens, joiner.last, words, lexicon)


def _join(one: Figure, two: Figure) -> Figure | None:
    """The range of two figures of one kind; a unit or magnitude word may stand once for both."""
    if not (one.number.exact and two.number.exact):
        return None
    if one.kind is not FigureKind.NUMBER and two.kind is FigureKind.NUMBER:
        two = two._replace(kind=one.kind, unit=one.unit)
    elif one.kind is FigureKind.NUMBER:
        one = one._replace(kind=two.kind, unit=two.unit)
    low, high = one.number, two.number
    if high.step > low.step and low.figure < _THOUSAND <= high.figure:
        low = low.times(_magnitude_of(high.step))
    if (one.kind, one.unit) != (two.kind, two.unit) or low.figure >= high.figure:
        return None
    return two._replace(first=one.first, number=low.to(high))


def _magnitude_of(step: Decimal) -> Decimal:
    """The magnitude word a figure was written with: a million for "2.5 million", whose step is 100,000."""
    return _THOUSAND ** -(-step.adjusted() // 3) if step > 1 else Decimal(1)
