"""The lists on course and module pages, and the pages made from cases and workbooks."""

from __future__ import annotations

from typing import Any

from coursekit.model import Course
from coursekit.render.blocks import sources_block
from coursekit.render.context import PageContext
from coursekit.render.fact import format_number
from coursekit.render.practice import cases_parts, workbook_parts
from coursekit.render.prose import plain, text_language
from coursekit.render.templates import render

DOWNLOADS = "downloads"


def course_parts(page: PageContext) -> list[str]:
    """Summary and size of a course, and its modules that are ready."""
    course = page.unit.course
    assert course  # a course page is made from its course
    shown = [
        (number, module, unit)
        for number, module in enumerate(course.modules, start=1)
        if (unit := page.project.units.get(f"{course.id}/{module.id}")) and page.shows(unit)
    ]
    entries = [
        {
            "number": number,
            "href": page.target.relative(f"{unit.document}.html"),
            "title": module.title.best(page.language),
            "language": text_language(module.title, page.language),
            "detail": _hours(page, module.hours),
            "summary": page.summary(unit),
        }
        for number, module, unit in shown
    ]
    size = page.strings(
        "course.size",
        credits=format_number(course.credits, page.language),
        hours=format_number(course.hours, page.language),
        modules=len(course.modules),
    )
    published = page.strings("course.published", shown=len(shown), all=len(course.modules))
    return [
        page.inline(course.summary.best(page.language)),
        size,
        f"## {page.strings('course.modules')} {{#modules}}",
        published if len(shown) < len(course.modules) else "",
        render("lessons.html", entries=entries, language=page.language),
    ]


def module_parts(page: PageContext) -> list[str]:
    """The lessons of a module, what stands beside them, and its handouts."""
    course, module = page.unit.course, page.unit.module
    assert course and module  # a module page is made from its module
    entries = [
        {
            "number": None,
            "href": page.target.relative(f"{lesson.document}.html"),
            "title": plain((lesson.pages.get(page.language) or lesson.pages["fi"]).title),
            "language": page.language if page.language in lesson.pages else "fi",
            "detail": "",
            "summary": page.summary(lesson),
        }
        for lesson in page.project.lessons(module, course)
        if page.shows(lesson)
    ]
    parts = [
        f"## {page.strings('module.lessons')} {{#lessons}}",
        render("lessons.html", entries=entries, language=page.language),
    ]
    parts += _beside(page, course)
    files = _handouts(page, course)
    if files:
        parts += [
            f"## {page.strings('module.handouts')} {{#handouts}}",
            page.strings("module.handouts-note"),
            render("handouts.html", files=files),
        ]
    return parts


def _handouts(page: PageContext, course: Course) -> list[dict[str, str]]:
    name = f"{course.id}/{page.unit.module.id if page.unit.module else ''}"
    return [
        {
            "href": page.root + f"{DOWNLOADS}/{file.path.name}",
            "title": page.strings(f"module.{file.kind}"),
            "detail": page.strings(
                "module.file-size",
                pages=file.pages,
                size=format_number(max(1, round(file.bytes / 1000)), page.language),
            ),
        }
        for file in page.handouts
        if file.module == name and file.language == page.language
    ]


def practice_parts(page: PageContext) -> list[str]:
    """The cases or the workbook of a module; without a text in this language, a note."""
    id = page.unit.id.rpartition("/")[0]
    rest: Any = {"strings": page.strings, "markdown": page.markdown, "block": page.block}
    if page.unit.kind == "cases":
        parts = cases_parts(page.project.cases[id], page.language, **rest)
    else:
        parts = workbook_parts(page.project.workbooks[id], page.language, **rest)
    summary = page.strings(f"{'case' if page.unit.kind == 'cases' else 'workbook'}.summary")
    return [summary, *parts, sources_block(page)]


def _beside(page: PageContext, course: Course) -> list[str]:
    """Links to the pages of a module that are no lessons."""
    module = f"{course.id}/{page.unit.module.id if page.unit.module else ''}"
    links = [
        f"- [{page.strings(f'{name}.nav')}]({page.target.link(unit, '')})"
        for name, folder in (
            ("case", "cases"),
            ("workbook", "workbook"),
            ("trainer", "trainer"),
        )
        if (unit := page.project.units.get(f"{module}/{folder}")) and page.shows(unit)
    ]
    if not links:
        return []
    return [f"## {page.strings('module.practice')} {{#practice}}", "\n".join(links)]


def _hours(page: PageContext, hours: float) -> str:
    return page.strings("course.hours", hours=format_number(hours, page.language))
