"""Tables as pictures: columns as wide as their words need, thin rules between the rows."""

from __future__ import annotations

from coursekit.model.figure import Table
from coursekit.render.figure.canvas import (
    ACCENT,
    FAINT,
    SMALL,
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
from coursekit.render.figure.wrap import unbroken

PAD = 12
HEAD = Style(size=SMALL, bold=True)
CELL = Style(size=SMALL)


def draw_table(table: Table, canvas: Canvas, reader: Reader) -> float:
    """The height of the rows."""
    head = [reader.words(column) for column in table.columns]
    rows = [[reader.cell(cell) for cell in row] for row in table.rows]
    widths = _widths([head, *rows])
    y = _row(canvas, head, widths, 0, header=True)
    canvas.path(move((0, y), (WIDTH, y)), weight=3)
    for index, row in enumerate(rows):
        if index:
            canvas.path(move((0, y), (WIDTH, y)), edge=FAINT, weight=2)
        y = _row(canvas, row, widths, y, header=False)
    canvas.path(move((0, y - 1), (WIDTH, y - 1)), edge=ACCENT, weight=3)
    return y


def _row(canvas: Canvas, row: list[Words], widths: list[float], y: float, *, header: bool) -> float:
    """One row; gives the place below it."""
    styles = [HEAD if header or not column else CELL for column in range(len(row))]
    cells = [
        canvas.lines(words, width - 2 * PAD, style)
        for words, width, style in zip(row, widths, styles, strict=True)
    ]
    height = max(len(lines) for lines in cells) * CELL.line + 2 * PAD
    if header:
        canvas.box(0, y, WIDTH, height, Look(fill=TINT))
    x = 0.0
    for lines, width, style in zip(cells, widths, styles, strict=True):
        canvas.text(x + PAD, y + PAD, lines, style)
        x += width
    return y + height


def _widths(rows: list[list[Words]]) -> list[float]:
    """Every column gets what its longest word needs; the rest goes where texts are long."""
    least = [
        max(_longest_word(words.text) for words in column) for column in zip(*rows, strict=True)
    ]
    wanted = [
        max(text_width(words.text, SMALL, bold=True) for words in column)
        for column in zip(*rows, strict=True)
    ]
    room = WIDTH - 2 * PAD * len(least)
    wishes = [max(0.0, want - need) for want, need in zip(wanted, least, strict=True)]
    left = room - sum(least)
    if left < 0:  # something will not fit; everybody gives in proportion, and it is noted
        return [room * need / sum(least) + 2 * PAD for need in least]
    if sum(wishes) <= left:
        extra = (left - sum(wishes)) / len(least)
        return [need + wish + extra + 2 * PAD for need, wish in zip(least, wishes, strict=True)]
    return [
        need + left * wish / sum(wishes) + 2 * PAD for need, wish in zip(least, wishes, strict=True)
    ]


def _longest_word(text: str) -> float:
    """The width of the longest part that stays in one piece."""
    return max(text_width(part, SMALL, bold=True) for part in unbroken(text))
