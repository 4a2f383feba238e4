"""The frame around the text: header, navigation, contents, colours, tables, other languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import LESSON, OpenPage, open_lost

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 640}
LANGUAGES = {"fi": "", "sv": "sv/", "en": "en/"}


@pytest.fixture
def narrow(open_page: OpenPage) -> Page:
    return open_page(viewport=NARROW)


def test_skip_link_is_the_first_stop_and_leads_to_the_text(page: Page) -> None:
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_attribute("href", "#content")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_menu_opens_and_closes_by_keyboard(narrow: Page) -> None:
    button = narrow.locator("[data-ck=menu]")
    nav = narrow.locator("#ck-nav")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(nav).to_be_hidden()  # so its links are no tab stops
    button.focus()
    for key in ("Enter", "Space"):
        narrow.keyboard.press(key)
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(nav).to_be_visible()
        nav.get_by_role("link").first.focus()
        narrow.keyboard.press("Escape")
        expect(nav).to_be_hidden()
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(button).to_be_focused()


def test_navigation_marks_the_page(page: Page) -> None:
    expect(page.locator("#ck-nav [aria-current=page]")).to_have_count(1)
    expect(page.locator("#ck-nav [aria-current=page]")).to_be_visible()
    expect(page.locator("[data-ck=menu]")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_links_keep_the_page(open_page: OpenPage, language: str) -> None:
    page = open_page(LANGUAGES[language] + LESSON)
    expect(page.locator("html")).to_have_attribute("lang", language)
    for other, folder in LANGUAGES.items():
        link = page.locator(f".ck-languages a[hreflang={other}]")
        expect(link).to_have_attribute("lang", other)
        current = link.get_attribute("aria-current")
        assert current == ("true" if other == language else None)
        address = link.evaluate("element => element.href")
        assert address.endswith(folder + LESSON)
        assert page.request.get(address).ok


def test_colours_go_round_and_are_remembered(open_page: OpenPage) -> None:
    page = open_page(color_scheme="dark")
    root, button = page.locator("html"), page.locator("[data-ck=palette]")
    names = []
    for scheme in ("slate", "default", "slate", "slate"):  # as the device, light, dark, and round
        expect(root).to_have_attribute("data-md-color-scheme", scheme)
        names.append(button.inner_text())
        button.click()
    assert len(set(names)) == 3 and names[0] == names[3]
    page.reload()
    expect(root).to_have_attribute("data-md-color-scheme", "default")


def test_device_colours_are_followed(open_page: OpenPage) -> None:
    page = open_page(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "slate")


def test_contents_are_open_only_where_there_is_room(page: Page) -> None:
    contents = page.locator("[data-ck=toc]")
    expect(contents).to_have_attribute("open", "")
    page.set_viewport_size({"width": 800, "height": 800})
    expect(contents).not_to_have_attribute("open", "")


@pytest.mark.parametrize("language", LANGUAGES.values())
@pytest.mark.parametrize("path", ["index.html", "glossary.html", LESSON])
def test_nothing_scrolls_sideways_at_320_pixels(
    open_page: OpenPage, language: str, path: str
) -> None:
    page = open_page(language + path, viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_text_can_be_spaced_out(narrow: Page) -> None:
    """WCAG 1.4.12."""
    narrow.evaluate(
        """() => { for (const e of document.querySelectorAll('*')) {
          e.style.lineHeight = '1.5'; e.style.letterSpacing = '.12em'; e.style.wordSpacing = '.16em';
        } }"""
    )
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320


def test_only_an_overflowing_table_is_a_tab_stop(page: Page) -> None:
    tables = page.locator(".ck-table")
    if not tables.count():
        pytest.skip("the lesson has no table")
    frame = tables.first
    frame.evaluate("element => { element.firstElementChild.style.minWidth = '3000px' }")
    expect(frame).to_have_attribute("role", "region")
    expect(frame).to_have_attribute("tabindex", "0")
    assert (frame.get_attribute("aria-label") or "").strip()
    frame.evaluate("element => { element.firstElementChild.style.minWidth = '' }")
    expect(frame).not_to_have_attribute("tabindex", "0")


def test_every_stop_is_visible_and_outlined(page: Page) -> None:
    """WCAG 2.4.7 and 2.4.11, over the whole page."""
    page.keyboard.press("Tab")
    seen = 0
    while page.evaluate("document.activeElement !== document.body") and seen < 300:
        style, width, box = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e),
              r = e.getBoundingClientRect();
              return [s.outlineStyle, parseFloat(s.outlineWidth), [r.width, r.height]]; }"""
        )
        name = page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        assert style == "solid" and width >= 3 and min(box) > 0, name
        seen += 1
        page.keyboard.press("Tab")
    assert seen > 10


def test_targets_are_large_enough(narrow: Page) -> None:
    """WCAG 2.5.8; links inside a sentence are excepted."""
    narrow.locator("[data-ck=menu]").click()
    small = narrow.evaluate(
        """() => [...document.querySelectorAll('a, button, summary, input')]
          .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.ck-skip, p, li .ck-refs, td, dd, .md-typeset li:not([class]) '))
          .filter(e => !(e.matches('.md-typeset a') && getComputedStyle(e).display === 'inline'))
          .map(e => [e, e.getBoundingClientRect()])
          .filter(([, r]) => r.width < 24 || r.height < 24)
          .map(([e]) => e.outerHTML.slice(0, 100))"""
    )
    assert small == []


# -- without scripts ------------------------------------------------------------


def test_without_scripts_the_navigation_stands_after_the_text(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False, viewport=NARROW)
    nav, main = page.locator("#ck-nav"), page.get_by_role("main")
    expect(nav.get_by_role("link").first).to_be_visible()
    nav_box, main_box = nav.bounding_box(), main.bounding_box()
    assert nav_box and main_box and nav_box["y"] > main_box["y"] + main_box["height"]
    for button in page.locator("header button").all():
        expect(button).to_be_hidden()
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "default")


# -- print, files, 404 ------------------------------------------------------------


def test_on_paper_only_the_text_is_left(page: Page) -> None:
    page.emulate_media(media="print")
    for name in (".ck-header", "#ck-nav", ".ck-toc", ".ck-pager", ".ck-skip"):
        for element in page.locator(name).all():
            expect(element).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for table in page.locator(".ck-table").all():
        assert table.evaluate("element => getComputedStyle(element).overflowX") == "visible"


def test_site_works_from_a_folder(open_page: OpenPage, file_url: str) -> None:
    page = open_page(file_url, viewport=NARROW)
    page.locator("[data-ck=menu]").click()
    link = page.locator("#ck-nav").get_by_role("link").first
    link.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator(".ck-languages a[hreflang=sv]").click()
    expect(page.locator("html")).to_have_attribute("lang", "sv")


def test_lost_reader_finds_all_three_start_pages(open_page: OpenPage, site_url: str) -> None:
    page = open_lost(open_page, site_url)
    links = page.get_by_role("main").get_by_role("link")
    expect(links).to_have_count(3)
    for number, language in enumerate(LANGUAGES):
        links.nth(number).click()
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.get_by_role("contentinfo")).to_be_visible()
        page.go_back()
    assert page.locator("[lang]").evaluate_all("all => all.map(e => e.lang)") == ["fi", "sv", "en"]
