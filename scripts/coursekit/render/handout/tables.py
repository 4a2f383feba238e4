"""Tables of the prose: pandoc's nested lists to rows, with columns as wide as their words need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

NARROWEST, WIDEST = 9, 44
"""Column weights in characters: a short column keeps its words whole, a long one may wrap."""
KEPT_WHOLE = 700
"""A row with more characters may break over pages; a shorter one moves to the next page."""

ALIGNMENTS = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center"}

Cell = dict[str, Any]
Row = dict[str, Any]


def table_node(
    content: list[Any],
    *,
    cell: Callable[[Any], list[Any]],
    line: Callable[[Any], list[Any]],
) -> dict[str, Any]:
    """The table as a node: `columns` (weights), `head` and `rows` (cells), `caption`."""
    _, (_, caption), columns, (_, head), bodies, (_, foot) = content
    aligns = [ALIGNMENTS.get(align["t"], "left") for align, _ in columns]
    head_rows = [_row(row, aligns, headers=len(aligns), cell=cell) for row in head]
    rows = [
        _row(row, aligns, headers=headers, cell=cell)
        for _, headers, extra, body in bodies
        for row in (*extra, *body)
    ]
    rows += [_row(row, aligns, headers=0, cell=cell) for row in foot]
    return {
        "kind": "table",
        "columns": _weights(len(aligns), [*head_rows, *rows]),
        "head": [row for row in head_rows if any(item["body"] for item in row["cells"])],
        "rows": rows,
        "caption": line(caption),
    }


def _row(
    row: list[Any], aligns: list[str], *, headers: int, cell: Callable[[Any], list[Any]]
) -> Row:
    cells: list[Cell] = []
    for column, (_, align, down, across, blocks) in enumerate(row[1]):
        cells.append(
            {
                "body": cell(blocks),
                "align": ALIGNMENTS.get(align["t"], aligns[min(column, len(aligns) - 1)]),
                "rowspan": down,
                "colspan": across,
                "header": column < headers,
            }
        )
    length = sum(len(_words(item["body"])) for item in cells)
    return {"cells": cells, "breakable": length > KEPT_WHOLE}


def _weights(columns: int, rows: Iterable[Row]) -> list[int]:
    weights = [NARROWEST] * columns
    for row in rows:
        if len(row["cells"]) != columns:
            continue  # spanned cells say nothing about one column
        for index, item in enumerate(row["cells"]):
            words = _words(item["body"])
            longest = max((len(word) for word in words.split()), default=0)
            wanted = max(longest + 2, min(len(words), WIDEST))
            weights[index] = max(weights[index], wanted)
    return weights


def _words(value: Any) -> str:
    """Every text inside nodes, for measuring."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "".join(_words(value.get(key, "")) for key in ("text", "body", "items", "term"))
    return " ".join(_words(item) for item in value)
