"""Looks into pandoc's trees: what a page holds, before it becomes nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coursekit.render.handout.pandoc import Tree


def heading_ids(tree: Tree) -> list[str]:
    """The ids of the headings of a page, which other places can point to."""
    return [node["c"][1][0] for node in walk(tree) if node.get("t") == "Header" and node["c"][1][0]]


def without_empty_sections(tree: Tree) -> Tree:
    """The page without headings that have nothing below them, such as the one over a quiz."""
    kept: Tree = []
    next_level = 0  # of the heading that follows; the end of the page closes every section
    for block in reversed(tree):
        if block["t"] != "Header":
            kept.append(block)
            if not is_notes(block):
                next_level = 9
        elif block["c"][0] < next_level:
            kept.append(block)
            next_level = block["c"][0]
    return kept[::-1]


def is_notes(node: dict[str, Any]) -> bool:
    """Whether this is the list of footnotes that Python-Markdown puts at the end of a page."""
    return node.get("t") == "Div" and "footnote" in node["c"][0][1]


def footnotes(tree: Tree) -> Iterator[Tree]:
    """The footnotes of a page in the order of their numbers."""
    for node in walk(tree):
        if is_notes(node):
            for block in node["c"][1]:
                if block["t"] == "OrderedList":
                    yield from (_unwrapped(item) for item in block["c"][1])


def _unwrapped(item: Tree) -> Tree:
    """Pandoc keeps the id of `<li>` in a Div around its blocks."""
    return [
        inner for block in item for inner in (block["c"][1] if block["t"] == "Div" else [block])
    ]


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """Every node below a value, parents before children."""
    if isinstance(value, dict):
        yield value
        yield from walk(value.get("c"))
    elif isinstance(value, list):
        for item in value:
            yield from walk(item)
