"""Registers shared by all pages: sources, facts, glossary."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from coursekit.model.node import Node
from coursekit.model.question import Id
from coursekit.model.text import Text

FactKind = Literal["number", "range", "share", "money", "date", "text"]
FactStatus = Literal["current", "historical", "verify"]


class Source(Node):
    """A document that claims are grounded in."""

    id: Id
    title: Text
    publisher: str | None = None
    year: int = Field(ge=1900, le=2100)
    note: Text


class Sources(Node):
    """`course/sources.yml`."""

    sources: tuple[Source, ...]


class Fact(Node):
    """A figure that stands once, with its year, its source and the date it is looked at again."""

    id: Id
    kind: FactKind
    value: int | float | tuple[int | float, int | float] | str | Text = Field(union_mode="smart")
    unit: Text | None = None
    scale: Literal["million", "billion"] | None = None
    year: int = Field(ge=1900, le=2100)
    n: int | None = None
    source: Id
    place: str
    status: FactStatus
    review_by: date = Field(strict=False)
    about: Text


class Facts(Node):
    """`course/facts.yml`."""

    facts: tuple[Fact, ...]


class Term(Node):
    """A word of the field, said the same way everywhere."""

    id: Id
    term: Text
    definition: Text
    not_to_confuse: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    note: str | None = None


class Glossary(Node):
    """`course/glossary.yml`."""

    terms: tuple[Term, ...]
