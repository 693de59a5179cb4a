"""The command explain: what a code means, or why one conflict was raised and what would silence it.  Never loads a model for a code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.corpus import load_or_check
from factcheck.cli.helping import refused
from factcheck.cli.options import CacheDir, Color, Colors, Config, Debug, Model, NoCache, Quiet, Rules, Select
from factcheck.cli.project import options_of, read_settings
from factcheck.cli.running import exits, style_for, tell, write
from factcheck.errors import InputError, Problem, SetupError
from factcheck.nearest import nearest

if TYPE_CHECKING:  # pydantic comes with it
    from factcheck.reports.codes import CodeSection
    from factcheck.reports.schema import ReportDocument
    from factcheck.reports.terminal import Style
    from factcheck.rulebook import ComparisonRule

SILENCE = "What silences it"
"""The heading in docs/conflicts.md that tells what ends a finding."""

_CONFLICT_ID = re.compile(r"FC-", re.IGNORECASE)


def explain(
    what: Annotated[str, typer.Argument(metavar="CODE|FC-ID", help="A code (FC101, E301) or its name, or the id of a conflict.")],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATHS", help="For an FC-ID: the articles to check, else those of the configuration.")
    ] = None,
    report: Annotated[Path | None, typer.Option("--report", metavar="FILE", help="For an FC-ID: a saved report.json to look in.")] = None,
    select: Select = None,
    config: Config = None,
    rules: Rules = None,
    model: Model = None,
    cache_dir: CacheDir = None,
    no_cache: NoCache = False,
    color: Colors = Color.auto,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Explain what a code means, or why a conflict was raised.

    For a conflict also what would silence it.
    """
    with exits(debug=debug):
        settings = read_settings(config, paths=paths, select=select, rules=rules, model=model, cache_dir=cache_dir)
        if not _CONFLICT_ID.match(what):
            if paths or report:
                raise refused("a code is explained without articles; PATHS and --report go with an FC-ID", "CODE")
            write(_code_text(what, [Path(folder) for folder in settings.rules], style_for(color, None)), None)
            return
        if paths and report:
            raise refused("say where the conflict is: either PATHS or --report FILE", "FC-ID")
        from factcheck.reports.document import problems_of  # noqa: PLC0415 - --help needs none of this
        from factcheck.reports.saved import read_saved_report  # noqa: PLC0415

        options = options_of(settings, no_cache=no_cache)
        document = read_saved_report(str(report)) if report else load_or_check(settings.paths, options, quiet=quiet)
        code = tell(problems_of(document), quiet=quiet)
        if not document.articles and code:  # what was told says it all
            raise typer.Exit(code)
        write(_conflict_text(document, what, color), None)
        raise typer.Exit(code)


def _code_text(what: str, folders: Sequence[Path], style: Style) -> str:
    from factcheck.reports.codes import ERRORS, read_sections  # noqa: PLC0415 - --help needs none of this
    from factcheck.rulebook import ComparisonRule, load_rules  # noqa: PLC0415

    faults = {word: section for section in read_sections(ERRORS) for word in (section.code, section.name)}
    fault = faults.get(what.upper()) or faults.get(what.lower())
    if fault is not None:  # told without a look at the rules: they may be what is at fault
        return _section_text(fault, None, style)
    rulebook = load_rules(folders)
    comparisons = {rule.code: rule for rule in rulebook.of(ComparisonRule)}
    sections = {section.code: section for section in read_sections()}
    known = {code: code for code in {*sections, *comparisons}}
    known |= {section.name: section.code for section in sections.values()} | {rule.name: rule.code for rule in comparisons.values()}
    code = known.get(what.upper()) or known.get(what.lower())
    if code is None:
        near = nearest(what, sorted({*known, *faults}))
        listed = f"codes: {', '.join(sorted({*known.values()}))}; those of errors and warnings (E..., W...) stand beside their messages"
        raise SetupError(Problem("E512", f"no code {what!r}", hint=f"did you mean {near}?" if near else listed))
    return _section_text(sections.get(code), comparisons.get(code), style)


def _section_text(section: CodeSection | None, rule: ComparisonRule | None, style: Style) -> str:
    """A code by its section, its rule, or both."""
    named = section or rule
    lines = [f"{named.code} {named.name}"] if named else []
    for heading, text in section.parts if section else ():
        lines += ["", heading, *_wrapped(text, style, "  ")]
    if rule:
        lines += ["", "Why the rule is there", *style.wrap(rule.reason, "  "), "", "Severity by level"]
        lines += [f"  {level}: {severity}" for level, severity in rule.levels.items()]
        if rule.tolerances:
            lines += ["", "Tolerances", *(f"  {name}: {value}" for name, value in rule.tolerances.items())]
    return "\n".join(lines) + "\n"


def _wrapped(text: str, style: Style, indent: str) -> list[str]:
    """A part of a section in lines as wide as the terminal."""
    from factcheck.reports.codes import paragraphs  # noqa: PLC0415 - --help needs none of this

    lines: list[str] = []
    for line in paragraphs(text):
        bare = line.lstrip(" ")
        first = indent + " " * (len(line) - len(bare))
        lines += style.wrap(bare, first, first + ("  " if bare.startswith("- ") else "")) or [""]
    return lines


def _conflict_text(document: ReportDocument, what: str, color: Color) -> str:
    from factcheck.baseline import nearest_id  # noqa: PLC0415 - --help needs none of this
    from factcheck.reports.as_text import conflict_lines  # noqa: PLC0415
    from factcheck.reports.codes import read_sections  # noqa: PLC0415
    from factcheck.reports.terminal import printable  # noqa: PLC0415

    found = {conflict.id.upper(): conflict for conflict in document.conflicts}
    conflict = found.get(what.upper())
    if conflict is None:
        raise InputError(Problem("E385", f"no conflict {what!r}", hint=nearest_id(what, [item.id for item in document.conflicts])))
    style = style_for(color, None)
    articles = {article.id: article for article in document.articles}
    lines = [printable(conflict.topic.label), "", *conflict_lines(conflict, articles, style, max_quotes=None)]
    lines += ["", f"    question: {printable(conflict.slot)}", f"    confidence: {conflict.confidence:.2f}"]
    section = next((section for section in read_sections() if section.code == conflict.code), None)
    text = section.part(SILENCE) if section else None
    if text:
        lines += ["", f"    {SILENCE.lower()}:", *_wrapped(text, style, "      ")]
    return "\n".join(lines) + "\n"
