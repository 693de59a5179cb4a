"""Measured values: "4,120 kilometers (2,560 miles)", "magnitude 6.4", "a 520-pound bear", "25C", "more than a mile".

A span covers number and unit, with the same value in brackets behind; the number alone for magnitudes.  Qualifiers stand outside.
"Pounds" are a mass only where a word says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.amounts import Hint, HintReader, QualifiedAmount, amount_reader_of, near, step_of
from factcheck.mentions.numbers import Number
from factcheck.mentions.qualifiers import Bounds, Qualifiers, phrases_after, spread
from factcheck.mentions.scanning import MaskedFinder, Scan, compile_rules, prove_examples, read_values
from factcheck.rulebook import Lists, PatternRule, Rulebook
from factcheck.text import Span
from factcheck.values import MeasureValue, Relation
from factcheck.values.measure import DIRECTION

READERS = ("twice", "feet", "magnitude", "metres", "hundredths", "range", "amount", "indefinite")
"""The readers that make measures; rules of an earlier reader take their words first."""
MASKS = ("nothing",)
DIMENSIONS = (
    "economy", "concentration", "torque", "flow", "speed", "area", "volume", "energy", "power", "pressure", "data", "temperature", "mass",
    "length", "frequency", "electric", "charge", "current", "sound", "angle",
)  # fmt: skip
"""The lists "unit.*" of the rules, and the groups of their patterns."""
MOST = 1e12
_STRONGEST = 9.9
"""The strongest earthquake measured had 9.5; larger numbers beside "magnitude" are something else."""
_WINDOW = 40
_STONES = re.compile(r"\d ?st $")
"""Behind these, pounds are what is left over: "16st 4lb" is no mass of 4 lb."""
_CASED = frozenset({"c", "f", "w"})
"""Letters that are units only as capitals and joined to their number."""


_SPELLINGS = {"nm": "Nm", "g": "g"}
"""Units that are read in one spelling only: "NM" and "nm" are other units, "5G" is a network."""
_NETWORKS = 6
"""Whole numbers up to this before a "g" count generations of networks."""

_ABBREVIATED = 4
"""Letters of a unit, with the space before it, up to which it may be another word behind a number with a scale."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: amount * factor + offset is the value in SI."""

    name: str
    dimension: str
    factor: float
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class MeasureReading:
    """What a measure says by itself.

    ``value`` is complete; a measure needs no context.  ``joined`` marks values joined to what they describe ("520-pound").  ``direction``
    (degrees clockwise from north, None where not told) and ``landmark`` (where in the passage the words of the landmark begin, None where
    none
    follows) belong to distances.  ``hints`` are the cue words near by.  ``again`` is the same value in another unit, in brackets behind.
    """

    value: MeasureValue
    joined: bool = False
    direction: float | None = None
    landmark: int | None = None
    hints: tuple[Hint, ...] = ()
    again: MeasureValue | None = None


_COVER = re.compile(
    r" of (?:[a-z]{2,12} )?(?:snow|ice|rubble|water|mud|earth|debris|rock|concrete|sand|soil|ash|silt|sludge)(?!\w)", re.IGNORECASE
)
Result = tuple[Span, tuple[MeasureValue, MeasureValue | None]] | None
"""The value, and the same in another unit, where that stands in brackets behind."""
Reader = Callable[[Scan, re.Match[str]], Result]


