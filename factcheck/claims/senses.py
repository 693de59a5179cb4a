"""Finds the sense in which an amount is stated ("demand", "stolen", "survive"), and the things that it is about.

Two newspapers seldom state a fact in the same word, but often in words of the same sense.  The result is handed on as notes in
``Frame.subset`` (``factcheck.frame_notes``): SENSE for the senses of the nearest cue word and POSSIBLE_SENSE for those of other cue words
near by; OF for the things that the clause is about; QUALIFIED for words that make the amount a part, a forecast or an amount of another
time; SPEAKER for who is quoted; PAYER for who pays, takes or asks for a sum; WHOLE for what a share is a share of; FORM for levels and
changes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import OBJECTS, SUBJECTS
from factcheck.claims.grammar import noun_key
from factcheck.claims.vocabulary import Vocabulary
from factcheck.claims.wording import Wording
from factcheck.columns import columns_of
from factcheck.frame_notes import Note, NoteKind
from factcheck.nouns import singular
from factcheck.stems import verb_stem

if TYPE_CHECKING:
    from factcheck.parses import Token

REACH = 11
"""Telling words to each side of a value among which its sense is looked for."""
LONGEST = 4
"""Words of the longest phrase of a list."""
_CONTENT = ("NN", "VB", "JJ", "RB", "RP")
_PLAIN = "sense.plain"
_ONLY_THEN = "alone"
"""Behind a day it makes no part of what is told: "on Monday alone they shed 9 per cent"."""
_LISTS = (_PLAIN, "sense.pool", "sense.part", "sense.unsure", "sense.period")


def notes_of(wording: Wording, kind: str, role: str | None, persons: Collection[str]) -> frozenset[Note]:
    """The notes on the sense of a value, as the module tells them.

    Args:
        wording: the value in its sentence.
        kind: "money", "percent" or "measure".
        role: the attribute of a length that the grammar tells, which is a sense of it, too.
        persons: folded nouns for people that are nothing an amount is of; who pays or takes a sum is not what it is of.
    """
    words = wording.reader.vocabulary
    sent, starts = wording.root.sent, columns_of(wording.reader.doc).starts
    inside = [place for place in range(sent.start, sent.end) if wording.span.start <= starts[place] < wording.span.end]
    first, last = (inside[0], inside[-1]) if inside else (wording.root.i, wording.root.i)
    table = _table(words, f"sense.{kind}")
    near = sorted(_near(wording, table, _phrase_words(words, f"sense.{kind}"), first, last))
    nearest = {name for distance, names in near if distance == near[0][0] for name in names} | ({role} if role else set())
    may = {name for _, names in near for name in names} - nearest
    nouns = (noun for noun in _things(wording, first, last, paid=kind == "money") if noun not in table and noun not in persons)
    found = {*map(NoteKind.SENSE.of, nearest), *map(NoteKind.POSSIBLE_SENSE.of, may), *map(NoteKind.OF.of, nouns)}
    if kind == "money":
        found.update(NoteKind.PAYER.of(noun_key(token)) for token in _actors(wording))
    if kind == "percent":
        wholes = (noun for whole in _wholes(wording) for noun in (whole, *_owners(words, whole)) if noun.tag_ in ("NN", "NNS"))
        found.update(NoteKind.WHOLE.of(noun_key(noun)) for noun in wholes)
        found.update(map(NoteKind.FORM.of, _forms(wording)))
    found.update(map(NoteKind.SPEAKER.of, _speakers(wording)))
    found.update(map(NoteKind.QUALIFIED.of, _minds(wording, words, first, last)))
    return frozenset(found)


@lru_cache(maxsize=8)
def _table(words: Vocabulary, name: str) -> Mapping[str, tuple[str, ...]]:
    """The senses of a list by word and by stem."""
    found: dict[str, tuple[str, ...]] = {}
    for word, names in words.groups(name).items():
        found[word] = names
        if " " not in word and word.startswith(verb_stem(word)) and verb_stem(word) not in words.listed(name):
            found.setdefault(f"={verb_stem(word)}", names)
    return found


@lru_cache(maxsize=8)
def _phrase_words(words: Vocabulary, name: str) -> frozenset[str]:
    """Every word of the phrases of a list."""
    return frozenset(part for phrase in words.listed(name) if " " in phrase for part in phrase.split(" "))


def _near(
    wording: Wording, table: Mapping[str, tuple[str, ...]], phrased: Collection[str], first: int, last: int
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The senses of the words around a value with their distance, in telling words; ``phrased`` are the words of the table's phrases."""
    sent, above = wording.root.sent, {token.i for token in wording.path[1:3]}
    columns, start, end = columns_of(sent.doc), sent.start, sent.end
    for places in (range(first - 1, start - 1, -1), range(last + 1, end)):
        distance, taken = 0, range(0)
        for place in places:
            distance += columns.tags[place].startswith(_CONTENT) and columns.deps[place] not in ("det", "aux", "auxpass")
            if distance > REACH:
                break
            if place in taken:
                continue
            names: tuple[str, ...] = ()
            where = range(place, place + 1)
            if columns.lowers[place] in phrased:
                names, where = _sense_of_phrase(columns.lowers[start:end], place - start, table, range(first - start, last - start + 1))
                where = range(where.start + start, where.stop + start)
            if not names:
                names, where = _sense_of_word(columns.lowers[place], columns.tags[place], table), range(place, place + 1)
            if names:
                taken = where
                yield 1 if above & set(where) else max(distance, 1), names


