"""Hints for ids that do not exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(wanted: str, known: Iterable[str], *, else_hint: str) -> str:
    """`did you mean 'x'?` with the closest known id, else the other hint."""
    close = difflib.get_close_matches(wanted, sorted(known), n=1)
    return f"did you mean '{close[0]}'?" if close else else_hint


def known_here(known: Iterable[str]) -> str:
    """`known here: a, b`, for lists short enough to read."""
    return f"known here: {', '.join(known) or 'none yet'}"
