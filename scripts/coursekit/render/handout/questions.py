"""Questions for paper: a sheet that cannot hold answers, and a key that explains each part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coursekit.model import Language, Question, Text
from coursekit.model.question import ClozeQuestion, QuestionType
from coursekit.model.score import points
from coursekit.render.gaps import pieces
from coursekit.render.handout.forms import BLANK, PrintAnswer, PrintForm, form_and_answers
from coursekit.render.handout.prose import Nodes
from coursekit.render.strings import Strings

INSTRUCTIONS: dict[QuestionType, str] = {
    "single-choice": "quiz.choose-one",
    "multiple-choice": "quiz.choose-all",
    "true-false": "quiz.true-or-false",
    "matching": "handout.how-matching",
    "ordering": "handout.how-ordering",
    "cloze": "quiz.how-cloze",
    "numeric": "handout.how-numeric",
    "categorise": "handout.how-categorise",
    "reflection": "handout.how-reflection",
}

LONG = 2500
"""A question with more characters may break over pages; others stay in one piece."""


@dataclass(frozen=True, slots=True)
class PrintQuestion:
    """One question in one language, its texts as inline HTML."""

    id: str
    type: QuestionType
    points: int
    prompt: str
    form: PrintForm
    answers: tuple[PrintAnswer, ...]
    hint: str | None
    explanation: str | None

    def fragments(self) -> Iterator[str]:
        """Every text, for reading all of them in one go."""
        yield self.prompt
        yield from self.form.fragments()
        for answer in self.answers:
            yield from answer.fragments()
        yield self.hint or ""
        yield self.explanation or ""


def in_language(
    question: Question, language: Language, inline: Callable[[str, Language], str]
) -> PrintQuestion:
    """The question as it is printed in this language."""

    def html(text: Text | None) -> str:
        return inline(text.best(language), language) if text else ""

    def gaps(question: ClozeQuestion) -> str:
        parts = pieces(
            question.text.best(language), question.gaps, lambda text: inline(text, language)
        )
        return "".join(
            str(part) if isinstance(part, str) else f"({part[0]}){BLANK}" for part in parts
        )

    form, answers = form_and_answers(question, language, html, gaps)
    return PrintQuestion(
        id=question.id,
        type=question.type,
        points=points(question),
        prompt=html(question.prompt),
        form=form,
        answers=tuple(answers),
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

        Built from the prompt and the form only: no answer and no reason can get into the file.
        """
        return {
            **self._head(question, number),
            "items": [self.text(item) for item in question.form.items],
            "options": [self.text(option) for option in question.form.options],
        }

    def answered(self, question: PrintQuestion, number: int) -> dict[str, object]:
        """The question for the answer key."""
        return {
            **self._head(question, number),
            "answers": [
                {
                    "text": self.text(answer.text),
                    "answer": self.text(answer.answer),
                    "right": answer.correct,
                    "why": self.text(answer.why or ""),
                }
                for answer in question.answers
            ],
            "hint": self.text(question.hint or ""),
            "explanation": self.text(question.explanation or ""),
        }

    def _head(self, question: PrintQuestion, number: int) -> dict[str, object]:
        return {
            "number": number,
            "type": question.type,
            "long": sum(map(len, question.fragments())) > LONG,
            "several": question.type in ("multiple-choice", "reflection"),
            "prompt": self.text(question.prompt),
            "text": self.text(question.form.text),
            "instruction": self._instruction(question),
            "points": self._points(question.points),
        }

    def _instruction(self, question: PrintQuestion) -> str:
        form, found = question.form, self.strings(INSTRUCTIONS[question.type])
        if question.type == "matching" and len(form.options) > len(form.items):
            found += " " + self.strings("quiz.left-over")
        return found

    def _points(self, count: int) -> str:
        if count == 0:
            return self.strings("handout.no-points")
        return self.strings(f"handout.points-{'one' if count == 1 else 'many'}", points=count)
