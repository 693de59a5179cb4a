"""What measures, sums of money and shares share in comparison: whether two claims are comparable, and tell-tale slips.

Every test has three outcomes, as in ``factcheck.topics.comparability``; the functions return reasons.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.conflicts.hours import hour_veto
from factcheck.conflicts.pairs import ComparisonContext, by_article
from factcheck.conflicts.subsets import period_veto
from factcheck.frame_notes import bare_words
from factcheck.model import Claim
from factcheck.rulebook import WordList
from factcheck.topics.comparability import marker_veto, scope_veto, time_veto
from factcheck.topics.labels import Labels
from factcheck.topics.participants import persons_differ
from factcheck.topics.windows import NEXT_DAY, SAME_NEWS_DAYS
from factcheck.values import CountValue, DateValue, MeasureValue, MoneyValue, PercentValue, Relation, relation_of

AmountValue = MeasureValue | MoneyValue | PercentValue
_WORD = re.compile(r"[a-z]+")
_CLAUSE = 7
"""Words before a value among which the verb stands that tells of its change."""
_RATE = re.compile(r"\b(?:([A-Za-z-]+) )?([A-Za-z-]+) rates?\b")
_LONG = 300
"""Days from which a time told is a year, and with that the past."""


_ORDER = 10
"""Two amounts that differ by less than this factor are of one size."""
_ROUNDING_OF_FLOATS = 1e-9
"""Part of a gap by which sums of floats may miss."""
_CLEARLY = 1.5
"""Factor by which one place is greater than another, whatever floats and conversions make of them."""
_MILLION, _THOUSAND = 1e6, 3
"""The least scale that is written as a word, and the digits of a scale."""
_EXACT = 1000
"""Whole numbers below this are seldom rounded to a nought."""
_SOME = 1.0
"""Shared weight of names that, with the day and the event of the lead, makes one story: one rare name or two cities."""


def is_lasting(role: str | None, context: ComparisonContext) -> bool:
    """Whether a thing keeps an attribute; the times told beside it ("built in 2003") are of something else."""
    return role in context.words["measure.lasting"]


def is_of_substance(left: Claim, right: Claim) -> bool:
    """Whether both tell how much of a substance there was on an occasion ("400 kilograms of cocaine"), not what one thing weighs."""
    return all(
        re.search(rf"{re.escape(claim.anchor.match)} of (?:[\w-]+ ){{0,3}}?{re.escape(claim.frame.thing or '')}", claim.anchor.quote)
        for claim in (left, right)
    )


def amount_veto(left: Claim, right: Claim, context: ComparisonContext, *, timeless: bool = False, standing: bool = False) -> str | None:
    """Why two amounts are not of one question, whatever their kind; None when nothing says so.

    Args:
        timeless: whether the value does not change with time; days are not compared then.
        standing: whether the value is one that is set, asked or offered; "must pay" and "was ordered to pay" then tell the same.
    """
    if left.anchor.article == right.anchor.article:
        return "one article tells both"
    if not same_story(left, right, context):
        return "the articles do not share a story"
    veto = scope_veto(*((left, right) if not standing else (_unplanned(left), _unplanned(right)))) or marker_veto(left, right)
    if veto is None and not timeless:
        veto = time_veto(left, right, context.stories.days) or _apart_veto(left, right, context) or daypart_veto(left, right, context)
        veto = veto or period_veto(left, right, context) or changed_veto(left, right, context)
    veto = veto or hour_veto(left, right, context)
    if veto:
        return veto
    if rates_differ(left, right, context) or stakes_differ(left, right, context):
        return "rates of two kinds, or stakes in two things"
    if bodies_differ(left, right, context):
        return "different bodies"
    if persons_differ(left, right, "agents"):
        return "different persons"
    return None


def daypart_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why two measures of what changes by the hour are told of two parts of a day ("stood at 8.12 metres on Monday morning", "by evening");
    None for other values, and where one sentence tells no part of a day."""
    if left.value.kind != "measure" or is_lasting(left.frame.role, context):
        return None
    listed = context.words.text("measure.daypart")
    parts = [frozenset(listed[word] for word in _WORD.findall(claim.anchor.quote.lower()) if word in listed) for claim in (left, right)]
    return "told of two parts of a day" if all(parts) and not parts[0] & parts[1] else None