class MeasureFinder(MaskedFinder):
    """Finds measures by the rules of kind "measure"."""

    kind = "measure"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the rules.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._amounts = amount_reader_of(rulebook)
        self.scan = self._amounts.scan
        self._qualifiers = Qualifiers(rulebook)
        self._units = {name: _units(name, words) for name in DIMENSIONS}
        self._directions = words.number("measure.direction")
        self._direction = phrases_after(self._directions)
        self._from = phrases_after((*words["measure.from"], "of"))
        self._ends = phrases_after(words["measure.ends"])
        self._mass_cues = frozenset(words["measure.mass-cue"])
        self._money_cues, self._stony = frozenset(words["measure.money-cue"]), frozenset(words["measure.stony"])
        self._hints = HintReader(
            {
                "length": words["measure.length-attribute"],
                "speed": words["measure.speed-attribute"],
                "attribute-noun": words["measure.attribute-noun"],
                "thing": words["measure.thing"],
                "joined": words["measure.joined"],
                "place-class": words["measure.place-class"],
                "marker": words["measure.instance"],
                "marker ahead": words["measure.instance-ahead"],
                "marker alone": words["measure.instance-alone"],
            }
        )
        self._rules = compile_rules(rulebook, "measure", READERS)
        self._masks = compile_rules(rulebook, "measure", MASKS)
        self._readers: dict[str, Reader] = {
            "twice": self._read_twice,
            "feet": self._read_feet,
            "magnitude": self._read_magnitude,
            "metres": self._read_metres,
            "hundredths": self._read_hundredths,
            "range": self._read_range,
            "amount": self._read_amount,
            "indefinite": self._read_indefinite,
        }

    def find(self, passage: Passage) -> list[Found]:
        """Every measure of a passage, in reading order, without overlaps; the reading is a MeasureReading."""
        scan = self.scan(passage)
        found = read_values(scan, self.masked(scan), self._rules, self._readers)
        hints = self._hints.read(scan.text) if found else ()
        made: list[Found] = []
        for span, rule, (value, again) in found:
            reading, pointed = self._reading(scan, span, value, near(hints, span))
            reading = replace(reading, again=again) if again else reading
            made.append(Found(self.kind, span, rule, reading))
            if pointed is not None and reading.direction is not None:
                point = MeasureValue(
                    reading.direction, reading.direction, DIRECTION, pointed.of(scan.text).lower(), amount=reading.direction
                )
                made.append(Found(self.kind, pointed, rule, replace(reading, value=point)))
        return made

    def resolve(self, found: Found, context: Context) -> MeasureValue | None:
        """The value; a measure needs no context.  None where the reading is not one of measures."""
        return found.reading.value if isinstance(found.reading, MeasureReading) else None

    def _reading(self, scan: Scan, span: Span, value: MeasureValue, hints: tuple[Hint, ...]) -> tuple[MeasureReading, Span | None]:
        """The reading, and where the direction of a distance from a landmark stands."""
        joined = "-" in scan.text[span.start : span.end] and value.dimension != "magnitude"
        if value.dimension != "length":
            return MeasureReading(value, joined, hints=hints), None
        end = self._qualifiers.after_end(scan.text, span.end)
        if scan.text[end : end + 5].lower() == " away":
            end += 5
        end = end + 7 if scan.text[end : end + 7].lower() == " to the" else end
        direction, match = None, self._direction.match(scan.text, end)
        if match:
            direction, end = self._directions[match[1].lower()], match.end()
        leads = self._from.match(scan.text, end)
        landmark = None
        if leads and (leads[1].lower() != "of" or direction is not None) and not self._ends.match(scan.text, end):
            landmark = leads.end()
        pointed = Span(match.start(1), match.end(1)) if match and landmark is not None else None
        return MeasureReading(value, joined, direction, landmark, hints), pointed

    def _unit_of(self, match: re.Match[str], suffix: str = "") -> Unit | None:
        """The unit that a group of the match names; None where it lacks the capital it needs."""
        for name in DIMENSIONS:
            word = match[name + suffix]
            if word is not None:
                if (word.lower() in _CASED and not word.isupper()) or _SPELLINGS.get(word.lower(), word) != word:
                    return None
                return self._units["data" if word == "MB" else name][word.lower()]
        return None

    def _value(self, unit: Unit, told: QualifiedAmount, *, negative: bool = False) -> MeasureValue | None:
        low, high = told.bounds.low, told.bounds.high
        if max(low, high or 0) > MOST:
            return None
        amount = told.amount
        if negative:
            if high is None:
                return None
            low, high, amount = -high, -low, None if amount is None else -amount
        top = None if high is None else high * unit.factor + unit.offset
        return MeasureValue(
            low * unit.factor + unit.offset,
            top,
            unit.dimension,
            unit.name,
            unit.factor,
            unit.offset,
            amount,
            told.step,
            told.bounds.approximate,
        )

    def _read_amount(self, scan: Scan, match: re.Match[str]) -> Result:
        number, unit = scan.number(match, "n"), self._unit_of(match)
        if number is None or unit is None or not self._stands(scan, match, number, unit):
            return None
        if number.letter and match.end() - number.span.end <= _ABBREVIATED:
            return None  # "3.4m tonnes" is a scale and a unit, "40m in" is not
        effects = self._amounts.effects(scan, match.start(), match.end())
        if effects[:1] == ("high",) and unit.dimension == "length" and _COVER.match(scan.text, match.end()):
            effects = effects[1:]  # "under two metres of snow" lies as deep as that
        told = self._amounts.single(scan, number, effects)
        if match.groupdict().get("half"):
            told = self._amounts.exact(number.amount + 0.5, 0.5, effects)
        value = self._value(unit, told, negative=bool(match["minus"]))
        return _spanned(Span(match.start(), match.end()), value)

    def _read_hundredths(self, scan: Scan, match: re.Match[str]) -> Result:
        """Metres and the hundredths spoken behind them; None for other numbers."""
        number, rest, unit = scan.number(match, "n"), scan.number(match, "m"), self._units["length"]["metres"]
        if number is None or rest is None or not 10 <= rest.amount < 100 or number.amount != int(number.amount):
            return None
        told = self._amounts.exact(number.amount + rest.amount / 100, 0.01, self._amounts.effects(scan, match.start(), match.end()))
        return _spanned(Span(match.start(), match.end()), self._value(unit, told))

    def _read_range(self, scan: Scan, match: re.Match[str]) -> Result:
        low, high, unit = scan.number(match, "low"), scan.number(match, "high"), self._unit_of(match)
        before = scan.text[max(0, match.start() - 8) : match.start()].lower()
        if low is None or high is None or unit is None or low.letter or high.letter or not self._stands(scan, match, high, unit):
            return None
        between = before.endswith("between ")
        if self._amounts.is_change(scan, low, high, match.start()):
            return None
        told = self._amounts.range(scan, low, high, self._amounts.effects(scan, match.start() - (8 if between else 0), match.end()))
        value = self._value(unit, told) if told else None
        return _spanned(Span(match.start(), match.end()), value)

    def _read_twice(self, scan: Scan, match: re.Match[str]) -> Result:
        first, second = scan.number(match, "n"), scan.number(match, "m")
        unit, other = self._unit_of(match), self._unit_of(match, "2")
        if first is None or second is None or unit is None or other is None or unit.dimension != other.dimension or unit == other:
            return None
        told = self._amounts.single(scan, first, self._amounts.effects(scan, match.start(), first.span.end))
        value = self._value(unit, told, negative=bool(match["minus"]))
        again = self._value(other, self._amounts.single(scan, second, ("about",)))
        if value is None or again is None or value.relation(again) is Relation.APART:
            return None
        return Span(match.start(), match.end()), (value, again)

    def _read_feet(self, scan: Scan, match: re.Match[str]) -> Result:
        feet, inches = scan.number(match, "n"), scan.number(match, "m")
        if feet is None or inches is None or inches.amount >= 12 or feet.letter or inches.letter:
            return None
        amount = round(feet.amount + inches.amount / 12, 4)
        effects = self._amounts.effects(scan, match.start(), match.end())
        bounds = spread(amount, amount, {amount: 1 / 12}, effects, whole=False)
        value = self._value(self._units["length"]["foot"], QualifiedAmount(bounds, amount, 1 / 12))
        return _spanned(Span(match.start(), match.end()), value)

    def _read_metres(self, scan: Scan, match: re.Match[str]) -> Result:
        number = scan.number(match, "n")
        if number is None or number.letter != "m" or scan.text[max(0, match.start() - 1) : match.start()] in ("$", "£", "€"):
            return None
        amount = round(number.amount / 1e6, 4)
        step = step_of(scan.text, number) / 1e6
        effects = self._amounts.effects(scan, match.start(), match.end())
        bounds = spread(amount, amount, {amount: step}, effects, whole=False)
        value = self._value(self._units["length"]["m"], QualifiedAmount(bounds, amount, step))
        return _spanned(number.span, value)

    def _read_magnitude(self, scan: Scan, match: re.Match[str]) -> Result:
        group = "n" if match["n"] is not None else "m"
        number = scan.number(match, group)
        if number is None or not 0 < number.amount <= _STRONGEST or len(number.span) > 4:
            return None
        following = scan.text[number.span.end : number.span.end + 8].lower()
        if (
            group == "n"
            and match.re.pattern.count("magnitude")
            and re.match(r" (?!on|in|at|and|but|or|st|hi|ju|sh|wa|ha)[a-z]{2,}s\b", following)
        ):
            return None  # "magnitude 12 people"
        told = self._amounts.single(scan, number, self._amounts.effects(scan, number.span.start, number.span.end))
        value = self._value(Unit("magnitude", "magnitude", 1.0), told)
        return _spanned(number.span, value)

    def _read_indefinite(self, scan: Scan, match: re.Match[str]) -> Result:
        word = match["u1"] or match["u2"] or match["u3"]
        amount = 0.5 if match["half"] else 0.25 if match["quarter"] else 1.5 if match["more"] else 1.0
        effects, start = self._qualifiers.before(scan.text, match.start())
        if amount == 1.0 and not set(effects) - {"exact"}:
            return None  # "40 cents a mile", "it weighs a ton"
        if (
            re.search(r"[\w.]$", scan.text[max(0, start - 2) : start].rstrip())
            and scan.marked[max(0, start - 2) : start].rstrip()[-1:] in "#@"
        ):
            return None
        unit = next((self._units[name][word.lower()] for name in ("length", "mass", "volume") if word.lower() in self._units[name]), None)
        if unit is None:
            return None
        bounds = spread(amount, amount, {amount: amount / 2}, effects, whole=False)
        value = self._value(unit, QualifiedAmount(Bounds(bounds.low, bounds.high, bounds.approximate), amount, amount / 2))
        return _spanned(Span(match.start(), match.end()), value)

    def _stands(self, scan: Scan, match: re.Match[str], number: Number, unit: Unit) -> bool:
        """Whether nothing around makes the number a sum of money, a name, or part of another number."""
        before = scan.text[max(0, match.start() - 1) : match.start()]
        if before and before in "$£€¥/#":
            return False
        word = scan.word(number.first - 1)
        if not number.spelled and word and scan.tokens[number.first - 1].capital and before == " " and self._is_label(scan, number):
            return False
        if unit.name == "stone":
            stony = scan.word(scan.index_at(match.end())) in self._stony
            return not stony and (scan.text[number.span.end : number.span.end + 1] == "-" or self._is_weighed(scan, match, number))
        if unit.name == "pound":
            return not _STONES.search(scan.text[max(0, match.start() - _WINDOW) : match.start()]) and self._is_mass(scan, match, number)
        if unit.name == "m" and number.spelled and match[0].lower().endswith((" m", "-m")):
            return False
        if unit.name == "g" and number.whole and number.amount <= _NETWORKS:
            return False
        if unit.name == "g" and match[0][-2:-1] == " " and scan.text[match.end() : match.end() + 4] != " of ":
            return False
        letter = match[0][-1:].lower() in _CASED and not match[0][-2:-1].isalpha()
        return not (letter and not self._is_degree(scan, match, number))

    def _is_label(self, scan: Scan, number: Number) -> bool:
        """Whether a capitalised noun names the number ("Flight 40 miles ahead")."""
        previous = scan.tokens[number.first - 1]
        return previous.raw[1:].islower() and previous.word in ("flight", "route", "highway", "page", "section", "figure", "group")

    def _is_degree(self, scan: Scan, match: re.Match[str], number: Number) -> bool:
        """Whether a bare letter behind a number means degrees: joined to it, or behind a degree sign."""
        words = scan.text[number.span.end : match.end()]
        return not number.spelled and (len(words) == 1 or len(words) > 2 or words[0] != " ")

    def _is_mass(self, scan: Scan, match: re.Match[str], number: Number) -> bool:
        """Whether pounds are a mass: joined to a noun, behind "weighing" and the like, or "pounds of" a substance."""
        if "lb" in match[0].lower():
            return True
        words = scan.text[number.span.start : number.span.end].lower()
        if "illion" in words or number.letter:
            return False
        if scan.text[number.span.end : number.span.end + 1] == "-" and not match[0].lower().endswith("pounds"):
            return scan.text[match.end() : match.end() + 5].lower() not in (" fine", " note", " bill", " cost", " fee ", " prize"[:5])
        last = scan.index_at(match.end())
        if scan.word(last) == "of":
            following = [scan.word(last + 1), scan.word(last + 2)]
            return not set(following) & self._money_cues and following[0] not in ("the", "a", "his", "her", "their", "our")
        return self._is_weighed(scan, match, number)

    def _is_weighed(self, scan: Scan, match: re.Match[str], number: Number) -> bool:
        """Whether words near by tell that something is weighed."""
        last = scan.index_at(match.end())
        around = [scan.word(index) for index in range(max(0, number.first - 7), min(len(scan.tokens), last + 4))]
        phrases = scan.text[max(0, match.start() - _WINDOW) : match.start()].lower()
        return bool(set(around) & self._mass_cues) or "the scales" in phrases


def _spanned(span: Span, value: MeasureValue | None) -> Result:
    return None if value is None else (span, (value, None))


def prove_measure(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """The faults of a rule of kind "measure": examples it misses or misreads, counter-examples it finds something in.

    An example of a rule with the reader "nothing" names what the rule keeps from being a measure.
    """
    return prove_examples(rule, MeasureFinder(rulebook))


def _units(dimension: str, words: Lists) -> dict[str, Unit]:
    """The units of a dimension by every word for them, with their sizes."""
    sizes = words.number(f"size.{dimension}")
    zeros = words.number(f"size.{dimension}-zero") if f"size.{dimension}-zero" in words else {}
    return {
        word: Unit(unit, dimension, sizes[unit.lower()], zeros.get(unit.lower(), 0.0))
        for word, unit in words.text(f"unit.{dimension}").items()
    }
