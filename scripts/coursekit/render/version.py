"""The content version of a page: a hash and a date made from its own inputs only."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coursekit.load import Project, Unit
from coursekit.model.figure import finnish
from coursekit.model.hash import question_hash
from coursekit.model.walk import texts


def unit_hash(project: Project, unit: Unit) -> str:
    """8 hex digits of what a page says in Finnish: its text, its questions, its figures."""
    digest = hashlib.sha256()
    page = unit.pages.get("fi")
    if page:
        for part in (page.title, page.summary):
            digest.update(part.encode())
        for section in page.sections:
            heading = section.heading.text if section.heading else ""
            digest.update(f"\x1f{section.id}\x1f{heading}\x1f{section.markdown}".encode())
        for figure in _figures(project, unit):
            digest.update(figure)
    elif unit.kind in ("cases", "workbook"):
        module = unit.id.rpartition("/")[0]
        written = project.cases if unit.kind == "cases" else project.workbooks
        for text in texts(written[module]):
            digest.update(f"\x1f{text.fi}".encode())
    elif unit.course:
        digest.update(f"{unit.course.title.fi}\x1f{unit.course.summary.fi}".encode())
    bank = project.banks.get(unit.id)
    for question in bank.questions if bank else ():
        digest.update(question_hash(question).encode())
    return digest.hexdigest()[:8]


def _figures(project: Project, unit: Unit) -> Iterator[bytes]:
    """The pictures of a page without those of the translations."""
    for file in sorted((project.root / unit.folder / "figures").glob("*")):
        if file.suffix != ".yml" and ".sv." not in file.name and ".en." not in file.name:
            yield file.name.encode() + file.read_bytes()
    for figure in project.figures_of(unit).values():
        yield finnish(figure).encode()


@dataclass(frozen=True, slots=True)
class History:
    """The day of the last commit of each file; empty outside version control."""

    days: dict[str, str]
    """By folder (a `figures` folder counts as its parent) and by file: `2026-11-22`."""

    def date(self, *paths: str) -> str | None:
        """The newest day of the files in these folders, or of these files."""
        return max((self.days[path] for path in paths if path in self.days), default=None)


def last_commit(root: Path) -> str:
    """The id of the last commit; empty without git or commits."""
    command = ["git", "-C", str(root), "rev-parse", "HEAD"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return ""


def read_history(root: Path) -> History:
    """Asks git once for the whole project; without git or commits there are no dates."""
    command = ["git", "-C", str(root), "log", "--format=%x00%cs", "--name-only", "--relative"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return History({})
    days: dict[str, str] = {}
    day = ""
    for line in done.stdout.split("\n"):
        if line.startswith("\x00"):
            day = line[1:]
        elif line:
            folder = line.rpartition("/")[0].removesuffix("/figures")
            for path in (line, folder):
                days.setdefault(path, day)  # the newest commit comes first
    return History(days)
