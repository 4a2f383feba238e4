"""Measures speed and weight, as ratios within one run: `scripts/dev.py bench`.

Our build (check + stage + site) stands against stock mkdocs-material with mkdocs-static-i18n on
the same staged pages, at the real size and at 300 pages (100 in each language: copies of a lesson
fill up what the course lacks). Wall times depend
on the machine; the ratios are what the project promises.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml
from coursekit.render.prepare import make_handouts, read_and_check
from coursekit.render.site import build_site
from coursekit.render.stage import Folders, stage

ROOT = Path(__file__).parent.parent
RESULT = ROOT / ".build/bench.json"
CONTENT = ("course", "quizzes", "docs", "overrides", "mkdocs.yml")
COURSE = "work-ability-support"
LESSON = "client-participation/more-than-being-heard"
REPEATS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing; `target` is the most it may be."""

    what: str
    value: float
    unit: str
    target: float | None = None


def main() -> None:
    """Prints the table, writes it as JSON, and exits with 1 when a target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        real = copy_project(Path(folder) / "real")
        rows = compare("real size", real, None, None)
        large = copy_project(Path(folder) / "large")
        multiply(large, pages=300)
        rows += compare("300 pages", large, 1.0, 0.3)
        rows += handouts(real)
        rows += weights(real)
    width = max(len(row.what) for row in rows)
    for row in rows:
        target = "" if row.target is None else f"  (at most {row.target:g})"
        print(f"{row.what:<{width}}  {row.value:>9.2f} {row.unit}{target}")
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n")
    missed = [row for row in rows if row.target is not None and row.value > row.target]
    for row in missed:
        print(f"missed: {row.what}", file=sys.stderr)
    sys.exit(1 if missed else 0)


def copy_project(folder: Path) -> Path:
    """The content and templates of this repository in another folder."""
    folder.mkdir()
    for name in CONTENT:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, folder / name)
    return folder


def multiply(root: Path, *, pages: int) -> None:
    """Copies the first lesson with its bank into the modules until there are so many pages."""
    file = root / "course" / COURSE / "course.yml"
    course = yaml.safe_load(file.read_text(encoding="utf-8"))
    modules = [module for module in course["modules"] if module.get("lessons")]
    project, _ = read_and_check(root)
    there = len(project.units) if project else 0
    for number in range(max(0, pages // 3 - there)):
        module = modules[number % len(modules)]
        name, outcome = f"copy-{number:03}", module["outcomes"][0]["id"]
        copy_lesson(root, module["id"], name, outcome)
        module["lessons"].append({"id": name, "outcomes": [outcome]})
    file.write_text(yaml.safe_dump(course, allow_unicode=True, sort_keys=False), encoding="utf-8")


def copy_lesson(root: Path, module: str, name: str, outcome: str) -> None:
    """One copy of the first lesson; its questions ask for an outcome of their new module."""
    target = root / "course" / COURSE / module / name
    shutil.copytree(root / "course" / COURSE / LESSON, target)
    bank = yaml.safe_load((root / "quizzes" / COURSE / f"{LESSON}.yml").read_text("utf-8"))
    for question in bank["questions"]:
        question["id"] += f"-{name}"
        question["outcome"] = outcome
    file = root / "quizzes" / COURSE / module / f"{name}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(bank, allow_unicode=True, sort_keys=False), encoding="utf-8")


def compare(name: str, root: Path, target: float | None, again: float | None) -> list[Row]:
    """Our build, our build again with nothing changed, and stock, in turns."""
    folders = Folders.of(root)
    ours, unchanged, stock = [], [], []
    for _ in range(REPEATS):
        coursekit(root, "build")  # the handouts, and the state that the next but one finds
        shutil.rmtree(folders.build / "sites", ignore_errors=True)
        ours.append(seconds(lambda: build(root, folders)))
        unchanged.append(seconds(lambda: coursekit(root, "build")))
        stock.append(seconds(lambda: build_stock(root, folders)))
    pages = len(list(folders.pages.rglob("*.md")))
    base = statistics.median(stock)
    return [
        Row(f"{name}: pages in three languages", pages, "pages"),
        Row(f"{name}: stock mkdocs-material + static-i18n", base, "s"),
        Row(f"{name}: ours, check + stage + site", statistics.median(ours), "s"),
        Row(f"{name}: ours / stock", statistics.median(ours) / base, "x", target),
        Row(f"{name}: nothing changed / stock", statistics.median(unchanged) / base, "x", again),
    ]


def seconds(action: Callable[[], object]) -> float:
    """How long an action takes by the wall clock."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def build(root: Path, folders: Folders) -> None:
    """What `coursekit build` does, without the handouts, which stock does not have."""
    project, report = read_and_check(root)
    if project is None or report.errors:
        raise SystemExit(f"the content has errors: {report.errors[0]}")
    stage(project, folders, (), drafts=False)
    build_site(root, folders, root / "site", progress=lambda _: None)


def coursekit(root: Path, *arguments: str) -> None:
    """Runs the command as an author does, its start included."""
    command = [sys.executable, "-m", "coursekit", "--root", str(root), *arguments]
    subprocess.run(command, check=True, capture_output=True)


def build_stock(root: Path, folders: Folders) -> None:
    """Stock theme and plugin with their defaults, on the pages that we staged."""
    languages = [
        {"locale": "fi", "name": "Suomi", "default": True},
        {"locale": "sv", "name": "Svenska"},
        {"locale": "en", "name": "English"},
    ]
    settings = {
        "site_name": "Stock",
        "docs_dir": str(folders.pages),
        "site_dir": str(root / "stock"),
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}],
        "markdown_extensions": ["admonition", "attr_list", "def_list", "footnotes", "md_in_html"],
    }
    file = root / "stock.yml"
    file.write_text(yaml.safe_dump(settings), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(file)],
        check=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
    )


def handouts(root: Path) -> list[Row]:
    """Seconds per page of the handouts, cold."""
    project, report = read_and_check(root)
    if project is None:
        raise SystemExit("the content cannot be read")
    shutil.rmtree(Folders.of(root).handouts, ignore_errors=True)
    start = time.perf_counter()
    files = make_handouts(project, report, lambda _: None) or ()
    spent = time.perf_counter() - start
    pages = sum(file.pages for file in files)
    return [
        Row("handouts: pages", pages, "pages"),
        Row("handouts: cold", spent / max(1, pages), "s per page"),
    ]


def weights(root: Path) -> list[Row]:
    """What a lesson page weighs, compressed as a server would."""
    site = root / "site"
    page = site / COURSE / f"{LESSON}.html"
    scripts = [site / "assets/ck" / name for name in ("early.js", "site.js", "practice.js")]
    styles = [*(site / "assets/stylesheets").glob("*.css"), site / "assets/ck/site.css"]
    figures = list(page.with_suffix("").rglob("*.svg"))
    everything = [page, *scripts, *styles, *figures]
    return [
        Row("lesson page: scripts, gzip", compressed(scripts), "KB", 15),  # nine question types
        Row("lesson page: styles, gzip", compressed(styles), "KB"),
        Row("lesson page: all, gzip", compressed(everything), "KB", 120),
        Row("lesson page: requests", len(everything), "files", 12),
    ]


def compressed(files: list[Path]) -> float:
    """Kilobytes of 1,024 bytes after gzip."""
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) / 1024


if __name__ == "__main__":
    main()
