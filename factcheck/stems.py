"""One key for all forms of a verb that no class of events lists."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from factcheck.events import irregular_verbs
from factcheck.rulebook import shipped_rules

_VOWELS = frozenset("aeiouy")
_DOUBLED = frozenset("bdgmnprt")


@lru_cache(maxsize=1)
def _bases() -> Mapping[str, str]:
    """Irregular forms to the base form."""
    listed = irregular_verbs(shipped_rules())
    return {form: base for base, forms in listed.items() for form in forms}


@lru_cache(maxsize=1)
def _base_forms() -> frozenset[str]:
    return frozenset(_bases().values())


@lru_cache(maxsize=1 << 13)
def verb_stem(form: str) -> str:
    """A key that the regular forms of a verb share, and its irregular ones where they are listed: "carried", "carries", "carry";
    "brought", "brings".

    Made for comparing, not for reading: the key of "hope" is "hop".
    """
    word = _bases().get(form, form)
    if word in _base_forms() or word.endswith("eed"):
        return word
    for ending, put in (("ies", "y"), ("ied", "y"), ("ying", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and any(char in _VOWELS for char in word[: -len(ending)]) and not word.endswith("ss"):
            word = word[: -len(ending)] + put
            break
    for whole in (word + "e", word.removesuffix("y") + "ie"):
        if word != form and whole in _base_forms():
            return whole  # "comes", "taking", "lying"
    if len(word) > 2 and word[-1] == word[-2] and word[-1] in _DOUBLED:
        word = word[:-1]
    return word.removesuffix("e") or form
