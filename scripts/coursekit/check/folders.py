"""Checks of the files themselves: names and empty folders."""

from __future__ import annotations

from pathlib import Path

from coursekit.diagnostics import Place, Report
from coursekit.load import Project

TREES = ("course", "quizzes", "docs")


def check_folders(project: Project, report: Report) -> None:
    """Looks through the three content trees."""
    for tree in TREES:
        for folder in sorted((project.root / tree).rglob("*/")):
            _folder(folder, project.root, report)


def _folder(folder: Path, root: Path, report: Report) -> None:
    names = sorted(path.name for path in folder.iterdir())
    path = folder.relative_to(root).as_posix()
    if not names:
        report.add(
            "CK114", Place(path), f"the folder {path} is empty", hint="fill it, or remove it"
        )
    first: dict[str, str] = {}
    for name in names:
        same = first.setdefault(name.lower(), name)
        if same != name:
            report.add(
                "CK113",
                Place(f"{path}/{name}"),
                f"'{name}' and '{same}' differ only in capital letters",
                hint="use small letters in all names",
                also=(Place(f"{path}/{same}"),),
            )
