"""Sums of money: "£37m", "US$1.5bn", "51.5 million euros", "a 3-million-euro affair", "$10-15".

A span covers sign, number, scale and the currency's name; qualifiers stand outside.  "Pounds" are money where a scale or a word of money
says so and nothing speaks of weight; the same value in another currency, in brackets behind, is a sum of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.amounts import Hint, HintReader, QualifiedAmount, amount_reader_of, near
from factcheck.mentions.numbers import Number
from factcheck.mentions.qualifiers import Qualifiers, phrases_after
from factcheck.mentions.scanning import MaskedFinder, Scan, compile_rules, prove_examples, read_values
from factcheck.rulebook import PatternRule, Rulebook
from factcheck.text import Span
from factcheck.values import MoneyValue
from factcheck.values.money import OPEN

READERS = ("range", "sign", "name", "bare")
"""The readers that make sums; rules of an earlier reader take their words first."""
MASKS = ("nothing",)
MOST = 1e16
_CENTS = 100
_CODE = re.compile(r"[A-Z]{3}")
"""Groups of the lists "currency.*" that are the code of one currency; others are families, a word that several share ("dollar")."""
_EARLIER = re.compile(r" (?:earlier|ago|later|before|after|since)(?!\w)")
"""Words behind "a year" that make a point of time of it, and no rate."""
_CASH = re.compile(r" in cash(?: and (?:shares|stock))?(?= per )")
"""What may stand between a sum and its rate: "4.60 euros in cash per share"."""
_LEAST_WITHOUT_SIGN = 100
"""Below this, "PS" and a number are a game console and not what remains of a pound sign."""
_SCALES = MappingProxyType({"K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9})
_CHANGED = re.compile(r" to [$£€] ?([0-9][0-9.,]{0,6}) ?(million|billion|trillion|m|bn)(?!\w)", re.IGNORECASE)
_AMBIGUOUS = frozenset({"pound", "pounds", "won", "crowns"})
"""Names that are other words too: read as money only with a scale or a word of money near by."""
_BEFORE, _BEHIND = 9, 6
"""Words before and behind a sum without a currency in which a word of money must stand."""
_ENDING = frozenset({"preposition", "conjunction", "adverb"})
"""Sorts of words that end a sum without a currency; a verb would make people of the millions."""
_JOINT = frozenset("%-")
_HEADS = 100
"""Crowns from here on are money: no dentist fits as many, and no museum shows them."""


@dataclass(frozen=True, slots=True)
class MoneyReading:
    """What a sum says by itself.  ``value`` is complete; ``per`` is what a rate is for ("year"), "" for plain sums; ``hints`` are cue
    words.
    """

    value: MoneyValue
    per: str = ""
    hints: tuple[Hint, ...] = ()


Result = tuple[Span, MoneyValue] | None
Reader = Callable[[Scan, re.Match[str]], Result]


class MoneyFinder(MaskedFinder):
    """Finds sums of money by the rules of kind "money"."""

    kind = "money"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the rules.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._amounts = amount_reader_of(rulebook)
        self.scan = self._amounts.scan
        self._qualifiers = Qualifiers(rulebook)
        self._signs = words.text("currency.sign")
        self._names = words.text("currency.name")
        self._families = words.text("currency.family")
        self._per = words.text("money.per")
        self._per_pattern = phrases_after(self._per)
        self._mass_cues = frozenset(words["measure.mass-cue"])
        self._roles = frozenset(words["money.role"]) | frozenset(words["measure.money-cue"])
        self._paying = frozenset(words["money.paying"])
        self._cues = frozenset(words["money.bare-cue"])
        self._ends = frozenset(word for word, sort in words["noun.stop"].items() if sort in _ENDING) - {"of", "and", "or", "to"}
        self._hints = HintReader(
            {
                "role": words["money.role"],
                "marker": words["money.instance"],
                "marker near": words["money.instance-near"],
                "marker alone": words["money.instance-alone"],
                "fee": words["money.fee-cue"],
            }
        )
        self._rules = compile_rules(rulebook, "money", READERS)
        self._masks = compile_rules(rulebook, "money", MASKS)
        self._readers: dict[str, Reader] = {
            "range": self._read_range,
            "sign": self._read_sign,
            "name": self._read_name,
            "bare": self._read_bare,
        }

    def find(self, passage: Passage) -> list[Found]:
        """Every sum of a passage, in reading order, without overlaps; the reading is a MoneyReading."""
        scan = self.scan(passage)
        found = read_values(scan, self.masked(scan), self._rules, self._readers)
        hints = self._hints.read(scan.text) if found else ()
        return [Found(self.kind, span, rule, MoneyReading(value, self._rate(scan, span), near(hints, span))) for span, rule, value in found]

    def resolve(self, found: Found, context: Context) -> MoneyValue | None:
        """The value; a sum needs no context.  None where the reading is not one of money."""
        return found.reading.value if isinstance(found.reading, MoneyReading) else None

    def _rate(self, scan: Scan, span: Span) -> str:
        end = self._qualifiers.after_end(scan.text, span.end)
        cash = _CASH.match(scan.text, end)
        match = self._per_pattern.match(scan.text, cash.end() if cash else end)
        if match is None:
            return ""
        unit = self._per[match[1].lower()]
        return "" if unit != "each" and _EARLIER.match(scan.text, match.end()) else unit

    def _read_sign(self, scan: Scan, match: re.Match[str]) -> Result:
        number = scan.number(match, "n")
        sign = match["sign"]
        if number is None or (sign.isalpha() and sign.isascii() and not sign[0].isupper()) or sign.startswith("rs"):
            return None
        if sign.lower() == "ps" and number.amount < _LEAST_WITHOUT_SIGN:
            return None  # "PS4"
        groups = match.groupdict()
        said = groups.get("mega") or groups.get("big") or (groups.get("late") or "").strip().lower()
        scale = _SCALES.get(said, 1.0) * self._shared(scan, match, number)
        effects = self._amounts.effects(scan, match.start(), match.end())
        told = self._amounts.single(scan, number, effects, scale)
        return self._sum(Span(match.start(), match.end()), told, sign.lower())

    def _shared(self, scan: Scan, match: re.Match[str], number: Number) -> float:
        """The scale of the sum that this one changes into ("from $10 to $15 billion"); 1 where it has none or this one has its own."""
        if number.amount >= 1000 or number.letter or scan.text[max(0, match.start() - 5) : match.start()].lower() != "from ":
            return 1.0
        following = _CHANGED.match(scan.text, match.end())
        return _SCALES[following[2].lower()] if following and number.amount < float(following[1].replace(",", "").rstrip(".")) else 1.0

    def _read_name(self, scan: Scan, match: re.Match[str]) -> Result:
        number, name = scan.number(match, "n"), match["name"].lower()
        if number is None or not self._is_money(scan, match, number, name):
            return None
        effects = self._amounts.effects(scan, match.start(), match.end())
        cents = scan.number(match, "cents") if match["cents"] else None
        if cents is not None and 0 < cents.amount < _CENTS and number.whole:
            told = self._amounts.exact(number.amount + cents.amount / _CENTS, 1 / _CENTS, effects)
            return self._sum(Span(match.start(), match.end()), told, name)
        told = self._amounts.single(scan, number, effects)
        return self._sum(Span(match.start(), match.end("name")), told, name)

    def _read_bare(self, scan: Scan, match: re.Match[str]) -> Result:
        """Millions without a currency and without a noun that they count, beside a word that none but money goes with."""
        number, plural = scan.number(match, "n"), (match["many"] or "").strip().lower().removesuffix("s")
        last = scan.index_at(match.end())
        behind = scan.word(last)
        if number is None or (behind[:1].isalnum() and behind not in self._ends) or scan.text[match.end() : match.end() + 1] in _JOINT:
            return None
        said = scan.text[number.span.start : number.span.end].lower()
        if said.startswith(("a ", "an ")) or not (plural or "illion" in said):
            return None
        if not self._has_cue(scan, number.first, last):
            return None
        effects = self._amounts.effects(scan, match.start(), match.end())
        return self._sum(Span(match.start(), match.end()), self._amounts.single(scan, number, effects, _SCALES.get(plural, 1.0)), OPEN)

    def _has_cue(self, scan: Scan, first: int, last: int) -> bool:
        """Whether a word of money stands near by in the sentence."""
        for steps in (range(first - 1, max(-1, first - _BEFORE), -1), range(last, min(len(scan.tokens), last + _BEHIND))):
            for index in steps:
                word = scan.word(index)
                if word in self._cues:
                    return True
                if word in (".", "?", "!", ";"):
                    break
        return False

    def _read_range(self, scan: Scan, match: re.Match[str]) -> Result:
        suffix = "" if match["low"] is not None else "2"
        low, high = scan.number(match, "low" + suffix), scan.number(match, "high" + suffix)
        start = match.start()
        between = scan.text[max(0, start - 8) : start].lower().endswith("between ")
        if low is None or high is None or self._amounts.is_change(scan, low, high, start):
            return None
        name = (match["sign"] or match["name"]).lower()
        if match["again"] and match["again"].lower() != name:
            return None
        if match["name"] and not self._is_money(scan, match, high, name):
            return None
        told = self._amounts.range(scan, low, high, self._amounts.effects(scan, start - (8 if between else 0), match.end()))
        return self._sum(Span(start, match.end()), told, name) if told else None

    def _sum(self, span: Span, told: QualifiedAmount, name: str) -> Result:
        """The sum of a currency by the sign or name that was said; any other name is a family."""
        code = self._signs.get(name) or self._names.get(name, name)
        low, high = told.bounds.low, told.bounds.high
        if max(low, high or 0) > MOST:
            return None
        named = _CODE.fullmatch(code)
        family = self._families.get(name) or self._families.get(code.lower(), "") if named else code
        value = MoneyValue(low, high, code if named else None, family, told.amount, told.step, told.bounds.approximate)
        return span, value

    def _is_money(self, scan: Scan, match: re.Match[str], number: Number, name: str) -> bool:
        """Whether a name that is another word too ("pounds", "won") is one of money here."""
        if name not in _AMBIGUOUS:
            return True
        words = scan.text[number.span.start : number.span.end].lower()
        scaled = "illion" in words or "thousand" in words or bool(number.letter)
        last = scan.index_at(match.end())
        around = {scan.word(index) for index in range(max(0, number.first - 8), min(len(scan.tokens), last + 6))}
        if name == "won":
            return "illion" in words
        if name == "crowns" and (number.amount >= _HEADS or around & self._paying):
            return True
        if around & self._mass_cues and "illion" not in words:
            return False
        joined = scan.text[number.span.end : number.span.end + 1] == "-"
        if joined and not scaled:
            return scan.word(last) in self._roles
        if scan.word(last) == "of" and not scaled and scan.word(last + 1) not in self._roles:
            return False
        return scaled or bool(around & self._roles)


def prove_money(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """The faults of a rule of kind "money": examples it misses or misreads, counter-examples it finds something in.

    An example of a rule with the reader "nothing" names what the rule keeps from being money.
    """
    return prove_examples(rule, MoneyFinder(rulebook))
