"""What this program wrote itself is no article, in whatever format."""

from __future__ import annotations

import pytest

from factcheck.articles.own import is_own_output, is_own_report


@pytest.mark.parametrize(
    "text",
    [
        "Bridge\n------\n\nHIGH ...\n\n8 conflicts (6 high, 2 medium) in 5 articles; 481 claims compared.\n",
        "Bridge\n\n1 conflict (1 high), 1 dispute (1 low) and 2 updates in 1,200 articles;\n48,100 claims compared. Also: 2 known.\n",
        "No conflicts found among 7 articles; 227 claims compared.\n",
        "No conflicts found inside the one article; there is no other to compare it with. 1 claim compared.\n",
        "No new conflicts in 5 articles; 481 claims compared. Also: 8 known.\n",
        "## Conflicts between articles\n\n1 conflict\n",
        "<!DOCTYPE html>\n<body>\n<h1>Conflicts between articles</h1>\n<p>",
    ],
)
def test_reports_for_people(text: str) -> None:
    assert is_own_report(text)


@pytest.mark.parametrize(
    "text",
    [
        "No conflicts were reported in the north on Friday. Both claims compared badly with what was seen.",
        "The agency counted 12 conflicts in 5 regions; 48 claims were compared with photographs.",
        "Conflicts between articles of the treaty held up the talks.",
        "# Conflicts between articles\n\nThe two clauses cannot both hold.",
        "",
    ],
)
def test_articles(text: str) -> None:
    assert not is_own_report(text)


def test_json() -> None:
    assert is_own_output('{"errors": [], "schema": "factcheck.report/1"}')
    assert is_own_output('{"kind": "date", "value": {}, "match": "May", "rule": "r"}\n{}')
    assert not is_own_output('{"title": "x", "text": "the \\"schema\\": \\"factcheck.report/1\\" was changed"}')
    assert not is_own_output("{")
