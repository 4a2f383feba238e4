"""Ids that point to something registered elsewhere, reported in the same words everywhere."""

from __future__ import annotations

from coursekit.check.suggest import did_you_mean
from coursekit.diagnostics import Place, Report
from coursekit.load import Project
from coursekit.model import Module


def check_outcome(outcome: str, place: Place, module: Module | None, report: Report) -> None:
    """An exercise's outcome must be one of its module's."""
    known = [one.id for one in module.outcomes] if module else []
    if module and outcome not in known:
        report.add(
            "CK205",
            place,
            f"module '{module.id}' has no outcome '{outcome}'",
            hint=did_you_mean(outcome, known, else_hint=f"its outcomes: {', '.join(known)}"),
        )


def check_source(source: str, place: Place, project: Project, report: Report) -> None:
    """A source must stand in the register."""
    if source not in project.sources:
        report.add(
            "CK502",
            place,
            f"there is no source '{source}'",
            hint=did_you_mean(source, project.sources, else_hint="add it to course/sources.yml"),
        )
