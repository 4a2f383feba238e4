"""Questions for paper: a sheet that cannot hold answers, and a key that explains each choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coursekit.model import ChoiceQuestion, Language, Question, Text
from coursekit.render.handout.prose import Nodes
from coursekit.render.strings import Strings

INSTRUCTIONS = {
    "single-choice": "quiz.choose-one",
    "multiple-choice": "quiz.choose-all",
    "true-false": "quiz.true-or-false",
}


LONG = 2500
"""A question with more characters may break over pages; others stay in one piece."""


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """One choice with its texts as HTML."""

    text: str
    correct: bool
    why: str | None


@dataclass(frozen=True, slots=True)
class PrintQuestion:
    """One question in one language, its texts as inline HTML."""

    id: str
    type: str
    points: int
    prompt: str
    choices: tuple[PrintChoice, ...]
    hint: str | None
    explanation: str | None

    def fragments(self) -> Iterator[str]:
        """Every text, for reading all of them in one go."""
        yield self.prompt
        for choice in self.choices:
            yield choice.text
            yield choice.why or ""
        yield self.hint or ""
        yield self.explanation or ""


def in_language(
    question: Question, language: Language, inline: Callable[[str, Language], str]
) -> PrintQuestion:
    """The question as it is printed in this language."""

    def html(text: Text | None) -> str | None:
        return inline(text.best(language), language) if text else None

    return PrintQuestion(
        id=question.id,
        type=question.type,
        points=question.points,
        prompt=html(question.prompt) or "",
        choices=tuple(
            PrintChoice(html(choice.text) or "", choice.correct, html(choice.why))
            for choice in (question.choices if isinstance(question, ChoiceQuestion) else ())
        ),
        hint=html(question.hint),
        explanation=html(question.explanation),
    )


@dataclass(frozen=True, slots=True)
class QuestionWriter:
    """Makes the nodes of questions.

    Args:
        strings: of the document's language.
        text: inline HTML → nodes.
    """

    strings: Strings
    text: Callable[[str], Nodes]

    def asked(self, question: PrintQuestion, number: int) -> dict[str, object]:
        """The question for the sheet.

        Built from prompt and choice texts only: no answer and no reason can get into the file.
        """
        return {
            **self._head(question, number),
            "choices": [{"text": self.text(choice.text)} for choice in question.choices],
        }

    def answered(self, question: PrintQuestion, number: int) -> dict[str, object]:
        """The question for the answer key."""
        return {
            **self._head(question, number),
            "choices": [
                {
                    "text": self.text(choice.text),
                    "right": choice.correct,
                    "why": self.text(choice.why or ""),
                }
                for choice in question.choices
            ],
            "hint": self.text(question.hint or ""),
            "explanation": self.text(question.explanation or ""),
        }

    def _head(self, question: PrintQuestion, number: int) -> dict[str, object]:
        one = question.points == 1
        points = "handout.points-one" if one else "handout.points-many"
        return {
            "number": number,
            "long": sum(map(len, question.fragments())) > LONG,
            "several": question.type == "multiple-choice",
            "prompt": self.text(question.prompt),
            "instruction": self.strings(INSTRUCTIONS[question.type]),
            "points": self.strings(points, points=question.points),
        }
