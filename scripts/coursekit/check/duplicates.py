"""Ids that stand twice in one list."""

from __future__ import annotations

from collections.abc import Iterable

from coursekit.diagnostics import Report
from coursekit.load import duplicate_id
from coursekit.model import Node


def check_duplicates(entries: Iterable[Node], what: str, report: Report) -> None:
    """Notes every entry whose id an earlier one has."""
    first: dict[str, Node] = {}
    for entry in entries:
        id: str = getattr(entry, "id")  # noqa: B009 - the models with ids share no other base
        if id in first:
            duplicate_id(entry, first[id], what, report)
        first.setdefault(id, entry)
