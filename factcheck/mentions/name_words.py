"""The words of a passage as the finder of names sees them, and the word lists it asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.columns import columns_of
from factcheck.documents import Passage
from factcheck.rulebook import OrganisationRule, PlaceRule, Rulebook, TitleRule
from factcheck.text import fold
from factcheck.values import NameValue

_WORD = re.compile(r"[^\W\d_][^\W_]{0,40}(?:['\-][^\W\d_][^\W_]{0,40}){0,4}")
_LONG_TAIL = 6
"""Letters of a small-written second part of a compound from which on it is a noun, not part of a name ("Jong-un", "Okafor-sponsored")."""
_OCCUPATION = 7
"""Letters from which on such an ending is one: "list" and "human" are no trades."""
_KEPT = "factcheck.words"
_PERSON_TAGS = frozenset({"NNP", "NNPS"})


class Word(NamedTuple):
    """A word of a passage: ``start`` and ``end`` in the passage's text, without possessive; an initial keeps its full stop.

    ``gap`` is what stands between the word before and this one.  ``tag`` (Penn) and ``entity`` are "" without a parse.
    """

    text: str
    folded: str
    start: int
    end: int
    gap: str
    capital: bool
    tag: str = ""
    entity: str = ""

    @property
    def initial(self) -> bool:
        """Whether it is one letter ("J", "J.")."""
        return len(self.folded.rstrip(".")) == 1

    @property
    def shouted(self) -> bool:
        """Whether it is written in capitals only."""
        return len(self.folded) > 1 and self.text.isupper() and not self.initial

    @property
    def proper(self) -> bool:
        """Whether the tagger takes it for a proper noun; True without a parse."""
        return not self.tag or self.tag in _PERSON_TAGS


@dataclass(frozen=True, slots=True)
class Title:
    """Words of address, office or rank: ``role`` is the canonical word of the office, "" for a form of address."""

    role: str
    sort: str
    words: int


class Lexicon:
    """The word lists of a rulebook that tell persons from other things."""

    def __init__(self, rulebook: Rulebook) -> None:
        lists = rulebook.words()
        folded = {name: {fold(word): value for word, value in words.items()} for name, words in lists.items() if name.startswith("name.")}
        self.given = frozenset(folded["name.given"])
        self.known_given = self.given | frozenset(folded["name.given-further"])
        self.particles = frozenset(folded["name.particle"])
        self.generations = frozenset(folded["name.generation"])
        self.common_surnames = frozenset(folded["name.common-surname"])
        self.family_first = frozenset(folded["name.family-first"])
        self.heads = frozenset(folded["name.head-word"])
        self.no_names = frozenset(folded["name.no-name"]) | _acronyms(rulebook) - self.known_given
        self.speech = frozenset(folded["name.speech-verb"])
        self.kin = frozenset(folded["name.kin"])
        self.place_cues = frozenset(folded["name.place-cue"])
        self.role_adjectives = frozenset(folded["name.role-adjective"])
        self._clerical = frozenset(folded["name.clerical"])
        self._epithets = frozenset(folded["name.epithet"])
        self.occupations = tuple(sorted(folded["name.occupation-ending"]))
        self.personal = frozenset(folded["name.personal-particle"])
        self.things = frozenset(folded["name.thing-noun"])
        self.tails = frozenset(folded["name.compound-tail"])
        self.form = lru_cache(maxsize=1 << 14)(self._form)
        """``_form`` of the words met last: most words of a text were met before."""
        self.genders = {word: str(value) for word, value in folded["name.address-gender"].items()}
        self._titles = _titles(rulebook)
        self.abbreviations = _abbreviations(rulebook) | self.generations
        self._title_ends = frozenset(words[-1] for words in self._titles)
        self._title_starts = frozenset(words[0] for words in self._titles)
        self._title_words = frozenset(word for words in self._titles for word in words)
        offices = {words[0] for words, (role, _) in self._titles.items() if role and len(words) == 1}
        listed = set(map(fold, (*lists["age.person"], *lists["age.person-also"], *lists["role.trade"])))
        self.persons = (offices | listed) - set(folded["name.body-noun"])
        self._longest_title = max((len(words) for words in self._titles), default=0)
        self.lands: dict[str, str] = {}
        places: set[str] = set()
        for rule in rulebook.of(PlaceRule):
            for name in (*rule.names, *rule.demonyms, *rule.seats):
                places.add(fold(name))
                if rule.level == "country":
                    self.lands.setdefault(fold(name), fold(rule.names[0]))
        self.demonyms = frozenset(fold(name) for rule in rulebook.of(PlaceRule) for name in rule.demonyms)
        self.places = frozenset(places)
        self.organisations = frozenset(fold(name) for rule in rulebook.of(OrganisationRule) for name in (*rule.names, *rule.acronyms))

    def _form(self, word: str, stopped: bool) -> tuple[str, str, bool]:  # noqa: FBT001 - asked for every word of a text
        """A word of a text as part of a name, folded, and whether it is capitalised; ``stopped`` where a full stop follows."""
        plain = word.isalnum()
        written = word if plain else word[: _end_of_name(word, 0, self.tails)]
        if stopped and len(written) == len(word) and (len(word) == 1 or fold(word) in self.abbreviations):
            written += "."
        return written, fold(written), written[0].isupper() or (not plain and _is_capital(written))

    def title_before(self, words: Sequence[Word], end: int) -> Title | None:
        """The longest title whose last word is ``words[end - 1]``, None if there is none."""
        if not end or words[end - 1].folded.rstrip(".") not in self._title_ends:
            return None
        for length in range(min(self._longest_title, end), 0, -1):
            start = end - length
            if all(_joined(word.gap) for word in words[start + 1 : end]):
                found = self._titles.get(tuple(word.folded.rstrip(".") for word in words[start:end]))
                if found:
                    return Title(found[0], found[1], length)
        return None

    def title_at(self, words: Sequence[Word], start: int) -> Title | None:
        """The longest title that begins at ``words[start]``."""
        if words[start].folded.rstrip(".") not in self._title_starts:
            return None
        for length in range(min(self._longest_title, len(words) - start), 0, -1):
            found = self.title_before(words, start + length)
            if found and found.words == length:
                return found
        return None

    def is_occupation(self, word: Word) -> bool:
        """Whether the word is a small-written noun of persons, or has an ending of trades; False where the tagger sees no noun."""
        return not word.capital and word.tag in ("", "NN") and self._is_of_persons(word)

    def is_trade(self, word: Word) -> bool:
        """Whether the word, at the head of a sentence and so with a capital, is a noun of persons that nobody is called by."""
        return self._is_of_persons(word) and word.folded not in self.common_surnames and word.folded not in self.known_given

    def is_clerical(self, word: Word) -> bool:
        """Whether a word with a capital is a form of address for clergy before a full name ("Father")."""
        return word.capital and word.folded in self._clerical

    def is_epithet(self, word: Word, following: Word) -> bool:
        """Whether a word at the head of a sentence is a trade; before a given name also one that people bear or an attribute."""
        trade = self._is_of_persons(word) and word.folded not in self.known_given
        return self.is_trade(word) or ((trade or word.folded in self._epithets) and self.is_given(following))

    def is_attribute(self, word: Word, following: Word) -> bool:
        """Whether what popular papers call people heads a sentence before a given name alone ("Grieving Hayley")."""
        return word.folded in self._epithets and not self.is_given(word) and self.is_given(following)

    def _is_of_persons(self, word: Word) -> bool:
        return word.folded in self.persons or (len(word.folded) >= _OCCUPATION and word.folded.endswith(self.occupations))

    def is_thing(self, word: Word) -> bool:
        """Whether the word is a noun of things that bear people's names; "list" and "ship" are verbs as well."""
        return word.folded in self.things and not word.tag.startswith("VB")

    def is_no_beginning(self, words: Sequence[Word], index: int) -> bool:
        """Whether a capitalised word begins no name: a word of the sentence before one ("Behind Ada Fonn"), or one that is in no name,
        but for "Jan" and the like as a given name."""
        word = words[index]
        following = words[index + 1] if index + 1 < len(words) and words[index + 1].gap == " " else None
        if word.tag == "IN" and not self.is_given(word):
            return following is not None and following.capital and opens_sentence(words, index)
        called = word.entity == "PERSON" and self.is_given(word) and following is not None and following.entity == "PERSON"
        return word.folded in self.no_names and not called

    def is_given(self, word: Word) -> bool:
        """Whether the word, or its first part ("Anne-Marie"), is a given name of the lists."""
        return word.folded in self.known_given or word.folded.partition(" ")[0] in self.known_given

    def is_title_only(self, words: Sequence[Word]) -> bool:
        """Whether every word is one that titles are made of ("Fire Officer")."""
        return all(word.folded.rstrip(".") in self._title_words for word in words)

    def is_office(self, folded: str) -> bool:
        """Whether the word alone is listed as a title, an office or a rank."""
        return (folded,) in self._titles

    def is_place_or_group(self, folded: str) -> bool:
        """Whether the words are listed as a place, a people or an organisation."""
        return folded in self.places or folded in self.organisations or folded.removesuffix("s") in self.demonyms

    def is_camel(self, word: Word) -> bool:
        """Whether the word has a capital inside that no particle explains ("NewsHub", but not "McKay", "LaPorte")."""
        head = next(
            (word.text[: index + 1] for index, pair in enumerate(pairwise(word.text)) if pair[0].islower() and pair[1].isupper()), ""
        )
        return bool(head) and fold(head) not in self.particles

    def read_name(self, words: Sequence[str]) -> NameValue | None:
        """The words of a name in their parts; None if nothing but a suffix or initials is there."""
        parts = list(words)
        suffix = parts.pop().rstrip(",") if len(parts) > 1 and fold(parts[-1]).rstrip(".") in self.generations else ""
        if not any(len(fold(part).rstrip(".")) > 1 for part in parts):
            return None
        start = len(parts) - 1
        while start > 1 and fold(parts[start - 1]) in self.particles:
            start -= 1
        if start == 1 and parts[0][:1].islower() and fold(parts[0]) in self.particles:
            start = 0
        return NameValue(" ".join(parts[start:]), tuple(parts[:start]), suffix)


