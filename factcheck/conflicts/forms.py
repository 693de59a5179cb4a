"""The forms in which names of places, things and organisations stand in a corpus: who uses which, and how two forms differ.

A form is a folded name; its uses are kept by article.  Pairs of forms that differ in one word are found by keys, not by trying all
pairs: the words around the differing one, and a sound skeleton of it that survives one slip.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import Levenshtein

from factcheck.mentions.name_words import name_lexicon_of
from factcheck.mentions.spelling import Match, folder_of
from factcheck.model import Claim
from factcheck.rulebook import Rulebook
from factcheck.text import flatten, fold
from factcheck.topics.sounds import CONSONANTS, FIRST
from factcheck.values import OrganisationNameValue, PlaceNameValue

NAMING_KINDS = frozenset({"place", "organisation"})
NEUTRAL = "any"
"""The class of nouns that go with every other class ("area")."""
MIN_LETTERS = 5
"""Shorter words of one name are too close to other names to compare ("Lima", "Lina")."""
SURE_LETTERS = 6
"""Letters of a single word from which on one slip is told from another name with little further proof."""
_ALIKE = 0.6
"""Least part of the letters of the longer of two words that agree where they look alike."""
Related = Callable[[str], Collection[str]]
"""The ids of the articles that tell the story of one, itself included."""
_CAPITAL = re.compile(r"\b[^\W\d_](?<![a-z])[^\W_]{1,40}(?:-[^\W\d_][^\W_]{1,40}){0,3}")


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One way a name is written.  ``uses`` are its claims by article id, ``words`` the folded words in the form they are compared by."""

    folded: str
    words: tuple[str, ...]
    uses: Mapping[str, tuple[Claim, ...]]

    def within(self, articles: Collection[str]) -> Form:
        """The form with only its uses in these articles: what is told of a namesake elsewhere proves nothing here."""
        return replace(self, uses={article: found for article, found in self.uses.items() if article in articles})

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All uses, by article and place."""
        return tuple(claim for article in sorted(self.uses) for claim in self.uses[article])

    @property
    def spelling(self) -> str:
        """The commonest way to write it, with capitals and accents."""
        counted = Counter(claim.value.iso() for claim in self.claims)
        return min(counted, key=lambda words: (-counted[words], words))

    @property
    def nouns(self) -> frozenset[str]:
        """The nouns told beside it anywhere."""
        return frozenset(noun for claim in self.claims for noun in claim.frame.subset)

    @property
    def labels(self) -> frozenset[str]:
        """What the parse takes it for anywhere."""
        return frozenset(label for claim in self.claims for label in claim.frame.markers)

    @property
    def sorts(self) -> frozenset[str]:
        """The classes of these nouns, without the one that goes with every other."""
        return frozenset(claim.frame.thing for claim in self.claims if claim.frame.thing not in (None, NEUTRAL))


@dataclass(frozen=True, slots=True)
class Variation:
    """How two forms differ: in the words ``left`` and ``right`` at one place, ``shared`` being the others; ``match`` compares the two.

    ``throughout``: several words differ, each by a habit of romanisation only; ``left`` and ``right`` are then all of them.
    """

    left: str
    right: str
    shared: tuple[str, ...]
    match: Match
    at_end: bool
    throughout: bool = False


@dataclass(frozen=True, eq=False)
class Forms:
    """All forms of a corpus, the texts of its articles and the names of its persons."""

    forms: tuple[Form, ...]
    texts: Mapping[str, str]
    persons: Mapping[str, frozenset[str]]
    _words: dict[str, Counter[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Iterable[Claim], texts: Mapping[str, str], rulebook: Rulebook) -> Forms:
        """The forms among the claims of a corpus; ``texts`` maps article ids to their whole text."""
        varieties = {word: fold(str(value)) for word, value in rulebook.words()["place.variety"].items()}
        uses: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        persons: dict[str, set[str]] = defaultdict(set)
        for claim in sorted(claims, key=_place):
            if isinstance(claim.value, PlaceNameValue | OrganisationNameValue):
                uses[claim.value.folded.removeprefix("the ")][claim.anchor.article].append(claim)
            elif claim.kind == "name":
                persons[claim.anchor.article] |= set(fold(claim.value.iso()).split())
        forms = tuple(
            Form(
                folded,
                tuple(varieties.get(word, word) for word in folded.replace(".", "").split()),
                {key: tuple(found) for key, found in by_article.items()},
            )
            for folded, by_article in sorted(uses.items())
        )
        return cls(forms, texts, {article: frozenset(names) for article, names in persons.items()})

    def count(self, form: Form, article: str) -> int:
        """How often an article writes the form, headlines and all; a single word counts where it has a capital."""
        if len(form.folded.split()) == 1:
            return self._counted(article)[form.folded]
        return len(re.findall(rf"\b{re.escape(form.folded)}\b", _fold_text(self.texts.get(article, ""))))

    def has_name(self, form: Form, word: str, article: str) -> bool:
        """Whether an article has the form, or its distinctive word with a capital anywhere."""
        return self._counted(article)[word] > 0 or self.count(form, article) > 0

    def is_common(self, word: str, form: Form) -> bool:
        """Whether an article that uses the form writes the word small as well: it is a common word ("revolution")."""
        texts = (self.texts.get(article, "") for article in form.uses)
        if word.isalnum():  # typography changes no letter, so that what an article writes nowhere needs no second look
            texts = (text for text in texts if word in text)
        small = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        return any(small.search(flatten(text)) for text in texts)

    def _counted(self, article: str) -> Counter[str]:
        """The folded words of an article that are written with a capital."""
        if article not in self._words:
            found = (fold(match[0]) for match in _CAPITAL.finditer(flatten(self.texts.get(article, ""))))
            self._words[article] = Counter(part for words in found for part in (words, *words.split()[1:]))
        return self._words[article]


def _place(claim: Claim) -> tuple[str, str, int, int, str]:
    anchor = claim.anchor
    return anchor.article, anchor.field, anchor.span.start, anchor.span.end, claim.id


@lru_cache(maxsize=512)
def _fold_text(text: str) -> str:
    return fold(flatten(text).replace("'s", " "))


class Varying:
    """Finds the pairs of forms that differ in one word, and says how."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.words()
        self.folder = folder_of(rulebook)
        self.lexicon = name_lexicon_of(rulebook)
        self._endings = frozenset(words["place.derived-ending"])
        self._replacing = frozenset(words["organisation.replacing"])
        self._openers = frozenset(words["place.inside"]) | frozenset(words["organisation.form"])

    def near(self, forms: Sequence[Form], related: Related) -> Iterator[tuple[Form, Form, Variation]]:
        """Pairs whose differing words are alike: one sound in two habits, or one slip; each pair once, in order.

        Only pairs that one article uses, or two that ``related`` (by id, an article itself included) joins.
        """
        for left, right in _pairs(forms, _near_keys, related):
            found = self.variation(left, right)
            if found is not None and found.match in (Match.FOLDED, Match.SLIP) and self._is_spelling(found, left, right):
                yield left, right, found

    def replaced(self, forms: Sequence[Form], related: Related) -> Iterator[tuple[Form, Form, Variation]]:
        """Pairs of several words of which one is another word altogether, or another word of one stem; ``related`` as for ``near``."""
        for left, right in _pairs(forms, _replaced_keys, related):
            found = self.variation(left, right)
            alike = found is not None and found.match in (Match.FOLDED, Match.SLIP)
            if found is not None and not alike and not self._is_derived(found.left, found.right):
                yield left, right, found

    def lookalikes(self, forms: Sequence[Form], related: Related) -> Iterator[tuple[Form, Form, Variation]]:
        """Pairs in which one word is another one that begins or ends alike, the first letter aside, or both are a noun of bodies beside
        two words that agree; ``related`` as for ``near``."""
        for left, right in _pairs(forms, _lookalike_keys, related):
            if len(left.words) != len(right.words):
                continue
            apart = [index for index, pair in enumerate(zip(left.words, right.words, strict=True)) if pair[0] != pair[1]]
            if len(apart) != 1 or self._is_inflected(left, right, apart[0]):
                continue
            mine, theirs = left.words[apart[0]], right.words[apart[0]]
            shared = tuple(word for index, word in enumerate(left.words) if index != apart[0])
            if _look_alike(mine, theirs, is_part=bool(shared)) or self._replacing.issuperset((mine, theirs)):
                yield left, right, Variation(mine, theirs, shared, Match.APART, False)

    def _is_inflected(self, left: Form, right: Form, index: int) -> bool:
        """Whether the words at a place belong to all names or are one stem with endings: of a last word, or of a people or place."""
        words = (left.words[index], right.words[index])
        if self._openers.intersection(words):
            return True
        last = index + 1 == len(left.words) or any(map(self.lexicon.is_place_or_group, words))
        return last and self._is_derived(*words)

    def variation(self, left: Form, right: Form) -> Variation | None:
        """How two forms differ; None unless in exactly one word each, or in several by habit alone."""
        if len(left.words) != len(right.words) or "".join(left.words) == "".join(right.words):
            return None
        apart = [index for index, pair in enumerate(zip(left.words, right.words, strict=True)) if pair[0] != pair[1]]
        shared = tuple(word for index, word in enumerate(left.words) if index not in apart)
        if len(apart) > 1:
            mine, theirs = " ".join(left.words[index] for index in apart), " ".join(right.words[index] for index in apart)
            habits = self.folder.match_family(mine.replace(" ", ""), theirs.replace(" ", "")) is Match.FOLDED
            return Variation(mine, theirs, shared, Match.FOLDED, False, throughout=True) if habits else None
        mine, theirs = left.words[apart[0]], right.words[apart[0]]
        difference = self.folder.difference(mine, theirs, frozenset())  # as match_family asks, so that it is measured once
        match = self.folder.match_family(mine, theirs)
        if match is Match.APART and shared and difference and not (difference.slips and difference.habits) and difference.slips < 2:
            # beside a word that agrees a short one may have a slip ("Porto Selo", "Porto Sello") and a long one many habits
            match = Match.SLIP if difference.slips else Match.FOLDED
        return Variation(mine, theirs, shared, match, bool(difference and difference.at_end))

    def _is_spelling(self, found: Variation, left: Form, right: Form) -> bool:
        """Whether a difference may be one of spelling; the last letter alone only where one noun stands beside both ("the village of")."""
        words = (*found.left.split(), *found.right.split())
        least = min(len(found.left), len(found.right))
        if least < (MIN_LETTERS - 1 if found.shared else MIN_LETTERS) or not all(word.isalpha() for word in words):
            return False
        if self._is_derived(found.left, found.right) or any(word in self._openers for word in words):
            return False
        return bool(found.shared) or not found.at_end or (_has_one_more(found) and not left.nouns.isdisjoint(right.nouns))

    def _is_derived(self, left: str, right: str) -> bool:
        """Whether the words are one stem with endings of adjectives, peoples or plurals ("Halden", "Haldens")."""
        size = next((index for index, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), min(len(left), len(right)))
        ends = self._endings | {""}
        return any(left[cut:] in ends and right[cut:] in ends for cut in range(3, size + 1))


