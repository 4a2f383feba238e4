"""Flows: steps in rows from above, with arrows that never run through a box.

    gap 0 ─ row 0 ─ gap 1 ─ row 1 ─ … ─ last gap        lanes at both sides

An arrow to the next row runs through the gap between. Every other arrow leaves through the gap
below its step, runs along a lane at the side (left for those that skip rows, right for those that
go back) and comes in through the gap above its end.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from coursekit.model.figure import Flow
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
    Words,
)
from coursekit.render.figure.letters import text_width
from coursekit.render.figure.reader import Reader

IN_A_ROW = 3
BETWEEN = 18
WIDEST = 600
PAD = 14
POINT = 24
"""How far a decision's box runs to a point at both sides."""
LANE = 30
TRACK = 26
HEAD = 20
CORNER = 12
BOX = Style(align="middle")
NARROW = Style(size=SMALL, align="middle")
"""For rows with as many steps as have room."""
WORDS = Style(size=SMALL, bold=True, align="middle")
BESIDE = Style(size=SMALL, bold=True, align="end")

Point = tuple[float, float]


@dataclass(slots=True)
class _Box:
    words: Words
    row: int
    decides: bool
    style: Style = BOX
    x: float = 0
    """Of the middle."""
    width: float = 0
    top: float = 0
    height: float = 0


@dataclass(slots=True)
class _Arrow:
    start: _Box
    end: _Box
    words: Words | None
    port: float = 0
    """Where it comes in, on the upper edge of its end."""
    lane: float = 0
    """Where it runs up or down beside the rows; unused by an arrow to the next row."""
    lines: tuple[str, ...] = ()
    out: _Track | None = None
    into: _Track | None = None

    @property
    def direct(self) -> bool:
        return self.end.row == self.start.row + 1


@dataclass(frozen=True, slots=True)
class _Way:
    """What an arrow takes of a track, and the only place where it meets others, if it has one."""

    low: float
    high: float
    port: float | None = None

    def passes(self, other: _Way) -> bool:
        """Whether both have room on a track: apart, or from two sides to one port."""
        apart = self.high + 8 < other.low or other.high + 8 < self.low
        touch = self.high <= other.low or other.high <= self.low
        return apart or (touch and self.port is not None and self.port == other.port)


@dataclass(slots=True)
class _Track:
    """A height inside a gap at which arrows run sideways."""

    taken: list[_Way] = field(default_factory=list)
    words: float = 0
    """Room above it for the words of one arrow."""
    y: float = 0


@dataclass(slots=True)
class _Gap:
    out: list[_Track] = field(default_factory=list)
    into: list[_Track] = field(default_factory=list)
    """Of arrows that come in from a lane: below the others, else they would seem to go on."""
    words: float = 0
    """Room below the tracks for the words of arrows that come in here."""
    arrives: bool = False

    def place(self, y: float) -> float:
        """Gives the tracks their heights; the place below the gap."""
        if not self.out and not self.arrives:
            return y
        y += 8
        for track in (*self.out, *self.into):
            y += track.words + TRACK / 2
            track.y = y
            y += TRACK / 2
        return y + self.words + (HEAD + 18 if self.arrives else 0)


def _track(tracks: list[_Track], way: _Way, *, words: float = 0) -> _Track:
    """A track on which this way meets no other, a new one if need be."""
    for track in tracks:
        if not words and not track.words and all(way.passes(one) for one in track.taken):
            break
    else:
        track = _Track(words=words)
        tracks.append(track)
    track.taken.append(way)
    return track


def draw_flow(flow: Flow, canvas: Canvas, reader: Reader) -> float:
    """The height of the rows; notes rows with too many steps and words without room."""
    boxes, arrows = _read(flow, reader)
    rows = [
        [box for box in boxes if box.row == row] for row in range(max(b.row for b in boxes) + 1)
    ]
    left, right = _lanes(arrows)
    for row in rows:
        _spread(row, left, right, canvas)
    gaps = [_Gap() for _ in range(len(rows) + 1)]
    for gap in range(len(gaps)):
        _ports([arrow for arrow in arrows if arrow.end.row == gap], arrows, gaps[gap], canvas)
    _tracks(arrows, gaps, canvas)
    return _draw(rows, arrows, gaps, canvas)


def _read(flow: Flow, reader: Reader) -> tuple[list[_Box], list[_Arrow]]:
    """Each step one row below the last of those that lead forward to it."""
    found = flow.arrows()
    decides = {start for start, _, words in found if words}
    rows = [0] * len(flow.steps)
    for end in range(len(flow.steps)):
        above = [rows[start] + 1 for start, other, _ in found if other == end and start < end]
        rows[end] = max(above, default=0)
    boxes = [
        _Box(reader.words(step.text), rows[index], index in decides)
        for index, step in enumerate(flow.steps)
    ]
    arrows = [
        _Arrow(boxes[start], boxes[end], reader.words(words) if words else None)
        for start, end, words in found
    ]
    return boxes, arrows


