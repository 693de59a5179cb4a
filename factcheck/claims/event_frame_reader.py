"""Reads event frames: what a clause or a noun says happened, with who acted and what was acted on.

An event frame is read at one token of a parsed passage.  Verb and noun, light verb ("carry out an attack"), implicative verb ("managed to
seize"), causal verb ("resulted in X gaining control") and fixed phrase lead to the same class.  Classes that carry another event (agree,
announce, report) hold it as their complement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.coreference import HE_OR_SHE, fits, is_empty_it, is_large_line, last_subject, subject_before, unknown_name
from factcheck.claims.event_frame import EventFrame as EventFrame
from factcheck.claims.grammar import bearer_of_who, class_at, has_marker, is_passive, is_somebody_else, phrased_classes, subject_beside
from factcheck.claims.participants import Participants
from factcheck.claims.vocabulary import Vocabulary
from factcheck.columns import columns_of
from factcheck.frame_notes import ANOTHER, LAST, PARTIAL, Note, bare
from factcheck.rulebook import EventRule
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

OBJECTS = frozenset({"dobj", "obj", "dative", "oprd", "attr"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
INSIDE_PHRASE = frozenset({"compound", "amod", "poss", "nmod", "appos", "conj", "det", "case", "nummod", "quantmod"})
_TIMES = frozenset({"DATE", "TIME"})
OWNERS = {"his": "m", "her": "f"}
"""The gender of whom a possessive pronoun takes up."""
DEPTH = 4
"""How many light, causal or carrying verbs are followed from one to the next."""


class EventFrameReader:
    """Reads the event frames of one passage."""

    def __init__(
        self, index: int, doc: Doc, participants: Participants, vocabulary: Vocabulary, before: EventFrameReader | None = None
    ) -> None:
        """``before`` reads the passage before this one, where there is one."""
        self.index, self.doc, self.before = index, doc, before
        self._large = is_large_line(columns_of(doc).texts)
        self._participants, self._words = participants, vocabulary
        self._toward = vocabulary.listed("preposition.direction")
        self._phrases = phrased_classes(doc, vocabulary.events)
        self._rules: dict[int, EventRule | None] = {}
        self._ids: dict[int, frozenset[str]] = {}
        self._read: dict[tuple[int, int], tuple[EventFrame, ...]] = {}
        self._named = participants.by_token(index, columns_of(doc))

    @property
    def vocabulary(self) -> Vocabulary:
        """The words this reader goes by."""
        return self._words

    def rule_at(self, token: Token) -> EventRule | None:
        """The event class that a token names; None for none.  Read once: every framer asks."""
        index = token.i
        if index not in self._rules:
            self._rules[index] = self._phrases[index] if index in self._phrases else class_at(self._words.events, token)
        return self._rules[index]

    def state(self, word: str) -> EventRule | None:
        """The class of a state that counted people are in ("hurt"); None for other words."""
        return self._words.states.get(word)

    def read(self, token: Token, depth: int = DEPTH) -> list[EventFrame]:
        """The event frames told at a verb or noun, the main one first; empty when it names none that is known.  Read once, as classes."""
        key = (token.i, depth)
        if key not in self._read:
            self._read[key] = tuple(self._event_frames_at(token, depth)) if depth else ()
        return list(self._read[key])

    def _event_frames_at(self, token: Token, depth: int) -> list[EventFrame]:
        word = token.lower_
        if token.tag_.startswith("VB"):
            if token.i not in self._phrases and word in self._words.listed("verb.light"):
                through = self._through_object(token, depth)
                if through:
                    return through
            if word in self._words.listed("verb.occur"):
                through = [item for child in token.children if child.dep_ == "nsubj" for item in self._of_noun(child, 1)]
                if through:
                    return through
            if word in self._words.listed("verb.aspect"):
                return [item for child in token.children if child.dep_ == "xcomp" for item in self.read(child, depth - 1)]
        rule = self.rule_at(token)
        if rule is None:
            return self._through_cause(token, depth) if word in self._words.listed("verb.cause") else []
        if rule.phase != "act":
            return [replace(item, carrier=item.carrier or rule.phase) for item in self.complement(token, depth)]
        return [self._event_frame(token, rule), *self._results(token, depth)]

    def markers(self, token: Token) -> frozenset[Note]:
        """What the words beside a verb or noun single out of several event frames of its kind ("again", "second")."""
        listed = self._words.listed("marker.instance")
        columns = columns_of(token.doc)
        lowers, children = columns.lowers, columns.children
        found = (child for child in children[token.i] if lowers[child] in listed and columns.tags[child] != "IN")
        # "they freed twelve, the last of them a girl": the last one is no event frame
        alone = [lowers[child] for child in found if not any(lowers[inner] == "of" for inner in children[child])]
        verb = token.tag_.startswith("VB")  # "was last inspected" tells of one, "the last inspection" may be any before
        return frozenset(LAST if verb and word == "last" else bare(str(listed[word])) for word in alone)

    def read_noun(self, noun: Token) -> list[EventFrame]:
        """The event frames that a noun names, with what a pronoun points back to."""
        if noun.tag_ in ("PRP", "DT"):
            found = self.antecedent(noun)
            return found[0].read_noun(found[1]) if found else []
        if noun.tag_ in ("WDT", "WP") and noun.head.dep_ == "relcl":
            return self.read_noun(noun.head.head)
        known = self._words.listed("noun.lasting").get(noun.lower_)
        if known is not None and self.rule_at(noun) is None and self._words.is_event(str(known)):
            return [self._event_frame(noun, self._words.rules[str(known)])]
        own = self._of_noun(noun, 1)
        if own:
            return own
        if self._words.listed("time.governor").get(noun.lower_) == "generic":
            rules = (
                self._words.events.noun(child.lower_) or self._words.events.verb(child.lower_)
                for child in noun.children
                if child.dep_ == "compound"
            )
            named = next((rule for rule in rules if rule is not None and rule.phase == "act"), None)
            if named is not None:
                return [self._event_frame(noun, named)]  # "the kidnap drama"
        marks = self.markers(noun)  # "the first round of the election"
        inner = [part for child in noun.children if child.dep_ == "prep" and child.lower_ == "of" for part in child.children]
        return [replace(item, markers=item.markers | marks) for part in inner for item in self._of_noun(part, 1)]

    def _others(self, token: Token) -> frozenset[Note]:
        """The marks of a verb's object or passive subject that make it one of several: "arrested another man"."""
        if not token.tag_.startswith("VB"):
            return frozenset()
        nouns = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass") and child.tag_.startswith("NN")]
        return frozenset(mark for noun in nouns for mark in self.markers(noun) if mark == ANOTHER)

    def phase_at(self, token: Token) -> str | None:
        """The phase of the class at a token ("act", "agree", "announce", "report"); None where no class is named."""
        rule = self.rule_at(token)
        return rule.phase if rule else None

    def complement(self, token: Token, depth: int = DEPTH) -> list[EventFrame]:
        """What an agreeing, announcing or reporting verb or noun is about; empty where its clause does not say."""
        for child in token.children:
            if child.dep_ in ("ccomp", "xcomp", "acl", "relcl") and child.i > token.i:
                found = self.read(child, depth - 1)
            elif child.dep_ in OBJECTS or child.dep_ == "nsubjpass":
                found = self._of_noun(child, depth)
            elif child.dep_ == "prep" and child.lower_ in self._words.listed("preposition.about"):
                found = [item for noun in child.children if noun.dep_ in ("pobj", "pcomp") for item in self._of_noun(noun, depth)]
            else:
                continue
            if found:
                return found
        if token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "as" for child in token.children):
            return self.read(token.head, depth - 1)
        return []

    def _of_noun(self, noun: Token, depth: int) -> list[EventFrame]:
        rule = self.rule_at(noun)
        if rule is not None and rule.phase == "act":
            return [self._event_frame(noun, rule)]
        return self.complement(noun, depth - 1) if depth > 1 else []

    def _through_object(self, token: Token, depth: int) -> list[EventFrame]:
        found = []
        objects = [child for child in token.children if child.dep_ in OBJECTS or child.dep_ == "nsubjpass"]
        if token.tag_ == "VBN" and token.dep_ in ("acl", "relcl"):
            objects.append(token.head)  # "the offensive conducted by the rebels"
        for child in objects:
            if child.i != token.i:
                rule = self._words.events.noun(child.lower_)
                if rule and rule.phase == "act":
                    event_frame = self._event_frame(child, rule)
                    agents = event_frame.agents | (self._agents_of_verb(token))
                    found.append(replace(event_frame, agents=agents, targets=event_frame.targets | self._targets_of_verb(token)))
        return [*found, *self._results(token, depth)] if found else []

    def _through_cause(self, token: Token, depth: int) -> list[EventFrame]:
        found: list[EventFrame] = []
        for child in token.children:
            if child.dep_ in ("nsubj", "dobj"):
                found.extend(self._of_noun(child, 1))
            elif child.dep_ == "prep" and child.lower_ in ("in", "to"):
                for inner in child.children:
                    found.extend(self.read(inner, depth - 1) if inner.dep_ == "pcomp" else self._of_noun(inner, 1))
        return [*found, *self._results(token, depth)]

    def _results(self, token: Token, depth: int) -> list[EventFrame]:
        """What a participle after the verb adds: "..., bringing the valley under control"."""
        return [
            item
            for child in token.children
            if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i > token.i and not has_marker(child)
            for item in self.read(child, depth - 1)
        ]

    def _event_frame(self, token: Token, rule: EventRule) -> EventFrame:
        if token.tag_.startswith("VB"):
            agents, targets = self._agents_of_verb(token), self._targets_of_verb(token)
            things = frozenset(fold(child.text) for child in token.children if child.dep_ in (*OBJECTS, "nsubjpass"))
        else:
            agents, targets = self._arguments_of_noun(token)
            things = frozenset(
                fold(noun.text) for child in token.children if child.dep_ == "prep" and child.lower_ == "of" for noun in child.children
            )
        if token.i in self._phrases:
            own = {f"noun:{fold(child.text)}" for child in token.subtree if self._phrases.get(child.i) is self._phrases[token.i]}
            agents, targets = agents - own, targets - own  # "the talks broke down": the talks are what happened, not who did it
        if not targets & agents and token.i in self._phrases:
            agents, targets = self._refine_phrase(token, agents, targets)
        markers = self.markers(token) | self._others(token)
        inside = {fold(child.text) for child in token.children if child.i in self._phrases and self._phrases[child.i] is rule}
        if any(thing in self._words.listed("noun.part") for thing in things - inside):  # "took part in the march" is no part of one
            markers |= {PARTIAL}
        return EventFrame(rule, token.i, token.text, agents, targets - agents, things, markers)

    def _refine_phrase(self, token: Token, agents: frozenset[str], targets: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
        """In a phrase such as "bring the valley under Ruthenian control" the noun's owner acts and the verb's object is acted on."""
        owners: set[str] = set()
        for child in token.subtree:
            if child.i != token.i and child.i in self._phrases and child.tag_.startswith("NN"):
                owners |= {i for part in child.children if part.dep_ in ("amod", "poss", "compound") for i in self._own_ids(part)}
        if owners and not agents & owners:
            return frozenset(owners), targets - owners
        return agents, targets - owners

    def parts_of(self, verb: Token) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of who acts and of what is acted on, whether or not the verb is of a class."""
        return self._agents_of_verb(verb), self._targets_of_verb(verb)

    def parts_of_noun(self, noun: Token) -> tuple[frozenset[str], frozenset[str]]:
        """The same of a noun that tells an act, whether or not it is of a class."""
        return self._arguments_of_noun(noun)

    def named_at(self, token: Token) -> frozenset[str]:
        """The ids of the name that a word is part of; empty for other words."""
        return frozenset(self._own_ids(token))

    def _agents_of_verb(self, token: Token) -> frozenset[str]:
        agents: set[str] = set()
        passive = is_passive(token)
        for child in token.children:
            if child.dep_ == "nsubj" and not passive:
                agents |= self.ids(child)
            elif child.dep_ == "agent":
                agents |= {i for noun in child.children for i in self.ids(noun)}
        if agents or passive:
            return frozenset(agents)
        beside = subject_beside(token)
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
            elif child.dep_ == "prep" and child.lower_ in self._toward:
                targets |= self._ids_below(child)
        if is_passive(token) and token.dep_ in ("acl", "relcl"):
            targets |= self.ids(token.head)
        return frozenset(targets)

    def _ids_below(self, prep: Token) -> set[str]:
        found: set[str] = set()
        for noun in prep.children:
            if noun.dep_ == "pobj" and noun.ent_type_ not in _TIMES:
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
            elif child.dep_ == "prep" and child.lower_ in self._toward:
                targets |= self._ids_below(child)
            elif child.dep_ in ("acl", "relcl") and child.tag_ == "VBN":
                agents |= {i for by in child.children if by.dep_ == "agent" for noun in by.children for i in self.ids(noun)}
                toward = (prep for prep in child.children if prep.dep_ == "prep" and prep.lower_ in self._toward)
                targets |= {i for prep in toward for i in self._ids_below(prep)}
        return frozenset(agents), frozenset(targets)

    def _is_actor(self, token: Token) -> bool:
        found = self._named.get(token.i)
        return found is not None and found.sort in ("demonym", "seat", "person", "organisation")

    def _owner_ids(self, child: Token, noun: Token) -> set[str]:
        """Ids of an owner; a possessive pronoun takes the subject of the clause."""
        if child.tag_ != "PRP$":
            return self.ids(child)
        for verb in self.verbs_above(noun):
            subjects = [part for part in verb.children if part.dep_ in SUBJECTS and child not in part.subtree]
            if subjects and child.lower_ in OWNERS and all(part.lower_ in self._words.listed("pronoun.thing") for part in subjects):
                return self.person_before(child, OWNERS[child.lower_])  # "it was his third win"
            if subjects:
                return {i for part in subjects for i in self.ids(part)}
        return set()

    def _own_ids(self, token: Token) -> set[str]:
        found = self._named.get(token.i)
        return set(self._participants.acts_for(found.id)) if found else set()

    def owner_ids(self, noun: Token) -> frozenset[str]:
        """The canonical ids of whose a noun is said to be; empty where nobody is told or known."""
        return frozenset(i for child in noun.children if child.dep_ == "poss" for i in self._owner_ids(child, noun))

    def ids(self, token: Token) -> set[str]:
        """The canonical ids in a noun phrase, by its head; a definite noun without a name of its own points back.

        A phrase that names nobody gives the id of its head ("noun:parliament"): weaker than a name, but better than nothing.
        """
        known = self._ids.get(token.i)
        if known is None:
            known = self._ids[token.i] = frozenset(self._ids_of(token))
        return set(known)

    def _ids_of(self, token: Token) -> set[str]:
        found = self._own_ids(token)
        relative = token.tag_ in ("WDT", "WP")
        if relative and token.head.dep_ == "relcl":
            return self.ids(bearer_of_who(token, self._own_ids))
        if token.tag_ == "PRP" or (token.lower_ in self._words.listed("pronoun.thing") and token.dep_ in SUBJECTS):
            return self._pointed_to(token)
        for child in token.children:
            if child.tag_ == "PRP$":
                found |= self._owner_ids(child, token)
            elif is_somebody_else(token, child, self.vocabulary.listed("noun.attendant")):
                continue  # "Orlan's sons were killed": Orlan was not
            elif child.dep_ in INSIDE_PHRASE and not child.tag_.startswith("VB"):
                inner = self.ids(child)  # "a four-man gang" is a gang, no man
                found |= {name for name in inner if not name.startswith("noun:")} if child.dep_ in ("compound", "amod", "nummod") else inner
            elif child.dep_ == "prep" and child.lower_ in self._words.listed("preposition.owner"):
                found |= self._ids_below(child)
        if not found and token.tag_ in ("NN", "NNS") and self.vocabulary.is_pointed(token):
            back = self._participants.antecedent(self.index, token.idx, token.text)
            if back:
                found.add(back)
        if not found and token.tag_ in ("NN", "NNS") and token.ent_type_ not in ("DATE", "TIME", "CARDINAL") and token.text[0].isalpha():
            found.add(f"noun:{fold(token.text)}")
        if not found and token.tag_ in ("NNP", "NNPS") and not self._large and token.text[:1].isupper() and token.ent_type_ not in _TIMES:
            found.add(unknown_name(token))  # a name that the parser's entities miss
        return found

    def antecedent(self, token: Token, depth: int = 2) -> tuple[EventFrameReader, Token] | None:
        """The subject that "it" or "they" points back to, with the reader of its passage; None where none agrees."""
        one, many = self._words.listed("pronoun.thing"), self._words.listed("pronoun.group")
        if depth == 0 or token.lower_ not in (*one, *many) or is_empty_it(token, self._words.listed("verb.be")):
            return None
        reader: EventFrameReader | None = self
        subject = subject_before(token)
        if token.sent.start == 0:
            reader = self.before
            subject = last_subject(reader.doc) if reader is not None else None
        if reader is None or subject is None:
            return None
        if subject.tag_ == "PRP":
            return reader.antecedent(subject, depth - 1) if subject.lower_ in (*one, *many) else None
        return (reader, subject) if fits(subject, many=token.lower_ in many) else None

    def person_before(self, token: Token, gender: str) -> set[str]:
        """The ids of the last person named before a pronoun who may be of a gender, "m" or "f"; empty where there is none."""
        known = self._words.listed("name.given")
        other = {"m": "f", "f": "m"}[gender]
        person = self._participants.person_before(self.index, token.idx, lambda name: known.get(name[7:].split()[0]) != other)
        return set(self._participants.acts_for(person)) if person else set()

    def _pointed_to(self, token: Token) -> set[str]:
        gender = HE_OR_SHE.get(token.lower_)
        if gender is not None:
            return self.person_before(token, gender)
        found = self.antecedent(token)
        return found[0].ids(found[1]) if found else set()

    def verbs_above(self, token: Token) -> Iterator[Token]:
        """The verbs that govern a token, nearest first."""
        while token.i != token.head.i:
            token = token.head
            if token.tag_.startswith("VB"):
                yield token
