"""Reports as text for people and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from coursekit.diagnostics.catalogue import CATALOGUE
from coursekit.diagnostics.finding import Finding, Place, Report


def as_text(report: Report, root: Path) -> str:
    """All findings with their source lines, then one line that counts them."""
    blocks = [_block(finding, root) for finding in report]
    return "\n".join([*blocks, summary(report)]) + "\n"


def summary(report: Report) -> str:
    """`no findings`, or the number of errors and warnings."""
    errors, warnings = len(report.errors), len(report.warnings)
    if not errors and not warnings:
        return "no findings"
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _block(finding: Finding, root: Path) -> str:
    lines = [f"{finding.place}: {finding.level}[{finding.code}]: {finding.message}"]
    lines += _excerpt(finding.place, root)
    if finding.hint:
        lines.append(f"  hint: {finding.hint}")
    lines += [f"  also: {place}" for place in finding.also]
    return "\n".join(lines) + "\n"


def _excerpt(place: Place, root: Path) -> list[str]:
    """The line of the place with a mark below it; nothing when the file cannot be shown."""
    file = root / place.path
    if not file.is_file():
        return []
    lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return []
    line = lines[place.line - 1].replace("\t", " ").rstrip("\r")
    start, shown = 0, line
    if len(line) > 100:
        start = max(0, min(place.column - 41, len(line) - 100))
        shown = line[start : start + 100]
    length = max(1, min(place.length, len(shown) - (place.column - 1 - start)))
    mark = " " * (place.column - 1 - start) + "^" * length
    return [f"{place.line:>5} | {shown}", f"      | {mark}"]


def as_json(report: Report) -> str:
    """A list of findings, each with its code, name, level, place, message, hint and also."""
    findings = [
        {
            "code": finding.code,
            "name": finding.name,
            "level": finding.level,
            **asdict(finding.place),
            "message": finding.message,
            "hint": finding.hint,
            "also": [asdict(place) for place in finding.also],
        }
        for finding in report
    ]
    return json.dumps(findings, ensure_ascii=False, indent=2) + "\n"


def as_github(report: Report) -> str:
    """A line a finding, as GitHub's checks read it to annotate the changed files."""
    lines = []
    for finding in report:
        place = finding.place
        text = finding.message + (f" ({finding.hint})" if finding.hint else "")
        escaped = text.replace("%", "%25").replace("\n", "%0A")
        lines.append(
            f"::{finding.level} file={place.path},line={place.line},col={place.column},"
            f"title={finding.code} {finding.name}::{escaped}"
        )
    return "\n".join([*lines, summary(report)]) + "\n"


def explain(code: str) -> str:
    """The catalogue's entry of a code. An unknown code raises KeyError."""
    entry = CATALOGUE[code]
    level = entry.level if entry.level == entry.release else f"{entry.level}, error in a release"
    return (
        f"{entry.code} {entry.name} ({level})\n\n{entry.what}\n{entry.why}\n\n"
        f"Instead of\n{_indent(entry.bad)}\n\nwrite\n{_indent(entry.good)}\n"
    )


def _indent(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
