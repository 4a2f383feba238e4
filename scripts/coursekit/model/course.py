"""The course: the one table of contents, with the outcomes the questions point to."""

from __future__ import annotations

from pydantic import Field

from coursekit.model.question import Id
from coursekit.model.node import Node
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


class Course(Node):
    """A course with its edition, size and modules."""

    id: Id
    edition: str = Field(pattern=r"^\d{4}\.\d+$")
    title: Text
    summary: Text
    credits: float = Field(gt=0, strict=False)
    hours: float = Field(gt=0, strict=False)
    pass_mark: int = Field(ge=1, le=100)
    modules: tuple[Module, ...] = Field(min_length=1)

    @property
    def published(self) -> tuple[Module, ...]:
        """The modules that have lessons, in order."""
        return tuple(module for module in self.modules if module.lessons)
