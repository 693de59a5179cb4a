"""The lexicon of event classes and the small word lists that reading happenings goes by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.events import EventLexicon, lexicon_of
from factcheck.rulebook import EventRule, Rulebook


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The lexicon of event classes and the small word lists of verbs that pass events through."""

    events: EventLexicon
    light: Mapping[str, object]
    aspect: Mapping[str, object]
    cause: Mapping[str, object]
    occur: Mapping[str, object]
    markers: Mapping[str, object]
    parts: Mapping[str, object]
    degrees: Mapping[str, object]
    states: Mapping[str, EventRule]
    timed: Mapping[str, object]
    moments: Mapping[str, object]
    phases: Mapping[str, object]
    genders: Mapping[str, object]
    lengths: Mapping[str, object]
    same: Mapping[str, object]
    onsets: Mapping[str, object]
    bodies: Mapping[str, object]
    secondary: Mapping[str, object]
    attendants: Mapping[str, object]
    beginnings: Mapping[str, object]
    idle: Mapping[str, object]
    undergone: Mapping[str, object]
    opposites: Mapping[str, object]
    periods: Mapping[str, object]
    row_nouns: Mapping[str, object]
    row_events: Mapping[str, object]
    row_degrees: Mapping[str, object]
    row_acts: Mapping[str, object]
    row_ever: Mapping[str, object]
    row_records: Mapping[str, object]
    done_to: Mapping[str, object]
    parties: Mapping[str, object]
    placed: Mapping[str, object]
    occurring: Mapping[str, object]
    place_nouns: Mapping[str, object]
    parted: Mapping[str, object]
    sides: Mapping[str, object]
    landmarks: Mapping[str, object]
    whole_places: Mapping[str, object]
    decided: Mapping[str, object]
    tasks: Mapping[str, object]
    part_words: Mapping[str, object]
    same_wholes: Mapping[str, object]
    staying: Mapping[str, object]
    beside_time: Mapping[str, object]
    other_days: Mapping[str, object]
    weekdays: Mapping[str, object]
    recurring: Mapping[str, object]
    refusing: Mapping[str, object]
    declared: Mapping[str, object]
    length_classes: Mapping[str, object]
    lasting_states: Mapping[str, object]
    anybody: Mapping[str, object]
    saying: Mapping[str, object]
    quantities: Mapping[str, object]
    compass: Mapping[str, object]
    rules: Mapping[str, EventRule]
    lists: Mapping[str, Mapping[str, object]]

    @classmethod
    def from_rules(cls, rulebook: Rulebook) -> Vocabulary:
        """The vocabulary of a rulebook; lists that a rulebook does not have are empty."""
        words = rulebook.words()
        events = {rule.id: rule for rule in rulebook.of(EventRule)}
        return cls(
            events=lexicon_of(rulebook),
            light=words.get("verb.light", {}),
            aspect=words.get("verb.aspect", {}),
            cause=words.get("verb.cause", {}),
            occur=words.get("verb.occur", {}),
            markers=words.get("marker.instance", {}),
            parts=words.get("noun.part", {}),
            degrees=words.get("adverb.degree", {}),
            states={word: events[str(event)] for word, event in words.get("state.counted", {}).items() if event in events},
            timed=words.get("time.governor", {}),
            moments=words.get("time.moment", {}),
            phases=words.get("verb.phase", {}),
            genders=words.get("name.given", {}),
            lengths=words.get("length.word", {}),
            same=words.get("noun.lasting", {}),
            onsets=words.get("event.onset", {}),
            bodies=words.get("noun.body", {}),
            secondary=words.get("event.secondary", {}),
            attendants=words.get("noun.attendant", {}),
            beginnings=words.get("time.beginning", {}),
            idle=words.get("verb.idle", {}),
            undergone=words.get("deed.undergone", {}),
            opposites=words.get("deed.opposite", {}),
            periods=words.get("ordinal.period", {}),
            row_nouns=words.get("ordinal.same-noun", {}),
            row_events=words.get("ordinal.event", {}),
            row_degrees=words.get("ordinal.degree", {}),
            row_acts=words.get("ordinal.act", {}),
            row_ever=words.get("ordinal.ever", {}),
            row_records=words.get("ordinal.records", {}),
            done_to=words.get("doer.thing", {}),
            parties=words.get("doer.party", {}),
            placed=words.get("where.class", {}),
            occurring=words.get("where.occurring", {}),
            place_nouns=words.get("where.noun", {}),
            parted=words.get("where.parted", {}),
            sides=words.get("where.side", {}),
            landmarks=words.get("place.noun", {}),
            whole_places=words.get("stay.whole", {}),
            decided=words.get("scope.decided", {}),
            tasks=words.get("scope.for-task", {}),
            part_words=words.get("scope.part-word", {}),
            same_wholes=words.get("scope.same-noun", {}),
            staying=words.get("scope.staying", {}),
            beside_time=words.get("time.beside", {}),
            other_days=words.get("time.other-day", {}),
            weekdays=words.get("weekday-name", {}),
            length_classes=words.get("length.class", {}),
            declared=words.get("event.declared", {}),
            refusing=words.get("deed.refusing", {}),
            recurring=words.get("time.recurring", {}),
            lasting_states=words.get("length.state", {}),
            anybody=words.get("deed.anybody", {}),
            saying=words.get("deed.saying", {}),
            quantities=words.get("noun.quantity", {}),
            compass=words.get("noun.compass", {}),
            rules=events,
            lists=words,
        )

    def listed(self, name: str) -> Mapping[str, object]:
        """The word list of this id; empty where the rules have none."""
        return self.lists.get(name, {})

    def is_event(self, name: str) -> bool:
        """Whether a name is that of an event class."""
        return name in self.rules
