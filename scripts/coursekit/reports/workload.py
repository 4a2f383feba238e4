"""The computed study hours beside the declared ones."""

from __future__ import annotations

import json
from dataclasses import asdict

from coursekit.check.workload import workloads
from coursekit.load import Project


def workload_as_text(project: Project) -> str:
    """A table of modules with minutes by kind of work and hours against the declared ones."""
    lines = [f"{'':<28} {'read':>6} {'quiz':>6} {'cases':>6} {'book':>6} {'hours':>6} {'decl.':>6}"]
    for course in project.courses:
        found = workloads(project, course)
        lines += [
            f"{one.name:<28} {one.reading:>6.0f} {one.questions:>6.0f} {one.cases:>6.0f}"
            f" {one.workbook:>6.0f} {one.hours:>6.1f} {one.declared_hours:>6.1f}"
            f" {one.difference:>+6.0%}"
            for one in found
        ]
        if not found:
            lines.append(f"{course.id}: no rates in course.yml")
    return "\n".join(lines) + "\n"


def workload_as_json(project: Project) -> str:
    """The same numbers as a list, minutes and hours."""
    rows = [
        {"course": course.id, **asdict(one), "hours": round(one.hours, 2)}
        for course in project.courses
        for one in workloads(project, course)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
