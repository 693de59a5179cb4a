"""Finds outcomes, which many different words can express: whether the alarm rang, a ransom was paid, a search found something.

Rules of type ``outcome`` list words for yes and words for no for each question ("sound | alarm siren", "stay silent | alarm").  Negation,
empty subjects and objects, and verbs of failing are treated as for acts (``factuality``).  The words may stand anywhere in the clause of
their verb, active or passive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.columns import Columns, columns_of
from factcheck.documents import Passage
from factcheck.events import irregular_verbs, noun_forms, verb_forms
from factcheck.mentions import Context, Found
from factcheck.mentions.charges import charges_of
from factcheck.mentions.factuality import COMING, DENIED, DID, DID_NOT, NOT_YET, REFUSED, FactualityFinder
from factcheck.mentions.factuality_cues import FORCED, OBJECTS, SUBJECTS, control_above, is_aside_at, negations_of
from factcheck.nouns import singular
from factcheck.rulebook import OutcomeRule, Rule, Rulebook, WordsRule, shipped_rules
from factcheck.text import Span
from factcheck.values import PolarityValue

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

STATES = "be"
"""Stands for the verbs of being and staying of "outcome.state" in entries."""
LONGEST = 60
"""Longest stretch of the words of an outcome, in code points, that is shown; of longer ones the verb alone."""
_VAGUE = frozenset({"CD", "DT", "JJ", "JJR"})
"""Tags of subjects that name nobody: "each", "several", "more"."""
_BEING = "was"
"""The verb that a participle stands with in entries of being."""
_OWN_CLAUSE = frozenset({"ccomp", "advcl", "relcl", "conj", "parataxis", "csubj"})
_PARTS = OBJECTS | {"nsubj"}
_MOST_WORDS = 60
"""Words of a clause that are looked at; longer ones are lists."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome told by a clause; token indices in the passage's parse.

    ``rule``: id of the outcome rule.  ``verb``: the verb of the clause, or the "without" that stands for it.  ``words``: the other words
    of the entry.  ``holds``: the answer.  ``charge``: what somebody is found guilty of or not, "" where nothing is charged.
    """

    rule: str
    verb: int
    words: tuple[int, ...]
    holds: bool
    charge: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One way to tell an outcome: all of ``words`` and, where there are any, one of ``either`` stand in the clause.

    ``number`` counts the entries in the order of the rules; a ``lacking`` one answers only where its noun is denied.
    """

    number: int
    rule: OutcomeRule
    holds: bool
    lacking: bool
    words: tuple[frozenset[str], ...]
    either: frozenset[str]


class OutcomeLexicon:
    """The entries of all outcome rules by the forms of their verb, then by a word that the clause must hold, "" where there is none."""

    def __init__(self, rulebook: Rulebook) -> None:
        irregular = irregular_verbs(rulebook)
        states = frozenset(rulebook.words()["outcome.state"])
        self._entries: dict[str, dict[str, list[_Entry]]] = {}
        nouns: dict[str, frozenset[str]] = {}  # many entries of a rule name the same
        number = 0
        for rule in rulebook.of(OutcomeRule):
            for holds, lacking, listed in ((True, False, rule.yes), (False, False, rule.no), (True, True, rule.lacking)):
                for text in listed:
                    before, _, after = text.lower().partition("|")
                    first, *words = before.split()
                    if after not in nouns:
                        nouns[after] = frozenset(form for word in after.split() for form in noun_forms(word))
                    either = nouns[after]
                    all_of = tuple(noun_forms(word) | verb_forms(word, irregular.get(word, ())) for word in words)
                    forms = states if first == STATES else verb_forms(first, irregular.get(first, ()))
                    entry = _Entry(number, rule, holds, lacking, all_of, either)
                    number += 1
                    for form in sorted(forms):
                        for sign in (all_of[0] if all_of else either) or {""}:
                            self._entries.setdefault(form, {}).setdefault(sign, []).append(entry)

    def may_match(self, verb: str, present: frozenset[str]) -> bool:
        """Whether an entry of a verb may fit a clause of a text that holds these words."""
        listed = self._entries.get(verb)
        return listed is not None and ("" in listed or not listed.keys().isdisjoint(present))

    def match(self, verb: str, words: list[str], denied: frozenset[str] | None = None) -> list[tuple[_Entry, tuple[int, ...]]]:
        """By rule the entry that most words of a clause fit, with the indices of its words among them.

        ``denied`` are the nouns that the clause says there were none of, which lacking entries need; None where that is asked later.
        """
        listed = self._entries.get(verb)
        if listed is None:
            return []
        first: dict[str, int] = {}
        for at, word in enumerate(words):
            first.setdefault(word, at)
        entries = {entry.number: entry for sign in ("", *first) for entry in listed.get(sign, ())}
        best: dict[str, tuple[_Entry, tuple[int, ...]]] = {}
        for _, entry in sorted(entries.items()):
            if entry.lacking and denied is not None and denied.isdisjoint(entry.either):
                continue
            wanted = (*entry.words, entry.either) if entry.either else entry.words
            known = tuple(min(first[word] for word in forms & first.keys()) for forms in wanted if not forms.isdisjoint(first))
            if len(known) == len(wanted) and (entry.rule.id not in best or len(known) > len(best[entry.rule.id][1])):
                best[entry.rule.id] = (entry, known)
        return list(best.values())


