"""Figures made from data: what the files say, and how pages and print show them."""

from __future__ import annotations

import os
import re
import subprocess
from itertools import product
from xml.etree import ElementTree as ET

import pytest
from coursekit.load import Project
from coursekit.model import LANGUAGES, Language
from coursekit.model.schema import schemas
from coursekit.render.figure import canvas
from coursekit.render.figure.draw import draw_figure
from coursekit.render.figure.files import write_figures
from coursekit.render.figure.letters import text_width
from coursekit.render.markdown import MarkdownFactory
from coursekit.render.page import PageWriter, StagedPage
from coursekit.render.print import PrintWriter
from coursekit.render.version import History, unit_hash

from tests.conftest import ProjectFolder
from tests.unit.figure_sample import ALL, BAR, FLOW, LESSON, TABLE, UNIT, add_figures

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def figures(project: ProjectFolder) -> ProjectFolder:
    """The minimal project with a figure of each kind, translations accepted."""
    add_figures(project)
    assert project.run("accept").returncode == 0
    return project


def read(folder: ProjectFolder) -> Project:
    found, report = folder.check()
    assert found and not report.errors, folder.report()
    return found


def svg(project: Project, id: str, language: Language = "fi") -> ET.Element:
    drawing = draw_figure(project.figures[f"{UNIT}/{id}"], project.facts, language)
    return ET.fromstring(drawing.svg)


def staged(project: Project, language: Language = "fi") -> StagedPage:
    factory = MarkdownFactory(project.root)
    return PageWriter(project, factory, History({}), ()).write(project.units[UNIT], language)


def words(root: ET.Element) -> str:
    return " ".join(span.text or "" for span in root.iter(f"{SVG}tspan"))


def test_a_project_with_figures_of_each_kind_has_no_findings(figures: ProjectFolder) -> None:
    assert figures.report() == "no findings\n"


@pytest.mark.parametrize(("id", "language"), list(product(ALL, LANGUAGES)))
def test_picture_has_title_description_and_legible_letters(
    figures: ProjectFolder, id: str, language: Language
) -> None:
    project = read(figures)
    root = svg(project, id, language)
    figure = project.figures[f"{UNIT}/{id}"]
    assert root.get("lang") == language
    assert root.findtext(f"{SVG}title") == figure.title.get(language)
    assert root.findtext(f"{SVG}desc")
    assert "fact(" not in ET.tostring(root, encoding="unicode")
    height = float(root.attrib["viewBox"].split()[3])
    for text in root.iter(f"{SVG}text"):
        size = int(text.attrib["font-size"])
        assert size >= 26
        for span in text:
            width = text_width(span.text or "", size, bold="font-weight" in text.attrib)
            left = float(span.attrib["x"])
            left -= {"middle": width / 2, "end": width}.get(text.get("text-anchor", ""), 0)
            assert left >= 0 and left + width <= canvas.WIDTH, span.text
            assert size * 0.7 <= float(span.attrib["y"]) <= height, span.text


def test_pictures_say_what_the_author_wrote(figures: ProjectFolder) -> None:
    project = read(figures)
    assert words(svg(project, "after")) == (
        "Osuus vastaajista Palkkatyössä tai yrittäjänä 46\N{NO-BREAK SPACE}%"
        " Työnhakijana, ja työkyvyn tuen tarve on arvioitu työllisyysalueella"
        " 7\N{NO-BREAK SPACE}%"
    )
    assert words(svg(project, "after", "en")).endswith("Looking for work 7%")
    assert "5/2021" in words(svg(project, "stages", "sv"))
    assert "1 January 2023" in words(svg(project, "stages", "en")).replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "Työllisyysalue" in words(svg(project, "who"))  # without its soft hyphen


def test_bars_are_as_long_as_their_shares(figures: ProjectFolder) -> None:
    bars = [
        float(rect.attrib["width"])
        for rect in svg(read(figures), "after").iter(f"{SVG}rect")
        if rect.get("fill") == canvas.ACCENT or rect.get("stroke") == canvas.LINE
    ]
    whole = bars[0]
    assert bars == pytest.approx([whole, 0.46 * whole, whole, 0.07 * whole], abs=0.2)