def _has_one_more(found: Variation) -> bool:
    """Whether one of two long words has a letter more than the other."""
    shorter, longer = sorted((len(found.left), len(found.right)))
    return shorter >= SURE_LETTERS and longer == shorter + 1


def _near_keys(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(words) > 1:
        yield ("all", str(len(words)), _sound(words[0]), _skeleton("".join(words)))
    for index, word in enumerate(words):
        around = (str(index), *words[:index], "", *words[index + 1 :])
        for skeleton in _skeletons(word):
            yield (*around, _sound(word), skeleton)


def _sound(word: str) -> str:
    """The sort of sound a word begins with; habits exchange such letters ("c", "k"), slips do not touch them."""
    return FIRST.get(word[:1], word[:1])


def _skeletons(word: str) -> frozenset[str]:
    """The consonants of a word by their sort, and the same without any one of them: two words one slip apart share at least one."""
    bare = _skeleton(word)
    return frozenset({bare, *(bare[:index] + bare[index + 1 :] for index in range(1, len(bare)))})


def _skeleton(word: str) -> str:
    sounds = [CONSONANTS[letter] for index, letter in enumerate(word) if letter in CONSONANTS and (letter != "h" or not index)]
    return "".join(sound for index, sound in enumerate(sounds) if not index or sounds[index - 1] != sound)


def _look_alike(left: str, right: str, *, is_part: bool) -> bool:
    """Whether two words begin alike and most letters agree, or all but the first do; beside words that agree four letters are enough."""
    shorter, longer = sorted((len(left), len(right)))
    if shorter < MIN_LETTERS - is_part or not (left.isalpha() and right.isalpha()):
        return False
    if left[:1] != right[:1]:
        return left[1:] in (right, right[1:]) or left == right[1:]
    return 1 - Levenshtein.distance(left, right) / longer >= _ALIKE


def _lookalike_keys(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words around each one; of a single word its first letters, and it without the first."""
    yield from _replaced_keys(words)
    if len(words) == 1 and len(words[0]) >= MIN_LETTERS:
        yield from (("begin", words[0][:2]), ("end", words[0]), ("end", words[0][1:]))


def _replaced_keys(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if 1 < len(words) <= 6:
        for index in range(len(words)):
            yield (str(index), *words[:index], "", *words[index + 1 :])


def _pairs(
    forms: Sequence[Form], keys: Callable[[tuple[str, ...]], Iterable[tuple[str, ...]]], related: Related
) -> list[tuple[Form, Form]]:
    """The pairs of forms that share a key and are used in one article or in two related ones, in order."""
    buckets: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        for key in set(keys(form.words)):
            buckets[key].append(index)
    found: set[tuple[int, int]] = set()
    for members in {tuple(members) for members in buckets.values() if len(members) > 1}:  # many keys have the same ones
        found.update(_meeting(members, forms, related))
    return [(forms[left], forms[right]) for left, right in sorted(found, key=lambda pair: (forms[pair[0]].folded, forms[pair[1]].folded))]


def _meeting(members: Sequence[int], forms: Sequence[Form], related: Related) -> Iterator[tuple[int, int]]:
    """The pairs among some forms (by index, the smaller first) that one article, or two related ones, use.

    The form that most articles use is looked for around the others: a city may be told in a thousand stories, and what is spelt nearly
    like it in one.
    """
    most = max(members, key=lambda index: len(forms[index].uses))
    everywhere = forms[most].uses.keys()
    held: dict[str, list[int]] = defaultdict(list)
    for index in members:
        for article in forms[index].uses if index != most else ():
            held[article].append(index)
    for article, mine in held.items():
        near = related(article)
        if not everywhere.isdisjoint(near):
            yield from ((min(index, most), max(index, most)) for index in mine)
        for other in near if len(near) < len(held) else held.keys():
            if other >= article and other in held and other in near:
                yield from ((min(pair), max(pair)) for pair in product(mine, held[other]) if pair[0] != pair[1])
