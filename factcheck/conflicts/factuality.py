"""Compares the factuality of acts: the same act told as done by one article and as not done by another.

Levels, first that holds:

    FC551   compatible       the same answer
            denied           told as done, and denied by a named speaker: disputed
            grave            opposite answers to whether somebody lives or was found guilty (deed.grave)
            opposed          other opposite answers: a conflict
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, of_one_answer, values_of
from factcheck.frame_notes import AT_NO_TIME, PERSON, TOTAL, WAITING, NoteKind
from factcheck.mentions.factuality import DENIED, DID, NOT_YET
from factcheck.model import Claim
from factcheck.topics.comparability import is_background, marker_veto, meant_veto, time_veto
from factcheck.topics.participants import Parts, link
from factcheck.topics.persons import of_one_family, respelt
from factcheck.topics.strength import FIRM, MODEST, SLIGHT, SOUND
from factcheck.topics.windows import NEXT_DAY
from factcheck.values import DateValue, PolarityValue, Relation

Anchors = Callable[[], tuple[str, ...]]
"""Puts into words what two claims share."""


class FactualityComparer(Comparer):
    """Compares whether an act was done, across articles of one story.

    Inside one article "did not" and "did" are a sequence or two acts; they are not compared.
    """

    kind = "polarity"
    codes: tuple[str, ...] = ("FC551",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that give both answers: those tell of several acts or times."""
        return of_one_answer(block, holds)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The same class of act, done, excluded or, where its doer decides on it, to come."""
        role, event = claim.frame.role, claim.frame.event
        if role == "coming":
            return claim.slot if event in context.words["deed.intended"] else None
        return claim.slot if role in ("done", "excluded") and event else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC551; see the module's list of levels."""
        veto = _meaning_veto(left, right)  # asked first, for it is cheap
        if veto or not context.stories.same(left.anchor.article, right.anchor.article):
            return Doubt(veto or "the articles do not share a story")
        veto = _time_veto(left, right, context)
        if veto:
            return Doubt(veto)
        right = respelt(left, right, context.folder, context.stories)
        left_value, right_value = values_of(left, right, PolarityValue)
        proof = _prove_death(left, right, context) or _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        relation = left_value.relation(right_value)
        if relation is not Relation.APART:
            return clash("FC551", "compatible", relation, left_value, right_value, proof)
        speakers = {left.scope.said_by, right.scope.said_by} - {None}
        if any(claim.rule == DENIED for claim in (left, right)) or (left.frame.role == "coming" and len(speakers) > 1):
            return clash("FC551", "denied", relation, left_value, right_value, proof, verdict="disputed")
        level = "grave" if left.frame.event in context.words["deed.grave"] else "opposed"
        return clash("FC551", level, relation, left_value, right_value, proof)


def _meaning_veto(left: Claim, right: Claim) -> str | None:
    """Why the two are not meant alike, or not said of one matter."""
    if left.anchor.article == right.anchor.article:
        return "one article tells of both"
    veto = meant_veto(left, right, *_MEANT_OTHERWISE.get(left.frame.role or "", ("question", "conditional", "planned", "hedged")))
    if veto:
        return veto
    if any(claim.rule == DID and claim.scope.negated for claim in (left, right)):
        return "one statement is negated"
    about = [NoteKind.OVER.among(claim.frame.subset) for claim in (left, right)]
    if about[0] and about[1] and not about[0] & about[1]:
        return "done over different matters"
    return marker_veto(left, right)


def _time_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the two are told of two times, or the one may have followed the other."""
    if left.frame.role == "coming":
        return _plans_veto(left, right, context)
    if any(AT_NO_TIME in claim.frame.subset for claim in (left, right)) and left.frame.event not in context.words["deed.vague"]:
        return _never_veto(left, right, context.stories.days)
    veto = time_veto(left, right, context.stories.days)
    if veto or left.value == right.value or left.frame.role == "excluded":
        return veto
    if holds(left) == holds(right) or _is_none_of_the_day(left, right, context):
        return None
    return order_veto(left, right, context.stories.days)


def _is_none_of_the_day(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether "no one had been arrested" and "a man was arrested" are told of one day by articles of that day."""
    undone = right if holds(left) else left
    if TOTAL not in undone.frame.subset or WAITING in undone.frame.subset or context.days_between(left, right) != 0:
        return False
    followed = context.words["deed.followed"]
    words = {word.strip(".,;:") for claim in (left, right) for word in claim.anchor.quote.lower().split()}
    return words.isdisjoint(followed) and reported_of_one_day(left, right)


_MEANT_OTHERWISE = {"excluded": ("question", "conditional"), "coming": ("question", "conditional", "hedged")}
"""What of a statement's scope makes it none about the act, by role; an act to come is always planned."""


