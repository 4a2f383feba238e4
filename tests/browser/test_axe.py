"""axe finds nothing: every page once, the lesson in each of its states and modes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import OpenPage, QuizOnPage, open_lost

pytestmark = [pytest.mark.browser, pytest.mark.axe]

AXE = Path(__file__).parents[1] / "node_modules/axe-core/axe.min.js"

MODES: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}, "color_scheme": "light"},
}


def wrong(page: Page) -> None:
    for question in QuizOnPage(page).questions:
        question.answer_wrong()


def right(page: Page) -> None:
    QuizOnPage(page).answer_all_right()
    for answers in page.locator("[data-part=answers] summary").all():
        answers.click()


def search(page: Page) -> None:
    word = max(page.get_by_role("heading", level=1).inner_text().split(), key=len)
    page.locator("#ck-search-open").click()
    page.get_by_role("searchbox").fill(word)
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()


def menu(page: Page) -> None:
    button = page.locator("[data-ck=menu]")
    if button.is_visible():
        button.click()


def term(page: Page) -> None:
    if page.locator("a.ck-term").count():
        page.locator("a.ck-term").first.focus()
        expect(page.locator(".ck-popover")).to_be_visible()


STATES: dict[str, Callable[[Page], None]] = {
    "before": lambda _: None,
    "wrong": wrong,
    "right": right,
    "search": search,
    "menu": menu,
    "term": term,
}


def violations(page: Page) -> list[str]:
    """What axe finds, WCAG 2.2 AA and best practice: rule, then the elements."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci in tests/")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = page.evaluate("tags => axe.run({runOnly: tags})", tags)
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("mode", MODES)
def test_lesson_in_every_state(open_page: OpenPage, mode: str, state: str) -> None:
    page = open_page(**MODES[mode], reduced_motion="reduce")
    STATES[state](page)
    assert violations(page) == []


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_every_page(open_page: OpenPage, site_url: str, site_folder: Path, mode: str) -> None:
    page = open_lost(open_page, site_url, **MODES[mode], reduced_motion="reduce")
    found = {"404.html": violations(page)}
    for file in sorted(site_folder.rglob("*.html")):
        path = file.relative_to(site_folder).as_posix()
        if path == "404.html":
            continue  # done above, at its own address
        page.goto(site_url + path)
        found[path] = violations(page)
    assert {path: rules for path, rules in found.items() if rules} == {}
