"""Author's text to plain Markdown: facts filled in, sources numbered, links and figures resolved.

The same text serves the site and the print; they differ in where links lead and images lie.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

import markdown
from markdown_include.include import MarkdownInclude
from markupsafe import Markup, escape

from coursekit.check.texts import INTERNAL, linked_unit
from coursekit.load import Project, Unit
from coursekit.model import Language, Section, Text
from coursekit.render.fact import format_fact
from coursekit.source.inline import Citation, Fact, Include, Link, Marker, Token, scan


class Target(Protocol):
    """Where a text goes: the site or the print."""

    @property
    def kind(self) -> Literal["site", "print"]:
        """Terms are links on the site and plain words in print."""

    def link(self, unit: Unit, anchor: str) -> str:
        """The address of another page."""

    def image(self, page_folder: str, target: str) -> str:
        """The address of an image that lies in a page's folder."""

    def term(self, id: str) -> str:
        """The address of a term in the glossary."""


@dataclass(slots=True)
class References:
    """The sources cited on a page, numbered by first use."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, source: str) -> int:
        """The number of a source, a new one at its first use."""
        return self.numbers.setdefault(source, len(self.numbers) + 1)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page: Markdown, or a block that the page's frame puts in."""

    markdown: str = ""
    marker: str = ""
    argument: str = ""
    """What stands after the marker's name."""
    language: Language = "fi"


@dataclass(frozen=True, slots=True)
class Writer:
    """Resolves the texts of one page for one target."""

    project: Project
    unit: Unit
    language: Language
    """Of the page's frame; facts and definitions are written in it unless a text falls back."""
    target: Target
    source_label: str
    """How a source is called in a link's name, such as "Source"."""
    shows: Callable[[Unit], bool]
    """False for pages that are not in this build; links to them become plain words."""
    references: References = field(default_factory=References)

    def pieces(self, section: Section, folder: str, language: Language) -> list[Piece]:
        """A section without its heading, cut at its block markers."""
        found: list[Piece] = []
        start = 0
        text = _include(section.markdown, self.project, language)
        for token in scan(text):
            if isinstance(token, Marker):
                before = self.resolve(text[start : token.start], language, folder)
                found.append(Piece(before, language=language))
                argument = token.argument or ""
                found.append(Piece(marker=token.name, argument=argument, language=language))
                start = token.end
        found.append(Piece(self.resolve(text[start:], language, folder), language=language))
        return found

    def resolve(self, text: str, language: Language, folder: str = "") -> str:
        """The text as plain Markdown; `folder` is where its images lie."""
        parts: list[str] = []
        done = 0
        for token in scan(text):
            if token.start < done:
                continue
            new = self._token(token, text, language, folder)
            if new is not None:
                parts += [text[done : token.start], new]
                done = token.end
        return "".join([*parts, text[done:]])

    def _token(self, token: Token, text: str, language: Language, folder: str) -> str | None:
        if isinstance(token, Fact):
            return format_fact(self.project.facts[token.id], language)
        if isinstance(token, Citation):
            return self._citation(token)
        if isinstance(token, Link) and token.image:
            return self._image(token, text, language, folder)
        if isinstance(token, Link):
            return self._link(token, language)
        return None

    def _citation(self, token: Citation) -> str:
        cited = []
        for source, place in token.cited:
            number = self.references.number(source)
            label = escape(f"{self.source_label} {number}")
            link = f'<a class="ck-ref" href="#source-{number}" aria-label="{label}">{number}</a>'
            cited.append(f"{link}, {escape(place)}" if place else link)
        return f'<span class="ck-refs">[{"; ".join(cited)}]</span>'

    def _link(self, token: Link, language: Language) -> str | None:
        text = self.resolve(token.text, language)
        if token.scheme == "term" and self.target.kind == "print":
            return f'<span class="ck-term">{text}</span>'
        if token.scheme == "term":
            definition = escape(self._definition(token.rest, language))
            address = escape(self.target.term(token.rest))
            return f'<a class="ck-term" href="{address}" data-definition="{definition}">{text}</a>'
        if token.scheme in INTERNAL:
            unit = linked_unit(token, self.project)
            if unit is None or not self.shows(unit):  # a draft: keep the words
                return text
            return f"[{text}]({self.target.link(unit, token.anchor)})"
        return None

    def _definition(self, term: str, language: Language) -> str:
        return plain(self.resolve(self.project.terms[term].definition.best(language), language))

    def _image(self, token: Link, text: str, language: Language, folder: str) -> str:
        source = self.target.image(folder, token.target)
        width, height = image_size(self.project.root / folder / token.target)
        size = f' width="{width}" height="{height}"' if width else ""
        image = f'<img src="{escape(source)}" alt="{escape(token.text)}"{size}>'
        if not _alone(token, text):
            return image
        caption = self.resolve(token.title or "", language)
        shown = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
        return f'<figure class="ck-figure">{image}{shown}</figure>'

    def inline(
        self, render: Callable[[str], Markup], language: Language
    ) -> Callable[[str], Markup]:
        """A function that turns a text written in YAML into inline HTML."""
        return lambda text: render(self.resolve(hide_html(text), language))


def hide_html(text: str) -> str:
    """`<` as an entity: texts from banks hold no HTML, imported ones may be hostile."""
    return text.replace("<", "&lt;")


def plain(markdown_text: str) -> str:
    """The words of a short resolved text, without marks and tags."""
    text = re.sub(r"<[^>]+>", "", markdown_text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[*_`]", "", text).strip()


def _alone(token: Link, text: str) -> bool:
    """True for an image that is a paragraph of its own."""
    before = text[: token.start].rpartition("\n\n")[2]
    after = text[token.end :].partition("\n\n")[0]
    return not before.strip() and not after.strip()


_VIEW_BOX = re.compile(r"viewBox=[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)")


def image_size(file: Path) -> tuple[int, int]:
    """Width and height from an SVG's view box, so the page does not jump; (0, 0) if unknown."""
    if file.suffix != ".svg":
        return 0, 0
    match = _VIEW_BOX.search(file.read_text(encoding="utf-8")[:2000])
    return (round(float(match[1])), round(float(match[2]))) if match else (0, 0)


def _include(text: str, project: Project, language: Language) -> str:
    """Fragments in place of their names. The names were checked before (CK327, CK328)."""
    includes = [token for token in scan(text) if isinstance(token, Include)]
    for token in reversed(includes):
        fragment = project.fragments[token.name.removeprefix("_shared/")]
        page = fragment.pages.get(language) or fragment.pages["fi"]
        passage = "\n".join(_included_lines(project.root / page.path))
        if page.language != language:
            passage = f'<div lang="fi" markdown="1">\n\n{passage}\n\n</div>'
        text = text[: token.start] + passage + text[token.end :]
    return text


def _included_lines(file: Path) -> list[str]:
    """One file through markdown-include, which passes silently over a missing one unless told."""
    extension = MarkdownInclude({"throwException": True})
    converter = markdown.Markdown(extensions=[extension])
    lines: list[str] = converter.preprocessors["include"].run([f"{{!{file}!}}"])
    return lines


def text_language(text: Text, language: Language) -> Language:
    """The language in which `text.best(language)` is written."""
    return language if text.get(language) else "fi"
