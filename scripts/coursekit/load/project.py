"""The whole project as one value: registers, courses, pages in their languages, banks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coursekit.load.lock import Lock
from coursekit.model import (
    Bank,
    Course,
    Fact,
    Language,
    LessonEntry,
    Module,
    ModuleQuiz,
    Nav,
    Node,
    Page,
    Part,
    Site,
    Source,
    Term,
)
from coursekit.model.exception import AllowedFindings
from coursekit.model.figure import Figure
from coursekit.model.page import PageKind
from coursekit.model.practice import Cases, SelfAssessment, Workbook
from coursekit.model.retired import RetiredIds

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
    part: Part | None = None

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
    figures: dict[str, Figure]
    """By the id of the unit and their own (`course/module/lesson/figure`)."""
    banks: dict[str, Bank]
    """By the id of the lesson they belong to."""
    quizzes: dict[str, ModuleQuiz]
    """By the id of the module (`course/module`), as all that follows."""
    exams: dict[str, Bank]
    """The module's share of the final exam's pool."""
    cases: dict[str, Cases]
    workbooks: dict[str, Workbook]
    self_assessments: dict[str, SelfAssessment]
    """By the id of the course."""
    allowed: AllowedFindings | None
    retired: RetiredIds | None
    registers: tuple[Node, ...]
    lock: Lock
    unread: frozenset[str]
    """Ids of units and `quizzes/<id>` of banks that exist but could not be read. What points to
    them is not reported too: one mistake, one finding."""

    def figures_of(self, unit: Unit) -> dict[str, Figure]:
        """The figures that lie in the folder of a page, by their own ids."""
        named = ((*key.rpartition("/")[::2], figure) for key, figure in self.figures.items())
        return {id: figure for owner, id, figure in named if owner == unit.id}

    def lessons(self, module: Module, course: Course) -> tuple[Unit, ...]:
        """The lessons of a module that exist, in the order of `course.yml`."""
        ids = (f"{course.id}/{module.id}/{entry.id}" for entry in module.lessons)
        return tuple(self.units[id] for id in ids if id in self.units)

    def all_banks(self) -> Iterator[tuple[str, Bank, Unit]]:
        """Every pool of questions: its path below `quizzes/`, itself, and its page."""
        for id, bank in self.banks.items():
            yield id, bank, self.units[id]
        for id, quiz in self.quizzes.items():
            yield f"{id}/module-quiz", quiz, self.units[id]
        for id, bank in self.exams.items():
            course, _, module = id.partition("/")
            yield f"{course}/exam/{module}", bank, self.units[id]
