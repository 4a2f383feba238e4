#!/usr/bin/env python3
"""The one command set of this project: `python3 scripts/dev.py serve`, `test` and so on.

Needs nothing but Python: everything else goes into `.venv` from `requirements.lock`, and what
single groups of tests need besides stands in one table, `NEEDS`.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
LOCK = "requirements.lock"
VENV = ROOT / ".venv"
STAMP = ".coursekit-stamp"
"""Holds a hash of what a folder was installed from; written last, so half an install has none."""
NODE_MODULES = ROOT / "tests" / "node_modules"
RETRY = "run the command again to go on"


class Refused(Exception):
    """The command cannot run; the message says what to do."""


def python_problem(version: Sequence[int | str]) -> str | None:
    """Why this Python cannot be used; None when it can."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return None
    found, wanted = (".".join(map(str, parts[:2])) for parts in (version, OLDEST_PYTHON))
    return (
        f"this is Python {found}, but Python {wanted} or newer is needed:"
        f" install it, then run python{wanted} scripts/dev.py"
    )


if python_problem(sys.version_info):  # before the first line that an older Python refuses
    sys.exit(python_problem(sys.version_info))


# --- what the test groups need ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Need:
    """What one group of tests needs besides the Python packages of the lock file."""

    group: str
    """The pytest marker of its tests, where it has one."""
    what: str
    """What is skipped when something is missing."""
    programs: tuple[tuple[str, ...], ...] = ()
    """Programs; of each tuple any one will do."""
    packages: tuple[str, ...] = ()
    """The Debian packages that hold the programs."""
    npm: bool = False
    """Whether the packages of tests/package.json are needed."""
    after: str = ""
    """Another group that must be there as well."""
    name: str = ""
    """What people call the programs, where that differs from their file names."""


CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
PDF_TOOLS = (("pdftoppm",), ("pdftotext",))
NEEDS = (
    Need("unit", "unit tests"),
    Need("print", "print tests", PDF_TOOLS, ("poppler-utils",)),
    Need("browser", "browser tests", (CHROMIUM,), ("chromium",), name="Chromium"),
    Need("types", "types of the browser code", (("npm",),), ("npm",), npm=True),
    Need("axe", "axe tests", (("npm",),), ("npm",), npm=True, after="browser"),
)
MARKERS = ("browser", "axe", "print")


def missing_programs(need: Need) -> tuple[str, ...]:
    """The names of the programs of a group that are not on the PATH."""
    lacking = [names[0] for names in need.programs if not any(map(shutil.which, names))]
    return (need.name,) if lacking and need.name else tuple(lacking)


def how_to_get(need: Need) -> str:
    """The sentence for somebody whose machine lacks the programs of a group."""
    packages = " ".join(need.packages)
    return (
        f"{' and '.join(missing_programs(need))} not found: install it so that it is on the PATH"
        f" (Debian, Ubuntu: apt-get install {packages})"
    )


def provide(need: Need, absent: dict[str, str]) -> str | None:
    """Installs what a group lacks where that can be done; the reason when it cannot."""
    if need.after in absent:
        return f"they need what the {need.after} tests need"
    if missing_programs(need) and shutil.which("apt-get") and _is_root():
        apt = {"DEBIAN_FRONTEND": "noninteractive"}
        run("apt-get", "update", environment=apt)
        run("apt-get", "install", "--yes", *need.packages, environment=apt)
    if missing_programs(need):
        return how_to_get(need)
    return _npm_packages() if need.npm else None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _npm_packages() -> str | None:
    wanted = digest(ROOT / "tests" / "package-lock.json")
    if read_stamp(NODE_MODULES) == wanted:
        return None
    if run("npm", "ci", "--ignore-scripts", folder=ROOT / "tests"):
        return "`npm ci` in tests/ failed"
    write_stamp(NODE_MODULES, wanted)
    return None


def marker_expression(absent: Sequence[str], *, slow: bool) -> str:
    """What pytest is told to leave out, such as `not slow and not browser`."""
    left_out = [*(() if slow else ("slow",)), *(name for name in MARKERS if name in absent)]
    return " and ".join(f"not {name}" for name in left_out)


# --- running commands ------------------------------------------------------------------------


