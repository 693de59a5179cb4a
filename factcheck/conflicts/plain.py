"""Plain statements: two reports of one day that say all of a clause alike but for one name, or for the way it went.

Levels, first that holds:

    FC621   compatible       one answer, two spellings of one name, or places of which the one may lie in the other
            apart            two names, or two poles of one axis
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from factcheck.conflicts.pairs import (
    Clash,
    ComparabilityProof,
    Comparer,
    ComparisonContext,
    Doubt,
    by_article,
    clash,
    news_veto,
    story_veto,
    values_of,
)
from factcheck.frame_notes import DEFINITE, PAST, NoteKind, preposition_and_name, without_kinds
from factcheck.mentions.matches import MINUTES, SCORE, STANDING
from factcheck.mentions.plain import AIRCRAFT, COLOUR, KIN, MAKE, PAIR, PARTY, POLE, RANK, WHAT, WHERE, WHITHER, WHO, YEAR
from factcheck.mentions.spelling import Match
from factcheck.mentions.votes import VOTES
from factcheck.model import Claim
from factcheck.topics.comparability import marker_veto, time_veto
from factcheck.topics.participants import link
from factcheck.topics.persons import name_of, of_one_family, respelt
from factcheck.topics.strength import GOOD, MODEST, SOUND
from factcheck.topics.windows import NEXT_DAY
from factcheck.values import PlainValue, Relation

_IDS = ("person:", "name:", "organisation:", "place:", "noun:")
_ALIKE = 0.6
"""Part of the letters of a name from which another is taken for a spelling of it."""
_CITY = "place:city."
_STEM = 5
"""Letters by which the words of parties' names are told apart: "Democrats", "Democratic Party"."""
_SAME, _NONE, _NEVER, _PERSON = "same", "none", "never", "person"
"""What "plain.axis-object" may ask of the objects of two verbs of one axis."""
_WITHOUT = "without"
_LENGTH = 8
"""Words from "for" to the unit of a length of time."""


class PlainComparer(Comparer):
    """Compares one part of plain statements, across articles of one story that appeared on one day or the next."""

    kind = "plain"
    codes: tuple[str, ...] = ("FC621",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that give two answers, which may be of two acts; statements of other people and things beside it
        do not count."""
        torn: set[str] = set()
        for claims in by_article(block).values():
            for one, other in combinations(claims, 2):
                if one.value.iso() != other.value.iso() and _may_be_one(one, other):
                    torn |= {one.id, other.id}
        return [claim for claim in block if claim.id not in torn]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The same part of the same act, and for ways things went the same nouns, as the axis asks for."""
        if claim.frame.role in (SCORE, MINUTES, STANDING, VOTES):
            return None
        if claim.frame.role != POLE:
            return f"{claim.slot} {claim.frame.event}"
        asked = str(context.words["plain.axis-object"].get((claim.frame.event or "").removeprefix("verb:"), _NEVER))
        objects = _nouns(claim, NoteKind.OBJECT, context)
        if asked == _PERSON and not any(name.startswith("person:") for name in claim.frame.targets):
            return None
        if asked == _NEVER or (asked == _NONE and objects) or (asked == _SAME and not objects):
            return None
        return f"{claim.slot} {claim.frame.event} {' '.join(sorted(objects))}"

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC621; see the module's list of levels."""
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1] or not context.stories.same(*articles):
            return Doubt("the articles do not share a story, or are one")
        left, right = (_settled(claim) for claim in (left, right))
        right = respelt(left, right, context.folder, context.stories)
        veto = _day_veto(left, right, context) or _statement_veto(left, right, context) or _rest_veto(left, right, context)
        proof = Doubt(veto) if veto else _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        one, other = values_of(left, right, PlainValue)
        apart = one.answer != other.answer
        if apart and left.frame.role not in (POLE, KIN, YEAR, RANK, COLOUR, MAKE):
            doubt = _one_name(left, right, context)
            if doubt:
                return Doubt(doubt)
        relation = Relation.APART if apart else Relation.SAME
        return clash("FC621", "apart" if apart else "compatible", relation, one, other, proof)


def _may_be_one(one: Claim, other: Claim) -> bool:
    """Whether two statements of one article may be of the same people and things."""
    between = link(one, other)
    subjects = [_words(claim, NoteKind.SUBJECT) for claim in (one, other)]
    return not (between.agents_differ or between.targets_differ or (subjects[0] and subjects[1] and subjects[0] != subjects[1]))


def _words(claim: Claim, kind: NoteKind) -> frozenset[str]:
    return kind.words(claim.frame.subset)


def _nouns(claim: Claim, kind: NoteKind, context: ComparisonContext) -> frozenset[str]:
    """The nouns of a clause's subject or object, each under the one that papers put for it."""
    alike = context.words.text("plain.noun")
    return frozenset(alike.get(noun, noun) for noun in map(context.same_noun, _words(claim, kind)))


