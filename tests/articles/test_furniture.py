"""What belongs to the page is marked, and no sentence of the story is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from factcheck.articles.furniture import prove_furniture, rules_of
from factcheck.articles.layout import LONG_LINE
from factcheck.model import Article
from factcheck.rulebook import FurnitureRule, Rulebook, load_rules

from .conftest import Read

STORY = (
    "The harbour master of Portsea said on Friday that both cranes had been lost in the storm.",
    "Forty people spent the night in the school because the road to the lighthouse was under water.",
    "Engineers will look at the bridge on Monday, and nobody may cross it before that, the mayor told reporters.",
)
RULES = [rule.id for rule in load_rules().of(FurnitureRule)]


def page(*lines: str) -> str:
    """A page with a headline and a story; None-like ellipses stand for the story's sentences."""
    return "\n\n".join(lines)


def of_story(article: Article) -> list[str]:
    """The blocks' words, furniture left out."""
    hidden = {position for item in article.furniture for position in range(item.span.start, item.span.end)}
    texts = ("".join(article.text[at] for at in range(block.span.start, block.span.end) if at not in hidden) for block in article.blocks)
    return [" ".join(text.split()) for text in texts]


def names(article: Article) -> dict[str, str]:
    return {" ".join(item.span.of(article.text).split()): item.name for item in article.furniture}


@pytest.mark.parametrize("rule_id", RULES)
def test_a_rule_keeps_its_word(rule_id: str, rulebook: Rulebook) -> None:
    rule = rulebook.get(rule_id)
    assert isinstance(rule, FurnitureRule)
    assert prove_furniture(rule, rulebook.words()) == []


def test_a_broken_promise_is_told(rulebook: Rulebook) -> None:
    rule = FurnitureRule(
        id="x.y",
        reason="a test",
        type="furniture",
        sort="x",
        scope="match",
        pattern="photo",
        examples=["[[Photo]] here", "none", "[[a photo]]"],
        counter_examples=["a photo"],
    )
    messages = prove_furniture(rule)
    assert len(messages) == 3
    assert "does not find its example 'none'" in messages[0]
    assert "['photo'] in its example" in messages[1]
    assert "counter-example 'a photo'" in messages[2]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["NewsStorm takes both cranes of Portsea", "Storm takes both cranes of Portsea", *STORY], "glued"),
        (["World News", "Storm takes both cranes of Portsea", *STORY], "navigation.section-name"),
        (["Storm takes both cranes of Portsea | The Portsea Gazette", *STORY], "outlet-suffix"),
        (["Storm takes both cranes of Portsea - SeaMirror", *STORY], "outlet-suffix"),
        (["Storm takes both cranes", *STORY[:2], "Related Stories", STORY[2]], "related.heading"),
        (["Storm takes both cranes", *STORY, "Portsea Post", "Ada Roe", "Leave a Reply"], "nameplate"),
        (
            ["Storm takes both cranes", *STORY, "Latest stories", "Ship sinks off Lima in heavy seas", "Mayor of Lima to quit in May"],
            "related.heading",
        ),
    ],
)
def test_furniture_around_a_story(lines: list[str], expected: str, read: Read) -> None:
    (article,) = read({"a.txt": page(*lines)}).articles
    assert expected in {item.name for item in article.furniture}
    assert of_story(article)[-3:] == list(STORY)
    assert (article.title or "").startswith("Storm takes both cranes")
    assert not (article.title or "").endswith(("Gazette", "SeaMirror"))


@pytest.mark.parametrize(
    "headline",
    [
        "Bridge of Portsea unsafe for years - Mayor",
        "Bridge of Portsea unsafe for years - McAllister",
        "Bridge of Portsea: unsafe for years",
        "Is the bridge of Portsea unsafe?",
        "Bridge unsafe - and nobody knew",
    ],
)
def test_a_headline_keeps_its_words(headline: str, read: Read) -> None:
    (article,) = read({"a.txt": page(headline, *STORY)}).articles
    assert article.title == headline
    assert article.furniture == ()
    assert article.blocks[0].role == "title"


def test_teasers_below_related_stories(read: Read) -> None:
    teasers = ["Singer cancels tour", "The singer said on Friday that...", "Old ship found in Lima", "Divers have found the..."]
    (article,) = read({"a.txt": page("Storm takes both cranes", "Related stories", *teasers, "How it began", *STORY)}).articles
    assert of_story(article) == ["Storm takes both cranes", "How it began", *STORY]


