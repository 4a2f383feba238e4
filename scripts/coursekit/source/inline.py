"""What stands inside a text besides plain Markdown: facts, citations, links, includes, markers.

No template engine ever runs over content. One scanner knows exactly these forms and calls every
other template or HTML code foreign:

    {{ fact("id") }}   [@source, place; @other]   [text](target "title")   ![alt](file "caption")
    {!_shared/name!}   <!-- quiz -->   <!-- figure: id -->
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from coursekit.source.markdown import blank_code, blank_comments

_SPECIAL = re.compile(r"[{\[<]")
_FACT = re.compile(r"\{\{\s*fact\(\"(?P<id>[^\"]*)\"\)\s*\}\}")
_CITATION = re.compile(r"\[(?P<body>@[^\]\n]+)\]")
_CITED = re.compile(r"\s*@(?P<id>[^\s,;@]+)\s*(?:,\s*(?P<place>[^;]+?))?\s*")
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"
    r"\(\s*(?P<target><[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)"
    r"(?:\s+\"(?P<title>(?:[^\"\\]|\\.)*)\")?\s*\)"
)
_INCLUDE = re.compile(r"^[ \t]*\{!\s*(?P<name>.+?)\s*!\}[ \t]*$", re.MULTILINE)
_MARKER = re.compile(
    r"^[ \t]*<!--\s*(?P<name>[a-z-]+)\s*(?::\s*(?P<argument>[^\s]+)\s*)?-->[ \t]*$", re.MULTILINE
)
_TEMPLATE = re.compile(r"\{\{|\{%|\{!")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?[ ]*(?:[.#][\w-]+|[\w-]+=)[^{}\n]*\}")
_HTML = re.compile(
    r"</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])[^<>]*>|<(?=script|style|iframe)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Fact:
    """`{{ fact("id") }}`: a figure of the register."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@id, place; @id]`: sources, each with its place or None."""

    start: int
    end: int
    cited: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """`[text](target "title")`, or an image when `image` is true."""

    start: int
    end: int
    image: bool
    text: str
    target: str
    title: str | None

    @property
    def scheme(self) -> str:
        """`term` of `term:work-ability`; empty for a path."""
        match = re.match(r"([a-z][a-z0-9+.-]*):", self.target)
        return match[1] if match else ""

    @property
    def rest(self) -> str:
        """What follows the scheme, without the anchor."""
        after = self.target[len(self.scheme) + 1 :] if self.scheme else self.target
        return after.partition("#")[0]

    @property
    def anchor(self) -> str:
        """What follows `#`; empty without one."""
        return self.target.partition("#")[2]


@dataclass(frozen=True, slots=True)
class Include:
    """`{!_shared/name!}` alone on a line."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Marker:
    """`<!-- name: argument -->` alone on a line."""

    start: int
    end: int
    name: str
    argument: str | None


@dataclass(frozen=True, slots=True)
class Foreign:
    """Template code, HTML, a link definition, attributes in braces or an unreadable citation.

    They would escape the checks of links, or put code on the page.
    """

    start: int
    end: int
    kind: str
    """`template`, `html`, `reference`, `attributes` or `citation`."""
    text: str


Token = Fact | Citation | Link | Include | Marker | Foreign


@lru_cache(maxsize=4096)  # checking, staging and printing scan the same texts
def scan(markdown: str) -> tuple[Token, ...]:
    """Everything special in a text, in order, code left out; links may hold facts in their text."""
    if not _SPECIAL.search(markdown):
        return ()
    visible = blank_code(markdown)
    prose = blank_comments(visible)
    tokens: list[Token] = [
        Marker(m.start(), m.end(), m["name"], m["argument"]) for m in _MARKER.finditer(visible)
    ]
    tokens += [Fact(m.start(), m.end(), m["id"]) for m in _FACT.finditer(prose)]
    tokens += [Include(m.start(), m.end(), m["name"]) for m in _INCLUDE.finditer(prose)]
    read = [(token.start, token.end) for token in tokens]
    tokens += [_citation(match) for match in _CITATION.finditer(prose)]
    tokens += [_link(match) for match in _LINK.finditer(prose)]
    tokens += [
        Foreign(m.start(), m.end(), "template", m[0])
        for m in _TEMPLATE.finditer(prose)
        if not any(start <= m.start() < end for start, end in read)
    ]
    for kind, pattern in (("html", _HTML), ("reference", _REFERENCE), ("attributes", _ATTRIBUTES)):
        tokens += [Foreign(m.start(), m.end(), kind, m[0]) for m in pattern.finditer(prose)]
    return tuple(sorted(tokens, key=lambda token: (token.start, -token.end)))


def _citation(match: re.Match[str]) -> Citation | Foreign:
    cited = []
    for part in match["body"].split(";"):
        one = _CITED.fullmatch(part)
        if not one:
            return Foreign(match.start(), match.end(), "citation", match[0])
        cited.append((one["id"], one["place"]))
    return Citation(match.start(), match.end(), tuple(cited))


def _link(match: re.Match[str]) -> Link:
    target = match["target"].removeprefix("<").removesuffix(">")
    return Link(
        match.start(), match.end(), bool(match["image"]), match["text"], target, match["title"]
    )
