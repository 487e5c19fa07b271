"""Which day the relative words of an article count from, and why: its dateline, the dates in its text, or its story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from factcheck.model import Anchor, Article, Mention, Part, TaggedSentence
from factcheck.values.calendar import Unit, add_days, days_between, is_day
from factcheck.values.date import Date, weekday_mismatch

NO_ANCHOR = Anchor(None, "no date in the text")

# A date alone on one of the first lines is the page's own date, even where no dateline was recognised.
_TOP_LINES = 6
_LONELY_TOKENS = 4
# An article speaks of its own week: dates of its text farther from the dateline than this do not confirm it.
_NEAR_DAYS = 10
# "Last week ... on 12 June" outweighs a page date that is later than that week by more than this.
_SAME_MONTH_DAYS = 31
# Later than this after the days in its text, a page date is no re-publication: the text tells of history.
_REPUBLISHED_DAYS = 400
# Half of a week, so that a window holds each weekday once.
_WINDOW = 3


class _Dated(NamedTuple):
    """A date found in an article with the words that give it and where it stands."""

    value: Date
    words: str
    sentence: int
    today: bool


def article_anchor(article: Article, tagged: Sequence[TaggedSentence]) -> Anchor:
    """The day of an article from its own evidence alone; `date` is None where there is no evidence.

    In order of trust: a date given by the user or metadata; the dateline, unless the days in the text show that it
    belongs to a later publication; full dates with their weekday; "last week ... on 12 June", which gives a week;
    a full date in the opening, as a week too.
    """
    if article.given is not None:
        return Anchor(article.given, "given")
    page = _page_date(tagged)
    dated = tuple(_dated(article, tagged))
    week = _week_after(article, tagged, page)
    if page is not None and not _contradicted(page, dated, week):
        return Anchor(page, "dateline")
    return _from_text(dated) or week or _from_opening(dated) or NO_ANCHOR


def borrow_anchor(
    anchor: Anchor, others: Sequence[Anchor], full_dates: Sequence[date], written: Sequence[Date] = ()
) -> Anchor:
    """The anchor of an article whose own is not certain, as a window around the days of its story.

    `others` are the anchors of the other articles of the story, `full_dates` the full dates in their texts. `written`
    are the article's own dates: where one has a weekday that does not fit the year of the story, nothing is borrowed.
    """
    if anchor.date is not None and anchor.days == 0:
        return anchor
    certain = [other.date for other in others if other.date is not None]
    votes = [*certain, *(day for day in full_dates if any(days_between(day, own) <= _NEAR_DAYS for own in certain))]
    if not votes:
        return anchor
    centre = min(sorted(set(votes)), key=lambda day: (-_supporters(day, votes), _distance(day, votes), day))
    if anchor.date is not None and days_between(anchor.date, centre) <= anchor.days + _WINDOW:
        return anchor
    if not all(_fits_year(value, centre.year) for value in written):
        return anchor
    return Anchor(centre, "other articles of the story", _WINDOW)


def weekday_dates(dates: Iterable[Date], anchor: Anchor) -> Mapping[int, date]:
    """The weekdays for which `dates`, those of the article, give the full date in the week before its anchor.

    Agency texts are a day or two older than the page that carries them; their own dates then win.
    """
    if anchor.date is None:
        return {}
    days: dict[int, set[date]] = {}
    for value in dates:
        day = _certain_day(value)
        if day and value.weekday is not None and days_between(day, anchor.date) < 7 and day <= anchor.date:
            days.setdefault(day.weekday(), set()).add(day)
    return {weekday: min(found) for weekday, found in sorted(days.items()) if len(found) == 1}


def _supporters(day: date, votes: Sequence[date]) -> int:
    return sum(days_between(day, vote) <= _WINDOW for vote in votes)


def _distance(day: date, votes: Sequence[date]) -> int:
    return sum(days_between(day, vote) for vote in votes)


def _fits_year(value: Date, year: int) -> bool:
    if value.weekday is None or value.month is None or value.day is None or value.year is not None:
        return True
    return not is_day(year, value.month, value.day) or weekday_mismatch(replace(value, year=year)) is None


def _dates(tagged: Sequence[TaggedSentence]) -> Iterator[tuple[int, Mention]]:
    for number, sentence in enumerate(tagged):
        for mention in sentence.mentions:
            if isinstance(mention.value, Date):
                yield number, mention


def _certain_day(value: Date) -> date | None:
    """The one day of a full date whose weekday, if written, fits."""
    if not value.full or value.end is not None or value.unit is not None or weekday_mismatch(value):
        return None
    days = value.interval
    return days.first if days else None


def _words(article: Article, sentence: TaggedSentence, first: int, last: int) -> str:
    return " ".join(article.text[sentence.tokens[first].start : sentence.tokens[last - 1].end].split())


def _page_date(tagged: Sequence[TaggedSentence]) -> date | None:
    """The first full date of a dateline, or of a line near the top that holds little else."""
    for number, mention in _dates(tagged):
        sentence = tagged[number]
        part = sentence.sentence.part
        lonely = number < _TOP_LINES and len(sentence.tokens) - (mention.last - mention.first) <= _LONELY_TOKENS
        day = _certain_day(mention.value)
        if day is not None and (part is Part.DATELINE or (lonely and part is not Part.CAPTION)):
            return day
    return None


def _dated(article: Article, tagged: Sequence[TaggedSentence]) -> Iterator[_Dated]:
    """Full dates of the text itself, without datelines and captions."""
    for number, mention in _dates(tagged):
        sentence = tagged[number]
        if sentence.sentence.part in (Part.DATELINE, Part.CAPTION) or _certain_day(mention.value) is None:
            continue
        words = _words(article, sentence, mention.first, mention.last)
        yield _Dated(mention.value, words, number, _is_today(sentence, mention))


def _is_today(sentence: TaggedSentence, mention: Mention) -> bool:
    """Whether the words say that this date is the article's own day: `today, Wednesday (18/6/2025)`."""
    return any(
        isinstance(near.value, Date)
        and (near.value.unit, near.value.offset) == (Unit.DAY, 0)
        and near.value.base is near.value.end is None
        and (near.last <= mention.first <= near.last + 1 or mention.last <= near.first <= mention.last + 1)
        for near in sentence.mentions
    )


