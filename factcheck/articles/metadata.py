"""What is stated about an article beside its text: fields under many names, sidecar files, tables for a folder.

Field names follow four formats: our own, ninjs 1 to 3 (iptc.org/std/ninjs), trafilatura's JSON and schema.org's Article.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from factcheck.articles.decoding import decode, read_bytes
from factcheck.errors import InputError, Location, Problem
from factcheck.rulebook import suggest
from factcheck.rulebook.reader import read_yaml

FIELDS = ("id", "url", "source", "title", "author", "published", "modified", "language", "text")

ALIASES: dict[str, tuple[str, ...]] = {
    "id": ("identifier", "@id", "guid", "uri", "_id", "altid"),
    "url": ("link", "canonical_url", "canonicalurl", "permalink", "mainEntityOfPage", "source_url"),
    "source": ("sitename", "site_name", "source-hostname", "hostname", "publisher", "outlet", "provider", "usageterms_source", "site"),
    "title": ("headline", "name", "headlines"),
    "author": ("authors", "byline", "by", "creator", "bylines"),
    "published": (
        "date",
        "date_published",
        "datePublished",
        "published_at",
        "publishedAt",
        "publish_date",
        "publication_date",
        "pubdate",
        "pubDate",
        "firstcreated",
        "firstCreated",
        "contentcreated",
        "contentCreated",
        "versioncreated",
        "versionCreated",
    ),
    "modified": ("date_modified", "dateModified", "updated", "lastmod", "last_modified", "updated_at"),
    "language": ("lang", "inLanguage", "locale"),
    "text": ("body", "content", "articleBody", "body_text", "maintext", "raw_text", "bodies", "fulltext"),
}
"""Other names of each field; an earlier one wins, our own name before all of them."""

IGNORED = frozenset(
    "@context @type abstract about alternateName alternativeHeadline articleSection associations body_html body_xhtml"
    " categories category charcount comments comments_count copyrightholder copyrightnotice copyrightHolder copyrightYear"
    " dateCreated deck description draft dek edition embargoed events excerpt expires filedate fingerprint genre genres image"
    " images image_url infosources isAccessibleForFree isPartOf keywords kicker layout license located located_in mimetype"
    " objects organisations pagetype people permalinks place places profile pubstatus rights section sections slug slugline"
    " slugs speakable standard standards subject subjects subhead summary tags taxonomies thumbnail thumbnailUrl"
    " trustindicators type url_hash urgency usageterms version video wordCount wordcount word_count potentialAction"
    " representationtype title_page title_rss source_domain language_detected download download_errors authors_html html"
    " raw_html".split()
)
"""Keys of those formats that say nothing we use; any other key is told as unknown."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A field's value as somebody stated it. ``how`` names the sort of place ("front matter"), ``where`` the exact one."""

    value: str
    how: str
    where: Location


Metadata = dict[str, Stated]
Locate = Callable[[str], Location]


def read_fields(data: Mapping[str, Any], how: str, locate: Locate, problems: list[Problem], told: set[str] | None = None) -> Metadata:
    """The known fields of a record, under our names.

    Args:
        data: keys and values as a format's reader gave them.
        how: the sort of place, for people.
        locate: where a key stands.
        problems: receives a warning for each unknown key (E311) and each value of a wrong type (E310).
        told: keys already reported as unknown for this file; extended.
    """
    found: Metadata = {}
    used: set[str] = set()
    for name in FIELDS:
        for key in (name, *ALIASES[name]):
            if key not in data:
                continue
            used.add(key)
            if name in found or data[key] is None:
                continue
            value = _text_of(name, data[key])
            if value is None and name != "text":  # whoever needs a text tells that there is none
                hint = "a text, such as 2024-05-08" if name in ("published", "modified") else "a text"
                kind = _kind(data[key])
                problems.append(Problem("E310", f"{key}: {kind} where a text belongs; ignored", locate(key), hint, "warning"))
            elif value is not None and value.strip():
                found[name] = Stated(value if name == "text" else " ".join(value.split()), how, locate(key))
    _tell_unknown(set(data) - used, locate, problems, told if told is not None else set())
    return _untangle(found)


def _tell_unknown(keys: set[str], locate: Locate, problems: list[Problem], told: set[str]) -> None:
    for key in sorted(keys - IGNORED - told):
        told.add(key)
        problems.append(Problem("E311", f"unknown key {key!r}; ignored", locate(key), suggest(key, FIELDS), "warning"))


def _untangle(found: Metadata) -> Metadata:
    """trafilatura writes the page's address to ``source``."""
    source = found.get("source")
    if source and "://" in source.value:
        found.setdefault("url", source)
        host = source.value.partition("://")[2].partition("/")[0].removeprefix("www.")
        found["source"] = Stated(host, source.how, source.where)
    return found


def _text_of(name: str, value: Any) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, int) and name in ("id", "published", "modified"):
        return str(value)
    if isinstance(value, Mapping):
        for key in ("name", "value", "@value", "title", "literal", "url", "@id", "content"):
            if isinstance(value.get(key), str):
                return str(value[key])
        return None
    if isinstance(value, list):
        return _text_of_list(name, value)
    return None


def _text_of_list(name: str, value: list[Any]) -> str | None:
    """Several authors are joined; of several bodies the plain text is taken; of other lists the first."""
    if name == "text":
        plain = [item for item in value if isinstance(item, Mapping) and "html" not in _media_type(item)]
        texts = [text for item in plain[:1] if (text := _text_of(name, item)) is not None]
        return texts[0] if texts else None
    texts = [text for item in value if not isinstance(item, list) and (text := _text_of(name, item)) is not None]
    if not texts or len(texts) < len(value):
        return None
    return ", ".join(texts) if name == "author" else texts[0] if len(texts) == 1 or isinstance(value[0], Mapping) else None


