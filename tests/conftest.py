"""Whole tiny projects as fixtures: copies of `tests/sites/*`, built for real where a test needs it."""

from __future__ import annotations

import functools
import http.server
import shutil
import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from coursekit.cli import cli
from coursekit.diagnostics import Report
from coursekit.diagnostics.output import as_text
from coursekit.load import Project
from coursekit.render.prepare import read_and_check

ROOT = Path(__file__).parent.parent
SITES = Path(__file__).parent / "sites"


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class ProjectFolder:
    """A project on disk that a test may change."""

    root: Path

    def write(self, path: str, text: str) -> None:
        """Writes a file, with its folders."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replaces a passage that stands exactly once in a file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def check(self) -> tuple[Project | None, Report]:
        """The project as read, and everything found in it."""
        return read_and_check(self.root)

    def report(self) -> str:
        """The report as an author sees it."""
        return as_text(self.check()[1], self.root)

    def run(self, *arguments: str) -> Done:
        """Runs the `coursekit` command on the project, in this process: starting one takes 1 s."""
        result = CliRunner().invoke(cli, ["--root", str(self.root), *arguments])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Done(result.exit_code, result.stdout, result.stderr)


def copy_site(name: str, folder: Path) -> ProjectFolder:
    """A copy of `tests/sites/<name>` that uses this repository's templates."""
    shutil.copytree(SITES / name, folder, dirs_exist_ok=True)
    settings = folder / "mkdocs.yml"
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings.write_text(
        text.replace("custom_dir: overrides", f"custom_dir: {ROOT / 'overrides'}"), encoding="utf-8"
    )
    return ProjectFolder(folder)


@pytest.fixture
def project(tmp_path: Path) -> ProjectFolder:
    """The minimal project: one course, one lesson with three questions, in three languages."""
    return copy_site("minimal", tmp_path / "project")


@pytest.fixture(scope="session")
def built_minimal(tmp_path_factory: pytest.TempPathFactory) -> ProjectFolder:
    """The minimal project, built once; tests only read it."""
    folder = copy_site("minimal", tmp_path_factory.mktemp("minimal"))
    done = folder.run("build")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def built_types(tmp_path_factory: pytest.TempPathFactory) -> ProjectFolder:
    """A lesson with one question of each type, built once; tests only read it."""
    folder = copy_site("types", tmp_path_factory.mktemp("types"))
    done = folder.run("build")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content as a finished site, built in a copy so that the author's files stay."""
    folder = tmp_path_factory.mktemp("real") / "project"
    for name in ("course", "quizzes", "docs", "overrides", "mkdocs.yml"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        folder.mkdir(exist_ok=True)
        copy(source, folder / name)
    done = ProjectFolder(folder).run("build")
    assert done.returncode == 0, done.stderr
    return folder / "site"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Requests are not worth a line in the test's output."""


@dataclass(frozen=True)
class Served:
    """A server of folders, each below a sub-path as many owners will have it."""

    top: Path
    address: str

    def add(self, name: str, folder: Path) -> str:
        """Shows a folder; gives its address."""
        (self.top / name).symlink_to(folder, target_is_directory=True)
        return f"{self.address}/{name}/"


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on this computer for the time of the tests."""
    top = tmp_path_factory.mktemp("served")
    handler = functools.partial(_Quiet, directory=str(top))
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Served(top, f"http://127.0.0.1:{server.server_address[1]}")
        server.shutdown()


@pytest.fixture(scope="session")
def site_url(served: Served, site_folder: Path) -> str:
    """The address of the real site."""
    return served.add("course", site_folder)


@pytest.fixture(scope="session")
def types_url(served: Served, built_types: ProjectFolder) -> str:
    """The address of the site with one question of each type."""
    return served.add("types", built_types.root / "site")
