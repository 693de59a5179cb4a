"""How sure two names without context mean one person, and the proof of the folding rules.

``Folder`` (of ``factcheck.mentions.name_matches``) says how two names agree; ``same_person`` weighs it.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.mentions.likeness import SAME, same_person
from factcheck.mentions.name_matches import Folder, Match, NameMatch
from factcheck.rulebook import FoldingRule, Rulebook, WordsRule, shipped_rules
from factcheck.text import fold

__all__ = ["SAME", "Folder", "Match", "NameMatch", "folder_of", "prove_folding", "same_person"]


def prove_folding(rule: FoldingRule) -> list[str]:
    """What the rule's examples and counter-examples show to be wrong, one message each; empty when the rule proves itself.

    Each is a pair "left = right".  The rule and the shipped word lists must explain an example without any slip, and must
    not explain a counter-example.
    """
    folder = Folder(Rulebook((rule, *shipped_rules().of(WordsRule))))
    languages = frozenset({rule.language}) if rule.language else frozenset()
    faults = []
    for wanted, pairs in ((True, rule.examples), (False, rule.counter_examples)):
        for pair in pairs:
            left, equals, right = pair.partition(" = ")
            if not equals:
                faults.append(f"{rule.id}: not a pair 'left = right': {pair!r}")
                continue
            matches = [
                folder.difference(mine, theirs, languages) for mine, theirs in zip(fold(left).split(), fold(right).split(), strict=False)
            ]
            folds = len(fold(left).split()) == len(fold(right).split()) and all(item and not item.slips for item in matches)
            used = any(item and item.habits for item in matches)
            if wanted and not (folds and used):
                faults.append(f"{rule.id}: does not explain {pair!r}")
            elif not wanted and folds:
                faults.append(f"{rule.id}: makes one of two different names: {pair!r}")
    return faults


@lru_cache(maxsize=4)
def folder_of(rulebook: Rulebook) -> Folder:
    """The folding rules of a rulebook, ready to compare and made once."""
    return Folder(rulebook)
