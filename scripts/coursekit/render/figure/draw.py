"""A figure as an SVG file in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coursekit.model import Fact, Language
from coursekit.model.figure import Chart, Figure, Flow, Timeline
from coursekit.render.figure.canvas import HEIGHT, WIDTH, Canvas, Misfit, more
from coursekit.render.figure.charts import draw_bars, draw_line
from coursekit.render.figure.flow import draw_flow
from coursekit.render.figure.reader import Reader, figure_language
from coursekit.render.figure.table import draw_table
from coursekit.render.figure.timeline import draw_timeline


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture, and what had no room in it."""

    svg: str
    width: int
    height: int
    language: Language
    misfits: tuple[Misfit, ...]


def draw_figure(figure: Figure, facts: Mapping[str, Fact], language: Language) -> Drawing:
    """The figure in this language, or in Finnish while a text of it is not translated."""
    language = figure_language(figure, language)
    reader, canvas = Reader(facts, language), Canvas()
    height = round(_draw(figure, canvas, reader))
    if height > HEIGHT:
        message = f"it is {more(height, HEIGHT)} too high for letters that can be read in print"
        canvas.misfits.append(Misfit(figure.at("kind"), message))
    svg = canvas.svg(
        title=reader.plain(figure.title),
        description=reader.plain(figure.description),
        language=language,
        height=height,
    )
    return Drawing(svg, WIDTH, height, language, tuple(canvas.misfits))


def _draw(figure: Figure, canvas: Canvas, reader: Reader) -> float:
    if isinstance(figure, Chart):
        draw = draw_bars if figure.kind == "bar" else draw_line
        return draw(figure, canvas, reader)
    if isinstance(figure, Flow):
        return draw_flow(figure, canvas, reader)
    if isinstance(figure, Timeline):
        return draw_timeline(figure, canvas, reader)
    return draw_table(figure, canvas, reader)
