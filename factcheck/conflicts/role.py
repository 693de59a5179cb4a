"""Roles: one person with two offices that nobody holds at a time, or with two nationalities.

Levels, first that holds:

    FC451   compatible       the same office, or offices that one person may hold together
            apart            two offices or trades of one group ("finance minister", "foreign minister"; "nurse", "pharmacist")
            former-apart     the same of offices held before, where the articles tell of one time

    FC461   compatible       the same state
            apart            two states
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, value_of, values_of
from factcheck.frame_notes import AGED, APPOSED, UNTIL
from factcheck.mentions.role import SPHERE
from factcheck.model import Claim, Scope
from factcheck.text import fold
from factcheck.topics.comparability import is_background, scope_veto, time_veto
from factcheck.topics.persons import SURNAME, SamePerson, block_of, name_of, owner_of, same_person
from factcheck.topics.strength import MODEST, SOUND
from factcheck.values import Relation, RoleValue

HOLDER = "holder"
"""The predicate of claims about somebody unnamed, told by a post that a story has one of, or by age."""
_OF_ROLE = 0.8
"""What is left of the strength by which two names are one person, where an office is told: offices change, and have namesakes."""
_PRACTICE = "practice"
"""The group of trades that fill a life."""
_ONE_TO_COME = frozenset({"firm", "board", "state"})
"""Groups of offices of which nobody is about to take two."""


def _time_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """As ``time_veto``, but days of the news that stand beside an office do not bound it: who has it on Monday has it on Thursday."""
    if left.frame.thing == "nationality":
        return None  # who is Danish in the sentence that tells of last year is Danish today
    for claim in (left, right):
        if claim.frame.time is not None and is_background(claim.frame.time, context.stories.days.get(claim.anchor.article)):
            return time_veto(left, right, context.stories.days)
    return None


def _sphere(value: RoleValue, context: ComparisonContext) -> str:
    """Where an office or a post is; "" where that is not known."""
    own = context.words["role.sphere"].get(value.title)
    if own is not None:
        return str(own)
    sphere = value.title.partition(" of ")[2]
    return sphere if sphere in context.words["role.body-sphere"].values() else ""


def _stated(claim: Claim) -> Claim:
    """The claim without the scope of a sentence that says something else of the bearer of a role."""
    return replace(claim, scope=Scope()) if APPOSED in claim.frame.markers else claim


def _of_two_towns(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether both are mayors, bishops or the like, and each of another named place or body, in news of the same days."""
    title = value_of(left, RoleValue).title
    if title not in context.words["role.local"] or not context.stories.near(left.anchor.article, right.anchor.article):
        return False
    words = [frozenset(word for name in claim.frame.targets for word in name.partition(":")[2].split()) for claim in (left, right)]
    return bool(words[0] and words[1]) and not words[0] & words[1]


def _is_deputy_of(one: RoleValue, other: RoleValue, context: ComparisonContext) -> bool:
    """Whether the holder of one of two offices is the deputy of the other's, both held now."""
    under = context.words.texts("role.under")
    ranked = other.title in under.get(one.title, ()) or one.title in under.get(other.title, ())
    return ranked and one.standing == other.standing == "current"


def _joint(context: ComparisonContext) -> frozenset[str]:
    return frozenset("/".join(sorted(pair.split("/"))) for pair in context.words["role.sphere-joint"])


