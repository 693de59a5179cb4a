"""Reports built by hand: the renderers need no parser and no article files."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.errors import Location, Problem
from factcheck.model import Anchor, Article, Claim, Conflict, Frame, Publication, Report, Scope, Side, Topic
from factcheck.text import Span
from factcheck.values import CountValue, DateValue, Value

TEXTS = {
    "herald.txt": "Harbour deal. Mayor Odalys Brandvik signed the harbour agreement on March 4 after talks that ran through the night.",
    "courier.txt": "Councillors confirmed that the mayor signed the harbour agreement on March 6. About 40 dockers watched the ceremony.",
    "gazette.md": "The harbour agreement was signed on March 6, the town hall said. Some 400 dockers watched the ceremony from the quay.",
    "tribune.txt": "A very long sentence "
    + "about nothing in particular " * 20
    + "says that on March 6, 2031 the harbour agreement was signed "
    "and then goes on " + "with more of the same " * 20 + "to its end.",
    "chronicle.txt": "Odd \x1b[31mred\u202e words: the harbour agreement was signed on March 6, the chronicler wrote.",
}


def an_article(name: str, *, source: str | None = None, published: Publication | None = None) -> Article:
    text = TEXTS[name]
    return Article(f"news/{name}", f"news/{name}", text, f"digest-{name}", source=source, published=published or Publication())


def a_claim(article: Article, match: str, sentence: str, value: Value, *, slot: str = "sign.on", said_by: str | None = None) -> Claim:
    """A claim on the first ``match`` inside the first sentence that begins with ``sentence``."""
    quote_start = article.text.index(sentence)
    end = article.text.find(". ", quote_start)
    quote = article.text[quote_start : end + 1 if end >= 0 else len(article.text)]
    start = article.text.index(match, quote_start)
    anchor = Anchor(article.id, article.path, Span(start, start + len(match)), 1, start + 1, match, quote, quote_start)
    identity = f"CL-{article.id}-{start}"
    return Claim(identity, value.kind, slot, value, Frame(event="sign"), Scope(said_by=said_by), anchor, "date.month-day")


def a_conflict(number: int, code: str, sides: tuple[Side, ...], **changes: object) -> Conflict:
    fields: dict[str, object] = {
        "id": f"FC-{number:08d}",
        "fingerprint": f"{number:016d}",
        "code": code,
        "kind": "date",
        "verdict": "conflict",
        "severity": "high",
        "confidence": 0.9,
        "topic": Topic("T-1", "Harbour agreement of Brandvik"),
        "slot": "sign.on",
        "message": "The sources give different days for one signing: 4 March 2031 and 6 March 2031.",
        "explanation": ("the same event: sign (signed, signed)", "the same thing signed: the harbour agreement"),
        "sides": sides,
    }
    return Conflict(**{**fields, **changes})  # type: ignore[arg-type]  # the fields are listed above


def a_side(*claims: Claim) -> Side:
    return Side(claims[0].value.iso(), claims[0].value.caption(), claims, origins=len({claim.anchor.article for claim in claims}))


@pytest.fixture
def full_report() -> Report:
    """Two topics, three conflicts, all severities but one, one of them disputed; long, hostile and repeated quotes."""
    herald = an_article(
        "herald.txt", source="The Harbour Herald", published=Publication(date(2031, 3, 5), date(2031, 3, 5), "front matter")
    )
    courier = an_article("courier.txt", published=Publication(date(2031, 3, 7), date(2031, 3, 9), "implied by a weekday", "08:00"))
    gazette = an_article("gazette.md", source="Gazette")
    tribune, chronicle = an_article("tribune.txt", source="Tribune"), an_article("chronicle.txt", source="Chronicle\x07")
    fourth, sixth = DateValue(date(2031, 3, 4), date(2031, 3, 4)), DateValue(date(2031, 3, 6), date(2031, 3, 6))
    signed = a_conflict(
        1,
        "FC101",
        (
            a_side(a_claim(herald, "March 4", "Mayor", fourth)),
            a_side(
                a_claim(courier, "March 6", "Councillors", sixth, said_by="person:councillors"),
                a_claim(gazette, "March 6", "The harbour", sixth),
                a_claim(tribune, "March 6, 2031", "A very", sixth),
                a_claim(chronicle, "March 6", "Odd", sixth),
            ),
        ),
    )
    dockers = a_conflict(
        2,
        "FC201",
        (
            a_side(a_claim(courier, "About 40", "About", CountValue(38, 42, 40, True, "docker"), slot="watch.number")),
            a_side(a_claim(gazette, "Some 400", "Some", CountValue(380, 420, 400, True, "docker"), slot="watch.number")),
        ),
        kind="count",
        severity="medium",
        confidence=0.7049,
        topic=Topic("T-2", "Dockers at the ceremony"),
        slot="watch.number",
        message="The sources count the dockers differently: about 40 and about 400.",
    )
    disputed = a_conflict(
        3,
        "FC501",
        signed.sides,
        verdict="disputed",
        severity="low",
        explanation=(),
        message="Two named speakers contradict each other about one act.",
    )
    problem = Problem("E301", "not text: it holds NUL bytes", Location("news/broken.txt"), "name text files")
    run = (("rules", "0123456789abcdef"), ("model", "a-model 1.0"))
    return Report((herald, courier, gazette, tribune, chronicle), (dockers, disputed, signed), (problem,), 214, run)


@pytest.fixture
def empty_report() -> Report:
    """Two articles that agree."""
    return Report((an_article("herald.txt"), an_article("courier.txt")), (), (), 7, ())
