"""Timelines: events one below the other along a line."""

from __future__ import annotations

from coursekit.model.figure import Timeline
from coursekit.render.figure.canvas import ACCENT, EDGE, PAPER, WIDTH, Canvas, Style, move
from coursekit.render.figure.reader import Reader

RAIL = EDGE + 14
LEFT = RAIL + 36
GAP = 26
DATE = Style(bold=True, colour=ACCENT)
TEXT = Style()


def draw_timeline(timeline: Timeline, canvas: Canvas, reader: Reader) -> float:
    """The height of the events, drawn from above."""
    width = WIDTH - EDGE - LEFT
    y: float = EDGE
    dots: list[float] = []
    texts = Canvas()
    for event in timeline.events:
        dots.append(y + DATE.line / 2)
        dates = canvas.lines(reader.date(event, event.date), width, DATE)
        texts.text(LEFT, y, dates, DATE)
        y += len(dates) * DATE.line
        lines = canvas.lines(reader.words(event.text), width, TEXT)
        texts.text(LEFT, y, lines, TEXT)
        y += len(lines) * TEXT.line + GAP
    canvas.path(move((RAIL, dots[0]), (RAIL, dots[-1])), weight=5)
    for dot in dots:
        canvas.dot(RAIL, dot, 11, fill=PAPER)
    canvas.parts += texts.parts
    return y - GAP + EDGE
