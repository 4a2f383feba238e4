"""The document the template reads: one JSON value that holds all texts of a handout."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import segno

from coursekit.model import Language
from coursekit.render.handout.document import (
    HandoutKind,
    PrintError,
    PrintLesson,
    PrintModule,
    PrintSource,
)
from coursekit.render.handout.pandoc import Tree, read_html
from coursekit.render.handout.prose import Nodes, Prose
from coursekit.render.handout.questions import PrintQuestion, QuestionWriter
from coursekit.render.handout.tree import heading_ids, without_empty_sections
from coursekit.render.strings import Strings, load_strings

IMAGE_TYPES = {".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"}

TEMPLATE_STRINGS = (
    *("answer-key", "contents", "date"),
    *("explanation", "hint", "introduction", "item", "key-hint", "name", "notes", "page-of"),
    *("questions", "questions-at", "questions-hint", "right", "sources", "wrong"),
)
"""The `handout.*` texts the templates use as they are; places in them are filled there."""

INTRODUCTION = "_module"
"""Prefix of the introduction's ids; no lesson's id begins with `_`."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
"""English dates are written with words; Finnish and Swedish ones in figures."""


@dataclass(slots=True)
class Sheet:
    """Builds the documents of one module.

    Args:
        questions: lesson id → its questions in the module's language.
        trees: every HTML fragment of the module, read.
    """

    module: PrintModule
    questions: Mapping[str, tuple[PrintQuestion, ...]]
    trees: Mapping[str, Tree]
    images: dict[str, bytes] = field(default_factory=dict)
    """File name in the document → contents, filled while documents are built."""

    @property
    def strings(self) -> Strings:
        """The texts of the module's language."""
        return load_strings(self.module.language)

    def document(self, kind: HandoutKind) -> dict[str, Any]:
        """The whole document for the template of this kind."""
        anchors = self._anchors()
        common = self._common(kind)
        if kind == "answer-key":
            return {**common, "questions": self._questions(anchors, answered=True)}
        return {
            **common,
            "introduction": self._introduction(anchors),
            "sources": _sources(INTRODUCTION, self.module.sources),
            "lessons": [self._lesson(lesson, anchors) for lesson in self.module.lessons],
            "questions": self._questions(anchors, answered=False),
        }

    def title(self, kind: HandoutKind) -> str:
        """The title in the PDF's properties and in lists of files."""
        key = "handout.title" if kind == "handout" else "handout.key-title"
        return self.strings(key, number=self.module.number, title=self.module.title)

    def _common(self, kind: HandoutKind) -> dict[str, Any]:
        module, strings = self.module, self.strings
        points = sum(question.points for found in self.questions.values() for question in found)
        return {
            "language": module.language,
            "title": self.title(kind),
            "module_title": module.title,
            "module_line": strings("handout.module", number=module.number),
            "course": module.course_title,
            "site": module.site_title,
            "summary": module.summary,
            "outcomes": list(module.outcomes),
            "details": self._details(),
            "edition": strings("handout.edition", edition=module.edition),
            "web": self._web(module.url),
            "total": strings("handout.total-points", points=points),
            "strings": {
                "model-answer": strings("quiz.model-answer"),
                **{key: strings(f"handout.{key}") for key in TEMPLATE_STRINGS},
                "after-module": strings("page.outcomes-of-module"),
                "after-lesson": strings("page.outcomes-of-lesson"),
            },
        }

    def _details(self) -> list[str]:
        module, strings = self.module, self.strings
        hours = f"{module.hours:g}"
        if module.language != "en":
            hours = hours.replace(".", ",")
        found = [
            strings("handout.hours", hours=hours),
            strings("handout.edition-hash", edition=module.edition, hash=module.hash),
        ]
        if module.date:
            found.append(strings("handout.updated", date=_day(module.date, module.language)))
        return found

    def _introduction(self, anchors: Mapping[str, str]) -> list[Any]:
        prose = self._prose(INTRODUCTION, self.module.url, anchors)
        return prose.blocks(self.trees[self.module.introduction_html])

    def _lesson(self, lesson: PrintLesson, anchors: Mapping[str, str]) -> dict[str, Any]:
        place = {"number": self.module.lessons.index(lesson) + 1, "total": len(self.module.lessons)}
        return {
            "id": lesson.id,
            "label": f"lesson/{lesson.id}",
            "line": self.strings("handout.lesson-of", **place),
            "title": lesson.title,
            "summary": lesson.summary,
            "outcomes": list(lesson.outcomes),
            "body": self._prose(lesson.id, lesson.url, anchors).blocks(self.trees[lesson.html]),
            "sources": _sources(lesson.id, lesson.sources),
            "web": self._web(lesson.url),
        }

    def _questions(self, anchors: Mapping[str, str], *, answered: bool) -> list[dict[str, Any]]:
        groups: list[dict[str, Any]] = []
        number = 0
        for lesson in self.module.lessons:
            prose = self._prose(lesson.id, lesson.url, anchors if not answered else {})
            write = QuestionWriter(self.strings, partial(self._line, prose))
            make = write.answered if answered else write.asked
            items = []
            for question in self.questions.get(lesson.id, ()):
                number += 1
                items.append(make(question, number))
            if items:
                groups.append({"lesson": lesson.id, "title": lesson.title, "questions": items})
        return groups

    def _line(self, prose: Prose, html: str) -> Nodes:
        return prose.line(self.trees[html])

    def _prose(self, prefix: str, address: str, anchors: Mapping[str, str]) -> Prose:
        return Prose(prefix=prefix, address=address, anchors=anchors, image=self._image)

    def _anchors(self) -> dict[str, str]:
        """Every place of the handout that a link can lead to, by its address on the web."""
        found: dict[str, str] = {}
        module = self.module
        pages = [(INTRODUCTION, module.url, module.introduction_html, module.sources)]
        for lesson in module.lessons:
            pages.append((lesson.id, lesson.url, lesson.html, lesson.sources))
            found[lesson.url] = f"lesson/{lesson.id}"
        for prefix, address, html, sources in pages:
            names = [f"source-{source.number}" for source in sources]
            for name in (*names, *heading_ids(self.trees[html])):
                found[f"{address}#{name}"] = f"{prefix}/{name}"
        return found

    def _image(self, source: str, alt: str) -> str:
        path = Path(source)
        if not alt.strip():
            raise PrintError(
                f"image {path.name!r} has no text alternative",
                "say in the alt text what the image shows",
            )
        if not path.is_absolute() or path.suffix.lower() not in IMAGE_TYPES:
            kinds = ", ".join(sorted(IMAGE_TYPES))
            raise PrintError(f"image {source!r} cannot be printed", f"use a file ({kinds})")
        try:
            contents = path.read_bytes()
        except OSError as error:
            raise PrintError(
                f"image {path.name!r} cannot be read: {error.strerror}", f"check that {path} exists"
            ) from error
        name = f"image-{hashlib.sha256(contents).hexdigest()[:16]}{path.suffix.lower()}"
        self.images[name] = contents
        return name

    def _web(self, address: str) -> dict[str, str]:
        short = address.partition("://")[2].removesuffix("index.html").rstrip("/")
        name = f"code-{hashlib.sha256(address.encode()).hexdigest()[:16]}.svg"
        self.images[name] = _code(address)
        alt = self.strings("handout.code-alt", address=short)
        return {"address": address, "short": short, "code": name, "alt": alt}