def test_years_on_a_line_stand_apart_as_they_are_apart(figures: ProjectFolder) -> None:
    points = [float(dot.attrib["cx"]) for dot in svg(read(figures), "clients").iter(f"{SVG}circle")]
    assert points[2] - points[1] == pytest.approx(3 * (points[1] - points[0]), abs=1)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_colours_have_contrast() -> None:
    letters = {canvas.INK, canvas.SOFT, canvas.ACCENT}
    backgrounds = {canvas.PAPER, canvas.TINT, canvas.CARE_TINT}
    assert min(contrast(*pair) for pair in product(letters, backgrounds)) >= 4.5
    shapes = {canvas.INK, canvas.ACCENT, canvas.CARE, canvas.LINE}
    assert min(contrast(shape, canvas.PAPER) for shape in shapes) >= 3


def test_hostile_texts_stay_texts(project: ProjectFolder) -> None:
    hostile = "</text><image href='x' onload='y'/>&amp; \\\" ]]> <!-- - -->\\x07"
    figure = FLOW.replace("Tuki päättyy", "x").replace(
        "{fi: Tuen tarve tunnistetaan,", f'{{fi: "{hostile}",'
    )
    add_figures(
        project,
        {
            "process": figure.replace(
                "title: {fi: Työkyvyn tuen prosessi", 'title: {fi: "<b\\u202E a=1>"'
            )
        },
    )
    found, _ = project.check()
    assert found
    root = svg(found, "process")
    assert {part.tag.removeprefix(SVG) for part in root.iter()} == {
        "svg", "title", "desc", "rect", "path", "text", "tspan"
    }  # fmt: skip
    assert "</text><image href='x' onload='y'/>&amp; \" ]]> <!-- - -->" in words(root)
    block = staged(found).text.partition('<figure class="ck-figure ck-drawn">')[2]
    assert "<image" not in block and "\x07" not in block


def test_page_shows_picture_caption_and_what_stands_behind(figures: ProjectFolder) -> None:
    page = staged(read(figures))
    block = page.text.partition('<figure class="ck-figure ck-drawn">\n')[2].partition("</figure>")[
        0
    ]
    assert block == (
        '<img src="start/figures/after.bar.fi.svg"'
        ' alt="Vuoden päästä 46 % oli töissä ja 7 % etsi työtä." width="720" height="309">\n'
        "<figcaption><strong>Mitä kuntoutujille kuului vuoden päästä.</strong>"
        " Kysely 2022, n = 568. Luvut ovat historiaa."
        ' <span class="ck-refs">[<a class="ck-ref" href="#source-1" aria-label="Lähde 1">1</a>]'
        "</span></figcaption>\n"
        "<details>\n<summary>Kuva tekstinä</summary>\n"
        "<p>Vuoden päästä 46\N{NO-BREAK SPACE}% oli töissä ja 7\N{NO-BREAK SPACE}% etsi työtä.</p>\n"
        '<table>\n<thead><tr><th scope="col">Kohta</th><th scope="col">Osuus vastaajista</th>'
        '<th scope="col">Vuosi</th><th scope="col">Määrä (n)</th></tr></thead>\n<tbody>\n'
        '<tr><th scope="row">Palkkatyössä tai yrittäjänä</th><td>46\N{NO-BREAK SPACE}%</td>'
        "<td>2022</td><td>568</td></tr>\n"
        '<tr><th scope="row">Työnhakijana, ja työkyvyn tuen tarve on arvioitu työllisyysalueella</th>'
        "<td>7\N{NO-BREAK SPACE}%</td><td>2022</td><td>568</td></tr>\n"
        "</tbody>\n</table>\n</details>\n"
    )
    assert page.images[f"{UNIT}/figures/after.bar.fi.svg"] == (
        f".build/figures/{UNIT}/figures/after.bar.fi.svg"
    )


def test_steps_behind_a_flow_say_where_they_lead(figures: ProjectFolder) -> None:
    text = staged(read(figures), "en").text
    steps = re.findall(r"<li>(The .*|Is .*|Was .*|Support .*)</li>", text)
    assert steps == [
        "The need is noticed",
        (
            "Is multidisciplinary support needed?<br>Next: Yes – The team puts the services together"
            " with the client; No – The own worker goes on"
        ),
        "The team puts the services together with the client<br>Next: Was the goal reached?",
        "The own worker goes on",
        (
            "Was the goal reached?<br>Next: Yes – Support ends; Not yet –"
            " Is multidisciplinary support needed?"
        ),
        "Support ends",
    ]


def test_a_figure_is_never_half_translated(figures: ProjectFolder) -> None:
    figures.edit(f"{LESSON}/figures/who.yml", ", sv: Rehabilitering", "")
    assert "not translated (sv): 'figure'" in figures.report()
    text = staged(read(figures), "sv").text
    assert (
        '<figure class="ck-figure ck-drawn" lang="fi">\n<img src="start/figures/who.table.fi.svg"'
        in text
    )
    assert "<summary>Figuren som text</summary>" in text  # of the others


