"""Every finding as an author meets it: `tests/cases/CKnnn.md` edits a project and shows the report.

A case holds, in this order, any number of blocks:

    ```edit PATH      lines with `-` are replaced by the lines with `+`
    ```write PATH     the whole file
    ```bytes PATH     the whole file, with Python's escapes for bytes
    ```remove PATH    nothing: the file or folder goes
    ```folder PATH    nothing: an empty folder comes
    ```report         what `coursekit check` prints

`COURSEKIT_REWRITE=1` writes the reports anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from coursekit.diagnostics import CATALOGUE

from tests.conftest import ProjectFolder

CASES = Path(__file__).parent.parent / "cases"
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELSEWHERE = {
    "CK309": "asked for by `check --release` only: test_cli.py",
    "CK601": "found by Typst while printing: test_print_errors.py",
    "CK901": "a crash: test_cli.py",
}


def _cases() -> list[Path]:
    return sorted(CASES.glob("*.md"))


def test_every_finding_has_a_case() -> None:
    shown = {case.stem.partition("-")[0] for case in _cases()}
    assert shown | set(ELSEWHERE) == set(CATALOGUE)


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.stem)
def test_case(case: Path, project: ProjectFolder) -> None:
    text = case.read_text(encoding="utf-8")
    for kind, path, body in _BLOCK.findall(text):
        if kind != "report":
            _prepare(kind, path, body, project)
    report = project.report()
    code = case.stem.partition("-")[0]
    assert f"[{code}]" in report, f"{code} was not found:\n{report}"
    if os.environ.get("COURSEKIT_REWRITE"):
        head = text.partition("```report\n")[0].rstrip("\n")
        case.write_text(f"{head}\n\n```report\n{report}```\n", encoding="utf-8")
    else:
        expected = text.partition("```report\n")[2].removesuffix("```\n")
        assert report == expected


def _prepare(kind: str, path: str, body: str, project: ProjectFolder) -> None:
    if kind == "write":
        project.write(path, body)
    elif kind == "bytes":
        data = body.encode("latin-1").decode("unicode_escape").encode("latin-1")
        (project.root / path).write_bytes(data)
    elif kind == "folder":
        (project.root / path).mkdir(parents=True)
    elif kind == "remove":
        target = project.root / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    else:
        lines = body.splitlines()
        old = "\n".join(line[1:] for line in lines if line.startswith("-"))
        new = "\n".join(line[1:] for line in lines if line.startswith("+"))
        project.edit(path, old, new)
