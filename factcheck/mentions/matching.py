"""Pattern rules over a text: each rule is tried where one of its first words stands; the longest match wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from factcheck.errors import Problem, RuleError
from factcheck.mentions import Found
from factcheck.mentions.prefilter import CompiledRule, holds
from factcheck.rulebook import PatternRule, Rulebook, Value, WordList, suggest
from factcheck.rulebook.openings import Openings
from factcheck.rulebook.patterns import expand
from factcheck.text import Span

BEFORE = 60
"""Code points before a match that readers may look at."""

Words = Mapping[str, WordList]


@dataclass(frozen=True, slots=True)
class Groups:
    """The named groups of a match and the words around it.  ``before`` is what stands before the match, at most 60 code points."""

    texts: Mapping[str, str | None]
    words: Words
    before: str = ""

    def text(self, *names: str) -> str:
        """The first of the groups that matched, in lower case; "" where none did."""
        return next((found.lower() for name in names if (found := self.texts.get(name))), "")

    def number(self, *names: str) -> int | None:
        """The same as a number written in figures; None where there is none."""
        text = self.text(*names)
        return int(text) if text.isdecimal() else None

    def listed(self, word_list: str, *names: str) -> Value | None:
        """What the word list says about the group's words; None where the group did not match."""
        return self.words[word_list].get(self.text(*names))

    def index(self, word_list: str, *names: str) -> int | None:
        """The same for lists of whole numbers; None where no word is listed, or with something else."""
        value = self.listed(word_list, *names)
        return value if isinstance(value, int) else None

    def follows(self, word_list: str) -> bool:
        """Whether a word of the list stands before the match, within its clause."""
        clause = self.before.lower()
        for sign in (". ", "; ", ": ", ", ", "? ", "! "):
            clause = clause.rpartition(sign)[2]
        listed = self.words[word_list]
        return any(word in listed for word in clause.split())


GroupReader = Callable[[Groups], object | None]


class RuleMatcher:
    """Finds what the pattern rules of some kinds match; a group named "date" (where it matched) bounds the mention."""

    def __init__(self, rulebook: Rulebook, readers: Mapping[str, Mapping[str, GroupReader]]) -> None:
        """Compile the rules of the kinds that ``readers`` names, each with the readers of its kind.

        Raises:
            RuleError: a rule names a reader that does not exist.
        """
        self._words = rulebook.words()
        rules = [rule for rule in rulebook.of(PatternRule) if rule.kind in readers]
        faults = [
            Problem("E209", f"{rule.id}: no reader {rule.reader!r}", hint=suggest(rule.reader, readers[rule.kind]))
            for rule in rules
            if rule.reader not in readers[rule.kind]
        ]
        if faults:
            raise RuleError(faults)
        self._rules = tuple((CompiledRule.of(rule, self._words), readers[rule.kind][rule.reader]) for rule in rules)
        shapes = [compiled.shape.words for compiled, _ in self._rules]
        self._listed = tuple(dict.fromkeys(shapes))
        """What some rules have one of in every match; a text without them is tried for none of these rules."""
        self._groups = tuple(self._listed.index(words) for words in shapes)
        self._openings = Openings([expand(rule.pattern, self._words) for rule in rules])

    def find(self, text: str) -> list[Found]:
        """Everything the rules match, in reading order, without overlaps; the longest wins, then the first rule."""
        found: list[tuple[int, int, Found]] = []
        lowered, groups = text.lower(), self._groups
        live: list[bool | None] = [None] * len(self._listed)
        for start, rules in self._openings.places(text):
            for order in rules:
                group = groups[order]
                if live[group] is None:
                    words = self._listed[group]
                    live[group] = words is None or holds(lowered, words)
                item = self._match(*self._rules[order], text, start) if live[group] else None
                if item:
                    found.append((-len(item.span), order, item))
        if len(found) < 2:
            return [item for _, _, item in found]
        chosen: list[Found] = []
        for _, _, item in sorted(found, key=lambda entry: (entry[0], entry[1], entry[2].span)):
            if not any(item.span.overlaps(other.span) for other in chosen):
                chosen.append(item)
        return sorted(chosen, key=lambda item: item.span)

    def _match(self, compiled: CompiledRule, reader: GroupReader, text: str, position: int) -> Found | None:
        match = compiled.pattern.match(text, position)
        if match is None:
            return None
        groups = match.groupdict()
        start, end = match.span("date" if groups.get("date") is not None else 0)
        reading = reader(Groups(groups, self._words, text[max(0, position - BEFORE) : position]))
        if reading is None or start >= end:
            return None
        return Found(compiled.rule.kind, Span(start, end), compiled.rule.id, reading)
