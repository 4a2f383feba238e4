"""Finds words that have no room in a figure, in each language by itself."""

from __future__ import annotations

from coursekit.diagnostics import Report
from coursekit.load import Project
from coursekit.model import LANGUAGES
from coursekit.render.figure.draw import draw_figure

HINT = "use fewer words; \\u00AD in a text in double quotes says where a long word may be divided"


def check_fit(project: Project, report: Report) -> None:
    """Draws every figure that can be drawn; figures with other findings wait for those."""
    broken = {finding.place.path for finding in report.errors}
    if "course/facts.yml" in broken:
        return
    for figure in project.figures.values():
        if figure.at().path in broken:
            continue
        for language in LANGUAGES:
            for misfit in draw_figure(figure, project.facts, language).misfits:
                report.add(
                    "CK602",
                    misfit.place,
                    f"no room in the figure: {misfit.message}",
                    hint=HINT,
                )
