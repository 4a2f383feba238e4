"""Lines of a label: broken between words, after hyphens and slashes, and at soft hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursekit.render.figure.letters import text_width

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_SPACES = re.compile(r"[ \t\r\n]+")
_AFTER = re.compile(rf"(?<=[-‐–/])(?=[^\W\d])|(?<={SOFT_HYPHEN})")


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The lines of a label and the words of it that are wider than its place."""

    lines: tuple[str, ...]
    too_wide: tuple[str, ...]


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> Wrapped:
    """The fewest lines no wider than `width`, in letters of this size."""
    lines: list[str] = []
    too_wide: list[str] = []
    line = ""
    for word in _SPACES.split(text.strip()):
        joined = f"{line} {word}" if line else word
        if _fits(joined, width, size, bold=bold):
            line = joined
            continue
        if line:
            lines.append(_shown(line))
        line = word
        if not _fits(word, width, size, bold=bold):
            *full, line = _divided(word, width, size, bold=bold)
            lines += full
            if any(not _fits(part, width, size, bold=bold) for part in (*full, line)):
                too_wide.append(word.replace(SOFT_HYPHEN, ""))
    return Wrapped((*lines, _shown(line)), tuple(too_wide))


def balanced(text: str, width: float, size: float, *, bold: bool = False) -> Wrapped:
    """As `wrap`, with lines of about the same length, for texts that stand in the middle."""
    best = wrap(text, width, size, bold=bold)
    least = width / 2
    for step in range(1, 9):
        narrower = wrap(text, width - (width - least) * step / 8, size, bold=bold)
        if len(narrower.lines) > len(best.lines) or narrower.too_wide:
            return best
        best = Wrapped(narrower.lines, best.too_wide)
    return best


def unbroken(text: str) -> Iterator[str]:
    """The parts of a text that stay in one piece, with the hyphen that a cut would add."""
    for word in _SPACES.split(text.strip()):
        for part in _AFTER.split(word):
            yield _shown(part) + ("-" if part.endswith(SOFT_HYPHEN) else "")


def _divided(word: str, width: float, size: float, *, bold: bool) -> Iterator[str]:
    """The word cut where it may be divided; a part that still does not fit stays as it is."""
    line = ""
    for part in _AFTER.split(word):
        if line and not _fits(line + part, width, size, bold=bold):
            yield _shown(line.removesuffix(SOFT_HYPHEN)) + ("-" * line.endswith(SOFT_HYPHEN))
            line = part
        else:
            line += part
    yield line


def _fits(text: str, width: float, size: float, *, bold: bool) -> bool:
    hyphen = "-" if text.endswith(SOFT_HYPHEN) else ""
    return text_width(_shown(text) + hyphen, size, bold=bold) <= width


def _shown(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "")
