"""How far an act reached: the one article says all of a whole, the other one part of it and nothing else.

Levels, first that holds:

    FC561   compatible       both tell of all, or both of a part
            apart            all against a part alone
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, values_of
from factcheck.frame_notes import MANY, Note, NoteKind, of_kinds
from factcheck.mentions.extent import REACHED, REACHED_ALL
from factcheck.model import Claim
from factcheck.topics.comparability import marker_veto, meant_veto, time_veto
from factcheck.topics.strength import FAIR, MODEST
from factcheck.topics.windows import NEAR_DAYS
from factcheck.values import DateValue, Relation, ScopeValue


class ExtentComparer(Comparer):
    """Compares how far one sort of act reached, across articles of one story of the same days."""

    kind = "scope"
    codes: tuple[str, ...] = ("FC561",)
    equal_agree = False  # two articles that say "all" need not tell of one whole

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that tell of a whole and of a part of it, and without parts of no whole that is told beside them:
        the canteen that stayed open is no terminal."""
        wholes: dict[str, set[Note]] = {}
        parts: dict[str, set[Note]] = {}
        for claim in block:
            told = wholes if claim.rule == REACHED_ALL else parts
            told.setdefault(claim.anchor.article, set()).update(of_kinds(claim.frame.subset, NoteKind.THING))
        kept = {article for article, things in wholes.items() if not things & parts.get(article, set())}
        return [claim for claim in block if claim.anchor.article in (kept if claim.rule == REACHED_ALL else parts.keys() - wholes.keys())]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The act."""
        return claim.slot if claim.frame.role == REACHED else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC561; see the module's list of levels."""
        mine, theirs = values_of(left, right, ScopeValue)
        if mine.quantifier == theirs.quantifier:
            return Doubt("both tell of a whole, or both of a part")
        whole, part = (left, right) if left.rule == REACHED_ALL else (right, left)
        veto = _veto(whole, part, context)
        proof = Doubt(veto) if veto else _prove(whole, part, context)
        return proof if isinstance(proof, Doubt) else clash("FC561", "apart", Relation.APART, mine, theirs, proof)


def _veto(whole: Claim, part: Claim, context: ComparisonContext) -> str | None:
    articles = (whole.anchor.article, part.anchor.article)
    if articles[0] == articles[1] or not context.stories.close(*articles):
        return "the articles do not clearly tell one story, or are one"
    veto = meant_veto(whole, part, "question", "conditional", "hedged")
    if veto is None and whole.scope.planned != part.scope.planned:
        veto = "one is a plan, the other an outcome"
    if veto is None and (whole.scope.negated or part.scope.negated):
        veto = "one statement is negated"
    veto = veto or marker_veto(whole, part)
    if veto is None and whole.frame.event not in context.words["extent.lasting"]:
        veto = time_veto(whole, part, context.stories.days)
    if veto:
        return veto
    now, then = part.frame.time, whole.frame.time
    if now is not None and then is not None and now.relation(then) is Relation.APART:
        return "told of different days"
    if now is not None and (now.bound in ("by", "until") or (then is not None and _is_later(now, then))):
        return "the part is what was left of it then"
    later = context.days_between(part, whole)
    if later is None or abs(later) > NEAR_DAYS:
        return "the days of the articles are not known, or far apart"
    return "the whole is told later: it may have grown" if later > 0 and not _was_whole(whole, part, context) else None


def _was_whole(whole: Claim, part: Claim, context: ComparisonContext) -> bool:
    """Whether an act had reached the whole before another article told of a part: by the day told, or as what holds since it began."""
    if whole.frame.event in context.words["extent.lasting"]:
        return True
    time, day = whole.frame.time, context.stories.days.get(part.anchor.article)
    return time is not None and not time.open_year and time.earliest is not None and day is not None and time.earliest < day


def _prove(whole: Claim, part: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """The part is one of what the whole has, by its noun, or a part of such a site as the whole is, by the lists."""
    mine, theirs = (NoteKind.THING.words(claim.frame.subset) for claim in (whole, part))
    event = (whole.frame.event or "").replace("-", " ")
    anchors = [f"same act: {event}", context.story(whole, part)]
    foreign = whole.frame.targets - part.frame.others - part.frame.targets
    known = _words(context.stories.names.get(part.anchor.article, frozenset()))
    if any(not name.startswith("place:") and not _words((name,)) & known for name in context.salient(foreign)):
        return Doubt("the whole is another's")
    numbered = any(word.isdecimal() for word in NoteKind.ONLY.words(part.frame.subset))  # "lines 3 and 8"
    shared = mine & theirs if numbered else (mine & theirs) - context.words["noun.generic"].keys()
    if shared:
        if not NoteKind.ONLY.words(part.frame.subset) and not part.frame.targets:
            return Doubt("nothing makes the part one")
        return ComparabilityProof((f"same whole: {', '.join(sorted(shared))}", *anchors), FAIR)
    if MANY in whole.frame.subset:
        return Doubt("not known to be one of those")  # the canteen is none of the three terminals
    site, sort, words = whole.frame.thing, part.frame.thing, context.words
    others = (theirs & words["extent.site"].keys()) - {sort}
    if site in words["extent.site"] and sort in words["extent.part"] and others <= {site}:
        return ComparabilityProof((f"a part of the whole: the {sort}, the {site}", *anchors), MODEST)
    if site in words["extent.land"] and sort in words["extent.land-part"] and not others:
        return ComparabilityProof((f"a part of the whole: the {sort}, the {site}", *anchors), MODEST)
    if (
        site is None
        and whole.frame.targets
        and NoteKind.ONLY.words(part.frame.subset)
        and sort in (*words["extent.land"], *words["extent.land-part"])
    ):
        return ComparabilityProof((f"a part of the whole: the {sort}, {context.labels(whole.frame.targets)}", *anchors), MODEST)
    return Doubt("not known to be a part of that whole")


def _is_later(one: DateValue, other: DateValue) -> bool:
    """Whether a day is known to lie behind another one."""
    return one.earliest is not None and other.latest is not None and one.earliest > other.latest


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.partition(":")[2].split())
