"""A quiz as plain HTML: a form per question that works on paper and without scripts.

The script `runtime/quiz/quiz.mjs` adds checking, scores and memory. Everything it needs stands in
the markup: ids, points and the right answers in `data-` attributes, its sentences in
`data-text-…` attributes and `<template>` elements.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup

from coursekit.model import Language, Question, Text, arrangement
from coursekit.model.hash import question_hash
from coursekit.model.question import ClozeQuestion
from coursekit.model.score import points
from coursekit.render.fact import format_number
from coursekit.render.gaps import pieces
from coursekit.render.strings import Strings
from coursekit.render.templates import render


def render_quiz(
    bank_id: str,
    questions: Sequence[Question],
    *,
    language: Language,
    strings: Strings,
    inline: Callable[[str], Markup],
    course: str,
) -> str:
    """The HTML block of a bank, without blank lines so that Markdown leaves it alone.

    Args:
        bank_id: the bank's path below `quizzes/`; prefixes every name and id of the form.
        questions: those that can be shown in `language`.
        inline: turns one author's text into inline HTML.
        course: the id under which answers are stored in the browser.
    """

    def text(value: Text) -> Markup:
        return inline(value.best(language))

    def cloze(question: ClozeQuestion) -> list[Any]:
        return list(pieces(question.text.best(language), question.gaps, inline))

    def number(value: float) -> str:
        return format_number(round(value, 9), language)

    return render(
        "quiz.html",
        bank_id=bank_id,
        questions=questions,
        language=language,
        course=course,
        t=strings,
        text=text,
        hash=question_hash,
        points=points,
        arrangement=arrangement,
        pieces=cloze,
        number=number,
    )
