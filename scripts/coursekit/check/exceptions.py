"""Takes findings out of the report that `course/allowed-findings.yml` lets pass."""

from __future__ import annotations

from coursekit.diagnostics import CATALOGUE, Finding, Report
from coursekit.load import Project
from coursekit.model.exception import AllowedFinding

ALLOWABLE_ERRORS = {"CK505"}
"""Errors that do not keep a page from being made; of the others only warnings can be allowed."""


def apply_exceptions(project: Project, report: Report) -> None:
    """Removes what is allowed; an entry that allows nothing is a finding itself."""
    allowed = project.allowed.allowed if project.allowed else ()
    for entry in allowed:
        known = CATALOGUE.get(entry.code)
        if known is None or (known.level == "error" and entry.code not in ALLOWABLE_ERRORS):
            report.add(
                "CK111",
                entry.at("code"),
                f"{entry.code} cannot be allowed",
                hint="only warnings and bare figures can; mend the others",
            )
            continue
        found = [finding for finding in report.findings if _matches(entry, finding)]
        if not found:
            report.add(
                "CK112",
                entry.at("code"),
                f"{entry.code} is allowed in {entry.path}, but not found there",
                hint="take the entry out",
            )
        for finding in found:
            report.findings.remove(finding)


def _matches(entry: AllowedFinding, finding: Finding) -> bool:
    return (
        entry.code == finding.code
        and entry.path == finding.place.path
        and entry.about in finding.message
    )
