"""Happenings: what a clause or a noun says happened, with who acted and what was acted on.

A happening is read at one token of a parsed passage.  Verb and noun, light verb ("carry out an attack"), implicative verb ("managed to
seize"), causal verb ("resulted in X gaining control") and fixed phrase lead to the same class.  Classes that carry another event (agree,
announce, report) hold it as their complement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.participants import Participants
from factcheck.events import EventLexicon
from factcheck.rulebook import EventRule, Rulebook
from factcheck.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OBJECTS = frozenset({"dobj", "obj", "dative", "oprd", "attr"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
INSIDE_PHRASE = frozenset({"compound", "amod", "poss", "nmod", "appos", "conj", "det", "case", "nummod", "quantmod"})
DIRECTION = frozenset({"from", "into", "in", "on", "onto", "against", "of", "over", "at", "to", "through", "across", "out", "off", "near"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "such"})
DEPTH = 4
"""How many light, causal or carrying verbs are followed from one to the next."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as a sentence tells it.

    ``rule`` is its class, ``token`` the index in the passage's parse, ``agents``, ``targets`` and ``others`` canonical ids, ``things`` the folded
    head nouns of what was acted on.  ``carrier`` is the phase ("agree", "announce", "report") of the verb that carries it, None when told directly.
    """

    rule: EventRule
    token: int
    predicate: str
    agents: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    markers: frozenset[str] = frozenset()
    carrier: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The lexicon of event classes and the small word lists of verbs that pass events through."""

    events: EventLexicon
    light: Mapping[str, object]
    aspect: Mapping[str, object]
    cause: Mapping[str, object]
    occur: Mapping[str, object]
    markers: Mapping[str, object]
    parts: Mapping[str, object]
    degrees: Mapping[str, object]
    states: Mapping[str, EventRule]
    timed: Mapping[str, object]
    moments: Mapping[str, object]

    @classmethod
    def from_rules(cls, rulebook: Rulebook) -> Vocabulary:
        """The vocabulary of a rulebook; lists that a rulebook does not have are empty."""
        words = rulebook.words()
        events = {rule.id: rule for rule in rulebook.of(EventRule)}
        return cls(
            events=EventLexicon(rulebook),
            light=words.get("verb.light", {}),
            aspect=words.get("verb.aspect", {}),
            cause=words.get("verb.cause", {}),
            occur=words.get("verb.occur", {}),
            markers=words.get("marker.instance", {}),
            parts=words.get("noun.part", {}),
            degrees=words.get("adverb.degree", {}),
            states={word: events[str(event)] for word, event in words.get("state.counted", {}).items() if event in events},
            timed=words.get("time.governor", {}),
            moments=words.get("time.moment", {}),
        )