@lru_cache(maxsize=4)
def outcomes_of(rulebook: Rulebook) -> OutcomeLexicon:
    """The lexicon of a rulebook, made once."""
    return OutcomeLexicon(rulebook)


class OutcomeFinder:
    """Finds outcomes in parsed passages; passages without a parse have none."""

    kind = "polarity"

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.words()
        self._lexicon = outcomes_of(rulebook)
        self._present, self._one_form = frozenset(words["outcome.present"]), frozenset(words["outcome.one-form"])
        self._control, self._own_will = words.text("deed.control"), frozenset(words["outcome.own-will"])
        self._charges = words.text("outcome.charge")
        self._counted, self._before_charge = frozenset(words["outcome.count"]), frozenset(words["preposition.charge"])
        self._factuality = FactualityFinder(rulebook)

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order; words that answer two questions are found twice."""
        return [] if passage.doc is None else sorted(self._told(passage.doc), key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> PolarityValue | None:
        """Yes or no; the question is named by the claim."""
        return PolarityValue("", found.reading.holds) if isinstance(found.reading, Outcome) else None

    def _told(self, doc: Doc) -> Iterator[Found]:
        columns = columns_of(doc)
        present = frozenset(columns.lowers)
        for index, (word, tag) in enumerate(zip(columns.lowers, columns.tags, strict=True)):
            if not (tag.startswith("VB") or word == "without") or not self._may_match(columns, index, present):
                continue
            token = doc[index]
            inside = [*(at for at in clause_words(token) if not _is_of_time(columns, at)), *_shared_subject(columns, index), index]
            matches = self._matches(columns, inside)
            answer = self._answer(token) if matches else None
            if answer is None:
                continue
            rule, done = answer
            if any(entry.lacking for entry, _ in matches):
                matches = self._matches(columns, inside, self._denied_nouns(token, done=done))
            control = control_above(token, self._control) if token.dep_ == "xcomp" else None
            for entry, places in matches:
                if control is not None and control[0] == FORCED and entry.rule.id.partition(".")[2] in self._own_will:
                    continue
                words = tuple(sorted(inside[place] for place in places))
                if _is_of_an_owner(columns, words) or (entry.rule.by and not self._may_do(columns, index, entry.rule, words)):
                    continue
                if entry.rule.thing == "charge":
                    yield from self._verdicts(token, entry, words, rule, done=done)
                    continue
                outcome = Outcome(entry.rule.id, index, words, done == entry.holds)
                lasts = rule == NOT_YET and entry.rule.of == "event" and token.tag_ in ("VBZ", "VBP")
                yield Found(self.kind, _span(doc, index, words), DID_NOT if lasts else rule, outcome)  # "has no alarm": nor had it then

    def _may_match(self, columns: Columns, verb: int, present: frozenset[str]) -> bool:
        word = columns.lowers[verb]
        return self._lexicon.may_match(word, present) or (_is_state(columns, verb) and self._lexicon.may_match(_BEING, present))

    def _matches(self, columns: Columns, inside: list[int], denied: frozenset[str] | None = None) -> list[tuple[_Entry, tuple[int, ...]]]:
        """The entries that the words of a clause fit, of which the last is its verb; a participle fits those of being so as well ("had been
        closed", "the slope, closed since Friday")."""
        verb, words = inside[-1], [columns.lowers[at] for at in inside]
        found = self._lexicon.match(words[-1], words[:-1], denied)
        if _is_state(columns, verb):
            known = {entry.rule.id for entry, _ in found}
            states = self._lexicon.match(_BEING, words, denied)
            found += [(entry, at) for entry, at in states if entry.rule.id not in known and len(words) - 1 in at]
        return found

    def _may_do(self, columns: Columns, verb: int, rule: OutcomeRule, words: tuple[int, ...]) -> bool:
        """Whether who does it is one of those of a rule: by their nouns, by a name or pronoun, or not told."""
        subjects = [child for child in columns.children[verb] if columns.deps[child] == "nsubj" and child not in words]
        return all(
            not columns.tags[child].startswith("NN") or columns.tags[child].startswith("NNP") or singular(columns.lowers[child]) in rule.by
            for child in subjects
        )

    def _verdicts(self, verb: Token, entry: _Entry, words: tuple[int, ...], rule: str, *, done: bool) -> Iterator[Found]:
        """One outcome a charge."""
        for at, charge, denied in charges_of(verb, self._charges, self._counted, self._before_charge):
            told = (*words, at)
            holds = (done == entry.holds) is not denied
            yield Found(self.kind, _span(verb.doc, verb.i, told), rule, Outcome(entry.rule.id, verb.i, told, holds, charge))

    def _denied_nouns(self, verb: Token, *, done: bool) -> frozenset[str]:
        """The nouns, with the nouns before them, that the clause of a verb says there were none of: "there was no draw offer"."""
        if done:
            return frozenset()
        columns = columns_of(verb.doc)
        parts = [verb.doc[child] for child in columns.children[verb.i] if columns.deps[child] in _PARTS]
        whole = bool(negations_of(verb))
        nouns = [part for part in parts if whole or self._factuality.says_none(part)]
        told = (
            *(noun.i for noun in nouns),
            *(child for noun in nouns for child in columns.children[noun.i] if columns.deps[child] == "compound"),
        )
        return frozenset(columns.lowers[at] for at in told)

    def _answer(self, verb: Token) -> tuple[str, bool] | None:
        """How the clause of a verb is told, as the rule of an act, and whether it holds; None where it is only asked or may be."""
        if verb.lower_ == "without":
            return (DID_NOT, True)
        told = self._factuality.told(verb, verb)
        if told is not None:
            rule, factuality = told
            return (rule, factuality.holds) if rule in (DID, DID_NOT, NOT_YET, DENIED, COMING, REFUSED) else None
        if verb.lower_ in self._one_form and verb.tag_ in ("VBP", "VB") and not any(child.dep_ == "aux" for child in verb.children):
            return (DID, True) if verb.dep_ in ("ROOT", "ccomp", "conj", "parataxis") else None
        if verb.tag_ == "VBG" and any(child.lower_ in ("was", "were") and child.dep_ == "aux" for child in verb.children):
            denied = self._factuality.is_denied(verb)
            return None if denied is None else (DID_NOT if denied else DID, not denied)
        helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
        if verb.dep_ == "conj" and verb.tag_ == "VBN" and not helped and not negations_of(verb):  # "was switched on and worked"
            above = self._factuality.told(verb.head, verb.head)
            return (DID, True) if above is not None and above[0] == DID else None
        if verb.lower_ in self._present and verb.tag_ in ("VBZ", "VBP") and not helped:
            denied = self._factuality.is_denied(verb)
            return None if denied is None else (NOT_YET if denied else DID, not denied)
        return None


def clause_words(verb: Token) -> list[int]:
    """The indices of the words in the clause of a verb, without those of clauses in it that have a verb of their own."""
    columns = columns_of(verb.doc)
    found: list[int] = []
    todo = list(columns.children[verb.i])
    if columns.deps[verb.i] == "relcl":
        todo.append(-1 - columns.heads[verb.i])  # only the noun itself
    while todo and len(found) < _MOST_WORDS:
        at = todo.pop()
        if at < 0:
            found.append(-1 - at)
        elif not (columns.deps[at] in _OWN_CLAUSE and columns.tags[at].startswith("VB")):
            found.append(at)
            todo.extend(columns.children[at])
    return sorted(found)


def _is_state(columns: Columns, verb: int) -> bool:
    """Whether a participle tells what somebody or something was or is; "each was freed" tells of nobody in particular."""
    deps, tags = columns.deps, columns.tags
    if tags[verb] != "VBN" or any(deps[child] in SUBJECTS and tags[child] in _VAGUE for child in columns.children[verb]):
        return False
    return any(deps[child] == "auxpass" for child in columns.children[verb]) or is_aside_at(columns, verb)


def _is_of_an_owner(columns: Columns, words: tuple[int, ...]) -> bool:
    """Whether a word of an entry only owns what the clause is about: "the zoo's gorilla house was closed" closes no zoo."""
    heads = (columns.heads[at] for at in words if columns.deps[at] == "poss" and columns.tags[at].startswith("NN"))
    return any(head not in words and columns.tags[head].startswith("NN") for head in heads)


def _is_of_time(columns: Columns, word: int) -> bool:
    """Whether a preposition tells a time alone: "fired on Sunday" is not "fired on the crowd"."""
    below = columns.children[word]
    return columns.deps[word] == "prep" and bool(below) and all(columns.entities[child] in ("DATE", "TIME") for child in below)


def _shared_subject(columns: Columns, verb: int) -> list[int]:
    """The subject, with the words below it, that a verb has from the one above: "the siren on the roof began to wail", "rose and rang"."""
    children, deps = columns.children, columns.deps
    joined, above = deps[verb] == "conj" and columns.tags[verb].startswith("VB"), columns.heads[verb]
    if is_aside_at(columns, verb):  # "the ransom, paid in dollars, ..."
        return [*(child for child in children[above] if deps[child] in ("compound", "amod")), above]
    if not (joined or deps[verb] == "xcomp") or (joined and any(deps[child] in SUBJECTS for child in children[verb])):
        return []
    while joined and deps[above] == "conj" and not any(deps[child] in SUBJECTS for child in children[above]):
        above = columns.heads[above]
    todo = [child for child in children[above] if deps[child] in ("nsubj", "nsubjpass")]
    found: list[int] = []
    while todo and len(found) < _MOST_WORDS:
        at = todo.pop()
        found.append(at)
        todo.extend(child for child in children[at] if columns.deps[child] not in ("relcl", "acl"))
    return sorted(found)


def _span(doc: Doc, verb: int, words: tuple[int, ...]) -> Span:
    """From the first to the last word, cut to the verb where other words lie between."""
    first, last = min((verb, *words)), max((verb, *words))
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return Span(start, end) if end - start <= LONGEST else Span(doc[verb].idx, doc[verb].idx + len(doc[verb]))


def prove_outcome(rule: OutcomeRule, rulebook: Rulebook | None = None) -> list[str]:
    """What the rule's own examples show wrong, one line each; empty when all hold.

    Read lexically, without a parse: an example must hold the words of an entry for its answer, a counter-example those of none.
    """
    lists = tuple((rulebook or shipped_rules()).of(WordsRule))
    everything: tuple[Rule, ...] = (rule, *lists)
    lexicon = OutcomeLexicon(Rulebook(everything))
    faults = []
    for holds, texts in ((True, rule.examples), (False, rule.examples_no)):
        for text in texts:
            if holds not in _read_flat(lexicon, text):
                faults.append(f"not told as {'yes' if holds else 'no'} in the example: {text}")
    return faults + [f"told in the counter-example: {text}" for text in rule.counter_examples if _read_flat(lexicon, text)]


def _read_flat(lexicon: OutcomeLexicon, text: str) -> set[bool]:
    words = text.lower().replace("-", " ").strip(".").replace(",", " ").split()
    denied = frozenset(word for at, word in enumerate(words) if "no" in words[:at])
    return {entry.holds and not entry.lacking for word in words for entry, _ in lexicon.match(word, words, denied)}
