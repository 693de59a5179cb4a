"""Frames loose durations: how long something took by any words, the stretch of time that a clause tells, in groups of words.

Role: "spell".  ``subset`` of the frame holds the groups of the words around the length (list spell.word: "held", "travel"), ``agents``
who or what the clause is about, ``others`` all that it names, ``thing`` the noun that a length stands before ("a 12-night voyage") or "".
Such claims stand beside those of ``factcheck.claims.duration``, which know what lasted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.claims.date import span_root
from factcheck.claims.event_date import own_time
from factcheck.claims.event_frame_reader import OBJECTS, EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import is_present
from factcheck.claims.vocabulary import Vocabulary
from factcheck.columns import SUBJECTS
from factcheck.frame_notes import bare_all
from factcheck.mentions.duration import DurationReading
from factcheck.model import Frame
from factcheck.nouns import singular
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import fold
from factcheck.values.duration import HOURS

if TYPE_CHECKING:
    from factcheck.parses import Token

_WORDS = 30
"""Words of a clause that are looked at."""
_HAD = verb_stem("had")
_ASIDE = frozenset({"relcl", "appos", "ccomp", "parataxis"})


def frame_loose_duration(item: Resolved, around: FramingContext, reader: EventFrameReader, reading: DurationReading) -> Iterator[Answer]:
    """The stretch of time that a length is of; nothing for lengths without a number, plans, averages, rates and sentences.

    Args:
        item: the length.
        around: the document.
        reader: of its passage.
        reading: what the length says by itself.
    """
    root = span_root(reader.doc, item.found.span.start, item.found.span.end)
    if root is None or reading.amount is None or reading.vague:
        return
    if root.dep_ in SUBJECTS and any(child.lower_ == "the" for child in root.children):  # "the 61 hours were long"
        return
    words = reader.vocabulary
    verb = next((token for token in root.ancestors if token.tag_.startswith("VB") or token.tag_ == "MD"), None)
    clause = _clause(root, verb)
    lowers = {token.lower_ for token in clause if token.lower_ != "may" or token.tag_ == "MD"}
    if lowers & words.listed("spell.other").keys() or words.listed("length.word").get(verb.lower_ if verb is not None else "") == "asking":
        return
    if verb is not None and (_goes_on(words, verb, reading) or _is_standing(root, verb)):
        return
    span = item.found.span
    groups = {group for token in clause if not span.start <= token.idx < span.end for group in _groups_of(words, token)}
    if not groups:
        groups = {group for token in root.sent if not span.start <= token.idx < span.end for group in _groups_of(words, token)}
    ended = groups - _open_ended(words, root, _before_it(root, item, around))
    if groups and not ended:  # "the jury had been out for four hours when the judge sent it home"
        return
    groups = ended
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS] if verb is not None else []
    objects = [child for child in verb.children if child.dep_ in OBJECTS] if verb is not None else []
    noun = root.head if reading.joined and root.head.tag_.startswith("NN") else None
    groups = set(_groups_of(words, noun)) & groups or groups if noun is not None else groups  # "jailed after a five-week trial"
    yield Answer(
        "spell.length",
        Frame(
            predicate=verb.text if verb is not None else root.head.text,
            role="spell",
            agents=frozenset(name for child in subjects for name in reader.ids(child)),
            targets=frozenset(name for child in objects for name in reader.ids(child) if name.startswith("person:")),
            others=around.named_around(item),
            thing=fold(noun.text) if noun is not None else "",
            subset=bare_all(groups),
            time=None if verb is not None and _is_undated_aside(verb) else own_time(item, around),
            lead=around.is_lead(item),
        ),
    )


def _open_ended(words: Vocabulary, root: Token, before: list[Token]) -> frozenset[str]:
    """The groups of stretches with an end of their own that is not told where the length is: no verdict, or none yet."""
    ends, stems = words.groups("spell.end"), words.group_stems("spell.end")
    told = [token for token in (*root.sent, *before) if _listed_as(ends, stems, token) and not _is_denied(token)]
    return frozenset().union(*ends.values()) - {name for token in told for name in _listed_as(ends, stems, token)}


def _before_it(root: Token, item: Resolved, around: FramingContext) -> list[Token]:
    """The sentence before that of a length that had gone by then ("The jury had been out for 14 hours."); nothing where another clause
    says when it was so far ("... when the judge sent them home")."""
    words = around.readers[item.passage]
    had = any(token.tag_ == "VBD" and token.dep_ == "aux" and verb_stem(token.lower_) == _HAD for token in root.sent)
    if (
        words is None
        or not had
        or any(token.dep_ == "advcl" or token.lower_ in words.vocabulary.listed("spell.so-far") for token in root.sent)
    ):
        return []
    if root.sent.start > 0:
        return list(root.doc[root.sent.start - 1].sent)
    above = around.readers[item.passage - 1] if item.passage else None
    return list(above.doc[len(above.doc) - 1].sent) if above is not None and len(above.doc) else []


def _is_denied(token: Token) -> bool:
    """Whether "no", "not" or "without" stands before a word or beside its verb."""
    return token.head.lower_ == "without" or any(
        child.dep_ == "neg" or child.lower_ == "no" for one in (token, token.head) for child in one.children
    )


def _is_undated_aside(verb: Token) -> bool:
    """Whether a relative clause tells no day, whatever day its sentence tells: "the child who was buried for 52 hours left on Thursday"."""
    return verb.dep_ == "relcl" and not any(token.ent_type_ == "DATE" and not token.text[0].isdigit() for token in verb.subtree)


def _goes_on(words: Vocabulary, verb: Token, reading: DurationReading) -> bool:
    """Whether a stretch is one of a life ("worked for three years"), or still goes on and grows by days ("have been held for 40 days")."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")} | {verb.lower_}
    short = reading.low < HOURS["year"]
    long = reading.low >= HOURS["month"]
    return (long and verb_stem(verb.lower_) in words.stems("spell.life")) or (
        short and bool(helpers & {"has", "have", "'ve", "is", "are", "'re"})
    )


