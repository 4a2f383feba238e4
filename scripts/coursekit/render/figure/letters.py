"""How wide letters are: a figure is drawn once and seen in fonts that nobody here chooses.

A browser draws an SVG file with the fonts of its machine, print with Source Sans 3. So a letter
counts as the wider one of Source Sans 3 (3.052, regular and semibold, shipped with the handouts)
and Arial (Liberation Sans has its widths, regular and bold), in thousandths of the letter size.
Accents do not widen a letter. Made 2026-11-22, held against both fonts by test_figure_letters.py.
"""

from __future__ import annotations

import unicodedata
from functools import cache

WIDEST = 1000
"""For a letter that is not in the tables."""

_REGULAR = {
    246: "i",
    247: "j",
    249: "'‘’‚",
    255: "l",
    260: "|¦",
    278: " ,.:;I·ı",
    289: "!",
    292: "f",
    303: "[]",
    333: "()-¡‐",
    334: "{}",
    338: "t",
    347: "r",
    350: "/\\•",
    362: "ŀ",
    367: "²³¹",
    370: "ªº",
    400: "°",
    418: "*",
    426: '"“”„',
    497: "^",
    500: "Jcksvxyz",
    542: "`¨´¸",
    549: "±÷≈≤≥",
    556: "#$0123456789?L_abdeghnopqu¢£¤¥§«»ðþ–€",
    557: "ħ",
    562: "đ",
    584: "+<=>~¬×−",
    611: "FTZ¿ßø",
    619: "↑↓",
    667: "&ABEKPSVXYÞ",
    722: "CDHNRUwÐĐĦ",
    778: "GOQØ",
    833: "Mm",
    834: "¼½¾",
    889: "%æ",
    944: "Wœ",
    1000: "ÆŒ—…→←",
    1015: "@",
}
_BOLD = {
    275: "'",
    278: " ,.ijl·ı‘’‚",
    280: "|¦",
    282: "I",
    333: "!()-:;[]f¡‐",
    361: "t",
    344: "/\\",
    350: "•",
    372: "²³¹ªº",
    389: "r{}",
    400: "°",
    438: "*",
    479: "ŀ",
    482: '"',
    500: "z“”„",
    549: "`¨±´¸÷≈≤≥",
    556: "#$0123456789J_aceksvxy¢£¤¥§«»–€",
    584: "+<=>^~¬×−",
    611: "?FLTZbdghnopqu¿ßðøþđħ",
    618: "↑↓",
    667: "EPSVXYÞ",
    722: "&ABCDHKNRUÐĐĦ",
    778: "GOQwØ",
    833: "M",
    834: "¼½¾",
    889: "%mæ",
    944: "Wœ",
    975: "@",
    1000: "ÆŒ—…→←",
}


def _by_letter(table: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in table.items() for letter in letters}


_WIDTHS = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}


@cache
def letter_width(letter: str, *, bold: bool = False) -> int:
    """The width of one letter in thousandths of its size."""
    base = unicodedata.normalize("NFKD", letter)[:1]
    widths = _WIDTHS[bold]
    return widths.get(letter, widths.get(base, WIDEST))


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text; a combining mark after its letter takes no room."""
    letters = unicodedata.normalize("NFC", text)
    thousandths = sum(
        letter_width(letter, bold=bold) for letter in letters if not unicodedata.combining(letter)
    )
    return thousandths * size / 1000
