"""Checks of `course.yml` and the navigation: ids, outcomes, drafts."""

from __future__ import annotations

from coursekit.check.duplicates import check_duplicates
from coursekit.check.suggest import did_you_mean, known_here
from coursekit.diagnostics import Report
from coursekit.load import Project
from coursekit.model import Course


def check_courses(project: Project, report: Report) -> None:
    """Checks every course and the navigation that leads to it."""
    for course in project.courses:
        _course(course, report)
    _navigation(project, report)
    _retired(project, report)
    for unit in project.units.values():
        if unit.draft:
            report.add(
                "CK308",
                unit.pages["fi"].title_place,
                f"'{unit.id}' is a draft, shown by `serve` only",
                hint="take `status: draft` out when it is ready",
            )


def _course(course: Course, report: Report) -> None:
    check_duplicates(course.modules, "module", report)
    check_duplicates(
        (outcome for module in course.modules for outcome in module.outcomes), "outcome", report
    )
    for module in course.modules:
        check_duplicates(module.lessons, "lesson", report)
        outcomes = [outcome.id for outcome in module.outcomes]
        for lesson in module.lessons:
            for index, outcome in enumerate(lesson.outcomes):
                if outcome not in outcomes:
                    report.add(
                        "CK305",
                        lesson.at("outcomes", index),
                        f"module '{module.id}' has no outcome '{outcome}'",
                        hint=did_you_mean(
                            outcome, outcomes, else_hint="add it to the module's outcomes"
                        ),
                    )


def _retired(project: Project, report: Report) -> None:
    """Stored answers and old links know an id for ever, so it never comes back."""
    used = set(project.units) | {
        f"{path}#{question.id}"
        for path, bank, _ in project.all_banks()
        for question in bank.questions
    }
    for entry in project.retired.retired if project.retired else ():
        if entry.id in used:
            report.add(
                "CK333",
                entry.at("id"),
                f"'{entry.id}' was retired in edition {entry.edition}, and is used again",
                hint="give the new page or question another id",
            )


def _navigation(project: Project, report: Report) -> None:
    for entry in project.nav.nav:
        field = "page" if entry.page else "course"
        id = entry.page or entry.course or ""
        kinds = ("page", "glossary") if entry.page else ("course",)
        known = [unit.id for unit in project.units.values() if unit.kind in kinds]
        if id not in known and id not in project.unread:
            report.add(
                "CK307",
                entry.at(field),
                f"there is no {field} '{id}'",
                hint=did_you_mean(id, known, else_hint=known_here(known)),
            )
