"""Frames how far an act reached: the whole, or the one part, by its noun, what narrows it, and the names told with it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.factuality import named, narrowed
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import noun_key
from factcheck.frame_notes import MANY, Note, NoteKind
from factcheck.mentions.extent import REACHED, REACHED_ONLY, Extent
from factcheck.model import Frame
from factcheck.resolving import Resolved


def frame_extent(item: Resolved, extent: Extent, around: FramingContext) -> Iterator[Answer]:
    """How far which act reached; ``thing`` is the noun of the whole or part, None for a name.  ``subset`` holds notes of the kinds THING
    (nouns of the whole or part) and ONLY (what narrows it), and MANY for several."""
    reader = around.readers[item.passage]
    if reader is None:
        return
    verb, nouns = reader.doc[extent.verb], [reader.doc[at] for at in extent.nouns]
    common = [noun_key(noun) for noun in nouns if noun.tag_ in ("NN", "NNS")]
    same = reader.vocabulary.group("scope.same-noun")
    narrow = frozenset(NoteKind.ONLY.of(word) for word in narrowed(reader.vocabulary, nouns[0]))
    several = {MANY} if nouns[0].tag_ == "NNS" else set[Note]()
    numbers = [child for child in nouns[0].children if child.tag_ == "CD" and child.i > nouns[0].i]
    narrow |= frozenset(NoteKind.ONLY.of(number.lower_) for number in numbers)  # "lines 3 and 8"
    frame = Frame(
        event=extent.act,
        predicate=verb.text,
        role=REACHED,
        targets=named(frozenset(name for noun in nouns for name in reader.ids(noun))),
        others=around.named_around(item),
        thing=same.get(common[0], common[0]) if common and nouns[0].tag_ in ("NN", "NNS") else None,
        subset=narrow | several | frozenset(NoteKind.THING.of(same.get(noun, noun)) for noun in common),
        markers=reader.markers(nouns[0]),
        time=around.time_of(item, verb),
        lead=around.is_lead(item),
    )
    yield Answer(
        f"{extent.act}.{REACHED}", frame, affirmed=item.found.rule == REACHED_ONLY
    )  # "was not cleared", "and nothing else" tell of the part
