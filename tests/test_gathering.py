"""The pipeline with a store and with several processes: the same bytes as without, whatever dies."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from interrupts import heed_interrupts

from factcheck.checking import Options, check, extract
from factcheck.conflicts import find_reached
from factcheck.extracting import Task, Workers, extract_chunk, read_chunk
from factcheck.gathering import Gathering
from factcheck.model import Report
from factcheck.reports.as_json import render
from factcheck.reports.document import build_document

pytestmark = pytest.mark.model

STORY = """{title}

The harbour bridge in Vesk collapsed on {day} May 2024, the mayor, {name}, said.

Rescue workers found {dead} people dead in the river, and the ferry company Alma Lines stopped all its boats.
"""
SUMS = {
    "north": (3, "Ilse Marovian", 12),
    "south": (4, "Ilse Marowian", 14),
    "east": (3, "Ilse Marovian", 12),
    "west": (5, "Petra Long", 3),
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, (day, mayor, dead) in SUMS.items():
        text = STORY.format(title=f"Bridge falls in Vesk, says the {name}", day=day, name=mayor, dead=dead)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "store"


def bytes_of(report: Report) -> str:
    return render(build_document(report))


def settle(folder: Path) -> None:
    """Make all files older than the slack of the notes (their times of change stay, so that they are read once more by content)."""
    for path in folder.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))


def test_store_and_processes_change_no_byte(corpus: Path, cache: Path) -> None:
    plain = check([corpus])
    assert plain.conflicts
    first = check([corpus], Options(cache=cache))
    known = check([corpus], Options(cache=cache))
    several = check([corpus], Options(jobs=2))
    both = check([corpus], Options(cache=cache, jobs=2))
    assert {bytes_of(report) for report in (first, known, several, both)} == {bytes_of(plain)}
    assert extract([corpus], Options(cache=cache)) == extract([corpus]) == extract([corpus], Options(jobs=2))


def test_a_check_about_one_article_is_the_same_with_a_store(corpus: Path, cache: Path) -> None:
    for name in SUMS:
        plain = check([corpus], new=lambda article, name=name: name in article.path)  # type: ignore[misc]
        for _ in range(2):
            stored = check([corpus], Options(cache=cache), new=lambda article, name=name: name in article.path)  # type: ignore[misc]
            assert bytes_of(stored) == bytes_of(plain)
            assert stored.read == len(SUMS)


def test_a_check_reads_no_article_that_no_claim_leads_to(corpus: Path, cache: Path) -> None:
    (corpus / "link.txt").write_text("Alma Lines opened a school in Vesk.\n\nOld maps of Torvik and Kelmar hang there.\n")
    (corpus / "far.txt").write_text("The harbour bridge in Torvik, near Kelmar, collapsed on 9 May 2024.\n")
    options, new = Options(cache=cache), lambda article: "north" in article.path
    whole = check([corpus], options)
    with Gathering(options) as gathering:
        read = {Path(item.article.path).stem for item in gathering.near([corpus], None, new, find_reached).extractions}
    assert read == {*SUMS, "link"}
    (north,) = (article.id for article in whole.articles if "north" in article.path)
    expected = [conflict for conflict in whole.conflicts if any(north in side.articles for side in conflict.sides)]
    assert expected
    assert list(check([corpus], options, new=new).conflicts) == expected


NEAR = {
    "first": "The Torvik mayor, Levon Tarkovsky, opened a school on 4 May 2024.",
    "second": "Chess players met in Kelmar.\n\nThe Torvik mayor, Levon Tarkowski, lost his game to a girl of nine.",
    "third": "Levon Tarkofsky, the Torvik mayor, was not seen on Monday. Tarkowsky, people said, had gone fishing.",
    "fourth": "Kari Halvorsen and Kari Halversen sing in the Brenmoor choir, where Levon Tarkovski played the organ.",
    "fifth": "Ilse Marowyan of the Alma Lines ferry company bought 12 boats in Vesk, said the mayor, Ilse Marovian.",
}


def test_a_warm_check_is_the_same_among_near_names(corpus: Path, cache: Path) -> None:
    for name, text in NEAR.items():
        (corpus / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    found = 0
    for name in (*NEAR, "north"):
        new, file = (lambda article, name=name: Path(article.path).stem == name), corpus / f"{name}.txt"
        plain = check([corpus], new=new)
        text = file.read_text(encoding="utf-8")
        file.unlink()
        check([corpus], Options(cache=cache))
        file.write_text(text, encoding="utf-8")
        for path in (cache / "claims").glob("*/*.list"):
            path.unlink() if name == "third" else None  # nothing is stored
        for _ in range(2):  # first it is read, by another process, then known
            assert bytes_of(check([corpus], Options(cache=cache), new=new, fresh=[str(file)])) == bytes_of(plain)
        found += len(plain.conflicts)
    assert found > len(SUMS)


def test_a_changed_file_is_read_again_and_its_old_claims_are_gone(corpus: Path, cache: Path) -> None:
    options = Options(cache=cache)
    check([corpus], options)
    path = corpus / "north.txt"
    status = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("on 3 May", "on 6 May"), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))  # the same size, and a time that tells nothing
    assert bytes_of(check([corpus], options)) == bytes_of(check([corpus]))
    path.rename(corpus / "renamed.txt")
    assert bytes_of(check([corpus], options)) == bytes_of(check([corpus]))
    (corpus / "renamed.txt").unlink()
    assert bytes_of(check([corpus], options)) == bytes_of(check([corpus]))


def test_metadata_that_changes_counts_as_a_change(corpus: Path, cache: Path) -> None:
    options = Options(cache=cache)
    check([corpus], options)
    for text in ("source: The Vesk Mail\npublished: 2024-05-04\nodd: 1\n", "source: Other Mail\npublished: soon\n"):
        (corpus / "north.meta.yaml").write_text(text, encoding="utf-8")
        (corpus / "articles.csv").write_text(f"file,source\nsouth.txt,{text[8:12]}\ngone.txt,x\n", encoding="utf-8")
        plain = check([corpus])
        assert {problem.code for problem in plain.problems} & {"E311", "E314", "E319"}
        assert bytes_of(check([corpus], options)) == bytes_of(plain)
        assert bytes_of(check([corpus], options)) == bytes_of(plain)


def test_json_lines_are_known_line_by_line(corpus: Path, cache: Path, tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    lines = [f'{{"id": "{name}", "text": "On {day} May 2024 the bridge in Vesk fell."}}' for name, (day, _, _) in SUMS.items()]
    lines.append('{"id": "odd", "text": "Am 3. Mai ist in Vesk die Brücke in den Fluss gestürzt.", "language": "de"}')
    path.write_text("\n".join(lines), encoding="utf-8")
    options = Options(cache=cache)
    assert bytes_of(check([path], options)) == bytes_of(check([path]))
    path.write_text("\n".join(["", *reversed(lines)]), encoding="utf-8")
    assert bytes_of(check([path], options)) == bytes_of(check([path]))
    assert bytes_of(check([path], options)) == bytes_of(check([path]))


def test_damage_found_while_checking_is_mended(corpus: Path, cache: Path) -> None:
    options = Options(cache=cache)
    check([corpus], options)
    (path,) = cache.glob("claims/*/*.articles.parquet")
    path.write_bytes(b"PAR1" + b"\0" * 500)
    for new in (None, lambda article: "north" in article.path):
        report = check([corpus], options, new=new)
        assert [conflict.id for conflict in report.conflicts] == [conflict.id for conflict in check([corpus], new=new).conflicts]
        assert ["E611"] == [problem.code for problem in report.problems]
        (path,) = cache.glob("claims/*/*.telling.parquet")
        path.write_bytes(bytes(100) + path.read_bytes()[100:])
    for path in cache.glob("rules/*.json"):
        path.write_text("broken")
    check([corpus], options)
    assert not check([corpus], options).problems


def test_a_store_that_cannot_be_used_is_told_and_changes_nothing(corpus: Path, cache: Path) -> None:
    plain = check([corpus])
    cache.mkdir()
    (cache / "format").write_text("99")
    newer = check([corpus], Options(cache=cache))
    (cache / "file").write_text("")
    unwritable = check([corpus], Options(cache=cache / "file"))
    for report, code in ((newer, "E612"), (unwritable, "E613")):
        assert [problem.code for problem in report.problems] == [code]
        assert report.conflicts == plain.conflicts


def test_a_run_that_knows_all_articles_never_imports_spacy(corpus: Path, cache: Path, project: Path) -> None:
    code = """
