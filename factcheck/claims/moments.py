"""What happened at a time of day, told by any word: the act of a verb or noun that no class of events lists, in groups of words.

Roles: "told_at" (it happened), "alarmed_at" (help was called), "noticed_at" (it was found or seen).  ``thing`` of the frame is the group
of the act ("onset", "enter"; lists moment.verb and moment.noun), or "verb:" and the stem of a verb of no group.  Such claims stand beside
those of ``factcheck.claims.clocks``, which know the class.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.happenings import HappeningReader
from factcheck.claims.surroundings import Answer, Surroundings
from factcheck.claims.vocabulary import Vocabulary
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import fold
from factcheck.values import DateValue

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLES = {"alarm": "alarmed_at", "notice": "noticed_at"}
_BE = frozenset({"is", "was", "were", "'s", "be", "been", "are"})
_BEHIND = frozenset({"prt", "advmod", "prep", "acomp", "oprd", "xcomp", "ccomp"})
_REACH = 4
"""Words behind a verb in which the rest of a phrase may stand ("came to a halt", "declared him dead")."""


def frame_moment(
    item: Resolved, reader: HappeningReader, around: Surroundings, governor: Token | None, untold: frozenset[str]
) -> Iterator[Answer]:
    """The acts that the word a time of day hangs on may tell, one answer for each group; nothing for words that tell no act.

    Args:
        item: the time of day.
        reader: of its passage.
        around: the document.
        governor: the verb or noun that the time hangs on, None where the parse names none.
        untold: the days of the sentence that are told but not known.
    """
    found = _told(item, reader, governor)
    if found is None:
        return
    governor, told = found
    time = _day(item, around)
    word, groups = told
    agents, _ = reader.parts_of(governor) if governor.tag_.startswith("VB") else (frozenset[str](), frozenset[str]())
    # where it happened is no thing that it happened to: papers name the quay, the firm or the town
    targets = frozenset(name for child in governor.children if child.dep_ in ("dobj", "nsubjpass") for name in reader.ids(child))
    own = {f"name:{fold(part)}" for part in item.found.span.of(around.document.passages[item.passage].text).split()}
    for group in groups:
        role = _ROLES.get(group, "told_at")
        thing = "onset" if group in _ROLES else group
        yield Answer(
            f"act.{thing}.{role}",
            Frame(
                predicate=word,
                role=role,
                agents=agents - own,
                targets=targets - own,
                others=around.named_around(item),
                thing=thing,
                subset=untold,
                markers=reader.markers(governor) - {"first"},
                time=None if untold else time,
                lead=around.is_lead(item) or _takes_up(governor),
            ),
        )


def _told(item: Resolved, reader: HappeningReader, governor: Token | None) -> tuple[Token, tuple[str, tuple[str, ...]]] | None:
    """The verb or noun that tells what happened then, with its act.

    A time that hangs on no verb ("..., on the stroke of nine,") belongs to its sentence, and one that makes a sentence with no verb but one
    of saying ("When? At three, says the mayor.") to the sentence before.
    """
    tries = [_said(reader.vocabulary, governor)] if governor is not None else []
    if governor is None or governor.tag_.startswith("NN"):
        if governor is not None and governor.dep_ in ("nsubj", "nsubjpass", "dobj"):
            return None if (told := acts_of(reader, governor)) is None else (governor, told)
        span = item.found.span
        start = next((token for token in reader.doc if token.idx + len(token) > span.start), None)
        verb = next((token for token in start.ancestors if token.tag_.startswith("VB")), None) if start is not None else None
        if start is not None and verb is not None:
            tries.append(_said(reader.vocabulary, verb))
        if start is not None and (verb is None or _is_saying(reader.vocabulary, tries[-1])) and start.sent.start:
            tries.append(reader.doc[start.sent.start - 1].sent.root)
    elif _is_saying(reader.vocabulary, tries[0]) and governor.sent.start and tries[0].i == governor.sent.root.i:
        tries.append(reader.doc[governor.sent.start - 1].sent.root)
    elif governor.dep_ == "xcomp" and governor.tag_ == "VBG":
        tries.insert(0, governor.head)  # "stopped running"
    for token in tries:
        told = acts_of(reader, token)
        if told is not None:
            return token, told
    return None


def _is_saying(words: Vocabulary, verb: Token) -> bool:
    return any(verb.lower_ in words.listed(name) for name in ("name.speech-verb", "verb.idle"))


def _day(item: Resolved, around: Surroundings) -> DateValue | None:
    """The day of the sentence; else the last one before in the paragraph that is told to the day ("murders in 1998" date no time)."""
    time = around.time(item)
    own = any(
        isinstance(other.mention.value, DateValue) and other.passage == item.passage and other.mention.sentence == item.mention.sentence
        for other in around.resolved
    )
    return time if own or (time is not None and time.days == 1) else None


def _takes_up(governor: Token) -> bool:
    """Whether the subject takes up what was told before, so that it is what the article is about: "it happened", "the fall happened"."""
    subject = _subject(governor) if governor.tag_.startswith("VB") else None
    if subject is None:
        return False
    return subject.lower_ in ("it", "this") or (subject.tag_ == "NN" and any(child.lower_ in ("the", "this") for child in subject.children))


def _said(words: Vocabulary, verb: Token) -> Token:
    """The verb of what somebody says, where the verb is one of saying: "it blew up at a quarter to eight, a farmer recalled"."""
    if not _is_saying(words, verb):
        return verb
    return next((child for child in verb.children if child.dep_ == "ccomp" and child.tag_.startswith("VB") and child.i < verb.i), verb)


def acts_of(reader: HappeningReader, governor: Token) -> tuple[str, tuple[str, ...]] | None:
    """(the word that tells an act, its groups) of the verb or noun that a time hangs on; None where it tells none.

    A verb of no group is a group of its own, unless another that goes on with its clause tells an act ("rang at ten and took him away").
    """
    words = reader.vocabulary
    nouns = words.listed("moment.noun")
    subject = _subject(governor) if governor.tag_.startswith("VB") else None
    sense = _noun_sense(nouns, subject) if subject is not None else None
    if subject is not None and sense == "start" and verb_stem(fold(governor.text)) in _stems(words, "moment.light"):
        return subject.text, _groups(sense)  # "the race went off", which is no explosion
    rule = reader.rule_at(governor)
    by_class = words.listed("moment.class").get(rule.id) if rule is not None and rule.phase == "act" else None
    if by_class is not None:
        return governor.text, _groups(by_class)
    if governor.tag_.startswith("NN"):
        found = nouns.get(governor.lower_)
        return (governor.text, _groups(found)) if found is not None else None
    stem = verb_stem(fold(governor.text))
    light = stem in _stems(words, "moment.light")
    objects = [child for child in governor.children if child.dep_ in ("dobj", "nsubjpass", "attr") and child.ent_type_ != "TIME"]
    for noun in ([subject] if subject is not None else []) + objects:
        sense = _noun_sense(nouns, noun)
        if sense is not None and (light or sense == "alarm"):
            return noun.text, _groups(sense)
    if light and subject is not None and subject.tag_ == "PRP" and subject.lower_ in ("it", "this") and stem not in ("have", "get"):
        return (governor.text, ("onset",)) if not objects else None
    listed = _listed(words, governor, stem)
    if listed is not None:
        return listed
    for other in governor.children:
        if other.dep_ == "conj" and other.tag_ == governor.tag_ and not any(part.ent_type_ == "TIME" for part in other.subtree):
            further = acts_of(reader, other)
            if further is not None and not further[1][0].startswith("verb:"):
                return further
    if light or governor.lower_ in _BE or _is_saying(words, governor) or not governor.tag_.startswith("VB"):
        return None
    return governor.text, (f"verb:{stem}",)


def _noun_sense(nouns: Mapping[str, object], noun: Token) -> str | None:
    """The groups of a noun with the word before it ("emergency call"), else of its own."""
    before = noun.doc[noun.i - 1].lower_ if noun.i else ""
    found = nouns.get(f"{before} {noun.lower_}") or nouns.get(noun.lower_)
    if found is None and noun.tag_ == "NNS":
        found = nouns.get(noun.lower_.removesuffix("s"))
    return str(found) if found is not None else None


def _listed(words: Vocabulary, verb: Token, stem: str) -> tuple[str, tuple[str, ...]] | None:
    """The groups of a verb with the words behind it ("broke in", "came to a halt"), the longest phrase first; else of the verb alone."""
    phrases = _phrases(words).get(stem, ())
    behind = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 1 + _REACH] if not token.is_punct]
    near = [token.lower_ for child in verb.children if child.dep_ in _BEHIND and child.i > verb.i for token in (child, *child.children)]
    for rest, groups in phrases:
        if not rest or behind[: len(rest)] == list(rest) or (len(rest) == 1 and rest[0] in near):
            passive = any(child.dep_ == "auxpass" for child in verb.children)
            if rest == ("aground",) or not (stem == "call" and not rest and not passive):
                return " ".join((verb.text, *rest)), groups
    return None


def _subject(verb: Token) -> Token | None:
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


def _groups(listed: object) -> tuple[str, ...]:
    return tuple(str(listed).split())


@lru_cache(maxsize=8)
def _stems(words: Vocabulary, name: str) -> frozenset[str]:
    return frozenset(verb_stem(word) for word in words.listed(name))


@lru_cache(maxsize=8)
def _phrases(words: Vocabulary) -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """By the stem of the verb: the words that follow it, and the groups; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase, groups in words.listed("moment.verb").items():
        first, *rest = phrase.split()
        found.setdefault(verb_stem(first), []).append((tuple(rest), _groups(groups)))
    return {stem: tuple(sorted(listed, key=lambda entry: -len(entry[0]))) for stem, listed in found.items()}