class HappeningReader:
    """Reads the happenings of one passage."""

    def __init__(self, index: int, doc: Doc, participants: Participants, vocabulary: Vocabulary) -> None:
        self.index, self.doc = index, doc
        self._participants, self._words = participants, vocabulary
        self._phrases: dict[int, EventRule] = {}
        for kept in (range(len(doc)), _without_times(doc)):
            for start, end, rule in vocabulary.events.phrases([doc[index].lower_ for index in kept]):
                for position in kept[start:end]:
                    if doc[position].tag_[:2] in ("VB", "NN"):
                        self._phrases.setdefault(position, rule)

    @property
    def vocabulary(self) -> Vocabulary:
        """The words this reader goes by."""
        return self._words

    def rule_at(self, token: Token) -> EventRule | None:
        """The event class that a token names; None for none."""
        if token.i in self._phrases:
            return self._phrases[token.i]
        if token.tag_.startswith("VB"):
            particles = [child.lower_ for child in token.children if child.dep_ in ("prt", "advmod") and child.i > token.i]
            for particle in particles:
                rule = self._words.events.verb(token.lower_, particle)
                if rule:
                    return rule
            return self._words.events.verb(token.lower_)
        if token.tag_ in ("NN", "NNS") or (token.tag_ in ("NNP", "NNPS") and not token.ent_type_):
            return self._words.events.noun(token.lower_)
        return None

    def state(self, word: str) -> EventRule | None:
        """The class of a state that counted people are in ("hurt"); None for other words."""
        return self._words.states.get(word)

    def is_degree(self, word: str) -> bool:
        """Whether a word says how badly somebody was harmed."""
        return word in self._words.degrees

    def read(self, token: Token, depth: int = DEPTH) -> list[Happening]:
        """The happenings told at a verb or noun, the main one first; empty when it names none that is known."""
        if depth == 0:
            return []
        word = token.lower_
        if token.tag_.startswith("VB"):
            if token.i not in self._phrases and word in self._words.light:
                through = self._through_object(token, depth)
                if through:
                    return through
            if word in self._words.occur:
                through = [item for child in token.children if child.dep_ == "nsubj" for item in self._of_noun(child, 1)]
                if through:
                    return through
            if word in self._words.aspect:
                return [item for child in token.children if child.dep_ == "xcomp" for item in self.read(child, depth - 1)]
        rule = self.rule_at(token)
        if rule is None:
            return self._through_cause(token, depth) if word in self._words.cause else []
        if rule.phase != "act":
            return [replace(item, carrier=item.carrier or rule.phase) for item in self.complement(token, depth)]
        return [self._happening(token, rule), *self._results(token, depth)]

    def phase_at(self, token: Token) -> str | None:
        """The phase of the class at a token ("act", "agree", "announce", "report"); None where no class is named."""
        rule = self.rule_at(token)
        return rule.phase if rule else None

    def complement(self, token: Token, depth: int = DEPTH) -> list[Happening]:
        """What an agreeing, announcing or reporting verb or noun is about; empty where its clause does not say."""
        for child in token.children:
            if child.dep_ in ("ccomp", "xcomp", "acl", "relcl") and child.i > token.i:
                found = self.read(child, depth - 1)
            elif child.dep_ in OBJECTS or child.dep_ == "nsubjpass":
                found = self._of_noun(child, depth)
            elif child.dep_ == "prep" and child.lower_ in ("on", "about", "of", "over", "for", "to"):
                found = [item for noun in child.children if noun.dep_ in ("pobj", "pcomp") for item in self._of_noun(noun, depth)]
            else:
                continue
            if found:
                return found
        if token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "as" for child in token.children):
            return self.read(token.head, depth - 1)
        return []

    def _of_noun(self, noun: Token, depth: int) -> list[Happening]:
        rule = self.rule_at(noun)
        if rule is not None and rule.phase == "act":
            return [self._happening(noun, rule)]
        return self.complement(noun, depth - 1) if depth > 1 else []

    def _through_object(self, token: Token, depth: int) -> list[Happening]:
        found = []
        objects = [child for child in token.children if child.dep_ in OBJECTS or child.dep_ == "nsubjpass"]
        if token.tag_ == "VBN" and token.dep_ in ("acl", "relcl"):
            objects.append(token.head)  # "the offensive conducted by the rebels"
        for child in objects:
            if child.i != token.i:
                rule = self._words.events.noun(child.lower_)
                if rule and rule.phase == "act":
                    happening = self._happening(child, rule)
                    agents = happening.agents | (self._agents_of_verb(token))
                    found.append(replace(happening, agents=agents, targets=happening.targets | self._targets_of_verb(token)))
        return [*found, *self._results(token, depth)] if found else []

    def _through_cause(self, token: Token, depth: int) -> list[Happening]:
        found: list[Happening] = []
        for child in token.children:
            if child.dep_ in ("nsubj", "dobj"):
                found.extend(self._of_noun(child, 1))
            elif child.dep_ == "prep" and child.lower_ in ("in", "to"):
                for inner in child.children:
                    found.extend(self.read(inner, depth - 1) if inner.dep_ == "pcomp" else self._of_noun(inner, 1))
        return [*found, *self._results(token, depth)]

    def _results(self, token: Token, depth: int) -> list[Happening]:
        """What a participle after the verb adds: "..., bringing the valley under control"."""
        return [
            item
            for child in token.children
            if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i > token.i and not _has_marker(child)
            for item in self.read(child, depth - 1)
        ]

    def _happening(self, token: Token, rule: EventRule) -> Happening:
        if token.tag_.startswith("VB"):
            agents, targets = self._agents_of_verb(token), self._targets_of_verb(token)
            things = frozenset(fold(child.text) for child in token.children if child.dep_ in (*OBJECTS, "nsubjpass"))
        else:
            agents, targets = self._arguments_of_noun(token)
            things = frozenset(
                fold(noun.text) for child in token.children if child.dep_ == "prep" and child.lower_ == "of" for noun in child.children
            )
        if not targets & agents and token.i in self._phrases:
            agents, targets = self._refine_phrase(token, agents, targets)
        markers = frozenset(
            str(self._words.markers[child.lower_]) for child in token.children if child.lower_ in self._words.markers and child.tag_ != "IN"
        )
        if any(thing in self._words.parts for thing in things):
            markers |= {"partial"}
        return Happening(rule, token.i, token.text, agents, targets - agents, things, markers)

    def _refine_phrase(self, token: Token, agents: frozenset[str], targets: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
        """In a phrase such as "bring the valley under Ruthenian control" the noun's owner acts and the verb's object is acted on."""
        owners: set[str] = set()
        for child in token.subtree:
            if child.i != token.i and child.i in self._phrases and child.tag_.startswith("NN"):
                owners |= {i for part in child.children if part.dep_ in ("amod", "poss", "compound") for i in self._own_ids(part)}
        if owners and not agents & owners:
            return frozenset(owners), targets - owners
        return agents, targets - owners

    def _agents_of_verb(self, token: Token) -> frozenset[str]:
        agents: set[str] = set()
        passive = _is_passive(token)
        for child in token.children:
            if child.dep_ == "nsubj" and not passive:
                agents |= self.ids(child)
            elif child.dep_ == "agent":
                agents |= {i for noun in child.children for i in self.ids(noun)}
        if agents or passive:
            return frozenset(agents)
        beside = _subject_beside(token)
        if beside is not None:
            return frozenset(self.ids(beside))
        if token.dep_ in ("xcomp", "conj", "advcl", "ccomp", "pcomp") and token.i != token.head.i:
            has_subject = any(child.dep_ in SUBJECTS for child in token.children)
            head = token.head.head if token.dep_ == "pcomp" else token.head
            return frozenset() if has_subject else self._agents_of_verb(head) if head.tag_.startswith("VB") else frozenset()
        if token.dep_ in ("acl", "relcl") and token.tag_ != "VBN":
            return frozenset(self.ids(token.head))
        return frozenset()

    def _targets_of_verb(self, token: Token) -> frozenset[str]:
        targets: set[str] = set()
        for child in token.children:
            if child.dep_ in OBJECTS or child.dep_ == "nsubjpass":
                targets |= self.ids(child)
            elif child.dep_ == "prep" and child.lower_ in DIRECTION:
                targets |= self._ids_below(child)
        if _is_passive(token) and token.dep_ in ("acl", "relcl"):
            targets |= self.ids(token.head)
        return frozenset(targets)

    def _ids_below(self, prep: Token) -> set[str]:
        found: set[str] = set()
        for noun in prep.children:
            if noun.dep_ == "pobj" and not self._is_time(noun):
                found |= self.ids(noun)
            elif noun.dep_ == "prep":
                found |= self._ids_below(noun)
        return found

    def _arguments_of_noun(self, token: Token) -> tuple[frozenset[str], frozenset[str]]:
        agents: set[str] = set()
        targets: set[str] = set()
        for child in token.children:
            if child.dep_ == "poss" or (child.dep_ in ("amod", "nmod", "compound") and self._is_actor(child)):
                agents |= self._owner_ids(child, token)
            elif child.dep_ in ("compound", "nmod"):
                targets |= self._own_ids(child)
            elif child.dep_ == "prep" and child.lower_ == "by":
                agents |= self._ids_below(child)
            elif child.dep_ == "prep" and child.lower_ in DIRECTION:
                targets |= self._ids_below(child)
            elif child.dep_ in ("acl", "relcl") and child.tag_ == "VBN":
                agents |= {i for by in child.children if by.dep_ == "agent" for noun in by.children for i in self.ids(noun)}
                targets |= {i for prep in child.children if prep.dep_ == "prep" and prep.lower_ in DIRECTION for i in self._ids_below(prep)}
        return frozenset(agents), frozenset(targets)

    def _is_actor(self, token: Token) -> bool:
        found = self._participants.at(self.index, token.idx, token.idx + len(token))
        return found is not None and found.sort in ("demonym", "seat", "person", "organisation")

    def _owner_ids(self, child: Token, noun: Token) -> set[str]:
        """Ids of an owner; a possessive pronoun takes the subject of the clause."""
        if child.tag_ != "PRP$":
            return self.ids(child)
        for verb in self.verbs_above(noun):
            subjects = [part for part in verb.children if part.dep_ in SUBJECTS and child not in part.subtree]
            if subjects:
                return {i for part in subjects for i in self.ids(part)}
        return set()

    def _own_ids(self, token: Token) -> set[str]:
        found = self._participants.at(self.index, token.idx, token.idx + len(token))
        return set(self._participants.acts_for(found.id)) if found else set()

    def _is_time(self, token: Token) -> bool:
        return token.ent_type_ in ("DATE", "TIME")

    def ids(self, token: Token) -> set[str]:
        """The canonical ids in a noun phrase, by its head; a definite noun without a name of its own points back.

        A phrase that names nobody gives the id of its head ("noun:parliament"): weaker than a name, but better than nothing.
        """
        own = self._own_ids(token)
        found = set(own)
        relative = token.tag_ in ("WDT", "WP")
        if relative and token.head.dep_ == "relcl":
            return self.ids(token.head.head)
        for child in token.children:
            if child.tag_ == "PRP$":
                found |= self._owner_ids(child, token)
            elif child.dep_ in INSIDE_PHRASE and not child.tag_.startswith("VB"):
                found |= self.ids(child)
            elif child.dep_ == "prep" and child.lower_ in ("of", "from", "between", "in"):
                found |= self._ids_below(child)
        if not found and token.tag_ in ("NN", "NNS") and any(child.lower_ in DEFINITE for child in token.children):
            back = self._participants.antecedent(self.index, token.idx, token.text)
            if back:
                found.add(back)
        if not found and token.tag_ in ("NN", "NNS") and token.ent_type_ not in ("DATE", "TIME", "CARDINAL"):
            found.add(f"noun:{fold(token.text)}")
        return found

    def verbs_above(self, token: Token) -> Iterator[Token]:
        """The verbs that govern a token, nearest first."""
        while token.i != token.head.i:
            token = token.head
            if token.tag_.startswith("VB"):
                yield token


def _is_passive(token: Token) -> bool:
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children):
        return True
    return token.tag_ == "VBN" and token.dep_ in ("acl", "relcl") and not any(child.dep_ == "nsubj" for child in token.children)


def _subject_beside(token: Token) -> Token | None:
    """The noun right before a participle that a preposition of the same verb governs: "resulted in the rebels taking the port"."""
    if token.dep_ != "advcl" or token.tag_ != "VBG" or token.left_edge.i == 0:
        return None
    before = token.doc[token.left_edge.i - 1]
    is_subject = before.dep_ == "pobj" and before.head.lower_ in ("in", "with") and before.head.head.i == token.head.i
    return before if is_subject else None


def _has_marker(token: Token) -> bool:
    """Whether a participle has a conjunction of its own ("after leaving", "while visiting"): another time, then."""
    return any(child.dep_ in ("mark", "prep") and child.i < token.i for child in token.children)


def _without_times(doc: Doc) -> list[int]:
    """The tokens without dates and times and the prepositions before them: "was taken on Monday at 9 a.m. to hospital" is one phrase."""
    timed = [token.ent_type_ in ("DATE", "TIME") for token in doc]
    before = [token.dep_ == "prep" and token.i + 1 < len(doc) and timed[token.i + 1] for token in doc]
    return [token.i for token in doc if not timed[token.i] and not before[token.i]]
