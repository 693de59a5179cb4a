"""Which question a sum of money or a share answers: its role ("fee", "bail", "vote share"), whose it is, and of what.

The frame holds the role as ``role``, the ids in the value's clause as ``agents``, the whole a share is taken of as ``thing`` with its
modifiers in ``subset`` (with the notes of ``factcheck.claims.senses``), the unit of a rate and words for another instance in ``markers``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import noun_key
from factcheck.claims.holding import subject_over
from factcheck.claims.measure import TOLD
from factcheck.claims.senses import notes_of
from factcheck.claims.wording import Wording, owners, when
from factcheck.frame_notes import PER_EACH, Note, NoteKind, bare_all
from factcheck.mentions.money import MoneyReading
from factcheck.mentions.percent import PercentReading
from factcheck.model import MERGED_STAKE, Frame
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import Span, either_of, fold

if TYPE_CHECKING:
    from factcheck.parses import Token


def frame_money(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The question a sum answers; where no word near by says what the sum is, its role is None and its slot ends in "told"."""
    reader, reading = around.readers[item.passage], item.found.reading
    if reader is None or not isinstance(reading, MoneyReading):
        return
    told = _sum_before(item, around) or item
    hints = told.found.reading.hints if isinstance(told.found.reading, MoneyReading) else reading.hints
    wording = Wording.of(reader, told.found.span, hints)
    if wording is None:
        return
    words = reader.vocabulary
    role = wording.nearest("role") or ((SHARE_PRICE, wording.root) if reading.per == "share" else None)
    if role is not None and role[0] == SHARE_PRICE and reading.per != "share" and _are_shares_taken(role[1]):
        role = None
    paid = _recipient(wording, told.found.span) if role is None else None
    markers = wording.markers() | ({NoteKind.PER.of(reading.per)} if reading.per else frozenset())
    if paid is not None:
        noun, share = paid
        yield Answer("money.payment", _frame(item, around, wording, "payment", noun, frozenset(), markers | share))
        return
    if role is None:
        yield Answer(f"money.{TOLD}", _frame(item, around, wording, None, None, frozenset(), markers))
        return
    name = "fee" if role[0] in words.listed("money.traded") and wording.anywhere("fee") else role[0]
    thing = _costing(wording) if role[0] in words.listed("money.priced") else None
    yield Answer(f"money.{name.replace(' ', '-')}", _frame(item, around, wording, name, thing or name, frozenset(), markers))


SHARE_PRICE = "share price"
"""The role of what one share costs."""


def _are_shares_taken(share: Token) -> bool:
    """Whether a share is what somebody gets of a sum, or what a sum is paid in: "a share of 5 million", "2 million in cash and shares"."""
    first = share
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    divided = share.lower_ == "share" and any(child.lower_ == "of" for child in share.children)
    return divided or (first.dep_ == "pobj" and first.head.lower_ == "in")


def _recipient(wording: Wording, span: Span) -> tuple[str, frozenset[Note]] | None:
    """Who gets a sum, as a noun ("family"), with PER_EACH where everyone of them does; None where no noun is told to get it.

    Read from "the families are to get 50,000 crowns", "every household will be given", "the owner pays each family 30,000 crowns".
    """
    verb = wording.root.head
    if not verb.tag_.startswith("VB") or wording.root.dep_ not in ("dobj", "npadvmod", "dative", "dep"):
        return None
    passive = any(child.dep_ == "nsubjpass" for child in verb.children)
    words = wording.reader.vocabulary
    giving = verb.lower_ in words.listed("verb.giving")
    if verb.lower_ in words.listed("verb.receiving") or (giving and passive):
        noun = _subject_of(verb)
    elif giving:
        noun = next((child for child in verb.children if child.dep_ in ("dative", "dobj") and child.i < wording.root.i), None)
    else:
        return None
    if noun is None or noun.tag_ not in ("NN", "NNS") or noun.ent_type_ in ("DATE", "TIME", "MONEY") or span.start <= noun.idx < span.end:
        return None
    each = any(child.lower_ in words.listed("money.each") for child in noun.children)
    return noun_key(noun), frozenset({PER_EACH}) if each else frozenset()


def _subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb it completes: "the families are to get"."""
    for token in (verb, verb.head) if verb.dep_ == "xcomp" else (verb,):
        found = next((child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if found is not None:
            return found
    return None


def _costing(wording: Wording) -> str | None:
    """The definite noun that costs a sum, or that the sum is the price of: "the tunnel cost", "the price of the tunnel"; None elsewhere."""
    noun = wording.subject()
    if noun is not None and wording.says(noun, "role"):
        noun = next(
            (inner for child in noun.children if child.lower_ in ("of", "for") for inner in child.children if inner.dep_ == "pobj"), None
        )
    own = wording.reader.vocabulary.listed("noun.own")
    known = noun is not None and noun.tag_ == "NN" and any(child.lower_ in own for child in noun.children)
    return fold(noun.text) if noun is not None and known else None


def _sum_before(item: Resolved, around: FramingContext) -> Resolved | None:
    """The sum that this one repeats in another currency, in brackets right behind it: "£38million (€45m)"."""
    span, text = item.found.span, around.document.passages[item.passage].text
    if text[span.start - 1 : span.start] not in ("(", "["):
        return None
    for other in around.in_passage(item.passage):
        if other.mention.kind == "money" and 0 <= span.start - other.found.span.end <= 2:
            return other
    return None


def frame_percent(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The question a share answers; where no word near by tells its role, that is None and the slot ends in "told"."""
    reader, reading = around.readers[item.passage], item.found.reading
    if reader is None or not isinstance(reading, PercentReading):
        return
    wording = Wording.of(reader, item.found.span, reading.hints)
    if wording is None:
        return
    role, whole = wording.nearest("role"), _whole(wording)
    if role is not None and whole is not None and whole.dep_ != "pobj" and wording.says(whole, "role") == role[0]:
        whole = None  # "a 7 percent pay rise"
    thing = fold(whole.text) if whole is not None else None
    modifiers = (child for child in whole.children if child.dep_ in ("amod", "compound")) if whole is not None else ()
    narrowed = bare_all(fold(child.text) for child in modifiers)
    name = _level(wording) or (role[0] if role is not None else None)
    frame = _frame(item, around, wording, name, thing, narrowed, wording.markers())
    if _is_premium(wording):
        told = frozenset({NoteKind.SENSE.of(PREMIUM)})  # who bids "would pay" it, and the other article tells of the bid's other side
        name, frame = PREMIUM, replace(frame, role=PREMIUM, agents=frozenset(), thing=None, subset=told, time=None)
    owner = merger_owner(wording, around)
    if owner:
        name, frame = MERGED_STAKE, replace(frame, role=MERGED_STAKE, agents=owner, time=None)
    yield Answer(f"percent.{(name or TOLD).replace(' ', '-')}", frame)


