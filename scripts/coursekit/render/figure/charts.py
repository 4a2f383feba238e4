"""Bars and lines: lengths and heights from facts, all from zero."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from coursekit.model.figure import Chart
from coursekit.render.figure.canvas import (
    ACCENT,
    EDGE,
    INK,
    LINE,
    PAPER,
    SMALL,
    SOFT,
    TINT,
    WIDTH,
    Canvas,
    Look,
    Style,
    Words,
    move,
)
from coursekit.render.figure.letters import text_width
from coursekit.render.figure.reader import Reader

VALUE = Style(bold=True)
UNIT = Style(size=SMALL, colour=SOFT)
BAR = 36
GAP = 30
PLOT = 300
"""Height of the room in which a line goes up and down."""
LABEL_LINES = 3
"""A longer label belongs into the text."""


def draw_bars(chart: Chart, canvas: Canvas, reader: Reader) -> float:
    """Bars from the left, one below the other, each with its label above and value behind."""
    values = [reader.value_words(one) for one in chart.series]
    behind = max(text_width(value.text, VALUE.size, bold=True) for value in values) + 14
    room = WIDTH - 2 * EDGE - behind
    if room < WIDTH / 3:
        widest = max(values, key=lambda value: text_width(value.text, VALUE.size, bold=True))
        canvas.misfit(widest, f"the value '{widest.text}' leaves too little room for the bars")
    whole = _whole(chart, reader)
    y = _unit(chart, canvas, reader)
    for one, value in zip(chart.series, values, strict=True):
        lines = _label(canvas, reader.words(one.label), WIDTH - 2 * EDGE, Style())
        canvas.text(EDGE, y, lines)
        y += len(lines) * Style().line + 6
        end: float = EDGE
        if _is_share(chart, reader):  # the whole of which the bar is a part
            canvas.box(EDGE, y, room, BAR, Look(edge=LINE, weight=2))
            end = EDGE + round(room)
        low, high = _low_and_high(one.fact, reader)
        end = max(end, EDGE + _bar(canvas, y, room * low / whole, room * high / whole))
        canvas.text(end + 14, y + (BAR - VALUE.size * 1.3) / 2, (value.text,), VALUE)
        y += BAR + GAP
    return y - GAP + EDGE


def _bar(canvas: Canvas, y: float, low: float, high: float) -> float:
    """The bar up to the low value; what lies between low and high is hatched."""
    low, high = max(low, 3), max(high, 3)
    if high > low:
        canvas.box(EDGE + 1.5, y + 1.5, high - 3, BAR - 3, Look(fill=TINT, edge=ACCENT))
        x = EDGE + low + 14
        while x < EDGE + high - 2:
            canvas.path(move((x, y + 2), (x, y + BAR - 2)), weight=3)
            x += 14
    canvas.box(EDGE, y, low, BAR, Look(fill=ACCENT))
    return high


def draw_line(chart: Chart, canvas: Canvas, reader: Reader) -> float:
    """Points joined by a line, each with its value; years stand apart as they are apart."""
    top = _unit(chart, canvas, reader) + 48
    whole = _whole(chart, reader)
    heights = [_low_and_high(one.fact, reader)[1] for one in chart.series]
    columns = list(_columns(chart))
    points = [
        (x, top + PLOT * (1 - height / whole))
        for (x, _), height in zip(columns, heights, strict=True)
    ]
    foot = top + PLOT
    canvas.path(move((EDGE, foot), (WIDTH - EDGE, foot)), edge=INK, weight=3)
    for x, y in points:
        canvas.path(move((x, y), (x, foot)), edge=LINE, weight=2)
    canvas.path(move(*points), weight=5)
    deepest = 0
    axis = Style(size=SMALL, align="middle")
    for index, one in enumerate(chart.series):
        x, y = points[index]
        room = columns[index][1]
        canvas.dot(x, y, 9, fill=PAPER)
        value = reader.value_words(one)
        needed = text_width(value.text, VALUE.size, bold=True)
        if needed > room:
            canvas.too_wide(value, value.text, needed, room)
        above = y - 52 if not _is_valley(heights, index) or y + 62 > foot else y + 16
        canvas.text(x, above, (value.text,), Style(bold=True, align="middle"), halo=True)
        lines = _label(canvas, reader.words(one.label), room, axis)
        canvas.text(x, foot + 12, lines, axis)
        deepest = max(deepest, len(lines))
    return foot + 12 + deepest * axis.line + EDGE


def _is_valley(heights: list[float], index: int) -> bool:
    """True where both neighbours are higher, so that words above would meet the line."""
    around = heights[max(0, index - 1) : index] + heights[index + 1 : index + 2]
    return all(height > heights[index] for height in around)


def _columns(chart: Chart) -> Iterator[tuple[float, float]]:
    """The middle of each point's column and the width that its words may have."""
    count = len(chart.series)
    years = [one.label.fi for one in chart.series]
    slot = (WIDTH - 2 * EDGE) / count
    first, last = EDGE + slot / 2, WIDTH - EDGE - slot / 2
    places = [first + slot * index for index in range(count)]
    if all(year.isdigit() and len(year) == len("2023") for year in years):
        numbers = [int(year) for year in years]
        if all(before < after for before, after in pairwise(numbers)):
            span = numbers[-1] - numbers[0]
            places = [first + (last - first) * (one - numbers[0]) / span for one in numbers]
    for index, x in enumerate(places):
        gaps = [abs(x - other) for other in places[max(0, index - 1) : index + 2] if other != x]
        yield x, min([*gaps, 2 * (x - 8), 2 * (WIDTH - 8 - x)]) - 6


def _unit(chart: Chart, canvas: Canvas, reader: Reader) -> float:
    """What is counted, above the picture; gives the place below it."""
    if chart.unit is None:
        return EDGE
    lines = _label(canvas, reader.words(chart.unit), WIDTH - 2 * EDGE, UNIT)
    canvas.text(EDGE, EDGE, lines, UNIT)
    return EDGE + len(lines) * UNIT.line + 14


def _label(canvas: Canvas, words: Words, width: float, style: Style) -> tuple[str, ...]:
    lines = canvas.lines(words, width, style)
    if len(lines) > LABEL_LINES:
        canvas.misfit(words, f"the label takes {len(lines)} lines, there is room for {LABEL_LINES}")
    return lines


def _is_share(chart: Chart, reader: Reader) -> bool:
    return all(reader.facts[one.fact].kind == "share" for one in chart.series)


def _whole(chart: Chart, reader: Reader) -> float:
    """What the full length stands for: all of it for shares, else the largest value."""
    if _is_share(chart, reader) and chart.kind == "bar":
        return 100
    return max(_low_and_high(one.fact, reader)[1] for one in chart.series) or 1


def _low_and_high(fact: str, reader: Reader) -> tuple[float, float]:
    value = reader.facts[fact].value
    if isinstance(value, tuple):
        return value
    assert isinstance(value, (int, float))  # the checks let nothing else into a chart
    return value, value
