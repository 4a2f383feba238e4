"""Structure of the PDF files: what a screen reader and a PDF/UA checker look for.

Not a certificate: Typst's PDF/UA-1 export refuses what it knows, and this looks at the rest.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pikepdf
import pytest
from coursekit.model import LANGUAGES, Language
from coursekit.render.handout import HandoutFile, build_handouts

from tests.unit.handout_sample import inline, module


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(scope="module")
def files(language: Language, tmp_path_factory: pytest.TempPathFactory) -> tuple[HandoutFile, ...]:
    folder = tmp_path_factory.mktemp("handouts")
    return build_handouts([module(language, folder)], folder=folder, inline=inline)


@pytest.fixture(scope="module", params=["handout", "answer-key"])
def pdf(request: pytest.FixtureRequest, files: tuple[HandoutFile, ...]) -> Iterator[pikepdf.Pdf]:
    (file,) = (file for file in files if file.kind == request.param)
    with pikepdf.open(file.path) as opened:
        yield opened


@pytest.fixture(scope="module")
def handout(files: tuple[HandoutFile, ...]) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(files[0].path) as opened:
        yield opened


def elements(value: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The structure elements below a value, in reading order."""
    if isinstance(value, pikepdf.Array):
        for item in value:
            yield from elements(item)
    elif isinstance(value, pikepdf.Dictionary) and "/S" in value:
        yield value
        if "/K" in value:
            yield from elements(value.K)


def contents(page: pikepdf.Page) -> list[pikepdf.Object]:
    found = page.Contents
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def tags(pdf: pikepdf.Pdf, *names: str) -> list[pikepdf.Object]:
    found = elements(pdf.Root.StructTreeRoot.K)
    return [element for element in found if str(element.S)[1:] in names]


def test_the_file_says_what_it_is(pdf: pikepdf.Pdf, language: Language) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == language
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert "Työkyvyttömyyseläkevaihtoehtojen selvittäminen" in metadata["dc:title"]
        assert metadata["xmp:CreateDate"].startswith("2026-11-20")


def test_pages_are_a4_and_read_in_order(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        assert [round(float(edge)) for edge in page.mediabox] == [0, 0, 595, 842]
        if "/Annots" in page:
            assert page.Tabs == "/S"
            assert all("/StructParent" in annotation for annotation in page.Annots)


def test_links_have_a_name(pdf: pikepdf.Pdf) -> None:
    links = [
        note for page in pdf.pages for note in page.get("/Annots", ()) if note.Subtype == "/Link"
    ]

    assert all(str(link.get("/Contents", "")).strip() for link in links)


def test_headings_begin_at_one_and_skip_nothing(pdf: pikepdf.Pdf) -> None:
    levels = [int(str(tag.S)[2:]) for tag in tags(pdf, "H1", "H2", "H3", "H4", "H5", "H6")]

    assert levels[0] == 1 and levels.count(1) == 1
    steps = [below - above for above, below in itertools.pairwise(levels)]
    assert max(steps) <= 1


def test_figures_have_a_text_alternative(handout: pikepdf.Pdf) -> None:
    alternatives = [str(tag.get("/Alt", "")) for tag in tags(handout, "Figure")]

    assert alternatives.count('Kaksi "puolta"') == 2
    assert all(alternatives)


def test_tables_have_column_headers(handout: pikepdf.Pdf) -> None:
    for table in tags(handout, "Table"):
        cells = [cell for cell in elements(table.K) if str(cell.S) in ("/TH", "/TD")]
        scopes = [
            str(item.get("/Scope", "")) for cell in cells if cell.S == "/TH" for item in cell.A
        ]
        assert scopes.count("/Column") == 2


def test_lists_contents_and_notes_are_tagged(handout: pikepdf.Pdf) -> None:
    assert len(tags(handout, "TOCI")) == 4  # introduction, two lessons, questions
    assert len(tags(handout, "L")) >= 8
    assert len(tags(handout, "Note")) == 2


def test_outline_leads_to_every_lesson(handout: pikepdf.Pdf) -> None:
    with handout.open_outline() as outline:
        titles = [item.title for item in outline.root]
        sections = [item.title for item in outline.root[2].children]

    assert len(titles) == 4 and titles[2] == "Toinen"
    assert sections == ["Otsikko"]  # the heading over the quiz has nothing below it on paper


def test_foreign_passages_carry_their_language(handout: pikepdf.Pdf, language: Language) -> None:
    """Typst writes the language of words beside their letters, that of blocks into the tags."""
    streams = b"".join(stream.read_bytes() for page in handout.pages for stream in contents(page))
    found = {match.decode() for match in re.findall(rb"/Lang ?\((\w+)\)", streams)}
    found |= {str(tag.Lang) for tag in elements(handout.Root.StructTreeRoot.K) if "/Lang" in tag}

    assert {"sv", "en"} - {language} <= found


def test_fonts_are_embedded(pdf: pikepdf.Pdf) -> None:
    fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
    descriptors = [item for item in fonts if item.get("/Type") == "/FontDescriptor"]

    assert descriptors
    assert all("/FontFile3" in item or "/FontFile2" in item for item in descriptors)
    assert all("SourceSans3" in str(item.FontName) for item in descriptors)