def read_words(passage: Passage, lexicon: Lexicon) -> list[Word]:
    """The words of a passage in order, with what the parse says about each; kept with the parse, for all finders that ask."""
    doc = passage.doc
    if doc is None:
        return _read_words(passage, lexicon, {}, [])
    kept = doc.user_data.get(_KEPT)
    if kept is None or kept[0] is not lexicon:
        columns = columns_of(doc)
        entities = [(entity.start_char, entity.end_char, str(entity.label_)) for entity in doc.ents]
        kept = (lexicon, _read_words(passage, lexicon, dict(zip(columns.starts, columns.tags, strict=True)), entities))
        doc.user_data[_KEPT] = kept
    words: list[Word] = kept[1]
    return words


def _read_words(passage: Passage, lexicon: Lexicon, tags: Mapping[int, str], entities: list[tuple[int, int, str]]) -> list[Word]:
    words: list[Word] = []
    before = cursor = 0
    text, form = passage.text, lexicon.form
    entities = [*entities, (len(text), len(text) + 1, "")]
    for match in _WORD.finditer(text):
        start, stop = match.span()
        written, folded, capital = form(match[0], text[stop : stop + 1] == ".")
        end = start + len(written)
        while entities[cursor][1] <= start:
            cursor += 1
        entity = entities[cursor][2] if entities[cursor][0] < end else ""
        fields = (written, folded, start, end, text[before:start], capital, tags.get(start, ""), entity)
        words.append(tuple.__new__(Word, fields))  # what Word() does, without a call of its own for every word of every text
        before = end
    return words


