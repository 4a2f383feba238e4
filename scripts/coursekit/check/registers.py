"""Checks of the registers and of every text written in YAML."""

from __future__ import annotations

from datetime import date

from coursekit.check.suggest import did_you_mean
from coursekit.check.texts import check_figures, check_text
from coursekit.diagnostics import Place, Report
from coursekit.load import Project
from coursekit.model import LANGUAGES, Fact, Node, Term, Text
from coursekit.model.walk import texts


def check_registers(project: Project, report: Report) -> None:
    """Checks what the registers point to, and all texts in YAML files."""
    for fact in project.facts.values():
        _fact(fact, report)
        _known_source(fact, fact.source, ("source",), project, report)
    for term in project.terms.values():
        _term(term, project, report)
    for register in project.registers:  # they say where figures come from, so figures stand there
        _texts(register, project, report)
    in_prose: tuple[Node, ...] = (
        *project.courses,
        *(bank for _, bank, _ in project.all_banks()),
        *project.cases.values(),
        *project.workbooks.values(),
        *project.self_assessments.values(),
    )
    for node in in_prose:
        for written, place in _texts(node, project, report):
            check_figures(written, place, report)


def _texts(node: Node, project: Project, report: Report) -> list[tuple[str, Place]]:
    """Checks what stands inside each text of a node, and returns the texts with their places."""
    found = [
        (written, text.at(language))
        for text in texts(node)
        for language in LANGUAGES
        if (written := text.get(language))
    ]
    for written, place in found:
        check_text(written, place, project, report)
    return found


def _term(term: Term, project: Project, report: Report) -> None:
    for index, source in enumerate(term.sources):
        _known_source(term, source, ("sources", index), project, report)
    for index, other in enumerate(term.not_to_confuse):
        if other not in project.terms:
            report.add(
                "CK503",
                term.at("not_to_confuse", index),
                f"there is no term '{other}'",
                hint=did_you_mean(other, project.terms, else_hint="add it to course/glossary.yml"),
            )


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
