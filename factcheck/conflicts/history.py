"""Compares the years and days of a life, a firm, a building or a work: what happens once to somebody or something.

That it happens once is what proves one happening, so that years between two articles are no sign of two.  What is asked is whether it is
told of one person or thing: by name, by the noun of a thing of which one story has one ("the dam"), or, where one article names nobody
("Born: 2 May 1932"), because both begin with the one whom the other names.

Levels: those of FC101.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from factcheck.conflicts.date import caption_gap, day_level, nearest_gap
from factcheck.conflicts.pairs import (
    Clash,
    ComparabilityProof,
    Comparer,
    ComparisonContext,
    Doubt,
    are_apart,
    by_article,
    clash,
    values_of,
)
from factcheck.frame_notes import DEFINITE, NoteKind
from factcheck.model import HISTORY, Claim
from factcheck.topics.comparability import marker_veto, scope_veto
from factcheck.topics.participants import Parts, are_kin, link, not_of_sort, with_participants
from factcheck.topics.persons import respelt
from factcheck.topics.strength import FAIR, SOUND, STRONG
from factcheck.values import DateValue, Relation

_NOBODY = frozenset[str]()
_WEAK = ("noun:", "place:")
_OFFICE, _SWORN_IN = f"{HISTORY}.office", 200
"""The slot of who took an office when, and the days that may lie between a choice and its first day."""


class HistoryComparer(Comparer):
    """Compares the days and years of what happens once.  No tolerance: what is told by its year is compared by its year."""

    kind = "date"
    codes: tuple[str, ...] = ("FC101",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without those of one owner to whom an article says that it happened twice, or that may be of one."""
        torn: set[str] = set()
        for told in by_article(block).values():
            for one, other in combinations(told, 2):
                if are_apart(one.value, other.value) and not _of_two(one, other):
                    torn |= {one.id, other.id}
        return [claim for claim in block if claim.id not in torn]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The facts of one kind meet: births, foundings."""
        return claim.slot if claim.frame.role == HISTORY else None

    def anywhere(self, claim: Claim) -> bool:
        """Lives and histories are told wherever their owner is."""
        return bool(_owners(claim).targets)

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC101 where both tell of one owner."""
        proof = prove_one_owner(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        mine, theirs = values_of(left, right, DateValue)
        relation, gap = mine.relation(theirs), nearest_gap(mine, theirs)
        if left.slot == _OFFICE and gap <= _SWORN_IN:
            return Doubt("chosen before the office was taken")
        told = caption_gap(mine, theirs) if relation is Relation.APART else relation.value
        return clash("FC101", day_level(mine, relation, gap), relation, mine, theirs, proof, told=told)


def prove_one_owner(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """Whether two articles tell a fact of one person or thing, whose name the two may spell apart."""
    veto = _owner_veto(left, right, context) or marker_veto(left, right)
    return Doubt(veto) if veto else _owner_proof(left, respelt(left, right, context.folder, context.stories), context)


def _owner_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why two claims are not plain statements of two articles of one story or of one owner; None when nothing says so."""
    articles = (left.anchor.article, right.anchor.article)
    if articles[0] == articles[1]:
        return "one article tells of both"
    if any(claim.scope.hedged for claim in (left, right)):
        return "one statement is hedged"
    if not context.stories.same(*articles) and not _are_about_one(left, right, context):
        return "the articles do not share a story"
    return scope_veto(left, right)


def _are_about_one(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two articles of two times begin with the owner of both claims and share another name there."""
    heads = [context.stories.heads.get(claim.anchor.article, _NOBODY) for claim in (left, right)]
    shared = heads[0] & heads[1]
    words = {f"word:{word}" for name in link(_owners(left), _owners(right)).crossed for word in _telling(name)}
    return len(shared) > 1 and not shared.isdisjoint(words)


def _owners(claim: Claim) -> Parts:
    """Those of whom or what it is told who are named."""
    return Parts(_NOBODY, not_of_sort(claim.frame.targets, *_WEAK))


def _company(claim: Claim) -> Parts:
    """Who did it and to whom or where it led, as far as they are named."""
    return Parts(_NOBODY, not_of_sort(claim.frame.agents, "noun:"))


def _everybody(claim: Claim) -> Parts:
    """All who take part, as far as they are named."""
    return Parts(_NOBODY, not_of_sort(claim.frame.agents | claim.frame.targets, "noun:"))


def _of_two(one: Claim, other: Claim) -> bool:
    """Whether two facts of one article are told of two owners, or lead to two."""
    owners, company = link(_owners(one), _owners(other)), link(_company(one), _company(other))
    return owners.targets_differ or company.targets_differ


def _owner_proof(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """The proof that two facts are of one owner, and lead to one place or person where they say so."""
    fact = left.slot.partition(".")[2]
    story = context.story(left, right)
    company = link(_company(left), _company(right)).crossed
    if fact in context.words["history.where"] and not company and len(link(_everybody(left), _everybody(right)).crossed) <= 1:
        return Doubt("not known to lead to one place or person")
    between = link(_owners(left), _owners(right))
    shared = context.salient(between.crossed)
    if left.slot == _OFFICE and not _one_office(left, right, company, context):
        return Doubt("not known to be one office")
    if shared:
        if are_kin(*(with_participants(claim, _owners(claim).targets) for claim in (left, right))):
            return Doubt("two of one family")
        if _is_part(left, right, context):
            return Doubt("told of two things of one owner")
        return ComparabilityProof((_once(fact, context.labels(shared), context), story), STRONG)
    if between.targets_differ:
        return Doubt("told of two persons or things")
    founders = frozenset(name for name in company if name.startswith("person:"))
    if founders and fact not in context.words["history.person"] and _may_be_one(left, right, context):
        return ComparabilityProof((_once(fact, f"by {context.labels(founders)}", context), story), SOUND)
    if fact in context.words["history.named"]:
        return Doubt("not known of which of several it is told")
    return _unnamed(left, right, fact, context)


def _one_office(left: Claim, right: Claim, company: frozenset[str], context: ComparisonContext) -> bool:
    """Whether two claims tell of one office: by a word for it that tells which, or by the name of where it is, where no such word sets
    them apart."""
    plain = context.words["history.office"].keys()
    told = [NoteKind.UNDERGOER.words(claim.frame.subset) for claim in (left, right)]
    which = [words - plain for words in told]
    if any(which):
        return bool(which[0] & which[1])
    roles = [words & plain for words in told]
    return bool(context.salient(company)) and (not all(roles) or bool(roles[0] & roles[1]))


def _unnamed(left: Claim, right: Claim, fact: str, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """The proof where one article names nobody: one thing of its noun, or the one whom both articles are about."""
    articles, story = (left.anchor.article, right.anchor.article), context.story(left, right)
    if context.days_between(left, right) is not None and not context.stories.close(*articles):
        return Doubt("told on days far apart")
    named = [claim for claim in (left, right) if context.salient(_owners(claim).targets)]
    heads = [context.stories.heads.get(article, _NOBODY) for article in articles]
    led = fact in context.words["history.where"] and not left.frame.thing and not right.frame.thing
    if not named and led and heads[0] & heads[1]:
        return ComparabilityProof((_once(fact, "whom both articles begin with", context), story), FAIR)
    if len(named) != 1:
        known = all(DEFINITE in claim.frame.subset for claim in (left, right))
        if not named and ((known and _one_noun(left, right, context)) or _is_labelled(left, right, context)):
            return ComparabilityProof((_once(fact, f"the {left.frame.thing or right.frame.thing}", context), story), FAIR)
        return Doubt("not known to be told of one person or thing")
    bearer, other = named[0], left if named[0] is right else right
    if not _may_be_meant(bearer, other, context):
        return Doubt("not known to be told of one person or thing")
    words = {f"word:{word}" for name in _owners(bearer).targets for word in _telling(name)}
    meant = words & heads[0] & heads[1]
    if not meant:
        return Doubt("not what both articles begin with")
    return ComparabilityProof((_once(fact, f"{context.labels(meant)}, with which both articles begin", context), story), FAIR)


def _once(fact: str, whom: str, context: ComparisonContext) -> str:
    """The line of a proof that says what happens once, and to whom or what, or by whom, it is told."""
    return f"{context.words.text('history.once').get(fact, fact)} once: {whom}"


def _telling(name: str) -> list[str]:
    """The family name of a person, all words of another name."""
    sort, _, words = name.partition(":")
    return words.split()[-1:] if sort == "person" else words.split()


def _may_be_meant(bearer: Claim, other: Claim, context: ComparisonContext) -> bool:
    """Whether a claim that names nobody may tell of whom another names: nobody else is named beside it, and its noun, where it has one, is
    a known thing of which the other article tells too."""
    others = any(name.startswith("person:") for name in other.frame.others) and _owners(bearer).targets.isdisjoint(other.frame.others)
    if others and not link(_company(bearer), _company(other)).crossed:
        return False
    noun = other.frame.thing
    if noun is None:
        return True
    known = context.stories.nouns.get(bearer.anchor.article, _NOBODY)
    return DEFINITE in other.frame.subset and noun not in context.stories.plain and noun in known


def _may_be_one(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two things may be one by their nouns: both of one noun or of nouns that say nothing, or one without."""
    nouns = [claim.frame.thing for claim in (left, right)]
    return None in nouns or nouns[0] == nouns[1] or any(noun in context.stories.plain for noun in nouns)


def _one_noun(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    nouns = [claim.frame.thing for claim in (left, right)]
    if nouns[0] is None or nouns[1] is None or set(nouns) & set(context.stories.plain):
        return False
    kindred = context.words.text("history.kindred")
    return kindred.get(nouns[0], nouns[0]) == kindred.get(nouns[1], nouns[1])


def _is_labelled(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether one tells of a known thing of which the other's article tells too, and the other is but labelled ("Completed: 1963")."""
    for told, label in ((left, right), (right, left)):
        thing, meant = told.frame.thing, NoteKind.POSSIBLE_NAME.words(label.frame.subset)
        if thing in meant and not label.frame.others:
            return DEFINITE in told.frame.subset and thing not in context.stories.plain
    return False


def _is_part(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether one owner is named beside two nouns ("the firm", "the firm's works"), or two places ("the plant in Velm")."""
    nouns = [claim.frame.thing for claim in (left, right)]
    if left.slot.partition(".")[2] in context.words["history.person"]:
        return False
    if None not in nouns and not _one_noun(left, right, context) and nouns[0] != nouns[1]:
        return True
    places = [frozenset(name for name in claim.frame.targets if name.startswith("place:")) for claim in (left, right)]
    return bool(places[0] and places[1] and not places[0] & places[1])


__all__ = ["HistoryComparer", "prove_one_owner"]
