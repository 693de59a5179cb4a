"""Who and what takes part: words of a text to canonical ids.

An id is "place:am", "organisation:nato", "person:okafor" or, for a name that no gazetteer knows, "name:brightwell packaging". Demonyms,
seats of government and acronyms lead to the id of what they stand for. Places and organisations are identified by lexicon and exact
(folded) spelling only, never by similarity.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.claims.coreference import called
from factcheck.columns import Columns, touched
from factcheck.documents import Document, Passage
from factcheck.rulebook import OrganisationRule, PlaceRule, Rulebook
from factcheck.text import Span, fold

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

_NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
_WORD = re.compile(r"[^\W_]+(?:[.&'/-][^\W_]+)*\.?")
_LONGEST_NAME = 7
"""Words of the longest gazetteer name that is looked for ("Democratic People's Republic of Korea" has six)."""

_LEAST_REPEATED = 4
"""Letters of the first word of a name that is looked for in sentences where the parser does not take it for one."""
_DEEPEST = 5
"""Places around a place that are told; also keeps places that name each other from turning in a ring."""


@dataclass(frozen=True, slots=True)
class Participant:
    """A named participant at a place of a passage; ``span`` in the passage's text.

    ``sort`` is "place", "demonym", "seat", "organisation", "person" or "name"; ``level`` of a place its size, "" where unknown.
    """

    id: str
    span: Span
    sort: str
    level: str = ""


class Gazetteer:
    """The names, demonyms, seats and acronyms of rules/world/."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._forms: dict[tuple[str, ...], Participant] = {}
        self._nouns: dict[str, set[str]] = {}
        self._around = {f"place:{place.id}": f"place:{place.within}" for place in rulebook.of(PlaceRule) if place.within}
        self._place_levels = {f"place:{place.id}": str(place.level) for place in rulebook.of(PlaceRule)}
        nowhere = Span(0, 0)
        for place in rulebook.of(PlaceRule):
            for sort, words in (("seat", place.seats), ("demonym", place.demonyms), ("place", place.names)):
                for word in words:
                    self._forms[_key(word)] = Participant(f"place:{place.id}", nowhere, sort, place.level)
        for organisation in rulebook.of(OrganisationRule):
            for word in (*organisation.names, *organisation.acronyms):
                self._forms[_key(word)] = Participant(f"organisation:{organisation.id}", nowhere, "organisation")
            for noun in organisation.nouns:
                self._nouns.setdefault(fold(noun), set()).add(f"organisation:{organisation.id}")
        self._firsts = {form[:1] for form in self._forms} | {()}
        self.place_nouns = frozenset(rulebook.words()["reference.place"])
        """Nouns that stand beside the name of a place they are and not of one they lie in."""

    def find(self, text: str) -> list[Participant]:
        """Every known name in the text, longest first, without overlaps; only words that begin with a capital count."""
        words = [match.span() for match in _WORD.finditer(text)]
        found: list[Participant] = []
        index = 0
        while index < len(words):
            length, known = self._longest(text, words, index) if text[words[index][0]].isupper() else (0, None)
            if known is not None:
                span = Span(words[index][0], words[index + length - 1][1])
                found.append(Participant(known.id, _bare(text, span), known.sort, known.level))
            index += length or 1
        return found

    def _longest(self, text: str, words: list[tuple[int, int]], index: int) -> tuple[int, Participant | None]:
        """How many words the longest name has that begins at a word, and whose it is."""
        if _key(text[slice(*words[index])])[:1] not in self._firsts:
            return 0, None
        keys = [_key(text[start:end]) for start, end in words[index : index + _LONGEST_NAME]]
        for length in range(len(keys), 0, -1):
            known = self._forms.get(tuple(part for key in keys[:length] for part in key))
            if known is not None:
                return length, known
        return 0, None

    def around(self, place: str) -> list[tuple[str, str]]:
        """The places around a place, next first, as (level, id); empty where none is known."""
        found: list[tuple[str, str]] = []
        while place in self._around and len(found) < _DEEPEST:
            place = self._around[place]
            found.append((self._place_levels.get(place, ""), place))
        return found

    def states_of(self, roles: Iterable[str]) -> frozenset[str]:
        """The places that a person with these roles acts for: the country told beside an office ("foreign minister", "armenia")."""
        known = [(role, self._forms.get(_key(role))) for role in roles]
        offices = [role for role, entry in known if entry is None]
        return frozenset(entry.id for _, entry in known if offices and entry and entry.level in ("country", "region"))

    def known(self, name: str) -> Participant | None:
        """The entry of a name, None when the gazetteer has none."""
        return self._forms.get(_key(name))

    def organisations_called(self, noun: str) -> set[str]:
        """The ids of organisations that a common noun may stand for ("alliance")."""
        return self._nouns.get(fold(noun), set())


