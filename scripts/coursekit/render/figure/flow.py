"""Flows: steps in rows from above, with arrows that never run through a box.

    gap 0 ─ row 0 ─ gap 1 ─ row 1 ─ … ─ last gap        lanes at both sides

An arrow to the next row runs through the gap between. Every other arrow leaves through the gap
below its step, runs along a lane at the side (left for those that skip rows, right for those that
go back) and comes in through the gap above its end.
"""

from __future__ import annotations

from coursekit.model.figure import Flow
from coursekit.render.figure.arrows import (
    BESIDE,
    CORNER,
    HEAD,
    WORDS,
    Arrow,
    Box,
    Gap,
    give_lanes,
    give_ports,
    give_tracks,
)
from coursekit.render.figure.canvas import (
    ACCENT,
    CARE,
    CARE_TINT,
    EDGE,
    INK,
    PAPER,
    SMALL,
    TINT,
    WIDTH,
    Canvas,
    Look,
    Style,
)
from coursekit.render.figure.letters import text_width
from coursekit.render.figure.reader import Reader

IN_A_ROW = 3
BETWEEN = 18
WIDEST = 600
PAD = 14
POINT = 24
"""How far a decision's box runs to a point at both sides."""
BOX = Style(align="middle")
NARROW = Style(size=SMALL, align="middle")
"""For rows with as many steps as have room."""

Point = tuple[float, float]


def draw_flow(flow: Flow, canvas: Canvas, reader: Reader) -> float:
    """The height of the rows; notes rows with too many steps and words without room."""
    boxes, arrows = _read(flow, reader)
    rows = [
        [box for box in boxes if box.row == row] for row in range(max(b.row for b in boxes) + 1)
    ]
    left, right = give_lanes(arrows)
    for row in rows:
        _spread(row, left, right, canvas)
    gaps = [Gap() for _ in range(len(rows) + 1)]
    for gap in range(len(gaps)):
        give_ports([arrow for arrow in arrows if arrow.end.row == gap], arrows, gaps[gap], canvas)
    give_tracks(arrows, gaps, canvas)
    return _draw(rows, arrows, gaps, canvas)


def _read(flow: Flow, reader: Reader) -> tuple[list[Box], list[Arrow]]:
    """Each step one row below the last of those that lead forward to it."""
    found = flow.arrows()
    decides = {start for start, _, words in found if words}
    rows = [0] * len(flow.steps)
    for end in range(len(flow.steps)):
        above = [rows[start] + 1 for start, other, _ in found if other == end and start < end]
        rows[end] = max(above, default=0)
    boxes = [
        Box(reader.words(step.text), rows[index], index in decides)
        for index, step in enumerate(flow.steps)
    ]
    arrows = [
        Arrow(boxes[start], boxes[end], reader.words(words) if words else None)
        for start, end, words in found
    ]
    return boxes, arrows


def _spread(row: list[Box], left: float, right: float, canvas: Canvas) -> None:
    """Places the boxes of a row side by side."""
    if len(row) > IN_A_ROW:
        canvas.misfit(
            row[IN_A_ROW].words, f"{len(row)} steps stand side by side, {IN_A_ROW} have room"
        )
    left, right = max(left, EDGE), min(right, WIDTH - EDGE)
    width = min(WIDEST, (right - left - BETWEEN * (len(row) - 1)) / len(row))
    x = (left + right) / 2 - (width + BETWEEN) * (len(row) - 1) / 2
    for box in row:
        box.x, box.width, box.style = x, width, BOX if len(row) < IN_A_ROW else NARROW
        x += width + BETWEEN


