"""The search dialog: keyboard, announcement, results, and what it says when it cannot search."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import LESSON, OpenPage

pytestmark = pytest.mark.browser


@pytest.fixture
def dialog(page: Page) -> Locator:
    page.locator("#ck-search-open").click()
    return page.get_by_role("dialog")


def word_of(page: Page) -> str:
    """A long word of the page's heading."""
    heading = page.get_by_role("heading", level=1).inner_text()
    return max(heading.split(), key=len)


def test_dialog_has_a_name_and_its_field_a_label(dialog: Locator) -> None:
    expect(dialog).to_be_visible()
    title = dialog.get_attribute("aria-labelledby")
    assert dialog.locator(f"#{title}").inner_text()
    field = dialog.get_by_role("searchbox")
    expect(field).to_be_focused()
    assert field.evaluate("element => element.labels.length") == 1


def test_escape_closes_and_returns_focus(page: Page, dialog: Locator) -> None:
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator("#ck-search-open")).to_be_focused()


@pytest.mark.parametrize("language", ["", "sv/", "en/"])
def test_search_finds_the_page_and_tells_how_many(open_page: OpenPage, language: str) -> None:
    page = open_page(language + LESSON)
    page.locator("#ck-search-open").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill(word_of(page))
    links = dialog.get_by_role("listitem").get_by_role("link")
    expect(links.first).to_be_visible()
    expect(dialog.get_by_role("status")).to_contain_text(str(links.count()))
    addresses = links.evaluate_all("all => all.map(link => link.href)")
    assert page.url in [address.split("#")[0] for address in addresses]
    expect(dialog.locator("mark").first).to_be_visible()
    links.first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_nothing_found_is_said(dialog: Locator) -> None:
    dialog.get_by_role("searchbox").fill("qqxxzzqq")
    expect(dialog.get_by_role("status")).to_contain_text("qqxxzzqq")
    expect(dialog.get_by_role("listitem")).to_have_count(0)


def test_slash_opens_search_unless_one_is_typing_or_it_is_off(page: Page) -> None:
    dialog = page.get_by_role("dialog")
    page.keyboard.press("/")
    expect(dialog).to_be_visible()
    page.keyboard.press("/")
    expect(dialog.get_by_role("searchbox")).to_have_value("/")
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.reload()
    page.keyboard.press("/")
    expect(dialog).to_be_hidden()


def test_index_is_loaded_only_when_needed(open_page: OpenPage) -> None:
    page = open_page("index.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    expect(page.locator("#ck-search-open")).to_be_visible()
    assert not any("pagefind" in url for url in asked)


def test_as_a_file_the_dialog_says_that_it_cannot_search(
    open_page: OpenPage, file_url: str, problems: list[str]
) -> None:
    page = open_page(file_url)
    page.locator("#ck-search-open").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).not_to_be_empty()
    expect(dialog.get_by_role("link")).to_be_visible()
    dialog.get_by_role("link").click()
    expect(page).to_have_url(file_url.replace(LESSON, "glossary.html"))
    problems.clear()  # the browser itself reports that it loads no modules from files
