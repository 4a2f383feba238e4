"""Finds the texts inside a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coursekit.model.node import Node
from coursekit.model.text import Text


def texts(value: Any) -> Iterator[Text]:
    """Every text in a node, in the order of its fields, however deep."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Node):
        for _, field in value:
            yield from texts(field)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
