"""Compiles a document with the shipped template and fonts, and explains what Typst refuses."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst

from coursekit.render.handout.document import PrintError

TEMPLATES = Path(__file__).parents[2] / "templates" / "handout"
FONTS = TEMPLATES / "fonts"

HINTS = {
    r"could not be displayed": "replace the character, or write it in words; the handout's font "
    "has no shape for it",
    r"missing alt text|alternative": "give the image a text alternative",
    r"heading level|skip": "use the heading levels in order",
    r"title": "give the module a title",
    r"(failed to|cannot) (load|decode|parse)|SVG|image": "check that the image opens in a browser",
}
"""What to do, by a pattern in Typst's message."""


@lru_cache(maxsize=1)
def typst_version() -> str:
    """The version of the Typst compiler's Python package."""
    return version("typst")


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    # System fonts off: the same pages on every computer. Typst's embedded fonts stay as a last
    # resort for symbols; a character none of them has stops a PDF/UA export.
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


def compile_pdf(
    entry: str, document: Mapping[str, Any], images: Mapping[str, bytes], *, timestamp: int
) -> bytes:
    """The PDF file of a document.

    Args:
        entry: name of the template file, such as `handout.typ`.
        document: what the template reads as `document.json`.
        images: file name → contents; the document names them.
        timestamp: seconds since 1970 written into the file; fixed, so that bytes repeat.

    The folder given to Typst holds these files and nothing else, so a template or an SVG can
    reach nothing outside it. Raises PrintError.
    """
    with tempfile.TemporaryDirectory(prefix="coursekit-handout-") as name:
        root = Path(name)
        for template in TEMPLATES.glob("*.typ"):
            shutil.copyfile(template, root / template.name)
        for image, contents in images.items():
            (root / image).write_bytes(contents)
        (root / "document.json").write_text(json.dumps(document), encoding="utf-8")
        try:
            pdf = typst.compile(
                root / entry,
                root=root,
                font_paths=_fonts(),
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards="ua-1",
                timestamp=datetime.fromtimestamp(timestamp, tz=UTC),
            )
        except typst.TypstError as error:
            raise _explain(error) from error
    if not isinstance(pdf, bytes):  # a list for several images, never for a PDF
        raise TypeError(f"Typst gave {type(pdf).__name__} for a PDF")
    return pdf


def _explain(error: typst.TypstError) -> PrintError:
    message = str(error.message).removeprefix("PDF/UA-1 error: ")
    for pattern, hint in HINTS.items():
        if re.search(pattern, message, re.IGNORECASE):
            return PrintError(message, hint)
    return PrintError(message, "; ".join(error.hints) or "report this with the module's sources")
