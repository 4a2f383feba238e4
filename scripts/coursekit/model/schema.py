"""JSON Schemas of the YAML formats, for editors; made from the models, so they never differ."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from coursekit.model.bank import Bank, ModuleQuiz
from coursekit.model.course import Course
from coursekit.model.exception import AllowedFindings
from coursekit.model.figure import Figure
from coursekit.model.practice import Cases, SelfAssessment, Workbook
from coursekit.model.register import Facts, Glossary, Sources
from coursekit.model.retired import RetiredIds
from coursekit.model.site import Nav, Site

FORMATS: dict[str, Any] = {
    "allowed-findings": AllowedFindings,
    "bank": Bank,
    "cases": Cases,
    "course": Course,
    "facts": Facts,
    "figure": Figure,
    "glossary": Glossary,
    "module-quiz": ModuleQuiz,
    "nav": Nav,
    "retired": RetiredIds,
    "self-assessment": SelfAssessment,
    "site": Site,
    "sources": Sources,
    "workbook": Workbook,
}


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each format by file name, such as `bank.schema.json`."""
    return {
        f"{name}.schema.json": {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **TypeAdapter(model).json_schema(),
        }
        for name, model in FORMATS.items()
    }
