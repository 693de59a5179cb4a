"""The nouns for a person that the rules know, and the words behind an age that are no nouns."""

from __future__ import annotations

from factcheck.events import irregular_verbs
from factcheck.rulebook import Rulebook, TitleRule
from factcheck.text import fold


def persons_by_noun(rulebook: Rulebook) -> dict[str, str]:
    """Every noun for a person, folded, in the singular, with its class; those of the title rules are of class "person"."""
    words = rulebook.words()
    lists = (words["age.person-also"], words["age.person"])
    listed = {fold(word): str(value) for told in lists for word, value in told.items()}
    titles = {fold(word): "person" for rule in rulebook.of(TitleRule) if rule.sort != "address" for word in rule.words}
    parts = words["age.no-person"]
    single = {last: sort for word, sort in titles.items() if (last := word.split()[-1]) not in parts}
    return {**single, **listed}


def person_nouns(rulebook: Rulebook) -> frozenset[str]:
    """Every noun for a person that the rules know, folded, in the singular; empty where they have no list "age.person"."""
    return frozenset(persons_by_noun(rulebook))


def past_forms(rulebook: Rulebook) -> frozenset[str]:
    """The irregular past forms of verbs, which behind "the 26-year-old" are no nouns ("the 26-year-old cost")."""
    return frozenset(form for forms in irregular_verbs(rulebook).values() for form in forms)
