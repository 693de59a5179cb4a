"""Sentences that are too long to be one are read in parts, in time that grows with the text alone; others are left as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from parsing import parsed

from factcheck.checking import Options, check, extract
from factcheck.columns import columns_of, sentences_of
from factcheck.long_sentences import MOST_TOKENS, PART

pytestmark = pytest.mark.model

CLAUSE = "guards said nine people drowned off Port Selmer on Sunday"
OPTIONS = Options(jobs=1)


@pytest.mark.parametrize(
    "text",
    [
        " and ".join([CLAUSE] * 80),
        " ".join(["Selmer 9 drowned 4 hurt"] * 120),
        "; ".join(["Selmer, nine drowned, four hurt"] * 90),
        "nine " * 500,
    ],
    ids=["clauses", "table", "list", "word"],
)
def test_no_sentence_stays_too_long(text: str) -> None:
    passage = parsed(text.strip())
    assert passage.doc is not None
    assert passage.doc.text == text.strip()
    assert max(map(len, sentences_of(passage.doc))) <= (MOST_TOKENS if passage.overlong is None else PART)


def test_parts_begin_with_clauses() -> None:
    passage = parsed(" and ".join([CLAUSE] * 80))
    assert passage.doc is not None
    lowers = columns_of(passage.doc).lowers
    assert all(lowers[part.start : part.start + 2] == ["and", "guards"] for part in sentences_of(passage.doc)[1:])


def test_sentences_around_keep_their_bounds() -> None:
    first, last = "A gale sank the Castor Ray on Sunday, Ada Fonn said.", "On Tuesday divers found the wreck."
    passage = parsed(f"{first} {' and '.join([CLAUSE] * 60)}. {last}")
    assert passage.doc is not None
    told = [passage.doc[part.start : part.stop].text for part in sentences_of(passage.doc)]
    assert (told[0], told[-1]) == (first, last)


def test_ordinary_sentences_are_read_whole() -> None:
    text = ", and ".join([CLAUSE] * 12) + "."
    passage = parsed(text)
    assert passage.doc is not None
    assert len(passage.doc) < MOST_TOKENS
    assert passage.overlong is None


def test_a_warning_tells_where(tmp_path: Path) -> None:
    long = " and ".join([CLAUSE] * 60)
    (tmp_path / "a.txt").write_text(
        f"Published: 4 May 2026\n\nNine drowned off Port Selmer.\n\n{long}.\n\nLater {long}.\n", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text("Published: 4 May 2026\n\nNine drowned off Port Selmer.\n", encoding="utf-8")
    first, second = (check([tmp_path], Options(jobs=1, cache=tmp_path / "kept")) for _ in range(2))
    (told,) = [problem for problem in first.problems if problem.code == "W604"]
    assert told.location is not None
    assert (Path(told.location.path).name, told.location.line, told.location.column) == ("a.txt", 5, 1)
    assert told.message == "a sentence of 660 words is too long to be read whole, the first of 2; it is read in parts"
    assert told in second.problems


def test_parts_make_the_claims_of_sentences(tmp_path: Path) -> None:
    for name, join in (("long", " and "), ("short", ". ")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("Published: 4 May 2026\n\n" + join.join([CLAUSE] * 60), encoding="utf-8")
    long, short = ([(claim.kind, claim.value.iso()) for claim in extract([tmp_path / name], OPTIONS)[0]] for name in ("long", "short"))
    assert long.count(("count", "9")) == short.count(("count", "9")) == 60