def _is_standing(root: Token, verb: Token) -> bool:
    """Whether a length is how far somebody is ahead or behind as things stand, which changes by the day: "leads by 12 seconds"."""
    return root.head.lower_ == "by" and is_present(verb)


def _clause(root: Token, verb: Token | None) -> list[Token]:
    """The words of the clause that a length stands in, with those of the clause that it hangs on."""
    top = verb
    while top is not None and top.dep_ in ("advcl", "xcomp", "conj", "pcomp", "acl") and top.head.tag_.startswith("VB"):
        top = top.head
    if top is None:
        return list(root.sent)[:_WORDS]
    above = {token.i for token in root.ancestors} | {root.i}
    asides = [child for child in top.subtree if child.dep_ in _ASIDE and child.i not in above]
    out = {token.i for aside in asides for token in aside.subtree}
    return [token for token in top.subtree if token.i not in out][:_WORDS]


def _groups_of(words: Vocabulary, token: Token) -> tuple[str, ...]:
    if token.tag_[:2] not in ("VB", "NN", "JJ", "RB", "IN"):
        return ()
    return _listed_as(words.groups("spell.word"), words.group_stems("spell.word"), token)


def _listed_as(listed: Mapping[str, tuple[str, ...]], stems: Mapping[str, tuple[str, ...]], token: Token) -> tuple[str, ...]:
    """The groups of a word by its form, the singular of a noun, or the stem of a verb."""
    found = listed.get(token.lower_)
    if found is None and (token.tag_ in ("NNS", "NNPS") or (token.tag_ == "NNP" and token.i == token.sent.start)):
        found = listed.get(singular(token.lower_))
    if found is None and token.tag_.startswith("VB"):
        found = stems.get(verb_stem(token.lower_))
    return found or ()
