"""How sure two names without context mean one person."""

from __future__ import annotations

from factcheck.mentions.name_matches import Folder, Match
from factcheck.text import fold
from factcheck.values import NameValue


def same_person(left: NameValue, right: NameValue, folder: Folder) -> float:
    """How sure two names without context mean one person, in [0, 1]; 0.5 and more means "same".  Symmetric; 1.0 for equal names.

    Bare surnames that are spelt alike score 0.6: without context that is a likelihood, not a proof.
    """
    if left.folded == right.folded or folder.is_alias(left, right):
        return 1.0
    match = folder.match(left, right)
    if match.swapped:
        return 0.9
    first, second = (fold(value.given[0]) if value.given else "" for value in (left, right))
    if match.given is Match.APART and match.family in (Match.EQUAL, Match.ALIAS, Match.FOLDED) and first != second:
        return 0.6 if _is_other_form(first, second, match.family, folder) else 0.0
    if match.worst is Match.APART:
        return 0.0
    score = _FAMILY_SCORE[match.family] * _GIVEN_SCORE[match.given]
    if not left.given or not right.given:
        doubtful = match.at_end or match.family is Match.SLIPS
        return min(score, 0.6) if match.family <= Match.FOLDED else min(score, 0.4 if doubtful else 0.55)
    long = min(len(left.family), len(right.family)) >= _LONG
    sure = match.given in (Match.EQUAL, Match.ALIAS, Match.FOLDED) or (long and match.given is Match.SHORT and first == second)
    if match.family >= Match.SLIP and (not sure or match.at_end):
        return min(score, 0.45)
    return score


def _is_other_form(first: str, second: str, family: Match, folder: Folder) -> bool:
    """Whether two folded given names that do not match may yet be one beside surnames that do: short, foreign, or mistyped."""
    if family is not Match.FOLDED and (folder.forms.is_short_form(first, second) or folder.forms.is_known_abroad(first, second)):
        return True
    difference = folder.difference(first, second)
    slip = difference is not None and difference.slips <= 1 and min(len(first), len(second)) >= 5
    return slip and not folder.forms.are_known(first, second)


_FAMILY_SCORE = {Match.EQUAL: 1.0, Match.SHORT: 0.8, Match.ALIAS: 0.95, Match.FOLDED: 0.9, Match.SLIP: 0.75, Match.SLIPS: 0.55}
_GIVEN_SCORE = {Match.EQUAL: 1.0, Match.SHORT: 0.9, Match.ALIAS: 0.95, Match.FOLDED: 0.9, Match.SLIP: 0.8, Match.SLIPS: 0.6}



_LONG = 7
