"""Question banks: structure once, texts in three languages."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from coursekit.model.node import Node
from coursekit.model.text import LANGUAGES, Language, Text

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
"""English kebab-case, stable for ever, never translated."""

QuestionType = Literal["single-choice", "multiple-choice", "true-false"]


class Choice(Node):
    """One answer that can be chosen, with the reason why it is right or wrong."""

    id: Id
    correct: bool = False
    text: Text
    why: Text | None = None


class Question(Node):
    """One question with its choices; which answer is right stands only in `choices`."""

    id: Id
    type: QuestionType
    outcome: Id
    points: int = Field(default=1, ge=1, le=10)
    prompt: Text
    choices: tuple[Choice, ...] = Field(min_length=2)
    hint: Text | None = None
    explanation: Text | None = None
    sources: tuple[str, ...] = ()

    @property
    def correct(self) -> tuple[Choice, ...]:
        """The choices that are right, in the order of the bank."""
        return tuple(choice for choice in self.choices if choice.correct)

    def texts(self) -> tuple[tuple[tuple[str | int, ...], Text], ...]:
        """Every text of the question with the way to it."""
        found: list[tuple[tuple[str | int, ...], Text]] = [(("prompt",), self.prompt)]
        for index, choice in enumerate(self.choices):
            found.append((("choices", index, "text"), choice.text))
            if choice.why:
                found.append((("choices", index, "why"), choice.why))
        if self.hint:
            found.append((("hint",), self.hint))
        if self.explanation:
            found.append((("explanation",), self.explanation))
        return tuple(found)

    def languages(self) -> tuple[Language, ...]:
        """The languages in which the whole question can be shown."""
        return tuple(
            language
            for language in LANGUAGES
            if all(text.get(language) is not None for _, text in self.texts())
        )


class Bank(Node):
    """The questions of one lesson, at the lesson's path below `quizzes/`."""

    questions: tuple[Question, ...] = Field(min_length=1)

    def in_language(self, language: Language) -> tuple[Question, ...]:
        """The questions that can be shown in this language."""
        return tuple(question for question in self.questions if language in question.languages())
