"""What pronouns and definite nouns point back to: "she" to the one woman named before, "the ship" to the ship named before, "it" to the
subject before.

Nothing is guessed: where two would fit, or none does, there is no antecedent.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.columns import columns_of, first_subject
from factcheck.documents import Passage
from factcheck.text import Span, fold

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

HE_OR_SHE: Mapping[str, str] = {"he": "m", "him": "m", "she": "f", "her": "f"}


def called(passages: Iterable[Passage], named: Iterable[Iterable[tuple[str, Span]]], place_nouns: Collection[str]) -> dict[str, str]:
    """Nouns that stand beside one name only, in this article, and that name: "the cable ship Castor Ray" is "the ship" later on.

    Args:
        passages: of the article.
        named: for each passage, the ids and spans (in its text) of the participants.
        place_nouns: nouns that stand beside the name of a place they are and not of one they lie in.
    """
    found: dict[str, set[str]] = {}
    for passage, names in zip(passages, named, strict=True):
        if passage.doc is None:
            continue
        listed = list(names)
        for name, span in listed:
            for noun in _nouns_beside(passage.doc, span, place_nouns):
                found.setdefault(fold(noun.text), set()).add(name)
        for noun, name in _unlisted(passage.doc, [span for _, span in listed]):
            found.setdefault(fold(noun.text), set()).add(name)
    return {noun: next(iter(names)) for noun, names in found.items() if len(names) == 1}


def _unlisted(doc: Doc, known: list[Span]) -> Iterator[tuple[Token, str]]:
    """Nouns before names that are in no list and that the parser's entities miss: "the tanker Orla"."""
    columns = columns_of(doc)
    for index, (tag, dep, head) in enumerate(zip(columns.tags, columns.deps, columns.heads, strict=True)):
        if tag != "NN" or dep not in ("compound", "nmod") or head <= index or columns.tags[head] != "NNP":
            continue
        if columns.texts[index].islower() and not any(span.start <= columns.starts[head] < span.end for span in known):
            yield doc[index], unknown_name(doc[head])


def unknown_name(head: Token) -> str:
    """The id of a name that no list holds, by its last word and the capitalised words right before it."""
    words = [child.text for child in head.children if child.dep_ == "compound" and child.tag_ == "NNP" and child.i < head.i]
    return f"name:{fold(' '.join([*words, head.text]))}"


def _nouns_beside(doc: Doc, span: Span, place_nouns: Collection[str]) -> list[Token]:
    inside = doc.char_span(span.start, span.end, alignment_mode="expand")
    if inside is None or not len(inside):
        return []
    root = inside.root
    found = [child for child in root.children if child.dep_ == "appos" and child.tag_ == "NN"]
    before = doc[inside.start - 1] if inside.start else None
    if before is not None and before.tag_ == "NN" and (before.head.i == root.i or any(child.dep_ == "det" for child in before.children)):
        found.append(before)
    if root.dep_ == "appos" and root.head.tag_ == "NN":
        found.append(root.head)
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.tag_ == "NN" and root.head.head.lower_ in place_nouns:
        found.append(root.head.head)  # "the island of Talvane"
    behind = doc[inside.end] if inside.end < len(doc) else None
    if behind is not None and behind.lower_ in place_nouns and behind.head.i != root.i and root.head.i == behind.i:
        found.append(behind)  # "Talvane island"
    return found


def subject_before(token: Token) -> Token | None:
    """The subject of the sentence before a pronoun's; None where the pronoun's is the first of its passage."""
    start = token.sent.start
    if start == 0:
        return None
    return main_subject(token.doc[start - 1])


def main_subject(inside: Token) -> Token | None:
    """The subject of the main verb of the sentence a token stands in."""
    root = inside.sent.root
    return first_subject(root)


def last_subject(doc: Doc) -> Token | None:
    """The subject of the last sentence of a passage."""
    return main_subject(doc[len(doc) - 1]) if len(doc) else None


def fits(subject: Token, *, many: bool) -> bool:
    """Whether a subject agrees in number with "it", or with "they" (``many``)."""
    if many:
        return subject.tag_ == "NNS"
    return subject.tag_ in ("NN", "NNP") and subject.ent_type_ not in ("PERSON", "DATE", "TIME")


def is_empty_it(token: Token, forms_of_be: Container[str]) -> bool:
    """Whether an "it" points to nothing: "it emerged that", "it is clear that", "it took an hour to"."""
    head = token.head
    clauses = [child for child in head.children if child.dep_ in ("ccomp", "xcomp", "csubj", "advcl") and child.i > head.i]
    if head.lower_ in forms_of_be:
        return any(child.dep_ in ("acomp", "attr") for child in head.children) and bool(clauses)
    return any(child.dep_ in ("ccomp", "xcomp", "csubj") for child in clauses)


_LONG = 4
_LARGE_LINE = 0.6
"""Part of the words of four letters and more that are written large from which a line is a headline in title case, whose capitals say
nothing."""


def is_large_line(words: Iterable[str]) -> bool:
    """Whether most longer words of a line are written large."""
    long = [word for word in words if len(word) >= _LONG]
    return len(long) > 1 and sum(word[0].isupper() for word in long) > _LARGE_LINE * len(long)
