"""The whole project as one value: registers, courses, pages in their languages, banks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from coursekit.diagnostics import Place, Report
from coursekit.load.lock import Lock, load_lock
from coursekit.load.page import language_files, load_fragment, load_page
from coursekit.load.validate import validate
from coursekit.model import (
    Bank,
    Course,
    Fact,
    Facts,
    Glossary,
    Language,
    LessonEntry,
    Module,
    Nav,
    Node,
    Page,
    Site,
    Source,
    Sources,
    Term,
)
from coursekit.model.page import PageKind
from coursekit.source.document import read_yaml

N = TypeVar("N", bound=Node)
E = TypeVar("E", Source, Fact, Term)

HOME = "home"
GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing with one address: a lesson, a module, a course or a knowledge page."""

    id: str
    """Its way below the language root, such as `work-ability-support/support-plan/goals`."""
    kind: PageKind
    folder: str
    """Where its files are, relative to the project folder."""
    pages: dict[Language, Page]
    course: Course | None = None
    module: Module | None = None
    lesson: LessonEntry | None = None

    @property
    def document(self) -> str:
        """The address of its page below the language root, without the ending."""
        if self.id == HOME:
            return "index"
        return f"{self.id}/index" if self.kind in ("course", "module") else self.id

    @property
    def draft(self) -> bool:
        """True while the Finnish page says `status: draft`."""
        return "fi" in self.pages and self.pages["fi"].draft


@dataclass(frozen=True, slots=True)
class Fragment:
    """A shared text, included in pages by its name."""

    name: str
    folder: str
    pages: dict[Language, Page]


@dataclass(frozen=True, slots=True)
class Project:
    """Everything that was read; the checks and the renderers take it from here."""

    root: Path
    site: Site
    nav: Nav
    courses: tuple[Course, ...]
    sources: dict[str, Source]
    facts: dict[str, Fact]
    terms: dict[str, Term]
    units: dict[str, Unit]
    fragments: dict[str, Fragment]
    banks: dict[str, Bank]
    """By the id of the lesson they belong to."""
    registers: tuple[Node, ...]
    lock: Lock
    unread: frozenset[str]
    """Ids of units and `quizzes/<id>` of banks that exist but could not be read. What points to
    them is not reported too: one mistake, one finding."""

    def lessons(self, module: Module, course: Course) -> tuple[Unit, ...]:
        """The lessons of a module that exist, in the order of `course.yml`."""
        ids = (f"{course.id}/{module.id}/{entry.id}" for entry in module.lessons)
        return tuple(self.units[id] for id in ids if id in self.units)


def load_project(root: Path, report: Report) -> Project | None:
    """Reads a project folder; None when a file that everything needs could not be read."""
    return _Loader(root, report).load()


