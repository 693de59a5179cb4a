"""Finds names of persons that their own article does not show to be such, but another article of the story does.

In "Volunteers under Moira Pell did everything right" neither the parse nor a list nor a neighbouring word shows that the name is a
person's.  Where another report of the story names a Moira Pelle in full, the two words are treated as a person's name, so that the
spellings are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.mentions.name_words import name_lexicon_of
from factcheck.mentions.spelling import Match, NameMatch, folder_of
from factcheck.model import Claim, Frame
from factcheck.rulebook import Rulebook
from factcheck.text import fold
from factcheck.topics.stories import Stories
from factcheck.values import NameValue

_WORDS = (2, 3)
"""Words of such a name."""
_FIRST = 2
"""First letters that such a name shares with the known one."""
_OTHER = frozenset({"GPE", "LOC", "FAC", "NORP", "EVENT"})
"""What the parse does not take a person for."""


def find_overlooked(names: Iterable[Claim], others: Iterable[Claim], stories: Stories, rulebook: Rulebook) -> Iterator[Claim]:
    """Claims of persons' names, made of those ``others`` (names of places, things and bodies) that are spelt nearly like a full name of
    ``names`` in another article of one story, with the same given name in one of its spellings; in the order of ``others``."""
    lexicon, folder = name_lexicon_of(rulebook), folder_of(rulebook)
    known: dict[str, dict[str, set[NameValue]]] = defaultdict(lambda: defaultdict(set))
    for claim in names:
        if isinstance(claim.value, NameValue) and claim.value.given:
            known[fold(claim.value.given[0])[:_FIRST]][claim.anchor.article].add(claim.value)
    for claim in others:
        words = claim.value.iso().split()
        if len(words) > min(_WORDS) and lexicon.is_place_or_group(fold(words[0])):
            words = words[1:]  # "Tongan Sione Vainikolo"
        if len(words) not in _WORDS or claim.frame.subset or claim.frame.markers & _OTHER or fold(words[0])[:_FIRST] not in known:
            continue
        value = lexicon.read_name(words)
        if value is None or not value.given:
            continue
        told = known[fold(words[0])[:_FIRST]]
        near = [
            other
            for article in sorted(stories.related(claim.anchor.article) & told.keys())
            if article != claim.anchor.article and stories.same(claim.anchor.article, article)
            for other in told[article]
            if _is_near(folder.match(value, other))
        ]
        if near and not any(_is_near(folder.match(value, other)) for other in told.get(claim.anchor.article, ())):
            frame = Frame(agents=frozenset({f"person:{value.folded}"}), lead=claim.frame.lead)
            yield replace(claim, kind="name", slot="name", value=value, frame=frame)


def _is_near(match: NameMatch) -> bool:
    return match.given in (Match.EQUAL, Match.ALIAS, Match.FOLDED) and match.family in (Match.FOLDED, Match.SLIP)