def _plans_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why one may have changed plans: the articles did not appear on one day or the next."""
    apart = context.days_between(left, right)
    if apart is None:
        return "the order of the two statements is not known"
    return "plans may have changed" if abs(apart) > NEXT_DAY else None


def holds(claim: Claim) -> bool:
    """Whether a claim tells an act as done."""
    return isinstance(claim.value, PolarityValue) and claim.value.holds


NEVER = 366
"""Days back to which "never" is taken to reach; a story does not speak of all history."""
LATEST, EARLIEST = 0, 7
"""How many days before the statement that it was not done an act may have been told as done: a later one may have followed, an earlier one
is another act of the kind."""


def order_veto(left: Claim, right: Claim, published: Mapping[str, date], earliest: int = EARLIEST) -> str | None:
    """Why the act may have been done after it was said not to be; None where the days told, or those of publication, rule that out."""
    done, undone = (left, right) if holds(left) else (right, left)
    told, until = day_told(done, published), day_told(undone, published)
    if told is None or until is None:
        return "the order of the two statements is not known"
    if undone.rule == NOT_YET and WAITING not in undone.frame.subset and _same_news(done, undone, published):
        return None
    days = (until - told).days
    if days > earliest:
        return "told of different times"
    soonest = LATEST + 1 if undone.rule == NOT_YET else LATEST
    known = undone.rule != NOT_YET or done.frame.time is not None
    return None if days >= soonest and known else "what was not done may have been done later"


def _same_news(done: Claim, undone: Claim, published: Mapping[str, date]) -> bool:
    """Whether "has not" and "did" are told of the same in articles of one day, and neither of another day."""
    days = [published.get(claim.anchor.article) for claim in (done, undone)]
    if days[0] is None or days[0] != days[1] or not link(done, undone).crossed:
        return False
    day = days[0]
    return all(claim.frame.time is None or abs((day_told(claim, published) or day) - day).days <= NEXT_DAY for claim in (done, undone))


def _never_veto(left: Claim, right: Claim, published: Mapping[str, date]) -> str | None:
    """Why a denial for all times does not deny the act: it is itself told of an earlier time, or the act may have come after it."""
    if holds(left) == holds(right):
        return time_veto(left, right, published)
    undone = right if holds(left) else left
    time = undone.frame.time
    if time is not None and is_background(time, published.get(undone.anchor.article)):
        return "told of an earlier time"
    return order_veto(left, right, published, NEVER)


def day_told(claim: Claim, published: Mapping[str, date]) -> date | None:
    """The last day that the claim speaks of: that of its sentence, else of its article; None where neither is known."""
    if claim.frame.time is not None and claim.frame.time.latest is not None and not claim.frame.time.open_year:
        return claim.frame.time.latest
    return published.get(claim.anchor.article)


def _is_part(done: Claim, undone: Claim) -> bool:
    """Whether what is said not to have happened to a whole is told of that whole or a part of it, not the other way round."""
    only, others = (NoteKind.ONLY.among(claim.frame.subset) for claim in (undone, done))
    return only <= others


def _is_of_the_day(done: Claim, undone: Claim, context: ComparisonContext) -> bool:
    """Whether an act is told as news: in the first lines, or of a day close to that of its article."""
    day, time = context.stories.days.get(done.anchor.article), done.frame.time
    if day is None:
        return False
    if time is None and TOTAL in undone.frame.subset and undone.frame.event not in context.words["deed.vague"]:
        return True  # what never was done was not done before either
    return done.frame.lead if time is None else (time.gap(DateValue(day, day)) or 0) <= EARLIEST


def _doers(claim: Claim) -> frozenset[str]:
    return NoteKind.DOER.among(claim.frame.subset)


def _prove_plain(left: Claim, right: Claim, context: ComparisonContext, anchors: Anchors) -> ComparabilityProof | Doubt:
    """Whether an act of no class is told of the same known thing, not of people, in two articles of the same days."""
    done, undone = (left, right) if holds(left) else (right, left)
    between, thing = link(left, right), undone.frame.thing
    shared = context.salient(name for name in between.crossed if not name.startswith("noun:"))
    if not shared and (
        thing is None or thing in context.words["noun.generic"] or any(PERSON in claim.frame.subset for claim in (left, right))
    ):
        return Doubt("nothing known is shared")
    if not context.stories.close(left.anchor.article, right.anchor.article):
        return Doubt("the articles do not clearly tell one story")
    if not _is_part(done, undone):
        return Doubt("not done by, or to, some of them only")
    if left.frame.role != "coming" and not _is_of_the_day(done, undone, context):
        return Doubt("told of an earlier time")
    return ComparabilityProof((*anchors(), f"done to the same: {thing}"), MODEST if shared or TOTAL in undone.frame.subset else SLIGHT)


def _anchors(left: Claim, right: Claim, agents: frozenset[str], targets: frozenset[str], context: ComparisonContext) -> tuple[str, ...]:
    anchors = [f"same act: {(left.frame.event or '').removeprefix('verb:').replace('-', ' ')}"]
    if agents:
        anchors.append(f"same actor: {context.labels(agents)}")
    if targets:
        anchors.append(f"same object: {context.labels(targets)}")
    return (*anchors, context.story(left, right))


def reported_of_one_day(left: Claim, right: Claim) -> bool:
    """Whether both are told of one and the same known day."""
    first, second = left.frame.time, right.frame.time
    return first is not None and second is not None and first.days == second.days == 1 and first.relation(second) is Relation.SAME


def _prove_alone(left: Claim, right: Claim, context: ComparisonContext, anchors: Anchors) -> ComparabilityProof | Doubt:
    """Whether what one person did, or will do, by himself is told of one day in two articles that clearly tell one story."""
    if not context.stories.close(left.anchor.article, right.anchor.article):
        return Doubt("the articles do not clearly tell one story")
    if left.frame.role != "coming" and not (reported_of_one_day(left, right) or _same_news(left, right, context.stories.days)):
        return Doubt("not told of one day")
    mine, theirs = (NoteKind.ONLY.among(claim.frame.subset) for claim in (left, right))
    return ComparabilityProof(anchors(), MODEST) if mine == theirs else Doubt("narrowed by different words")


def _prove_death(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | None:
    """That one named person died for the one and lives for the other, who survived nothing or the same: "the crash" in both sentences."""
    done, undone = (left, right) if holds(left) else (right, left)
    if left.frame.event != "death" or holds(left) == holds(right) or undone.frame.targets or PERSON in undone.frame.subset:
        return None
    died = done.frame.targets or (done.frame.agents if done.frame.thing is None else frozenset())
    survived = undone.frame.thing
    same = survived is None or survived in done.anchor.quote.lower()
    if not same or of_one_family(left, right, context.folder):
        return None
    shared = link(Parts(died, frozenset()), Parts(undone.frame.agents, frozenset())).crossed
    persons = frozenset(name for name in context.salient(shared) if name.startswith("person:"))
    return ComparabilityProof(_anchors(left, right, persons, frozenset(), context), SOUND) if persons else None


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    between = link(left, right)
    if between.agents_differ or between.targets_differ:
        return Doubt("different actors or things acted on")
    if of_one_family(left, right, context.folder):
        return Doubt("two members of one family")
    told = [None if claim.frame.thing is None else context.same_noun(claim.frame.thing) for claim in (left, right)]
    things = set(told) - {None}
    persons = "person" in things and all(PERSON in claim.frame.subset for claim in (left, right))
    if len(things) > 1 and not between.shared_targets and not persons:
        return Doubt(f"different things acted on ({', '.join(sorted(str(thing) for thing in things))})")
    agents = context.salient(between.shared_agents)
    targets = context.salient(between.shared_targets)
    anchors = partial(_anchors, left, right, agents, targets, context)  # put into words where there is a proof
    vague = left.frame.event in context.words["deed.vague"]
    unknown = any(not claim.frame.targets and claim.frame.thing is None for claim in (left, right))
    same_thing = persons or (len(things) == 1 and None not in told)
    if (left.frame.event or "").startswith("verb:"):
        if told == [None, None] and any(name.startswith("person:") for name in agents) and not (left.frame.targets or right.frame.targets):
            return _prove_alone(left, right, context, anchors)
        return _prove_plain(left, right, context, anchors) if same_thing else Doubt("not known to be done to the same")
    if left.frame.role in ("coming", "excluded"):
        known = agents or (left.frame.role == "coming" and same_thing and _doers(left) & _doers(right))
        proof = ComparabilityProof(anchors(), SOUND if agents else MODEST)
        return proof if known else Doubt("who does or says it is not known to be one")
    if agents and (between.shared_targets or same_thing or (unknown and not vague)):
        return ComparabilityProof(anchors(), FIRM)
    if targets and (between.shared_agents or not vague):
        return ComparabilityProof(anchors(), SOUND)
    done, undone = (left, right) if holds(left) else (right, left)
    if not _is_part(done, undone):
        return Doubt("not done by, or to, some of them only")
    total = TOTAL in undone.frame.subset
    if total and not vague:
        return ComparabilityProof((*anchors(), "said of every instance"), MODEST)
    if same_thing and (total or not vague or reported_of_one_day(left, right)) and _is_of_the_day(done, undone, context):
        thing = undone.frame.thing if "person" not in things else "anybody"
        return ComparabilityProof((*anchors(), f"done to the same: {thing}"), MODEST)
    return Doubt("neither the actor nor the thing acted on is known to be shared")
