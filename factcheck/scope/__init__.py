"""How a statement is meant: denied, planned, hedged, asked, conditional, quoted; and the tense of its verb.

The cues are rules (rules/en/scope.yaml).  With a parse a cue counts when it governs the value: when it stands on the path from the value
up to the root of its sentence, or hangs as auxiliary, adverb or negation on a verb of that path.  Without a parse every cue of the
value's clause counts.  After Harkema et al. 2009 (ConText), with the parse in place of word windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.columns import columns_of, touched
from factcheck.model import Cue, Scope
from factcheck.rulebook import CueRule, Rulebook, SpeechRule, WordsRule, shipped_rules
from factcheck.scope.appointments import AppointmentReader
from factcheck.scope.cues import CueWords, index_cues, is_quoted, tokenize
from factcheck.scope.dependency_path import STEPS, DependencyPath, is_verb, steps, token_at, walk
from factcheck.text import flatten

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

Tense = Literal["past", "present", "future"]

_CLAUSE_END = re.compile(r"[.;:!?]|,? (?:but|while|whereas|although|though|when|because|as|who|which|that)(?!\w)|, and(?!\w)")

_KEPT = "factcheck.scope"
_MODAL = "cue.modal"
_PSEUDO = "cue.pseudo"
_ATTEMPT = "verb.attempt"
_GIVEN = "cue.given"
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "my", "our", "your", "'s"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"})


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What was read of one parse by the cues of a rulebook: by offsets the head of what stands there, by the index of a token its path and
    the cues that govern it, by that of a sentence's first token what the sentence may say.
    """

    rulebook: Rulebook
    tokens: dict[tuple[int, int], int | None] = field(default_factory=dict)
    paths: dict[int, DependencyPath] = field(default_factory=dict)
    cues: dict[int, list[Cue]] = field(default_factory=dict)
    sentences: dict[int, _Sentence] = field(default_factory=dict)


class _Sentence(NamedTuple):
    words: Sequence[str]
    blocked: set[int]
    matches: list[tuple[int, CueWords]]
    asks: bool