def _lanes(arrows: list[_Arrow]) -> tuple[float, float]:
    """Gives arrows beside the rows their lanes, the longest outside; the room between."""
    left: dict[int, list[_Arrow]] = defaultdict(list)
    right: dict[int, list[_Arrow]] = defaultdict(list)
    for arrow in arrows:
        if not arrow.direct:
            side = left if arrow.end.row > arrow.start.row else right
            side[id(arrow.end)].append(arrow)
    for side, outside, inwards in ((left, EDGE / 2, 1), (right, WIDTH - EDGE / 2, -1)):
        by_length = sorted(side.values(), key=lambda lane: -max(map(_length, lane)))
        for index, lane in enumerate(by_length):
            for arrow in lane:
                arrow.lane = outside + inwards * index * LANE
    return EDGE / 2 + LANE * len(left), WIDTH - EDGE / 2 - LANE * len(right)


def _length(arrow: _Arrow) -> int:
    return abs(arrow.end.row - arrow.start.row)


def _spread(row: list[_Box], left: float, right: float, canvas: Canvas) -> None:
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


def _ports(coming: list[_Arrow], arrows: list[_Arrow], gap: _Gap, canvas: Canvas) -> None:
    """Where arrows come in: in the middle, but words want a place of their own."""
    gap.arrives = bool(coming)
    for end in {id(arrow.end): arrow.end for arrow in coming}.values():
        here = [arrow for arrow in coming if arrow.end is end]
        named = [arrow for arrow in here if arrow.words and arrow.direct]
        silent = [arrow for arrow in here if arrow not in named]
        named.sort(key=lambda arrow: arrow.start.x)
        slots = len(named) + (1 + len(named) % 2 if silent else 0)
        free = [slot for slot in range(slots) if not silent or slot != slots // 2]
        width = end.width / max(1, slots)
        for arrow in silent:
            arrow.port = _clear(end.x, arrow, arrows)
        for arrow, slot in zip(named, _nearest(named, free, end), strict=True):
            arrow.port = _clear(end.x - end.width / 2 + width * (slot + 0.5), arrow, arrows)
            assert arrow.words  # it is named
            arrow.lines = canvas.lines(arrow.words, width - 12, WORDS)
            gap.words = max(gap.words, len(arrow.lines) * WORDS.line + 4)


def _nearest(named: list[_Arrow], free: list[int], end: _Box) -> list[int]:
    """The slots of arrows with words: on the side from which they come."""
    if len(named) == 1 and len(free) == 2:
        return [free[0] if named[0].start.x <= end.x else free[1]]
    return free[: len(named)]


def _clear(x: float, arrow: _Arrow, arrows: list[_Arrow]) -> float:
    """The place, moved aside where it would lie below another arrow's way out."""
    joined = {id(one.start) for one in arrows if one.end is arrow.end and one.direct}
    if arrow.direct:  # it may join the other's way only where that does not fork any more
        joined -= {id(one.start) for one in arrows if one.end is not arrow.end}
    side = arrow.start.x if arrow.direct else arrow.lane
    for other in arrows:
        above = other.start.row == arrow.end.row - 1 and abs(other.start.x - x) < 2 * CORNER
        if above and id(other.start) not in joined:
            return x + (-3 if side < x else 3) * CORNER
    if arrow.direct and abs(arrow.start.x - x) < 2 * CORNER:
        return arrow.start.x  # straight down
    return x


def _tracks(arrows: list[_Arrow], gaps: list[_Gap], canvas: Canvas) -> None:
    """The heights at which arrows run sideways; those of one step to the next row share one."""
    for arrow in arrows:
        if arrow.direct:
            continue
        room = abs(arrow.lane - arrow.start.x) - 2 * CORNER
        if arrow.words:
            arrow.lines = canvas.lines(arrow.words, room, BESIDE)
        words = len(arrow.lines) * BESIDE.line
        way = _Way(*sorted((arrow.start.x, arrow.lane)))
        arrow.out = _track(gaps[arrow.start.row + 1].out, way, words=words)
    for start in {id(arrow.start): arrow.start for arrow in arrows}.values():
        bent = [a for a in arrows if a.start is start and a.direct and abs(a.port - start.x) > 1]
        if bent:
            ports = {arrow.port for arrow in bent}
            ends = {start.x, *ports}
            way = _Way(min(ends), max(ends), min(ports) if len(ports) == 1 else None)
            track = _track(gaps[start.row + 1].out, way)
            for arrow in bent:
                arrow.out = track
    shared: dict[tuple[int, float], _Track] = {}
    for arrow in arrows:
        if not arrow.direct:
            key = (id(arrow.end), arrow.lane)
            if key not in shared:
                low, high = sorted((arrow.lane, arrow.port))
                way = _Way(low, high, arrow.port)
                shared[key] = _track(gaps[arrow.end.row].into, way)
            arrow.into = shared[key]


def _draw(rows: list[list[_Box]], arrows: list[_Arrow], gaps: list[_Gap], canvas: Canvas) -> float:
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


def _draw_arrow(arrow: _Arrow, canvas: Canvas) -> None:
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


def _draw_box(box: _Box, lines: tuple[str, ...], canvas: Canvas) -> None:
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


def _draw_words(arrow: _Arrow, canvas: Canvas) -> None:
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
