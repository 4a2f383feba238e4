"""The outline of a Markdown file: front matter, headings, sections, and prose without code.

Only what the checks and the stage need is read here; rendering is Python-Markdown's work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursekit.diagnostics import Place, Report
from coursekit.model.page import Heading, Section
from coursekit.source.document import Document, parse_yaml

_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>.*?)[ \t]*(?:#+[ \t]*)?$")
_HEADING_ID = re.compile(r"[ \t]*\{#(?P<id>[^\s}]+)\}[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})")
_CODE_SPAN = re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parts:
    """A Markdown file taken apart; `body_line` is the line on which `body` begins."""

    front: Document | None
    body: str
    body_line: int


def split_front_matter(text: str, *, path: str, report: Report) -> Parts:
    """Separates the YAML between two `---` lines from the body."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return Parts(None, text, 1)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            front = parse_yaml("\n".join(lines[1:number]), path=path, report=report, first_line=2)
            return Parts(front, "\n".join(lines[number + 1 :]), number + 2)
    report.add(
        "CK102",
        Place(path),
        "the front matter has no end",
        hint="close it with a line of three hyphens (---)",
    )
    return Parts(None, "", len(lines))


def sections(body: str, *, path: str, first_line: int) -> tuple[Section, ...]:
    """The body cut at its headings; the first section has no heading."""
    found: list[Section] = []
    heading: Heading | None = None
    start = 0
    lines = body.split("\n")
    code = list(_in_code(lines))
    for index, line in enumerate(lines):
        match = None if code[index] else _HEADING.match(line)
        if match:
            found.append(_section(heading, lines, start, index, first_line))
            heading = _heading(match, Place(path, first_line + index, 1, len(line)))
            start = index + 1
    found.append(_section(heading, lines, start, len(lines), first_line))
    return tuple(found)


def _section(
    heading: Heading | None, lines: list[str], start: int, end: int, first_line: int
) -> Section:
    return Section(heading, "\n".join(lines[start:end]), first_line + start)


def _heading(match: re.Match[str], place: Place) -> Heading:
    text = match["text"]
    id_match = _HEADING_ID.search(text)
    if id_match:
        text = text[: id_match.start()]
    return Heading(len(match["marks"]), text, id_match["id"] if id_match else None, place)


def _in_code(lines: list[str]) -> Iterator[bool]:
    fence: str | None = None
    for line in lines:
        match = _FENCE.match(line)
        if fence is None and match:
            fence = match["fence"]
            yield True
        elif fence is not None:
            yield True
            if match and match["fence"].startswith(fence) and not line.strip(" `~"):
                fence = None
        else:
            yield False


def blank_code(markdown: str) -> str:
    """The text with code turned into spaces of the same length, so places hold."""
    lines = markdown.split("\n")
    code = list(_in_code(lines))
    kept = "\n".join(" " * len(line) if code[index] else line for index, line in enumerate(lines))
    return _CODE_SPAN.sub(_spaces, kept)


def blank_comments(markdown: str) -> str:
    """The text with HTML comments turned into spaces of the same length."""
    return _COMMENT.sub(_spaces, markdown)


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def place_in(text: str, offset: int, *, path: str, first_line: int, length: int = 1) -> Place:
    """The place of a character of a text that begins on `first_line` of its file."""
    line = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1)
    return Place(path, first_line + line, column + 1, length)
