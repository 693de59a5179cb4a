"""Plain statements: one verb with its subject, and one part of it that is a name or a pole of an axis.

"Ada Fonn opened the bridge" tells who, "the concert took place at the Albert Hall" where, "the plane was bound for Lima" whither, "the
plane was a Boeing 737" what, "the shares rose" which way, "Selmer beat Halden" which of two, "her brother, Olaf Fonn" of what kin, "the
Cessna" of what make.
A span covers the words of that part alone; the rest of the clause is read off later (claims).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.columns import columns_of, first_subject
from factcheck.documents import Passage
from factcheck.events import irregular_verbs, verb_forms
from factcheck.mentions import Context, Found
from factcheck.mentions.factuality_cues import is_past, negations_of
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.values import PlainValue

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

PLAIN = "plain.told"
"""The rule of a claim: a part of a plain statement."""
WHO, WHERE, WHITHER, WHAT, POLE, PAIR, KIN = "who", "where", "whither", "what", "pole", "pair", "kin"
PARTY, YEAR, RANK, COLOUR = "party", "year", "rank", "colour"
MAKE = "make"
"""The parts that are told; MAKE is of which make or sort the one thing of a story is: its aircraft, germ, poison or drug."""
AIRCRAFT = "aircraft"
"""What has a make."""
SHOWN = "shown"
"""The axis of what somebody shows or does not."""
_PLACES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_BEHIND = 9
"""Words behind a superlative among which is looked for what makes it one of all time."""
_MODEL, _PLURAL = re.compile(r"[a-z]{0,2}-?\d", re.IGNORECASE), re.compile(r"\ds$")
"""A model by its number, and several of one."""
_BEING = frozenset({"been", "is", "was"})
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"})
_REACH = 60
"""Longest span of a part, in code points; of longer ones the head alone is shown."""


@dataclass(frozen=True, slots=True)
class Part:
    """Indices in the parse: ``verb`` the clause's (for kin the relation's noun), ``word`` the head of the part told.

    ``part`` names it, ``act`` is the verb (or axis) that it is compared as, ``answer`` the pole, "" where a name is the answer; ``other``
    the head of the second name of a pair, -1 elsewhere.
    """

    part: str
    verb: int
    word: int
    act: str
    answer: str = ""
    other: int = -1


class PlainFinder:
    """Finds parts of plain statements in parsed passages; passages without a parse have none."""

    kind = "plain"

    def __init__(self, rulebook: Rulebook) -> None:
        """Inflect the verbs.

        Raises:
            KeyError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        irregular = irregular_verbs(rulebook)
        self._poles = _inflected(words.text("plain.pole"), irregular)
        self._states = dict(words.text("plain.state"))
        self._staying = frozenset(words["deed.staying"]) | {"be", "is", "are", "was", "were"}
        self._one_way = _inflected(words.text("plain.one-way"), irregular)
        self._alone = _inflected(words.text("plain.alone"), irregular)
        self._taking_place = _inflected(words.text("plain.held"), irregular)
        self._bound = _inflected(words.text("plain.bound"), irregular)
        self._ranks, self._ever = words.text("plain.rank"), frozenset(words["plain.ever"])
        self._colours, self._coloured = words.text("plain.colour"), frozenset(words["plain.coloured"])
        self._refusing = frozenset(words["deed.refusing"])
        self._parties = frozenset(words["plain.party"])
        self._once = _inflected(words.text("plain.once"), irregular)
        self._awards = frozenset(words["plain.award"])
        self._offices = frozenset(words["plain.office"])
        self._showing, self._shown = _inflected(words.text("plain.showing"), irregular), frozenset(words["plain.shown"])
        self._sole = words.text("plain.sole")
        self._makes, self._craft = words.text("plain.make"), frozenset(words["plain.craft"])
        self._indefinite, self._purposes = frozenset(words["plain.new-craft"]), frozenset(words["plain.purpose"])
        self._one, self._several = frozenset(words["plain.one-craft"]), frozenset(words["plain.several-craft"])
        self._kin = dict(words.text("plain.kin"))

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without two of one part and place."""
        doc = passage.doc
        if doc is None:
            return []
        found = [Found(self.kind, _span(doc, part), PLAIN, part) for part in self._parts(doc)]
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> PlainValue | None:
        """The pole; for a name nothing yet: who or what is meant, the names of the article tell."""
        return PlainValue(found.reading.answer) if isinstance(found.reading, Part) else None

    def _parts(self, doc: Doc) -> Iterator[Part]:
        columns = columns_of(doc)
        for index, (tag, dep, word) in enumerate(zip(columns.tags, columns.deps, columns.lowers, strict=True)):
            if tag.startswith("VB") and dep not in ("aux", "auxpass") and _is_told(doc[index]):
                yield from self._of_verb(doc[index])
            elif tag == "NN" and word in self._kin:
                yield from self._of_kin(doc[index])
            if dep == "amod" and word in self._colours:
                yield from self._of_colour(doc[index])
            if tag == "JJS" and word in self._ranks:
                yield from self._of_rank(doc[index])
            elif tag == "VB" and dep == "xcomp" and word in self._poles:
                yield from self._of_refused(doc[index])
            if tag.startswith("VB") and word in self._showing:
                yield from self._of_shown(doc[index])
            elif tag in ("NNP", "NNPS") and word in self._parties:
                yield from self._of_party(doc[index])
            elif word in self._makes:
                yield from self._of_make(doc[index])
            elif (
                word in self._sole
                and tag.startswith("NN")
                and not _is_listed(doc[index])
                and not _is_of_no_case(doc[index], self._purposes)
            ):
                sort, _, answer = self._sole[word].partition(":")
                yield Part(MAKE, index, index, f"make {sort}", f"make:{answer}")

    def _of_verb(self, verb: Token) -> Iterator[Part]:
        subject = first_subject(verb)
        if subject is None or _is_listed(subject):
            return
        key = f"{verb.lower_} {_particle(verb)}".strip()
        objects = [child for child in verb.children if child.dep_ in ("dobj", "attr") and child.tag_.startswith("NN")]
        yield from self._poles_of(verb, key)
        if key in self._one_way:
            yield from self._pair(verb, subject, self._one_way[key])
        if key in self._alone and objects and subject.tag_.startswith("NNP") and not _is_listed(objects[0]):
            yield Part(WHO, verb.i, subject.i, self._alone[key])
        yield from self._places_of(verb, key, objects)
        yield from self._year(verb, key, objects)
        named = next((child for child in objects if child.dep_ == "attr" and child.text[:1].isupper()), None)
        if named is not None and any(token.lower_ in self._makes for token in name_words(named)):
            return  # told as a make
        if named is not None and verb.lower_ in ("was", "is") and subject.tag_ == "NN" and not _is_listed(named):
            yield Part(WHAT, verb.i, named.i, "be")

    def _poles_of(self, verb: Token, key: str) -> Iterator[Part]:
        pole = self._poles.get(key)
        if pole is not None:
            yield Part(POLE, verb.i, verb.i, pole.partition(":")[0], pole)
            return
        if verb.lower_ not in self._staying:
            return
        for child in verb.children:
            state = self._states.get(child.lower_) if child.dep_ in ("acomp", "oprd") else None
            if state is not None:
                yield Part(POLE, verb.i, child.i, state.partition(":")[0], state)

    def _pair(self, verb: Token, subject: Token, act: str) -> Iterator[Part]:
        """Both names of an act that the one does to the other: "Selmer beat Halden 2-1"."""
        behind = [child for child in verb.children if child.i > verb.i and child.dep_ in ("dobj", "npadvmod", "ccomp")]
        other = next((child for child in behind if child.tag_.startswith("NNP") and child.left_edge.i <= verb.i + 2), None)
        agent = next((noun for child in verb.children if child.dep_ == "agent" for noun in child.children), None)
        first: Token | None = subject
        if subject.dep_ == "nsubjpass":
            first, other = agent, subject
        if first is not None and other is not None and first.text[:1].isupper() and not _is_listed(other):
            yield Part(PAIR, verb.i, first.i, act, other=other.i)

    def _places_of(self, verb: Token, key: str, objects: list[Token]) -> Iterator[Part]:
        act = next((self._taking_place[f"{key} {noun.lower_}"] for noun in objects if f"{key} {noun.lower_}" in self._taking_place), None)
        act = act or next((found for child in verb.children if (found := self._taking_place.get(f"{key} {child.lower_}"))), None)
        act = act or self._taking_place.get(key)
        bound = self._bound.get(key)
        for prep in (child for head in (verb, *objects, *_complements(verb)) for child in head.children if child.dep_ == "prep"):
            noun = next((child for child in prep.children if child.dep_ == "pobj"), None)
            if noun is None or not noun.tag_.startswith("NNP") or noun.ent_type_ in _TIMES or _is_listed(noun):
                continue
            if act is not None and prep.lower_ == "at":
                yield Part(WHERE, verb.i, noun.i, act)
            elif bound is not None and prep.lower_ in ("for", "to"):
                yield Part(WHITHER, verb.i, noun.i, bound)

    def _year(self, verb: Token, key: str, objects: list[Token]) -> Iterator[Part]:
        """The year since when, or in which, somebody came to an office or won a prize of a name."""
        thing = next((f" {noun.lower_}" for noun in objects), "")
        act = next((self._once[told] for told in (key + thing, key) if told in self._once), None)
        if act is None and objects and objects[0].lower_ in self._offices and verb.lower_ in _BEING:
            act = "become"
        if act == "win" and not (objects and objects[0].lower_ in self._awards):
            return
        preps = [child for head in (verb, *objects) for child in head.children if child.dep_ == "prep" and child.lower_ in ("in", "since")]
        preps += [inner for prep in preps for child in prep.children for inner in child.children if inner.dep_ == "prep"]
        for prep in preps:
            noun = next((child for child in prep.children if child.dep_ == "pobj"), None)
            if act is not None and noun is not None and noun.text.isdigit() and len(noun.text) == len("2011"):
                if prep.lower_ == "since" or verb.lower_ not in _BEING:
                    yield Part(YEAR, verb.i, noun.i, f"{act} {objects[0].lower_}" if objects else act, f"year:{noun.text}")

    def _of_shown(self, verb: Token) -> Iterator[Part]:
        """Whether somebody shows remorse: "no remorse", "did not show any remorse"."""
        noun = next((child for child in verb.children if child.dep_ == "dobj" and child.lower_ in self._shown), None)
        subject = first_subject(verb)
        if noun is None or subject is None or not is_past(verb):
            return
        denied = any(child.dep_ == "neg" for child in verb.children) + any(child.lower_ in ("no", "little") for child in noun.children)
        if denied < 2:
            yield Part(POLE, verb.i, noun.i, SHOWN, f"{SHOWN}:{'no' if denied else 'yes'} {noun.lower_}")

    def _of_refused(self, verb: Token) -> Iterator[Part]:
        """The other pole of what somebody refuses to do: "refused to recognise the result"."""
        pole, head = self._poles[verb.lower_], verb.head
        others = sorted({other for other in self._poles.values() if other != pole and other.startswith(f"{pole.partition(':')[0]}:")})
        if len(others) == 1 and head.lower_ in self._refusing and is_past(head) and not any(child.dep_ == "neg" for child in head.children):
            yield Part(POLE, verb.i, head.i, pole.partition(":")[0], others[0])

    def _of_rank(self, superlative: Token) -> Iterator[Part]:
        """The place in a row of all time: "the highest turnout ever", "the second-largest dam in the country's history"."""
        doc, start = superlative.doc, superlative.i
        noun = superlative.head if superlative.dep_ == "amod" else superlative
        behind = doc[start + 1 : start + _BEHIND]
        ends = next((token.i for token in behind if token.is_sent_start or token.text in ",;."), behind.end)
        if not any(token.lower_ in self._ever for token in doc[start + 1 : ends]):
            return
        before = [token for token in doc[max(0, start - 2) : start] if token.lower_ in _PLACES]
        rank = _PLACES[before[-1].lower_] if before else 1
        thing = noun if noun.i != start else _subject_above(noun)
        if thing is not None and (thing.tag_ in ("NN", "NNS") or thing.dep_ == "nsubj") and thing.tag_ not in ("PRP", "DT", "WDT"):
            yield Part(RANK, thing.i, start, self._ranks[superlative.lower_], f"rank:{rank}")

    def _of_colour(self, colour: Token) -> Iterator[Part]:
        """The colour of a vehicle or a garment: "a white van", "his black Range Rover"."""
        noun = colour.head
        others = [child for child in noun.children if child.lower_ in self._colours and child.i != colour.i]
        make = noun.tag_ == "NNP" and any(child.dep_ in ("poss", "det") for child in noun.children)
        alone = not others and not _is_listed(noun) and not _is_listed(colour)
        if (make or (noun.tag_ == "NN" and noun.lower_ in self._coloured)) and alone and noun.i > colour.i:
            yield Part(COLOUR, noun.i, colour.i, "coloured", f"colour:{self._colours[colour.lower_]}")

    def _of_make(self, word: Token) -> Iterator[Part]:
        """The make of the one aircraft that is told by it: "a Boeing 737", "the A320", "the Cessna"; a maker alone is a firm."""
        doc, at = word.doc, word.i
        last = at + 1 == len(doc)
        before = {token.lower_ for token in doc[max(0, min(word.left_edge.i, at - 1)) : at]}
        behind = "" if last else doc[at + 1].lower_
        if any(token.isdigit() or token in self._several for token in before) or _is_listed(word) or word.text.islower():
            return
        if _PLURAL.search(behind) or (not last and doc[at + 1].tag_ in ("NNS", "NNPS")):
            return
        if not before.isdisjoint(self._indefinite) and not (_is_of_the_story(word) and self._is_of_a_craft(word)):
            return
        alone = word.dep_ not in ("compound", "poss", "nmod") or behind in self._craft
        if _MODEL.search(word.text) or _MODEL.match(behind) or (alone and not before.isdisjoint(self._one)):
            yield Part(MAKE, at, at, f"make {AIRCRAFT}", f"make:{self._makes[word.lower_]}")

    def _is_of_a_craft(self, make: Token) -> bool:
        """Whether what is told to be of a make may be an aircraft: engines and trains have makers of the same names."""
        top = _whole(make)
        subject = next((child for child in top.head.children if child.dep_ == "nsubj"), None) if top.dep_ == "attr" else None
        return subject is None or subject.tag_ not in ("NN", "NNS") or subject.lower_ in self._craft

    def _of_party(self, noun: Token) -> Iterator[Part]:
        """The party that somebody is told with: "Ada Fonn of the Green Party"."""
        prep = noun.head
        if (
            prep.dep_ == "prep"
            and prep.lower_ in ("of", "from")
            and prep.head.tag_ == "NNP"
            and not _is_listed(noun)
            and prep.head.i < noun.i
        ):
            yield Part(PARTY, prep.head.i, noun.i, "party")

    def _of_kin(self, noun: Token) -> Iterator[Part]:
        """A relative of somebody with his name behind it: "her husband, Olaf Fonn"."""
        owned = any(child.dep_ == "poss" for child in noun.children)
        named = next(
            (child for child in noun.children if child.dep_ == "appos" and child.tag_.startswith("NNP") and child.i > noun.i), None
        )
        if owned and named is not None and not any(child.lower_ in ("former", "late", "ex") for child in noun.children):
            yield Part(KIN, noun.i, noun.i, "kin", f"kin:{self._kin[noun.lower_]}", named.i)


def _subject_above(word: Token) -> Token | None:
    """The subject of the clause that a word is said in: "turnout" of "turnout was 83 percent, the highest ever"."""
    verb = next((above for above in word.ancestors if above.tag_.startswith(("VB", "MD"))), None)
    return first_subject(verb) if verb is not None else None


def name_words(word: Token) -> list[Token]:
    """The words of the phrase that a head ends, with a number right behind it: "a Boeing 737"."""
    doc, end = word.doc, word.i + 1
    numbered = end < len(doc) and doc[end].dep_ == "nummod" and doc[end].head.i == word.i
    return list(doc[word.left_edge.i : end + numbered])


def _complements(verb: Token) -> list[Token]:
    """ "guilty" in "was found guilty at": the words that the parse hangs the place on."""
    return [child for child in verb.children if child.dep_ in ("acomp", "oprd")]


def _is_told(verb: Token) -> bool:
    """Whether a clause tells that something was, is or will be so, and does not deny it."""
    if any(child.dep_ == "neg" or child.lower_ in ("never", "no") for child in verb.children):
        return False
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.lower_ in ("will", "'ll") for child in helpers):
        return True
    if verb.tag_ == "VBG":
        return any(child.lower_ in ("was", "were", "is", "are") for child in helpers)
    return is_past(verb) or (verb.tag_ in ("VBZ", "VBP") and not helpers)


def _is_listed(noun: Token) -> bool:
    """Whether a noun is one of several: two who do it, two places."""
    return any(child.dep_ in ("conj", "cc") for child in noun.children)


def _is_of_the_story(make: Token) -> bool:
    """Whether an aircraft that is told as a new one may be that of the story: not what somebody did something to ("once flew a Fokker 50"),
    or what did something to that of the story ("was replaced by an Airbus A320")."""
    top = _whole(make)
    return top.dep_ != "dobj" and top.head.dep_ != "agent"


def _whole(word: Token) -> Token:
    """The last word of the name that a word begins or goes on with: "Bombardier" in "a Bombardier Traxx" gives "Traxx"."""
    while word.dep_ in ("compound", "nmod") and word.head.i > word.i:
        word = word.head
    return word


def _is_of_no_case(noun: Token, purposes: Collection[str]) -> bool:
    """Whether a germ, poison or drug is denied, or told only as what something is for."""
    prep = noun.head
    return bool(negations_of(prep)) or (noun.dep_ == "pobj" and prep.lower_ in purposes and prep.head.tag_.startswith("NN"))


def _particle(verb: Token) -> str:
    return next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")


def _inflected(listed: Mapping[str, str], irregular: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """All forms of verbs, with the words behind them, to what each is compared as."""
    found: dict[str, str] = {}
    for entry, told in listed.items():
        base, _, rest = entry.partition(" ")
        for form in {base, *verb_forms(base, irregular.get(base, ()))}:
            found[f"{form} {rest}".strip()] = told
    return found


def _span(doc: Doc, part: Part) -> Span:
    word = doc[part.word]
    if part.part == POLE:
        low, high = min(part.verb, part.word), max(part.verb, part.word)
        start, end = doc[low].idx, doc[high].idx + len(doc[high])
    elif part.part in (PAIR, KIN):
        words = [doc[index] for index in (part.word, part.verb, part.other)]
        start, end = min(token.left_edge.idx for token in words[::2]), max(token.idx + len(token) for token in words)
        start = min(start, words[0].idx)
    else:
        inside = [token for token in name_words(word) if not token.is_punct] or [word]
        start, end = inside[0].idx, inside[-1].idx + len(inside[-1])
    return Span(start, end) if end - start <= _REACH else Span(word.idx, word.idx + len(word))
