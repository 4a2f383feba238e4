"""Checks of cases, workbooks and self-assessments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coursekit.check.duplicates import check_duplicates
from coursekit.check.references import check_outcome
from coursekit.check.suggest import did_you_mean
from coursekit.diagnostics import Report
from coursekit.load import Project
from coursekit.model import Module, Node
from coursekit.model.practice import BranchingCase, ProseCase, Step


def check_practice(project: Project, report: Report) -> None:
    """Checks every case, workbook task and statement against its module."""
    for id, cases in project.cases.items():
        check_duplicates(cases.cases, "case", report)
        for case in cases.cases:
            _outcomes(case, case.outcomes, project.units[id].module, report)
            if isinstance(case, BranchingCase):
                _graph(case, report)
            elif isinstance(case, ProseCase):
                check_duplicates(case.tasks, "task", report)
    for id, workbook in project.workbooks.items():
        check_duplicates(workbook.tasks, "task", report)
        for task in workbook.tasks:
            check_duplicates(task.fields, "field", report)
            _outcomes(task, task.outcomes, project.units[id].module, report)
    for id, assessment in project.self_assessments.items():
        check_duplicates(assessment.statements, "statement", report)
        course = project.units[id].course
        modules = [module.id for module in course.modules] if course else []
        for statement in assessment.statements:
            if statement.module not in modules:
                report.add(
                    "CK213",
                    statement.at("module"),
                    f"the course has no module '{statement.module}'",
                    hint=did_you_mean(
                        statement.module, modules, else_hint=f"its modules: {', '.join(modules)}"
                    ),
                )


def _outcomes(node: Node, outcomes: Sequence[str], module: Module | None, report: Report) -> None:
    for index, outcome in enumerate(outcomes):
        check_outcome(outcome, node.at("outcomes", index), module, report)


def _graph(case: BranchingCase, report: Report) -> None:
    """Every choice leads to a step, every step is reached, and every way comes to an end."""
    check_duplicates(case.steps, "step", report)
    steps = {step.id: step for step in case.steps}
    if not _known_steps(case, steps, report):
        return
    for step in case.steps:
        if bool(step.choices) == (step.ending is not None):
            what = "both choices and an ending" if step.choices else "neither choices nor an ending"
            report.add(
                "CK211",
                step.at("id"),
                f"step '{step.id}' of case '{case.id}' has {what}",
                hint="give it `choices:` to go on, or `ending: good | mixed | poor`",
            )
    reached = _reached(case.start, steps)
    for step in case.steps:
        if step.id not in reached:
            report.add(
                "CK212",
                step.at("id"),
                f"no way leads to step '{step.id}' of case '{case.id}'",
                hint="lead a choice there, or take the step out",
            )
    loop = _loop(case.start, steps, ())
    if loop:
        report.add(
            "CK211",
            steps[loop[-1]].at("id"),
            f"case '{case.id}' goes in a circle: {' → '.join(loop)}",
            hint="let each choice lead on towards an ending",
        )


def _known_steps(case: BranchingCase, steps: dict[str, Step], report: Report) -> bool:
    named = [(case.start, case.at("start"))] + [
        (choice.next, choice.at("next")) for step in case.steps for choice in step.choices
    ]
    unknown = [(id, place) for id, place in named if id not in steps]
    for id, place in unknown:
        report.add(
            "CK210",
            place,
            f"case '{case.id}' has no step '{id}'",
            hint=did_you_mean(id, steps, else_hint=f"its steps: {', '.join(steps)}"),
        )
    return not unknown


def _reached(start: str, steps: dict[str, Step]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += [choice.next for choice in steps[id].choices]
    return found


def _loop(id: str, steps: dict[str, Step], way: Iterable[str]) -> tuple[str, ...]:
    """The first way that comes back to a step it has passed; empty when there is none."""
    passed = tuple(way)
    if id in passed:
        return (*passed[passed.index(id) :], id)
    for choice in steps[id].choices:
        found = _loop(choice.next, steps, (*passed, id))
        if found:
            return found
    return ()
