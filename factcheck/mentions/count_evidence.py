"""What the words around a number tell about whether it is a count, and of what: names with numbers, years, casualty words, parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.mentions.heads import Head, HeadFinder
from factcheck.mentions.numbers import Number
from factcheck.mentions.qualifiers import WINDOW, Qualifiers, phrases_after, phrases_before
from factcheck.mentions.scanning import Scan
from factcheck.rulebook import Rulebook

_STATE_WORDS = 5
"""Words that may stand between a number and its casualty word ("four were later found dead")."""
_TOTAL_WORDS = 9
"""Words searched back from a bare number for "toll" and the like, within the sentence."""


@dataclass(frozen=True, slots=True)
class After:
    """What follows a number: ``index`` of the token where its noun phrase begins, and the labels of subset words passed."""

    index: int
    subset: frozenset[str]


class Evidence:
    """Judges the surroundings of numbers with the word lists count.* of the rules."""

    def __init__(self, rulebook: Rulebook, heads: HeadFinder, qualifiers: Qualifiers) -> None:
        words = rulebook.words()
        self._heads = heads
        self._qualifiers = qualifiers
        self._casualty = words.text("count.casualty")
        self._casualty_verbs = words.text("count.casualty-verb")
        self._between = frozenset(words["count.state-between"])
        self._pronoun_verbs = frozenset(words["count.pronoun-verb"])
        self._totals = frozenset(words["count.total"])
        self._total_verbs = frozenset(words["count.total-verb"])
        self._subset_before = words.text("count.subset-before")
        self._subset_after = words.text("count.subset-after")
        self._before_pattern = phrases_before(self._subset_before)
        self._after_pattern = phrases_after(self._subset_after)
        self._not_counted = frozenset(words["count.not-counted"])
        self._not_joined = frozenset(words["count.not-hyphenated"])
        self._designators = words.text("count.designator")
        self._not_one = frozenset(words["count.not-one"])
        self._before_one = frozenset(words["count.before-one"])
        self._rate_before = frozenset(words["count.rate-before"])
        self._year_before = frozenset(words["count.year-before"])
        self._of, self._of_them = frozenset(words["count.of-word"]), frozenset(words["count.of-them"])
        self._of_which = frozenset(words["count.of-which"])
        self._added, self._bare_behind = frozenset(words["count.added"]), frozenset(words["count.bare-behind"])
        self._both_inside, self._placed = frozenset(words["count.both-inside"]), frozenset(words["count.number-place"])

    def excludes(self, scan: Scan, *numbers: Number) -> bool:
        """Whether a number is no integer, or is joined to another number that its reader did not take."""
        first, last = numbers[0], numbers[-1]
        if not last.whole:
            return True
        before, after = scan.marked[max(0, first.span.start - 2) : first.span.start], scan.marked[last.span.end : last.span.end + 2]
        return joins(before[::-1]) or joins(after)

    def is_unit(self, scan: Scan, index: int) -> bool:
        """Whether the token at an index is a unit or another noun that is not counted."""
        word = scan.word(index)
        if word == "-":
            word = scan.word(index + 1)
        return bool(word) and (word in self._not_counted or self._heads.singular(word) in self._not_counted)

    def is_unit_noun(self, noun: str) -> bool:
        """Whether a noun in the singular is not counted."""
        return noun in self._not_counted

    def can_be_joined(self, word: str, noun: str) -> bool:
        """Whether a word behind a number and a hyphen names a counted thing."""
        return not (
            word in self._not_joined
            or noun in self._not_counted
            or word.endswith(("ed", "al", "ly", "ing", "ths"))
            or self._heads.is_stop(word)
        )

    def is_name(self, scan: Scan, number: Number) -> bool:
        """Whether the number is part of a name: "Route 40", "Cessna 208 planes", "the Final Four"."""
        index = number.first - 1
        if index < 0 or scan.tokens[index].end + 1 < number.span.start or scan.marked[scan.tokens[index].start] in "#@":
            return False
        before = scan.tokens[index]
        if before.word in ("and", "or", "to", ",", "-") and index > 1:
            earlier = self._ending_at(scan, index - 1)  # "sections 12 and 14"
            if earlier is not None and earlier.first and self._designators.get(scan.word(earlier.first - 1)) == "any":
                return True
        if number.spelled and scan.tokens[number.first].capital and before.raw.islower() and before.word.isalpha():
            return True  # "the towers of Seven Sisters Road"
        sort = self._designators.get(before.word)
        if sort == "any" or (sort == "cap" and before.capital):
            return True
        spelled_low = number.spelled and not scan.tokens[number.first].capital
        if not before.capital or not before.word.isalnum() or spelled_low or number.amount >= 10_000 or self._heads.is_stop(before.word):
            return False
        if index == 0 or not scan.tokens[index - 1].word[0].isalnum() or scan.heading:
            return False  # the first word of a sentence or headline has its capital from there
        following = scan.tokens[number.last + 1] if number.last + 1 < len(scan.tokens) else None
        if scan.tokens[index - 1].word in self._placed and self._heads.find(scan.tokens, number.last + 1, many=True, tags=scan.tags).noun:
            return False  # "in Halden 460 employees are to go"
        return following is None or not following.capital

    def _ending_at(self, scan: Scan, index: int) -> Number | None:
        """The number of one token at an index, None where there is none."""
        return scan.numbers.get(scan.tokens[index].start)

    def is_rate(self, scan: Scan, start: int) -> bool:
        """Whether a word right before the number and its qualifiers makes it a rate ("one of every 10 people")."""
        return scan.word(scan.index_at(start) - 1) in self._rate_before

    def is_year(self, scan: Scan, number: Number, *, plural_follows: bool) -> bool:
        """Whether four digits without a comma are a year; from 1900 to 2100 they are one unless much speaks for a count."""
        if number.spelled or len(number.span) != 4 or not 1000 <= number.amount <= 2100:
            return False
        effects, start = self._qualifiers.before(scan.text, number.span.start)
        before = scan.word(scan.index_at(start) - 1)
        if not plural_follows or before in self._year_before or (not effects and before.isdigit()):
            return True
        return number.amount >= 1900 and not (set(effects) - {"exact"}) and number.amount % 100 != 0

    def is_one(self, scan: Scan, first: Number, last: Number, head: Head, state: str) -> bool:
        """Whether "one" (or "1") counts: it has a noun or a casualty word, and neither side makes it a pronoun or a set phrase."""
        following = scan.word(last.last + 1)
        if not (head.noun or state) or following == "of" or head.noun in self._not_one or following in self._not_one:
            return False
        return scan.word(first.first - 1) not in self._before_one

    def after_number(self, scan: Scan, number: Number) -> After:
        """Where the noun phrase behind a number begins, over "or more", "of the", "of the 12"."""
        end = number.span.end
        effect = self._qualifiers.after_end(scan.text, end)
        index = scan.index_at(max(end, effect))
        labels: set[str] = set()
        match = self._after_pattern.match(scan.text, scan.tokens[index - 1].end if index else 0)
        if match:
            labels.add(self._subset_after[match[1].lower()])
        if scan.word(index) == "of" and (scan.word(index + 1) in self._of or self._whole(scan, index + 1)):
            index += 2 if scan.word(index + 1) in self._of else 1
            index += scan.word(index) in self._of_which  # "eight of its last 10 games"
            inner = self._whole(scan, index)
            index = inner.last + 1 if inner else index
            labels.add("part")
        elif match and match[1].lower() in self._added:
            index += 1
        return After(index, frozenset(labels))

    def _whole(self, scan: Scan, index: int) -> Number | None:
        """The number that begins at a token, None where there is none or it looks like a year ("two of 2024")."""
        number = scan.numbers.get(scan.tokens[index].start) if index < len(scan.tokens) else None
        return None if number is None or _is_plain_year(number) else number

    def subset_before(self, scan: Scan, start: int) -> frozenset[str]:
        """The labels of the words right before ``start`` that narrow a count; at most two phrases."""
        labels: set[str] = set()
        index = scan.index_at(start)
        if scan.word(index - 1) == "of" and index > 1 and any(scan.marked[scan.tokens[index - 2].start] == mark for mark in "#@"):
            labels.add("whole")  # "51 of 120 seats"
        for _ in range(2):
            window = scan.text[max(0, start - WINDOW) : start]
            match = self._before_pattern.search(window)
            if match is None:
                break
            labels.add(self._subset_before[" ".join(match[1].lower().split())])
            start -= len(window) - match.start(1)
            _, start = self._qualifiers.before(scan.text, start)
        return frozenset(labels)

    def state(self, scan: Scan, start: int, last: int) -> str:
        """What a casualty word right beside says: behind the token ``last``, or a verb right before ``start``; "" for none."""
        for index in range(last + 1, min(last + 1 + _STATE_WORDS, len(scan.tokens))):
            word = scan.word(index)
            if word in self._casualty:
                return self._casualty[word]
            if word not in self._between:
                break
        _, begin = self._before_subset(scan, start)
        before = scan.index_at(begin) - 1
        return self._casualty_verbs.get(scan.word(before), "")

    def _before_subset(self, scan: Scan, start: int) -> tuple[str, int]:
        """The subset phrase right before ``start`` and where it, and qualifiers before it, begin."""
        window = scan.text[max(0, start - WINDOW) : start]
        match = self._before_pattern.search(window)
        if match is None:
            return "", start
        start -= len(window) - match.start(1)
        return match[1], self._qualifiers.before(scan.text, start)[1]

    def stands_alone(self, scan: Scan, first: Number, last: Number, subset: Iterable[str]) -> bool:
        """Whether a number without a noun still counts something: "two were children", "the toll rose to 63"."""
        labels = set(subset)
        definite = labels == {"definite"}
        word = scan.word(last.last + 1)
        if word in self._pronoun_verbs and not (definite and word == "had"):
            return last.spelled or "," in scan.text[last.span.start : last.span.end] or last.amount < 1000
        if labels & {"other", "part"} and (word in ("other", "others") or (word == "of" and scan.word(last.last + 2) in self._of_them)):
            return True
        if "whole" in labels and not _is_plain_year(last):
            return scan.word(last.last + 1) in self._bare_behind
        return self._after_total(scan, first)

    def _after_total(self, scan: Scan, first: Number) -> bool:
        """Whether a word like "toll" stands before a bare number, with "to", "at", "of" and the like right before it."""
        _, start = self._qualifiers.before(scan.text, first.span.start)
        index = scan.index_at(start) - 1
        index -= scan.word(index) == "," and scan.word(index - 1) in self._total_verbs  # "the gate was a record, 64,210"
        if scan.word(index) not in self._total_verbs:
            return False
        for at in range(index, max(-1, index - _TOTAL_WORDS), -1):
            word = scan.word(at)
            if word in self._totals:
                return True
            if word in (".", ";", "!", "?", ":"):
                return False
        return False

    def joins_two(self, scan: Scan, position: int) -> bool:
        """Whether "both" at ``position`` is the first half of "both ... and ..."."""
        index = scan.index_at(position)
        for at in range(index, min(index + 6, len(scan.tokens))):
            word = scan.word(at)
            if word in ("and", "or"):
                return True
            if not word[0].isalpha() or (self._heads.is_stop(word) and word not in self._both_inside):
                return False
        return False


def joins(chars: str, signs: str = "-/") -> bool:
    """Whether one of the signs and a digit or number follow (or precede, given in reverse) in a marked text; ``chars`` are two."""
    return len(chars) == 2 and chars[0] in signs and (chars[1] in "#@" or chars[1].isdigit())


def _is_plain_year(number: Number) -> bool:
    return not number.spelled and len(number.span) == 4 and 1000 <= number.amount <= 2100
