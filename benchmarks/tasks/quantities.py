"""Quantities: SET is one of newsquant, age, currency, dimension, probe (from the shared data), quantities_own (own sentences).

The mentions are those that ``factcheck mentions`` prints.  What only the labels want is done here and nowhere else: a change "from A to B"
is one range there, "dozens" is 12, a share told as a fraction is a fraction of one, a length that leads to a point of time is a length, and
units are spelled as the labels spell them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from factcheck.documents import Document, Parser, Passage
from factcheck.mentions import Found
from factcheck.mentions.age import AgeReading
from factcheck.mentions.amounts import AmountReader
from factcheck.mentions.count import CountReading
from factcheck.mentions.duration import DurationReading
from factcheck.mentions.figures import FigureFinder, FigureReading
from factcheck.mentions.heads import HeadFinder, tags_of
from factcheck.mentions.measure import MeasureReading
from factcheck.mentions.money import MoneyReading
from factcheck.mentions.numbers import tokenize
from factcheck.mentions.percent import PercentReading
from factcheck.mentions.qualifiers import Qualifiers
from factcheck.model import Article, Block
from factcheck.resolving import MentionReader
from factcheck.rulebook import load_rules
from factcheck.text import Span, flatten
from factcheck.values.money import OPEN
from tasks import DATA, HERE, scorer
from tasks.unit_names import CURRENCIES, UNITS

LOWER: frozenset[str] = frozenset()
SETS: dict[str, tuple[Path, ...]] = {
    name: (DATA / "data" / "normalizers" / f"quant_{name}.jsonl",) for name in ("newsquant", "age", "currency", "dimension", "probe")
} | {"quantities_own": (HERE / "own" / "quantities.jsonl",)}
SPLITS = ("dev", "test")
FIGURES = ("value", "value+bound", "value+unit")
CHANGES = MappingProxyType({"low": ">", "high": "<", "about": "~", "below": "~", "above": "~"})
VAGUE = MappingProxyType(
    {
        "dozens": (12, None),
        "tens": (10, 100),
        "scores": (20, 200),
        "hundreds": (100, 1000),
        "thousands": (1000, 10000),
        "millions": (1e6, 1e7),
    }
    | {"tens of thousands": (1e4, 1e5), "hundreds of thousands": (1e5, 1e6), "tens of millions": (1e7, 1e8)}
    | {"hundreds of millions": (1e8, 1e9), "billions": (1e9, 1e10)}
)
SCALES = MappingProxyType({"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9})
_SEVERAL = re.compile(r"(?P<few>several|a few|many|some|a couple(?: of)?) (?P<scale>dozen|hundred|thousand|million|billion)s?")
"""Words of number before a scale, which the labels take for the scale's plural, and "a couple", which is two."""
"""What the labels take words of number for; the program reads open ranges, and nothing from the words that are not here."""
_BETWEEN = re.compile(r",? (?:to|and|up to) (?:as (?:much|many) as |up to |about )?$")
_LED = re.compile(r"(?:from|compared with|compared to|average of|to|at) (?:about |around |just |only )?$")
_PER = re.compile(r"[ -]?(?:an?|per|/|every|each)[ -]([a-z]{3,12})(?!\w)")


@dataclass(frozen=True, slots=True)
class Row:
    """A quantity on its way to the labels' form: ``low`` is the number, or the lower end where ``high`` is not None."""

    span: Span
    low: float
    high: float | None
    unit: str
    change: str = "="

    def labelled(self) -> dict[str, Any]:
        """The row in the format of the scorer."""
        value = self.low if self.high is None else [self.low, self.high]
        return {"value": value, "unit": self.unit or "-", "change": self.change}


