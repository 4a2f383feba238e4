"""Writes the staged tree: complete folders `fi/ sv/ en/` of plain Markdown for MkDocs.

    .build/pages/<language>/**.md     what MkDocs builds
    .build/theme/assets/ck/*          scripts and styles, copied by MkDocs as theme files
    .build/theme/downloads/*.pdf      handouts
    .build/stage.json                 navigation and site names, read by the plugin

Only what changed is written, so that a build can tell by the files what it has to do again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursekit.load import Project, Unit
from coursekit.model import LANGUAGES, Language
from coursekit.render.authors import AUTHORS, authors_page
from coursekit.render.handout import HandoutFile
from coursekit.render.listing import DOWNLOADS
from coursekit.render.markdown import MarkdownFactory
from coursekit.render.page import PageWriter, StagedPage
from coursekit.render.runtime import bundles
from coursekit.render.version import read_history

BUILD = ".build"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the intermediate files of a project are."""

    build: Path
    handouts: Path
    """The finished PDF files with their record."""

    @classmethod
    def of(cls, root: Path) -> Folders:
        """The folders of the project in `root`."""
        return cls(root / BUILD, root / BUILD / "handouts")

    @classmethod
    def for_serving(cls, root: Path) -> Folders:
        """Folders of their own, because drafts are in them; the handouts are shared."""
        return cls(root / BUILD / "serve", root / BUILD / "handouts")

    @property
    def pages(self) -> Path:
        """The staged Markdown."""
        return self.build / "pages"

    @property
    def theme(self) -> Path:
        """Files that MkDocs copies to the site's root."""
        return self.build / "theme"

    @property
    def record(self) -> Path:
        """What the plugin needs to know about the staged tree."""
        return self.build / "stage.json"


def stage(
    project: Project,
    folders: Folders,
    handouts: Sequence[HandoutFile],
    *,
    drafts: bool,
    reports: Mapping[str, str] | None = None,
) -> None:
    """Writes the staged tree of a project without errors; with reports also the authors' page."""
    writer = PageWriter(
        project, MarkdownFactory(project.root), read_history(project.root), handouts, drafts
    )
    units = [unit for unit in project.units.values() if writer.shows(unit)]
    kept: set[Path] = set()
    record: dict[str, Any] = {"languages": {}, "url": project.site.url}
    for language in LANGUAGES:
        pages = {unit.id: writer.write(unit, language) for unit in units}
        for page in pages.values():
            kept |= _write_page(page, folders.pages / language, project.root)
        record["languages"][language] = _record(project, pages, language, units)
    if reports:
        authors = folders.pages / "fi" / f"{AUTHORS}.md"
        _write(authors, authors_page(reports).encode())
        kept.add(authors)
    _remove_others(folders.pages, kept)
    _write_theme(folders, handouts)
    _write(folders.record, json.dumps(record, ensure_ascii=False, indent=1).encode())


def _write_page(page: StagedPage, folder: Path, root: Path) -> set[Path]:
    file = folder / page.path
    _write(file, page.text.encode())
    written = {file}
    for staged, source in page.images.items():
        image = folder / staged
        _write(image, (root / source).read_bytes())
        written.add(image)
    return written


def _write_theme(folders: Folders, handouts: Sequence[HandoutFile]) -> None:
    kept = set()
    for name, text in bundles().items():
        file = folders.theme / "assets/ck" / name
        _write(file, text.encode())
        kept.add(file)
    for handout in handouts:
        file = folders.theme / DOWNLOADS / handout.path.name
        _write(file, handout.path.read_bytes())
        kept.add(file)
    _remove_others(folders.theme, kept)


def _write(file: Path, data: bytes) -> None:
    """Writes a file if it says something else, in one step."""
    if file.is_file() and file.read_bytes() == data:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.new")
    new.write_bytes(data)
    new.replace(file)


def _remove_others(folder: Path, kept: set[Path]) -> None:
    """Removes what an earlier run staged and this one did not."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path not in kept:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _record(
    project: Project,
    pages: dict[str, StagedPage],
    language: Language,
    units: Sequence[Unit],
) -> dict[str, Any]:
    return {
        "site_name": project.site.title.best(language),
        "site_description": project.site.description.best(language),
        "nav": _navigation(project, pages, units),
        "published": sorted(page.path for page in pages.values() if page.published),
    }


def _navigation(
    project: Project, pages: dict[str, StagedPage], units: Sequence[Unit]
) -> list[dict[str, Any]]:
    """MkDocs' navigation: a title with its page, or with the list of the pages below it."""

    def entry(unit: Unit, *below: dict[str, Any]) -> dict[str, Any]:
        page = pages[unit.id]
        return {page.nav_title: [page.path, *below] if below else page.path}

    shown = {unit.id: unit for unit in units}
    found = []
    for item in project.nav.nav:
        unit = shown.get(item.page or item.course or "")
        if unit is None:
            continue
        modules = [one for one in units if one.kind == "module" and one.course is unit.course]
        below = []
        for module in modules if unit.kind == "course" else []:
            assert module.course and module.module  # a module page knows both
            lessons = [
                entry(lesson)
                for lesson in project.lessons(module.module, module.course)
                if lesson.id in shown
            ]
            beside = [
                entry(shown[f"{module.id}/{name}"])
                for name in ("cases", "workbook", "trainer")
                if f"{module.id}/{name}" in shown
            ]
            below.append(entry(module, *lessons, *beside))
        found.append(entry(unit, *below))
    return found
