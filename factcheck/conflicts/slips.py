"""Slips of the pen: two numbers of one story that look like one number copied wrongly.

Digits in another order ("52.4" and "54.2"), one number under two units ("9,400 metres" and "9,400 feet"), a scale too many ("2.4" and "24
tonnes"): chance makes such pairs seldom, a hurried hand often.  The pattern itself is evidence that both tell the same fact, so that less
has to be known about whose number it is.  The commonest errors of typists are transpositions and doublings (Damerau 1964, A technique for
computer detection and correction of spelling errors); numbers have no dictionary that would catch them.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from factcheck.conflicts.amounts import LASTING, slip
from factcheck.conflicts.pairs import Clash, Doubt, Proof, Setting
from factcheck.model import Claim, Comparison
from factcheck.topics.comparability import link, marker_veto, scope_veto, time_veto
from factcheck.values import CountValue, MeasureValue, MoneyValue, PercentValue, Relation, relation_of

SURE_DIGITS = 3
"""Digits from which a slip needs no further tie than the story and the dimension; two digits swap by chance too often."""


class SlipComparer:
    """Compares numbers of one kind and dimension anywhere in a story, and reports only pairs that a slip explains.

    Levels: "compatible" for equal values (they answer the question for their article), "slip" for a slip.
    """

    def __init__(self, kind: str, code: str) -> None:
        self.kind = kind
        self.codes: tuple[str, ...] = (code,)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """All of them: an article that holds both numbers answers for both."""
        return list(block)

    def question(self, claim: Claim, setting: Setting) -> str | None:
        """The dimension of a measure, the head of a count; all sums, all shares."""
        value = claim.value
        if isinstance(value, MeasureValue):
            known = value.amount is not None and value.dimension not in ("temperature", "direction")
            return (claim.frame.role if " per " in (claim.frame.role or "") else value.dimension) if known else None
        if isinstance(value, CountValue):
            return setting.same_noun(claim.frame.thing) if claim.frame.thing and value.named is not None else None
        return self.kind if isinstance(value, MoneyValue | PercentValue) and value.amount is not None else None

    def side(self, claim: Claim) -> tuple[str, str]:
        """Sides are grouped by value, and by currency for sums."""
        value = claim.value
        return (value.currency or value.family, "") if isinstance(value, MoneyValue) else ("", "")

    def anywhere(self, claim: Claim) -> bool:
        """Never."""
        return False

    def keys(self, claim: Claim) -> frozenset[Hashable]:
        """The ends of the value, which equal values share, and its digits without noughts, which every slip leaves as they are."""
        value = claim.value
        amount = value.named if isinstance(value, CountValue) else getattr(value, "amount", None)
        ends = value.bounds() if isinstance(value, MeasureValue) else (getattr(value, "low", None), getattr(value, "high", None))
        written = "" if amount is None else f"{amount:.0f}" if isinstance(value, CountValue) else f"{amount:.8g}"
        return frozenset({ends, "".join(sorted(digit for digit in written if digit in "123456789"))})

    def compare(self, left: Claim, right: Claim, setting: Setting) -> Clash | Doubt:
        """A clash of level "slip", or of level "compatible" for equal values."""
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1] or not setting.stories.same(*articles):
            return Doubt("the articles do not share a story")
        veto = marker_veto(left, right) or scope_veto(left, right)
        if veto is None and not (_is_lasting(left) and _is_lasting(right)):
            veto = time_veto(left, right, setting.published)
        if veto:
            return Doubt(veto)
        relation = relation_of(left.value, right.value)
        how = _slip(left, right) if relation is not Relation.SAME else None
        if relation is not Relation.SAME and (how is None or (relation is not Relation.APART and not _two_currencies(left, right))):
            return Doubt("no slip explains the difference")
        names = ", ".join(setting.label(name) for name in setting.stories.shared(*articles)[:4])
        story = f"same story: both name {names}"
        code = self.codes[0]
        detail = f"{left.value.caption()} / {right.value.caption()}"
        if how is None:
            return Clash(code, Comparison("compatible", relation, detail), Proof((story,), 0.4))
        tie = tie_between(left, right, setting)
        if tie is None and _digits(left) < SURE_DIGITS:
            return Doubt("two digits, and nothing else ties the numbers together")
        anchors = (how, *([tie] if tie else []), story)
        return Clash(code, Comparison("slip", Relation.APART, detail), Proof(anchors, 0.55 if tie else 0.45))


def _is_lasting(claim: Claim) -> bool:
    """Whether what is told stays as it is: the year told beside a ship's length is the one she was built in."""
    return claim.kind == "measure" and claim.frame.role in LASTING and not (claim.frame.role == "mass" and claim.frame.event)


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


def _two_currencies(left: Claim, right: Claim) -> bool:
    first, second = left.value, right.value
    return isinstance(first, MoneyValue) and isinstance(second, MoneyValue) and first.same_currency(second) is False


def _digits(claim: Claim) -> int:
    """Significant digits of what was said."""
    value = claim.value
    amount = value.named if isinstance(value, CountValue) else getattr(value, "amount", None)
    return len(f"{abs(amount):.8g}".replace(".", "").strip("0")) if amount else 0


def tie_between(left: Claim, right: Claim, setting: Setting) -> str | None:
    """What else ties two numbers: the same role or attribute, a shared participant, or the first lines of both."""
    if left.frame.role and left.frame.role == right.frame.role and left.kind != "count":
        return f"same role: {left.frame.role}"
    if left.kind == "count" and setting.same_noun(left.frame.thing or "") not in setting.words.get("noun.generic", {}):
        return f"same things counted: {left.frame.thing}"
    if left.kind == "count" and left.frame.event and left.frame.event == right.frame.event:
        return f"same event: {left.frame.event}"
    shared = link(left, right).crossed | (left.frame.others & right.frame.others)
    specific = sorted(setting.label(name) for name in shared if setting.stories.weight(name) >= 0.5)
    if specific:
        return f"same participants: {', '.join(specific)}"
    return "both in the first lines" if left.frame.lead and right.frame.lead else None
