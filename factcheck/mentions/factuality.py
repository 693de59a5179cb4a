"""Finds acts told as done or as not done: "signed", "did not sign", "failed to sign", "no mayday was sent", "denied signing".

What is going to be done or not ("will sign", "refuses to sign", "decided not to sign") is told apart; what may or should be done, and
what is done as a rule, is no such act.  What the act is, who did it and to whom is read off later (claims).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.columns import Columns, columns_of, phrases_in
from factcheck.documents import Passage
from factcheck.events import lexicon_of
from factcheck.mentions import Context, Found
from factcheck.mentions.factuality_cues import (
    ACHIEVING,
    FORCED,
    OBJECTS,
    WAITED,
    class_of_verb,
    control_above,
    has_subject,
    is_aside,
    is_none,
    is_over,
    is_past,
    is_plain_act,
    is_renounced,
    is_single,
    is_vain_trial,
    negations_of,
    plan_of,
)
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.values import PolarityValue

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

DID, DID_NOT, NOT_YET, DENIED, EXCLUDED = "deed.did", "deed.did-not", "deed.not-yet", "deed.denied", "deed.excluded"
COMING, REFUSED = "deed.coming", "deed.refused"
"""Names of the shapes, kept as the rule of a claim: NOT_YET is bounded by the moment of speaking, DENIED told as somebody's words; COMING
is to be done or not to be done, REFUSED was not done and is not to be."""
_PARTS = OBJECTS | {"nsubj"}
_REACH = 60
"""Longest span, in code points, that the words of an act may cover; scorers and readers want the words, not the sentence."""


@dataclass(frozen=True, slots=True)
class ActFactuality:
    """An act told as done or not; token indices in the passage's parse.

    ``act``: the verb, noun or adjective that names the act.  ``verb``: the verb of its clause.  ``total``: the negation leaves no instance
    ("no shots were fired", "never").  ``denier``: the verb by which it is denied, None where the article itself speaks.  ``state``: the
    class of acts, or "verb:" and a stem, that a state tells of ("stayed shut"); "" where an act is told itself.
    """

    act: int
    verb: int
    holds: bool
    total: bool = False
    denier: int | None = None
    state: str = ""


class FactualityFinder:
    """Finds acts done or not done in parsed passages; passages without a parse have none."""

    kind = "polarity"

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.words()
        self._events = lexicon_of(rulebook)
        self._failing = frozenset(words["deed.failing"])
        self._denying = frozenset(words["deed.denying"])
        self._nobody = frozenset(words["deed.nobody"])
        self._until_now = frozenset(words["deed.until-now"])
        self._excluding = frozenset(words["deed.exclusion"])
        self._may_exclude = frozenset(phrase.partition(" ")[0] for phrase in self._excluding)
        self._control = words.text("deed.control")
        self._idle = frozenset(
            (
                *(entry.partition(" ")[0] for entry in self._control),
                *words["deed.idle"],
                *words["verb.light"],
                *words["verb.aspect"],
                *words["verb.cause"],
                *words["deed.failing"],
            )
        )
        self._trials, self._resolving = frozenset(words["deed.trial"]), frozenset(words["deed.resolving"])
        self._rights, self._renouncing = frozenset(words["deed.right"]), frozenset(words["deed.renouncing"])
        self._states_done, self._states_undone = words.text("deed.state"), words.text("deed.state-not")
        self._staying = frozenset(words["deed.staying"])
        self._through = frozenset((*words["verb.light"], *words["verb.occur"], *words["deed.making"], "was", "were", "been"))

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps."""
        doc = passage.doc
        if doc is None:
            return []
        found: list[Found] = []
        for verb, act in self._acts(doc):
            told = self.told(verb, act)
            if told is None:
                continue
            rule, factuality = told
            span = _span(doc, factuality)
            if all(not span.overlaps(other.span) for other in found):
                found.append(Found(self.kind, span, rule, factuality))
        found.extend(state for state in self._states(doc) if all(not state.span.overlaps(other.span) for other in found))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> PolarityValue | None:
        """Yes or no; the act is named by the claim."""
        return PolarityValue("", found.reading.holds) if isinstance(found.reading, ActFactuality) else None

    def _acts(self, doc: Doc) -> Iterator[tuple[Token, Token]]:
        """Every verb of the passage with the word that names its act: itself, or the noun that it only carries."""
        columns = columns_of(doc)
        phrases = [found for found in phrases_in(doc, self._events) if found[2].phase == "act"]
        phrased = {place for start, end, _ in phrases for place in range(start, end)}
        for index, (tag, dep) in enumerate(zip(columns.tags, columns.deps, strict=True)):
            if not tag.startswith("VB") or dep in ("aux", "auxpass"):
                continue
            act = self._act_of(columns, index, phrased)
            if act is not None:
                yield doc[index], doc[act]

    def _act_of(self, columns: Columns, verb: int, phrased: Container[int]) -> int | None:
        """The word that names the act of a verb, by index; None where none does."""
        word, tags, deps, children = columns.lowers[verb], columns.tags, columns.deps, columns.children[verb]
        if word in self._resolving and any(deps[child] == "xcomp" and tags[child] == "VB" for child in children):
            return None  # "decided not to appeal" tells of the appeal
        act: int | None = None
        if self._excludes(columns, verb):
            act = next((child for child in children if deps[child] in OBJECTS and self._names_act(columns, child, phrased)), None)
        elif verb in phrased or self._is_act(columns, verb):
            return verb
        elif word in self._through:
            act = next((part for part in _carried(columns, verb) if self._names_act(columns, part, phrased)), None)
        if act is None and not self._events.may_be_verb(word) and is_plain_act(columns, verb, self._idle):
            return verb
        return act

    def _states(self, doc: Doc) -> Iterator[Found]:
        """What a state says was done or not: "the gates stayed shut", "two walkers were unhurt"."""
        lowers = columns_of(doc).lowers
        if self._states_done.keys().isdisjoint(lowers) and self._states_undone.keys().isdisjoint(lowers):
            return
        for index, word in enumerate(lowers):
            event = self._states_done.get(word) or self._states_undone.get(word)
            if event is None or doc[index].dep_ not in ("acomp", "oprd", "advcl", "amod"):
                continue
            adjective, verb = doc[index], doc[index].head
            stays = verb.lower_ in self._staying
            if not (stays or (verb.lower_ in ("was", "were", "been") and adjective.tag_ == "JJ")) or negations_of(verb):
                continue
            if not has_subject(verb) or any(child.tag_ == "MD" for child in verb.children):
                continue
            factuality = ActFactuality(index, verb.i, word in self._states_done, state=event)
            yield Found(self.kind, Span(verb.idx, adjective.idx + len(adjective)), DID if factuality.holds else DID_NOT, factuality)

    def _is_act(self, columns: Columns, verb: int) -> bool:
        rule = class_of_verb(self._events, columns, verb)
        return rule is not None and rule.phase == "act"

    def _names_act(self, columns: Columns, noun: int, phrased: Container[int]) -> bool:
        if columns.tags[noun] not in ("NN", "NNS"):
            return False
        rule = self._events.noun(columns.lowers[noun])
        return noun in phrased or (rule is not None and rule.phase == "act")

    def _excludes(self, columns: Columns, verb: int) -> bool:
        word, lowers = columns.lowers[verb], columns.lowers
        if word not in self._may_exclude:
            return False
        particle = next((f" {lowers[child]}" for child in columns.children[verb] if columns.deps[child] == "prt"), "")
        return f"{word}{particle}" in self._excluding

    def is_denied(self, verb: Token) -> bool | None:
        """Whether a clause is denied by "not" or an empty subject or object; None where it is so twice, or was so until now."""
        negations = negations_of(verb)
        denials = len(negations) + self._is_empty(verb, verb)
        return None if denials > 1 or any(map(is_over, negations)) else denials == 1

    def says_none(self, part: Token) -> bool:
        """Whether a noun phrase says that there was none ("no siren", "nobody")."""
        return is_none(part, self._nobody)

    def told(self, verb: Token, act: Token) -> tuple[str, ActFactuality] | None:
        """The shape in which the clause of a verb tells its act, and its factuality; None where it tells neither that it was done nor
        that it was not."""
        negations = negations_of(verb)
        if any(map(is_over, negations)):
            return None
        if self._excludes(columns_of(verb.doc), verb.i):
            modal = any(child.tag_ == "MD" and child.lower_ not in ("can", "ca", "could") for child in verb.children)
            if modal or len(negations) > 1 or not (is_past(verb) or negations):
                return None
            return EXCLUDED, ActFactuality(act.i, verb.i, not negations)
        empty = self._is_empty(verb, act)
        above = self._above(verb)
        if above is not None:
            return self._below(*above, verb, act, denied=bool(negations) or empty)
        plan = plan_of(verb, self._resolving) if verb.i == act.i else None
        if plan is not None:
            if empty and not plan[1]:
                return None
            return COMING, ActFactuality(act.i, plan[0].i, plan[1] and not empty, empty)
        if not (is_past(verb) or is_aside(verb)) or len(negations) + empty > 1:
            return None
        if not negations and not empty:
            return DID, ActFactuality(act.i, verb.i, True)
        total = empty or any(child.lower_ == "never" for child in negations) or any(is_single(child) for child in verb.children)
        return (NOT_YET if self._is_until_now(verb) else DID_NOT), ActFactuality(act.i, verb.i, False, total)

    def _below(self, name: str, governor: Token, verb: Token, act: Token, *, denied: bool) -> tuple[str, ActFactuality] | None:
        """The shape of an act below a word that says by itself whether it was done; ``denied`` once more gives None."""
        if name in (ACHIEVING, FORCED, WAITED):
            return None if denied else self._controlled(name, governor, act)
        if denied or negations_of(governor) or (name != "trial" and self._is_empty(governor, governor)):
            return None
        if name == "renouncing":
            return REFUSED, ActFactuality(act.i, governor.i, False)
        if name == "failing" and not is_past(governor):
            return (REFUSED, ActFactuality(act.i, governor.i, False)) if governor.tag_ in ("VBZ", "VBP") else None
        if name == "denying":
            return (DENIED, ActFactuality(act.i, verb.i, False, denier=governor.i)) if has_subject(governor) else None
        return DID_NOT, ActFactuality(act.i, governor.i if name == "failing" else verb.i, False)

    def _controlled(self, name: str, governor: Token, act: Token) -> tuple[str, ActFactuality] | None:
        """The shape of an act below a verb that says by itself whether it was done: "managed to", "had to", "had yet to"."""
        denied = self.is_denied(governor)
        if denied is None or (denied and name != ACHIEVING):
            return None  # who did not have to go may have gone
        if name == WAITED:
            return NOT_YET, ActFactuality(act.i, governor.i, False)
        return (DID_NOT if denied else DID, ActFactuality(act.i, governor.i, not denied)) if is_past(governor) else None

    def _is_empty(self, verb: Token, act: Token) -> bool:
        """Whether the subject, the object or the act itself is said not to be ("nobody was hurt", "no shots were fired")."""
        columns, doc = columns_of(verb.doc), verb.doc
        parts = [doc[child] for child in columns.children[verb.i] if columns.deps[child] in _PARTS] + ([act] if act.i != verb.i else [])
        return any(self.says_none(part) for part in parts)

    def _above(self, verb: Token) -> tuple[str, Token] | None:
        """The word above a clause that says whether it happened: ("failing", verb), ("denying", verb) or ("without", preposition) say that
        it did not, ("achieving", verb) and (FORCED, verb) that it did."""
        head = verb.head
        control = control_above(verb, self._control) if verb.dep_ in ("xcomp", "pcomp") else None
        if control is not None:
            return control
        if verb.dep_ == "xcomp" and head.lower_ in self._failing and any(child.tag_ == "TO" for child in verb.children):
            return "failing", head
        if verb.dep_ in ("xcomp", "ccomp") and head.lower_ in self._denying and verb.i > head.i:
            return "denying", head
        if verb.dep_ == "pcomp" and head.lower_ == "without":
            return "without", head
        if is_vain_trial(verb, self._trials) and is_past(head.head):
            return "trial", head.head
        if is_renounced(verb, self._rights, self._renouncing):
            return "renouncing", head.head
        return None

    def _is_until_now(self, verb: Token) -> bool:
        helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
        return bool(helpers & {"has", "have", "had", "'ve"}) or any(
            child.lower_ in self._until_now for child in verb.subtree if child.head.i == verb.i
        )


