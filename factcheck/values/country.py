"""A country as a key: by its code, whatever name, capital or seat of government an article used for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Self

from factcheck.model import Comparison, different, same


@dataclass(frozen=True, slots=True)
class Country:
    """An ISO 3166 code with an English name for the reader, which takes no part in comparing."""

    code: str
    name: str = field(default="", compare=False)

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        return cls(text.strip())

    def __str__(self) -> str:
        return self.code

    def show(self) -> str:
        return self.name or self.code

    def to_json(self) -> Any:
        return self.code

    def compare(self, other: Country) -> Comparison:
        if self.code == other.code:
            return same()
        return different(f"{self.show()} is not {other.show()}")
