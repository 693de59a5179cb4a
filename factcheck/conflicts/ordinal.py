"""Places in a row: one thing that is the third of its kind for one and the fifth for another.

Levels, first that holds:

    FC571   compatible       the same place, or a place in a longer row that leaves room for it
            apart            two places in one row, or a later place in a shorter row than in the longer one
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, of_one_answer, values_of
from factcheck.frame_notes import IT, STANDING_IN, Note, NoteKind, without_kinds, word_behind_colon
from factcheck.model import GAP, TURN, Claim
from factcheck.rulebook import WordList
from factcheck.topics.comparability import other_instance_veto, scope_veto
from factcheck.topics.participants import link
from factcheck.topics.strength import GOOD, MODEST, SOUND, STRONG
from factcheck.values import OrdinalValue, Relation


class OrdinalComparer(Comparer):
    """Compares the places that two articles of one story give to one thing in rows of one kind.

    Tolerance ``days``: how many days after the smaller place the greater may be told of the same thing; later it is another one's.
    """

    kind = "ordinal"
    codes: tuple[str, ...] = ("FC571",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that give two places: those tell of two things."""
        return of_one_answer(block, lambda claim: claim.value.iso())

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Rows of one kind of thing; gaps and turns have comparers of their own."""
        return None if claim.frame.role in (GAP, TURN) else claim.frame.thing

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC571; see the module's list of levels."""
        one, other = values_of(left, right, OrdinalValue)
        veto = self._veto(left, right, context)
        if veto:
            return Doubt(veto)
        proof = _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        relation = one.relation(other)
        level = "compatible"
        if relation is Relation.APART:
            first, second = (left, right) if one.rank <= other.rank else (right, left)
            narrow, wide = _rows(first.frame.subset, second.frame.subset, context.words)
            if narrow != wide:
                if one.rank == other.rank:
                    return Doubt(f"two rows ({', '.join(sorted(narrow ^ wide))})")
                shorter, longer = (one, other) if (narrow > wide) == (first is left) else (other, one)
                if not (narrow > wide or wide > narrow):
                    return Doubt(f"two rows ({', '.join(sorted(narrow ^ wide))})")
                level = "apart" if shorter.rank > longer.rank else "compatible"
            else:
                level = "apart"
        return clash("FC571", level, relation, one, other, proof)

    def _veto(self, left: Claim, right: Claim, context: ComparisonContext) -> str | None:
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1]:
            return "one article tells of both"
        if not context.stories.same(*articles):
            return "the articles do not share a story"
        veto = scope_veto(left, right) or other_instance_veto(left, right, context.stories)
        return veto or self._growth_veto(left, right, context)

    def _growth_veto(self, left: Claim, right: Claim, context: ComparisonContext) -> str | None:
        """Why the greater place may be that of the next one; None where it is told too soon for that, or of a day that both tell."""
        small, great = sorted((left, right), key=lambda claim: claim.value.rank if isinstance(claim.value, OrdinalValue) else 0)
        later = context.days_between(small, great)
        if left.value.iso().partition(" ")[0] == right.value.iso().partition(" ")[0]:
            return None  # the same place, since two years
        if later is None:
            return "which of the two was told first is not known"
        if all(claim.frame.agents and not claim.frame.targets and not _degrees(claim) for claim in (small, great)):
            return None  # the first woman to win stays the first
        if later <= context.codes["FC571"].tolerances["days"]:
            return None
        event = left.frame.event or ""
        shared = event in context.stories.shared_lead(small.anchor.article, great.anchor.article)
        return (
            None
            if shared and context.stories.near(small.anchor.article, great.anchor.article)
            else "the greater place may be that of a later one"
        )


