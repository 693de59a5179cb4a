"""What a terminal needs: safe characters, wrapped lines, colour."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

MIN_WIDTH, MAX_WIDTH = 40, 100
"""Columns; longer lines are hard to read, and shorter ones cannot hold a path."""

OPEN, CLOSE = "\ue000", "\ue001"
"""Stand around marked words while a text is wrapped; of the private use area, so that no article's own characters are lost."""

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ue000\ue001]"
    r"|:(?=:[A-Za-z])|#(?=#\w{0,20}\[)"
)
"""What a terminal acts on, and what the log of a CI job takes for a command (::name::, ##[name], ##name[...)."""

_PAINT = {"bold": "1", "dim": "2", "underline": "4", "red": "31", "yellow": "33", "cyan": "36"}


def printable(text: str) -> str:
    r"""The text on one line, white space single, control and bidi characters as \x1b or \u202e: it cannot move or recolour anything."""
    return visible(" ".join(text.split()))


def visible(text: str) -> str:
    r"""The same with every white space kept that is no control character: for paths, which must be found again."""
    return _UNSAFE.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    char = match[0]
    return f"\\x{ord(char):02x}" if char in ":#" else char.encode("unicode_escape").decode("ascii")


def sentence(text: str) -> str:
    """The same as printable, ended by a full stop where nothing else ends it."""
    line = printable(text)
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is written: ``width`` in columns, ``color`` with ANSI sequences.

    ``again`` are the words that lead ``factcheck explain FC-ID`` to the same articles, None where they cannot be read again.
    """

    width: int = 80
    color: bool = False
    again: str | None = ""

    def paint(self, text: str, *names: str) -> str:
        """The text in the named manner; as it is without colour."""
        if not self.color or not text:
            return text
        return f"\x1b[{';'.join(_PAINT[name] for name in names)}m{text}\x1b[0m"

    def wrap(self, text: str, indent: str, hanging: str | None = None, *, whole: bool = False) -> list[str]:
        """The text in lines of at most ``width`` columns; lines after the first begin with ``hanging`` (``indent`` by default).

        ``whole`` keeps words that are longer on one line: a path that is cut cannot be copied, nor opened with a click.
        """
        later = indent if hanging is None else hanging
        return textwrap.wrap(
            text,
            max(self.width, MIN_WIDTH),
            initial_indent=indent,
            subsequent_indent=later,
            break_on_hyphens=False,
            break_long_words=not whole,
        )

    def show_marks(self, lines: list[str]) -> list[str]:
        """Lines with what stands between OPEN and CLOSE made visible: bold and underlined, or in guillemets without colour."""
        if not self.color:
            return [line.replace(OPEN, "»").replace(CLOSE, "«") for line in lines]
        shown, inside = [], False
        for line in lines:
            bare = line.lstrip(" ")
            indent = line[: len(line) - len(bare)]
            parts = re.split(f"([{OPEN}{CLOSE}])", bare)
            text = ""
            for part in parts:
                if part in (OPEN, CLOSE):
                    inside = part == OPEN
                else:
                    text += self.paint(part, "bold", "underline") if inside else part
            shown.append(indent + text)
        return shown
