"""Finds totals that are broken down in the same or the next sentence: "27 injured. Nine were flown to Halden and 16 driven to Selmer."

A breakdown is only read where every number after the total must be a part of it: after a colon, after "of the 27", with "of them", or where
the numbers leave out the noun of the total.  A word that leaves the list open ("among them", "others", "at least") rules it out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.mentions import Found
from factcheck.mentions.count import CountReading
from factcheck.mentions.numbers import Number
from factcheck.mentions.scanning import Scan
from factcheck.text import Span

_END = re.compile(r"(?<![ .(][A-Z])(?<!\b(?:Mr|St|Dr|Lt))(?<!\b(?:Mrs|Gen|Sen))[.!?][\"'”’)]{0,2} (?=[\"'“‘(]?[A-Z])")
_WORD = re.compile(r"[^\W\d_]+")
_THEIRS = re.compile(r"\bof (?:them|these|those|whom|which|the)\b", re.IGNORECASE)
_OF_ALL = re.compile(r"(?:^|[.;:,] |\")[Oo]f (?:the|its|their|his|her|our|all|these|those) $")
_OVER, _UNDER, _NEARLY = 1.3, 0.75, 0.85
"""Parts of the whole that the sum of its parts may make: more are other things counted, fewer are some of them."""
_AHEAD = 60
"""Code points between a whole and the colon or comma behind which its parts stand."""
_FEWEST, _MOST = 2, 8
_AUXILIARY = frozenset({"was", "were", "is", "are", "has", "have", "had", "will", "did", "do"})
_CREW = frozenset({"crew", "passenger"})
_GROUPS = frozenset({"man", "woman", "child", "boy", "girl", "adult"})
"""Groups that together are all people."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A whole, the span of its parts, and what they make together."""

    whole: Found
    parts: Span
    amount: float
    members: tuple[str, ...]


_RANKED = re.compile(r"\b(?:second|third|fourth|fifth) (?:place )?(?:with|on)\b")
"""What ranks others beside the one whose number was told: "the Greens came second with 9,871"."""


def breakdowns(scan: Scan, counts: Sequence[Found], words: Mapping[str, Mapping[str, object]]) -> Iterator[Breakdown]:
    """The breakdowns of a passage whose parts do not make their whole; at most one for each whole.

    Args:
        scan: of the passage.
        counts: its counts, in order.
        words: the word lists of the rules, of which "membership.open", "membership.rest" and "count.not-counted" are used.
    """
    sentences = sentences_of(scan.text)
    by_start = {item.span.start: item.reading for item in counts if isinstance(item.reading, CountReading)}
    for item in counts:
        reading = item.reading
        if not isinstance(reading, CountReading) or not _is_whole(reading):
            continue
        place = next((index for index, span in enumerate(sentences) if item.span.start < span.end), len(sentences) - 1)
        own = sentences[place]
        inside = Span(item.span.end, own.end)
        for region, behind in ((inside, True), *(((sentences[place + 1], False),) if place + 1 < len(sentences) else ())):
            parts = _parts(scan, region, words)
            if parts is None or not _FEWEST <= len(parts) <= _MOST:
                if behind and any(region.start <= start < region.end for start in scan.numbers):
                    break  # a number that is no part stands between the whole and the next sentence
                continue
            rest = scan.text[region.end : region.end + _AHEAD].lower().split()[:2]
            found = _judge(
                scan, item, reading, region, parts, by_start, behind=behind, opened=any(word in words["membership.rest"] for word in rest)
            )
            if found is not None:
                yield found
            break


def _is_whole(reading: CountReading) -> bool:
    exact = reading.low == reading.high == reading.named and not reading.approximate and not reading.joined
    return exact and bool(reading.of) and (reading.named or 0) > _FEWEST and reading.subset <= {"definite", "all", "whole", "new"}


