"""What the shipped rules declare for the rules of a user, so that a rule that is read can be used.

A shipped comparison declares its code, kind, levels and tolerances; the shipped patterns the readers of each kind and the groups these ask
for.  A rule that overrides one keeps its type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from string import Formatter

from factcheck.errors import Location, Problem
from factcheck.rulebook.models import ComparisonRule, EventRule, OutcomeRule, PatternRule, Rule
from factcheck.rulebook.patterns import groups_of

PLACEHOLDERS = ("subject", "number")
"""What the message of a comparison may hold in braces."""

Place = Callable[..., Location]
"""The keys and indices that lead to a part of a rule -> where it stands in its file."""
Suggest = Callable[[str, Iterable[str]], str]


def merged(rule: Rule, earlier: Rule | None) -> Rule:
    """A comparison with the levels and tolerances of the one it overrides, where it does not name them; any other rule as it is."""
    if not (isinstance(rule, ComparisonRule) and isinstance(earlier, ComparisonRule)):
        return rule
    return rule.model_copy(update={"levels": {**earlier.levels, **rule.levels}, "tolerances": {**earlier.tolerances, **rule.tolerances}})


def faults_of(rule: Rule, rules: Mapping[str, Rule], at: Place, suggest: Suggest) -> Iterator[Problem]:
    """What makes a rule of a user one that no part of the program could use, E211 each.

    Args:
        rule: as it was read, before ``merged``.
        rules: those read before it, by id.
        at: where its parts stand.
        suggest: words the hint for a name that is not known.
    """
    earlier = rules.get(rule.id)
    if earlier is not None and type(rule) is not type(earlier):
        yield Problem("E211", f"overrides a rule of another type: {rule.id!r}", at("type"), f"write type: {_type_of(earlier)}")
    elif isinstance(rule, ComparisonRule):
        yield from _comparison(rule, earlier, rules, at, suggest)
    elif isinstance(rule, PatternRule):
        yield from _pattern(rule, rules, at, suggest)
    elif isinstance(rule, EventRule | OutcomeRule):
        yield from _entries(rule, at)


def _pattern(rule: PatternRule, rules: Mapping[str, Rule], at: Place, suggest: Suggest) -> Iterator[Problem]:
    """A reader that its kind has not, or a group that the reader looks at missing or filled with the words of another list."""
    shipped = [other for other in rules.values() if isinstance(other, PatternRule) and other.kind == rule.kind]
    alike = [groups_of(other.pattern) for other in shipped if other.reader == rule.reader]
    if not alike:
        readers = sorted({other.reader for other in shipped})
        yield Problem("E211", f"no reader {rule.reader!r} of kind {rule.kind}", at("reader"), suggest(rule.reader, readers))
    elif rule.kind not in _LENIENT:
        mine = groups_of(rule.pattern)
        for name in sorted(set.intersection(*(set(groups) for groups in alike))):
            filled = {groups[name] for groups in alike}
            if name not in mine or ("" not in filled and mine[name] not in filled):
                hint = f"write {' or '.join(sorted(f'{{{known}:{name}}}' if known else f'(?P<{name}>...)' for known in filled))}"
                yield Problem("E211", f"the reader {rule.reader!r} needs the group {name!r}", at("pattern"), hint)


_LENIENT = ("date", "timex")
"""Kinds whose readers take a group that is missing for one that did not match."""


def _entries(rule: EventRule | OutcomeRule, at: Place) -> Iterator[Problem]:
    """Entries without a word to look for before their bracket or bar."""
    for key in ("verbs", "nouns", "phrases") if isinstance(rule, EventRule) else ("yes", "no", "lacking"):
        for index, entry in enumerate(getattr(rule, key)):
            if not _WORD.match(entry):
                yield Problem(
                    "E211", f"{rule.id}: the entry {entry!r} does not begin with a word", at(key, index), "write it in its base form"
                )


_WORD = re.compile(r"\s?[^\W_]")


def _type_of(rule: Rule) -> str:
    return str(getattr(rule, "type", ""))


def _comparison(rule: ComparisonRule, earlier: Rule | None, rules: Mapping[str, Rule], at: Place, suggest: Suggest) -> Iterator[Problem]:
    if not isinstance(earlier, ComparisonRule):
        known = {other.code: other.id for other in rules.values() if isinstance(other, ComparisonRule)}
        taken = known.get(rule.code)
        hint = f"write id: {taken} and override: true" if taken else suggest(rule.code, sorted(known))
        yield Problem("E211", f"{rule.code} is the code of {taken}" if taken else f"nothing reports {rule.code}", at("code"), hint)
        return
    for key, mine, shipped in (("code", rule.code, earlier.code), ("kind", rule.kind, earlier.kind)):
        if mine != shipped:
            yield Problem("E211", f"the {key} of {rule.id} cannot be changed", at(key), f"write {key}: {shipped}")
    for level in rule.levels.keys() - earlier.levels.keys():
        yield Problem("E211", f"{rule.id} has no level {level!r}", at("levels", level), suggest(level, earlier.levels))
    for name in rule.tolerances.keys() - earlier.tolerances.keys():
        hint = suggest(name, earlier.tolerances) if earlier.tolerances else "it has none"
        yield Problem("E211", f"{rule.id} has no tolerance {name!r}", at("tolerances", name), hint)
    for name, number in rule.tolerances.items():
        if number < 0:
            yield Problem("E211", f"the tolerance {name!r} is less than nothing", at("tolerances", name), "write 0 or more")
    yield from _message(rule, at, suggest)


def _message(rule: ComparisonRule, at: Place, suggest: Suggest) -> Iterator[Problem]:
    try:
        parts = list(Formatter().parse(rule.message))
    except ValueError as error:
        yield Problem("E211", f"the message cannot be filled in: {error}", at("message"), "write {{ and }} for braces")
        return
    for _, name, form, conversion in parts:
        if name is not None and name not in PLACEHOLDERS:
            yield Problem("E211", f"the message has no part {{{name}}}", at("message"), suggest(name, PLACEHOLDERS))
        elif form or conversion:
            yield Problem("E211", f"the message formats {{{name}}}", at("message"), f"write {{{name}}} alone")
