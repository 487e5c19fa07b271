"""Identifiers: number plates, flights, laws, cases, telephone numbers; digits that count nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self

from factcheck.model import Comparison, Relation, compatible, different, same

_SIGN = re.compile(r"[A-Z0-9/]+")
# Letters on the keys of a telephone, ITU-T E.161.
_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_SLIP = 4  # characters from which one that differs looks like a slip
_TRANSPOSED = "; two characters are transposed"
_PHONE = 7  # digits from which one number inside another is the same telephone without its prefix


@dataclass(frozen=True, slots=True)
class Code:
    """An identifier. `text` is how to show it; identity rests on `key`: capitals and digits, with "/" between levels.

    Levels are what narrows: number and year of a law ("49/2025"), article and paragraph ("6/1/A").
    """

    text: str = field(compare=False)
    key: str

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Blanks, hyphens and dots do not count: "B 2829 UIL", "B-2829-UIL" and "B2829UIL" are one plate."""
        shown = " ".join(text.split())
        return cls(shown, "".join(_SIGN.findall(shown.upper())).strip("/"))

    def __str__(self) -> str:
        return self.key

    def show(self) -> str:
        return self.text

    def to_json(self) -> str:
        return self.text

    def compare(self, other: Code) -> Comparison:
        """The same, one less exact than the other (a law without its year), or different, with a slip named as one."""
        one, two = sorted((self.key, other.key), key=lambda key: (len(key), key))
        if one == two:
            return same()
        if two.startswith(one + "/"):
            return compatible(Relation.PRECISION, "one gives more of the number")
        if _same_telephone(one, two):
            return compatible(Relation.WORDING, "the same telephone number")
        shown = " is not ".join(sorted((self.show(), other.show())))
        slip = _slip(one, two)
        return different(f"{shown}{slip}", close=bool(slip))


def _same_telephone(one: str, two: str) -> bool:
    """With letters for digits, or with and without the prefix of the country."""
    digits = [key.translate(_KEYS) for key in (one, two)]
    if not all(key.isdecimal() for key in digits) or sum(not key.isdecimal() for key in (one, two)) > 1:
        return False
    short, long = sorted(digits, key=len)
    return len(short) >= _PHONE and long.endswith(short.lstrip("0")) and len(long) - len(short) <= 2


def _slip(one: str, two: str) -> str:
    """How two codes come to differ, where one slip of the hand explains it."""
    if one == two or len(one) != len(two) or len(one) < _SLIP:
        return ""
    changed = [i for i, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    if len(changed) == 1:
        return "; one character differs"
    first, last = changed[0], changed[-1]
    swapped = len(changed) == 2 and last == first + 1 and one[first] == two[last] and one[last] == two[first]
    return _TRANSPOSED if swapped else ""


@dataclass(frozen=True, slots=True)
class CodeKin:
    """What a code may be confused with; a key, so that only codes that one slip explains are set against each other.

    `serial`: such codes are given out in series (flights, laws), and neighbours in it are two things; of those only
    transposed characters are a slip.
    """

    code: Code
    serial: bool = False

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """The canonical text of `str`: a series ends in "#"."""
        return cls(Code.read(text.removesuffix("#")), text.endswith("#"))

    def __str__(self) -> str:
        return f"{self.code}#" if self.serial else str(self.code)

    def show(self) -> str:
        return self.code.show()

    def to_json(self) -> str:
        return self.code.to_json()

    def compare(self, other: CodeKin) -> Comparison:
        """Same where the codes are, or where one may be a slip for the other; a part of a longer one fits."""
        compared = self.code.compare(other.code)
        slip = _slip(self.code.key, other.code.key)
        likely = slip == _TRANSPOSED if self.serial or other.serial else bool(slip)
        if compared.relation is Relation.WORDING or (compared.different and likely):
            return same("one may be a slip for the other")
        return compared