class Exporter:
    """Reads sentences as the program does and gives their quantities as the labels spell them.

    ``plain``: as the probe spells them, which writes "percent", gives a share the noun it is of, and takes words of number for approximate.
    """

    def __init__(self, *, plain: bool) -> None:
        self._plain = plain
        rulebook = load_rules()
        self._parser = Parser()
        self._mentions = MentionReader(rulebook)
        self._figures = FigureFinder(rulebook)
        self._qualifiers = Qualifiers(rulebook)
        self._heads = HeadFinder(rulebook)
        self._amounts = AmountReader(rulebook)

    def read(self, text: str) -> list[dict[str, Any]]:
        """The quantities of one sentence."""
        article = Article("sentence", "sentence", text, "", blocks=(Block(Span(0, len(text))),))
        document = next(iter(self._parser.parse([article])))
        self._tags = {passage.start + at: tag for passage in document.passages for at, tag in tags_of(passage).items()}
        rows = sorted(self._rows(flatten(text), document), key=lambda row: row.span)
        return [row.labelled() for row in _inherited(flatten(text), _joined(flatten(text), rows))]

    def _rows(self, text: str, document: Document) -> Iterator[Row]:
        _, resolved = self._mentions.read(document)
        taken: list[Span] = []
        for item in resolved:
            shift = document.passages[item.passage].start
            found = replace(item.found, span=item.found.span.shift(shift))
            if item.mention.kind in _KINDS:
                taken.append(found.span)
                yield from self._told_in(text, found)
        for passage in document.passages:
            for found in self._figures.find(passage):
                moved = replace(found, span=found.span.shift(passage.start))
                if _is_length(moved) and not any(span.overlaps(moved.span) for span in taken):
                    yield from self._told_in(text, moved)

    def _told_in(self, text: str, found: Found) -> Iterator[Row]:
        """The quantities of one mention: a length told in several units, and a value with another in brackets, are several there."""
        row = self._row(text, found)
        words = found.span.of(text)
        lengths = isinstance(found.reading, DurationReading | MeasureReading)
        if row is None or (lengths and re.match(r"an? (?!half|quarter|hundred|thousand|million|dozen)(?!.* and a half)", words.lower())):
            return  # the labels take "a minute" for no number
        parts = self._parts(found, words) if isinstance(found.reading, DurationReading) else []
        if parts:
            yield from (replace(part, span=part.span.shift(found.span.start)) for part in parts)
            return
        yield row
        second = found.reading.again if isinstance(found.reading, MeasureReading) else None
        if second is not None:
            unit = UNITS.get(second.unit, second.unit)
            behind = Span(found.span.end - 1, found.span.end)
            yield Row(behind, _trim(second.amount or 0.0), None, unit, row.change)

    def _parts(self, found: Found, words: str) -> list[Row]:
        """The lengths that a length in several units is told in; empty for a plain one."""
        figures = [item for item in self._figures.find(Passage(words)) if _is_length(item)]
        rows = [self._row(words, item) for item in figures]
        return [row for row in rows if row is not None] if len(figures) > 1 else []

    def _ends(self, words: str, low: float, high: float) -> tuple[float, float]:
        """The two numbers of a range as they were told, which "about" has not widened."""
        scan = self._amounts.scan(Passage(words))
        numbers = list(scan.numbers.values())
        told = self._amounts.range(scan, numbers[0], numbers[-1], ()) if len(numbers) > 1 else None
        return (told.bounds.low, told.bounds.high or high) if told else (low, high)

    def _row(self, text: str, found: Found) -> Row | None:
        reading, span = found.reading, found.span
        if isinstance(reading, CountReading):
            return self._count(text, span, reading)
        if isinstance(reading, FigureReading):
            if reading.vague:
                return self._vague(text, span, UNITS.get(reading.of, CURRENCIES.get(reading.of, reading.of)))
            unit = UNITS.get(reading.unit, reading.unit) or self._noun(text, span, reading.of)
            return self._told(text, span, reading.low, reading.high, reading.named, unit + self._per(text, span))
        if isinstance(reading, AgeReading):
            months = reading.months
            amount = None if reading.low != reading.high and not reading.approximate else float(reading.low)
            number = re.search(r"\d+", span.of(text))
            named = float(number[0]) if number else float(months) if months is not None else amount
            if reading.form == "decade":
                return None
            return self._told(text, span, reading.low, reading.high, named, "month of age" if months is not None else "year of age")
        if isinstance(reading, DurationReading):
            if reading.vague:
                return None
            factor = _hours(reading)
            return self._told(text, span, reading.low / factor, reading.high and reading.high / factor, reading.amount, reading.unit)
        return self._amount(text, found)

    def _amount(self, text: str, found: Found) -> Row | None:
        reading, span = found.reading, found.span
        if isinstance(reading, MoneyReading):
            money = reading.value
            family = "" if money.family == OPEN else money.family
            unit = CURRENCIES.get(money.currency or family, family or money.currency or "")
            return self._told(text, span, money.low, money.high, money.amount, unit + self._per(text, span))
        if isinstance(reading, PercentReading):
            share = reading.value
            if share.points or "%" in span.of(text) or "per" in span.of(text).lower() or "pc" in span.of(text).lower():
                return self._told(text, span, share.low, share.high, share.amount, self._share(points=share.points))
            of = re.match(r"(?: of)?(?: all)?(?: the| those| its| their)?((?: [\w'-]+){1,3})", text[span.end :])
            found = [self._heads.find(tokenize(of[1]), 0, many=many, tags={}) for many in (True, False)] if of else []
            head = next((item for item in found if item.noun), None)
            noun = self._noun(of[1], Span(0, 0), head.noun) if of and head and head.noun else "-"
            return self._told(text, span, share.low / 100, None, (share.amount or 0) / 100, noun if self._plain else f"% {noun}")
        if isinstance(reading, MeasureReading) and reading.value.dimension != "direction":
            value = reading.value
            low, high = (value.low - value.offset) / value.factor, value.high and (value.high - value.offset) / value.factor
            unit = UNITS.get(value.unit, value.unit)
            first = re.split(r" ?[(\[]", span.of(text))[0]
            return self._told(text, Span(span.start, span.start + len(first)), low, high, value.amount, unit)
        return None

    def _share(self, *, points: bool) -> str:
        return "point" if points else "percent" if self._plain else "percentage"

    def _count(self, text: str, span: Span, reading: CountReading) -> Row | None:
        words = span.of(text).lower()
        members = text.startswith("-strong", span.end)  # of a force, say, which is no unit of them
        unit = "count" if reading.of == "time" else "" if members else self._noun(text, span, reading.of)
        if reading.vague:
            return self._vague(text, span, unit)
        if words == "a lone" or (words == "both" and not self._plain):
            return None
        return self._told(text, span, reading.low, reading.high, reading.named, unit + self._per(text, span, unit))

    def _vague(self, text: str, span: Span, unit: str) -> Row | None:
        words = span.of(text).lower().removesuffix(" of")
        near = "~" if self._plain else "="
        if words == "a couple" and self._plain:
            return Row(span, 2.0, None, unit, near)
        told = VAGUE.get(words)
        if told is None and (several := _SEVERAL.fullmatch(words)):
            scale = SCALES[several["scale"]]
            if several["few"].startswith("a couple"):
                return Row(span, 2.0 * scale, None, unit, near)
            told = (scale, None if scale == 12 else 10 * scale)
        if told is None:
            return None
        low, high = told[0], told[1] or (10 * told[0] if self._plain else None)
        return Row(span, float(low), high and float(high), unit, near)

    def _told(self, text: str, span: Span, low: float, high: float | None, named: float | None, unit: str) -> Row:
        """A number with its bound, or a range."""
        before, _ = self._qualifiers.before(text, span.start)
        effects = (*before, *self._qualifiers.after(text, span.end))
        change = next((CHANGES[effect] for effect in effects if effect in CHANGES), "=")
        if named is not None:
            return Row(span, _trim(named), None, unit, change)
        if change != "=" or high is None:
            low, high = self._ends(span.of(text), low, high or low)
        return Row(span, _trim(low), _trim(high), unit, change)

    def _noun(self, text: str, span: Span, noun: str) -> str:
        """The words between a number and its noun, and the noun in the singular."""
        if "-" in span.of(text):
            return _PEOPLE.get(noun, noun)
        words: list[str] = []
        for match in re.finditer(r"[\w'-]+", text[span.end : span.end + 90]):
            word = match[0].lower()
            if self._heads.singular(word) == noun:
                return " ".join((*words, _PEOPLE.get(word, noun)))
            tag = self._tags.get(span.end + match.start(), "JJ")
            if tag[:2] in ("JJ", "NN", "FW") and word not in ("so", "odd", "or") and not text.endswith(" or ", 0, span.end + match.start()):
                words.append(_POSITIVE.get(word, word.removesuffix("'s")))
        return _PEOPLE.get(noun, noun)

    def _per(self, text: str, span: Span, noun: str = "") -> str:
        end = span.end
        if noun and (match := re.compile(rf"[\w' -]{{0,40}}?{re.escape(noun.split()[-1][:-1])}\w{{0,3}}", re.I).match(text, end)):
            end = match.end()
        match = _PER.match(text, end)
        if match is None or match[1].lower() not in _RATES or _EARLIER.match(text, match.end()):
            return ""
        return f" per {self._heads.singular(match[1].lower())}"


