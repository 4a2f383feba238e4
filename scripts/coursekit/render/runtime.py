"""Joins the browser code into the classic scripts and the style sheet that pages load.

Classic, because module scripts are blocked on `file://`; joined here, because the build has no
Node. The rule, which `tests/unit/test_render_runtime.py` holds:

1. A bundle begins with an entry module (`runtime/early.mjs`, `site.mjs`, `practice.mjs`). Every
   module that it imports is placed before it, once, depth first.
2. `import` statements and the word `export` are dropped. So all modules of a bundle share one
   scope: top-level names must differ, and an import never renames.
3. Comments, indentation and empty lines are dropped, line by line: nothing else is minified. So a
   template literal or a string never spans lines, and `//` after code is a comment.
4. The whole is wrapped in one strict function.
"""

from __future__ import annotations

import re
from pathlib import Path

RUNTIME = Path(__file__).parent.parent / "runtime"

SCRIPTS = ("early", "site", "practice")

STYLES = (
    "frame/tokens.css",
    "frame/prose.css",
    "frame/blocks.css",
    "frame/practice.css",
    "frame/frame.css",
    "menu/menu.css",
    "toc/toc.css",
    "palette/palette.css",
    "search/search.css",
    "table/table.css",
    "term/term.css",
    "quiz/quiz.css",
    "frame/print.css",
)

_IMPORT = re.compile(r"^import .*? from '(?P<path>[^']+)';\n", re.MULTILINE | re.DOTALL)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_BLOCK_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_COMMENT = re.compile(r"(?:^|\s)//[^'`\n]*$", re.MULTILINE)


def bundles() -> dict[str, str]:
    """The shared files by name: `early.js`, `site.js`, `practice.js` and `site.css`."""
    files = {f"{name}.js": _join(modules(name)) for name in SCRIPTS}
    return files | {"site.css": _style()}


def modules(name: str) -> dict[Path, str]:
    """The source of each module of a bundle in the order of joining, imports first."""
    found: dict[Path, str] = {}

    def collect(path: Path) -> None:
        if path in found:
            return
        source = path.read_text(encoding="utf-8")
        for match in _IMPORT.finditer(source):
            collect((path.parent / match["path"]).resolve())
        found[path] = source

    collect((RUNTIME / f"{name}.mjs").resolve())
    return found


def without_modules(source: str) -> str:
    """A module's code as part of a classic script: no `import`, no `export`."""
    return _EXPORT.sub("", _IMPORT.sub("", source))


def _join(sources: dict[Path, str]) -> str:
    code = "".join(without_modules(source) for source in sources.values())
    return f"(() => {{\n'use strict';\n{_without_comments(code)}}})();\n"


def _without_comments(code: str) -> str:
    code = _LINE_COMMENT.sub("", _BLOCK_COMMENT.sub("", code))
    return "".join(f"{line.strip()}\n" for line in code.splitlines() if line.strip())


def _style() -> str:
    source = "".join((RUNTIME / path).read_text(encoding="utf-8") for path in STYLES)
    lines = (line.strip() for line in _BLOCK_COMMENT.sub("", source).splitlines())
    return "".join(f"{line}\n" for line in lines if line)
