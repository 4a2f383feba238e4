"""What every part of a page needs to know: the unit, the language, and where its links lead."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from markupsafe import Markup

from coursekit.load import Project, Unit
from coursekit.load.project import GLOSSARY
from coursekit.model import Language, Page
from coursekit.render.handout import HandoutFile
from coursekit.render.markdown import MarkdownFactory
from coursekit.render.prose import Writer, hide_html, plain
from coursekit.render.strings import Strings, load_strings
from coursekit.render.version import History

LANGUAGE_NAMES: dict[Language, str] = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


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


@dataclass(frozen=True)
class PageContext:
    """One unit in one language; the functions that write its parts take it."""

    project: Project
    unit: Unit
    language: Language
    factory: MarkdownFactory
    history: History
    handouts: Sequence[HandoutFile]
    shows: Callable[[Unit], bool]

    @cached_property
    def strings(self) -> Strings:
        """The words of the frame."""
        return load_strings(self.language)

    @cached_property
    def target(self) -> SiteTarget:
        """Where links in Markdown lead."""
        return SiteTarget(self.unit.document, self.unit.id)

    @cached_property
    def writer(self) -> Writer:
        """Resolves the page's Markdown and numbers its sources."""
        label = self.strings("page.source")
        return Writer(self.project, self.unit, self.language, self.target, label, self.shows)

    @cached_property
    def _html_writer(self) -> Writer:
        """Resolves texts inside HTML blocks, whose links need `.html`."""
        target = SiteTarget(self.unit.document, self.unit.id, ".html", self.target.images)
        writer = self.writer
        return Writer(
            self.project,
            self.unit,
            self.language,
            target,
            writer.source_label,
            writer.shows,
            writer.references,
        )

    def inline(self, text: str) -> Markup:
        """A text written in YAML as inline HTML."""
        return self._html_writer.inline(self.factory.inline, self.language)(text)

    def block(self, text: str) -> Markup:
        """A text written in YAML as HTML with paragraphs and lists."""
        resolved = self._html_writer.resolve(hide_html(text), self.language)
        return Markup(self.factory.block(resolved))  # noqa: S704 - made by our factory

    def markdown(self, text: str) -> str:
        """A text written in YAML that stays Markdown in the page."""
        return self.writer.resolve(hide_html(text), self.language)

    @property
    def source(self) -> Page | None:
        """The Finnish page; None for pages made from YAML."""
        return self.unit.pages.get("fi")

    @property
    def text(self) -> Page | None:
        """The page in this language, else in Finnish."""
        return self.unit.pages.get(self.language) or self.source

    @property
    def body_language(self) -> Language:
        """The language of the text: Finnish when the page is not translated."""
        return self.text.language if self.text else self.language

    @property
    def root(self) -> str:
        """The way from this page to the root of the whole site, ending with `/` or empty."""
        depth = self.unit.document.count("/") + (0 if self.language == "fi" else 1)
        return "../" * depth

    def summary(self, unit: Unit) -> str:
        """The summary of another page, in this language as far as it is translated."""
        page = unit.pages.get(self.language) or unit.pages["fi"]
        return plain(self.writer.resolve(page.summary, page.language))
