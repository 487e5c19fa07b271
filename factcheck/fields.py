"""The types that a kind's fields can have, and how each is read from the mentions that a rule captured."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.model import Mention
from factcheck.numbers import Number
from factcheck.values.age import Age
from factcheck.values.code import Code, CodeKin
from factcheck.values.coordinates import Coordinates
from factcheck.values.count import Count
from factcheck.values.country import Country
from factcheck.values.date import Date
from factcheck.values.duration import Duration, TimeUnit
from factcheck.values.extent import Extent
from factcheck.values.measure import Measure
from factcheck.values.moment import Moment
from factcheck.values.money import Money
from factcheck.values.office import Office
from factcheck.values.parties import Parties
from factcheck.values.penalty import Penalty
from factcheck.values.people import People
from factcheck.values.percentage import Percentage
from factcheck.values.person import Person
from factcheck.values.place import Place, PlaceKind
from factcheck.values.quote import Quote
from factcheck.values.score import Score
from factcheck.values.since import Since
from factcheck.values.speaker import Speaker
from factcheck.values.sum import Sum
from factcheck.values.term import Term, Weekday
from factcheck.values.thing import Quantity, Thing
from factcheck.values.time import TimeOfDay
from factcheck.values.years import Years

Reader = Callable[[Sequence[Mention]], Any]


class FieldType(NamedTuple):
    """`read` makes a value of captured mentions (None: they do not fit); `parse` reads the canonical text.

    `collects`: all members of a list make one value, where other types make one claim of each member.
    """

    read: Reader
    parse: Callable[[str], Any]
    collects: bool = False


def _person(mentions: Sequence[Mention]) -> Person | None:
    value = getattr(mentions[0].value, "person", mentions[0].value)
    return value if isinstance(value, Person) else None


def _office(mentions: Sequence[Mention]) -> Office | None:
    """The office without its country, which is a field of its own, and named by its id: in one language for all."""
    office = getattr(mentions[0].value, "office", mentions[0].value)
    if not isinstance(office, Office):
        return None
    of = None if office.of and office.of.isupper() else office.of
    return Office(office.id.replace("-", " "), office.id, of, office.former, office.kin)


def _country(mentions: Sequence[Mention]) -> Country | None:
    value = mentions[0].value
    if isinstance(value, Place) and value.country:
        return Country(value.country)
    office = getattr(value, "office", value)
    if isinstance(office, Office) and office.of and office.of.isupper():
        return Country(office.of)
    return None


def _place(mentions: Sequence[Mention]) -> Place | None:
    value = mentions[0].value
    if isinstance(value, Person):
        return Place.read(value.show())
    return value if isinstance(value, Place) else None


def _site(mentions: Sequence[Mention]) -> Place | None:
    """A place smaller than a country."""
    place = _place(mentions)
    return place if place and place.kind not in (PlaceKind.COUNTRY, PlaceKind.SEAT) else None


def _number(mentions: Sequence[Mention]) -> Any:
    """A count; "a third victim has died" counts them too."""
    value = mentions[0].value
    number = value.number if isinstance(value, Quantity) else value
    if isinstance(number, int):
        number = Number.of(number)
    return number if isinstance(number, Count) else Count(number)


def _thing(mentions: Sequence[Mention]) -> Thing | None:
    value = mentions[0].value
    return value.thing if isinstance(value, Quantity) else None


def _sum(mentions: Sequence[Mention]) -> Sum | None:
    """The first figure as the total, the others as its parts."""
    counts = [_number([mention]) for mention in mentions]
    return Sum.of([count.number for count in counts], [_thing([mention]) for mention in mentions])


def _age(mentions: Sequence[Mention]) -> Age | None:
    """From what was found to be an age, and from a bare figure that counts nothing and somebody can be old."""
    value = mentions[0].value
    if isinstance(value, Age):
        return value
    if isinstance(value, Duration):  # "pria 47 tahun itu"
        return Age.of(value)
    return Age.of(Duration(value.number, TimeUnit.YEAR)) if isinstance(value, Count) else None


def _penalty(mentions: Sequence[Mention]) -> Penalty | None:
    value = mentions[0].value
    return Penalty(value) if isinstance(value, (Duration, Money)) else None


def _date(mentions: Sequence[Mention]) -> Date | None:
    value = mentions[0].value
    return value if isinstance(value, Date) else None


def _day(mentions: Sequence[Mention]) -> Date | None:
    """A full date without the weekday and the hour beside it."""
    value = _date(mentions)
    return Date(value.year, value.month, value.day) if value and value.full else None


def _years(mentions: Sequence[Mention]) -> Years | None:
    years = [m.value.year for m in mentions if isinstance(m.value, Date) and m.value.year]
    return Years.of(years) if years else None


def _people(mentions: Sequence[Mention]) -> People | None:
    people = [person for m in mentions if (person := _person([m]))]
    return People.of(people) if len(people) > 1 else None


def _since(mentions: Sequence[Mention]) -> Since | None:
    value = mentions[0].value
    if isinstance(value, Date):
        return Since(when=value)
    return Since(ago=value) if isinstance(value, Duration) else None


def _weekday(mentions: Sequence[Mention]) -> Weekday | None:
    """The weekday written beside a full date, and nothing else."""
    value = mentions[0].value
    if isinstance(value, Date) and value.full and value.weekday is not None and value.end is None:
        return Weekday(_WEEKDAYS[value.weekday])
    return None


def _parties(mentions: Sequence[Mention]) -> Parties | None:
    """Who is named: people, countries for their governments, bodies by their names."""
    parties = [party for mention in mentions if (party := _party(mention))]
    return Parties.of(parties) if parties else None


def _party(mention: Mention) -> Person | Country | Place | None:
    if isinstance(mention.value, Place):
        return _country([mention]) or mention.value
    return _person([mention])


def _axis(mentions: Sequence[Mention]) -> Term | None:
    """Latitude or longitude, of the coordinates that are the value."""
    value = mentions[0].value
    return Term(value.axis) if isinstance(value, Coordinates) else None


def _extent(mentions: Sequence[Mention]) -> Extent:
    """A frame that knows the attribute makes an extent itself; elsewhere a measure stands for itself."""
    value = mentions[0].value
    return value if isinstance(value, Extent) else Extent(value)


def _code(mentions: Sequence[Mention]) -> Code | None:
    value = mentions[0].value
    return value if isinstance(value, Code) else Code.read(value) if isinstance(value, str) else None


def _code_kin(mentions: Sequence[Mention]) -> CodeKin | None:
    code = _code(mentions)
    return CodeKin(code, mentions[0].type == "code") if code else None


def _as_is(mentions: Sequence[Mention]) -> Any:
    return mentions[0].value


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

FIELD_TYPES: Mapping[str, FieldType] = {
    "person": FieldType(_person, Person.read),
    "people": FieldType(_people, People.read, collects=True),
    "parties": FieldType(_parties, Parties.read, collects=True),
    "office": FieldType(_office, Office.read),
    "country": FieldType(_country, Country.read),
    "place": FieldType(_place, Place.read),
    "site": FieldType(_site, Place.read),
    "count": FieldType(_number, Count.read),
    "sum": FieldType(_sum, Sum.read, collects=True),
    "thing": FieldType(_thing, Thing.read),
    "date": FieldType(_date, Date.read),
    "day": FieldType(_day, Date.read),
    "since": FieldType(_since, Since.read),
    "years": FieldType(_years, Years.read, collects=True),
    "weekday": FieldType(_weekday, Weekday.read),
    "axis": FieldType(_axis, Term.read),
    "term": FieldType(lambda _: None, Term.read),
    "moment": FieldType(lambda _: None, Moment.read),
    "age": FieldType(_age, Age.read),
    "duration": FieldType(_as_is, Duration.read),
    "penalty": FieldType(_penalty, Penalty.read),
    "money": FieldType(_as_is, Money.read),
    "measure": FieldType(_as_is, Measure.read),
    "extent": FieldType(_extent, Extent.read),
    "percent": FieldType(_as_is, Percentage.read),
    "time": FieldType(_as_is, TimeOfDay.read),
    "coordinates": FieldType(_as_is, Coordinates.read),
    "score": FieldType(_as_is, Score.read),
    "code": FieldType(_code, Code.read),
    "code-kin": FieldType(_code_kin, CodeKin.read),
    "quote": FieldType(lambda mentions: getattr(mentions[0].value, "quote", None), Quote.read),
    "speaker": FieldType(lambda mentions: getattr(mentions[0].value, "speaker", None), Speaker.read),
}
