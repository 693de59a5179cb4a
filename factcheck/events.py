"""Event classes by word: which kind of event a verb, a noun or a fixed phrase names.

The words live in rules/events/; this module inflects them and looks them up.  Inflection is by rule and may make a form that does not
exist ("visitted"), which costs nothing: lookups go from the text to the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from factcheck.rulebook import EventRule, Rule, Rulebook, WordsRule, shipped_rules

MAX_GAP = 5
"""How many words "..." in a phrase may stand for: a noun phrase and an adverb ("bring the whole disputed region back under control").

It never passes over punctuation or a word of the list "phrase.border".
"""

_IRREGULAR = "verb.irregular"
_BORDER = "phrase.border"
_GAP = "..."
_BRACKETS = re.compile(r" ?\(([^()]{1,120})\)")
_ENTRY_WORD = re.compile(r"[^\s-]{1,40}")
_TOKEN = re.compile(r"[^\W_](?:[\w']{0,60})|[^\w\s]")
_STOPS = frozenset('.,;:!?()"')
_VOWELS = "aeiou"

Irregular = Mapping[str, tuple[str, ...]]


_PARTICLES = frozenset({"down", "up", "out", "off", "over", "in", "on", "back", "away"})
_NO_PARTS: Mapping[str, tuple[frozenset[str], EventRule]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A compiled phrase: the words after the first, each with the number of words that may stand before it."""

    rule: EventRule
    rest: tuple[tuple[frozenset[str], int], ...]


_After = tuple[dict[str, tuple[_Phrase, ...]], tuple[_Phrase, ...]]
"""The phrases of one first word; see ``_by_next``."""


class EventLexicon:
    """Lookups of event classes by inflected form; every lookup is a dict access.

    Where two rules claim one form the later one has it, so that rules of a user's folder win; ``prove_forms`` lists such forms.
    ``particles`` holds every particle a listed verb may take ("out", "back").
    """

    def __init__(self, rulebook: Rulebook) -> None:
        irregular = irregular_verbs(rulebook)
        self._verbs: dict[tuple[str, str | None], EventRule] = {}
        self._nouns: dict[str, EventRule] = {}
        self._phrases: dict[str, list[_Phrase]] = {}
        self._objects: dict[str, dict[str, tuple[frozenset[str], EventRule]]] = {}
        self._subjects: dict[str, dict[str, tuple[frozenset[str], EventRule]]] = {}
        self._stops = _STOPS.union(rulebook.words().get(_BORDER, ()))
        for rule in rulebook.of(EventRule):
            for key in _verb_keys(rule, irregular):
                self._verbs[key] = rule
            for form in _noun_keys(rule):
                self._nouns[form] = rule
            for firsts, phrase in _compile_phrases(rule, irregular):
                for first in firsts:
                    self._phrases.setdefault(first, []).append(phrase)
                self._take_apart(firsts, phrase, irregular)
        for listed in self._phrases.values():
            listed.sort(key=lambda phrase: -len(phrase.rest))  # stable: the earlier rule first among equals
        self._verb_words = frozenset(word for word, _ in self._verbs)
        self._after: dict[str, _After] = {}
        self.particles: frozenset[str] = frozenset(particle for _, particle in self._verbs if particle)

    def verb(self, word: str, particle: str | None = None) -> EventRule | None:
        """The class that a verb form names, with its particle if it has one; None where no class lists that combination.

        ``verb("pulled", "out")`` and ``verb("withdrew")`` find a class; ``verb("withdrew", "out")`` and ``verb("pulled")`` do not.
        """
        return self._verbs.get((_joined(word), particle.lower() if particle else None))

    def may_be_verb(self, word: str) -> bool:
        """Whether any class lists the verb form, by itself or with a particle."""
        return _joined(word) in self._verb_words

    def _take_apart(self, firsts: Sequence[str], phrase: _Phrase, irregular: Irregular) -> None:
        """Note a phrase of two or three words, whose first word has several forms, by its verb and the noun that may be its object or
        subject."""
        parts = [forms for forms, _ in phrase.rest]
        nothing = frozenset[str]()
        if len(parts) == 1 or (len(parts) == 2 and parts[0] <= _PARTICLES):
            known = dict.fromkeys(parts[-1], (parts[0] if len(parts) == 2 else nothing, phrase.rule))
            for first in firsts:
                self._objects.setdefault(first, {}).update(known)
        if len(parts) in (1, 2):
            then = parts[1] if len(parts) == 2 else nothing
            known = dict.fromkeys(firsts, (then, phrase.rule))
            for verb in {form for base in parts[0] for form in (base, *verb_forms(base, irregular.get(base, ())))}:
                self._subjects.setdefault(verb, {}).update(known)

    def objects_of(self, word: str) -> Mapping[str, tuple[frozenset[str], EventRule]]:
        """The classes that a verb form names with an object, by the forms of the noun, with the particle that must stand by the verb.

        They are the phrases of a verb and one noun ("lodge ... appeal"), which a passive or a relative clause turns round: "the appeal that
        was lodged".  Whether the noun is the object is for the parse to say.
        """
        return self._objects.get(word, _NO_PARTS)

    def subjects_of(self, word: str) -> Mapping[str, tuple[frozenset[str], EventRule]]:
        """The classes that a verb form names with its subject, by forms of the noun, with one more word that must stand by the verb.

        They are the phrases of a noun and a verb ("dam give way"), whatever stands between the two: "the dam above the town gave way".
        """
        return self._subjects.get(word, _NO_PARTS)

    def noun(self, word: str) -> EventRule | None:
        """The class that a noun form names (singular or plural, hyphen or not), None for all other nouns."""
        return self._nouns.get(_joined(word))

    def phrases(self, tokens_lower: Sequence[str]) -> list[tuple[int, int, EventRule]]:
        """The phrases in a sequence of lower-case tokens as (first, after-last, class) token indices, in reading order, without overlaps.

        The longest phrase at a place wins.  Hyphens as tokens of their own are passed over; other punctuation ends a phrase.
        """
        found: list[tuple[int, int, EventRule]] = []
        index = 0
        known = self._phrases
        while index < len(tokens_lower):
            if tokens_lower[index] not in known:
                index += 1
                continue
            end, rule = self._phrase_at(tokens_lower, index)
            if rule is None:
                index += 1
                continue
            found.append((index, end, rule))
            index = end
        return found

    def _phrase_at(self, tokens: Sequence[str], start: int) -> tuple[int, EventRule | None]:
        best: tuple[int, int, EventRule] | None = None
        if tokens[start] not in self._after:  # made on first use: a text has few of the first words
            self._after[tokens[start]] = _by_next(self._phrases[tokens[start]])
        by_next, anywhere = self._after[tokens[start]]
        following = start + 1
        while following < len(tokens) and tokens[following] == "-":
            following += 1
        for phrase in by_next.get(tokens[following], anywhere) if following < len(tokens) else anywhere:
            end = _follow(tokens, start + 1, phrase.rest, self._stops)
            if end and (best is None or len(phrase.rest) > best[0]):
                best = (len(phrase.rest), end, phrase.rule)
        return (best[1], best[2]) if best else (start, None)