import sys
from pathlib import Path
from factcheck.checking import Options, check
check([sys.argv[1]], Options(cache=Path(sys.argv[2])), new=(lambda article: "north" in article.path) if sys.argv[3] else None)
sys.stdout.write(" ".join(name for name in ("spacy", "thinc", "numpy", "factcheck.claims") if name in sys.modules))
"""
    command = [sys.executable, "-c", code, str(corpus), str(cache)]
    seen = [subprocess.run([*command, new], cwd=project, capture_output=True, text=True, check=True).stdout for new in ("", "", "x")]
    assert "spacy" in seen[0]
    assert seen[1:] == ["", ""]


@pytest.fixture
def gathering(corpus: Path) -> Iterator[tuple[Gathering, list[Task]]]:
    with Gathering(Options(jobs=1)) as made:
        articles = made.whole([corpus], None).corpus.articles
        yield made, [Task(article, article.id) for article in articles]


def test_an_article_at_which_every_process_dies_is_told(gathering: tuple[Gathering, list[Task]], monkeypatch: pytest.MonkeyPatch) -> None:
    made, tasks = gathering
    options = Options()
    workers = Workers(1, made.rulebook, "/no/such/model", options.batch_size)
    monkeypatch.setattr("factcheck.extracting.extract_chunk", _die_at_east)
    try:
        done = {stored.entry.key for stored in workers.extract(tasks)}
    finally:
        workers.close()
    assert done == {task.key for task in tasks if "east" not in task.key}
    (problem,) = workers.problems
    assert (problem.code, problem.severity) == ("E614", "error")
    assert problem.location is not None
    assert "east" in problem.location.path


def _die_at_east(tasks: tuple[Task, ...]) -> bytes:
    """Stands for a parser that needs more memory than there is."""
    if any("east" in task.key for task in tasks):
        os.kill(os.getpid(), signal.SIGKILL)
    return b"".join(b'["", 0, null, [], [], null]\n{}\n' for _ in tasks)


def test_killed_workers_cost_nothing_but_time(corpus: Path, cache: Path, project: Path) -> None:
    plain = bytes_of(check([corpus]))
    code = (
        "import sys; from factcheck.cli import app; "
        "app(['report', '--format', 'json', '--jobs', '2', '--cache-dir', sys.argv[2], sys.argv[1]], prog_name='factcheck')"
    )
    pick, killed = random.Random(5), 0
    command = [sys.executable, "-c", code, str(corpus), str(cache)]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
        while run.poll() is None and killed < 2 and children.exists():
            for child in pick.sample(found := children.read_text().split(), k=min(1, len(found))):
                time.sleep(pick.random())
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(child), signal.SIGKILL)
                    killed += 1
        out, err = run.communicate(timeout=120)
    assert run.returncode == 0, err
    assert out == plain


def test_a_killed_run_harms_no_later_one(corpus: Path, cache: Path, project: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "report", "--format", "json", "--cache-dir", str(cache), str(corpus)]
    for wait in (0.6, 1.2, 1.8):
        with subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            time.sleep(wait)
            run.kill()
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    assert done.stdout == bytes_of(check([corpus]))


def test_ctrl_c_ends_with_130_and_keeps_what_was_stored(corpus: Path, cache: Path, project: Path) -> None:
    text = (corpus / "north.txt").read_text(encoding="utf-8")
    for number in range(600):
        (corpus / f"more{number}.txt").write_text(text.replace("north", f"paper {number}"), encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "claims", "--jobs", "1", "--cache-dir", str(cache), str(corpus)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=project, preexec_fn=heed_interrupts, **quiet) as run:
        while run.poll() is None and not list(cache.glob("claims/*/*.list")):
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        assert run.wait(timeout=60) == 130
    assert list(cache.glob("claims/*/*.list"))


def test_what_a_worker_makes_is_what_the_main_process_makes(gathering: tuple[Gathering, list[Task]]) -> None:
    made, tasks = gathering
    from factcheck.extracting import Extractor, _worker  # noqa: PLC0415 - a worker's own state

    _worker[:] = [Extractor(made.rulebook, Options().model, 64)]
    try:
        whole = list(read_chunk(tasks, extract_chunk(tasks)))
        single = [stored for task in tasks for stored in read_chunk([task], extract_chunk([task]))]
    finally:
        _worker.clear()
    assert whole == single
