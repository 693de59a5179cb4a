"""What an article tells as past bounds its publication from below; nothing else does."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from factcheck.mentions import Tense
from factcheck.mentions.publication import imply_publication
from factcheck.model import Article, Block, Furniture, Mention, Publication
from factcheck.text import Span
from factcheck.values import DateValue
from factcheck.values.date import OPEN_YEAR, Bound, month_value, year_value

TEXT = "Talks resume\nIn September 2023 the army attacked.\nIn 2020 it had lost.\nPhoto: May 2025\nMore: June 2026\n"


def article(published: Publication | None = None, **more: object) -> Article:
    starts = [0]
    while (position := TEXT.find("\n", starts[-1])) >= 0:
        starts.append(position + 1)
    roles = ("title", "body", "body", "caption", "body")
    spans = [Span(start, end - 1) for start, end in pairwise(starts)]
    blocks = tuple(Block(span, role) for span, role in zip(spans, roles, strict=True))  # type: ignore[arg-type]
    furniture = (Furniture(spans[4], "related"),)
    return Article("a", "a.txt", TEXT, "x", published=published or Publication(), blocks=blocks, furniture=furniture, **more)  # type: ignore[arg-type]


def mention(words: str, value: DateValue) -> Mention:
    start = TEXT.index(words)
    return Mention("date", Span(start, start + len(words)), Span(start, start + len(words)), value, "date.test")


SEPTEMBER = mention("September 2023", month_value(2023, 9))
YEAR = mention("2020", year_value(2020))
CAPTION = mention("May 2025", month_value(2025, 5))
RELATED = mention("June 2026", month_value(2026, 6))


def test_the_latest_certain_past_date_bounds_the_publication() -> None:
    implied = imply_publication(article(), [(YEAR, "past"), (SEPTEMBER, "past")])
    assert (implied.earliest, implied.latest) == (date(2023, 9, 1), None)
    assert implied.how == "text: the latest date told is 'September 2023', line 2"


def test_an_upper_bound_is_kept() -> None:
    known = Publication(None, date(2024, 9, 16), "page header")
    implied = imply_publication(article(known), [(SEPTEMBER, "past")])
    assert (implied.earliest, implied.latest) == (date(2023, 9, 1), date(2024, 9, 16))
    assert implied.how.startswith("page header; text:")


def test_dates_beyond_the_upper_bound_are_left_out() -> None:
    known = Publication(None, date(2022, 1, 1), "page header")
    assert imply_publication(article(known), [(SEPTEMBER, "past"), (YEAR, "past")]).earliest == date(2020, 1, 1)
    assert imply_publication(article(known), [(SEPTEMBER, "past")]) == known


def test_a_known_publication_is_kept() -> None:
    known = Publication(date(2022, 1, 1), date(2022, 1, 1), "metadata")
    assert imply_publication(article(known), [(SEPTEMBER, "past")]) == known


def test_captions_and_furniture_tell_of_other_days() -> None:
    assert imply_publication(article(), [(CAPTION, "past"), (RELATED, "past")]) == Publication()
    assert imply_publication(article(), [(CAPTION, "past"), (SEPTEMBER, "past")]).earliest == date(2023, 9, 1)


@pytest.mark.parametrize("tense", ["present", "future", None])
def test_only_the_past_tense_is_certain(tense: Tense | None) -> None:
    assert imply_publication(article(), [(SEPTEMBER, tense)]) == Publication()


@pytest.mark.parametrize("bound", ["by", "until"])
def test_limits_may_lie_ahead(bound: Bound) -> None:
    limit = mention("September 2023", DateValue(date(2025, 9, 1), date(2025, 9, 30), bound=bound))
    assert imply_publication(article(), [(limit, "past")]) == Publication()


def test_open_years_and_rough_dates_are_not_certain() -> None:
    open_year = DateValue(date(OPEN_YEAR, 9, 1), date(OPEN_YEAR, 9, 30), open_year=True)
    rough = DateValue(date(2023, 1, 1), date(2025, 12, 31), approximate=True)
    unlimited = DateValue(None, date(2025, 12, 31))
    for value in (open_year, rough, unlimited):
        assert imply_publication(article(), [(mention("September 2023", value), "past")]) == Publication()


def test_a_start_told_as_past_counts() -> None:
    start = mention("2020", DateValue(date(2020, 1, 1), date(2020, 12, 31), bound="since"))
    assert imply_publication(article(), [(start, "past")]).earliest == date(2020, 1, 1)


def test_one_line_articles_name_their_line_in_the_file() -> None:
    assert imply_publication(article(line_in_file=7), [(SEPTEMBER, "past")]).how.endswith("line 7")


def test_nothing_told_nothing_implied() -> None:
    assert imply_publication(article(), []) == Publication()