PREMIUM = "premium"
"""The sense of the share by which a bid lies above the last price; the time told beside it is that of the price."""


def _is_premium(wording: Wording) -> bool:
    """Whether a share is that by which a bid lies above the last price: "a 28 percent premium", "28 percent more than the close"."""
    words, root = wording.reader.vocabulary, wording.root
    above = root.head if root.dep_ != "pobj" else root.head.head
    if above.lower_ == PREMIUM:
        return True
    subject, verb = wording.subject(), wording.verb
    traded = verb is not None and verb_stem(fold(verb.text)) in words.listed("percent.trading")
    if traded or (subject is not None and subject.lower_ in words.listed("percent.security")):
        return False
    over = _over_close(tuple(words.listed("percent.above")), tuple(words.listed("percent.close")))
    return over.match(root.doc.text, wording.span.end) is not None


@lru_cache(maxsize=2)
def _over_close(above: tuple[str, ...], close: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf" (?:{either_of(above)}) (?:[^\s,.;]{{1,20}} ){{0,4}}?(?:{either_of(close)})\b", re.IGNORECASE)


def merger_owner(wording: Wording, around: FramingContext) -> frozenset[str]:
    """Whose share of a merged firm is told: "Castor's holders will own 57 percent of the enlarged group"; empty for other shares."""
    words, root = wording.reader.vocabulary, wording.root
    stake = root.head if root.dep_ in ("nummod", "compound", "amod", "nmod") and root.head.i > root.i else root
    wholes = (
        noun
        for held in (root, stake)
        for child in held.children
        if child.dep_ == "prep" and child.lower_ in ("of", "in")
        for noun in child.children
        if noun.dep_ == "pobj"
    )
    merged = any(
        noun.lower_ in words.listed("percent.merged-firm")
        and any(child.lower_ in words.listed("percent.merged") for child in noun.children)
        for noun in wholes
    )
    top = next((token for token in wording.path if token.tag_.startswith("VB")), None)
    subject = subject_over(top) if merged and top is not None else None
    if subject is None:
        return frozenset()
    if subject.tag_.startswith("W") and subject.head.dep_ == "relcl":
        subject = subject.head.head
    held = [token for token in subject.subtree if token.dep_ in ("poss", "pobj", "compound", "nmod", "appos") or token.i == subject.i]
    named = owners((name for token in held if token.head.dep_ != "relcl" for name in wording.reader.ids(token)), around)
    return frozenset(f"name:{name.partition(':')[2]}" if " " not in name else name for name in named if not name.startswith("place:"))


def _level(wording: Wording) -> str | None:
    """The role of what a change led "to" a share: "raised its key rate by half a point to 4 percent" tells the rate; None elsewhere."""
    root = wording.root
    change = root.head.head
    if root.dep_ != "pobj" or root.head.lower_ != "to" or not change.tag_.startswith("VB"):
        return None
    if wording.says(change, "role") not in wording.reader.vocabulary.listed("percent.change"):
        return None
    for child in change.children:
        told = wording.says(child, "role") if child.dep_ in ("nsubj", "nsubjpass", "dobj") and child.i != root.i else None
        if told and told not in wording.reader.vocabulary.listed("percent.change"):
            return told
    return None


def _frame(
    item: Resolved,
    around: FramingContext,
    wording: Wording,
    role: str | None,
    thing: str | None,
    subset: frozenset[Note],
    markers: frozenset[Note],
) -> Frame:
    told = wording.event_frame()
    return Frame(
        event=told[0].id if told else None,
        predicate=told[1] if told else (wording.verb.text if wording.verb is not None else None),
        role=role,
        agents=owners(wording.named(), around),
        others=around.named_around(item),
        thing=thing,
        subset=subset | notes_of(wording, item.mention.kind, None, around.person_nouns if item.mention.kind == "money" else ()),
        markers=markers,
        time=when(item, around),
        lead=around.is_lead(item),
    )


def _whole(wording: Wording) -> Token | None:
    """The noun a share is taken of: "38 percent of the vote", "the 40 percent turnout"."""
    for child in wording.root.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((noun for noun in child.children if noun.dep_ == "pobj" and noun.tag_.startswith("NN")), None)
    head = wording.root.head
    joined = wording.root.dep_ in ("compound", "nmod", "amod", "nummod") and head.tag_.startswith("NN") and head.i > wording.root.i
    return head if joined else None
