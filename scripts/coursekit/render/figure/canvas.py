"""The sheet a figure is drawn on: shapes and lines of text that become one SVG file.

Everything that comes from an author passes `escape` here, and only here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape as escape_html
from typing import Literal

from coursekit.diagnostics import Place
from coursekit.model import Language
from coursekit.render.figure.letters import text_width
from coursekit.render.figure.wrap import SOFT_HYPHEN, Wrapped, balanced, wrap

WIDTH = 720
"""Of every figure, in units; on a screen of 320 px a unit is about 0.4 px."""
HEIGHT = 1200
"""A higher figure is shrunk so far to fit a printed page that its letters are below 7 points."""
EDGE = 20
SIZE = 28
SMALL = 26
"""The smallest letters, for axis labels and cells."""
PRINTED = 320 / WIDTH
"""Typst takes a pixel of an SVG file for a point: 28 units are printed as 12.4 points."""

FONTS = "'Source Sans 3','Segoe UI',Roboto,Helvetica,Arial,'Liberation Sans',sans-serif"

PAPER = "#ffffff"
INK = "#1f2a2c"
SOFT = "#4f5b5e"
ACCENT = "#0d5c63"
TINT = "#e3efee"
CARE = "#7d5200"
CARE_TINT = "#fcf1da"
LINE = "#7b8687"
FAINT = "#d5dbda"
"""For rules between rows, which carry no meaning: the only colour below 3:1."""

Align = Literal["start", "middle", "end"]
_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


@dataclass(frozen=True, slots=True)
class Words:
    """A text in one language, ready to be drawn, and where it was written."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Misfit:
    """Something that has no room: where it was written and a fact about it."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look."""

    size: int = SIZE
    bold: bool = False
    colour: str = INK
    align: Align = "start"

    @property
    def line(self) -> int:
        """From one line to the next."""
        return round(self.size * 1.28)


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Look:
    """How a rectangle looks; without a colour its edge is not drawn."""

    fill: str = PAPER
    edge: str = ""
    weight: float = 3
    radius: float = 0


@dataclass(slots=True)
class Canvas:
    """Collects shapes from the back to the front, and notes what has no room."""

    parts: list[str] = field(default_factory=list)
    misfits: list[Misfit] = field(default_factory=list)

    def lines(self, words: Words, width: float, style: Style = PLAIN) -> tuple[str, ...]:
        """The words in lines of this width; a word that does not fit is noted."""
        break_up = balanced if style.align == "middle" else wrap
        found: Wrapped = break_up(words.text, width, style.size, bold=style.bold)
        for word in found.too_wide:
            self.too_wide(words, word, text_width(word, style.size, bold=style.bold), width)
        return found.lines

    def too_wide(self, words: Words, part: str, needed: float, width: float) -> None:
        """Notes a word that is wider than its place."""
        self.misfit(words, f"'{part}' is {more(needed, width)} too wide")

    def misfit(self, words: Words, message: str) -> None:
        """Notes what has no room."""
        self.misfits.append(Misfit(words.place, message))

    def text(
        self, x: float, y: float, lines: Iterable[str], style: Style = PLAIN, *, halo: bool = False
    ) -> None:
        """Lines of text; `y` is the top of the first line, not its foot."""
        size, step = style.size, style.line
        attributes = f'font-size="{size}" fill="{style.colour}"'
        if style.bold:
            attributes += ' font-weight="600"'
        if style.align != "start":
            attributes += f' text-anchor="{style.align}"'
        if halo:  # keeps letters readable where a line passes behind them
            attributes += f' stroke="{PAPER}" stroke-width="8" stroke-linejoin="round"'
            attributes += ' paint-order="stroke"'
        foot = y + size * 0.97
        spans = "".join(
            f'<tspan x="{_n(x)}" y="{_n(foot + index * step)}">{escape(line)}</tspan>'
            for index, line in enumerate(lines)
        )
        self.parts.append(f"<text {attributes}>{spans}</text>")

    def box(self, x: float, y: float, width: float, height: float, look: Look) -> None:
        """A rectangle."""
        stroke = f' stroke="{look.edge}" stroke-width="{_n(look.weight)}"' if look.edge else ""
        rounded = f' rx="{_n(look.radius)}"' if look.radius else ""
        self.parts.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
            f'{rounded} fill="{look.fill}"{stroke}/>'
        )

    def path(
        self, commands: str, *, fill: str = "none", edge: str = ACCENT, weight: float = 4
    ) -> None:
        """A path of SVG commands made by us."""
        stroke = f' stroke="{edge}" stroke-width="{_n(weight)}" stroke-linejoin="round"'
        self.parts.append(f'<path d="{commands}" fill="{fill}"{stroke if edge else ""}/>')

    def dot(self, x: float, y: float, radius: float, *, fill: str = ACCENT) -> None:
        """A round mark with an edge."""
        self.parts.append(
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}"'
            f' stroke="{ACCENT}" stroke-width="5"/>'
        )

    def svg(self, *, title: str, description: str, language: Language, height: float) -> str:
        """The whole file."""
        width, shown = round(WIDTH * PRINTED), round(height * PRINTED)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_n(height)}"'
            f' width="{width}" height="{shown}" role="img" lang="{language}"'
            f' xml:lang="{language}" font-family="{FONTS}">\n'
            f"<title>{escape(title)}</title>\n<desc>{escape(description)}</desc>\n"
            f'<rect width="{WIDTH}" height="{_n(height)}" fill="{PAPER}"/>\n'
            + "\n".join(self.parts)
            + "\n</svg>\n"
        )


def writable(text: str) -> str:
    """The text without characters that XML and HTML refuse."""
    return _UNWRITABLE.sub("", text)


def escape(text: str) -> str:
    """The text as XML holds it, without soft hyphens, which were needed for its lines only."""
    return escape_html(writable(text).replace(SOFT_HYPHEN, ""))


def more(needed: float, given: float) -> str:
    """By how much something is too large, such as `12 %`."""
    return f"{max(1, round(100 * (needed / max(1, given) - 1)))} %"


def _n(value: float) -> str:
    """A number in as few digits as a picture needs; the same on every machine."""
    return f"{value:.1f}".removesuffix(".0")


def move(*points: tuple[float, float]) -> str:
    """The commands of a line through points."""
    return "M" + " L".join(f"{_n(x)} {_n(y)}" for x, y in points)
