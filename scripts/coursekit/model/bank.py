"""Question banks: the questions of a lesson, and the pools that quizzes and the exam draw from."""

from __future__ import annotations

from pydantic import Field

from coursekit.model.node import Node
from coursekit.model.question import Question
from coursekit.model.text import Language


class Bank(Node):
    """The questions of one lesson, at the lesson's path below `quizzes/`."""

    questions: tuple[Question, ...] = Field(min_length=1)

    def in_language(self, language: Language) -> tuple[Question, ...]:
        """The questions that can be shown in this language."""
        return tuple(question for question in self.questions if language in question.languages())


class ModuleQuiz(Bank):
    """A module's own pool: each attempt draws `draw` questions."""

    draw: int = Field(ge=1)
