"""A unit in one language as a staged page: front matter and plain Markdown with HTML blocks."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml
from markupsafe import Markup

from coursekit.check.translation import FRONT, LEAD, page_units
from coursekit.load import Project, Unit
from coursekit.load.project import GLOSSARY, HOME
from coursekit.model import LANGUAGES, Course, Language, Outcome, Page, Question, Section, Text
from coursekit.render.fact import format_number
from coursekit.render.figure.block import figure_block
from coursekit.render.handout import HandoutFile
from coursekit.render.markdown import MarkdownFactory
from coursekit.render.practice import cases_parts, workbook_parts
from coursekit.render.prose import Piece, Writer, hide_html, plain, text_language
from coursekit.render.quiz import render_quiz
from coursekit.render.strings import Strings, load_strings
from coursekit.render.templates import render
from coursekit.render.version import History, unit_hash

# The C dumper writes the same four times as fast; PyYAML may be built without it.
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
LANGUAGE_NAMES: dict[Language, str] = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
DOWNLOADS = "downloads"


@dataclass(slots=True)
class SiteTarget:
    """Addresses as seen from one staged page. Images it meets are noted, to be copied."""

    document: str
    unit_id: str
    ending: Literal[".md", ".html"] = ".md"
    """MkDocs checks and rewrites `.md` links in Markdown; HTML blocks need `.html`."""
    images: dict[str, str] = field(default_factory=dict)
    """Source file by its staged path below the language folder."""
    kind: Literal["site", "print"] = "site"

    def link(self, unit: Unit, anchor: str) -> str:
        """The way to another page of the same language."""
        return self.relative(unit.document + self.ending) + (f"#{anchor}" if anchor else "")

    def term(self, id: str) -> str:
        """The way to a term; always in HTML, because the link carries a description."""
        return self.relative(f"{GLOSSARY}.html") + f"#{id}"

    def image(self, page_folder: str, target: str) -> str:
        """The way to a copy of the image beside the staged page."""
        staged = posixpath.normpath(f"{self.unit_id}/{target}")
        self.images[staged] = f"{page_folder}/{target}"
        return self.relative(staged)

    def relative(self, path: str) -> str:
        """The way from this page to a path below the language folder."""
        return posixpath.relpath(path, posixpath.dirname(self.document) or ".")


@dataclass(frozen=True, slots=True)
class StagedPage:
    """One Markdown file of the staged tree and the images it shows."""

    path: str
    text: str
    title: str
    nav_title: str
    """What the menu calls the page; shorter where the menu says the rest."""
    images: dict[str, str]
    published: bool
    """False for a page that only falls back to Finnish: not in search, sitemap or print."""


@dataclass(frozen=True, slots=True)
class PageWriter:
    """Writes the pages of a project; holds what all of them share."""

    project: Project
    factory: MarkdownFactory
    history: History
    handouts: Sequence[HandoutFile]
    drafts: bool = False

    def write(self, unit: Unit, language: Language) -> StagedPage:
        """The staged page of a unit in a language."""
        return _PageInLanguage(self, unit, language).write()

    def shows(self, unit: Unit) -> bool:
        """Whether a page is in this build: drafts appear in `serve` only."""
        return self.drafts or ready(self.project, unit)


def ready(project: Project, unit: Unit) -> bool:
    """False for drafts, and for modules and courses in which no lesson is ready."""
    if unit.kind in ("lesson", "page", "glossary", "part"):
        return not unit.draft
    within = unit.id if unit.kind in ("course", "module") else unit.id.rpartition("/")[0]
    return not unit.draft and any(
        other.kind == "lesson" and other.id.startswith(f"{within}/") and not other.draft
        for other in project.units.values()
    )


class _PageInLanguage:
    def __init__(self, shared: PageWriter, unit: Unit, language: Language) -> None:
        self.shared = shared
        self.project = shared.project
        self.unit = unit
        self.language = language
        self.strings: Strings = load_strings(language)
        self.target = SiteTarget(unit.document, unit.id)
        label = self.strings("page.source")
        self.writer = Writer(self.project, unit, language, self.target, label, shared.shows)
        self.source: Page | None = unit.pages.get("fi")
        self.page: Page | None = unit.pages.get(language) or self.source

    def write(self) -> StagedPage:
        """Front matter and body; the body first, because it numbers the sources."""
        body = "\n\n".join(part for part in self._parts() if part.strip())
        front = self._front()
        dumped = yaml.dump(front, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
        return StagedPage(
            path=f"{self.unit.document}.md",
            text=f"---\n{dumped}---\n\n{body}\n",
            title=front["title"],
            nav_title=self._nav_title(front["title"]),
            images=self.target.images,
            published=not front["ck"]["noindex"],
        )

    # -- parts of the page -------------------------------------------------

    def _parts(self) -> list[str]:
        parts = [self._outcomes()]
        if self.unit.kind == "course":
            parts += self._course()
        elif self.unit.kind in ("cases", "workbook"):
            parts += self._practice()
        else:
            parts += [self._section(section) for section in self._sections()]
        if self.unit.kind == "module":
            parts += self._module()
        return parts

    def _sections(self) -> list[tuple[Section, Page]]:
        """The Finnish order; each section in this language, else in Finnish."""
        assert self.source  # a project without errors has all its Finnish pages
        chosen = []
        for section in self.source.sections:
            own = self.unit.pages.get(self.language)
            found = (
                next((one for one in own.sections if one.id == section.id), None) if own else None
            )
            if found and own:
                chosen.append((found, own))
            else:
                chosen.append((section, self.source))
        return chosen

    def _section(self, chosen: tuple[Section, Page]) -> str:
        section, page = chosen
        foreign = page.language != self.body_language
        parts: list[str] = []
        if section.heading:
            text = self.writer.resolve(section.heading.text, page.language)
            heading = f"{'#' * section.heading.level} {text} {{#{section.id}}}"
            parts.append(_wrapped(heading, page.language) if foreign else heading)
        for piece in self.writer.pieces(section, self.unit.folder, page.language):
            if piece.marker:
                parts.append(self._block(piece))
            elif piece.markdown.strip():
                text = piece.markdown.strip("\n")
                parts.append(_wrapped(text, page.language) if foreign else text)
        return "\n\n".join(parts)

    def _block(self, piece: Piece) -> str:
        if piece.marker == "quiz":
            return self._quiz()
        if piece.marker == "figure":
            return figure_block(piece.argument, self.writer, piece.language)
        if piece.marker == "sources":
            return self._sources()
        return self._glossary()

    @property
    def body_language(self) -> Language:
        """The language of the text: Finnish when the page is not translated."""
        return self.page.language if self.page else self.language

    # -- blocks --------------------------------------------------------------

    def _inline(self) -> Callable[[str], Markup]:
        """Texts written in YAML as inline HTML."""
        return self._inline_writer().inline(self.shared.factory.inline, self.language)

    def _inline_writer(self) -> Writer:
        """A writer for texts inside HTML blocks, whose links need `.html`."""
        target = SiteTarget(self.unit.document, self.unit.id, ".html", self.target.images)
        return Writer(
            self.project,
            self.unit,
            self.language,
            target,
            self.writer.source_label,
            self.writer.shows,
            self.writer.references,
        )

    def _outcomes(self) -> str:
        found: list[Outcome] = []
        if self.unit.module and self.unit.kind in ("lesson", "module"):
            wanted = self.unit.lesson.outcomes if self.unit.lesson else None
            found = [o for o in self.unit.module.outcomes if wanted is None or o.id in wanted]
        if not found:
            return ""
        inline = self._inline()
        outcomes = [
            {
                "html": inline(outcome.text.best(self.language)),
                "language": text_language(outcome.text, self.language),
            }
            for outcome in found
        ]
        title = self.strings(f"page.outcomes-of-{self.unit.kind}")
        return render("outcomes.html", title=title, outcomes=outcomes, language=self.language)

    def _quiz(self) -> str:
        bank = self.project.banks[self.unit.id]
        questions = [_with_sources(one) for one in bank.in_language(self.language)]
        course = self.unit.course
        assert course  # banks belong to lessons of a course
        if not questions:
            return self.strings("page.no-questions")
        return render_quiz(
            self.unit.id.removeprefix(f"{course.id}/"),
            questions,
            language=self.language,
            strings=self.strings,
            inline=self._inline(),
            course=course.id,
        )

    def _sources(self) -> str:
        numbers = self.writer.references.numbers
        if not numbers:
            return ""
        sources = [
            {
                "title": source.title.best(self.language),
                "publisher": source.publisher,
                "year": source.year,
                "note": source.note.best(self.language),
            }
            for source in (self.project.sources[id] for id in numbers)
        ]
        heading = f"## {self.strings('page.sources')} {{#sources}}"
        return f"{heading}\n\n{render('sources.html', sources=sources)}"

    def _glossary(self) -> str:
        inline = self._inline()
        terms = self.project.terms
        entries = [
            {
                "id": term.id,
                "name": term.term.best(self.language),
                "definition": inline(term.definition.best(self.language)),
                "definition_language": text_language(term.definition, self.language),
                "others": [
                    {"language": lang, "name": name, "label": LANGUAGE_NAMES[lang].lower()}
                    for lang in LANGUAGES
                    if lang != self.language and (name := term.term.get(lang))
                ],
                "not_to_confuse": [
                    {"id": other, "name": terms[other].term.best(self.language)}
                    for other in term.not_to_confuse
                ],
            }
            for term in terms.values()
        ]
        entries.sort(key=lambda entry: _alphabetical(str(entry["name"])))
        return render(
            "glossary.html",
            terms=entries,
            language=self.language,
            not_to_confuse=self.strings("page.not-to-confuse"),
        )

    # -- course and module pages ---------------------------------------------

    def _course(self) -> list[str]:
        course = self.unit.course
        assert course  # a course page is made from its course
        shown = [
            (number, module, unit)
            for number, module in enumerate(course.modules, start=1)
            if (unit := self.project.units.get(f"{course.id}/{module.id}"))
            and self.shared.shows(unit)
        ]
        entries = [
            {
                "number": number,
                "href": self.target.relative(f"{unit.document}.html"),
                "title": module.title.best(self.language),
                "language": text_language(module.title, self.language),
                "detail": self._hours(module.hours),
                "summary": self._summary(unit),
            }
            for number, module, unit in shown
        ]
        size = self.strings(
            "course.size",
            credits=format_number(course.credits, self.language),
            hours=format_number(course.hours, self.language),
            modules=len(course.modules),
        )
        published = self.strings("course.published", shown=len(shown), all=len(course.modules))
        return [
            self._inline()(course.summary.best(self.language)),
            size,
            f"## {self.strings('course.modules')} {{#modules}}",
            published if len(shown) < len(course.modules) else "",
            render("lessons.html", entries=entries, language=self.language),
        ]

    def _module(self) -> list[str]:
        course, module = self.unit.course, self.unit.module
        assert course and module  # a module page is made from its module
        entries = [
            {
                "number": None,
                "href": self.target.relative(f"{lesson.document}.html"),
                "title": plain((lesson.pages.get(self.language) or lesson.pages["fi"]).title),
                "language": self.language if self.language in lesson.pages else "fi",
                "detail": "",
                "summary": self._summary(lesson),
            }
            for lesson in self.project.lessons(module, course)
            if self.shared.shows(lesson)
        ]
        parts = [
            f"## {self.strings('module.lessons')} {{#lessons}}",
            render("lessons.html", entries=entries, language=self.language),
        ]
        parts += self._beside(course)
        files = self._handouts(course)
        if files:
            parts += [
                f"## {self.strings('module.handouts')} {{#handouts}}",
                self.strings("module.handouts-note"),
                render("handouts.html", files=files),
            ]
        return parts

    def _handouts(self, course: Course) -> list[dict[str, str]]:
        name = f"{course.id}/{self.unit.module.id if self.unit.module else ''}"
        return [
            {
                "href": self.root + f"{DOWNLOADS}/{file.path.name}",
                "title": self.strings(f"module.{file.kind}"),
                "detail": self.strings(
                    "module.file-size",
                    pages=file.pages,
                    size=format_number(max(1, round(file.bytes / 1000)), self.language),
                ),
            }
            for file in self.shared.handouts
            if file.module == name and file.language == self.language
        ]

    def _practice(self) -> list[str]:
        """The cases or the workbook of a module; without a text in this language, a note."""
        id = self.unit.id.rpartition("/")[0]
        inline = self._inline_writer()
        rest: Any = {
            "strings": self.strings,
            "markdown": lambda text: self.writer.resolve(hide_html(text), self.language),
            "block": lambda text: Markup(  # noqa: S704 - made by our factory from checked text
                self.shared.factory.block(inline.resolve(hide_html(text), self.language))
            ),
        }
        if self.unit.kind == "cases":
            parts = cases_parts(self.project.cases[id], self.language, **rest)
        else:
            parts = workbook_parts(self.project.workbooks[id], self.language, **rest)
        summary = self.strings(f"{'case' if self.unit.kind == 'cases' else 'workbook'}.summary")
        return [summary, *parts, self._sources()]

    def _beside(self, course: Course) -> list[str]:
        """Links to the pages of a module that are no lessons."""
        module = f"{course.id}/{self.unit.module.id if self.unit.module else ''}"
        links = [
            f"- [{self.strings(f'{name}.nav')}]({self.target.link(unit, '')})"
            for name, folder in (
                ("case", "cases"),
                ("workbook", "workbook"),
                ("trainer", "trainer"),
            )
            if (unit := self.project.units.get(f"{module}/{folder}")) and self.shared.shows(unit)
        ]
        if not links:
            return []
        return [f"## {self.strings('module.practice')} {{#practice}}", "\n".join(links)]

    def _summary(self, unit: Unit) -> str:
        page = unit.pages.get(self.language) or unit.pages["fi"]
        return plain(self.writer.resolve(page.summary, page.language))

    def _hours(self, hours: float) -> str:
        return self.strings("course.hours", hours=format_number(hours, self.language))

    # -- front matter ----------------------------------------------------------

    @property
    def root(self) -> str:
        """The way from this page to the root of the whole site, ending with `/` or empty."""
        depth = self.unit.document.count("/") + (0 if self.language == "fi" else 1)
        return "../" * depth

    def _front(self) -> dict[str, Any]:
        text = self._course_text()
        title = text[0] if text else plain(self.writer.resolve(self._page().title, "fi"))
        summary = text[1] if text else self._page().summary
        stale, state = self._state()
        return {
            "title": title,
            "description": plain(self.writer.resolve(summary, self.body_language)),
            "ck": {
                "kind": self.unit.kind,
                "lang": self.language,
                "body_lang": self.body_language,
                "state": state,
                "path": f"{self.unit.document}.html",
                "root": self.root,
                "alternates": [self._alternate(language) for language in LANGUAGES],
                "scripts": ["practice"] if self.unit.id in self.project.banks else [],
                "noindex": state == "missing" or self.unit.draft,
                "edition": self._edition(),
                "hash": unit_hash(self.project, self.unit),
                "date": self.shared.history.date(*self._inputs()),
                "stale_sections": stale,
            },
        }

    def _page(self) -> Page:
        assert self.page  # only course pages have no text of their own
        return self.page

    def _course_text(self) -> tuple[str, str] | None:
        """Title and summary of a page that is made from YAML."""
        course, module = self.unit.course, self.unit.module
        if self.unit.kind == "course" and course:
            return course.title.best(self.language), course.summary.best(self.language)
        if self.unit.kind in ("cases", "workbook") and module:
            name = "case" if self.unit.kind == "cases" else "workbook"
            title = self.strings(f"{name}.title", module=module.title.best(self.language))
            return title, self.strings(f"{name}.summary")
        return None

    def _nav_title(self, title: str) -> str:
        names = {"cases": "case.nav", "workbook": "workbook.nav", "trainer": "trainer.nav"}
        if self.unit.id == HOME:
            return self.strings("site.home")
        return self.strings(names[self.unit.kind]) if self.unit.kind in names else title

    def _edition(self) -> str | None:
        return self.unit.course.edition if self.unit.course else None

    def _inputs(self) -> tuple[str, ...]:
        if self.unit.kind == "course":
            return (f"{self.unit.folder}/course.yml",)
        if self.unit.kind in ("cases", "workbook"):
            return (f"{self.unit.folder}/{self.unit.kind}.yml",)
        if self.unit.kind == "glossary":
            return (self.unit.folder, "course/glossary.yml")
        return (self.unit.folder, f"quizzes/{self.unit.id}.yml")

    def _alternate(self, language: Language) -> dict[str, str]:
        """The same page in another language, by the folders of the finished site."""
        below = "" if language == "fi" else f"{language}/"
        here = posixpath.dirname(self.unit.document)
        if self.language != "fi":
            here = posixpath.join(self.language, here)
        path = f"{below}{self.unit.document}.html"
        return {
            "lang": language,
            "name": LANGUAGE_NAMES[language],
            "href": posixpath.relpath(path, here or "."),
        }

    def _state(self) -> tuple[list[str], str]:
        """The ids of sections that are not current, and the state of the page."""
        if self.language == "fi" or not self.source:
            return [], "current"
        if self.language not in self.unit.pages:
            return [], "missing"
        found = [
            unit.key.partition("#")[2]
            for unit in page_units(self.unit.folder, self.unit.pages)
            if unit.state(self.language, self.project.lock) != "current"
        ]
        sections = [id for id in found if id not in (FRONT, LEAD)]
        return sections, "stale" if found else "current"


def _wrapped(text: str, language: Language) -> str:
    """A Finnish passage on a translated page, marked as such for screen readers."""
    return f'<div class="ck-fallback" lang="{language}" markdown="1">\n\n{text}\n\n</div>'


def _with_sources(question: Question) -> Question:
    """The question's sources after its explanation, as citations."""
    if not question.sources or question.explanation is None:
        return question
    cited = f" [{'; '.join(f'@{source}' for source in question.sources)}]"
    written = question.explanation.model_dump()
    text = Text(**{lang: value and value + cited for lang, value in written.items()})
    return question.model_copy(update={"explanation": text})


_LETTERS = {"å": "z1", "ä": "z2", "ö": "z3"}


def _alphabetical(name: str) -> str:
    """Finnish and Swedish order: å, ä and ö after z."""
    return "".join(_LETTERS.get(letter, letter) for letter in name.lower())
