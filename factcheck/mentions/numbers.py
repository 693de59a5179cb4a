"""Numbers as they are written: "84", "100,000", "2.5 million", "half a million", "twenty-one", "two dozen".

Reading takes time linear in the text.  What a number stands for is not decided here; only digits that are plainly part of something
else (money, "5pm", "F-16", "3.1.2", "8:21", an address on the web) are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from factcheck.rulebook import Rulebook
from factcheck.text import Span

MAX_DIGITS = 15
"""Integers of more digits are identifiers, not amounts; a float holds all smaller ones exactly."""

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+(?:'[^\W\d_]+)?|\S")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,4})?|[0-9]{1,2}(?:,[0-9]{2}){1,3},[0-9]{3}(?:\.[0-9]{1,2})?")
"""Groups of three digits, and those of Indian papers ("12,34,567")."""
_PLAIN = re.compile(rf"(?:0|[1-9][0-9]{{0,{MAX_DIGITS - 1}}})(?:\.[0-9]{{1,6}})?")
_CHUNK = re.compile(r"\S+")
_WEB = re.compile(r"://|^www\.|@|\w\.(?:com|org|net|gov|edu|info|html?|php|pdf|jpe?g|png)(?:\W|$)", re.IGNORECASE)
_GRAND = 100_000
"""The least scale that may follow digits in groups: a lakh."""
_VULGAR = MappingProxyType({"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125})
_UNDER = frozenset({"2", "3", "4", "8"})
"""Denominators of fractions written with a slash; other numbers with one are dates, scores and ratios."""
_WEB_HINT = re.compile(r"\.(?:com|org|net|gov|edu|info|htm|php|pdf|jp|png)|www\.", re.IGNORECASE)
"""What a text with an address on the web holds somewhere."""
_CURRENCY = "$€£¥₽₴₺₹₩₪₦฿"
_GLUE_BEFORE = set("./\\#@:+&=§*^'<|°_") | set(_CURRENCY)
_GLUE_AFTER = set("%‰°/\\_=@#*^&") | set(_CURRENCY)


class Token(NamedTuple):
    """A word, a run of digits or one other character; ``raw`` as written, ``word`` in lower case."""

    start: int
    end: int
    raw: str
    word: str
    digits: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.raw[0].isupper()


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands; ``span`` covers digits, words and scale ("2.5 million"), not "about" or "$".

    ``first`` and ``last`` are the indices of its tokens, both inclusive.  ``step`` is the place value of its last digit that is not
    zero (100 for 2,300), ``spelled`` tells words from digits, ``letter`` holds a scale written as a letter ("m" of "1.2m", else "").
    ``loose`` marks round words that speakers do not mean to the unit ("a dozen", "half a million").
    """

    span: Span
    first: int
    last: int
    amount: float
    spelled: bool = False
    loose: bool = False
    letter: str = ""

    @property
    def whole(self) -> bool:
        """Whether it is an integer."""
        return float(self.amount).is_integer()

    @property
    def step(self) -> float:
        """The place value of the last digit that is not zero; 1 for zero and below."""
        step, rest = 1.0, self.amount
        while rest >= 10 and (rest / 10).is_integer():
            step, rest = step * 10, rest / 10
        return step


def tokenize(text: str) -> list[Token]:
    """The tokens of a flattened text, in order."""
    lowered = text.lower()
    same = len(lowered) == len(text)  # not of "İ"
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        raw = match[0]
        fields = (start, end, raw, lowered[start:end] if same else raw.lower(), "0" <= raw[0] <= "9")
        tokens.append(tuple.__new__(Token, fields))  # what Token() does, without a call of its own for every word of every text
    return tokens


def mark_numbers(text: str, numbers: Sequence[Number]) -> str:
    """The text for patterns: each code point of a number in digits is a "#", of one in words an "@"; same length."""
    clean = text.replace("#", "?").replace("@", "?")
    if not numbers:
        return clean
    parts: list[str] = []
    end = 0
    for number in numbers:
        parts += (clean[end : number.span.start], ("@" if number.spelled else "#") * len(number.span))
        end = number.span.end
    return "".join((*parts, clean[end:]))