def _by_next(phrases: Sequence[_Phrase]) -> _After:
    """Phrases of one first word by the word that must follow it at once, each list with those that have none such; and these alone."""
    anywhere = tuple(phrase for phrase in phrases if not phrase.rest or phrase.rest[0][1])
    words = {form for phrase in phrases if phrase.rest and not phrase.rest[0][1] for form in phrase.rest[0][0]}
    listed = {
        word: tuple(phrase for phrase in phrases if not phrase.rest or phrase.rest[0][1] or word in phrase.rest[0][0]) for word in words
    }
    return listed, anywhere


def _follow(tokens: Sequence[str], at: int, rest: tuple[tuple[frozenset[str], int], ...], stops: frozenset[str]) -> int:
    """The index after the phrase's last word, 0 where its words do not follow."""
    for forms, gap in rest:
        skipped = 0
        while at < len(tokens) and (tokens[at] == "-" or (tokens[at] not in forms and skipped < gap and tokens[at] not in stops)):
            skipped += tokens[at] != "-"
            at += 1
        if at >= len(tokens) or tokens[at] not in forms:
            return 0
        at += 1
    return at


def _joined(word: str) -> str:
    return word.lower().replace("-", "")


@lru_cache(maxsize=4)
def lexicon_of(rulebook: Rulebook) -> EventLexicon:
    """The lexicon of a rulebook, made once: several finders and the framers ask for it."""
    return EventLexicon(rulebook)


def irregular_verbs(rulebook: Rulebook) -> Irregular:
    """The irregular forms of the list "verb.irregular", by base form; none where a rulebook has no such list."""
    return rulebook.words().texts(_IRREGULAR)


@lru_cache(maxsize=8192)
def verb_forms(base: str, irregular: tuple[str, ...] = ()) -> frozenset[str]:
    """All forms of a verb: base, third person, -ing and past; the irregular forms stand in for the regular past where given.

    Spelling by rule (Quirk et al. 1985, A Comprehensive Grammar of the English Language, 3.5-3.10): -es after sibilants and o, y to ie,
    mute e dropped, final consonant doubled after a single vowel (always in one syllable, as a second form in longer words).  -ize is
    read as -ise too.
    """
    stems = [base]
    if len(base) > 5 and base.endswith(("ize", "yze")):
        stems.append(base[:-2] + "se")
    forms = {form for stem in stems for form in (stem, _add_s(stem), *_add_suffix(stem, "ing"))}
    forms.update(irregular or [form for stem in stems for form in _add_suffix(stem, "ed")])
    return frozenset(forms)


def noun_forms(singular: str, irregular: Sequence[str] = ()) -> frozenset[str]:
    """Singular and plural; the irregular plural where one is given.  -ization is read as -isation too."""
    stems = [singular, singular.replace("ization", "isation")]
    return frozenset([*stems, *(irregular or [_add_s(stem) for stem in stems])])


