"""Finds the patient outcome (``Frame.fate``), what became of the counted: "held 23 clerks" and "took 17 hostage" tell one.

Read are, nearest first: a relative clause or participle behind the counted noun, nouns that the counted stand behind ("the testimony of 58
people"), the verb that governs them, and what stands beside it ("without power").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.aboard import are_aboard
from factcheck.claims.event_frame_reader import OBJECTS, EventFrameReader
from factcheck.claims.vocabulary import Vocabulary
from factcheck.columns import SUBJECTS
from factcheck.model import ABOARD
from factcheck.nouns import singular
from factcheck.stems import verb_stem
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Token

_DEPTH = 4
"""How many nouns and verbs above the counted are looked at."""
_BEHIND = frozenset({"acl", "relcl"})


def patient_outcome_of(reader: EventFrameReader, number: Token, noun: Token, thing: str) -> str | None:
    """The fate of the counted (a value of the lists "fate.class", "fate.verb", "fate.noun"); None where none is told.

    Args:
        reader: of the passage.
        number: the number, or its last word.
        noun: the counted noun, or the number where it stands alone.
        thing: what is counted, in the singular.
    """
    if are_aboard(reader, noun, thing):
        return ABOARD
    if _is_listed(noun):
        return None
    known = _by_noun(reader, noun, thing)
    if known is not None:
        return known
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.i == number.i:
        noun = number  # "six of his clients"
    if noun.i == number.i:
        totals = (child for child in _clause_of(noun).children if child.dep_ in SUBJECTS)
        words = reader.vocabulary.listed("fate.noun")
        total = next((words[child.lower_] for child in totals if child.lower_ in words and not _is_mean(reader, child)), None)
        if total is not None:
            return str(total)
    for clause in noun.children:
        if clause.dep_ in _BEHIND and clause.tag_.startswith("VB") and clause.i > noun.i and not _is_of_some(clause):
            told = _of_verb(reader, clause, thing)
            if told is not None:
                return told
    beside = _beside(reader, noun)
    if beside is not None:
        return beside
    # "five of the 40 people": a verb is told of the five
    selected = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.like_num
    selected |= number.i > 1 and number.nbor(-1).lower_ == "of" and number.nbor(-2).like_num  # "3,200 of 21,000 jobs are to go"
    return None if selected else _above(reader, noun, thing)


def _is_mean(reader: EventFrameReader, noun: Token) -> bool:
    """Whether a noun is told of many happenings: "the average attendance"."""
    return any(child.lower_ in reader.vocabulary.listed("count.mean") for child in noun.children)


def _clause_of(token: Token) -> Token:
    """The nearest verb above a token, the top of its sentence where there is none."""
    while token.head.i != token.i:
        token = token.head
        if token.tag_.startswith("VB"):
            break
    return token


def _is_listed(noun: Token) -> bool:
    """Whether the counted are one item of a list of counts: "ten foreigners and two locals"."""
    beside = [noun.head] if noun.dep_ in ("conj", "appos") else []
    beside += [child for child in noun.children if child.dep_ in ("conj", "appos")]
    return any(child.like_num or any(inner.dep_ == "nummod" for inner in child.children) for child in beside)


def _is_of_some(clause: Token) -> bool:
    """Whether a relative clause tells of some of the counted only: "five patients, one of whom died"."""
    subjects = (child for child in clause.children if child.dep_ in SUBJECTS)
    return any(
        inner.lower_ in ("whom", "which") for subject in subjects for of in subject.children if of.lower_ == "of" for inner in of.children
    )


def _by_noun(reader: EventFrameReader, noun: Token, thing: str) -> str | None:
    """What the counted noun tells by itself: "9,800 signatures", "87 cases of measles"."""
    words = reader.vocabulary
    known = words.listed("fate.thing").get(thing)
    if known is not None:
        return str(known)
    if thing in words.listed("fate.case"):
        told = [child.lower_ for child in noun.children if child.dep_ in ("compound", "amod")]
        told += [inner.lower_ for child in noun.children if child.lower_ == "of" for inner in child.children]
        if any(word in words.listed("fate.disease") for word in told):
            return "ill"
    return None


def _above(reader: EventFrameReader, noun: Token, thing: str) -> str | None:
    token, nouns = noun, reader.vocabulary.listed("fate.noun")
    for _ in range(_DEPTH):
        if token.head.i == token.i:
            return None
        below, token = token, token.head
        if token.tag_.startswith("VB"):
            if below.dep_ == "relcl":
                return None
            told = _of_verb(reader, token, thing)
            if told is not None:
                return _of_doers(told) if _does_it(reader, below, token, told) else told
            inner = next(
                (child for child in token.children if child.dep_ == "xcomp" and child.i > token.i and child.tag_[:2] == "VB"), None
            )
            if inner is not None and below.dep_ in SUBJECTS:  # "had to be put off", "are to lose their jobs"
                told = _of_verb(reader, inner, thing)
                return None if told is None or _does_it(reader, below, inner, told) else told
            if token.dep_ not in ("xcomp", "ccomp", "conj") or below.dep_ in SUBJECTS:
                return None
        elif token.tag_.startswith("NN"):
            if below.dep_ == "prep" and below.lower_ not in ("of", "for"):
                return None
            told_by_noun = nouns.get(token.lower_)
            if told_by_noun is not None:
                return str(told_by_noun)
    return None


def _of_doers(fate: str) -> str | None:
    """What those do who bring a fate about, where that tells them apart from all others: who rescues people was sent to."""
    return "engaged" if fate == "saved" else None


def _does_it(reader: EventFrameReader, subject: Token, verb: Token, fate: str) -> bool:
    """Whether the counted are the ones who did this to somebody else: "two men took 17 people hostage"."""
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    acting = subject.dep_ == "agent" or (subject.dep_ == "nsubj" and any(child.dep_ == "dobj" for child in verb.children))
    return acting and fate not in reader.vocabulary.listed("fate.acting")


def _beside(reader: EventFrameReader, noun: Token) -> str | None:
    """What a phrase behind the counted tells: "143 passengers on board"; or behind the "be" they are the subject of: "without power"."""
    nouns = reader.vocabulary.listed("fate.noun")
    holders = [noun]
    if noun.dep_ in (*SUBJECTS, "attr") and noun.head.lower_ in reader.vocabulary.listed("verb.being"):
        holders.append(noun.head)
    for holder in holders:
        for prep in holder.children:
            if prep.dep_ == "prep" and (prep.i > noun.i or holder.i != noun.i) and prep.lower_ in ("without", "on", "in"):
                told = next((nouns[inner.lower_] for inner in prep.children if inner.lower_ in nouns and not _owned(inner)), None)
                if told is not None:
                    return str(told)
    return None


def _owned(noun: Token) -> bool:
    return any(child.dep_ in ("prep", "poss") for child in noun.children)


def _of_verb(reader: EventFrameReader, verb: Token, thing: str) -> str | None:
    words = reader.vocabulary
    stem = verb_stem(fold(verb.text))
    beside = list(_with(verb))
    if any(child.lower_ in words.listed("fate.disease") for child in verb.children):
        beside.append("disease")
    if any(child.dep_ == "neg" for child in verb.children):
        return _listed(reader, "fate.negated", stem, beside)
    told = _listed(reader, "fate.verb", stem, [*beside, thing], pairs=True) or _listed(reader, "fate.verb", f"{thing} {stem}", [])
    if told is not None:
        return told
    rule = reader.rule_at(verb)
    for name in (rule.id, rule.broader) if rule is not None else ():
        if name is not None and name in words.listed("fate.class"):
            return words.group("fate.class")[name]
    return _listed(reader, "fate.verb", stem, [])


def _listed(reader: EventFrameReader, name: str, stem: str, beside: list[str], *, pairs: bool = False) -> str | None:
    """What a list says of a verb with one of the words beside it, or of the verb alone."""
    entries = _stemmed(reader.vocabulary, name)
    for word in beside:
        if f"{stem} {word}" in entries:
            return entries[f"{stem} {word}"]
    return None if pairs else entries.get(stem)


@lru_cache(maxsize=8)
def _stemmed(vocabulary: Vocabulary, name: str) -> Mapping[str, str]:
    """A list with the stem of each entry's first word, as ``verb_stem`` gives it."""
    found: dict[str, str] = {}
    for entry, fate in vocabulary.listed(name).items():
        first, _, rest = entry.partition(" ")
        found[f"{verb_stem(first)} {rest}".strip()] = str(fate)
    return found


