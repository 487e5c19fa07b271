"""Whether two claims answer one question, and what speaks for it: their keys, their answers, the words around them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from factcheck.groups import compare_answers
from factcheck.keys import core_differs, keys_fit, loose, names_differ, words_differ
from factcheck.model import Aspect, Claim, Comparison, Relation, Verdict
from factcheck.overlap import FEWEST_NEUTRAL, Overlap, one_language
from factcheck.parties import opposed
from factcheck.rulepack.types import Kind, Need, Trend
from factcheck.telling import ODD, RARE, UNIQUE, slip, telling
from factcheck.together import Together
from factcheck.values.date import Date
from factcheck.values.office import Holders
from factcheck.values.parties import Parties
from factcheck.values.person import Person
from factcheck.values.place import Place

# Claims with the same answer are one question from this overlap (in percent) on: joining them can raise no alarm.
_SAME_ANSWER_OVERLAP = 20
# ... and from this overlap on where optional parts of their keys differ: two words for one event.
_OTHER_KEY_OVERLAP = 35
# ... and from this overlap on where the answer is one that two things of a story hardly share.
_ODD_OVERLAP = 10
# The overlap to ask of answers that differ by a slip, by what they tell; longer ones need none.
_SLIPPED_OVERLAP = {ODD: 35, RARE: 20, UNIQUE: 10}
# Where one claim leaves out what the other's key says, their sentences must be this alike before their answers are set
# against each other.
_UNKNOWN_SCOPE_OVERLAP = 50
# An article rarely contradicts itself; two sentences of one article that differ mostly speak of two things.
_SAME_SOURCE_OVERLAP = 60
_ONE_SEASON = 92  # days from which on two dates are rather of two events of one class
_OTHER_TIME = 31  # days between two times told of from which on figures of theirs are no alternatives
# Days nearly a year apart are of two events, unless their sentences are this alike.
_YEAR, _OTHER_YEAR_OVERLAP = 300, 65
# Two figures of one thing that differ are mostly near one another; small ones are so by chance as well. Where one is
# more than twice the other, the sentences must be the more alike.
_NEAR, _TELLING_FIGURE, _FAR, _FAR_OVERLAP = Decimal("1.25"), 8, Decimal(2), 40
# From how many people on two parties may have counted one crowd, and at most how many times the other one count is.
_CROWD, _COUNTED_APART = 100, 5
_WEEK = 6  # days apart from which a bare weekday may mean another week


class Link(Enum):
    """What two claims are to one another."""

    NONE = 0
    AGREE = 1
    DISPUTE = 2


class Fit(NamedTuple):
    """Whether two claims of a kind answer one question; answers that differ need the stronger evidence."""

    kind: Kind
    overlap: Overlap
    holders: Callable[[str], Holders]
    together: Together

    def __call__(self, one: Claim, other: Claim) -> Link:
        if self._replaces(one, other) or self._replaces(other, one):
            return Link.DISPUTE
        answers = compare_answers(self.kind, one.fields, other.fields)
        if not answers.telling:
            return Link.NONE
        if answers.close and self._slipped(one, other):
            return Link.DISPUTE
        keys = keys_fit(self.kind, one.fields, other.fields)
        if answers.different and self._opposed(one, other, keys):
            return Link.DISPUTE
        if answers.different:
            disputed = keys is not Verdict.DIFFERENT and self._disagree(one, other, keys, answers)
            return Link.DISPUTE if disputed else Link.NONE
        return Link.AGREE if self._agree(one, other, keys, answers) else Link.NONE

    def _replaces(self, new: Claim, old: Claim) -> bool:
        """Whether one sentence tells a figure as what another has become; others may still give the former one."""
        if old.aspect is not Aspect.FORMER or new.aspect is Aspect.FORMER or not _one_sentence(new, old):
            return False
        return new.supersedes and keys_fit(self.kind, new.fields, old.fields) is not Verdict.DIFFERENT

    def _opposed(self, one: Claim, other: Claim, keys: Verdict) -> bool:
        """Whether two parties answer one question, each in its own way, where an article cites both."""
        known = one.resumes or other.resumes or self._decided(one, other) or self._crowd(one, other)
        if keys is Verdict.DIFFERENT or not known:
            return False
        elsewhere = _other_times(one, other) or _other_places(one, other)
        return not elsewhere and opposed(one, other, self.overlap)

    def _crowd(self, one: Claim, other: Claim) -> bool:
        """Whether both count people by the hundred, so that each may have counted one crowd."""
        mine, theirs = (_number(self.kind, claim) or Decimal(0) for claim in (one, other))
        small, large = sorted((mine, theirs))
        return self._anybody(one, other) and small >= _CROWD and large <= _COUNTED_APART * small

    def _slipped(self, one: Claim, other: Claim) -> bool:
        """Whether answers that differ by a slip of the pen are one answer: the longer they are, the less else it takes.

        Not figures of which an article gives both: 48.7% for the one, 47.8% for the other.
        """
        if _one_sentence(one, other) or names_differ(self.kind, one, other):
            return False
        figures, one_source = _number(self.kind, one) is not None, _one_source(one, other)
        if figures and (self.together.beside(one, other) if one_source else self.together(one, other)):
            return False
        fields = (name for name in self.kind.value_fields() if name in one.fields and name in other.fields)
        weight = max(slip(one.fields[name], other.fields[name]) for name in fields)
        least = _SLIPPED_OVERLAP.get(weight - words_differ(self.kind, one, other), 0 if weight > UNIQUE else 100)
        return self.overlap(one, other, fewest=1) >= (_SAME_SOURCE_OVERLAP if figures and one_source else least)

    def _agree(self, one: Claim, other: Claim, keys: Verdict, answers: Comparison) -> bool:
        """The same answer in sentences about the same thing is one answer, even where the key was read differently."""
        if self.kind.trend is Trend.UP and _other_times(one, other):
            return False  # as many as another disaster killed
        if self._speaks_for_itself(one, other, keys):
            return True
        known = keys is Verdict.SAME or (keys is Verdict.COMPATIBLE and self._decided(one, other))
        if self.kind.overlap and not known and not one_language(one, other):
            return False  # what two languages have in common is too little to make up for a key
        if keys is not Verdict.DIFFERENT:
            return self._alike(one, other, min(self.kind.overlap, _SAME_ANSWER_OVERLAP))
        if not self.kind.overlap or answers.verdict is not Verdict.SAME or core_differs(self.kind, one, other):
            return False
        return self.overlap(one, other) >= _OTHER_KEY_OVERLAP

    def _speaks_for_itself(self, one: Claim, other: Claim, keys: Verdict) -> bool:
        """Whether an answer is so telling that little else need be the same; a day, if each article gives it once."""
        weight = self._telling(one, other)
        if weight < ODD or names_differ(self.kind, one, other):
            return False
        weight -= keys is Verdict.DIFFERENT and words_differ(self.kind, one, other)
        return weight >= RARE or (weight == ODD and self.overlap(one, other, fewest=1) >= _ODD_OVERLAP)

    def _telling(self, one: Claim, other: Claim) -> int:
        """What it tells that both give this answer, of answers that have but one part."""
        fields = [name for name in self.kind.value_fields() if name in one.fields and name in other.fields]
        if len(fields) != 1 or _one_source(one, other):
            return 0
        weight = telling(one.fields[fields[0]], other.fields[fields[0]])
        if not isinstance(one.fields[fields[0]], Date):
            return weight
        single = self.together.single(one) and self.together.single(other)
        return weight if single and _written(one) and _written(other) else 0

    def _disagree(self, one: Claim, other: Claim, keys: Verdict, answers: Comparison) -> bool:
        if _one_sentence(one, other) or not self._decided(one, other) or self._shared_office(one):
            return False
        if one.aspect is not other.aspect or (_one_source(one, other) and (one.notes or other.notes)):
            return False  # what its sentences leave unsaid holds no article against itself
        if self.together(one, other) or _other_weeks(one, other) or self._moved(one, other):
            return False
        if self.kind.overlap and not self.kind.dated() and (_other_times(one, other) or _other_places(one, other)):
            return False
        another_year = _days_apart(one, other, _YEAR)
        if self._two_events(one, other):
            return False
        if self._once(one, other) and not another_year:
            return True
        least = self._least(one, other)
        if least and another_year:
            least = max(least, _OTHER_YEAR_OVERLAP)
        if keys is Verdict.SAME:
            return self._alike(one, other, least)
        return not loose(self.kind, one, other) and self._alike(one, other, max(least, _UNKNOWN_SCOPE_OVERLAP))

    def _two_events(self, one: Claim, other: Claim) -> bool:
        """Whether days that lie far apart are rather those of two events of one class."""
        if _days_apart(one, other, _OTHER_TIME) and self.together.apart(one, other):
            return True
        # What two languages have in common does not tell two events of one sort apart.
        vague = _one_is_coarse(one, other) or not one_language(one, other)
        return vague and _days_apart(one, other, _YEAR)

    def _moved(self, one: Claim, other: Claim) -> bool:
        """Whether one article tells of an earlier toll, or of the toll of a part, beside today's."""
        return self.kind.trend is Trend.UP and _one_source(one, other)

    def _least(self, one: Claim, other: Claim) -> int:
        """The overlap to ask for: more within one article, less where each article speaks of one such thing only."""
        least = self.kind.overlap
        if least and self.kind.trend is Trend.NONE and _one_source(one, other):
            return max(least, _SAME_SOURCE_OVERLAP)
        times = self._times(one, other)
        if times and times > _FAR and least:
            return max(least, _FAR_OVERLAP)
        near = (not times or times <= _NEAR) and not _days_apart(one, other, _ONE_SEASON) and _one_rank(one, other)
        lasting = str(one.fields.get("event")) in self.kind.lasting
        return self.kind.alone if near and self.kind.alone and not lasting and self._alone(one, other) else least

    def _times(self, one: Claim, other: Claim) -> Decimal | None:
        """How many times the other one figure is; None for other answers, and for tolls, which grow.

        Small figures differ little by chance, and count as far apart.
        """
        mine, theirs = (_number(self.kind, claim) for claim in (one, other))
        if self.kind.trend is not Trend.NONE or not mine or not theirs:
            return None
        ratio = max(mine, theirs) / min(mine, theirs)
        return ratio if max(mine, theirs) >= _TELLING_FIGURE else max(ratio, _FAR)

    def _alone(self, one: Claim, other: Claim) -> bool:
        return self.together.alone(one) and self.together.alone(other)

    def _once(self, one: Claim, other: Claim) -> bool:
        """Whether both tell of an event that happens to a person once, and name a person in common."""
        events = {str(claim.fields.get("event")) for claim in (one, other)}
        people = (_people(claim.fields.get("who")) for claim in (one, other))
        return len(events) == 1 and events <= set(self.kind.once) and bool(frozenset.intersection(*people))

    def _decided(self, one: Claim, other: Claim) -> bool:
        """Whether both state what must be known; whose office it is may also stand in the office itself."""
        deciding = (name for name in self.kind.key_fields() if self.kind.fields[name].need is Need.DECIDING)
        if self._anybody(one, other) and not all(
            name in one.fields and name in other.fields
            for name in self.kind.key_fields()
            if name != "thing" and self.kind.fields[name].need is Need.OPTIONAL
        ):
            return False
        owners = [getattr(claim.fields.get("office"), "of", None) for claim in (one, other)]
        return all(owners) or all(name in one.fields and name in other.fields for name in deciding)

    def _anybody(self, one: Claim, other: Claim) -> bool:
        """Whether people are counted without saying which: a story counts too many of them in too many roles."""
        return all(getattr(claim.fields.get("thing"), "anybody", False) for claim in (one, other))

    def _alike(self, one: Claim, other: Claim, least: int) -> bool:
        openings = self.kind.lead and one.lead and other.lead and not _one_source(one, other)
        fewest = 1 if self._alone(one, other) else FEWEST_NEUTRAL
        return not least or openings or self.overlap(one, other, fewest) >= least

    def _shared_office(self, claim: Claim) -> bool:
        """Whether several people may hold the office, so that another name is no other answer."""
        office = claim.fields.get("office") if "office" in self.kind.key_fields() else None
        if office is None:
            return False
        holders = self.holders(office.id)
        return holders is Holders.MANY or (holders is Holders.FEW and self.kind.relation is not Relation.LISTS_DIFFER)


