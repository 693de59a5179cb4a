"""Finds cues of factuality in a parse, that something was, was not, will or will not be done: helpers, negations, plans, trials, states."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING

from factcheck.columns import Columns, columns_of
from factcheck.events import EventLexicon
from factcheck.rulebook import EventRule
from factcheck.text import Span

if TYPE_CHECKING:
    from factcheck.parses import Token

OBJECTS = frozenset({"dobj", "nsubjpass", "attr"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
ACHIEVING = "achieving"
"""What a verb says of the one below it that was done: "managed to land"."""
FORCED = "forced"
"""What a verb says of the one below it where somebody did it, and had to: "was forced to resign"."""
WAITED = "waited"
"""The same of what was not done until then: "had yet to land"."""
_LONGEST = 60
"""Longest span of a noun phrase, in code points; of longer ones the noun alone is shown."""
_PAST_HELPERS = frozenset({"did", "was", "were", "had", "has", "have", "been", "'ve", "'d"})
_ANYBODY = frozenset({"anyone", "anybody", "anything"})
_SELDOM = frozenset({"never", "hardly", "barely"})
_WILL, _WOULD = frozenset({"will", "'ll", "shall", "wo"}), frozenset({"would", "'d"})
_HELPS = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "mark"})
_OTHER_ACT = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "dative"})
"""Complements with which a verb without a class is another act each ("was found guilty", "kept the ball")."""


def negations_of(verb: Token) -> list[Token]:
    """The words that deny a verb itself: "not", "never", "hardly", "no longer"."""
    doc, columns = verb.doc, columns_of(verb.doc)
    deps, lowers = columns.deps, columns.lowers
    return [
        doc[child]
        for child in columns.children[verb.i]
        if deps[child] == "neg" or lowers[child] in _SELDOM or (lowers[child] == "longer" and lowers[child - 1] == "no")
    ]


def noun_span(noun: Token) -> Span:
    """Where a noun and the words before it that belong to it stand; the noun alone where that is too much to be shown."""
    words = [token for token in noun.doc[noun.left_edge.i : noun.i + 1] if not token.is_punct]
    start, end = words[0].idx if words else noun.idx, noun.idx + len(noun)
    return Span(start, end) if end - start <= _LONGEST else Span(noun.idx, end)


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def is_past(verb: Token) -> bool:
    """Whether a finite verb tells of the past: "signed", "did not sign", "was signed", "has signed"."""
    return is_past_at(columns_of(verb.doc), verb.i)


def is_past_at(columns: Columns, verb: int) -> bool:
    """The same of a verb by its index in a parse."""
    tag, children = columns.tags[verb], columns.children[verb]
    if tag == "IN":
        return True
    helpers = [child for child in children if columns.deps[child] in ("aux", "auxpass")]
    if any(columns.tags[child] in ("MD", "TO") for child in helpers):
        return False
    if tag == "VBD":
        return True
    if tag == "VBN" and not helpers and columns.deps[verb] not in ("acl", "amod"):
        # "the dyke held": a past form that the tagger takes for a participle
        return any(columns.deps[child] == "nsubj" for child in children)
    past = any(columns.lowers[child] in _PAST_HELPERS for child in helpers)
    return past and tag in ("VBN", "VB")


def is_aside(verb: Token) -> bool:
    """Whether a participle set off by commas tells what became of a known noun: "the bridge, closed since Friday, ..."."""
    return is_aside_at(columns_of(verb.doc), verb.i)


def is_aside_at(columns: Columns, verb: int) -> bool:
    """The same of a verb by its index in a parse."""
    children, deps, lowers = columns.children, columns.deps, columns.lowers
    if columns.tags[verb] != "VBN" or deps[verb] != "acl" or any(deps[child] in _HELPS for child in children[verb]):
        return False
    noun = columns.heads[verb]
    first = min((verb, *(child for child in children[verb] if child < verb)))
    if lowers[first - 1] != "," or first - 1 <= noun or any(deps[child] == "neg" for child in children[verb]):
        return False
    named = columns.tags[noun].startswith("NNP")
    return named or (
        columns.tags[noun] in ("NN", "NNS") and any(lowers[child] == "the" or deps[child] == "poss" for child in children[noun])
    )


def is_none(part: Token, nobody: Container[str]) -> bool:
    """Whether a noun phrase says that there was none: "nobody", "no shots", "not a single shot"."""
    columns, index = columns_of(part.doc), part.i
    lowers, children = columns.lowers, columns.children[index]
    if lowers[index] in nobody:
        return True
    if any(lowers[child] == "no" and (columns.deps[child] == "det" or lowers[index] == "one") for child in children):
        return True
    first = part.left_edge
    if first.lower_ == "no" and first.dep_ == "det" and first.head.dep_ == "compound" and first.head.head.i == index:
        return True  # "no flood warning", where the parse hangs "no" on the flood
    if not any(lowers[child] in ("single", "one", "a") for child in children):
        return False
    return first.lower_ == "not" and first.i < index


def is_single(part: Token) -> bool:
    """Whether a noun phrase means any at all below a negation: "was not paid a single dollar", "has not held anyone"."""
    if part.lower_ in _ANYBODY or any(child.lower_ == "any" for child in part.children):
        return True
    return any(child.lower_ == "single" for child in part.children) and any(child.lower_ in ("a", "one") for child in part.children)


def plan_of(verb: Token, resolving: Container[str]) -> tuple[Token, bool] | None:
    """The verb of the clause that says that an act is to come and whether it is; None where none says so.

    "will sign", "said that she would sign", "is to sign" and, with a verb of the list ``resolving``, "decided to sign"; "will not" and
    "decided not to" are no.
    """
    columns = columns_of(verb.doc)
    helpers = [child for child in columns.children[verb.i] if columns.deps[child] in ("aux", "auxpass")]
    if any(columns.lowers[child] in _WILL or (columns.lowers[child] in _WOULD and _is_reported(columns, verb.i)) for child in helpers):
        denied = len(negations_of(verb))
        return (verb, not denied) if denied < 2 else None
    if not any(columns.tags[child] == "TO" for child in helpers) or verb.dep_ != "xcomp":
        return None
    denied, above = len(negations_of(verb)), verb.head
    plain = above.lower_ in ("is", "are") and any(child.dep_ == "nsubj" for child in above.children)
    if not plain and above.lower_ not in resolving:
        return None
    return None if negations_of(above) or denied > 1 else (above, not denied)


def _is_reported(columns: Columns, verb: int) -> bool:
    """Whether a clause is what somebody said: "he said he would ask"; its "would" is a "will"."""
    deps, heads = columns.deps, columns.heads
    if deps[verb] == "conj" and columns.tags[heads[verb]].startswith("VB"):
        verb = heads[verb]
    return deps[verb] == "ccomp" and columns.tags[heads[verb]] == "VBD"


def is_plain_act(columns: Columns, verb: int, idle: Container[str]) -> bool:
    """Whether a verb of no class tells by itself what became of one noun: "was insured", "the siren sounded"; ``idle`` verbs do not."""
    if columns.tags[verb] not in ("VBD", "VBN", "VB"):
        return False
    word, deps, children = columns.lowers[verb], columns.deps, columns.children[verb]
    particle = next((f" {columns.lowers[child]}" for child in children if deps[child] == "prt"), "")
    if (f"{word}{particle}" if particle else word) in idle:
        return False  # "came" says nothing, "came on" does
    if any(deps[child] in _OTHER_ACT for child in children):
        return False
    return any(deps[child] in ("nsubjpass", "nsubj") and columns.tags[child] in ("NN", "NNS", "NNP") for child in children)


def class_of_verb(events: EventLexicon, columns: Columns, verb: int) -> EventRule | None:
    """The class that a verb names with its object or subject, with its particle, or by itself; None for none."""
    told, word = _class_by_parts(events, columns, verb), columns.lowers[verb]
    if told is not None or not events.may_be_verb(word):
        return told
    for child in columns.children[verb]:
        rule = events.verb(word, columns.lowers[child]) if child > verb and columns.deps[child] in ("prt", "advmod") else None
        if rule:
            return rule
    return events.verb(word)


def _class_by_parts(events: EventLexicon, columns: Columns, index: int) -> EventRule | None:
    """The class that a verb names with its object or subject, wherever that stands.

    "The appeal was lodged" and "the ransom that was never paid" turn a phrase round, "the dam above the town gave way" takes it apart.
    """
    lowers = columns.lowers
    objects, subjects = events.objects_of(lowers[index]), events.subjects_of(lowers[index])
    if not objects and not subjects:
        return None
    tags, deps, children = columns.tags, columns.deps, columns.children[index]
    for child in children:
        noun = columns.heads[index] if tags[child] in ("WDT", "WP") and deps[index] == "relcl" else child
        if tags[noun] not in ("NN", "NNS"):
            continue
        listed = objects if deps[child] in ("dobj", "nsubjpass") else subjects if deps[child] == "nsubj" else None
        if listed is not None and lowers[noun] in listed:
            then, rule = listed[lowers[noun]]
            if not then or any(lowers[other] in then for other in children):
                return rule
    return None


def is_over(negation: Token) -> bool:
    """Whether a negation says that something was so until now: "no longer"."""
    return negation.lower_ == "longer"


def control_above(verb: Token, control: Mapping[str, str]) -> tuple[str, Token] | None:
    """The verb that says of the one below it that it was done (ACHIEVING, FORCED) or not ("failing", WAITED): "managed to", "had to",
    "was unable to", "was kept from", "succeeded in"; None where there is none.

    ``control`` holds these words by verb or adjective, with the preposition that a gerund needs ("kept from").  Who prevents
    somebody else is not the one who does it, so a verb with an object of its own says nothing.
    """
    head, by_preposition = verb.head, verb.dep_ == "pcomp"
    governor = head.head if by_preposition else head
    found = control.get(f"{governor.lower_} {head.lower_}" if by_preposition else head.lower_)
    if found is None or any(child.dep_ == "dobj" for child in governor.children):
        return None
    if governor.dep_ in ("acomp", "advmod"):
        governor = governor.head  # "was unable to land", "stopped short of landing": the clause is that of the verb
    elif found == FORCED and any(child.lower_ == "yet" for word in (governor, verb) for child in word.children):
        found = WAITED  # "had yet to land"
    return (found, governor) if governor.tag_.startswith("VB") else None


def is_vain_trial(verb: Token, trials: Container[str]) -> bool:
    """Whether a verb names what nobody tried: "made no attempt to flee"."""
    noun = verb.head
    return verb.dep_ in ("acl", "relcl") and noun.lower_ in trials and any(child.lower_ == "no" for child in noun.children)


def is_renounced(verb: Token, rights: Container[str], renouncing: Container[str]) -> bool:
    """Whether a verb names what somebody gave up the right or plan to do: "waived his right to appeal"."""
    noun = verb.head
    return verb.dep_ == "acl" and noun.lower_ in rights and noun.dep_ in ("dobj", "nsubjpass") and noun.head.lower_ in renouncing
