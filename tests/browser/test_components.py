"""Each example of each component, in a page of the site: axe finds nothing, nothing overflows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from coursekit.model import Bank
from coursekit.render.quiz import render_quiz
from coursekit.render.strings import load_strings
from markupsafe import Markup, escape
from playwright.sync_api import Page, Route, expect

from tests.browser.pages import OpenPage, QuizOnPage
from tests.browser.test_axe import MODES, violations

pytestmark = [pytest.mark.browser, pytest.mark.axe]

COMPONENTS = {
    name: yaml.safe_load((Path(__file__).parents[1] / f"components/{name}.yml").read_text("utf-8"))
    for name in ("quiz", "table", "term")
}
EXAMPLES = {
    f"{name}: {example['name']}": example
    for name, component in COMPONENTS.items()
    for example in component["examples"]
}

OpenExample = Callable[..., Page]


@pytest.fixture
def open_example(open_page: OpenPage, site_url: str) -> OpenExample:
    """Opens the start page with an example in place of its text."""

    def open_it(name: str, **options: Any) -> Page:
        html = _html(EXAMPLES[name])
        page = open_page("index.html", **options)

        def fill(route: Route) -> None:
            text = route.fetch(url=f"{site_url}index.html").text()
            text = text.replace(
                "</head>", '<script src="assets/ck/practice.js" defer></script></head>'
            )
            body = re.sub(
                r"</h1>.*?</article>", lambda _: f"</h1>{html}</article>", text, flags=re.DOTALL
            )
            route.fulfill(body=body, content_type="text/html; charset=utf-8")

        page.route("**/example.html", fill)
        page.goto(f"{site_url}example.html")
        return page

    return open_it


def _html(example: dict[str, Any]) -> str:
    if "html" in example:
        return str(example["html"])
    bank = Bank.model_validate_json(json.dumps({"questions": example["questions"]}))
    return render_quiz(
        "example",
        bank.questions,
        language="fi",
        strings=load_strings("fi"),
        inline=lambda text: Markup(escape(text)),
        course="example",
    )


@pytest.mark.parametrize("name", COMPONENTS)
def test_criteria_are_written_down(name: str) -> None:
    assert len(COMPONENTS[name]["accessibility"]) >= 3


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_example_is_accessible(open_example: OpenExample, name: str, mode: str) -> None:
    page = open_example(name, **MODES[mode])
    assert violations(page) == []
    width = MODES[mode]["viewport"]["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_wide_tables_have_different_names(open_example: OpenExample) -> None:
    page = open_example("table: two wide ones under one heading")
    regions = page.locator(".ck-table[role=region]")
    expect(regions).to_have_count(2)
    names = regions.evaluate_all("all => all.map(e => e.getAttribute('aria-label'))")
    assert names == ["Taulukko 1: Otsikko", "Taulukko 2: Otsikko"]


def test_definition_at_the_edge_stays_inside(open_example: OpenExample) -> None:
    page = open_example("term: at the edge of the text", **MODES["narrow"])
    page.locator("a.ck-term").focus()
    box = page.locator(".ck-popover").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320


def test_half_of_the_right_ones_earns_half_of_the_points(open_example: OpenExample) -> None:
    page = open_example("quiz: several right choices")
    [question] = QuizOnPage(page).questions
    question.answer("skills")
    expect(question.result).to_contain_text("1 / 2")
    question.again.click()
    question.answer("skills", "birth-year")
    expect(question.result).to_contain_text("0 / 2")
