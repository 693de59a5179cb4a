"""What comparisons found, kept: the same to the last byte, found again after every change, and never believed when damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.checking import Options, check
from factcheck.errors import Problem
from factcheck.model import Report
from factcheck.reports.as_json import render
from factcheck.reports.document import build_document
from factcheck.store.answers import FOLDER, MOST, Answer, Member, answer_key, keep_answer, read_answer
from factcheck.store.folder import clear, info

NEWS = {
    "north": "The harbour bridge in Vesk collapsed on 3 May 2024.\n\nThe mayor, Ilse Marovian, 51, said 12 people had died.",
    "south": "The harbour bridge in Vesk collapsed on 4 May 2024.\n\nThe mayor, Ilse Marovian, 15, said 14 people had died.",
    "west": "The harbour bridge in Vesk fell down on 3 May 2024, said the mayor, Ilse Marovian.",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in NEWS.items():
        (folder / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    folder.mkdir()
    return folder


def bytes_of(report: Report) -> str:
    return render(build_document(report))


def answers(cache: Path) -> list[Path]:
    return sorted((cache / FOLDER).glob("*.json"))


@pytest.mark.model
def test_a_corpus_that_has_not_changed_is_not_compared_again(corpus: Path, cache: Path) -> None:
    options = Options(cache=cache)
    plain, first = check([corpus]), check([corpus], options)
    assert plain.conflicts
    (kept,) = answers(cache)
    assert bytes_of(first) == bytes_of(check([corpus], options)) == bytes_of(plain)
    found = read_answer(cache, kept.stem)
    assert found is not None
    assert set(found.conflicts) >= set(plain.conflicts)  # those of codes that are off are kept, too
    keep_answer(cache, kept.stem, Answer((), ()))
    assert not check([corpus], options).conflicts, "the answer that is kept is the one that is given"


@pytest.mark.model
def test_a_check_of_known_articles_gives_what_it_gave(corpus: Path, cache: Path) -> None:
    options = Options(cache=cache)
    for name in NEWS:
        plain = check([corpus], new=lambda article, name=name: name in article.path)  # type: ignore[misc]
        for _ in range(3):
            kept = check([corpus], options, new=lambda article, name=name: name in article.path)  # type: ignore[misc]
            assert bytes_of(kept) == bytes_of(plain)
            assert kept.claims == plain.claims
    assert len(answers(cache)) == len(NEWS)


@pytest.mark.model
@pytest.mark.parametrize("how", ["cut", "changed", "of another shape"])
def test_a_damaged_answer_is_found_again(corpus: Path, cache: Path, how: str) -> None:
    options = Options(cache=cache)
    plain = bytes_of(check([corpus], options))
    (kept,) = answers(cache)
    text = kept.read_bytes()
    damaged = {"cut": text[:-9], "changed": text.replace(b"May", b"Mai"), "of another shape": b""}[how]
    kept.write_bytes(damaged)
    assert read_answer(cache, kept.stem) is None
    assert bytes_of(check([corpus], options)) == plain
    assert kept.read_bytes() == text


@pytest.mark.model
def test_every_change_is_compared_anew(corpus: Path, cache: Path, tmp_path: Path) -> None:
    options = Options(cache=cache)
    check([corpus], options)
    file = corpus / "south.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("4 May", "3 May"), encoding="utf-8")
    assert bytes_of(check([corpus], options)) == bytes_of(check([corpus]))
    moved = corpus.rename(tmp_path / "elsewhere")
    assert bytes_of(check([moved], options)) == bytes_of(check([moved]))
    assert len(answers(cache)) == 3


def test_a_problem_of_the_comparison_is_kept_with_it(cache: Path) -> None:
    cut = Problem("W601", "120 claims answer date question 'fire.on'", hint="give fewer articles at a time", severity="warning")
    keep_answer(cache, "one", Answer((), (cut,)))
    assert read_answer(cache, "one") == Answer((), (cut,))


def test_the_key_tells_everything_apart() -> None:
    one, other = Member("a.txt", "news/a.txt", None, "", "k1"), Member("b.txt", "news/b.txt", 4, "r", "k2")
    whole = answer_key("context", "rules", [one, other], None)
    assert whole == answer_key("context", "rules", [other, one], None)
    further = [
        answer_key("other", "rules", [one, other], None),
        answer_key("context", "other", [one, other], None),
        answer_key("context", "rules", [one], None),
        answer_key("context", "rules", [one, other._replace(line_in_file=5)], None),
        answer_key("context", "rules", [one, other._replace(key="k3")], None),
        answer_key("context", "rules", [one, other], frozenset()),
        answer_key("context", "rules", [one, other], frozenset({"a.txt"})),
    ]
    assert len({whole, *further}) == len(further) + 1


def test_only_the_newest_answers_are_kept_and_all_are_cleared(cache: Path) -> None:
    for number in range(MOST + 3):
        keep_answer(cache, f"{number:04}", Answer((), ()))
    assert len(answers(cache)) == MOST
    assert read_answer(cache, f"{MOST + 2:04}") == Answer((), ())
    assert read_answer(cache, "missing") is None
    assert info(cache).bytes > 0
    clear(cache)
    assert not (cache / FOLDER).exists()
