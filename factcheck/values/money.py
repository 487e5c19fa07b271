"""How much money: an amount in one currency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from factcheck.model import Comparison, unknown
from factcheck.numbers import Number, compare_numbers


@dataclass(frozen=True, slots=True)
class Money:
    """An amount and its ISO 4217 currency. Amounts in two currencies are never compared: rates change by the day."""

    number: Number
    currency: str

    @classmethod
    def read(cls, text: str, language: str = "en") -> Self:
        """Reads the canonical text ("50000000 USD"). Raises ValueError on anything else."""
        amount, _, currency = text.strip().rpartition(" ")
        if not (len(currency) == 3 and currency.isupper()):
            raise ValueError(f"no currency code at the end: {text!r}")
        return cls(Number.read(amount), currency)

    def __str__(self) -> str:
        return f"{self.number} {self.currency}"

    def show(self) -> str:
        return self.number.show(before=f"{self.currency} ")

    def to_json(self) -> Any:
        return {"amount": self.number.to_json(), "currency": self.currency}

    def compare(self, other: Money) -> Comparison:
        if self.currency != other.currency:
            one, two = sorted((self.currency, other.currency))
            return unknown(f"different currencies, {one} and {two}: not compared")
        return compare_numbers(self.number, other.number)
