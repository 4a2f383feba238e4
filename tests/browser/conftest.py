"""Pages of the built site in Chromium. A test fails on page errors and requests to other sites."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from dev import CHROMIUM
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.pages import LESSON, OpenPage

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not chromium:
        pytest.skip(f"none of {', '.join(CHROMIUM)} is installed")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def problems() -> list[str]:
    """What went wrong on the pages of a test; a test that expects something clears it."""
    return []


@pytest.fixture
def open_page(browser: Browser, site_url: str, problems: list[str]) -> Iterator[OpenPage]:
    contexts: list[BrowserContext] = []
    server = urlsplit(site_url)
    own = (f"{server.scheme}://{server.netloc}/", "data:", "blob:", "file:")

    def watch(context: BrowserContext) -> None:
        context.set_default_timeout(5000)
        context.on("weberror", lambda error: problems.append(f"page error: {error.error}"))
        context.on(
            "console",
            lambda message: (
                problems.append(f"console: {message.text}") if message.type == "error" else None
            ),
        )
        context.on(
            "request",
            lambda request: (
                None
                if request.url.startswith(own)
                else problems.append(f"request to another site: {request.url}")
            ),
        )
        contexts.append(context)

    def open_it(
        path: str = LESSON, *, context: BrowserContext | None = None, **options: Any
    ) -> Page:
        if context is None:
            context = browser.new_context(**options)
            watch(context)
        page = context.new_page()
        page.goto(path if ":" in path else site_url + path)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """The Finnish lesson on a wide screen."""
    return open_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def file_url(site_folder: Path) -> str:
    """The lesson as a file, as from a USB stick."""
    return (site_folder / LESSON).as_uri()