@lru_cache(maxsize=1 << 14)
def _key(words: str) -> tuple[str, ...]:
    folded = fold(words.removesuffix("'s").removesuffix("'")).replace(".", "")
    return tuple(folded.split())


def _bare(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start, span.end - 2) if words.endswith("'s") else span


class Participants:
    """All participants of one document, by passage and token, with what definite nouns point back to."""

    def __init__(
        self,
        document: Document,
        gazetteer: Gazetteer,
        people: Mapping[int, list[tuple[Span, str]]],
        levels: Mapping[str, str],
        states: Mapping[str, frozenset[str]] = MappingProxyType({}),
    ) -> None:
        """
        Args:
            document: with parsed passages.
            gazetteer: of the run.
            people: by passage index, the spans (in the passage's text) and ids of persons.
            levels: place-level nouns ("area") to the level they stand for ("region").
            states: by person, the ids of the states he or she holds an office of.
        """
        self._levels = levels
        self._states = states
        self._gazetteer = gazetteer
        self.acronyms = dict(_acronyms(passage.text for passage in document.passages))
        self._by_passage = [self._find(passage, people.get(index, [])) for index, passage in enumerate(document.passages)]
        self._add_repeated(document.passages)
        named = ([(found.id, found.span) for found in listed] for listed in self._by_passage)
        self._called = called(document.passages, named, gazetteer.place_nouns)

    def of(self, index: int) -> list[Participant]:
        """The participants of a passage in reading order, without overlaps."""
        return self._by_passage[index]

    def by_token(self, index: int, columns: Columns) -> dict[int, Participant]:
        """The participant that each token of a passage belongs to, by the token's index; the first where there are two."""
        found: dict[int, Participant] = {}
        for participant in self._by_passage[index]:
            for place in touched(columns, participant.span.start, participant.span.end):
                found.setdefault(place, participant)
        return found

    def names(self) -> frozenset[str]:
        """All ids of the document."""
        return frozenset(participant.id for found in self._by_passage for participant in found)

    def places_around(self, place: str) -> list[tuple[str, str]]:
        """The places around one that the gazetteer knows, next first, as (level, id)."""
        return self._gazetteer.around(place)

    def places_of(self, named: Participant) -> set[str]:
        """The place that a place or the seat of a government is, and all that lie around it, as "level:id"."""
        level = "city" if named.sort == "seat" else named.level
        return {f"{level}:{named.id}", *(f"{above}:{place}" for above, place in self.places_around(named.id))}

    def places_called(self, name: str) -> set[str]:
        """As ``places_of``, of a name that the gazetteer knows for a place's; empty for any other."""
        entry = self._gazetteer.known(name)
        return self.places_of(entry) if entry is not None and entry.sort in ("seat", "place") else set()

    @cached_property
    def unlisted_places(self) -> frozenset[str]:
        """The ids of names that no gazetteer knows and that the parser somewhere takes for those of places."""
        levels: dict[str, set[str]] = {}
        for found in (item for listed in self._by_passage for item in listed if item.sort == "name"):
            levels.setdefault(found.id, set()).add(found.level)
        return frozenset(name for name, told in levels.items() if "place" in told)

    def acts_for(self, name: str) -> frozenset[str]:
        """The id itself and, for a person in office, the state that acts through him or her."""
        return self._states.get(name, frozenset()) | {name}

    def at(self, index: int, start: int, end: int) -> Participant | None:
        """The participant that the characters ``start`` to ``end`` of a passage belong to."""
        return next((found for found in self._by_passage[index] if found.span.start < end and start < found.span.end), None)

    def antecedent(self, index: int, start: int, noun: str) -> str | None:
        """The id that a definite noun at ``start`` of passage ``index`` points back to, None when nothing fits.

        A place noun takes the latest place of its level before it, an organisation noun the latest organisation that goes by it, any
        other noun the one name that the article puts it beside ("the cable ship Castor Ray ... the ship").
        """
        if fold(noun) in self._called:
            return self._called[fold(noun)]
        level, bodies = self._levels.get(noun.lower()), self._gazetteer.organisations_called(noun)
        if level is None and not bodies:
            return None
        for earlier in self._before(index, start):
            if level and earlier.sort in ("place", "name") and _fits(earlier, level):
                return earlier.id
            if earlier.id in bodies:
                return earlier.id
        return None

    def person_before(self, index: int, start: int, fitting: Callable[[str], bool]) -> str | None:
        """The id of the one person named before a place that fits, looked for in the passage and, if it names none, in the one before
        it; else None.  Two of one surname are two persons, unless one name is a part of the other."""
        for passage in (index, index - 1):
            if passage < 0:
                break
            named = {
                found.id
                for found in self._by_passage[passage]
                if found.sort == "person" and fitting(found.id) and (passage < index or found.span.end <= start)
            }
            if named:
                words = {name: set(name.partition(":")[2].split()) for name in named}
                fullest = max(sorted(named), key=lambda name: len(words[name]))
                return fullest if all(part <= words[fullest] for part in words.values()) else None
        return None

    def _before(self, index: int, start: int) -> Iterator[Participant]:
        """Participants before a place, latest first, not more than four passages back."""
        for passage in range(index, max(-1, index - 5), -1):
            for found in reversed(self._by_passage[passage]):
                if passage < index or found.span.end <= start:
                    yield found

    def _find(self, passage: Passage, people: list[tuple[Span, str]]) -> list[Participant]:
        persons = [Participant(person, span, "person") for span, person in people]
        found = list(persons)
        known = [item for item in self._gazetteer.find(passage.text) if not _taken(item.span, found)]
        found.extend(known)
        if passage.doc is not None:
            for entity in passage.doc.ents:
                if entity.label_ in _NAMED:
                    span = Span(entity.start_char, entity.end_char)
                    found.extend(self._unknown(passage.text, span, entity.label_, found))
        return sorted(found, key=lambda item: item.span)

    def _add_repeated(self, passages: Sequence[Passage]) -> None:
        """Take in the names that the parser knows for such in one sentence of the article and overlooks in another."""
        known: dict[tuple[str, ...], Participant] = {}
        for passage, named in zip(passages, self._by_passage, strict=True):
            for item in named:
                words = tuple(item.span.of(passage.text).split())
                if item.sort == "name" and len(words[0]) >= _LEAST_REPEATED and words[0][0].isupper() and words[0] not in self.acronyms:
                    known.setdefault(words, item)
        longest = max(map(len, known), default=0)
        for passage, named in zip(passages, self._by_passage, strict=True):
            if passage.doc is None or not known:
                continue
            more = [item for run in _proper_runs(passage.doc) if len(run) <= longest for item in _repeated(run, known, named)]
            named.extend(more)
            named.sort(key=lambda item: item.span)

    def _unknown(self, text: str, span: Span, label: str, found: list[Participant]) -> Iterator[Participant]:
        words = _strip(span.of(text))
        name = fold(words)
        if _taken(span, found) or len(name) < 3 or not words[0].isupper():
            return
        if words in self.acronyms:
            name = fold(self.acronyms[words])
        entry = self._gazetteer.known(name)
        if entry:
            yield Participant(entry.id, span, entry.sort, entry.level)
        else:
            yield Participant(f"name:{name}", span, "name", "place" if label in ("GPE", "LOC", "FAC") else "")


