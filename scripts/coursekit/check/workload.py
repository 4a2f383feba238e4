"""Study hours computed from the text and the exercises by the table of rates in `course.yml`.

reading    Finnish words / words a minute × how often a learner goes through them
questions  of lessons once, of the module quiz as many times as it is taken
cases      expected words of the answers; steps of branching cases
workbook   expected words of the answers
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coursekit.diagnostics import Report
from coursekit.load import Project, Unit
from coursekit.model import Course, Module, Page, Part, Question, Rates
from coursekit.model.practice import BranchingCase, ProseCase
from coursekit.source.markdown import blank_comments

_WORD = re.compile(r"\w[\w’'-]*")
_MARKUP = re.compile(r"\{\{.*?\}\}|\[@[^\]]*\]|\]\([^)]*\)|\{[#!][^}]*\}")
MODULE_LIMIT = 0.15
COURSE_LIMIT = 0.10


@dataclass(frozen=True, slots=True)
class Workload:
    """Minutes of one module or part, by kind of work, beside the declared hours."""

    name: str
    reading: float
    questions: float
    cases: float
    workbook: float
    declared_hours: float

    @property
    def hours(self) -> float:
        """All minutes together, in hours."""
        return (self.reading + self.questions + self.cases + self.workbook) / 60

    @property
    def difference(self) -> float:
        """Computed against declared hours: 0.1 is ten per cent more than declared."""
        return self.hours / self.declared_hours - 1


def count_words(text: str) -> int:
    """The words a reader reads: markup, citations and block markers left out."""
    return len(_WORD.findall(_MARKUP.sub(" ", blank_comments(text))))


def page_words(page: Page) -> int:
    """The words of a page with its headings."""
    headings = sum(count_words(one.heading.text) for one in page.sections if one.heading)
    return headings + sum(count_words(section.markdown) for section in page.sections)


def workloads(project: Project, course: Course) -> list[Workload]:
    """The published modules and parts of a course; empty while it has no rates."""
    if course.rates is None:
        return []
    parts = [_part(project, course, course.rates, part) for part in course.parts]
    modules = [_module(project, course, course.rates, module) for module in course.published]
    return [*parts, *modules]


def _module(project: Project, course: Course, rates: Rates, module: Module) -> Workload:
    id = f"{course.id}/{module.id}"
    lessons = project.lessons(module, course)
    texts = [unit.pages["fi"] for unit in (project.units[id], *lessons) if "fi" in unit.pages]
    words = sum(map(page_words, texts))
    cases = project.cases.get(id)
    prose = [case for case in cases.cases if isinstance(case, ProseCase)] if cases else []
    branching = [case for case in cases.cases if isinstance(case, BranchingCase)] if cases else []
    words += sum(count_words(case.situation.fi) for case in prose)
    words += sum(count_words(step.text.fi) for case in branching for step in case.steps)
    answers = sum(task.expected_words for case in prose for task in case.tasks)
    steps = sum(len(case.steps) for case in branching)
    return Workload(
        name=module.id,
        reading=_reading(words, rates),
        questions=_questions(project, lessons, rates) + _quiz(project, id, rates),
        cases=answers / 100 * rates.case_task.value + steps * rates.case_step.value,
        workbook=_workbook(project, id, rates),
        declared_hours=module.hours,
    )


def _reading(words: int, rates: Rates) -> float:
    return words / rates.reading.value * rates.study.value


def _questions(project: Project, lessons: Iterable[Unit], rates: Rates) -> float:
    banks = (project.banks.get(lesson.id) for lesson in lessons)
    return sum(_minutes(question, rates) for bank in banks if bank for question in bank.questions)


def _quiz(project: Project, id: str, rates: Rates) -> float:
    quiz = project.quizzes.get(id)
    if quiz is None:
        return 0
    mean = sum(_minutes(one, rates) for one in quiz.questions) / len(quiz.questions)
    return mean * quiz.draw * rates.quiz_attempts.value


def _minutes(question: Question, rates: Rates) -> float:
    rate = rates.questions.get(question.type)
    return rate.value if rate else 0


def _workbook(project: Project, id: str, rates: Rates) -> float:
    workbook = project.workbooks.get(id)
    tasks = workbook.tasks if workbook else ()
    words = sum(field.expected_words for task in tasks for field in task.fields)
    return words / 100 * rates.workbook.value


def _part(project: Project, course: Course, rates: Rates, part: Part) -> Workload:
    unit = project.units.get(f"{course.id}/{part.id}")
    words = page_words(unit.pages["fi"]) if unit else 0
    exam = 0.0
    if part.kind == "exam":
        exam = rates.revision.value * len(course.published)
    return Workload(part.id, _reading(words, rates), exam, 0, 0, part.hours)


def check_workload(project: Project, report: Report) -> None:
    """The parts add up to the course, and the computed hours agree with the declared ones."""
    for course in project.courses:
        modules = sum(module.hours for module in course.modules)
        declared = modules + sum(part.hours for part in course.parts)
        if course.parts and abs(declared - course.hours) > 0.01:
            report.add(
                "CK332",
                course.at("hours"),
                f"modules and parts make {declared:g} hours, the course has {course.hours:g}",
                hint="change the hours of a module or part, or of the course",
            )
        found = workloads(project, course)
        for module in course.published:
            one = next((one for one in found if one.name == module.id), None)
            if one and abs(one.difference) > MODULE_LIMIT:
                report.add(
                    "CK306",
                    module.at("hours"),
                    f"module '{module.id}' declares {module.hours:g} hours,"
                    f" its work makes {one.hours:.1f} ({one.difference:+.0%})",
                    hint="see `coursekit report workload`; add or take out work, not minutes",
                )
        whole = course.parts and len(found) == len(course.modules) + len(course.parts)
        computed = sum(one.hours for one in found)
        if whole and abs(computed / course.hours - 1) > COURSE_LIMIT:
            report.add(
                "CK306",
                course.at("hours"),
                f"the course declares {course.hours:g} hours, its work makes {computed:.1f}",
                hint="see `coursekit report workload`; add or take out work, not minutes",
            )
