"""YAML with positions and without surprises: strings stay strings, duplicate keys are faults, aliases and tags are refused.

PyYAML's C scanner does the parsing; its resolver is replaced (YAML 1.1 would turn ``no`` into False and ``2024-05-08`` into a date).
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from factcheck.errors import Location, Problem

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?")
_WORDS = {"true": True, "false": False, "null": None}
MAX_BYTES = 4_000_000
"""A rule file or a metadata file above this size (in code points) is refused."""

Path = tuple[str | int, ...]


class Marks:
    """Line and column (from 1) of every node, by its path of keys and indices."""

    def __init__(self) -> None:
        self._at: dict[Path, tuple[int, int]] = {}

    def set(self, path: Path, mark: yaml.Mark) -> None:
        """Remember where the node at ``path`` begins."""
        self._at[path] = (mark.line + 1, mark.column + 1)

    def get(self, path: Path) -> tuple[int, int]:
        """Where the node, or else its nearest parent, begins."""
        while path and path not in self._at:
            path = path[:-1]
        return self._at.get(path, (1, 1))


def read_yaml(text: str, path: str, code: str) -> tuple[Any, Marks, list[Problem]]:
    """The data of one YAML document, the place of each node, and all faults found.

    Args:
        text: the document; at most MAX_BYTES code points.
        path: shown in the faults.
        code: the code of the faults (an E2xx or E3xx).

    Returns:
        Plain dicts, lists, strings, numbers, True, False and None; None when the document is empty or cannot be parsed at all.
    """
    marks = Marks()
    problems: list[Problem] = []
    if len(text) > MAX_BYTES:
        return None, marks, [Problem(code, f"larger than {MAX_BYTES:,} characters", Location(path))]
    loader = yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        where = Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)
        return None, marks, [Problem(code, f"not valid YAML: {_first_line(error)}", where)]
    except (RecursionError, ValueError) as error:
        return None, marks, [Problem(code, f"not valid YAML: {_first_line(error)}", Location(path))]
    if node is None:
        return None, marks, problems
    builder = _Builder(path, code, marks, problems)
    return builder.build(node, (), 0), marks, problems


def _first_line(error: Exception) -> str:
    text = getattr(error, "problem", None) or str(error)
    return str(text).splitlines()[0] if str(text) else type(error).__name__


class _Builder:
    """Turns composed nodes into plain data; refuses what could surprise or explode."""

    def __init__(self, path: str, code: str, marks: Marks, problems: list[Problem]) -> None:
        self._path, self._code, self._marks, self._problems = path, code, marks, problems
        self._seen: set[int] = set()

    def _fault(self, node: yaml.Node, message: str) -> None:
        where = Location(self._path, node.start_mark.line + 1, node.start_mark.column + 1)
        self._problems.append(Problem(self._code, message, where))

    def build(self, node: yaml.Node, path: Path, depth: int) -> Any:
        self._marks.set(path, node.start_mark)
        if depth > 30:
            self._fault(node, "nested more than 30 levels deep")
            return None
        if id(node) in self._seen:
            self._fault(node, "anchors and aliases are not allowed")
            return None
        self._seen.add(id(node))
        if node.tag.startswith("!") or (node.tag.startswith("tag:") and not node.tag.startswith("tag:yaml.org,2002:")):
            self._fault(node, f"tags are not allowed: {node.tag}")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, index), depth + 1) for index, item in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str):
                self._fault(key_node, "a key must be a plain word")
                continue
            if key in data:
                self._fault(key_node, f"the key {key!r} appears twice")
                continue
            data[key] = self.build(value_node, (*path, key), depth + 1)
            self._marks.set((*path, key), key_node.start_mark)
        return data


def _scalar(node: yaml.Node) -> Any:
    value = str(node.value)
    if getattr(node, "style", None):  # quoted or block: always a string
        return value
    if value in _WORDS:
        return _WORDS[value]
    if value in ("", "~"):
        return None
    if _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value