class ScopeReader:
    """Reads scope and tense with the cues of a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._cues = index_cues(rulebook.of(CueRule))
        lists = rulebook.words()
        self._modals, self._attempts = (frozenset(lists.get(name, ())) for name in (_MODAL, _ATTEMPT))
        self._given = frozenset(tuple(tokenize(words)) for words in lists.get(_GIVEN, ()))
        self._appointments = AppointmentReader(rulebook)
        self._rulebook = rulebook
        pseudo = [tuple(tokenize(word)) for word in lists.get(_PSEUDO, ())]
        self._pseudo: dict[str, list[tuple[str, ...]]] = {}
        for words in pseudo:
            self._pseudo.setdefault(words[0], []).append(words)

    def read(self, doc_or_text: Doc | str, start: int, end: int, *, flat: str | None = None) -> Scope:
        """The scope of the clause around a value; ``said_by`` stays None.

        Args:
            doc_or_text: the parse of a passage, or its bare text.
            start: the value's first code point in it.
            end: the code point after the value.
            flat: the flattened text of the parse where the caller has it; a parse puts its text together anew each time it is asked.
        """
        if isinstance(doc_or_text, str):
            text = flatten(doc_or_text)
            found = self._read_flat(text, start, end)
        else:
            text = flat if flat is not None else flatten(doc_or_text.text)
            found = self._read_parsed(doc_or_text, start, end)
        return _scope(found, quoted=is_quoted(text, start))

    def tense(self, doc: Doc, start: int, end: int) -> Tense | None:
        """The tense of the verb that governs a value; None where no verb governs it.

        "future" for will, plans, bare infinitives and days that are appointed; "present" too where a day lies ahead or has just been.
        """
        token = self._token_at(doc, start, end)
        if token is None:
            return None
        verbs = self._path(doc, token).verbs
        verb: Token | None = doc[verbs[0]] if verbs else None
        if ahead := self._appointments.read(doc, touched(columns_of(doc), start, max(end, start + 1)), verb):
            return ahead
        for _ in range(STEPS):
            if verb is None:
                return None
            tense = self._tense_of(verb)
            if tense == "present" and any(cue.name == "planned" for cue in self._read_parsed(doc, start, end)):
                return "future"
            if tense != "head":
                return tense
            verb = _verb_above(verb)
        return None

    def _tense_of(self, verb: Token) -> Tense | Literal["head"]:
        columns, index = columns_of(verb.doc), verb.i
        helpers = [child for child in columns.children[index] if columns.deps[child] in ("aux", "auxpass") and child < index]
        words = {columns.lowers[child] for child in helpers}
        tags = {columns.tags[child] for child in helpers}
        if "MD" in tags or verb.tag_ == "MD":
            had = "'d" in words and any(_is_had(verb.doc[child]) for child in helpers)
            return "past" if had or (words & {"have", "'ve"} and not words & {"will", "'ll", "would"}) else "future"
        if words & {"has", "have", "had", "'ve"} or verb.tag_ == "VBD" or "VBD" in tags:
            return "past"
        if verb.tag_ in ("VBP", "VBZ") or tags & {"VBP", "VBZ"}:
            return "present"
        if verb.tag_ == "VB" or (verb.tag_ == "VBN" and "to" in words):
            return "future" if verb.tag_ == "VBN" and verb.head.lower_ in ("is", "are") else self._tense_of_infinitive(verb)
        if verb.tag_ == "VBN":  # "the ceremony, foreseen for 30 March," lies next to the day of publication, ahead or back
            return "present" if any(cue.sets == "planned" for cue in self._cues.get(verb.lower_, ())) else "past"
        if verb.dep_ == "conj" or (verb.tag_ == "VBG" and verb.dep_ != "ROOT"):
            return "head"
        return "present"

    def _tense_of_infinitive(self, verb: Token) -> Tense | Literal["head"]:
        if verb.dep_ in ("ROOT", "acl", "relcl"):
            return "future"
        if verb.dep_ not in ("xcomp", "ccomp"):
            return "head"
        planned = any(cue.sets == "planned" for cue in self._cues.get(verb.head.lower_, ()))
        return "future" if planned or self._is_wish(verb) else "head"

    def _read_parsed(self, doc: Doc, start: int, end: int) -> list[Cue]:
        token = self._token_at(doc, start, end)
        if token is None:
            return []
        known = self._known_of(doc)
        cues = known.cues.get(token.i)
        if cues is None:
            cues = known.cues[token.i] = self._cues_at(doc, token)
        return cues

    def _known_of(self, doc: Doc) -> _Known:
        """What is known of a parse, kept with it: mentions and claims are read one after the other, and ask for the same places."""
        known = doc.user_data.get(_KEPT)
        if not isinstance(known, _Known) or known.rulebook is not self._rulebook:
            known = doc.user_data[_KEPT] = _Known(self._rulebook)
        return known

    def _token_at(self, doc: Doc, start: int, end: int) -> Token | None:
        tokens = self._known_of(doc).tokens
        if (start, end) not in tokens:
            token = token_at(doc, start, end)
            tokens[start, end] = token.i if token is not None else None
        index = tokens[start, end]
        return doc[index] if index is not None else None

    def _path(self, doc: Doc, token: Token) -> DependencyPath:
        paths = self._known_of(doc).paths
        path = paths.get(token.i)
        if path is None:
            path = paths[token.i] = walk(token)
        return path

    def _sentence(self, doc: Doc, token: Token) -> tuple[int, _Sentence]:
        sentences, columns, start = self._known_of(doc).sentences, columns_of(doc), token.i
        while start and not columns.opens[start]:
            start -= 1
        told = sentences.get(start)
        if told is None:
            end = next((index for index in range(start + 1, len(columns.opens)) if columns.opens[index]), len(columns.opens))
            words = columns.lowers[start:end]
            asks = any("?" in word for word in words) and doc[start:end].text.rstrip("\"' )").endswith("?")
            given = any(tuple(words[:length]) in self._given for length in (1, 2))
            asks = asks and (not given or "not" in words[:2])
            told = sentences[start] = _Sentence(words, self._blocked(words), list(self._matches(words)), asks)
        return start, told

    def _cues_at(self, doc: Doc, token: Token) -> list[Cue]:
        path = self._path(doc, token)
        first, (words, blocked, matches, asks) = self._sentence(doc, token)
        found: list[tuple[int, Cue]] = []
        taken: set[int] = set()
        for index, cue in matches:
            span = range(index, index + len(cue.tokens))
            anchor = doc[first + index + cue.anchor]
            if blocked.intersection(span) or taken.intersection(span) or not self._governs(anchor, cue, path, token.i):
                continue
            taken.update(span)
            found.append((index, Cue(_sort_of(anchor, cue.sets), doc[first + index : first + index + len(cue.tokens)].text)))
        if not any(cue.name == "planned" for _, cue in found):
            found.extend((verb - first, Cue("planned", f"to {doc[verb].text}")) for verb in path.verbs if self._is_wish(doc[verb]))
        if asks and not any(cue.name == "question" for _, cue in found):
            found.append((len(words), Cue("question", "?")))
        return [cue for _, cue in sorted(found, key=lambda item: item[0])]

    def _is_wish(self, verb: Token) -> bool:
        """An infinitive under a verb that leaves it open ("ordered it to close"), or as the root of a headline ("Banks to close")."""
        if verb.tag_ != "VB" or not any(child.tag_ == "TO" for child in verb.children):
            return False
        if verb.dep_ not in ("ccomp", "xcomp"):
            return verb.dep_ == "ROOT"
        above = verb.head.lower_
        return above in self._attempts and not any(cue.sets == "negated" for cue in self._cues.get(above, ()))

    def _governs(self, anchor: Token, cue: CueWords, path: DependencyPath, value: int) -> bool:
        word = cue.tokens[cue.anchor]
        if anchor.i not in path.zone or (len(cue.tokens) == 1 and word in self._modals and anchor.tag_ != "MD"):
            return False
        if word == "not" and anchor.i > value and _is_contrast(anchor):
            return False
        if word == "?" or (word == "'d" and _is_had(anchor)):
            return False
        if anchor.i not in path.direct:
            return True
        passive = anchor.tag_ == "VBN" and any(child.lower_ in _BE for child in anchor.children)
        return passive and cue.sets in ("planned", "hedged")

    def _read_flat(self, text: str, start: int, end: int) -> list[Cue]:
        left = max((match.end() for match in _CLAUSE_END.finditer(text, 0, start)), default=0)
        right = next((match.start() for match in _CLAUSE_END.finditer(text, end)), len(text))
        sentence_end = re.search(r"[.!?]", text[end:])
        found = self._find_flat(text[left:right])
        if sentence_end and sentence_end[0] == "?":
            found.append(Cue("question", "?"))
        return found

    def _find_flat(self, text: str) -> list[Cue]:
        spelt = tokenize(text)
        words = [word.lower() for word in spelt]
        taken = self._blocked(words)
        found: list[tuple[int, Cue]] = []
        for index, cue in self._matches(words):
            span = range(index, index + len(cue.tokens))
            if taken.intersection(span) or (len(cue.tokens) == 1 and not self._reads_as_modal(spelt, index)):
                continue
            taken.update(span)
            found.append((index, Cue(cue.sets, " ".join(spelt[index : index + len(cue.tokens)]))))
        return [cue for _, cue in sorted(found, key=lambda item: item[0])]

    def _reads_as_modal(self, spelt: Sequence[str], index: int) -> bool:
        """False where a word of the list "cue.modal" is a month, a name or a noun; True for all other words."""
        word = spelt[index]
        if word.lower() not in self._modals:
            return True
        return word.islower() and (index == 0 or spelt[index - 1].lower() not in _ARTICLES)

    def _matches(self, words: Sequence[str]) -> Iterator[tuple[int, CueWords]]:
        """Every cue in a token sequence with its first index, longest first at one place."""
        for index, word in enumerate(words):
            for cue in self._cues.get(word, ()):
                if tuple(words[index : index + len(cue.tokens)]) == cue.tokens:
                    yield index, cue

    def _blocked(self, words: Sequence[str]) -> set[int]:
        blocked: set[int] = set()
        for index, word in enumerate(words):
            for pseudo in self._pseudo.get(word, ()):
                if tuple(words[index : index + len(pseudo)]) == pseudo:
                    blocked.update(range(index, index + len(pseudo)))
        return blocked


def _scope(cues: Sequence[Cue], *, quoted: bool) -> Scope:
    """The flags of the cues; two negations cancel and leave the statement hedged ("did not deny")."""
    names = [cue.name for cue in cues]
    negations = names.count("negated")
    return Scope(
        negated=negations % 2 == 1,
        planned="planned" in names,
        hedged="hedged" in names or (negations > 0 and negations % 2 == 0),
        question="question" in names,
        conditional="conditional" in names,
        quoted=quoted,
        cues=tuple(cues),
    )


def _verb_above(verb: Token) -> Token | None:
    """The verb that a participle or infinitive takes its time from; None for one under a preposition ("after signing")."""
    if verb.head.i == verb.i or verb.dep_ == "pcomp":
        return None
    return next((step for step in steps(verb.head) if is_verb(step)), None)


def _is_had(helper: Token) -> bool:
    """Whether "'d" stands for "had", which parsers often take for "would": "she'd been trapped", not "she'd be trapped"."""
    verb = helper.head
    return helper.lower_ == "'d" and verb.tag_ == "VBN" and not any(child.tag_ == "VB" for child in verb.children)


def _is_contrast(word: Token) -> bool:
    """Whether a "not" takes another answer back, after what is said: "took 14 objects, not the nine first reported"."""
    return word.i > 0 and word.doc[word.i - 1].text in (",", "-", "–", "—", "(")


def _sort_of(anchor: Token, sets: str) -> str:
    """What a cue sets where it stands: "if" after a verb of asking is a question."""
    if anchor.lower_ == "if" and anchor.dep_ == "mark" and anchor.head.dep_ == "ccomp":
        return "question"
    return sets


def prove_cue(rule: CueRule, rulebook: Rulebook | None = None) -> list[str]:
    """What the rule's examples show wrong in the flat reading, one line each; empty when all hold.

    The lists "cue.modal" and "cue.pseudo" are those of ``rulebook``, by default the shipped ones.
    """
    lists = tuple((rulebook or shipped_rules()).of(WordsRule))
    reader = ScopeReader(Rulebook((rule, *lists)))
    faults = [f"not set by the example: {text}" for text in rule.examples if not reader._find_flat(flatten(text))]
    return faults + [f"set by the counter-example: {text}" for text in rule.counter_examples if reader._find_flat(flatten(text))]


def prove_speech(rule: SpeechRule) -> list[str]:
    """Every example of the rule in which none of its words occurs, one line each; empty when all hold."""
    listed = {tuple(tokenize(word.lower())) for word in rule.words}
    faults = []
    for text in rule.examples:
        words = tokenize(flatten(text).lower())
        if not any(tuple(words[at : at + len(entry)]) == entry for entry in listed for at in range(len(words))):
            faults.append(f"no word of the rule in the example: {text}")
    return faults
