"""Slips of the pen: two numbers of one story that look like one number copied wrongly.

Digits in another order ("52.4" and "54.2"), one number under two units ("9,400 metres" and "9,400 feet"), a scale too many ("2.4" and "24
tonnes"): chance makes such pairs seldom, a hurried hand often.  The pattern itself is evidence that both tell the same fact, so that less
has to be known about whose number it is.  The commonest errors of typists are transpositions and doublings (Damerau 1964, A technique for
computer detection and correction of spelling errors); numbers have no dictionary that would catch them.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from math import factorial

from factcheck.conflicts.amounts import daypart_veto, is_lasting, slip, written
from factcheck.conflicts.count import related_fates
from factcheck.conflicts.lexical_overlap import noun_stem, shared_words
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash
from factcheck.conflicts.sense_amount import senses_differ
from factcheck.frame_notes import OUT_OF_WHOLE, preposition_and_name
from factcheck.model import HOLDING, Claim
from factcheck.topics.comparability import marker_veto, scope_veto, time_veto
from factcheck.topics.labels import in_words
from factcheck.topics.participants import link
from factcheck.topics.salience import LEAST_SALIENCE
from factcheck.topics.strength import FAINT, FAIR, SLIGHT
from factcheck.values import CountValue, MeasureValue, MoneyValue, PercentValue, Relation, relation_of
from factcheck.values.money import OPEN

_LEAST = 2
"""Digits, noughts left out, from which two numbers can be slips of one."""
SURE_DIGITS = 3
"""Digits from which a slip needs no further tie than the story and the dimension; two digits swap by chance too often."""
LEAST_CHANCE = 0.2
"""How likely chance may put two numbers with the same digits into two articles, for the digits alone to tell of a slip."""
MOST_CHANCE = 0.5
"""The same where both sentences share a word of content, which sentences of one story about two matters seldom do."""


class SlipComparer(Comparer):
    """Compares numbers of one kind and dimension anywhere in a story, and reports only pairs that a slip of the pen explains.

    Levels: "compatible" for equal values (they answer the question for their article), "slip" for a slip.
    """

    def __init__(self, kind: str, code: str) -> None:
        self.kind = kind
        self.codes: tuple[str, ...] = (code,)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """What is told (the dimension of a measure; any count, sum or share) and with which digits, noughts left out."""
        value, digits = claim.value, "".join(sorted(_figures(claim)))
        if len(digits) < _LEAST or claim.frame.event == HOLDING:
            return None
        if isinstance(value, MeasureValue):
            if value.dimension in ("temperature", "direction"):
                return None
            told = claim.frame.role if " per " in (claim.frame.role or "") else value.dimension
            return f"{told}/{digits}"
        return f"{self.kind}/{digits}" if not isinstance(value, CountValue) or claim.frame.thing else None

    def keys(self, claim: Claim) -> frozenset[Hashable]:
        """The ends of the value, which equal values share, and its digits without noughts, which every slip leaves as they are."""
        value = claim.value
        ends = value.bounds() if isinstance(value, MeasureValue) else (getattr(value, "low", None), getattr(value, "high", None))
        return frozenset({ends, "".join(sorted(_figures(claim)))})

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """A clash of level "slip", or of level "compatible" for equal values."""
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1] or not context.stories.same(*articles):
            return Doubt("the articles do not share a story")
        relation = relation_of(left.value, right.value)
        how = _slip(left, right) if relation is not Relation.SAME else None
        if relation is not Relation.SAME and (how is None or (relation is not Relation.APART and not _loose_currencies(left, right))):
            return Doubt("no slip explains the difference")
        ties = _ties(left, right, context, how)
        if isinstance(ties, Doubt):
            return ties
        anchors = (*([how] if how else []), *ties, context.story(left, right))
        strength = FAINT if how is None else FAIR if ties else SLIGHT
        level = "compatible" if how is None else "slip"
        relation = relation if how is None else Relation.APART
        return clash(self.codes[0], level, relation, left.value, right.value, ComparabilityProof(anchors, strength))


def _ties(left: Claim, right: Claim, context: ComparisonContext, how: str | None) -> tuple[str, ...] | Doubt:
    """What ties two numbers that a slip explains (or two equal ones, for which ``how`` is None) besides their story.

    Equal or alike numbers of one noun answer one question; three digits need no more, two need a tie.  Others must be few (``_by_chance``).
    """
    alike = left.kind != "count" or context.same_noun(left.frame.thing or "") == context.same_noun(right.frame.thing or "")
    veto = _veto(left, right, context)
    if alike and not veto:
        tie = tie_between(left, right, context) if how else None
        if tie or how is None or len(_figures(left, noughts=True).strip("0")) >= SURE_DIGITS:
            return (tie,) if tie else ()
        veto = "two digits, and nothing else ties the numbers together"
    if how is None:
        return Doubt(veto or "different things")
    return _by_chance(left, right, context) or Doubt(veto or "different things")


def _veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    veto = marker_veto(left, right) or scope_veto(left, right)
    veto = veto or daypart_veto(left, right, context)
    if left.frame.role == right.frame.role == "speed" and left.frame.thing != right.frame.thing:
        return "speeds of two things"  # winds of 120 mph, and a storm that moves on at 12
    if veto is None and left.frame.fate and right.frame.fate and not related_fates(left.frame.fate, right.frame.fate, context):
        veto = "different things became of them"
    if veto is None and not (_is_kept(left, context) and _is_kept(right, context)):
        veto = time_veto(left, right, context.stories.days)
    return veto


def _by_chance(left: Claim, right: Claim, context: ComparisonContext) -> tuple[str, ...]:
    """The ties of two numbers with the same digits that chance would hardly put into two articles of one day; empty where it might.

    The more numbers two articles give, the likelier two of them have the same digits; words that both sentences share, or one class of
    things, make it the less likely.  A number that the other article gives too is no slip of its own.
    """
    articles = (left.anchor.article, right.anchor.article)
    if not context.stories.close(*articles) or _are_scaled_by_chance(left, right) or _is_known(left, articles[1], context):
        return ()
    if _is_known(right, articles[0], context) or _veto(*_plainly(left, right, context), context):
        return ()
    words = shared_words(left, right, context)
    if not _may_be_one(left, right, words, context):
        return ()
    things = _class(left, context) if left.kind == "count" and _class(left, context) == _class(right, context) != "person" else ""
    chance = _chance(left) * _numbers(left, context) * _numbers(right, context)
    if chance > (MOST_CHANCE if words or things else LEAST_CHANCE):
        return ()
    told = (
        f"both sentences tell: {in_words(sorted(words), left.anchor.quote)}"
        if words
        else f"things of one class: {things}"
        if things
        else ""
    )
    return (told or "few numbers in both articles",)


def _may_be_one(left: Claim, right: Claim, words: frozenset[str], context: ComparisonContext) -> bool:
    """Whether what two claims tell a number of may be the same: one class of things, one role, or things that both sentences name."""
    mine, theirs = left.frame, right.frame
    if left.kind != "count":
        if left.kind == "percent" and senses_differ(left, right):
            return False
        return mine.role is None or theirs.role is None or mine.role == theirs.role or bool(words)
    if not mine.thing or not theirs.thing:
        return False
    for one, other in ((mine, theirs), (theirs, mine)):
        if OUT_OF_WHOLE in one.markers and OUT_OF_WHOLE not in other.markers and other.fate is not None and one.fate != other.fate:
            return False  # "160 branches will be shut", "of the 610 branches 120"
    first, second, tolls = _class(left, context), _class(right, context), context.words["count.toll"]
    if first == second == "person" and (mine.event in tolls or theirs.event in tolls) and mine.event != theirs.event:
        return False
    return first == second or bool({noun_stem(mine.thing, context), noun_stem(theirs.thing, context)} & words)


def _class(claim: Claim, context: ComparisonContext) -> str:
    """The class of things that a count counts."""
    thing = claim.frame.thing or ""
    return context.words.text("noun.class").get(thing, context.same_noun(thing))


def _plainly(left: Claim, right: Claim, context: ComparisonContext) -> tuple[Claim, Claim]:
    """Two claims without plan and without the markers that single nothing out of its like ("altogether").

    Where only one of them is told of a time, that is left out, too, unless they count whom an event befell: earlier events had their dead.
    """
    neutral = context.words["slip.neutral"]
    times = {left.frame.time, right.frame.time}
    toll = left.kind == "count" and _class(left, context) == "person" and left.frame.event in context.words["count.toll"]
    plain = []
    for claim in (left, right):
        markers = frozenset(word for word in claim.frame.markers if word not in neutral and preposition_and_name(word)[0] not in neutral)
        time = None if None in times and not toll else claim.frame.time
        plain.append(replace(claim, scope=replace(claim.scope, planned=False), frame=replace(claim.frame, markers=markers, time=time)))
    return plain[0], plain[1]


def _are_scaled_by_chance(left: Claim, right: Claim) -> bool:
    """Whether two numbers have their digits in one order, but too few of them: round ones (15 and 1,500) are many, above all of counts."""
    mine, theirs = (_figures(claim, noughts=True).strip("0") for claim in (left, right))
    return mine == theirs and (left.kind == "count" or len(mine) < SURE_DIGITS)


def _is_known(claim: Claim, article: str, context: ComparisonContext) -> bool:
    """Whether another article gives the very value of a claim, in whatever currency."""
    known, said = context.stories.values.get(article, frozenset()), f"{claim.kind}: {claim.value.iso()}"
    if claim.kind != "money":
        return said in known
    return any(value.rpartition(" ")[0] == said.rpartition(" ")[0] for value in known)


def _numbers(claim: Claim, context: ComparisonContext) -> int:
    """How many exact numbers of a claim's kind its article gives, at least one."""
    known = context.stories.values.get(claim.anchor.article, frozenset())
    return max(1, sum(value.startswith(f"{claim.kind}: ") for value in known))