_POSITIVE = MappingProxyType({"largest": "large", "biggest": "big", "best": "good", "newest": "new", "oldest": "old", "highest": "high"})
_KINDS = frozenset({"age", "money", "percent", "measure", "duration", "count"})
_PEOPLE = MappingProxyType({"people": "people", "person": "people"})
_EARLIER = re.compile(r" (?:earlier|ago|later|before)(?!\w)")
_RATES = frozenset("share barrel gallon day week month year hour gram annum head century tonne ounce litre".split())


def _hours(reading: DurationReading) -> float:
    """The hours of the unit that a length was told in."""
    exact = reading.amount and reading.low == reading.high
    return reading.low / reading.amount if exact and reading.amount else _HOURS.get(reading.unit, 1.0)


_HOURS = MappingProxyType(
    {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "month": 730.5, "year": 8766.0}
    | {"decade": 87660.0, "century": 876600.0}
)


def _is_length(found: Found) -> bool:
    return isinstance(found.reading, FigureReading) and found.reading.unit in _HOURS


def _trim(value: float) -> float:
    return float(f"{value:.12g}")


def _joined(text: str, rows: list[Row]) -> list[Row]:
    """Two figures of one change told as a range, as the labels have it."""
    out: list[Row] = []
    for row in rows:
        last = out[-1] if out else None
        if (
            last is not None
            and last.high is None
            and row.high is None
            and _BETWEEN.fullmatch(text[last.span.end : row.span.start])
            and re.search(r"(?:from|between|ranges?|sits?) (?:about |up to )?$", text[max(0, last.span.start - 16) : last.span.start], re.I)
        ):
            scale = _scale(text, row) if last.low < 1000 <= row.low and last.unit in ("", "-", row.unit) else 1.0
            low = last.low * scale if last.low < row.low / scale else last.low
            unit, change = row.unit if row.unit not in ("", "-") else last.unit, "=" if last.change == "<" else last.change
            out[-1] = Row(Span(last.span.start, row.span.end), low, row.low, unit, change)
            continue
        out.append(row)
    return out


