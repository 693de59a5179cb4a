"""Names of organisations: spellings compared as sets of words, legal forms apart."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import OrganisationNameValue, PlaceNameValue, Relation, value_from_json, value_to_json

with (Path(__file__).parents[1] / "pairs" / "organisation.csv").open(encoding="utf-8", newline="") as stream:
    PAIRS = [(row["left"], row["right"], row["relation"]) for row in csv.DictReader(stream)]
NAMES = st.lists(st.sampled_from(("Vesk", "Minerals", "Board")), min_size=1, max_size=3).map(" ".join)


@pytest.mark.parametrize(("left", "right", "relation"), PAIRS)
def test_pairs(left: str, right: str, relation: str) -> None:
    assert OrganisationNameValue(left).relation(OrganisationNameValue(right)) == Relation(relation)
    assert OrganisationNameValue(right).relation(OrganisationNameValue(left)) == Relation(relation)


@given(NAMES, NAMES, st.sampled_from(("", "Ltd", "GmbH")))
def test_the_legal_form_changes_nothing(left: str, right: str, form: str) -> None:
    told = OrganisationNameValue(left, form).relation(OrganisationNameValue(right))
    assert told is PlaceNameValue(left).relation(PlaceNameValue(right))


def test_a_name_has_letters() -> None:
    with pytest.raises(ValueError, match="letter"):
        OrganisationNameValue("")


def test_json_keeps_everything() -> None:
    value = OrganisationNameValue("Vesk Minerals", "plc")
    assert value_from_json(value_to_json(value)) == value
    assert value.caption() == "Vesk Minerals plc"
    assert value.iso() == "Vesk Minerals"