class NumberReader:
    """Reads numbers with the word lists number.unit, number.tens, number.scale and number.letter."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.words()
        self._units = words.number("number.unit")
        self._tens = words.number("number.tens")
        self._scales = words.number("number.scale")
        self._letters = words.number("number.letter")
        self._parted = frozenset(words["number.parted"])
        self._numbered = frozenset(words["number.numbered"])
        self._qualifiers = frozenset(word.split()[-1] for word in words["quantity.before"])
        self._parents = frozenset(words["count.parent-noun"])
        self._starts = frozenset((*self._units, *self._tens, *_VULGAR, "a", "an", "half", "quarter"))
        self.memo: tuple[object, object] | None = None
        """What was read last: a passage and its scan."""

    def read(self, text: str, tokens: Sequence[Token]) -> list[Number]:
        """Every number of a flattened text, in order, without overlaps."""
        numbers: list[Number] = []
        free, starts = 0, self._starts
        for index, token in enumerate(tokens):
            if index < free or not (token.digits or token.word in starts):
                continue
            number = self._number(text, tokens, index)
            if number is not None:
                free = number.last + 1
                numbers.append(number)
        web = _web_spans(text) if numbers else []
        return [number for number in numbers if not any(span.overlaps(number.span) for span in web)] if web else numbers

    def _number(self, text: str, tokens: Sequence[Token], index: int) -> Number | None:
        token = tokens[index]
        if token.digits:
            return self._parts(text, tokens, index) or self._digits(text, tokens, index)
        if token.word in _VULGAR:
            glued = index > 0 and tokens[index - 1].end == token.start
            return None if glued else Number(Span(token.start, token.end), index, index, _VULGAR[token.word])
        if token.word == "quarter" or (token.word == "a" and index + 1 < len(tokens) and tokens[index + 1].word == "quarter"):
            return self._quarter(tokens, index)
        if token.word in ("a", "an", "half"):
            return self._indefinite(tokens, index)
        if token.word in self._units or token.word in self._tens:
            return None if self._glued_before(text, tokens, index) else self._spelled(text, tokens, index)
        return None

    def _digits(self, text: str, tokens: Sequence[Token], index: int) -> Number | None:
        token = tokens[index]
        if self._glued_before(text, tokens, index):
            return None
        last = index
        written = token.word
        while len(written) <= 9 and self._thousands_follow(text, tokens, index, last):
            last += 1
            written += tokens[last].word
        if _GROUPED.fullmatch(written):
            amount = float(written.replace(",", ""))
        elif _PLAIN.fullmatch(written):
            amount = float(written)
        else:
            return None
        amount, last, letter = self._scale(text, tokens, last, amount)
        if _glued_after(text, tokens[last].end) or amount >= 10.0**MAX_DIGITS:
            return None
        return Number(Span(token.start, tokens[last].end), index, last, amount, letter=letter)

    def _thousands_follow(self, text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether a group of thousands follows after one space ("4 500", "100 000").

        Behind a capitalised word that is not "Roughly" or the like, and behind a noun that bears a number, only "000" does: "Room 4 500
        guards stood in" and "at gate 4 500 people" hold two numbers.
        """
        if last + 1 >= len(tokens):
            return False
        token, after = tokens[last], tokens[last + 1]
        if not after.digits or len(after.word) != 3 or after.start != token.end + 1 or text[token.end] != " ":
            return False
        if len(tokens[first].word) > 3 or not token.word.isdigit() or not after.word.isdigit() or tokens[first].word[0] == "0":
            return False
        if after.word == "000" or first == 0:
            return True
        before = tokens[first - 1]
        return before.word in self._qualifiers or not (before.capital or before.word in self._numbered)

    def _parts(self, text: str, tokens: Sequence[Token], index: int) -> Number | None:
        """ "1/4" before a unit that is told in parts, "2½", None for other digits."""
        token, words = tokens[index], [item.word for item in tokens[index : index + 4]]
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.start and text[token.start - 1] == "." and token.word.isdecimal() and (token.start == 1 or text[token.start - 2] in " ("):
            closed = _glued_after(text, token.end) or len(token.word) > 4
            return None if closed else Number(Span(token.start - 1, token.end), index - 1, index, float(f"0.{token.word}"))
        if following is None or not token.word.isdecimal() or self._glued_before(text, tokens, index):
            return None
        rest = words[1:]
        if len(rest) == 3 and rest[1] == "/" and rest[2] in _UNDER and rest[0].isdecimal() and int(rest[0]) < int(rest[2]):  # "2 1/2"
            amount, end = int(token.word) + int(rest[0]) / int(rest[2]), tokens[index + 3].end
            return None if _glued_after(text, end) else Number(Span(token.start, end), index, index + 3, amount)
        if following.start != token.end:
            return None
        if following.word in _VULGAR and len(token.word) <= 4:
            amount, last, letter = self._scale(text, tokens, index + 1, float(token.word) + _VULGAR[following.word])
            return Number(Span(token.start, tokens[last].end), index, last, amount, letter=letter)
        if following.word == "/" and len(words) == 4 and words[2] in _UNDER and int(words[0]) < int(words[2]) and words[3] in self._parted:
            return Number(Span(token.start, tokens[index + 2].end), index, index + 2, int(words[0]) / int(words[2]))
        return None

    def _quarter(self, tokens: Sequence[Token], index: int) -> Number | None:
        """ "a quarter of a million", "quarter million"; None for other quarters."""
        words = [token.word for token in tokens[index : index + 5]]
        at = 1 + (words[0] == "a")
        at += 2 if words[at : at + 2] == ["of", "a"] else 0
        if at >= len(words) or self._scales.get(words[at], 0) < 1000:
            return None
        last = index + at
        return Number(Span(tokens[index].start, tokens[last].end), index, last, self._scales[words[at]] / 4, spelled=True, loose=True)

    def _scale(self, text: str, tokens: Sequence[Token], last: int, amount: float) -> tuple[float, int, str]:
        """The amount with the scales that follow it: "100 thousand", "2-million", "3k"."""
        if last + 1 < len(tokens) and tokens[last + 1].start == tokens[last].end and tokens[last + 1].word in self._letters:
            word, end = tokens[last + 1].word, tokens[last + 1].end
            if text[tokens[last + 1].start] == " " or (end < len(text) and text[end] in "²2³3"):
                return amount, last, ""  # "40m2", or a unit that was blanked
            return round(amount * self._letters[word], 4), last + 1, word
        least = _GRAND if "," in tokens[last].word else 0  # "1,200 crore", but not "2,000 hundred"
        for _ in range(2):
            at = _after_joint(tokens, last)
            if at is None or self._scales.get(tokens[at].word, -1) < least:
                break
            amount, last = round(amount * self._scales[tokens[at].word], 4), at
        return amount, last, ""

    def _indefinite(self, tokens: Sequence[Token], index: int) -> Number | None:
        """ "a hundred", "half a million", "a half million", "half a dozen"; a following "and fifty" belongs to it."""
        words = [token.word for token in tokens[index : index + 4]]
        half = "half" in words[:2]
        at = index + (2 if words[:2] in (["half", "a"], ["half", "-"], ["a", "half"]) else 1)
        if half and at < len(tokens) and tokens[at].word == "-":
            at += 1
        if (not half and words[0] == "half") or at >= len(tokens) or tokens[at].word not in self._scales:
            return None
        amount = self._scales[tokens[at].word] * (0.5 if half else 1.0)
        last = at
        words = [token.word for token in tokens[at + 1 : at + 4]]
        if not half and words == ["and", "a", "half"]:  # "a million and a half"
            return Number(Span(tokens[index].start, tokens[at + 3].end), index, at + 3, amount * 1.5, spelled=True, loose=True)
        if not half:
            rest = self._below_thousand(tokens, at + 2) if at + 1 < len(tokens) and tokens[at + 1].word == "and" else None
            if rest and rest[0] < amount and tokens[at].word != "dozen" and rest[0] > 1:
                amount, last = amount + rest[0], rest[1]
            elif at + 1 < len(tokens) and self._scales.get(tokens[at + 1].word, 0) > amount:
                amount, last = amount * self._scales[tokens[at + 1].word], at + 1
        return Number(Span(tokens[index].start, tokens[last].end), index, last, amount, spelled=True, loose=last == at or half)

    def _spelled(self, text: str, tokens: Sequence[Token], index: int) -> Number | None:
        total, last, smallest = 0.0, index - 1, float("inf")
        loose = False
        at = index
        while at < len(tokens):
            group = self._below_thousand(tokens, at)
            if group is None:
                break
            amount, end = group
            half = self._and_a_half(tokens, end)
            scale_at = half if half is not None else _after_joint(tokens, end)
            scale = self._scales.get(tokens[scale_at].word, 1.0) if scale_at is not None and scale_at < len(tokens) else 1.0
            if scale > 1 and scale_at is not None:
                end = scale_at
                amount = (amount + 0.5 if half is not None else amount) * scale
                loose = loose or tokens[scale_at].word == "dozen"
            if scale >= smallest or (total and scale == 1 and amount >= smallest):
                break
            total, last, smallest = total + amount, end, scale
            if scale == 1 or loose:
                break
            at = end + 1
            if at < len(tokens) and tokens[at].word in ("and", ",") and self._below_thousand(tokens, at + 1):
                at += 1
                if tokens[at - 1].word == "and" and smallest == 1:
                    break
        if last < index or _glued_after(text, tokens[last].end):
            return None
        return Number(Span(tokens[index].start, tokens[last].end), index, last, total, spelled=True, loose=loose)

    def _and_a_half(self, tokens: Sequence[Token], last: int) -> int | None:
        """The index of the scale behind "one and a half" or "one-and-a-half"; None where none is."""
        at: int | None = last
        for word in ("and", "a", "half"):
            at = _after_joint(tokens, at) if at is not None else None
            if at is None or tokens[at].word != word:
                return None
        at = _after_joint(tokens, at) if at is not None else None
        return at if at is not None and tokens[at].word in self._scales else None

    def shared_scale(self, tokens: Sequence[Token], low: Number, high: Number) -> float:
        """What the first number of a range takes from the second: 1,000 of "five to six thousand", 1,000,000 of "2-3 million"; 1 where it
        has a scale of its own, or would not be the lower one with it ("200 to 4 million")."""
        scale = self._scales.get(tokens[high.last].word, 1.0)
        lone = low.letter == "" and tokens[low.last].word not in self._scales and low.amount < 1000
        return scale if lone and high.last > high.first and low.amount < high.amount / scale else 1.0

    def _below_thousand(self, tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
        low = self._below_hundred(tokens, index)
        if low is None:
            return None
        amount, last = low
        at = _after_joint(tokens, last)
        if at is None or tokens[at].word != "hundred" or amount >= 100:
            return low
        amount, last = amount * 100, at
        rest_at = last + 2 if last + 1 < len(tokens) and tokens[last + 1].word == "and" else last + 1
        rest = self._below_hundred(tokens, rest_at)
        if rest is None or (rest_at == last + 2 and self._starts_anew(tokens, rest[1])):
            return amount, last
        return amount + rest[0], rest[1]

    def _starts_anew(self, tokens: Sequence[Token], last: int) -> bool:
        """Whether the number after an "and" has its own hundred ("one hundred and two hundred")."""
        return last + 1 < len(tokens) and tokens[last + 1].word == "hundred"

    def _below_hundred(self, tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
        if index >= len(tokens):
            return None
        word = tokens[index].word
        if word in self._units:
            return self._units[word], index
        if word not in self._tens:
            return None
        at = _after_joint(tokens, index)
        if at is not None and 0 < self._units.get(tokens[at].word, 0) < 10:
            return self._tens[word] + self._units[tokens[at].word], at
        return self._tens[word], index

    def _glued_before(self, text: str, tokens: Sequence[Token], index: int) -> bool:
        start = tokens[index].start
        before = text[start - 1] if start else " "
        if before == "-":
            # the second number of a range is glued to the first; anything else ("F-16", "-5", "mid-twenty") is no amount
            left = tokens[index - 2] if index > 1 and tokens[index - 2].end == start - 1 else None
            if left is not None and left.word == "of" and index > 3 and tokens[index - 4].word in self._parents:
                return False  # "mother-of-three"
            return left is None or not (left.digits or left.word in self._units or left.word in self._tens or left.word in self._scales)
        if before == "," and start > 1 and text[start - 2].isdigit():
            return True
        if index and before == " " and tokens[index].digits and tokens[index - 1].word in _CURRENCY:
            return True
        return before.isalnum() or before in _GLUE_BEFORE


@lru_cache(maxsize=4)
def number_reader_of(rulebook: Rulebook) -> NumberReader:
    """The reader of a rulebook, made once: finders that share it share what it reads."""
    return NumberReader(rulebook)


def _after_joint(tokens: Sequence[Token], last: int) -> int | None:
    """The index of the word that follows, over a hyphen without spaces; None at the end."""
    at = last + 1
    if at + 1 < len(tokens) and tokens[at].word == "-" and tokens[at].start == tokens[last].end and tokens[at].end == tokens[at + 1].start:
        at += 1
    return at if at < len(tokens) else None


def _glued_after(text: str, end: int) -> bool:
    after = text[end] if end < len(text) else " "
    beyond = text[end + 1] if end + 1 < len(text) else " "
    if after in ":.,'":
        return beyond.isdigit() or (after in ".'" and beyond.isalpha() and beyond.islower())
    return after.isalnum() or after in _GLUE_AFTER


def _web_spans(text: str) -> list[Span]:
    if "@" not in text and "://" not in text and not _WEB_HINT.search(text):
        return []
    return list(_iterate_web(text))


def _iterate_web(text: str) -> Iterator[Span]:
    for match in _CHUNK.finditer(text):
        if _WEB.search(match[0]):
            yield Span(match.start(), match.end())
