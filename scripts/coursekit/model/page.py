"""Pages written in Markdown: lessons, module introductions, knowledge pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from coursekit.diagnostics import Place
from coursekit.model.text import Language

PageKind = Literal[
    "lesson", "module", "course", "cases", "workbook", "trainer", "part", "page", "glossary"
]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the source; `level` 2 is the highest an author writes."""

    level: int
    text: str
    id: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text up to the next heading of any level.

    The text before the first heading is the section with heading None.
    """

    heading: Heading | None
    markdown: str
    """The source lines below the heading, without it."""
    line: int
    """The line of the file on which `markdown` begins, counted from 1."""

    @property
    def id(self) -> str:
        """The heading's id; `_lead` for the text before the first heading."""
        return (self.heading.id or "") if self.heading else "_lead"


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language, as written."""

    path: str
    """The file, relative to the project folder."""
    language: Language
    title: str
    summary: str
    draft: bool
    sections: tuple[Section, ...]
    title_place: Place
    summary_place: Place
