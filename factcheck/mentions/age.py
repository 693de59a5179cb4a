"""Ages of persons in text: "X, 26,", "26-year-old X", "aged 26", "who is 26", "in his fifties".

A span covers the age's own words ("26-year-old", "aged 26"); a bare number stands alone.  Whose age it is, is decided with the names of the
article; here a person noun, a name, "who" or a pronoun must stand where its bearer is told, so that companies and records have no age.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date as Day

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.age_forms import FORMS, age_of_birth, further_readers, is_dated, opens_sentence, stands_in_aside
from factcheck.mentions.age_nouns import past_forms, persons_by_noun
from factcheck.mentions.age_reading import Age, AgeReading, Bearer, Reader, Result
from factcheck.mentions.heads import HeadFinder
from factcheck.mentions.name_words import name_lexicon_of
from factcheck.mentions.numbers import Number, number_reader_of
from factcheck.mentions.scanning import Scan, compile_rules, prove_examples, read_values
from factcheck.rulebook import PatternRule, Rulebook, TitleRule
from factcheck.text import Span, either_of, fold, whole_words
from factcheck.values import AgeValue
from factcheck.values.age import MONTHS, OLDEST

READERS = ("joined", "old", "death", "aged", "verb", "bare", "decade", *FORMS)
"""The readers that make ages; rules of an earlier reader take their words first."""
SPREAD = 3
"""Years by which "about 40" may be off."""
_GROWN = 18
"""Years below which nouns of grown-ups that name things too ("coach") are those things."""
_CLOCK = 24
"""A bare "died at 9" up to this number is a time of day."""
_DAYS = {"day": 1.0, "week": 7.0}
_DAYS_OF_MONTH = 30.4
_BEFORE = 110
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (5, 9), "mid-to-late": (3, 9), "": (0, 9)}
"""Years of a decade that its beginning, middle and end may mean, counted from its first; both inclusive."""
_NAMED = re.compile(
    r"(?:^|[^\w.])(?P<name>[^\W\d_a-z][\w'.-]{1,30}(?:[ ](?:(?:[a-z]{1,4} ){1,2})?[^\W\d_a-z][\w'.-]{0,30}){0,5})"
    r"(?P<suffix>,? (?:Jr|Sr)\.?)?(?P<home>, (?:of|from) [^\W\d_a-z][\w'.-]{1,30}(?: [^\W\d_a-z][\w'.-]{1,30}){0,3})?(?: ?, | \( ?)$"
)
_NOUN_BEFORE = re.compile(r"(?P<noun>[^\W\d_][\w'-]{1,30})(?: of (?:the|an?|his|her)(?: [a-z-]{2,20}){1,3})?\.?(?: ?, | \( ?)$")
_PRONOUNS = frozenset({"he", "she", "who"})
_WORD = re.compile(r"[ ,(]{1,2}(?P<word>[^\W\d_][\w'-]{0,30})")
_RANGE = re.compile(r"(?:\d|\w-) ?(?:or|to|and|/) ?$|\d-$")
_BETWEEN = re.compile(r"(?: (?:has|had|is|was|just|now|only|about|around|also|recently|nearly|almost|over)){1,4}$")
_DEFINITE = re.compile(r"(?:^|\W)the (?P<words>(?:[\w'-]{1,20} ){0,3}[\w'-]{0,20})$")
_WHO = re.compile(r"(?P<noun>[^\W\d_][\w'-]{1,30})(?: of [a-z]{3,5})?,? who$")
_FAR_SUBJECT = re.compile(
    r"(?:^|[.!?\"] )(?:The|An?) (?:[a-z-]{2,20} ){0,2}?(?P<noun>[a-z-]{3,20}),? who (?:[\w'-]{1,20},? ){1,12}(?:is|was)$"
)
"""The subject of "the climber who fell on Friday was", which a clause parts from its verb."""
_ASIDE = re.compile(r"(?:(?: of [a-z]{3,5})?,? who)?(?: (?:has|had|is|was|just|only|now)){0,2}$")
_ENDS = re.compile(r"(?:[.;]|,? and |$)")
_STOP_TAGS = frozenset({"IN", "CC", "MD", "TO", "WP", "WD", "WR", "PR", "DT"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
_PHRASE_WORDS = 7
_OWNER = re.compile(r"(?: [\w-]{1,20}){1,3}'s? ")
_PAST = re.compile(r"[a-z]{3,20}(?<![eb])(?<!sh)ed")
"""A past tense, which the tagger takes for a noun behind "the 26-year-old" ("the 26-year-old stared at them")."""


_GROUP_WORD = re.compile(r"([\w']{1,30})[ ,(]{0,2}$")
_LAST_WORD = re.compile(r"([^\W\d_][\w'-]{0,30})\.?$")
_ARTICLE_LAST = re.compile(r" (?:an?|the)$")
_ARTICLE_BEFORE = re.compile(r"(?:an?|the) $")
_FIGURE = re.compile(r"[0-9]")
_FIGURE_NEXT = re.compile(r" ?[0-9]")
_SIGN_BEFORE = re.compile(r"[,(-] ?$")
_NAMES = re.compile(r"[^\W\d_a-z][\w'.-]{0,30}(?: (?:[a-z]{1,4} ){0,2}[^\W\d_a-z][\w'.-]{0,30}){0,5}")


class AgeFinder:
    """Finds ages by the rules of kind "age"."""

    kind = "age"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the rules.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._numbers = number_reader_of(rulebook)
        self._heads = HeadFinder(rulebook)
        self._lexicon = name_lexicon_of(rulebook)
        self._units = words.text("age.unit")
        self._decades = words.whole("age.decade")
        self._persons = persons_by_noun(rulebook)
        self._months_of_year = frozenset(words["month"])
        self._about = [(word, str(words["age.about"][word])) for word in sorted(words["age.about"], key=len, reverse=True)]
        self._callings = frozenset(fold(word).rstrip(".") for rule in rulebook.of(TitleRule) for word in rule.words)
        self._led = re.compile(rf"(?<!\ban )(?<!\ba )\b(?:{either_of(words['age.about-place'])}) (?:an? |the )?$", re.IGNORECASE)
        self._clauses = words["age.once-clause"]
        self._once_before, self._once_after = tuple(words["age.once-before"]), whole_words(tuple(words["age.once-after"]))
        self._groups = frozenset(words["age.group-before"])
        self._things = frozenset(words["age.thing-noun"])
        self._pasts = past_forms(rulebook)
        self._scores = frozenset(words["age.score-word"])
        self._placing = re.compile(rf"(?s)(?!.*\b(?:{either_of(words['age.undergone'])}) of $).*\b(?:{either_of(words['age.placing'])}) $")
        self._rules = compile_rules(rulebook, "age", READERS)
        self._readers: dict[str, Reader] = {
            "joined": self._read_joined,
            "old": self._read_old,
            "aged": self._read_aged,
            "death": self._read_death,
            "verb": self._read_verb,
            "bare": self._read_bare,
            "decade": self._read_decade,
            **further_readers(self, words),
        }

    def find(self, passage: Passage) -> list[Found]:
        """Every age of a passage, in reading order, without overlaps; the reading is an AgeReading."""
        scan = Scan.of(passage, self._numbers)
        return [Found(self.kind, *read) for read in read_values(scan, (), self._rules, self._readers, clear=False)]

    def resolve(self, found: Found, context: Context) -> AgeValue | None:
        """The value, said for the day of publication where that is known; None where the reading is not one of ages."""
        reading = found.reading
        if not isinstance(reading, AgeReading):
            return None
        as_of: Day | None = None if reading.once else context.published.day
        if reading.born is not None:
            return age_of_birth(reading.born, as_of)
        return AgeValue(reading.low, reading.high, reading.months, as_of, reading.approximate)

    def _read_joined(self, scan: Scan, match: re.Match[str]) -> Result:
        group = "n" if match["n"] else "m"
        unit = match["unit"] if match["n"] else match["unit2"]
        if _RANGE.search(scan.text, max(0, match.start() - 12), match.start()):
            return None
        age = self.age(scan, scan.number(match, group), unit)
        definite = self.is_definite(scan, match.start())
        bearer = self._behind(scan, match.end(), definite=definite)
        if bearer is None and not _OWNER.match(scan.text, match.end()) and self._is_apposition(scan.text, match.start()):
            bearer = Bearer()
        if age is None or bearer is None:
            return None
        return self.result(scan, Span(match.start(), match.end()), age, "joined", bearer, definite=definite)

    def _read_old(self, scan: Scan, match: re.Match[str]) -> Result:
        age = self.age(scan, scan.number(match, "n"), match["unit"])
        bearer = None if opens_sentence(scan, match.start()) else self.before(scan, match.start())
        form = "old"
        if bearer is None and scan.text[match.start() - 2 : match.start()] == ", " and _ENDS.match(scan.text, match.end()):
            bearer, form = Bearer(), "loose"
        if age is None or bearer is None:
            return None
        definite = bool(bearer.noun) and self.is_definite(scan, match.start() - 1)
        return self.result(scan, Span(match.start(), match.end()), age, form, bearer, definite=definite)

    def _read_aged(self, scan: Scan, match: re.Match[str]) -> Result:
        age = self.age(scan, scan.number(match, "n"), "year")
        before = scan.text[max(0, match.start() - _BEFORE) : match.start()]
        word = _GROUP_WORD.search(before)
        if age is None or (word and word[1].lower() in self._groups):
            return None
        own, demonym = (match.groupdict().get(group) for group in ("noun", "demonym"))
        if demonym and not self.is_demonym(demonym):
            return None
        bearer = self.noun_bearer(own) if own else Bearer("person") if demonym else self.before(scan, match.start()) or Bearer()
        definite = self.is_definite(scan, match.start() - 2) and bool(bearer.noun) and own is None and not demonym
        return self.result(scan, Span(match.start(), match.end()), age, "aged", bearer, definite=definite)

    def _read_death(self, scan: Scan, match: re.Match[str]) -> Result:
        age = self.age(scan, scan.number(match, "n"), "year")
        bare = match["age"].lower().startswith("at ") and "age" not in match["age"].lower()
        if age is None or (bare and age[0] <= _CLOCK):
            return None
        return self.result(scan, Span(*match.span("age")), age, "death", Bearer())

    def _read_verb(self, scan: Scan, match: re.Match[str]) -> Result:
        age = self.age(scan, scan.number(match, "n"), "year")
        bearer = self.before(scan, match.start()) or (Bearer() if stands_in_aside(scan, match.start()) else None)
        if age is None or bearer is None or self._is_place(bearer):
            return None
        if match["verb"].lower().startswith("turn"):  # other reports may stem from before the birthday
            age = (max(0, age[0] - 1), age[1], age[2])
        definite = bool(bearer.noun) and self.is_definite(scan, match.start() - 1)
        return self.result(scan, Span(match.start(), match.end("n")), age, "verb", bearer, definite=definite)

    def _read_bare(self, scan: Scan, match: re.Match[str]) -> Result:
        number = scan.number(match, "n")
        before = scan.text[max(0, match.start() - _BEFORE) : match.start()]
        noun = _NOUN_BEFORE.search(before)
        age = self.age(scan, number, "year")
        if age is None or noun is None:
            return None
        if age[0] and scan.text.startswith((" today", " next "), match.end("n")):  # other reports may stem from before the birthday
            age = (age[0] - 1, age[1], age[2])
        span = Span(match.start("n"), match.end("n"))
        anchor = match.start() - (len(before) - noun.end("noun"))
        heads = not scan.text[: anchor - len(noun["noun"])].strip() and fold(noun["noun"]) not in self._lexicon.common_surnames
        if fold(noun["noun"]) in self._persons and (heads or not self._is_named(before, bracket=False)):  # "Boy, 14, held"
            bearer = self.noun_bearer(noun["noun"])
            return self.result(scan, span, age, "bare", bearer, definite=self.is_definite(scan, match.start() - 2), anchor=anchor)
        if self.is_demonym(noun["noun"]) and before.endswith(f"he {noun['noun']}, "):  # "The Dane, 31, won"
            return self.result(scan, span, age, "bare", Bearer("person"), definite=True, anchor=anchor)
        named, bracket = _NAMED.search(before), before.rstrip().endswith("(")
        least = 1 + ("@" in match["n"])  # "one" is a pronoun as well
        if named is None or not self._is_named(before, bracket=bracket) or age[0] < least or self._is_score(before, listed=not bracket):
            return None
        end = named.end("suffix") if named["suffix"] else named.end("name")
        return self.result(scan, span, age, "bare", Bearer(), anchor=match.start() - (len(before) - end))

    def _read_decade(self, scan: Scan, match: re.Match[str]) -> Result:
        first = self._decades[match["decade"].lower()]
        low, high = _PARTS[(match["part"] or "").lower()]
        age = (first, 19, None) if first < 20 else (first + low, first + high, None)
        return self.result(scan, Span(match.start(), match.end()), age, "decade", Bearer())

    def age(self, scan: Scan, number: Number | None, unit: str) -> Age | None:
        """(low, high, months) of a whole number of units; None where that is no age."""
        if number is None or not number.whole or number.amount > OLDEST * 12 or number.letter or number.loose:
            return None
        amount, unit = int(number.amount), self._units.get(unit.lower(), "year")
        if scan.text[number.span.start] == "0" and amount:
            return None
        if unit == "year":
            return (amount, amount, None) if amount <= OLDEST else None
        months = amount if unit == "month" else int(amount * _DAYS[unit] / _DAYS_OF_MONTH)
        return (months // MONTHS, months // MONTHS, months) if months <= 10 * MONTHS else None

    def result(
        self,
        scan: Scan,
        span: Span,
        age: Age,
        form: str,
        bearer: Bearer,
        *,
        definite: bool = False,
        anchor: int | None = None,
    ) -> Result:
        low, high, months = age
        if low < _GROWN and bearer.noun in self._things:
            return None  # "the coach was six years old": a bus
        reading = AgeReading(
            low, high, months, form=form, noun=bearer.noun if bearer.noun not in _PRONOUNS else "",
            sort=self._persons.get(bearer.noun, ""), definite=definite, many=bearer.many,
            once=self._is_once(scan.text, span), anchor=span.start if anchor is None else anchor,
            pronoun=bearer.noun if bearer.noun in ("he", "she") else "",
        )  # fmt: skip
        return span, self._widened(scan.text, span, reading)

    def _widened(self, text: str, span: Span, reading: AgeReading) -> AgeReading:
        """The reading with what "about" or "over" before or inside the span does to it."""
        if reading.months is not None or reading.form == "decade":
            return reading
        before = _ARTICLE_LAST.sub("", text[max(0, span.start - 24) : span.start].rstrip().lower())
        inside = _FIGURE.split(span.of(text).lower())[0]
        ends = (before, inside.strip())
        side = next((value for word, value in self._about if any(end == word or end.endswith(f" {word}") for end in ends)), "")
        if reading.form == "joined" and self._led.search(text, max(0, span.start - 24), span.start):
            return reading  # "rallied around 26-year-old Ada Fonn"
        low, high = reading.low, reading.high
        if side == "both":
            return replace(reading, low=max(0, low - SPREAD), high=min(OLDEST, (high or low) + SPREAD), approximate=True)
        if side == "below":
            return replace(reading, low=max(0, low - 2), approximate=True)
        if side == "above":
            return replace(reading, high=None, approximate=True)
        if side == "under":
            return replace(reading, low=0, high=max(0, (high or low) - 1), approximate=True)
        return reading

    def _is_once(self, text: str, span: Span) -> bool:
        before = _SIGN_BEFORE.sub("", text[max(0, span.start - 30) : span.start]).rstrip().lower()
        inside = span.of(text).lower()
        after = text[span.end : span.end + 24].lower().lstrip(" ,")
        led = any(before == word or before.endswith(f" {word}") for word in self._once_before)
        if led or re.match(r"(?:was|turned|turns) (?:only|just) .{0,6}$", inside):
            return True
        return is_dated(text, span, self._clauses) or self._once_after.match(after) is not None

    def _is_apposition(self, text: str, start: int) -> bool:
        """Whether an age stands in apposition to a name of two words and more: what follows may then be any noun ("a 57-year-old
        gran-to-be")."""
        before = _ARTICLE_BEFORE.sub("", text[max(0, start - _BEFORE) : start])
        named = _NAMED.search(before)
        return named is not None and " " in named["name"] and self._is_named(before, bracket=before.endswith("("))

    def _behind(self, scan: Scan, end: int, *, definite: bool) -> Bearer | None:
        """What stands behind "26-year-old": a person noun or a name, or the end of the phrase; None for anything else."""
        position, last, words = end, "", 0
        if scan.text[end : end + 2] in ("'s", "-o"):
            return Bearer()
        while words < _PHRASE_WORDS and (match := _WORD.match(scan.text, position)):
            word = match["word"].removesuffix("'s")
            comma = "," in match[0] or "(" in match[0]
            tag = scan.tags.get(match.start("word"), "")
            if comma and (words or "(" in match[0] or (tag or "JJ")[:2] not in ("JJ", "RB")):
                break
            if word[0].isupper() and not self.is_demonym(word) and not self._is_home(scan.text, match):
                return Bearer(self._noun(last)) if self._names_person(scan, match.start("word"), last) else None
            if self._heads.is_stop(fold(word)) or tag[:2] in _STOP_TAGS or tag in _FINITE or (tag in _PARTICIPLES and self._noun(last)):
                break  # "a 34-year-old woman" ends before "from", "who", "said" and "charged"
            last = last if tag == "RB" else word
            words, position = words + 1, match.end()
            if match["word"].endswith("'s") or (not scan.tags and self._noun(word)):
                break
        if not last:
            return Bearer()
        noun = self._noun(last)
        if definite and not noun and self.is_demonym(last):
            return Bearer("person")
        if definite and not noun and words == 1 and (_PAST.fullmatch(last) or last in self._pasts):
            return Bearer()
        return self.noun_bearer(last) if noun or fold(last) in self._persons else None

    def _names_person(self, scan: Scan, start: int, before: str) -> bool:
        run = _NAMES.match(scan.text[start : start + 120])
        if run is None or _FIGURE_NEXT.match(scan.text[start + run.end() : start + run.end() + 2]):
            return False
        words = [fold(word) for word in run[0].split()]
        if self._lexicon.is_place_or_group(" ".join(words)) or any(word in self._lexicon.heads for word in words[-1:]):
            return False
        return len(words) > 1 or bool(self._noun(before)) or words[0] in self._lexicon.given or not before

    def before(self, scan: Scan, start: int) -> Bearer | None:
        """The noun, pronoun or name right before an age: "Vera Lind, 31 years old", "who is 26", "a boy aged 5"."""
        text = scan.text[max(0, start - _BEFORE) : start].rstrip(" ,(")
        far = _FAR_SUBJECT.search(text)
        if far is not None and self._noun(far["noun"]):
            return self.noun_bearer(far["noun"])
        bare = _BETWEEN.sub("", text).rstrip(" ,(")
        word = _LAST_WORD.search(bare)
        if word is None:
            return None
        last = word[1]
        told = _WHO.search(bare) if last == "who" else None
        if told and (self._noun(told["noun"]) or self.is_demonym(told["noun"])):
            return self.noun_bearer(told["noun"]) if self._noun(told["noun"]) else Bearer("person")
        if self.is_demonym(last) and re.search(rf"(?:The|the) {re.escape(last)}$", bare):
            return Bearer("person")
        if fold(last) in _PRONOUNS:
            return Bearer(fold(last))
        if self._noun(last):
            return self.noun_bearer(last)
        is_name = last[0].isupper() and fold(last) not in self._lexicon.no_names and fold(last) not in self._months_of_year
        return Bearer() if is_name and not self._lexicon.is_place_or_group(fold(last)) else None

    def _is_place(self, bearer: Bearer) -> bool:
        return bool(bearer.noun) and bearer.noun not in _PRONOUNS and bearer.many

    def _is_named(self, before: str, *, bracket: bool) -> bool:
        """Whether the words before end in a name: capital words that are no place, month or function word."""
        named = _NAMED.search(before)
        if named is None:
            return False
        words = [fold(word) for word in named["name"].split()]
        called = any(word in self._lexicon.given or word.rstrip(".") in self._callings for word in words[:-1])  # "Mr. Perth, 59,"
        placed = any(self._lexicon.is_place_or_group(name) for name in (" ".join(words), *([] if called else words[-1:])))
        if placed or words[-1] in self._months_of_year:
            return False
        if len(words) == 1:
            place = self._placing.match(before[: named.start("name")].lower())
            return not bracket and words[0] not in self._lexicon.no_names and not self._heads.is_stop(words[0]) and place is None
        return words[-1] not in self._lexicon.heads or words[0] in self._lexicon.given

    def _is_score(self, before: str, *, listed: bool) -> bool:
        """Whether words of a score stand before a number, where it is ``listed`` between commas as the head of the list ("Tries: ")."""
        return any(word.rstrip(":") in self._scores for word in re.findall(r"[a-z-]{1,20}:" if listed else "[a-z-]{1,20}", before.lower()))

    def _noun(self, word: str) -> str:
        """The person noun that a word is, in the singular; "" where it is none."""
        folded = fold(word)
        if folded in self._persons:
            return folded
        single = self._heads.singular(folded)
        return single if single in self._persons else ""

    def noun_bearer(self, word: str) -> Bearer:
        noun = self._noun(word)
        return Bearer(noun, many=bool(noun) and fold(word) != noun)

    def _is_home(self, text: str, match: re.Match[str]) -> bool:
        """Whether a capitalised word is a place before a noun for a person ("a 61-year-old Oslo man")."""
        following = _WORD.match(text, match.end())
        place = self._lexicon.is_place_or_group(fold(match["word"]))
        return place and following is not None and following["word"][0].islower() and bool(self._noun(following["word"]))

    def is_demonym(self, word: str) -> bool:
        return all(part in self._lexicon.demonyms for part in fold(word).split())

    def is_definite(self, scan: Scan, start: int) -> bool:
        """Whether "the" opens the phrase before ``start``: nothing but words of one noun phrase in between."""
        opened = _DEFINITE.search(_ASIDE.sub("", scan.text[max(0, start - 60) : max(0, start)].lower()))
        return opened is not None and not any(self._heads.is_stop(word) for word in opened["words"].split())


def prove_age(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """What the rule's examples and counter-examples show to be wrong, one message each; empty when the rule proves itself."""
    return prove_examples(rule, AgeFinder(rulebook))
