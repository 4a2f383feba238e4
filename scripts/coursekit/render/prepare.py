"""From a project folder to staged pages and handouts: read, check, print, stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from coursekit.check import check_project
from coursekit.diagnostics import Place, Report
from coursekit.load import Project, load_project
from coursekit.render.figure.files import write_figures
from coursekit.render.figure.fit import check_fit
from coursekit.render.handout import HandoutError, HandoutFile, build_handouts
from coursekit.render.markdown import MarkdownFactory
from coursekit.render.print import PrintWriter
from coursekit.render.stage import Folders, stage
from coursekit.render.version import read_history

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A project that passed its checks, ready for MkDocs."""

    project: Project
    folders: Folders
    handouts: tuple[HandoutFile, ...]


def read_and_check(root: Path) -> tuple[Project | None, Report]:
    """The project and everything found in it."""
    report = Report()
    project = load_project(root, report)
    if project:
        check_project(project, report)
        check_fit(project, report)
    return project, report


def prepare(
    root: Path,
    folders: Folders,
    *,
    progress: Progress,
    author_reports: Callable[[Project], Mapping[str, str]] | None = None,
) -> tuple[Prepared | None, Report]:
    """Checks, prints and stages; nothing is written when there are errors.

    Args:
        author_reports: given while serving: drafts and the authors' page are shown too.
    """
    project, report = read_and_check(root)
    if project is None or report.errors:
        return None, report
    handouts = make_handouts(project, report, progress)
    if handouts is None:
        return None, report
    reports = author_reports(project) if author_reports else None
    stage(project, folders, handouts, drafts=reports is not None, reports=reports)
    return Prepared(project, folders, handouts), report


def make_handouts(
    project: Project, report: Report, progress: Progress
) -> tuple[HandoutFile, ...] | None:
    """Makes the handouts of all modules; None after a finding when one cannot be made."""
    write_figures(project)
    writer = PrintWriter(project, MarkdownFactory(project.root), read_history(project.root))
    folder = Folders.of(project.root).handouts
    try:
        return build_handouts(
            writer.modules(), folder=folder, inline=writer.inline, progress=progress
        )
    except HandoutError as error:
        place = Place(f"course/{error.module}/{error.language}.md")
        report.add("CK601", place, f"the handout: {error.message}", hint=error.hint)
        return None
