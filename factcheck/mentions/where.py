"""Acts of the past with words for where they happened: "was born in Gent", "was hit on the back stairs", "started in Dell".

One mention an act; its span covers the first place.  Which places the words name is read off later (claims).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.columns import Columns, columns_of, phrases_in
from factcheck.documents import Passage
from factcheck.events import irregular_verbs, lexicon_of, verb_forms
from factcheck.mentions import Context, Found
from factcheck.mentions.factuality_cues import is_past_at, noun_span
from factcheck.rulebook import Rulebook
from factcheck.values import WhereValue

if TYPE_CHECKING:
    from factcheck.parses import Token

PLACED = "where.placed"
"""The rule of a claim: an act with a place."""
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "ORDINAL"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr"})
_SUBJECTS = frozenset({"nsubj"})
_SEVERAL = frozenset({"NNS", "NNPS"})
_THROUGH, _WAY = "through", "way:"
"""The sort of place that is told as a way in, and the scale of such places."""


@dataclass(frozen=True, slots=True)
class Placed:
    """``verb`` is the index of the act's verb in the parse, ``places`` those of the nouns that name its places, in the order of the text;
    ``sort`` tells which word stands before them ("at", "from", "to"), ``act`` the verb that it is compared as, None where its class says
    that."""

    verb: int
    places: tuple[int, ...]
    sort: str
    act: str | None = None


class WhereFinder:
    """Finds acts with places in parsed passages; passages without a parse have none."""

    kind = "where"

    def __init__(self, rulebook: Rulebook) -> None:
        """Inflect the verbs.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        irregular = irregular_verbs(rulebook)
        self._verbs: dict[str, tuple[str, frozenset[str]]] = {}
        sorts = words.texts("where.verb-sort")
        for entry, act in words.text("where.verb").items():
            base, _, noun = entry.partition(" ")
            for form in verb_forms(base, irregular.get(base, ())):
                self._verbs[f"{form} {noun}".strip()] = act, frozenset(sorts.get(entry, ("at",)))
        self._classes = {name: frozenset(sorts) for name, sorts in words.texts("where.class").items()}
        self._before = words.text("where.preposition")
        self._through = frozenset(word for word, sort in self._before.items() if sort == _THROUGH) | frozenset(words["where.by-way"])
        self._by_way, self._ways = frozenset(words["where.by-way"]), words.text("where.noun")
        self._events = lexicon_of(rulebook)
        self._unchanged = frozenset(base for base, forms in irregular.items() if forms[:1] == (base,))
        self._being = frozenset(verb_forms("be", irregular.get("be", ())))

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps."""
        doc = passage.doc
        if doc is None:
            return []
        found: list[Found] = []
        phrased = {index: rule.id for start, end, rule in phrases_in(doc, self._events) for index in range(start, end)}
        columns = columns_of(doc)
        for index, (tag, dep) in enumerate(zip(columns.tags, columns.deps, strict=True)):
            if not tag.startswith("VB") or dep in ("aux", "auxpass"):
                continue
            act, sorts = self._act(columns, index, phrased)
            if not sorts or not (_is_told(columns, index) or self._may_be_past(columns, index)):
                continue
            verb = doc[index]
            for sort in sorted(sorts):
                places = sorted(self._places(verb, sort), key=lambda token: token.i)
                span = noun_span(places[0]) if places else None
                if span is not None and all(not span.overlaps(other.span) for other in found):
                    found.append(Found(self.kind, span, PLACED, Placed(verb.i, tuple(token.i for token in places), sort, act)))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> WhereValue | None:
        """Nothing yet: which places are meant, the names of the article tell."""
        return WhereValue(()) if isinstance(found.reading, Placed) else None

    def _act(self, columns: Columns, verb: int, phrased: dict[int, str]) -> tuple[str | None, frozenset[str]]:
        """The verb that an act is compared as, None where its class says that, and the sorts of words before its place; none of these where
        no place of it is asked for."""
        word, children = columns.lowers[verb], columns.children[verb]
        objects = [columns.lowers[child] for child in children if columns.deps[child] in (_SUBJECTS if word in self._being else _OBJECTS)]
        for noun in objects:
            known = self._verbs.get(f"{word} {noun}")
            if known is not None:
                return known
        particle = next((columns.lowers[child] for child in children if columns.deps[child] == "prt"), None)
        rule = self._events.verb(word, particle)
        nouns = (self._events.noun(noun) for noun in objects)
        names = [phrased.get(verb), rule.id if rule else None, *(noun.id for noun in nouns if noun)]
        sorts = next((self._classes[name] for name in names if name in self._classes), frozenset[str]())
        through = any(columns.lowers[child] in self._through for child in children)
        if particle is not None and (not sorts or through) and f"{word} {particle}" in self._verbs:
            return self._verbs[f"{word} {particle}"]
        if word in self._verbs and particle is None and not (sorts and phrased.get(verb) in self._classes):
            return self._verbs[word]
        return None, sorts

    def _places(self, verb: Token, sort: str) -> Iterator[Token]:
        """The nouns behind the words of place of a verb, of its particle, of its object or of the means it was done by."""
        heads = [verb, *(child for child in verb.children if child.dep_ in ("dobj", "prt") and child.i > verb.i)]
        entering = sort == _THROUGH
        if entering:  # "let themselves down by a rope from the skylight"
            heads += [noun for prep in verb.children if prep.lower_ in self._by_way for noun in prep.children if noun.dep_ == "pobj"]
        for head in heads:
            for prep in head.children:
                by_way = entering and prep.dep_ in ("prep", "agent") and prep.lower_ in self._by_way
                if prep.i < head.i or not (by_way or (prep.dep_ == "prep" and self._before.get(prep.lower_) == sort)):
                    continue
                for noun in prep.children:
                    named = noun.tag_.startswith("NNP")
                    placed = noun.dep_ == "pobj" and noun.tag_ in _NOUNS and noun.ent_type_ not in _TIMES
                    if placed and (named or head.dep_ != "dobj") and (not by_way or self._is_way(noun)):
                        yield noun

    def _may_be_past(self, columns: Columns, verb: int) -> bool:
        """Whether a verb whose past looks like its base form is told of several: "the men let themselves down"."""
        deps, children = columns.deps, columns.children[verb]
        if columns.lowers[verb] not in self._unchanged or columns.tags[verb] not in ("VB", "VBP"):
            return False
        subject = any(deps[child] == "nsubj" and columns.tags[child] in _SEVERAL for child in children)
        return subject and not any(deps[child] in ("aux", "neg") for child in children)

    def _is_way(self, noun: Token) -> bool:
        """Whether a noun, with the word before it, names a way in: a door, a window, a shaft."""
        before = [f"{child.lower_} {noun.lower_}" for child in noun.children if child.i < noun.i]
        return any(self._ways.get(key, "").startswith(_WAY) for key in (*before, noun.lower_))


def _is_told(columns: Columns, verb: int) -> bool:
    """Whether the act is told as done: a finite verb of the past, or a participle behind its noun ("born in Gent")."""
    tag, dep, children = columns.tags[verb], columns.deps[verb], columns.children[verb]
    if any(columns.deps[child] == "neg" or columns.lowers[child] == "never" for child in children):
        return False
    if tag == "VBG" and dep == "pcomp" and columns.lowers[columns.heads[verb]] == "after":
        return True  # "after being treated in Gent"
    helpers = [columns.lowers[child] for child in children if columns.deps[child] in ("aux", "auxpass")]
    if dep == "xcomp" and tag == "VBN" and helpers == ["to", "have"]:
        return True  # "is thought to have begun in Gent"
    helped = bool(helpers)
    return is_past_at(columns, verb) or (tag == "VBN" and not helped and dep in ("acl", "relcl", "advcl", "ROOT"))
