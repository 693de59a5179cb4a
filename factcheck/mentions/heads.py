"""The counted noun: "four border villages" counts villages, "100,000 ethnic Armenian residents" residents.

A short scan of the words right of the number, with word lists; where the passage is parsed, its tags take part, but nothing needs them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from factcheck.columns import columns_of
from factcheck.documents import Passage
from factcheck.mentions.numbers import Token
from factcheck.nouns import Nouns
from factcheck.rulebook import Rulebook

MAX_WORDS = 7
"""Words looked at behind a number; noun phrases of news have at most five before their head."""

_STOP_TAGS = frozenset("IN DT PDT PRP PRP$ WDT WP WP$ WRB CC TO MD VB VBD VBP VBZ EX UH . , : -LRB- -RRB- `` ''".split())
_PLURAL_TAGS = frozenset(("NNS", "NNPS"))

_ACRONYMS = frozenset(("US", "IT", "WHO", "UP"))
"""Names in capitals that would be function words in lower case."""

Sort = Literal["stop", "plural", "word"]


@dataclass(frozen=True, slots=True)
class Head:
    """The noun a number counts.

    ``noun`` is in the singular, folded; "" where none was found.  ``modifiers`` are the words between number and noun, in lower case.
    ``last`` is the index of the last token that belongs to number and noun.
    """

    noun: str = ""
    modifiers: frozenset[str] = frozenset()
    last: int = -1


class HeadFinder:
    """Finds counted nouns with the word lists noun.* of the rules."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.words()
        self._nouns = Nouns.of(words)
        self._attributive = frozenset(words["noun.attributive-plural"])
        numbers = (word for name in ("number.unit", "number.tens", "number.scale") for word in words[name])
        self._stop = frozenset((*words["noun.stop"], *numbers))

    def singular(self, word: str) -> str:
        """The singular of a counted noun by which it is compared, folded."""
        return self._nouns.counted(word)

    def is_stop(self, word: str) -> bool:
        """Whether a word (in lower case) ends the scan."""
        return word in self._stop

    def find(self, tokens: Sequence[Token], start: int, *, many: bool, tags: Mapping[int, str]) -> Head:
        """The noun right of a number.

        Args:
            tokens: of the passage.
            start: index of the first token behind the number.
            many: whether a plural is expected; else the first singular noun phrase is taken.
            tags: the tag of each parsed token by its start; empty where there is no parse.
        """
        words = self._phrase(tokens, start, tags)
        return self._plural_head(tokens, words, tags) if many else self._singular_head(tokens, words, tags)

    def _phrase(self, tokens: Sequence[Token], start: int, tags: Mapping[int, str]) -> list[int]:
        """The indices of words that may stand in the noun phrase.

        Ages and designations in it ("two 12-year-old boys", "six T-72 tanks") are passed over, and so is an "and" between two names or two
        adjectives.
        """
        found: list[int] = []
        at = start
        while at < len(tokens) and len(found) < MAX_WORDS:
            token = tokens[at]
            if token.word == "-" and found and _joined(tokens, at):
                at += 1
                continue
            beyond = (
                _age_end(tokens, at) or _designation_end(tokens, at) or (found and found[-1] == at - 1 and _alike_end(tokens, at, tags))
            )
            if beyond:
                at = beyond
                continue
            if (
                token.digits
                or len(token.word) < 2
                or not token.word[0].isalpha()
                or (token.word in self._stop and token.raw not in _ACRONYMS)
            ):
                break
            found.append(at)
            at += 1
        return found

    def _plural_head(self, tokens: Sequence[Token], words: Sequence[int], tags: Mapping[int, str]) -> Head:
        for place, at in enumerate(words):
            sort = self._sort(tokens, at, tags)
            if sort == "stop":
                return Head()
            if sort != "plural":
                continue
            while place + 1 < len(words) and self._goes_on(tokens, words, place, tags):
                place += 1  # noqa: PLW2901 - the outer loop ends here
            return self._head(tokens, words, place)
        return Head()

    def _goes_on(self, tokens: Sequence[Token], words: Sequence[int], place: int, tags: Mapping[int, str]) -> bool:
        """Whether the plural at ``place`` only describes the next one ("police officers", "women soldiers")."""
        here, following = words[place], words[place + 1]
        if following != here + 1 or self._sort(tokens, following, tags) != "plural":
            return False
        word = tokens[here].word
        return word in self._attributive or word.endswith("'") or tags.get(tokens[following].start) in _PLURAL_TAGS

    def _singular_head(self, tokens: Sequence[Token], words: Sequence[int], tags: Mapping[int, str]) -> Head:
        taken: list[int] = []
        for at in words:
            word, tag = tokens[at].word, tags.get(tokens[at].start, "")
            inside = _joined(tokens, at + 1) or (taken and _joined(tokens, at - 1))  # part of "coast-hugging"
            verbal = tag in _STOP_TAGS or (not tag and taken and _looks_finite(word))
            if not inside and (verbal or (taken and _follows_head(word, tag))):
                break
            taken.append(at)
            if word.endswith("'s"):
                break  # "one officer's uniform" counts officers
        while taken and tags.get(tokens[taken[-1]].start, "NN") not in ("NN", "NNP", "NNS", "NNPS", "JJ"):
            taken.pop()
        if not taken or (len(taken) == 1 and tokens[taken[0]].word.endswith(("ly", "ed"))):
            return Head()
        return self._head(tokens, taken, len(taken) - 1)

    def _sort(self, tokens: Sequence[Token], at: int, tags: Mapping[int, str]) -> Sort:
        token = tokens[at]
        tag = tags.get(token.start)
        word = token.word.removesuffix("'")
        if self._nouns.is_listed(word):
            return "plural"
        if tag in _STOP_TAGS and token.raw not in _ACRONYMS:
            return "stop"
        if at + 1 < len(tokens) and tokens[at + 1].word == "-" and _joined(tokens, at + 1):
            return "word"
        if tag is not None and tag not in _PLURAL_TAGS and tag not in ("NNP", "FW", "JJ", "VBZ", "NN"):
            return "word"
        return "plural" if self._nouns.is_plural(word) else "word"

    def _head(self, tokens: Sequence[Token], words: Sequence[int], place: int) -> Head:
        modifiers = frozenset(tokens[at].word for at in words[:place])
        return Head(self.singular(tokens[words[place]].word), modifiers, words[place])


