"""Modules as they are printed: the same texts as on the site, with addresses that work on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from coursekit.load import Project, Unit
from coursekit.model import LANGUAGES, Language, Outcome, Page
from coursekit.render.figure.block import figure_block
from coursekit.render.handout import PrintLesson, PrintModule, PrintSource
from coursekit.render.markdown import MarkdownFactory
from coursekit.render.page import ready
from coursekit.render.prose import Piece, Writer, plain
from coursekit.render.strings import load_strings
from coursekit.render.version import History, unit_hash


def address(project: Project, unit: Unit, language: Language) -> str:
    """The absolute address of a page on the published site."""
    below = "" if language == "fi" else f"{language}/"
    return f"{project.site.url}{below}{unit.document}.html"


@dataclass(frozen=True, slots=True)
class PrintTarget:
    """Addresses for paper: absolute links, images as files."""

    project: Project
    language: Language
    kind: Literal["site", "print"] = "print"

    def link(self, unit: Unit, anchor: str) -> str:
        """The page's address on the web."""
        return address(self.project, unit, self.language) + (f"#{anchor}" if anchor else "")

    def term(self, id: str) -> str:
        """Terms are plain words in print; this is never asked for."""
        raise NotImplementedError(id)

    def image(self, page_folder: str, target: str) -> str:
        """The file itself."""
        return str(self.project.root / page_folder / target)


@dataclass(frozen=True, slots=True)
class PrintWriter:
    """Makes the print values of a project."""

    project: Project
    factory: MarkdownFactory
    history: History

    def modules(self) -> list[PrintModule]:
        """Every module that is ready, in each language in which its introduction is written."""
        return [
            module
            for unit in self.project.units.values()
            for language in LANGUAGES
            if unit.kind == "module" and language in unit.pages and self._ready(unit)
            if (module := self._module(unit, language)).lessons
        ]

    def inline(self, text: str, language: Language) -> str:
        """One text of a question as inline HTML; sources are named, not numbered."""
        writer = self._writer(next(iter(self.project.units.values())), language)
        return writer.inline(self.factory.inline, language)(text)

    def _writer(self, unit: Unit, language: Language) -> Writer:
        label = load_strings(language)("page.source")
        target = PrintTarget(self.project, language)
        return Writer(self.project, unit, language, target, label, self._ready)

    def _ready(self, unit: Unit) -> bool:
        return ready(self.project, unit)

    def _module(self, unit: Unit, language: Language) -> PrintModule:
        course, module = unit.course, unit.module
        assert course and module  # a module page is made from its module
        page = unit.pages[language]
        writer = self._writer(unit, language)
        introduction = self._html(unit, page, writer)
        lessons = [
            self._lesson(lesson, language)
            for lesson in self.project.lessons(module, course)
            if language in lesson.pages and not lesson.draft
        ]
        return PrintModule(
            course=course.id,
            course_title=course.title.best(language),
            id=module.id,
            number=course.modules.index(module) + 1,
            title=module.title.best(language),
            summary=plain(page.summary),
            language=language,
            edition=course.edition,
            hash=unit_hash(self.project, unit),
            date=self.history.date(unit.folder),
            hours=module.hours,
            outcomes=self._outcomes(module.outcomes, language),
            introduction_html=introduction,
            sources=self._sources(writer, language),
            lessons=tuple(lessons),
            url=address(self.project, unit, language),
            site_title=self.project.site.title.best(language),
        )

    def _lesson(self, unit: Unit, language: Language) -> PrintLesson:
        module, lesson = unit.module, unit.lesson
        assert module and lesson  # a lesson stands in a module
        page = unit.pages[language]
        writer = self._writer(unit, language)
        html = self._html(unit, page, writer)
        bank = self.project.banks.get(unit.id)
        wanted = tuple(outcome for outcome in module.outcomes if outcome.id in lesson.outcomes)
        return PrintLesson(
            id=lesson.id,
            title=plain(page.title),
            summary=plain(writer.resolve(page.summary, language)),
            outcomes=self._outcomes(wanted, language),
            html=html,
            sources=self._sources(writer, language),
            questions=bank.in_language(language) if bank else (),
            url=address(self.project, unit, language),
        )

    def _outcomes(self, outcomes: tuple[Outcome, ...], language: Language) -> tuple[str, ...]:
        return tuple(plain(outcome.text.best(language)) for outcome in outcomes)

    def _html(self, unit: Unit, page: Page, writer: Writer) -> str:
        """The sections that hold more than a block: a quiz or a list has its own place in print."""
        parts: list[str] = []
        for section in page.sections:
            pieces = writer.pieces(section, unit.folder, page.language)
            text = "\n\n".join(part for piece in pieces if (part := _printed(piece, writer)))
            if not text.strip():
                continue
            if section.heading:
                heading = writer.resolve(section.heading.text, page.language)
                text = f"{'#' * section.heading.level} {heading} {{#{section.id}}}\n\n{text}"
            parts.append(text)
        return self.factory.block("\n\n".join(parts))

    def _sources(self, writer: Writer, language: Language) -> tuple[PrintSource, ...]:
        found = []
        for id, number in writer.references.numbers.items():
            source = self.project.sources[id]
            named = [source.title.best(language), source.publisher or "", str(source.year)]
            text = f"{', '.join(part for part in named if part)}. {source.note.best(language)}"
            found.append(PrintSource(number, text))
        return tuple(found)


def _printed(piece: Piece, writer: Writer) -> str:
    """The piece as Markdown; of the blocks only figures stand inside the text."""
    if piece.marker == "figure":
        return figure_block(piece.argument, writer, piece.language)
    return piece.markdown.strip("\n")
