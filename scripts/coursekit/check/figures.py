"""Checks of figures made from data: their facts, their words, and where they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from coursekit.check.duplicates import check_duplicates
from coursekit.check.pages import MARKERS
from coursekit.check.suggest import did_you_mean, known_here
from coursekit.check.texts import check_figures, check_token
from coursekit.diagnostics import Place, Report
from coursekit.load import Project, Unit
from coursekit.model import LANGUAGES, Fact, Page, Section, Text
from coursekit.model.figure import Branch, Chart, FactCell, Figure, Flow, Table, Value
from coursekit.model.walk import texts
from coursekit.source.inline import Fact as FactToken
from coursekit.source.inline import Foreign, Marker, scan
from coursekit.source.markdown import place_in

DRAWABLE = {"bar": ("number", "range", "share", "money"), "line": ("number", "share", "money")}
_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:\s?[–-]\s?((?:19|20)\d\d))?\b")
_MARKS = re.compile(r"\*\*|`")


def check_drawn_figures(project: Project, report: Report) -> None:
    """Checks every figure file, and that pages show figures that exist."""
    for figure in project.figures.values():
        _words(figure, project, report)
        _facts(figure, project, report)
        _history(figure, project, report)
        for index, source in enumerate(figure.sources):
            if source not in project.sources:
                hint = did_you_mean(
                    source, project.sources, else_hint="add it to course/sources.yml"
                )
                place = figure.at("sources", index)
                report.add("CK502", place, f"there is no source '{source}'", hint=hint)
        if isinstance(figure, Flow):
            _steps(figure, report)
    for unit in project.units.values():
        if unit.kind in MARKERS["figure"]:
            _shown(unit, project, report)


def facts_in(figure: Figure) -> Iterator[tuple[str, Place]]:
    """The facts a figure shows, and where each is named."""
    shown: list[Value | FactCell] = []
    if isinstance(figure, Chart):
        shown += figure.series
    if isinstance(figure, Table):
        shown += [cell for row in figure.rows for cell in row if isinstance(cell, FactCell)]
    yield from ((one.fact, one.at("fact")) for one in shown)
    for text in texts(figure):
        for language in LANGUAGES:
            for token in scan(text.get(language) or ""):
                if isinstance(token, FactToken):
                    yield token.id, text.at(language)


def _words(figure: Figure, project: Project, report: Report) -> None:
    """Texts of a picture are plain words; the note, which tells year and count, may hold those."""
    for text in texts(figure):
        for language in LANGUAGES:
            written = text.get(language)
            if written:
                _plain(written, text.at(language), project, report)
                if text is not figure.note:
                    check_figures(written, text.at(language), report)


def _plain(written: str, place: Place, project: Project, report: Report) -> None:
    foreign = [match[0] for match in _MARKS.finditer(written)]
    for token in scan(written):
        if isinstance(token, (FactToken, Foreign)):
            check_token(token, place, project, report)
        else:
            foreign.append(written[token.start : token.end].strip())
    for one in foreign:
        report.add(
            "CK606",
            place,
            f"'{one}' would be shown as it is written",
            hint="a figure's texts are plain words and facts; name sources under `sources:`",
        )


def _facts(figure: Figure, project: Project, report: Report) -> None:
    if isinstance(figure, (Chart, Table)):
        for id, place in facts_in(figure):
            check_token(FactToken(0, 0, id), place, project, report)
    if not isinstance(figure, Chart):
        return
    drawn = [(one, project.facts[one.fact]) for one in figure.series if one.fact in project.facts]
    for one, fact in drawn:
        if fact.kind not in DRAWABLE[figure.kind] or not _is_positive(fact):
            report.add(
                "CK106",
                one.at("fact"),
                f"fact '{fact.id}' ({fact.kind}) cannot be drawn as a {figure.kind}",
                hint=f"use facts of the kind {' or '.join(DRAWABLE[figure.kind])}, not below zero",
            )
        elif _measure(fact) != _measure(drawn[0][1]):
            report.add(
                "CK106",
                one.at("fact"),
                f"facts '{drawn[0][1].id}' and '{fact.id}' are not counted alike",
                hint="the facts of one picture have one kind, unit and scale; draw two pictures",
            )


def _is_positive(fact: Fact) -> bool:
    low = fact.value[0] if isinstance(fact.value, tuple) else fact.value
    return isinstance(low, (int, float)) and low >= 0


def _measure(fact: Fact) -> tuple[str, str, str]:
    kind = "number" if fact.kind == "range" else fact.kind
    return kind, fact.unit.fi if fact.unit else "", fact.scale or ""


def _history(figure: Figure, project: Project, report: Report) -> None:
    """Past facts are told as past: the note names their years, in each language."""
    ids = dict.fromkeys(id for id, _ in facts_in(figure) if id in project.facts)
    facts = [project.facts[id] for id in ids if project.facts[id].status == "historical"]
    facts.sort(key=lambda fact: fact.year)
    for year, found in groupby(facts, key=lambda fact: fact.year):
        names = ", ".join(f"'{fact.id}'" for fact in found)
        for place in _without(year, figure):
            report.add(
                "CK603",
                place,
                f"{names}: a fact of {year} that is history, and the note does not say {year}",
                hint=f"name {year} and the number of answers in `note:`, and say that it is past",
            )


def _without(year: int, figure: Figure) -> list[Place]:
    """The places of notes that do not name a year; the figure itself when it has none."""
    note: Text | None = figure.note
    if note is None:
        return [figure.at("kind")]
    written = {language: note.get(language) for language in LANGUAGES}
    return [note.at(lang) for lang, text in written.items() if text and not _names(year, text)]


def _names(year: int, text: str) -> bool:
    """Whether a text holds a year, alone or inside a span such as 2019–2023."""
    spans = ((int(first), int(last or first)) for first, last in _YEARS.findall(text))
    return any(first <= year <= last for first, last in spans)


def _steps(flow: Flow, report: Report) -> None:
    check_duplicates(flow.steps, "step", report)
    known = [step.id for step in flow.steps]
    for step in flow.steps:
        for index, end in enumerate(step.to or ()):
            id = end.step if isinstance(end, Branch) else end
            if id not in known:
                report.add(
                    "CK106",
                    end.at("step") if isinstance(end, Branch) else step.at("to", index),
                    f"the figure has no step '{id}'",
                    hint=did_you_mean(id, known, else_hint=known_here(known)),
                )


def _shown(unit: Unit, project: Project, report: Report) -> None:
    """Every figure that a page names exists, and every figure of its folder is on the page."""
    figures = project.figures_of(unit)
    used = set()
    for page in unit.pages.values():
        for section in page.sections:
            for id, place in _named(section, page):
                used.add(id)
                if id not in figures and f"{unit.folder}/figures/{id}" not in project.unread:
                    report.add(
                        "CK604",
                        place,
                        f"there is no figure '{id}'" if id else "the block names no figure",
                        hint=did_you_mean(id, figures, else_hint=_where(unit, id)),
                    )
    for id, figure in figures.items():
        if id not in used:
            report.add(
                "CK605",
                figure.at("kind"),
                f"no page shows figure '{id}'",
                hint=f"put <!-- figure: {id} --> on a line of its own, or remove the file",
            )
    _in_translations(unit, set(figures) & used, report)


def _where(unit: Unit, id: str) -> str:
    return f"write {unit.folder}/figures/{id or 'name'}.yml"


def _in_translations(unit: Unit, known: set[str], report: Report) -> None:
    """A translated section shows the figures of the Finnish one."""
    source = unit.pages.get("fi")
    sections = source.sections if source else ()
    finnish = {section.id: dict(_named(section, source)) for section in sections if source}
    for page in unit.pages.values():
        for section in page.sections:
            shown = dict(_named(section, page))
            start = section.heading.place if section.heading else Place(page.path, section.line)
            for id, place in finnish.get(section.id, {}).items():
                if id in known and id not in shown:
                    report.add(
                        "CK605",
                        start,
                        f"this section does not show figure '{id}', the Finnish one does",
                        hint=f"put <!-- figure: {id} --> on a line of its own",
                        also=(place,),
                    )


def _named(section: Section, page: Page) -> Iterator[tuple[str, Place]]:
    for token in scan(section.markdown):
        if isinstance(token, Marker) and token.name == "figure":
            length = len(section.markdown[token.start : token.end])
            yield (
                token.argument or "",
                place_in(
                    section.markdown,
                    token.start,
                    path=page.path,
                    first_line=section.line,
                    length=length,
                ),
            )