def _end_of_name(word: str, start: int, tails: frozenset[str]) -> int:
    clitic = word.rfind("'")
    if clitic > 0 and word[clitic + 1 :].lower() in ("s", "m", "ll", "re", "ve", "d", "t"):
        word = word[:clitic]
    head, hyphen, tail = word.rpartition("-")
    if hyphen and (tail in tails or (tail.islower() and len(tail) >= _LONG_TAIL)):
        word = head
    return start + len(word)


def _is_capital(word: str) -> bool:
    if word[:1].isupper():
        return True
    head, mark, rest = word.partition("-") if "-" in word else word.partition("'")
    return bool(mark) and len(head) <= 3 and rest[:1].isupper() and head.islower()


def _joined(gap: str) -> bool:
    return gap == " " or gap == "-"


def _titles(rulebook: Rulebook) -> dict[tuple[str, ...], tuple[str, str]]:
    titles: dict[tuple[str, ...], tuple[str, str]] = {}
    for rule in rulebook.of(TitleRule):
        role = "" if rule.sort == "address" else fold(rule.words[0])
        for word in rule.words:
            titles.setdefault(tuple(part.rstrip(".") for part in fold(word).split()), (role, rule.sort))
    return titles


def _abbreviations(rulebook: Rulebook) -> frozenset[str]:
    """Words of titles that are written with a full stop, without it: their stop does not end a sentence."""
    parts = (part for rule in rulebook.of(TitleRule) for word in rule.words for part in fold(word).split())
    return frozenset(part.rstrip(".") for part in parts if part.endswith("."))


def parts_of(words: Sequence[Word]) -> list[str]:
    """The words as written, without a quoted nickname; initials without a space between them stay one part ("J.K.")."""
    parts: list[str] = []
    for index, word in enumerate(words):
        if index and word.gap in _OPENED:
            continue
        if index and word.gap == "":
            parts[-1] += word.text
        else:
            parts.append(word.text)
    return parts


def is_nickname(words: Sequence[Word], index: int) -> bool:
    """Whether a word is set in quotation marks between two others with a capital ("Ada "Bee" Fonn")."""
    if not 0 < index < len(words) - 1 or words[index].gap not in _OPENED or words[index + 1].gap not in _CLOSED:
        return False
    return all(word.capital and not word.shouted for word in words[index - 1 : index + 2])


