"""Regular other forms of one name: feminine surnames, nominatives of Baltic and Latin forms, generation marks, second surnames.

What is regular in a language is no difference of spelling: Novák and Nováková, "Jr." and "Junior", "Ana Prieto" and "Ana Prieto Vidal".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.mentions.alignment import residues
from factcheck.mentions.name_groups import undoubled
from factcheck.rulebook import Rulebook
from factcheck.text import fold
from factcheck.values import NameValue

_STEM = 3
"""Letters of a surname that stay before an ending; with fewer the ending is half of the name."""
_GIVEN_STEM = 5
"""The same for a given name by itself: Marc and Marcus are two names, Philipp and Philippus one."""
_SHORTENED = 4
"""Letters from which on the beginning of a given name stands for the whole."""
_LEFT_OUT = 3
"""Letters that such a short form leaves out at least: Marin and Marina are two names, Karu and Karunarathna one."""

_NONE: frozenset[str] = frozenset()
_OPEN_ENDS = {"yo", "yu"}
"""Ends of Korean syllables that only a consonant behind them makes alike (Kyo, Kyu; but Hyon, Hyun)."""
_JAPANESE = "japanese"
"""The group of names that stand side by side in Japan."""
_NUCLEI = frozenset("aeiouyw")
_OPENING = frozenset("aeioun")
"""Letters behind which a Korean syllable begins; others may be the beginning of it (Hyun)."""


class NameForms:
    """The endings and marks of a rulebook, ready to compare folded words."""

    def __init__(self, rulebook: Rulebook) -> None:
        lists = rulebook.words()
        self._generations = {fold(word): str(value) for word, value in lists["name.generation"].items()}
        self._feminine = tuple(sorted(lists.texts("name.feminine-ending").items()))
        self._patronymics = tuple(sorted(lists["name.patronymic-ending"]))
        self._women = frozenset(lists["name.feminine-given-ending"])
        self._others = frozenset(lists["name.other-given-ending"])
        self._nominatives = tuple(sorted(lists["name.nominative-ending"], key=lambda ending: (-len(ending), ending)))
        self._endings = tuple(sorted(lists["name.surname-ending"], key=lambda ending: (-len(ending), ending)))
        self._apart = {fold(word): frozenset(value) for word, value in lists.texts("name.given-apart").items()}
        self._short = {fold(word): frozenset(value) for word, value in lists.texts("name.short-apart").items()}
        self._particles = frozenset(lists["name.particle"])
        self._roots = {fold(word): frozenset(value) for word, value in lists.texts("name.given-abroad").items()}
        self._known = frozenset(fold(word) for key in ("name.given", "name.given-further") for word in lists[key])
        self._given = frozenset(fold(word) for word in lists["name.given"])
        self._surnames = frozenset(fold(word) for word in lists["name.common-surname"])
        self._english = frozenset(fold(word) for word in lists["name.english-surname"])
        self._fathers = {fold(word): value != "turkish" for word, value in lists["name.father-name"].items()}
        self._letters = {word: frozenset(others) for word, others in lists.texts("name.letters-apart").items()}
        self._arabic = {word: frozenset(others) for word, others in lists.texts("name.arabic-letters-apart").items()}
        self._voiced = {word: frozenset(others) for word, others in lists.texts("name.voiced-letter").items()}
        self._halves = frozenset(fold(word) for word in lists["name.compound-half"])
        self._twins = self._surnames | self._known | self._english | frozenset(fold(word) for word in lists["name.twin-surname"])
        self._attested = {fold(word): frozenset(value) for word, value in lists.texts("name.attested").items()}
        self._lengths: dict[str, frozenset[str]] = {}
        for word, value in self._attested.items():
            self._lengths[_shortened(word)] = self._lengths.get(_shortened(word), _NONE) | value
        self._own_habits = {language: frozenset(habits) for language, habits in lists.texts("name.own-habit").items()}
        self._sounds = {word: frozenset(others) for word, others in lists.texts("name.sounds-apart").items()}
        self._korean = {word: frozenset(groups) for word, groups in lists.texts("name.korean-syllable").items()}
        self._marked = frozenset(str(word).lower() for word in lists["name.marked-twin"])
        self._syllables = {word: frozenset(others) for word, others in lists.texts("name.korean-apart").items()}
        self._western = frozenset(lists["name.western-twin"]) | self._twins
        self._voicing = frozenset(lists["name.voicing-language"])
        self._marks = {letter: tuple(sounds) for letter, sounds in lists.texts("name.marked-letter").items()}
        self._plain_habits = frozenset(lists["name.spelling-habit"])
        self._faint_habits = frozenset(lists["name.faint-habit"])
        self._guessing_habits = frozenset(lists["name.guessing-habit"])
        self._sexes = {
            fold(word): str(value) for key in ("name.given-further", "name.given") for word, value in lists[key].items() if value != "u"
        }

    def are_known(self, *words: str) -> bool:
        """Whether all folded words are given names of the lists: then a letter between them makes two names, not a slip."""
        return self._known.issuperset(words)

    def stem(self, family: str) -> str:
        """A folded surname without the ending that it shares with many others ("torosyan" -> "toros"); at least three letters stay."""
        ending = next((ending for ending in self._endings if family.endswith(ending) and len(family) - len(ending) >= _STEM), "")
        return family.removesuffix(ending)

    def are_frequent(self, *words: str) -> bool:
        """Whether all folded words are frequent given names."""
        return self._given.issuperset(words)

    def is_surname(self, *words: str) -> bool:
        """Whether any of the folded words is a frequent surname."""
        return not self._surnames.isdisjoint(words)

    def are_twins(self, left: str, right: str) -> bool:
        """Whether both folded words are names of the lists, given names or surnames: a letter between them makes two names."""
        return left in self._twins and right in self._twins

    def are_attested(self, left: str, right: str) -> bool:
        """Whether two folded words are two names of one language, which has both side by side (Salim, Salem), in whatever spelling
        of their long vowels (Saleem, Salem)."""
        if left in self._attested and right in self._attested:
            return left != right and not self._attested[left].isdisjoint(self._attested[right])
        one, other = _shortened(left), _shortened(right)
        return one != other and not self._lengths.get(one, _NONE).isdisjoint(self._lengths.get(other, _NONE))

    def is_japanese(self, word: str) -> bool:
        """Whether a folded word is a Japanese name of the lists."""
        return _JAPANESE in self._attested.get(word, _NONE)

    def sounds_of(self, letter: str) -> tuple[str, ...]:
        """What a letter with a mark is written as where the mark is left out; empty where that is not known."""
        return self._marks.get(letter, ())

    def are_own(self, habits: Iterable[str], languages: Iterable[str]) -> bool:
        """Whether all habits (ids of folding rules) are those of names of the languages; True where nothing is known of these."""
        own = [self._own_habits[language] for language in languages if language in self._own_habits]
        return not own or all(habit in self._plain_habits or any(habit in known for known in own) for habit in habits)

    def others(self, habits: Iterable[str]) -> int:
        """How many of the habits (ids of folding rules) do more than to spell one sound in another way."""
        return sum(habit not in self._plain_habits for habit in habits)

    def are_marked_apart(self, left: str, right: str) -> bool:
        """Whether one of two surnames has a mark without which it is another frequent surname of its language, and the other has not
        (Köhler, Kohler)."""
        mine, theirs = left.lower(), right.lower()
        return mine != theirs and ((mine in self._marked and theirs.isascii()) or (theirs in self._marked and mine.isascii()))

    def are_two_korean(self, left: str, right: str) -> bool:
        """Whether one syllable alone tells two Korean given names apart, in two spellings that no system has for one (Do-yun, Do-yeon)."""
        if {left[-2:], right[-2:]} == _OPEN_ENDS and left[:-2] == right[:-2]:
            return True
        for word, others in self._syllables.items():
            for one, other in ((left, right), (right, left)):
                start = one.find(word)
                while start >= 0:
                    if start == 0 or one[start - 1] in _OPENING or one[start - 2 : start] == "ng":
                        rest = one[start + len(word) :]
                        closed = not rest or rest[1:2] in _NUCLEI
                        if closed and other[:start] == one[:start] and other[start:].removesuffix(rest) in others:
                            return True
                    start = one.find(word, start + 1)
        return False

    def are_one_syllable(self, left: str, right: str) -> bool:
        """Whether two folded Korean syllables are spellings of one sound."""
        return left == right or not self._korean.get(left, _NONE).isdisjoint(self._korean.get(right, _NONE))

    def are_western(self, *words: str) -> bool:
        """Whether all folded words are names of the lists, those of surnames in Latin letters among them."""
        return self._western.issuperset(words)

    def are_two_surnames(self, left: str, right: str, habits: Iterable[str]) -> bool:
        """Whether two known surnames are two although the habits explain what they differ in (Petersen, Pedersen).

        English ones are spelt as their families spell them: any letter but a doubled consonant makes another (Harris, Harries).
        """
        if left in self._english and right in self._english:
            return len({undoubled(f"mc{word[3:]}" if word.startswith("mac") else word) for word in (left, right)}) == 2
        if self.are_guessed(habits):
            return self.are_twins(left, right)
        return left in self._surnames and right in self._surnames and not self.are_plain(habits)

    def are_two_letters(self, left: str, right: str) -> bool:
        """Whether one place alone tells two folded Slavic surnames apart, where one writer has the two spellings for two letters."""
        start, mine, theirs = residues(left, right)
        if start + len(mine) == len(left):
            return False  # the end of a surname is written in many ways (-ic, -ich)
        return theirs in self._letters.get(mine, ()) or mine in self._letters.get(theirs, ())

    def are_two_arabic(self, left: str, right: str) -> bool:
        """Whether one place alone tells two folded Arabic names apart: no dialect exchanges z and s at the head, or y and a long vowel
        before it with a diphthong (Zayed, Zaid)."""
        if {left[:1], right[:1]} == {"s", "z"}:
            return True
        _, mine, theirs = residues(left, right)
        return theirs in self._arabic.get(mine, ()) or mine in self._arabic.get(theirs, ())

    def are_two_sounds(self, left: str, right: str, *, end: bool = False) -> bool:
        """Whether one place alone tells two folded names apart, their ``end`` or what is before it, by two sounds that each writer tells
        (Bakov, Vakov; Munk, Munch)."""
        start, mine, theirs = residues(left, right)
        behind = left[start + len(mine) :]
        if bool(behind) is end or behind[:1] == "h":
            return False
        return theirs in self._sounds.get(mine, ()) or mine in self._sounds.get(theirs, ())

    def are_two_given(self, left: str, right: str, habits: Iterable[str]) -> bool:
        """Whether two given names of the lists are two although habits explain what they differ in, as some guess vowels (Yoko, Yuko)."""
        return self.are_known(left, right) and self.are_guessed(habits)

    def are_faint(self, habits: Iterable[str]) -> bool:
        """Whether the habits (ids of folding rules) leave the sound as it is, so that a slip beside them is all that is off."""
        return self._faint_habits.issuperset(habits)

    def is_listed(self, word: str) -> bool:
        """Whether a folded word is a given name of any list, or a name that stands beside near ones."""
        return word in self._known or word in self._attested

    def are_plain(self, habits: Iterable[str]) -> bool:
        """Whether the habits (ids of folding rules) only spell one sound in another way, so that they make no other name."""
        return self._plain_habits.issuperset(habits)

    def are_fathers(self, words: Sequence[str], family: str = "") -> bool:
        """Whether all folded words are given names of the Arab world, where the second of two is mostly the father's; not if they, and the
        surname behind them, are Turkish as well, as Turks bear two given names."""
        return all(word in self._fathers for word in words) and any(self._fathers.get(word) for word in (*words, family))

    def is_half(self, word: str) -> bool:
        """Whether a folded given name makes one with Muhammad before it."""
        return word in self._halves

    def are_guessed(self, habits: Iterable[str]) -> bool:
        """Whether any of the habits (ids of folding rules) guesses a vowel."""
        return not self._guessing_habits.isdisjoint(habits)

    def are_voiced(self, left: str, right: str) -> bool:
        """Whether two letters are one consonant without voice and with it."""
        return right in self._voiced.get(left, ()) or left in self._voiced.get(right, ())

    def are_voicing(self, languages: Iterable[str]) -> bool:
        """Whether the romanisations of any of the languages exchange consonants with voice and without it."""
        return not self._voicing.isdisjoint(languages)

    def guesses(self, habits: Iterable[str]) -> int:
        """How many of the habits (ids of folding rules) guess a vowel."""
        return sum(habit in self._guessing_habits for habit in habits)

    def are_sexes(self, left: str, right: str) -> bool:
        """Whether one of two folded given names is a man's and the other a woman's, as the lists have it."""
        return {self._sexes.get(left), self._sexes.get(right)} == {"m", "f"}

    def is_feminine_given(self, left: str, right: str) -> bool:
        """Whether one of two folded given names is the other with an ending that makes a woman's name of a man's."""
        shorter, longer = sorted((left, right), key=len)
        tail = longer[len(shorter) :] if longer.startswith(shorter) else ""
        return tail in self._women or (shorter[-1:] in ("i", "y") and longer in (shorter[:-1] + "ia", shorter[:-1] + "iya"))

    def is_known_abroad(self, left: str, right: str) -> bool:
        """Whether two folded given names are one in the languages of their lists ("john", "giovanni")."""
        return bool(self._roots.get(left, frozenset()) & self._roots.get(right, frozenset()))

    def roots_of(self, word: str) -> frozenset[str]:
        """What a folded given name has in common with its forms in other languages and cases: their root, or the stem before the ending."""
        stems = (word, *(word.removesuffix(ending) for ending in self._nominatives if len(ending) > 1 and word.endswith(ending)))
        return self._roots.get(word, frozenset()) | frozenset(f"{stem}-" for stem in stems if len(stem) >= _GIVEN_STEM)

    def are_apart(self, left: str, right: str) -> bool:
        """Whether two folded given names of one root are two names in a language that has both ("james", "jacob")."""
        return not self._apart.get(left, frozenset()).isdisjoint(self._apart.get(right, frozenset()))

    def are_two_short(self, left: str, right: str) -> bool:
        """Whether two folded given names are short forms of one name by which two people go ("mick", "mike")."""
        return left != right and not self._short.get(left, _NONE).isdisjoint(self._short.get(right, _NONE))

    def generation(self, value: NameValue) -> str:
        """The canonical generation mark of a name ("jr" for "Junior"), "" for none."""
        mark = fold(value.suffix).rstrip(".")
        return self._generations.get(mark, mark)

    def is_feminine_pair(self, left: str, right: str) -> bool:
        """Whether one of two folded surnames is the feminine form of the other."""
        return left[:_STEM] == right[:_STEM] and (self._is_feminine(left, right) or self._is_feminine(right, left))

    def _is_feminine(self, woman: str, man: str) -> bool:
        for ending, others in self._feminine:
            stem = woman.removesuffix(ending)
            if len(stem) >= _STEM and stem != woman and any(man == stem + other for other in others):
                return True
        return False

    def is_nominative_pair(self, left: str, right: str) -> bool:
        """Whether two folded given names differ by a nominative ending only ("martin", "martinus"), unless one language has
        both (André, Andreas)."""
        shorter, longer = (left, right) if len(left) <= len(right) else (right, left)
        tail = longer[len(shorter) :]
        found = len(tail) > 1 and len(shorter) >= _GIVEN_STEM and tail in self._nominatives and longer.startswith(shorter)
        return found and not self.are_apart(left, right)

    def without_nominative(self, value: NameValue) -> NameValue | None:
        """The name without the nominative endings that its first name and its surname both have; None where one has none.

        The Latvian "Svens Miksers" is "Sven Mikser"; by the surname alone Peter and Peters are two.
        """
        given = self._stem(fold(value.given[0])) if value.given else None
        family = self._stem(fold(value.family))
        return NameValue(family, (given, *value.given[1:]), value.suffix) if given and family else None

    def _stem(self, word: str) -> str | None:
        ending = next((ending for ending in self._nominatives if word.endswith(ending) and len(word) - len(ending) >= _STEM), None)
        return word[: -len(ending)] if ending else None

    def is_short_form(self, left: str, right: str) -> bool:
        """Whether one of two folded given names is the beginning of the other, long enough to stand for it; no father's
        name is, nor one that an ending makes another (Suresh, Sureshwar)."""
        shorter, longer = sorted((left, right), key=len)
        if longer.endswith(self._patronymics) or longer.removeprefix(shorter) in self._others:
            return False
        return len(shorter) >= _SHORTENED and len(longer) - len(shorter) >= _LEFT_OUT and longer.startswith(shorter)

    def is_cut(self, left: NameValue, right: NameValue) -> bool:
        """Whether one name is the other without its last surnames ("Ana Prieto", "Ana I. Prieto Vidal"); initials do not count.

        Both must have a given name, and the shorter must be more than given names: "Juan Carlos" is no short form of "Juan Carlos Roldán".
        """
        if not left.given or not right.given:
            return False
        mine, theirs = _words(left), _words(right)
        if set(mine).isdisjoint(theirs):
            return False
        initials = {letters for value in (left, right) if (letters := _initials(value))}
        shorter, longer = sorted((_spelt(mine, theirs, _initials(right)), _spelt(theirs, mine, _initials(left))), key=len)
        if len(shorter) < 2 or len(initials) > 1:
            return False
        if self._is_other_cut(shorter, longer):
            return True
        rest = iter(longer)
        alike = shorter[0] == longer[0] and all(word in rest for word in shorter)
        return alike and (shorter == longer or not self._given.issuperset(shorter))

    def _is_other_cut(self, left: tuple[str, ...], right: tuple[str, ...]) -> bool:
        """Whether one leaves out given names and the other surnames ("Rosa Vidal Prieto", "Rosa María Vidal")."""
        (given, family), (names, others) = self._parted(left), self._parted(right)
        if not family or not others or not (given <= names or names <= given) or not given & names:
            return False
        return family[: len(others)] == others[: len(family)] and len(family) != len(others)

    def _parted(self, words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
        """The given names that a name begins with, and the rest, particles left out."""
        start = next((index for index, word in enumerate(words) if word not in self._known), len(words))
        return frozenset(words[:start]), tuple(word for word in words[start:] if word not in self._particles)


def surplus(left: str, right: str) -> str:
    """What the longer word has before or behind the shorter, "" if it does not hold it so."""
    shorter, longer = sorted((left, right), key=len)
    return longer.removeprefix(shorter) if longer.startswith(shorter) else longer.removesuffix(shorter) if longer.endswith(shorter) else ""


def _shortened(word: str) -> str:
    """A folded word with the long vowels of English and French habit as one letter each ("saleem" -> "salim")."""
    return word.replace("ee", "i").replace("oo", "u").replace("ou", "u")


def _words(value: NameValue) -> tuple[str, ...]:
    return tuple(word for word in _parts(value) if len(word) > 1)


def _spelt(words: tuple[str, ...], others: tuple[str, ...], initials: str) -> tuple[str, ...]:
    """The words without those behind the first that the other name has as initials only."""
    return tuple(word for index, word in enumerate(words) if not index or word in others or word[0] not in initials)


def _initials(value: NameValue) -> str:
    return "".join(word for word in _parts(value) if len(word) == 1)


def _parts(value: NameValue) -> list[str]:
    return [word for part in (*value.given, value.family) for word in fold(part).replace(".", " ").split()]
