"""What the store saves: a check of one new article against many stored ones, whole processes, beside the bare parser.

    python benchmarks/store.py [--articles N ...] [--rounds N] [--folder DIR] [--limit RATIO]

Makes for each N a corpus of N articles of some 730 words from templates (names, places, firms and figures by a fixed seed), stores it
once, and then measures, each in a process of its own: a bare script that loads the model and parses the new article; ``factcheck check``
of that article alone, without a store; ``factcheck check --new`` of it against the corpus; and the same again, when it is stored too.
Printed are the seconds on the clock and those of all cores, best and median of the rounds; how many times the bare script a check of the
new article takes, of the best rounds and as the median of what each round gives (the two run one after the other, so that other work
mostly slows both); and the load.  With --limit the exit code is 1 when it is more than RATIO times (best clock against best).

Parsing ten thousand articles takes an hour on two cores and is not what is measured: STORIES times TELLINGS articles are extracted, and
their stored claims are written for all others with the names exchanged, letter for letter, so that every place stays what it is.  A story
is told three times, with few differing figures; most names stand in a few articles, the first in one of a hundred, the RULER in one of
ten.  Copies of one parsed article give the same figures, so there is more to compare among them than among real articles.  --folder keeps
what was made for another run of the same program; a changed program makes its own.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import re
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from speed import BARE, seconds, spent

from factcheck.articles import read_articles
from factcheck.articles.assembling import digest_of
from factcheck.articles.drafts import Draft
from factcheck.articles.known import key_of
from factcheck.documents import DEFAULT_MODEL
from factcheck.extracting import Extractor, Task
from factcheck.rulebook import load_rules
from factcheck.store import Store, Stored, context_of
from factcheck.topics.alike import Alike

NEW = 40
"""New articles: one for each round, told once."""
STORIES, TELLINGS = 8, 3
"""Stories that are parsed, and the articles that tell each."""
SENTENCES_TOLD = 34
"""Sentences of an article: some 700 words."""
SLIPS = 2
"""Figures of a story that a telling gives otherwise than the others."""
STARTS, VOWELS, ENDS = "b c d f g h k l m n p r s t v w z".split(), "a e i o u".split(), "b d f g k l m n r s t".split()
GIVEN = "Martin Sandra Robert Oliver Stefan Gordon Joanna Thomas Monica Victor Hannah Daniel Edward Sophie Albert Teresa".split()
"""All of one length, as the made-up names are, so that one can stand for another letter for letter."""
RULER = "Hallenbord"
"""Somebody whom one article in ten names, as papers name a head of state."""
SENTENCES = (
    "{A} {P}, the mayor of {T}, said on {D} {M} that {N} people had been moved out of their homes near the old harbour.",
    "The {F} company of {T} sold its ferry line to {G} for {N} million euros, {Q} told reporters after the meeting.",
    "{N} workers went on strike at the {G} plant in {U}, and {B} {Q}, who leads their union, called the offer an insult.",
    "Police in {U} arrested {N} men on {D} {M} after a fire had destroyed the warehouse of {F} in the east of the town.",
    "{C} {R}, a spokeswoman for {F}, declined to comment on the plans, which the ministry in {K} had approved a week before.",
    "The bridge between {T} and {U} was closed for {N} days while engineers from {K} looked at the cables.",
    "{P} and {R} met in {T} on {D} {M} to sign the contract, witnesses said, and the two left without a word to the press.",
    "A court in {U} sentenced {S} to {N} months in prison for fraud, and his lawyer said that he would appeal.",
    "Rain fell on {T} for the third week, the river rose by {N} centimetres, and the lower town stood under water.",
    "{A} {P} was elected head of the council with {V} percent of the votes, the clerk of {U} announced on {D} {M}.",
    "The school in {T} has {N} pupils, and {C} {R}, who has taught there since 1998, fears that it will be closed.",
    "{G} reported a loss of {N} million dollars for the year, its first since the company was founded in {U}.",
    "Nobody could say why the lights in the hall had gone out, and the choir went on singing in the dark.",
    "The train from {U} arrived {V} minutes late, and most of those who had waited on the platform had gone home by then.",
    "{Q}, {V}, who was born in {T}, has written four books about the canals of the country and the people on them.",
    "The new road will be {V} kilometres long and is to be opened in {M} if the weather allows it, the builders say.",
    "It had been quiet in the valley for years, and few of the neighbours had ever locked a door at night.",
    "{S} resigned on {D} {M} as head of the museum, where a painting had been missing since the summer.",
    "Some {N} visitors came to the fair in {U}, more than in any year since the war, and the inns were full.",
    "A storm tore the roof off the market hall in {T} and injured {V} people, two of them badly, the fire brigade said.",
    "The price of bread rose by {V} percent within a year, and bakers blame the mills, which blame the weather.",
    "{B} {Q} won the race in {U} in spite of a fall, ahead of a rider from {L} who had led for most of the day.",
    "Doctors at the hospital of {T} treated {V} children for poisoning after a lunch of mushrooms, and all of them recovered.",
    "The library has bought {N} letters of a poet whom hardly anyone remembers, and will show them in the spring.",
    "{G} will build {N} flats on the old airfield, although the council of {T} had asked for a park and a playground.",
    "Farmers around {U} lost {N} sheep to a disease that came over the border with a transport, a vet said.",
    "The lake froze over for the first time in a generation, and children walked to school across the ice.",
    "Two ships collided off the coast on {D} {M}; the crew of {V} was saved by a boat of {F} that had heard the call.",
    "{C} {R} opened an exhibition of maps in {T}, the oldest of which shows a town that no longer exists.",
    "The bank lent {F} {N} million euros, and asked for the ground below the old brewery as a pledge.",
    "An old man found a bomb of the war in his garden in {U}, and {N} neighbours had to leave their homes until evening.",
    "The orchestra plays in a shed beside the station, because the hall has been closed for repairs.",
    "{S} had said before that the tower would not be pulled down while there was money for paint, and there still is.",
    "In the end the committee put the question off until {M}, and its members went out into the rain one by one.",
    "The ferry to the islands was out of service for {V} hours on {D} {M} because of a broken rudder, {F} said.",
    "The winter was so mild that the pass to {U} stayed open, and the inn at the top sold soup until {M}.",
)
COUNTRIES = "France Norway Sweden Greece Brazil Canada Turkey Cyprus Latvia Serbia Jordan Panama Mexico Angola Zambia Israel".split()
"""Two to each parsed story and its copies: their ids are not exchanged."""
MONTHS = ("January", "February", "March", "April", "May", "June")
SORTS = dict(A="given", B="given", C="given", P="family", Q="family", R="family", S="family", T="town", U="town", F="family", G="family")
RECURRING = 0.1
"""The part of articles that name the RULER."""
SKEW = 1.3
"""How much oftener early names are drawn: the first one stands in one article in a hundred, most in a few."""


def pool(rng: random.Random, size: int) -> list[str]:
    """Made-up names of three syllables and nine letters, none twice."""
    found: dict[str, None] = {}
    while len(found) < size:
        found["".join(rng.choice(STARTS) + rng.choice(VOWELS) + rng.choice(ENDS) for _ in range(3)).capitalize()] = None
    return list(found)


class Names:
    """Names to draw from: families and firms for each story, and half as many towns; early ones are drawn more often than late ones."""

    def __init__(self, rng: random.Random, articles: int) -> None:
        self._rng = rng
        made = pool(rng, max(900, 4 * articles))
        cut = len(made) // 3
        self._lists = {"given": GIVEN, "family": made[cut:], "town": made[:cut]}

    def draw(self) -> dict[str, str]:
        """A name for each slot of a story, no two the same."""
        taken: dict[str, str] = {}
        for slot, sort in SORTS.items():
            listed = self._lists[sort]
            name = ""
            while not name or name in taken.values():
                name = listed[int(len(listed) * self._rng.random() ** (SKEW if sort != "given" else 1))]
            taken[slot] = name
        return taken


def told(rng: random.Random, chosen: dict[str, str], count: int) -> list[str]:
    """So many tellings of one story under these names: most sentences are in all of them, and most figures the same."""
    figures = [{"D": rng.randint(1, 28), "M": rng.choice(MONTHS), "N": rng.randint(100, 990), "V": rng.randint(11, 80)} for _ in SENTENCES]
    texts = []
    for _ in range(count):
        own = list(figures)
        for number in rng.sample(range(len(SENTENCES)), SLIPS):
            own[number] = {**own[number], "N": rng.randint(100, 990), "V": rng.randint(11, 80)}
        order = rng.sample(range(len(SENTENCES)), SENTENCES_TOLD)
        lines = [SENTENCES[number].format(**own[number], **chosen) for number in order]
        if rng.random() < RECURRING:
            lines[-1] = f"President {RULER} has not said what he thinks of it."
        paragraphs = [" ".join(lines[at : at + 2]) for at in range(0, len(lines), 2)]
        title = f"{chosen['F']} and {chosen['T']}: what {chosen['P']} said"
        texts.append("\n\n".join((title, *paragraphs)) + "\n")
    return texts


def table_of(old: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    """Which name of a story stands for which of another, as written and in small letters."""
    table = {old[slot]: new.get(slot, old[slot]) for slot in SORTS}
    return table | {one.lower(): other.lower() for one, other in table.items()}


class Mould:
    """A text in which names can be exchanged, again and again."""

    def __init__(self, text: str, names: Iterable[str]) -> None:
        self._parts = re.split("(" + "|".join(sorted(names, key=len, reverse=True)) + ")", text)

    def cast(self, table: Mapping[str, str]) -> str:
        """The text with other names."""
        return "".join(table.get(part, part) for part in self._parts)


Made = list[tuple[int, dict[str, str]]]
"""For each article the number of the one that it is a copy of, and the names exchanged."""


def build(folder: Path, size: int) -> None:
    """Make the corpus of ``size`` articles and its store below a folder, and new articles beside it, each on a story of the corpus."""
    rng = random.Random(20)
    names = Names(rng, size)
    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    first = [names.draw() | {"K": COUNTRIES[2 * story], "L": COUNTRIES[2 * story + 1]} for story in range(STORIES)]
    bases = [text for chosen in first for text in told(rng, chosen, TELLINGS)]
    moulds = [Mould(text, table_of(first[number // TELLINGS], {}).keys()) for number, text in enumerate(bases)]
    made: Made = []
    drawn: list[dict[str, str]] = []
    for number in range(size):
        story, telling = divmod(number, TELLINGS)
        if not telling:
            drawn.append(first[story] if story < STORIES else names.draw())
        base = (story % STORIES) * TELLINGS + telling
        made.append((base, table_of(first[story % STORIES], drawn[story])))
        (corpus / f"{number:06d}.txt").write_text(moulds[base].cast(made[-1][1]), encoding="utf-8")
    for number in range(NEW):
        story = rng.randrange(len(drawn))
        text = told(rng, first[story % STORIES] | drawn[story], 1)[0]
        (folder / f"new{number:02d}.txt").write_text(text, encoding="utf-8")
    fill(folder, made)


def fill(folder: Path, made: Made) -> None:
    """Store the corpus: parse the first articles, and write the others after them."""
    rulebook = load_rules()
    alike = Alike(rulebook)
    store = Store(folder / "cache", context_of(rulebook.extraction_digest, DEFAULT_MODEL))
    files = sorted((folder / "corpus").iterdir())
    articles = read_articles(files[: STORIES * TELLINGS], rulebook).articles
    extractor = Extractor(rulebook, DEFAULT_MODEL, 64)
    extractions = extractor.extract(articles)
    bases = [extractor.store(Task(article, ""), extraction) for article, extraction in zip(articles, extractions, strict=True)]
    lines = [stored.data.decode() for stored in bases]
    heads = [json.dumps((sorted(stored.telling), sorted({name for _, name in stored.spellings}))) for stored in bases]
    names = [(*made[number][1], stored.entry.digest) for number, stored in enumerate(bases)]
    moulds = [(Mould(line, told), Mould(head, told)) for line, head, told in zip(lines, heads, names, strict=True)]
    for file, (base, table) in zip(files, made, strict=True):
        draft = Draft(file.read_text(encoding="utf-8"))
        entry = bases[base].entry._replace(key=key_of(draft), digest=digest_of(draft.text))
        exchanged = table | {bases[base].entry.digest: entry.digest}
        data, (telling, persons) = moulds[base][0].cast(exchanged).encode(), json.loads(moulds[base][1].cast(exchanged))
        spellings = frozenset((form, name) for name in persons for form in alike.forms(name))
        store.add(Stored(entry, data, frozenset(telling), spellings))
    store.close()
    time.sleep(2.5)  # so that the files' times are settled


Times = dict[str, list[tuple[float, float]]]
"""By command, for each round, the seconds on the clock and those of all cores."""


def _unknown(article: Path) -> Path:
    """A copy of an article that no earlier round or run has stored."""
    copy = article.with_name(f"unknown-{article.name}")
    copy.write_text(f"{article.read_text(encoding='utf-8')}\nThe file has the number {secrets.randbelow(10**9)}.\n", encoding="utf-8")
    return copy


def measure(folder: Path, rounds: int) -> Times:
    """What each command takes in each round."""
    program = [sys.executable, "-m", "factcheck", "check", "--quiet", "--fail-on", "never"]
    check = [*program, "--cache-dir", str(folder / "cache"), str(folder / "corpus")]
    times: Times = {}
    fresh = itertools.cycle(sorted(folder.glob("new*.txt")))
    seconds([*check, "--new", str(next(fresh))])  # notes of the files, and whatever the system reads ahead
    for _ in range(rounds):
        new = str(_unknown(next(fresh)))
        commands = {
            "check, it alone": [*program, "--no-cache", new],
            "bare parser": [sys.executable, "-c", BARE, DEFAULT_MODEL, new],
            "check, one new": [*check, "--new", new],
            "check, all known": [*check, "--new", new],
        }
        for name, command in commands.items():
            before = spent()
            clock = seconds(command)[0]
            times.setdefault(name, []).append((clock, spent() - before))
    return times


def show(size: int, times: Times) -> float:
    """Print a table; the ratio of the check of a new article to the bare parser, best clock against best."""
    sys.stdout.write(f"{size:,} articles        clock: best  median   cores: best  median\n")
    for name, taken in times.items():
        by_clock, by_cores = ([round_[index] for round_ in taken] for index in (0, 1))
        figures = f"{min(by_clock):11.2f} {statistics.median(by_clock):7.2f} {min(by_cores):13.2f} {statistics.median(by_cores):7.2f}"
        sys.stdout.write(f"  {name:<20} {figures}\n")
    bare, new = times["bare parser"], times["check, one new"]
    best, work = (min(one[index] for one in new) / min(one[index] for one in bare) for index in (0, 1))
    rounds = list(zip(new, bare, strict=True))
    clock, cores = (statistics.median(one[index] / other[index] for one, other in rounds) for index in (0, 1))
    sys.stdout.write(f"  check of a new article / bare parser: {best:.2f} on the clock, {work:.2f} of the cores\n")
    sys.stdout.write(f"  median of the rounds: {clock:.2f} on the clock, {cores:.2f} of the cores; load {os.getloadavg()[0]:.1f}\n")
    return best


def main() -> int:
    """Make what is missing, measure, print, and judge by --limit."""
    parser = argparse.ArgumentParser(description="Speed of a check against stored articles.")
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--limit", type=float, default=None)
    options = parser.parse_args()
    worst = 0.0
    with tempfile.TemporaryDirectory() as temporary:
        for size in options.articles:
            folder = (options.folder or Path(temporary)) / f"{size}-{context_of(load_rules().extraction_digest, DEFAULT_MODEL)}"
            if not (folder / "corpus").is_dir():
                build(folder, size)
            worst = max(worst, show(size, measure(folder, options.rounds)))
    return int(options.limit is not None and worst > options.limit)


if __name__ == "__main__":
    sys.exit(main())
