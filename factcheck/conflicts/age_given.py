"""Ages of somebody whom one article names in full and another by the given name alone ("Elsie Marr, 71", "Gran Elsie, 77").

Level of FC351: unnamed-apart, as for everybody who is known by less than a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.age import CHILD, GROWN, AgeComparer, distance_of
from factcheck.conflicts.pairs import Clash, ComparabilityProof, ComparisonContext, Doubt, clash, values_of
from factcheck.frame_notes import KIN
from factcheck.model import Claim
from factcheck.text import fold
from factcheck.topics.persons import name_of, owner_of
from factcheck.topics.strength import MODEST
from factcheck.values import AgeValue, Relation

_MOST_YEARS = 10
"""Years between two bearers of one given name from which on they are two people."""
_FEW = 2
"""First names with a surname from which on the surname alone tells nobody."""
_LETTERS = 3
"""Letters of a given name that tells anybody."""


class GivenAgeComparer(AgeComparer):
    """Compares the age beside a given name alone with the ages of those who have that given name, by article one."""

    part = "given name"

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """People meet by their given names."""
        if not isinstance(claim.value, AgeValue):
            return None
        name = claim.frame.thing if claim.frame.predicate == "given" else _given_of(claim, context)
        return f"given/{name}" if name and len(name) >= _LETTERS else None

    def anywhere(self, claim: Claim) -> bool:
        """A given name tells nobody outside a story."""
        return False

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """The claims of articles that give one age to bearers of the name, where anybody is told by the given name alone."""
        if all(claim.frame.predicate != "given" for claim in block):
            return []
        told: dict[str, list[AgeValue]] = {}
        for claim in block:
            if isinstance(claim.value, AgeValue):
                told.setdefault(claim.anchor.article, []).append(claim.value)
        apart = {article for article, ages in told.items() if any(one.relation(ages[0]) is Relation.APART for one in ages)}
        return [claim for claim in block if claim.anchor.article not in apart]

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC351 at level "unnamed-apart"."""
        mine, theirs = values_of(left, right, AgeValue)
        articles = (left.anchor.article, right.anchor.article)
        if "given" not in (left.frame.predicate, right.frame.predicate):
            return Doubt("both are named")
        if articles[0] == articles[1] or not context.stories.same(*articles) or not context.stories.close(*articles):
            return Doubt("the articles do not share a story")
        if left.frame.subset and right.frame.subset and not left.frame.subset & right.frame.subset:
            return Doubt("two sexes")
        if KIN in left.frame.markers | right.frame.markers or self._are_far(mine, theirs):
            return Doubt("two of a family may bear the name")
        if not self._is_sole(left, right, context):
            return Doubt("several of that name")
        if any((one.high or GROWN) < CHILD and other.low >= GROWN for one, other in ((mine, theirs), (theirs, mine))):
            return Doubt("a child and a grown-up")
        relation = mine.relation(theirs)
        name = next((claim.frame.thing or "" for claim in (left, right) if claim.frame.predicate == "given"), "")
        anchors = (f"one {self.part}, which nobody else has in either article: {name.capitalize()}", context.story(left, right))
        level = "compatible" if relation is not Relation.APART or mine.years_apart(theirs) <= 1 else "unnamed-apart"
        return clash("FC351", level, relation, mine, theirs, ComparabilityProof(anchors, MODEST), told=distance_of(mine, theirs, relation))

    def _are_far(self, left: AgeValue, right: AgeValue) -> bool:
        """Whether two ages are too far apart for one person."""
        return left.years_apart(right) > _MOST_YEARS

    def _is_sole(self, left: Claim, right: Claim, context: ComparisonContext) -> bool:
        """Whether nobody else of either article bears the name."""
        return True


class SurnameAgeComparer(GivenAgeComparer):
    """Compares the age beside a surname whose bearer an article never names in full ("Crews, 38, a convicted killer") with those of the one
    person of that surname in another article."""

    part = "surname"

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """People meet by their surnames."""
        if not isinstance(claim.value, AgeValue):
            return None
        person = owner_of(claim) if claim.frame.predicate == "named" else None
        family = name_of(person, context.folder).family if person else ""
        name = claim.frame.thing or "" if claim.frame.predicate == "given" else fold(family).split(" ")[-1]
        return f"surname/{name}" if len(name) > _LETTERS else None

    def _are_far(self, left: AgeValue, right: AgeValue) -> bool:
        """As for given names; two digits that changed places are a slip, whatever lies between."""
        digits = [sorted(str(int(age.low))) for age in (left, right)]
        return super()._are_far(left, right) and digits[0] != digits[1]

    def _is_sole(self, left: Claim, right: Claim, context: ComparisonContext) -> bool:
        """Whether all full names with the surname in both articles have one first name."""
        name = next((claim.frame.thing or "" for claim in (left, right) if claim.frame.predicate == "given"), "")
        return len(context.stories.whole.given_names(name, left.anchor.article, right.anchor.article)) < _FEW


def _given_of(claim: Claim, context: ComparisonContext) -> str:
    """The folded given name of whom an age is told beside the name; "" where there is none."""
    person = owner_of(claim) if claim.frame.predicate == "named" else None
    given = name_of(person, context.folder).given if person else ()
    return fold(given[0]) if given else ""
