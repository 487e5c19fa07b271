"""How much money: an amount in one currency."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Self

from factcheck.model import Comparison, Relation, compatible, different, unknown
from factcheck.numbers import Number, compare_numbers

# Currencies whose sign or name an article writes without saying whose: dollar, crown, rupee, peso, yen and yuan.
_ONE_SIGN = tuple(
    frozenset(codes.split())
    for codes in ("USD AUD CAD NZD SGD HKD TWD", "SEK NOK DKK ISK", "INR PKR LKR NPR", "PHP MXN ARS CLP COP", "JPY CNY")
)


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
        """A sign that several currencies share leaves open which is meant; one figure in two others is a slip."""
        if self.currency == other.currency:
            return compare_numbers(self.number, other.number, show=lambda number: replace(self, number=number).show())
        one, two = sorted((self.currency, other.currency))
        compared = compare_numbers(self.number, other.number)
        if not compared.different and any({one, two} <= family for family in _ONE_SIGN):
            return compatible(Relation.WORDING, f"the same figure in {one} and {two}, which share a sign")
        digits = self.number.figure.normalize().as_tuple().digits
        if len(digits) > 1 and digits == other.number.figure.normalize().as_tuple().digits:
            equal = self.number.figure == other.number.figure
            return different(f"the same digits in {one} and in {two}: currency or magnitude mixed up?", close=equal)
        return unknown(f"different currencies, {one} and {two}: not compared")