def _draw(rows: list[list[Box]], arrows: list[Arrow], gaps: list[Gap], canvas: Canvas) -> float:
    inner = {
        id(box): canvas.lines(box.words, box.width - 2 * PAD - box.decides * 2 * POINT, box.style)
        for row in rows
        for box in row
    }
    y: float = EDGE
    for row, gap in zip(rows, gaps, strict=False):
        y = gap.place(y)
        height = max(len(inner[id(box)]) * box.style.line for box in row) + 2 * PAD
        for box in row:
            box.top, box.height = y, height
        y += height
    y = gaps[-1].place(y) + EDGE
    for arrow in arrows:
        _draw_arrow(arrow, canvas)
    for row in rows:
        for box in row:
            _draw_box(box, inner[id(box)], canvas)
    for arrow in arrows:
        _draw_words(arrow, canvas)
    return y


def _draw_arrow(arrow: Arrow, canvas: Canvas) -> None:
    start, end = arrow.start, arrow.end
    points: list[Point] = [(start.x, start.top + start.height)]
    if arrow.out:
        points.append((start.x, arrow.out.y))
        sideways = arrow.port if arrow.direct else arrow.lane
        points.append((sideways, arrow.out.y))
    if arrow.into:
        points += [(arrow.lane, arrow.into.y), (arrow.port, arrow.into.y)]
    tip = (arrow.port, end.top - 2)
    points.append((tip[0], tip[1] - HEAD + 2))
    canvas.path(_rounded(points), edge=INK)
    head = f"M{tip[0]:.1f} {tip[1]:.1f} l-13 -{HEAD} h26 z"
    canvas.path(head, fill=INK, edge="")


def _rounded(points: list[Point]) -> str:
    """A way along the points with round corners."""
    commands = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        first, second = _towards(corner, before), _towards(corner, after)
        commands.append(
            f"L{first[0]:.1f} {first[1]:.1f} Q{corner[0]:.1f} {corner[1]:.1f}"
            f" {second[0]:.1f} {second[1]:.1f}"
        )
    commands.append(f"L{points[-1][0]:.1f} {points[-1][1]:.1f}")
    return " ".join(commands)


def _towards(corner: Point, other: Point) -> Point:
    """A short way from a corner towards another point on the same line."""
    across, down = other[0] - corner[0], other[1] - corner[1]
    length = abs(across) + abs(down)
    share = min(CORNER, length / 2) / length if length else 0
    return corner[0] + across * share, corner[1] + down * share


def _draw_box(box: Box, lines: tuple[str, ...], canvas: Canvas) -> None:
    left, right = box.x - box.width / 2, box.x + box.width / 2
    if box.decides:
        middle, low = box.top + box.height / 2, box.top + box.height
        canvas.path(
            f"M{left:.1f} {middle:.1f} L{left + POINT:.1f} {box.top:.1f}"
            f" H{right - POINT:.1f} L{right:.1f} {middle:.1f}"
            f" L{right - POINT:.1f} {low:.1f} H{left + POINT:.1f} Z",
            fill=CARE_TINT,
            edge=CARE,
            weight=3,
        )
    else:
        canvas.box(left, box.top, box.width, box.height, Look(radius=12, fill=TINT, edge=ACCENT))
    above = (box.height - len(lines) * box.style.line) / 2
    canvas.text(box.x, box.top + above, lines, box.style)


def _draw_words(arrow: Arrow, canvas: Canvas) -> None:
    """Words stand before the head of a short arrow, and on the way out of a long one."""
    if not arrow.lines:
        return
    height = len(arrow.lines) * WORDS.line
    if arrow.direct:
        top = arrow.end.top - HEAD - 10 - height
        width = max(text_width(line, WORDS.size, bold=True) for line in arrow.lines) + 12
        canvas.box(arrow.port - width / 2, top, width, height, Look(fill=PAPER))
        canvas.text(arrow.port, top, arrow.lines, WORDS)
    elif arrow.out:
        inwards = arrow.lane < arrow.start.x
        style = Style(size=SMALL, bold=True) if inwards else BESIDE
        x = arrow.lane + (CORNER if inwards else -CORNER)
        canvas.text(x, arrow.out.y - height - 6, arrow.lines, style, halo=True)