def shown(command: Sequence[str]) -> str:
    """A command as somebody in the project's folder would type it."""
    prefix = f"{ROOT}{os.sep}"
    return "$ " + shlex.join(part.removeprefix(prefix) for part in command)


def run(
    *command: str | Path, folder: Path = ROOT, environment: dict[str, str] | None = None
) -> int:
    """Prints a command, runs it and returns its exit code.

    On Ctrl-C the command is given time to end by itself before it is ended.
    """
    parts = [str(part) for part in command]
    print(shown(parts), flush=True)
    parts[0] = shutil.which(parts[0]) or parts[0]  # on Windows npm is npm.cmd
    with subprocess.Popen(parts, cwd=folder, env=os.environ | (environment or {})) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            _let_end(process)
            raise


def _let_end(process: subprocess.Popen[bytes]) -> None:
    """A terminal tells the whole group of Ctrl-C; what has not heard of it is told once more."""
    for tell in (None, signal.SIGINT, signal.SIGTERM):
        if tell:
            process.send_signal(tell)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=3)
            return
    process.kill()


def venv_program(name: str) -> Path:
    """A program of the virtual environment."""
    return VENV / ("Scripts" if os.name == "nt" else "bin") / name


def digest(*files: Path, more: str = "") -> str:
    """A hash of files and a text."""
    found = hashlib.sha256(more.encode())
    for file in files:
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def venv_stamp(root: Path, version: Sequence[int | str]) -> str:
    """What `.venv` is made from: two hashes.

    When the first changes (Python, or the folder: programs in it hold its path), `.venv` is made
    anew; when the second changes (what the project asks for), it is brought up to date.
    """
    base = digest(more=f"{list(version[:3])} {root}")
    return f"{base} {digest(root / LOCK, root / 'pyproject.toml')}"


def read_stamp(folder: Path) -> str | None:
    """What a folder was installed from; None when it never was to the end."""
    file = folder / STAMP
    return file.read_text(encoding="utf-8") if file.is_file() else None


def write_stamp(folder: Path, value: str) -> None:
    """Notes that an install came to its end."""
    (folder / STAMP).write_text(value, encoding="utf-8")


# --- commands --------------------------------------------------------------------------------


def setup() -> None:
    """Makes `.venv` what the lock file says; does nothing when it is."""
    wanted = venv_stamp(ROOT, sys.version_info)
    found = read_stamp(VENV)
    if found == wanted and venv_program("python").exists():
        return
    if found is None or found.partition(" ")[0] != wanted.partition(" ")[0]:
        _new_venv()
    (VENV / STAMP).unlink(missing_ok=True)
    pip = (venv_program("python"), "-m", "pip", "install")
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    for what in (
        ("--require-hashes", "-r", LOCK),
        ("--no-deps", "--no-build-isolation", "-e", "."),
    ):
        if run(*pip, *what, environment=quiet):
            raise Refused(f"the setup did not come to its end (see above); {RETRY}")
    write_stamp(VENV, wanted)


def _new_venv() -> None:
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise Refused(
            "this Python cannot make virtual environments: install its venv module"
            f" (Debian, Ubuntu: apt-get install python3-venv); {RETRY}"
        )
    if VENV.exists():
        print("removing the unfinished or outdated .venv", flush=True)
        shutil.rmtree(VENV)
    # not the Python of the environment that was just removed, should dev.py run with that one
    python = getattr(sys, "_base_executable", sys.executable)
    if run(python, "-m", "venv", ".venv"):
        raise Refused(f".venv could not be made (see above); {RETRY}")


def coursekit(*arguments: str) -> int:
    """Runs the generator."""
    return run(venv_program("coursekit"), *arguments)


def test(arguments: Sequence[str], *, everything: bool) -> int:
    """Linters, types and tests; with arguments only pytest, which gets them.

    Groups that lack something are skipped by name, with `everything` they are failures.
    """
    absent: dict[str, str] = {}
    for need in NEEDS:
        reason = provide(need, absent)
        if reason:
            absent[need.group] = reason
    steps = Steps()
    if not arguments:
        _static_steps(steps, types="types" not in absent)
    expression = marker_expression(tuple(absent), slow=everything)
    chosen = ("-m", expression) if expression else ()
    # A file's tests stay together: they share what they have built.
    spread = () if arguments else ("-n", "auto", "--dist", "loadfile")
    steps.run("tests", venv_program("python"), "-m", "pytest", *spread, *chosen, *arguments)
    for group, reason in absent.items():
        what = next(need.what for need in NEEDS if need.group == group)
        steps.skip(what, reason, failed=everything)
    return steps.finish()


