"""Which outcomes are taught, practised and examined, and whether one has to be applied."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, astuple, dataclass

from coursekit.load import Project
from coursekit.model import Course, Module


@dataclass(frozen=True, slots=True)
class Coverage:
    """Where an outcome appears, in numbers."""

    module: str
    outcome: str
    lessons: int
    lesson_questions: int
    quiz_questions: int
    exam_questions: int
    cases: int
    tasks: int


def coverage(project: Project, course: Course, module: Module) -> list[Coverage]:
    """One row for each outcome of a module."""
    id = f"{course.id}/{module.id}"
    lessons = project.lessons(module, course)
    taught = Counter(outcome for entry in module.lessons for outcome in entry.outcomes)
    banks = [project.banks[lesson.id] for lesson in lessons if lesson.id in project.banks]
    asked = Counter(question.outcome for bank in banks for question in bank.questions)
    quiz, exam = project.quizzes.get(id), project.exams.get(id)
    cases, workbook = project.cases.get(id), project.workbooks.get(id)
    in_quiz = Counter(question.outcome for question in (quiz.questions if quiz else ()))
    in_exam = Counter(question.outcome for question in (exam.questions if exam else ()))
    in_cases = Counter(o for case in (cases.cases if cases else ()) for o in case.outcomes)
    in_tasks = Counter(o for task in (workbook.tasks if workbook else ()) for o in task.outcomes)
    return [
        Coverage(
            module=module.id,
            outcome=outcome.id,
            lessons=taught[outcome.id],
            lesson_questions=asked[outcome.id],
            quiz_questions=in_quiz[outcome.id],
            exam_questions=in_exam[outcome.id],
            cases=in_cases[outcome.id],
            tasks=in_tasks[outcome.id],
        )
        for outcome in module.outcomes
    ]


def outcomes_as_text(project: Project) -> str:
    """A table; `!` marks an outcome that is not taught, or has fewer than two questions."""
    counted = "".join(
        f"{name:>8}" for name in ("lessons", "asked", "quiz", "exam", "cases", "tasks")
    )
    lines = [f"  {'outcome':<40}{counted}"]
    for course in project.courses:
        for module in course.published:
            lines.append(module.id)
            for row in coverage(project, course, module):
                mark = "!" if not row.lessons or row.lesson_questions < 2 else " "
                numbers = "".join(f"{number:>8}" for number in astuple(row)[2:])
                lines.append(f"{mark} {row.outcome:<40}{numbers}")
    return "\n".join(lines) + "\n"


def outcomes_as_json(project: Project) -> str:
    """The same rows as a list."""
    rows = [
        asdict(row)
        for course in project.courses
        for module in course.published
        for row in coverage(project, course, module)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
