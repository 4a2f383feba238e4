"""Checks of what stands inside a text: facts, sources, terms, links, foreign code."""

from __future__ import annotations

from coursekit.check.bare_figures import bare_figures
from coursekit.check.suggest import did_you_mean, known_here
from coursekit.diagnostics import Place, Report
from coursekit.load import Project, Unit
from coursekit.source.inline import Citation, Fact, Foreign, Link, Token, scan

FACT_HINT = 'add it to course/facts.yml and write {{ fact("id") }} here'
INTERNAL = {"page", "course", "module", "lesson"}
EXTERNAL = {"http", "https", "mailto"}


def check_figures(text: str, place: Place, report: Report) -> None:
    """Notes figures in a text written in YAML that should be facts."""
    for _, figure in bare_figures(text):
        report.add("CK505", place, f"the figure {figure} is not a registered fact", hint=FACT_HINT)


def check_text(text: str, place: Place, project: Project, report: Report) -> None:
    """Checks a text written in YAML; every finding stands at the value's start."""
    if "{" not in text and "[" not in text and "<" not in text:
        return  # nothing the scanner could find
    for token in scan(text):
        if isinstance(token, Link) and token.image:
            report.add(
                "CK326", place, "an image cannot stand here", hint="put it into the lesson's text"
            )
        else:
            check_token(token, place, project, report)


def check_token(token: Token, place: Place, project: Project, report: Report) -> None:
    """Checks one special piece of a text that is no image, include or marker."""
    if isinstance(token, Fact):
        _fact(token, place, project, report)
    elif isinstance(token, Citation):
        _citation(token, place, project, report)
    elif isinstance(token, Link):
        _link(token, place, project, report)
    elif isinstance(token, Foreign):
        _foreign(token, place, report)


def _fact(token: Fact, place: Place, project: Project, report: Report) -> None:
    if token.id not in project.facts:
        report.add(
            "CK501",
            place,
            f"there is no fact '{token.id}'",
            hint=did_you_mean(token.id, project.facts, else_hint="add it to course/facts.yml"),
        )


def _citation(token: Citation, place: Place, project: Project, report: Report) -> None:
    for source, _ in token.cited:
        if source not in project.sources:
            report.add(
                "CK502",
                place,
                f"there is no source '{source}'",
                hint=did_you_mean(
                    source, project.sources, else_hint="add it to course/sources.yml"
                ),
            )


_FOREIGN = {
    "template": (
        "CK320",
        "template code '{text}' in a text",
        'only {{ fact("id") }} is known here; put code examples between backticks',
    ),
    "citation": (
        "CK502",
        "the citation {text} cannot be read",
        "write [@source-id] or [@source-id, chapter 4; @other-id]",
    ),
    "html": (
        "CK321",
        "HTML code '{text}' in a text",
        "write it in Markdown; links as [text](page:id) or [text](https://…)",
    ),
    "reference": (
        "CK321",
        "a link definition '{text}' in a text",
        "write the address into the link itself: [text](https://…)",
    ),
    "attributes": (
        "CK321",
        "attributes '{text}' in a text",
        "only headings carry attributes: their id",
    ),
}


def _foreign(token: Foreign, place: Place, report: Report) -> None:
    code, message, hint = _FOREIGN[token.kind]
    report.add(code, place, message.replace("{text}", token.text or "<"), hint=hint)


def _link(token: Link, place: Place, project: Project, report: Report) -> None:
    if token.scheme == "term":
        if token.rest not in project.terms:
            report.add(
                "CK503",
                place,
                f"there is no term '{token.rest}'",
                hint=did_you_mean(
                    token.rest, project.terms, else_hint="add it to course/glossary.yml"
                ),
            )
    elif token.scheme in INTERNAL:
        _internal(token, place, project, report)
    elif token.scheme not in EXTERNAL and not token.target.startswith("#"):
        report.add(
            "CK322",
            place,
            f"the link '{token.target}' leads nowhere",
            hint="link with page:, course:, module:, lesson:, term: or https:",
        )


def _internal(token: Link, place: Place, project: Project, report: Report) -> None:
    unit = linked_unit(token, project)
    if unit is None and _unread(token, project):
        return
    if unit is None:
        known = [name for name, _ in _addresses(token.scheme, project)]
        report.add(
            "CK322",
            place,
            f"there is no {token.scheme} '{token.rest}'",
            hint=did_you_mean(token.rest, known, else_hint=known_here(known)),
        )
    elif token.anchor and token.anchor not in anchors(unit):
        report.add(
            "CK323",
            place,
            f"{token.scheme} '{token.rest}' has no section '{token.anchor}'",
            hint=did_you_mean(
                token.anchor, anchors(unit), else_hint=f"its sections: {', '.join(anchors(unit))}"
            ),
        )


def _addresses(scheme: str, project: Project) -> list[tuple[str, Unit]]:
    """What a link of a scheme can name; a module or lesson may be named without its course."""
    found = []
    for unit in project.units.values():
        kind = "page" if unit.kind == "glossary" else unit.kind
        if kind == scheme:
            short = unit.id.partition("/")[2] if scheme in ("module", "lesson") else unit.id
            found.append((short, unit))
    return found


def _unread(token: Link, project: Project) -> bool:
    """True when the page exists but could not be read, alone or with its course."""
    courses = {course.id for course in project.courses}
    unread_courses = {id for id in project.unread if "/" not in id} - courses
    names = {id.partition("/")[2] for id in project.unread} | project.unread
    return token.rest in names or (token.scheme != "page" and bool(unread_courses))


def linked_unit(token: Link, project: Project) -> Unit | None:
    """The page that an internal link leads to."""
    for name, unit in _addresses(token.scheme, project):
        if token.rest in (name, unit.id):
            return unit
    return None


def anchors(unit: Unit) -> tuple[str, ...]:
    """The ids of a page's sections, the generated ones included."""
    generated = {"lesson": ("sources",), "module": ("lessons", "handouts")}.get(unit.kind, ())
    written = unit.pages["fi"].sections if "fi" in unit.pages else ()
    return (*(section.id for section in written if section.heading), *generated)
