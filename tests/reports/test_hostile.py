"""Whatever stands in an article comes out as data: no format lets it write markup, commands, colours or places of its own."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import xmlschema
from ci_documents import workflow_commands
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.reports import as_concise, as_github, as_gitlab, as_html, as_json, as_jsonl, as_junit, as_markdown, as_sarif, as_text
from factcheck.reports.findings import posix
from factcheck.reports.schema import (
    AbsentRecord,
    ArticleRecord,
    ConflictRecord,
    CountsRecord,
    EvidenceRecord,
    ProblemRecord,
    PublishedRecord,
    ReportDocument,
    SideRecord,
    SummaryRecord,
    ToolRecord,
    TopicRecord,
    WaiverRecord,
)
from factcheck.reports.terminal import Style, printable

STANDARDS = Path(__file__).parent / "standards"
SARIF = Draft4Validator(json.loads((STANDARDS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")))
JUNIT = xmlschema.XMLSchema(STANDARDS / "junit.xsd")
MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")

UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
COMMAND = re.compile(r"^\s*::[A-Za-z]|##\w{0,20}\[", re.MULTILINE)
URI = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+")
BAIT = [
    "::error file=x::y", "\n::stop-commands::t\n", "##[error]x", "##vso[task.setvariable]", "%0A::add-mask::x", "a,b:c=d",
    "\x1b[31mred\x1b[0m", "\u202eevil\u202c", "\x9b2J", "<script>alert(1)</script>", "<!-- ", "-->", "]]>", "<![CDATA[",
    "&lt;&#0;&amp;", "\x00\x0b\ufffe\uffff", "\ud800", "[x](1)", "![i](http://e.test/p.png)", "[x]: http://e.test", "http://e.test/?q",
    "www.e.test", "a@b.test", "@everyone", "#12 !3 ~l $4 &5", ":100:", "| a | b |", "```\n", "`x`", "**b** _i_ ~~s~~", "\n# h\n", "- l",
    "1. l", "===", "---", "> q", "{0} {{x}}", "\\[x\\](2)", "\\", '"', "'", "\r\n", "\u2028", "\ue000\ue001", "\u2014\u201c\u201d",
    "\xe9\u0301\U0001f600",
]  # fmt: skip
WORDS = st.lists(st.one_of(st.sampled_from(BAIT), st.text(max_size=6), st.just(" "), st.just("word")), min_size=1, max_size=6).map("".join)
LINES = WORDS.filter(lambda text: bool(text.strip()))


@st.composite
def evidence(draw: st.DrawFn, article: str) -> EvidenceRecord:
    before, match, after = draw(WORDS), draw(LINES), draw(WORDS)
    start = draw(st.integers(0, 3))
    return EvidenceRecord(
        id=draw(WORDS), article=article, source=draw(st.none() | WORDS), start=start + len(before), end=start + len(before) + len(match),
        line=draw(st.integers(1, 9)), column=draw(st.integers(1, 9)), match=match, quote=before + match + after, quote_start=start,
        said_by=draw(st.none() | WORDS),
    )  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> ReportDocument:
    """Documents of one or two conflicts in which every text is hostile."""
    names = draw(st.lists(LINES.map(lambda text: f"n/{text.replace(chr(0), '')}.txt"), min_size=2, max_size=2, unique=True))
    published = PublishedRecord(how=draw(WORDS))
    articles = tuple(ArticleRecord(id=name, path=name, title=draw(WORDS), published=published, new=draw(st.booleans())) for name in names)
    conflicts = []
    for number in range(draw(st.integers(1, 2))):
        sides = tuple(
            SideRecord(value=draw(WORDS), text=draw(LINES), origins=1, claims=(draw(evidence(name)),) * draw(st.integers(1, 2)))
            for name in names
        )
        waiver = draw(st.none() | st.builds(WaiverRecord, reason=LINES, expires=st.none() | st.just(date(2031, 5, 1))))
        conflict = ConflictRecord(
            id=f"FC-{number:08d}", fingerprint=f"{number:032d}", code="FC101", kind="date", confidence=0.5,
            verdict=draw(st.sampled_from(("conflict", "disputed"))), severity=draw(st.sampled_from(("high", "medium", "low"))),
            status=draw(st.sampled_from(("new", "updated", "unchanged"))),
            waiver=waiver, topic=TopicRecord(id=draw(WORDS), label=draw(LINES)), slot="sign.on", message=draw(LINES),
            explanation=tuple(draw(st.lists(LINES, max_size=2))), sides=sides,
        )  # fmt: skip
        conflicts.append(conflict)
    problem = ProblemRecord(
        code="E301", severity="error", message=draw(LINES), path=draw(st.none() | LINES), line=2, hint=draw(st.none() | LINES)
    )
    summary = SummaryRecord(
        articles=2, claims=4, conflicts=len(conflicts), disputed=0, updates=0, severities=CountsRecord(high=0, medium=0, low=0)
    )
    absent = (AbsentRecord(id="FC-000000ff", code="FC101", message=draw(LINES)),)
    return ReportDocument(
        schema="factcheck.report/1", tool=ToolRecord(version="1.0"), run={}, summary=summary, errors=(problem,), articles=articles,
        conflicts=tuple(conflicts), absent=absent,
    )  # fmt: skip


def _open(document: ReportDocument) -> list[ConflictRecord]:
    return [item for item in document.conflicts if item.status != "unchanged" and item.waiver is None]


TRIES = settings(max_examples=40, deadline=None)


@TRIES
@given(documents())
def test_nothing_acts_on_a_terminal_or_in_a_log(document: ReportDocument) -> None:
    for module in (as_text, as_concise, as_markdown, as_html, as_json, as_jsonl, as_gitlab, as_sarif, as_junit):
        text = module.render(document)
        assert not UNSAFE.search(text), module.__name__
        assert not COMMAND.search(text), module.__name__
    assert not UNSAFE.search(as_text.render(document, Style(40, True)).replace("\x1b", ""))


@TRIES
@given(documents())
def test_concise_has_a_line_for_each_side(document: ReportDocument) -> None:
    lines = as_concise.render(document).splitlines()
    assert len(lines) == sum(len(item.sides) for item in _open(document))
    assert all(re.match(r".+:\d+:\d+: (high|medium|low)( disputed)? FC101 FC-\d{8} \[\d/\d\] ", line) for line in lines)


@TRIES
@given(documents())
def test_json_is_read_back_as_it_was(document: ReportDocument) -> None:
    assert ReportDocument.model_validate(json.loads(as_json.render(document))) == document
    assert len(as_jsonl.render(document).split("\n")) == len(document.conflicts) + 2
    for entry in json.loads(as_gitlab.render(document)):
        assert "\n" not in entry["description"]


@TRIES
@given(documents())
def test_workflow_commands_are_only_ours(document: ReportDocument) -> None:
    text = as_github.render(document)
    assert not UNSAFE.search(text)
    assert not re.search(r"##\w{0,20}\[", text)
    problem, *rest = workflow_commands(text)
    assert len(rest) == len(_open(document))
    assert set(problem[1]) <= {"file", "line", "title"}
    for (_, properties, message), conflict in zip(rest, _open(document), strict=True):
        assert set(properties) <= {"file", "line", "col", "endLine", "endColumn", "title"}
        assert properties["line"].isdecimal()
        assert printable(conflict.topic.label) in properties["title"]
        assert message.startswith(printable(conflict.message))


@TRIES
@given(documents())
def test_sarif_is_valid_and_its_links_are_ours(document: ReportDocument) -> None:
    log = json.loads(as_sarif.render(document))
    SARIF.validate(log)
    (run,) = log["runs"]
    for artifact in run["artifacts"]:
        assert URI.fullmatch(artifact["location"]["uri"])
    shown = {unquote(artifact["location"]["uri"]) for artifact in run["artifacts"]}
    assert shown == {posix(article.path).replace("\ud800", "\ufffd") for article in document.articles}
    for result, conflict in zip(run["results"], document.conflicts, strict=False):
        text = result["message"]["text"]
        bare = text.replace("\\[", "").replace("\\]", "")
        assert bare.count("[") == bare.count("]") == len(conflict.sides)
        assert text.replace("{{", "").replace("}}", "").count("{") == 0


@TRIES
@given(documents())
def test_junit_is_valid_and_its_cases_are_ours(document: ReportDocument) -> None:
    text = as_junit.render(document)
    JUNIT.validate(text)
    cases = list(ElementTree.fromstring(text)[0])
    assert len(cases) == len(document.conflicts) + 1
    assert {element.tag for element in ElementTree.fromstring(text).iter()} <= {
        "testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out"
    }  # fmt: skip


@TRIES
@given(documents())
def test_markdown_has_no_markup_but_ours(document: ReportDocument) -> None:
    tokens = [token for block in MARKDOWN.parse(as_markdown.render(document)) for token in (block, *(block.children or ()))]
    kinds = {token.type for token in tokens}
    blocks = ("heading", "paragraph", "blockquote", "bullet_list", "list_item", "table", "thead", "tbody", "tr", "th", "td")
    assert kinds <= {f"{name}_{end}" for name in blocks for end in ("open", "close")} | {"inline", "text", "html_inline", "text_special"}
    assert {token.content for token in tokens if token.type == "html_inline"} <= {"<!-- -->", "<strong>", "</strong>"}
    assert sum(token.type == "tr_open" for token in tokens) == (len(_open(document)) + 1 if _open(document) else 0)
    headings = [_words(block) for block, before in zip(tokens[1:], tokens, strict=False) if before.type == "heading_open"]
    assert headings[1:] == [printable(conflict.topic.label) for conflict in _open(document)]


def _words(block: Token) -> str:
    return "".join(token.content for token in block.children or () if token.type in ("text", "text_special"))


class _Page(HTMLParser):
    """The tags, attributes and words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: set[tuple[str, str]] = set()
        self.headings: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.inside = tag
        self.attributes |= {(tag, name) for name, _ in attrs}
        if tag == "h2":
            self.headings.append("")

    def handle_data(self, data: str) -> None:
        if self.inside == "h2":
            self.headings[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


@TRIES
@given(documents())
def test_html_has_no_markup_but_ours(document: ReportDocument) -> None:
    page = _Page()
    page.feed(as_html.render(document))
    page.close()
    shown = _open(document)
    allowed = {("a", "href"), ("article", "id"), ("p", "class"), ("div", "class"), ("span", "class"), ("html", "lang")}
    assert page.attributes <= allowed | {("meta", name) for name in ("charset", "http-equiv", "content", "name")}
    assert not set(page.tags) & {"script", "img", "iframe", "link", "object", "form", "input", "base", "svg"}
    assert page.tags["article"] == page.tags["a"] == len(shown)
    assert page.tags["div"] == sum(len(item.sides) + 1 for item in shown)
    topics = {(conflict.topic.id, conflict.topic.label) for conflict in shown}
    assert Counter(page.headings) == Counter(printable(label) for _, label in topics)


@TRIES
@given(LINES)
def test_markdown_shows_the_text_as_it_is(text: str) -> None:
    for pattern in ("{}", "> {}", "- {}", '"{}"', "### {}", "| a |\n|---|\n| {} |"):
        blocks = MARKDOWN.parse(pattern.format(as_markdown.escape(text)))
        assert _words([block for block in blocks if block.type == "inline"][-1]).strip('"') == printable(text).strip('"')


@TRIES
@given(LINES)
def test_no_site_finds_a_reference_in_markdown(text: str) -> None:
    """What GitHub and GitLab look for in the words between two tags, after Markdown was read."""
    block = MARKDOWN.parse(as_markdown.escape(text))[1]
    pieces = re.split("\0", "".join("\0" if token.type == "html_inline" else token.content for token in block.children or ()))
    for piece in pieces:
        assert not re.search(r"[@#!$%&~]\w|:[\w+-]{1,60}:", piece), piece
