"""Printable handouts and answer keys: accessible PDF files (PDF/UA-1 as Typst checks it).

    PrintModule ─► pandoc (HTML → tree) ─► prose, questions (tree → plain nodes)
                ─► sheet (one JSON document) ─► Typst template ─► PDF, written when it changed

Content never becomes Typst code: the template reads it as JSON, so nothing has to be escaped.
"""

from coursekit.render.handout.document import (
    HandoutError,
    HandoutFile,
    PrintLesson,
    PrintModule,
    PrintSource,
)
from coursekit.render.handout.files import build_handouts

__all__ = [
    "HandoutError",
    "HandoutFile",
    "PrintLesson",
    "PrintModule",
    "PrintSource",
    "build_handouts",
]
