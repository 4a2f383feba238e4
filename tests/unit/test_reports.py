"""Reports: what authors read about outcomes, hours and facts."""

from __future__ import annotations

import json

import pytest
from coursekit.check.workload import count_words

from tests.conftest import ProjectFolder


def test_outcomes_are_counted_by_where_they_are_asked(project: ProjectFolder) -> None:
    rows = json.loads(project.run("report", "outcomes", "--format", "json").stdout)
    assert rows == [
        {
            "module": "first",
            "outcome": "know",
            "lessons": 1,
            "lesson_questions": 3,
            "quiz_questions": 0,
            "exam_questions": 0,
            "cases": 0,
            "tasks": 0,
        }
    ]
    assert "know" in project.run("report", "outcomes").stdout


def test_facts_name_the_files_that_use_them(project: ProjectFolder) -> None:
    rows = json.loads(project.run("report", "facts", "--format", "json").stdout)
    assert [(row["id"], row["value"], row["used_in"]) for row in rows] == [
        ("share-employed", "46%", ["course/basics/first/start/fi.md"])
    ]


def test_workload_is_the_sum_of_its_kinds(project: ProjectFolder) -> None:
    rates = """\
rates:
  reading: { value: 60, reason: One word a second. }
  study: { value: 2, reason: Read twice in all. }
  questions:
    single-choice: { value: 3, reason: With its reasons. }
    multiple-choice: { value: 4, reason: With its reasons. }
    true-false: { value: 1, reason: With its reasons. }
  quiz_attempts: { value: 1, reason: Taken only once. }
  case_task: { value: 10, reason: Thinking and writing. }
  case_step: { value: 2, reason: Reading and choosing. }
  workbook: { value: 10, reason: Thinking and writing. }
  revision: { value: 20, reason: Reading it again. }
  exam_attempts: { value: 2, reason: Taken twice. }
"""
    project.edit("course/basics/course.yml", "modules:\n", f"{rates}modules:\n")
    (row,) = json.loads(project.run("report", "workload", "--format", "json").stdout)
    assert row["questions"] == 3 + 4 + 1
    assert row["hours"] == pytest.approx((row["reading"] + 8) / 60, abs=0.01)
    assert "first" in project.run("report", "workload").stdout


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Työkyky on suhde.", 3),
        ('[Työkyky](term:work-ability) on [@report, luku 4] {{ fact("x") }}.', 2),
        ("<!-- quiz -->", 0),
        ("| A | B |\n| --- | --- |\n| yksi | kaksi |", 4),
    ],
)
def test_words_are_what_a_reader_reads(text: str, words: int) -> None:
    assert count_words(text) == words