def _contradicted(page: date, dated: Sequence[_Dated], week: Anchor | None) -> bool:
    """Whether the text belongs to an earlier time than the page: its own week, or its days said twice or as today."""
    if week is not None and week.date is not None and days_between(week.date, page) > _SAME_MONTH_DAYS:
        return not any(days_between(_day(item), page) <= _NEAR_DAYS for item in dated)
    days = Counter(_day(item) for item in dated if item.value.weekday is not None)
    said = [day for day, count in days.items() if count > 1] + [_day(item) for item in dated if item.today]
    if not said or any(days_between(_day(item), page) <= _NEAR_DAYS for item in dated):
        return False
    return any(_NEAR_DAYS < (page - day).days <= _REPUBLISHED_DAYS for day in said)


def _day(item: _Dated) -> date:
    day = _certain_day(item.value)
    return day if day is not None else date.min


def _from_text(dated: Sequence[_Dated]) -> Anchor | None:
    """The day that is said to be today, else the full date that its weekday is written with most often."""
    named = [item for item in dated if item.today] or [item for item in dated if item.value.weekday is not None]
    if not named:
        return None
    counts = Counter(_day(item) for item in named)
    best = max(named, key=lambda item: (counts[_day(item)], _day(item)))
    return Anchor(_day(best), f"text: '{best.words}'")


def _from_opening(dated: Sequence[_Dated]) -> Anchor | None:
    """A full date in the first lines, where no later day follows: near the article's day, so a window."""
    opening = [item for item in dated if item.sentence < _TOP_LINES]
    if not opening:
        return None
    best = max(opening, key=_day)
    if any(_day(item) > _day(best) for item in dated):
        return None
    return Anchor(_day(best), f"text: '{best.words}'", _WINDOW)


def _week_after(article: Article, tagged: Sequence[TaggedSentence], page: date | None) -> Anchor | None:
    """`last week ... on 12 June`: the middle of the week after that day, its year the last one before the page date."""
    if page is None:
        return None
    for sentence in tagged:
        dates = [mention for mention in sentence.mentions if isinstance(mention.value, Date)]
        before = [m for m in dates if (m.value.unit, m.value.offset) == (Unit.WEEK, -1) and m.value.base is None]
        days = [m for m in dates if m.value.month and m.value.day and _stands_alone(sentence, m)]
        if before and days:
            day = _latest(days[0].value, page)
            ends = sorted((before[0], days[0]), key=lambda mention: mention.first)
            words = " ... ".join(_words(article, sentence, mention.first, mention.last) for mention in ends)
            return _middle_of_next_week(day, words) if day else None
    return None


def _stands_alone(sentence: TaggedSentence, mention: Mention) -> bool:
    """Whether a single day ends its clause: in "the 22 January raid" it dates another thing than the sentence does."""
    plain = mention.value.unit is mention.value.end is None
    return plain and (mention.last == len(sentence.tokens) or sentence.tokens[mention.last].kind == "p")


def _latest(value: Date, page: date) -> date | None:
    """The last such day before the page date."""
    years = (value.year,) if value.year else (page.year, page.year - 1)
    days = (_certain_day(replace(value, year=year)) for year in years)
    return next((day for day in days if day is not None and day <= page), None)


def _middle_of_next_week(day: date, words: str) -> Anchor:
    return Anchor(add_days(day, 7 - day.weekday() + _WINDOW), f"text: '{words}'", _WINDOW)
