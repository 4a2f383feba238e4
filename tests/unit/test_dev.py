"""The command set, `scripts/dev.py`, as far as it can be tested without installing anything."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import dev
import pytest
from dev import NEEDS, Need

BY_GROUP = {need.group: need for need in NEEDS}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer on which nothing is found and nothing can be installed."""
    monkeypatch.setattr(shutil, "which", lambda _: None)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that would have been run, as they are shown."""
    commands: list[str] = []

    def note(*command: str | Path, **_: object) -> int:
        commands.append(dev.shown([str(part) for part in command]))
        return 0

    monkeypatch.setattr(dev, "run", note)
    return commands


def project(folder: Path) -> Path:
    """A folder with what the stamp is made from."""
    folder.mkdir(exist_ok=True)
    (folder / "requirements.lock").write_text("a==1\n", encoding="utf-8")
    (folder / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return folder


def test_the_same_project_has_the_same_stamp(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert dev.venv_stamp(root, (3, 11, 7)) == dev.venv_stamp(root, (3, 11, 7))


@pytest.mark.parametrize("file", ["requirements.lock", "pyproject.toml"])
def test_changed_files_bring_the_environment_up_to_date(tmp_path: Path, file: str) -> None:
    root = project(tmp_path)
    before = dev.venv_stamp(root, (3, 11, 7)).split(" ")
    (root / file).write_text("changed\n", encoding="utf-8")
    after = dev.venv_stamp(root, (3, 11, 7)).split(" ")
    assert after[0] == before[0]
    assert after[1] != before[1]


def test_another_python_or_folder_makes_the_environment_anew(tmp_path: Path) -> None:
    root, moved = project(tmp_path / "one"), project(tmp_path / "two")
    before = dev.venv_stamp(root, (3, 11, 7)).split(" ")
    assert dev.venv_stamp(root, (3, 12, 1)).split(" ")[0] != before[0]
    assert dev.venv_stamp(moved, (3, 11, 7)).split(" ")[0] != before[0]


def test_an_unfinished_install_has_no_stamp(tmp_path: Path) -> None:
    assert dev.read_stamp(tmp_path) is None
    dev.write_stamp(tmp_path, "done")
    assert dev.read_stamp(tmp_path) == "done"


@pytest.mark.parametrize("version", [(3, 11), (3, 12, 1), (4, 0)])
def test_a_new_python_will_do(version: tuple[int, ...]) -> None:
    assert dev.python_problem(version) is None


def test_an_old_python_is_told_in_one_sentence() -> None:
    assert dev.python_problem((3, 9, 18)) == (
        "this is Python 3.9, but Python 3.11 or newer is needed:"
        " install it, then run python3.11 scripts/dev.py"
    )


def test_every_marker_of_the_tests_is_in_the_table(pytestconfig: pytest.Config) -> None:
    known = {str(line).partition(":")[0] for line in pytestconfig.getini("markers")}
    assert set(dev.MARKERS) <= set(BY_GROUP)
    assert {*dev.MARKERS, "slow"} <= known


def test_groups_come_after_what_they_build_on() -> None:
    order = [need.group for need in NEEDS]
    assert all(order.index(need.after) < order.index(need.group) for need in NEEDS if need.after)


@pytest.mark.parametrize("name", dev.CHROMIUM)
def test_any_chromium_will_do(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda wanted: wanted if wanted == name else None)
    assert dev.missing_programs(BY_GROUP["browser"]) == ()


@pytest.mark.usefixtures("bare")
def test_missing_chromium_says_what_to_do() -> None:
    assert dev.provide(BY_GROUP["browser"], {}) == (
        "Chromium not found: install it so that it is on the PATH"
        " (Debian, Ubuntu: apt-get install chromium)"
    )


@pytest.mark.usefixtures("bare")
def test_every_missing_program_is_named() -> None:
    assert dev.how_to_get(BY_GROUP["print"]).startswith("pdftoppm and pdftotext not found")


def test_what_builds_on_an_absent_group_is_absent() -> None:
    reason = dev.provide(BY_GROUP["axe"], {"browser": "Chromium not found"})
    assert reason == "they need what the browser tests need"


def test_root_on_debian_gets_the_packages(
    monkeypatch: pytest.MonkeyPatch, started: list[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(dev, "_is_root", lambda: True)
    dev.provide(BY_GROUP["browser"], {})
    assert started == ["$ apt-get update", "$ apt-get install --yes chromium"]


@pytest.mark.parametrize(
    ("absent", "slow", "expected"),
    [
        ((), False, "not slow"),
        ((), True, ""),
        (("axe", "browser", "types"), False, "not slow and not browser and not axe"),
    ],
)
def test_absent_groups_are_left_out(absent: tuple[str, ...], expected: str, *, slow: bool) -> None:
    assert dev.marker_expression(absent, slow=slow) == expected


def test_skipped_groups_fail_only_when_everything_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    steps = dev.Steps()
    steps.skip("browser tests", "Chromium not found: …", failed=False)
    assert steps.finish() == 0
    assert "skipped: browser tests — Chromium not found: …" in capsys.readouterr().out
    steps.skip("axe tests", "npm not found: …", failed=True)
    assert steps.finish() == 1


def test_commands_are_shown_as_they_are_typed() -> None:
    command = [str(dev.venv_program("coursekit")), "check", "--strict", "two words"]
    assert dev.shown(command).replace("\\", "/").endswith("coursekit check --strict 'two words'")
    assert str(dev.ROOT) not in dev.shown(command)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["check", "--strict", "--release"], "coursekit check --strict --release"),
        (["serve", "--port", "8100"], "coursekit serve --port 8100"),
        (["build"], "coursekit build"),
        (["bench", "--quick"], "python scripts/bench.py --quick"),
    ],
)
def test_arguments_are_passed_on(
    monkeypatch: pytest.MonkeyPatch, started: list[str], typed: list[str], expected: str
) -> None:
    monkeypatch.setattr(dev, "setup", lambda: None)
    assert dev.execute(*dev.parse(typed)) == 0
    assert [command.replace("\\", "/").rpartition("bin/")[2] for command in started] == [expected]


def test_pytest_alone_gets_its_arguments(
    monkeypatch: pytest.MonkeyPatch, started: list[str]
) -> None:
    monkeypatch.setattr(dev, "setup", lambda: None)
    monkeypatch.setattr(dev, "provide", lambda *_: None)
    dev.execute(*dev.parse(["test", "--all", "tests/unit", "-k", "fact"]))
    assert [command.rpartition("bin/")[2] for command in started] == [
        "python -m pytest tests/unit -k fact"
    ]


def test_commands_without_arguments_take_none() -> None:
    with pytest.raises(SystemExit, match="2"):
        dev.parse(["fix", "--everything"])


def test_a_python_without_venv_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name != "ensurepip" or None)
    with pytest.raises(dev.Refused, match=r"install its venv module .*python3-venv"):
        dev._new_venv()


def test_a_need_without_programs_is_always_there() -> None:
    assert dev.provide(Need("unit", "unit tests"), {}) is None


WAITING = """
import signal, sys, dev
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job ignores Ctrl-C
child = "import signal, time; signal.signal(signal.SIGINT, signal.SIG_DFL); time.sleep(30)"
dev.execute = lambda *_: dev.run(sys.executable, "-c", child)
sys.exit(dev.main(["build"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
def test_ctrl_c_stops_without_a_traceback() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITING],
        cwd=Path(dev.__file__).parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline().startswith("$ ")
        time.sleep(1)  # until the child sleeps
        os.killpg(process.pid, signal.SIGINT)  # a terminal tells the whole group
        _, errors = process.communicate(timeout=20)
    assert errors == "dev.py: stopped\n"
    assert process.returncode == 130
