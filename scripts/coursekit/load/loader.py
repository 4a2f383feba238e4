"""Reads a project folder into a `Project`; every file that cannot be used becomes a finding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from coursekit.diagnostics import Place, Report
from coursekit.load.figures import load_figures
from coursekit.load.lock import load_lock
from coursekit.load.page import language_files, load_fragment, load_page
from coursekit.load.project import GLOSSARY, Fragment, Project, Unit
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
    ModuleQuiz,
    Nav,
    Node,
    Page,
    Site,
    Source,
    Sources,
    Term,
)
from coursekit.model.exception import AllowedFindings
from coursekit.model.page import PageKind
from coursekit.model.practice import Cases, SelfAssessment, Workbook
from coursekit.model.retired import RetiredIds
from coursekit.source.document import read_yaml

N = TypeVar("N", bound=Node)
E = TypeVar("E", Source, Fact, Term)


def load_project(root: Path, report: Report) -> Project | None:
    """Reads a project folder; None when a file that everything needs could not be read."""
    return _Loader(root, report).load()


class _Loader:
    def __init__(self, root: Path, report: Report) -> None:
        self.root = root
        self.report = report
        self.units: dict[str, Unit] = {}
        self.banks: dict[str, Bank] = {}
        self.quizzes: dict[str, ModuleQuiz] = {}
        self.exams: dict[str, Bank] = {}
        self.cases: dict[str, Cases] = {}
        self.workbooks: dict[str, Workbook] = {}
        self.self_assessments: dict[str, SelfAssessment] = {}
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
        figures = load_figures(
            self.units.values(), root=self.root, report=self.report, unread=self.unread
        )
        allowed: dict[str, AllowedFindings] = {}
        self._optional("course/allowed-findings.yml", AllowedFindings, allowed, "allowed")
        retired: dict[str, RetiredIds] = {}
        self._optional("course/retired.yml", RetiredIds, retired, "retired")
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
            figures=figures,
            banks=self.banks,
            quizzes=self.quizzes,
            exams=self.exams,
            cases=self.cases,
            workbooks=self.workbooks,
            self_assessments=self.self_assessments,
            allowed=allowed.get("allowed"),
            retired=retired.get("retired"),
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
        for part in course.parts:
            id = f"{course.id}/{part.id}"
            pages = self._pages(f"course/{id}", part.at("id"), "part", load_page)
            self._add_unit(Unit(id, "part", f"course/{id}", pages, course, part=part))
        for module in course.modules:
            self._module(course, module)
        self._optional(
            f"{folder}/self-assessment.yml", SelfAssessment, self.self_assessments, course.id
        )
        self._unlisted(course)
        return True

    def _add_unit(self, unit: Unit) -> None:
        if unit.pages:
            self.units[unit.id] = unit
        else:
            self.unread.add(unit.id)

    def _optional(self, path: str, model: type[N], into: dict[str, N], id: str) -> None:
        """Reads a file that a course or module may leave out."""
        if (self.root / path).is_file():
            value = self._yaml(path, model)
            if value:
                into[id] = value
            else:
                self.unread.add(path.removesuffix(".yml"))

    def _module(self, course: Course, module: Module) -> None:
        id = f"{course.id}/{module.id}"
        if not module.lessons:
            return
        folder = f"course/{id}"
        pages = self._pages(folder, module.at("id"), "module", load_page)
        self.units[id] = Unit(id, "module", folder, pages, course, module)
        for lesson in module.lessons:
            self._lesson(course, module, lesson)
        self._optional(f"{folder}/cases.yml", Cases, self.cases, id)
        self._optional(f"{folder}/workbook.yml", Workbook, self.workbooks, id)
        self._optional(f"quizzes/{id}/module-quiz.yml", ModuleQuiz, self.quizzes, id)
        self._optional(f"quizzes/{course.id}/exam/{module.id}.yml", Bank, self.exams, id)
        generated: dict[PageKind, bool] = {
            "cases": id in self.cases,
            "workbook": id in self.workbooks,
        }
        for kind in (kind for kind, written in generated.items() if written):
            self.units[f"{id}/{kind}"] = Unit(f"{id}/{kind}", kind, folder, {}, course, module)
        if language_files(self.root / folder / "trainer"):
            trainer = self._pages(f"{folder}/trainer", module.at("id"), "trainer guide", load_page)
            id = f"{id}/trainer"
            self._add_unit(Unit(id, "trainer", f"{folder}/trainer", trainer, course, module))

    def _lesson(self, course: Course, module: Module, lesson: LessonEntry) -> None:
        id = f"{course.id}/{module.id}/{lesson.id}"
        pages = self._pages(f"course/{id}", lesson.at("id"), "lesson", load_page)
        self._add_unit(Unit(id, "lesson", f"course/{id}", pages, course, module, lesson))
        if pages:
            self._optional(f"quizzes/{id}.yml", Bank, self.banks, id)

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
        listed = {part.id for part in course.parts}
        for module in course.modules:
            own = (lesson.id for lesson in module.lessons)
            beside = ("trainer", "module-quiz") if module.lessons else ()
            listed |= {module.id, f"exam/{module.id}"}
            listed |= {f"{module.id}/{name}" for name in (*own, *beside)}
        for folder in sorted([*base.glob("*/"), *base.glob("*/*/")]):
            name = folder.relative_to(base).as_posix()
            first = f"{course.id}/{name.partition('/')[0]}"
            files = language_files(folder)
            shown = first in self.units or first in self.unread
            if files and not (name in listed and shown):
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
