"""The ways of arrows in a flow: lanes beside rows, tracks between rows, ports where they end."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from coursekit.render.figure.canvas import EDGE, PLAIN, SMALL, WIDTH, Canvas, Style, Words

LANE = 30
TRACK = 26
HEAD = 20
"""The length of an arrow's head."""
CORNER = 12
WORDS = Style(size=SMALL, bold=True, align="middle")
BESIDE = Style(size=SMALL, bold=True, align="end")


@dataclass(slots=True)
class Box:
    """A step and its place."""

    words: Words
    row: int
    decides: bool
    style: Style = PLAIN
    x: float = 0
    """Of the middle."""
    width: float = 0
    top: float = 0
    height: float = 0


@dataclass(slots=True)
class Arrow:
    """An arrow and its way."""

    start: Box
    end: Box
    words: Words | None
    port: float = 0
    """Where it comes in, on the upper edge of its end."""
    lane: float = 0
    """Where it runs up or down beside the rows; unused by an arrow to the next row."""
    lines: tuple[str, ...] = ()
    out: Track | None = None
    into: Track | None = None

    @property
    def direct(self) -> bool:
        """Whether it leads to the next row."""
        return self.end.row == self.start.row + 1


@dataclass(frozen=True, slots=True)
class Way:
    """What an arrow takes of a track, and the only place where it meets others, if it has one."""

    low: float
    high: float
    port: float | None = None

    def passes(self, other: Way) -> bool:
        """Whether both have room on a track: apart, or from two sides to one port."""
        apart = self.high + 8 < other.low or other.high + 8 < self.low
        touch = self.high <= other.low or other.high <= self.low
        return apart or (touch and self.port is not None and self.port == other.port)


@dataclass(slots=True)
class Track:
    """A height inside a gap at which arrows run sideways."""

    taken: list[Way] = field(default_factory=list)
    words: float = 0
    """Room above it for the words of one arrow."""
    y: float = 0


@dataclass(slots=True)
class Gap:
    """The room above a row, or below the last one."""

    out: list[Track] = field(default_factory=list)
    into: list[Track] = field(default_factory=list)
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


def _track(tracks: list[Track], way: Way, *, words: float = 0) -> Track:
    """A track on which this way meets no other, a new one if need be."""
    for track in tracks:
        if not words and not track.words and all(way.passes(one) for one in track.taken):
            break
    else:
        track = Track(words=words)
        tracks.append(track)
    track.taken.append(way)
    return track


def give_lanes(arrows: list[Arrow]) -> tuple[float, float]:
    """Gives arrows beside the rows their lanes, the longest outside; the room between."""
    left: dict[int, list[Arrow]] = defaultdict(list)
    right: dict[int, list[Arrow]] = defaultdict(list)
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


def _length(arrow: Arrow) -> int:
    return abs(arrow.end.row - arrow.start.row)


def give_ports(coming: list[Arrow], arrows: list[Arrow], gap: Gap, canvas: Canvas) -> None:
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


def _nearest(named: list[Arrow], free: list[int], end: Box) -> list[int]:
    """The slots of arrows with words: on the side from which they come."""
    if len(named) == 1 and len(free) == 2:
        return [free[0] if named[0].start.x <= end.x else free[1]]
    return free[: len(named)]


def _clear(x: float, arrow: Arrow, arrows: list[Arrow]) -> float:
    """The place, moved aside where it would lie below another arrow's way out."""
    joined = {id(one.start) for one in arrows if one.end is arrow.end and one.direct}
    if arrow.direct:  # it may join the other's way only where that does not fork any more
        joined -= {id(one.start) for one in arrows if one.end is not arrow.end}
    side = arrow.start.x if arrow.direct else arrow.lane
    for other in arrows:
        above = other.start.row == arrow.end.row - 1 and abs(other.start.x - x) < 2 * CORNER
        if above and other.start is not arrow.start and id(other.start) not in joined:
            return x + (-3 if side < x else 3) * CORNER
    if arrow.direct and abs(arrow.start.x - x) < 2 * CORNER:
        return arrow.start.x  # straight down
    return x


def give_tracks(arrows: list[Arrow], gaps: list[Gap], canvas: Canvas) -> None:
    """The heights at which arrows run sideways; those of one step to the next row share one."""
    for arrow in arrows:
        if arrow.direct:
            continue
        room = abs(arrow.lane - arrow.start.x) - 2 * CORNER
        if arrow.words:
            arrow.lines = canvas.lines(arrow.words, room, BESIDE)
        words = len(arrow.lines) * BESIDE.line
        way = Way(*sorted((arrow.start.x, arrow.lane)))
        arrow.out = _track(gaps[arrow.start.row + 1].out, way, words=words)
    for start in {id(arrow.start): arrow.start for arrow in arrows}.values():
        bent = [a for a in arrows if a.start is start and a.direct and abs(a.port - start.x) > 1]
        if bent:
            ports = {arrow.port for arrow in bent}
            ends = {start.x, *ports}
            way = Way(min(ends), max(ends), min(ports) if len(ports) == 1 else None)
            track = _track(gaps[start.row + 1].out, way)
            for arrow in bent:
                arrow.out = track
    shared: dict[tuple[int, float], Track] = {}
    for arrow in arrows:
        if not arrow.direct:
            key = (id(arrow.end), arrow.lane)
            if key not in shared:
                low, high = sorted((arrow.lane, arrow.port))
                way = Way(low, high, arrow.port)
                shared[key] = _track(gaps[arrow.end.row].into, way)
            arrow.into = shared[key]
