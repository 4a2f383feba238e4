"""Pages as a test sees them: everything is found by ids and roles, nothing by its wording."""

from __future__ import annotations

import json
from typing import Any, Protocol
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, Route

LESSON = "work-ability-support/client-participation/more-than-being-heard.html"
"""Has prose, a table, terms and a quiz."""


class OpenPage(Protocol):
    """Opens a page of the site, in a context of its own unless one is given."""

    def __call__(
        self, path: str = LESSON, *, context: BrowserContext | None = None, **options: Any
    ) -> Page: ...


def open_lost(open_page: OpenPage, site_url: str, **options: Any) -> Page:
    """The 404 page as if the site stood at the address in `site.yml`, from which its links start."""
    page = open_page("index.html", **options)

    def fetch(route: Route) -> None:
        path = urlsplit(route.request.url).path.removeprefix("/")
        route.fulfill(response=route.fetch(url=site_url + path))

    page.route(lambda url: not url.startswith(site_url), fetch)
    page.goto(site_url + "404.html")
    return page


class QuestionOnPage:
    """One question of the quiz on a page."""

    def __init__(self, page: Page, root: Locator) -> None:
        self.page = page
        self.root = root
        self.id = root.get_attribute("data-question") or ""
        self.type = root.get_attribute("data-type") or ""
        self.points = float(root.get_attribute("data-points") or 0)
        self.check = root.locator("[data-part=check]")
        self.again = root.locator("[data-part=again]")
        self.result = root.get_by_role("status")
        self.answers = root.locator("[data-part=answers]")
        self.fields = root.locator("fieldset input")

    @property
    def right(self) -> list[str]:
        """Ids of the right choices."""
        return self._ids("[data-correct]", "data-answer")

    @property
    def wrong(self) -> list[str]:
        """Ids of the wrong choices."""
        return self._ids("[data-answer]:not([data-correct])", "data-answer")

    @property
    def order(self) -> list[str]:
        """Ids of the choices as they stand on the page."""
        return self._ids("[data-choice]", "data-choice")

    @property
    def chosen(self) -> list[str]:
        """Values of the chosen inputs."""
        return [value for value in self.order if self.field(value).is_checked()]

    def field(self, choice: str) -> Locator:
        """The input of a choice."""
        return self.root.locator(f'input[value="{choice}"]')

    def choice(self, choice: str) -> Locator:
        """The choice with its feedback."""
        return self.root.locator(f'[data-choice="{choice}"]')

    def answer(self, *choices: str) -> None:
        """Chooses and checks."""
        for choice in choices:
            self.field(choice).check()
        self.check.click()

    def answer_right(self) -> None:
        """Chooses all right choices and checks."""
        self.answer(*self.right)

    def answer_wrong(self) -> None:
        """Chooses one wrong choice and checks."""
        self.answer(self.wrong[0])

    @property
    def key(self) -> str:
        """Its name in the browser's store."""
        quiz = self.page.locator("[data-ck=quiz]").first
        course, bank = quiz.get_attribute("data-course"), quiz.get_attribute("data-bank")
        return f"{course}:1:answer:{bank}/{self.id}"

    def stored(self) -> Any:
        """What the browser keeps of it."""
        text = self.page.evaluate("key => localStorage.getItem(key)", self.key)
        return None if text is None else json.loads(text)

    def store(self, text: str) -> None:
        """Puts a text in place of the stored answer and loads the page again."""
        self.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [self.key, text])
        self.page.reload()

    def _ids(self, selector: str, attribute: str) -> list[str]:
        found: list[str] = self.root.locator(selector).evaluate_all(
            "(elements, name) => elements.map(element => element.getAttribute(name))", attribute
        )
        return found


class QuizOnPage:
    """The first quiz of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("[data-ck=quiz]").first
        forms = self.root.locator("form")
        self.questions = [QuestionOnPage(page, form) for form in forms.all()]
        assert self.questions, "the page has no questions"
        self.not_kept = self.part("not-kept")
        self.total = self.part("total")

    def part(self, name: str) -> Locator:
        """An element of the quiz itself."""
        return self.root.locator(f":scope > [data-part={name}], [data-part=end] [data-part={name}]")

    def answer_all_right(self) -> None:
        """Gets every question right."""
        for question in self.questions:
            question.answer_right()
