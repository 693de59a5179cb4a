"""One organisation under two names that differ in a word ("Space Bureau", "Space Board").

Organisations are never identified by likeness.  Two names are laid to one body only by this ladder; the first rung that holds decides:

1. both are listed in rules/world/, or the words differ as plurals, varieties of English or offices of persons do: silent
2. an article that has the one has the other too, even in part: two bodies, silent
3. the articles do not tell one story: silent
4. the same person heads both, and they share a word: one body
5. the two words have one stem and the rest, with a word that few bodies share, agrees: one body
6. the two words are nouns of one class ("bureau", "board") and two other words agree, or they are trades of firms ("mining", "minerals")
   and a word that few bodies share agrees: one body; unless the field is one in which there are many bodies ("human rights")

Spellings of one word are found by ``factcheck.conflicts.place`` as for all names.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.conflicts.forms import Form, Variation
from factcheck.conflicts.place import Bearers, NamingFinding, NamingProof, build_naming, group_names
from factcheck.rulebook import Rulebook
from factcheck.topics.strength import SOUND, STRONG, VERY_STRONG

STEM = 4
"""First letters that two words of one stem share ("Packaging", "Packers")."""


def find_names(bearers: Bearers, rulebook: Rulebook) -> list[NamingFinding]:
    """Every organisation that goes by names which differ in one word; one finding per body, in order of names."""
    nouns = rulebook.words().text("organisation.noun")
    proofs: dict[tuple[str, str], NamingProof] = {}
    known = {form.folded: form for form in bearers.forms.forms}
    for left, right, variation in bearers.varying.replaced(bearers.forms.forms, bearers.stories.related):
        proof = _prove(left, right, variation, bearers, nouns)
        if proof is not None:
            proofs[left.folded, right.folded] = proof
    return [build_naming([known[name] for name in group], proofs, bearers, kind="organisation") for group in group_names(proofs)]


def _prove(left: Form, right: Form, variation: Variation, bearers: Bearers, nouns: Mapping[str, str]) -> NamingProof | None:
    if not any(claim.kind == "organisation" for form in (left, right) for claim in form.claims):
        return None
    if not _reason(left, right, variation, bearers, nouns)[0]:
        return None  # with fewer uses there are no more reasons
    pairs = [pair for pair in bearers.pairs(left, right) if pair[0] != pair[1]]
    left, right = bearers.around(left, right, pairs)
    if not pairs or (bearers.is_listed(left) and bearers.is_listed(right)):
        return None
    reason, strength = _reason(left, right, variation, bearers, nouns)
    if not reason or any(bearers.is_office(word) for word in (variation.left, variation.right)):
        return None
    if bearers.are_two(left, right) or _has_both(left, right, variation, bearers):
        return None
    reasons = (f"{left.spelling} and {right.spelling}: the names differ in one word", reason, bearers.story_line(*pairs[0]))
    return NamingProof("another-word", reasons, strength)


def _has_both(left: Form, right: Form, variation: Variation, bearers: Bearers) -> bool:
    """Whether an article of the one has the other's own word anywhere: it may tell of both bodies."""
    return any(bearers.forms.has_name(right, variation.right, article) for article in left.uses) or any(
        bearers.forms.has_name(left, variation.left, article) for article in right.uses
    )


def _reason(left: Form, right: Form, variation: Variation, bearers: Bearers, nouns: Mapping[str, str]) -> tuple[str, float]:
    heads = sorted(bearers.heads(left) & bearers.heads(right))
    if heads:
        return f"the same person heads both: {heads[0].title()}", VERY_STRONG
    rest = " ".join(variation.shared)
    rare = bearers.is_rare(variation.shared)
    stem = variation.left[:STEM] == variation.right[:STEM] and min(len(variation.left), len(variation.right)) > STEM
    if stem and rare:
        return f"the rest of the name agrees: {rest.title()}", STRONG
    sort, other = nouns.get(variation.left), nouns.get(variation.right)
    crowded = any(word in bearers.crowded for word in variation.shared)
    if sort != other or crowded or sort not in ("authority", "society", "trade"):
        return "", 0.0
    if rare if sort == "trade" else len(variation.shared) > 1:
        return f'"{variation.left}" and "{variation.right}" are taken for each other, and the rest agrees: {rest.title()}', SOUND
    return "", 0.0
