"""Stated days of publication that the article's own text contradicts."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.documents import Document, Parser
from factcheck.model import Article, Block, Publication
from factcheck.resolving import MentionReader
from factcheck.rulebook import load_rules
from factcheck.text import Span

pytestmark = pytest.mark.model

DAY = date(2019, 8, 1)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="module")
def reader() -> MentionReader:
    return MentionReader(load_rules())


class Published:
    """Reads when articles of given sentences, one a line, were published."""

    def __init__(self, parser: Parser, reader: MentionReader) -> None:
        self._parser, self._reader = parser, reader

    def __call__(self, *lines: str, stated: Publication | None = None, role: str = "body") -> Publication:
        text, blocks = "", []
        for line in lines:
            blocks.append(Block(Span(len(text), len(text) + len(line)), role))  # type: ignore[arg-type] - a role, as parametrized
            text += f"{line}\n"
        stated = stated or Publication(DAY, DAY, "metadata (sidecar)")
        article = Article("a", "a.txt", text, "x", published=stated, blocks=tuple(blocks))
        document: Document = next(iter(self._parser.parse([article])))
        return self._reader.read(document)[0].published


@pytest.fixture(scope="module")
def published(parser: Parser, reader: MentionReader) -> Published:
    return Published(parser, reader)


@pytest.mark.parametrize(
    "line",
    [
        "The footbridge collapsed on June 3, 2021.",
        "Both pilots were killed on Thursday, June 3, 2021, when the glider hit a mast.",
        "The former mayor died on 3 June 2021 at home.",
        "The ferry, which sank on June 3, 2021, had been built in Gdansk.",
    ],
)
def test_one_past_day_told_outright_after_the_stated_one(published: Published, line: str) -> None:
    found = published(line)
    assert (found.earliest, found.latest) == (DAY, None)
    assert found.how.startswith("metadata (sidecar) says 2019-08-01, but the latest date told is")
    assert found.how.endswith("line 1")


def test_two_likely_days_in_two_sentences(published: Published) -> None:
    first, second = "Police arrested two men on June 3, 2021 in Lund.", "A court released both men on June 9, 2021."
    assert published(first, second).latest is None
    assert published(first).day == DAY
    assert published(first, first.replace("in Lund", "in Malmo")).day == DAY


@pytest.mark.parametrize(
    "line",
    [
        "The trial was due to begin on June 3, 2021.",
        "The launch had been planned for June 3, 2021, the agency said.",
        "The plant will close on June 3, 2021.",
        "The minister said the plant would close on June 3, 2021.",
        "The council called an election on June 3, 2021.",
        "The two sides agreed on June 3, 2021 as the date of the withdrawal.",
        "The hearing was adjourned until June 3, 2021.",
        "The case was moved to June 3, 2021.",
        "The lease, signed by the owner, ran until June 3, 2021.",
        "If the dam had failed on June 3, 2021, the town would have been flooded.",
        "The contract was extended by June 3, 2021.",
        "The footbridge collapsed on August 2, 2019.",
        "The footbridge collapsed on July 30, 2019.",
        "The footbridge collapsed on June 3.",
    ],
)
def test_plans_limits_and_the_next_morning_contradict_nothing(published: Published, line: str) -> None:
    assert published(line).day == DAY


def test_captions_contradict_nothing(published: Published) -> None:
    assert published("The footbridge collapsed on June 3, 2021.", role="caption").day == DAY


WEDNESDAY = "The train left the rails on Wednesday, April 16."
FRIDAY = "The line reopened on Friday, April 18."


def test_weekdays_of_another_year(published: Published) -> None:
    found = published(WEDNESDAY, FRIDAY)
    assert (found.earliest, found.latest) == (None, None)
    assert "'Wednesday, April 16' and 'Friday, April 18'" in found.how


@pytest.mark.parametrize(
    "lines",
    [
        (WEDNESDAY,),
        (WEDNESDAY, WEDNESDAY),
        (WEDNESDAY, "The line reopened on Thursday, April 18."),
        (WEDNESDAY, FRIDAY, "The report was handed over on Monday, July 29."),
        ("The train left the rails on Tuesday, April 16.", "The line reopened on Thursday, April 18."),
        ("The train left the rails on Monday, April 16.", "The line reopened on Wednesday, April 18."),
    ],
    ids=["one", "one twice", "one fits", "another fits", "all fit", "the year before"],
)
def test_single_slips_of_weekdays_contradict_nothing(published: Published, lines: tuple[str, ...]) -> None:
    assert published(*lines).day == DAY


def test_the_text_still_bounds_what_is_doubted(published: Published) -> None:
    found = published(WEDNESDAY, FRIDAY, "The track was laid in 2013.")
    assert (found.earliest, found.latest) == (date(2013, 1, 1), None)
    assert found.how.startswith("metadata (sidecar) says 2019-08-01, but")


def test_an_option_is_not_doubted(published: Published) -> None:
    stated = Publication(DAY, DAY, "option")
    assert published("The footbridge collapsed on June 3, 2021.", stated=stated) == stated


def test_open_publications_are_left_to_what_the_text_implies(published: Published) -> None:
    found = published("The footbridge collapsed on June 3, 2021.", stated=Publication(None, DAY, "page header date"))
    assert (found.earliest, found.latest) == (None, DAY)
