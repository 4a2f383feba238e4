"""Checks of the registers and of every text written in YAML."""

from __future__ import annotations

from datetime import date

from coursekit.check.suggest import did_you_mean
from coursekit.check.texts import check_figures, check_text
from coursekit.diagnostics import Report
from coursekit.load import Project
from coursekit.model import LANGUAGES, Fact, Node, Text
from coursekit.model.walk import texts


def check_registers(project: Project, report: Report) -> None:
    """Checks what the registers point to, and all texts in YAML files."""
    for fact in project.facts.values():
        _fact(fact, report)
        _known_source(fact, fact.source, ("source",), project, report)
    for term in project.terms.values():
        for index, source in enumerate(term.sources):
            _known_source(term, source, ("sources", index), project, report)
        for index, other in enumerate(term.not_to_confuse):
            if other not in project.terms:
                report.add(
                    "CK503",
                    term.at("not_to_confuse", index),
                    f"there is no term '{other}'",
                    hint=did_you_mean(
                        other, project.terms, else_hint="add it to course/glossary.yml"
                    ),
                )
    about_figures: list[Node] = list(project.registers)  # they say where figures come from
    in_prose: list[Node] = [
        *project.courses,
        *(bank for _, bank, _ in project.all_banks()),
        *project.cases.values(),
        *project.workbooks.values(),
        *project.self_assessments.values(),
    ]
    for root in (*about_figures, *in_prose):
        for text in texts(root):
            for language in LANGUAGES:
                written = text.get(language)
                if written:
                    check_text(written, text.at(language), project, report)
                if written and root not in about_figures:
                    check_figures(written, text.at(language), report)


def _known_source(
    node: Node, source: str, path: tuple[str | int, ...], project: Project, report: Report
) -> None:
    if source not in project.sources:
        report.add(
            "CK502",
            node.at(*path),
            f"there is no source '{source}'",
            hint=did_you_mean(source, project.sources, else_hint="add it to course/sources.yml"),
        )


_VALUES = {
    "number": "a number",
    "share": "a number of percent",
    "money": "a number of euros",
    "range": "two numbers [low, high]",
    "date": 'a date such as "2023-01-01"',
    "text": "a text in three languages",
}


def _fact(fact: Fact, report: Report) -> None:
    value = fact.value
    fits = {
        "number": isinstance(value, (int, float)),
        "share": isinstance(value, (int, float)) and 0 <= value <= 100,
        "money": isinstance(value, (int, float)),
        "range": isinstance(value, tuple) and value[0] < value[1],
        "date": isinstance(value, str) and _is_date(value),
        "text": isinstance(value, Text),
    }
    if not fits[fact.kind]:
        report.add(
            "CK504",
            fact.at("value"),
            f"fact '{fact.id}' is of kind '{fact.kind}', its value is not",
            hint=f"write {_VALUES[fact.kind]}, or change the kind",
        )


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
