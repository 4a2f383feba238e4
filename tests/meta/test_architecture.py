"""What the sources of this repository promise about themselves."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import dev
import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "scripts" / "coursekit"
LAYERS = (
    {"diagnostics"},
    {"model"},
    {"source"},
    {"load"},
    {"check"},
    {"render"},
    {"reports", "skeleton"},
    {"export"},
    {"plugin"},
    {"cli"},
    {"__main__"},
)
"""From below: a layer imports itself and what stands before it, not its neighbour."""
MODULES = sorted(PACKAGE.rglob("*.py"))
_MACHINE = re.compile(
    r"""(?<![\w.\-])/(?:root|work|home/\w+|Users/\w+)(?![\w\-])
      | \b(?:pypi\.org|pythonhosted\.org|registry\.npmjs\.org|registry\.yarnpkg\.com
        |deb\.debian\.org|archive\.ubuntu\.com|proxy\.golang\.org|crates\.io)\b""",
    re.VERBOSE,
)
_HEADINGS = ["Context", "Decision", "Consequence"]


def _name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def _imports(module: Path) -> Iterator[tuple[int, str]]:
    """Every imported module with its line, also those inside functions."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(module)}:{node.lineno}: a relative import"
            names = (alias.name for alias in node.names)
            if node.module == "coursekit":
                yield from ((node.lineno, f"coursekit.{name}") for name in names)
            else:
                yield node.lineno, node.module or ""


def _layer(part: str) -> int | None:
    return next((number for number, layer in enumerate(LAYERS) if part in layer), None)


def _part(module: Path) -> str:
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_imports_go_down_only(module: Path) -> None:
    own = _part(module)
    if own == "__init__":
        assert [name for _, name in _imports(module) if name.startswith("coursekit")] == []
        return
    place = _layer(own)
    assert place is not None, f"'{own}' belongs to no layer"
    for line, name in _imports(module):
        if not name.startswith("coursekit."):
            continue
        other = name.split(".")[1]
        below = _layer(other)
        if below is not None:  # else a name of the package itself, such as __version__
            assert other == own or below < place, f"{_name(module)}:{line}: {own} imports {other}"


def test_only_the_plugin_imports_mkdocs() -> None:
    found = {
        _name(module)
        for module in MODULES
        for _, name in _imports(module)
        if name.partition(".")[0] == "mkdocs"
    }
    assert found == {"scripts/coursekit/plugin.py"}


def test_every_part_is_a_package() -> None:
    """Without `__init__.py` a folder would be missing from an installed package."""
    folders = {module.parent for module in MODULES}
    assert [_name(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def _tracked() -> list[Path]:
    command = [
        "git",
        "-C",
        str(ROOT),
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("not in version control")
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = []
    for file in _tracked():
        if file == Path(__file__):
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a font
        found += [
            f"{_name(file)}:{number}: {match[0]}"
            for number, line in enumerate(text.split("\n"), start=1)
            for match in _MACHINE.finditer(line)
        ]
    assert found == []


DECISIONS = sorted((ROOT / "scripts" / "decisions").glob("*.md"))


@pytest.mark.parametrize("file", DECISIONS, ids=lambda file: file.stem)
def test_a_decision_has_its_three_parts(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", file.name)
    assert text.startswith(f"# {file.name[:4]} ")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == _HEADINGS


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(file.name[:4]) for file in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", ".ci/run"])
def test_commands_that_are_told_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    told = re.findall(r"scripts/dev\.py ([a-z]+)", text)
    assert told
    assert set(told) <= set(dev.COMMANDS)


def test_the_readme_begins_with_its_two_commands() -> None:
    first = (ROOT / "README.md").read_text(encoding="utf-8").split("\n")[:2]
    assert [line.partition("#")[0].strip() for line in first] == [
        "python3 scripts/dev.py serve",
        "python3 scripts/dev.py test",
    ]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_files_that_are_linked_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:\s]+)\)", re.sub(r"`[^`]*`", "", text))
    assert [link for link in links if not (ROOT / link).is_file()] == []
