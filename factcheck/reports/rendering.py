"""Which module writes which format."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

from factcheck.reports.formats import Format
from factcheck.reports.schema import ReportDocument
from factcheck.reports.terminal import Style

Renderer = Callable[[ReportDocument, Style], str]
"""render(document, style): the whole output.  Only formats for people look at the style."""


def _renderer(format_: Format) -> Renderer:
    """The renderer of the format's module, which is loaded when it is first used: a run writes one format, or two."""

    def render(document: ReportDocument, style: Style) -> str:
        module = importlib.import_module(f"factcheck.reports.as_{format_}")
        text: str = module.render(document, style)
        return text

    return render


RENDERERS: Mapping[Format, Renderer] = MappingProxyType({format_: _renderer(format_) for format_ in Format})
"""One renderer a format, in the module of that name; a test demands all of them."""
