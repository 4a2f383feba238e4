"""The course: the one table of contents, with the outcomes the questions point to."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coursekit.model.node import Node
from coursekit.model.question import Id, QuestionType
from coursekit.model.text import Text


class Outcome(Node):
    """What the learner can do afterwards; completes "After this you can …"."""

    id: Id
    text: Text


class LessonEntry(Node):
    """A lesson's place in its module and the outcomes it teaches."""

    id: Id
    outcomes: tuple[Id, ...] = Field(min_length=1)


class Module(Node):
    """One part of the course; it is published when it has lessons."""

    id: Id
    hours: float = Field(gt=0, strict=False)
    title: Text
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    lessons: tuple[LessonEntry, ...] = ()


class Rate(Node):
    """How long one kind of work takes, and why we think so."""

    value: float = Field(gt=0, strict=False)
    reason: str = Field(min_length=10)


class Rates(Node):
    """The one table from which all study hours are computed."""

    reading: Rate
    """Finnish words a minute, reading once with care."""
    study: Rate
    """How many times the first reading a learner spends with the text: notes, reading again."""
    questions: dict[QuestionType, Rate]
    """Minutes for one question with its reasons."""
    quiz_attempts: Rate
    """How often a module quiz is taken on average."""
    case_task: Rate
    """Minutes per 100 words that a good answer to a case has, model answer read included."""
    case_step: Rate
    """Minutes for one step of a branching case."""
    workbook: Rate
    """Minutes per 100 words that a good workbook answer has, finding out included."""
    revision: Rate
    """Minutes of revision before the exam, per module."""
    exam_attempts: Rate
    """How often the exam is taken on average."""


class Part(Node):
    """A part of the course that is no module: orientation, compiling the workbook, the exam."""

    id: Id
    kind: Literal["orientation", "compilation", "exam"]
    hours: float = Field(gt=0, strict=False)
    title: Text


class Course(Node):
    """A course with its edition, size, parts and modules."""

    id: Id
    edition: str = Field(pattern=r"^\d{4}\.\d+$")
    title: Text
    summary: Text
    credits: float = Field(gt=0, strict=False)
    hours: float = Field(gt=0, strict=False)
    pass_mark: int = Field(ge=1, le=100)
    rates: Rates | None = None
    parts: tuple[Part, ...] = ()
    modules: tuple[Module, ...] = Field(min_length=1)

    @property
    def published(self) -> tuple[Module, ...]:
        """The modules that have lessons, in order."""
        return tuple(module for module in self.modules if module.lessons)
