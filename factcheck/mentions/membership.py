"""Wholes and their lists in one sentence: "three universities: A, B, C and D", "a total of 214 people, 178 passengers and 27 crew".

Only lists that claim to be complete are read: they stand behind a colon, in brackets or between dashes, or give the parts of a total,
and end where the sentence or its aside ends.  A list that may be a choice ("such as", "among them"), that may hold two names in one
("Bosnia and Herzegovina and ...") or that mixes names with what is said of them is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.age_nouns import person_nouns
from factcheck.mentions.breakdown import breakdowns
from factcheck.mentions.count import CountFinder, CountReading
from factcheck.mentions.numbers import number_reader_of
from factcheck.mentions.partition import PartitionReader
from factcheck.mentions.prefilter import holds
from factcheck.mentions.scanning import Scan, compile_rules, prove_examples
from factcheck.rulebook import PatternRule, Rulebook
from factcheck.text import Span, either_of
from factcheck.values import MembershipValue

BREAKDOWN = "membership.breakdown"
"""The rule of what ``factcheck.mentions.breakdown`` reads."""
READERS = ("list", "parts", "split")
"""The readers that make memberships."""
_FEWEST, _MOST = 2, 12
"""Names of a list that are counted one by one; longer lists are rarely complete."""
_OFF = 2
"""Most names by which a list and its number differ; a larger gap is no slip but another list."""
_SHARE = 0.2
"""Part of the whole by which its parts may miss it and still be meant to make it."""
_REACH = 80
"""Code points between a number and its list: the noun and a short clause ("have called the stoppage")."""
_STOP = re.compile(r"[.;:!?()\n]")
_PLAIN = frozenset({"definite", "all", "other", "further", "new"})
"""Words beside a number that leave the list its whole list; "two of the three" does not."""
_PART = "part"
"""Marks those who are some of a whole; where the whole has no number ("three of the missing works"), a list can only be theirs."""
_NAME = re.compile(
    r"(?:[Tt]he )?[^\W\d_a-z][\w'’.&-]*(?: (?:of|the|&|de|del|la|le|du|for|von|van|a|an|at|in|on|with|[^\W\d_a-z][\w'’.&-]*)){0,7}"
)
_THING = re.compile(r"(?:(?:an?|the|his|her|its|their) )[a-z][a-z-]{1,20}(?: (?:of |for )?[a-z][a-z-]{1,20}){0,2}")
"""An item of a list of common nouns, which all begin alike."""
_KIND = re.compile(r"(?:the )?[a-z][a-z-]{2,20}(?: [a-z][a-z-]{2,20})?")
"""An item of a list that "those of" opens: "those of labour, the interior and health"."""
_ONE_OF_A_NAME = re.compile(r"an? (?:[a-z]{2,15} )?(?=[^\W\d_a-z])")
"""What stands before a name that is told as one of its kind: "a Halden", "a little Ada Fonn"."""
_JOINED = re.compile(r"(?:,|\band) $")
"""What stands before a part that goes on with the verb of the first one."""
_OWN_VERB = re.compile(r" (?:\w+ )?(?:was|were|is|are|has|have|had|others|more|other)\b")
"""What makes a part its own statement, or one of something else."""
_LIST_AND = re.compile(r",? and |, ")


@dataclass(frozen=True, slots=True)
class MembershipReading:
    """A number of members: ``how`` it is told ("stated", "listed", "summed"), of what, and the list's names or parts.

    ``at`` is where the whole stands in its passage, set where whole and parts may stand in two sentences.
    """

    number: float
    of: str
    how: str
    members: tuple[str, ...] = ()
    at: int | None = None


class MembershipFinder:
    """Finds numbers of members together with the lists of them, by the rules of kind "membership"."""

    kind = "membership"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the rules.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._counts, self._numbers, self._words = CountFinder(rulebook), number_reader_of(rulebook), words
        self._persons = person_nouns(rulebook)
        self._joined = re.compile(rf"\b(?:{either_of(words['membership.joined'])})\b", re.IGNORECASE)
        self._choice = re.compile(rf"\b(?:{either_of(words['membership.choice'])})\b", re.IGNORECASE)
        self._total = re.compile(rf"\b(?:{either_of(words['membership.total'])})\b", re.IGNORECASE)
        self._those = re.compile(rf"(?:{either_of(words['membership.each-of'])}) ")
        self._opening = re.compile(rf"\b(?:{either_of(words['membership.opened'])}),? $", re.IGNORECASE)
        self._partitions = PartitionReader(words)
        self._rules = compile_rules(rulebook, self.kind, READERS)

    def find(self, passage: Passage) -> list[Found]:
        """Every stated number that a list follows, and the list; the reading is a MembershipReading."""
        found: list[Found] = []
        counts: list[Found] | None = None
        lowered = passage.text.lower()
        for compiled in self._rules:
            if compiled.shape.words is not None and not holds(lowered, compiled.shape.words):
                continue
            for match in compiled.pattern.finditer(passage.text):
                counts = self._counts.find(passage) if counts is None else counts
                read = {"list": self._read_list, "parts": self._read_parts, "split": self._read_split}[compiled.rule.reader or "list"]
                found.extend(read(passage.text, match, counts, compiled.rule.id))
        if passage.role == "body":
            found.extend(self._read_breakdowns(passage, counts, {item.span for item in found}))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> MembershipValue | None:
        """The value; it needs no context.  None where the reading is not one of memberships."""
        reading = found.reading
        return MembershipValue(reading.number, reading.of, reading.members) if isinstance(reading, MembershipReading) else None

    def _read_breakdowns(self, passage: Passage, counts: list[Found] | None, known: set[Span]) -> Iterator[Found]:
        scan = Scan.of(passage, self._numbers)
        if len(scan.numbers) <= _FEWEST:
            return
        counts = self._counts.find(passage) if counts is None else counts
        for item in breakdowns(scan, counts, self._words):
            reading = item.whole.reading
            if item.whole.span in known or not isinstance(reading, CountReading):
                continue
            at = item.whole.span.start
            yield Found(self.kind, item.whole.span, BREAKDOWN, MembershipReading(reading.named or 0.0, reading.of, "stated", at=at))
            yield Found(self.kind, item.parts, BREAKDOWN, MembershipReading(item.amount, reading.of, "summed", item.members, at))
            known.add(item.whole.span)
        for shared in self._partitions.read(scan):
            if shared.whole not in known:
                at = shared.whole.start
                yield Found(self.kind, shared.whole, BREAKDOWN, MembershipReading(shared.number, shared.of, "stated", at=at))
                yield Found(self.kind, shared.parts, BREAKDOWN, MembershipReading(shared.amount, shared.of, "summed", shared.members, at))

    def _read_list(self, text: str, match: re.Match[str], counts: Sequence[Found], rule: str) -> Iterator[Found]:
        stated = self._stated(text, match.start("list"), counts)
        names = self._names(match["list"])
        if stated is None or not names:
            return
        span, reading = stated
        number = reading.named or 0.0
        alike = len({len(name.split()) > 1 for name in names}) == 1 or all(name[:1].islower() for name in names)
        if not _FEWEST <= number <= _MOST or abs(len(names) - number) > _OFF or len(names) == 2 * number:
            return
        if reading.of in self._persons and not alike:
            return  # a surname among full names may be an office or a place
        start = match.start("list") + len(match["list"]) - len(match["list"].lstrip())
        yield Found(self.kind, span, rule, MembershipReading(number, reading.of, "stated"))
        yield Found(self.kind, Span(start, match.end("list")), rule, MembershipReading(len(names), reading.of, "listed", names))

    def _names(self, words: str) -> tuple[str, ...]:
        """The names of a list; empty where it is none, or may be read in two ways."""
        words = self._joined.sub(lambda match: match[0].replace(" and ", " & "), words)
        if words.count(" and ") != 1 or words.rfind(",") > words.find(" and ") + 1:
            return ()
        words = words.strip()
        those = self._those.match(words)
        items = tuple(item.strip() for item in _LIST_AND.split(words[those.end() :] if those else words) if item.strip())
        names = tuple(item.removeprefix("the ") for item in items)
        kinds = those is not None
        if all(map(_ONE_OF_A_NAME.match, items)):
            names = tuple(_ONE_OF_A_NAME.sub("", item, count=1) for item in items)
        proper = all(_NAME.fullmatch(name) for name in names) or all((_KIND if kinds else _THING).fullmatch(item) for item in items)
        proper = proper or all(
            item != name and (_NAME.fullmatch(name) or _THING.fullmatch(item)) for item, name in zip(items, names, strict=True)
        )
        return tuple(name.replace(" & ", " and ") for name in names) if proper and _FEWEST <= len(names) == len(set(names)) else ()

    def _read_parts(self, text: str, match: re.Match[str], counts: Sequence[Found], rule: str) -> Iterator[Found]:
        inside = [item for item in counts if match.start("list") <= item.span.start < match.end("list")]
        stated = self._stated(text, match.start("list"), counts)
        if stated is None or len(inside) < _FEWEST or len(re.findall(r"\d[\d,]*|\band\b|,", match["list"])) > 3 * len(inside):
            return
        span, total = stated
        if self._opening.search(text, 0, span.start):
            return  # "a crew of 24, made up of 12 Finns, eight Danes and four Swedes": the first part, and the whole of nothing
        parts = [item.reading for item in inside if isinstance(item.reading, CountReading)]
        nouns = [part.of for part in parts]
        if len(parts) < len(inside) or not all(_is_exact(part) and part.of for part in parts) or len(set(nouns)) < len(nouns):
            return
        if total.of in nouns or any(part.state not in ("", total.state) for part in parts):
            return
        number, amount = total.named or 0.0, sum(part.named or 0.0 for part in parts)
        opened = text[max(0, match.start("list") - 2) : match.start("list")]
        told = ":" in opened or "(" in opened or self._total.search(text, max(0, span.start - _REACH), span.end)
        if not told or abs(amount - number) > _SHARE * number:
            return  # "214 people, 40 children and 12 women": only some of them; "500,000 soldiers (26 divisions ...)": another measure
        members = tuple(f"{part.named:,.0f} {part.of}" for part in parts)
        yield Found(self.kind, span, rule, MembershipReading(number, total.of, "stated"))
        last = Span(inside[0].span.start, inside[-1].span.end)
        yield Found(self.kind, last, rule, MembershipReading(amount, total.of, "summed", members))

    def _read_split(self, text: str, match: re.Match[str], counts: Sequence[Found], rule: str) -> Iterator[Found]:
        inside = [item for item in counts if match.start("list") <= item.span.start < match.end("list")]
        readings = [item.reading for item in inside if isinstance(item.reading, CountReading)]
        whole, *parts = inside if len(inside) > _FEWEST else (None,)
        if whole is None or len(readings) < len(inside) or not all(map(_is_exact, readings)):
            return
        if whole.span.start != match.start("list") or "," not in text[whole.span.end : parts[0].span.start]:
            return
        later = parts[1:]
        if not all(_JOINED.search(text[: item.span.start]) and not _OWN_VERB.match(text, item.span.end) for item in later):
            return
        number, amount = readings[0].named or 0.0, sum(reading.named or 0.0 for reading in readings[1:])
        if not number < amount <= number * (1 + _SHARE):
            return
        members = tuple(f"{reading.named:,.0f} {reading.of}".strip() for reading in readings[1:])
        yield Found(self.kind, whole.span, rule, MembershipReading(number, readings[0].of, "stated"))
        span = Span(parts[0].span.start, parts[-1].span.end)
        yield Found(self.kind, span, rule, MembershipReading(amount, readings[0].of, "summed", members))

    def _stated(self, text: str, opened: int, counts: Sequence[Found]) -> tuple[Span, CountReading] | None:
        """The last exact count before a list, in its own clause; None where there is none, or another one stands nearer."""
        opened = len(text[:opened].rstrip(" -–—:(,"))
        before = [item for item in counts if item.span.end <= opened and opened - item.span.end <= _REACH]
        item = before[-1] if before else None
        if item is None or not isinstance(item.reading, CountReading) or _STOP.search(text, item.span.end, opened):
            return None
        reading = item.reading
        partial = _PART in reading.subset and not any(other.span.start >= item.span.end for other in before)
        whole = _is_exact(reading) and bool(reading.of) and reading.subset - ({_PART} if partial else set()) <= _PLAIN
        return (item.span, reading) if whole and not self._choice.search(text, item.span.end, opened) else None


def _is_exact(reading: CountReading) -> bool:
    return reading.low == reading.high == reading.named and not reading.approximate and not reading.joined


def prove_membership(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """The faults of a rule of kind "membership": examples it misses or misreads, counter-examples it finds something in."""
    return prove_examples(rule, MembershipFinder(rulebook))