_LEADING_DIGITS = 9
"""A number begins with one of so many digits."""


def _chance(claim: Claim) -> float:
    """How likely a number of as many digits, drawn blindly, has the digits of a claim's number in another order."""
    figures = _figures(claim)
    orders = factorial(len(figures))
    for digit in set(figures):
        orders //= factorial(figures.count(digit))
    return (orders - 1) / _LEADING_DIGITS / 10.0 ** (len(figures) - 1)


def _is_kept(claim: Claim, context: ComparisonContext) -> bool:
    """Whether what is told stays as it is: the year told beside a ship's length is the one she was built in."""
    return claim.kind == "measure" and is_lasting(claim.frame.role, context) and not (claim.frame.role == "mass" and claim.frame.event)


def _slip(left: Claim, right: Claim) -> str | None:
    first, second = left.value, right.value
    if isinstance(first, CountValue) and isinstance(second, CountValue):
        return _swapped(first.named, second.named)
    if isinstance(first, MeasureValue) and isinstance(second, MeasureValue):
        if first.unit != second.unit and first.amount != second.amount:
            return None
        return slip(first, second)
    if isinstance(first, MoneyValue) and isinstance(second, MoneyValue):
        if first.same_currency(second) is False and first.amount != second.amount:
            return None
        return slip(first, second)
    return slip(first, second) if isinstance(first, PercentValue) and isinstance(second, PercentValue) else None