@lru_cache(maxsize=4)
def tags_of(passage: Passage) -> Mapping[int, str]:
    """The tag of each token of a parsed passage by its start; empty where it is not parsed.  Every kind asks for it anew."""
    return {} if passage.doc is None else dict(zip((columns := columns_of(passage.doc)).starts, columns.tags, strict=True))


def _joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether the hyphen at ``at`` touches a word on both sides."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
        and tokens[at + 1].word[0].isalpha()
    )


def _designation_end(tokens: Sequence[Token], at: int) -> int | None:
    """The index behind "T-72" or "MiG-29" that begins at ``at``, None where there is no such name."""
    if not tokens[at].capital or at + 2 >= len(tokens) or tokens[at + 1].word != "-" or not tokens[at + 2].digits:
        return None
    return at + 3 if tokens[at + 2].start == tokens[at].end + 1 else None


def _alike_end(tokens: Sequence[Token], at: int, tags: Mapping[int, str]) -> int | None:
    """The index behind an "and" at ``at`` whose neighbours describe one noun together: both names, or both adjectives by the parse."""
    if tokens[at].word != "and" or at + 1 >= len(tokens):
        return None
    left, right = tokens[at - 1], tokens[at + 1]
    both = left.capital and right.capital and left.raw[1:].islower() and right.raw[1:].islower()
    return at + 1 if both or tags.get(left.start) == tags.get(right.start) == "JJ" else None


def _age_end(tokens: Sequence[Token], at: int) -> int | None:
    """The index behind "12-year-old" or "12-year" that begins at ``at``, None where there is no such word."""
    words = [token.word for token in tokens[at : at + 5]]
    if len(words) < 3 or words[1] != "-" or words[2] not in ("year", "month", "week", "day", "hour"):
        return None
    return at + 5 if words[3:] == ["-", "old"] else at + 3


def _follows_head(word: str, tag: str) -> bool:
    """Whether a word behind a singular noun belongs to it no more ("one man killed", "one man holding")."""
    return tag in ("RB", "VBN", "VBG") or (not tag and word.endswith(("ed", "ly", "ing")))


def _looks_finite(word: str) -> bool:
    """Whether a word without a tag may be a verb in the present tense ("one man dies")."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))
