"""Figures made from data: what an author writes in `figures/<id>.yml`, one class for each form.

Numbers are never typed: they are facts of `course/facts.yml`, named by id, or `{{ fact("id") }}`
inside a text. Every text is in three languages.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, StringConstraints, Tag, model_validator

from coursekit.model.node import Node
from coursekit.model.question import Id
from coursekit.model.text import Text


class _Figure(Node):
    """What all figures share."""

    title: Text
    description: Text
    """The text alternative: says in words what the picture says."""
    note: Text | None = None
    """Year, number of answers and what else one must know to read the numbers."""
    sources: tuple[str, ...] = ()
    """Besides those of the facts, which are named by themselves."""


class Value(Node):
    """One bar or one point of a line."""

    label: Text
    fact: Id


class Chart(_Figure):
    """Bars, or points joined by a line; all values have one kind and one unit."""

    kind: Literal["bar", "line"]
    note: Text
    unit: Text | None = None
    """What is counted, such as "per cent of the replies"."""
    series: tuple[Value, ...] = Field(min_length=2)


class Branch(Node):
    """An arrow with words on it, as it leaves a decision."""

    step: Id
    label: Text


def _arrow(value: Any) -> str:
    return "branch" if isinstance(value, (dict, Branch)) else "id"


class Step(Node):
    """A box of a flow and where its arrows lead; to the next step when nothing is said."""

    id: Id
    text: Text
    to: (
        tuple[
            Annotated[
                Annotated[Id, Tag("id")] | Annotated[Branch, Tag("branch")], Discriminator(_arrow)
            ],
            ...,
        ]
        | None
    ) = None


class Flow(_Figure):
    """Steps with arrows, drawn from above; an arrow to an earlier step goes back."""

    kind: Literal["flow"]
    steps: tuple[Step, ...] = Field(min_length=2)

    def arrows(self) -> tuple[tuple[int, int, Text | None], ...]:
        """Positions of the steps at both ends of each arrow, and its words.

        Raises KeyError for an unknown step, which the checks find first.
        """
        place = {step.id: index for index, step in enumerate(self.steps)}
        found: list[tuple[int, int, Text | None]] = []
        for index, step in enumerate(self.steps):
            if step.to is None and index + 1 < len(self.steps):
                found.append((index, index + 1, None))
            for end in step.to or ():
                if isinstance(end, Branch):
                    found.append((index, place[end.step], end.label))
                else:
                    found.append((index, place[end], None))
        return tuple(found)


def _whole(day: str) -> str:
    date.fromisoformat(day if len(day) > 7 else f"{day}-01")
    return day


Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}(-\d{2})?$"), AfterValidator(_whole)]


def _when(value: Any) -> str:
    if isinstance(value, (dict, Text)):
        return "words"
    return "year" if isinstance(value, int) else "day"


class Event(Node):
    """A point in time: a year, `"2023-05"`, `"2023-05-17"` or words, and what happened."""

    date: Annotated[
        Annotated[int, Field(ge=1000, le=2999), Tag("year")]
        | Annotated[Day, Tag("day")]
        | Annotated[Text, Tag("words")],
        Discriminator(_when),
    ]
    text: Text


class Timeline(_Figure):
    """Events one below the other, in the order in which they are written."""

    kind: Literal["timeline"]
    events: tuple[Event, ...] = Field(min_length=2)


class FactCell(Node):
    """A cell that shows a fact."""

    fact: Id


def _cell(value: Any) -> str:
    marked = isinstance(value, dict) and "fact" in value
    return "fact-cell" if marked or isinstance(value, FactCell) else "text-cell"


Cell = Annotated[
    Annotated[Text, Tag("text-cell")] | Annotated[FactCell, Tag("fact-cell")], Discriminator(_cell)
]


class Table(_Figure):
    """A small table; the first cell of a row names it."""

    kind: Literal["table"]
    columns: tuple[Text, ...] = Field(min_length=2)
    rows: tuple[tuple[Cell, ...], ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _even(self) -> Table:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"row {number} has {len(row)} cells, the table has {len(self.columns)} columns"
                )
        return self


Figure = Annotated[Chart | Flow | Timeline | Table, Field(discriminator="kind")]

FORMS: dict[str, type[Chart | Flow | Timeline | Table]] = {
    "bar": Chart,
    "flow": Flow,
    "line": Chart,
    "table": Table,
    "timeline": Timeline,
}
"""The class of each `kind`."""


def finnish(figure: Figure) -> str:
    """What changes the meaning of a figure: all of it, its texts in Finnish only."""
    value = json.loads(figure.model_dump_json(), object_hook=lambda part: part.get("fi", part))
    return json.dumps(value, ensure_ascii=False)
