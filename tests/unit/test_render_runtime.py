"""The joined browser code keeps its rule, its promises and its size."""

from __future__ import annotations

import gzip
import re
from collections import Counter

import pytest
from coursekit.render.runtime import RUNTIME, SCRIPTS, STYLES, bundles, modules

QUIZ_PAGE_LIMIT = 15_000
"""Bytes after gzip of all scripts that a page with a quiz loads: nine types of questions."""

TOP_LEVEL = re.compile(
    r"^(?:export )?(?:async )?(?:class|function|const|let|var) (\w+)", re.MULTILINE
)


@pytest.mark.parametrize("name", SCRIPTS)
def test_modules_of_a_bundle_share_one_scope_without_clashes(name: str) -> None:
    names = Counter(
        found for source in modules(name).values() for found in TOP_LEVEL.findall(source)
    )
    assert [found for found, times in names.items() if times > 1] == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_joined_scripts_are_classic(name: str) -> None:
    script = bundles()[f"{name}.js"]
    assert script.startswith("(() => {\n'use strict';\n")
    assert script.endswith("})();\n")
    assert not re.search(r"^(import|export)\b(?!\()", script, re.MULTILINE)
    assert "/*" not in script and "@ts-check" not in script


@pytest.mark.parametrize("name", SCRIPTS)
def test_imports_keep_their_names_and_literals_their_line(name: str) -> None:
    for path, source in modules(name).items():
        assert not re.search(r"^import .* as ", source, re.MULTILINE), path
        assert all(line.count("`") % 2 == 0 for line in source.splitlines()), path


def test_imported_modules_come_first() -> None:
    order = [path.name for path in modules("practice")]
    assert order.index("component.mjs") < order.index("question.mjs") < order.index("quiz.mjs")
    assert order[-1] == "practice.mjs"


def test_every_module_and_style_is_shipped() -> None:
    shipped = {path for name in SCRIPTS for path in modules(name)}
    assert shipped == set(RUNTIME.rglob("*.mjs"))
    assert {RUNTIME / path for path in STYLES} == set(RUNTIME.rglob("*.css"))


def test_modules_are_checked_and_build_no_html_from_strings() -> None:
    for path in RUNTIME.rglob("*.mjs"):
        source = path.read_text(encoding="utf-8")
        assert source.startswith("// @ts-check\n"), path
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", source
        )


def test_scripts_of_a_quiz_page_are_small() -> None:
    sizes = {name: len(gzip.compress(bundles()[f"{name}.js"].encode())) for name in SCRIPTS}
    assert sum(sizes.values()) <= QUIZ_PAGE_LIMIT, sizes
