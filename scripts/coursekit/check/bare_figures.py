"""Figures written into prose instead of the register of facts.

A figure in the text has no year, no source and no day of review. Counted are numbers of two digits
or more and numbers with %. What is no such figure is listed in `_ALLOWED`, each with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = re.compile(r"(?<![\w.,/-])\d+(?:[\u00a0 .,]\d{3})*(?:[.,]\d+)?(?:[\u00a0 ]?%)?")
_MAYBE = re.compile(r"\d\d|\d[\u00a0 .,]*[\d%]")  # most texts hold no such thing
_ALLOWED = re.compile(
    r"""
      \b(?:1[89]|20)\d\d(?:[–-](?:1[89]|20)?\d\d)?\b     # a year, a span of years
    | \b\d+/\d{4}\b                                      # a law or a document: 381/2023
    | \b\d{4}:\d+\b                                      # a publication: 2020:40
    | \b\d+(?:\s?[a-z])?\s?§ | §\s?\d+ | \b[Ss]ections?\s\d+   # a section of a law
    | \b\d{1,2}\.\d{1,2}\.(?:\d{4})?                     # a date
    | \b\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November
        |December|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november
        |december)\b
    | \b(?:[12]?\d|3[01])\.(?:1[0-2]|[1-9])\b(?![\d%])(?!\s?(?:billion|million|per\b|times))
    | \b\d{1,2}[.:]\d{2}\b                               # a clock time
    | \b(?:klo|kl\.?|at)\s\d{1,2}\b
    | \b\d{1,2}(?:[-–]\d{1,2})?[\u00a0\ -]?(?:v\b|vuotia\w*|vuoden\ ikäi\w*|år\w*|years?)
    | \b(?:aged|ålder\w*|iässä)\s\d{1,2}\b               # an age of an invented person
    | \b(?:on|är|is|,)\s\d{2}(?=[,.;)]|\s(?:ja|och|and)\b)     # "Pirjo is 55 and …"
    | \b\d{1,3}(?:[–-]\d{1,3})?[\u00a0\ -]?(?:min\w*|tun\w+|timm\w*|h\b|hours?|päiv\w*|dag\w*|days?
        |viikko\w*|veck\w*|weeks?|kuukau\w*|månad\w*|months?|sana\w*|ord\b|words?|sivu\w*|sidor
        |pages?)                                         # the length of an exercise or a term
    | \bA[34]\b | \bCC\ BY\ 4\.0\b | \bEUPL[-\ ]1\.2\b | \b24/7\b      # names
    | ^\s*\d+\.\s                                        # the number of a list item
    | \b\d+[.,]?\d*\s?(?:op\b|sp\b|opintopiste\w*|studiepoäng|credits?)    # the course's size
    """,
    re.MULTILINE | re.VERBOSE,
)
_NOT_PROSE = re.compile(
    r"\{\{.*?\}\}|\[@[^\]]*\]|\]\([^)]*\)|<!--.*?-->|\{[#!][^}]*\}|https?://\S+|`[^`]*`",
    re.DOTALL,
)


def bare_figures(text: str) -> Iterator[tuple[int, str]]:
    """Each figure that should be a fact: its offset in the text and itself."""
    if not _MAYBE.search(text):
        return
    prose = _blank(_NOT_PROSE, text)
    prose = _blank(_ALLOWED, prose)
    for match in _NUMBER.finditer(prose):
        digits = re.sub(r"\D", "", match[0])
        if len(digits) > 1 or match[0].endswith("%"):
            yield match.start(), match[0]


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: re.sub(r"[^\n]", "x", match[0]), text)
