"""Bytes to text: by byte order mark, else what a web page says of itself, else strict UTF-8, else a named fallback."""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path

from factcheck.errors import InputError, Location, Problem

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FALLBACKS = ("cp1252", "latin-1")
_META = re.compile(
    rb"<meta[^>]{1,300}?charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_:.-]{3,30})|<\?xml[^>]{1,100}?encoding=[\"']([\w-]{3,30})",
    re.IGNORECASE,
)
_CHARSETS = re.compile(
    r"(?:utf-?8|us-ascii|ascii|iso[-_]?8859[-_]\d{1,2}|latin-?1|(?:windows-|cp)(?:125\d|874)|koi8-[ru]|macintosh|shift[-_]jis|euc-(?:jp|kr)|gbk|gb2312|gb18030|big5)",
    re.IGNORECASE,
)
_META_BYTES = 4096
"""Bytes at the top of a page that are searched for its charset; the HTML standard demands it within the first 1024."""


def read_bytes(path: Path, shown: str, max_bytes: int) -> bytes:
    """The content of a regular file of at most ``max_bytes`` bytes; anything else is never opened.

    Raises:
        InputError: E303 it cannot be read, E304 it is a pipe, device or socket, E305 it is too large.
    """
    try:
        status = os.stat(path)
        check_regular(status, shown)
        if status.st_size > max_bytes:
            raise InputError(too_large(shown, f"{status.st_size:,} bytes", max_bytes))
        return path.read_bytes()
    except OSError as error:
        raise InputError(unreadable(shown, error)) from error


def read_first_line(path: Path, shown: str, max_bytes: int) -> bytes:
    """The first line of a regular file with its end, cut to ``max_bytes`` bytes.

    Raises:
        InputError: E303, E304.
    """
    try:
        check_regular(os.stat(path), shown)
        with path.open("rb") as handle:
            return handle.readline(max_bytes)
    except OSError as error:
        raise InputError(unreadable(shown, error)) from error


def check_regular(status: os.stat_result, shown: str) -> None:
    """Refuse what would block or never end when opened.

    Raises:
        InputError: E304.
    """
    if not stat.S_ISREG(status.st_mode):
        hint = "give a file or a folder; for piped input use -"
        raise InputError(Problem("E304", "a pipe, device or socket, not a file", Location(shown), hint))


def unreadable(shown: str, error: OSError) -> Problem:
    """The problem of a file the system will not hand out."""
    gone = isinstance(error, FileNotFoundError)
    hint = "the file is gone, or a link that leads nowhere" if gone else "check the permissions of the file"
    return Problem("E303", f"cannot be read: {error.strerror or error}", Location(shown), hint)


def too_large(shown: str, size: str, max_bytes: int) -> Problem:
    """The problem of a file above the limit."""
    hint = f"at most {max_bytes:,} bytes; give many articles as JSON lines, one record a line"
    return Problem("E305", f"too large: {size}", Location(shown), hint)


def decode(data: bytes, shown: str) -> tuple[str, list[Problem]]:
    """The text of a file without its byte order mark; line ends stay as they are.

    Returns:
        The text, and a warning (E307) where bytes are not UTF-8: it names the first such byte and the encoding taken instead.

    Raises:
        InputError: E306, a NUL byte (without a UTF-16 mark): not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding, shown)
    position = data.find(b"\0")
    if position >= 0:
        where = Location(shown, data.count(b"\n", 0, position) + 1)
        raise InputError(Problem("E306", "a binary file (it holds a NUL byte)", where, "articles are text, best in UTF-8"))
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _decode_fallback(data, error.start, shown)


def decode_page(data: bytes, shown: str) -> tuple[str, list[Problem]]:
    """The text of a web page: by byte order mark, else by the charset it states, else as ``decode``.

    A stated charset that does not fit is passed over: bytes beyond ASCII that are valid UTF-8 are that, whatever the page says (other
    charsets give such sequences by chance about never).  ISO 8859-1 and ASCII mean Windows-1252, as in browsers (encoding.spec.whatwg.org).

    Raises:
        InputError: E306, as ``decode``.
    """
    charset = _stated_charset(data)
    if charset is None or b"\0" in data or any(data.startswith(mark) for mark, _ in _MARKS):
        return decode(data, shown)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return data.decode(charset), []
        except UnicodeDecodeError:
            return decode(data, shown)
    return data.decode("utf-8"), []


def _stated_charset(data: bytes) -> str | None:
    """The charset that the head of a page names, None where it names none or one that is not read."""
    found = _META.search(data[:_META_BYTES])
    if not found:
        return None
    name = (found[1] or found[2]).decode("ascii").lower()
    if not _CHARSETS.fullmatch(name):
        return None
    return "cp1252" if re.fullmatch(r"(?:us-)?ascii|iso[-_]?8859[-_]1|latin-?1", name) else name


def _decode_marked(data: bytes, encoding: str, shown: str) -> tuple[str, list[Problem]]:
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        line = text[: max(0, text.find("\ufffd"))].count("\n") + 1
        message = f"not valid {encoding.removesuffix('-sig').upper()} at byte {error.start:,}; what is broken was replaced"
        return text, [Problem("E307", message, Location(shown, line), "save the file as UTF-8", "warning")]


def _decode_fallback(data: bytes, start: int, shown: str) -> tuple[str, list[Problem]]:
    for encoding in _FALLBACKS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        line_start = data.rfind(b"\n", 0, start) + 1
        column = len(data[line_start:start].decode("utf-8", errors="replace")) + 1
        where = Location(shown, data.count(b"\n", 0, start) + 1, column)
        message = f"not UTF-8 (byte 0x{data[start]:02X}); read as {encoding}"
        return text, [Problem("E307", message, where, "save the file as UTF-8", "warning")]
    raise AssertionError("latin-1 decodes any bytes")
