"""Reads whole names as tables and indexes have them ("Petrov, A. I.", "Charles V"), for the tasks whose data are such names.

Names in running text are read by ``factcheck.mentions.name``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.mentions.name_words import name_lexicon_of
from factcheck.rulebook import Rulebook, TitleRule
from factcheck.text import fold
from factcheck.values import NameValue

_ROMAN = re.compile(r"(?=I|[XV][XVI])X{0,2}(?:IX|IV|V?I{0,3})")
"""A number of a pope or king; V and X alone are initials as often, but for a V behind one given name."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,4}")
_HUSBANDS = frozenset({"frau", "madame", "mme", "mrs", "senora", "signora"})
"""Forms of address behind which a full name with a man's given name is the husband's; who she is herself it does not tell."""
_OF_WOMEN_TOO = frozenset(
    "alex alexis allison andrea ashley beverley billie bobbie cameron carol casey charlie chris claude courtney dale daniele "
    "darcy dominique evelyn frankie gabriele gale hilary jackie jamie jan jean jo joan jordan kay kelly kerry kim laurence "
    "laurie lee leslie lindsay lynn marion max maxime mel meredith michele morgan nicky nicola nikita pat robin sam sasha "
    "shannon sidney simone stacy taylor terry toni tracy vivian yael".split()
)
"""Given names that the lists have as men's and that many women bear, so that "Mrs." before one tells nothing."""


class FullNameReader:
    """Reads whole names with the lexicon of a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.words()
        self._lexicon = name_lexicon_of(rulebook)
        self._titles = {
            fold(word).rstrip(".") for rule in rulebook.of(TitleRule) if rule.sort in ("address", "rank") for word in rule.words
        }
        men = {fold(word) for name in ("name.given", "name.given-further") for word, sex in words[name].items() if sex == "m"}
        self._men = men - _OF_WOMEN_TOO

    def read(self, text: str) -> NameValue | None:
        """The parts of a whole name: titles before it left out, the surname first where a comma says so.

        None if nothing but titles, suffixes or initials is there, or where a wife goes by her husband's name ("Mrs. John Harper").  A Roman
        number at the end is a mark of generation, and initials at the end follow the surname ("Petrov A. I.").
        """
        lexicon = self._lexicon
        family, comma, given = text.partition(",")
        words = text.replace(",", " ").split()
        if comma and given.strip() and fold(given).strip().rstrip(".") not in lexicon.generations:
            words = [*given.replace(",", " ").split(), *family.split()]
        wife = False
        while len(words) > 2 and fold(words[0]).rstrip(".") in self._titles:
            wife |= fold(words.pop(0)).rstrip(".") in _HUSBANDS
        if wife and len(words) > 1 and fold(words[0]) in self._men:
            return None
        fifth = len(words) == 2 and words[1] == "V" and fold(words[0]) in lexicon.known_given
        if len(words) > 1 and (fifth or _ROMAN.fullmatch(words[-1])):
            return self._marked(words)
        initials = next((index for index, word in enumerate(words) if _INITIALS.fullmatch(word)), 0)
        if initials and all(_INITIALS.fullmatch(word) for word in words[initials:]):
            words = [*words[initials:], *words[:initials]]
        return lexicon.read_name(words)

    def _marked(self, words: Sequence[str]) -> NameValue | None:
        """The parts of a name with a mark of generation at its end, as popes and kings have it ("John Paul I")."""
        value = self._lexicon.read_name(words[:-1])
        return replace(value, suffix=words[-1]) if value and not value.suffix else value