def _media_type(body: Mapping[str, Any]) -> str:
    return str(body.get("contenttype", body.get("contentType", "")))


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "yes or no"
    names = {int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return names.get(type(value), type(value).__name__)


def read_sidecar(path: Path, shown: str, problems: list[Problem]) -> Metadata:
    """The fields of a NAME.meta.json or NAME.meta.yaml; empty where it cannot be read (E303 to E307, E313)."""
    data, locate = _read_mapping(path, shown, problems)
    return read_fields(data, "metadata (sidecar)", locate, problems) if data is not None else {}


def read_table(path: Path, shown: str, problems: list[Problem]) -> dict[str, Metadata]:
    """The fields of each file that an articles.yaml or articles.csv names, by file name (a path relative to the table's folder).

    articles.yaml holds one key, ``articles:``, with file names below it and the fields below each; articles.csv has a column ``file``.
    """
    if path.suffix.lower() == ".csv":
        return _read_csv(path, shown, problems)
    text = _read_text(path, shown, problems)
    if text is None:
        return {}
    data, marks, faults = read_yaml(text, shown, "E313")
    problems.extend(faults)
    if faults or data is None:
        return {}
    articles = data.get("articles") if isinstance(data, dict) and set(data) == {"articles"} else None
    if not isinstance(articles, dict):
        hint = "one key, articles:, with file names below it and their fields below each"
        problems.append(Problem("E313", "not a table of articles", Location(shown, 1, 1), hint))
        return {}
    table: dict[str, Metadata] = {}
    for name, fields in articles.items():
        if not isinstance(fields, dict):
            line, column = marks.get(("articles", name))
            problems.append(Problem("E313", f"{name}: no fields", Location(shown, line, column), f"fields: {', '.join(FIELDS)}"))
            continue

        def locate(key: str, name: str = name) -> Location:
            return Location(shown, *marks.get(("articles", name, key)))

        table[name] = read_fields(fields, f"metadata ({path.name})", locate, problems)
    return table


def _read_csv(path: Path, shown: str, problems: list[Problem]) -> dict[str, Metadata]:
    text = _read_text(path, shown, problems)
    if text is None:
        return {}
    table: dict[str, Metadata] = {}
    told: set[str] = set()
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""))
        if "file" not in (rows.fieldnames or ()):
            raise InputError(Problem("E313", "no column 'file'", Location(shown, 1), f"columns: file, {', '.join(FIELDS)}"))
        for row in rows:
            where = Location(shown, rows.line_num)
            name = row.pop("file")
            fields = {key: value for key, value in row.items() if key is not None and value}
            if name:
                table[name] = read_fields(fields, f"metadata ({path.name})", partial(_same_place, where), problems, told)
    except csv.Error as error:
        problems.append(Problem("E313", f"not valid CSV: {error}", Location(shown)))
    except InputError as error:
        problems.extend(error.problems)
    return table


def _same_place(where: Location, key: str) -> Location:
    del key
    return where


def _read_mapping(path: Path, shown: str, problems: list[Problem]) -> tuple[dict[str, Any] | None, Locate]:
    text = _read_text(path, shown, problems)
    if text is None or not text.strip():
        return None, lambda _: Location(shown)
    if path.suffix.lower() == ".json":
        data, faults = parse_json(text, shown, "E313")
        locate: Locate = lambda key: locate_key(text, key, shown)  # noqa: E731 - closes over the text
    else:
        data, marks, faults = read_yaml(text, shown, "E313")
        locate = lambda key: Location(shown, *marks.get((key,)))  # noqa: E731
    problems.extend(faults)
    if faults or data is None:
        return None, locate
    if not isinstance(data, dict):
        hint = f"fields: {', '.join(FIELDS)}"
        problems.append(Problem("E313", f"{_kind(data)} where fields belong", Location(shown, 1, 1), hint))
        return None, locate
    return data, locate


def _read_text(path: Path, shown: str, problems: list[Problem], max_bytes: int = 4_000_000) -> str | None:
    try:
        text, warnings = decode(read_bytes(path, shown, max_bytes), shown)
    except InputError as error:
        problems.extend(error.problems)
        return None
    problems.extend(warnings)
    return text


def parse_json(text: str, shown: str, code: str, line: int = 1) -> tuple[Any, list[Problem]]:
    """The data of a JSON text; a fault with line (counted from ``line``) and column where it is none."""
    try:
        return json.loads(text), []
    except json.JSONDecodeError as error:
        where = Location(shown, line + error.lineno - 1, error.colno)
        return None, [Problem(code, f"not valid JSON: {error.msg}", where)]
    except (RecursionError, ValueError) as error:
        message = "nested too deeply" if isinstance(error, RecursionError) else str(error).partition(";")[0]
        return None, [Problem(code, f"not valid JSON: {message}", Location(shown, line))]


def locate_key(text: str, key: str, shown: str, line: int = 1) -> Location:
    """Where a key of a JSON text first stands."""
    position = text.find(json.dumps(key, ensure_ascii=False))
    if position < 0:
        return Location(shown, line)
    return Location(shown, line + text.count("\n", 0, position), position - text.rfind("\n", 0, position))


def unused(table: Mapping[str, Metadata], known: set[str], shown: str) -> Iterator[Problem]:
    """A warning for each file that a table names and that is not there."""
    for name in sorted(set(table) - known):
        where = next((stated.where for stated in table[name].values()), Location(shown))
        hint = suggest(name, sorted(known)) if known else None
        yield Problem("E319", f"metadata for a file that is not there: {name}", where, hint, "warning")
