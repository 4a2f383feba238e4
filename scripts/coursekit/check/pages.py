"""Checks of pages written in Markdown, in every language by itself."""

from __future__ import annotations

from collections.abc import Mapping

from coursekit.check.bare_figures import bare_figures
from coursekit.check.suggest import known_here
from coursekit.check.texts import FACT_HINT, anchors, check_text, check_token
from coursekit.diagnostics import Place, Report
from coursekit.load import Fragment, Project, Unit
from coursekit.model import Heading, Page, Section
from coursekit.source.inline import Include, Link, Marker, Token, scan
from coursekit.source.markdown import place_in

IMAGES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
MARKERS: Mapping[str, tuple[str, ...]] = {
    "quiz": ("lesson",),
    "figure": ("lesson", "module", "part", "page", "trainer"),
    "sources": ("lesson", "module", "page"),
    "glossary": ("glossary",),
}
"""The block markers and the kinds of pages they may stand on."""


def check_pages(project: Project, report: Report) -> None:
    """Checks headings, links, images, includes and markers of all pages and fragments."""
    for unit in project.units.values():
        for page in unit.pages.values():
            _headings(page, report)
            _front(page, project, report)
            for section in page.sections:
                _section(section, page, unit, project, report)
        _quiz_place(unit, project, report)
    for fragment in project.fragments.values():
        for page in fragment.pages.values():
            _fragment(page, fragment, project, report)


def _front(page: Page, project: Project, report: Report) -> None:
    check_text(page.title, page.title_place, project, report)
    check_text(page.summary, page.summary_place, project, report)


def _headings(page: Page, report: Report) -> None:
    level = 1
    seen: dict[str, Heading] = {}
    for section in page.sections:
        heading = section.heading
        if heading is None:
            continue
        if heading.level == 1:
            report.add(
                "CK313",
                heading.place,
                "a heading of the first level; the page's title is its only one",
                hint="begin with ## and keep the title in the front matter",
            )
        elif heading.level > level + 1:
            report.add(
                "CK310",
                heading.place,
                f"heading of level {heading.level} after level {level}",
                hint=f"use {'#' * (level + 1)} here",
            )
        level = heading.level
        _heading_id(heading, seen, report)


def _heading_id(heading: Heading, seen: dict[str, Heading], report: Report) -> None:
    if heading.id is None:
        report.add(
            "CK311",
            heading.place,
            f"the heading '{heading.text}' has no id",
            hint="add an English id, the same in all languages: {#short-name}",
        )
    elif heading.id in seen:
        report.add(
            "CK110",
            heading.place,
            f"section '{heading.id}' is defined twice",
            hint="give one of them another id",
            also=(seen[heading.id].place,),
        )
    else:
        seen[heading.id] = heading


def _section(section: Section, page: Page, unit: Unit, project: Project, report: Report) -> None:
    if section.heading:
        check_text(section.heading.text, section.heading.place, project, report)
    for offset, figure in bare_figures(section.markdown):
        place = place_in(
            section.markdown, offset, path=page.path, first_line=section.line, length=len(figure)
        )
        report.add("CK505", place, f"the figure {figure} is not a registered fact", hint=FACT_HINT)
    for token in scan(section.markdown):
        place = _place(token, section, page)
        if isinstance(token, Include):
            _include(token, place, project, report)
        elif isinstance(token, Marker):
            _marker(token, place, unit, project, report)
        elif isinstance(token, Link) and token.image:
            _image(token, place, page, project, report)
        elif isinstance(token, Link) and token.target.startswith("#"):
            _own_anchor(token, place, unit, report)
        else:
            check_token(token, place, project, report)


def _place(token: Token, section: Section, page: Page) -> Place:
    length = len(section.markdown[token.start : token.end].partition("\n")[0])
    return place_in(
        section.markdown, token.start, path=page.path, first_line=section.line, length=length
    )


def _own_anchor(token: Link, place: Place, unit: Unit, report: Report) -> None:
    if token.anchor not in anchors(unit):
        report.add(
            "CK323",
            place,
            f"this page has no section '{token.anchor}'",
            hint=f"its sections: {', '.join(anchors(unit))}",
        )


def _image(token: Link, place: Place, page: Page, project: Project, report: Report) -> None:
    if not token.text.strip():
        report.add(
            "CK325",
            place,
            f"image '{token.target}' has no alternative text",
            hint="say between the brackets what the picture says",
        )
    folder = (project.root / page.path).parent
    file = (folder / token.target).resolve()
    if token.scheme or not file.is_relative_to(folder.resolve()):
        report.add(
            "CK324",
            place,
            f"image '{token.target}' is not in the folder of its page",
            hint="put the file into the page's figures/ folder",
        )
    elif not file.is_file() or file.suffix.lower() not in IMAGES:
        report.add(
            "CK324",
            place,
            f"there is no image '{token.target}'",
            hint=f"the file must exist and end with {', '.join(IMAGES)}",
        )


def _include(token: Include, place: Place, project: Project, report: Report) -> None:
    name = token.name.removeprefix("_shared/")
    if not token.name.startswith("_shared/") or "/" in name or ".." in name:
        report.add(
            "CK328",
            place,
            f"'{token.name}' is outside course/_shared",
            hint="only fragments can be included: {!_shared/name!}",
        )
    elif name not in project.fragments:
        hint = known_here(sorted(project.fragments))
        report.add("CK327", place, f"there is no fragment '{name}'", hint=hint)


def _marker(token: Marker, place: Place, unit: Unit, project: Project, report: Report) -> None:
    kinds = MARKERS.get(token.name)
    if kinds is None:
        report.add(
            "CK329",
            place,
            f"there is no block '{token.name}'",
            hint=f"known blocks: {', '.join(sorted(MARKERS))}",
        )
    elif unit.kind not in kinds:
        report.add(
            "CK329",
            place,
            f"block '{token.name}' does not belong on a {unit.kind} page",
            hint=f"it stands on: {', '.join(kinds)}",
        )
    elif token.name == "quiz" and not _has_bank(unit, project):
        report.add(
            "CK330",
            place,
            "the lesson has a quiz block, but no bank",
            hint=f"write quizzes/{unit.id}.yml, or take the block out",
        )


def _has_bank(unit: Unit, project: Project) -> bool:
    return unit.id in project.banks or f"quizzes/{unit.id}" in project.unread


def _quiz_place(unit: Unit, project: Project, report: Report) -> None:
    """A bank that no page shows would be written for nothing."""
    if unit.id not in project.banks:
        return
    for page in unit.pages.values():
        found = any(
            isinstance(token, Marker) and token.name == "quiz"
            for section in page.sections
            for token in scan(section.markdown)
        )
        if not found:
            report.add(
                "CK330",
                page.title_place,
                "the lesson has a bank, but its text has no quiz block",
                hint="put <!-- quiz --> on a line of its own",
            )


def _fragment(page: Page, fragment: Fragment, project: Project, report: Report) -> None:
    for section in page.sections:
        if section.heading:
            report.add(
                "CK331",
                section.heading.place,
                f"fragment '{fragment.name}' has a heading",
                hint="headings belong to the page that includes it",
            )
        for token in scan(section.markdown):
            place = _place(token, section, page)
            if isinstance(token, (Include, Marker)) or (isinstance(token, Link) and token.image):
                report.add(
                    "CK331",
                    place,
                    f"fragment '{fragment.name}' holds an include, a block or an image",
                    hint="a fragment is text only",
                )
            else:
                check_token(token, place, project, report)