def _rows(left: frozenset[Note], right: frozenset[Note], words: Mapping[str, WordList]) -> tuple[frozenset[Note], frozenset[Note]]:
    """What narrows the two rows, without what both say in other words: a name and its adjective ("Maravel", "Maravelian"), a name and its
    noun ("the Belkar Valley", "the valley"; of a superlative also "the country", an area), and a noun where the other row has a
    name and an act but no noun ("a government").  ``left`` is the row of the smaller rank."""
    if (STANDING_IN in left) != (STANDING_IN in right):
        left, right = (frozenset(without_kinds(side, NoteKind.ACT, NoteKind.NOUN)) for side in (left, right))
    mine, theirs = set(left - right), set(right - left)
    ranked = bool(NoteKind.DEGREE.among(left & right))
    lands = frozenset(words["ordinal.land"])
    for one, other in ((mine, theirs), (theirs, mine)):
        stands = frozenset(words["ordinal.area"]) if ranked else frozenset[str]()
        own = (
            stands if one is mine else stands - frozenset(words["ordinal.wide"])
        )  # who is the first of a town may be the third of the country
        for word in sorted(one):
            same = _said_otherwise(word, other, own, lands)
            if same:
                one.discard(word)
                other.discard(same[0])
    acts = NoteKind.ACT.among(left & right)
    for one, other in ((mine, theirs), (theirs, mine)):
        if acts and not other and len(one) == 1 and NoteKind.NOUN.among(one):
            one.clear()
    shared = left & right
    return shared | mine, shared | theirs


def _said_otherwise(word: str, other: Collection[Note], areas: Collection[str], lands: Collection[str]) -> list[Note]:
    """The notes of another row that say the same as a word of this one; ``areas`` are the nouns that its one name may go by, ``lands`` the
    nouns for the one country of a story."""
    sort, _, said = word.partition(":")
    names = [name for name in sorted(other) if name.startswith("name:")]
    if sort == "name":
        return [name for name in names if name[5:][:_STEM] == said[:_STEM] and len(said) >= _STEM]
    if sort != "noun":
        return []
    same = [name for name in names if said in name[5:].split()] or [note for note in sorted(other) if said in lands and note[5:] in lands]
    named = _named(other)
    return same or (named if said in areas and len(named) == 1 else [])


def _named(words: Collection[Note]) -> list[Note]:
    return sorted(word for word in words if word.startswith(("name:", "place:", "organisation:")) and not word.startswith("place:region"))


_STEM = 5
"""Letters that a name and its adjective share at least ("Maravel", "Maravelian")."""


def _degrees(claim: Claim) -> frozenset[str]:
    return NoteKind.DEGREE.among(claim.frame.subset)


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """One named subject or owner; or what happened, told by both as "it", in a row with one name or of what both articles are about."""
    between = link(left, right)
    if between.agents_differ or between.targets_differ:
        return Doubt("different subjects or owners")
    articles = (left.anchor.article, right.anchor.article)
    thing = left.frame.thing or ""
    row = f"places in rows of one kind: {thing.replace('-', ' ')}"
    story = context.story(left, right)
    heavy = context.salient(between.crossed)
    if heavy:
        return ComparabilityProof(
            (
                row,
                f"same subject: {context.labels(heavy)}",
                story,
            ),
            STRONG,
        )
    if not all(IT in claim.frame.markers for claim in (left, right)):
        return Doubt("what has the place is not known to be one")
    shared = without_kinds(left.frame.subset & right.frame.subset, NoteKind.NOUN, NoteKind.TIME, NoteKind.ACT, NoteKind.DEGREE)
    named = sorted(context.label(name) for name in context.salient(note for note in shared if word_behind_colon(note)))
    if named:
        return ComparabilityProof((row, f"the same row: {', '.join(named)}", story), GOOD)
    known = [claim.frame.event or thing for claim in (left, right)]
    leads = [context.stories.main_event(article, event) for article, event in zip(articles, known, strict=True)]
    alike = bool(_degrees(left) & _degrees(right)) and context.stories.near(*articles)  # "theft" and "raid" make one row
    if not any(event in context.stories.generic for event in known) and (all(leads) or (any(leads) and alike)):
        return ComparabilityProof(
            (
                row,
                f"what both articles are about: {known[0].replace('-', ' ')}",
                story,
            ),
            SOUND,
        )
    if left.frame.subset == right.frame.subset and len(left.frame.subset) > 1 and context.one_day_news(left, right):
        return ComparabilityProof((row, "rows of one length, told in the same words", story), MODEST)
    return Doubt("what has the place is not known to be one")
