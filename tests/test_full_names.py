"""Whole names of tables and indexes in their parts."""

from __future__ import annotations

import pytest
from benchmark_programs import benchmark

from factcheck.rulebook import load_rules
from factcheck.values import NameValue

NAMES = benchmark("full_names").FullNameReader(load_rules())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Johann Strauss I", NameValue("Strauss", ("Johann",), "I")),
        ("Pius XII", NameValue("Pius", (), "XII")),
        ("Charles V", NameValue("Charles", (), "V")),
        ("Malcolm X", NameValue("X", ("Malcolm",))),
        ("Petrov A. I.", NameValue("Petrov", ("A.", "I."))),
        ("Petrov, A.I.", NameValue("Petrov", ("A.I.",))),
        ("Mrs. Ada Harper", NameValue("Harper", ("Ada",))),
        ("Mrs. Jean Harper", NameValue("Harper", ("Jean",))),
        ("Mr. John Harper", NameValue("Harper", ("John",))),
        ("Mrs. John Harper", None),
    ],
)
def test_whole_names_of_tables_and_indexes(text: str, value: NameValue | None) -> None:
    assert NAMES.read(text) == value
