"""Widths of letters and lines of labels."""

from __future__ import annotations

import pytest
from coursekit.render.figure.letters import _WIDTHS, letter_width, text_width
from coursekit.render.figure.wrap import balanced, wrap
from coursekit.render.handout.typst import FONTS
from PIL import ImageFont

TEXT = (
    "Työkyvyn tuen tarve arvioidaan monialaisesti: 46 % (n = 568) – stöd åt klienten, "
    "the client's own view; ÄÖÅ äöå é “lainaus” 1 234,5 €"
)


@pytest.mark.parametrize(("bold", "file"), [(False, "Regular"), (True, "Semibold")])
def test_no_letter_is_wider_in_print_than_it_counts(*, bold: bool, file: str) -> None:
    font = ImageFont.truetype(
        FONTS / f"SourceSans3-{file}.otf", 1000, layout_engine=ImageFont.Layout.BASIC
    )
    letters = {*_WIDTHS[bold], *TEXT}
    assert {
        one for one in letters if font.getlength(one) > letter_width(one, bold=bold) + 0.5
    } == set()
    assert font.getlength(TEXT) <= text_width(TEXT, 1000, bold=bold) <= 1.2 * font.getlength(TEXT)


def test_an_unknown_letter_counts_as_wide() -> None:
    assert text_width("漢", 28) == 28
    assert text_width("e\N{COMBINING ACUTE ACCENT}", 28) == text_width("e", 28)


def test_lines_break_between_words_only() -> None:
    assert wrap("työ- ja  toimintakyky\n46\N{NO-BREAK SPACE}%", 200, 28).lines == (
        "työ- ja",
        "toimintakyky",
        "46\N{NO-BREAK SPACE}%",
    )


def test_a_long_word_is_divided_where_the_author_says() -> None:
    written = "palvelu\N{SOFT HYPHEN}tarpeen arviointi"
    assert wrap(written, 400, 28).lines == ("palvelutarpeen arviointi",)
    assert wrap(written, 150, 28).lines == ("palvelu-", "tarpeen", "arviointi")
    assert wrap(written, 150, 28).too_wide == ()
    assert wrap("sosiaali-/terveysala", 150, 28).lines == ("sosiaali-/", "terveysala")


def test_a_word_without_room_is_named_whole() -> None:
    found = wrap("monialai\N{SOFT HYPHEN}suus ja 2019–2023", 80, 28)
    assert found.too_wide == ("monialaisuus", "2019–2023")


def test_lines_in_the_middle_are_about_equally_long() -> None:
    text = "Työkyvyn tuen tiimi kokoaa palvelut asiakkaan kanssa"
    assert wrap(text, 480, 28).lines[1] == "asiakkaan kanssa"
    assert balanced(text, 480, 28).lines == (
        "Työkyvyn tuen tiimi kokoaa",
        "palvelut asiakkaan kanssa",
    )
