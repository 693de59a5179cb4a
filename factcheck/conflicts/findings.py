"""Findings with their ids: each question once, worst first."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from factcheck.model import Claim, Conflict, Level, Side, Topic, Verdict
from factcheck.text import Span
from factcheck.values.money import PLURALS


def make_conflict(
    *,
    code: str,
    kind: str,
    verdict: Verdict,
    level: Level,
    confidence: float,
    topic: Topic,
    slot: str,
    message: str,
    explanation: tuple[str, ...],
    sides: tuple[Side, ...],
) -> Conflict:
    """The conflict with its ids: the id hashes the question, what it is about and the answers, the fingerprint every claim behind them."""
    return Conflict(
        id=_id_of("\x1f".join((code, slot, topic.id, *_answers(kind, sides)))),
        fingerprint=_fingerprint(sides),
        code=code,
        kind=kind,
        verdict=verdict,
        severity=level,
        confidence=confidence,
        topic=topic,
        slot=slot,
        message=message,
        explanation=explanation,
        sides=sides,
    )


def articles_of(conflict: Conflict) -> frozenset[str]:
    """The ids of all articles that stand in a conflict."""
    return frozenset(claim.anchor.article for side in conflict.sides for claim in side.claims)


class Findings:
    """The conflicts found so far, in the order in which they came, without those that repeat an earlier one."""

    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []
        self._holders: dict[tuple[object, ...], set[int]] = {}
        self._asked: dict[tuple[object, ...], int] = {}
        self._words: dict[tuple[str, str], list[tuple[Span, int, int]]] = {}

    def add(self, conflict: Conflict) -> None:
        """Keep a finding, unless an earlier one of its code asks the same, or one of another code sets the same words against each other.

        An earlier one that already sets two of its sides against each other leaves it out; one that gives the same answers about the
        same, and one of them in the same words of an article, takes its claims in.  Two codes may read the same words: "two miles north".
        """
        if self._sets_words_apart(conflict):
            return
        sides = [{index for claim in side.claims for index in self._holders.get(_place(conflict, claim), ())} for side in conflict.sides]
        if any(one & other for one, other in combinations(sides, 2)):
            return
        places = [_question(conflict, claim) for side in conflict.sides for claim in side.claims]
        at = min((self._asked[place] for place in places if place in self._asked), default=None)
        if at is None:
            at = len(self.conflicts)
            self.conflicts.append(conflict)
        else:
            self.conflicts[at] = _joined(self.conflicts[at], conflict)
        for number, side in enumerate(conflict.sides):
            for claim in side.claims:
                self._holders.setdefault(_place(conflict, claim), set()).add(at)
                self._words.setdefault((claim.anchor.article, claim.anchor.field), []).append((claim.anchor.span, at, number))
        for place in places:
            self._asked.setdefault(place, at)

    def _sets_words_apart(self, conflict: Conflict) -> bool:
        """Whether a finding of another code has two sides of which each shares words with one of two sides of this one."""
        met: list[set[tuple[int, int]]] = [set() for _ in conflict.sides]
        for found, side in zip(met, conflict.sides, strict=True):
            for anchor in (claim.anchor for claim in side.claims):
                for span, at, number in self._words.get((anchor.article, anchor.field), ()):
                    if span.start < anchor.span.end and anchor.span.start < span.end and self.conflicts[at].code != conflict.code:
                        found.add((at, number))
        return any(at == known and number != side for one, two in combinations(met, 2) for at, number in one for known, side in two)


def _place(conflict: Conflict, claim: Claim) -> tuple[object, ...]:
    """The place of a claim under a code: a value may answer two questions, by the class of an event and by the word for it.

    Yes and no are told by a sentence, of which several questions may ask.
    """
    if conflict.kind == "polarity":
        return conflict.code, claim.anchor.article, claim.anchor.field, claim.anchor.quote_start
    return conflict.code, claim.anchor.article, claim.anchor.field, claim.anchor.span


def _question(conflict: Conflict, claim: Claim) -> tuple[object, ...]:
    """What two findings of one question have in common, with the place of a claim."""
    answers = frozenset(side.text for side in conflict.sides)
    return conflict.code, conflict.verdict, conflict.topic.id, answers, claim.anchor.article, claim.anchor.span


def _joined(known: Conflict, new: Conflict) -> Conflict:
    """The earlier finding with the claims of the later one on its sides; its id does not depend on them and stays."""
    more = {side.text: side.claims for side in new.sides}
    sides = tuple(replace(side, claims=_united(side.claims, more.get(side.text, ()))) for side in known.sides)
    return replace(known, sides=sides, fingerprint=_fingerprint(sides))


def _united(claims: Sequence[Claim], more: Sequence[Claim]) -> tuple[Claim, ...]:
    own = {(claim.anchor.article, claim.anchor.span) for claim in claims}
    both = [*claims, *(claim for claim in more if (claim.anchor.article, claim.anchor.span) not in own)]
    return tuple(sorted(both, key=lambda claim: (claim.anchor.article, claim.anchor.span)))


def arrange(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Conflicts of one corpus, found in one run or in several, worst first and each with the id that one run over all gives it."""
    return tuple(sorted(_separate(list(conflicts)), key=lambda conflict: (_rank(conflict), conflict.topic.id, conflict.id)))


def _separate(conflicts: Sequence[Conflict]) -> Iterator[Conflict]:
    """Give conflicts that share an id (the same answers to the same question about the same) ids of their own, by claims."""
    by_id: dict[str, list[Conflict]] = {}
    for conflict in conflicts:
        known = _id_of("\x1f".join((conflict.code, conflict.slot, conflict.topic.id, *_answers(conflict.kind, conflict.sides))))
        by_id.setdefault(known, []).append(conflict)
    for known, same in by_id.items():
        for conflict in same:
            own = known if len(same) == 1 else _id_of(f"{known}\x1f{conflict.fingerprint}")
            yield conflict if conflict.id == own else replace(conflict, id=own)


def _answers(kind: str, sides: Iterable[Side]) -> Iterator[str]:
    """The answers as an id knows them: a currency in its regular plural, however a report writes it, so that ids outlast better words."""
    for side in sides:
        before, blank, unit = side.text.rpartition(" ")
        yield f"{before}{blank}{_REGULAR[unit]}" if kind == "money" and unit in _REGULAR else side.text


_REGULAR = {many: f"{one}s" for one, many in PLURALS.items()}


def _fingerprint(sides: Sequence[Side]) -> str:
    content = "\x1f".join(sorted(claim.id for side in sides for claim in side.claims))
    return hashlib.sha256(content.encode()).hexdigest()[:32]


def _id_of(content: str) -> str:
    return "FC-" + hashlib.sha256(content.encode()).hexdigest()[:10]


def _rank(conflict: Conflict) -> tuple[int, int, float]:
    verdict = ("conflict", "disputed", "update").index(conflict.verdict)
    return verdict, ("high", "medium", "low").index(conflict.severity), -conflict.confidence