def _written(claim: Claim) -> bool:
    """Whether a date is told by its figures, rather than as a weekday, of which a story has few."""
    return any(char.isdecimal() for char in claim.evidence.quote)


def _one_rank(one: Claim, other: Claim) -> bool:
    """Whether places are of one kind, two squares or two streets: two towns are rather those of two events."""
    ranks = {value.rank for claim in (one, other) for value in claim.fields.values() if isinstance(value, Place)}
    return not ranks or (len(ranks) == 1 and ranks != {""})


def _number(kind: Kind, claim: Claim) -> Decimal | None:
    """The figure of an answer, without its sign; None for answers of other types."""
    numbers = (getattr(claim.fields.get(name), "number", None) for name in kind.value_fields())
    return next((abs(number.figure) for number in numbers if number), None)


def _other_times(one: Claim, other: Claim) -> bool:
    """Whether one tells news and the other its background, or both tell of times that lie far apart."""
    if one.when is None or other.when is None:
        return one.background != other.background
    mine, theirs = one.when.interval, other.when.interval
    if mine is None or theirs is None:
        return False
    gap: int = max(mine.first - theirs.last, theirs.first - mine.last).days
    return gap > _OTHER_TIME


def _other_places(one: Claim, other: Claim) -> bool:
    """Whether both are told of a town or region, and not of the same one."""
    mine, theirs = one.where, other.where
    if mine is None or theirs is None:
        return False
    compared = mine.compare(theirs)
    return compared.different or (not compared.telling and not mine.rank and not theirs.rank)