def is_aged(text: str, first: Word, last: Word) -> bool:
    """Whether words of a text are followed by an age between commas or brackets, or stand behind "26-year-old"."""
    return (
        _AGE_AFTER.match(text, last.end) is not None or _AGE_BEFORE.search(text, max(0, first.start - _AGE_ROOM), first.start) is not None
    )


def aged_surnames(words: Iterable[tuple[str, Word]]) -> frozenset[str]:
    """Those of some words, each with its text, that stand before an age between commas ("Fonn, 26, was hurt"), folded."""
    return frozenset(word.folded for text, word in words if word.proper and _AGE_OF_SURNAME.match(text, word.end))


def body_of(word: Word, lexicon: Lexicon) -> set[str]:
    """A country by its canonical name, another capitalised body by its own word; empty for other words."""
    if word.folded in lexicon.lands:
        return {lexicon.lands[word.folded]}
    return {word.folded} if word.capital and word.folded not in lexicon.no_names and word.proper else set()


def is_speaker(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb of speech stands right before or behind ``words[start:end]``."""
    after, before = words[end : end + 1], words[start - 1 : start] if start else []
    return any(word.folded in lexicon.speech and word.gap in (" ", ", ") for word in after) or any(
        word.folded in lexicon.speech and words[start].gap == " " for word in before
    )


def is_headline(passage: Passage, words: Sequence[Word]) -> bool:
    """Whether the passage is set in headline case: no full stop, most longer words (five at least) with a capital."""
    if passage.text.rstrip().endswith("."):
        return False
    longer = [word for word in words if len(word.text) > 3]
    return len(longer) >= 5 and 3 * sum(word.capital for word in longer) > 2 * len(longer)


@lru_cache(maxsize=4)
def name_lexicon_of(rulebook: Rulebook) -> Lexicon:
    """The words of a rulebook about names, made once: finders and comparers ask for them."""
    return Lexicon(rulebook)


def opens_sentence(words: Sequence[Word], index: int) -> bool:
    """Whether a word is the first of the passage or of a sentence, where any word has a capital."""
    return index == 0 or any(mark in words[index].gap for mark in ".!?:")


def has_trade(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether ``words[start:end]`` are a person's by the noun right before them ("driver Ada Fonn", "the night watchman, Ada Fonn,", and
    with a known given name "Foreman Ada Fonn" at the head of a sentence) or by a particle of persons' names inside."""
    inside = words[start:end]
    if any(word.folded in lexicon.personal and not word.capital for word in inside[1:-1]):
        return not start or words[start - 1].folded not in lexicon.place_cues
    if not start:
        return False
    noun = words[start - 1]
    if noun.capital and inside[0].gap == " ":
        return opens_sentence(words, start - 1) and lexicon.is_trade(noun) and lexicon.is_given(inside[0])
    if not lexicon.is_occupation(noun):
        return False
    closed = end == len(words) or words[end].gap[:1] in (",", ".")
    return inside[0].gap == " " or (inside[0].gap == ", " and closed and _has_determiner(words, start - 1))


def _has_determiner(words: Sequence[Word], noun: int) -> bool:
    """Whether the phrase of a noun begins with a determiner, up to three words before it."""
    for before in range(noun - 1, max(-1, noun - 5), -1):
        if words[before + 1].gap not in (" ", "'s ", "' ", "-"):
            return False
        if words[before].tag in ("DT", "PRP$"):
            return True
    return False


def before_who(words: list[Word], end: int) -> bool:
    """Whether the words after a name say "who": people say it of persons, hardly of anything else."""
    return end < len(words) and words[end].gap in (", ", " ") and words[end].folded in ("who", "whom")


def _acronyms(rulebook: Rulebook) -> frozenset[str]:
    """The folded acronyms of bodies, without those so short that a surname may be written like them ("Ice", "Sec")."""
    listed = (fold(acronym) for rule in rulebook.of(OrganisationRule) for acronym in rule.acronyms)
    return frozenset(acronym for acronym in listed if len(acronym) >= _LONG_ACRONYM and acronym.isalpha())


_AGE_AFTER = re.compile(r" ?,? ?\(? ?(?:aged )?(?:1[01][0-9]|[1-9]?[0-9])(?: ?[,);.]|$| and |: ?[\"A-Z])")
_AGE_OF_SURNAME = re.compile(r" ?, (?:1[0-9]|[2-9][0-9]) ?,")
_AGE_BEFORE = re.compile(r"(?:^|[ (])[^\W_]{1,12}(?:-[^\W\d_]{3,5})?-year-old $")
_AGE_ROOM = 32
_OPENED, _CLOSED = (' "', " '"), ('" ', "' ")
"""What stands before and behind a quoted nickname."""
_LONG_ACRONYM = 4
"""Letters from which an acronym is hardly a surname."""