def test_files_are_written_once_and_old_ones_removed(figures: ProjectFolder) -> None:
    project = read(figures)
    folder = figures.root / ".build/figures" / UNIT / "figures"
    write_figures(project)
    first = folder / "after.bar.fi.svg"
    assert len(list(folder.glob("*.svg"))) == 15
    os.utime(first, (1, 1))
    (folder / "old.bar.fi.svg").write_text("<svg/>")
    write_figures(project)
    assert first.stat().st_mtime == 1
    assert len(list(folder.glob("*.svg"))) == 15


def test_a_page_changes_with_its_figures_but_not_with_translations(figures: ProjectFolder) -> None:
    def version() -> str:
        project = read(figures)
        return unit_hash(project, project.units[UNIT])

    before = version()
    figures.edit(f"{LESSON}/figures/who.yml", "sv: Vem gör vad", "sv: Vem som gör vad")
    assert version() == before
    figures.edit(f"{LESSON}/figures/who.yml", "fi: Kuka tekee mitä", "fi: Kuka tekee mitäkin")
    assert version() != before


def test_print_shows_a_chart_with_its_numbers_and_a_table_as_a_table(
    figures: ProjectFolder,
) -> None:
    project = read(figures)
    writer = PrintWriter(project, MarkdownFactory(project.root), History({}))
    html = writer.modules()[0].lessons[0].html
    file = figures.root / ".build/figures" / UNIT / "figures/after.bar.fi.svg"
    assert f'<img src="{file}" alt="Vuoden päästä 46 % oli töissä' in html
    assert '<th scope="row">Palkkatyössä tai yrittäjänä</th>' in html
    assert "<caption><strong>Kuka tekee mitä.</strong> Tiedot vuodelta 2022." in html
    assert "who.table" not in html and "<details" not in html


@pytest.mark.print
def test_handout_holds_the_words_of_the_pictures(figures: ProjectFolder) -> None:
    done = figures.run("handouts")
    assert done.returncode == 0, done.stderr
    file = figures.root / ".build/handouts/basics-first-handout.fi.pdf"
    command = ["pdftotext", "-layout", str(file), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for said in ("Tarvitaanko monialaista tukea?", "Ei vielä", "Kysely 2022", "2 105,5"):
        assert said in text


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("kind: bar", "kind: [bar]", "CK106"),
        ("kind: bar\n", "", "CK106"),
        ("fact: want-work", "fact: wants-work", "CK501"),
        ("fact: want-work", "fact: want-work\n    value: 7", "CK104"),
        ("unit: {fi: Osuus", "unit: {fi: 95 prosentin osuus", "CK505"),
        ("title: {fi: Mitä", "title: {fi: '{{ x }} Mitä'", "CK320"),
        ("note:", "sources: [raportti]\nnote:", "CK502"),
        ("label: {fi: Palkkatyössä", "label: {fi: " + "Palkkatyössä ja taas " * 9, "CK602"),
    ],
)  # fmt: skip
def test_mistakes_are_found(project: ProjectFolder, old: str, new: str, finding: str) -> None:
    text = BAR.replace(old, new)
    if finding == "CK320":
        text = text.replace("'{{ x }} Mitä' kuntoutujille kuului vuoden päästä", "'{{ x }}'")
    add_figures(project, {"after": text})
    assert f"error[{finding}]" in project.report()


def test_one_mistake_in_a_cell_is_one_finding(project: ProjectFolder) -> None:
    add_figures(project, {"who": TABLE.replace("{fact: share-employed}", "{fakt: share-employed}")})
    _, report = project.check()
    assert [finding.code for finding in report.errors if "who.yml" in finding.place.path] == [
        "CK105",
        "CK104",
    ]


def test_a_row_too_short_is_found(project: ProjectFolder) -> None:
    add_figures(project, {"who": TABLE.replace(", {fact: share-employed}]", "]")})
    assert "row 1 has 2 cells, the table has 3 columns" in project.report()


def test_file_names_are_ids(project: ProjectFolder) -> None:
    project.write(f"{LESSON}/figures/Two Levels.yml", FLOW)
    assert "error[CK107]: 'Two Levels' is not an id" in project.report()


def test_editors_get_a_schema() -> None:
    assert "Flow" in schemas()["figure.schema.json"]["$defs"]
