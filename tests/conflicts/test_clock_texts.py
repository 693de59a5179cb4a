"""Two short articles of one story, from the text to the finding: what a time of day must not be compared with."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.articles import read_articles
from factcheck.claims import ClaimBuilder
from factcheck.conflicts import find_conflicts
from factcheck.documents import Document, Parser
from factcheck.resolving import MentionReader
from factcheck.rulebook import load_rules

pytestmark = pytest.mark.model

LEAD = "{event}, said Ada Okafor of Brightwell Rail in Tarrow Falls.\n\n{told}\n"
DERAILED = "A goods train derailed near Tarrow Falls on Tuesday 7 May 2024"
BLAST = "A bomb exploded at the Brightwell depot in Tarrow Falls on Tuesday 7 May 2024"
SHOOK = "An earthquake hit the town of Tarrow Falls on Tuesday 7 May 2024"
WALKOUT = "Dockers staged a walkout in Tarrow Falls on Tuesday 7 May 2024"
ROSE = "The Brightwell rocket lifted off from Tarrow Falls on Tuesday 7 May 2024"


class Checker:
    """Finds the times of day that clash in a folder; the pipeline is loaded once."""

    def __init__(self) -> None:
        self._rules = load_rules()
        self._parser, self._mentions, self._claims = Parser(), MentionReader(self._rules), ClaimBuilder(self._rules)

    def __call__(self, folder: Path) -> list[list[str]]:
        extractions = []
        for document in self._parser.parse(read_articles([folder], self._rules).articles):
            article, resolved = self._mentions.read(document)
            extractions.append(self._claims.build(Document(article, document.passages), resolved))
        found, _ = find_conflicts(extractions, self._rules)
        return [[side.text for side in conflict.sides] for conflict in found if conflict.kind == "time"]


@pytest.fixture(scope="module")
def times() -> Checker:
    return Checker()


def write(folder: Path, event: str, left: str, right: str) -> Path:
    for name, text in (("left.txt", left), ("right.txt", right)):
        (folder / name).write_text(LEAD.format(event=event, told=text), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("event", "left", "right"),
    [
        (DERAILED, "The train derailed at 8:25 a.m.", "The train came off the rails at 9:40 a.m. on a bend."),
        (DERAILED, "The derailment happened at 8:25 a.m.", "It happened shortly before six, a guard said."),
        (BLAST, "The bomb went off at 8:25 p.m.", "The blast tore through the depot at around 9:30 p.m."),
        (BLAST, "The explosion at 8:25 p.m. broke windows.", "Residents heard the blast at half past nine in the evening."),
        (SHOOK, "It struck at 5:12 a.m. local time.", "The tremor came at 0252 GMT."),
        (SHOOK, "The quake hit at 5:12 a.m. local time (0212 GMT).", "The earthquake occurred at 0412 GMT."),
        (ROSE, "The rocket lifted off at 14:32 UTC.", "The rocket took off at 10:52 a.m. local time."),
        (WALKOUT, "The walkout began at 4 a.m. on Tuesday.", "It started at 6 a.m. on Tuesday, and no crane moved."),
    ],
)
def test_two_times_of_one_event_are_found(tmp_path: Path, times: Checker, event: str, left: str, right: str) -> None:
    assert len(times(write(tmp_path, event, left, right))) == 1


@pytest.mark.parametrize(
    ("event", "left", "right"),
    [
        (DERAILED, "The train left Brightwell at 7:40 a.m.", "The train derailed at 8:25 a.m."),
        (DERAILED, "The train derailed at 8:25 a.m.", "The first emergency call came in at 8:46 a.m."),
        (DERAILED, "The train derailed at 8:25 a.m.", "The derailment was reported at 9:05 a.m."),
        (DERAILED, "The train derailed at 8:25 a.m.", "Police were told of the derailment at 9:05 a.m."),
        (DERAILED, "The train derailed at 8:25 a.m.", "Ms. Okafor spoke about the derailment at 11 a.m."),
        (DERAILED, "The train derailed at 8:25 a.m.", "Last year a train derailed there at 6 p.m."),
        (DERAILED, "The train derailed at 8:25 a.m.", "On Monday another train derailed at 6 p.m."),
        (DERAILED, "The train derailed at 8:25 a.m.", "The train did not derail at 6 p.m. as was said."),
        (DERAILED, "The train derailed at 8:25 a.m.", "By 10 a.m. the train had derailed and burned."),
        (BLAST, "The bomb exploded at 8:25 p.m.", "A second bomb exploded at 9:30 p.m."),
        (BLAST, "The bomb exploded at 8:25 p.m.", "One bomb exploded at 8:25 p.m. and the other went off at 9:40 p.m."),
        (BLAST, "The bomb exploded at 8:25 p.m.", "The fire was put out at 11 p.m."),
        (BLAST, "The bomb exploded at 8:25 p.m.", "The bomb exploded at 8:25, a clerk said."),
        (BLAST, "The bomb exploded at 8:25 p.m.", "The bomb exploded at 0025 GMT."),
        (BLAST, "The bomb exploded at 8:25 p.m.", "The bomb exploded at 5:25 p.m. PDT."),
        (BLAST, "The bomb exploded at around 8:30 p.m.", "The bomb exploded at 8:18 p.m."),
        (BLAST, "The bomb exploded at 8 p.m.", "The bomb exploded at 8:11 p.m."),
        (SHOOK, "The quake struck at 5:12 a.m.", "An aftershock struck at 7:30 a.m."),
        (SHOOK, "The quake struck at 5:12 a.m.", "The quake was followed by rain at 7:30 a.m."),
        (SHOOK, "The quake struck at 5:12 a.m.", "An earthquake struck the region at 3 p.m. on 2 April 2011."),
        (ROSE, "The rocket had been scheduled to lift off at 9 a.m.", "The rocket lifted off at 10:32 a.m."),
        (WALKOUT, "The walkout began at 4 a.m. on Tuesday.", "The walkout ended at 10 p.m. on Tuesday."),
        (WALKOUT, "The walkout began at 4 a.m. on Tuesday.", "The talks began at 10 a.m. on Tuesday."),
        (WALKOUT, "The walkout began at 4 a.m. on Tuesday.", "The walkout is to begin at 6 a.m. on Tuesday."),
        (ROSE, "The countdown began at 4 a.m.", "The rocket lifted off at 10:32 a.m."),
        (ROSE, "The launch will be shown at 8 p.m.", "The rocket lifted off at 10:32 a.m."),
    ],
)
def test_what_is_no_contradiction_is_not_reported(tmp_path: Path, times: Checker, event: str, left: str, right: str) -> None:
    assert times(write(tmp_path, event, left, right)) == []


def test_two_stories_are_not_compared(tmp_path: Path, times: Checker) -> None:
    (tmp_path / "left.txt").write_text(LEAD.format(event=BLAST, told="The bomb exploded at 8 a.m."), encoding="utf-8")
    other = "A bomb exploded in Vellmar on Tuesday 7 May 2024, said Li Wei of the Orsk council.\n\nThe bomb exploded at 9:40 a.m.\n"
    (tmp_path / "right.txt").write_text(other, encoding="utf-8")
    assert times(tmp_path) == []
