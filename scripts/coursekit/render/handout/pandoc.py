"""HTML to syntax trees through pandoc, many fragments in one process (0.03 s for a module)."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, cast

import pypandoc  # type: ignore[import-untyped]  # ships no types (1.17)

from coursekit.render.handout.typst import TEMPLATES

Tree = list[dict[str, Any]]
"""Pandoc's blocks as JSON: `{"t": kind, "c": contents}`."""

SECONDS = 60
"""Far more than the largest module needs; a hanging reader must not hang the build."""


@lru_cache(maxsize=1)
def pandoc_version() -> str:
    """The version of the pandoc that stands in the environment."""
    return str(pypandoc.get_pandoc_version())


BOX_TITLE = re.compile(r'<p class="admonition-title">(.*?)</p>', re.DOTALL)
FOLDED = re.compile(r'<details(?: class="([^"<>]*)")?[^<>]*>')
FOLDED_TITLE = re.compile(r"<summary[^<>]*>(.*?)</summary>", re.DOTALL)
TITLE = r'<div class="admonition-title"><p>\1</p></div>'


def _keep_boxes(html: str) -> str:
    """Says in `<div>` what pandoc drops: the class of a paragraph, and folded passages."""
    html = BOX_TITLE.sub(TITLE, html)
    html = FOLDED.sub(r'<div class="admonition \1">', html)
    return FOLDED_TITLE.sub(TITLE, html).replace("</details>", "</div>")


def read_html(fragments: Sequence[str]) -> list[Tree]:
    """The trees of the fragments, in order.

    The reader is sandboxed (see read.lua): no element in the HTML can make it open a file or an
    address. Raises RuntimeError when pandoc itself fails.
    """
    command = [pypandoc.get_pandoc_path(), "lua", str(TEMPLATES / "read.lua")]
    done = subprocess.run(
        command,
        input=json.dumps([_keep_boxes(html) for html in fragments]).encode(),
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"pandoc failed: {done.stderr.decode(errors='replace').strip()}")
    return [cast("Tree", tree["blocks"]) for tree in json.loads(done.stdout)]
