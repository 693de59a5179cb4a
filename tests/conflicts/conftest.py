"""One rulebook for all tests of comparers."""

from __future__ import annotations

import pytest
from claims_by_hand import World

from factcheck.rulebook import load_rules


@pytest.fixture
def world() -> World:
    """Two articles of one story and one of another."""
    return World(load_rules())
