"""`coursekit new`: what it writes passes the checks as a draft and appears where it should."""

from __future__ import annotations

from tests.conftest import ProjectFolder


def test_new_lesson_is_listed_and_passes_as_a_draft(project: ProjectFolder) -> None:
    done = project.run("new", "lesson", "first/goals")
    assert done.returncode == 0, done.stderr
    report = project.check()[1]
    assert report.errors == []
    codes = {finding.code for finding in report.warnings}
    assert codes == {"CK308", "CK402"}, project.report()
    loaded = project.check()[0]
    assert loaded
    assert [entry.id for entry in loaded.courses[0].modules[0].lessons] == ["start", "goals"]


def test_the_first_lesson_of_a_module_brings_its_introduction(project: ProjectFolder) -> None:
    assert project.run("new", "lesson", "second/apply-it").returncode == 0
    assert project.check()[1].errors == [], project.report()
    assert (project.root / "course/basics/second/sv.md").is_file()


def test_new_question_joins_the_bank(project: ProjectFolder) -> None:
    assert project.run("new", "question", "first/start", "another").returncode == 0
    loaded, report = project.check()
    assert report.errors == []
    assert loaded
    assert loaded.banks["basics/first/start"].questions[-1].id == "another"


def test_new_page(project: ProjectFolder) -> None:
    assert project.run("new", "page", "about").returncode == 0
    assert project.check()[1].errors == []


def test_nothing_is_overwritten(project: ProjectFolder) -> None:
    before = project.report()
    assert project.run("new", "lesson", "first/start").returncode == 2
    assert project.run("new", "question", "first/start", "what-is-it").returncode == 2
    assert project.run("new", "lesson", "third/start").returncode == 2
    assert project.report() == before
