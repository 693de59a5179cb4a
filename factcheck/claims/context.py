"""Reads in which words a value is told: the content words of its sentence, how near each stands in the parse, and in which role.

Framers of the kinds ask what a value answers and stay silent where they do not know.  A context asks nothing: it is kept for every value
told by number, so that two sentences of two articles can be aligned by what they have in common (``factcheck.conflicts.alignment``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.claims.counted_notes import recalled
from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.patient_outcome import patient_outcome_of
from factcheck.columns import Columns, columns_of, touched
from factcheck.contexts import Context, ContextWord, WordRole
from factcheck.frame_notes import bare_all
from factcheck.model import CONTEXT, Frame
from factcheck.nouns import singular
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import fold

KINDS = frozenset({"age", "count", "date", "duration", "measure", "money", "percent", "time"})
"""Kinds of values that have a context."""
WINDOW = 6
"""Tokens on either side of a value that are near it."""
MOST_WORDS = 40
"""Words that a context holds, the nearest first; longer sentences are lists."""
FARTHEST = 12
"""Distance of a word that no path of the parse leads to."""
_CONTENT = ("NN", "VB", "JJ", "RB")
_NEAR, _CLAUSE, _GOVERNOR, _VERB, _SUBJECT, _OBJECT, _PROPER = map(int, WordRole)
_ROLES = tuple(map(WordRole, range(2 * _PROPER)))
_SUBJECTS, _OBJECTS = ("nsubj", "nsubjpass"), ("dobj", "attr", "oprd")


def frame_context(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The context of a value told by number; none for other kinds, for counts of another event or of what is left, and without a parse."""
    reader = around.readers[item.passage]
    if item.mention.kind not in KINDS or reader is None:
        return
    columns = columns_of(reader.doc)
    own = touched(columns, item.found.span.start, item.found.span.end)
    if not own:
        return
    sentence = _Sentence.around(columns, own)
    root = _root(columns, own)
    if item.mention.kind == "count" and (recalled(reader, reader.doc[root]) or _is_left(columns, root, reader)):
        return
    singling = reader.vocabulary.listed("context.singling")
    frame = Frame(
        role=CONTEXT,
        thing=_counted(columns, own, root, reader),
        others=around.named_around(item),
        markers=bare_all(word for word in columns.lowers[sentence.start : sentence.stop] if word in singling),
        time=around.time(item),
        lead=around.is_lead(item),
        fate=_fate(columns, root, reader) if item.mention.kind == "count" else None,
        context=_read(columns, sentence, own, root, reader),
    )
    yield Answer(f"{item.mention.kind}.context", frame, kind=CONTEXT)


def _is_left(columns: Columns, root: int, reader: EventFrameReader) -> bool:
    """Whether a count tells how many are left of a whole: "13 objects therefore remain"."""
    left = reader.vocabulary.listed("count.left-verb")
    return any(columns.tags[index].startswith("VB") and verb_stem(columns.lowers[index]) in left for index in _path(columns, root)[:2])


def _fate(columns: Columns, root: int, reader: EventFrameReader) -> str | None:
    """What became of the counted; None where nothing tells it."""
    above = columns.heads[root]
    noun = root if columns.tags[root].startswith("NN") or not columns.tags[above].startswith("NN") else above
    return patient_outcome_of(reader, reader.doc[root], reader.doc[noun], singular(columns.lowers[noun]))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The tokens of a sentence, from ``start`` to before ``stop``."""

    start: int
    stop: int

    @classmethod
    def around(cls, columns: Columns, own: range) -> _Sentence:
        start, stop = own.start, own.stop
        while start and not columns.opens[start]:
            start -= 1
        while stop < len(columns.opens) and not columns.opens[stop]:
            stop += 1
        return cls(start, stop)


def _root(columns: Columns, own: range) -> int:
    """The token of a value that the others hang on."""
    return next((index for index in own if columns.heads[index] not in own or columns.heads[index] == index), own.start)


def _path(columns: Columns, root: int) -> list[int]:
    """The governors of a token, the nearest first."""
    path: list[int] = []
    while columns.heads[root] != root and columns.heads[root] not in path:
        root = columns.heads[root]
        path.append(root)
    return path


def _counted(columns: Columns, own: range, root: int, reader: EventFrameReader) -> str | None:
    """What is counted or measured: the noun among the value's own words, else the one it stands before."""
    noun = next((index for index in own if columns.tags[index].startswith("NN")), columns.heads[root])
    return key_of(columns, noun, reader) if columns.tags[noun].startswith("NN") else None