def read_fragments(
    module: PrintModule, questions: Iterable[tuple[PrintQuestion, ...]]
) -> dict[str, Tree]:
    """Every HTML fragment of the module with its tree, read by one pandoc process."""
    html = {module.introduction_html, *(lesson.html for lesson in module.lessons)}
    html |= {text for group in questions for question in group for text in question.fragments()}
    fragments = sorted(html)
    trees = (without_empty_sections(tree) for tree in read_html(fragments))
    return dict(zip(fragments, trees, strict=True))


def timestamp(module: PrintModule) -> int:
    """Seconds since 1970 for the file's properties: the day of the content, else of the edition.

    Never the clock, so that the same content gives the same bytes.
    """
    try:
        day = date.fromisoformat((module.date or "")[:10])
    except ValueError:
        day = date(int(module.edition.partition(".")[0]), 1, 1)
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _sources(prefix: str, sources: Iterable[PrintSource]) -> list[dict[str, Any]]:
    return [
        {
            "number": source.number,
            "text": source.text,
            "label": f"{prefix}/source-{source.number}",
        }
        for source in sources
    ]


@lru_cache(maxsize=256)
def _code(address: str) -> bytes:
    if urlsplit(address).scheme not in ("http", "https"):
        raise PrintError(f"{address!r} is not a web address", "set `url` in docs/site.yml")
    target = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        target, kind="svg", border=0, dark="#1b2730", xmldecl=False
    )
    return target.getvalue()


def _day(value: str, language: Language) -> str:
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return value
    if language == "en":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{day.day}.{day.month}.{day.year}"
