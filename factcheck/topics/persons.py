"""Whether the persons of two articles are one, by their names and the story the articles share.

Spelling may vary as far as romanisation or a slip explains it; different given names, generation marks, and families never merge.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.mentions.spelling import SAME, Folder, Match
from factcheck.mentions.spelling import same_person as likeness
from factcheck.model import CHILD_AGE, Claim
from factcheck.text import fold
from factcheck.topics.participants import persons_of, with_participants
from factcheck.topics.sounds import FIRST, INSIDE
from factcheck.topics.stories import Stories
from factcheck.topics.strength import CERTAIN, FIRM, STRONG
from factcheck.values import NameValue

FULL, VARIANT, SURNAME = "full name", "name in two spellings", "surname"


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Two ids mean one person: ``how`` says by what, ``strength`` in (0, 1] how sure that is."""

    how: str
    strength: float


def owner_of(claim: Claim) -> str | None:
    """The id of the one person whom a claim is about; None where it is about nobody named or several."""
    persons = [name for name in claim.frame.agents if name.startswith("person:")]
    return persons[0] if len(persons) == 1 else None


@lru_cache(maxsize=4096)  # the claims of a story name the same people
def name_of(person: str, folder: Folder) -> NameValue:
    """The folded name behind an id, in its parts: particles belong to the family name, generation marks to neither."""
    words = person.removeprefix("person:").split()
    suffix = words.pop() if len(words) > 1 and words[-1].rstrip(".") in folder.generations else ""
    start = len(words) - 1
    while start > 1 and words[start - 1] in folder.particles:
        start -= 1
    return NameValue(" ".join(words[start:]), tuple(words[:start]), suffix)


def same_person(left: Claim, right: Claim, folder: Folder, stories: Stories, common: Collection[str]) -> SamePerson | None:
    """The proof that the owners of two claims are one person; None where it is not proven.

    Across articles they must tell the same story, or name a rare full name alike within days; a bare surname is enough only in one story,
    and only for a surname spelt alike.

    Args:
        left: a claim about one named person.
        right: another one.
        folder: of the run.
        stories: of the run.
        common: folded surnames that many people bear, so that a full name with one of them tells of no one person.
    """
    mine, theirs = owner_of(left), owner_of(right)
    if mine is None or theirs is None:
        return None
    articles = (left.anchor.article, right.anchor.article)
    if articles[0] == articles[1]:
        return SamePerson(FULL, CERTAIN) if mine == theirs else None
    in_one_story = stories.same(*articles)
    if not in_one_story and mine != theirs:
        return None
    one, other = name_of(mine, folder), name_of(theirs, folder)
    if not in_one_story:
        rare = bool(one.given) and one.family not in common
        return SamePerson(FULL, FIRM) if rare and stories.near(*articles) else None
    if fold(one.suffix) != fold(other.suffix) and one.suffix and other.suffix:
        return None
    if not one.given or not other.given:
        alike = folder.match_family(one.family, other.family) is Match.EQUAL
        return SamePerson(SURNAME, FIRM) if alike else None
    match = folder.match(one, other)
    if match.worst <= Match.ALIAS and (match.family <= Match.SHORT):
        return SamePerson(FULL, CERTAIN)
    return SamePerson(VARIANT, STRONG) if _is_variant(one, other, folder) else None


def _is_variant(one: NameValue, other: NameValue, folder: Folder) -> bool:
    match = folder.match(one, other)
    near = match.worst in (Match.FOLDED, Match.SLIP) and not match.at_end and Match.EQUAL in (match.given, match.family)
    return near or likeness(one, other, folder) >= SAME


