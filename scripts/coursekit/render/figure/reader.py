"""Reads the texts and facts of a figure in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coursekit.model import LANGUAGES, Fact, Language, Node, Text
from coursekit.model.figure import FactCell, Figure, Value
from coursekit.model.walk import texts
from coursekit.render.fact import format_day, format_fact, format_month
from coursekit.render.figure.canvas import Words, writable
from coursekit.source.inline import Fact as FactToken
from coursekit.source.inline import scan


def figure_language(figure: Figure, language: Language) -> Language:
    """The language in which the whole figure can be shown: this one, else Finnish.

    A picture is never half translated.
    """
    return language if all(text.get(language) for text in texts(figure)) else LANGUAGES[0]


@dataclass(frozen=True, slots=True)
class Reader:
    """Says what an author wrote in one language, facts filled in."""

    facts: Mapping[str, Fact]
    language: Language

    def plain(self, text: Text) -> str:
        """The text; a figure's texts know facts and nothing else (CK606)."""
        written = writable(text.best(self.language))
        if "{{" not in written:
            return written
        parts: list[str] = []
        done = 0
        for token in scan(written):
            if isinstance(token, FactToken):
                parts += [written[done : token.start], self.value(token.id)]
                done = token.end
        return "".join([*parts, written[done:]])

    def words(self, text: Text) -> Words:
        """The text with the place where it was written."""
        place = text.at(self.language if text.get(self.language) else LANGUAGES[0])
        return Words(self.plain(text), place)

    def value(self, fact: str) -> str:
        """A fact as this language writes it."""
        return writable(format_fact(self.facts[fact], self.language))

    def value_words(self, node: Value | FactCell) -> Words:
        """The fact that a bar, a point or a cell shows."""
        return Words(self.value(node.fact), node.at("fact"))

    def cell(self, cell: Text | FactCell) -> Words:
        """What stands in a cell of a table."""
        return self.value_words(cell) if isinstance(cell, FactCell) else self.words(cell)

    def date(self, node: Node, written: int | str | Text) -> Words:
        """When something happened."""
        if isinstance(written, Text):
            return self.words(written)
        if isinstance(written, int):
            text = str(written)
        elif len(written) > len("2023-05"):
            text = format_day(written, self.language)
        else:
            text = format_month(written, self.language)
        return Words(text, node.at("date"))
