"""Documents to model values; pydantic's errors become findings at their line and column."""

from __future__ import annotations

import difflib
import types
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coursekit.diagnostics import Place, Report
from coursekit.model.node import Location, Node
from coursekit.source.document import Document

N = TypeVar("N", bound=Node)

_WANTED = {
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "string_type": "a text",
    "bool_type": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "date_from_datetime_parsing": 'a date such as "2027-06-30"',
}


def validate(document: Document, model: type[N], report: Report) -> N | None:
    """The document as a model value, or None after a finding for everything wrong in it."""
    value = document.value if document.value is not None else {}
    try:
        node = model.model_validate(_tuples(value))
    except ValidationError as error:
        for details in _unique(error.errors(), value):
            _report(document, model, details, report)
        return None
    node.locate(document.places)
    return node


def _tuples(value: Any) -> Any:
    """Lists as tuples: strict models hold tuples, YAML gives lists."""
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    return value


def _unique(errors: list[ErrorDetails], value: Any) -> list[ErrorDetails]:
    """One error a field: a union reports once for each of its members."""
    kept: dict[Location, ErrorDetails] = {}
    for details in errors:
        location = _written(details["loc"], value)
        kept.setdefault(location, {**details, "loc": location})
    return list(kept.values())


def _written(location: Location, value: Any) -> Location:
    """The way without the names of union members, which pydantic puts into it."""
    found: list[str | int] = []
    inside: Any = value
    for index, part in enumerate(location):
        listed = isinstance(part, int) and isinstance(inside, (list, tuple))
        if listed or (isinstance(inside, dict) and part in inside):
            inside = inside[part]
        elif index < len(location) - 1:
            continue
        found.append(part)
    return tuple(found)


def _report(document: Document, model: type[Node], details: ErrorDetails, report: Report) -> None:
    location = details["loc"]
    kind = details["type"]
    if kind == "extra_forbidden":
        key = str(location[-1])
        known = sorted(_fields(model, location[:-1]))
        close = difflib.get_close_matches(key, known, n=1)
        hint = f"did you mean '{close[0]}'?" if close else f"known here: {', '.join(known)}"
        report.add("CK104", _key(document, location), f"unknown key '{key}'", hint=hint)
    elif kind == "missing":
        report.add(
            "CK105",
            _value(document, location[:-1]),
            f"'{location[-1]}' is missing",
            hint=f"add '{location[-1]}:' here",
        )
    elif kind == "string_pattern_mismatch" and details["ctx"]["pattern"].startswith("^[a-z]"):
        report.add(
            "CK107",
            _value(document, location),
            f"'{details['input']}' is not an id",
            hint="an id is English kebab-case: small letters, digits and hyphens",
        )
    else:
        report.add("CK106", _value(document, location), _message(details, location))


def _message(details: ErrorDetails, location: Location) -> str:
    name = next((str(part) for part in reversed(location) if isinstance(part, str)), "the file")
    shown = details["input"]
    wanted = _WANTED.get(details["type"])
    if wanted and isinstance(shown, (str, int, float, bool)):
        return f"'{name}' wants {wanted}, not '{shown}'"
    if wanted:
        return f"'{name}' wants {wanted}"
    text = details["msg"].removeprefix("Value error, ")
    return f"'{name}': {text[:1].lower()}{text[1:]}"


def _value(document: Document, location: Location) -> Place:
    while location not in document.places and location:
        location = location[:-1]
    return document.places.get(location, Place(document.path))


def _key(document: Document, location: Location) -> Place:
    return document.keys.get(location) or _value(document, location)


def _fields(model: type[Node], location: Location) -> set[str]:
    """The names that a model knows at a location inside it."""
    known: set[type[Node]] = {model}
    for part in location:
        if isinstance(part, str):
            known = {
                inner
                for one in known
                if part in one.model_fields
                for inner in _nodes(one.model_fields[part].annotation)
            } or known
    return {name for one in known for name in one.model_fields}


def _nodes(annotation: Any) -> set[type[Node]]:
    if isinstance(annotation, type) and issubclass(annotation, Node):
        return {annotation}
    if get_origin(annotation) in (Union, types.UnionType, tuple, list):
        return {node for inner in get_args(annotation) for node in _nodes(inner)}
    return set()
