"""A figure with its bounds and the unit it is rounded to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self

ONE = Decimal(1)

# Names of the powers of a thousand, largest first, for figures that were written with such a word.
_MAGNITUDES = (
    (Decimal(10**12), "trillion"),
    (Decimal(10**9), "billion"),
    (Decimal(10**6), "million"),
    (Decimal(10**3), "thousand"),
)


class Hedge(StrEnum):
    """How words around a figure bound it; the keys of `hedges` in a language's `numbers.yaml`."""

    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just-over"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"


@dataclass(frozen=True, slots=True)
class Number:
    """What a figure says: one value (`low == high`), a range, or a bound with one side open (None).

    `about`: the figure is hedged as near; with an open side it means near that bound ("nearly 50": high 50, about).
    `strict`: the open bound itself is left out ("more than 50"). `step` is the unit the written form is rounded to:
    100 for "6.7 thousand", 1 for "6,700"; it guides comparing, and takes no part in equality.
    """

    low: Decimal | None
    high: Decimal | None
    about: bool = False
    strict: bool = False
    step: Decimal = field(default=ONE, compare=False)

    @classmethod
    def of(cls, value: Decimal | int, step: Decimal | int = ONE) -> Self:
        """An exact figure."""
        return cls(Decimal(value), Decimal(value), step=Decimal(step))

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Reads the canonical text, which is the same in every language. Raises ValueError on anything else."""
        rest = text.strip()
        about, rest = rest.startswith("~"), rest.removeprefix("~")
        for sign in (">=", ">", "<=", "<"):
            if rest.startswith(sign):
                bound, strict = _decimal(rest.removeprefix(sign)), len(sign) == 1
                low, high = (bound, None) if sign[0] == ">" else (None, bound)
                return cls(low, high, about, strict, _step(bound))
        left, dots, right = rest.partition("..")
        first = _decimal(left)
        return cls(first, _decimal(right) if dots else first, about, step=_step(first))

    def __str__(self) -> str:
        near = "~" if self.about else ""
        if self.high is None:
            return f"{near}>{'' if self.strict else '='}{plain(self.low)}"
        if self.low is None:
            return f"{near}<{'' if self.strict else '='}{plain(self.high)}"
        return near + (plain(self.low) if self.low == self.high else f"{plain(self.low)}..{plain(self.high)}")

    @property
    def exact(self) -> bool:
        """One value, said without a hedge."""
        return not self.about and self.low is not None and self.low == self.high

    @property
    def figure(self) -> Decimal:
        """The figure as written, hedge or not; the lower one of a range."""
        figure = self.high if self.low is None else self.low
        assert figure is not None, "one side is always bound"
        return figure

    @property
    def open(self) -> bool:
        """Bound on one side only."""
        return self.low is None or self.high is None

    def hedged(self, hedge: Hedge) -> Number:
        """This figure under a hedge. One that would leave nothing bound ("up to more than 50") changes nothing."""
        if hedge is Hedge.ABOUT:
            return replace(self, about=True)
        upward = hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.JUST_OVER)
        if (self.low if upward else self.high) is None:
            return self
        about = hedge in (Hedge.NEARLY, Hedge.JUST_OVER)
        strict = hedge not in (Hedge.AT_LEAST, Hedge.AT_MOST)
        low, high = (self.low, None) if upward else (None, self.high)
        return Number(low, high, about, strict, self.step)

    def to(self, other: Number) -> Number:
        """The range from this figure to `other`."""
        return Number(self.low, other.high, self.about or other.about, step=min(self.step, other.step))

    def times(self, factor: Decimal) -> Number:
        """This figure in another unit, or under a magnitude word."""
        low, high = (None if side is None else side * factor for side in (self.low, self.high))
        return replace(self, low=low, high=high, step=self.step * abs(factor))

    def plus(self, offset: Decimal) -> Number:
        """This figure moved by `offset`, as temperatures are when converted."""
        low, high = (None if side is None else side + offset for side in (self.low, self.high))
        return replace(self, low=low, high=high)

    def negative(self) -> Number:
        """This figure below zero; bounds change sides."""
        low, high = (None if side is None else -side for side in (self.high, self.low))
        return replace(self, low=low, high=high)

    def show(self, before: str = "", after: str = "") -> str:
        """In words for a reader, with a unit before or after the figure: "more than USD 3 million", "2 to 3 km"."""
        if self.high is None:
            lead = "just over" if self.about else "more than" if self.strict else "at least"
        elif self.low is None:
            lead = "nearly" if self.about else "less than" if self.strict else "up to"
        else:
            lead = "about" if self.about else ""
        figures = [_spoken(side, self.step) for side in dict.fromkeys((self.low, self.high)) if side is not None]
        return f"{lead} {before}{' to '.join(figures)}{after}".lstrip()

    def to_json(self) -> Any:
        """An exact figure as int (a string where it has decimals, to stay exact); else its bounds by name."""
        if self.exact:
            return _json(self.figure)
        bounds = {"min": self.low, "max": self.high}
        flags = {"about": self.about, "exclusive": self.strict}
        return {name: _json(side) for name, side in bounds.items() if side is not None} | {
            name: True for name, flag in flags.items() if flag
        }


def plain(value: Decimal | None) -> str:
    """Digits with a decimal point and nothing else: 6700, 4.8."""
    if value is None:
        return ""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def group_digits(value: Decimal) -> str:
    """As an English reader writes it: 6,700 or 4.8."""
    whole, point, rest = plain(value).partition(".")
    return f"{int(whole):,}{point}{rest}" if whole not in ("-0", "0") else f"{whole}{point}{rest}"


def last_digit_unit(figure: Decimal) -> Decimal:
    """The place of the last digit that isn't zero: 100 for 6,700."""
    return Decimal(1).scaleb(int(figure.normalize().as_tuple().exponent)) if figure else Decimal(1)


def _spoken(value: Decimal, step: Decimal) -> str:
    """With the magnitude word it was rounded to, where it was."""
    for size, name in _MAGNITUDES:
        if step * 1000 > size and step > ONE and abs(value) >= size:
            return f"{group_digits(value / size)} {name}"
    return group_digits(value)


def _decimal(text: str) -> Decimal:
    digits = text.strip()
    if not digits.lstrip("-").replace(".", "", 1).isdecimal():
        raise ValueError(f"not a number: {text!r}")
    return Decimal(digits)


def _step(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return ONE.scaleb(min(int(exponent), 0))


def _json(value: Decimal) -> int | str:
    return int(value) if value == value.to_integral_value() else plain(value)
