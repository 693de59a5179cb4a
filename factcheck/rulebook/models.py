"""The types of rule that a file under rules/ may hold; each is one pydantic model, told apart by ``type``.

What a rule *does* lives in the module that uses it: patterns in mentions/, furniture in articles/, events in claims/.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Words = Annotated[list[Text], Field(min_length=1)]
Cell = int | float | str
"""One value of a table of words."""


class Rule(BaseModel):
    """What all rules share.

    ``reason`` says why the rule is there, for the next editor.  ``override: true`` lets a rule replace an earlier one of the same id.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    id: RuleId
    reason: Text
    override: bool = False


class Example(BaseModel):
    """Text in which the rule must find ``find`` (a part of the text, the whole of it by default), with the compact value ``value``."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    text: Text
    find: Text | None = None
    value: Text | None = None


class WordsRule(Rule):
    """A word list that patterns refer to as {id}, in one of three forms; folded case, longest word first.

    ``words`` is a set.  ``groups`` maps a group to its words; with ``several: true`` a word may stand in more than one and
    has them in the order of the file.  ``table`` gives each word a number, a text or a list of either, all of one sort.
    """

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": [form]} for form in ("words", "groups", "table")]})

    type: Literal["words"]
    words: list[Text] = []
    groups: dict[Text, Words] = {}
    several: bool = False
    table: dict[Text, Cell | list[Cell]] = {}


class PatternRule(Rule):
    """A pattern that finds mentions of one kind.

    ``pattern`` is a Python regular expression, matched without case on flattened text, between word borders.  {month} stands for a
    word list and becomes a group of that name; {month:first} names the group "first".  Quantifiers must be bounded.  ``reader``
    names the function that turns the groups into a value.  ``narrates: false`` marks dates that the story does not move to ("the 2024
    budget"), so that "the following day" does not start from them.
    """

    type: Literal["pattern"]
    kind: Literal["date", "count", "duration", "scope", "time", "timex", "age", "measure", "money", "percent", "role", "membership"]
    reader: Text
    pattern: Text
    case_sensitive: bool = False
    narrates: bool = True
    examples: Annotated[list[Example], Field(min_length=1)]
    counter_examples: Annotated[list[Text], Field(min_length=1)]


class CueRule(Rule):
    """Words that set the scope of what they govern: "not" makes it negated, "reportedly" hedged."""

    type: Literal["cue"]
    sets: Literal["negated", "planned", "hedged", "question", "conditional"]
    words: Words
    examples: Words
    counter_examples: list[Text] = []


class SpeechRule(Rule):
    """Verbs and prepositions that attribute a statement to a speaker or source ("said", "according to").

    ``stance`` is "asserts" (said, insisted), "denies" (denied, rejected) or "cites" (according to, citing, quoting).
    """

    type: Literal["speech"]
    stance: Literal["asserts", "denies", "cites"]
    words: Words
    examples: Words


class EventRule(Rule):
    """A class of events: the verbs and nouns that name one and the same kind of happening.

    A verb is written in its base form, irregular forms in brackets where the list "verb.irregular" does not have them: "withdraw
    (withdrew, withdrawn)"; a particle follows it: "pull out".  In phrases "..." stands for up to five words ("take ... control").
    ``phase`` tells what the class does to another event: "agree" and "announce" and "report" carry a complement, "act" stands by itself.
    ``once`` lists the sorts of participant to whom it cannot happen twice (a person dies once, a place is conquered once).  ``broader`` is
    a class whose plain words may mean this one ("the withdrawal" of a state from an alliance).
    """

    type: Literal["event"]
    phase: Literal["act", "agree", "announce", "report"] = "act"
    once: list[Literal["person", "place", "body"]] = []
    broader: RuleId | None = None
    verbs: list[Text] = []
    nouns: list[Text] = []
    phrases: list[Text] = []
    examples: Words
    counter_examples: list[Text] = []


class OutcomeRule(Rule):
    """A question with two answers that many words give: whether the alarm rang, whether a ransom was paid.

    An entry of ``yes`` or ``no`` is a verb in its base form, further words that must stand in its clause and, after "|", nouns of which
    one must ("send | mayday signal"); "be" stands for all verbs of being and staying. A negation turns the answer round.  ``doer:
    shared`` demands that both articles name the same doer or thing, ``any`` that they name no two; ``thing: same`` that the noun of the
    entry, or the object where it has none, is the same, ``charge`` that the charge is (the list "outcome.charge").  ``of: event`` is a
    question of one event, whose answer does not change after it ("the alarm rang"), ``of: once`` one of an event of which each answer
    rules out the other for good ("resigned", "was dismissed"), ``of: time`` one that may be answered otherwise the next day ("is still
    missing"), ``of: day`` one that every day answers anew ("closed higher").

    ``lacking`` holds entries that answer no where their noun is denied, and nothing where it is not: without a siren none sounded, but one
    that is there may be silent.  ``by`` are the nouns of those who may do it, where others do the same to another end: the records of a
    clinic may be copied by its staff.  ``examples`` are told as yes, ``examples_no`` as no; how "not" and "nobody" turn them is left to
    the parse.
    """

    type: Literal["outcome"]
    doer: Literal["shared", "any"] = "shared"
    thing: Literal["same", "any", "charge"] = "any"
    of: Literal["event", "once", "time", "day"] = "time"
    yes: list[Text] = []
    no: list[Text] = []
    lacking: list[Text] = []
    by: list[Text] = []
    examples: Words
    examples_no: list[Text] = []
    counter_examples: Words


class PlaceRule(Rule):
    """A place and every accepted way to write it.

    ``demonyms`` are its people and adjectives, ``seats`` the cities and houses that stand for its government; ``within`` is the id of the
    place around it.
    """

    type: Literal["place"]
    level: Literal["country", "region", "city", "area"] = "country"
    names: Words
    demonyms: list[Text] = []
    seats: list[Text] = []
    within: RuleId | None = None


class OrganisationRule(Rule):
    """An organisation, its accepted names and acronyms, and nouns that stand for it in running text ("the alliance")."""

    type: Literal["organisation"]
    names: Words
    acronyms: list[Text] = []
    nouns: list[Text] = []


class TitleRule(Rule):
    """Words before or after a person's name: ``sort`` "address" (Mr.), "office" (foreign minister) or "rank" (General)."""

    type: Literal["title"]
    sort: Literal["address", "office", "rank"]
    words: Words


class FoldingRule(Rule):
    """Spellings that romanisations use for one sound; each class is a list of letter groups that count as equal.

    ``position`` limits them to the end or the start of a name.  A rule with a ``language`` holds only between two persons' names of that
    language (the lists name.language-ending and name.language-surname tell), and counts once however often it is used: such a shift runs
    through the whole name.  So does a rule with ``once``, between names of all languages.  ``examples`` are pairs "left = right" of one
    name in two spellings, ``counter_examples`` pairs of different names.
    """

    type: Literal["folding"]
    classes: Annotated[list[Words], Field(min_length=1)]
    language: Literal["ar", "be", "hy", "ka", "ko", "ru", "sr", "zh"] | None = None
    once: bool = False
    position: Literal["anywhere", "start", "end"] = "anywhere"
    examples: Words
    counter_examples: list[Text] = []


class AliasRule(Rule):
    """Forms of one and the same name, which are all accepted, so that their difference is never reported.

    ``of``: "spelling" lists romanisations of one name, given name or surname, that no folding rule leads from one to the other; their
    difference is reported as any other of spelling.
    """

    type: Literal["alias"]
    of: Literal["person", "given", "spelling", "place", "organisation"]
    forms: Annotated[list[Text], Field(min_length=2)]


class FurnitureRule(Rule):
    """A pattern for lines that belong to the page.

    ``scope``: "line" drops the line, "match" only what matched, "rest" everything from the line to the end, "section" the line and the
    short lines after it.  ``near`` limits it to the "start" or "end" of the file.
    """

    type: Literal["furniture"]
    sort: Text
    pattern: Text
    scope: Literal["line", "match", "rest", "section"] = "line"
    near: Literal["anywhere", "start", "end"] = "anywhere"
    case_sensitive: bool = False
    examples: Words
    counter_examples: Words


class ComparisonRule(Rule):
    """A finding: its code, name, severity by level, message, and the tolerances the comparer of its kind uses.

    ``levels`` maps the label of a rung to a severity or to "none" (never reported).  ``tolerances`` are named numbers; the comparer's
    docstring states their units.  ``default: false`` reports a finding only where its code is selected.
    """

    type: Literal["comparison"]
    code: Annotated[str, StringConstraints(pattern=r"^FC[1-9][0-9]{2}$")]
    kind: Text
    name: RuleId
    message: Text
    levels: dict[Text, Literal["high", "medium", "low", "none"]]
    tolerances: dict[Text, int | float] = {}
    default: bool = True


class WeightsRule(Rule):
    """The weights of the confidence score, by feature; ``data`` is the hash of the labelled reports they were trained on.

    Written by benchmarks/calibrate.py; the last such rule read is used.
    """

    type: Literal["weights"]
    data: Text
    weights: dict[Text, int | float]


class Steps(BaseModel):
    """What a feature is worth by its value: ``points[i]`` from ``at[i - 1]`` (exclusive; nothing for i = 0) up to ``at[i]`` (inclusive)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: list[int | float]
    points: list[int | float]

    @model_validator(mode="after")
    def _check(self) -> Self:
        if len(self.points) != len(self.at) + 1 or list(self.at) != sorted(set(self.at)):
            raise ValueError("points must be one more than the bounds in at, which must rise")
        return self


class ScorecardRule(Rule):
    """A score that is a sum of one table a feature, in units of log odds, and how rare the words are that its features weigh.

    ``bias`` is the score of nothing; ``steps`` the table of each feature.  ``words`` gives by weight (the rounded negative logarithm of the
    part of articles that hold it) the words; a word that is in none is the rarest.  Written by benchmarks/alignment.py; the last such rule
    read is used.
    """

    type: Literal["scorecard"]
    data: Text
    bias: float
    steps: dict[Text, Steps]
    words: dict[Annotated[str, StringConstraints(pattern=r"^[0-9]{1,2}$")], Words]

    @cached_property
    def best(self) -> dict[str, float]:
        """By feature the most that it can be worth."""
        return {name: max(table.points) for name, table in self.steps.items()}

    @cached_property
    def most(self) -> float:
        """The most that all features can be worth together."""
        return sum(self.best.values())


AnyRule = Annotated[
    WordsRule
    | PatternRule
    | CueRule
    | SpeechRule
    | EventRule
    | OutcomeRule
    | PlaceRule
    | OrganisationRule
    | TitleRule
    | FoldingRule
    | AliasRule
    | FurnitureRule
    | ComparisonRule
    | WeightsRule
    | ScorecardRule,
    Field(discriminator="type"),
]

RULE_TYPES: tuple[type[Rule], ...] = (
    WordsRule,
    PatternRule,
    CueRule,
    SpeechRule,
    EventRule,
    OutcomeRule,
    PlaceRule,
    OrganisationRule,
    TitleRule,
    FoldingRule,
    AliasRule,
    FurnitureRule,
    ComparisonRule,
    WeightsRule,
    ScorecardRule,
)


class RuleFile(BaseModel):
    """A rule file: one ``rules:`` list and nothing else."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    rules: list[AnyRule]