def _read(columns: Columns, sentence: _Sentence, own: range, root: int, reader: EventFrameReader) -> Context:
    path = _path(columns, root)
    verb = next((index for index in path if columns.tags[index].startswith("VB")), None)
    clause = _below(columns, verb) if verb is not None else frozenset()
    around = range(max(sentence.start, own.start - WINDOW), min(sentence.stop, own.stop + WINDOW))
    distances = _distances(columns, root)
    words: dict[str, tuple[int, int]] = {}
    for index, key in _keys_of(reader, sentence.start, sentence.stop):
        if index in own:
            continue
        roles = _roles(columns, index, verb, near=index in around, clause=index in clause or verb is None, governs=index in path)
        distance, known = words.get(key, (FARTHEST, 0))
        words[key] = min(distance, distances.get(index, FARTHEST)), known | roles
    nearest = sorted((distance, key, roles) for key, (distance, roles) in words.items())[:MOST_WORDS]
    preposition = columns.lowers[path[0]] if path and columns.tags[path[0]] in ("IN", "TO") else ""
    partitive = own.stop < sentence.stop and columns.lowers[own.stop] == "of"
    held = sorted(ContextWord(key, distance, _ROLES[roles]) for distance, key, roles in nearest)
    return Context(tuple(held), columns.deps[root], preposition, partitive)


@lru_cache(maxsize=4)  # the values of a sentence come one after another
def _keys_of(reader: EventFrameReader, start: int, stop: int) -> tuple[tuple[int, str], ...]:
    """The content words of a sentence: the index of each and what stands for it."""
    columns, light = columns_of(reader.doc), reader.vocabulary.listed("context.light")
    content = (index for index in range(start, stop) if columns.tags[index].startswith(_CONTENT) and columns.lowers[index] not in light)
    found = ((index, key_of(columns, index, reader)) for index in content)
    return tuple((index, key) for index, key in found if key)  # a sign may fold to nothing


def _roles(columns: Columns, index: int, verb: int | None, *, near: bool, clause: bool, governs: bool) -> int:
    """The number of a set of roles; numbers are put together faster than flags."""
    found = _NEAR if near else 0
    found |= _CLAUSE if clause else 0
    found |= _GOVERNOR if governs else 0
    if index == verb:
        found |= _VERB
    elif verb is not None and columns.heads[index] == verb:
        found |= _SUBJECT if columns.deps[index] in _SUBJECTS else _OBJECT if columns.deps[index] in _OBJECTS else 0
    return found | (_PROPER if columns.tags[index].startswith("NNP") else 0)


def key_of(columns: Columns, index: int, reader: EventFrameReader) -> str:
    """What stands for a word in a context: its event class in capitals, else the singular of a noun or the one that means the same, the
    stem of a verb, the folded word of a name."""
    tag, lower = columns.tags[index], columns.lowers[index]
    if tag.startswith("NNP"):
        return fold(lower)
    rule = reader.rule_at(reader.doc[index]) if tag.startswith(("NN", "VB")) else None
    if rule is not None:
        return rule.id.upper()
    if tag.startswith("NN"):
        noun = singular(lower)
        return str(reader.vocabulary.listed("noun.same").get(noun, noun))
    return verb_stem(lower) if tag.startswith("VB") else lower


def _below(columns: Columns, verb: int) -> frozenset[int]:
    """The tokens that hang on a verb, itself included."""
    found: set[int] = set()
    pending = [verb]
    while pending:
        index = pending.pop()
        if index not in found:
            found.add(index)
            pending.extend(columns.children[index])
    return frozenset(found)


def _distances(columns: Columns, root: int) -> dict[int, int]:
    """The arcs of the parse between a token and every other of its sentence."""
    found, edge = {root: 0}, [root]
    while edge:
        further: list[int] = []
        for index in edge:
            beside: Sequence[int] = (*columns.children[index], columns.heads[index])
            fresh = [other for other in beside if other not in found]
            found.update((other, found[index] + 1) for other in fresh)
            further += fresh
        edge = further
    return found


__all__ = ["FARTHEST", "KINDS", "MOST_WORDS", "WINDOW", "frame_context", "key_of"]