def _static_steps(steps: Steps, *, types: bool) -> None:
    steps.run("ruff check", venv_program("ruff"), "check")
    steps.run("ruff format", venv_program("ruff"), "format", "--check")
    steps.run("mypy", venv_program("mypy"))
    if types:
        tsc = NODE_MODULES / ".bin" / ("tsc.cmd" if os.name == "nt" else "tsc")
        steps.run("browser types", tsc, "--noEmit", "--project", "tests/tsconfig.json")


class Steps:
    """Runs steps one after another, also after a failure, and tells at the end how each went."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.failed = False

    def run(self, name: str, *command: str | Path) -> None:
        """Runs one step and notes its time."""
        start = time.monotonic()
        code = run(*command)
        seconds = time.monotonic() - start
        self.lines.append(f"{'failed' if code else 'ok'}: {name} ({seconds:.1f} s)")
        print(self.lines[-1], flush=True)
        self.failed = self.failed or bool(code)

    def skip(self, name: str, reason: str, *, failed: bool) -> None:
        """Notes a step that could not run."""
        self.lines.append(f"{'failed' if failed else 'skipped'}: {name} — {reason}")
        self.failed = self.failed or failed

    def finish(self) -> int:
        """Prints the list; 1 when a step failed."""
        print("\n" + "\n".join(self.lines), flush=True)
        return int(self.failed)


def fix() -> int:
    """Mends what tools can mend: lint, format, the generated schemas."""
    ruff = venv_program("ruff")
    codes = [run(ruff, "check", "--fix"), run(ruff, "format"), coursekit("schemas")]
    return int(any(codes))


COMMANDS = {
    "setup": "make .venv from the lock file; every other command does this first when needed",
    "serve": "check, build, serve on this computer, build again at every change; --port N",
    "build": "check, print the handouts, build the site into site/",
    "check": "report everything that is wrong with the content; --strict, --release",
    "test": "linters, types and tests; --all; other arguments go to pytest, which then runs alone",
    "bench": "measure the build",
    "fix": "mend what tools can mend: lint, format, schemas",
}
PASSED_ON = ("serve", "build", "check", "test", "bench")


def parse(arguments: Sequence[str] | None) -> tuple[argparse.Namespace, list[str]]:
    """The command, and the arguments that are passed on to the program behind it."""
    parser = argparse.ArgumentParser(prog="dev.py", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, text in COMMANDS.items():
        more = " [arguments …]" if name in PASSED_ON else ""
        one = commands.add_parser(
            name, help=text, description=text, allow_abbrev=False, usage=f"dev.py {name}{more}"
        )
        if name == "test":
            one.add_argument("--all", action="store_true", dest="everything")
    if not (sys.argv[1:] if arguments is None else arguments):
        parser.print_help()
        parser.exit(2)
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command not in PASSED_ON:
        parser.error(f"'{options.command}' takes no arguments: {' '.join(rest)}")
    return options, rest


def execute(options: argparse.Namespace, rest: Sequence[str]) -> int:
    """Runs one command and returns the exit code."""
    setup()
    if options.command in ("serve", "build", "check"):
        return coursekit(options.command, *rest)
    if options.command == "test":
        return test(rest, everything=options.everything)
    if options.command == "bench":
        return run(venv_program("python"), "scripts/bench.py", *rest)
    return fix() if options.command == "fix" else 0


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done; 1: something is to be mended; 2: the command could not run; 130: stopped."""
    signal.signal(signal.SIGTERM, _stop)  # also when the system asks, nothing stays behind
    options, rest = parse(arguments)
    try:
        return execute(options, rest)
    except Refused as refused:
        print(f"dev.py: {refused}", file=sys.stderr)
        return 2
    except FileNotFoundError as error:
        print(f"dev.py: {error.filename} is missing; remove .venv, then {RETRY}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("dev.py: stopped", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
