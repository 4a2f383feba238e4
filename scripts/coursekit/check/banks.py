"""Checks of question banks: ids, right answers, reasons, outcomes; a function per question type."""

from __future__ import annotations

import re

from coursekit.check.duplicates import check_duplicates
from coursekit.check.references import check_outcome, check_source
from coursekit.check.suggest import did_you_mean
from coursekit.diagnostics import Report
from coursekit.load import Project, Unit
from coursekit.model import LANGUAGES, Node, Question
from coursekit.model.question import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    Gap,
    MatchingQuestion,
    OrderingQuestion,
    reasons,
)

GAP = re.compile(r"\[\[([^\[\]]+)\]\]")


def check_banks(project: Project, report: Report) -> None:
    """Checks every bank against its module and the registers; ids are unique in a module."""
    in_module: dict[str, list[Question]] = {}
    for _, bank, unit in project.all_banks():
        for question in bank.questions:
            _question(question, unit, project, report)
            module = f"{unit.course.id}/{unit.module.id}" if unit.course and unit.module else ""
            in_module.setdefault(module, []).append(question)
    for questions in in_module.values():
        check_duplicates(questions, "question", report)


def _question(question: Question, unit: Unit, project: Project, report: Report) -> None:
    if isinstance(question, ChoiceQuestion):
        _choices(question, report)
    elif isinstance(question, MatchingQuestion):
        check_duplicates((*question.pairs, *question.distractors), "pair", report)
    elif isinstance(question, OrderingQuestion):
        check_duplicates(question.items, "item", report)
    elif isinstance(question, ClozeQuestion):
        _cloze(question, report)
    elif isinstance(question, CategoriseQuestion):
        _categories(question, report)
    _reasons(question, report)
    check_outcome(question.outcome, question.at("outcome"), unit.module, report)
    for index, source in enumerate(question.sources):
        check_source(source, question.at("sources", index), project, report)


def _choices(question: ChoiceQuestion, report: Report) -> None:
    check_duplicates(question.choices, "choice", report)
    correct = question.correct
    ids = {choice.id for choice in question.choices}
    if question.type == "true-false" and ids != {"true", "false"}:
        report.add(
            "CK206",
            question.at("choices"),
            f"true/false question '{question.id}' wants the choices 'true' and 'false'",
            hint='write the two choices with id: "true" and id: "false"',
        )
    if not correct:
        _no_correct(question, f"question '{question.id}'", report)
    elif len(correct) > 1 and question.type != "multiple-choice":
        report.add(
            "CK203",
            question.at("id"),
            f"question '{question.id}' has {len(correct)} correct choices,"
            f" but its type is '{question.type}'",
            hint="use `type: multiple-choice`, or mark only one choice `correct: true`",
            also=tuple(choice.at("correct") for choice in correct),
        )


def _no_correct(node: Node, what: str, report: Report) -> None:
    report.add(
        "CK202",
        node.at("id"),
        f"{what} has no correct choice",
        hint="mark the right one `correct: true`",
    )


def _cloze(question: ClozeQuestion, report: Report) -> None:
    check_duplicates(question.gaps, "gap", report)
    wanted = sorted(gap.id for gap in question.gaps)
    for language in LANGUAGES:
        text = question.text.get(language)
        found = sorted(GAP.findall(text)) if text else wanted
        if found != wanted:
            report.add(
                "CK207",
                question.text.at(language),
                f"the text ({language}) has the gaps {_listed(found)},"
                f" the question {_listed(wanted)}",
                hint="write each gap once in each language: [[gap-id]]",
            )
    for gap in question.gaps:
        _gap(gap, question, report)


def _listed(ids: list[str]) -> str:
    return ", ".join(ids) or "none"


def _gap(gap: Gap, question: ClozeQuestion, report: Report) -> None:
    what = f"gap '{gap.id}' of question '{question.id}'"
    check_duplicates(gap.choices, "choice", report)
    if bool(gap.choices) == (gap.accepted is not None):
        report.add(
            "CK208",
            gap.at("id"),
            f"{what} is neither chosen nor typed" if not gap.choices else f"{what} is both",
            hint="give it `choices:` (a list to choose from) or `accepted:` (answers to type)",
        )
    elif gap.choices:
        correct = [choice for choice in gap.choices if choice.correct]
        if not correct:
            _no_correct(gap, what, report)
        elif len(correct) > 1:
            report.add(
                "CK203",
                gap.at("id"),
                f"{what} has {len(correct)} correct choices",
                hint="mark only one choice `correct: true`",
                also=tuple(choice.at("correct") for choice in correct),
            )


def _categories(question: CategoriseQuestion, report: Report) -> None:
    check_duplicates(question.categories, "category", report)
    check_duplicates(question.items, "item", report)
    known = [category.id for category in question.categories]
    for item in question.items:
        if item.category not in known:
            report.add(
                "CK209",
                item.at("category"),
                f"question '{question.id}' has no category '{item.category}'",
                hint=did_you_mean(
                    item.category, known, else_hint=f"its categories: {', '.join(known)}"
                ),
            )


def _reasons(question: Question, report: Report) -> None:
    for part, what, why in reasons(question):
        if why is None:
            report.add(
                "CK204",
                part.at("id"),
                f"{what} of question '{question.id}' has no reason",
                hint="add `why:` with one or two sentences on why it is right or wrong",
            )