def _inherited(text: str, rows: list[Row]) -> list[Row]:
    """Bare numbers that are set against a number before them, with its unit, as the labels have them."""
    out: list[Row] = []
    for row in rows:
        led = _LED.search(text[max(0, row.span.start - 30) : row.span.start])
        bare = row.unit.strip() in ("", "-") or row.unit.startswith(" per ")
        units = [last.unit for last in out if last.unit not in ("", "-", "percentage", "percent") and last.unit not in _HOURS]
        if led and bare and units and (led[0].split()[0] not in ("to", "at") or units[-1] == "point"):
            out.append(replace(row, unit=units[-1] + row.unit.removeprefix("-")))
        else:
            out.append(row)
    return out


def _scale(text: str, row: Row) -> float:
    """The scale that the second figure of a change has in words, which the first one shares; 1 where it has none."""
    digits = re.search(r"[0-9][0-9,.]*", row.span.of(text))
    said = float(digits[0].replace(",", "").rstrip(".")) if digits else row.low
    return row.low / said if said else 1.0


def predict(labels: list[dict[str, Any]], predictions: Path, *, plain: bool) -> dict[str, list[dict[str, Any]]]:
    """The program's quantities of each sentence by its id, written to the file ``predictions`` first."""
    exporter = Exporter(plain=plain)
    found = {row["id"]: exporter.read(row["text"]) for row in labels}
    predictions.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps({"id": name, "quantities": rows}, ensure_ascii=False) for name, rows in found.items())
    predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return found


def measure(name: str, paths: tuple[Path, ...], predictions: Path, *, show: bool) -> dict[str, float]:
    """The figures of one set, by split."""
    score = scorer("score_quant")
    labels = [json.loads(line) for line in paths[0].read_text(encoding="utf-8").splitlines() if line.strip()]
    found = predict(labels, predictions.with_suffix(".jsonl"), plain="probe" in name or name == "quantities_own")
    figures: dict[str, float] = {}
    for split in SPLITS:
        part = [row for row in labels if row.get("split", "dev") == split]
        if not part:
            continue
        result, errors = score.score(part, found)
        figures |= {f"{split} {key}": result[key][2] for key in FIGURES}
        figures |= {f"{split} precision": result["value"][0], f"{split} recall": result["value"][1]}
        if show and split == "dev":  # errors of the other half stay unseen
            for text, wanted, given in errors:
                print(f"  {text}\n    labels {', '.join(wanted)}\n    found  {', '.join(given)}")
    return figures
