"""A country as a key: by its code, whatever name, capital or seat of government an article used for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from factcheck.model import Comparison, different, same
from factcheck.tables.countries import countries


@dataclass(frozen=True, slots=True)
class Country:
    """An ISO 3166 code; a reader is shown its English name."""

    code: str

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        return cls(text.strip())

    def __str__(self) -> str:
        return self.code

    def show(self) -> str:
        return next(iter(countries().get(self.code, {}).get("names", {}).get("en", ())), self.code)

    def to_json(self) -> Any:
        return self.code

    def compare(self, other: Country) -> Comparison:
        if self.code == other.code:
            return same()
        return different(f"{self.show()} is not {other.show()}")
