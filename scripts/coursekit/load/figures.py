"""Figures made from data: the `figures/<id>.yml` of every page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from coursekit.diagnostics import Place, Report
from coursekit.load.project import Unit
from coursekit.load.validate import validate
from coursekit.model.figure import FORMS, Figure
from coursekit.source.document import read_yaml

_ID = re.compile(r"[a-z][a-z0-9-]*")


def load_figures(
    units: Iterable[Unit], *, root: Path, report: Report, unread: set[str]
) -> dict[str, Figure]:
    """The figures by `<unit id>/<figure id>`; those that cannot be read are noted in `unread`."""
    found: dict[str, Figure] = {}
    for unit in units:
        files = (root / unit.folder / "figures").glob("*.yml") if unit.pages else ()
        for file in sorted(files):
            figure = _figure(file, root, report)
            if figure:
                found[f"{unit.id}/{file.stem}"] = figure
            else:
                unread.add(f"{unit.folder}/figures/{file.stem}")
    return found


def _figure(file: Path, root: Path, report: Report) -> Figure | None:
    if not _ID.fullmatch(file.stem):
        report.add(
            "CK107",
            Place(file.relative_to(root).as_posix()),
            f"'{file.stem}' is not an id",
            hint="an id is English kebab-case: small letters, digits and hyphens",
        )
        return None
    document = read_yaml(file, root=root, report=report)
    if document is None:
        return None
    kind = document.value.get("kind") if isinstance(document.value, dict) else None
    if not isinstance(kind, str) or kind not in FORMS:
        report.add(
            "CK106",
            document.places.get(("kind",)) or document.places.get((), Place(document.path)),
            f"'kind' is '{kind}'" if kind else "the figure has no 'kind'",
            hint=f"a figure is of the kind {', '.join(FORMS)}",
        )
        return None
    return validate(document, FORMS[kind], report)
