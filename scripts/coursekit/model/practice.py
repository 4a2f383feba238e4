"""What a learner does beside reading: cases to think through and workbook tasks to write."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from coursekit.model.node import Node
from coursekit.model.question import Id
from coursekit.model.text import Text

Words = Annotated[int, Field(ge=5, le=1000)]
"""How many words a good answer in Finnish has; the minutes are computed from it."""


class CaseTask(Node):
    """A question about a case and what a good answer says."""

    id: Id
    prompt: Text
    model_answer: Text
    expected_words: Words


class ProseCase(Node):
    """A situation told in words, with tasks and model answers."""

    id: Id
    kind: Literal["prose"]
    title: Text
    outcomes: tuple[Id, ...] = Field(min_length=1)
    situation: Text
    tasks: tuple[CaseTask, ...] = Field(min_length=1)


class StepChoice(Node):
    """A way to go on from a step, and what follows from it."""

    id: Id
    text: Text
    consequence: Text
    next: Id


class Step(Node):
    """A moment of a branching case: either choices, or an ending."""

    id: Id
    text: Text
    choices: tuple[StepChoice, ...] = ()
    ending: Literal["good", "mixed", "poor"] | None = None


class BranchingCase(Node):
    """A situation as a graph of steps; every way ends, and the retrospective looks back."""

    id: Id
    kind: Literal["branching"]
    title: Text
    outcomes: tuple[Id, ...] = Field(min_length=1)
    introduction: Text
    start: Id
    steps: tuple[Step, ...] = Field(min_length=2)
    retrospective: Text


Case = Annotated[ProseCase | BranchingCase, Field(discriminator="kind")]


class Cases(Node):
    """`cases.yml` of a module."""

    cases: tuple[Case, ...] = Field(min_length=1)


class WorkbookField(Node):
    """One place to write in."""

    id: Id
    label: Text
    expected_words: Words


class WorkbookTask(Node):
    """A task done in the learner's own work, with what makes an answer good."""

    id: Id
    outcomes: tuple[Id, ...] = Field(min_length=1)
    title: Text
    instruction: Text
    fields: tuple[WorkbookField, ...] = Field(min_length=1)
    good_answer: Text


class Workbook(Node):
    """`workbook.yml` of a module."""

    tasks: tuple[WorkbookTask, ...] = Field(min_length=1)


class Statement(Node):
    """One thing the learner rates: the same before, after and six months later."""

    id: Id
    module: Id
    text: Text


class SelfAssessment(Node):
    """`self-assessment.yml` of a course."""

    introduction: Text
    scale: tuple[Text, ...] = Field(min_length=3, max_length=7)
    """From the lowest to the highest."""
    statements: tuple[Statement, ...] = Field(min_length=1)
