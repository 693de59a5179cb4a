"""The store by itself: what it finds again, what it does about damage, other programs, other runs and full folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck.articles.known import Entry, FileNote, KnownArticle
from factcheck.errors import Location, Problem, StoreError
from factcheck.model import Anchor, Article, Claim, Extraction, Frame, Scope
from factcheck.store import Damaged, Search, Store, Stored, clear, default_folder, encode, info
from factcheck.store.chunks import ARTICLES, FORMAT, SUFFIXES, Chunks
from factcheck.store.direct import find_places, places_from_text, places_to_text
from factcheck.store.folder import bound
from factcheck.store.inverted_index import InvertedIndex, find_holders, hash_of, name_of
from factcheck.store.notes import SLACK, Notes
from factcheck.store.tables import Tables
from factcheck.text import Span
from factcheck.values import DateValue

WORDS = tuple(f"word:{number}" for number in range(20))


def extraction_of(name: str) -> Extraction:
    article = Article(name, f"news/{name}", f"{name}: on 8 May it rained.", f"digest of {name}")
    anchor = Anchor(article.id, article.path, Span(3, 8), 1, 4, "8 May", article.text, 0)
    claim = Claim(f"claim {name}", "date", "rain.on", DateValue(date(2024, 5, 8), date(2024, 5, 8)), Frame(), Scope(), anchor, "r")
    return Extraction(article, (claim,), frozenset({"name:rain"}), frozenset())


def stored_of(name: str, telling: Iterable[str] = WORDS, persons: Iterable[str] = ("Osei",)) -> Stored:
    spellings = frozenset((person.split()[0].lower(), person) for person in persons)
    return Stored(Entry(name, f"digest of {name}", 1), encode(extraction_of(name)), frozenset(telling), spellings)


class Beginnings:
    """Names that begin with the same two letters are spellings of one; those with an O more are none of them."""

    def forms(self, name: str) -> frozenset[str]:
        return frozenset({name.split()[0].lower()})

    def near(self, form: str, forms: Sequence[str]) -> list[int]:
        return [place for place, other in enumerate(forms) if other[:2] == form[:2]]

    def meets(self, name: str, other: str) -> bool:
        return name != other and "Quite" not in name + other


def known_of(store: Store, name: str) -> KnownArticle:
    entry = store.entry(name)
    assert entry is not None
    return KnownArticle(name, f"news/{name}", None, entry)


def fill(folder: Path, names: Iterable[str], context: str = "c") -> None:
    store = Store(folder, context)
    for name in names:
        store.add(stored_of(name))
    store.close()
    assert not store.problems


def chunks(folder: Path) -> list[Path]:
    return sorted(folder.glob("claims/*/*.articles.parquet"))


def test_what_one_run_stores_another_finds(tmp_path: Path) -> None:
    fill(tmp_path, "ab")
    store = Store(tmp_path, "c")
    assert store.entry("z") is None
    found, lost = store.read([known_of(store, "b"), known_of(store, "a")])
    assert (found, lost) == ({"a": extraction_of("a"), "b": extraction_of("b")}, 0)
    assert Store(tmp_path, "other rules").entry("a") is None


def test_many_small_chunks_become_one(tmp_path: Path) -> None:
    names = [f"{number:02d}" for number in range(9)]
    for name in names:
        fill(tmp_path, [name])
    assert 1 <= len(chunks(tmp_path)) < 4
    fill(tmp_path, ["00"])  # an article that another run has stored as well
    store = Store(tmp_path, "c")
    found, lost = store.read([known_of(store, name) for name in names])
    assert (sorted(found), lost) == (names, 0)


def test_chunks_are_merged_up_to_a_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.store.AT_ONCE", 1)
    monkeypatch.setattr("factcheck.store.LARGEST", 16)
    names = [f"{number:02d}" for number in range(60)]
    fill(tmp_path, names)
    store = Store(tmp_path, "c")
    sizes = [len(chunk.keys) for chunk in store._open.values()]
    assert sum(sizes) == len(names)
    assert max(sizes) < 3 * 16
    assert len(sizes) < 8
    assert store.read([known_of(store, name) for name in names])[1] == 0


@pytest.mark.parametrize("suffix", SUFFIXES[1:])
@pytest.mark.parametrize("how", ["broken", "merged by another run"])
def test_damage_met_while_chunks_are_merged(tmp_path: Path, suffix: str, how: str) -> None:
    for name in "abcdefg":
        fill(tmp_path, name)
    store = Store(tmp_path, "c")
    path = next(tmp_path.glob(f"claims/c/*.{suffix}"))
    path.write_bytes(b"PAR1")
    if how != "broken":
        for one in tmp_path.glob(f"claims/c/{path.name.partition('.')[0]}.*"):
            one.unlink()
    store.add(stored_of("h"))
    store.close()
    assert [problem.code for problem in store.problems] == ["E611"] * (how == "broken")
    assert store.able
    fill(tmp_path, "i")
    again = Store(tmp_path, "c")
    kept = [name for name in "abcdefghi" if again.entry(name)]
    assert len(kept) == 8
    assert again.read([known_of(again, name) for name in kept])[1] == 0
    assert len(chunks(tmp_path)) == 1


def test_articles_are_read_by_their_places_as_by_the_table(tmp_path: Path) -> None:
    chunks = Chunks(tmp_path)
    parts = [chunks.write([stored_of(f"{part}{number}") for number in range(40)]) for part in "ab"]
    for chunk in (*parts, chunks.merge(parts)):
        assert chunk.places is not None
        numbers = range(1, len(chunk.keys), 3)
        by_place = list(chunks.read(chunk, numbers))
        assert [kept.number for kept in by_place] == list(numbers)
        assert by_place == sorted(chunks.read(replace(chunk, places=None), numbers))
    path = tmp_path / f"{parts[0].name}.{ARTICLES}"
    assert find_places(path, [(0, "[[], []]", b"not there", 0)], 1) is None
    assert places_from_text(places_to_text(parts[0].places), 40) == parts[0].places
    assert places_from_text(places_to_text(parts[0].places), 39) is None


def test_two_runs_at_once_keep_what_both_store(tmp_path: Path) -> None:
    one, other = Store(tmp_path, "c"), Store(tmp_path, "c")
    one.add(stored_of("a"))
    other.add(stored_of("b"))
    other.add(stored_of("a"))
    one.close()
    other.close()
    store = Store(tmp_path, "c")
    assert store.read([known_of(store, "a"), known_of(store, "b")])[1] == 0


def test_a_chunk_that_another_run_removes_is_no_fault(tmp_path: Path) -> None:
    fill(tmp_path, "a")
    store = Store(tmp_path, "c")
    article = known_of(store, "a")
    clear(tmp_path)
    assert store.read([article]) == ({}, 1)
    assert store.entry("a") is None
    assert not store.problems


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("how", ["flip", "cut", "gone"])
def test_damage_is_noticed_named_and_mended(tmp_path: Path, suffix: str, how: str) -> None:
    fill(tmp_path, "a")
    (path,) = tmp_path.glob(f"claims/c/*.{suffix}")
    data = bytearray(path.read_bytes())
    for place in range(40, len(data) - 40):
        data[place] ^= 0x55
    path.write_bytes(data if how == "flip" else data[: len(data) // 2])
    if how == "gone":
        path.unlink()
    store = Store(tmp_path, "c")
    if store.entry("a"):
        article = known_of(store, "a")
        search = store.search({"a"}, 300, Beginnings())
        if search is not None and store.read([article])[1] == 0:
            with pytest.raises(Damaged) as fault:
                search.meeting(WORDS)
            store.fail(fault.value)
    assert store.entry("a") is None
    if suffix == "list" and how == "gone":
        assert not store.problems  # then the chunk was never finished
    else:
        (problem,) = store.problems
        assert (problem.code, problem.severity) == ("E611", "warning")
        assert problem.location is not None
        assert path.name.partition(".")[0] in problem.location.path
    store.add(stored_of("a"))
    store.close()
    again = Store(tmp_path, "c")
    assert again.read([known_of(again, "a")])[1] == 0


def test_a_store_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    fill(tmp_path, "a")
    (tmp_path / "format").write_text("99\n")
    with pytest.raises(StoreError, match="E612"):
        Store(tmp_path, "c")
    assert len(chunks(tmp_path)) == 1


def test_a_store_of_an_older_program_is_taken_over(tmp_path: Path) -> None:
    fill(tmp_path, "a", "another context")
    (tmp_path / "format").write_text("1\n")
    assert Store(tmp_path, "c").entry("a") is None
    assert (tmp_path / "format").read_text() == f"{FORMAT}\n"


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError, match="E613"):
        Store(tmp_path / "file" / "store", "c")
    store = Store(tmp_path / "store", "c")
    store.add(stored_of("a"))
    clear(tmp_path / "store")
    (tmp_path / "store" / "claims").write_text("in the way")
    store.close()
    assert [problem.code for problem in store.problems] == ["E613"]
    assert not store.able


def test_the_oldest_chunks_are_dropped(tmp_path: Path) -> None:
    for number, name in enumerate("abc"):
        fill(tmp_path, name)
        for path in tmp_path.glob("claims/c/*"):
            if path.stat().st_mtime > 10_000:
                os.utime(path, (number, number))
    left = info(tmp_path).bytes
    bound(tmp_path, left - 1)
    store = Store(tmp_path, "c")
    assert [name for name in "abc" if store.entry(name)] == ["b", "c"]


def test_what_dead_runs_left_is_removed(tmp_path: Path) -> None:
    fill(tmp_path, "a")
    orphan, part, fresh = (tmp_path / "claims" / "c" / name for name in ("x.articles.parquet", ".part-1-y", ".part-2-z"))
    for path in (orphan, part, fresh):
        path.write_bytes(b"x")
    for path in (orphan, part):
        os.utime(path, (0, 0))
    bound(tmp_path)
    assert not orphan.exists()
    assert not part.exists()
    assert fresh.exists()
    assert len(chunks(tmp_path)) == 1


@pytest.mark.parametrize("ask", [info, clear])
def test_a_file_in_place_of_the_folder_is_told(ask: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / "store"
    path.write_text("not a folder", encoding="utf-8")
    with pytest.raises(StoreError, match="E613") as caught:
        ask(path)
    assert [problem.severity for problem in caught.value.problems] == ["error"]
    assert path.read_text(encoding="utf-8") == "not a folder"


def test_clear_removes_the_store_and_nothing_else(tmp_path: Path) -> None:
    fill(tmp_path, "ab")
    (tmp_path / "mine.txt").write_text("keep")
    held = clear(tmp_path)
    assert (held.chunks, held.articles, held.contexts) == (1, 2, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert info(tmp_path).chunks == 0


def test_a_search_finds_who_shares_telling_names_and_who_has_persons_spelt_alike(tmp_path: Path) -> None:
    keys = {
        "a": (["word:alma"], ["Osei"]),
        "b": (["word:alma", "word:vesk"], []),
        "c": (["word:vesk"], []),
        "d": (["word:other"], ["Long"]),
        "e": ([], ["Osai"]),
        "f": ([], ["Os Quite Another"]),
        "g": ([], ["Long"]),
    }
    store = Store(tmp_path, "c")
    for number, (name, own) in enumerate(keys.items()):
        store.add(stored_of(name, *own))
        if number % 3 == 2:
            store.flush()
    store.flush()

    def search(members: str, most: int = 300) -> Search:
        found = store.search(set(members), most, Beginnings())
        assert found is not None
        return found

    def telling(articles: str) -> set[str]:
        return {word for name in articles for word in store.names(name).telling}

    assert search("abcdef").meeting(telling("a")) == {*"ab"}
    assert search("abcdef").meeting(telling("ab")) == {*"abc"}
    assert search("acdef").meeting(telling("a")) == {"a"}
    assert search("abcdef", 1).meeting(telling("a")) == set()
    assert search("abcdef", 1).overfrequent(telling("ab")) == {"word:alma", "word:vesk"}
    assert search("abcdef").namesakes({"Osei"}) == {*"ae"}
    assert search("abdf").namesakes({"Osei"}) == {"a"}
    assert search("dg").namesakes({"Long"}) == set(), "one name, however many hold it, is spelt in one way"


def test_a_name_that_very_many_hold_has_them_all(tmp_path: Path) -> None:
    many = range(2 * 2_048 + 10)
    half = "\ud800"  # as JSON may hold it
    spellings = {("long", "Long"): many[::2], ("long", "Longo"): [1], (half, half): [2]}
    others = [(hash_of(f"word:{number}"), number % 7) for number in range(3_000)]
    ring = InvertedIndex(Tables(tmp_path), tmp_path, "a")
    ring.write([*others, *((hash_of("word:all"), number) for number in many)], spellings)
    empty = InvertedIndex(Tables(tmp_path), tmp_path, "b")
    empty.write([], {})

    def holders(name: str) -> list[tuple[int, int]]:
        return [(place, number) for place, key, number in find_holders([empty, ring], [hash_of(name), 0]) if key == hash_of(name)]

    assert holders("word:all") == [(1, number) for number in many]
    assert holders("word:17") == [(1, 17 % 7)]
    assert holders("word:none") == []
    forms, rows = InvertedIndex(Tables(tmp_path), tmp_path, "a", ring.checks).spellings()
    assert forms == ["long", "long", half]
    assert [(name_of(name), numbers) for name, numbers in rows] == [("Long", list(many[::2])), ("Longo", [1]), (half, [2])]
    assert empty.spellings() == ([], [])


def test_notes_of_files(tmp_path: Path) -> None:
    head, note = ("/news/a.txt", "a.txt", "news/a.txt", "12 99"), FileNote((("", None, "k" * 32),))
    warned = FileNote((("#1", 4, "m"), ("#2", 5, "n")), (Problem("E311", "mind", Location("a.jsonl", 4, 2), "hint", "warning"),))
    notes = Notes(tmp_path)
    notes.put("/news", head, note)
    notes.put("/news", ("/news/b.jsonl", "b", "b", "s"), warned)
    notes.put("/news", ("/news/tab\t", "b", "b", "s"), note)
    notes.save()
    again = Notes(tmp_path)
    assert again.get("/news", head, 0) == note
    assert again.get("/news", ("/news/b.jsonl", "b", "b", "s"), 0) == warned
    assert again.get("/news", (*head[:3], "13 99"), 0) is None
    assert again.get("/other", head, 0) is None
    assert again.get("/news", ("/news/tab\t", "b", "b", "s"), 0) is None
    written = again._folder("/news").written
    assert again.get("/news", head, written - SLACK) is None, "changed too shortly before it was noted"
    assert again.get("/news", head, written - SLACK - 1) == note


def test_the_folder_is_the_users_unless_somebody_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "named"))
    assert default_folder() == tmp_path / "named"
    monkeypatch.delenv("FACTCHECK_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    assert default_folder() == tmp_path / "caches" / "factcheck"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert default_folder().is_relative_to(Path.home())
