"""Markdown files to pages."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from coursekit.diagnostics import Place, Report
from coursekit.load.validate import validate
from coursekit.model import LANGUAGES, Language, Node, Page
from coursekit.source.files import read_text
from coursekit.source.markdown import sections, split_front_matter


class FrontMatter(Node):
    """What an author writes above the text: facts about the text, not about the lesson."""

    title: str = Field(min_length=1)
    summary: str = Field(min_length=1)
    status: str | None = Field(default=None, pattern="^draft$")


def load_page(file: Path, *, root: Path, report: Report) -> Page | None:
    """The page in a file such as `fi.md`, or None after a finding."""
    text = read_text(file, root=root, report=report)
    if text is None:
        return None
    path = file.relative_to(root).as_posix()
    parts = split_front_matter(text, path=path, report=report)
    if parts.front is None:
        if not any(finding.place.path == path for finding in report.findings):
            report.add(
                "CK108",
                Place(path),
                "the page has no front matter",
                hint="begin with ---, title:, summary: and --- again",
            )
        return None
    front = validate(parts.front, FrontMatter, report)
    if front is None:
        return None
    return Page(
        path=path,
        language=_language(file),
        title=front.title,
        summary=front.summary,
        draft=front.status == "draft",
        sections=sections(parts.body, path=path, first_line=parts.body_line),
        title_place=front.at("title"),
        summary_place=front.at("summary"),
    )


def load_fragment(file: Path, *, root: Path, report: Report) -> Page | None:
    """A shared fragment: a page without front matter, included in others."""
    text = read_text(file, root=root, report=report)
    if text is None:
        return None
    path = file.relative_to(root).as_posix()
    place = Place(path)
    body = sections(text, path=path, first_line=1)
    return Page(
        path=path,
        language=_language(file),
        title="",
        summary="",
        draft=False,
        sections=body,
        title_place=place,
        summary_place=place,
    )


def _language(file: Path) -> Language:
    return next(language for language in LANGUAGES if language == file.stem)


def language_files(folder: Path) -> dict[Language, Path]:
    """The files `fi.md`, `sv.md`, `en.md` that exist in a folder."""
    files = {language: folder / f"{language}.md" for language in LANGUAGES}
    return {language: file for language, file in files.items() if file.is_file()}