def of_one_family(left: Claim, right: Claim, folder: Folder) -> bool:
    """Whether both claims name persons of one family name in one part, and of no two of them the given names may be one."""
    for mine, theirs in ((left.frame.agents, right.frame.agents), (left.frame.targets, right.frame.targets)):
        names = [[name_of(name, folder) for name in ids if name.startswith("person:")] for ids in (mine, theirs)]
        matches = [folder.match(one, other) for one in names[0] for other in names[1]]
        kin = [match for match in matches if match.family is Match.EQUAL]
        if kin and all(match.given is Match.APART for match in kin):
            return True
    return False


def respelt(left: Claim, right: Claim, folder: Folder, stories: Stories) -> Claim:
    """The right claim with the ids of persons whom the left one spells otherwise made those of the left one.

    Only where both articles tell one story, both give a full name, and one name alone fits.
    """
    mine = persons_of(left, "agents", "targets")
    theirs = persons_of(right, "agents", "targets") if mine else mine
    if not theirs or mine & theirs or not stories.same(left.anchor.article, right.anchor.article):
        return right
    known: dict[str, str] = {}
    for name in sorted(theirs):
        other = name_of(name, folder)
        fitting = [person for person in sorted(mine) if _spelt_otherwise(name_of(person, folder), other, folder)]
        if len(fitting) == 1:
            known[name] = fitting[0]
    if not known:
        return right
    agents, targets = (frozenset(known.get(name, name) for name in ids) for ids in (right.frame.agents, right.frame.targets))
    return with_participants(right, agents, targets)


@lru_cache(maxsize=4096)
def _spelt_otherwise(one: NameValue, other: NameValue, folder: Folder) -> bool:
    if not one.given or not other.given or (one.suffix and other.suffix and fold(one.suffix) != fold(other.suffix)):
        return False
    return _is_variant(one, other, folder)


def without_namesakes(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those by a bare surname that people of two given names bear; claims about nobody named stay."""
    given: dict[str, set[str]] = {}
    for claim in claims:
        words = _words(claim)
        if len(words) > 1:
            given.setdefault(words[-1], set()).add(words[0][:1])
    return [claim for claim in claims if len(words := _words(claim)) != 1 or len(given.get(words[0], ())) < 2]


def _words(claim: Claim) -> list[str]:
    """The words of the owner's name without a generation mark, empty where the claim has none."""
    words = (owner_of(claim) or "").removeprefix("person:").split()
    return words[:-1] if len(words) > 2 and words[-1].rstrip(".") in _GENERATIONS else words


_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def subject_of(left: Claim, right: Claim, label: Callable[[str], str]) -> tuple[frozenset[str], str, str]:
    """(ids, words for the message, words for the topic) of what two claims about a person are about; nobody named gives what happened."""
    persons = [person for claim in (left, right) if (person := owner_of(claim))]
    word = left.kind if left.slot.partition(".")[0] == left.kind else left.slot.partition(".")[0]
    if not persons and left.frame.predicate == "body":
        return left.frame.agents, f"{word} of {label(min(left.frame.agents))}", word
    if not persons and left.frame.predicate == "given":
        return frozenset(), f"{word} of {(left.frame.thing or '').capitalize()}", f"{word} of {(left.frame.thing or '').capitalize()}"
    if not persons:
        child = left.frame.thing if left.frame.thing == right.frame.thing else None
        act = (child or "child") if left.frame.role == CHILD_AGE else (left.frame.role or "").replace("-", " ")
        return frozenset(), f"{word} of the {act}", f"{word} of the {act}"
    longest = max(persons, key=lambda name: (len(name), name))
    return frozenset({longest}), f"{word} of {label(longest)}", word


def block_of(person: str, folder: Folder) -> str:
    """The key of the block in which a person's claims meet: the sound the surname begins with and the set of its other consonants.

    Spellings that are one by habit, by a swap, by a double letter or by a slip of a vowel meet; slips of consonants do if they sound alike.
    """
    family = name_of(person, folder).family.replace(" ", "")
    sounds = {INSIDE.get(letter, letter) for letter in family[1:]}
    return f"{FIRST.get(family[0], family[0])}{''.join(sorted(sounds - {'a'}))}"
