"""Announced acts: who says that somebody will do something, and who says that he will not, or has announced no such thing.

Found in two shapes, both below a verb of speech with a named speaker:

    announced   "Adeyemi said that the union will strike"              somebody announced an act: yes
                "Bello insisted that Adeyemi had not announced a strike"   ... no
                "Bello denied that Adeyemi had called a strike"        ... no

Only acts of a class in rules/events count; whose act it is and who speaks is read off later (claims).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.columns import columns_of
from factcheck.documents import Passage
from factcheck.events import lexicon_of
from factcheck.mentions import Context, Found
from factcheck.rulebook import Rulebook, SpeechRule
from factcheck.text import Span
from factcheck.values import PolarityValue

if TYPE_CHECKING:
    from factcheck.parses import Token

_FUTURE = frozenset({"will", "'ll", "shall", "wo", "would"})
_NEGATION = frozenset({"not", "n't", "never", "no"})
_REACH = 60
"""Longest span, in code points, that the words of an announcement may cover; scorers and readers want the words, not the sentence."""


@dataclass(frozen=True, slots=True)
class Statement:
    """An act said to be announced or not; all fields are token indices in the passage's parse.

    ``speech``: the verb of speech above; ``announcing``: the verb whose subject announces (the same as ``speech`` when told directly);
    ``act``: the verb or noun that names the act.
    """

    speech: int
    announcing: int
    act: int
    holds: bool


class PolarityFinder:
    """Finds announced acts in parsed passages; passages without a parse have none."""

    kind = "polarity"

    def __init__(self, rulebook: Rulebook) -> None:
        self._events = lexicon_of(rulebook)
        self._stances = {word.lower(): (rule.stance, rule.id) for rule in rulebook.of(SpeechRule) for word in rule.words}

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps."""
        if passage.doc is None:
            return []
        found: list[Found] = []
        columns = columns_of(passage.doc)
        for index, word in enumerate(columns.lowers):
            stance, rule = self._stances.get(word, ("", ""))
            if stance not in ("asserts", "denies") or not columns.tags[index].startswith("VB"):
                continue
            statement = self._statement(passage.doc[index], denied=stance == "denies")
            if statement is None:
                continue
            span = _span(passage, statement)
            if all(not span.overlaps(other.span) for other in found):
                found.append(Found(self.kind, span, rule, statement))
        return found

    def resolve(self, found: Found, context: Context) -> PolarityValue | None:
        """Yes or no; the act is named in full by the claim.  None where the reading is not one of statements."""
        if not isinstance(found.reading, Statement):
            return None
        return PolarityValue("", found.reading.holds)

    def _statement(self, speech: Token, *, denied: bool) -> Statement | None:
        if not any(child.dep_ == "nsubj" for child in speech.children) or _negated(speech) or _is_question(speech):
            return None
        clause = _clause(speech)
        if clause is None:
            return None
        if self._announces(clause):
            act = self._object_act(clause)
            if act is not None and any(child.dep_ == "nsubj" for child in clause.children):
                holds = not _negated(clause)
                return Statement(speech.i, clause.i, act.i, holds != denied)
            return None
        if self._act(clause) and any(child.dep_ == "aux" and child.lower_ in _FUTURE for child in clause.children):
            return Statement(speech.i, speech.i, clause.i, _negated(clause) == denied)
        return None

    def _announces(self, verb: Token) -> bool:
        rule = self._events.verb(verb.lower_)
        return rule is not None and rule.phase == "announce"

    def _act(self, token: Token) -> bool:
        rule = self._events.noun(token.lower_) if token.tag_.startswith("NN") else self._events.verb(token.lower_)
        return rule is not None and rule.phase == "act"

    def _object_act(self, verb: Token) -> Token | None:
        for child in verb.children:
            if child.dep_ in ("dobj", "ccomp", "xcomp") and self._act(child):
                return child
        return None


def _clause(speech: Token) -> Token | None:
    """The clause that is said: the complement after the verb, or (where the parser hangs it on a noun between) a that-clause after it."""
    for child in speech.children:
        if child.dep_ == "ccomp" and child.i > speech.i:
            return child
    sentence_end = speech.sent.end
    for token in speech.doc[speech.i + 1 : min(sentence_end, speech.i + 20)]:
        is_clause = token.dep_ in ("relcl", "acl", "ccomp") and speech in token.ancestors
        if is_clause and any(child.lower_ == "that" and child.dep_ in ("mark", "nsubj", "dobj") for child in token.children):
            return token
    return None


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ in _NEGATION for child in verb.children)


def _is_question(verb: Token) -> bool:
    """ "Asked whether ..., he said": the question's clause is nobody's statement."""
    return any(child.dep_ == "mark" and child.lower_ in ("whether", "if") for child in verb.children)


def _span(passage: Passage, statement: Statement) -> Span:
    """From the first auxiliary (or the verb) of the deciding clause to the act."""
    assert passage.doc is not None
    verb = passage.doc[statement.act if statement.announcing == statement.speech else statement.announcing]
    act = passage.doc[statement.act]
    start = min([child.idx for child in verb.children if child.dep_ in ("aux", "neg") and child.i < verb.i] + [verb.idx])
    end = max(verb.idx + len(verb), act.idx + len(act))
    return Span(start, end) if end - start <= _REACH else Span(start, verb.idx + len(verb))
