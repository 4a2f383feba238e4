"""A figure as a block of a page: the picture, its caption, and what stands behind it."""

from __future__ import annotations

from markupsafe import Markup

from coursekit.model import Language
from coursekit.model.figure import Chart, Figure, Table
from coursekit.render.figure.behind import Behind, behind, shown_facts
from coursekit.render.figure.draw import draw_figure
from coursekit.render.figure.files import FOLDER, figure_file
from coursekit.render.figure.reader import Reader
from coursekit.render.figure.wrap import SOFT_HYPHEN
from coursekit.render.prose import Writer
from coursekit.render.strings import load_strings
from coursekit.render.templates import render

FEW_ROWS = 6
"""A chart with more prints without its table: the values stand in the picture as well."""


def figure_block(id: str, writer: Writer, language: Language) -> str:
    """The HTML of a figure on the page, or in print, that `writer` writes.

    Args:
        language: of the text around the figure; a figure that is not translated is in Finnish.
    """
    project, unit = writer.project, writer.unit
    figure = project.figures[f"{unit.id}/{id}"]
    drawing = draw_figure(figure, project.facts, language)
    reader, strings = Reader(project.facts, drawing.language), load_strings(drawing.language)
    file = figure_file(id, figure, drawing.language)
    content = behind(figure, reader, strings)
    printed = writer.target.kind == "print"
    return render(
        "figure.html",
        source=writer.target.image(f"{FOLDER}/{unit.id}", file),
        width=drawing.width,
        height=drawing.height,
        language=drawing.language if drawing.language != writer.language else "",
        title=_sentence(reader.plain(figure.title)),
        note=reader.plain(figure.note) if figure.note else "",
        sources=_sources(figure, reader, writer),
        description=reader.plain(figure.description),
        alternative=" ".join(reader.plain(figure.description).replace(SOFT_HYPHEN, "").split()),
        strings=strings,
        behind=content,
        picture=not (printed and isinstance(figure, Table)),
        table=printed and _is_printed(figure, content),
        printed=printed,
    )


def _is_printed(figure: Figure, content: Behind) -> bool:
    """Print shows a table as a table, and the numbers of a small chart below it."""
    return isinstance(figure, Table) or (
        isinstance(figure, Chart) and len(content.rows) <= FEW_ROWS
    )


def _sentence(title: str) -> str:
    return title if title.endswith((".", "?", "!")) else f"{title}."


def _sources(figure: Figure, reader: Reader, writer: Writer) -> Markup:
    """References to the sources it names and to those of its facts."""
    own = (fact.source for fact in shown_facts(figure, reader))
    ids = dict.fromkeys((*figure.sources, *own))
    if not ids:
        return Markup()
    cited = writer.resolve(f"[{'; '.join(f'@{id}' for id in ids)}]", reader.language)
    return Markup(cited)  # noqa: S704 - `resolve` escapes what it puts into a reference
