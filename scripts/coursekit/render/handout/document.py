"""What a handout is made from and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from coursekit.model import Language, Question

HandoutKind = Literal["handout", "answer-key"]


@dataclass(frozen=True, slots=True)
class PrintSource:
    """One entry of a lesson's source list; `number` is the one the text refers to."""

    number: int
    text: str
    """Plain text: "Title. Publisher, year. note"."""


@dataclass(frozen=True, slots=True)
class PrintLesson:
    """One lesson in one language, without its quiz and its list of sources."""

    id: str
    title: str
    summary: str
    outcomes: tuple[str, ...]
    html: str
    """Python-Markdown output: h2/h3 with ids, admonitions, figures whose `src` is an absolute path,
    citations as `<a class="ck-ref" href="#source-1">1</a>`, other languages as `lang`."""
    sources: tuple[PrintSource, ...]
    questions: tuple[Question, ...]
    """Only questions that are whole in this language."""
    url: str
    """The lesson's page on the web, absolute; relative links in `html` start from it."""


@dataclass(frozen=True, slots=True)
class PrintModule:
    """One module in one language: one handout and one answer key."""

    course: str
    course_title: str
    id: str
    number: int
    title: str
    summary: str
    language: Language
    edition: str
    hash: str
    date: str | None
    """ISO date of the last change; None without version history."""
    hours: float
    outcomes: tuple[str, ...]
    introduction_html: str
    lessons: tuple[PrintLesson, ...]
    url: str
    site_title: str
    sources: tuple[PrintSource, ...] = ()
    """Those the introduction refers to."""


@dataclass(frozen=True, slots=True)
class HandoutFile:
    """One finished PDF file."""

    path: Path
    kind: HandoutKind
    module: str
    """Course and module id with a slash."""
    language: Language
    pages: int
    bytes: int
    title: str


class PrintError(Exception):
    """Something in the content cannot be printed: a fact and an action."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class HandoutError(Exception):
    """A handout could not be made.

    Args:
        module: course and module id with a slash.
        message: what is wrong, as a fact.
        hint: what the author can do.
    """

    def __init__(self, *, module: str, language: Language, message: str, hint: str) -> None:
        super().__init__(f"handout of {module} ({language}): {message} — {hint}")
        self.module = module
        self.language = language
        self.message = message
        self.hint = hint
