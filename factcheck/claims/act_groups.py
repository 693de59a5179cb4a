"""Finds the group of synonyms to which the act of a verb or noun belongs (lists moment.verb, moment.noun and moment.class).

A group is a word such as "onset" or "enter".  Two prefixes extend the lists: "start:strike" is the beginning of what a noun names, and
"verb:draw" is an act whose verb is in no group.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.acts import acts_at
from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.vocabulary import Vocabulary
from factcheck.nouns import singular
from factcheck.stems import verb_stem
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Token

Act = tuple[str, tuple[str, ...]]
"""The word that tells an act, and its groups."""
_BEHIND = frozenset({"prt", "advmod", "prep", "acomp", "oprd", "xcomp", "ccomp"})
_LATER = frozenset({"alarm", "notice"})
"""Groups of acts that follow what they are about: no further act is told with them."""
_MOST = 4
"""Acts that one word is taken to tell at the most."""
_REACH = 4
"""Words behind a verb in which the rest of a phrase may stand ("came to a halt", "declared him dead")."""


def act_of(reader: EventFrameReader, word: Token) -> Act | None:
    """The act of the verb or noun that a time is attached to.

    None where the word expresses no act, or one that is neither over nor scheduled.  A verb of no group counts as a group of its own,
    unless a verb that continues its clause expresses an act ("rang at ten and took him away").
    """
    words = reader.vocabulary
    if word.tag_.startswith("NN"):
        return _with_acts(reader, word, _by_class(reader, word) or _by_list(words, word))
    if word.tag_ == "VB" and not _is_done(words, word):
        return None  # "is to begin at six"
    watched = _watched(words, word)
    if watched is not None:
        return watched
    told = _by_dating(words, word) or _by_subject(words, word) or _by_force(words, word) or _by_phase(words, word)
    if told is not None:
        return told if told[1] else None
    told = _by_class(reader, word) or _by_noun(words, word) or _listed(words, word)
    return _with_acts(reader, word, told) or _goes_on(reader, word) or _own(words, word)


def _with_acts(reader: EventFrameReader, word: Token, told: Act | None) -> Act | None:
    """An act with those that the lists "act.verb..." and "act.noun..." add to it, as groups of their own."""
    acts = sorted(acts_at(reader, word))[:_MOST]
    if not acts or is_saying(reader.vocabulary, word) or (told is not None and _LATER.issuperset(told[1])):
        return told
    found = tuple(f"act:{act}" for act in acts)
    if told is not None:
        return told[0], (*told[1], *found)
    common = all(act in reader.vocabulary.listed("act.common") for act in acts)
    own = _own(reader.vocabulary, word) if common else None  # "met" tells so much that it is no more than itself
    return word.text, (*found, *(own[1] if own is not None else ()))


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb.

    Where the verb has none of its own: the noun that its relative clause or participle modifies, or the subject of the verb that it is
    joined to.  None where none is found.
    """
    found = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if found is not None and found.tag_ in ("WDT", "WP"):
        return verb.head if verb.dep_ == "relcl" else None
    if found is None and verb.dep_ in ("acl", "xcomp", "conj"):
        return (
            verb.head
            if verb.head.tag_.startswith("NN")
            else next((c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        )
    return found


def is_saying(words: Vocabulary, verb: Token) -> bool:
    """Whether a verb tells that somebody says or is something, and no act."""
    return any(verb.lower_ in words.listed(name) for name in ("name.speech-verb", "verb.idle"))


def has_phase(words: Vocabulary, verb: Token) -> bool:
    """Whether a verb says that its subject began or ended."""
    return verb_stem(fold(verb.text)) in words.stems("moment.phase")


def _by_class(reader: EventFrameReader, word: Token) -> Act | None:
    """By the class of events that a word names."""
    rule = reader.rule_at(word)
    found = reader.vocabulary.groups("moment.class").get(rule.id) if rule is not None and rule.phase == "act" else None
    return (word.text, found) if found is not None else None


def _by_dating(words: Vocabulary, verb: Token) -> Act | None:
    """By the beginning that somebody dates: "put the start of the fire at six", "fixed the onset at 5.20"."""
    if verb_stem(fold(verb.text)) not in words.stems("moment.dating"):
        return None
    begun = next((noun for noun in _objects(verb) if noun.lower_ in words.listed("moment.beginning")), None)
    if begun is None:
        return None
    of = next((noun for child in begun.children if child.lower_ == "of" for noun in child.children if noun.dep_ == "pobj"), None)
    sense = _noun_sense(words, of) if of is not None else ("onset",)
    return (begun.text, sense) if sense is not None else None


def _by_list(words: Vocabulary, noun: Token) -> Act | None:
    sense = _noun_sense(words, noun)
    return (noun.text, sense) if sense is not None else None


def _by_subject(words: Vocabulary, verb: Token) -> Act | None:
    """By a game that is its subject ("the race went off", which is no explosion), or as told by "it"."""
    if not _is_light(words, verb):
        return None
    subject = subject_of(verb)
    if subject is not None and _noun_sense(words, subject) == ("game",):
        return subject.text, ("game",)
    bare = not _objects(verb) and verb_stem(fold(verb.text)) not in ("have", "get") and not _is_state(words, verb)
    if subject is not None and subject.tag_ == "PRP" and subject.lower_ == "it" and bare:
        return verb.text, ("onset",)
    return None


def _is_state(words: Vocabulary, verb: Token) -> bool:
    """Whether "it was" goes on with where or how something was, and not with when: "it was in its 27th minute of flight"."""
    if verb.lower_ not in ("is", "was", "'s"):
        return False
    before, parts = words.listed("moment.before"), words.listed("moment.part-of-day").keys()
    rest = [child for child in verb.children if child.dep_ in ("prep", "acomp") and child.i > verb.i and child.lower_ not in before]
    return any(parts.isdisjoint(token.lower_ for token in child.subtree) for child in rest)


def _by_force(words: Vocabulary, verb: Token) -> Act | None:
    """By what came upon people as the subject of a verb that says so: "the slide caught the group at noon", "the wave hit the quay"."""
    if verb_stem(fold(verb.text)) not in words.stems("moment.reaching"):
        return None
    subject = subject_of(verb)
    sense = _noun_sense(words, subject) if subject is not None else None
    return (subject.text, sense) if subject is not None and sense == ("onset",) else None


def _by_phase(words: Vocabulary, verb: Token) -> Act | None:
    """That what the subject names began or ended; without a group where that happens every day ("the shift began")."""
    phase = words.stems("moment.phase").get(verb_stem(fold(verb.text)))
    subject = subject_of(verb)
    further = any(child.dep_ in ("dobj", "xcomp") for child in verb.children)  # "trains stopped running"
    if phase is None or subject is None or subject.tag_ not in ("NN", "NNS") or further:
        return None
    sense = _noun_sense(words, subject)
    if phase == "start" and sense is not None:
        return verb.text, sense
    recurring = words.listed("time.recurring")
    if {subject.lower_, verb.lower_} & recurring.keys():
        return verb.text, ()
    return verb.text, (f"{phase}:{fold(subject.text)}",)


def _by_noun(words: Vocabulary, verb: Token) -> Act | None:
    """By the subject or object of a verb that only says that it came, was made or was told; what was reported is an alarm."""
    light, subject = _is_light(words, verb), subject_of(verb)
    for noun in ([subject] if subject is not None else []) + _objects(verb):
        sense = _noun_sense(words, noun)
        if sense is not None and (light or sense == ("alarm",)):
            reported = sense == ("onset",) and verb_stem(fold(verb.text)) in words.stems("moment.report")
            return noun.text, ("alarm",) if reported else sense
    return None


def _is_done(words: Vocabulary, verb: Token) -> bool:
    """Whether a bare verb tells what will be, was, began or seemed to be done."""
    if any(child.lower_ in ("will", "'ll", "did") for child in verb.children):
        return True
    if verb.lower_ in words.listed("moment.watching") and verb.dep_ == "advcl" and verb.head.tag_ == "VBD":
        return verb_stem(fold(verb.head.text)) not in words.stems("moment.planning")  # "came to see the rocket lift off"
    if verb.dep_ != "xcomp" or verb.head.tag_ not in ("VBD", "VBN"):
        return False
    return has_phase(words, verb.head) or verb_stem(fold(verb.head.text)) in words.stems("moment.seeming")


def _watched(words: Vocabulary, verb: Token) -> Act | None:
    """By what people saw or heard something do: "watched the rocket lift off"; parsers often take it for a noun ("the rocket roar")."""
    if verb.lower_ not in words.listed("moment.watching"):
        return None
    for child in verb.children:
        if child.i > verb.i and (
            (child.tag_ == "VB" and child.dep_ in ("ccomp", "xcomp")) or (child.tag_ == "NN" and child.dep_ == "dobj")
        ):
            found = _listed(words, child)
            if found is not None and " " in found[0]:  # "roar off": a noun alone may be anything
                return found
    return None


def _goes_on(reader: EventFrameReader, verb: Token) -> Act | None:
    """By a verb that goes on with the clause and has no time of its own."""
    for other in verb.children:
        if other.dep_ == "conj" and other.tag_ == verb.tag_ and not any(part.ent_type_ == "TIME" for part in other.subtree):
            found = act_of(reader, other)
            if found is not None and ":" not in found[1][0]:
                return found
    return None


def _own(words: Vocabulary, verb: Token) -> Act | None:
    """A verb of no group as a group of its own, of what was done and not expected or said."""
    stem = verb_stem(fold(verb.text))
    before = any(child.lower_ in ("had", "'d") for child in verb.children if child.dep_ == "aux")  # "had locked up at four, as always"
    if (
        before
        or verb.tag_ not in ("VBD", "VBN")
        or _is_light(words, verb)
        or stem in words.stems("moment.planning")
        or is_saying(words, verb)
    ):
        return None
    return verb.text, (f"verb:{stem}",)


def _is_light(words: Vocabulary, verb: Token) -> bool:
    return verb.lower_ in ("is", "was", "were", "'s") or verb_stem(fold(verb.text)) in words.stems("moment.light")


def _objects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass", "attr") and child.ent_type_ != "TIME"]


def _noun_sense(words: Vocabulary, noun: Token) -> tuple[str, ...] | None:
    """The groups of a noun with the word before it ("emergency call"), else of its own."""
    nouns = words.groups("moment.noun")
    before = noun.doc[noun.i - 1].lower_ if noun.i else ""
    found = nouns.get(f"{before} {noun.lower_}") or nouns.get(noun.lower_)
    if found is None and noun.tag_ == "NNS":
        found = nouns.get(singular(noun.lower_))
    return found


def _listed(words: Vocabulary, verb: Token) -> Act | None:
    """The groups of a verb with the words behind it ("broke in", "came to a halt"), the longest phrase first; else of the verb alone."""
    stem = verb_stem(fold(verb.text))
    phrases = _phrases(words).get(stem, ())
    behind = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 1 + _REACH] if not token.is_punct]
    near = [token.lower_ for child in verb.children if child.dep_ in _BEHIND and child.i > verb.i for token in (child, *child.children)]
    apart = {child.lower_ for child in verb.children if child.i > verb.i and _has_own_noun(child)}
    for rest, groups in phrases:
        if rest and apart and rest[0] in apart and len(rest) == 1:
            continue
        if not rest or behind[: len(rest)] == list(rest) or (len(rest) == 1 and rest[0] in near):
            passive = any(child.dep_ == "auxpass" for child in verb.children)
            if rest == ("aground",) or not (stem == "call" and not rest and not passive):
                return " ".join((verb.text, *rest)), groups
    return None


def _has_own_noun(word: Token) -> bool:
    """Whether a preposition begins a phrase of its own and is no part of the verb: "came at six in the morning", "came on Monday"."""
    if word.dep_ != "prep":
        return False
    return any(child.dep_ == "pobj" and (word.lower_ == "in" or child.ent_type_ in ("DATE", "TIME")) for child in word.children)


@lru_cache(maxsize=8)
def _phrases(words: Vocabulary) -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """By the stem of the verb: the words that follow it, and the groups; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase, groups in words.groups("moment.verb").items():
        first, *rest = phrase.split()
        found.setdefault(verb_stem(first), []).append((tuple(rest), groups))
    return {stem: tuple(sorted(listed, key=lambda entry: -len(entry[0]))) for stem, listed in found.items()}