class RoleComparer(Comparer):
    """Compares offices and nationalities of one person.

    Tolerance ``term_days``: the most days between two publications that tell of one term of office.
    """

    kind = "role"
    codes: tuple[str, ...] = ("FC451", "FC461")
    equal_agree = False  # one office may be held in two towns

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without persons of whom one article tells two roles of a group: they changed, hold both, or are two people."""
        told: dict[tuple[str, str, str], set[str]] = {}
        for claim in block:
            title = value_of(claim, RoleValue).title
            for group in claim.frame.subset:
                told.setdefault((claim.anchor.article, owner_of(claim) or "", group), set()).add(title)
        several = {key[:2] for key, titles in told.items() if len(titles) > 1}
        return [claim for claim in block if (claim.anchor.article, owner_of(claim) or "") not in several]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Roles of one sort meet by the sounds of the surname."""
        if claim.frame.predicate == "body":
            return f"nationality/{min(claim.frame.agents)}"
        if claim.frame.predicate == HOLDER:
            return f"nationality/the {claim.frame.role}"
        person = owner_of(claim)
        if person is None or not isinstance(claim.value, RoleValue):
            return None
        return f"{claim.value.sort}/{block_of(person, context.folder)}"

    def side(self, claim: Claim) -> tuple[str, str]:
        """Sides are grouped by standing: a former minister is not on the side of a minister."""
        return claim.value.standing if isinstance(claim.value, RoleValue) else "", ""

    def anywhere(self, claim: Claim) -> bool:
        """Persons are one in whatever story they are named."""
        return True

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC451 for offices, FC461 for nationalities; see the module's list of levels."""
        mine, theirs = values_of(left, right, RoleValue)
        if left.frame.predicate in ("body", HOLDER):
            return self._compare_bodies(left, right, context)
        same = same_person(left, right, context.folder, context.stories, context.words["name.common-surname"])
        if same is None or (same.how == SURNAME and mine.title != theirs.title and not self._is_known_by_surname(left, right, context)):
            return Doubt("not proven to be one person")
        veto = scope_veto(*map(_stated, (left, right))) or _time_veto(left, right, context) or self._term_veto(left, right, context)
        standings = {mine.standing, theirs.standing}
        if veto is None and len(standings) > 1 and not self._is_rank(left, right, context):
            veto = "held in different ways (former, acting, deputy)"
        if veto is None and mine.sort == "office":
            veto = self._office_veto(left, right, mine, theirs, context)
        if veto:
            return Doubt(veto)
        relation = Relation.APART if _of_two_towns(left, right, context) else mine.relation(theirs)
        level = "compatible" if relation is not Relation.APART else "former-apart" if mine.standing == "former" else "apart"
        code = "FC451" if mine.sort == "office" else "FC461"
        proof = self._proof(left, right, same, context)
        return clash(code, level, relation, mine, theirs, proof, told=relation.value)

    def _is_known_by_surname(self, left: Claim, right: Claim, context: ComparisonContext) -> bool:
        """Whether a rare surname alone tells whose trade is told: that of the one bearer whom articles of one story name."""
        articles = (left.anchor.article, right.anchor.article)
        family = fold(name_of(owner_of(left) or "", context.folder).family)
        if _PRACTICE not in left.frame.subset & right.frame.subset or family in context.words["name.common-surname"]:
            return False
        return len(context.stories.whole.given_names(family, *articles)) == 1 and context.stories.for_weeks(*articles)

    def _is_rank(self, left: Claim, right: Claim, context: ComparisonContext) -> bool:
        """Whether one is the deputy in the post that the other holds, or the two are in posts of two spheres, in news of the same days."""
        mine, theirs = values_of(left, right, RoleValue)
        near = context.stories.close(left.anchor.article, right.anchor.article)
        apart = mine.title != theirs.title and self._sphere_veto(left, right, mine, theirs, context) is None
        return near and {mine.standing, theirs.standing} == {"current", "deputy"} and (apart or mine.title == theirs.title)

    def _compare_bodies(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC461 for a firm, a band or the one holder of a post: one in a story, told within one term, as firms move and are sold."""
        mine, theirs = values_of(left, right, RoleValue)
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1] or not context.stories.same(*articles):
            return Doubt("the articles do not share a story")
        told_by = left.frame.role or ""
        aged = told_by.startswith(AGED)
        if aged and not context.stories.close(*articles):
            return Doubt("told on days far apart")
        veto = scope_veto(left, right) or _time_veto(left, right, context) or self._term_veto(left, right, context)
        if veto:
            return Doubt(veto)
        relation = mine.relation(theirs)
        level = "apart" if relation is Relation.APART else "compatible"
        if left.frame.predicate == HOLDER:
            proof = ComparabilityProof(
                (f"the one {'person ' if aged else ''}{told_by} of whom both tell", context.story(left, right)), MODEST
            )
        else:
            proof = ComparabilityProof((f"same body: {context.label(min(left.frame.agents))}", context.story(left, right)), SOUND)
        return clash("FC461", level, relation, mine, theirs, proof, told=relation.value)

    def _office_veto(self, left: Claim, right: Claim, one: RoleValue, other: RoleValue, context: ComparisonContext) -> str | None:
        if one.title == other.title:
            return None
        if _is_deputy_of(one, other, context) and context.stories.near(left.anchor.article, right.anchor.article):
            return None
        shared = left.frame.subset & right.frame.subset
        if SPHERE in left.frame.subset | right.frame.subset:
            return self._sphere_veto(left, right, one, other, context)
        if not shared:
            return "one person may hold both" if self._sphere_veto(left, right, one, other, context) else None
        states = [frozenset(name for name in claim.frame.others if name.startswith("place:")) for claim in (left, right)]
        if states[0] and states[1] and not states[0] & states[1]:
            return "offices of different states"
        bodies = [frozenset(name for name in claim.frame.others if not name.startswith("place:")) for claim in (left, right)]
        if "voice" in left.frame.subset & right.frame.subset and bodies[0] and bodies[1] and not bodies[0] & bodies[1]:
            return "offices of different bodies"
        bounded = UNTIL in left.frame.markers & right.frame.markers
        if one.standing == "former" and not bounded and "department" not in left.frame.subset:
            return "a person may have held both, one after the other"
        several = one.standing in ("deputy", "acting") or (one.standing == "future" and not shared & _ONE_TO_COME)
        return "deputies and acting holders may be several things" if several else None

    def _sphere_veto(self, left: Claim, right: Claim, one: RoleValue, other: RoleValue, context: ComparisonContext) -> str | None:
        """Why two posts do not exclude each other by where they are; None where the news of the same days tells of two that fill a life."""
        spheres = [_sphere(value, context) for value in (one, other)]
        if not spheres[0] or not spheres[1] or spheres[0] == spheres[1] or "/".join(sorted(spheres)) in _joint(context):
            return "one person may hold both"
        if not (
            context.stories.same(left.anchor.article, right.anchor.article)
            and context.stories.close(left.anchor.article, right.anchor.article)
        ):
            return "not news of the same days"
        return "a person may have held both, one after the other" if "former" in (one.standing, other.standing) else None

    def _term_veto(self, left: Claim, right: Claim, context: ComparisonContext) -> str | None:
        apart = context.days_between(left, right)
        return "told at different times" if apart is not None and abs(apart) > context.codes["FC451"].tolerances["term_days"] else None

    def _proof(self, left: Claim, right: Claim, same: SamePerson, context: ComparisonContext) -> ComparabilityProof:
        names = sorted({context.label(owner_of(claim) or "") for claim in (left, right)})
        anchors = [f"same person: {', '.join(names)} (by {same.how})"]
        if left.frame.thing == "office":
            anchors.append("one person holds only one of these offices at a time")
        if left.anchor.article != right.anchor.article:
            anchors.append(context.story(left, right))
        return ComparabilityProof(tuple(anchors), round(same.strength * _OF_ROLE, 2))
