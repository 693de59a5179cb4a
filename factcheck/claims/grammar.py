"""What the parse says about one token: passive or not, its unusual subjects, what stands before a participle."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from factcheck.columns import columns_of, phrases_in
from factcheck.events import EventLexicon
from factcheck.mentions.factuality_cues import class_of_verb
from factcheck.nouns import singular
from factcheck.rulebook import EventRule
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token


_OF_SEVERAL = re.compile(r",? of (?:the|an?|another) ")


def is_of_several(text: str, end: int) -> bool:
    """Whether a post told up to ``end``, with an age or a nationality, is one of several: "the captain, a Greek, of the tanker"."""
    return _OF_SEVERAL.match(text, end) is not None


def is_passive(token: Token) -> bool:
    """Whether a verb is passive, with or without an auxiliary ("the bridge struck by the ship")."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children):
        return True
    return token.tag_ == "VBN" and token.dep_ in ("acl", "relcl") and not any(child.dep_ == "nsubj" for child in token.children)


def subject_beside(token: Token) -> Token | None:
    """The noun right before a participle that a preposition of the same verb governs: "resulted in the rebels taking the port"."""
    if token.dep_ != "advcl" or token.tag_ != "VBG" or token.left_edge.i == 0:
        return None
    before = token.doc[token.left_edge.i - 1]
    before_who = before.dep_ == "pobj" and before.head.lower_ in ("in", "with") and before.head.head.i == token.head.i
    return before if before_who else None


def verb_above(token: Token) -> Token | None:
    """The verb of the clause that a word stands in, not the word itself; None where there is none."""
    return next((above for above in token.ancestors if above.tag_.startswith("VB")), None)


def noun_key(noun: Token) -> str:
    """The folded noun, in the singular where the parse takes it for a plural."""
    return singular(noun.text) if noun.tag_ in ("NNS", "NNPS") else fold(noun.text)


def has_marker(token: Token) -> bool:
    """Whether a participle has a conjunction of its own ("after leaving", "while visiting"): another time, then."""
    return any(child.dep_ in ("mark", "prep") and child.i < token.i for child in token.children)


def class_at(events: EventLexicon, token: Token) -> EventRule | None:
    """The class that a verb (with object or subject, with its particle, or by itself) or noun names outside phrases; None for none."""
    columns, index = columns_of(token.doc), token.i
    tag, word = columns.tags[index], columns.lowers[index]
    if tag.startswith("VB"):
        return class_of_verb(events, columns, index)
    if tag in ("NN", "NNS") or (tag in ("NNP", "NNPS") and not columns.entities[index]):
        return events.noun(word)
    return None


def phrased_classes(doc: Doc, events: EventLexicon) -> dict[int, EventRule]:
    """The class of the event phrase that each verb and noun stands in, of those that stand in one; dates and times may part a phrase."""
    columns, timeless = columns_of(doc), _without_times(doc)
    found: dict[int, EventRule] = {}
    for start, end, rule in phrases_in(doc, events):
        found |= {place: rule for place in range(start, end) if columns.tags[place][:2] in ("VB", "NN")}
    if len(timeless) == len(doc):
        return found
    for start, end, rule in events.phrases([columns.lowers[place] for place in timeless]):
        for place in timeless[start:end]:
            if columns.tags[place][:2] in ("VB", "NN"):
                found.setdefault(place, rule)
    return found


def _without_times(doc: Doc) -> list[int]:
    """The tokens without dates and times and the prepositions before them: "was taken on Monday at 9 a.m. to hospital" is one phrase."""
    columns = columns_of(doc)
    timed = [entity in ("DATE", "TIME") for entity in columns.entities]
    before = [dep == "prep" and after for dep, after in zip(columns.deps, [*timed[1:], False], strict=False)]
    return [index for index, is_time in enumerate(timed) if not is_time and not before[index]]


def is_present(verb: Token) -> bool:
    """Whether a verb tells what is so now: "weighs", "is untouched"; not the perfect, nor what will be."""
    if verb.tag_ not in ("VBZ", "VBP"):
        return any(child.dep_ in ("aux", "auxpass") and child.lower_ in ("is", "are", "'s", "'re") for child in verb.children)
    return not any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in verb.children)


def is_aside(token: Token, inside: Collection[int]) -> bool:
    """Whether a word stands in a clause that only adds to a noun ("the fund, set up in 1926,", "the highest since it was set up in 1926").

    A clause without a comma tells which is meant ("the fund set up in 1926") and is none.

    Args:
        inside: indices of the tokens that something else hangs on; clauses it stands in as well are no asides to it.
    """
    while token.i not in inside and token.head.i != token.i:
        if token.dep_ == "advcl" and any(child.lower_ == "since" for child in token.children):
            return True
        first = token.left_edge.i
        if token.dep_ in ("relcl", "acl") and first and token.doc[first - 1].lower_ == ",":
            return True
        token = token.head
    return False


def is_somebody_else(noun: Token, child: Token, attendants: Collection[str]) -> bool:
    """Whether a child names the person whom somebody belongs to and is not: "Orlan's sons", "an aide of Orlan".

    Args:
        attendants: nouns in lower case for people who belong to others.
    """
    if child.dep_ != "poss" and not (child.dep_ == "prep" and child.lower_ in ("of", "to")):
        return False
    return noun.tag_ in ("NN", "NNS") and (noun.lower_ in attendants or singular(noun.text) in attendants)


_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "conj", "csubj"})


def below(token: Token) -> Iterator[Token]:
    """The words that a verb or noun governs, without those in clauses and asides of their own, and without times."""
    for child in token.children:
        aside = child.dep_ == "appos" and child.left_edge.i > 0 and child.doc[child.left_edge.i - 1].lower_ in (",", "(")
        if child.dep_ not in _CLAUSES and not aside and child.ent_type_ not in ("DATE", "TIME"):
            yield child
            yield from below(child)


def bearer_of_who(who: Token, own_ids: Callable[[Token], set[str]]) -> Token:
    """The noun that the clause of "who" is of; the person whom this noun only describes: "Yeny, the child who was buried".

    A parse may hang the clause on the place that a person comes from: "Ada Fonn, a nurse from Ghent, who died".

    Args:
        who: the pronoun, subject or object of its clause.
        own_ids: the ids of the name that a word is part of.
    """
    noun = bearer = who.head.head
    if who.tag_ != "WP":
        return noun
    own = own_ids(noun)
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and own and all(name.startswith("place:") for name in own):
        bearer = noun.head.head
    elif noun.dep_ != "appos" or own:
        return noun
    while bearer.dep_ == "appos" and bearer.head.i < bearer.i:
        bearer = bearer.head
    return bearer if any(name.startswith("person:") for name in own_ids(bearer)) else noun
