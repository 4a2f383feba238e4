"""The command line as an author uses it: exit codes, forms of output, nothing lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.conftest import ProjectFolder


def test_a_clean_project_says_so(project: ProjectFolder) -> None:
    done = project.run("check", "--strict")
    assert (done.returncode, done.stdout) == (0, "no findings\n")


def test_errors_exit_with_1_and_all_of_them_are_told(project: ProjectFolder) -> None:
    project.edit("docs/nav.yml", "page: home", "page: hme")
    project.edit("quizzes/basics/first/start.yml", "points: 2", "points: 0")
    done = project.run("check")
    assert done.returncode == 1
    assert "CK307" in done.stdout
    assert "CK106" in done.stdout
    assert done.stdout.endswith("2 errors, 0 warnings\n")


def test_warnings_fail_only_when_strict(project: ProjectFolder) -> None:
    project.edit("course/basics/first/start/fi.md", "on suhde.", "on suhde työhön.")
    assert project.run("check").returncode == 0
    assert project.run("check", "--strict").returncode == 1


def test_release_asks_for_current_translations_and_the_owners_data(project: ProjectFolder) -> None:
    assert project.run("check", "--release").returncode == 0
    project.edit("docs/site.yml", "https://example.org/course/", "http://127.0.0.1:8000/")
    done = project.run("check", "--release")
    assert done.returncode == 1
    assert "docs/site.yml:3:6: error[CK309]" in done.stdout
    assert project.run("check", "--strict").returncode == 0


def test_json_holds_the_same_findings(project: ProjectFolder) -> None:
    project.edit("docs/nav.yml", "page: home", "page: hme")
    done = project.run("check", "--format", "json")
    assert json.loads(done.stdout) == [
        {
            "code": "CK307",
            "name": "unknown-navigation-entry",
            "level": "error",
            "path": "docs/nav.yml",
            "line": 2,
            "column": 11,
            "length": 3,
            "message": "there is no page 'hme'",
            "hint": "did you mean 'home'?",
            "also": [],
        }
    ]


def test_explain_knows_codes_and_names(project: ProjectFolder) -> None:
    by_code = project.run("explain", "ck203")
    assert by_code.stdout.startswith("CK203 several-correct-choices (error)\n")
    assert project.run("explain", "several-correct-choices").stdout == by_code.stdout
    assert project.run("explain", "CK000").returncode == 2


def test_accept_marks_translations_as_reviewed_and_touches_no_text(project: ProjectFolder) -> None:
    page = "course/basics/first/start/fi.md"
    project.edit(page, "on suhde.", "on suhde työhön.")
    before = {file: file.read_bytes() for file in project.root.rglob("*.md")}
    done = project.run("accept", "course/basics/first/start")
    assert done.stdout == "accepted 1 changed of 4 translated units\n"
    assert project.report() == "no findings\n"
    assert before == {file: file.read_bytes() for file in project.root.rglob("*.md")}


def test_accept_of_one_folder_leaves_the_others_stale(project: ProjectFolder) -> None:
    project.edit("docs/home/fi.md", "Sivusto testejä varten.", "Sivusto testeille.")
    project.edit("course/basics/first/start/fi.md", "on suhde.", "on suhde työhön.")
    project.run("accept", "docs/home")
    report = project.report()
    assert "docs/home" not in report
    assert "course/basics/first/start/sv.md" in report


def test_translations_report_counts_states(project: ProjectFolder) -> None:
    (project.root / "docs/home/sv.md").unlink()
    rows = json.loads(project.run("report", "translations", "--format", "json").stdout)
    home = {row["unit"]: (row["sv"], row["en"]) for row in rows if "docs/home" in row["unit"]}
    assert home == {
        "docs/home#_front": ("missing", "current"),
        "docs/home#_lead": ("missing", "current"),
        "docs/home#what": ("missing", "current"),
    }
    assert "missing  docs/home#what" in project.run("report", "translations").stdout


def test_a_folder_without_a_project_is_a_usage_error(tmp_path: Path) -> None:
    done = ProjectFolder(tmp_path).run("check")
    assert done.returncode == 2
    assert "mkdocs.yml is missing" in done.stderr


def test_a_crash_is_one_line_that_names_the_file(project: ProjectFolder) -> None:
    broken = (
        "import coursekit.check.pages as pages, coursekit.cli as cli\n"
        "pages.check_text = None\n"
        "cli.main()"
    )
    command = [sys.executable, "-c", broken, "--root", str(project.root)]
    done = subprocess.run([*command, "check"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    first, second = done.stderr.splitlines()
    assert first.startswith("error[CK901]: coursekit stopped while reading course/")
    assert "TypeError" in first
    assert "--debug" in second
    with_traceback = subprocess.run(
        [*command, "--debug", "check"], capture_output=True, text=True, check=False
    )
    assert "Traceback" in with_traceback.stderr