def _carried(columns: Columns, verb: int) -> Iterator[int]:
    """The nouns that a verb may only carry: its object or subject, and what its relative clause hangs on."""
    for child in columns.children[verb]:
        if columns.deps[child] in _PARTS:
            yield columns.heads[verb] if columns.tags[child] in ("WDT", "WP") and columns.deps[verb] == "relcl" else child


def _span(doc: Doc, factuality: ActFactuality) -> Span:
    """From the subject's "no" or the first auxiliary to the act, cut to the verb where that is too long."""
    verb, act = doc[factuality.verb], doc[factuality.act]
    columns = columns_of(doc)
    deps, children = columns.deps, columns.children
    words = [verb, act, *(doc[child] for child in children[verb.i] if deps[child] in ("aux", "auxpass", "neg", "prt"))]
    subjects = [child for child in children[verb.i] if deps[child] in ("nsubj", "nsubjpass")]
    words += [doc[inner] for child in subjects for inner in children[child] if columns.lowers[inner] == "no"]
    if factuality.denier is not None:
        words.append(doc[factuality.denier])
    words += [
        noun for prep in act.children if prep.lower_ == "as" and prep.dep_ == "prep" for noun in prep.children
    ]  # "will stay as chief"
    start, end = min(word.idx for word in words), max(word.idx + len(word) for word in words)
    return Span(start, end) if end - start <= _REACH else Span(verb.idx, verb.idx + len(verb))
