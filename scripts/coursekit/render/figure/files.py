"""The SVG files of all figures, written once for the site and the print alike.

.build/figures/<unit>/figures/<id>.<kind>.<language>.svg
"""

from __future__ import annotations

from pathlib import Path

from coursekit.load import Project
from coursekit.model import LANGUAGES, Language
from coursekit.model.figure import Figure
from coursekit.render.figure.draw import draw_figure

FOLDER = ".build/figures"


def figure_file(id: str, figure: Figure, language: Language) -> str:
    """The file's path below the unit's folder, as images of a page are named."""
    return f"figures/{id}.{figure.kind}.{language}.svg"


def write_figures(project: Project) -> None:
    """Writes the figures of a project without errors; files that say the same stay untouched."""
    top = project.root / FOLDER
    kept: set[Path] = set()
    for key, figure in project.figures.items():
        unit, _, id = key.rpartition("/")
        for language in LANGUAGES:
            drawing = draw_figure(figure, project.facts, language)
            file = top / unit / figure_file(id, figure, drawing.language)
            if file not in kept:
                kept.add(file)
                _write(file, drawing.svg.encode())
    for file in top.rglob("*.svg"):
        if file not in kept:
            file.unlink()


def _write(file: Path, data: bytes) -> None:
    if file.is_file() and file.read_bytes() == data:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.new")
    new.write_bytes(data)
    new.replace(file)
