"""The charges of a verdict, each with its own answer."""

from __future__ import annotations

import pytest
from parsing import parsed

from factcheck.mentions.charges import charges_of
from factcheck.rulebook import load_rules

VERDICTS = [
    ("The jury found the banker guilty of fraud and forgery.", "found", [("fraud", False), ("forgery", False)]),
    ("She was found not guilty of perjury.", "found", [("perjury", True)]),
    ("He was convicted of attempted murder.", "convicted", [("attempted murder", False)]),
    ("The mayor was found guilty of taking bribes and of laundering money.", "found", [("bribery", False), ("laundering", False)]),
    ("Judges cleared him of all charges of theft.", "cleared", [("theft", False)]),
    ("He was convicted on three counts of fraud.", "convicted", []),
    ("She was found guilty of covering up the murder.", "found", []),
    ("The fraud squad acquitted itself well.", "acquitted", []),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "verb", "wanted"), VERDICTS)
def test_charges(text: str, verb: str, wanted: list[tuple[str, bool]]) -> None:
    words = load_rules().words()
    doc = parsed(text).doc
    assert doc is not None
    token = next(token for token in doc if token.lower_ == verb)
    counted, before = frozenset(words["outcome.count"]), frozenset(words["preposition.charge"])
    told = charges_of(token, words.text("outcome.charge"), counted, before)
    assert [(charge, denied) for _, charge, denied in told] == wanted
