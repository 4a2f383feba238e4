"""A unit in one language as a staged page: front matter and plain Markdown with HTML blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from coursekit.load import Project, Unit
from coursekit.model import Language, Page, Section
from coursekit.render.blocks import glossary_block, outcomes_block, quiz_block, sources_block
from coursekit.render.context import PageContext
from coursekit.render.figure.block import figure_block
from coursekit.render.front import front_matter, nav_title
from coursekit.render.handout import HandoutFile
from coursekit.render.listing import course_parts, module_parts, practice_parts
from coursekit.render.markdown import MarkdownFactory
from coursekit.render.prose import Piece
from coursekit.render.version import History

# The C dumper writes the same four times as fast; PyYAML may be built without it.
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True, slots=True)
class StagedPage:
    """One Markdown file of the staged tree and the images it shows."""

    path: str
    text: str
    title: str
    nav_title: str
    """What the menu calls the page; shorter where the menu says the rest."""
    images: dict[str, str]
    published: bool
    """False for a page that only falls back to Finnish: not in search, sitemap or print."""


@dataclass(frozen=True, slots=True)
class PageWriter:
    """Writes the pages of a project; holds what all of them share."""

    project: Project
    factory: MarkdownFactory
    history: History
    handouts: Sequence[HandoutFile]
    drafts: bool = False

    def write(self, unit: Unit, language: Language) -> StagedPage:
        """The staged page of a unit in a language."""
        return _write(
            PageContext(
                self.project,
                unit,
                language,
                self.factory,
                self.history,
                self.handouts,
                self.shows,
            )
        )

    def shows(self, unit: Unit) -> bool:
        """Whether a page is in this build: drafts appear in `serve` only."""
        return self.drafts or ready(self.project, unit)


def ready(project: Project, unit: Unit) -> bool:
    """False for drafts, and for modules and courses in which no lesson is ready."""
    if unit.kind in ("lesson", "page", "glossary", "part"):
        return not unit.draft
    within = unit.id if unit.kind in ("course", "module") else unit.id.rpartition("/")[0]
    return not unit.draft and any(
        other.kind == "lesson" and other.id.startswith(f"{within}/") and not other.draft
        for other in project.units.values()
    )


def _write(page: PageContext) -> StagedPage:
    """Front matter and body; the body first, because it numbers the sources."""
    body = "\n\n".join(part for part in _parts(page) if part.strip())
    front = front_matter(page)
    dumped = yaml.dump(front, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    return StagedPage(
        path=f"{page.unit.document}.md",
        text=f"---\n{dumped}---\n\n{body}\n",
        title=front["title"],
        nav_title=nav_title(page, front["title"]),
        images=page.target.images,
        published=not front["ck"]["noindex"],
    )


def _parts(page: PageContext) -> list[str]:
    parts = [outcomes_block(page)]
    if page.unit.kind == "course":
        parts += course_parts(page)
    elif page.unit.kind in ("cases", "workbook"):
        parts += practice_parts(page)
    else:
        parts += [_section(page, section) for section in _sections(page)]
    if page.unit.kind == "module":
        parts += module_parts(page)
    return parts


def _sections(page: PageContext) -> list[tuple[Section, Page]]:
    """The Finnish order; each section in this language, else in Finnish."""
    assert page.source  # a project without errors has all its Finnish pages
    chosen = []
    for section in page.source.sections:
        own = page.unit.pages.get(page.language)
        found = next((one for one in own.sections if one.id == section.id), None) if own else None
        if found and own:
            chosen.append((found, own))
        else:
            chosen.append((section, page.source))
    return chosen


def _section(page: PageContext, chosen: tuple[Section, Page]) -> str:
    section, written = chosen
    language = written.language
    foreign = language != page.body_language
    parts: list[str] = []
    if section.heading:
        text = page.writer.resolve(section.heading.text, language)
        heading = f"{'#' * section.heading.level} {text} {{#{section.id}}}"
        parts.append(_wrapped(heading, language) if foreign else heading)
    for piece in page.writer.pieces(section, page.unit.folder, language):
        if piece.marker:
            parts.append(_block(page, piece))
        elif piece.markdown.strip():
            text = piece.markdown.strip("\n")
            parts.append(_wrapped(text, language) if foreign else text)
    return "\n\n".join(parts)


def _block(page: PageContext, piece: Piece) -> str:
    if piece.marker == "quiz":
        return quiz_block(page)
    if piece.marker == "figure":
        return figure_block(piece.argument, page.writer, piece.language)
    if piece.marker == "sources":
        return sources_block(page)
    return glossary_block(page)


def _wrapped(text: str, language: Language) -> str:
    """A Finnish passage on a translated page, marked as such for screen readers."""
    return f'<div class="ck-fallback" lang="{language}" markdown="1">\n\n{text}\n\n</div>'