def _settled(claim: Claim) -> Claim:
    """The claim without a time that only bounds it ("it lasts until May"), and a colour without the hedge of what is said of the thing:
    "they are believed to be in a white van"."""
    time = claim.frame.time
    if claim.frame.role == COLOUR:
        lacking = all(cue.words.lower() == _WITHOUT for cue in claim.scope.cues if cue.name == "negated")  # "drove off without lights"
        claim = replace(claim, scope=replace(claim.scope, hedged=False, negated=claim.scope.negated and not lacking))
    return claim if time is None or time.bound == "on" else replace(claim, frame=replace(claim.frame, time=None))


def _day_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the two are not known to be told of one day."""
    if left.frame.role in (KIN, PARTY, COLOUR, YEAR, MAKE):
        return None
    apart = context.days_between(left, right)
    if apart is None:
        return "the days of the articles are not known"
    if abs(apart) > NEXT_DAY:
        return "the articles did not appear on one day or the next"
    if left.frame.role == RANK:
        return None
    times = (left.frame.time, right.frame.time)
    if times[0] is None or times[1] is None:
        return None if apart == 0 else "not told of one day"
    return "told of different times" if times[0].relation(times[1]) is Relation.APART else None


def _statement_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the two are not plain statements of one happening; what somebody is said to be in passing is so whatever the sentence tells."""
    if left.frame.role in (KIN, PARTY):
        return "one statement is hedged" if left.scope.hedged or right.scope.hedged else None
    if left.frame.role in (YEAR, COLOUR, MAKE):
        veto = story_veto(left, right, context) or marker_veto(left, right)
        return veto or (time_veto(left, right, context.stories.days) if left.frame.role == MAKE else None)
    return news_veto(left, right, context)


