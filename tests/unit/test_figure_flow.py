"""Arrows of a flow: they meet no box but their own, and never seem to lead elsewhere."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from coursekit.model import Text
from coursekit.model.figure import Branch, Flow, Step
from coursekit.render.figure.canvas import WIDTH
from coursekit.render.figure.draw import draw_figure
from hypothesis import given, settings
from hypothesis import strategies as st

Point = tuple[float, float]
Line = tuple[Point, Point]
Box = tuple[float, float, float, float]


def flow(ends: list[list[int]], named: set[tuple[int, int]]) -> Flow:
    return Flow(
        kind="flow",
        title=Text(fi="Kulku"),
        description=Text(fi="Kulku."),
        steps=tuple(
            Step(
                id=f"s{index}",
                text=Text(fi=f"Vaihe {index}"),
                to=tuple(
                    Branch(step=f"s{end}", label=Text(fi=f"{index}–{end}"))
                    if (index, end) in named
                    else f"s{end}"
                    for end in to
                ),
            )
            for index, to in enumerate(ends)
        ),
    )


def boxes(svg: str) -> list[Box]:
    """Left, top, right and bottom of each step, from the drawing."""
    found = [
        (x, y, x + width, y + height)
        for x, y, width, height in (
            map(float, match)
            for match in re.findall(
                r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx', svg
            )
        )
    ]
    for commands in re.findall(r'<path d="(M[^"]*Z)"', svg):
        numbers = [float(number) for number in re.findall(r"[\d.]+", commands)]
        found.append((numbers[0], numbers[3], numbers[5], numbers[8]))
    return found


def ways(svg: str) -> list[list[Line]]:
    """The straight parts of each arrow, corners left square."""
    found = []
    for commands in re.findall(r'<path d="(M[^"Zlz]*L[^"lzZ]*)" fill="none"', svg):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", commands.replace("Q", "L"))]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        found.append([line for line in pairwise(points) if line[0] != line[1]])
    return found


def crosses(line: Line, box: Box) -> bool:
    (x1, y1), (x2, y2) = line
    left, top, right, bottom = box
    return (
        min(x1, x2) < right - 1
        and max(x1, x2) > left + 1
        and min(y1, y2) < bottom - 1
        and max(y1, y2) > top + 1
    )


def overlap(one: Line, other: Line) -> float:
    """How far two lines lie on each other."""
    for axis in (0, 1):
        if all(abs(point[axis] - one[0][axis]) < 3 for point in (*one, *other)):
            across = 1 - axis
            first, second = (sorted(point[across] for point in line) for line in (one, other))
            return min(first[1], second[1]) - max(first[0], second[0])
    return 0


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    count = draw(st.integers(2, 8))
    ends = []
    for start in range(count):
        found = draw(st.sets(st.integers(0, count - 1), max_size=3))
        ends.append(sorted(found - {start}))
    arrows = [(start, end) for start, to in enumerate(ends) for end in to]
    named = draw(st.sets(st.sampled_from(arrows))) if arrows else set()
    return flow(ends, named)


@given(flows())
@settings(max_examples=120, deadline=None)
def test_arrows_run_between_boxes_and_apart(figure: Flow) -> None:
    drawing = draw_figure(figure, {}, "fi")
    if any("side by side" in misfit.message for misfit in drawing.misfits):
        return
    found = ways(drawing.svg)
    arrows = figure.arrows()
    assert len(boxes(drawing.svg)) == len(figure.steps)
    assert len(found) == len(arrows)
    for way in found:
        assert not [(line, box) for line in way for box in boxes(drawing.svg) if crosses(line, box)]
        assert all(0 <= x <= WIDTH and 0 <= y <= drawing.height for line in way for x, y in line)
    for (first, one), (second, other) in combinations(zip(arrows, found, strict=True), 2):
        if first[0] != second[0] and first[1] != second[1]:
            assert not [(first, second, a, b) for a in one for b in other if overlap(a, b) > 1]


def test_an_arrow_to_the_step_below_is_straight() -> None:
    """Also when its step has a second arrow, which goes back."""
    drawing = draw_figure(flow([[1], [2, 0], []], {(1, 2), (1, 0)}), {}, "fi")
    down = ways(drawing.svg)[1]
    assert {x for line in down for x, _ in line} == {down[0][0][0]}


def test_four_steps_side_by_side_have_no_room() -> None:
    drawing = draw_figure(flow([[1, 2, 3, 4], [], [], [], []], set()), {}, "fi")
    assert [misfit.message for misfit in drawing.misfits] == [
        "4 steps stand side by side, 3 have room"
    ]
