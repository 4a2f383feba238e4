"""Translation state: computed from the Finnish text and the lock, never declared.

A unit is what is translated as one piece: a section of a page, its title and summary, a question,
a term. It is *missing*, *stale* (the Finnish text changed since it was accepted) or *current*.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from coursekit.diagnostics import Place, Report
from coursekit.load import Fragment, Project, Unit
from coursekit.load.lock import Lock
from coursekit.model import Course, Language, Node, Page, Text
from coursekit.model.walk import texts

State = Literal["missing", "stale", "current"]
TRANSLATIONS: tuple[Language, ...] = ("sv", "en")
FRONT = "_front"
LEAD = "_lead"
_NAMES = {
    FRONT: "title and summary",
    LEAD: "the text before the first heading",
    "_course": "the course's title and summary",
    "_site": "the site's texts",
    "_scale": "introduction and scale",
}


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """One piece of translated text and the places of its languages."""

    key: str
    """`path#id`, as in the lock."""
    hash: str
    """Of the Finnish text, before facts are filled in."""
    place: Place
    """Of the Finnish text."""
    translated: dict[Language, Place]

    def state(self, language: Language, lock: Lock) -> State:
        """How the translation stands against the Finnish text of today."""
        if language not in self.translated:
            return "missing"
        accepted = lock.get(self.key, {}).get(language)
        return "current" if accepted == self.hash else "stale"


def page_units(folder: str, pages: dict[Language, Page]) -> Iterator[TranslationUnit]:
    """The units of one page: title and summary, then each section."""
    source = pages["fi"]
    others = {language: page for language, page in pages.items() if language != "fi"}
    if source.title:
        yield TranslationUnit(
            f"{folder}#{FRONT}",
            _hash(source.title, source.summary),
            source.title_place,
            {language: page.title_place for language, page in others.items()},
        )
    for section in source.sections:
        if section.heading is None and not section.markdown.strip():
            continue
        heading = section.heading
        place = heading.place if heading else Place(source.path, section.line)
        translated: dict[Language, Place] = {}
        for language, page in others.items():
            for other in page.sections:
                if other.id == section.id and (other.heading or other.markdown.strip()):
                    start = Place(page.path, other.line)
                    translated[language] = other.heading.place if other.heading else start
        yield TranslationUnit(
            f"{folder}#{section.id}",
            _hash(heading.text if heading else "", section.markdown.strip()),
            place,
            translated,
        )


def node_unit(key: str, found: tuple[Text, ...]) -> TranslationUnit:
    """The unit of a value written in YAML; translated when all its texts are."""
    place = found[0].at("fi")
    translated: dict[Language, Place] = {
        language: found[0].at(language)
        for language in TRANSLATIONS
        if all(text.get(language) is not None for text in found)
    }
    as_written = sorted(found, key=lambda text: text.at())  # the model's order may change
    return TranslationUnit(key, _hash(*(text.fi for text in as_written)), place, translated)


def units(project: Project) -> Iterator[TranslationUnit]:
    """Every unit of the project, in a fixed order."""
    owners: list[Unit | Fragment] = [*project.units.values(), *project.fragments.values()]
    for owner in owners:
        if "fi" in owner.pages:
            yield from page_units(owner.folder, owner.pages)
    yield node_unit("docs/site.yml#_site", tuple(texts(project.site)))
    for course in project.courses:
        yield from _course_units(course, project)
    for figure in project.figures.values():
        yield node_unit(f"{figure.at().path}#figure", tuple(texts(figure)))
    for path, entries in _lists(project):
        for entry in entries:
            id: str = getattr(entry, "id")  # noqa: B009 - the models with ids share no other base
            yield node_unit(f"{path}#{id}", tuple(texts(entry)))


def _course_units(course: Course, project: Project) -> Iterator[TranslationUnit]:
    path = f"course/{course.id}/course.yml"
    yield node_unit(f"{path}#_course", (course.title, course.summary))
    for module in course.modules:
        yield node_unit(f"{path}#{module.id}", (module.title,))
        for outcome in module.outcomes:
            yield node_unit(f"{path}#{outcome.id}", (outcome.text,))
    for part in course.parts:
        yield node_unit(f"{path}#{part.id}", (part.title,))
    assessment = project.self_assessments.get(course.id)
    if assessment:
        path = f"course/{course.id}/self-assessment.yml"
        yield node_unit(f"{path}#_scale", (assessment.introduction, *assessment.scale))
        for statement in assessment.statements:
            yield node_unit(f"{path}#{statement.id}", (statement.text,))


def _lists(project: Project) -> Iterator[tuple[str, Iterable[Node]]]:
    """Files that are lists of entries with ids; each entry is a unit."""
    yield "course/sources.yml", project.sources.values()
    yield "course/facts.yml", project.facts.values()
    yield "course/glossary.yml", project.terms.values()
    for path, bank, _ in project.all_banks():
        yield f"quizzes/{path}.yml", bank.questions
    for id, cases in project.cases.items():
        yield f"course/{id}/cases.yml", cases.cases
    for id, workbook in project.workbooks.items():
        yield f"course/{id}/workbook.yml", workbook.tasks


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def accepted(project: Project) -> Lock:
    """The lock as it is after everything that is translated today was reviewed."""
    return {
        unit.key: dict.fromkeys(sorted(unit.translated), unit.hash)
        for unit in units(project)
        if unit.translated
    }


def check_translations(project: Project, report: Report) -> None:
    """Notes what is missing or stale, and sections that have no Finnish original."""
    owners: list[Unit | Fragment] = [*project.units.values(), *project.fragments.values()]
    whole_page_missing = set()
    for owner in owners:
        if "fi" not in owner.pages:
            continue
        for language in TRANSLATIONS:
            if language not in owner.pages:
                whole_page_missing.add((owner.folder, language))
                report.add(
                    "CK401",
                    Place(owner.pages["fi"].path),
                    f"'{owner.folder}' has no {language}.md",
                    hint="readers of that language see the Finnish text with a note",
                )
            else:
                _extra_sections(owner.pages["fi"], owner.pages[language], report)
    by_file: dict[tuple[str, Language, State], list[TranslationUnit]] = {}
    for unit in units(project):
        path = unit.key.partition("#")[0]
        for language in TRANSLATIONS:
            if (path, language) not in whole_page_missing:
                state = unit.state(language, project.lock)
                by_file.setdefault((path, language, state), []).append(unit)
    for (path, language, state), found in by_file.items():
        _state(path, language, state, found, report)


def _extra_sections(source: Page, page: Page, report: Report) -> None:
    known = {section.id for section in source.sections}
    for section in page.sections:
        if section.heading and section.heading.id and section.id not in known:
            report.add(
                "CK403",
                section.heading.place,
                f"section '{section.id}' does not exist in {source.path}",
                hint="sections pair by id: use the Finnish section's id, or write that section",
            )


def _state(
    path: str, language: Language, state: State, found: list[TranslationUnit], report: Report
) -> None:
    """One finding for all units of a file that are in the same state."""
    ids = (unit.key.partition("#")[2] for unit in found)
    names = ", ".join(_NAMES.get(id, f"'{id}'") for id in ids)
    if state == "missing":
        report.add(
            "CK401",
            found[0].place,
            f"not translated ({language}): {names}",
            hint=f"write the {language} text; until then the Finnish is shown, or nothing",
            also=tuple(unit.place for unit in found[1:]),
        )
    elif state == "stale":
        report.add(
            "CK402",
            found[0].translated[language],
            f"not reviewed against the Finnish text of today ({language}): {names}",
            hint=f"compare the two, then run `coursekit accept {path}`",
            also=tuple(unit.translated[language] for unit in found[1:]),
        )
