"""Tables of the prose: pandoc's nested lists to rows, with columns as wide as their words need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

LINE = 84
"""Characters of the table's type that fit beside each other on the page."""
GAP = 5
"""What the space on both sides of a cell takes, in characters."""
WIDEST = 44
"""A column wants no more than this for its own longest text."""
KEPT_WHOLE = 700
"""A row with more characters may break over pages; a shorter one moves to the next page."""

SHORT = 1600
"""A table with no more characters moves to the next page as a whole instead of breaking."""
SHORT_ROWS = 12

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
    least, wanted = _widths(len(aligns), [*head_rows, *rows])
    return {
        "kind": "table",
        "columns": _weights(least, wanted),
        "hyphenate": sum(least) > LINE,
        "head": [row for row in head_rows if any(item["body"] for item in row["cells"])],
        "rows": rows,
        "caption": line(caption),
        "breakable": len(rows) > SHORT_ROWS or sum(row["length"] for row in rows) > SHORT,
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
    return {"cells": cells, "length": length, "breakable": length > KEPT_WHOLE}


def _widths(columns: int, rows: Iterable[Row]) -> tuple[list[int], list[int]]:
    """What each column needs for its longest word, and what it wants for its longest text."""
    least, wanted = [GAP + 2] * columns, [GAP + 2] * columns
    for row in rows:
        if len(row["cells"]) != columns:
            continue  # spanned cells say nothing about one column
        for index, item in enumerate(row["cells"]):
            words = _words(item["body"])
            longest = max((len(word) for word in words.split()), default=0)
            least[index] = max(least[index], longest + GAP)
            wanted[index] = max(wanted[index], min(len(words), WIDEST) + GAP)
    return least, wanted


def _weights(least: list[int], wanted: list[int]) -> list[int]:
    """Every column gets what it needs; what is left of the line goes where it is wanted."""
    wishes = [max(0, want - need) for want, need in zip(wanted, least, strict=True)]
    left = max(0, LINE - sum(least))
    total = sum(wishes) or 1
    return [
        round(100 * (need + left * wish / total)) for need, wish in zip(least, wishes, strict=True)
    ]


def _words(value: Any) -> str:
    """Every text inside nodes, for measuring."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "".join(_words(value.get(key, "")) for key in ("text", "body", "items", "term"))
    return " ".join(_words(item) for item in value)
