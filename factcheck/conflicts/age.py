"""Ages: one person who cannot be of both.

Levels, first that holds:

    FC351   compatible        the ages share a month
            birthday          a year more in the later article, and a birthday may lie between the two
            a-year-apart      one year: a birthday, or a year of birth taken for an age
            apart             two years and more
            unnamed-apart     somebody unnamed, told by what happened to him or her, by a calling or by a part that one plays
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, values_of
from factcheck.frame_notes import BIRTHDAY, BORN, KIN
from factcheck.model import CHILD_AGE, Claim
from factcheck.topics.persons import block_of, name_of, owner_of, same_person, without_namesakes
from factcheck.topics.strength import MODEST
from factcheck.topics.windows import CLOSE_DAYS
from factcheck.values import AgeValue, Relation, Value

GENERATION = 15
"""Years between two bearers of one name, of whom one has a "Jr." or "Sr." or is told with a
relative, from which on they are taken for parent and child."""


NAMESAKES = 30
"""Years between two bearers of one name from which on they are two people, where their articles name nobody else in common."""
CHILD, GROWN = 16, 20
"""Ages below the first and from the second on are a child's and a grown-up's, who are not taken for one person without a name."""
CALLING = "age.calling"
"""The slot of somebody unnamed who is told by two words ("fish trader")."""


_DEFINITE = 0.75
"""What is left of the strength by which two names are one person, where one article tells the age by a noun alone ("the 36-year-old")."""


class AgeComparer(Comparer):
    """Compares ages of one person.

    Tolerances: ``birthday_days`` is the least gap (days) between two publications from which on a year more in the later is expected,
    ``other_year_days`` the gap from which on ages are not compared at all, ``unnamed_years`` the most by which the ages of somebody
    unnamed may differ and still be laid to one person, ``half_named_years`` the same where one article has a name.
    """

    kind = "age"
    codes: tuple[str, ...] = ("FC351",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without what an article leaves ambiguous: "the 36-year-old" against an age beside the name, two unnamed people, namesakes."""
        block = without_namesakes(block)
        named: dict[tuple[str, str], list[Claim]] = {}
        unnamed: dict[str, list[AgeValue]] = {}
        for claim in block:
            person = owner_of(claim)
            if claim.frame.predicate == "named" and person:
                named.setdefault((claim.anchor.article, person), []).append(claim)
            elif claim.frame.predicate == "unnamed" and isinstance(claim.value, AgeValue):
                unnamed.setdefault(claim.anchor.article, []).append(claim.value)
            elif claim.frame.predicate == "definite" and isinstance(claim.value, AgeValue):
                unnamed.setdefault(_meant_by(claim), []).append(claim.value)
        namesakes = {key for key, claims in named.items() if _spread(claims) >= GENERATION}
        told = _by_owner(block)
        block = _dated([claim for claim in block if not _is_outlived(claim, told[owner_of(claim)])])
        told = _by_owner(block)
        block = [claim for claim in block if not _is_a_year_on(claim, told[owner_of(claim)])]
        birthdays = [claim for claim in block if _tells_birthday(claim)]
        return [
            _around_birthday(claim, birthdays)
            for claim in block
            if not self._is_ambiguous(claim, named, unnamed) and (claim.anchor.article, owner_of(claim) or "") not in namesakes
        ]

    def _is_ambiguous(self, claim: Claim, named: dict[tuple[str, str], list[Claim]], unnamed: dict[str, list[AgeValue]]) -> bool:
        if claim.frame.predicate == "unnamed":
            told = unnamed[claim.anchor.article]
            mine = claim.value
            narrower = [other for other in told if _width(other) < _width(mine)]
            if isinstance(mine, AgeValue) and any(other.relation(mine) is not Relation.APART for other in narrower):
                return True  # "teenager" beside "born in 2010"
            return any(one.relation(other) is Relation.APART for one in told for other in told)
        if claim.frame.predicate == "definite":
            first = unnamed[_meant_by(claim)][0]  # a second such age is somebody else's
            apart = isinstance(claim.value, AgeValue) and claim.value.relation(first) is Relation.APART
            return apart or (claim.anchor.article, owner_of(claim) or "") in named
        return False

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Named people meet by the sounds of their surnames, unnamed ones by what happened to them."""
        if not isinstance(claim.value, AgeValue):
            return None
        if claim.frame.predicate == "unnamed":
            role = claim.frame.role or ""
            return f"unnamed/{context.words['age.part-event'].get(role, role)}"
        person = owner_of(claim)
        return f"age/{block_of(person, context.folder)}" if person else None

    def anywhere(self, claim: Claim) -> bool:
        """Persons are one in whatever story they are named; somebody unnamed is not."""
        return claim.frame.predicate != "unnamed"

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC351; see the module's list of levels."""
        mine, theirs = values_of(left, right, AgeValue)
        unnamed = left.frame.predicate == "unnamed"
        proof = self._prove_unnamed(left, right, context) if unnamed else self._prove_named(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        gap, tolerances = _days_between(left, right, context), context.codes["FC351"].tolerances
        if gap is not None and abs(gap) > tolerances["other_year_days"]:
            return Doubt("told in different years")
        relation = mine.relation(theirs)
        level = "compatible" if relation is not Relation.APART else self._level(mine, theirs, gap, tolerances["birthday_days"])
        if level == "a-year-apart" and gap is None and _may_be_later(left, right, context):
            level = "birthday"
        if level == "a-year-apart" and BIRTHDAY in left.frame.markers & right.frame.markers and not _younger_later(left, right, gap):
            level = "birthday"
        if unnamed and level in ("a-year-apart", "apart"):
            level = "unnamed-apart"
        return clash("FC351", level, relation, mine, theirs, proof, told=distance_of(mine, theirs, relation))

    def _level(self, left: AgeValue, right: AgeValue, gap: int | None, birthday: float) -> str:
        if left.years_apart(right) > 1:
            return "apart"
        older_later = gap is not None and (gap > 0) == (right.low > left.low)
        return "birthday" if older_later and gap is not None and abs(gap) > birthday else "a-year-apart"

    def _prove_named(self, left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
        same = same_person(left, right, context.folder, context.stories, context.words["name.common-surname"])
        if same is None:
            return Doubt("not proven to be one person")
        if _is_at_death(left, context) != _is_at_death(right, context) and not context.stories.near(
            left.anchor.article, right.anchor.article
        ):
            return Doubt("the age at death and another")
        if left.frame.role != right.frame.role and BORN in left.frame.markers | right.frame.markers:
            return Doubt("the age at death and another")
        mine, theirs = values_of(left, right, AgeValue)
        names = [name_of(owner_of(claim) or "", context.folder) for claim in (left, right)]
        kin = names[0].suffix != names[1].suffix or KIN in left.frame.markers | right.frame.markers
        if kin and mine.years_apart(theirs) >= GENERATION:
            return Doubt("parent and child may bear the name")
        definite = "definite" in (left.frame.predicate, right.frame.predicate)
        if mine.years_apart(theirs) >= NAMESAKES and not self._share_people(left, right, context):
            return Doubt("namesakes of two generations")
        same_article = left.anchor.article == right.anchor.article
        if same_article and (definite or names[0].given == ()):
            return Doubt("one article may mean two people")
        anchors = [f"same person: {', '.join(sorted({context.label(owner_of(claim) or '') for claim in (left, right)}))} (by {same.how})"]
        if definite:
            anchors.append("the article means nobody else by its definite noun")
        return ComparabilityProof((*anchors, *_story(left, right, context)), round(same.strength * (_DEFINITE if definite else 1.0), 2))

    def _share_people(self, left: Claim, right: Claim, context: ComparisonContext) -> bool:
        """Whether both articles name somebody beside the person whose age they tell."""
        own = {word for claim in (left, right) for word in (owner_of(claim) or "").removeprefix("person:").split()}
        shared = context.stories.shared(left.anchor.article, right.anchor.article)
        return any(name.startswith("person:") and own.isdisjoint(name.partition(":")[2].split()) for name in shared)

    def _is_post(self, left: Claim, right: Claim, context: ComparisonContext) -> bool:
        """Whether both tell of the holder of a post that a story has one of, in articles of it that appeared within CLOSE_DAYS."""
        days = context.days_between(left, right)
        posts = context.words["age.post"].values()
        return days is not None and abs(days) <= CLOSE_DAYS and left.frame.thing == right.frame.thing and left.frame.thing in posts

    def _prove_unnamed(self, left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
        articles = (left.anchor.article, right.anchor.article)
        persons = [owner_of(claim) for claim in (left, right)]
        if articles[0] == articles[1] or not context.stories.same(*articles):
            return Doubt("the articles do not share a story")
        if all(persons):
            return Doubt("both are named")
        if not any(persons) and not _are_one_noun(left, right, context):
            return Doubt("different nouns")
        if left.frame.subset and right.frame.subset and not left.frame.subset & right.frame.subset:
            return Doubt("different things happened to them")
        mine, theirs = values_of(left, right, AgeValue)
        if left.frame.thing == right.frame.thing and left.slot == right.slot == CALLING:
            if not context.stories.close(*articles) and not self._is_post(left, right, context):
                return Doubt("news of different days")
            if left.frame.markers and right.frame.markers and not left.frame.markers & right.frame.markers:
                return Doubt("different vehicles")
            if ((mine.high or GROWN) < CHILD and theirs.low >= GROWN) or ((theirs.high or GROWN) < CHILD and mine.low >= GROWN):
                return Doubt("a child and a grown-up")
            return ComparabilityProof((f"the one {left.frame.thing} of whom both tell", *_story(left, right, context)), MODEST)
        most = context.codes["FC351"].tolerances["half_named_years" if any(persons) else "unnamed_years"]
        if mine.years_apart(theirs) > most:
            return Doubt("too far apart to be one person")
        noun = left.frame.thing if left.frame.thing == right.frame.thing else "child"
        act = f"the {noun}" if left.frame.role == CHILD_AGE else (left.frame.role or "").replace("-", " ")
        anchors = (f"the one person of whom both tell in their lead: {act}",)
        return ComparabilityProof((*anchors, *_story(left, right, context)), MODEST)


def _are_one_noun(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two nouns may mean one person: of children the one may be told as a child, or by the age alone."""
    things = {left.frame.thing, right.frame.thing}
    if left.frame.role == right.frame.role == CHILD_AGE:
        return (len(things) == 1 and None not in things) or (
            bool(things & {None, "child"}) and bool(things & context.words["age.single"].keys())
        )
    return len(things) == 1


def _meant_by(claim: Claim) -> str:
    """The article of an age told by a definite noun, with the person it was laid to."""
    return f"{claim.anchor.article}/{owner_of(claim)}"


def _width(value: Value) -> float:
    """Years that an age leaves open."""
    return float("inf") if not isinstance(value, AgeValue) or value.high is None else value.high - value.low


def _dated(block: Sequence[Claim]) -> list[Claim]:
    """The claims of a block, the ages of articles without a day as of the last day on which another article gives one person the same age:
    if a birthday lies between that article and a third one, it may lie before the undated one, too."""
    last: dict[tuple[str, str], date] = {}
    for claim in block:
        if isinstance(claim.value, AgeValue) and claim.value.as_of is not None:
            key = owner_of(claim) or "", claim.value.iso()
            last[key] = max(claim.value.as_of, last.get(key, claim.value.as_of))
    return [_as_of(claim, last.get((owner_of(claim) or "", claim.value.iso()))) for claim in block]


def _as_of(claim: Claim, day: date | None) -> Claim:
    """The claim with this day for its age, where it has none."""
    value = claim.value
    if day is None or not isinstance(value, AgeValue) or value.as_of is not None or not owner_of(claim):
        return claim
    return replace(claim, value=replace(value, as_of=day))


def _days_between(left: Claim, right: Claim, context: ComparisonContext) -> int | None:
    """Days from one age to the other, negative where the other is earlier; None where that is not known."""
    known = context.days_between(left, right)
    mine, theirs = values_of(left, right, AgeValue)
    if known is not None or mine.as_of is None or theirs.as_of is None:
        return known
    return (theirs.as_of - mine.as_of).days


def _may_be_later(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether the greater of two ages of unknown days stands in an article that begins with what a court did, and the other in one that
    does not: months lie between a crime and its verdict."""
    younger, older = sorted((left, right), key=lambda claim: claim.value.low if isinstance(claim.value, AgeValue) else 0)
    late = context.words["age.later-stage"].keys()
    stages = [bool(context.stories.lead[claim.anchor.article] & late) for claim in (younger, older)]
    return stages == [False, True]


def _is_at_death(claim: Claim, context: ComparisonContext) -> bool:
    """Whether an age is the last one: "died at 61", or "he was 61" in an article that begins with a death."""
    return claim.frame.role == "age_at_death" or (_says_was(claim) and context.stories.main_event(claim.anchor.article, "death"))


def _by_owner(block: Sequence[Claim]) -> dict[str | None, list[Claim]]:
    told: dict[str | None, list[Claim]] = {}
    for claim in block:
        told.setdefault(owner_of(claim), []).append(claim)
    return told


def _is_outlived(claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether an article tells how old somebody was ("he was 24") and, in another way, a higher age of the same person, of whom all is
    ``told``."""
    value = claim.value
    if not isinstance(value, AgeValue) or not _says_was(claim):
        return False
    same = [other for other in told if other.anchor.article == claim.anchor.article]
    return any(isinstance(other.value, AgeValue) and other.value.low > value.low and not _says_was(other) for other in same)


def _is_a_year_on(claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether a claim only repeats, after a birthday, the age of somebody in more earlier articles, where a third age is told,
    though not in its own days."""
    value = claim.value
    if not isinstance(value, AgeValue) or value.as_of is None or owner_of(claim) is None:
        return False
    before: set[str] = set()
    same: set[str] = set()
    third = False
    for other in told:
        age = other.value
        third = third or (isinstance(age, AgeValue) and age.low not in (value.low - 1, value.low))
        if not isinstance(age, AgeValue) or age.as_of is None:
            continue
        days = (value.as_of - age.as_of).days
        if abs(days) <= WEEKS and age.relation(value) is Relation.APART:
            return False
        if WEEKS < days <= _YEAR and (age.low, age.high) == (value.low - 1, value.low - 1):
            before.add(other.anchor.article)
        if age == value or abs(days) <= WEEKS:
            same.add(other.anchor.article)
    return third and len(before) > len(same)


_YEAR = 365


def _says_was(claim: Claim) -> bool:
    return claim.anchor.match.lower().startswith("was ")


def _tells_birthday(claim: Claim) -> bool:
    """Whether somebody is told to have had a birthday of late: "turned 48 on Sunday" leaves 47 and 48 open."""
    value = claim.value
    return isinstance(value, AgeValue) and value.high == value.low + 1 and claim.anchor.match.lower().startswith("turn")


def _around_birthday(claim: Claim, birthdays: Sequence[Claim]) -> Claim:
    """The claim, marked where its age is the one before or after a birthday that an article of the same weeks tells."""
    value = claim.value
    if not isinstance(value, AgeValue) or value.high != value.low or not any(_is_beside(claim, other) for other in birthdays):
        return claim
    return replace(claim, frame=replace(claim.frame, markers=claim.frame.markers | {BIRTHDAY}))


def _is_beside(claim: Claim, birthday: Claim) -> bool:
    mine, theirs = claim.value, birthday.value
    if not isinstance(mine, AgeValue) or not isinstance(theirs, AgeValue) or _surname(claim) != _surname(birthday):
        return False
    days = None if mine.as_of is None or theirs.as_of is None else abs((mine.as_of - theirs.as_of).days)
    return mine.low in (theirs.low, theirs.high) and (days is None or days <= WEEKS)


WEEKS = 42
"""Days from a birthday within which articles may still give the age before."""


def _surname(claim: Claim) -> str:
    return (owner_of(claim) or "").rpartition(" ")[2].removeprefix("person:")


def _younger_later(left: Claim, right: Claim, gap: int | None) -> bool:
    """Whether the article that appeared later gives the lower age."""
    assert isinstance(left.value, AgeValue)
    assert isinstance(right.value, AgeValue)
    return gap is not None and gap != 0 and (gap > 0) != (right.value.low > left.value.low)


def _spread(claims: Sequence[Claim]) -> int:
    """The most full years between the ages that an article gives one name."""
    values = [claim.value for claim in claims if isinstance(claim.value, AgeValue)]
    return max(one.years_apart(other) for one in values for other in values)


def _story(left: Claim, right: Claim, context: ComparisonContext) -> tuple[str, ...]:
    if left.anchor.article == right.anchor.article:
        return ()
    return (context.story(left, right),)


def distance_of(left: AgeValue, right: AgeValue, relation: Relation) -> str:
    """How far two ages are apart, in words; how they relate where they are not."""
    years = left.years_apart(right)
    if relation is not Relation.APART:
        return relation.value
    return "months apart" if not years else "one year apart" if years == 1 else f"{years} years apart"
