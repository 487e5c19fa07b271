"""The moment that figures of a sentence refer to: "as of Monday evening", "hingga Kamis (3/2) pukul 18.00"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.extract.context import ContextWords
from factcheck.model import Mention, TaggedSentence
from factcheck.phrases import Found
from factcheck.values.asof import AsOf

_BEFORE = 7  # tokens before "until" in which a verb says that something lasts so long
_GAP = 1  # tokens between the day and the hour, a comma at most
_FIGURES = frozenset(("number", "quantity", "money", "percent", "measure"))
_WHEN = frozenset(("date", "time"))


class Named(NamedTuple):
    """Tokens `first` to `last` of a sentence that name a moment, with its day and hour as they are written."""

    first: int
    last: int
    mentions: tuple[Mention, ...]

    @property
    def value(self) -> AsOf:
        """The moment itself."""
        told = {mention.type: mention.value for mention in self.mentions}
        return AsOf(told.get("date"), told.get("time"))


def moments_of(tagged: TaggedSentence, words: ContextWords) -> tuple[Named, ...]:
    """Every moment up to which figures of the sentence are told, in order; none where it has no figure."""
    if not any(mention.type in _FIGURES for mention in tagged.mentions):
        return ()
    found = (_moment(tagged, cue) for cue in words.as_of.find(tagged.tokens) if not _lasts(tagged, words, cue))
    return tuple(moment for moment in found if moment)


def _lasts(tagged: TaggedSentence, words: ContextWords, cue: Found[str]) -> bool:
    """Whether something lasts until then, rather than being counted by then: "closed until Monday"."""
    return any(words.lasting.find(tagged.tokens, max(0, cue.first - _BEFORE), cue.first))


def _moment(tagged: TaggedSentence, cue: Found[str]) -> Named | None:
    told: list[Mention] = []
    last = cue.last
    for mention in tagged.mentions:
        if mention.type in _WHEN and 0 <= mention.first - last <= _GAP and mention.type not in (m.type for m in told):
            told.append(mention)
            last = mention.last
    return Named(cue.first, last, tuple(told)) if told else None


def as_of(moments: Iterable[Named], tagged: TaggedSentence, first: int, last: int) -> Named | None:
    """The moment of a figure at tokens `first` to `last`: the nearest, with no other day between them."""
    free = [moment for moment in moments if not _parted(tagged, moment, first, last)]
    return min(free, key=lambda moment: max(moment.first - last, first - moment.last), default=None)


def _parted(tagged: TaggedSentence, moment: Named, first: int, last: int) -> bool:
    start, end = (last, moment.first) if last <= moment.first else (moment.last, first)
    dates = (m for m in tagged.mentions if m.type == "date" and start <= m.first and m.last <= end)
    # The day right before it opens a stretch of time: "sejak Januari hingga 15 Maret".
    other = any(mention.last != moment.first for mention in dates)
    return other or any(token.text == ";" for token in tagged.tokens[start:end])
