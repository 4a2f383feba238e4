"""Definitions of terms by pointer, keyboard and touch (WCAG 1.4.13)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import OpenPage

pytestmark = pytest.mark.browser


def term_of(page: Page) -> Locator:
    term = page.locator("a.ck-term").first
    if not term.count():
        pytest.skip("the lesson has no term")
    return term


def test_pointer_shows_it_and_may_rest_on_it(page: Page) -> None:
    term, popover = term_of(page), page.locator(".ck-popover")
    term.hover()
    expect(popover).to_contain_text(term.get_attribute("data-definition") or "?")
    popover.hover()
    page.wait_for_timeout(500)  # longer than the patience of term.mjs
    expect(popover).to_be_visible()
    page.mouse.move(0, 0)
    expect(popover).to_be_hidden()


def test_focus_shows_it_and_escape_closes_it(page: Page) -> None:
    term, popover = term_of(page), page.locator(".ck-popover")
    term.focus()
    expect(popover).to_be_visible()
    described_by = term.get_attribute("aria-describedby")
    expect(page.locator(f"#{described_by}")).to_have_text(
        term.get_attribute("data-definition") or "?"
    )
    page.keyboard.press("Escape")
    expect(popover).to_be_hidden()
    expect(term).to_be_focused()


def test_keyboard_reaches_the_link_in_it(page: Page) -> None:
    term, popover = term_of(page), page.locator(".ck-popover")
    term.focus()
    expect(popover).to_be_visible()
    page.keyboard.press("Tab")
    expect(popover.get_by_role("link")).to_be_focused()
    page.keyboard.press("Tab")
    expect(term).not_to_have_attribute("aria-describedby", "ck-definition")  # closed, or another's


def test_enter_follows_the_link(page: Page) -> None:
    term_of(page).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html#*")


def test_first_tap_shows_it_and_second_follows(open_page: OpenPage) -> None:
    page = open_page(has_touch=True, viewport={"width": 360, "height": 700})
    term, popover = term_of(page), page.locator(".ck-popover")
    before = page.url
    term.tap()
    expect(popover).to_be_visible()
    page.wait_for_timeout(500)
    expect(popover).to_be_visible()
    assert page.url == before
    page.get_by_role("heading", level=1).tap()
    expect(popover).to_be_hidden()
    term.tap()
    popover.get_by_role("link").tap()
    page.wait_for_url("**/glossary.html#*")
