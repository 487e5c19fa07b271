"""Whether two figures can both be true, and why."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from factcheck.model import Comparison, Relation, compatible, different, same
from factcheck.numbers.number import Number, last_digit_unit

# How far a figure said to be "about" may be off: one unit of its last digit that isn't zero ("about 360" is 350 to
# 370), at most a tenth of it ("about 40,000"). Chosen on news: wider hides real disagreement, narrower is pedantry.
_ABOUT = Decimal("0.1")
# Rounding never explains more than this share of the figure: "1 million" is no rounding of 1.4 million to a reader.
_ROUNDING = Decimal("0.25")
_HALF = Decimal("0.5")
# Two digits that changed places mark one figure from three digits on: 12 and 21 are two figures more often.
_SWAP_FROM = 3
_SLIPS = (Decimal(10), Decimal(100), Decimal(1000))


def compare_numbers(
    a: Number, b: Number, tolerance: Decimal = Decimal(0), show: Callable[[Number], str] = Number.show
) -> Comparison:
    """Same when equal; compatible when rounding, a hedge, bounds or `tolerance` (absolute) explain the difference.

    `show` is how the reason says a figure: with its unit, where it has one.
    """
    if a == b:
        return same("the same figure")
    a, b = sorted((a, b), key=str)
    if a.exact and b.exact:
        return _compare_exact(a, b, tolerance, show)
    vague, other = (a, b) if (b.exact, a.open) > (a.exact, b.open) else (b, a)
    if not _overlap(_reach(a), _reach(b), tolerance):
        return different(f"{show(vague)} rules out {show(other)}" + _slip(a.figure, b.figure), close=_swapped(a, b))
    return compatible(Relation.PRECISION, _why_both(vague, other, show))


def _compare_exact(a: Number, b: Number, tolerance: Decimal, show: Callable[[Number], str]) -> Comparison:
    coarse, fine = (a, b) if a.step > b.step else (b, a)
    if coarse.step > fine.step and _rounds_to(fine.figure, coarse):
        return compatible(Relation.PRECISION, f"{show(coarse)} is {show(fine)} rounded")
    if abs(a.figure - b.figure) <= tolerance:
        return compatible(Relation.PRECISION, f"{show(a)} and {show(b)} lie within the tolerance")
    return different(f"{show(a)} is not {show(b)}" + _slip(a.figure, b.figure), close=_swapped(a, b))


def _swapped(a: Number, b: Number) -> bool:
    """Whether two figures, and no bounds, are one with two digits swapped."""
    single = a.low == a.high and b.low == b.high
    return single and _transposed(a.figure, b.figure) and _length(a.figure) >= _SWAP_FROM


def _length(figure: Decimal) -> int:
    """How many digits a figure is written with, at least."""
    return max(len(figure.normalize().as_tuple().digits), figure.adjusted() + 1)


def _rounds_to(value: Decimal, coarse: Number) -> bool:
    """Rounding half up, towards the figure as written."""
    half = _rounding_slack(coarse.figure, coarse.step)
    return coarse.figure - half <= value < coarse.figure + half


def _rounding_slack(figure: Decimal, unit: Decimal) -> Decimal:
    return min(unit * _HALF, abs(figure) * _ROUNDING) if figure else unit * _HALF


def _about_slack(figure: Decimal, step: Decimal) -> Decimal:
    unit = max(step, last_digit_unit(figure))
    return max(_rounding_slack(figure, unit), min(unit, abs(figure) * _ABOUT))


def _reach(number: Number) -> tuple[Decimal | None, Decimal | None]:
    """From where to where the true value may lie."""
    low, high, step = number.low, number.high, number.step
    if not number.about:
        slack = _rounding_slack(low, step) if low is not None and low == high else Decimal(0)
        return _plus(low, -slack), _plus(high, slack)
    slack = _about_slack(number.figure, step)
    near_low = number.figure if low is None else low
    near_high = number.figure if high is None else high
    return near_low - (slack if low is None or high is not None else 0), near_high + (slack if low is not None else 0)


def _plus(side: Decimal | None, change: Decimal) -> Decimal | None:
    return None if side is None else side + change


def _overlap(
    a: tuple[Decimal | None, Decimal | None], b: tuple[Decimal | None, Decimal | None], tolerance: Decimal
) -> bool:
    """Touching counts: "more than 40" beside "40" is a matter of wording."""
    return _not_above(a[0], b[1], tolerance) and _not_above(b[0], a[1], tolerance)


def _not_above(low: Decimal | None, high: Decimal | None, tolerance: Decimal) -> bool:
    return low is None or high is None or low - high <= tolerance


def _why_both(vague: Number, other: Number, show: Callable[[Number], str]) -> str:
    if vague.figure == other.figure:
        return f"{show(vague)} and {show(other)} differ by the hedge alone"
    if vague.open or vague.low != vague.high:
        return f"{show(vague)} leaves room for {show(other)}"
    return f"{show(vague)} and {show(other)} are near enough"


def _slip(a: Decimal, b: Decimal) -> str:
    """What may have gone wrong when one figure became the other, to be looked at by the reader."""
    if _transposed(a, b):
        return ": digits transposed?"
    small, large = sorted((abs(a), abs(b)))
    if small and large / small in _SLIPS:
        return f": off by a factor of {large / small:f}, a slipped separator or magnitude word?"
    return ""


def _transposed(a: Decimal, b: Decimal) -> bool:
    """Two digits changed places: 8.72 and 8.27, 5276 and 5726."""
    step = min(int(side.normalize().as_tuple().exponent) for side in (a, b))
    left, right = (str(int(abs(side).scaleb(-step))) for side in (a, b))
    if len(left) != len(right):
        return False
    wrong = [i for i, (x, y) in enumerate(zip(left, right, strict=True)) if x != y]
    return len(wrong) == 2 and left[wrong[0]] == right[wrong[1]] and left[wrong[1]] == right[wrong[0]]
