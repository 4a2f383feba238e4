"""The front matter of a staged page: what its frame says about it."""

from __future__ import annotations

import posixpath
from typing import Any

from coursekit.check.translation import FRONT, LEAD, page_units
from coursekit.load.project import HOME
from coursekit.model import LANGUAGES, Language, Page
from coursekit.render.context import LANGUAGE_NAMES, PageContext
from coursekit.render.prose import plain
from coursekit.render.version import unit_hash


def front_matter(page: PageContext) -> dict[str, Any]:
    """Title, description and the facts that `overrides/` shows around the text."""
    text = _course_text(page)
    title = text[0] if text else plain(page.writer.resolve(_text(page).title, "fi"))
    summary = text[1] if text else _text(page).summary
    stale, state = _translation_state(page)
    return {
        "title": title,
        "description": plain(page.writer.resolve(summary, page.body_language)),
        "ck": {
            "kind": page.unit.kind,
            "lang": page.language,
            "body_lang": page.body_language,
            "state": state,
            "path": f"{page.unit.document}.html",
            "root": page.root,
            "alternates": [_alternate(page, language) for language in LANGUAGES],
            "scripts": ["practice"] if page.unit.id in page.project.banks else [],
            "noindex": state == "missing" or page.unit.draft,
            "edition": _edition(page),
            "hash": unit_hash(page.project, page.unit),
            "date": page.history.date(*_inputs(page)),
            "stale_sections": stale,
        },
    }


def _text(page: PageContext) -> Page:
    assert page.text  # only pages made from YAML have no text of their own
    return page.text


def _course_text(page: PageContext) -> tuple[str, str] | None:
    """Title and summary of a page that is made from YAML."""
    course, module = page.unit.course, page.unit.module
    if page.unit.kind == "course" and course:
        return course.title.best(page.language), course.summary.best(page.language)
    if page.unit.kind in ("cases", "workbook") and module:
        name = "case" if page.unit.kind == "cases" else "workbook"
        title = page.strings(f"{name}.title", module=module.title.best(page.language))
        return title, page.strings(f"{name}.summary")
    return None


def nav_title(page: PageContext, title: str) -> str:
    """What the menu calls the page; shorter where the menu says the rest."""
    names = {"cases": "case.nav", "workbook": "workbook.nav", "trainer": "trainer.nav"}
    if page.unit.id == HOME:
        return page.strings("site.home")
    return page.strings(names[page.unit.kind]) if page.unit.kind in names else title


def _edition(page: PageContext) -> str | None:
    return page.unit.course.edition if page.unit.course else None


def _inputs(page: PageContext) -> tuple[str, ...]:
    if page.unit.kind == "course":
        return (f"{page.unit.folder}/course.yml",)
    if page.unit.kind in ("cases", "workbook"):
        return (f"{page.unit.folder}/{page.unit.kind}.yml",)
    if page.unit.kind == "glossary":
        return (page.unit.folder, "course/glossary.yml")
    return (page.unit.folder, f"quizzes/{page.unit.id}.yml")


def _alternate(page: PageContext, language: Language) -> dict[str, str]:
    """The same page in another language, by the folders of the finished site."""
    below = "" if language == "fi" else f"{language}/"
    here = posixpath.dirname(page.unit.document)
    if page.language != "fi":
        here = posixpath.join(page.language, here)
    path = f"{below}{page.unit.document}.html"
    return {
        "lang": language,
        "name": LANGUAGE_NAMES[language],
        "href": posixpath.relpath(path, here or "."),
    }


def _translation_state(page: PageContext) -> tuple[list[str], str]:
    """The ids of sections that are not current, and the state of the page."""
    if page.language == "fi" or page.source is None:
        return [], "current"
    if page.language not in page.unit.pages:
        return [], "missing"
    found = [
        unit.key.partition("#")[2]
        for unit in page_units(page.unit.folder, page.unit.pages)
        if unit.state(page.language, page.project.lock) != "current"
    ]
    sections = [id for id in found if id not in (FRONT, LEAD)]
    return sections, "stale" if found else "current"