def _add_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in (*_VOWELS, ""):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _add_suffix(word: str, suffix: str) -> list[str]:
    if suffix == "ed" and word.endswith("y") and word[-2:-1] not in _VOWELS:
        return [word[:-1] + "ied"]
    if suffix == "ing" and word.endswith("ie"):
        return [word[:-2] + "ying"]
    if word.endswith("e") and not (suffix == "ing" and word.endswith(("ee", "ye", "oe"))):
        return [word[:-1] + suffix]
    plain = word + suffix
    if not _ends_in_short_syllable(word):
        return [plain]
    doubled = word + word[-1] + suffix
    return [doubled] if _syllables(word) == 1 else [plain, doubled]


def _ends_in_short_syllable(word: str) -> bool:
    bare = word.replace("qu", "q")
    return len(bare) > 2 and bare[-1] not in "aeiouwxy" and bare[-2] in _VOWELS and bare[-3] not in _VOWELS


def _syllables(word: str) -> int:
    return len(re.findall(r"[aeiouy]{1,4}", word.replace("qu", "q")))


def _split_entry(entry: str) -> tuple[list[str], tuple[str, ...]]:
    """The words of an entry and the irregular forms it has in brackets."""
    match = _BRACKETS.search(entry)
    forms = tuple(part.strip() for part in match[1].split(",")) if match else ()
    return _BRACKETS.sub("", entry).lower().split(), forms


def _verb_keys(rule: EventRule, irregular: Irregular) -> Iterator[tuple[str, str | None]]:
    for entry in rule.verbs:
        words, forms = _split_entry(entry)
        for form in verb_forms(words[0], forms or irregular.get(words[0], ())):
            yield _joined(form), words[1] if len(words) > 1 else None


def _noun_keys(rule: EventRule) -> Iterator[str]:
    for entry in rule.nouns:
        words, forms = _split_entry(entry)
        yield from (_joined(form) for form in noun_forms(" ".join(words), forms))


def _compile_phrases(rule: EventRule, irregular: Irregular) -> Iterator[tuple[Sequence[str], _Phrase]]:
    """The phrases of a class, each with the forms of its first word."""
    for entry in rule.phrases:
        parts, forms = _split_entry(entry)
        words: list[tuple[str, int]] = []
        gap = 0
        for part in parts:
            if part == _GAP:
                gap = MAX_GAP
                continue
            for word in _ENTRY_WORD.findall(part):
                words.append((word, gap))
                gap = 0
        first = words[0][0]
        rest = tuple(
            (noun_forms(word) if index == len(words) - 1 else frozenset([word]), gap) for index, (word, gap) in enumerate(words) if index
        )
        firsts = verb_forms(first, forms or irregular.get(first, ()))
        yield sorted(firsts if rest else firsts | noun_forms(first)), _Phrase(rule, rest)


def prove_event(rule: EventRule, rulebook: Rulebook | None = None) -> list[str]:
    """What the rule's own examples show wrong, one line each; empty when all hold.

    Read lexically, without a parse: an example must name the class by verb, noun or phrase, a counter-example must not.  The irregular
    verbs are those of ``rulebook``, by default the shipped ones.
    """
    lists = tuple((rulebook or shipped_rules()).of(WordsRule))
    lexicon = EventLexicon(Rulebook((rule, *lists)))
    faults = [f"not named in the example: {text}" for text in rule.examples if not _named(lexicon, text)]
    return faults + [f"named in the counter-example: {text}" for text in rule.counter_examples if _named(lexicon, text)]


def prove_forms(rules: Iterable[Rule]) -> list[tuple[EventRule, str]]:
    """Every verb or noun form that two event classes claim: the later class, which has it, and the fault in words."""
    listed = list(rules)
    irregular = irregular_verbs(Rulebook(tuple(listed)))
    owners: dict[tuple[str, str], str] = {}
    faults = []
    for rule in listed:
        if not isinstance(rule, EventRule):
            continue
        keys = {("verb", " ".join(filter(None, key))) for key in _verb_keys(rule, irregular)}
        for key in sorted(keys | {("noun", form) for form in _noun_keys(rule)}):
            owner = owners.setdefault(key, rule.id)
            if owner != rule.id:
                faults.append((rule, f"the {key[0]} {key[1]!r} names {owner} and {rule.id}"))
    return faults


def _named(lexicon: EventLexicon, text: str) -> bool:
    tokens = _TOKEN.findall(text.lower())
    if lexicon.phrases(tokens):
        return True
    words = [_joined(word) for word in re.findall(r"[\w'-]{1,60}", text.lower())]
    for index, word in enumerate(words):
        following = words[index + 1 : index + 2 + MAX_GAP]
        if lexicon.verb(word) or lexicon.noun(word) or any(lexicon.verb(word, particle) for particle in following):
            return True
    return False
