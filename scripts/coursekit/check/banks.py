"""Checks of question banks: ids, right answers, reasons, outcomes."""

from __future__ import annotations

from collections.abc import Sequence

from coursekit.check.suggest import did_you_mean
from coursekit.diagnostics import Report
from coursekit.load import Project, Unit
from coursekit.load.project import duplicate_id
from coursekit.model import Choice, Question


def check_banks(project: Project, report: Report) -> None:
    """Checks every bank against its lesson and the registers."""
    for id, bank in project.banks.items():
        _duplicates(bank.questions, "question", report)
        for question in bank.questions:
            _question(question, project.units[id], project, report)


def _duplicates(
    entries: Sequence[Question] | Sequence[Choice], what: str, report: Report
) -> None:
    first: dict[str, Question | Choice] = {}
    for entry in entries:
        if entry.id in first:
            duplicate_id(entry, first[entry.id], what, report)
        first.setdefault(entry.id, entry)


def _question(question: Question, unit: Unit, project: Project, report: Report) -> None:
    _duplicates(question.choices, "choice", report)
    _right_answers(question, report)
    _reasons(question, report)
    if unit.module:
        outcomes = [outcome.id for outcome in unit.module.outcomes]
        if question.outcome not in outcomes:
            report.add(
                "CK205",
                question.at("outcome"),
                f"module '{unit.module.id}' has no outcome '{question.outcome}'",
                hint=did_you_mean(
                    question.outcome, outcomes, else_hint=f"its outcomes: {', '.join(outcomes)}"
                ),
            )
    for index, source in enumerate(question.sources):
        if source not in project.sources:
            report.add(
                "CK502",
                question.at("sources", index),
                f"there is no source '{source}'",
                hint=did_you_mean(
                    source, project.sources, else_hint="add it to course/sources.yml"
                ),
            )


def _right_answers(question: Question, report: Report) -> None:
    correct = question.correct
    if question.type == "true-false":
        if {choice.id for choice in question.choices} != {"true", "false"}:
            report.add(
                "CK206",
                question.at("choices"),
                f"true/false question '{question.id}' wants the choices 'true' and 'false'",
                hint='write the two choices with id: "true" and id: "false"',
            )
    if not correct:
        report.add(
            "CK202",
            question.at("id"),
            f"question '{question.id}' has no correct choice",
            hint="mark the right one `correct: true`",
        )
    elif len(correct) > 1 and question.type != "multiple-choice":
        report.add(
            "CK203",
            question.at("id"),
            f"question '{question.id}' has {len(correct)} correct choices,"
            f" but its type is '{question.type}'",
            hint="use `type: multiple-choice`, or mark only one choice `correct: true`",
            also=tuple(choice.at("correct") for choice in correct),
        )


def _reasons(question: Question, report: Report) -> None:
    for choice in question.choices:
        if choice.why is None:
            report.add(
                "CK204",
                choice.at("id"),
                f"choice '{choice.id}' of question '{question.id}' has no reason",
                hint="add `why:` with one or two sentences on why it is right or wrong",
            )