def _proper_runs(doc: Doc) -> Iterator[list[Token]]:
    """Proper nouns side by side, as long as they go on."""
    run: list[Token] = []
    for token in doc:
        if token.tag_ in ("NNP", "NNPS"):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _repeated(run: Sequence[Token], known: Mapping[tuple[str, ...], Participant], named: list[Participant]) -> Iterator[Participant]:
    """The known name that a whole run is, where it is not read as one yet."""
    item = known.get(tuple(token.text for token in run))
    span = Span(run[0].idx, run[-1].idx + len(run[-1]))
    if item is not None and not _taken(span, named):
        yield replace(item, span=span)


def _taken(span: Span, found: list[Participant]) -> bool:
    return any(item.span.overlaps(span) for item in found)


def _strip(words: str) -> str:
    for article in ("the ", "The ", "a ", "A "):
        words = words.removeprefix(article)
    return words.removesuffix("'s").removesuffix("'").strip()


def _fits(place: Participant, level: str) -> bool:
    if place.sort == "name":
        return place.level == "place" and level != "country"
    return place.level == level or (level == "region" and place.level == "area")


_EXPANSION = re.compile(r"((?:[A-Z][\w&-]{1,30} (?:of |and |for |the |on ){0,2}){1,7}[A-Z][\w&-]{1,30}) \(([A-Z]{2,8})\)")


def _acronyms(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Acronyms that the text itself expands: "Collective Security Treaty Organization (CSTO)"."""
    for text in texts:
        for match in _EXPANSION.finditer(text):
            words = [word for word in match[1].split() if word[0].isupper()]
            initials = "".join(word[0] for word in words)
            if initials.endswith(match[2]):
                yield match[2], " ".join(match[1].split()[-len(match[2]) - (len(match[1].split()) - len(words)) :])