def _swapped(first: float | None, second: float | None) -> str | None:
    """Whole numbers with the same digits in another order."""
    if first is None or second is None or first == second:
        return None
    mine, theirs = f"{first:.0f}", f"{second:.0f}"
    swapped = len(mine) > 1 and len(mine) == len(theirs) and sorted(mine) == sorted(theirs)
    return "the same digits in another order" if swapped else None


def _loose_currencies(left: Claim, right: Claim) -> bool:
    """Whether two sums are told in two currencies, or one of them in none: their relation is open then."""
    first, second = left.value, right.value
    if not isinstance(first, MoneyValue) or not isinstance(second, MoneyValue):
        return False
    return first.same_currency(second) is False or OPEN in (first.family, second.family)


def _figures(claim: Claim, *, noughts: bool = False) -> str:
    """The digits of what was said in their order, without a point, and without noughts unless asked for; "" where no number was said."""
    value = claim.value
    amount = value.named if isinstance(value, CountValue) else getattr(value, "amount", None)
    digits = written(amount).replace(".", "") if amount else ""
    return digits if noughts else digits.replace("0", "")


def _under_two_units(left: Claim, right: Claim) -> bool:
    """Whether one number is told under two units: nobody measures a thing twice and gets one number of feet and of metres."""
    first, second = left.value, right.value
    return isinstance(first, MeasureValue) and isinstance(second, MeasureValue) and first.unit != second.unit


def tie_between(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """What else ties two numbers: the same role or attribute, a shared participant, or the first lines of both."""
    if left.frame.role and left.frame.role == right.frame.role and left.kind != "count":
        return f"same role: {left.frame.role}"
    if left.kind == "count" and context.same_noun(left.frame.thing or "") not in context.words["noun.generic"]:
        return f"same things counted: {left.frame.thing}"
    if left.kind == "count" and left.frame.event and left.frame.event == right.frame.event:
        return f"same event: {(left.frame.event or '').removeprefix('verb:').replace('-', ' ')}"
    if _under_two_units(left, right) and left.frame.thing and left.frame.thing == right.frame.thing:
        return f"same thing: {left.frame.thing}"
    shared = link(left, right).crossed | (left.frame.others & right.frame.others)
    specific = sorted(context.label(name) for name in shared if context.stories.weight(name) >= LEAST_SALIENCE)
    if specific:
        return f"same participants: {', '.join(specific)}"
    return "both in the first lines" if left.frame.lead and right.frame.lead else None