def _rest_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why a second part of the clauses differs as well."""
    if left.frame.role in (KIN, PARTY):
        return None
    if left.frame.role != YEAR and (PAST in left.frame.subset) != (PAST in right.frame.subset):
        return "one is told of what was before"
    if left.frame.role == POLE and _lasts(left, context) != _lasts(right, context):
        return "one is told of what went on for a time"
    for kind in (NoteKind.SUBJECT, NoteKind.OBJECT):
        mine, theirs = (_nouns(claim, kind, context) for claim in (left, right))
        if (mine and theirs and mine != theirs) or (kind == NoteKind.OBJECT and bool(mine) != bool(theirs)):
            return "two things"
    narrow = [_words(claim, NoteKind.ONLY) for claim in (left, right)]
    if narrow[0] and narrow[1] and narrow[0] != narrow[1]:
        return "things narrowed by different words"
    mine_at, theirs_at = _named(left), _named(right)
    for prep in mine_at.keys() & theirs_at.keys():
        if not mine_at[prep] & theirs_at[prep]:
            return f"two names behind {prep}"
    return None


def _lasts(claim: Claim, context: ComparisonContext) -> bool:
    """Whether a sentence tells for how long something was so ("for two years the bridge was closed"), which its end does not gainsay."""
    words = claim.anchor.quote.lower().replace(",", " ").split()
    units = context.words["duration.unit"]
    return any(word == "for" and any(unit in units for unit in words[place : place + _LENGTH]) for place, word in enumerate(words))


def _named(claim: Claim) -> Mapping[str, set[str]]:
    """The ids of a clause by the word before them, without those of the part told."""
    found: dict[str, set[str]] = {}
    for prep, name in map(preposition_and_name, without_kinds(claim.frame.subset, NoteKind.AROUND)):
        if name.startswith(_IDS) and name != claim.value.iso():
            found.setdefault(prep, set()).add(name)
    return found


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """The same known participant, or the one known thing of its noun, in two articles that clearly tell one story."""
    role, between = left.frame.role, link(left, right)
    if between.agents_differ or between.targets_differ:
        return Doubt("different actors or things acted on")
    story = context.story(left, right)
    match role:
        case "pair":
            return _prove_pair(left, right, context, story)
        case "party":
            known = context.salient(between.shared_agents)
            proof = ComparabilityProof((f"same person: {context.labels(known)}", story), SOUND)
            return proof if known else Doubt("not known to be one person")
        case "kin":
            return _prove_kin(left, right, context, story)
        case "make":
            if not context.stories.close(left.anchor.article, right.anchor.article):
                return Doubt("the articles do not clearly tell one story")
            if left.frame.thing != AIRCRAFT and not (left.frame.lead or right.frame.lead):
                return Doubt("not what either article begins with")
            if left.frame.thing != AIRCRAFT and not context.stories.near(left.anchor.article, right.anchor.article):
                return Doubt("what was suspected may have been found out since")
            return ComparabilityProof((f"the only {left.frame.thing} that each of the two articles tells", story), MODEST)
        case "colour" if _is_make(left, context) and _things(left) == _things(right):
            return ComparabilityProof((f"one make: {left.frame.thing}", story), MODEST)
        case "colour" if not _words(left, NoteKind.DONE) & _words(right, NoteKind.DONE):
            return Doubt("not known to be one thing")
    words = _same_act(left, right)
    shared = context.salient(between.shared_targets if role == WHO else between.crossed)
    persons = frozenset(name for name in shared if name.startswith("person:"))
    if persons or (shared and (role == WHO or _things(left) == _things(right))):
        how = "done to" if role == WHO else "told of"
        return ComparabilityProof((words, f"{how} the same: {context.labels(shared if role == WHO else persons or shared)}", story), GOOD)
    return _prove_thing(left, right, context, story)


def _same_act(left: Claim, right: Claim) -> str:
    return "same act: " + " / ".join(sorted({f'"{claim.frame.predicate}"' for claim in (left, right)}))


def _things(claim: Claim) -> frozenset[str]:
    return _words(claim, NoteKind.SUBJECT) | _words(claim, NoteKind.OBJECT)


def _prove_pair(left: Claim, right: Claim, context: ComparisonContext, story: str) -> ComparabilityProof | Doubt:
    one, other = (claim.value.iso().partition(":")[2].split(" > ") for claim in (left, right))
    if one in (other, other[::-1]):
        return ComparabilityProof((_same_act(left, right), f"between the same two: {context.labels(one)}", story), GOOD)
    return Doubt("not the same two")


def _prove_thing(left: Claim, right: Claim, context: ComparisonContext, story: str) -> ComparabilityProof | Doubt:
    """The one known thing of a noun."""
    nouns = (_things(left) & _things(right)) - {""} - context.words["noun.generic"].keys() - context.words["doer.many"].keys()
    if not nouns or any(DEFINITE not in claim.frame.subset for claim in (left, right)):
        return Doubt("what it is told of is not known to be one")
    if not context.stories.close(left.anchor.article, right.anchor.article):
        return Doubt("the articles do not clearly tell one story")
    return ComparabilityProof((_same_act(left, right), f"told of the same: the {', the '.join(sorted(nouns))}", story), MODEST)


def _is_make(claim: Claim, context: ComparisonContext) -> bool:
    """Whether a thing is told by its make ("range rover"), of which a story has one."""
    thing = claim.frame.thing or ""
    return " " in thing or f"name:{thing}" in _held(claim, context) or (thing != "" and thing.title() in claim.anchor.quote)


def _prove_kin(left: Claim, right: Claim, context: ComparisonContext, story: str) -> ComparabilityProof | Doubt:
    between = link(left, right)
    if of_one_family(left, right, context.folder):
        return Doubt("two members of one family")
    owned = [_words(claim, NoteKind.OF_WORD) for claim in (left, right)]
    same = bool(between.shared_targets) or (owned[0] and owned[0] == owned[1])
    if not between.shared_agents or not same:
        return Doubt("whose relative it is, or who, is not known to be one")
    return ComparabilityProof((f"same person: {context.labels(between.shared_agents)}", "a relative of the same", story), SOUND)


def _one_name(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why two names may be one bearer's, or one place may lie in the other."""
    role, one, other = left.frame.role, left.value.iso(), right.value.iso()
    if role == PAIR:
        return None
    if one.startswith("person:") and other.startswith("person:"):
        first, second = (name_of(name, context.folder) for name in (one, other))
        match = context.folder.match(first, second)
        namesakes = match.family is Match.EQUAL and match.given is Match.APART
        known = bool(first.given and second.given)
        return None if known and (match.family is Match.APART or namesakes) else "the names may be one person's"
    if role == PARTY:
        stems = [{word[:_STEM] for word in name.partition(":")[2].split() if word != PARTY} for name in (one, other)]
        return None if stems[0] and stems[1] and not stems[0] & stems[1] else "the names may be one"
    if role == WHO or (role != WHAT and one.startswith("person:") != other.startswith("person:")):
        return "the doers are not known to be two"
    if role in (WHERE, WHITHER) and (one in _words(right, NoteKind.AROUND) or other in _words(left, NoteKind.AROUND)):
        return "one place lies in the other"
    if role == WHITHER and one.startswith("place:") != other.startswith("place:") and not any(_CITY in name for name in (one, other)):
        return "one place may lie in the other"
    sites = context.words["where.site"]
    words = [frozenset(name.partition(":")[2].split()) for name in (one, other)]
    words = [frozenset(word for word in name if word not in sites) or name for name in words]
    if one.startswith("place:") and other.startswith("place:"):
        return None
    if words[0] & words[1] or (Levenshtein.normalized_similarity(one, other) > _ALIKE and role != WHAT):
        return "the names may be one"
    held = [{word for name in _held(claim, context) for word in name.partition(":")[2].split()} for claim in (left, right)]
    return "one article names both" if words[0] <= held[1] or words[1] <= held[0] else None


def _held(claim: Claim, context: ComparisonContext) -> frozenset[str]:
    return context.stories.names[claim.anchor.article]