def _other_weeks(one: Claim, other: Claim) -> bool:
    """Whether a bare weekday may belong to another week than its article's: then days far apart prove nothing."""
    return (one.weekday is not None or other.weekday is not None) and _days_apart(one, other, _WEEK)


def _days_apart(one: Claim, other: Claim, days: int) -> bool:
    """Whether the dates of two claims lie as many days apart; False for claims without dates."""
    found = [v.interval for c in (one, other) for v in c.fields.values() if isinstance(v, Date) and v.interval]
    return len(found) > 1 and abs((found[0].first - found[1].first).days) >= days


def _one_is_coarse(one: Claim, other: Claim) -> bool:
    """Whether one tells the day and the other the month or year: news, and what came before it."""
    return len({v.precision for c in (one, other) for v in c.fields.values() if isinstance(v, Date)}) > 1


def _one_source(one: Claim, other: Claim) -> bool:
    return one.evidence.source == other.evidence.source


def _one_sentence(one: Claim, other: Claim) -> bool:
    """Whether one sentence gives both answers: it then speaks of two things, not of one in two ways."""
    return _one_source(one, other) and one.evidence.sentence == other.evidence.sentence


def _people(value: Any) -> frozenset[str]:
    parties = value.parties if isinstance(value, Parties) else ()
    return frozenset(str(party) for party in parties if isinstance(party, Person))
