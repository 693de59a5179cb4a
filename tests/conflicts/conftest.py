"""What tests of comparers share: claims made by hand, and two texts read by the real pipeline."""

from __future__ import annotations

import pytest
from claims_by_hand import World
from two_texts import Checker

from factcheck.rulebook import load_rules


@pytest.fixture
def world() -> World:
    """Two articles of one story and one of another."""
    return World(load_rules())


@pytest.fixture(scope="session")
def check() -> Checker:
    """Two texts to the kinds of their conflicts; the pipeline is loaded once."""
    return Checker()
