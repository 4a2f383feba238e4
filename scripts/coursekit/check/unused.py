"""Registered facts, fragments and terms that no text uses."""

from __future__ import annotations

from collections.abc import Iterator

from coursekit.check.figures import facts_in
from coursekit.diagnostics import Place, Report
from coursekit.load import Fragment, Project, Unit
from coursekit.model.walk import texts
from coursekit.source.inline import Fact, Include, Link, Token, scan


def check_unused(project: Project, report: Report) -> None:
    """Looks at every Finnish text; what is not used there is not used.

    While a file cannot be read nothing is said: the use may stand there.
    """
    if project.unread:
        return
    tokens = [token for _, text in finnish_texts(project) for token in scan(text)]
    used = {token.id for token in tokens if isinstance(token, Fact)}
    used |= {id for figure in project.figures.values() for id, _ in facts_in(figure)}
    for fact in project.facts.values():
        if fact.id not in used:
            report.add(
                "CK506",
                fact.at("id"),
                f"no text uses fact '{fact.id}'",
                hint='write {{ fact("id") }} where the figure belongs, or take it out',
            )
    _terms(tokens, project, report)
    included = {token.name for token in tokens if isinstance(token, Include)}
    for name, fragment in project.fragments.items():
        if f"_shared/{name}" not in included:
            report.add(
                "CK507",
                Place(fragment.pages["fi"].path),
                f"no page includes fragment '{name}'",
                hint=f"include it: {{!_shared/{name}!}}, or remove it",
            )


def _terms(tokens: list[Token], project: Project, report: Report) -> None:
    linked = {one.rest for one in tokens if isinstance(one, Link) and one.scheme == "term"}
    linked |= {other for term in project.terms.values() for other in term.not_to_confuse}
    for term in project.terms.values():
        if term.id not in linked:
            report.add(
                "CK508",
                term.at("id"),
                f"no text links to term '{term.id}'",
                hint=f"link it where it is first used: [word](term:{term.id})",
            )


def finnish_texts(project: Project) -> Iterator[tuple[str, str]]:
    """Every Finnish text of pages and YAML files, with the file it stands in."""
    owners: tuple[Unit | Fragment, ...] = (*project.units.values(), *project.fragments.values())
    for unit in owners:
        page = unit.pages.get("fi")
        if page:
            yield page.path, page.summary
            for section in page.sections:
                yield page.path, section.markdown
                yield page.path, section.heading.text if section.heading else ""
    nodes = (
        *project.registers,
        *project.courses,
        *(bank for _, bank, _ in project.all_banks()),
        *project.cases.values(),
        *project.workbooks.values(),
        *project.self_assessments.values(),
        *project.figures.values(),
    )
    for node in nodes:
        for text in texts(node):
            yield text.at("fi").path, text.fi
