"""Reads text files of the project; what cannot be read becomes a finding."""

from __future__ import annotations

from contextvars import ContextVar
from pathlib import Path

from coursekit.diagnostics import Place, Report

_BOM = "\ufeff"

reading: ContextVar[str] = ContextVar("reading", default="")
"""The file that was read last; a crash names it."""


def read_text(file: Path, *, root: Path, report: Report) -> str | None:
    """The file's text with Unix line ends, or None after a finding when it is not UTF-8."""
    path = file.relative_to(root).as_posix()
    reading.set(path)
    data = file.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        report.add(
            "CK101",
            Place(path, line, column),
            f"byte 0x{data[error.start]:02x} is not UTF-8",
            hint="save the file as UTF-8",
        )
        return None
    return text.removeprefix(_BOM).replace("\r\n", "\n")
