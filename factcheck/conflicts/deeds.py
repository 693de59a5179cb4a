"""Did against did not: the same act told as done by one article and as not done by another.

Levels, first that holds:

    FC551   compatible       the same answer
            denied           told as done, and denied by a named speaker: disputed
            opposed          opposite answers: a conflict
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from factcheck.conflicts.pairs import Clash, Doubt, Proof, Setting
from factcheck.mentions.deeds import DENIED, DID, NOT_YET
from factcheck.model import Claim, Comparison
from factcheck.topics.comparability import link, marker_veto, time_veto
from factcheck.values import DateValue, PolarityValue, Relation


class DeedComparer:
    """Compares whether an act was done, across articles of one story.

    Inside one article "did not" and "did" are a sequence or two acts; they are not compared.
    """

    kind = "polarity"
    codes: tuple[str, ...] = ("FC551",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that give both answers: those tell of several acts or times."""
        answers: dict[str, set[bool]] = {}
        for claim in block:
            answers.setdefault(claim.anchor.article, set()).add(_holds(claim))
        return [claim for claim in block if len(answers[claim.anchor.article]) == 1]

    def question(self, claim: Claim, setting: Setting) -> str | None:
        """The same class of act, done or excluded."""
        return claim.slot if claim.frame.role in ("done", "excluded") and claim.frame.event else None

    def side(self, claim: Claim) -> tuple[str, str]:
        """Sides are grouped by answer."""
        return "", ""

    def anywhere(self, claim: Claim) -> bool:
        """Never."""
        return False

    def compare(self, left: Claim, right: Claim, setting: Setting) -> Clash | Doubt:
        """FC551; see the module's list of levels."""
        left_value, right_value = left.value, right.value
        assert isinstance(left_value, PolarityValue)
        assert isinstance(right_value, PolarityValue)
        veto = _veto(left, right, setting)
        if veto:
            return Doubt(veto)
        proof = _prove(left, right, setting)
        if isinstance(proof, Doubt):
            return proof
        relation = left_value.relation(right_value)
        detail = f"{left_value.caption()} / {right_value.caption()}"
        if relation is not Relation.APART:
            return Clash("FC551", Comparison("compatible", relation, detail), proof)
        if any(claim.rule == DENIED for claim in (left, right)):
            return Clash("FC551", Comparison("denied", relation, detail), proof, "disputed")
        return Clash("FC551", Comparison("opposed", relation, detail), proof)


def _veto(left: Claim, right: Claim, setting: Setting) -> str | None:
    for claim in (left, right):
        names = ("question", "conditional") if claim.frame.role == "excluded" else ("question", "conditional", "planned", "hedged")
        for name in names:
            if getattr(claim.scope, name):
                return f"one statement is {name}"
        if claim.rule == DID and claim.scope.negated:
            return "one statement is negated"
    if left.anchor.article == right.anchor.article:
        return "one article tells of both"
    if not setting.stories.same(left.anchor.article, right.anchor.article):
        return "the articles do not share a story"
    veto = marker_veto(left, right) or time_veto(left, right, setting.published)
    if veto or left.value == right.value or left.frame.role == "excluded":
        return veto
    return _order_veto(left, right, setting.published) if _holds(left) != _holds(right) else None


def _holds(claim: Claim) -> bool:
    return isinstance(claim.value, PolarityValue) and claim.value.holds


LATEST, EARLIEST = 0, 7
"""How many days before the statement that it was not done an act may have been told as done: a later one may have followed, an earlier one
is another act of the kind."""


def _order_veto(left: Claim, right: Claim, published: Mapping[str, str]) -> str | None:
    """Why the act may have been done after it was said not to be; None where the days told, or those of publication, rule that out."""
    done, undone = (left, right) if _holds(left) else (right, left)
    told, until = _day(done, published), _day(undone, published)
    if told is None or until is None:
        return "the order of the two statements is not known"
    days = (until - told).days
    if days > EARLIEST:
        return "told of different times"
    soonest = LATEST + 1 if undone.rule == NOT_YET else LATEST
    known = undone.rule != NOT_YET or done.frame.time is not None
    return None if days >= soonest and known else "what was not done may have been done later"


def _day(claim: Claim, published: Mapping[str, str]) -> date | None:
    """The last day that the claim speaks of: that of its sentence, else of its article; None where neither is known."""
    if claim.frame.time is not None and claim.frame.time.latest is not None and not claim.frame.time.open_year:
        return claim.frame.time.latest
    day = published.get(claim.anchor.article)
    return date.fromisoformat(day) if day else None


def _is_part(done: Claim, undone: Claim) -> bool:
    """Whether what is said not to have happened to a whole is told of that whole or a part of it, not the other way round."""
    only, others = (frozenset(word for word in claim.frame.subset if word.startswith("only:")) for claim in (undone, done))
    return only <= others


def _is_of_the_day(done: Claim, setting: Setting) -> bool:
    """Whether an act is told as news: in the first lines, or of a day close to that of its article."""
    day, time = setting.published.get(done.anchor.article), done.frame.time
    if day is None:
        return False
    published = DateValue(date.fromisoformat(day), date.fromisoformat(day))
    return done.frame.lead if time is None else (time.gap(published) or 0) <= EARLIEST


def _prove(left: Claim, right: Claim, setting: Setting) -> Proof | Doubt:
    between = link(left, right)
    if between.agents_differ or between.targets_differ:
        return Doubt("different actors or things acted on")
    things = {claim.frame.thing for claim in (left, right)} - {None}
    persons = "person" in things and all("person" in claim.frame.subset for claim in (left, right))
    if len(things) > 1 and not between.shared_targets and not persons:
        return Doubt(f"different things acted on ({', '.join(sorted(str(thing) for thing in things))})")
    event = (left.frame.event or "").replace("-", " ")
    anchors = [f"same act: {event}"]
    agents = frozenset(name for name in between.shared_agents if setting.stories.weight(name) >= 0.5)
    targets = frozenset(name for name in between.shared_targets if setting.stories.weight(name) >= 0.5)
    if agents:
        anchors.append(f"same actor: {', '.join(sorted(setting.label(name) for name in agents))}")
    if targets:
        anchors.append(f"same object: {', '.join(sorted(setting.label(name) for name in targets))}")
    names = [setting.label(name) for name in setting.stories.shared(left.anchor.article, right.anchor.article)[:4]]
    anchors.append(f"same story: both name {', '.join(names)}")
    vague = left.frame.event in setting.words["deed.vague"]
    unknown = any(not claim.frame.targets and claim.frame.thing is None for claim in (left, right))
    same_thing = persons or (len(things) == 1 and None not in {claim.frame.thing for claim in (left, right)})
    if left.frame.role == "excluded":
        return Proof(tuple(anchors), 0.6) if agents else Doubt("the speaker is not known to be one")
    if agents and (between.shared_targets or same_thing or (unknown and not vague)):
        return Proof(tuple(anchors), 0.7)
    if targets and (between.shared_agents or not vague):
        return Proof(tuple(anchors), 0.6)
    done, undone = (left, right) if _holds(left) else (right, left)
    if not _is_part(done, undone):
        return Doubt("not done by, or to, some of them only")
    total = "total" in undone.frame.subset
    if total and not vague:
        return Proof((*anchors, "said of every instance"), 0.5)
    if same_thing and (total or not vague) and _is_of_the_day(done, setting):
        thing = undone.frame.thing if "person" not in things else "anybody"
        return Proof((*anchors, f"done to the same: {thing}"), 0.5)
    return Doubt("neither the actor nor the thing acted on is known to be shared")
