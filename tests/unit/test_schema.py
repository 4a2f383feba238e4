"""The JSON Schemas that editors read: current, and named by every YAML file."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from coursekit.model.schema import schemas

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "scripts/coursekit/schemas"
WRITTEN_BY_THE_TOOL = {"course/translations.lock.yml"}


def content() -> list[str]:
    command = ["git", "-C", str(ROOT), "ls-files", "course/*.yml", "quizzes/*.yml", "docs/*.yml"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
    return [path for path in listed if path not in WRITTEN_BY_THE_TOOL]


def test_schemas_are_those_of_the_models() -> None:
    written = {file.name: json.loads(file.read_text()) for file in FOLDER.glob("*.json")}
    assert written == schemas(), "run `coursekit schemas`"


@pytest.mark.parametrize("path", content())
def test_every_yaml_file_names_its_schema(path: str) -> None:
    first = (ROOT / path).read_text(encoding="utf-8").split("\n", 1)[0]
    assert first.startswith("# yaml-language-server: $schema=")
    schema = (ROOT / path).parent / first.partition("$schema=")[2]
    assert schema.resolve().parent == FOLDER
    assert schema.resolve().is_file(), schema