def test_a_caption_is_kept_once_without_its_credit(read: Read) -> None:
    caption = "A crane lies in the harbour of Portsea on May 3, 2019. (Ada Roe/Northwire)"
    (article,) = read({"a.txt": page("Storm takes both cranes", STORY[0], f"{caption}\n{caption}", *STORY[1:])}).articles
    captions = [block for block in article.blocks if block.role == "caption"]
    assert [block.span.of(article.text) for block in captions] == [caption]
    assert "repeated" in names(article).values()
    assert names(article)["(Ada Roe/Northwire)"] == "photo.credit-brackets"


def test_a_note_in_another_language_at_the_end(read: Read) -> None:
    note = (
        "Ada Roe est une journaliste qui écrit pour le journal depuis dix ans et qui a couvert les élections dans le pays avec son équipe."
    )
    (article,) = read({"a.txt": page("Storm takes both cranes", *STORY, "Ada Roe", note)}).articles
    assert names(article) == {"Ada Roe": "nameplate", note: "foreign-note"}


def test_a_dateline_is_cut_and_the_sentence_kept(read: Read) -> None:
    (article,) = read({"a.txt": page("Storm takes both cranes", f"PORTSEA, May 3 (Northwire) - {STORY[0]}", *STORY[1:])}).articles
    assert of_story(article) == ["Storm takes both cranes", *STORY]


def test_roles(read: Read) -> None:
    (article,) = read({"a.txt": page("Storm takes both cranes", STORY[0], "A night in the school", *STORY[1:])}).articles
    assert [block.role for block in article.blocks] == ["title", "body", "heading", "body", "body"]


def test_order_and_bounds(read: Read, project: Path) -> None:
    corpus = read({path.name: path.read_bytes() for path in (project / "seeds").glob("*.txt")})
    for article in corpus.articles:
        for left, right in [
            *zip(article.blocks, article.blocks[1:], strict=False),
            *zip(article.furniture, article.furniture[1:], strict=False),
        ]:
            assert left.span.end <= right.span.start
        whole = {block.span for block in article.blocks}
        assert not any(item.span in whole for item in article.furniture)


def test_the_labelled_boilerplate_is_covered(shared_data: Path, read: Read, project: Path) -> None:
    """Each labelled span to 90 %; of all other words under 2 % (copies of a line that is kept do not count)."""
    gold = yaml.safe_load((shared_data / "gold" / "seeds.yaml").read_text(encoding="utf-8"))
    corpus = read({path.name: path.read_bytes() for path in (project / "seeds").glob("*.txt")})
    for article in corpus.articles:
        text, name = article.text, article.id.split("/")[-1]
        labelled: set[int] = set()
        marked = {at for item in article.furniture for at in range(item.span.start, item.span.end)}
        copies = {at for item in article.furniture if item.name == "repeated" for at in range(item.span.start, item.span.end)}
        for entry in gold["boilerplate"]:
            if entry["file"] == name:
                inked = {at for at in range(entry["start"], entry["end"]) if not text[at].isspace()}
                assert len(inked & marked) >= 0.9 * len(inked), entry["id"]
                labelled |= inked
        others = {at for at in range(len(text)) if not text[at].isspace()} - labelled - copies
        assert len(others & marked) < 0.02 * len(others), name


def test_sentences_of_real_articles_are_kept(shared_data: Path, rulebook: Rulebook) -> None:
    """Marked lines that look like sentences of a story: few in a thousand, over the stories and the real articles."""
    from factcheck.articles import read_articles  # noqa: PLC0415 - beside its only use

    corpus = read_articles([shared_data / "data" / "stories", shared_data / "data" / "real"], rulebook)
    sentences = lost = 0
    for article in corpus.articles:
        sentences += sum(block.role == "body" for block in article.blocks)
        known = ("front-matter", "repeated", "contact.", "copyright.", "share.", "author.", "related.", "credit.", "stamp.", "cookies.")
        lost += sum(
            item.span.of(article.text).rstrip().endswith(".") and len(item.span) > 60 and not item.name.startswith(known)
            for item in article.furniture
        )
    assert sentences > 2000
    assert lost <= sentences / 1000


@pytest.mark.parametrize(
    "unit",
    [
        "Aa ",
        "1 ",
        "1:00 ",
        "Share ",
        "share, ",
        "-",
        "Aa-Aa-",
        "Aa/",
        "(A/b ",
        "May 1, ",
        "By Aa ",
        "AAA, ",
        "Reuters - ",
        "www.a",
        "more stories ",
        "x contributed to ",
    ],
)
def test_no_pattern_is_slow_on_any_line(unit: str, rulebook: Rulebook) -> None:
    for compiled in rules_of(rulebook):
        for tail in ("", "x!", ". "):
            line = (unit * LONG_LINE)[: LONG_LINE - 4] + tail
            start = time.process_time()
            compiled.pattern.fullmatch(line)
            if compiled.rule.scope == "match":
                list(compiled.pattern.finditer(line))
            assert time.process_time() - start < 0.5, compiled.rule.id