def _sense_of_phrase(words: Sequence[str], place: int, table: Mapping[str, tuple[str, ...]], value: range) -> tuple[tuple[str, ...], range]:
    """The senses of the longest phrase of a table that a word of a sentence belongs to, outside the value, and where it stands."""
    for length in range(LONGEST, 1, -1):
        for start in range(max(0, place - length + 1), place + 1):
            if start + length <= len(words) and not (start < value.stop and start + length > value.start):
                names = table.get(" ".join(words[start : start + length]))
                if names:
                    return names, range(start, start + length)
    return (), range(0)


def _sense_of_word(word: str, tag: str, table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return table.get(word) or (table.get(f"={verb_stem(word)}", ()) if tag.startswith(("NNS", "VB")) else ())


@lru_cache(maxsize=2)
def _first_words(words: Vocabulary) -> frozenset[str]:
    """The first words of the phrases of all lists of minds."""
    return frozenset(phrase.partition(" ")[0] for name in _LISTS for phrase in words.listed(name))


def _minds(wording: Wording, words: Vocabulary, first: int, last: int) -> Iterator[str]:
    """The words in the value's clause that make another amount of it, each with its list's name: "part so far", "period quarter";
    words of a group by its name."""
    sent, passed, firsts = wording.root.sent, 0, _first_words(words)
    columns = columns_of(wording.reader.doc)
    lowers, end = columns.lowers, sent.end
    for place in range(sent.start, end):
        for length in range(3, 0, -1) if place >= passed and lowers[place] in firsts else ():
            stop = place + length
            if stop > end or (place <= last and stop > first) or wording.clause.isdisjoint(range(place, stop)):
                continue
            phrase = " ".join(lowers[place:stop])
            name = next((name for name in _LISTS if phrase in words.listed(name)), None)
            if name is None:
                continue
            passed = stop
            if name != _PLAIN and not (phrase == _ONLY_THEN and place and columns.entities[place - 1] in ("DATE", "TIME")):
                yield f"{name.removeprefix('sense.')} {words.listed(name)[phrase]}"
            break


def _wholes(wording: Wording) -> Iterator[Token]:
    """The noun that a share is of: "40 percent of the pumps"; "of the pumps 40 percent", too."""
    root = wording.root
    for head in (root, root.head):
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "of" and (head.i == root.i or child.i < root.i):
                yield from (noun for noun in child.children if noun.dep_ == "pobj" and noun.tag_ in ("NN", "NNS"))


def _forms(wording: Wording) -> Iterator[str]:
    """ "to" or "by" where a share is what something changed to or by."""
    head = wording.root.head
    if wording.root.dep_ == "pobj" and head.lower_ in ("to", "by") and head.head.tag_.startswith(("VB", "NN", "RB")):
        yield head.lower_


def _actors(wording: Wording) -> Iterator[Token]:
    """The common nouns that are subjects of the verbs above a sum and not what it is of."""
    words = wording.reader.vocabulary
    for verb in wording.path:
        if verb.tag_.startswith("VB") and not {verb.lower_} & {*words.listed("sense.costing"), *words.listed("verb.telling")}:
            yield from (child for child in verb.children if child.dep_ == "nsubj" and child.tag_ in ("NN", "NNS"))


def _speakers(wording: Wording) -> Iterator[str]:
    """The ids of who is told to speak in the sentence: the subjects of verbs of telling, and names behind "according to"."""
    telling, doc, sent = wording.reader.vocabulary.listed("verb.telling"), wording.reader.doc, wording.root.sent
    columns = columns_of(doc)
    lowers, deps, heads = columns.lowers, columns.deps, columns.heads
    for place in range(sent.start, sent.end):
        head = heads[place]
        if deps[place] in SUBJECTS and lowers[head] in telling:
            yield from wording.reader.ids(doc[place])
        elif deps[place] == "pobj" and lowers[head] == "to" and head and lowers[head - 1] == "according":
            yield from wording.reader.ids(doc[place])


def _things(wording: Wording, first: int, last: int, *, paid: bool) -> Iterator[str]:
    """The common nouns that a value's clause is about, in the singular: what the value is of or joined to, its verb's subject and object,
    what these belong to, and what stands before the clause behind "of" ("of the women 38 percent slept badly").

    Who pays, takes or asks for a sum (``paid``) is none of them.
    """
    seen: set[int] = set()
    for token in (*_on_the_way(wording), *_arguments(wording, paid=paid)):
        for noun in (token, *_owners(wording.reader.vocabulary, token)):
            if noun.i in seen or first <= noun.i <= last or not (noun.tag_ in ("NN", "NNS") or _opens(noun)):
                continue
            seen.add(noun.i)
            if noun.ent_type_ not in ("DATE", "TIME"):
                yield singular(noun.text) if _opens(noun) else noun_key(noun)


def _opens(noun: Token) -> bool:
    """Whether a word that a capital opens the sentence with looks like a plural though the tagger takes it for a name: "Eggs"."""
    return (
        noun.i == noun.sent.start
        and noun.dep_ in SUBJECTS
        and noun.tag_.startswith("NNP")
        and noun.text[1:].islower()
        and noun.text.endswith("s")
    )


def _on_the_way(wording: Wording) -> Iterator[Token]:
    for token in wording.path:
        if token.tag_.startswith("VB"):
            if token.dep_ in ("acl", "relcl") and token.head.tag_.startswith("NN"):
                yield token.head
            return
        yield token


def _arguments(wording: Wording, *, paid: bool) -> Iterator[Token]:
    telling, costing = (wording.reader.vocabulary.listed(name) for name in ("verb.telling", "sense.costing"))
    verb = next((token for token in wording.path if token.tag_.startswith("VB")), None)
    for top in {wording.verb.i: wording.verb, verb.i: verb}.values() if verb is not None and wording.verb is not None else ():
        for child in top.children:
            acts = child.dep_ == "nsubj" and (top.lower_ in telling or (paid and top.lower_ not in costing))
            if child.dep_ in (*SUBJECTS, *OBJECTS) and not acts:
                yield child
            elif child.dep_ == "prep" and child.lower_ == "of":
                yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _owners(words: Vocabulary, token: Token) -> Iterator[Token]:
    """What a noun belongs to or is made of, and the nouns joined to it."""
    for child in token.children:
        if child.dep_ in ("compound", "poss", "nmod") and token.tag_ in ("NN", "NNS"):
            yield child
        elif child.dep_ == "prep" and child.lower_ in words.listed("preposition.whole"):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield noun
                    yield from (inner for inner in noun.children if inner.dep_ in ("compound", "poss"))