def sentences_of(text: str) -> list[Span]:
    """The sentences of a passage, as far as full stops and capitals tell."""
    starts = [0, *(match.end() for match in _END.finditer(text))]
    return [Span(start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@lru_cache(maxsize=1)
def _starts(scan: Scan) -> list[int]:
    """Where the numbers of a passage begin, in order."""
    return sorted(scan.numbers)


def _parts(scan: Scan, region: Span, words: Mapping[str, Mapping[str, object]]) -> list[Number] | None:
    """The numbers of a stretch; None where one of them can be no part, or a word leaves the list open."""
    text = scan.text[region.start : region.end]
    if any(word.lower() in words["membership.open"] for word in _WORD.findall(text)) or _RANKED.search(text):
        return None
    starts = _starts(scan)
    found = [scan.numbers[start] for start in starts[bisect_left(starts, region.start) : bisect_left(starts, region.end)]]
    digits = sum(1 for _ in re.finditer(r"\d[\d,.]*", text))
    if digits > sum(not number.spelled for number in found):
        return None
    for number in found:
        following, before = scan.word(number.last + 1), scan.word(number.first - 1)
        year = not number.spelled and 1900 <= number.amount <= 2100 and "," not in scan.text[number.span.start : number.span.end]
        if (
            not number.whole
            or number.loose
            or number.letter
            or year
            or following in words["count.not-counted"]
            or following in ("-", "/", "%", "th", "times")
        ):
            return None
        if number is not found[0] and _THEIRS.match(scan.text, number.span.end + 1):
            return None  # "29 were injured, eight of them seriously": a part of the part before
        if before in ("-", "/", "$", "£", "€", "aged") or (following in ("of", "out") and scan.word(number.last + 2) in ("the", "its")):
            return None
    return found


def _judge(
    scan: Scan,
    whole: Found,
    reading: CountReading,
    region: Span,
    parts: Sequence[Number],
    counts: Mapping[int, object],
    *,
    behind: bool,
    opened: bool,
) -> Breakdown | None:
    total, amount = reading.named or 0.0, sum(number.amount for number in parts)
    nouns = [_noun(counts.get(number.span.start)) or _called(scan, number) for number in parts]
    if amount == total or amount > _OVER * total or any(number.amount >= total for number in parts) or not _shares_verb(scan, parts):
        return None
    least = _least(scan, whole, reading, region, parts, nouns, behind=behind)
    if least is None or (amount < total and (opened or amount < least * total)):
        return None
    members = tuple(f"{number.amount:,.0f} {noun}".strip() for number, noun in zip(parts, nouns, strict=True))
    return Breakdown(whole, Span(parts[0].span.start, parts[-1].span.end), amount, members)


def _least(
    scan: Scan, whole: Found, reading: CountReading, region: Span, parts: Sequence[Number], nouns: Sequence[str], *, behind: bool
) -> float | None:
    """How much of the whole its parts must make at least, by what ties them to it; None where nothing does."""
    text, first = scan.text, parts[0].span.start
    bare = all(not noun or noun == reading.of for noun in nouns)
    last_joined = "and" in text[parts[-2].span.end : parts[-1].span.start].split()
    if behind:
        between = text[region.start : first]
        if _OF_ALL.search(text[: whole.span.start]) and "," in between:
            return _UNDER
        if ":" in between and len(between) < _AHEAD:
            return _UNDER
        comma = between.rstrip().endswith(",") and len(between) < _AHEAD // 2
        return _UNDER if comma and bare and last_joined else None
    if _THEIRS.search(text[region.start : region.end]) and any(not noun for noun in nouns):
        return _UNDER
    if reading.of not in nouns and set(nouns) & _GROUPS and set(nouns) - {""} <= _GROUPS and last_joined:
        return _UNDER
    if set(nouns) == _CREW and reading.of == "person":
        return _UNDER
    if not bare or not last_joined:
        return None
    return _UNDER if first - region.start < len("In ") else _NEARLY


def _noun(reading: object) -> str:
    """What a part counts by a noun of its own, or by "a crew of six"; "" where it leaves it out."""
    return reading.of if isinstance(reading, CountReading) and not (reading.of == "person" and reading.state) else ""


def _called(scan: Scan, number: Number) -> str:
    """The name of those whom a part counts, where it stands right behind it: "eight Indians"; "" elsewhere."""
    last = scan.tokens[number.last + 1] if number.last + 1 < len(scan.tokens) else None
    word = scan.text[last.start : last.end] if last is not None else ""
    return word.lower() if word[:1].isupper() and word.isalpha() else ""


def _shares_verb(scan: Scan, parts: Sequence[Number]) -> bool:
    """Whether the parts go on with the verb of the first one, or repeat it; with verbs of their own they may overlap."""
    first = scan.word(parts[0].last + 1)
    return all((word := scan.word(number.last + 1)) not in _AUXILIARY or word == first for number in parts[1:])


__all__ = ["Breakdown", "breakdowns", "sentences_of"]
