"""Pages made from YAML: the cases and the workbook of a module."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from coursekit.model import Language
from coursekit.model.practice import BranchingCase, Case, Cases, ProseCase, Workbook, WorkbookTask
from coursekit.render.strings import Strings
from coursekit.render.templates import render

Texts = Callable[[str], Markup]
"""One text written in YAML → HTML."""

RULED_LINES = 12
"""Words that fit on one handwritten line of A4: as many lines are printed as an answer needs."""


def cases_parts(
    cases: Cases,
    language: Language,
    *,
    strings: Strings,
    markdown: Callable[[str], str],
    block: Texts,
) -> list[str]:
    """The cases that are written in this language, each under its heading.

    Args:
        markdown: resolves a text that stays Markdown in the page.
        block: turns a text into HTML inside our own HTML blocks.
    """
    parts: list[str] = []
    for case in cases.cases:
        if case.title.get(language) is None:
            continue
        parts.append(f"## {markdown(case.title.best(language))} {{#{case.id}}}")
        parts += _case(case, language, strings, markdown, block)
    return parts


def _case(
    case: Case, language: Language, strings: Strings, markdown: Callable[[str], str], block: Texts
) -> list[str]:
    if isinstance(case, ProseCase):
        tasks = [
            {
                "prompt": block(task.prompt.best(language)),
                "answer": block(task.model_answer.best(language)),
                "lines": lines(task.expected_words),
            }
            for task in case.tasks
        ]
        return [
            markdown(case.situation.best(language)),
            render("case-tasks.html", tasks=tasks, t=strings),
        ]
    return [_branching(case, language, strings, block)]


def _branching(case: BranchingCase, language: Language, strings: Strings, block: Texts) -> str:
    """All steps in the order of the file; links lead from a choice to its step."""
    steps = [
        {
            "id": f"{case.id}-{step.id}",
            "text": block(step.text.best(language)),
            "ending": step.ending,
            "choices": [
                {
                    "id": choice.id,
                    "text": block(choice.text.best(language)),
                    "consequence": block(choice.consequence.best(language)),
                    "next": f"{case.id}-{choice.next}",
                }
                for choice in step.choices
            ],
        }
        for step in case.steps
    ]
    steps.sort(key=lambda step: step["id"] != f"{case.id}-{case.start}")  # the start comes first
    numbers = {step["id"]: number for number, step in enumerate(steps, start=1)}
    return render(
        "branching-case.html",
        id=case.id,
        introduction=block(case.introduction.best(language)),
        steps=steps,
        numbers=numbers,
        retrospective=block(case.retrospective.best(language)),
        t=strings,
    )


def workbook_parts(
    workbook: Workbook,
    language: Language,
    *,
    strings: Strings,
    markdown: Callable[[str], str],
    block: Texts,
) -> list[str]:
    """The workbook tasks that are written in this language."""
    parts: list[str] = []
    for task in workbook.tasks:
        if task.title.get(language) is None:
            continue
        parts += [
            f"## {markdown(task.title.best(language))} {{#{task.id}}}",
            markdown(task.instruction.best(language)),
            render("workbook-task.html", **_task(task, language, block), t=strings),
        ]
    return parts


def _task(task: WorkbookTask, language: Language, block: Texts) -> dict[str, object]:
    return {
        "fields": [
            {"label": block(field.label.best(language)), "lines": lines(field.expected_words)}
            for field in task.fields
        ],
        "good_answer": block(task.good_answer.best(language)),
    }


def lines(expected_words: int) -> int:
    """How many ruled lines a printed answer gets, with room to spare."""
    return max(3, round(expected_words * 1.3 / RULED_LINES))
