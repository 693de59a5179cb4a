"""The entities of parses, as spaCy's recogniser finds them, decided for all tokens of a batch at once.

spaCy takes passages through token by token, asks at each whether any of 74 moves is allowed, and takes the interpreter's lock for asking:
more than half of its recogniser's time.  The moves begin an entity (B), go on inside it (I), end it (L), make one of one token (U), or
pass a token that is in none (O).  Outside entities the scores of moves depend on the token alone, inside on where the entity began.  So the
moves of all tokens are chosen as if none stood inside an entity, and every entity that begins so is followed to its end; then those
that begin within another are left out.

The model is described in spaCy's ``TransitionBasedParser.v2``, what is allowed in ``spacy/pipeline/_parser_internals/ner.pyx``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

_AT_ONCE = 64
"""Parses whose entities are decided at once: what is computed of some more no longer fits into a core's cache."""
_TOKEN, _FIRST, _BEFORE = range(3)
"""What the model looks at: the token, the first token of an open entity, and the token before if it is in that entity."""


class Recogniser:
    """Finds the entities that a pipeline's own recogniser would find; made by ``recogniser_of``."""

    def __init__(self, component: Any) -> None:
        """``component`` is the recogniser of a pipeline, of the form that ``recogniser_of`` asks for."""
        self._tok2vec, self._lower, self._upper = (component.model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        self._ops = component.model.ops
        names = [component.moves.get_class_name(move) for move in range(component.moves.n_moves)]
        self._labels = [name.partition("-")[2] for name in names]
        place = {name: move for move, name in enumerate(names)}
        self._outside = np.array([move for move, name in enumerate(names) if name[0] in "BUO" and name != "U-"])
        signs = np.array([name[0] for name in names])
        self._begins, self._units = signs == "B", signs == "U"
        self._inside = np.array([place.get("I-" + label, 0) for label in self._labels])
        self._last = np.array([place.get("L-" + label, 0) for label in self._labels])

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """The same parses in order, with their entities; they must have none before."""
        rest = iter(docs)
        while batch := list(islice(rest, _AT_ONCE)):
            self._recognise(batch)
            yield from batch

    def _recognise(self, docs: list[Doc]) -> None:
        ends = list(accumulate(map(len, docs)))
        found: list[list[Span]] = [[] for _ in docs]
        place = 0
        for start, end, move in self._entities(docs, np.array(ends)) if ends[-1] else ():
            while ends[place] <= start:
                place += 1
            before = ends[place] - len(docs[place])
            found[place].append(Span(docs[place], start - before, end - before, label=self._labels[move]))
        for doc, spans in zip(docs, found, strict=True):
            doc.set_ents(spans)

    def _entities(self, docs: list[Doc], ends: NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
        """First token, the one behind the last, and the first move of each entity; tokens are counted through all parses."""
        facts = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs if len(doc)])
        goes_on = np.append(facts[1:, 0] != 1, False)  # no entity reaches into the next sentence
        goes_on[ends[ends > 0] - 1] = False
        vectors = self._lower.predict(self._tok2vec.predict(docs))
        moves = self._moves_outside(vectors, goes_on, facts[:, 1] != 0)
        begins = np.flatnonzero(self._begins[moves])
        behind = dict(zip(begins.tolist(), self._follow(vectors, goes_on, begins, moves[begins]).tolist(), strict=True))
        free = 0
        for start in np.flatnonzero(self._begins[moves] | self._units[moves]).tolist():
            if start >= free:
                free = behind.get(start, start + 1)
                yield start, free, int(moves[start])

    def _moves_outside(self, vectors: NDArray[np.float32], goes_on: NDArray[np.bool_], spaces: NDArray[np.bool_]) -> NDArray[np.int64]:
        """The best allowed move of each token, if no entity is open before it."""
        nothing = vectors[0]  # what stands for a token that is not there
        scores = self._scores(vectors[1:, _TOKEN], nothing[_FIRST], nothing[_BEFORE])[:, self._outside]
        scores[np.ix_(~goes_on | spaces, self._begins[self._outside])] = -np.inf
        scores[np.ix_(spaces, self._units[self._outside])] = -np.inf
        best: NDArray[np.int64] = self._outside[scores.argmax(axis=1)]
        return best

    def _follow(
        self, vectors: NDArray[np.float32], goes_on: NDArray[np.bool_], begins: NDArray[np.int64], moves: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """The token behind the last of each entity that begins at one of ``begins`` with one of ``moves``."""
        behind = begins + 1
        rows = np.arange(len(begins))
        while len(rows):
            tokens, own = behind[rows], moves[rows]
            scores = self._scores(vectors[tokens + 1, _TOKEN], vectors[begins[rows] + 1, _FIRST], vectors[tokens, _BEFORE])
            places = np.arange(len(rows))
            inside = scores[places, self._inside[own]] >= scores[places, self._last[own]]  # of two equal the first: I stands before L
            behind[rows] += 1
            rows = rows[inside & goes_on[tokens]]
        return behind

    def _scores(self, token: NDArray[np.float32], first: NDArray[np.float32], before: NDArray[np.float32]) -> NDArray[np.float32]:
        """The scores of all moves, from what the model makes of what it looks at; summed in spaCy's order."""
        sums = token + first
        sums += before
        sums += self._lower.get_param("b")
        scores: NDArray[np.float32] = self._ops.gemm(reduce(np.maximum, np.moveaxis(sums, 2, 0)), self._upper.get_param("W"), trans2=True)
        scores += self._upper.get_param("b")
        return scores


def recogniser_of(nlp: Language) -> Recogniser | None:
    """A recogniser that finds what the last component of a pipeline, "ner", finds; None where that is not of the known form, or where
    entities may be set before it."""
    if nlp.pipe_names[-1:] != ["ner"] or any("doc.ents" in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names[:-1]):
        return None
    component: Any = nlp.get_pipe("ner")
    if type(component) is not EntityRecognizer or component.cfg.get("beam_width", 1) != 1:
        return None
    model = component.model
    if model.name != "parser_model" or not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
        return None
    lower = model.get_ref("lower")
    return Recogniser(component) if lower.get_dim("nF") == len((_TOKEN, _FIRST, _BEFORE)) and lower.get_dim("nP") > 1 else None
