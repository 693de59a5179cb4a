"""Sums of money as closed intervals in one currency: "£37m", "about 51.5 million euros", "$40" (of an unnamed dollar)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.count import number
from factcheck.values.relation import Relation, relate, upper

OPEN = "open"
"""The family of a sum told without any currency ("a bargain at 2.4 million")."""

PLURALS = {"krona": "kronor", "krone": "kroner", "kwacha": "kwacha", "leu": "lei", "som": "som"}
"""More than one of a family whose name takes no -s."""


@dataclass(frozen=True, slots=True)
class MoneyValue:
    """Every sum from ``low`` to ``high``, both inclusive, in ``currency``; ``high`` None: no upper limit.

    ``currency`` is the ISO 4217 code, None where the text leaves open which of a ``family`` it is ("dollar" may be any country's; "" where
    the code says all; OPEN where no currency is told).  ``amount`` is the number said, None for ranges; ``step`` the place value of its
    last digit that counts; ``approximate`` marks "about" and the like, the interval is then already widened.
    """

    kind: ClassVar[str] = "money"

    low: float
    high: float | None
    currency: str | None
    family: str = ""
    amount: float | None = None
    step: float = 0.0
    approximate: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.low < math.inf or (self.high is not None and not self.low <= self.high < math.inf):
            raise ValueError(f"not a sum of money: {self.low}..{self.high}")
        if not self.currency and not self.family:
            raise ValueError("a sum of money has a currency or a family of currencies")

    def same_currency(self, other: MoneyValue) -> bool | None:
        """Whether both are told in one currency; None where one leaves it open ("$5" against "A$5", two unnamed dollars)."""
        if self.currency and other.currency:
            return self.currency == other.currency
        if OPEN in (self.family, other.family):
            return None
        return None if self.family and self.family == other.family else False

    def relation(self, other: MoneyValue) -> Relation:
        """SAME, WITHIN, OVERLAP or APART of the two intervals; symmetric.

        Rates of exchange are not known here: sums in two currencies are OVERLAP, never APART.  Where a currency is left open, equal numbers
        are taken for equal sums and different ones count as apart only if both leave it open alike.
        """
        same = self.same_currency(other)
        if same is False:
            return Relation.OVERLAP
        found = relate(self.low, upper(self.high), other.low, upper(other.high))
        if found is Relation.APART and same is None and (self.currency, self.family) != (other.currency, other.family):
            return Relation.OVERLAP
        return found

    def iso(self) -> str:
        """A compact form: "37000000 GBP", "15000 dollar", "40000000.. EUR"."""
        unit = self.currency or self.family
        low = _whole(self.low)
        if self.high is None:
            return f"{low}.. {unit}"
        return f"{low} {unit}" if self.low == self.high else f"{low}..{_whole(self.high)} {unit}"

    def caption(self) -> str:
        """The value for people: "42 million GBP", "about 1,200 EUR", "15,000 dollars"."""
        unit = self.currency or PLURALS.get(self.family, f"{self.family}s")
        unit = "" if self.family == OPEN else f" {unit}"
        if self.amount is not None and (self.approximate or self.low == self.high):
            return f"{'about ' if self.approximate else ''}{_short(self.amount)}{unit}"
        if self.high is None:
            return f"at least {_short(self.low)}{unit}"
        if self.low == 0:
            return f"at most {_short(self.high)}{unit}"
        return f"{_short(self.low)} to {_short(self.high)}{unit}"


def _short(amount: float) -> str:
    for scale, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if amount >= scale:
            return f"{number(round(amount / scale, 4), ',')} {name}"
    return number(amount, ",")


def _whole(amount: float) -> str:
    """A sum without an exponent; cents only below a hundred thousand."""
    return number(round(amount) if amount >= 1e5 else round(amount, 2))
