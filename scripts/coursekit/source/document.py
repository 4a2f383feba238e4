"""YAML with positions, in the YAML 1.2 sense: `no` is a string, a duplicate key is a finding."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from coursekit.diagnostics import Place, Report
from coursekit.model.node import Location
from coursekit.source.files import read_text

# The C loader is 2.4 times faster and its positions are right; PyYAML may be built without it.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]  # the base is chosen at run time
    """Resolves only what YAML 1.2's core schema does."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


def _resolve(tag: str, pattern: str, first: str) -> None:
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


_resolve("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF")
_resolve("int", r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789")
_resolve("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789")
_resolve("null", r"^(?:~|null|Null|NULL|)$", "~nN")
_Loader.yaml_implicit_resolvers.setdefault("", []).append(
    ("tag:yaml.org,2002:null", re.compile(r"^$"))
)


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as plain values, with the place of every value and key."""

    path: str
    value: Any
    places: dict[Location, Place]
    keys: dict[Location, Place]
    """Where each mapping key stands, by the way to its value."""


def read_yaml(file: Path, *, root: Path, report: Report) -> Document | None:
    """The file as a document, or None after a finding when it cannot be read."""
    text = read_text(file, root=root, report=report)
    if text is None:
        return None
    return parse_yaml(text, path=file.relative_to(root).as_posix(), report=report)


def parse_yaml(text: str, *, path: str, report: Report, first_line: int = 1) -> Document | None:
    """The text as a document; `first_line` is where it begins in its file (front matter)."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        report.add(
            "CK102",
            Place(path, line + first_line, column + 1),
            f"broken YAML: {_plain(error)}",
            hint=_advice(text, line),
        )
        return None
    except yaml.reader.ReaderError as error:
        report.add(
            "CK102",
            Place(path, first_line),
            f"broken YAML: a control character (#x{ord(str(error.character)):04x})",
            hint="remove the character",
        )
        return None
    builder = _Builder(path, report, first_line)
    value = builder.build(node, ()) if node is not None else None
    return Document(path, value, builder.places, builder.keys)


def _plain(error: yaml.MarkedYAMLError) -> str:
    return ", ".join(part for part in (error.context, error.problem) if part)


def _advice(text: str, line: int) -> str:
    lines = text.splitlines()
    near = lines[max(0, line - 1) : line + 1]
    if any("\t" in one[: len(one) - len(one.lstrip())] for one in near):
        return "indent with spaces, YAML does not allow tabs"
    if any(re.search(r":\s+[^\"'\s].*:\s", one) for one in near):
        return 'put a text that holds ": " between double quotes'
    return "look at the indentation and the quotes of this line and the one before"


class _Builder:
    """Walks the node tree once, collecting values and places."""

    def __init__(self, path: str, report: Report, first_line: int) -> None:
        self.path = path
        self.report = report
        self.first_line = first_line
        self.places: dict[Location, Place] = {}
        self.keys: dict[Location, Place] = {}
        self._loader = _Loader("")

    def build(self, node: Node, location: Location) -> Any:
        """The plain value of a node."""
        self.places[location] = self._place(node)
        if isinstance(node, MappingNode):
            return self._mapping(node, location)
        if isinstance(node, SequenceNode):
            return [self.build(item, (*location, index)) for index, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: MappingNode, location: Location) -> dict[Hashable, Any]:
        values: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, ScalarNode) else str(key_node.start_mark)
            here = (*location, key)
            place = self._place(key_node)
            if key in values:
                self.report.add(
                    "CK103",
                    place,
                    f"key '{key}' stands twice",
                    hint="keep one of the two; the second would silently win",
                    also=(self.keys[here],),
                )
                continue
            self.keys[here] = place
            values[key] = self.build(value_node, here)
        return values

    def _scalar(self, node: Node) -> Any:
        kind = node.tag.rpartition(":")[2]
        text: str = node.value
        if kind == "int":
            return int(text)
        if kind == "float":
            return float(text)
        if kind == "bool":
            return text.lower() == "true"
        if kind == "null":
            return None
        return text

    def _place(self, node: Node) -> Place:
        start, end = node.start_mark, node.end_mark
        same_line = start.line == end.line
        length = max(1, end.column - start.column) if same_line else 1
        return Place(self.path, start.line + self.first_line, start.column + 1, length)