def changed_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why one of two measures or sums of different days is one that something was changed to ("raised the flow to 650 litres", "a reward
    that was raised on Saturday"); None for other values, and where both are."""
    if left.value.kind not in ("measure", "money") or context.days_between(left, right) == 0:
        return None
    verbs = context.words["measure.change-verb"]
    standing = left.value.kind == "money" and left.frame.role in context.words["money.once"]  # donations are raised as well
    told = []
    for claim in (left, right):
        first, _, behind = claim.anchor.quote.lower().partition(claim.anchor.match.lower())
        before, after = _WORD.findall(first)[-_CLAUSE:], _WORD.findall(behind)[:_CLAUSE]
        passive = any(word in verbs and helper in context.words["verb.be"] for helper, word in pairwise(after))
        told.append((before[-1:] == ["to"] and any(word in verbs for word in before)) or (standing and passive))
    return "one was changed to that" if told[0] != told[1] else None


def rates_differ(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two shares are rates of interest of two kinds: the key rate of a central bank, and what a bank takes for a mortgage."""
    kinds = [_kinds_of_rate(claim, context) for claim in (left, right)]
    return all(kinds) and not kinds[0] & kinds[1]


def stakes_differ(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two stakes are held in two things: in the brewery, and in the market for beer."""
    if left.frame.role != "stake" or right.frame.role != "stake" or not left.frame.thing or not right.frame.thing:
        return False
    kinds = context.words.text("percent.whole-kind")
    nouns = [context.same_noun(claim.frame.thing or "") for claim in (left, right)]
    held = [kinds.get(noun, noun) for noun in nouns]
    return held[0] != held[1] and "market" in held


def _kinds_of_rate(claim: Claim, context: ComparisonContext) -> frozenset[str]:
    """The kinds of rates that a sentence names; empty for values that are no shares."""
    if not isinstance(claim.value, PercentValue) or " rate" not in claim.anchor.quote:
        return frozenset()
    listed = context.words.text("percent.rate-kind")
    told = (word.lower() for match in _RATE.finditer(claim.anchor.quote) for word in match.groups() if word)
    return frozenset(listed[word] for word in told if word in listed)


def _unplanned(claim: Claim) -> Claim:
    return replace(claim, scope=replace(claim.scope, planned=False))


def same_story(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two articles tell one story: by their names, or by some names, the same day and the same event in both leads."""
    articles = (left.anchor.article, right.anchor.article)
    if context.stories.same(*articles):
        return True
    apart = context.stories.days_between(*articles)
    if apart is None or context.stories.shared_weight(*articles) < _SOME:
        return False
    return abs(apart) <= NEXT_DAY and bool(context.stories.lead[articles[0]] & context.stories.lead[articles[1]])


def bodies_differ(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether both clauses name more bodies or things that the other does not than such that both do.

    A place that both name makes no one owner of them, nor does a seat ("the Castor company of Veldane", "the Ostrel company of Veldane").
    """
    mine, theirs = (frozenset(name for name in context.salient(claim.frame.agents) if name.startswith("name:")) for claim in (left, right))
    shared, known = shared_names(mine, theirs), shared_names(theirs, mine)
    return min(len(mine - shared), len(theirs - known)) > len(shared)


def owners_differ(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether both owners are known by specific names and none is shared."""
    mine, theirs = context.salient(left.frame.agents), context.salient(right.frame.agents)
    return bool(mine and theirs and not shared_names(mine, theirs))


def _apart_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    for one, other in ((left, right), (right, left)):
        there = context.stories.days.get(other.anchor.article)
        if one.frame.time is not None and other.frame.time is None and there is not None:
            told = one.frame.time.in_year(there.year) if one.frame.time.open_year else one.frame.time
            if (told.gap(DateValue(there, there)) or 0) > SAME_NEWS_DAYS:
                return "one is told of another day"
    apart = context.days_between(left, right)
    if apart is None or (left.frame.time is not None and right.frame.time is not None):
        return None
    return "news of different days" if abs(apart) > SAME_NEWS_DAYS else None


def shared_names(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """The ids of ``left`` that are also in ``right``; a name also where its words are part of the other's ("Montclar", "Racing
    Montclar").
    """
    return frozenset(name for name in left if any(_is_same(name, other) for other in right))


def _is_same(left: str, right: str) -> bool:
    if left == right:
        return True
    sort, _, words = left.partition(":")
    other_sort, _, other_words = right.partition(":")
    if sort == other_sort == "person":
        return words.split()[-1] == other_words.split()[-1]
    mine, theirs = set(words.split()), set(other_words.split())
    return sort == other_sort == "name" and (mine <= theirs or theirs <= mine)


def modifiers_of(claim: Claim) -> frozenset[str]:
    """The words that narrow what a share is taken of, without the notes on its sense."""
    return bare_words(claim.frame.subset)


def amount_subject(left: Claim, right: Claim, labels: Labels) -> tuple[frozenset[str], str]:
    """Whose value two claims tell, as ids, and the question in words: "length of the vessel", "distance from Tolvane", "sum (fee)"."""
    landmark = shared_names(left.frame.targets, right.frame.targets)
    owners = landmark or shared_names(left.frame.agents, right.frame.agents)
    named = labels.of(owners)
    if landmark:
        return owners, f"{attribute(left, labels.words)} from {named}"
    units = f"{left.anchor.match} {right.anchor.match}".lower()
    named_things = [claim.frame.thing for claim in (left, right) if claim.frame.thing and claim.frame.thing != claim.frame.role]
    things = [thing for thing in named_things if thing not in units]
    role = role_in_words(left.frame.role, labels.words) if left.kind in _WHOLE else ""
    words = _WHOLE.get(left.kind) or attribute(left, labels.words)
    if things and left.kind != "money":
        words = f"{words} of the {things[0]}"
    inside = ", ".join(part for part in (role, named if named.lower() != role else "") if part)
    return owners, f"{words} ({inside})" if inside else words


def attribute(claim: Claim, lists: Mapping[str, WordList]) -> str:
    """What of a thing a measure, sum or share is, in words: its role, else its dimension; ``lists`` are the word lists of the rules."""
    role = role_in_words(claim.frame.role, lists)
    if claim.kind in _WHOLE:
        return f"{_WHOLE[claim.kind]} ({role})" if role else _WHOLE[claim.kind]
    return role or (claim.value.dimension if isinstance(claim.value, MeasureValue) else claim.kind)


def role_in_words(role: str | None, lists: Mapping[str, WordList]) -> str:
    """A role as a message writes it; "" where there is none."""
    return str(lists["subject.role"].get(role, role)).replace("-", " ") if role else ""


_WHOLE = {"money": "sum", "percent": "share"}
"""What a sum and a share are called where nothing says of what they are."""


def slip(left: AmountValue, right: AmountValue) -> str | None:
    """What makes two values look like one that was copied wrongly; None when nothing does.

    The same two or more digits at another scale or in another unit ("1,200" and "12,000", "£37m" and "€37m"), or the same digits in another
    order ("41.3" and "43.1", not "roughly 41").
    """
    if left.amount is None or right.amount is None or left.amount == 0 or right.amount == 0:
        return None
    mine, theirs = _digits(left.amount), _digits(right.amount)
    if min(len(mine), len(theirs)) < 2:
        return None
    if mine == theirs:
        if left.amount == right.amount and _is_one_currency(left, right):
            return None  # "just under 72 million" is 72 million
        return "the same digits" if left.amount != right.amount or relation_of(left, right) is not Relation.SAME else None
    same_size = 1 / _ORDER < left.amount / right.amount < _ORDER
    if left.approximate or right.approximate:
        return None  # a number that was rounded was not copied
    swapped = sorted(mine) == sorted(theirs) or _are_swapped(left.amount, right.amount)
    return "the same digits in another order" if swapped and same_size else None


def _is_one_currency(left: AmountValue, right: AmountValue) -> bool:
    return isinstance(left, MoneyValue) and isinstance(right, MoneyValue) and left.same_currency(right) is not False


def _are_swapped(left: float, right: float) -> bool:
    """Whether two small whole numbers have the same digits, noughts among them: 101 and 110; larger ones end in noughts by rounding."""
    mine, theirs = f"{left:.8g}", f"{right:.8g}"
    return max(left, right) < _EXACT and len(mine) == len(theirs) and left != right and sorted(mine) == sorted(theirs)


def _digits(amount: float) -> str:
    return written(amount).replace(".", "").strip("0")


def written(amount: float) -> str:
    """An amount in digits, without sign, exponent and closing noughts behind the point."""
    said = f"{abs(amount):.6f}"
    return said.rstrip("0").rstrip(".")


def only_answers(block: Sequence[Claim], alike: Callable[[Claim, Claim], bool]) -> list[Claim]:
    """The claims that are their article's only answer to their question; of several that exclude each other the one in the lead stays.

    An article that gives two values further down, or two in its lead, tells of two things.

    Args:
        block: claims of one question.
        alike: whether two claims of one article may answer one and the same question.
    """
    told = by_article(block)
    kept = []
    for claim in block:
        rivals = [
            other
            for other in told[claim.anchor.article]
            if other is not claim
            and alike(claim, other)
            and not _is_dated_apart(claim, other)
            and relation_of(claim.value, other.value) is Relation.APART
        ]
        if not rivals or (claim.frame.lead and not any(other.frame.lead for other in rivals)):
            kept.append(claim)
    return kept


def _is_dated_apart(claim: Claim, other: Claim) -> bool:
    """Whether another value of the article is told of a time of its own: another day, or a year that this claim does not have."""
    mine, theirs = claim.frame.time, other.frame.time
    if theirs is None:
        return False
    return mine.relation(theirs) is Relation.APART if mine is not None else not theirs.open_year and (theirs.days or 0) > _LONG


def rounding_level(left: AmountValue | CountValue, right: AmountValue | CountValue, context: ComparisonContext, code: str) -> str:
    """ "compatible" where two values do not exclude each other, "rounding" where the tolerance ``rounding`` of the code's rule explains the
    difference, else "apart"."""
    if relation_of(left, right) is not Relation.APART:
        return "compatible"
    share = context.codes[code].tolerances["rounding"]
    if isinstance(left, CountValue) or isinstance(right, CountValue):
        rounded = isinstance(left, CountValue) and isinstance(right, CountValue) and _is_about(left, right, share)
    else:
        rounded = is_rounding(left, right, share)
    return "rounding" if rounded else "apart"


def _is_about(left: CountValue, right: CountValue, share: float) -> bool:
    """Whether the latitude of an "about" explains the difference: at most ``share`` of the larger number."""
    if not (left.approximate or right.approximate):
        return False
    if left.named is None or right.named is None:
        return True
    return abs(left.named - right.named) <= share * max(left.named, right.named)


def is_rounding(left: AmountValue, right: AmountValue, share: float) -> bool:
    """Whether the gap of two values is what rounding makes.

    That is ``share`` of the larger where one is not exact ("about", "at least"), less than half the last digit of the coarser one where
    that digit is sure to count ("6" and "6.4"), and else half its last place, but not more than half of ``share``: who writes 50 million
    for 45 does not round.
    """
    low, high = max(left.low, right.low), min(_top(left), _top(right))
    gap = (low - high) * (1 - _ROUNDING_OF_FLOATS)
    exact = not (left.approximate or right.approximate) and left.low == left.high and right.low == right.high
    fine, coarse = sorted((left, right), key=_place)
    if exact and _drops_digits(fine, coarse) and gap * (1 + 2 * _ROUNDING_OF_FLOATS) < _place(coarse) / 2:
        return True
    if gap > share * abs(low):
        return False
    return not exact or gap <= min(_place(coarse) / 2, share * abs(low) / 2)


def _drops_digits(fine: AmountValue, coarse: AmountValue) -> bool:
    """Whether the coarser value may be the finer one without its last digits, and nothing else.

    Its own last digit must count: noughts at its end may or may not.  A magnitude is told in tenths and a price in its coins, and a share
    in hundredths is a rate that somebody set: whoever leaves digits out there tells another value.
    """
    if _place(fine) * _CLEARLY >= _place(coarse) or (isinstance(coarse, MeasureValue) and coarse.dimension == "magnitude"):
        return False
    if isinstance(coarse, PercentValue):
        return _place(fine) * _ORDER * _CLEARLY >= _place(coarse)
    scaled = coarse.step >= _MILLION and round(math.log10(coarse.step)) % _THOUSAND == 0  # "3 million"; "50 million" ends in a nought
    return scaled or (isinstance(coarse, MeasureValue) and 0 < coarse.step <= 1)


def _place(value: AmountValue) -> float:
    """The place value of the last digit that counts, in the unit of the bounds; a whole per cent is never a rounded ten."""
    if isinstance(value, PercentValue):
        return min(value.step, 1.0)
    return value.step * (value.factor if isinstance(value, MeasureValue) else 1.0)


def _top(value: AmountValue) -> float:
    return float("inf") if value.high is None else value.high
