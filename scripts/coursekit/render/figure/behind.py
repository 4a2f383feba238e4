"""What stands behind a picture: the same content as a table or as numbered steps."""

from __future__ import annotations

from dataclasses import dataclass

from coursekit.model import Fact
from coursekit.model.figure import Chart, FactCell, Figure, Flow, Timeline
from coursekit.render.figure.reader import Reader
from coursekit.render.strings import Strings


@dataclass(frozen=True, slots=True)
class Behind:
    """A table with a heading row, or steps in their order; one of the two is empty."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    steps: tuple[tuple[str, str], ...] = ()
    """Each step and where it leads, empty when it simply goes on."""


def behind(figure: Figure, reader: Reader, strings: Strings) -> Behind:
    """The content of a figure without its shapes."""
    if isinstance(figure, Chart):
        return _values(figure, reader, strings)
    if isinstance(figure, Flow):
        return Behind(steps=_steps(figure, reader, strings))
    if isinstance(figure, Timeline):
        return Behind(
            columns=(strings("figure.when"), strings("figure.what")),
            rows=tuple(
                (reader.date(event, event.date).text, reader.plain(event.text))
                for event in figure.events
            ),
        )
    return Behind(
        columns=tuple(reader.plain(column) for column in figure.columns),
        rows=tuple(tuple(reader.cell(cell).text for cell in row) for row in figure.rows),
    )


def shown_facts(figure: Figure, reader: Reader) -> tuple[Fact, ...]:
    """The facts that bars, points and cells show, each once."""
    if isinstance(figure, Chart):
        ids = [one.fact for one in figure.series]
    elif isinstance(figure, (Flow, Timeline)):
        ids = []
    else:
        ids = [cell.fact for row in figure.rows for cell in row if isinstance(cell, FactCell)]
    return tuple(reader.facts[id] for id in dict.fromkeys(ids))


def _values(chart: Chart, reader: Reader, strings: Strings) -> Behind:
    """Label and value of each fact, its year, and the number of answers where one is known."""
    facts = [reader.facts[one.fact] for one in chart.series]
    labels = [reader.plain(one.label) for one in chart.series]
    years = [str(fact.year) for fact in facts]
    unit = reader.plain(chart.unit) if chart.unit else strings("figure.value")
    columns = [(unit, [reader.value(one.fact) for one in chart.series])]
    if labels == years:
        columns = [(strings("figure.year"), labels), *columns]
    else:
        columns = [
            (strings("figure.item"), labels), *columns, (strings("figure.year"), years)
        ]  # fmt: skip
    if any(fact.n for fact in facts):
        columns.append((strings("figure.count"), [str(fact.n or "–") for fact in facts]))
    return Behind(
        columns=tuple(head for head, _ in columns),
        rows=tuple(zip(*(cells for _, cells in columns), strict=True)),
    )


def _steps(flow: Flow, reader: Reader, strings: Strings) -> tuple[tuple[str, str], ...]:
    ends: list[list[str]] = [[] for _ in flow.steps]
    for start, end, words in flow.arrows():
        target = reader.plain(flow.steps[end].text)
        ends[start].append(f"{reader.plain(words)} – {target}" if words else target)
    found = []
    for index, step in enumerate(flow.steps):
        after = [reader.plain(flow.steps[index + 1].text)] if index + 1 < len(flow.steps) else []
        goes_on = ends[index] == after
        leads = "" if goes_on else "; ".join(ends[index]) or ""
        found.append(
            (reader.plain(step.text), strings("figure.next", steps=leads) if leads else "")
        )
    return tuple(found)
