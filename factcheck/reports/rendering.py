"""Which module writes which format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from factcheck.reports import as_concise, as_github, as_gitlab, as_html, as_json, as_jsonl, as_junit, as_markdown, as_sarif, as_text
from factcheck.reports.formats import Format
from factcheck.reports.schema import ReportDocument
from factcheck.reports.terminal import Style

Renderer = Callable[[ReportDocument, Style], str]
"""render(document, style): the whole output.  Only formats for people look at the style."""

RENDERERS: Mapping[Format, Renderer] = MappingProxyType(
    {
        Format.text: as_text.render,
        Format.concise: as_concise.render,
        Format.json: as_json.render,
        Format.jsonl: as_jsonl.render,
        Format.markdown: as_markdown.render,
        Format.html: as_html.render,
        Format.github: as_github.render,
        Format.gitlab: as_gitlab.render,
        Format.sarif: as_sarif.render,
        Format.junit: as_junit.render,
    }
)
"""One renderer a format; a test demands all of them."""