def _with(verb: Token) -> Iterator[str]:
    """Particles, prepositions and nouns that belong to a verb, in the singular."""
    for child in verb.children:
        if child.dep_ in ("prt", "prep", "advmod", "acomp", "ccomp", "xcomp", "oprd"):
            yield child.lower_
        if child.dep_ in ("dobj", "oprd", "attr"):
            yield singular(child.lower_)
            yield from (inner.lower_ for inner in child.children if inner.dep_ == "prep")  # "took part in", "the sight of"
        if child.dep_ == "prep":
            yield from (singular(inner.lower_) for inner in child.children if inner.dep_ == "pobj")
            yield from (inner.lower_ for inner in child.children if inner.dep_ == "prep")


def lives_lost(reader: EventFrameReader, noun: Token) -> str:
    """ "dead" for people whose lives something took ("the rampage took the lives of six people") and for such lives ("with the loss of six
    lives"); "" elsewhere."""
    lives = noun.head.head
    if noun.lower_ in ("life", "lives") and noun.dep_ == "pobj" and noun.head.lower_ == "of" and lives.lower_ == "loss":
        return "dead"
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or lives.lower_ not in ("life", "lives") or lives.dep_ not in OBJECTS:
        return ""
    return "dead" if verb_stem(fold(lives.head.text)) in reader.vocabulary.stems("verb.costing-lives") else ""
