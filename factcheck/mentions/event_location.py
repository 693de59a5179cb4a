"""Finds event locations: acts of a group with words for the place they were done at: "was shot in his garage", "hit the man in a cafe".

It is a mention of the kind "where".  Its group says what was done more broadly than a class of events does; the places of one group are
compared across articles that tell one story.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.columns import Columns, columns_of, phrases_in
from factcheck.documents import Passage
from factcheck.events import irregular_verbs, lexicon_of, verb_forms
from factcheck.mentions import Context, Found
from factcheck.mentions.factuality_cues import noun_span
from factcheck.rulebook import Rulebook
from factcheck.values import WhereValue

if TYPE_CHECKING:
    from factcheck.parses import Token

SCENE = "where.scene"
"""The rule of a claim: the place of an act of a group."""
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "ORDINAL"})
_OBJECTS = frozenset({"dobj", "prt", "attr", "oprd"})
_STATES = frozenset({"acomp", "advcl", "ccomp", "oprd", "xcomp"})
_CRAFTS = frozenset({"aircraft", "ship"})
"""Groups of "where.mover" that leave a port or an airport once on a journey."""
_FINDING = "find"
"""The group of "was discovered"."""
_SEAT = "relocate"
"""The group of "the seat of the bank stays in Dell"."""
_HARBOUR = "harbour"
"""The site whose nouns stand before "of" and the name of a town: "left the port of Dell"."""
_BEING, _EVENT = ("be",), ("stage",)
"""What stands in "where.act" for verbs that say no more than that their subject was, and the group of such a subject that no list knows."""


@dataclass(frozen=True, slots=True)
class EventLocation:
    """``verb`` is the index of the act's verb in the parse, ``places`` those of the nouns that name its place, in the order of the text,
    ``groups`` what may have been done."""

    verb: int
    places: tuple[int, ...]
    groups: tuple[str, ...]


class EventLocationFinder:
    """Finds event locations in parsed passages; passages without a parse have none."""

    kind = "where"

    def __init__(self, rulebook: Rulebook) -> None:
        """Inflect the verbs.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        irregular = irregular_verbs(rulebook)
        self._acts: dict[str, tuple[str, ...]] = {}
        for entry, groups in words.texts("where.act").items():
            base, _, rest = entry.partition(" ")
            for form in verb_forms(base, irregular.get(base, ())):
                key = f"{form} {rest}".strip()
                if form != base or key not in self._acts:  # "found" is the past of "find"
                    self._acts[key] = groups
        self._paired = frozenset(act.partition(" ")[0] for act in self._acts if " " in act)
        self._classes = words.texts("where.act-class")
        self._sites = frozenset(words["where.site"])
        self._nouns = words.texts("where.act-noun")
        self._before = {group: frozenset(before) for group, before in words.texts("where.act-preposition").items()}
        self._harbours = frozenset(noun for noun, site in words.texts("where.site").items() if _HARBOUR in site)
        self._relational, self._staying = frozenset(words["where.relational"]), frozenset(words["where.seat-verb"])
        self._particled, self._placed = frozenset(words["where.particled"]), frozenset(words["where.act-object"])
        self._none, self._states = frozenset(words["where.no-place"]), frozenset(words["where.state"])
        self._points, self._moments = frozenset(words["where.before-moment"]), frozenset(words["where.moment"])
        self._crafts = frozenset(noun for noun, sort in words.text("where.mover").items() if sort in _CRAFTS)
        self._leaving = frozenset(form for verb in words["where.leaving"] for form in verb_forms(verb, irregular.get(verb, ())))
        self._events = lexicon_of(rulebook)

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps."""
        doc = passage.doc
        if doc is None:
            return []
        columns = columns_of(doc)
        phrased = {at: rule.id for start, end, rule in phrases_in(doc, self._events) for at in range(start, end)}
        found: list[Found] = []
        told: list[Found] = []
        for index, tag in enumerate(columns.tags):
            if not tag.startswith("VB") or columns.deps[index] in ("aux", "auxpass"):
                continue
            groups = self._groups(columns, index, phrased)
            places = sorted(set(self._places(doc[index], groups)), key=lambda token: token.i) if groups else []
            if not places:
                continue
            verb, groups = self._above(columns, index, groups, phrased)
            told.append(Found(self.kind, noun_span(places[0]), SCENE, EventLocation(verb, tuple(token.i for token in places), groups)))
        for item in reversed(told):  # "found themselves in Dell, where the plane was brought down": the clause behind tells what was done
            if all(not item.span.overlaps(other.span) for other in found):
                found.append(item)
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> WhereValue | None:
        """Nothing yet: which places are meant, the names of the article tell."""
        return WhereValue(()) if isinstance(found.reading, EventLocation) else None

    def _groups(self, columns: Columns, verb: int, phrased: Mapping[int, str]) -> tuple[str, ...]:
        """What is done: by the verb with its object or particle, by the verb, by its class, or by the subject of a verb that says no more
        than that it was; empty where that is not listed."""
        lowers, deps, children = columns.lowers, columns.deps, columns.children[verb]
        if lowers[verb] in self._staying and any(
            deps[child] == "nsubj" and self._nouns.get(lowers[child]) == (_SEAT,) for child in children
        ):
            return (_SEAT,)
        told = self._told(columns, verb, phrased)
        if told != _BEING:
            return told
        subject = next((lowers[child] for child in children if deps[child] in ("nsubj", "nsubjpass")), None)
        rule = self._events.noun(subject) if subject is not None else None
        known = self._nouns.get(subject) if subject is not None else None
        return known or (self._classes.get(rule.id, _EVENT) if rule is not None else _EVENT)

    def _above(self, columns: Columns, verb: int, groups: tuple[str, ...], phrased: Mapping[int, str]) -> tuple[int, tuple[str, ...]]:
        """The verb of finding, and its groups, of which another one says in which state: "was found burnt out in Dell"."""
        head = columns.heads[verb]
        if columns.tags[verb] != "VBN" or columns.deps[verb] not in _STATES or not columns.tags[head].startswith("VB") or head > verb:
            return verb, groups
        above = self._groups(columns, head, phrased)
        return (head, above) if _FINDING in above else (verb, groups)

    def _told(self, columns: Columns, verb: int, phrased: Mapping[int, str]) -> tuple[str, ...]:
        lowers, deps, children = columns.lowers, columns.deps, columns.children
        word = lowers[verb]
        particles = [lowers[child] for child in children[verb] if columns.tags[child] == "RP"]
        if word in self._paired:
            preps = [child for child in children[verb] if deps[child] == "prep"]
            beside = [lowers[child] for child in children[verb] if deps[child] in ("dobj", "attr", "acomp", "oprd", "advmod", "nsubjpass")]
            beside += [lowers[child] for child in (*_found_so(columns, verb), *_let_go(columns, verb))]
            beside += [lowers[inner] for prep in preps for inner in children[prep] if deps[inner] == "pobj"]
            beside += [lowers[prep] for prep in preps]
            for key in (*particles, *beside):
                if f"{word} {key}" in self._acts:
                    return self._acts[f"{word} {key}"]
        if phrased.get(verb) in self._classes:
            return self._classes[phrased[verb]]
        if word in self._acts and (not particles or word not in self._particled):
            return self._acts[word]
        rule = self._events.verb(word, particles[0] if particles else None)
        return self._classes.get(rule.id, ()) if rule is not None else ()

    def _places(self, verb: Token, groups: Sequence[str]) -> Iterator[Token]:
        """The nouns behind words of place of a verb, of its object or particle, of what stands behind other prepositions, behind the comma
        that ends an aside, and before "where"."""
        allowed = frozenset().union(*(self._before.get(group, self._before["any"]) for group in groups))
        doc, at, columns = verb.doc, verb.i, columns_of(verb.doc)
        lowers, deps, children = columns.lowers, columns.deps, columns.children
        heads = [at, *(child for child in children[at] if deps[child] in _OBJECTS and child > at), *_found_so(columns, at)]
        heads += [child for child in _let_go(columns, at) if f"{lowers[at]} {lowers[child]}" in self._acts or lowers[child] in _BEING]
        for head in heads:  # which grows meanwhile: "shortly after noon on Friday in Dell"
            preps = [child for child in children[head] if deps[child] == "prep" and (head == at or columns.entities[head] in _TIMES)]
            heads += [inner for prep in preps for inner in children[prep] if self._leads_on(columns, prep, inner)]
        preps = [prep for head in heads for prep in children[head] if deps[prep] in ("prep", "advmod")]
        for prep in (*preps, *_behind_asides(columns, at)):
            if lowers[prep] not in allowed or (prep not in preps and not _ends_aside(doc[prep], verb)):
                continue
            for noun in map(self._behind, doc[prep].children):
                if noun.dep_ == "pobj" and noun.tag_ in _NOUNS and noun.ent_type_ not in _TIMES and noun.lower_ not in self._none:
                    yield noun
        yield from self._without_word(verb, groups, allowed)
        if verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.children) and verb.head.tag_ in _NOUNS:
            yield verb.head

    def _leads_on(self, columns: Columns, prep: int, noun: int) -> bool:
        """Whether a place may stand behind what a preposition governs: a day or an hour, or who did it ("by police in Dell").

        Lengths of time are left alone: "after two hours in Dell" does not say where the act was done.
        """
        word = columns.lowers[prep]
        if word in ("to", "with", "by"):
            return True
        if columns.entities[noun] not in _TIMES:
            return False
        return word in ("on", "at", "in", "since") or (word in self._points and columns.lowers[noun] in self._moments)

    def _behind(self, noun: Token) -> Token:
        """The place that "the front of" or "the town of" leads to, else the noun itself."""
        if noun.lower_ in self._states:
            return next((part for prep in noun.children if prep.dep_ == "prep" for part in prep.children if part.dep_ == "pobj"), noun)
        if noun.lower_ not in self._relational:
            return noun
        return _owner_of(noun)

    def _without_word(self, verb: Token, groups: Sequence[str], allowed: Collection[str]) -> Iterator[Token]:
        """Places without a word of place before them: "the headquarters will be Dell", "stormed a church", "the ferry left Dell", and
        "discovered off Cape Lorne", where the parse takes the word for a particle."""
        placed = not self._placed.isdisjoint(groups)
        for child in verb.children:
            name = child.tag_.startswith("NNP")
            seat = name and child.dep_ == "attr" and _SEAT in groups
            particle = name and child.dep_ in ("npadvmod", "dobj", "pobj") and _is_behind_particle(child, allowed)
            stormed = placed and child.dep_ in ("dobj", "nsubjpass") and not name and child.lower_ in self._sites
            port = _owner_of(child) if child.lower_ in self._harbours else child
            leaves = child.dep_ == "dobj" and child.i > verb.i and verb.lower_ in self._leaving and port.tag_.startswith("NNP")
            left = leaves and (port is not child or self._is_craft(verb))
            if seat or particle or stormed or left:
                yield port if left else child

    def _is_craft(self, verb: Token) -> bool:
        """Whether a craft does what a verb says, of which "after" may make an aside: "the ferry was hit after leaving Dell"."""
        above = verb.head.head if verb.dep_ == "pcomp" else verb
        subject = next((child for child in above.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        return subject is not None and (subject.lower_ == "it" or subject.lower_ in self._crafts)


def _owner_of(noun: Token) -> Token:
    """What stands behind "of" and a noun; the noun itself where nothing does."""
    return next((part for prep in noun.children if prep.lower_ == "of" for part in prep.children if part.dep_ == "pobj"), noun)


def _found_so(columns: Columns, verb: int) -> list[int]:
    """The adjectives behind a verb that say how its object was found: "found the guard dead in the yard"."""
    return [child for child in columns.children[verb] if columns.deps[child] == "ccomp" and columns.tags[child] == "JJ"]


def _let_go(columns: Columns, verb: int) -> list[int]:
    """The bare verbs behind a verb, of which one of letting tells one act with it: "let the guard go", "was let go"."""
    return [child for child in columns.children[verb] if columns.deps[child] in ("ccomp", "xcomp") and columns.tags[child] == "VB"]


def _is_behind_particle(noun: Token, allowed: Collection[str]) -> bool:
    before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    return before.tag_ == "RP" and before.lower_ in allowed


def _behind_asides(columns: Columns, verb: int) -> Iterator[int]:
    """The prepositions right behind a comma, of those that a verb governs, however far from it."""
    for at in range(verb + 2, len(columns.tags)):
        if columns.opens[at]:
            return
        if columns.deps[at] == "prep" and columns.texts[at - 1] == ",":
            above = columns.heads[at]
            while above not in (verb, columns.heads[above]):
                above = columns.heads[above]
            if above == verb:
                yield at


def _ends_aside(prep: Token, verb: Token) -> bool:
    """Whether a preposition behind the comma that ends an aside belongs to the verb before it: "arrested the man, wanted for a robbery, at
    a hotel"."""
    if prep.i < 2 or prep.i < verb.i or prep.nbor(-1).text != ",":
        return False
    aside = prep.doc[verb.i : prep.i - 1]
    governor = next((above for above in prep.ancestors if above.tag_.startswith("VB")), None)
    return (
        any(token.text == "," for token in aside)
        and governor is not None
        and (governor.i == verb.i or governor.dep_ in ("acl", "relcl", "advcl"))
    )
