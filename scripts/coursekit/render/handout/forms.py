"""What is filled in on paper and what the key says of it: a function for each type of question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from coursekit.model import ChoiceQuestion, Language, Question, Text, arrangement
from coursekit.model.question import (
    CategoriseQuestion,
    ClozeQuestion,
    Gap,
    MatchingQuestion,
    NumericQuestion,
    OrderingQuestion,
    ReflectionQuestion,
)
from coursekit.render.fact import format_number
from coursekit.render.gaps import pieces
from coursekit.render.strings import Strings, load_strings

BLANK = "\N{NO-BREAK SPACE}" + "_" * 16
"""What is written on in a running text."""


@dataclass(frozen=True, slots=True)
class PrintForm:
    """What is filled in, its texts as HTML: nothing here tells the answer."""

    items: tuple[str, ...] = ()
    """Choices, left sides, or items in an order that is not the right one."""
    options: tuple[str, ...] = ()
    """Right sides, categories, or the words for each gap."""
    text: str = ""
    """The text with gaps, or the unit of a number."""

    def fragments(self) -> Iterator[str]:
        """Every text."""
        yield from (*self.items, *self.options, self.text)


@dataclass(frozen=True, slots=True)
class PrintAnswer:
    """One line of the key, its texts as HTML."""

    text: str = ""
    """What was asked; empty when the answer says it all."""
    answer: str = ""
    correct: bool = True
    why: str | None = None

    def fragments(self) -> Iterator[str]:
        """Every text."""
        yield from (self.text, self.answer, self.why or "")


Html = Callable[[Text | None], str]
"""A text in the sheet's language; empty for none."""


def form_and_answers(
    question: Question,
    language: Language,
    html: Html,
    gaps: Callable[[ClozeQuestion], str],
) -> tuple[PrintForm, list[PrintAnswer]]:
    """What is filled in, and the lines of the key.

    Args:
        gaps: the text of a cloze question with lines to write on.
    """
    match question:
        case ChoiceQuestion():
            found = _choices(question, html)
        case MatchingQuestion():
            found = _matching(question, html, load_strings(language))
        case OrderingQuestion():
            found = _ordering(question, html)
        case ClozeQuestion():
            found = _cloze(question, html, gaps(question), language)
        case NumericQuestion():
            found = _numeric(question, html, language)
        case CategoriseQuestion():
            found = _categorise(question, html)
        case ReflectionQuestion():
            found = _reflection(question, html)
    return found


def _choices(question: ChoiceQuestion, html: Html) -> tuple[PrintForm, list[PrintAnswer]]:
    form = PrintForm(items=tuple(html(choice.text) for choice in question.choices))
    return form, [
        PrintAnswer(html(choice.text), correct=choice.correct, why=html(choice.why))
        for choice in question.choices
    ]


def _matching(
    question: MatchingQuestion, html: Html, strings: Strings
) -> tuple[PrintForm, list[PrintAnswer]]:
    sides = arrangement.right_sides(question)
    letters = {id: f"{chr(ord('A') + at)}. " for at, (id, _) in enumerate(sides)}
    form = PrintForm(
        items=tuple(html(pair.left) for pair in question.pairs),
        options=tuple(html(side) for _, side in sides),
    )
    answers = [
        PrintAnswer(html(pair.left), letters[pair.id] + html(pair.right), why=html(pair.why))
        for pair in question.pairs
    ]
    nowhere = escape(strings("quiz.belongs-nowhere"))
    answers += [
        PrintAnswer(letters[extra.id] + html(extra.text), nowhere, why=html(extra.why))
        for extra in question.distractors
    ]
    return form, answers


def _ordering(question: OrderingQuestion, html: Html) -> tuple[PrintForm, list[PrintAnswer]]:
    form = PrintForm(items=tuple(html(item.text) for item in arrangement.steps(question)))
    return form, [
        PrintAnswer(answer=f"{number}. {html(item.text)}", why=html(item.why))
        for number, item in enumerate(question.items, start=1)
    ]


def _cloze(
    question: ClozeQuestion, html: Html, text: str, language: Language
) -> tuple[PrintForm, list[PrintAnswer]]:
    order = _gap_order(question, language)
    words = tuple(
        f"({number}) "
        + " / ".join(html(one.text) for one in arrangement.gap_choices(question, gap))
        for number, gap in enumerate(order, start=1)
        if gap.choices
    )
    answers = []
    for number, gap in enumerate(order, start=1):
        accepted = getattr(gap.accepted, language) if gap.accepted else ()
        chosen = [html(choice.text) for choice in gap.choices if choice.correct]
        right = " / ".join([*chosen, *map(escape, accepted)])
        answers.append(PrintAnswer(answer=f"({number}) {right}", why=html(gap.why)))
    return PrintForm(options=words, text=text), answers


def _gap_order(question: ClozeQuestion, language: Language) -> list[Gap]:
    """The gaps as this language's text has them."""
    parts = pieces(question.text.best(language), question.gaps, str)
    return [part[1] for part in parts if not isinstance(part, str)]


def _numeric(
    question: NumericQuestion, html: Html, language: Language
) -> tuple[PrintForm, list[PrintAnswer]]:
    def number(value: float) -> str:
        return format_number(round(value, 9), language)

    unit = html(question.unit)
    answer = f"{number(question.answer)} {unit}".strip()
    if question.tolerance:
        low, high = question.answer - question.tolerance, question.answer + question.tolerance
        answer += f" ({number(low)}–{number(high)})"
    return PrintForm(text=unit), [PrintAnswer(answer=answer, why=html(question.why))]


def _categorise(question: CategoriseQuestion, html: Html) -> tuple[PrintForm, list[PrintAnswer]]:
    names = {category.id: html(category.text) for category in question.categories}
    form = PrintForm(
        items=tuple(html(item.text) for item in arrangement.items(question)),
        options=tuple(names.values()),
    )
    return form, [
        PrintAnswer(html(item.text), names[item.category], why=html(item.why))
        for item in question.items
    ]


def _reflection(question: ReflectionQuestion, html: Html) -> tuple[PrintForm, list[PrintAnswer]]:
    criteria = [PrintAnswer(html(criterion.text)) for criterion in question.rubric]
    return PrintForm(), [PrintAnswer(html(question.model_answer)), *criteria]
