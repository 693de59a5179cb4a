"""The five seed articles are shipped byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from factcheck.articles import read_articles
from factcheck.rulebook import load_rules

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
HASHES = {
    "000_9003a9d20f879c38.txt": "b461493280322ab14ef11a3f465af747999edf755746d90ba7f3c1432b78e029",
    "001_4e63e6909cbea00a.txt": "449b8d9b953c9eec187a61e01bacf8e95591c259e6149948534d78168dcc068b",
    "002_be171a60d2896047.txt": "b1b5555c74fcd5361c238a1aa6450040d383d90bac9cc70936a074f8e29c0124",
    "003_1adf2b923673d809.txt": "7a7267a444c4ac2b97a643a55b9defbc79dce98508188d0e24db5cb930475938",
    "004_d2ed0ecec489ec5e.txt": "f6f9ac838a4e35ac807077f075ea673117d4bea307e43501f0457baf4e596cc3",
}


@pytest.mark.parametrize("name", sorted(HASHES))
def test_a_seed_is_unchanged(name: str) -> None:
    assert hashlib.sha256((SEEDS / name).read_bytes()).hexdigest() == HASHES[name]


def test_there_are_no_other_articles() -> None:
    assert {path.name for path in SEEDS.iterdir()} == {*HASHES, "articles.yaml"}


def test_all_seeds_are_read_without_a_word() -> None:
    corpus = read_articles([SEEDS], load_rules())
    assert [article.id for article in corpus.articles] == [f"seeds/{name}" for name in sorted(HASHES)]
    assert corpus.problems == ()
    assert all(article.title and article.blocks for article in corpus.articles)
