"""Cues as token sequences, and quotation marks: what needs no parse."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.rulebook import CueRule

_TOKEN = re.compile(r"\w{1,60}?(?=n't(?!\w))|n't(?!\w)|'(?:ll|d|s|re|ve|m)(?!\w)|can(?=not(?!\w))|\w{1,60}|[^\w\s]")
_MARK = re.compile("[\"']")
_OPENING = re.compile(r"(?<![^\s(\[])\"(?=\S)|(?<![^\s(\[])'(?=\w)")


@dataclass(frozen=True, slots=True)
class CueWords:
    """One cue as tokens.  ``anchor`` is the index of its longest word before "to", which must govern the value."""

    sets: str
    tokens: tuple[str, ...]
    anchor: int


def index_cues(rules: Iterable[CueRule]) -> dict[str, list[CueWords]]:
    """The cues by their first word, longest first."""
    index: dict[str, list[CueWords]] = {}
    for rule in rules:
        for entry in rule.words:
            tokens = tuple(tokenize(entry.lower()))
            head = tokens[: tokens.index("to")] if "to" in tokens[1:] else tokens
            anchor = max(range(len(head)), key=lambda place: (len(tokens[place]), -place))
            index.setdefault(tokens[0], []).append(CueWords(rule.sets, tokens, anchor))
    for listed in index.values():
        listed.sort(key=lambda cue: -len(cue.tokens))
    return index


def tokenize(text: str) -> list[str]:
    """Words, contractions ("did", "n't") and punctuation marks, each a token, as the parser splits them."""
    return _TOKEN.findall(text)


def is_quoted(text: str, offset: int) -> bool:
    """Whether an offset of a flattened text lies inside quotation marks that opened before it in this text."""
    if '"' not in text[:offset] and "'" not in text[:offset]:
        return False
    open_at = {'"': False, "'": False}
    for mark in _MARK.finditer(text, 0, offset):
        char, position = mark[0], mark.start()
        if open_at[char]:
            open_at[char] = char == "'" and not _closes(text, position)
        elif _OPENING.match(text, position) is not None:
            open_at[char] = char == '"' or _single_closes_after(text, offset)
    return open_at['"'] or open_at["'"]


def _closes(text: str, position: int) -> bool:
    following = text[position + 1 : position + 2]
    return not following.isalnum()


def _single_closes_after(text: str, offset: int) -> bool:
    """A single mark counts as a quotation mark only where a closing one follows the value: an elision ('90s) has none."""
    return re.search(r"[\w.,!?]'(?!\w)", text[offset:]) is not None
