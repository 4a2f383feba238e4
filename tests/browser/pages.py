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


CHOICES = ("single-choice", "multiple-choice", "true-false")


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
        self.result = root.locator("[data-part=result]")
        self.answers = root.locator("[data-part=answers]")
        self.fields = root.locator(":scope > fieldset").locator(
            "input:visible, select, textarea, [data-step]"
        )

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
        self.choose(*choices)
        self.check.click()

    def choose(self, *choices: str) -> None:
        """Chooses without checking."""
        for choice in choices:
            self.field(choice).check()

    def answer_right(self) -> None:
        """Answers as the key says, whatever the type, and checks."""
        if self.type in CHOICES:
            self.choose(*self.right)
        elif self.type == "ordering":
            self.put_in_order(self._ids("[data-answer]", "data-answer"))
        elif self.type == "numeric":
            self.fields.fill(self._ids("[data-number]", "data-number")[0])
        elif self.type == "reflection":
            self.fields.fill("Omin sanoin.")
        else:
            for item in self._ids("[data-item]", "data-item"):
                self.give(item, self.key_of(item))
        self.check.click()

    def answer_wrong(self) -> None:
        """Gives an answer that earns nothing, whatever the type, and checks."""
        if self.type in CHOICES:
            self.choose(self.wrong[0])
        elif self.type == "ordering":
            self.put_in_order(self._ids("[data-answer]", "data-answer")[::-1])
        elif self.type == "numeric":
            self.fields.fill("-987654")
        elif self.type == "reflection":
            self.fields.fill("Jotain.")
        else:
            for item in self._ids("[data-item]", "data-item"):
                self.give(item, None)
        self.check.click()

    def key_of(self, item: str) -> str:
        """What belongs to a pair, a gap or an item: an id, or a word to type."""
        answer = self.root.locator(f'[data-answer="{item}"]')
        typed = answer.locator("[data-accepted]")
        return (typed.first.text_content() if typed.count() else None) or (
            answer.get_attribute("data-right") or ""
        )

    def give(self, item: str, value: str | None) -> None:
        """Answers one part; None gives it something wrong."""
        fields = self.root.locator(f'[data-field="{item}"]')
        right = self.key_of(item)
        if fields.first.get_attribute("type") == "radio":
            values = self._ids(f'[data-field="{item}"]', "value")
            wanted = value or next(one for one in values if one != right)
            fields.and_(self.page.locator(f'[value="{wanted}"]')).check()
        elif fields.evaluate("field => field.tagName") == "SELECT":
            values = self._ids(f'[data-field="{item}"] option', "value")
            fields.select_option(value or next(one for one in values if one not in {"", right}))
        else:
            fields.fill(value or "qqq")

    def put_in_order(self, wanted: list[str]) -> None:
        """Moves the items of an ordering question by their buttons; at least one is moved."""
        items = self.root.locator("[data-part=items] [data-item]")
        items.first.locator('[data-step="1"]').click()
        for place, item in enumerate(wanted):
            up = self.root.locator(f'[data-item="{item}"] [data-step="-1"]')
            while self.items.index(item) > place:
                up.click()

    @property
    def items(self) -> list[str]:
        """Ids of the pairs, items or gaps as they stand on the page."""
        return self._ids("[data-item]", "data-item")

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

    @property
    def choices(self) -> list[QuestionOnPage]:
        """The questions that are answered by choosing from a list."""
        return [question for question in self.questions if question.type in CHOICES]

    def question(self, type: str) -> QuestionOnPage:
        """The first question of a type."""
        return next(question for question in self.questions if question.type == type)

    def answer_all_right(self) -> None:
        """Gets every question right."""
        for question in self.questions:
            question.answer_right()