class _Loader:
    def __init__(self, root: Path, report: Report) -> None:
        self.root = root
        self.report = report
        self.units: dict[str, Unit] = {}
        self.banks: dict[str, Bank] = {}
        self.unread: set[str] = set()

    def load(self) -> Project | None:
        site = self._yaml("docs/site.yml", Site)
        nav = self._yaml("docs/nav.yml", Nav)
        sources = self._yaml("course/sources.yml", Sources)
        facts = self._yaml("course/facts.yml", Facts)
        glossary = self._yaml("course/glossary.yml", Glossary)
        files = sorted((self.root / "course").glob("*/course.yml"))
        courses = [self._yaml(self._path(file), Course) for file in files]
        for file, course in zip(files, courses, strict=True):
            if course is None or not self._course(course):
                self.unread.add(file.parent.name)
        self._knowledge_pages()
        fragments = self._fragments()
        lock = load_lock(self.root, self.report)
        if not (site and nav and sources and facts and glossary):
            return None
        return Project(
            root=self.root,
            site=site,
            nav=nav,
            courses=tuple(course for course in courses if course),
            sources=self._by_id(sources.sources, "source"),
            facts=self._by_id(facts.facts, "fact"),
            terms=self._by_id(glossary.terms, "term"),
            units=self.units,
            fragments=fragments,
            banks=self.banks,
            registers=(site, sources, facts, glossary),
            lock=lock,
            unread=frozenset(self.unread),
        )

    def _path(self, file: Path) -> str:
        return file.relative_to(self.root).as_posix()

    def _yaml(self, path: str, model: type[N]) -> N | None:
        file = self.root / path
        if not file.is_file():
            self.report.add(
                "CK109", Place(path), "the file is missing", hint="every project needs this file"
            )
            return None
        document = read_yaml(file, root=self.root, report=self.report)
        return validate(document, model, self.report) if document else None

    def _by_id(self, entries: tuple[E, ...], what: str) -> dict[str, E]:
        found: dict[str, E] = {}
        for entry in entries:
            if entry.id in found:
                duplicate_id(entry, found[entry.id], what, self.report)
            else:
                found[entry.id] = entry
        return found

    def _course(self, course: Course) -> bool:
        folder = f"course/{course.id}"
        if not (self.root / folder / "course.yml").is_file():
            self.report.add(
                "CK304",
                course.at("id"),
                f"the course is called '{course.id}', its folder is not",
                hint="name the folder and the course alike",
            )
            return False
        self.units[course.id] = Unit(course.id, "course", folder, {}, course)
        for module in course.modules:
            self._module(course, module)
        self._unlisted(course)
        return True

    def _module(self, course: Course, module: Module) -> None:
        id = f"{course.id}/{module.id}"
        if not module.lessons:
            return
        pages = self._pages(f"course/{id}", module.at("id"), "module", load_page)
        self.units[id] = Unit(id, "module", f"course/{id}", pages, course, module)
        for lesson in module.lessons:
            self._lesson(course, module, lesson)

    def _lesson(self, course: Course, module: Module, lesson: LessonEntry) -> None:
        id = f"{course.id}/{module.id}/{lesson.id}"
        pages = self._pages(f"course/{id}", lesson.at("id"), "lesson", load_page)
        if not pages:
            self.unread.add(id)
            return
        self.units[id] = Unit(id, "lesson", f"course/{id}", pages, course, module, lesson)
        if (self.root / f"quizzes/{id}.yml").is_file():
            bank = self._yaml(f"quizzes/{id}.yml", Bank)
            if bank:
                self.banks[id] = bank
            else:
                self.unread.add(f"quizzes/{id}")

    def _pages(
        self,
        folder: str,
        named_at: Place,
        what: str,
        load: Callable[..., Page | None],
    ) -> dict[Language, Page]:
        """The pages of a folder; a finding where it is named if the Finnish one is missing."""
        files = language_files(self.root / folder)
        if "fi" not in files:
            self.report.add(
                "CK301",
                named_at,
                f"the {what} has no {folder}/fi.md",
                hint="write the Finnish text, or take the entry out",
            )
        loaded = {
            language: load(file, root=self.root, report=self.report)
            for language, file in files.items()
        }
        pages = {language: page for language, page in loaded.items() if page}
        return pages if "fi" in pages else {}

    def _unlisted(self, course: Course) -> None:
        """Every text and bank of a course stands in `course.yml`, else nobody would see it."""
        base = self.root / "course" / course.id
        listed = {module.id for module in course.modules} | {
            f"{module.id}/{lesson.id}" for module in course.modules for lesson in module.lessons
        }
        for folder in sorted([*base.glob("*/"), *base.glob("*/*/")]):
            name = folder.relative_to(base).as_posix()
            module = name.partition("/")[0]
            files = language_files(folder)
            if files and (name not in listed or f"{course.id}/{module}" not in self.units):
                self._add_unlisted(next(iter(files.values())), name, course)
        banks = self.root / "quizzes" / course.id
        for file in sorted(banks.glob("*/*.yml")):
            name = file.relative_to(banks).with_suffix("").as_posix()
            if name not in listed:
                self._add_unlisted(file, name, course)

    def _add_unlisted(self, file: Path, name: str, course: Course) -> None:
        self.report.add(
            "CK302",
            Place(self._path(file)),
            f"'{name}' is not listed in course/{course.id}/course.yml",
            hint="list it under its module's lessons, or remove the file",
        )

    def _knowledge_pages(self) -> None:
        for path in sorted((self.root / "docs").glob("*/")):
            id = path.name
            folder = f"docs/{id}"
            if not language_files(path):
                continue
            pages = self._pages(folder, Place(folder), "page", load_page)
            if id in self.units:
                self.report.add(
                    "CK303",
                    Place(f"{folder}/fi.md"),
                    f"page '{id}' has the same address as the course '{id}'",
                    hint="give the page another name",
                )
            elif not pages:
                self.unread.add(id)
            else:
                kind: PageKind = "glossary" if id == GLOSSARY else "page"
                self.units[id] = Unit(id, kind, folder, pages)

    def _fragments(self) -> dict[str, Fragment]:
        found = {}
        for folder in sorted((self.root / "course/_shared").glob("*/")):
            path = self._path(folder)
            pages = self._pages(path, Place(path), "fragment", load_fragment)
            if pages:
                found[folder.name] = Fragment(folder.name, path, pages)
        return found


def duplicate_id(entry: Node, first: Node, what: str, report: Report) -> None:
    """Notes an id that two entries share."""
    id = getattr(entry, "id", "")
    report.add(
        "CK110",
        entry.at("id"),
        f"{what} '{id}' is defined twice",
        hint="give one of them another id",
        also=(first.at("id"),),
    )
