"""The lexicon of event classes and the small word lists that reading happenings goes by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, get_type_hints

from factcheck.events import EventLexicon, lexicon_of
from factcheck.rulebook import EventRule, Rulebook

Words = Mapping[str, object]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Vocabulary:
    """The lexicon of event classes and the small word lists of verbs that pass events through; each names the list in the rules."""

    events: EventLexicon
    light: Annotated[Words, "verb.light"]
    aspect: Annotated[Words, "verb.aspect"]
    cause: Annotated[Words, "verb.cause"]
    occur: Annotated[Words, "verb.occur"]
    markers: Annotated[Words, "marker.instance"]
    parts: Annotated[Words, "noun.part"]
    degrees: Annotated[Words, "adverb.degree"]
    states: Mapping[str, EventRule]
    timed: Annotated[Words, "time.governor"]
    moments: Annotated[Words, "time.moment"]
    phases: Annotated[Words, "verb.phase"]
    genders: Annotated[Words, "name.given"]
    lengths: Annotated[Words, "length.word"]
    same: Annotated[Words, "noun.lasting"]
    onsets: Annotated[Words, "event.onset"]
    bodies: Annotated[Words, "noun.body"]
    secondary: Annotated[Words, "event.secondary"]
    attendants: Annotated[Words, "noun.attendant"]
    beginnings: Annotated[Words, "time.beginning"]
    idle: Annotated[Words, "verb.idle"]
    undergone: Annotated[Words, "deed.undergone"]
    opposites: Annotated[Words, "deed.opposite"]
    periods: Annotated[Words, "ordinal.period"]
    row_nouns: Annotated[Words, "ordinal.same-noun"]
    row_events: Annotated[Words, "ordinal.event"]
    row_degrees: Annotated[Words, "ordinal.degree"]
    row_acts: Annotated[Words, "ordinal.act"]
    row_ever: Annotated[Words, "ordinal.ever"]
    row_records: Annotated[Words, "ordinal.records"]
    done_to: Annotated[Words, "doer.thing"]
    parties: Annotated[Words, "doer.party"]
    placed: Annotated[Words, "where.class"]
    occurring: Annotated[Words, "where.occurring"]
    place_nouns: Annotated[Words, "where.noun"]
    parted: Annotated[Words, "where.parted"]
    sides: Annotated[Words, "where.side"]
    landmarks: Annotated[Words, "place.noun"]
    whole_places: Annotated[Words, "stay.whole"]
    decided: Annotated[Words, "scope.decided"]
    tasks: Annotated[Words, "scope.for-task"]
    part_words: Annotated[Words, "scope.part-word"]
    same_wholes: Annotated[Words, "scope.same-noun"]
    staying: Annotated[Words, "scope.staying"]
    beside_time: Annotated[Words, "time.beside"]
    other_days: Annotated[Words, "time.other-day"]
    weekdays: Annotated[Words, "weekday-name"]
    recurring: Annotated[Words, "time.recurring"]
    refusing: Annotated[Words, "deed.refusing"]
    declared: Annotated[Words, "event.declared"]
    length_classes: Annotated[Words, "length.class"]
    lasting_states: Annotated[Words, "length.state"]
    anybody: Annotated[Words, "deed.anybody"]
    saying: Annotated[Words, "deed.saying"]
    quantities: Annotated[Words, "noun.quantity"]
    compass: Annotated[Words, "noun.compass"]
    rules: Mapping[str, EventRule]
    lists: Mapping[str, Mapping[str, object]]

    @classmethod
    def from_rules(cls, rulebook: Rulebook) -> Vocabulary:
        """The vocabulary of a rulebook; lists that a rulebook does not have are empty."""
        words = rulebook.words()
        events = {rule.id: rule for rule in rulebook.of(EventRule)}
        states = {word: events[str(event)] for word, event in words.get("state.counted", {}).items() if event in events}
        hints = get_type_hints(cls, include_extras=True)
        named = {name: words.get(hint.__metadata__[0], {}) for name, hint in hints.items() if hasattr(hint, "__metadata__")}
        return cls(events=lexicon_of(rulebook), states=states, rules=events, lists=words, **named)

    def listed(self, name: str) -> Mapping[str, object]:
        """The word list of this id; empty where the rules have none."""
        return self.lists.get(name, {})

    def is_event(self, name: str) -> bool:
        """Whether a name is that of an event class."""
        return name in self.rules
