"""FC103: dates and the weekdays told beside them."""

from __future__ import annotations

import pytest

from factcheck.checking import check
from factcheck.model import Conflict

pytestmark = pytest.mark.model

HEAD = "---\ntitle: Storm at Marwick\npublished: 2018-10-02\n---\n\n"


def found(*sentences: str) -> list[Conflict]:
    """The findings of one article of Tuesday, 2 October 2018."""
    return list(check(["-"], stdin=(HEAD + "\n\n".join(sentences) + "\n").encode()).conflicts)


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The storm of Tuesday, May 8, 2016, was worse.", ["Sunday, 8 May 2016", "Tuesday, 10 May 2016"]),
        ("The storm of Tuesday 8 May 2016 was worse.", ["Sunday, 8 May 2016", "Tuesday, 10 May 2016"]),
        ("The storm hit Marwick on Sunday, October 1.", ["Monday, 1 October 2018", "Sunday, 30 September 2018"]),
        ("Schools reopen on Thursday, October 5.", ["Friday, 5 October 2018", "Thursday, 4 October 2018"]),
    ],
)
def test_weekdays_that_are_wrong(sentence: str, sides: list[str]) -> None:
    (conflict,) = found(sentence)
    assert (conflict.code, conflict.severity, conflict.verdict) == ("FC103", "high", "conflict")
    assert sorted(side.text for side in conflict.sides) == sides


@pytest.mark.parametrize(
    "sentence",
    [
        "The storm hit Marwick on Monday, October 1.",
        "The storm of Sunday, May 8, 2016, was worse.",
        "The last storm, on Wednesday, May 9, was worse, and so was that of Thursday, June 2.",  # months away: some other year
        "Last year's storm came on Sunday, October 8, and nobody was ready.",  # of a year that the article tells of
        "The fair begins on Sunday, October 1, 2017.",
        "On Monday, 9 January 1905, the guards opened fire.",  # of another calendar
        "The council meets on Monday and Tuesday, 8 and 9 October.",
        "The Friday, October 5 edition is out.",
        "The Tuesday 5 are a band of Marwick.",
    ],
)
def test_weekdays_that_fit_or_may_fit(sentence: str) -> None:
    assert found(sentence) == []


def test_several_that_do_not_fit_tell_of_another_year() -> None:
    assert found("The storm hit on Sunday, October 1.", "The council met on Saturday, September 30.") == []
    assert len(found("The storm hit on Sunday, October 1.", "The council met on Sunday, September 30.")) == 1
    assert (
        len(found("The storm hit on Sunday, October 1.", "The fair is on Monday, October 5.", "The council met on Sunday, September 30."))
        == 2
    )
